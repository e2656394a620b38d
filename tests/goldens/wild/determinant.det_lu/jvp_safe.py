# value and tangent of det_lu in 395 operations, 426 before the passes
def det_lu(matrix, dmatrix):
    (
        (matrix00, matrix01, matrix02),
        (matrix10, matrix11, matrix12),
        (matrix20, matrix21, matrix22),
    ) = matrix
    (
        (dmatrix00, dmatrix01, dmatrix02),
        (dmatrix10, dmatrix11, dmatrix12),
        (dmatrix20, dmatrix21, dmatrix22),
    ) = dmatrix
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    v0 = abs(matrix10)
    v1 = abs(matrix00)
    v2 = abs(matrix20)
    # determinant.py:20  if a[p][k] == 0:
    v3 = matrix20 == 0.0
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if v0 > v1:
        if v2 > v0:
            # determinant.py:20  if a[p][k] == 0:
            if v3:
                return 0.0, 0.0
            # determinant.py:25  det *= a[k][k]
            det = -1.0 * matrix20
            ddet = -1.0 * dmatrix20
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor = matrix10 / matrix20
            dfactor = (dmatrix10 - factor * dmatrix20) / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            a11 = matrix11 - factor * matrix21
            da11 = dmatrix11 - (factor * dmatrix21 + matrix21 * dfactor)
            a12 = matrix12 - factor * matrix22
            da12 = dmatrix12 - (factor * dmatrix22 + matrix22 * dfactor)
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor2 = matrix00 / matrix20
            dfactor2 = (dmatrix00 - factor2 * dmatrix20) / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            a21 = matrix01 - factor2 * matrix21
            da21 = dmatrix01 - (factor2 * dmatrix21 + matrix21 * dfactor2)
            a22 = matrix02 - factor2 * matrix22
            da22 = dmatrix02 - (factor2 * dmatrix22 + matrix22 * dfactor2)
            # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
            if abs(a21) > abs(a11):
                # determinant.py:20  if a[p][k] == 0:
                if a21 == 0.0 or a12 - a11 / a21 * a22 == 0.0:
                    return 0.0, 0.0
                # determinant.py:25  det *= a[k][k]
                v4 = det * a21
                # determinant.py:27  factor = a[i][k] / a[k][k]
                factor3 = a11 / a21
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                a22_2 = a12 - factor3 * a22
                d5 = factor3 * da22 + a22 * ((da11 - factor3 * da21) / a21)
                # determinant.py:25  det *= a[k][k]
                ddet2 = a22_2 * (-(a21 * ddet) - det * da21) - v4 * (da12 - d5)
                return -(v4 * a22_2), ddet2
            # determinant.py:20  if a[p][k] == 0:
            if a11 == 0.0 or a22 - a21 / a11 * a12 == 0.0:
                return 0.0, 0.0
            # determinant.py:25  det *= a[k][k]
            det3 = det * a11
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor4 = a21 / a11
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            a22_3 = a22 - factor4 * a12
            da22_3 = da22 - (factor4 * da12 + a12 * ((da21 - factor4 * da11) / a11))
            # determinant.py:25  det *= a[k][k]
            return det3 * a22_3, a22_3 * (a11 * ddet + det * da11) + det3 * da22_3
        # determinant.py:20  if a[p][k] == 0:
        if matrix10 == 0.0:
            return 0.0, 0.0
        # determinant.py:25  det *= a[k][k]
        det4 = -1.0 * matrix10
        ddet4 = -1.0 * dmatrix10
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor5 = matrix00 / matrix10
        dfactor5 = (dmatrix00 - factor5 * dmatrix10) / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a11_2 = matrix01 - factor5 * matrix11
        da11_2 = dmatrix01 - (factor5 * dmatrix11 + matrix11 * dfactor5)
        a12_2 = matrix02 - factor5 * matrix12
        da12_2 = dmatrix02 - (factor5 * dmatrix12 + matrix12 * dfactor5)
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor6 = matrix20 / matrix10
        dfactor6 = (dmatrix20 - factor6 * dmatrix10) / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a21_2 = matrix21 - factor6 * matrix11
        da21_2 = dmatrix21 - (factor6 * dmatrix11 + matrix11 * dfactor6)
        a22_4 = matrix22 - factor6 * matrix12
        da22_4 = dmatrix22 - (factor6 * dmatrix12 + matrix12 * dfactor6)
        # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
        if abs(a21_2) > abs(a11_2):
            # determinant.py:20  if a[p][k] == 0:
            if a21_2 == 0.0 or a12_2 - a11_2 / a21_2 * a22_4 == 0.0:
                return 0.0, 0.0
            # determinant.py:25  det *= a[k][k]
            v6 = det4 * a21_2
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor7 = a11_2 / a21_2
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            a22_5 = a12_2 - factor7 * a22_4
            d7 = factor7 * da22_4 + a22_4 * ((da11_2 - factor7 * da21_2) / a21_2)
            # determinant.py:25  det *= a[k][k]
            ddet5 = a22_5 * (-(a21_2 * ddet4) - det4 * da21_2) - v6 * (da12_2 - d7)
            return -(v6 * a22_5), ddet5
        # determinant.py:20  if a[p][k] == 0:
        if a11_2 == 0.0 or a22_4 - a21_2 / a11_2 * a12_2 == 0.0:
            return 0.0, 0.0
        # determinant.py:25  det *= a[k][k]
        det6 = det4 * a11_2
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor8 = a21_2 / a11_2
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a22_6 = a22_4 - factor8 * a12_2
        d8 = factor8 * da12_2 + a12_2 * ((da21_2 - factor8 * da11_2) / a11_2)
        # determinant.py:25  det *= a[k][k]
        ddet7 = a22_6 * (a11_2 * ddet4 + det4 * da11_2) + det6 * (da22_4 - d8)
        return det6 * a22_6, ddet7
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if v2 > v1:
        # determinant.py:20  if a[p][k] == 0:
        if v3:
            return 0.0, 0.0
        # determinant.py:25  det *= a[k][k]
        det8 = -1.0 * matrix20
        ddet8 = -1.0 * dmatrix20
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor9 = matrix10 / matrix20
        dfactor9 = (dmatrix10 - factor9 * dmatrix20) / matrix20
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a11_3 = matrix11 - factor9 * matrix21
        da11_3 = dmatrix11 - (factor9 * dmatrix21 + matrix21 * dfactor9)
        a12_3 = matrix12 - factor9 * matrix22
        da12_3 = dmatrix12 - (factor9 * dmatrix22 + matrix22 * dfactor9)
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor10 = matrix00 / matrix20
        dfactor10 = (dmatrix00 - factor10 * dmatrix20) / matrix20
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a21_3 = matrix01 - factor10 * matrix21
        da21_3 = dmatrix01 - (factor10 * dmatrix21 + matrix21 * dfactor10)
        a22_7 = matrix02 - factor10 * matrix22
        da22_7 = dmatrix02 - (factor10 * dmatrix22 + matrix22 * dfactor10)
        # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
        if abs(a21_3) > abs(a11_3):
            # determinant.py:20  if a[p][k] == 0:
            if a21_3 == 0.0 or a12_3 - a11_3 / a21_3 * a22_7 == 0.0:
                return 0.0, 0.0
            # determinant.py:25  det *= a[k][k]
            v9 = det8 * a21_3
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor11 = a11_3 / a21_3
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            a22_8 = a12_3 - factor11 * a22_7
            d10 = factor11 * da22_7 + a22_7 * ((da11_3 - factor11 * da21_3) / a21_3)
            # determinant.py:25  det *= a[k][k]
            ddet9 = a22_8 * (-(a21_3 * ddet8) - det8 * da21_3) - v9 * (da12_3 - d10)
            return -(v9 * a22_8), ddet9
        # determinant.py:20  if a[p][k] == 0:
        if a11_3 == 0.0 or a22_7 - a21_3 / a11_3 * a12_3 == 0.0:
            return 0.0, 0.0
        # determinant.py:25  det *= a[k][k]
        det10 = det8 * a11_3
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor12 = a21_3 / a11_3
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a22_9 = a22_7 - factor12 * a12_3
        d11 = factor12 * da12_3 + a12_3 * ((da21_3 - factor12 * da11_3) / a11_3)
        # determinant.py:25  det *= a[k][k]
        ddet11 = a22_9 * (a11_3 * ddet8 + det8 * da11_3) + det10 * (da22_7 - d11)
        return det10 * a22_9, ddet11
    # determinant.py:20  if a[p][k] == 0:
    if matrix00 == 0.0:
        return 0.0, 0.0
    # determinant.py:25  det *= a[k][k]
    det12 = 1.0 * matrix00
    ddet12 = 1.0 * dmatrix00
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor13 = matrix10 / matrix00
    dfactor13 = (dmatrix10 - factor13 * dmatrix00) / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    a21_4 = matrix11 - factor13 * matrix01
    da21_4 = dmatrix11 - (factor13 * dmatrix01 + matrix01 * dfactor13)
    a12_4 = matrix12 - factor13 * matrix02
    da12_4 = dmatrix12 - (factor13 * dmatrix02 + matrix02 * dfactor13)
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor14 = matrix20 / matrix00
    dfactor14 = (dmatrix20 - factor14 * dmatrix00) / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    a11_4 = matrix21 - factor14 * matrix01
    da11_4 = dmatrix21 - (factor14 * dmatrix01 + matrix01 * dfactor14)
    a12_5 = matrix22 - factor14 * matrix02
    da12_5 = dmatrix22 - (factor14 * dmatrix02 + matrix02 * dfactor14)
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if abs(a11_4) > abs(a21_4):
        # determinant.py:20  if a[p][k] == 0:
        if a11_4 == 0.0 or a12_4 - a21_4 / a11_4 * a12_5 == 0.0:
            return 0.0, 0.0
        # determinant.py:25  det *= a[k][k]
        v12 = det12 * a11_4
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor15 = a21_4 / a11_4
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a22_10 = a12_4 - factor15 * a12_5
        d13 = factor15 * da12_5 + a12_5 * ((da21_4 - factor15 * da11_4) / a11_4)
        # determinant.py:25  det *= a[k][k]
        ddet13 = a22_10 * (-(a11_4 * ddet12) - det12 * da11_4) - v12 * (da12_4 - d13)
        return -(v12 * a22_10), ddet13
    # determinant.py:20  if a[p][k] == 0:
    if a21_4 == 0.0 or a12_5 - a11_4 / a21_4 * a12_4 == 0.0:
        return 0.0, 0.0
    # determinant.py:25  det *= a[k][k]
    det14 = det12 * a21_4
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor16 = a11_4 / a21_4
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    a22_11 = a12_5 - factor16 * a12_4
    d14 = factor16 * da12_4 + a12_4 * ((da11_4 - factor16 * da21_4) / a21_4)
    # determinant.py:25  det *= a[k][k]
    ddet15 = a22_11 * (a21_4 * ddet12 + det12 * da21_4) + det14 * (da12_5 - d14)
    return det14 * a22_11, ddet15
