# gradient of det_lu in 571 operations, 876 before the passes
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
        factor4 = matrix20 / matrix10
        a21_2 = matrix21 - factor4 * matrix11
        v27 = abs(a21_2) > abs(a11_2)
        if v27:
            if a21_2 == 0.0:
                v32 = True
            else:
                v33 = a11_2 / a21_2 * (matrix22 - factor4 * matrix12)
                v32 = matrix02 - factor3 * matrix12 - v33 == 0.0
            if v32:
                d29 = 0.0
                d30 = 0.0
            else:
                a22_4 = matrix22 - factor4 * matrix12
                v34 = det2 * (matrix02 - factor3 * matrix12 - a11_2 / a21_2 * a22_4)
                d29 = -(a11_2 * (det2 * a22_4 / a21_2) + v34)
                d30 = det2 * a11_2
            d28 = not v32
        else:
            if a11_2 == 0.0:
                v36 = True
            else:
                v37 = a21_2 / a11_2 * (matrix02 - factor3 * matrix12)
                v36 = matrix22 - factor4 * matrix12 - v37 == 0.0
            if v36:
                d29 = 0.0
                d30 = 0.0
            else:
                d29 = -(det2 * (matrix02 - factor3 * matrix12))
                d30 = det2 * a11_2
            d28 = not v36
        if d28:
            a12_3 = matrix02 - factor3 * matrix12
            a22_5 = matrix22 - factor4 * matrix12
            det3 = det2 * a11_2
            v45 = det2 * a21_2
            if v27:
                a22_6 = a12_3 - a11_2 / a21_2 * a22_5
                d40 = det2 * a22_5
                d46 = -d40
                d47 = -(a21_2 * a22_6)
                d48 = a11_2 * (d40 / a21_2) + det2 * a22_6
            else:
                a22_7 = a22_5 - a21_2 / a11_2 * a12_3
                d48 = det2 * a12_3
                d40 = a21_2 * (d48 / a11_2) + det2 * a22_7
                d46 = -d40
                d47 = a11_2 * a22_7
            d38 = (matrix12 * v45 + matrix11 * d46) / matrix10
            d39 = (matrix11 * d48 - matrix12 * det3) / matrix10
            d41 = -v45
            d42 = -(factor4 * d39) - d47 - factor3 * d38
            d43 = matrix20 * (d48 / matrix10) + matrix00 * (d46 / matrix10)
            d44 = matrix00 * (v45 / matrix10) - matrix20 * (det3 / matrix10)
        else:
            d38 = 0.0
            d39 = 0.0
            d40 = 0.0
            d41 = 0.0
            d42 = 0.0
            d43 = 0.0
            d44 = 0.0
        return [[d38, d40, d41], [d42, d43, d44], [d39, d29, d30]]
    if v2 > v1:
        if v3:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        factor5 = matrix10 / matrix20
        a11_3 = matrix11 - factor5 * matrix21
        factor6 = matrix00 / matrix20
        a21_3 = matrix01 - factor6 * matrix21
        v49 = abs(a21_3) > abs(a11_3)
        if v49:
            if a21_3 == 0.0:
                v54 = True
            else:
                v55 = a11_3 / a21_3 * (matrix02 - factor6 * matrix22)
                v54 = matrix12 - factor5 * matrix22 - v55 == 0.0
            if v54:
                d51 = 0.0
                d52 = 0.0
            else:
                d51 = det * (matrix02 - factor6 * matrix22)
                d52 = -(det * a21_3)
            d50 = not v54
        else:
            if a11_3 == 0.0:
                v57 = True
            else:
                v58 = a21_3 / a11_3 * (matrix12 - factor5 * matrix22)
                v57 = matrix02 - factor6 * matrix22 - v58 == 0.0
            if v57:
                d51 = 0.0
                d52 = 0.0
            else:
                a12_4 = matrix12 - factor5 * matrix22
                v59 = det * (matrix02 - factor6 * matrix22 - a21_3 / a11_3 * a12_4)
                d51 = a21_3 * (det * a12_4 / a11_3) + v59
                d52 = -(det * a21_3)
            d50 = not v57
        if d50:
            a12_5 = matrix12 - factor5 * matrix22
            a22_8 = matrix02 - factor6 * matrix22
            d63 = det * a11_3
            v67 = det * a21_3
            if v49:
                a22_9 = a12_5 - a11_3 / a21_3 * a22_8
                v71 = det * a22_8
                d68 = a11_3 * (v71 / a21_3) + det * a22_9
                d69 = -(a21_3 * a22_9)
                d70 = -v71
                d62 = -d68
            else:
                a22_10 = a22_8 - a21_3 / a11_3 * a12_5
                d68 = det * a12_5
                d69 = a11_3 * a22_10
                d70 = -(a21_3 * (d68 / a11_3) + det * a22_10)
                d62 = -d68
            d60 = (matrix21 * d68 - matrix22 * d63) / matrix20
            d61 = (matrix22 * v67 + matrix21 * d70) / matrix20
            d64 = -(factor6 * d60) - d69 - factor5 * d61
            d65 = matrix00 * (d68 / matrix20) + matrix10 * (d70 / matrix20)
            d66 = matrix10 * (v67 / matrix20) - matrix00 * (d63 / matrix20)
        else:
            d60 = 0.0
            d61 = 0.0
            d62 = 0.0
            d63 = 0.0
            d64 = 0.0
            d65 = 0.0
            d66 = 0.0
        return [[d60, d62, d63], [d61, d51, d52], [d64, d65, d66]]
    if matrix00 == 0.0:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    det4 = 1.0 * matrix00
    factor7 = matrix10 / matrix00
    a21_4 = matrix11 - factor7 * matrix01
    factor8 = matrix20 / matrix00
    a11_4 = matrix21 - factor8 * matrix01
    v72 = abs(a11_4) > abs(a21_4)
    if v72:
        if a11_4 == 0.0:
            v79 = True
        else:
            v80 = a21_4 / a11_4 * (matrix22 - factor8 * matrix02)
            v79 = matrix12 - factor7 * matrix02 - v80 == 0.0
        if v79:
            d74 = 0.0
            d75 = 0.0
            d76 = 0.0
            d77 = 0.0
        else:
            a12_6 = matrix22 - factor8 * matrix02
            d74 = det4 * a12_6
            v81 = det4 * (matrix12 - factor7 * matrix02 - a21_4 / a11_4 * a12_6)
            d75 = -(det4 * a11_4)
            d76 = -(a21_4 * (d74 / a11_4) + v81)
            d77 = det4 * a21_4
        d73 = not v79
    else:
        if a21_4 == 0.0:
            v83 = True
        else:
            v84 = a11_4 / a21_4 * (matrix12 - factor7 * matrix02)
            v83 = matrix22 - factor8 * matrix02 - v84 == 0.0
        if v83:
            d74 = 0.0
            d75 = 0.0
            d76 = 0.0
            d77 = 0.0
        else:
            a12_7 = matrix12 - factor7 * matrix02
            v85 = det4 * a12_7
            v86 = det4 * (matrix22 - factor8 * matrix02 - a11_4 / a21_4 * a12_7)
            d74 = a11_4 * (v85 / a21_4) + v86
            d75 = -(det4 * a11_4)
            d76 = -v85
            d77 = det4 * a21_4
        d73 = not v83
    if d73:
        a12_8 = matrix12 - factor7 * matrix02
        a12_9 = matrix22 - factor8 * matrix02
        v94 = det4 * a11_4
        det5 = det4 * a21_4
        if v72:
            a22_11 = a12_8 - a21_4 / a11_4 * a12_9
            v97 = det4 * a12_9
            d87 = -(a11_4 * a22_11)
            d95 = a21_4 * (v97 / a11_4) + det4 * a22_11
            d96 = -v97
        else:
            a22_12 = a12_9 - a11_4 / a21_4 * a12_8
            d95 = det4 * a12_8
            d87 = a21_4 * a22_12
            d96 = -(a11_4 * (d95 / a21_4) + det4 * a22_12)
        d93 = (matrix01 * d95 - matrix02 * det5) / matrix00
        d92 = (matrix02 * v94 + matrix01 * d96) / matrix00
        d88 = -(factor8 * d93)
        d89 = -(factor7 * d92)
        d90 = matrix20 * (d95 / matrix00) + matrix10 * (d96 / matrix00)
        d91 = matrix10 * (v94 / matrix00) - matrix20 * (det5 / matrix00)
    else:
        d87 = 0.0
        d88 = 0.0
        d89 = 0.0
        d90 = 0.0
        d91 = 0.0
        d92 = 0.0
        d93 = 0.0
    return [[d87 + d88 + d89, d90, d91], [d92, d74, d75], [d93, d76, d77]]
