# gradient of det_lu in 1819 operations, 764 before the passes
def det_lu_grad(matrix):
    (
        (matrix00, matrix01, matrix02),
        (matrix10, matrix11, matrix12),
        (matrix20, matrix21, matrix22),
    ) = matrix
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    v0 = abs(matrix10)
    v1 = abs(matrix00)
    v2 = v0 > v1
    v3 = abs(matrix20)
    # determinant.py:20  if a[p][k] == 0:
    v4 = matrix20 == 0.0
    v5 = v3 > v0
    v6 = v5 or matrix10 == 0.0
    if v2:
        if v6:
            d7 = 0.0
            d10 = False
            d11 = 0.0
            d12 = False
        else:
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor = matrix00 / matrix10
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            a11 = matrix01 - factor * matrix11
            factor2 = matrix20 / matrix10
            a21 = matrix21 - factor2 * matrix11
            v13 = abs(a21) > abs(a11)
            if v13:
                if a21 == 0.0:
                    v16 = True
                else:
                    v17 = a11 / a21 * (matrix22 - factor2 * matrix12)
                    v16 = matrix02 - factor * matrix12 - v17 == 0.0
                if v16:
                    d10 = False
                    d14 = 0.0
                else:
                    v18 = a11 / a21 * (matrix22 - factor2 * matrix12)
                    d10 = True
                    d14 = a21 * (matrix02 - factor * matrix12 - v18)
            else:
                if a11 == 0.0:
                    v20 = True
                else:
                    v21 = a21 / a11 * (matrix02 - factor * matrix12)
                    v20 = matrix22 - factor2 * matrix12 - v21 == 0.0
                if v20:
                    d10 = False
                    d14 = 0.0
                else:
                    v22 = a21 / a11 * (matrix02 - factor * matrix12)
                    d10 = True
                    d14 = -(a11 * (matrix22 - factor2 * matrix12 - v22))
            d23 = d10
            if d23 or d23:
                if d10:
                    a12 = matrix02 - factor * matrix12
                    a22 = matrix22 - factor2 * matrix12
                    if v13:
                        # determinant.py:25  det *= a[k][k]
                        det = matrix10 * a21
                        factor3 = a11 / a21
                        d34 = det / a21
                        d31 = a22 * d34
                        d30 = -det
                        d32 = a11 * d34
                        d33 = -(factor3 * d31 + matrix10 * (a12 - factor3 * a22))
                    else:
                        factor4 = a21 / a11
                        d32 = a11 * matrix10
                        d35 = d32 / a11
                        d36 = a12 * d35
                        d30 = -(a21 * d35)
                        d31 = matrix10 * (a22 - factor4 * a12) + factor4 * d36
                        d33 = -d36
                    d26 = matrix12 * d30
                    d27 = matrix11 * d31
                    d28 = matrix12 * d32
                    d29 = matrix11 * d33
                else:
                    d26 = 0.0
                    d27 = 0.0
                    d28 = 0.0
                    d29 = 0.0
                d7 = (d26 + d27) / matrix10
                d24 = -(factor2 * ((d28 + d29) / matrix10))
                d25 = -(factor * d7)
                d12 = True
            else:
                d7 = 0.0
                d24 = 0.0
                d25 = 0.0
                d12 = False
            d11 = d14 + d24 + d25
        d8 = v5
        v9 = True
    else:
        v9 = v3 > v1
        d7 = 0.0
        d8 = v9
        d10 = False
        d11 = 0.0
        d12 = False
    if d8:
        if v4:
            d37 = 0.0
            d38 = 0.0
        else:
            factor5 = matrix10 / matrix20
            a11_2 = matrix11 - factor5 * matrix21
            factor6 = matrix00 / matrix20
            a21_2 = matrix01 - factor6 * matrix21
            v39 = abs(a21_2) > abs(a11_2)
            if v39:
                if a21_2 == 0.0:
                    v42 = True
                else:
                    v43 = a11_2 / a21_2 * (matrix02 - factor6 * matrix22)
                    v42 = matrix12 - factor5 * matrix22 - v43 == 0.0
                d40 = not v42
            else:
                if a11_2 == 0.0:
                    v45 = True
                else:
                    v46 = a21_2 / a11_2 * (matrix12 - factor5 * matrix22)
                    v45 = matrix02 - factor6 * matrix22 - v46 == 0.0
                d40 = not v45
            d47 = d40
            if d47 or d47:
                if d40:
                    a12_2 = matrix12 - factor5 * matrix22
                    a22_2 = matrix02 - factor6 * matrix22
                    if v39:
                        det2 = matrix20 * a21_2
                        factor7 = a11_2 / a21_2
                        d56 = det2 / a21_2
                        d55 = a22_2 * d56
                        d52 = a11_2 * d56
                        d53 = -(factor7 * d55 + matrix20 * (a12_2 - factor7 * a22_2))
                        d54 = -det2
                    else:
                        factor8 = a21_2 / a11_2
                        d52 = a11_2 * matrix20
                        d57 = d52 / a11_2
                        d58 = a12_2 * d57
                        d53 = -d58
                        d54 = -(a21_2 * d57)
                        d55 = matrix20 * (a22_2 - factor8 * a12_2) + factor8 * d58
                    d48 = matrix22 * d52
                    d49 = matrix21 * d53
                    d50 = matrix22 * d54
                    d51 = matrix21 * d55
                else:
                    d48 = 0.0
                    d49 = 0.0
                    d50 = 0.0
                    d51 = 0.0
                d37 = (d48 + d49) / matrix20
                d38 = (d50 + d51) / matrix20
            else:
                d37 = 0.0
                d38 = 0.0
    else:
        d37 = 0.0
        d38 = 0.0
    v59 = v9 or matrix00 == 0.0
    if v59:
        d60 = 0.0
        v61 = True
        d62 = 0.0
        d63 = 0.0
        d64 = 0.0
    else:
        factor9 = matrix10 / matrix00
        a11_3 = matrix11 - factor9 * matrix01
        factor10 = matrix20 / matrix00
        a21_3 = matrix21 - factor10 * matrix01
        v61 = abs(a21_3) > abs(a11_3)
        if v61:
            if a21_3 == 0.0:
                v67 = True
            else:
                v68 = a11_3 / a21_3 * (matrix22 - factor10 * matrix02)
                v67 = matrix12 - factor9 * matrix02 - v68 == 0.0
            if v67:
                d60 = 0.0
                d65 = False
            else:
                v69 = a11_3 / a21_3 * (matrix22 - factor10 * matrix02)
                d60 = -(a21_3 * (matrix12 - factor9 * matrix02 - v69))
                d65 = True
        else:
            if a11_3 == 0.0:
                v71 = True
            else:
                v72 = a21_3 / a11_3 * (matrix12 - factor9 * matrix02)
                v71 = matrix22 - factor10 * matrix02 - v72 == 0.0
            d60 = 0.0
            d65 = not v71
        d73 = d65
        if d73 or d73:
            if d65:
                a12_3 = matrix12 - factor9 * matrix02
                a22_3 = matrix22 - factor10 * matrix02
                if v61:
                    factor11 = a11_3 / a21_3
                    d80 = a21_3 * matrix00
                    d82 = d80 / a21_3
                    d83 = a22_3 * d82
                    d78 = -(a11_3 * d82)
                    d79 = matrix00 * (a12_3 - factor11 * a22_3) + factor11 * d83
                    d81 = -d83
                else:
                    det3 = matrix00 * a11_3
                    factor12 = a21_3 / a11_3
                    d84 = det3 / a11_3
                    d79 = a12_3 * d84
                    d78 = -det3
                    d80 = a21_3 * d84
                    d81 = -(factor12 * d79 + matrix00 * (a22_3 - factor12 * a12_3))
                d74 = matrix02 * d78
                d75 = matrix01 * d79
                d76 = matrix02 * d80
                d77 = matrix01 * d81
            else:
                d74 = 0.0
                d75 = 0.0
                d76 = 0.0
                d77 = 0.0
            d64 = (d76 + d77) / matrix00
            d62 = -(factor10 * ((d74 + d75) / matrix00))
            d63 = -(factor9 * d64)
        else:
            d62 = 0.0
            d63 = 0.0
            d64 = 0.0
    if v61 or matrix11 - matrix10 / matrix00 * matrix01 == 0.0:
        v85 = True
    else:
        factor13 = matrix10 / matrix00
        factor14 = matrix20 / matrix00
        a21_4 = matrix21 - factor14 * matrix01
        factor15 = a21_4 / (matrix11 - factor13 * matrix01)
        v86 = factor15 * (matrix12 - factor13 * matrix02)
        v85 = matrix22 - factor14 * matrix02 - v86 == 0.0
    if v85:
        d87 = 0.0
    else:
        factor16 = matrix10 / matrix00
        a11_4 = matrix11 - factor16 * matrix01
        factor17 = matrix20 / matrix00
        factor18 = (matrix21 - factor17 * matrix01) / a11_4
        v88 = factor18 * (matrix12 - factor16 * matrix02)
        d87 = a11_4 * (matrix22 - factor17 * matrix02 - v88)
    if d10:
        d89 = True
        d90 = True
    elif d8:
        if v4:
            d89 = False
            d90 = False
        else:
            factor19 = matrix10 / matrix20
            a11_5 = matrix11 - factor19 * matrix21
            factor20 = matrix00 / matrix20
            a21_5 = matrix01 - factor20 * matrix21
            if abs(a21_5) > abs(a11_5):
                if a21_5 == 0.0:
                    v92 = True
                else:
                    v93 = a11_5 / a21_5 * (matrix02 - factor20 * matrix22)
                    v92 = matrix12 - factor19 * matrix22 - v93 == 0.0
                d89 = not v92
            else:
                if a11_5 == 0.0:
                    v95 = True
                else:
                    v96 = a21_5 / a11_5 * (matrix12 - factor19 * matrix22)
                    v95 = matrix02 - factor20 * matrix22 - v96 == 0.0
                d89 = not v95
            d90 = d89
    else:
        d89 = False
        d90 = False
    if d89:
        d97 = True
    elif v59:
        d97 = False
    else:
        factor21 = matrix10 / matrix00
        a11_6 = matrix11 - factor21 * matrix01
        factor22 = matrix20 / matrix00
        a21_6 = matrix21 - factor22 * matrix01
        if abs(a21_6) > abs(a11_6):
            if a21_6 == 0.0:
                v100 = True
            else:
                v101 = a11_6 / a21_6 * (matrix22 - factor22 * matrix02)
                v100 = matrix12 - factor21 * matrix02 - v101 == 0.0
            d98 = not v100
        else:
            if a11_6 == 0.0:
                v103 = True
            else:
                v104 = a21_6 / a11_6 * (matrix12 - factor21 * matrix02)
                v103 = matrix22 - factor22 * matrix02 - v104 == 0.0
            d98 = not v103
        d97 = d98
    if d12:
        d105 = True
        d106 = True
    elif d8:
        if v4:
            d105 = False
            d106 = False
        else:
            factor23 = matrix10 / matrix20
            a11_7 = matrix11 - factor23 * matrix21
            factor24 = matrix00 / matrix20
            a21_7 = matrix01 - factor24 * matrix21
            if abs(a21_7) > abs(a11_7):
                if a21_7 == 0.0:
                    v108 = True
                else:
                    v109 = a11_7 / a21_7 * (matrix02 - factor24 * matrix22)
                    v108 = matrix12 - factor23 * matrix22 - v109 == 0.0
                d106 = not v108
                d105 = d106
            else:
                if a11_7 == 0.0:
                    v111 = True
                else:
                    v112 = a21_7 / a11_7 * (matrix12 - factor23 * matrix22)
                    v111 = matrix02 - factor24 * matrix22 - v112 == 0.0
                d105 = not v111
                d106 = False
    else:
        d105 = False
        d106 = False
    if d106:
        d113 = True
    elif d8:
        if v4:
            v115 = True
        else:
            v116 = abs(matrix01 - matrix00 / matrix20 * matrix21)
            v115 = v116 > abs(matrix11 - matrix10 / matrix20 * matrix21)
        if v115:
            d113 = False
        else:
            factor25 = matrix10 / matrix20
            a11_8 = matrix11 - factor25 * matrix21
            if a11_8 == 0.0:
                v117 = True
            else:
                factor26 = matrix00 / matrix20
                factor27 = (matrix01 - factor26 * matrix21) / a11_8
                v118 = factor27 * (matrix12 - factor25 * matrix22)
                v117 = matrix02 - factor26 * matrix22 - v118 == 0.0
            d113 = not v117
    else:
        d113 = False
    if d113:
        d119 = True
    elif d8:
        if v4:
            d119 = False
        else:
            factor28 = matrix10 / matrix20
            a11_9 = matrix11 - factor28 * matrix21
            factor29 = matrix00 / matrix20
            a21_8 = matrix01 - factor29 * matrix21
            if abs(a21_8) > abs(a11_9):
                if a21_8 == 0.0:
                    v122 = True
                else:
                    v123 = a11_9 / a21_8 * (matrix02 - factor29 * matrix22)
                    v122 = matrix12 - factor28 * matrix22 - v123 == 0.0
                d120 = not v122
            else:
                if a11_9 == 0.0:
                    v125 = True
                else:
                    v126 = a21_8 / a11_9 * (matrix12 - factor28 * matrix22)
                    v125 = matrix02 - factor29 * matrix22 - v126 == 0.0
                d120 = not v125
            d127 = d120
            d119 = d127 or d127
    else:
        d119 = False
    if d119:
        d128 = True
    elif d8:
        if v4:
            d128 = False
        else:
            factor30 = matrix10 / matrix20
            a11_10 = matrix11 - factor30 * matrix21
            factor31 = matrix00 / matrix20
            a21_9 = matrix01 - factor31 * matrix21
            if abs(a21_9) > abs(a11_10):
                if a21_9 == 0.0:
                    v131 = True
                else:
                    v132 = a11_10 / a21_9 * (matrix02 - factor31 * matrix22)
                    v131 = matrix12 - factor30 * matrix22 - v132 == 0.0
                d129 = not v131
            else:
                if a11_10 == 0.0:
                    v134 = True
                else:
                    v135 = a21_9 / a11_10 * (matrix12 - factor30 * matrix22)
                    v134 = matrix02 - factor31 * matrix22 - v135 == 0.0
                d129 = not v134
            d136 = d129
            d128 = d136 or d136
    else:
        d128 = False
    if d90:
        d137 = True
    elif d8:
        if v4:
            d137 = False
        else:
            factor32 = matrix10 / matrix20
            a11_11 = matrix11 - factor32 * matrix21
            factor33 = matrix00 / matrix20
            a21_10 = matrix01 - factor33 * matrix21
            if abs(a21_10) > abs(a11_11):
                if a21_10 == 0.0:
                    v140 = True
                else:
                    v141 = a11_11 / a21_10 * (matrix02 - factor33 * matrix22)
                    v140 = matrix12 - factor32 * matrix22 - v141 == 0.0
                d138 = not v140
            else:
                if a11_11 == 0.0:
                    v143 = True
                else:
                    v144 = a21_10 / a11_11 * (matrix12 - factor32 * matrix22)
                    v143 = matrix02 - factor33 * matrix22 - v144 == 0.0
                d138 = not v143
            d137 = d138
    else:
        d137 = False
    if d97:
        d145 = True
    elif v59:
        d145 = False
    else:
        factor34 = matrix10 / matrix00
        a11_12 = matrix11 - factor34 * matrix01
        factor35 = matrix20 / matrix00
        a21_11 = matrix21 - factor35 * matrix01
        if abs(a21_11) > abs(a11_12):
            if a21_11 == 0.0:
                v148 = True
            else:
                v149 = a11_12 / a21_11 * (matrix22 - factor35 * matrix02)
                v148 = matrix12 - factor34 * matrix02 - v149 == 0.0
            d146 = not v148
        else:
            if a11_12 == 0.0:
                v151 = True
            else:
                v152 = a21_11 / a11_12 * (matrix12 - factor34 * matrix02)
                v151 = matrix22 - factor35 * matrix02 - v152 == 0.0
            d146 = not v151
        d145 = d146
    if d145:
        if d97:
            if d89:
                if v2:
                    if v6:
                        d159 = 0.0
                        d160 = 0.0
                    else:
                        factor36 = matrix00 / matrix10
                        a11_13 = matrix01 - factor36 * matrix11
                        factor37 = matrix20 / matrix10
                        a21_12 = matrix21 - factor37 * matrix11
                        if abs(a21_12) > abs(a11_13):
                            if a21_12 == 0.0:
                                v162 = True
                            else:
                                a22_4 = matrix22 - factor37 * matrix12
                                a12_4 = matrix02 - factor36 * matrix12
                                v162 = a12_4 - a11_13 / a21_12 * a22_4 == 0.0
                            if v162:
                                d159 = 0.0
                                d160 = 0.0
                            else:
                                d160 = matrix10 * a21_12
                                a22_5 = matrix22 - factor37 * matrix12
                                d159 = -(a22_5 * (d160 / a21_12))
                        else:
                            if a11_13 == 0.0:
                                v163 = True
                            else:
                                a12_5 = matrix02 - factor36 * matrix12
                                a22_6 = matrix22 - factor37 * matrix12
                                v163 = a22_6 - a21_12 / a11_13 * a12_5 == 0.0
                            if v163:
                                d159 = 0.0
                                d160 = 0.0
                            else:
                                a12_6 = matrix02 - factor36 * matrix12
                                factor38 = a21_12 / a11_13
                                a22_7 = matrix22 - factor37 * matrix12
                                d164 = a11_13 * matrix10 / a11_13
                                d165 = matrix10 * (a22_7 - factor38 * a12_6)
                                d159 = -(d165 + factor38 * (a12_6 * d164))
                                d160 = a21_12 * d164
                else:
                    d159 = 0.0
                    d160 = 0.0
                if d8:
                    if v4:
                        d166 = 0.0
                        d167 = 0.0
                    else:
                        factor39 = matrix10 / matrix20
                        a11_14 = matrix11 - factor39 * matrix21
                        factor40 = matrix00 / matrix20
                        a21_13 = matrix01 - factor40 * matrix21
                        if abs(a21_13) > abs(a11_14):
                            if a21_13 == 0.0:
                                v169 = True
                            else:
                                a22_8 = matrix02 - factor40 * matrix22
                                a12_7 = matrix12 - factor39 * matrix22
                                v169 = a12_7 - a11_14 / a21_13 * a22_8 == 0.0
                            if v169:
                                d166 = 0.0
                                d167 = 0.0
                            else:
                                a22_9 = matrix02 - factor40 * matrix22
                                factor41 = a11_14 / a21_13
                                a12_8 = matrix12 - factor39 * matrix22
                                d170 = matrix20 * a21_13 / a21_13
                                v171 = matrix20 * (a12_8 - factor41 * a22_9)
                                d166 = factor41 * (a22_9 * d170) + v171
                                d167 = -(a11_14 * d170)
                        else:
                            if a11_14 == 0.0:
                                v173 = True
                            else:
                                a12_9 = matrix12 - factor39 * matrix22
                                a22_10 = matrix02 - factor40 * matrix22
                                v173 = a22_10 - a21_13 / a11_14 * a12_9 == 0.0
                            if v173:
                                d166 = 0.0
                                d167 = 0.0
                            else:
                                det4 = a11_14 * matrix20
                                a12_10 = matrix12 - factor39 * matrix22
                                d166 = a12_10 * (det4 / a11_14)
                                d167 = -det4
                else:
                    d166 = 0.0
                    d167 = 0.0
                d157 = d159 + d166
                d158 = d160 + d167
            else:
                d157 = 0.0
                d158 = 0.0
            if v59:
                d174 = 0.0
                d175 = 0.0
            else:
                factor42 = matrix10 / matrix00
                a11_15 = matrix11 - factor42 * matrix01
                factor43 = matrix20 / matrix00
                a21_14 = matrix21 - factor43 * matrix01
                v176 = abs(a21_14) > abs(a11_15)
                if v176:
                    if a21_14 == 0.0:
                        v179 = True
                    else:
                        v180 = a11_15 / a21_14 * (matrix22 - factor43 * matrix02)
                        v179 = matrix12 - factor42 * matrix02 - v180 == 0.0
                    d177 = not v179
                else:
                    if a11_15 == 0.0:
                        v182 = True
                    else:
                        v183 = a21_14 / a11_15 * (matrix12 - factor42 * matrix02)
                        v182 = matrix22 - factor43 * matrix02 - v183 == 0.0
                    d177 = not v182
                if d177:
                    a12_11 = matrix12 - factor42 * matrix02
                    if v176:
                        a22_11 = matrix22 - factor43 * matrix02
                        factor44 = a11_15 / a21_14
                        d186 = a21_14 * matrix00 / a21_14
                        d187 = matrix00 * (a12_11 - factor44 * a22_11)
                        d184 = -(a11_15 * d186)
                        d185 = d187 + factor44 * (a22_11 * d186)
                    else:
                        det5 = matrix00 * a11_15
                        d184 = -det5
                        d185 = a12_11 * (det5 / a11_15)
                    d174 = d185 * factor43
                    d175 = d184 * factor43
                else:
                    d174 = 0.0
                    d175 = 0.0
            d155 = d157 + d174
            d156 = d158 + d175
        else:
            d155 = 0.0
            d156 = 0.0
        if v59:
            d188 = 0.0
            d189 = 0.0
        else:
            factor45 = matrix10 / matrix00
            a11_16 = matrix11 - factor45 * matrix01
            factor46 = matrix20 / matrix00
            a21_15 = matrix21 - factor46 * matrix01
            v190 = abs(a21_15) > abs(a11_16)
            if v190:
                if a21_15 == 0.0:
                    v193 = True
                else:
                    v194 = a11_16 / a21_15 * (matrix22 - factor46 * matrix02)
                    v193 = matrix12 - factor45 * matrix02 - v194 == 0.0
                d191 = not v193
            else:
                if a11_16 == 0.0:
                    v196 = True
                else:
                    v197 = a21_15 / a11_16 * (matrix12 - factor45 * matrix02)
                    v196 = matrix22 - factor46 * matrix02 - v197 == 0.0
                d191 = not v196
            if d191:
                a22_12 = matrix22 - factor46 * matrix02
                if v190:
                    d198 = a21_15 * matrix00
                    d199 = -(a22_12 * (d198 / a21_15))
                else:
                    a12_12 = matrix12 - factor45 * matrix02
                    factor47 = a21_15 / a11_16
                    d200 = matrix00 * a11_16 / a11_16
                    v201 = matrix00 * (a22_12 - factor47 * a12_12)
                    d198 = a21_15 * d200
                    d199 = -(factor47 * (a12_12 * d200) + v201)
                d188 = d199 * factor45
                d189 = d198 * factor45
            else:
                d188 = 0.0
                d189 = 0.0
        d153 = d155 + d188
        d154 = d156 + d189
    else:
        d153 = 0.0
        d154 = 0.0
    if d105:
        d202 = True
    elif v59:
        d202 = False
    else:
        factor48 = matrix10 / matrix00
        a11_17 = matrix11 - factor48 * matrix01
        factor49 = matrix20 / matrix00
        a21_16 = matrix21 - factor49 * matrix01
        if abs(a21_16) > abs(a11_17):
            if a21_16 == 0.0:
                v204 = True
            else:
                v205 = a11_17 / a21_16 * (matrix22 - factor49 * matrix02)
                v204 = matrix12 - factor48 * matrix02 - v205 == 0.0
            d202 = not v204
        else:
            if a11_17 == 0.0:
                v207 = True
            else:
                v208 = a21_16 / a11_17 * (matrix12 - factor48 * matrix02)
                v207 = matrix22 - factor49 * matrix02 - v208 == 0.0
            d202 = not v207
    if d202:
        if d105:
            if v2:
                if v6:
                    d213 = 0.0
                    d214 = 0.0
                else:
                    factor50 = matrix00 / matrix10
                    a11_18 = matrix01 - factor50 * matrix11
                    factor51 = matrix20 / matrix10
                    a21_17 = matrix21 - factor51 * matrix11
                    v215 = abs(a21_17) > abs(a11_18)
                    if v215:
                        if a21_17 == 0.0:
                            v218 = True
                        else:
                            v219 = a11_18 / a21_17 * (matrix22 - factor51 * matrix12)
                            v218 = matrix02 - factor50 * matrix12 - v219 == 0.0
                        d216 = not v218
                    else:
                        if a11_18 == 0.0:
                            v221 = True
                        else:
                            v222 = a21_17 / a11_18 * (matrix02 - factor50 * matrix12)
                            v221 = matrix22 - factor51 * matrix12 - v222 == 0.0
                        d216 = not v221
                    d223 = d216
                    if d223 or d223:
                        if d216:
                            a12_13 = matrix02 - factor50 * matrix12
                            a22_13 = matrix22 - factor51 * matrix12
                            if v215:
                                det6 = matrix10 * a21_17
                                factor52 = a11_18 / a21_17
                                d232 = det6 / a21_17
                                d229 = a22_13 * d232
                                v233 = matrix10 * (a12_13 - factor52 * a22_13)
                                d228 = -det6
                                d230 = a11_18 * d232
                                d231 = -(factor52 * d229 + v233)
                            else:
                                factor53 = a21_17 / a11_18
                                d230 = a11_18 * matrix10
                                d234 = d230 / a11_18
                                d235 = a12_13 * d234
                                d236 = matrix10 * (a22_13 - factor53 * a12_13)
                                d228 = -(a21_17 * d234)
                                d229 = d236 + factor53 * d235
                                d231 = -d235
                            d224 = d231 * factor51
                            d225 = d229 * factor50
                            d226 = d230 * factor51
                            d227 = d228 * factor50
                        else:
                            d224 = 0.0
                            d225 = 0.0
                            d226 = 0.0
                            d227 = 0.0
                        d213 = d224 + d225
                        d214 = d226 + d227
                    else:
                        d213 = 0.0
                        d214 = 0.0
            else:
                d213 = 0.0
                d214 = 0.0
            if d8:
                if v4:
                    d237 = 0.0
                    d238 = 0.0
                else:
                    factor54 = matrix10 / matrix20
                    a11_19 = matrix11 - factor54 * matrix21
                    factor55 = matrix00 / matrix20
                    a21_18 = matrix01 - factor55 * matrix21
                    if abs(a21_18) > abs(a11_19):
                        if a21_18 == 0.0:
                            v240 = True
                        else:
                            v241 = a11_19 / a21_18 * (matrix02 - factor55 * matrix22)
                            v240 = matrix12 - factor54 * matrix22 - v241 == 0.0
                        if v240:
                            d237 = 0.0
                            d238 = 0.0
                        else:
                            d238 = matrix20 * a21_18
                            d237 = -((matrix02 - factor55 * matrix22) * (d238 / a21_18))
                    else:
                        if a11_19 == 0.0:
                            v242 = True
                        else:
                            v243 = a21_18 / a11_19 * (matrix12 - factor54 * matrix22)
                            v242 = matrix02 - factor55 * matrix22 - v243 == 0.0
                        if v242:
                            d237 = 0.0
                            d238 = 0.0
                        else:
                            a12_14 = matrix12 - factor54 * matrix22
                            factor56 = a21_18 / a11_19
                            a22_14 = matrix02 - factor55 * matrix22
                            d244 = a11_19 * matrix20 / a11_19
                            d245 = matrix20 * (a22_14 - factor56 * a12_14)
                            d237 = -(d245 + factor56 * (a12_14 * d244))
                            d238 = a21_18 * d244
            else:
                d237 = 0.0
                d238 = 0.0
            d211 = d213 + d237
            d212 = d214 + d238
        else:
            d211 = 0.0
            d212 = 0.0
        if v59:
            d246 = 0.0
            d247 = 0.0
        else:
            factor57 = matrix10 / matrix00
            a11_20 = matrix11 - factor57 * matrix01
            factor58 = matrix20 / matrix00
            a21_19 = matrix21 - factor58 * matrix01
            if abs(a21_19) > abs(a11_20):
                if a21_19 == 0.0:
                    v249 = True
                else:
                    v250 = a11_20 / a21_19 * (matrix22 - factor58 * matrix02)
                    v249 = matrix12 - factor57 * matrix02 - v250 == 0.0
                if v249:
                    d246 = 0.0
                    d247 = 0.0
                else:
                    det7 = a21_19 * matrix00
                    d246 = (matrix22 - factor58 * matrix02) * (det7 / a21_19)
                    d247 = -det7
            else:
                if a11_20 == 0.0:
                    v251 = True
                else:
                    v252 = a21_19 / a11_20 * (matrix12 - factor57 * matrix02)
                    v251 = matrix22 - factor58 * matrix02 - v252 == 0.0
                if v251:
                    d246 = 0.0
                    d247 = 0.0
                else:
                    a12_15 = matrix12 - factor57 * matrix02
                    factor59 = a21_19 / a11_20
                    d253 = matrix00 * a11_20 / a11_20
                    a22_15 = matrix22 - factor58 * matrix02 - factor59 * a12_15
                    d246 = factor59 * (a12_15 * d253) + matrix00 * a22_15
                    d247 = -(a21_19 * d253)
        d209 = d211 + d246
        d210 = d212 + d247
    else:
        d209 = 0.0
        d210 = 0.0
    if d128:
        d254 = True
    elif v59:
        d254 = False
    else:
        factor60 = matrix10 / matrix00
        a11_21 = matrix11 - factor60 * matrix01
        factor61 = matrix20 / matrix00
        a21_20 = matrix21 - factor61 * matrix01
        if abs(a21_20) > abs(a11_21):
            if a21_20 == 0.0:
                v257 = True
            else:
                v258 = a11_21 / a21_20 * (matrix22 - factor61 * matrix02)
                v257 = matrix12 - factor60 * matrix02 - v258 == 0.0
            d255 = not v257
        else:
            if a11_21 == 0.0:
                v260 = True
            else:
                v261 = a21_20 / a11_21 * (matrix12 - factor60 * matrix02)
                v260 = matrix22 - factor61 * matrix02 - v261 == 0.0
            d255 = not v260
        d262 = d255
        d254 = d262 or d262
    if d254:
        if d128:
            if d119:
                if d113:
                    if d106:
                        if v2:
                            if v6:
                                d268 = 0.0
                            else:
                                factor62 = matrix00 / matrix10
                                a11_22 = matrix01 - factor62 * matrix11
                                factor63 = matrix20 / matrix10
                                a21_21 = matrix21 - factor63 * matrix11
                                v269 = abs(a21_21) > abs(a11_22)
                                if v269:
                                    if a21_21 == 0.0:
                                        v271 = True
                                    else:
                                        a22_17 = matrix22 - factor63 * matrix12
                                        a12_17 = matrix02 - factor62 * matrix12
                                        v271 = a12_17 - a11_22 / a21_21 * a22_17 == 0.0
                                    d270 = not v271
                                else:
                                    if a11_22 == 0.0:
                                        v272 = True
                                    else:
                                        a12_19 = matrix02 - factor62 * matrix12
                                        a22_19 = matrix22 - factor63 * matrix12
                                        v272 = a22_19 - a21_21 / a11_22 * a12_19 == 0.0
                                    d270 = not v272
                                d273 = d270
                                if d273 or d273:
                                    if d270:
                                        a12_20 = matrix02 - factor62 * matrix12
                                        if v269:
                                            a22_20 = matrix22 - factor63 * matrix12
                                            factor64 = a11_22 / a21_21
                                            d278 = matrix10 * a21_21 / a21_21
                                            a22_21 = a12_20 - factor64 * a22_20
                                            d279 = factor64 * (a22_20 * d278)
                                            d276 = a11_22 * d278
                                            d277 = -(d279 + matrix10 * a22_21)
                                        else:
                                            d276 = a11_22 * matrix10
                                            d277 = -(a12_20 * (d276 / a11_22))
                                        d274 = matrix12 * d276
                                        d275 = matrix11 * d277
                                    else:
                                        d274 = 0.0
                                        d275 = 0.0
                                    d268 = (d274 + d275) / matrix10
                                else:
                                    d268 = 0.0
                        else:
                            d268 = 0.0
                        if d8:
                            if v4:
                                d280 = 0.0
                            else:
                                factor65 = matrix10 / matrix20
                                a11_23 = matrix11 - factor65 * matrix21
                                factor66 = matrix00 / matrix20
                                a21_22 = matrix01 - factor66 * matrix21
                                if abs(a21_22) > abs(a11_23):
                                    if a21_22 == 0.0:
                                        v281 = True
                                    else:
                                        a22_23 = matrix02 - factor66 * matrix22
                                        a12_22 = matrix12 - factor65 * matrix22
                                        v281 = a12_22 - a11_23 / a21_22 * a22_23 == 0.0
                                    if v281:
                                        d280 = 0.0
                                    else:
                                        a22_25 = matrix02 - factor66 * matrix22
                                        a12_24 = matrix12 - factor65 * matrix22
                                        a22_26 = a12_24 - a11_23 / a21_22 * a22_25
                                        d280 = a21_22 * a22_26
                                else:
                                    d280 = 0.0
                        else:
                            d280 = 0.0
                        d267 = d268 + d280
                    else:
                        d267 = 0.0
                    if d8:
                        if v4:
                            v284 = True
                        else:
                            v285 = abs(matrix01 - matrix00 / matrix20 * matrix21)
                            v284 = v285 > abs(matrix11 - matrix10 / matrix20 * matrix21)
                        if v284 or matrix11 - matrix10 / matrix20 * matrix21 == 0.0:
                            v286 = True
                        else:
                            factor67 = matrix10 / matrix20
                            factor68 = matrix00 / matrix20
                            a21_23 = matrix01 - factor68 * matrix21
                            factor69 = a21_23 / (matrix11 - factor67 * matrix21)
                            v287 = factor69 * (matrix12 - factor67 * matrix22)
                            v286 = matrix02 - factor68 * matrix22 - v287 == 0.0
                        if v286:
                            d282 = 0.0
                        else:
                            factor70 = matrix10 / matrix20
                            a11_24 = matrix11 - factor70 * matrix21
                            factor71 = matrix00 / matrix20
                            factor72 = (matrix01 - factor71 * matrix21) / a11_24
                            v288 = factor72 * (matrix12 - factor70 * matrix22)
                            d282 = -(a11_24 * (matrix02 - factor71 * matrix22 - v288))
                    else:
                        d282 = 0.0
                    d266 = d267 + d282
                else:
                    d266 = 0.0
                if d8:
                    if v4:
                        d289 = 0.0
                    else:
                        factor73 = matrix10 / matrix20
                        a11_25 = matrix11 - factor73 * matrix21
                        factor74 = matrix00 / matrix20
                        a21_24 = matrix01 - factor74 * matrix21
                        v290 = abs(a21_24) > abs(a11_25)
                        if v290:
                            if a21_24 == 0.0:
                                v293 = True
                            else:
                                a22_27 = matrix02 - factor74 * matrix22
                                a12_25 = matrix12 - factor73 * matrix22
                                v293 = a12_25 - a11_25 / a21_24 * a22_27 == 0.0
                            d291 = not v293
                        else:
                            if a11_25 == 0.0:
                                v295 = True
                            else:
                                a12_26 = matrix12 - factor73 * matrix22
                                a22_28 = matrix02 - factor74 * matrix22
                                v295 = a22_28 - a21_24 / a11_25 * a12_26 == 0.0
                            d291 = not v295
                        d296 = d291
                        if d296 or d296:
                            if d291:
                                a12_27 = matrix12 - factor73 * matrix22
                                if v290:
                                    a22_29 = matrix02 - factor74 * matrix22
                                    factor75 = a11_25 / a21_24
                                    d301 = matrix20 * a21_24 / a21_24
                                    v302 = matrix20 * (a12_27 - factor75 * a22_29)
                                    d299 = a11_25 * d301
                                    d300 = -(factor75 * (a22_29 * d301) + v302)
                                else:
                                    d299 = a11_25 * matrix20
                                    d300 = -(a12_27 * (d299 / a11_25))
                                d297 = matrix22 * d299
                                d298 = matrix21 * d300
                            else:
                                d297 = 0.0
                                d298 = 0.0
                            d289 = -(factor74 * ((d297 + d298) / matrix20))
                        else:
                            d289 = 0.0
                else:
                    d289 = 0.0
                d265 = d266 + d289
            else:
                d265 = 0.0
            if d8:
                if v4:
                    d303 = 0.0
                else:
                    factor76 = matrix10 / matrix20
                    a11_26 = matrix11 - factor76 * matrix21
                    factor77 = matrix00 / matrix20
                    a21_25 = matrix01 - factor77 * matrix21
                    v304 = abs(a21_25) > abs(a11_26)
                    if v304:
                        if a21_25 == 0.0:
                            v307 = True
                        else:
                            v308 = a11_26 / a21_25 * (matrix02 - factor77 * matrix22)
                            v307 = matrix12 - factor76 * matrix22 - v308 == 0.0
                        d305 = not v307
                    else:
                        if a11_26 == 0.0:
                            v310 = True
                        else:
                            v311 = a21_25 / a11_26 * (matrix12 - factor76 * matrix22)
                            v310 = matrix02 - factor77 * matrix22 - v311 == 0.0
                        d305 = not v310
                    d312 = d305
                    if d312 or d312:
                        if d305:
                            a22_30 = matrix02 - factor77 * matrix22
                            if v304:
                                det8 = matrix20 * a21_25
                                d315 = -det8
                                d316 = a22_30 * (det8 / a21_25)
                            else:
                                a12_28 = matrix12 - factor76 * matrix22
                                factor78 = a21_25 / a11_26
                                d317 = a11_26 * matrix20 / a11_26
                                d318 = matrix20 * (a22_30 - factor78 * a12_28)
                                d315 = -(a21_25 * d317)
                                d316 = d318 + factor78 * (a12_28 * d317)
                            d313 = matrix22 * d315
                            d314 = matrix21 * d316
                        else:
                            d313 = 0.0
                            d314 = 0.0
                        d303 = -(factor76 * ((d313 + d314) / matrix20))
                    else:
                        d303 = 0.0
            else:
                d303 = 0.0
            d264 = d265 + d303
        else:
            d264 = 0.0
        if v59:
            d319 = 0.0
        else:
            factor79 = matrix10 / matrix00
            a11_27 = matrix11 - factor79 * matrix01
            factor80 = matrix20 / matrix00
            a21_26 = matrix21 - factor80 * matrix01
            v320 = abs(a21_26) > abs(a11_27)
            if v320:
                if a21_26 == 0.0:
                    v323 = True
                else:
                    v324 = a11_27 / a21_26 * (matrix22 - factor80 * matrix02)
                    v323 = matrix12 - factor79 * matrix02 - v324 == 0.0
                d321 = not v323
            else:
                if a11_27 == 0.0:
                    v326 = True
                else:
                    v327 = a21_26 / a11_27 * (matrix12 - factor79 * matrix02)
                    v326 = matrix22 - factor80 * matrix02 - v327 == 0.0
                d321 = not v326
            d328 = d321
            if d328 or d328:
                if d321:
                    a12_29 = matrix12 - factor79 * matrix02
                    if v320:
                        a22_31 = matrix22 - factor80 * matrix02
                        factor81 = a11_27 / a21_26
                        d333 = a21_26 * matrix00 / a21_26
                        d334 = matrix00 * (a12_29 - factor81 * a22_31)
                        d331 = -(a11_27 * d333)
                        d332 = d334 + factor81 * (a22_31 * d333)
                    else:
                        det9 = matrix00 * a11_27
                        d331 = -det9
                        d332 = a12_29 * (det9 / a11_27)
                    d329 = matrix02 * d331
                    d330 = matrix01 * d332
                else:
                    d329 = 0.0
                    d330 = 0.0
                d319 = (d329 + d330) / matrix00
            else:
                d319 = 0.0
        d263 = d264 + d319
    else:
        d263 = 0.0
    if d137:
        d335 = True
    elif v59:
        d335 = False
    else:
        factor82 = matrix10 / matrix00
        a11_28 = matrix11 - factor82 * matrix01
        factor83 = matrix20 / matrix00
        a21_27 = matrix21 - factor83 * matrix01
        if abs(a21_27) > abs(a11_28):
            if a21_27 == 0.0:
                v337 = True
            else:
                v338 = a11_28 / a21_27 * (matrix22 - factor83 * matrix02)
                v337 = matrix12 - factor82 * matrix02 - v338 == 0.0
            d335 = not v337
        else:
            if a11_28 == 0.0:
                v340 = True
            else:
                v341 = a21_27 / a11_28 * (matrix12 - factor82 * matrix02)
                v340 = matrix22 - factor83 * matrix02 - v341 == 0.0
            d335 = not v340
    if d335:
        if d137:
            if d90:
                if v2:
                    if v6:
                        d348 = 0.0
                        d349 = 0.0
                    else:
                        factor84 = matrix00 / matrix10
                        a11_29 = matrix01 - factor84 * matrix11
                        factor85 = matrix20 / matrix10
                        a21_28 = matrix21 - factor85 * matrix11
                        if abs(a21_28) > abs(a11_29):
                            if a21_28 == 0.0:
                                v351 = True
                            else:
                                a22_32 = matrix22 - factor85 * matrix12
                                a12_30 = matrix02 - factor84 * matrix12
                                v351 = a12_30 - a11_29 / a21_28 * a22_32 == 0.0
                            if v351:
                                d348 = 0.0
                                d349 = 0.0
                            else:
                                a22_33 = matrix22 - factor85 * matrix12
                                factor86 = a11_29 / a21_28
                                a12_31 = matrix02 - factor84 * matrix12
                                d352 = matrix10 * a21_28 / a21_28
                                v353 = matrix10 * (a12_31 - factor86 * a22_33)
                                d348 = factor86 * (a22_33 * d352) + v353
                                d349 = -(a11_29 * d352)
                        else:
                            if a11_29 == 0.0:
                                v355 = True
                            else:
                                a12_32 = matrix02 - factor84 * matrix12
                                a22_34 = matrix22 - factor85 * matrix12
                                v355 = a22_34 - a21_28 / a11_29 * a12_32 == 0.0
                            if v355:
                                d348 = 0.0
                                d349 = 0.0
                            else:
                                det10 = a11_29 * matrix10
                                a12_33 = matrix02 - factor84 * matrix12
                                d348 = a12_33 * (det10 / a11_29)
                                d349 = -det10
                else:
                    d348 = 0.0
                    d349 = 0.0
                if d8:
                    if v4:
                        d356 = 0.0
                        d357 = 0.0
                    else:
                        factor87 = matrix10 / matrix20
                        a11_30 = matrix11 - factor87 * matrix21
                        factor88 = matrix00 / matrix20
                        a21_29 = matrix01 - factor88 * matrix21
                        v358 = abs(a21_29) > abs(a11_30)
                        if v358:
                            if a21_29 == 0.0:
                                v361 = True
                            else:
                                a22_35 = matrix02 - factor88 * matrix22
                                a12_34 = matrix12 - factor87 * matrix22
                                v361 = a12_34 - a11_30 / a21_29 * a22_35 == 0.0
                            d359 = not v361
                        else:
                            if a11_30 == 0.0:
                                v363 = True
                            else:
                                a12_35 = matrix12 - factor87 * matrix22
                                a22_36 = matrix02 - factor88 * matrix22
                                v363 = a22_36 - a21_29 / a11_30 * a12_35 == 0.0
                            d359 = not v363
                        if d359:
                            a12_36 = matrix12 - factor87 * matrix22
                            if v358:
                                a22_37 = matrix02 - factor88 * matrix22
                                factor89 = a11_30 / a21_29
                                d366 = matrix20 * a21_29 / a21_29
                                v367 = matrix20 * (a12_36 - factor89 * a22_37)
                                d364 = a11_30 * d366
                                d365 = -(factor89 * (a22_37 * d366) + v367)
                            else:
                                d364 = a11_30 * matrix20
                                d365 = -(a12_36 * (d364 / a11_30))
                            d356 = d365 * factor88
                            d357 = d364 * factor88
                        else:
                            d356 = 0.0
                            d357 = 0.0
                else:
                    d356 = 0.0
                    d357 = 0.0
                d346 = d348 + d356
                d347 = d349 + d357
            else:
                d346 = 0.0
                d347 = 0.0
            if d8:
                if v4:
                    d368 = 0.0
                    d369 = 0.0
                else:
                    factor90 = matrix10 / matrix20
                    a11_31 = matrix11 - factor90 * matrix21
                    factor91 = matrix00 / matrix20
                    a21_30 = matrix01 - factor91 * matrix21
                    v370 = abs(a21_30) > abs(a11_31)
                    if v370:
                        if a21_30 == 0.0:
                            v373 = True
                        else:
                            v374 = a11_31 / a21_30 * (matrix02 - factor91 * matrix22)
                            v373 = matrix12 - factor90 * matrix22 - v374 == 0.0
                        d371 = not v373
                    else:
                        if a11_31 == 0.0:
                            v376 = True
                        else:
                            v377 = a21_30 / a11_31 * (matrix12 - factor90 * matrix22)
                            v376 = matrix02 - factor91 * matrix22 - v377 == 0.0
                        d371 = not v376
                    if d371:
                        a22_38 = matrix02 - factor91 * matrix22
                        if v370:
                            det11 = matrix20 * a21_30
                            d378 = -det11
                            d379 = a22_38 * (det11 / a21_30)
                        else:
                            a12_37 = matrix12 - factor90 * matrix22
                            factor92 = a21_30 / a11_31
                            d380 = a11_31 * matrix20 / a11_31
                            d381 = matrix20 * (a22_38 - factor92 * a12_37)
                            d378 = -(a21_30 * d380)
                            d379 = d381 + factor92 * (a12_37 * d380)
                        d368 = d379 * factor90
                        d369 = d378 * factor90
                    else:
                        d368 = 0.0
                        d369 = 0.0
            else:
                d368 = 0.0
                d369 = 0.0
            d344 = d346 + d368
            d345 = d347 + d369
        else:
            d344 = 0.0
            d345 = 0.0
        if v59:
            d382 = 0.0
            d383 = 0.0
        else:
            factor93 = matrix10 / matrix00
            a11_32 = matrix11 - factor93 * matrix01
            factor94 = matrix20 / matrix00
            a21_31 = matrix21 - factor94 * matrix01
            if abs(a21_31) > abs(a11_32):
                if a21_31 == 0.0:
                    v385 = True
                else:
                    v386 = a11_32 / a21_31 * (matrix22 - factor94 * matrix02)
                    v385 = matrix12 - factor93 * matrix02 - v386 == 0.0
                if v385:
                    d382 = 0.0
                    d383 = 0.0
                else:
                    a22_39 = matrix22 - factor94 * matrix02
                    factor95 = a11_32 / a21_31
                    d387 = a21_31 * matrix00 / a21_31
                    a22_40 = matrix12 - factor93 * matrix02 - factor95 * a22_39
                    d382 = -(matrix00 * a22_40 + factor95 * (a22_39 * d387))
                    d383 = a11_32 * d387
            else:
                if a11_32 == 0.0:
                    v389 = True
                else:
                    v390 = a21_31 / a11_32 * (matrix12 - factor93 * matrix02)
                    v389 = matrix22 - factor94 * matrix02 - v390 == 0.0
                if v389:
                    d382 = 0.0
                    d383 = 0.0
                else:
                    d383 = matrix00 * a11_32
                    d382 = -((matrix12 - factor93 * matrix02) * (d383 / a11_32))
        d342 = d344 + d382
        d343 = d345 + d383
    else:
        d342 = 0.0
        d343 = 0.0
    return [
        [d7 + d37 + d60 + d87 + d62 + d63, d153, d154],
        [d11 + d38 + d64, d209, d210],
        [d263, d342, d343],
    ]
