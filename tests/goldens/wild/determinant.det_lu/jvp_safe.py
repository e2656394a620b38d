# value and tangent of det_lu in 524 operations, 379 before the passes
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
    if v0 > v1:
        if v2 > v0:
            # determinant.py:20  if a[p][k] == 0:
            if matrix20 == 0.0:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor = matrix10 / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            a11 = matrix11 - factor * matrix21
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor2 = matrix00 / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            a21 = matrix01 - factor2 * matrix21
            # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
            if abs(a21) > abs(a11):
                # determinant.py:20  if a[p][k] == 0:
                if a21 == 0.0:
                    v4 = True
                else:
                    # determinant.py:29  a[i][j] -= factor * a[k][j]
                    v5 = a11 / a21 * (matrix02 - factor2 * matrix22)
                    # determinant.py:20  if a[p][k] == 0:
                    v4 = matrix12 - factor * matrix22 - v5 == 0.0
                if v4:
                    return 0.0, 0.0
                # determinant.py:27  factor = a[i][k] / a[k][k]
                dfactor = (dmatrix10 - factor * dmatrix20) / matrix20
                dfactor2 = (dmatrix00 - factor2 * dmatrix20) / matrix20
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                da21 = dmatrix01 - (factor2 * dmatrix21 + matrix21 * dfactor2)
                a22 = matrix02 - factor2 * matrix22
                # determinant.py:25  det *= a[k][k]
                det = matrix20 * a21
                # determinant.py:27  factor = a[i][k] / a[k][k]
                factor3 = a11 / a21
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                da11 = dmatrix11 - (factor * dmatrix21 + matrix21 * dfactor)
                da22 = dmatrix02 - (factor2 * dmatrix22 + matrix22 * dfactor2)
                a22_2 = matrix12 - factor * matrix22 - factor3 * a22
                d6 = factor3 * da22 + a22 * ((da11 - factor3 * da21) / a21)
                da22_2 = dmatrix12 - (factor * dmatrix22 + matrix22 * dfactor) - d6
                # determinant.py:25  det *= a[k][k]
                ddet2 = a22_2 * (matrix20 * da21 + a21 * dmatrix20) + det * da22_2
                return det * a22_2, ddet2
            # determinant.py:20  if a[p][k] == 0:
            if a11 == 0.0:
                v8 = True
            else:
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v9 = a21 / a11 * (matrix12 - factor * matrix22)
                # determinant.py:20  if a[p][k] == 0:
                v8 = matrix02 - factor2 * matrix22 - v9 == 0.0
            if v8:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            dfactor4 = (dmatrix10 - factor * dmatrix20) / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            da11_2 = dmatrix11 - (factor * dmatrix21 + matrix21 * dfactor4)
            a12 = matrix12 - factor * matrix22
            # determinant.py:27  factor = a[i][k] / a[k][k]
            dfactor5 = (dmatrix00 - factor2 * dmatrix20) / matrix20
            # determinant.py:25  det *= a[k][k]
            v10 = a11 * matrix20
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor6 = a21 / a11
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            da21_2 = dmatrix01 - (factor2 * dmatrix21 + matrix21 * dfactor5)
            d11 = factor6 * (dmatrix12 - (factor * dmatrix22 + matrix22 * dfactor4))
            a22_3 = matrix02 - factor2 * matrix22 - factor6 * a12
            da22_4 = dmatrix02 - (factor2 * dmatrix22 + matrix22 * dfactor5)
            # determinant.py:25  det *= a[k][k]
            d12 = (da22_4 - (d11 + a12 * ((da21_2 - factor6 * da11_2) / a11))) * v10
            ddet3 = a22_3 * (-(da11_2 * matrix20) - a11 * dmatrix20) - d12
            return -(a22_3 * v10), ddet3
        # determinant.py:20  if a[p][k] == 0:
        if matrix10 == 0.0:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor7 = matrix00 / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a11_3 = matrix01 - factor7 * matrix11
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor8 = matrix20 / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a21_3 = matrix21 - factor8 * matrix11
        # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
        if abs(a21_3) > abs(a11_3):
            # determinant.py:20  if a[p][k] == 0:
            if a21_3 == 0.0:
                v14 = True
            else:
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v15 = a11_3 / a21_3 * (matrix22 - factor8 * matrix12)
                # determinant.py:20  if a[p][k] == 0:
                v14 = matrix02 - factor7 * matrix12 - v15 == 0.0
            if v14:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            dfactor7 = (dmatrix00 - factor7 * dmatrix10) / matrix10
            dfactor8 = (dmatrix20 - factor8 * dmatrix10) / matrix10
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            da21_3 = dmatrix21 - (factor8 * dmatrix11 + matrix11 * dfactor8)
            a22_5 = matrix22 - factor8 * matrix12
            # determinant.py:25  det *= a[k][k]
            det4 = matrix10 * a21_3
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor9 = a11_3 / a21_3
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            da11_3 = dmatrix01 - (factor7 * dmatrix11 + matrix11 * dfactor7)
            d16 = factor9 * (dmatrix22 - (factor8 * dmatrix12 + matrix12 * dfactor8))
            a22_6 = matrix02 - factor7 * matrix12 - factor9 * a22_5
            da12_2 = dmatrix02 - (factor7 * dmatrix12 + matrix12 * dfactor7)
            da22_6 = da12_2 - (d16 + a22_5 * ((da11_3 - factor9 * da21_3) / a21_3))
            # determinant.py:25  det *= a[k][k]
            ddet5 = a22_6 * (matrix10 * da21_3 + a21_3 * dmatrix10) + det4 * da22_6
            return det4 * a22_6, ddet5
        # determinant.py:20  if a[p][k] == 0:
        if a11_3 == 0.0:
            v18 = True
        else:
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v19 = a21_3 / a11_3 * (matrix02 - factor7 * matrix12)
            # determinant.py:20  if a[p][k] == 0:
            v18 = matrix22 - factor8 * matrix12 - v19 == 0.0
        if v18:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        dfactor10 = (dmatrix00 - factor7 * dmatrix10) / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        da11_4 = dmatrix01 - (factor7 * dmatrix11 + matrix11 * dfactor10)
        a12_3 = matrix02 - factor7 * matrix12
        # determinant.py:27  factor = a[i][k] / a[k][k]
        dfactor11 = (dmatrix20 - factor8 * dmatrix10) / matrix10
        # determinant.py:25  det *= a[k][k]
        v20 = a11_3 * matrix10
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor12 = a21_3 / a11_3
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        da21_4 = dmatrix21 - (factor8 * dmatrix11 + matrix11 * dfactor11)
        d21 = factor12 * (dmatrix02 - (factor7 * dmatrix12 + matrix12 * dfactor10))
        a22_7 = matrix22 - factor8 * matrix12 - factor12 * a12_3
        da22_8 = dmatrix22 - (factor8 * dmatrix12 + matrix12 * dfactor11)
        # determinant.py:25  det *= a[k][k]
        d22 = (da22_8 - (d21 + a12_3 * ((da21_4 - factor12 * da11_4) / a11_3))) * v20
        return -(a22_7 * v20), a22_7 * (-(da11_4 * matrix10) - a11_3 * dmatrix10) - d22
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if v2 > v1:
        # determinant.py:20  if a[p][k] == 0:
        if matrix20 == 0.0:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor13 = matrix10 / matrix20
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a11_5 = matrix11 - factor13 * matrix21
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor14 = matrix00 / matrix20
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a21_5 = matrix01 - factor14 * matrix21
        # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
        if abs(a21_5) > abs(a11_5):
            # determinant.py:20  if a[p][k] == 0:
            if a21_5 == 0.0:
                v24 = True
            else:
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v25 = a11_5 / a21_5 * (matrix02 - factor14 * matrix22)
                # determinant.py:20  if a[p][k] == 0:
                v24 = matrix12 - factor13 * matrix22 - v25 == 0.0
            if v24:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            dfactor13 = (dmatrix10 - factor13 * dmatrix20) / matrix20
            dfactor14 = (dmatrix00 - factor14 * dmatrix20) / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            da21_5 = dmatrix01 - (factor14 * dmatrix21 + matrix21 * dfactor14)
            a22_9 = matrix02 - factor14 * matrix22
            # determinant.py:25  det *= a[k][k]
            det6 = matrix20 * a21_5
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor15 = a11_5 / a21_5
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            da11_5 = dmatrix11 - (factor13 * dmatrix21 + matrix21 * dfactor13)
            da22_9 = dmatrix02 - (factor14 * dmatrix22 + matrix22 * dfactor14)
            a22_10 = matrix12 - factor13 * matrix22 - factor15 * a22_9
            d26 = factor15 * da22_9 + a22_9 * ((da11_5 - factor15 * da21_5) / a21_5)
            da22_10 = dmatrix12 - (factor13 * dmatrix22 + matrix22 * dfactor13) - d26
            # determinant.py:25  det *= a[k][k]
            ddet7 = a22_10 * (matrix20 * da21_5 + a21_5 * dmatrix20) + det6 * da22_10
            return det6 * a22_10, ddet7
        # determinant.py:20  if a[p][k] == 0:
        if a11_5 == 0.0:
            v28 = True
        else:
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v29 = a21_5 / a11_5 * (matrix12 - factor13 * matrix22)
            # determinant.py:20  if a[p][k] == 0:
            v28 = matrix02 - factor14 * matrix22 - v29 == 0.0
        if v28:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        dfactor16 = (dmatrix10 - factor13 * dmatrix20) / matrix20
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        da11_6 = dmatrix11 - (factor13 * dmatrix21 + matrix21 * dfactor16)
        a12_4 = matrix12 - factor13 * matrix22
        # determinant.py:27  factor = a[i][k] / a[k][k]
        dfactor17 = (dmatrix00 - factor14 * dmatrix20) / matrix20
        # determinant.py:25  det *= a[k][k]
        v30 = a11_5 * matrix20
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor18 = a21_5 / a11_5
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        da21_6 = dmatrix01 - (factor14 * dmatrix21 + matrix21 * dfactor17)
        d31 = factor18 * (dmatrix12 - (factor13 * dmatrix22 + matrix22 * dfactor16))
        a22_11 = matrix02 - factor14 * matrix22 - factor18 * a12_4
        da22_12 = dmatrix02 - (factor14 * dmatrix22 + matrix22 * dfactor17)
        # determinant.py:25  det *= a[k][k]
        d32 = (da22_12 - (d31 + a12_4 * ((da21_6 - factor18 * da11_6) / a11_5))) * v30
        ddet8 = a22_11 * (-(da11_6 * matrix20) - a11_5 * dmatrix20) - d32
        return -(a22_11 * v30), ddet8
    # determinant.py:20  if a[p][k] == 0:
    if matrix00 == 0.0:
        return 0.0, 0.0
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor19 = matrix10 / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    a11_7 = matrix11 - factor19 * matrix01
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor20 = matrix20 / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    a21_7 = matrix21 - factor20 * matrix01
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if abs(a21_7) > abs(a11_7):
        # determinant.py:20  if a[p][k] == 0:
        if a21_7 == 0.0:
            v34 = True
        else:
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v35 = a11_7 / a21_7 * (matrix22 - factor20 * matrix02)
            # determinant.py:20  if a[p][k] == 0:
            v34 = matrix12 - factor19 * matrix02 - v35 == 0.0
        if v34:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        dfactor19 = (dmatrix10 - factor19 * dmatrix00) / matrix00
        dfactor20 = (dmatrix20 - factor20 * dmatrix00) / matrix00
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        da21_7 = dmatrix21 - (factor20 * dmatrix01 + matrix01 * dfactor20)
        a22_13 = matrix22 - factor20 * matrix02
        # determinant.py:25  det *= a[k][k]
        v36 = a21_7 * matrix00
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor21 = a11_7 / a21_7
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        da11_7 = dmatrix11 - (factor19 * dmatrix01 + matrix01 * dfactor19)
        d37 = factor21 * (dmatrix22 - (factor20 * dmatrix02 + matrix02 * dfactor20))
        a22_14 = matrix12 - factor19 * matrix02 - factor21 * a22_13
        da12_5 = dmatrix12 - (factor19 * dmatrix02 + matrix02 * dfactor19)
        # determinant.py:25  det *= a[k][k]
        d38 = (da12_5 - (d37 + a22_13 * ((da11_7 - factor21 * da21_7) / a21_7))) * v36
        ddet9 = a22_14 * (-(a21_7 * dmatrix00) - da21_7 * matrix00) - d38
        return -(a22_14 * v36), ddet9
    # determinant.py:20  if a[p][k] == 0:
    if a11_7 == 0.0:
        v40 = True
    else:
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v41 = a21_7 / a11_7 * (matrix12 - factor19 * matrix02)
        # determinant.py:20  if a[p][k] == 0:
        v40 = matrix22 - factor20 * matrix02 - v41 == 0.0
    if v40:
        return 0.0, 0.0
    # determinant.py:27  factor = a[i][k] / a[k][k]
    dfactor22 = (dmatrix10 - factor19 * dmatrix00) / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    da11_8 = dmatrix11 - (factor19 * dmatrix01 + matrix01 * dfactor22)
    a12_6 = matrix12 - factor19 * matrix02
    # determinant.py:27  factor = a[i][k] / a[k][k]
    dfactor23 = (dmatrix20 - factor20 * dmatrix00) / matrix00
    # determinant.py:25  det *= a[k][k]
    det10 = matrix00 * a11_7
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor24 = a21_7 / a11_7
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    da21_8 = dmatrix21 - (factor20 * dmatrix01 + matrix01 * dfactor23)
    d42 = factor24 * (dmatrix12 - (factor19 * dmatrix02 + matrix02 * dfactor22))
    a22_15 = matrix22 - factor20 * matrix02 - factor24 * a12_6
    da22_16 = dmatrix22 - (factor20 * dmatrix02 + matrix02 * dfactor23)
    # determinant.py:25  det *= a[k][k]
    d43 = det10 * (da22_16 - (d42 + a12_6 * ((da21_8 - factor24 * da11_8) / a11_7)))
    return det10 * a22_15, a22_15 * (a11_7 * dmatrix00 + matrix00 * da11_8) + d43
