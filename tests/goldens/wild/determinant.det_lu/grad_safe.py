# gradient of det_lu in 1137 operations, 942 before the passes
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
    if v2:
        if v3 > v0:
            if v4:
                return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
            # determinant.py:25  det *= a[k][k]
            det = -1.0 * matrix20
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor = matrix10 / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            a11 = matrix11 - factor * matrix21
            factor2 = matrix00 / matrix20
            a21 = matrix01 - factor2 * matrix21
            v5 = abs(a21) > abs(a11)
            if v5:
                if a21 == 0.0:
                    v10 = True
                else:
                    v11 = a11 / a21 * (matrix02 - factor2 * matrix22)
                    v10 = matrix12 - factor * matrix22 - v11 == 0.0
                if v10:
                    d6 = False
                    d7 = 0.0
                    d8 = 0.0
                else:
                    v12 = a21 * det
                    d6 = True
                    d7 = (matrix02 - factor2 * matrix22) * (v12 / a21)
                    d8 = -v12
            else:
                if a11 == 0.0:
                    v14 = True
                else:
                    v15 = a21 / a11 * (matrix12 - factor * matrix22)
                    v14 = matrix02 - factor2 * matrix22 - v15 == 0.0
                if v14:
                    d6 = False
                    d7 = 0.0
                    d8 = 0.0
                else:
                    a12 = matrix12 - factor * matrix22
                    factor3 = a21 / a11
                    v16 = det * a11 / a11
                    v17 = det * (matrix02 - factor2 * matrix22 - factor3 * a12)
                    d6 = True
                    d7 = factor3 * (a12 * v16) + v17
                    d8 = -(a21 * v16)
            if d6:
                d18 = True
                d19 = True
                d20 = False
            else:
                d18 = False
                d19 = False
                d20 = False
            if d18:
                d21 = True
                d22 = True
            else:
                d21 = d18
                d22 = False
            if d21:
                if d6:
                    a22 = matrix02 - factor2 * matrix22
                    if v5:
                        d28 = a21 * det
                        d29 = -(a22 * (d28 / a21))
                    else:
                        a12_2 = matrix12 - factor * matrix22
                        factor4 = a21 / a11
                        v30 = det * a11 / a11
                        d28 = a21 * v30
                        d29 = -(factor4 * (a12_2 * v30) + det * (a22 - factor4 * a12_2))
                    d26 = matrix22 * d28
                    d27 = matrix21 * d29
                else:
                    d26 = 0.0
                    d27 = 0.0
                d23 = True
                d24 = False
                d25 = (d26 + d27) / matrix20
            else:
                d23 = False
                d24 = False
                d25 = 0.0
            if d23:
                if d6:
                    a12_3 = matrix12 - factor * matrix22
                    if v5:
                        a22_2 = matrix02 - factor2 * matrix22
                        factor5 = a11 / a21
                        v36 = a21 * det / a21
                        d34 = -(a11 * v36)
                        d35 = factor5 * (a22_2 * v36) + det * (a12_3 - factor5 * a22_2)
                    else:
                        det2 = det * a11
                        d34 = -det2
                        d35 = a12_3 * (det2 / a11)
                    d32 = matrix22 * d34
                    d33 = matrix21 * d35
                else:
                    d32 = 0.0
                    d33 = 0.0
                d31 = (d32 + d33) / matrix20
            else:
                d31 = 0.0
            d37 = d22 or d21
            if d19 or d24:
                if d6:
                    a12_4 = matrix12 - factor * matrix22
                    if v5:
                        a22_3 = matrix02 - factor2 * matrix22
                        factor6 = a11 / a21
                        v42 = a21 * det / a21
                        d43 = det * (a12_4 - factor6 * a22_3)
                        d40 = -(factor6 * (a22_3 * v42) + d43)
                        d41 = a11 * v42
                    else:
                        d41 = det * a11
                        d40 = -(a12_4 * (d41 / a11))
                else:
                    d40 = 0.0
                    d41 = 0.0
                if d21:
                    d44 = 0.0
                    d45 = 0.0
                else:
                    d44 = 0.0
                    d45 = 0.0
                d38 = d40 + d44
                d39 = d41 + d45
            else:
                d38 = 0.0
                d39 = 0.0
            if d24 or d37:
                if d37:
                    if d22:
                        if d6:
                            a12_5 = matrix12 - factor * matrix22
                            a22_4 = matrix02 - factor2 * matrix22
                            if v5:
                                d50 = -(a21 * (a12_5 - a11 / a21 * a22_4))
                            else:
                                d50 = a11 * (a22_4 - a21 / a11 * a12_5)
                            d49 = -1.0 * d50
                        else:
                            d49 = 0.0
                        if d21:
                            if d6:
                                a12_6 = matrix12 - factor * matrix22
                                if v5:
                                    a22_5 = matrix02 - factor2 * matrix22
                                    factor7 = a11 / a21
                                    v56 = a21 * det / a21
                                    d57 = det * (a12_6 - factor7 * a22_5)
                                    d54 = -(a11 * v56)
                                    d55 = factor7 * (a22_5 * v56) + d57
                                else:
                                    det3 = det * a11
                                    d54 = -det3
                                    d55 = a12_6 * (det3 / a11)
                                d52 = matrix22 * d54
                                d53 = matrix21 * d55
                            else:
                                d52 = 0.0
                                d53 = 0.0
                            d51 = -(factor2 * ((d52 + d53) / matrix20))
                        else:
                            d51 = 0.0
                        d48 = d49 + d51
                    else:
                        d48 = 0.0
                    if d21:
                        if d6:
                            a22_6 = matrix02 - factor2 * matrix22
                            if v5:
                                d61 = a21 * det
                                d62 = -(a22_6 * (d61 / a21))
                            else:
                                a12_7 = matrix12 - factor * matrix22
                                factor8 = a21 / a11
                                v63 = det * a11 / a11
                                v64 = det * (a22_6 - factor8 * a12_7)
                                d61 = a21 * v63
                                d62 = -(factor8 * (a12_7 * v63) + v64)
                            d59 = matrix22 * d61
                            d60 = matrix21 * d62
                        else:
                            d59 = 0.0
                            d60 = 0.0
                        d58 = -(factor * ((d59 + d60) / matrix20))
                    else:
                        d58 = 0.0
                    d47 = d48 + d58
                else:
                    d47 = 0.0
                d46 = (0.0 if d21 else 0.0) + d47
            else:
                d46 = 0.0
            if d20 or d21:
                if d6:
                    d67 = 0.0
                    d68 = 0.0
                else:
                    d67 = 0.0
                    d68 = 0.0
                if d23:
                    if d6:
                        a12_8 = matrix12 - factor * matrix22
                        a22_7 = matrix02 - factor2 * matrix22
                        if v5:
                            d77 = a21 * det
                            factor9 = a11 / a21
                            v79 = d77 / a21
                            v80 = a22_7 * v79
                            d75 = -(a11 * v79)
                            d76 = factor9 * v80 + det * (a12_8 - factor9 * a22_7)
                            d78 = -v80
                        else:
                            det4 = det * a11
                            factor10 = a21 / a11
                            v81 = det4 / a11
                            d76 = a12_8 * v81
                            d75 = -det4
                            d77 = a21 * v81
                            d78 = -(factor10 * d76 + det * (a22_7 - factor10 * a12_8))
                        d71 = matrix00 * (d76 / matrix20)
                        d72 = matrix10 * (d78 / matrix20)
                        d73 = matrix00 * (d75 / matrix20)
                        d74 = matrix10 * (d77 / matrix20)
                    else:
                        d71 = 0.0
                        d72 = 0.0
                        d73 = 0.0
                        d74 = 0.0
                    d69 = d71 + d72
                    d70 = d73 + d74
                else:
                    d69 = 0.0
                    d70 = 0.0
                d65 = d67 + d69
                d66 = d68 + d70
            else:
                d65 = 0.0
                d66 = 0.0
            return [
                [d31 + (0.0 if d37 else 0.0), d38, d39],
                [d25, d7, d8],
                [d46, d65, d66],
            ]
        if matrix10 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        det5 = -1.0 * matrix10
        factor11 = matrix00 / matrix10
        a11_2 = matrix01 - factor11 * matrix11
        factor12 = matrix20 / matrix10
        a21_2 = matrix21 - factor12 * matrix11
        v82 = abs(a21_2) > abs(a11_2)
        if v82:
            if a21_2 == 0.0:
                v87 = True
            else:
                v88 = a11_2 / a21_2 * (matrix22 - factor12 * matrix12)
                v87 = matrix02 - factor11 * matrix12 - v88 == 0.0
            if v87:
                d83 = False
                d84 = 0.0
                d85 = 0.0
            else:
                a22_8 = matrix22 - factor12 * matrix12
                factor13 = a11_2 / a21_2
                v89 = a21_2 * det5 / a21_2
                v90 = det5 * (matrix02 - factor11 * matrix12 - factor13 * a22_8)
                d83 = True
                d84 = -(factor13 * (a22_8 * v89) + v90)
                d85 = a11_2 * v89
        else:
            if a11_2 == 0.0:
                v92 = True
            else:
                v93 = a21_2 / a11_2 * (matrix02 - factor11 * matrix12)
                v92 = matrix22 - factor12 * matrix12 - v93 == 0.0
            if v92:
                d83 = False
                d84 = 0.0
                d85 = 0.0
            else:
                d85 = det5 * a11_2
                d83 = True
                d84 = -((matrix02 - factor11 * matrix12) * (d85 / a11_2))
        if d83:
            d94 = True
            d95 = True
            d96 = False
        else:
            d94 = False
            d95 = False
            d96 = False
        if d94:
            d97 = True
            d98 = True
        else:
            d97 = d94
            d98 = False
        if d97:
            if d83:
                a12_9 = matrix02 - factor11 * matrix12
                if v82:
                    a22_9 = matrix22 - factor12 * matrix12
                    factor14 = a11_2 / a21_2
                    v106 = a21_2 * det5 / a21_2
                    d104 = -(a11_2 * v106)
                    d105 = factor14 * (a22_9 * v106) + det5 * (a12_9 - factor14 * a22_9)
                else:
                    det6 = det5 * a11_2
                    d104 = -det6
                    d105 = a12_9 * (det6 / a11_2)
                d102 = matrix12 * d104
                d103 = matrix11 * d105
            else:
                d102 = 0.0
                d103 = 0.0
            d99 = v2
            d100 = 0.0
            d101 = (d102 + d103) / matrix10
        else:
            d99 = False
            d100 = 0.0
            d101 = 0.0
        if d99:
            if d83:
                a22_10 = matrix22 - factor12 * matrix12
                if v82:
                    d110 = a21_2 * det5
                    d111 = -(a22_10 * (d110 / a21_2))
                else:
                    a12_10 = matrix02 - factor11 * matrix12
                    factor15 = a21_2 / a11_2
                    v112 = det5 * a11_2 / a11_2
                    v113 = det5 * (a22_10 - factor15 * a12_10)
                    d110 = a21_2 * v112
                    d111 = -(factor15 * (a12_10 * v112) + v113)
                d108 = matrix12 * d110
                d109 = matrix11 * d111
            else:
                d108 = 0.0
                d109 = 0.0
            d107 = (d108 + d109) / matrix10
        else:
            d107 = 0.0
        if d98 or d97:
            d114 = 0.0
            d115 = v2
        else:
            d114 = 0.0
            d115 = False
        if d115:
            if d98:
                if d83:
                    a12_11 = matrix02 - factor11 * matrix12
                    a22_11 = matrix22 - factor12 * matrix12
                    if v82:
                        d119 = -(a21_2 * (a12_11 - a11_2 / a21_2 * a22_11))
                    else:
                        d119 = a11_2 * (a22_11 - a21_2 / a11_2 * a12_11)
                    d118 = -1.0 * d119
                else:
                    d118 = 0.0
                if d97:
                    if d83:
                        a12_12 = matrix02 - factor11 * matrix12
                        if v82:
                            a22_12 = matrix22 - factor12 * matrix12
                            factor16 = a11_2 / a21_2
                            v125 = a21_2 * det5 / a21_2
                            d126 = det5 * (a12_12 - factor16 * a22_12)
                            d123 = -(a11_2 * v125)
                            d124 = factor16 * (a22_12 * v125) + d126
                        else:
                            det7 = det5 * a11_2
                            d123 = -det7
                            d124 = a12_12 * (det7 / a11_2)
                        d121 = matrix12 * d123
                        d122 = matrix11 * d124
                    else:
                        d121 = 0.0
                        d122 = 0.0
                    d120 = -(factor12 * ((d121 + d122) / matrix10))
                else:
                    d120 = 0.0
                d117 = d118 + d120
            else:
                d117 = 0.0
            if d97:
                if d83:
                    a22_13 = matrix22 - factor12 * matrix12
                    if v82:
                        d130 = a21_2 * det5
                        d131 = -(a22_13 * (d130 / a21_2))
                    else:
                        a12_13 = matrix02 - factor11 * matrix12
                        factor17 = a21_2 / a11_2
                        v132 = det5 * a11_2 / a11_2
                        v133 = det5 * (a22_13 - factor17 * a12_13)
                        d130 = a21_2 * v132
                        d131 = -(factor17 * (a12_13 * v132) + v133)
                    d128 = matrix12 * d130
                    d129 = matrix11 * d131
                else:
                    d128 = 0.0
                    d129 = 0.0
                d127 = -(factor11 * ((d128 + d129) / matrix10))
            else:
                d127 = 0.0
            d116 = d117 + d127
        else:
            d116 = 0.0
        if d95 or not d97 and False:
            if d83 and v2:
                a22_14 = matrix22 - factor12 * matrix12
                if v82:
                    v138 = a21_2 * det5
                    d136 = a22_14 * (v138 / a21_2)
                    d137 = -v138
                else:
                    a12_14 = matrix02 - factor11 * matrix12
                    factor18 = a21_2 / a11_2
                    v139 = det5 * a11_2 / a11_2
                    v140 = det5 * (a22_14 - factor18 * a12_14)
                    d136 = factor18 * (a12_14 * v139) + v140
                    d137 = -(a21_2 * v139)
            else:
                d136 = 0.0
                d137 = 0.0
            if d97:
                d141 = 0.0
                d142 = 0.0
            else:
                d141 = 0.0
                d142 = 0.0
            d134 = d136 + d141
            d135 = d137 + d142
        else:
            d134 = 0.0
            d135 = 0.0
        if d96 or d97:
            if d83:
                d145 = 0.0
                d146 = 0.0
            else:
                d145 = 0.0
                d146 = 0.0
            if d99:
                if d83:
                    a12_15 = matrix02 - factor11 * matrix12
                    a22_15 = matrix22 - factor12 * matrix12
                    if v82:
                        d153 = a21_2 * det5
                        factor19 = a11_2 / a21_2
                        v157 = d153 / a21_2
                        v158 = a22_15 * v157
                        d154 = -v158
                        d155 = -(a11_2 * v157)
                        d156 = factor19 * v158 + det5 * (a12_15 - factor19 * a22_15)
                    else:
                        det8 = det5 * a11_2
                        factor20 = a21_2 / a11_2
                        v159 = det8 / a11_2
                        d156 = a12_15 * v159
                        d153 = a21_2 * v159
                        d154 = -(factor20 * d156 + det5 * (a22_15 - factor20 * a12_15))
                        d155 = -det8
                    d149 = matrix20 * (d156 / matrix10)
                    d150 = matrix00 * (d154 / matrix10)
                    d151 = matrix20 * (d155 / matrix10)
                    d152 = matrix00 * (d153 / matrix10)
                else:
                    d149 = 0.0
                    d150 = 0.0
                    d151 = 0.0
                    d152 = 0.0
                d147 = d149 + d150
                d148 = d151 + d152
            else:
                d147 = 0.0
                d148 = 0.0
            d143 = d145 + d147
            d144 = d146 + d148
        else:
            d143 = 0.0
            d144 = 0.0
        return [[d107 + d114, d134, d135], [d100 + d116, d143, d144], [d101, d84, d85]]
    if v3 > v1:
        if v4:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        det9 = -1.0 * matrix20
        factor21 = matrix10 / matrix20
        a11_3 = matrix11 - factor21 * matrix21
        factor22 = matrix00 / matrix20
        a21_3 = matrix01 - factor22 * matrix21
        v160 = abs(a21_3) > abs(a11_3)
        if v160:
            if a21_3 == 0.0:
                v165 = True
            else:
                v166 = a11_3 / a21_3 * (matrix02 - factor22 * matrix22)
                v165 = matrix12 - factor21 * matrix22 - v166 == 0.0
            if v165:
                d161 = False
                d162 = 0.0
                d163 = 0.0
            else:
                v167 = a21_3 * det9
                d161 = True
                d162 = (matrix02 - factor22 * matrix22) * (v167 / a21_3)
                d163 = -v167
        else:
            if a11_3 == 0.0:
                v169 = True
            else:
                v170 = a21_3 / a11_3 * (matrix12 - factor21 * matrix22)
                v169 = matrix02 - factor22 * matrix22 - v170 == 0.0
            if v169:
                d161 = False
                d162 = 0.0
                d163 = 0.0
            else:
                a12_16 = matrix12 - factor21 * matrix22
                factor23 = a21_3 / a11_3
                v171 = det9 * a11_3 / a11_3
                v172 = det9 * (matrix02 - factor22 * matrix22 - factor23 * a12_16)
                d161 = True
                d162 = factor23 * (a12_16 * v171) + v172
                d163 = -(a21_3 * v171)
        if d161:
            d173 = True
            d174 = True
            d175 = False
        else:
            d173 = False
            d174 = False
            d175 = False
        if d173:
            d176 = True
            d177 = True
        else:
            d176 = d173
            d177 = False
        if d176:
            if d161:
                a22_16 = matrix02 - factor22 * matrix22
                if v160:
                    d183 = a21_3 * det9
                    d184 = -(a22_16 * (d183 / a21_3))
                else:
                    a12_17 = matrix12 - factor21 * matrix22
                    factor24 = a21_3 / a11_3
                    v185 = det9 * a11_3 / a11_3
                    v186 = det9 * (a22_16 - factor24 * a12_17)
                    d183 = a21_3 * v185
                    d184 = -(factor24 * (a12_17 * v185) + v186)
                d181 = matrix22 * d183
                d182 = matrix21 * d184
            else:
                d181 = 0.0
                d182 = 0.0
            d178 = True
            d179 = False
            d180 = (d181 + d182) / matrix20
        else:
            d178 = False
            d179 = False
            d180 = 0.0
        if d178:
            if d161:
                a12_18 = matrix12 - factor21 * matrix22
                if v160:
                    a22_17 = matrix02 - factor22 * matrix22
                    factor25 = a11_3 / a21_3
                    v192 = a21_3 * det9 / a21_3
                    d193 = det9 * (a12_18 - factor25 * a22_17)
                    d190 = -(a11_3 * v192)
                    d191 = factor25 * (a22_17 * v192) + d193
                else:
                    det10 = det9 * a11_3
                    d190 = -det10
                    d191 = a12_18 * (det10 / a11_3)
                d188 = matrix22 * d190
                d189 = matrix21 * d191
            else:
                d188 = 0.0
                d189 = 0.0
            d187 = (d188 + d189) / matrix20
        else:
            d187 = 0.0
        d194 = d177 or d176
        if d174 or d179:
            if d161:
                a12_19 = matrix12 - factor21 * matrix22
                if v160:
                    a22_18 = matrix02 - factor22 * matrix22
                    factor26 = a11_3 / a21_3
                    v199 = a21_3 * det9 / a21_3
                    d200 = det9 * (a12_19 - factor26 * a22_18)
                    d197 = -(factor26 * (a22_18 * v199) + d200)
                    d198 = a11_3 * v199
                else:
                    d198 = det9 * a11_3
                    d197 = -(a12_19 * (d198 / a11_3))
            else:
                d197 = 0.0
                d198 = 0.0
            if d176:
                d201 = 0.0
                d202 = 0.0
            else:
                d201 = 0.0
                d202 = 0.0
            d195 = d197 + d201
            d196 = d198 + d202
        else:
            d195 = 0.0
            d196 = 0.0
        if d179 or d194:
            if d194:
                if d177:
                    if d161:
                        a12_20 = matrix12 - factor21 * matrix22
                        a22_19 = matrix02 - factor22 * matrix22
                        if v160:
                            d207 = -(a21_3 * (a12_20 - a11_3 / a21_3 * a22_19))
                        else:
                            d207 = a11_3 * (a22_19 - a21_3 / a11_3 * a12_20)
                        d206 = -1.0 * d207
                    else:
                        d206 = 0.0
                    if d176:
                        if d161:
                            a12_21 = matrix12 - factor21 * matrix22
                            if v160:
                                a22_20 = matrix02 - factor22 * matrix22
                                factor27 = a11_3 / a21_3
                                v213 = a21_3 * det9 / a21_3
                                d214 = det9 * (a12_21 - factor27 * a22_20)
                                d211 = -(a11_3 * v213)
                                d212 = factor27 * (a22_20 * v213) + d214
                            else:
                                det11 = det9 * a11_3
                                d211 = -det11
                                d212 = a12_21 * (det11 / a11_3)
                            d209 = matrix22 * d211
                            d210 = matrix21 * d212
                        else:
                            d209 = 0.0
                            d210 = 0.0
                        d208 = -(factor22 * ((d209 + d210) / matrix20))
                    else:
                        d208 = 0.0
                    d205 = d206 + d208
                else:
                    d205 = 0.0
                if d176:
                    if d161:
                        a22_21 = matrix02 - factor22 * matrix22
                        if v160:
                            d218 = a21_3 * det9
                            d219 = -(a22_21 * (d218 / a21_3))
                        else:
                            a12_22 = matrix12 - factor21 * matrix22
                            factor28 = a21_3 / a11_3
                            v220 = det9 * a11_3 / a11_3
                            v221 = det9 * (a22_21 - factor28 * a12_22)
                            d218 = a21_3 * v220
                            d219 = -(factor28 * (a12_22 * v220) + v221)
                        d216 = matrix22 * d218
                        d217 = matrix21 * d219
                    else:
                        d216 = 0.0
                        d217 = 0.0
                    d215 = -(factor21 * ((d216 + d217) / matrix20))
                else:
                    d215 = 0.0
                d204 = d205 + d215
            else:
                d204 = 0.0
            d203 = (0.0 if d176 else 0.0) + d204
        else:
            d203 = 0.0
        if d175 or d176:
            if d161:
                d224 = 0.0
                d225 = 0.0
            else:
                d224 = 0.0
                d225 = 0.0
            if d178:
                if d161:
                    a12_23 = matrix12 - factor21 * matrix22
                    a22_22 = matrix02 - factor22 * matrix22
                    if v160:
                        d234 = a21_3 * det9
                        factor29 = a11_3 / a21_3
                        v236 = d234 / a21_3
                        v237 = a22_22 * v236
                        d232 = -(a11_3 * v236)
                        d233 = factor29 * v237 + det9 * (a12_23 - factor29 * a22_22)
                        d235 = -v237
                    else:
                        det12 = det9 * a11_3
                        factor30 = a21_3 / a11_3
                        v238 = det12 / a11_3
                        d233 = a12_23 * v238
                        d232 = -det12
                        d234 = a21_3 * v238
                        d235 = -(factor30 * d233 + det9 * (a22_22 - factor30 * a12_23))
                    d228 = matrix00 * (d233 / matrix20)
                    d229 = matrix10 * (d235 / matrix20)
                    d230 = matrix00 * (d232 / matrix20)
                    d231 = matrix10 * (d234 / matrix20)
                else:
                    d228 = 0.0
                    d229 = 0.0
                    d230 = 0.0
                    d231 = 0.0
                d226 = d228 + d229
                d227 = d230 + d231
            else:
                d226 = 0.0
                d227 = 0.0
            d222 = d224 + d226
            d223 = d225 + d227
        else:
            d222 = 0.0
            d223 = 0.0
        return [
            [d187 + (0.0 if d194 else 0.0), d195, d196],
            [d180, d162, d163],
            [d203, d222, d223],
        ]
    if matrix00 == 0.0:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    det13 = 1.0 * matrix00
    factor31 = matrix10 / matrix00
    a21_4 = matrix11 - factor31 * matrix01
    factor32 = matrix20 / matrix00
    a11_4 = matrix21 - factor32 * matrix01
    v239 = abs(a11_4) > abs(a21_4)
    if v239:
        if a11_4 == 0.0:
            v246 = True
        else:
            v247 = a21_4 / a11_4 * (matrix22 - factor32 * matrix02)
            v246 = matrix12 - factor31 * matrix02 - v247 == 0.0
        if v246:
            d240 = False
            d241 = 0.0
            d242 = 0.0
            d243 = 0.0
            d244 = 0.0
        else:
            a12_24 = matrix22 - factor32 * matrix02
            v248 = a11_4 * det13
            factor33 = a21_4 / a11_4
            v249 = v248 / a11_4
            d241 = a12_24 * v249
            v250 = det13 * (matrix12 - factor31 * matrix02 - factor33 * a12_24)
            d240 = True
            d242 = -v248
            d243 = -(factor33 * d241 + v250)
            d244 = a21_4 * v249
    else:
        if a21_4 == 0.0:
            v252 = True
        else:
            v253 = a11_4 / a21_4 * (matrix12 - factor31 * matrix02)
            v252 = matrix22 - factor32 * matrix02 - v253 == 0.0
        if v252:
            d240 = False
            d241 = 0.0
            d242 = 0.0
            d243 = 0.0
            d244 = 0.0
        else:
            a12_25 = matrix12 - factor31 * matrix02
            d244 = det13 * a21_4
            factor34 = a11_4 / a21_4
            v254 = d244 / a21_4
            v255 = a12_25 * v254
            v256 = det13 * (matrix22 - factor32 * matrix02 - factor34 * a12_25)
            d240 = True
            d241 = factor34 * v255 + v256
            d242 = -(a11_4 * v254)
            d243 = -v255
    if d240:
        a12_26 = matrix12 - factor31 * matrix02
        a12_27 = matrix22 - factor32 * matrix02
        if v239:
            d259 = -(a11_4 * (a12_26 - a21_4 / a11_4 * a12_27))
        else:
            d259 = a21_4 * (a12_27 - a11_4 / a21_4 * a12_26)
        d257 = 1.0 * d259
        d258 = True
    else:
        d257 = 0.0
        d258 = False
    if d258 or d258:
        if d240:
            a12_28 = matrix12 - factor31 * matrix02
            a12_29 = matrix22 - factor32 * matrix02
            if v239:
                d276 = a11_4 * det13
                factor35 = a21_4 / a11_4
                v278 = d276 / a11_4
                v279 = a12_29 * v278
                d274 = -(a21_4 * v278)
                d275 = factor35 * v279 + det13 * (a12_28 - factor35 * a12_29)
                d277 = -v279
            else:
                det14 = det13 * a21_4
                factor36 = a11_4 / a21_4
                v280 = det14 / a21_4
                d275 = a12_28 * v280
                d274 = -det14
                d276 = a11_4 * v280
                d277 = -(factor36 * d275 + det13 * (a12_29 - factor36 * a12_28))
            d266 = matrix02 * d274
            d267 = matrix01 * d275
            d268 = matrix02 * d276
            d269 = matrix01 * d277
            d270 = matrix20 * (d275 / matrix00)
            d271 = matrix10 * (d277 / matrix00)
            d272 = matrix20 * (d274 / matrix00)
            d273 = matrix10 * (d276 / matrix00)
        else:
            d266 = 0.0
            d267 = 0.0
            d268 = 0.0
            d269 = 0.0
            d270 = 0.0
            d271 = 0.0
            d272 = 0.0
            d273 = 0.0
        d265 = (d266 + d267) / matrix00
        d264 = (d268 + d269) / matrix00
        d260 = -(factor32 * d265)
        d261 = -(factor31 * d264)
        d262 = d270 + d271
        d263 = d272 + d273
    else:
        d260 = 0.0
        d261 = 0.0
        d262 = 0.0
        d263 = 0.0
        d264 = 0.0
        d265 = 0.0
    return [[d257 + d260 + d261, d262, d263], [d264, d241, d242], [d265, d243, d244]]
