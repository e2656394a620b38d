# gradient of det_lu in 1098 operations, 942 before the passes
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
    # determinant.py:20  if a[p][k] == 0:
    v3 = matrix20 == 0.0
    if v0 > v1:
        if v2 > v0:
            if v3:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            # determinant.py:25  det *= a[k][k]
            det = -1.0 * matrix20
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor = matrix10 / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            a11 = matrix11 - factor * matrix21
            factor2 = matrix00 / matrix20
            a21 = matrix01 - factor2 * matrix21
            v4 = abs(a21) > abs(a11)
            if v4:
                if a21 == 0.0:
                    v9 = True
                else:
                    v10 = a11 / a21 * (matrix02 - factor2 * matrix22)
                    v9 = matrix12 - factor * matrix22 - v10 == 0.0
                if v9:
                    d5 = False
                    d6 = 0.0
                    d7 = 0.0
                else:
                    v11 = a21 * det
                    d5 = True
                    d6 = (matrix02 - factor2 * matrix22) * (v11 / a21)
                    d7 = -v11
            else:
                if a11 == 0.0:
                    v13 = True
                else:
                    v14 = a21 / a11 * (matrix12 - factor * matrix22)
                    v13 = matrix02 - factor2 * matrix22 - v14 == 0.0
                if v13:
                    d5 = False
                    d6 = 0.0
                    d7 = 0.0
                else:
                    a12 = matrix12 - factor * matrix22
                    factor3 = a21 / a11
                    v15 = det * a11 / a11
                    v16 = det * (matrix02 - factor2 * matrix22 - factor3 * a12)
                    d5 = True
                    d6 = factor3 * (a12 * v15) + v16
                    d7 = -(a21 * v15)
            if d5:
                d17 = True
                d18 = True
                d19 = False
            else:
                d17 = False
                d18 = False
                d19 = False
            if d17:
                d20 = True
                d21 = True
            else:
                d20 = d17
                d21 = False
            if d20:
                if d5:
                    a12_2 = matrix12 - factor * matrix22
                    a22 = matrix02 - factor2 * matrix22
                    if v4:
                        factor4 = a11 / a21
                        d31 = a21 * det
                        v33 = d31 / a21
                        v34 = a22 * v33
                        d29 = -(a11 * v33)
                        d30 = det * (a12_2 - factor4 * a22) + factor4 * v34
                        d32 = -v34
                    else:
                        det2 = det * a11
                        factor5 = a21 / a11
                        v35 = det2 / a11
                        d30 = a12_2 * v35
                        d29 = -det2
                        d31 = a21 * v35
                        d32 = -(factor5 * d30 + det * (a22 - factor5 * a12_2))
                    d25 = matrix22 * d29
                    d26 = matrix21 * d30
                    d27 = matrix22 * d31
                    d28 = matrix21 * d32
                else:
                    d25 = 0.0
                    d26 = 0.0
                    d27 = 0.0
                    d28 = 0.0
                d22 = (d25 + d26) / matrix20
                d23 = False
                d24 = (d27 + d28) / matrix20
            else:
                d22 = 0.0
                d23 = False
                d24 = 0.0
            d36 = d21 or d20
            if d18 or d23:
                if d5:
                    a12_3 = matrix12 - factor * matrix22
                    if v4:
                        a22_2 = matrix02 - factor2 * matrix22
                        factor6 = a11 / a21
                        v41 = a21 * det / a21
                        d42 = det * (a12_3 - factor6 * a22_2)
                        d39 = -(d42 + factor6 * (a22_2 * v41))
                        d40 = a11 * v41
                    else:
                        d40 = det * a11
                        d39 = -(a12_3 * (d40 / a11))
                else:
                    d39 = 0.0
                    d40 = 0.0
                if d20:
                    d43 = 0.0
                    d44 = 0.0
                else:
                    d43 = 0.0
                    d44 = 0.0
                d37 = d39 + d43
                d38 = d40 + d44
            else:
                d37 = 0.0
                d38 = 0.0
            if d23 or d36:
                if d36:
                    if d21:
                        if d5:
                            a12_4 = matrix12 - factor * matrix22
                            a22_3 = matrix02 - factor2 * matrix22
                            if v4:
                                d49 = -(a21 * (a12_4 - a11 / a21 * a22_3))
                            else:
                                d49 = a11 * (a22_3 - a21 / a11 * a12_4)
                            d48 = -1.0 * d49
                        else:
                            d48 = 0.0
                        if d20:
                            if d5:
                                a12_5 = matrix12 - factor * matrix22
                                if v4:
                                    a22_4 = matrix02 - factor2 * matrix22
                                    factor7 = a11 / a21
                                    v55 = a21 * det / a21
                                    d56 = det * (a12_5 - factor7 * a22_4)
                                    d53 = -(a11 * v55)
                                    d54 = d56 + factor7 * (a22_4 * v55)
                                else:
                                    det3 = det * a11
                                    d53 = -det3
                                    d54 = a12_5 * (det3 / a11)
                                d51 = matrix22 * d53
                                d52 = matrix21 * d54
                            else:
                                d51 = 0.0
                                d52 = 0.0
                            d50 = -(factor2 * ((d51 + d52) / matrix20))
                        else:
                            d50 = 0.0
                        d47 = d48 + d50
                    else:
                        d47 = 0.0
                    if d20:
                        if d5:
                            a22_5 = matrix02 - factor2 * matrix22
                            if v4:
                                d60 = a21 * det
                                d61 = -(a22_5 * (d60 / a21))
                            else:
                                a12_6 = matrix12 - factor * matrix22
                                factor8 = a21 / a11
                                v62 = det * a11 / a11
                                v63 = det * (a22_5 - factor8 * a12_6)
                                d60 = a21 * v62
                                d61 = -(factor8 * (a12_6 * v62) + v63)
                            d58 = matrix22 * d60
                            d59 = matrix21 * d61
                        else:
                            d58 = 0.0
                            d59 = 0.0
                        d57 = -(factor * ((d58 + d59) / matrix20))
                    else:
                        d57 = 0.0
                    d46 = d47 + d57
                else:
                    d46 = 0.0
                d45 = (0.0 if d20 else 0.0) + d46
            else:
                d45 = 0.0
            if d19 or d20:
                if d5:
                    d66 = 0.0
                    d67 = 0.0
                else:
                    d66 = 0.0
                    d67 = 0.0
                if d20:
                    if d5:
                        a12_7 = matrix12 - factor * matrix22
                        a22_6 = matrix02 - factor2 * matrix22
                        if v4:
                            factor9 = a11 / a21
                            d76 = a21 * det
                            v78 = d76 / a21
                            v79 = a22_6 * v78
                            d74 = -(a11 * v78)
                            d75 = det * (a12_7 - factor9 * a22_6) + factor9 * v79
                            d77 = -v79
                        else:
                            det4 = det * a11
                            factor10 = a21 / a11
                            v80 = det4 / a11
                            d75 = a12_7 * v80
                            d74 = -det4
                            d76 = a21 * v80
                            d77 = -(factor10 * d75 + det * (a22_6 - factor10 * a12_7))
                        d70 = matrix00 * (d75 / matrix20)
                        d71 = matrix10 * (d77 / matrix20)
                        d72 = matrix00 * (d74 / matrix20)
                        d73 = matrix10 * (d76 / matrix20)
                    else:
                        d70 = 0.0
                        d71 = 0.0
                        d72 = 0.0
                        d73 = 0.0
                    d68 = d70 + d71
                    d69 = d72 + d73
                else:
                    d68 = 0.0
                    d69 = 0.0
                d64 = d66 + d68
                d65 = d67 + d69
            else:
                d64 = 0.0
                d65 = 0.0
            return [
                [d22 + (0.0 if d36 else 0.0), d37, d38],
                [d24, d6, d7],
                [d45, d64, d65],
            ]
        if matrix10 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        det5 = -1.0 * matrix10
        factor11 = matrix00 / matrix10
        a11_2 = matrix01 - factor11 * matrix11
        factor12 = matrix20 / matrix10
        a21_2 = matrix21 - factor12 * matrix11
        v81 = abs(a21_2) > abs(a11_2)
        if v81:
            if a21_2 == 0.0:
                v86 = True
            else:
                v87 = a11_2 / a21_2 * (matrix22 - factor12 * matrix12)
                v86 = matrix02 - factor11 * matrix12 - v87 == 0.0
            if v86:
                d82 = False
                d83 = 0.0
                d84 = 0.0
            else:
                a22_7 = matrix22 - factor12 * matrix12
                factor13 = a11_2 / a21_2
                v88 = a21_2 * det5 / a21_2
                d89 = det5 * (matrix02 - factor11 * matrix12 - factor13 * a22_7)
                d82 = True
                d83 = -(d89 + factor13 * (a22_7 * v88))
                d84 = a11_2 * v88
        else:
            if a11_2 == 0.0:
                v91 = True
            else:
                v92 = a21_2 / a11_2 * (matrix02 - factor11 * matrix12)
                v91 = matrix22 - factor12 * matrix12 - v92 == 0.0
            if v91:
                d82 = False
                d83 = 0.0
                d84 = 0.0
            else:
                d84 = det5 * a11_2
                d82 = True
                d83 = -((matrix02 - factor11 * matrix12) * (d84 / a11_2))
        if d82:
            d93 = True
            d94 = True
            d95 = False
        else:
            d93 = False
            d94 = False
            d95 = False
        if d93:
            d96 = True
            d97 = True
        else:
            d96 = d93
            d97 = False
        if d96:
            if d82:
                a12_8 = matrix02 - factor11 * matrix12
                a22_8 = matrix22 - factor12 * matrix12
                if v81:
                    factor14 = a11_2 / a21_2
                    d105 = a21_2 * det5
                    v109 = d105 / a21_2
                    v110 = a22_8 * v109
                    d106 = -v110
                    d107 = -(a11_2 * v109)
                    d108 = det5 * (a12_8 - factor14 * a22_8) + factor14 * v110
                else:
                    det6 = det5 * a11_2
                    factor15 = a21_2 / a11_2
                    v111 = det6 / a11_2
                    d108 = a12_8 * v111
                    d105 = a21_2 * v111
                    d106 = -(factor15 * d108 + det5 * (a22_8 - factor15 * a12_8))
                    d107 = -det6
                d101 = matrix12 * d105
                d102 = matrix11 * d106
                d103 = matrix12 * d107
                d104 = matrix11 * d108
            else:
                d101 = 0.0
                d102 = 0.0
                d103 = 0.0
                d104 = 0.0
            d98 = (d101 + d102) / matrix10
            d99 = 0.0
            d100 = (d103 + d104) / matrix10
        else:
            d98 = 0.0
            d99 = 0.0
            d100 = 0.0
        if d97 or d96:
            if d97:
                if d82:
                    a12_9 = matrix02 - factor11 * matrix12
                    a22_9 = matrix22 - factor12 * matrix12
                    if v81:
                        d116 = -(a21_2 * (a12_9 - a11_2 / a21_2 * a22_9))
                    else:
                        d116 = a11_2 * (a22_9 - a21_2 / a11_2 * a12_9)
                    d115 = -1.0 * d116
                else:
                    d115 = 0.0
                if d96:
                    if d82:
                        a12_10 = matrix02 - factor11 * matrix12
                        if v81:
                            a22_10 = matrix22 - factor12 * matrix12
                            factor16 = a11_2 / a21_2
                            v122 = a21_2 * det5 / a21_2
                            d123 = det5 * (a12_10 - factor16 * a22_10)
                            d120 = -(a11_2 * v122)
                            d121 = d123 + factor16 * (a22_10 * v122)
                        else:
                            det7 = det5 * a11_2
                            d120 = -det7
                            d121 = a12_10 * (det7 / a11_2)
                        d118 = matrix12 * d120
                        d119 = matrix11 * d121
                    else:
                        d118 = 0.0
                        d119 = 0.0
                    d117 = -(factor12 * ((d118 + d119) / matrix10))
                else:
                    d117 = 0.0
                d114 = d115 + d117
            else:
                d114 = 0.0
            if d96:
                if d82:
                    a22_11 = matrix22 - factor12 * matrix12
                    if v81:
                        d127 = a21_2 * det5
                        d128 = -(a22_11 * (d127 / a21_2))
                    else:
                        a12_11 = matrix02 - factor11 * matrix12
                        factor17 = a21_2 / a11_2
                        v129 = det5 * a11_2 / a11_2
                        v130 = det5 * (a22_11 - factor17 * a12_11)
                        d127 = a21_2 * v129
                        d128 = -(factor17 * (a12_11 * v129) + v130)
                    d125 = matrix12 * d127
                    d126 = matrix11 * d128
                else:
                    d125 = 0.0
                    d126 = 0.0
                d124 = -(factor11 * ((d125 + d126) / matrix10))
            else:
                d124 = 0.0
            d112 = 0.0
            d113 = d114 + d124
        else:
            d112 = 0.0
            d113 = 0.0
        if d94 or not d96 and False:
            if d82:
                a22_12 = matrix22 - factor12 * matrix12
                if v81:
                    v135 = a21_2 * det5
                    d133 = a22_12 * (v135 / a21_2)
                    d134 = -v135
                else:
                    a12_12 = matrix02 - factor11 * matrix12
                    factor18 = a21_2 / a11_2
                    v136 = det5 * a11_2 / a11_2
                    v137 = det5 * (a22_12 - factor18 * a12_12)
                    d133 = factor18 * (a12_12 * v136) + v137
                    d134 = -(a21_2 * v136)
            else:
                d133 = 0.0
                d134 = 0.0
            if d96:
                d138 = 0.0
                d139 = 0.0
            else:
                d138 = 0.0
                d139 = 0.0
            d131 = d133 + d138
            d132 = d134 + d139
        else:
            d131 = 0.0
            d132 = 0.0
        if d95 or d96:
            if d82:
                d142 = 0.0
                d143 = 0.0
            else:
                d142 = 0.0
                d143 = 0.0
            if d96:
                if d82:
                    a12_13 = matrix02 - factor11 * matrix12
                    a22_13 = matrix22 - factor12 * matrix12
                    if v81:
                        factor19 = a11_2 / a21_2
                        d150 = a21_2 * det5
                        v154 = d150 / a21_2
                        v155 = a22_13 * v154
                        d151 = -v155
                        d152 = -(a11_2 * v154)
                        d153 = det5 * (a12_13 - factor19 * a22_13) + factor19 * v155
                    else:
                        det8 = det5 * a11_2
                        factor20 = a21_2 / a11_2
                        v156 = det8 / a11_2
                        d153 = a12_13 * v156
                        d150 = a21_2 * v156
                        d151 = -(factor20 * d153 + det5 * (a22_13 - factor20 * a12_13))
                        d152 = -det8
                    d146 = matrix20 * (d153 / matrix10)
                    d147 = matrix00 * (d151 / matrix10)
                    d148 = matrix20 * (d152 / matrix10)
                    d149 = matrix00 * (d150 / matrix10)
                else:
                    d146 = 0.0
                    d147 = 0.0
                    d148 = 0.0
                    d149 = 0.0
                d144 = d146 + d147
                d145 = d148 + d149
            else:
                d144 = 0.0
                d145 = 0.0
            d140 = d142 + d144
            d141 = d143 + d145
        else:
            d140 = 0.0
            d141 = 0.0
        return [[d98 + d112, d131, d132], [d99 + d113, d140, d141], [d100, d83, d84]]
    if v2 > v1:
        if v3:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        det9 = -1.0 * matrix20
        factor21 = matrix10 / matrix20
        a11_3 = matrix11 - factor21 * matrix21
        factor22 = matrix00 / matrix20
        a21_3 = matrix01 - factor22 * matrix21
        v157 = abs(a21_3) > abs(a11_3)
        if v157:
            if a21_3 == 0.0:
                v162 = True
            else:
                v163 = a11_3 / a21_3 * (matrix02 - factor22 * matrix22)
                v162 = matrix12 - factor21 * matrix22 - v163 == 0.0
            if v162:
                d158 = False
                d159 = 0.0
                d160 = 0.0
            else:
                v164 = a21_3 * det9
                d158 = True
                d159 = (matrix02 - factor22 * matrix22) * (v164 / a21_3)
                d160 = -v164
        else:
            if a11_3 == 0.0:
                v166 = True
            else:
                v167 = a21_3 / a11_3 * (matrix12 - factor21 * matrix22)
                v166 = matrix02 - factor22 * matrix22 - v167 == 0.0
            if v166:
                d158 = False
                d159 = 0.0
                d160 = 0.0
            else:
                a12_14 = matrix12 - factor21 * matrix22
                factor23 = a21_3 / a11_3
                v168 = det9 * a11_3 / a11_3
                v169 = det9 * (matrix02 - factor22 * matrix22 - factor23 * a12_14)
                d158 = True
                d159 = factor23 * (a12_14 * v168) + v169
                d160 = -(a21_3 * v168)
        if d158:
            d170 = True
            d171 = True
            d172 = False
        else:
            d170 = False
            d171 = False
            d172 = False
        if d170:
            d173 = True
            d174 = True
        else:
            d173 = d170
            d174 = False
        if d173:
            if d158:
                a12_15 = matrix12 - factor21 * matrix22
                a22_14 = matrix02 - factor22 * matrix22
                if v157:
                    factor24 = a11_3 / a21_3
                    d184 = a21_3 * det9
                    v186 = d184 / a21_3
                    v187 = a22_14 * v186
                    d182 = -(a11_3 * v186)
                    d183 = det9 * (a12_15 - factor24 * a22_14) + factor24 * v187
                    d185 = -v187
                else:
                    det10 = det9 * a11_3
                    factor25 = a21_3 / a11_3
                    v188 = det10 / a11_3
                    d183 = a12_15 * v188
                    d182 = -det10
                    d184 = a21_3 * v188
                    d185 = -(factor25 * d183 + det9 * (a22_14 - factor25 * a12_15))
                d178 = matrix22 * d182
                d179 = matrix21 * d183
                d180 = matrix22 * d184
                d181 = matrix21 * d185
            else:
                d178 = 0.0
                d179 = 0.0
                d180 = 0.0
                d181 = 0.0
            d175 = (d178 + d179) / matrix20
            d176 = False
            d177 = (d180 + d181) / matrix20
        else:
            d175 = 0.0
            d176 = False
            d177 = 0.0
        d189 = d174 or d173
        if d171 or d176:
            if d158:
                a12_16 = matrix12 - factor21 * matrix22
                if v157:
                    a22_15 = matrix02 - factor22 * matrix22
                    factor26 = a11_3 / a21_3
                    v194 = a21_3 * det9 / a21_3
                    d195 = det9 * (a12_16 - factor26 * a22_15)
                    d192 = -(d195 + factor26 * (a22_15 * v194))
                    d193 = a11_3 * v194
                else:
                    d193 = det9 * a11_3
                    d192 = -(a12_16 * (d193 / a11_3))
            else:
                d192 = 0.0
                d193 = 0.0
            if d173:
                d196 = 0.0
                d197 = 0.0
            else:
                d196 = 0.0
                d197 = 0.0
            d190 = d192 + d196
            d191 = d193 + d197
        else:
            d190 = 0.0
            d191 = 0.0
        if d176 or d189:
            if d189:
                if d174:
                    if d158:
                        a12_17 = matrix12 - factor21 * matrix22
                        a22_16 = matrix02 - factor22 * matrix22
                        if v157:
                            d202 = -(a21_3 * (a12_17 - a11_3 / a21_3 * a22_16))
                        else:
                            d202 = a11_3 * (a22_16 - a21_3 / a11_3 * a12_17)
                        d201 = -1.0 * d202
                    else:
                        d201 = 0.0
                    if d173:
                        if d158:
                            a12_18 = matrix12 - factor21 * matrix22
                            if v157:
                                a22_17 = matrix02 - factor22 * matrix22
                                factor27 = a11_3 / a21_3
                                v208 = a21_3 * det9 / a21_3
                                d209 = det9 * (a12_18 - factor27 * a22_17)
                                d206 = -(a11_3 * v208)
                                d207 = d209 + factor27 * (a22_17 * v208)
                            else:
                                det11 = det9 * a11_3
                                d206 = -det11
                                d207 = a12_18 * (det11 / a11_3)
                            d204 = matrix22 * d206
                            d205 = matrix21 * d207
                        else:
                            d204 = 0.0
                            d205 = 0.0
                        d203 = -(factor22 * ((d204 + d205) / matrix20))
                    else:
                        d203 = 0.0
                    d200 = d201 + d203
                else:
                    d200 = 0.0
                if d173:
                    if d158:
                        a22_18 = matrix02 - factor22 * matrix22
                        if v157:
                            d213 = a21_3 * det9
                            d214 = -(a22_18 * (d213 / a21_3))
                        else:
                            a12_19 = matrix12 - factor21 * matrix22
                            factor28 = a21_3 / a11_3
                            v215 = det9 * a11_3 / a11_3
                            v216 = det9 * (a22_18 - factor28 * a12_19)
                            d213 = a21_3 * v215
                            d214 = -(factor28 * (a12_19 * v215) + v216)
                        d211 = matrix22 * d213
                        d212 = matrix21 * d214
                    else:
                        d211 = 0.0
                        d212 = 0.0
                    d210 = -(factor21 * ((d211 + d212) / matrix20))
                else:
                    d210 = 0.0
                d199 = d200 + d210
            else:
                d199 = 0.0
            d198 = (0.0 if d173 else 0.0) + d199
        else:
            d198 = 0.0
        if d172 or d173:
            if d158:
                d219 = 0.0
                d220 = 0.0
            else:
                d219 = 0.0
                d220 = 0.0
            if d173:
                if d158:
                    a12_20 = matrix12 - factor21 * matrix22
                    a22_19 = matrix02 - factor22 * matrix22
                    if v157:
                        factor29 = a11_3 / a21_3
                        d229 = a21_3 * det9
                        v231 = d229 / a21_3
                        v232 = a22_19 * v231
                        d227 = -(a11_3 * v231)
                        d228 = det9 * (a12_20 - factor29 * a22_19) + factor29 * v232
                        d230 = -v232
                    else:
                        det12 = det9 * a11_3
                        factor30 = a21_3 / a11_3
                        v233 = det12 / a11_3
                        d228 = a12_20 * v233
                        d227 = -det12
                        d229 = a21_3 * v233
                        d230 = -(factor30 * d228 + det9 * (a22_19 - factor30 * a12_20))
                    d223 = matrix00 * (d228 / matrix20)
                    d224 = matrix10 * (d230 / matrix20)
                    d225 = matrix00 * (d227 / matrix20)
                    d226 = matrix10 * (d229 / matrix20)
                else:
                    d223 = 0.0
                    d224 = 0.0
                    d225 = 0.0
                    d226 = 0.0
                d221 = d223 + d224
                d222 = d225 + d226
            else:
                d221 = 0.0
                d222 = 0.0
            d217 = d219 + d221
            d218 = d220 + d222
        else:
            d217 = 0.0
            d218 = 0.0
        return [
            [d175 + (0.0 if d189 else 0.0), d190, d191],
            [d177, d159, d160],
            [d198, d217, d218],
        ]
    if matrix00 == 0.0:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    det13 = 1.0 * matrix00
    factor31 = matrix10 / matrix00
    a21_4 = matrix11 - factor31 * matrix01
    factor32 = matrix20 / matrix00
    a11_4 = matrix21 - factor32 * matrix01
    v234 = abs(a11_4) > abs(a21_4)
    if v234:
        if a11_4 == 0.0:
            v241 = True
        else:
            v242 = a21_4 / a11_4 * (matrix22 - factor32 * matrix02)
            v241 = matrix12 - factor31 * matrix02 - v242 == 0.0
        if v241:
            d235 = False
            d236 = 0.0
            d237 = 0.0
            d238 = 0.0
            d239 = 0.0
        else:
            a12_21 = matrix22 - factor32 * matrix02
            factor33 = a21_4 / a11_4
            v243 = a11_4 * det13
            v244 = v243 / a11_4
            d236 = a12_21 * v244
            d245 = det13 * (matrix12 - factor31 * matrix02 - factor33 * a12_21)
            d235 = True
            d237 = -v243
            d238 = -(d245 + factor33 * d236)
            d239 = a21_4 * v244
    else:
        if a21_4 == 0.0:
            v247 = True
        else:
            v248 = a11_4 / a21_4 * (matrix12 - factor31 * matrix02)
            v247 = matrix22 - factor32 * matrix02 - v248 == 0.0
        if v247:
            d235 = False
            d236 = 0.0
            d237 = 0.0
            d238 = 0.0
            d239 = 0.0
        else:
            a12_22 = matrix12 - factor31 * matrix02
            d239 = det13 * a21_4
            factor34 = a11_4 / a21_4
            v249 = d239 / a21_4
            v250 = a12_22 * v249
            v251 = det13 * (matrix22 - factor32 * matrix02 - factor34 * a12_22)
            d235 = True
            d236 = factor34 * v250 + v251
            d237 = -(a11_4 * v249)
            d238 = -v250
    if d235:
        a12_23 = matrix12 - factor31 * matrix02
        a12_24 = matrix22 - factor32 * matrix02
        if v234:
            d254 = -(a11_4 * (a12_23 - a21_4 / a11_4 * a12_24))
        else:
            d254 = a21_4 * (a12_24 - a11_4 / a21_4 * a12_23)
        d252 = 1.0 * d254
        d253 = True
    else:
        d252 = 0.0
        d253 = False
    if d253 or d253:
        if d235:
            a12_25 = matrix12 - factor31 * matrix02
            a12_26 = matrix22 - factor32 * matrix02
            if v234:
                factor35 = a21_4 / a11_4
                d271 = a11_4 * det13
                v273 = d271 / a11_4
                v274 = a12_26 * v273
                d269 = -(a21_4 * v273)
                d270 = det13 * (a12_25 - factor35 * a12_26) + factor35 * v274
                d272 = -v274
            else:
                det14 = det13 * a21_4
                factor36 = a11_4 / a21_4
                v275 = det14 / a21_4
                d270 = a12_25 * v275
                d269 = -det14
                d271 = a11_4 * v275
                d272 = -(factor36 * d270 + det13 * (a12_26 - factor36 * a12_25))
            d261 = matrix02 * d269
            d262 = matrix01 * d270
            d263 = matrix02 * d271
            d264 = matrix01 * d272
            d265 = matrix20 * (d270 / matrix00)
            d266 = matrix10 * (d272 / matrix00)
            d267 = matrix20 * (d269 / matrix00)
            d268 = matrix10 * (d271 / matrix00)
        else:
            d261 = 0.0
            d262 = 0.0
            d263 = 0.0
            d264 = 0.0
            d265 = 0.0
            d266 = 0.0
            d267 = 0.0
            d268 = 0.0
        d260 = (d261 + d262) / matrix00
        d259 = (d263 + d264) / matrix00
        d255 = -(factor32 * d260)
        d256 = -(factor31 * d259)
        d257 = d265 + d266
        d258 = d267 + d268
    else:
        d255 = 0.0
        d256 = 0.0
        d257 = 0.0
        d258 = 0.0
        d259 = 0.0
        d260 = 0.0
    return [[d252 + d255 + d256, d257, d258], [d259, d236, d237], [d260, d238, d239]]
