# gradient of det_lu in 530 operations, 876 before the passes
def det_lu_grad(matrix):
    (
        (matrix00, matrix01, matrix02),
        (matrix10, matrix11, matrix12),
        (matrix20, matrix21, matrix22),
    ) = matrix
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    v0 = abs(matrix10)
    v1 = abs(matrix00)
    v2 = abs(matrix20)
    # determinant.py:20  if a[p][k] == 0:
    v3 = matrix20 == 0.0
    # determinant.py:25  det *= a[k][k]
    det = -1.0 * matrix20
    if v0 > v1:
        if v2 > v0:
            if v3:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor = matrix10 / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            a11 = matrix11 - factor * matrix21
            factor2 = matrix00 / matrix20
            a21 = matrix01 - factor2 * matrix21
            v4 = abs(a21) > abs(a11)
            if v4:
                if a21 == 0.0:
                    v9 = True
                else:
                    v10 = a11 / a21 * (matrix02 - factor2 * matrix22)
                    v9 = matrix12 - factor * matrix22 - v10 == 0.0
                if v9:
                    d6 = 0.0
                    d7 = 0.0
                else:
                    d6 = det * (matrix02 - factor2 * matrix22)
                    d7 = -(det * a21)
                d5 = not v9
            else:
                if a11 == 0.0:
                    v12 = True
                else:
                    v13 = a21 / a11 * (matrix12 - factor * matrix22)
                    v12 = matrix02 - factor2 * matrix22 - v13 == 0.0
                if v12:
                    d6 = 0.0
                    d7 = 0.0
                else:
                    a12 = matrix12 - factor * matrix22
                    v14 = det * (matrix02 - factor2 * matrix22 - a21 / a11 * a12)
                    d6 = a21 * (det * a12 / a11) + v14
                    d7 = -(det * a21)
                d5 = not v12
            if d5:
                a12_2 = matrix12 - factor * matrix22
                a22 = matrix02 - factor2 * matrix22
                d18 = det * a11
                v22 = det * a21
                if v4:
                    a22_2 = a12_2 - a11 / a21 * a22
                    v26 = det * a22
                    d23 = a11 * (v26 / a21) + det * a22_2
                    d24 = -(a21 * a22_2)
                    d25 = -v26
                    d17 = -d23
                else:
                    a22_3 = a22 - a21 / a11 * a12_2
                    d23 = det * a12_2
                    d24 = a11 * a22_3
                    d25 = -(a21 * (d23 / a11) + det * a22_3)
                    d17 = -d23
                d15 = (matrix21 * d23 - matrix22 * d18) / matrix20
                d16 = (matrix22 * v22 + matrix21 * d25) / matrix20
                d19 = -(factor2 * d15) - d24 - factor * d16
                d20 = matrix00 * (d23 / matrix20) + matrix10 * (d25 / matrix20)
                d21 = matrix10 * (v22 / matrix20) - matrix00 * (d18 / matrix20)
            else:
                d15 = 0.0
                d16 = 0.0
                d17 = 0.0
                d18 = 0.0
                d19 = 0.0
                d20 = 0.0
                d21 = 0.0
            return [[d15, d17, d18], [d16, d6, d7], [d19, d20, d21]]
        if matrix10 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        det2 = -1.0 * matrix10
        factor3 = matrix00 / matrix10
        a11_2 = matrix01 - factor3 * matrix11
        a12_3 = matrix02 - factor3 * matrix12
        factor4 = matrix20 / matrix10
        a21_2 = matrix21 - factor4 * matrix11
        a22_4 = matrix22 - factor4 * matrix12
        v27 = abs(a21_2) > abs(a11_2)
        det3 = det2 * a11_2
        d28 = det2 * a22_4
        v29 = det2 * a12_3
        if v27:
            v33 = a21_2 == 0.0 or a12_3 - a11_2 / a21_2 * a22_4 == 0.0
            if v33:
                d31 = 0.0
                d32 = 0.0
            else:
                d31 = -(a11_2 * (d28 / a21_2) + det2 * (a12_3 - a11_2 / a21_2 * a22_4))
                d32 = det3
            d30 = not v33
        else:
            v34 = a11_2 == 0.0 or a22_4 - a21_2 / a11_2 * a12_3 == 0.0
            if v34:
                d31 = 0.0
                d32 = 0.0
            else:
                d31 = -v29
                d32 = det3
            d30 = not v34
        if d30:
            v42 = det2 * a21_2
            if v27:
                a22_5 = a12_3 - a11_2 / a21_2 * a22_4
                d43 = -d28
                d44 = -(a21_2 * a22_5)
                d45 = a11_2 * (d28 / a21_2) + det2 * a22_5
                d37 = d28
            else:
                a22_6 = a22_4 - a21_2 / a11_2 * a12_3
                d37 = a21_2 * (v29 / a11_2) + det2 * a22_6
                d43 = -d37
                d44 = a11_2 * a22_6
                d45 = v29
            d35 = (matrix12 * v42 + matrix11 * d43) / matrix10
            d36 = (matrix11 * d45 - matrix12 * det3) / matrix10
            d38 = -v42
            d39 = -(factor4 * d36) - d44 - factor3 * d35
            d40 = matrix20 * (d45 / matrix10) + matrix00 * (d43 / matrix10)
            d41 = matrix00 * (v42 / matrix10) - matrix20 * (det3 / matrix10)
        else:
            d35 = 0.0
            d36 = 0.0
            d37 = 0.0
            d38 = 0.0
            d39 = 0.0
            d40 = 0.0
            d41 = 0.0
        return [[d35, d37, d38], [d39, d40, d41], [d36, d31, d32]]
    if v2 > v1:
        if v3:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        factor5 = matrix10 / matrix20
        a11_3 = matrix11 - factor5 * matrix21
        factor6 = matrix00 / matrix20
        a21_3 = matrix01 - factor6 * matrix21
        v46 = abs(a21_3) > abs(a11_3)
        if v46:
            if a21_3 == 0.0:
                v51 = True
            else:
                v52 = a11_3 / a21_3 * (matrix02 - factor6 * matrix22)
                v51 = matrix12 - factor5 * matrix22 - v52 == 0.0
            if v51:
                d48 = 0.0
                d49 = 0.0
            else:
                d48 = det * (matrix02 - factor6 * matrix22)
                d49 = -(det * a21_3)
            d47 = not v51
        else:
            if a11_3 == 0.0:
                v54 = True
            else:
                v55 = a21_3 / a11_3 * (matrix12 - factor5 * matrix22)
                v54 = matrix02 - factor6 * matrix22 - v55 == 0.0
            if v54:
                d48 = 0.0
                d49 = 0.0
            else:
                a12_4 = matrix12 - factor5 * matrix22
                v56 = det * (matrix02 - factor6 * matrix22 - a21_3 / a11_3 * a12_4)
                d48 = a21_3 * (det * a12_4 / a11_3) + v56
                d49 = -(det * a21_3)
            d47 = not v54
        if d47:
            a12_5 = matrix12 - factor5 * matrix22
            a22_7 = matrix02 - factor6 * matrix22
            d60 = det * a11_3
            v64 = det * a21_3
            if v46:
                a22_8 = a12_5 - a11_3 / a21_3 * a22_7
                v68 = det * a22_7
                d65 = a11_3 * (v68 / a21_3) + det * a22_8
                d66 = -(a21_3 * a22_8)
                d67 = -v68
                d59 = -d65
            else:
                a22_9 = a22_7 - a21_3 / a11_3 * a12_5
                d65 = det * a12_5
                d66 = a11_3 * a22_9
                d67 = -(a21_3 * (d65 / a11_3) + det * a22_9)
                d59 = -d65
            d57 = (matrix21 * d65 - matrix22 * d60) / matrix20
            d58 = (matrix22 * v64 + matrix21 * d67) / matrix20
            d61 = -(factor6 * d57) - d66 - factor5 * d58
            d62 = matrix00 * (d65 / matrix20) + matrix10 * (d67 / matrix20)
            d63 = matrix10 * (v64 / matrix20) - matrix00 * (d60 / matrix20)
        else:
            d57 = 0.0
            d58 = 0.0
            d59 = 0.0
            d60 = 0.0
            d61 = 0.0
            d62 = 0.0
            d63 = 0.0
        return [[d57, d59, d60], [d58, d48, d49], [d61, d62, d63]]
    if matrix00 == 0.0:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    det4 = 1.0 * matrix00
    factor7 = matrix10 / matrix00
    a21_4 = matrix11 - factor7 * matrix01
    a12_6 = matrix12 - factor7 * matrix02
    factor8 = matrix20 / matrix00
    a11_4 = matrix21 - factor8 * matrix01
    a12_7 = matrix22 - factor8 * matrix02
    v69 = abs(a11_4) > abs(a21_4)
    v70 = det4 * a11_4
    det5 = det4 * a21_4
    v71 = det4 * a12_7
    d72 = det4 * a12_6
    if v69:
        v75 = a11_4 == 0.0 or a12_6 - a21_4 / a11_4 * a12_7 == 0.0
        d73 = not v75
        d74 = 0.0 if v75 else v71
    else:
        v76 = a21_4 == 0.0 or a12_7 - a11_4 / a21_4 * a12_6 == 0.0
        if v76:
            d74 = 0.0
        else:
            d74 = a11_4 * (d72 / a21_4) + det4 * (a12_7 - a11_4 / a21_4 * a12_6)
        d73 = not v76
    if d73:
        if v69:
            a22_10 = a12_6 - a21_4 / a11_4 * a12_7
            d77 = -(a11_4 * a22_10)
            d84 = a21_4 * (v71 / a11_4) + det4 * a22_10
            d85 = -v71
        else:
            a22_11 = a12_7 - a11_4 / a21_4 * a12_6
            d77 = a21_4 * a22_11
            d84 = d72
            d85 = -(a11_4 * (d72 / a21_4) + det4 * a22_11)
        d83 = (matrix01 * d84 - matrix02 * det5) / matrix00
        d82 = (matrix02 * v70 + matrix01 * d85) / matrix00
        d78 = -(factor8 * d83)
        d79 = -(factor7 * d82)
        d80 = matrix20 * (d84 / matrix00) + matrix10 * (d85 / matrix00)
        d81 = matrix10 * (v70 / matrix00) - matrix20 * (det5 / matrix00)
    else:
        d77 = 0.0
        d78 = 0.0
        d79 = 0.0
        d80 = 0.0
        d81 = 0.0
        d82 = 0.0
        d83 = 0.0
    d86 = -v70
    if v69:
        if v75:
            d87 = 0.0
            d88 = 0.0
            d89 = 0.0
        else:
            d87 = d86
            d88 = -(a21_4 * (v71 / a11_4) + det4 * (a12_6 - a21_4 / a11_4 * a12_7))
            d89 = det5
    elif v76:
        d87 = 0.0
        d88 = 0.0
        d89 = 0.0
    else:
        d87 = d86
        d88 = -d72
        d89 = det5
    return [[d77 + d78 + d79, d80, d81], [d82, d74, d87], [d83, d88, d89]]
