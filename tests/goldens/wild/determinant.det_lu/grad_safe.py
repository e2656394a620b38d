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
                v8 = det / matrix20
                d9 = (matrix21 * a22 * factor3 - matrix22 * a11) / a21 * v8
                v10 = a22 / a21
                v11 = det * v10
                v12 = matrix21 * v10
                d13 = factor - factor2 * factor3
                return [
                    [
                        -(matrix21 * a22_2 + d9),
                        matrix20 * a22_2 + factor3 * v11,
                        -(det * factor3),
                    ],
                    [v8 * (v12 - matrix22), -v11, det],
                    [
                        a22_2 * (a21 + v4) + v8 * (matrix22 * d13 - v12 * d13),
                        v11 * d13 - matrix00 * a22_2,
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
            v17 = a12 / a11
            v18 = matrix21 * v17
            v19 = det2 / matrix20
            v20 = det2 * v17
            d21 = v19 / a11 * (matrix21 * a12 * factor4 - matrix22 * a21)
            d22 = factor * factor4 - factor2
            return [
                [(matrix22 - v18) * v19, v20, -det2],
                [
                    d21 + matrix21 * a22_3,
                    -(factor4 * v20 + matrix20 * a22_3),
                    det2 * factor4,
                ],
                [
                    v19 * (matrix22 * d22 - v18 * d22) - a22_3 * (a11 + v3),
                    v20 * d22 + matrix10 * a22_3,
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
            v28 = matrix11 * a22_4
            v29 = v28 / a21_2
            v30 = det3 / matrix10
            v31 = det3 / a21_2
            v32 = a22_4 * v31
            d33 = factor5 - factor6 * factor7
            d34 = v31 / matrix10 * (matrix12 * a11_2 - factor7 * v28)
            return [
                [(v29 - matrix12) * v30, -v32, det3],
                [
                    a22_5 * (a21_2 + v24) + v30 * (matrix12 * d33 - v29 * d33),
                    v32 * d33 - matrix20 * a22_5,
                    -(det3 * d33),
                ],
                [
                    d34 - matrix11 * a22_5,
                    matrix10 * a22_5 + factor7 * v32,
                    -(a11_2 * v31),
                ],
            ]
        if a11_2 == 0.0:
            v36 = True
        else:
            v37 = a21_2 / a11_2 * (matrix02 - factor5 * matrix12)
            v36 = matrix22 - factor6 * matrix12 - v37 == 0.0
        if v36:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        a12_2 = matrix02 - factor5 * matrix12
        factor8 = a21_2 / a11_2
        a22_6 = matrix22 - factor6 * matrix12 - factor8 * a12_2
        det4 = a11_2 * matrix10
        v38 = det4 / matrix10
        d39 = (matrix11 * a12_2 * factor8 - matrix12 * a21_2) / a11_2 * v38
        v40 = a12_2 / a11_2
        v41 = det4 * v40
        d42 = factor5 * factor8 - factor6
        v43 = matrix11 * v40
        return [
            [
                d39 + matrix11 * a22_6,
                -(factor8 * v41 + matrix10 * a22_6),
                det4 * factor8,
            ],
            [
                v38 * (matrix12 * d42 - d42 * v43) - a22_6 * (a11_2 + v23),
                v41 * d42 + matrix00 * a22_6,
                -(det4 * d42),
            ],
            [v38 * (matrix12 - v43), v41, -det4],
        ]
    if v2 > v1:
        if matrix20 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        factor9 = matrix10 / matrix20
        v44 = factor9 * matrix21
        a11_3 = matrix11 - v44
        factor10 = matrix00 / matrix20
        v45 = factor10 * matrix21
        a21_3 = matrix01 - v45
        if abs(a21_3) > abs(a11_3):
            if a21_3 == 0.0:
                v47 = True
            else:
                v48 = a11_3 / a21_3 * (matrix02 - factor10 * matrix22)
                v47 = matrix12 - factor9 * matrix22 - v48 == 0.0
            if v47:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            a22_7 = matrix02 - factor10 * matrix22
            det5 = matrix20 * a21_3
            factor11 = a11_3 / a21_3
            a22_8 = matrix12 - factor9 * matrix22 - factor11 * a22_7
            v49 = det5 / matrix20
            d50 = (matrix21 * a22_7 * factor11 - matrix22 * a11_3) / a21_3 * v49
            v51 = a22_7 / a21_3
            v52 = det5 * v51
            v53 = matrix21 * v51
            d54 = factor9 - factor10 * factor11
            return [
                [
                    -(matrix21 * a22_8 + d50),
                    matrix20 * a22_8 + factor11 * v52,
                    -(det5 * factor11),
                ],
                [v49 * (v53 - matrix22), -v52, det5],
                [
                    a22_8 * (a21_3 + v45) + v49 * (matrix22 * d54 - v53 * d54),
                    v52 * d54 - matrix00 * a22_8,
                    -(det5 * d54),
                ],
            ]
        if a11_3 == 0.0:
            v56 = True
        else:
            v57 = a21_3 / a11_3 * (matrix12 - factor9 * matrix22)
            v56 = matrix02 - factor10 * matrix22 - v57 == 0.0
        if v56:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        a12_3 = matrix12 - factor9 * matrix22
        factor12 = a21_3 / a11_3
        a22_9 = matrix02 - factor10 * matrix22 - factor12 * a12_3
        det6 = a11_3 * matrix20
        v58 = a12_3 / a11_3
        v59 = matrix21 * v58
        v60 = det6 / matrix20
        v61 = det6 * v58
        d62 = v60 / a11_3 * (matrix21 * a12_3 * factor12 - matrix22 * a21_3)
        d63 = factor9 * factor12 - factor10
        return [
            [(matrix22 - v59) * v60, v61, -det6],
            [
                d62 + matrix21 * a22_9,
                -(factor12 * v61 + matrix20 * a22_9),
                det6 * factor12,
            ],
            [
                v60 * (matrix22 * d63 - v59 * d63) - a22_9 * (a11_3 + v44),
                v61 * d63 + matrix10 * a22_9,
                -(det6 * d63),
            ],
        ]
    if matrix00 == 0.0:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    factor13 = matrix10 / matrix00
    v64 = factor13 * matrix01
    a11_4 = matrix11 - v64
    factor14 = matrix20 / matrix00
    v65 = factor14 * matrix01
    a21_4 = matrix21 - v65
    if abs(a21_4) > abs(a11_4):
        if a21_4 == 0.0:
            v67 = True
        else:
            v68 = a11_4 / a21_4 * (matrix22 - factor14 * matrix02)
            v67 = matrix12 - factor13 * matrix02 - v68 == 0.0
        if v67:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        a22_10 = matrix22 - factor14 * matrix02
        factor15 = a11_4 / a21_4
        a22_11 = matrix12 - factor13 * matrix02 - factor15 * a22_10
        det7 = a21_4 * matrix00
        v69 = factor13 - factor14 * factor15
        v70 = matrix01 * a22_10
        v71 = v70 / a21_4
        v72 = det7 / matrix00
        v73 = det7 / a21_4
        v74 = a22_10 * v73
        d75 = matrix01 * a22_11 - v73 / matrix00 * (a11_4 * matrix02 - factor15 * v70)
        return [
            [
                -((matrix02 * v69 - v69 * v71) * v72 + a22_11 * (a21_4 + v65)),
                matrix20 * a22_11 - v69 * v74,
                det7 * v69,
            ],
            [v72 * (matrix02 - v71), v74, -det7],
            [d75, -(factor15 * v74 + matrix00 * a22_11), a11_4 * v73],
        ]
    if a11_4 == 0.0:
        v77 = True
    else:
        v78 = a21_4 / a11_4 * (matrix12 - factor13 * matrix02)
        v77 = matrix22 - factor14 * matrix02 - v78 == 0.0
    if v77:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    a12_4 = matrix12 - factor13 * matrix02
    v79 = factor14 * matrix02
    det8 = matrix00 * a11_4
    factor16 = a21_4 / a11_4
    a22_12 = matrix22 - v79 - factor16 * a12_4
    v80 = matrix02 * a21_4
    d81 = factor13 * factor16 - factor14
    v82 = matrix01 * a12_4
    v83 = det8 / matrix00
    v84 = det8 / a11_4
    v85 = a12_4 * v84
    return [
        [
            a22_12 * (a11_4 + v64) - ((factor13 * v80 - d81 * v82) / a11_4 - v79) * v83,
            -(matrix10 * a22_12 + d81 * v85),
            det8 * (factor13 / a11_4 * a21_4 - factor14),
        ],
        [
            -(matrix01 * a22_12 + v84 / matrix00 * (factor16 * v82 - v80)),
            matrix00 * a22_12 + factor16 * v85,
            -(a21_4 * v84),
        ],
        [v83 * (v82 / a11_4 - matrix02), -v85, det8],
    ]
