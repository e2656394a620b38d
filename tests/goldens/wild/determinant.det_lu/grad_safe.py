# gradient of det_lu in 436 operations, 612 before the passes
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
    if v0 > v1:
        if v2 > v0:
            if matrix20 == 0.0:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor = matrix10 / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v3 = factor * matrix21
            a11 = matrix11 - v3
            factor2 = matrix00 / matrix20
            v4 = factor2 * matrix21
            a21 = matrix01 - v4
            if abs(a21) > abs(a11):
                # determinant.py:20  if a[p][k] == 0:
                if a21 == 0.0:
                    v6 = True
                else:
                    v7 = a11 / a21 * (matrix02 - factor2 * matrix22)
                    v6 = matrix12 - factor * matrix22 - v7 == 0.0
                if v6:
                    return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
                v8 = matrix02 - factor2 * matrix22
                # determinant.py:25  det *= a[k][k]
                det = matrix20 * a21
                v9 = a11 / a21
                v10 = matrix12 - factor * matrix22 - v9 * v8
                v11 = det / matrix20
                d12 = (matrix21 * v8 * v9 - matrix22 * a11) / a21 * v11
                v13 = v8 / a21
                v14 = det * v13
                v15 = matrix21 * v13
                d16 = factor - factor2 * v9
                return [
                    [-(matrix21 * v10 + d12), matrix20 * v10 + v9 * v14, -(det * v9)],
                    [v11 * (v15 - matrix22), -v14, det],
                    [
                        v10 * (a21 + v4) + v11 * (matrix22 * d16 - v15 * d16),
                        v14 * d16 - matrix00 * v10,
                        -(det * d16),
                    ],
                ]
            if a11 == 0.0:
                v6 = True
            else:
                v7 = a21 / a11 * (matrix12 - factor * matrix22)
                v6 = matrix02 - factor2 * matrix22 - v7 == 0.0
            if v6:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            v8 = matrix12 - factor * matrix22
            v9 = a21 / a11
            v10 = matrix02 - factor2 * matrix22 - v9 * v8
            det = a11 * matrix20
            v11 = v8 / a11
            v12 = matrix21 * v11
            v13 = det / matrix20
            v14 = det * v11
            d15 = factor * v9 - factor2
            return [
                [(matrix22 - v12) * v13, v14, -det],
                [
                    v13 / a11 * (matrix21 * v8 * v9 - matrix22 * a21) + matrix21 * v10,
                    -(v9 * v14 + matrix20 * v10),
                    det * v9,
                ],
                [
                    v13 * (matrix22 * d15 - v12 * d15) - v10 * (a11 + v3),
                    v14 * d15 + matrix10 * v10,
                    -(det * d15),
                ],
            ]
        if matrix10 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        factor = matrix00 / matrix10
        v3 = factor * matrix11
        a11 = matrix01 - v3
        factor2 = matrix20 / matrix10
        v4 = factor2 * matrix11
        a21 = matrix21 - v4
        if abs(a21) > abs(a11):
            if a21 == 0.0:
                v6 = True
            else:
                v7 = a11 / a21 * (matrix22 - factor2 * matrix12)
                v6 = matrix02 - factor * matrix12 - v7 == 0.0
            if v6:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            v8 = matrix22 - factor2 * matrix12
            det = matrix10 * a21
            v9 = a11 / a21
            v10 = matrix02 - factor * matrix12 - v9 * v8
            v11 = matrix11 * v8
            v12 = v11 / a21
            v13 = det / matrix10
            v14 = det / a21
            v15 = v8 * v14
            d16 = factor - factor2 * v9
            return [
                [(v12 - matrix12) * v13, -v15, det],
                [
                    v10 * (a21 + v4) + v13 * (matrix12 * d16 - v12 * d16),
                    v15 * d16 - matrix20 * v10,
                    -(det * d16),
                ],
                [
                    v14 / matrix10 * (matrix12 * a11 - v9 * v11) - matrix11 * v10,
                    matrix10 * v10 + v9 * v15,
                    -(a11 * v14),
                ],
            ]
        if a11 == 0.0:
            v6 = True
        else:
            v7 = a21 / a11 * (matrix02 - factor * matrix12)
            v6 = matrix22 - factor2 * matrix12 - v7 == 0.0
        if v6:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        v8 = matrix02 - factor * matrix12
        v9 = a21 / a11
        v10 = matrix22 - factor2 * matrix12 - v9 * v8
        det = a11 * matrix10
        v11 = det / matrix10
        v12 = v8 / a11
        v13 = det * v12
        d14 = factor * v9 - factor2
        v15 = matrix11 * v12
        return [
            [
                (matrix11 * v8 * v9 - matrix12 * a21) / a11 * v11 + matrix11 * v10,
                -(v9 * v13 + matrix10 * v10),
                det * v9,
            ],
            [
                v11 * (matrix12 * d14 - d14 * v15) - v10 * (a11 + v3),
                v13 * d14 + matrix00 * v10,
                -(det * d14),
            ],
            [v11 * (matrix12 - v15), v13, -det],
        ]
    if v2 > v1:
        if matrix20 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        v3 = matrix10 / matrix20
        v4 = v3 * matrix21
        v5 = matrix11 - v4
        v6 = matrix00 / matrix20
        v7 = v6 * matrix21
        v8 = matrix01 - v7
        if abs(v8) > abs(v5):
            if v8 == 0.0:
                v10 = True
            else:
                v11 = matrix12 - v3 * matrix22 - v5 / v8 * (matrix02 - v6 * matrix22)
                v10 = v11 == 0.0
            if v10:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            v12 = matrix02 - v6 * matrix22
            v13 = matrix20 * v8
            v14 = v5 / v8
            v15 = matrix12 - v3 * matrix22 - v14 * v12
            v16 = v13 / matrix20
            v17 = matrix21 * v15 + (matrix21 * v12 * v14 - matrix22 * v5) / v8 * v16
            v18 = v12 / v8
            v19 = v13 * v18
            v20 = matrix21 * v18
            v21 = v3 - v6 * v14
            return [
                [-v17, matrix20 * v15 + v14 * v19, -(v13 * v14)],
                [v16 * (v20 - matrix22), -v19, v13],
                [
                    v15 * (v8 + v7) + v16 * (matrix22 * v21 - v20 * v21),
                    v19 * v21 - matrix00 * v15,
                    -(v13 * v21),
                ],
            ]
        if v5 == 0.0:
            v9 = True
        else:
            v9 = matrix02 - v6 * matrix22 - v8 / v5 * (matrix12 - v3 * matrix22) == 0.0
        if v9:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        v10 = matrix12 - v3 * matrix22
        v11 = v8 / v5
        v12 = matrix02 - v6 * matrix22 - v11 * v10
        v13 = v5 * matrix20
        v14 = v10 / v5
        v15 = matrix21 * v14
        v16 = v13 / matrix20
        v17 = v13 * v14
        v18 = v3 * v11 - v6
        return [
            [(matrix22 - v15) * v16, v17, -v13],
            [
                v16 / v5 * (matrix21 * v10 * v11 - matrix22 * v8) + matrix21 * v12,
                -(v11 * v17 + matrix20 * v12),
                v13 * v11,
            ],
            [
                v16 * (matrix22 * v18 - v15 * v18) - v12 * (v5 + v4),
                v17 * v18 + matrix10 * v12,
                -(v13 * v18),
            ],
        ]
    if matrix00 == 0.0:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    factor = matrix10 / matrix00
    v3 = factor * matrix01
    a11 = matrix11 - v3
    factor2 = matrix20 / matrix00
    v4 = factor2 * matrix01
    a21 = matrix21 - v4
    if abs(a21) > abs(a11):
        if a21 == 0.0:
            v6 = True
        else:
            v7 = a11 / a21 * (matrix22 - factor2 * matrix02)
            v6 = matrix12 - factor * matrix02 - v7 == 0.0
        if v6:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        v8 = matrix22 - factor2 * matrix02
        v9 = a11 / a21
        v10 = matrix12 - factor * matrix02 - v9 * v8
        det = a21 * matrix00
        d11 = factor - factor2 * v9
        v12 = matrix01 * v8
        v13 = v12 / a21
        v14 = det / matrix00
        v15 = det / a21
        v16 = v8 * v15
        return [
            [
                -((matrix02 * d11 - d11 * v13) * v14 + v10 * (a21 + v4)),
                matrix20 * v10 - d11 * v16,
                det * d11,
            ],
            [v14 * (matrix02 - v13), v16, -det],
            [
                matrix01 * v10 - v15 / matrix00 * (a11 * matrix02 - v9 * v12),
                -(v9 * v16 + matrix00 * v10),
                a11 * v15,
            ],
        ]
    if a11 == 0.0:
        v6 = True
    else:
        v7 = a21 / a11 * (matrix12 - factor * matrix02)
        v6 = matrix22 - factor2 * matrix02 - v7 == 0.0
    if v6:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    v8 = matrix12 - factor * matrix02
    v9 = factor2 * matrix02
    det = matrix00 * a11
    v10 = a21 / a11
    v11 = matrix22 - v9 - v10 * v8
    v12 = matrix02 * a21
    d13 = factor * v10 - factor2
    v14 = matrix01 * v8
    v15 = det / matrix00
    v16 = det / a11
    v17 = v8 * v16
    return [
        [
            v11 * (a11 + v3) - ((factor * v12 - d13 * v14) / a11 - v9) * v15,
            -(matrix10 * v11 + d13 * v17),
            det * (factor / a11 * a21 - factor2),
        ],
        [
            -(matrix01 * v11 + v16 / matrix00 * (v10 * v14 - v12)),
            matrix00 * v11 + v10 * v17,
            -(a21 * v16),
        ],
        [v15 * (v14 / a11 - matrix02), -v17, det],
    ]
