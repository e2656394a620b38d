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
            v4 = matrix11 - v3
            factor2 = matrix00 / matrix20
            v5 = factor2 * matrix21
            v6 = matrix01 - v5
            if abs(v6) > abs(v4):
                # determinant.py:20  if a[p][k] == 0:
                if v6 == 0.0:
                    v8 = True
                else:
                    v9 = v4 / v6 * (matrix02 - factor2 * matrix22)
                    v8 = matrix12 - factor * matrix22 - v9 == 0.0
                if v8:
                    return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
                v10 = matrix02 - factor2 * matrix22
                # determinant.py:25  det *= a[k][k]
                det = matrix20 * v6
                v11 = v4 / v6
                v12 = matrix12 - factor * matrix22 - v11 * v10
                v13 = det / matrix20
                d14 = (matrix21 * v10 * v11 - matrix22 * v4) / v6 * v13
                v15 = v10 / v6
                v16 = det * v15
                v17 = matrix21 * v15
                v18 = factor - factor2 * v11
                return [
                    [-(matrix21 * v12 + d14), matrix20 * v12 + v11 * v16, -(det * v11)],
                    [v13 * (v17 - matrix22), -v16, det],
                    [
                        v12 * (v6 + v5) + v13 * (matrix22 * v18 - v17 * v18),
                        v16 * v18 - matrix00 * v12,
                        -(det * v18),
                    ],
                ]
            if v4 == 0.0:
                v8 = True
            else:
                v9 = v6 / v4 * (matrix12 - factor * matrix22)
                v8 = matrix02 - factor2 * matrix22 - v9 == 0.0
            if v8:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            v10 = matrix12 - factor * matrix22
            v11 = v6 / v4
            v12 = matrix02 - factor2 * matrix22 - v11 * v10
            det = v4 * matrix20
            v13 = v10 / v4
            v14 = matrix21 * v13
            v15 = det / matrix20
            v16 = det * v13
            d6 = factor * v11 - factor2
            return [
                [(matrix22 - v14) * v15, v16, -det],
                [
                    v15 / v4 * (matrix21 * v10 * v11 - matrix22 * v6) + matrix21 * v12,
                    -(v11 * v16 + matrix20 * v12),
                    det * v11,
                ],
                [
                    v15 * (matrix22 * d6 - v14 * d6) - v12 * (v4 + v3),
                    v16 * d6 + matrix10 * v12,
                    -(det * d6),
                ],
            ]
        if matrix10 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        factor = matrix00 / matrix10
        v3 = factor * matrix11
        v4 = matrix01 - v3
        factor2 = matrix20 / matrix10
        v5 = factor2 * matrix11
        v6 = matrix21 - v5
        if abs(v6) > abs(v4):
            if v6 == 0.0:
                v8 = True
            else:
                v9 = v4 / v6 * (matrix22 - factor2 * matrix12)
                v8 = matrix02 - factor * matrix12 - v9 == 0.0
            if v8:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            v10 = matrix22 - factor2 * matrix12
            det = matrix10 * v6
            v11 = v4 / v6
            v12 = matrix02 - factor * matrix12 - v11 * v10
            v13 = matrix11 * v10
            v14 = v13 / v6
            v15 = det / matrix10
            v16 = det / v6
            v17 = v10 * v16
            v18 = factor - factor2 * v11
            return [
                [(v14 - matrix12) * v15, -v17, det],
                [
                    v12 * (v6 + v5) + v15 * (matrix12 * v18 - v14 * v18),
                    v17 * v18 - matrix20 * v12,
                    -(det * v18),
                ],
                [
                    v16 / matrix10 * (matrix12 * v4 - v11 * v13) - matrix11 * v12,
                    matrix10 * v12 + v11 * v17,
                    -(v4 * v16),
                ],
            ]
        if v4 == 0.0:
            v8 = True
        else:
            v9 = v6 / v4 * (matrix02 - factor * matrix12)
            v8 = matrix22 - factor2 * matrix12 - v9 == 0.0
        if v8:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        v10 = matrix02 - factor * matrix12
        v11 = v6 / v4
        v12 = matrix22 - factor2 * matrix12 - v11 * v10
        det = v4 * matrix10
        v13 = det / matrix10
        v14 = v10 / v4
        v15 = det * v14
        d6 = factor * v11 - factor2
        v16 = matrix11 * v14
        return [
            [
                (matrix11 * v10 * v11 - matrix12 * v6) / v4 * v13 + matrix11 * v12,
                -(v11 * v15 + matrix10 * v12),
                det * v11,
            ],
            [
                v13 * (matrix12 * d6 - d6 * v16) - v12 * (v4 + v3),
                v15 * d6 + matrix00 * v12,
                -(det * d6),
            ],
            [v13 * (matrix12 - v16), v15, -det],
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
    v4 = matrix11 - v3
    factor2 = matrix20 / matrix00
    v5 = factor2 * matrix01
    v6 = matrix21 - v5
    if abs(v6) > abs(v4):
        if v6 == 0.0:
            v8 = True
        else:
            v9 = v4 / v6 * (matrix22 - factor2 * matrix02)
            v8 = matrix12 - factor * matrix02 - v9 == 0.0
        if v8:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        v10 = matrix22 - factor2 * matrix02
        v11 = v4 / v6
        v12 = matrix12 - factor * matrix02 - v11 * v10
        det = v6 * matrix00
        v13 = factor - factor2 * v11
        v14 = matrix01 * v10
        v15 = v14 / v6
        v16 = det / matrix00
        v17 = det / v6
        v18 = v10 * v17
        return [
            [
                -((matrix02 * v13 - v13 * v15) * v16 + v12 * (v6 + v5)),
                matrix20 * v12 - v13 * v18,
                det * v13,
            ],
            [v16 * (matrix02 - v15), v18, -det],
            [
                matrix01 * v12 - v17 / matrix00 * (v4 * matrix02 - v11 * v14),
                -(v11 * v18 + matrix00 * v12),
                v4 * v17,
            ],
        ]
    if v4 == 0.0:
        v8 = True
    else:
        v9 = matrix22 - factor2 * matrix02 - v6 / v4 * (matrix12 - factor * matrix02)
        v8 = v9 == 0.0
    if v8:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    v10 = matrix12 - factor * matrix02
    v11 = factor2 * matrix02
    det = matrix00 * v4
    v12 = v6 / v4
    v13 = matrix22 - v11 - v12 * v10
    v14 = matrix02 * v6
    d6 = factor * v12 - factor2
    v15 = matrix01 * v10
    v16 = det / matrix00
    v17 = det / v4
    v18 = v10 * v17
    return [
        [
            v13 * (v4 + v3) - ((factor * v14 - d6 * v15) / v4 - v11) * v16,
            -(matrix10 * v13 + d6 * v18),
            det * (factor / v4 * v6 - factor2),
        ],
        [
            -(matrix01 * v13 + v17 / matrix00 * (v12 * v15 - v14)),
            matrix00 * v13 + v12 * v18,
            -(v6 * v17),
        ],
        [v16 * (v15 / v4 - matrix02), -v18, det],
    ]
