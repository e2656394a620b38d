# value and tangent of det_lu in 276 operations, 382 before the passes
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
            v3 = matrix11 - factor * matrix21
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor2 = matrix00 / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v4 = matrix01 - factor2 * matrix21
            # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
            if abs(v4) > abs(v3):
                # determinant.py:20  if a[p][k] == 0:
                if v4 == 0.0:
                    v6 = True
                else:
                    # determinant.py:29  a[i][j] -= factor * a[k][j]
                    v7 = v3 / v4 * (matrix02 - factor2 * matrix22)
                    # determinant.py:20  if a[p][k] == 0:
                    v6 = matrix12 - factor * matrix22 - v7 == 0.0
                if v6:
                    return 0.0, 0.0
                # determinant.py:27  factor = a[i][k] / a[k][k]
                dfactor = (dmatrix10 - factor * dmatrix20) / matrix20
                dfactor2 = (dmatrix00 - factor2 * dmatrix20) / matrix20
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                d4 = dmatrix01 - (matrix21 * dfactor2 + factor2 * dmatrix21)
                v8 = matrix02 - factor2 * matrix22
                # determinant.py:25  det *= a[k][k]
                det = matrix20 * v4
                # determinant.py:27  factor = a[i][k] / a[k][k]
                v9 = v3 / v4
                d10 = dmatrix11 - (matrix21 * dfactor + factor * dmatrix21) - v9 * d4
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                d11 = v9 * (dmatrix02 - (matrix22 * dfactor2 + factor2 * dmatrix22))
                v12 = matrix12 - factor * matrix22 - v9 * v8
                d13 = dmatrix12 - (matrix22 * dfactor + factor * dmatrix22)
                # determinant.py:25  det *= a[k][k]
                d14 = v12 * (v4 * dmatrix20 + matrix20 * d4)
                return det * v12, d14 + det * (d13 - (v8 * (d10 / v4) + d11))
            # determinant.py:20  if a[p][k] == 0:
            if v3 == 0.0:
                v6 = True
            else:
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v7 = v4 / v3 * (matrix12 - factor * matrix22)
                # determinant.py:20  if a[p][k] == 0:
                v6 = matrix02 - factor2 * matrix22 - v7 == 0.0
            if v6:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            d8 = (dmatrix10 - factor * dmatrix20) / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            d9 = dmatrix11 - (matrix21 * d8 + factor * dmatrix21)
            v10 = matrix12 - factor * matrix22
            # determinant.py:27  factor = a[i][k] / a[k][k]
            d11 = (dmatrix00 - factor2 * dmatrix20) / matrix20
            v12 = v4 / v3
            d13 = dmatrix01 - (matrix21 * d11 + factor2 * dmatrix21) - v12 * d9
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            d14 = v12 * (dmatrix12 - (matrix22 * d8 + factor * dmatrix22))
            v15 = matrix02 - factor2 * matrix22 - v12 * v10
            d16 = dmatrix02 - (matrix22 * d11 + factor2 * dmatrix22)
            # determinant.py:25  det *= a[k][k]
            det = v3 * matrix20
            d17 = v15 * (-(d9 * matrix20) - v3 * dmatrix20)
            return -(v15 * det), d17 - (d16 - (v10 * (d13 / v3) + d14)) * det
        # determinant.py:20  if a[p][k] == 0:
        if matrix10 == 0.0:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor = matrix00 / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v3 = matrix01 - factor * matrix11
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor2 = matrix20 / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v4 = matrix21 - factor2 * matrix11
        # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
        if abs(v4) > abs(v3):
            # determinant.py:20  if a[p][k] == 0:
            if v4 == 0.0:
                v6 = True
            else:
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v7 = v3 / v4 * (matrix22 - factor2 * matrix12)
                # determinant.py:20  if a[p][k] == 0:
                v6 = matrix02 - factor * matrix12 - v7 == 0.0
            if v6:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            dfactor = (dmatrix00 - factor * dmatrix10) / matrix10
            dfactor2 = (dmatrix20 - factor2 * dmatrix10) / matrix10
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            d4 = dmatrix21 - (matrix11 * dfactor2 + factor2 * dmatrix11)
            v8 = matrix22 - factor2 * matrix12
            # determinant.py:25  det *= a[k][k]
            det = matrix10 * v4
            # determinant.py:27  factor = a[i][k] / a[k][k]
            v9 = v3 / v4
            d10 = dmatrix01 - (matrix11 * dfactor + factor * dmatrix11) - v9 * d4
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            d11 = v9 * (dmatrix22 - (matrix12 * dfactor2 + factor2 * dmatrix12))
            v12 = matrix02 - factor * matrix12 - v9 * v8
            d13 = dmatrix02 - (matrix12 * dfactor + factor * dmatrix12)
            # determinant.py:25  det *= a[k][k]
            d14 = v12 * (v4 * dmatrix10 + matrix10 * d4)
            return det * v12, d14 + det * (d13 - (v8 * (d10 / v4) + d11))
        # determinant.py:20  if a[p][k] == 0:
        if v3 == 0.0:
            v6 = True
        else:
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v7 = v4 / v3 * (matrix02 - factor * matrix12)
            # determinant.py:20  if a[p][k] == 0:
            v6 = matrix22 - factor2 * matrix12 - v7 == 0.0
        if v6:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        d8 = (dmatrix00 - factor * dmatrix10) / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d9 = dmatrix01 - (matrix11 * d8 + factor * dmatrix11)
        v10 = matrix02 - factor * matrix12
        # determinant.py:27  factor = a[i][k] / a[k][k]
        d11 = (dmatrix20 - factor2 * dmatrix10) / matrix10
        v12 = v4 / v3
        d13 = dmatrix21 - (matrix11 * d11 + factor2 * dmatrix11) - v12 * d9
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d14 = v12 * (dmatrix02 - (matrix12 * d8 + factor * dmatrix12))
        v15 = matrix22 - factor2 * matrix12 - v12 * v10
        d16 = dmatrix22 - (matrix12 * d11 + factor2 * dmatrix12)
        # determinant.py:25  det *= a[k][k]
        det = v3 * matrix10
        d17 = v15 * (-(d9 * matrix10) - v3 * dmatrix10)
        return -(v15 * det), d17 - (d16 - (v10 * (d13 / v3) + d14)) * det
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
            d12 = dmatrix01 - (matrix21 * d11 + v5 * dmatrix21)
            v13 = matrix02 - v5 * matrix22
            # determinant.py:25  det *= a[k][k]
            v14 = matrix20 * v6
            # determinant.py:27  factor = a[i][k] / a[k][k]
            v15 = v4 / v6
            d16 = (dmatrix11 - (matrix21 * d10 + v3 * dmatrix21) - v15 * d12) / v6
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v17 = matrix12 - v3 * matrix22 - v15 * v13
            d18 = v13 * d16 + v15 * (dmatrix02 - (matrix22 * d11 + v5 * dmatrix22))
            # determinant.py:25  det *= a[k][k]
            d19 = v14 * (dmatrix12 - (matrix22 * d10 + v3 * dmatrix22) - d18)
            return v14 * v17, v17 * (v6 * dmatrix20 + matrix20 * d12) + d19
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
        d9 = dmatrix11 - (matrix21 * d8 + v3 * dmatrix21)
        v10 = matrix12 - v3 * matrix22
        # determinant.py:27  factor = a[i][k] / a[k][k]
        d11 = (dmatrix00 - v5 * dmatrix20) / matrix20
        v12 = v6 / v4
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d13 = v10 * ((dmatrix01 - (matrix21 * d11 + v5 * dmatrix21) - v12 * d9) / v4)
        v14 = matrix02 - v5 * matrix22 - v12 * v10
        d15 = d13 + v12 * (dmatrix12 - (matrix22 * d8 + v3 * dmatrix22))
        # determinant.py:25  det *= a[k][k]
        v16 = v4 * matrix20
        d17 = (dmatrix02 - (matrix22 * d11 + v5 * dmatrix22) - d15) * v16
        return -(v14 * v16), v14 * (-(d9 * matrix20) - v4 * dmatrix20) - d17
    # determinant.py:20  if a[p][k] == 0:
    if matrix00 == 0.0:
        return 0.0, 0.0
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor = matrix10 / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    v3 = matrix11 - factor * matrix01
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor2 = matrix20 / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    v4 = matrix21 - factor2 * matrix01
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if abs(v4) > abs(v3):
        # determinant.py:20  if a[p][k] == 0:
        if v4 == 0.0:
            v6 = True
        else:
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v7 = v3 / v4 * (matrix22 - factor2 * matrix02)
            # determinant.py:20  if a[p][k] == 0:
            v6 = matrix12 - factor * matrix02 - v7 == 0.0
        if v6:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        dfactor = (dmatrix10 - factor * dmatrix00) / matrix00
        dfactor2 = (dmatrix20 - factor2 * dmatrix00) / matrix00
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d4 = dmatrix21 - (matrix01 * dfactor2 + factor2 * dmatrix01)
        v8 = matrix22 - factor2 * matrix02
        # determinant.py:27  factor = a[i][k] / a[k][k]
        v9 = v3 / v4
        d10 = dmatrix11 - (matrix01 * dfactor + factor * dmatrix01) - v9 * d4
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d11 = v9 * (dmatrix22 - (matrix02 * dfactor2 + factor2 * dmatrix02))
        v12 = matrix12 - factor * matrix02 - v9 * v8
        d13 = dmatrix12 - (matrix02 * dfactor + factor * dmatrix02)
        # determinant.py:25  det *= a[k][k]
        det = v4 * matrix00
        d14 = v12 * (-(d4 * matrix00) - v4 * dmatrix00)
        return -(v12 * det), d14 - (d13 - (v8 * (d10 / v4) + d11)) * det
    # determinant.py:20  if a[p][k] == 0:
    if v3 == 0.0:
        v6 = True
    else:
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v7 = matrix22 - factor2 * matrix02 - v4 / v3 * (matrix12 - factor * matrix02)
        # determinant.py:20  if a[p][k] == 0:
        v6 = v7 == 0.0
    if v6:
        return 0.0, 0.0
    # determinant.py:27  factor = a[i][k] / a[k][k]
    d8 = (dmatrix10 - factor * dmatrix00) / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    d9 = dmatrix11 - (matrix01 * d8 + factor * dmatrix01)
    v10 = matrix12 - factor * matrix02
    # determinant.py:27  factor = a[i][k] / a[k][k]
    d11 = (dmatrix20 - factor2 * dmatrix00) / matrix00
    # determinant.py:25  det *= a[k][k]
    det = matrix00 * v3
    # determinant.py:27  factor = a[i][k] / a[k][k]
    v12 = v4 / v3
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    d13 = v10 * ((dmatrix21 - (matrix01 * d11 + factor2 * dmatrix01) - v12 * d9) / v3)
    v14 = matrix22 - factor2 * matrix02 - v12 * v10
    d15 = d13 + v12 * (dmatrix12 - (matrix02 * d8 + factor * dmatrix02))
    # determinant.py:25  det *= a[k][k]
    d16 = det * (dmatrix22 - (matrix02 * d11 + factor2 * dmatrix02) - d15)
    return det * v14, v14 * (v3 * dmatrix00 + matrix00 * d9) + d16
