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
            v17 = a11 * matrix20
            d18 = a12 / a11
            d19 = matrix21 * d18
            d20 = v17 / matrix20
            d21 = v17 * d18
            d22 = d20 / a11 * (matrix21 * a12 * factor4 - matrix22 * a21)
            d23 = factor * factor4 - factor2
            return [
                [(matrix22 - d19) * d20, d21, -v17],
                [
                    d22 + matrix21 * a22_3,
                    -(factor4 * d21 + matrix20 * a22_3),
                    v17 * factor4,
                ],
                [
                    d20 * (matrix22 * d23 - d19 * d23) - a22_3 * (a11 + v3),
                    d21 * d23 + matrix10 * a22_3,
                    -(v17 * d23),
                ],
            ]
        if matrix10 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        factor5 = matrix00 / matrix10
        v24 = factor5 * matrix11
        a11_2 = matrix01 - v24
        factor6 = matrix20 / matrix10
        v25 = factor6 * matrix11
        a21_2 = matrix21 - v25
        if abs(a21_2) > abs(a11_2):
            if a21_2 == 0.0:
                v27 = True
            else:
                v28 = a11_2 / a21_2 * (matrix22 - factor6 * matrix12)
                v27 = matrix02 - factor5 * matrix12 - v28 == 0.0
            if v27:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            a22_4 = matrix22 - factor6 * matrix12
            det2 = matrix10 * a21_2
            factor7 = a11_2 / a21_2
            a22_5 = matrix02 - factor5 * matrix12 - factor7 * a22_4
            d29 = matrix11 * a22_4
            d30 = d29 / a21_2
            d31 = det2 / matrix10
            d32 = det2 / a21_2
            d33 = a22_4 * d32
            d34 = factor5 - factor6 * factor7
            d35 = d32 / matrix10 * (matrix12 * a11_2 - factor7 * d29)
            return [
                [(d30 - matrix12) * d31, -d33, det2],
                [
                    a22_5 * (a21_2 + v25) + d31 * (matrix12 * d34 - d30 * d34),
                    d33 * d34 - matrix20 * a22_5,
                    -(det2 * d34),
                ],
                [
                    d35 - matrix11 * a22_5,
                    matrix10 * a22_5 + factor7 * d33,
                    -(a11_2 * d32),
                ],
            ]
        if a11_2 == 0.0:
            v37 = True
        else:
            v38 = a21_2 / a11_2 * (matrix02 - factor5 * matrix12)
            v37 = matrix22 - factor6 * matrix12 - v38 == 0.0
        if v37:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        a12_2 = matrix02 - factor5 * matrix12
        factor8 = a21_2 / a11_2
        a22_6 = matrix22 - factor6 * matrix12 - factor8 * a12_2
        v39 = a11_2 * matrix10
        d40 = v39 / matrix10
        d41 = (matrix11 * a12_2 * factor8 - matrix12 * a21_2) / a11_2 * d40
        d42 = a12_2 / a11_2
        d43 = v39 * d42
        d44 = factor5 * factor8 - factor6
        d45 = matrix11 * d42
        return [
            [
                d41 + matrix11 * a22_6,
                -(factor8 * d43 + matrix10 * a22_6),
                v39 * factor8,
            ],
            [
                d40 * (matrix12 * d44 - d44 * d45) - a22_6 * (a11_2 + v24),
                d43 * d44 + matrix00 * a22_6,
                -(v39 * d44),
            ],
            [d40 * (matrix12 - d45), d43, -v39],
        ]
    if v2 > v1:
        if matrix20 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        factor9 = matrix10 / matrix20
        v46 = factor9 * matrix21
        a11_3 = matrix11 - v46
        factor10 = matrix00 / matrix20
        v47 = factor10 * matrix21
        a21_3 = matrix01 - v47
        if abs(a21_3) > abs(a11_3):
            if a21_3 == 0.0:
                v49 = True
            else:
                v50 = a11_3 / a21_3 * (matrix02 - factor10 * matrix22)
                v49 = matrix12 - factor9 * matrix22 - v50 == 0.0
            if v49:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            a22_7 = matrix02 - factor10 * matrix22
            det3 = matrix20 * a21_3
            factor11 = a11_3 / a21_3
            a22_8 = matrix12 - factor9 * matrix22 - factor11 * a22_7
            d51 = det3 / matrix20
            d52 = (matrix21 * a22_7 * factor11 - matrix22 * a11_3) / a21_3 * d51
            d53 = a22_7 / a21_3
            d54 = det3 * d53
            d55 = matrix21 * d53
            d56 = factor9 - factor10 * factor11
            return [
                [
                    -(matrix21 * a22_8 + d52),
                    matrix20 * a22_8 + factor11 * d54,
                    -(det3 * factor11),
                ],
                [d51 * (d55 - matrix22), -d54, det3],
                [
                    a22_8 * (a21_3 + v47) + d51 * (matrix22 * d56 - d55 * d56),
                    d54 * d56 - matrix00 * a22_8,
                    -(det3 * d56),
                ],
            ]
        if a11_3 == 0.0:
            v58 = True
        else:
            v59 = a21_3 / a11_3 * (matrix12 - factor9 * matrix22)
            v58 = matrix02 - factor10 * matrix22 - v59 == 0.0
        if v58:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        a12_3 = matrix12 - factor9 * matrix22
        factor12 = a21_3 / a11_3
        a22_9 = matrix02 - factor10 * matrix22 - factor12 * a12_3
        v60 = a11_3 * matrix20
        d61 = a12_3 / a11_3
        d62 = matrix21 * d61
        d63 = v60 / matrix20
        d64 = v60 * d61
        d65 = d63 / a11_3 * (matrix21 * a12_3 * factor12 - matrix22 * a21_3)
        d66 = factor9 * factor12 - factor10
        return [
            [(matrix22 - d62) * d63, d64, -v60],
            [
                d65 + matrix21 * a22_9,
                -(factor12 * d64 + matrix20 * a22_9),
                v60 * factor12,
            ],
            [
                d63 * (matrix22 * d66 - d62 * d66) - a22_9 * (a11_3 + v46),
                d64 * d66 + matrix10 * a22_9,
                -(v60 * d66),
            ],
        ]
    if matrix00 == 0.0:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    factor13 = matrix10 / matrix00
    v67 = factor13 * matrix01
    a11_4 = matrix11 - v67
    factor14 = matrix20 / matrix00
    v68 = factor14 * matrix01
    a21_4 = matrix21 - v68
    if abs(a21_4) > abs(a11_4):
        if a21_4 == 0.0:
            v70 = True
        else:
            v71 = a11_4 / a21_4 * (matrix22 - factor14 * matrix02)
            v70 = matrix12 - factor13 * matrix02 - v71 == 0.0
        if v70:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        a22_10 = matrix22 - factor14 * matrix02
        factor15 = a11_4 / a21_4
        a22_11 = matrix12 - factor13 * matrix02 - factor15 * a22_10
        v72 = a21_4 * matrix00
        d73 = factor13 - factor14 * factor15
        d74 = matrix01 * a22_10
        d75 = d74 / a21_4
        d76 = v72 / matrix00
        d77 = v72 / a21_4
        d78 = a22_10 * d77
        d79 = matrix01 * a22_11 - d77 / matrix00 * (a11_4 * matrix02 - factor15 * d74)
        return [
            [
                -((matrix02 * d73 - d73 * d75) * d76 + a22_11 * (a21_4 + v68)),
                matrix20 * a22_11 - d73 * d78,
                v72 * d73,
            ],
            [d76 * (matrix02 - d75), d78, -v72],
            [d79, -(factor15 * d78 + matrix00 * a22_11), a11_4 * d77],
        ]
    if a11_4 == 0.0:
        v81 = True
    else:
        v82 = a21_4 / a11_4 * (matrix12 - factor13 * matrix02)
        v81 = matrix22 - factor14 * matrix02 - v82 == 0.0
    if v81:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    a12_4 = matrix12 - factor13 * matrix02
    v83 = factor14 * matrix02
    det4 = matrix00 * a11_4
    factor16 = a21_4 / a11_4
    a22_12 = matrix22 - v83 - factor16 * a12_4
    d84 = matrix02 * a21_4
    d85 = factor13 * factor16 - factor14
    d86 = matrix01 * a12_4
    d87 = det4 / matrix00
    d88 = det4 / a11_4
    d89 = a12_4 * d88
    return [
        [
            a22_12 * (a11_4 + v67) - ((factor13 * d84 - d85 * d86) / a11_4 - v83) * d87,
            -(matrix10 * a22_12 + d85 * d89),
            det4 * (factor13 / a11_4 * a21_4 - factor14),
        ],
        [
            -(matrix01 * a22_12 + d88 / matrix00 * (factor16 * d86 - d84)),
            matrix00 * a22_12 + factor16 * d89,
            -(a21_4 * d88),
        ],
        [d87 * (d86 / a11_4 - matrix02), -d89, det4],
    ]
