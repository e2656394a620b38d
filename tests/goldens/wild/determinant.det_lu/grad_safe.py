# gradient of det_lu in 641 operations, 612 before the passes
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
                a22 = matrix02 - factor2 * matrix22
                # determinant.py:25  det *= a[k][k]
                det = matrix20 * a21
                factor3 = a11 / a21
                a22_2 = matrix12 - factor * matrix22 - factor3 * a22
                d8 = det / matrix20
                d9 = (matrix21 * a22 * factor3 - matrix22 * a11) / a21 * d8
                d10 = a22 / a21
                d11 = det * d10
                d12 = matrix21 * d10
                d13 = factor - factor2 * factor3
                return [
                    [
                        -(matrix21 * a22_2 + d9),
                        matrix20 * a22_2 + factor3 * d11,
                        -(det * factor3),
                    ],
                    [d8 * (d12 - matrix22), -d11, det],
                    [
                        a22_2 * (a21 + v4) + d8 * (matrix22 * d13 - d12 * d13),
                        d11 * d13 - matrix00 * a22_2,
                        -(det * d13),
                    ],
                ]
            if a11 == 0.0:
                v15 = True
            else:
                v16 = a21 / a11 * (matrix12 - factor * matrix22)
                v15 = matrix02 - factor2 * matrix22 - v16 == 0.0
            if v15:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            a12 = matrix12 - factor * matrix22
            factor4 = a21 / a11
            a22_3 = matrix02 - factor2 * matrix22 - factor4 * a12
            det2 = a11 * matrix20
            d17 = a12 / a11
            d18 = matrix21 * d17
            d19 = det2 / matrix20
            d20 = det2 * d17
            d21 = d19 / a11 * (matrix21 * a12 * factor4 - matrix22 * a21)
            d22 = factor * factor4 - factor2
            return [
                [(matrix22 - d18) * d19, d20, -det2],
                [
                    d21 + matrix21 * a22_3,
                    -(factor4 * d20 + matrix20 * a22_3),
                    det2 * factor4,
                ],
                [
                    d19 * (matrix22 * d22 - d18 * d22) - a22_3 * (a11 + v3),
                    d20 * d22 + matrix10 * a22_3,
                    -(det2 * d22),
                ],
            ]
        if matrix10 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        factor5 = matrix00 / matrix10
        v23 = factor5 * matrix11
        a11_2 = matrix01 - v23
        factor6 = matrix20 / matrix10
        v24 = factor6 * matrix11
        a21_2 = matrix21 - v24
        if abs(a21_2) > abs(a11_2):
            if a21_2 == 0.0:
                v26 = True
            else:
                v27 = a11_2 / a21_2 * (matrix22 - factor6 * matrix12)
                v26 = matrix02 - factor5 * matrix12 - v27 == 0.0
            if v26:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            a22_4 = matrix22 - factor6 * matrix12
            det3 = matrix10 * a21_2
            factor7 = a11_2 / a21_2
            a22_5 = matrix02 - factor5 * matrix12 - factor7 * a22_4
            d28 = matrix11 * a22_4
            d29 = d28 / a21_2
            d30 = det3 / matrix10
            d31 = det3 / a21_2
            d32 = a22_4 * d31
            d33 = factor5 - factor6 * factor7
            d26 = d31 / matrix10 * (matrix12 * a11_2 - factor7 * d28)
            return [
                [(d29 - matrix12) * d30, -d32, det3],
                [
                    a22_5 * (a21_2 + v24) + d30 * (matrix12 * d33 - d29 * d33),
                    d32 * d33 - matrix20 * a22_5,
                    -(det3 * d33),
                ],
                [
                    d26 - matrix11 * a22_5,
                    matrix10 * a22_5 + factor7 * d32,
                    -(a11_2 * d31),
                ],
            ]
        if a11_2 == 0.0:
            v35 = True
        else:
            v36 = a21_2 / a11_2 * (matrix02 - factor5 * matrix12)
            v35 = matrix22 - factor6 * matrix12 - v36 == 0.0
        if v35:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        a12_2 = matrix02 - factor5 * matrix12
        factor8 = a21_2 / a11_2
        a22_6 = matrix22 - factor6 * matrix12 - factor8 * a12_2
        det4 = a11_2 * matrix10
        d37 = det4 / matrix10
        d38 = (matrix11 * a12_2 * factor8 - matrix12 * a21_2) / a11_2 * d37
        d39 = a12_2 / a11_2
        d40 = det4 * d39
        d41 = factor5 * factor8 - factor6
        d42 = matrix11 * d39
        return [
            [
                d38 + matrix11 * a22_6,
                -(factor8 * d40 + matrix10 * a22_6),
                det4 * factor8,
            ],
            [
                d37 * (matrix12 * d41 - d41 * d42) - a22_6 * (a11_2 + v23),
                d40 * d41 + matrix00 * a22_6,
                -(det4 * d41),
            ],
            [d37 * (matrix12 - d42), d40, -det4],
        ]
    if v2 > v1:
        if matrix20 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        factor9 = matrix10 / matrix20
        v43 = factor9 * matrix21
        a11_3 = matrix11 - v43
        factor10 = matrix00 / matrix20
        v44 = factor10 * matrix21
        a21_3 = matrix01 - v44
        if abs(a21_3) > abs(a11_3):
            if a21_3 == 0.0:
                v46 = True
            else:
                v47 = a11_3 / a21_3 * (matrix02 - factor10 * matrix22)
                v46 = matrix12 - factor9 * matrix22 - v47 == 0.0
            if v46:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            a22_7 = matrix02 - factor10 * matrix22
            det5 = matrix20 * a21_3
            factor11 = a11_3 / a21_3
            a22_8 = matrix12 - factor9 * matrix22 - factor11 * a22_7
            d48 = det5 / matrix20
            d49 = (matrix21 * a22_7 * factor11 - matrix22 * a11_3) / a21_3 * d48
            d50 = a22_7 / a21_3
            d51 = det5 * d50
            d52 = matrix21 * d50
            d53 = factor9 - factor10 * factor11
            return [
                [
                    -(matrix21 * a22_8 + d49),
                    matrix20 * a22_8 + factor11 * d51,
                    -(det5 * factor11),
                ],
                [d48 * (d52 - matrix22), -d51, det5],
                [
                    a22_8 * (a21_3 + v44) + d48 * (matrix22 * d53 - d52 * d53),
                    d51 * d53 - matrix00 * a22_8,
                    -(det5 * d53),
                ],
            ]
        if a11_3 == 0.0:
            v55 = True
        else:
            v56 = a21_3 / a11_3 * (matrix12 - factor9 * matrix22)
            v55 = matrix02 - factor10 * matrix22 - v56 == 0.0
        if v55:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        a12_3 = matrix12 - factor9 * matrix22
        factor12 = a21_3 / a11_3
        a22_9 = matrix02 - factor10 * matrix22 - factor12 * a12_3
        det6 = a11_3 * matrix20
        d57 = a12_3 / a11_3
        d58 = matrix21 * d57
        d59 = det6 / matrix20
        d60 = det6 * d57
        d61 = d59 / a11_3 * (matrix21 * a12_3 * factor12 - matrix22 * a21_3)
        d62 = factor9 * factor12 - factor10
        return [
            [(matrix22 - d58) * d59, d60, -det6],
            [
                d61 + matrix21 * a22_9,
                -(factor12 * d60 + matrix20 * a22_9),
                det6 * factor12,
            ],
            [
                d59 * (matrix22 * d62 - d58 * d62) - a22_9 * (a11_3 + v43),
                d60 * d62 + matrix10 * a22_9,
                -(det6 * d62),
            ],
        ]
    if matrix00 == 0.0:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    factor13 = matrix10 / matrix00
    v63 = factor13 * matrix01
    a11_4 = matrix11 - v63
    factor14 = matrix20 / matrix00
    v64 = factor14 * matrix01
    a21_4 = matrix21 - v64
    if abs(a21_4) > abs(a11_4):
        if a21_4 == 0.0:
            v66 = True
        else:
            v67 = a11_4 / a21_4 * (matrix22 - factor14 * matrix02)
            v66 = matrix12 - factor13 * matrix02 - v67 == 0.0
        if v66:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        a22_10 = matrix22 - factor14 * matrix02
        factor15 = a11_4 / a21_4
        a22_11 = matrix12 - factor13 * matrix02 - factor15 * a22_10
        det7 = a21_4 * matrix00
        d68 = factor13 - factor14 * factor15
        d69 = matrix01 * a22_10
        d70 = d69 / a21_4
        d71 = det7 / matrix00
        d72 = det7 / a21_4
        d73 = a22_10 * d72
        d74 = matrix01 * a22_11 - d72 / matrix00 * (a11_4 * matrix02 - factor15 * d69)
        return [
            [
                -((matrix02 * d68 - d68 * d70) * d71 + a22_11 * (a21_4 + v64)),
                matrix20 * a22_11 - d68 * d73,
                det7 * d68,
            ],
            [d71 * (matrix02 - d70), d73, -det7],
            [d74, -(factor15 * d73 + matrix00 * a22_11), a11_4 * d72],
        ]
    if a11_4 == 0.0:
        v76 = True
    else:
        v77 = a21_4 / a11_4 * (matrix12 - factor13 * matrix02)
        v76 = matrix22 - factor14 * matrix02 - v77 == 0.0
    if v76:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    a12_4 = matrix12 - factor13 * matrix02
    v78 = factor14 * matrix02
    det8 = matrix00 * a11_4
    factor16 = a21_4 / a11_4
    a22_12 = matrix22 - v78 - factor16 * a12_4
    d79 = matrix02 * a21_4
    d80 = factor13 * factor16 - factor14
    d81 = matrix01 * a12_4
    d82 = det8 / matrix00
    d83 = det8 / a11_4
    d84 = a12_4 * d83
    return [
        [
            a22_12 * (a11_4 + v63) - ((factor13 * d79 - d80 * d81) / a11_4 - v78) * d82,
            -(matrix10 * a22_12 + d80 * d84),
            det8 * (factor13 / a11_4 * a21_4 - factor14),
        ],
        [
            -(matrix01 * a22_12 + d83 / matrix00 * (factor16 * d81 - d79)),
            matrix00 * a22_12 + factor16 * d84,
            -(a21_4 * d83),
        ],
        [d82 * (d81 / a11_4 - matrix02), -d84, det8],
    ]
