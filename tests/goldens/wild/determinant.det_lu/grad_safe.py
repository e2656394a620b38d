# gradient of det_lu in 276 operations, 288 before the passes
def det_lu_grad(matrix):
    (
        (matrix00, matrix01, matrix02),
        (matrix10, matrix11, matrix12),
        (matrix20, matrix21, matrix22),
    ) = matrix
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    v0 = abs(matrix10) > abs(matrix00)
    v1 = matrix10 if v0 else matrix00
    v2 = abs(matrix20) > abs(v1)
    if v2:
        v3 = matrix20
        v4 = True
        v5 = False
        v6 = False
    else:
        v3 = v1
        v4 = v0
        # determinant.py:23  a[k], a[p] = a[p], a[k]
        v5 = not v0
        v6 = v0
    v7 = matrix12 if v6 else matrix22
    # determinant.py:22  if p != k:
    if v4:
        if v5:
            v8 = matrix00
            v9 = matrix01
            v10 = matrix02
        else:
            if v6:
                v8 = matrix10
                v9 = matrix11
            else:
                v8 = matrix20
                v9 = matrix21
            v10 = v7
        v11 = v6
        v12 = v2
    else:
        v8 = matrix00
        v9 = matrix01
        v10 = matrix02
        v11 = False
        v12 = False
    if v11:
        v13 = matrix00
        v14 = matrix01
        v15 = matrix02
    else:
        v13 = matrix10
        v14 = matrix11
        v15 = matrix12
    if v12:
        v16 = matrix00
        v17 = matrix01
        v18 = matrix02
    else:
        v16 = matrix20
        v17 = matrix21
        v18 = matrix22
    # determinant.py:20  if a[p][k] == 0:
    if v3 == 0.0:
        v19 = True
    else:
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v20 = v14 - v13 / v8 * v9
        v21 = v17 - v16 / v8 * v9
        v19 = (v21 if abs(v21) > abs(v20) else v20) == 0.0
    if v19:
        v22 = True
    else:
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor = v13 / v8
        v23 = v14 - factor * v9
        v24 = v15 - factor * v10
        factor2 = v16 / v8
        v25 = v17 - factor2 * v9
        v26 = v18 - factor2 * v10
        if abs(v25) > abs(v23):
            v27 = v25
            a12 = v26
            a21 = v23
            v28 = v24
        else:
            v27 = v23
            a12 = v24
            a21 = v25
            v28 = v26
        v22 = v28 - a21 / v27 * a12 == 0.0
    if v22:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    if v4:
        det = -1.0
        v29 = v5
    else:
        det = 1.0
        v29 = True
    # determinant.py:25  det *= a[k][k]
    det2 = det * v8
    factor3 = v13 / v8
    v30 = v14 - factor3 * v9
    v31 = v15 - factor3 * v10
    factor4 = v16 / v8
    v32 = v17 - factor4 * v9
    v33 = abs(v32) > abs(v30)
    if v33:
        a12_2 = v18 - factor4 * v10
        v34 = v32
        a21_2 = v30
        # determinant.py:24  det = -det
        det3 = -det2
    else:
        v34 = v30
        a12_2 = v31
        a21_2 = v32
        det3 = det2
    det4 = det3 * v34
    d35 = a21_2 * det3
    d36 = a12_2 * det3
    if v33:
        d37 = d35
        d38 = -(v30 * (d36 / v32) - det2 * (v31 - v30 / v32 * a12_2))
        d39 = det4
    else:
        d37 = -det4
        d38 = d36
        d39 = 0.0
    d40 = (v10 * d37 + v9 * d38) / v8
    d41 = -d35
    d42 = -d36
    if not v33:
        d43 = d41
        d44 = a21_2 * (d36 / v34) + det3 * (v18 - factor4 * v10 - a21_2 / v34 * a12_2)
    else:
        d43 = 0.0
        d44 = 0.0
    d45 = (d42 if v33 else 0.0) + d44
    d46 = d39 + d43
    d47 = (v9 * d45 + v10 * d46) / v8
    d48 = -d47
    if v12:
        d49 = d40
        d50 = True
        d51 = 0.0
    else:
        d49 = 0.0
        d50 = v11
        d51 = d40
    if v11:
        d52 = d48
        d53 = 0.0
    else:
        d52 = 0.0
        d53 = d48
    if v29:
        if v33:
            v55 = v31
            d56 = -1.0
        else:
            v55 = v18 - factor4 * v10
            d56 = 1.0
        d57 = det * v34 * (v55 - a21_2 / v34 * a12_2) * d56
        d54 = factor3 * d47 - factor4 * d40 + d57
    else:
        d54 = 0.0
    if v4:
        if v5:
            d58 = 0.0
            d59 = 0.0
        else:
            if v33:
                v60 = v31
                d61 = -1.0
            else:
                v60 = v18 - factor4 * v7
                d61 = 1.0
            d62 = v34 * (v60 - a21_2 / v34 * a12_2) * d61
            d63 = factor3 * d47 - factor4 * d40 - d62
            if v6:
                d58 = d63
                d59 = 0.0
            else:
                d58 = 0.0
                d59 = d63
    else:
        d58 = 0.0
        d59 = 0.0
    if d50 or v29:
        if d50:
            if v12:
                if v33:
                    d70 = det2 * (v31 - v30 / v32 * (matrix02 - factor4 * v10))
                    d68 = v30 * (d36 / v32) - d70
                    d69 = d41
                else:
                    d68 = d42
                    d69 = det4
            else:
                d68 = 0.0
                d69 = 0.0
            if v11:
                d71 = d45
                d72 = d46
            else:
                d71 = 0.0
                d72 = 0.0
            d66 = d68 + d71
            d67 = d69 + d72
        else:
            d66 = 0.0
            d67 = 0.0
        if v29:
            d73 = v16 * (d38 / v8) - v13 * (d45 / v8)
            d74 = v16 * (d37 / v8) - v13 * (d46 / v8)
        else:
            d73 = 0.0
            d74 = 0.0
        d64 = d66 + d73
        d65 = d67 + d74
    else:
        d64 = 0.0
        d65 = 0.0
    if not v11 or not v5:
        if v11:
            d77 = 0.0
            d78 = 0.0
        else:
            d77 = d45
            d78 = d46
        if v4:
            if v5:
                d79 = 0.0
                d80 = 0.0
            elif v6:
                d79 = v16 * (d38 / matrix10) - matrix00 * (d45 / matrix10)
                d80 = v16 * (d37 / matrix10) - matrix00 * (d46 / matrix10)
            else:
                d79 = 0.0
                d80 = 0.0
        else:
            d79 = 0.0
            d80 = 0.0
        d75 = d77 + d79
        d76 = d78 + d80
    else:
        d75 = 0.0
        d76 = 0.0
    if not v12 or (not v5 and not v6):
        if v12:
            d83 = 0.0
            d84 = 0.0
        elif v33:
            d85 = det2 * (v31 - v30 / v32 * (matrix22 - factor4 * v10))
            d83 = v30 * (d36 / v32) - d85
            d84 = d41
        else:
            d83 = d42
            d84 = det4
        if v4:
            if v5:
                d86 = 0.0
                d87 = 0.0
            elif v6:
                d86 = 0.0
                d87 = 0.0
            else:
                d86 = v16 * (d38 / matrix20) - matrix10 * (d45 / matrix20)
                d87 = v16 * (d37 / matrix20) - matrix10 * (d46 / matrix20)
        else:
            d86 = 0.0
            d87 = 0.0
        d81 = d83 + d86
        d82 = d84 + d87
    else:
        d81 = 0.0
        d82 = 0.0
    return [[d49 + d52 + d54, d64, d65], [d53 + d58, d75, d76], [d51 + d59, d81, d82]]
