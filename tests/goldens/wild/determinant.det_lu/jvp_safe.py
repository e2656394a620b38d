# value and tangent of det_lu in 395 operations, 434 before the passes
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
            # determinant.py:25  det *= a[k][k]
            det = -1.0 * matrix20
            ddet = -1.0 * dmatrix20
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor = matrix10 / matrix20
            dfactor = (dmatrix10 - factor * dmatrix20) / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v4 = matrix11 - factor * matrix21
            d4 = dmatrix11 - (factor * dmatrix21 + matrix21 * dfactor)
            v5 = matrix12 - factor * matrix22
            d5 = dmatrix12 - (factor * dmatrix22 + matrix22 * dfactor)
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor2 = matrix00 / matrix20
            dfactor2 = (dmatrix00 - factor2 * dmatrix20) / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v6 = matrix01 - factor2 * matrix21
            d6 = dmatrix01 - (factor2 * dmatrix21 + matrix21 * dfactor2)
            v7 = matrix02 - factor2 * matrix22
            d7 = dmatrix02 - (factor2 * dmatrix22 + matrix22 * dfactor2)
            # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
            if abs(v6) > abs(v4):
                # determinant.py:20  if a[p][k] == 0:
                if v3 or v6 == 0.0 or v5 - v4 / v6 * v7 == 0.0:
                    return 0.0, 0.0
                # determinant.py:25  det *= a[k][k]
                v8 = v6 * det
                # determinant.py:27  factor = a[i][k] / a[k][k]
                factor3 = v4 / v6
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v9 = v5 - factor3 * v7
                # determinant.py:25  det *= a[k][k]
                d10 = (d5 - (factor3 * d7 + v7 * ((d4 - factor3 * d6) / v6))) * v8
                return -(v9 * v8), v9 * (-(v6 * ddet) - d6 * det) - d10
            # determinant.py:20  if a[p][k] == 0:
            if v3 or v4 == 0.0 or v7 - v6 / v4 * v5 == 0.0:
                return 0.0, 0.0
            # determinant.py:25  det *= a[k][k]
            det2 = det * v4
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor4 = v6 / v4
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v11 = v7 - factor4 * v5
            # determinant.py:25  det *= a[k][k]
            d12 = det2 * (d7 - (factor4 * d5 + v5 * ((d6 - factor4 * d4) / v4)))
            return det2 * v11, v11 * (v4 * ddet + det * d4) + d12
        # determinant.py:20  if a[p][k] == 0:
        v13 = matrix10 == 0.0
        # determinant.py:25  det *= a[k][k]
        det3 = -1.0 * matrix10
        ddet3 = -1.0 * dmatrix10
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor5 = matrix00 / matrix10
        dfactor5 = (dmatrix00 - factor5 * dmatrix10) / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v14 = matrix01 - factor5 * matrix11
        d14 = dmatrix01 - (factor5 * dmatrix11 + matrix11 * dfactor5)
        v15 = matrix02 - factor5 * matrix12
        d15 = dmatrix02 - (factor5 * dmatrix12 + matrix12 * dfactor5)
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor6 = matrix20 / matrix10
        dfactor6 = (dmatrix20 - factor6 * dmatrix10) / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v16 = matrix21 - factor6 * matrix11
        d16 = dmatrix21 - (factor6 * dmatrix11 + matrix11 * dfactor6)
        v17 = matrix22 - factor6 * matrix12
        d17 = dmatrix22 - (factor6 * dmatrix12 + matrix12 * dfactor6)
        # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
        if abs(v16) > abs(v14):
            # determinant.py:20  if a[p][k] == 0:
            if v13 or v16 == 0.0 or v15 - v14 / v16 * v17 == 0.0:
                return 0.0, 0.0
            # determinant.py:25  det *= a[k][k]
            v18 = v16 * det3
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor7 = v14 / v16
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v19 = v15 - factor7 * v17
            # determinant.py:25  det *= a[k][k]
            d20 = (d15 - (factor7 * d17 + v17 * ((d14 - factor7 * d16) / v16))) * v18
            return -(v19 * v18), v19 * (-(v16 * ddet3) - d16 * det3) - d20
        # determinant.py:20  if a[p][k] == 0:
        if v13 or v14 == 0.0 or v17 - v16 / v14 * v15 == 0.0:
            return 0.0, 0.0
        # determinant.py:25  det *= a[k][k]
        det4 = det3 * v14
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor8 = v16 / v14
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v21 = v17 - factor8 * v15
        # determinant.py:25  det *= a[k][k]
        d22 = det4 * (d17 - (factor8 * d15 + v15 * ((d16 - factor8 * d14) / v14)))
        return det4 * v21, v21 * (v14 * ddet3 + det3 * d14) + d22
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if v2 > v1:
        # determinant.py:25  det *= a[k][k]
        det5 = -1.0 * matrix20
        ddet5 = -1.0 * dmatrix20
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor9 = matrix10 / matrix20
        dfactor9 = (dmatrix10 - factor9 * dmatrix20) / matrix20
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v23 = matrix11 - factor9 * matrix21
        d23 = dmatrix11 - (factor9 * dmatrix21 + matrix21 * dfactor9)
        v24 = matrix12 - factor9 * matrix22
        d24 = dmatrix12 - (factor9 * dmatrix22 + matrix22 * dfactor9)
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor10 = matrix00 / matrix20
        dfactor10 = (dmatrix00 - factor10 * dmatrix20) / matrix20
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v25 = matrix01 - factor10 * matrix21
        d25 = dmatrix01 - (factor10 * dmatrix21 + matrix21 * dfactor10)
        v26 = matrix02 - factor10 * matrix22
        d26 = dmatrix02 - (factor10 * dmatrix22 + matrix22 * dfactor10)
        # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
        if abs(v25) > abs(v23):
            # determinant.py:20  if a[p][k] == 0:
            if v3 or v25 == 0.0 or v24 - v23 / v25 * v26 == 0.0:
                return 0.0, 0.0
            # determinant.py:25  det *= a[k][k]
            v27 = v25 * det5
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor11 = v23 / v25
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v28 = v24 - factor11 * v26
            d28 = d24 - (factor11 * d26 + v26 * ((d23 - factor11 * d25) / v25))
            # determinant.py:25  det *= a[k][k]
            return -(v28 * v27), v28 * (-(v25 * ddet5) - d25 * det5) - d28 * v27
        # determinant.py:20  if a[p][k] == 0:
        if v3 or v23 == 0.0 or v26 - v25 / v23 * v24 == 0.0:
            return 0.0, 0.0
        # determinant.py:25  det *= a[k][k]
        det6 = det5 * v23
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor12 = v25 / v23
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v29 = v26 - factor12 * v24
        # determinant.py:25  det *= a[k][k]
        d30 = det6 * (d26 - (factor12 * d24 + v24 * ((d25 - factor12 * d23) / v23)))
        return det6 * v29, v29 * (v23 * ddet5 + det5 * d23) + d30
    # determinant.py:20  if a[p][k] == 0:
    v31 = matrix00 == 0.0
    # determinant.py:25  det *= a[k][k]
    det7 = 1.0 * matrix00
    ddet7 = 1.0 * dmatrix00
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor13 = matrix10 / matrix00
    dfactor13 = (dmatrix10 - factor13 * dmatrix00) / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    v32 = matrix11 - factor13 * matrix01
    d32 = dmatrix11 - (factor13 * dmatrix01 + matrix01 * dfactor13)
    v33 = matrix12 - factor13 * matrix02
    d33 = dmatrix12 - (factor13 * dmatrix02 + matrix02 * dfactor13)
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor14 = matrix20 / matrix00
    dfactor14 = (dmatrix20 - factor14 * dmatrix00) / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    v34 = matrix21 - factor14 * matrix01
    d34 = dmatrix21 - (factor14 * dmatrix01 + matrix01 * dfactor14)
    v35 = matrix22 - factor14 * matrix02
    d35 = dmatrix22 - (factor14 * dmatrix02 + matrix02 * dfactor14)
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if abs(v34) > abs(v32):
        # determinant.py:20  if a[p][k] == 0:
        if v31 or v34 == 0.0 or v33 - v32 / v34 * v35 == 0.0:
            return 0.0, 0.0
        # determinant.py:25  det *= a[k][k]
        v36 = v34 * det7
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor15 = v32 / v34
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v37 = v33 - factor15 * v35
        # determinant.py:25  det *= a[k][k]
        d38 = (d33 - (factor15 * d35 + v35 * ((d32 - factor15 * d34) / v34))) * v36
        return -(v37 * v36), v37 * (-(v34 * ddet7) - d34 * det7) - d38
    # determinant.py:20  if a[p][k] == 0:
    if v31 or v32 == 0.0 or v35 - v34 / v32 * v33 == 0.0:
        return 0.0, 0.0
    # determinant.py:25  det *= a[k][k]
    det8 = det7 * v32
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor16 = v34 / v32
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    v39 = v35 - factor16 * v33
    # determinant.py:25  det *= a[k][k]
    d40 = det8 * (d35 - (factor16 * d33 + v33 * ((d34 - factor16 * d32) / v32)))
    return det8 * v39, v39 * (v32 * ddet7 + det7 * d32) + d40
