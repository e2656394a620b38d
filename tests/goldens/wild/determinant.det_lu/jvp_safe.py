# value and tangent of det_lu in 276 operations, 379 before the passes
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
                v6 = matrix02 - factor2 * matrix22
                # determinant.py:25  det *= a[k][k]
                det = matrix20 * a21
                # determinant.py:27  factor = a[i][k] / a[k][k]
                v7 = a11 / a21
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                da11 = dmatrix11 - (factor * dmatrix21 + matrix21 * dfactor)
                d8 = v7 * (dmatrix02 - (factor2 * dmatrix22 + matrix22 * dfactor2))
                v9 = matrix12 - factor * matrix22 - v7 * v6
                da12 = dmatrix12 - (factor * dmatrix22 + matrix22 * dfactor)
                # determinant.py:25  det *= a[k][k]
                d10 = det * (da12 - (d8 + v6 * ((da11 - v7 * da21) / a21)))
                return det * v9, v9 * (matrix20 * da21 + a21 * dmatrix20) + d10
            # determinant.py:20  if a[p][k] == 0:
            if a11 == 0.0:
                v4 = True
            else:
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v5 = a21 / a11 * (matrix12 - factor * matrix22)
                # determinant.py:20  if a[p][k] == 0:
                v4 = matrix02 - factor2 * matrix22 - v5 == 0.0
            if v4:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            d6 = (dmatrix10 - factor * dmatrix20) / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            d7 = dmatrix11 - (factor * dmatrix21 + matrix21 * d6)
            v8 = matrix12 - factor * matrix22
            # determinant.py:27  factor = a[i][k] / a[k][k]
            d9 = (dmatrix00 - factor2 * dmatrix20) / matrix20
            # determinant.py:25  det *= a[k][k]
            det = a11 * matrix20
            # determinant.py:27  factor = a[i][k] / a[k][k]
            v10 = a21 / a11
            d11 = dmatrix01 - (factor2 * dmatrix21 + matrix21 * d9) - v10 * d7
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            d12 = v10 * (dmatrix12 - (factor * dmatrix22 + matrix22 * d6))
            v13 = matrix02 - factor2 * matrix22 - v10 * v8
            d14 = dmatrix02 - (factor2 * dmatrix22 + matrix22 * d9)
            # determinant.py:25  det *= a[k][k]
            d15 = v13 * (-(d7 * matrix20) - a11 * dmatrix20)
            return -(v13 * det), d15 - (d14 - (d12 + v8 * (d11 / a11))) * det
        # determinant.py:20  if a[p][k] == 0:
        if matrix10 == 0.0:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor = matrix00 / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a11 = matrix01 - factor * matrix11
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor2 = matrix20 / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        a21 = matrix21 - factor2 * matrix11
        # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
        if abs(a21) > abs(a11):
            # determinant.py:20  if a[p][k] == 0:
            if a21 == 0.0:
                v4 = True
            else:
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v5 = a11 / a21 * (matrix22 - factor2 * matrix12)
                # determinant.py:20  if a[p][k] == 0:
                v4 = matrix02 - factor * matrix12 - v5 == 0.0
            if v4:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            dfactor = (dmatrix00 - factor * dmatrix10) / matrix10
            dfactor2 = (dmatrix20 - factor2 * dmatrix10) / matrix10
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            da21 = dmatrix21 - (factor2 * dmatrix11 + matrix11 * dfactor2)
            v6 = matrix22 - factor2 * matrix12
            # determinant.py:25  det *= a[k][k]
            det = matrix10 * a21
            # determinant.py:27  factor = a[i][k] / a[k][k]
            v7 = a11 / a21
            d8 = dmatrix01 - (factor * dmatrix11 + matrix11 * dfactor) - v7 * da21
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            d9 = v7 * (dmatrix22 - (factor2 * dmatrix12 + matrix12 * dfactor2))
            v10 = matrix02 - factor * matrix12 - v7 * v6
            da12 = dmatrix02 - (factor * dmatrix12 + matrix12 * dfactor)
            # determinant.py:25  det *= a[k][k]
            d11 = v10 * (matrix10 * da21 + a21 * dmatrix10)
            return det * v10, d11 + det * (da12 - (d9 + v6 * (d8 / a21)))
        # determinant.py:20  if a[p][k] == 0:
        if a11 == 0.0:
            v4 = True
        else:
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v5 = a21 / a11 * (matrix02 - factor * matrix12)
            # determinant.py:20  if a[p][k] == 0:
            v4 = matrix22 - factor2 * matrix12 - v5 == 0.0
        if v4:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        d6 = (dmatrix00 - factor * dmatrix10) / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d7 = dmatrix01 - (factor * dmatrix11 + matrix11 * d6)
        v8 = matrix02 - factor * matrix12
        # determinant.py:27  factor = a[i][k] / a[k][k]
        d9 = (dmatrix20 - factor2 * dmatrix10) / matrix10
        # determinant.py:25  det *= a[k][k]
        det = a11 * matrix10
        # determinant.py:27  factor = a[i][k] / a[k][k]
        v10 = a21 / a11
        d11 = dmatrix21 - (factor2 * dmatrix11 + matrix11 * d9) - v10 * d7
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d12 = v10 * (dmatrix02 - (factor * dmatrix12 + matrix12 * d6))
        v13 = matrix22 - factor2 * matrix12 - v10 * v8
        d14 = dmatrix22 - (factor2 * dmatrix12 + matrix12 * d9)
        # determinant.py:25  det *= a[k][k]
        d15 = v13 * (-(d7 * matrix10) - a11 * dmatrix10)
        return -(v13 * det), d15 - (d14 - (d12 + v8 * (d11 / a11))) * det
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if v2 > v1:
        # determinant.py:20  if a[p][k] == 0:
        if matrix20 == 0.0:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        v3 = matrix10 / matrix20
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v4 = matrix11 - v3 * matrix21
        # determinant.py:27  factor = a[i][k] / a[k][k]
        v5 = matrix00 / matrix20
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v6 = matrix01 - v5 * matrix21
        # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
        if abs(v6) > abs(v4):
            # determinant.py:20  if a[p][k] == 0:
            if v6 == 0.0:
                v8 = True
            else:
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v9 = matrix12 - v3 * matrix22 - v4 / v6 * (matrix02 - v5 * matrix22)
                # determinant.py:20  if a[p][k] == 0:
                v8 = v9 == 0.0
            if v8:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            d10 = (dmatrix10 - v3 * dmatrix20) / matrix20
            d11 = (dmatrix00 - v5 * dmatrix20) / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            d12 = dmatrix01 - (v5 * dmatrix21 + matrix21 * d11)
            v13 = matrix02 - v5 * matrix22
            # determinant.py:25  det *= a[k][k]
            v14 = matrix20 * v6
            # determinant.py:27  factor = a[i][k] / a[k][k]
            v15 = v4 / v6
            d16 = (dmatrix11 - (v3 * dmatrix21 + matrix21 * d10) - v15 * d12) / v6
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v17 = matrix12 - v3 * matrix22 - v15 * v13
            d18 = v15 * (dmatrix02 - (v5 * dmatrix22 + matrix22 * d11)) + v13 * d16
            # determinant.py:25  det *= a[k][k]
            d19 = v14 * (dmatrix12 - (v3 * dmatrix22 + matrix22 * d10) - d18)
            return v14 * v17, v17 * (matrix20 * d12 + v6 * dmatrix20) + d19
        # determinant.py:20  if a[p][k] == 0:
        if v4 == 0.0:
            v7 = True
        else:
            v7 = matrix02 - v5 * matrix22 - v6 / v4 * (matrix12 - v3 * matrix22) == 0.0
        if v7:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        d8 = (dmatrix10 - v3 * dmatrix20) / matrix20
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d9 = dmatrix11 - (v3 * dmatrix21 + matrix21 * d8)
        v10 = matrix12 - v3 * matrix22
        # determinant.py:27  factor = a[i][k] / a[k][k]
        d11 = (dmatrix00 - v5 * dmatrix20) / matrix20
        # determinant.py:25  det *= a[k][k]
        v12 = v4 * matrix20
        # determinant.py:27  factor = a[i][k] / a[k][k]
        v13 = v6 / v4
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d14 = v10 * ((dmatrix01 - (v5 * dmatrix21 + matrix21 * d11) - v13 * d9) / v4)
        v15 = matrix02 - v5 * matrix22 - v13 * v10
        d16 = v13 * (dmatrix12 - (v3 * dmatrix22 + matrix22 * d8)) + d14
        # determinant.py:25  det *= a[k][k]
        d17 = (dmatrix02 - (v5 * dmatrix22 + matrix22 * d11) - d16) * v12
        return -(v15 * v12), v15 * (-(d9 * matrix20) - v4 * dmatrix20) - d17
    # determinant.py:20  if a[p][k] == 0:
    if matrix00 == 0.0:
        return 0.0, 0.0
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor = matrix10 / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    a11 = matrix11 - factor * matrix01
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor2 = matrix20 / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    a21 = matrix21 - factor2 * matrix01
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if abs(a21) > abs(a11):
        # determinant.py:20  if a[p][k] == 0:
        if a21 == 0.0:
            v4 = True
        else:
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v5 = a11 / a21 * (matrix22 - factor2 * matrix02)
            # determinant.py:20  if a[p][k] == 0:
            v4 = matrix12 - factor * matrix02 - v5 == 0.0
        if v4:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        dfactor = (dmatrix10 - factor * dmatrix00) / matrix00
        dfactor2 = (dmatrix20 - factor2 * dmatrix00) / matrix00
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        da21 = dmatrix21 - (factor2 * dmatrix01 + matrix01 * dfactor2)
        v6 = matrix22 - factor2 * matrix02
        # determinant.py:25  det *= a[k][k]
        det = a21 * matrix00
        # determinant.py:27  factor = a[i][k] / a[k][k]
        v7 = a11 / a21
        d8 = dmatrix11 - (factor * dmatrix01 + matrix01 * dfactor) - v7 * da21
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d9 = v7 * (dmatrix22 - (factor2 * dmatrix02 + matrix02 * dfactor2))
        v10 = matrix12 - factor * matrix02 - v7 * v6
        da12 = dmatrix12 - (factor * dmatrix02 + matrix02 * dfactor)
        # determinant.py:25  det *= a[k][k]
        d11 = v10 * (-(a21 * dmatrix00) - da21 * matrix00)
        return -(v10 * det), d11 - (da12 - (d9 + v6 * (d8 / a21))) * det
    # determinant.py:20  if a[p][k] == 0:
    if a11 == 0.0:
        v4 = True
    else:
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v5 = a21 / a11 * (matrix12 - factor * matrix02)
        # determinant.py:20  if a[p][k] == 0:
        v4 = matrix22 - factor2 * matrix02 - v5 == 0.0
    if v4:
        return 0.0, 0.0
    # determinant.py:27  factor = a[i][k] / a[k][k]
    d6 = (dmatrix10 - factor * dmatrix00) / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    d7 = dmatrix11 - (factor * dmatrix01 + matrix01 * d6)
    v8 = matrix12 - factor * matrix02
    # determinant.py:27  factor = a[i][k] / a[k][k]
    d9 = (dmatrix20 - factor2 * dmatrix00) / matrix00
    # determinant.py:25  det *= a[k][k]
    det = matrix00 * a11
    # determinant.py:27  factor = a[i][k] / a[k][k]
    v10 = a21 / a11
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    d11 = v8 * ((dmatrix21 - (factor2 * dmatrix01 + matrix01 * d9) - v10 * d7) / a11)
    v12 = matrix22 - factor2 * matrix02 - v10 * v8
    d5 = v10 * (dmatrix12 - (factor * dmatrix02 + matrix02 * d6)) + d11
    # determinant.py:25  det *= a[k][k]
    d13 = det * (dmatrix22 - (factor2 * dmatrix02 + matrix02 * d9) - d5)
    return det * v12, v12 * (a11 * dmatrix00 + matrix00 * d7) + d13
