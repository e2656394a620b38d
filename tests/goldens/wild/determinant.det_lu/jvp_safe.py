# value and tangent of det_lu in 121 operations, 146 before the passes
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
    v0 = abs(matrix10) > abs(matrix00)
    v1 = matrix10 if v0 else matrix00
    v2 = abs(matrix20) > abs(v1)
    # determinant.py:20  if a[p][k] == 0:
    if (matrix20 if v2 else v1) == 0.0:
        return 0.0, 0.0
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if v2:
        v3 = True
        v4 = False
        v5 = False
    else:
        v3 = v0
        # determinant.py:23  a[k], a[p] = a[p], a[k]
        v4 = not v0
        v5 = v0
    # determinant.py:22  if p != k:
    if v3:
        # determinant.py:23  a[k], a[p] = a[p], a[k]
        if v4:
            v6 = matrix00
            v7 = matrix01
        elif v5:
            v6 = matrix10
            v7 = matrix11
        else:
            v6 = matrix20
            v7 = matrix21
        v8 = v5
        v9 = v2
    else:
        v6 = matrix00
        v7 = matrix01
        v8 = False
        v9 = False
    # determinant.py:22  if p != k:
    if v8:
        v10 = matrix00
        v11 = matrix01
    else:
        v10 = matrix10
        v11 = matrix11
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor = v10 / v6
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    v12 = v11 - factor * v7
    # determinant.py:22  if p != k:
    if v9:
        v13 = matrix00
        v14 = matrix01
    else:
        v13 = matrix20
        v14 = matrix21
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor2 = v13 / v6
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    v15 = v14 - factor2 * v7
    v16 = abs(v15) > abs(v12)
    v17 = v15 if v16 else v12
    # determinant.py:20  if a[p][k] == 0:
    if v17 == 0.0:
        return 0.0, 0.0
    v18 = (matrix02 if v4 else matrix12 if v5 else matrix22) if v3 else matrix02
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    v19 = (matrix02 if v8 else matrix12) - factor * v18
    v20 = (matrix02 if v9 else matrix22) - factor2 * v18
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if v16:
        v21 = v12
        v22 = v19
        a12 = v20
    else:
        v21 = v15
        v22 = v20
        a12 = v19
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor3 = v21 / v17
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    a22 = v22 - factor3 * a12
    # determinant.py:20  if a[p][k] == 0:
    if a22 == 0.0:
        return 0.0, 0.0
    # determinant.py:22  if p != k:
    if v3:
        # determinant.py:23  a[k], a[p] = a[p], a[k]
        if v4:
            d14 = dmatrix00
            d23 = dmatrix01
            d24 = dmatrix02
        elif v5:
            d14 = dmatrix10
            d23 = dmatrix11
            d24 = dmatrix12
        else:
            d14 = dmatrix20
            d23 = dmatrix21
            d24 = dmatrix22
        det = -1.0
    else:
        d14 = dmatrix00
        d23 = dmatrix01
        d24 = dmatrix02
        det = 1.0
    # determinant.py:25  det *= a[k][k]
    det2 = det * v6
    ddet2 = det * d14
    # determinant.py:22  if p != k:
    if v8:
        d25 = dmatrix00
        d26 = dmatrix01
        d27 = dmatrix02
    else:
        d25 = dmatrix10
        d26 = dmatrix11
        d27 = dmatrix12
    # determinant.py:27  factor = a[i][k] / a[k][k]
    dfactor = (d25 - factor * d14) / v6
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    d12 = d26 - (factor * d23 + v7 * dfactor)
    d19 = d27 - (factor * d24 + v18 * dfactor)
    # determinant.py:22  if p != k:
    if v9:
        d28 = dmatrix00
        d29 = dmatrix01
        d30 = dmatrix02
    else:
        d28 = dmatrix20
        d29 = dmatrix21
        d30 = dmatrix22
    # determinant.py:27  factor = a[i][k] / a[k][k]
    dfactor2 = (d28 - factor2 * d14) / v6
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    d15 = d29 - (factor2 * d23 + v7 * dfactor2)
    d20 = d30 - (factor2 * d24 + v18 * dfactor2)
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if v16:
        da21 = d12
        d22 = d19
        da11 = d15
        da12 = d20
        # determinant.py:24  det = -det
        det3 = -det2
        ddet3 = -ddet2
    else:
        da21 = d15
        d22 = d20
        da11 = d12
        da12 = d19
        det3 = det2
        ddet3 = ddet2
    # determinant.py:25  det *= a[k][k]
    det4 = det3 * v17
    d31 = det4 * (d22 - (factor3 * da12 + a12 * ((da21 - factor3 * da11) / v17)))
    return det4 * a22, a22 * (det3 * da11 + v17 * ddet3) + d31
