# gradient of det_lu in 1045 operations, 934 before the passes
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
                    d6 = True
                    d7 = det * (matrix02 - factor2 * matrix22)
                    d8 = -(a21 * det)
            else:
                if a11 == 0.0:
                    v13 = True
                else:
                    v14 = a21 / a11 * (matrix12 - factor * matrix22)
                    v13 = matrix02 - factor2 * matrix22 - v14 == 0.0
                if v13:
                    d6 = False
                    d7 = 0.0
                    d8 = 0.0
                else:
                    a12 = matrix12 - factor * matrix22
                    v15 = det * (matrix02 - factor2 * matrix22 - a21 / a11 * a12)
                    d6 = True
                    d7 = a21 * (det * a12 / a11) + v15
                    d8 = -(a21 * det)
            if d6:
                d16 = True
                d17 = True
                d18 = False
            else:
                d16 = False
                d17 = False
                d18 = False
            if d16:
                d19 = True
                d20 = True
            else:
                d19 = d16
                d20 = False
            if d19:
                if d6:
                    a22 = matrix02 - factor2 * matrix22
                    if v5:
                        d26 = -(det * a22)
                    else:
                        a12_2 = matrix12 - factor * matrix22
                        v27 = det * (a22 - a21 / a11 * a12_2)
                        d26 = -(a21 * (det * a12_2 / a11) + v27)
                    d24 = matrix22 * (a21 * det)
                    d25 = matrix21 * d26
                else:
                    d24 = 0.0
                    d25 = 0.0
                d21 = True
                d22 = False
                d23 = (d24 + d25) / matrix20
            else:
                d21 = False
                d22 = False
                d23 = 0.0
            if d21:
                if d6:
                    a12_3 = matrix12 - factor * matrix22
                    if v5:
                        a22_2 = matrix02 - factor2 * matrix22
                        d32 = det * (a12_3 - a11 / a21 * a22_2)
                        d31 = a11 * (det * a22_2 / a21) + d32
                    else:
                        d31 = det * a12_3
                    d29 = -(matrix22 * (det * a11))
                    d30 = matrix21 * d31
                else:
                    d29 = 0.0
                    d30 = 0.0
                d28 = (d29 + d30) / matrix20
            else:
                d28 = 0.0
            d33 = d20 or d19
            if d17 or d22:
                if d6:
                    a12_4 = matrix12 - factor * matrix22
                    if v5:
                        a22_3 = matrix02 - factor2 * matrix22
                        d38 = det * (a12_4 - a11 / a21 * a22_3)
                        d36 = -(a11 * (det * a22_3 / a21) + d38)
                    else:
                        d36 = -(det * a12_4)
                    d37 = det * a11
                else:
                    d36 = 0.0
                    d37 = 0.0
                if d19:
                    d39 = 0.0
                    d40 = 0.0
                else:
                    d39 = 0.0
                    d40 = 0.0
                d34 = d36 + d39
                d35 = d37 + d40
            else:
                d34 = 0.0
                d35 = 0.0
            if d22 or d33:
                if d33:
                    if d20:
                        if d6:
                            a12_5 = matrix12 - factor * matrix22
                            a22_4 = matrix02 - factor2 * matrix22
                            if v5:
                                d45 = -(a21 * (a12_5 - a11 / a21 * a22_4))
                            else:
                                d45 = a11 * (a22_4 - a21 / a11 * a12_5)
                            d44 = -1.0 * d45
                        else:
                            d44 = 0.0
                        if d19:
                            if d6:
                                a12_6 = matrix12 - factor * matrix22
                                if v5:
                                    a22_5 = matrix02 - factor2 * matrix22
                                    d50 = det * (a12_6 - a11 / a21 * a22_5)
                                    d49 = a11 * (det * a22_5 / a21) + d50
                                else:
                                    d49 = det * a12_6
                                d47 = -(matrix22 * (det * a11))
                                d48 = matrix21 * d49
                            else:
                                d47 = 0.0
                                d48 = 0.0
                            d46 = -(factor2 * ((d47 + d48) / matrix20))
                        else:
                            d46 = 0.0
                        d43 = d44 + d46
                    else:
                        d43 = 0.0
                    if d19:
                        if d6:
                            a22_6 = matrix02 - factor2 * matrix22
                            if v5:
                                d54 = -(det * a22_6)
                            else:
                                a12_7 = matrix12 - factor * matrix22
                                v55 = det * (a22_6 - a21 / a11 * a12_7)
                                d54 = -(a21 * (det * a12_7 / a11) + v55)
                            d52 = matrix22 * (a21 * det)
                            d53 = matrix21 * d54
                        else:
                            d52 = 0.0
                            d53 = 0.0
                        d51 = -(factor * ((d52 + d53) / matrix20))
                    else:
                        d51 = 0.0
                    d42 = d43 + d51
                else:
                    d42 = 0.0
                d41 = (0.0 if d19 else 0.0) + d42
            else:
                d41 = 0.0
            if d18 or d19:
                if d6:
                    d58 = 0.0
                    d59 = 0.0
                else:
                    d58 = 0.0
                    d59 = 0.0
                if d21:
                    if d6:
                        a12_8 = matrix12 - factor * matrix22
                        a22_7 = matrix02 - factor2 * matrix22
                        if v5:
                            v68 = det * a22_7
                            d66 = a11 * (v68 / a21) + det * (a12_8 - a11 / a21 * a22_7)
                            d67 = -v68
                        else:
                            d66 = det * a12_8
                            v69 = det * (a22_7 - a21 / a11 * a12_8)
                            d67 = -(a21 * (d66 / a11) + v69)
                        d62 = matrix00 * (d66 / matrix20)
                        d63 = matrix10 * (d67 / matrix20)
                        d64 = -(matrix00 * (det * a11 / matrix20))
                        d65 = matrix10 * (a21 * det / matrix20)
                    else:
                        d62 = 0.0
                        d63 = 0.0
                        d64 = 0.0
                        d65 = 0.0
                    d60 = d62 + d63
                    d61 = d64 + d65
                else:
                    d60 = 0.0
                    d61 = 0.0
                d56 = d58 + d60
                d57 = d59 + d61
            else:
                d56 = 0.0
                d57 = 0.0
            return [
                [d28 + (0.0 if d33 else 0.0), d34, d35],
                [d23, d7, d8],
                [d41, d56, d57],
            ]
        if matrix10 == 0.0:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        det2 = -1.0 * matrix10
        factor3 = matrix00 / matrix10
        a11_2 = matrix01 - factor3 * matrix11
        factor4 = matrix20 / matrix10
        a21_2 = matrix21 - factor4 * matrix11
        v70 = abs(a21_2) > abs(a11_2)
        if v70:
            if a21_2 == 0.0:
                v75 = True
            else:
                v76 = a11_2 / a21_2 * (matrix22 - factor4 * matrix12)
                v75 = matrix02 - factor3 * matrix12 - v76 == 0.0
            if v75:
                d71 = False
                d72 = 0.0
                d73 = 0.0
            else:
                a22_8 = matrix22 - factor4 * matrix12
                v77 = det2 * (matrix02 - factor3 * matrix12 - a11_2 / a21_2 * a22_8)
                d71 = True
                d72 = -(a11_2 * (det2 * a22_8 / a21_2) + v77)
                d73 = det2 * a11_2
        else:
            if a11_2 == 0.0:
                v79 = True
            else:
                v80 = a21_2 / a11_2 * (matrix02 - factor3 * matrix12)
                v79 = matrix22 - factor4 * matrix12 - v80 == 0.0
            if v79:
                d71 = False
                d72 = 0.0
                d73 = 0.0
            else:
                d71 = True
                d72 = -(det2 * (matrix02 - factor3 * matrix12))
                d73 = det2 * a11_2
        if d71:
            d81 = True
            d82 = True
            d83 = False
        else:
            d81 = False
            d82 = False
            d83 = False
        if d81:
            d84 = True
            d85 = True
        else:
            d84 = d81
            d85 = False
        if d84:
            if d71:
                a12_9 = matrix02 - factor3 * matrix12
                if v70:
                    a22_9 = matrix22 - factor4 * matrix12
                    d92 = det2 * (a12_9 - a11_2 / a21_2 * a22_9)
                    d91 = a11_2 * (det2 * a22_9 / a21_2) + d92
                else:
                    d91 = det2 * a12_9
                d89 = -(matrix12 * (det2 * a11_2))
                d90 = matrix11 * d91
            else:
                d89 = 0.0
                d90 = 0.0
            d86 = v2
            d87 = 0.0
            d88 = (d89 + d90) / matrix10
        else:
            d86 = False
            d87 = 0.0
            d88 = 0.0
        if d86:
            if d71:
                a22_10 = matrix22 - factor4 * matrix12
                if v70:
                    d96 = -(det2 * a22_10)
                else:
                    a12_10 = matrix02 - factor3 * matrix12
                    v97 = det2 * (a22_10 - a21_2 / a11_2 * a12_10)
                    d96 = -(a21_2 * (det2 * a12_10 / a11_2) + v97)
                d94 = matrix12 * (a21_2 * det2)
                d95 = matrix11 * d96
            else:
                d94 = 0.0
                d95 = 0.0
            d93 = (d94 + d95) / matrix10
        else:
            d93 = 0.0
        if d85 or d84:
            d98 = 0.0
            d99 = v2
        else:
            d98 = 0.0
            d99 = False
        if d99:
            if d85:
                if d71:
                    a12_11 = matrix02 - factor3 * matrix12
                    a22_11 = matrix22 - factor4 * matrix12
                    if v70:
                        d103 = -(a21_2 * (a12_11 - a11_2 / a21_2 * a22_11))
                    else:
                        d103 = a11_2 * (a22_11 - a21_2 / a11_2 * a12_11)
                    d102 = -1.0 * d103
                else:
                    d102 = 0.0
                if d84:
                    if d71:
                        a12_12 = matrix02 - factor3 * matrix12
                        if v70:
                            a22_12 = matrix22 - factor4 * matrix12
                            d108 = det2 * (a12_12 - a11_2 / a21_2 * a22_12)
                            d107 = a11_2 * (det2 * a22_12 / a21_2) + d108
                        else:
                            d107 = det2 * a12_12
                        d105 = -(matrix12 * (det2 * a11_2))
                        d106 = matrix11 * d107
                    else:
                        d105 = 0.0
                        d106 = 0.0
                    d104 = -(factor4 * ((d105 + d106) / matrix10))
                else:
                    d104 = 0.0
                d101 = d102 + d104
            else:
                d101 = 0.0
            if d84:
                if d71:
                    a22_13 = matrix22 - factor4 * matrix12
                    if v70:
                        d112 = -(det2 * a22_13)
                    else:
                        a12_13 = matrix02 - factor3 * matrix12
                        v113 = det2 * (a22_13 - a21_2 / a11_2 * a12_13)
                        d112 = -(a21_2 * (det2 * a12_13 / a11_2) + v113)
                    d110 = matrix12 * (a21_2 * det2)
                    d111 = matrix11 * d112
                else:
                    d110 = 0.0
                    d111 = 0.0
                d109 = -(factor3 * ((d110 + d111) / matrix10))
            else:
                d109 = 0.0
            d100 = d101 + d109
        else:
            d100 = 0.0
        if d82 or (not d84 and False):
            if d71 and v2:
                a22_14 = matrix22 - factor4 * matrix12
                if v70:
                    d116 = det2 * a22_14
                else:
                    a12_14 = matrix02 - factor3 * matrix12
                    v118 = det2 * (a22_14 - a21_2 / a11_2 * a12_14)
                    d116 = a21_2 * (det2 * a12_14 / a11_2) + v118
                d117 = -(a21_2 * det2)
            else:
                d116 = 0.0
                d117 = 0.0
            if d84:
                d119 = 0.0
                d120 = 0.0
            else:
                d119 = 0.0
                d120 = 0.0
            d114 = d116 + d119
            d115 = d117 + d120
        else:
            d114 = 0.0
            d115 = 0.0
        if d83 or d84:
            if d71:
                d123 = 0.0
                d124 = 0.0
            else:
                d123 = 0.0
                d124 = 0.0
            if d86:
                if d71:
                    a12_15 = matrix02 - factor3 * matrix12
                    a22_15 = matrix22 - factor4 * matrix12
                    if v70:
                        v133 = det2 * a22_15
                        d134 = det2 * (a12_15 - a11_2 / a21_2 * a22_15)
                        d131 = -v133
                        d132 = a11_2 * (v133 / a21_2) + d134
                    else:
                        d132 = det2 * a12_15
                        v135 = det2 * (a22_15 - a21_2 / a11_2 * a12_15)
                        d131 = -(a21_2 * (d132 / a11_2) + v135)
                    d127 = matrix20 * (d132 / matrix10)
                    d128 = matrix00 * (d131 / matrix10)
                    d129 = -(matrix20 * (det2 * a11_2 / matrix10))
                    d130 = matrix00 * (a21_2 * det2 / matrix10)
                else:
                    d127 = 0.0
                    d128 = 0.0
                    d129 = 0.0
                    d130 = 0.0
                d125 = d127 + d128
                d126 = d129 + d130
            else:
                d125 = 0.0
                d126 = 0.0
            d121 = d123 + d125
            d122 = d124 + d126
        else:
            d121 = 0.0
            d122 = 0.0
        return [[d93 + d98, d114, d115], [d87 + d100, d121, d122], [d88, d72, d73]]
    if v3 > v1:
        if v4:
            return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
        det3 = -1.0 * matrix20
        factor5 = matrix10 / matrix20
        a11_3 = matrix11 - factor5 * matrix21
        factor6 = matrix00 / matrix20
        a21_3 = matrix01 - factor6 * matrix21
        v136 = abs(a21_3) > abs(a11_3)
        if v136:
            if a21_3 == 0.0:
                v141 = True
            else:
                v142 = a11_3 / a21_3 * (matrix02 - factor6 * matrix22)
                v141 = matrix12 - factor5 * matrix22 - v142 == 0.0
            if v141:
                d137 = False
                d138 = 0.0
                d139 = 0.0
            else:
                d137 = True
                d138 = det3 * (matrix02 - factor6 * matrix22)
                d139 = -(a21_3 * det3)
        else:
            if a11_3 == 0.0:
                v144 = True
            else:
                v145 = a21_3 / a11_3 * (matrix12 - factor5 * matrix22)
                v144 = matrix02 - factor6 * matrix22 - v145 == 0.0
            if v144:
                d137 = False
                d138 = 0.0
                d139 = 0.0
            else:
                a12_16 = matrix12 - factor5 * matrix22
                v146 = det3 * (matrix02 - factor6 * matrix22 - a21_3 / a11_3 * a12_16)
                d137 = True
                d138 = a21_3 * (det3 * a12_16 / a11_3) + v146
                d139 = -(a21_3 * det3)
        if d137:
            d147 = True
            d148 = True
            d149 = False
        else:
            d147 = False
            d148 = False
            d149 = False
        if d147:
            d150 = True
            d151 = True
        else:
            d150 = d147
            d151 = False
        if d150:
            if d137:
                a22_16 = matrix02 - factor6 * matrix22
                if v136:
                    d157 = -(det3 * a22_16)
                else:
                    a12_17 = matrix12 - factor5 * matrix22
                    v158 = det3 * (a22_16 - a21_3 / a11_3 * a12_17)
                    d157 = -(a21_3 * (det3 * a12_17 / a11_3) + v158)
                d155 = matrix22 * (a21_3 * det3)
                d156 = matrix21 * d157
            else:
                d155 = 0.0
                d156 = 0.0
            d152 = True
            d153 = False
            d154 = (d155 + d156) / matrix20
        else:
            d152 = False
            d153 = False
            d154 = 0.0
        if d152:
            if d137:
                a12_18 = matrix12 - factor5 * matrix22
                if v136:
                    a22_17 = matrix02 - factor6 * matrix22
                    d163 = det3 * (a12_18 - a11_3 / a21_3 * a22_17)
                    d162 = a11_3 * (det3 * a22_17 / a21_3) + d163
                else:
                    d162 = det3 * a12_18
                d160 = -(matrix22 * (det3 * a11_3))
                d161 = matrix21 * d162
            else:
                d160 = 0.0
                d161 = 0.0
            d159 = (d160 + d161) / matrix20
        else:
            d159 = 0.0
        d164 = d151 or d150
        if d148 or d153:
            if d137:
                a12_19 = matrix12 - factor5 * matrix22
                if v136:
                    a22_18 = matrix02 - factor6 * matrix22
                    d169 = det3 * (a12_19 - a11_3 / a21_3 * a22_18)
                    d167 = -(a11_3 * (det3 * a22_18 / a21_3) + d169)
                else:
                    d167 = -(det3 * a12_19)
                d168 = det3 * a11_3
            else:
                d167 = 0.0
                d168 = 0.0
            if d150:
                d170 = 0.0
                d171 = 0.0
            else:
                d170 = 0.0
                d171 = 0.0
            d165 = d167 + d170
            d166 = d168 + d171
        else:
            d165 = 0.0
            d166 = 0.0
        if d153 or d164:
            if d164:
                if d151:
                    if d137:
                        a12_20 = matrix12 - factor5 * matrix22
                        a22_19 = matrix02 - factor6 * matrix22
                        if v136:
                            d176 = -(a21_3 * (a12_20 - a11_3 / a21_3 * a22_19))
                        else:
                            d176 = a11_3 * (a22_19 - a21_3 / a11_3 * a12_20)
                        d175 = -1.0 * d176
                    else:
                        d175 = 0.0
                    if d150:
                        if d137:
                            a12_21 = matrix12 - factor5 * matrix22
                            if v136:
                                a22_20 = matrix02 - factor6 * matrix22
                                d181 = det3 * (a12_21 - a11_3 / a21_3 * a22_20)
                                d180 = a11_3 * (det3 * a22_20 / a21_3) + d181
                            else:
                                d180 = det3 * a12_21
                            d178 = -(matrix22 * (det3 * a11_3))
                            d179 = matrix21 * d180
                        else:
                            d178 = 0.0
                            d179 = 0.0
                        d177 = -(factor6 * ((d178 + d179) / matrix20))
                    else:
                        d177 = 0.0
                    d174 = d175 + d177
                else:
                    d174 = 0.0
                if d150:
                    if d137:
                        a22_21 = matrix02 - factor6 * matrix22
                        if v136:
                            d185 = -(det3 * a22_21)
                        else:
                            a12_22 = matrix12 - factor5 * matrix22
                            v186 = det3 * (a22_21 - a21_3 / a11_3 * a12_22)
                            d185 = -(a21_3 * (det3 * a12_22 / a11_3) + v186)
                        d183 = matrix22 * (a21_3 * det3)
                        d184 = matrix21 * d185
                    else:
                        d183 = 0.0
                        d184 = 0.0
                    d182 = -(factor5 * ((d183 + d184) / matrix20))
                else:
                    d182 = 0.0
                d173 = d174 + d182
            else:
                d173 = 0.0
            d172 = (0.0 if d150 else 0.0) + d173
        else:
            d172 = 0.0
        if d149 or d150:
            if d137:
                d189 = 0.0
                d190 = 0.0
            else:
                d189 = 0.0
                d190 = 0.0
            if d152:
                if d137:
                    a12_23 = matrix12 - factor5 * matrix22
                    a22_22 = matrix02 - factor6 * matrix22
                    if v136:
                        v199 = det3 * a22_22
                        d200 = det3 * (a12_23 - a11_3 / a21_3 * a22_22)
                        d197 = a11_3 * (v199 / a21_3) + d200
                        d198 = -v199
                    else:
                        d197 = det3 * a12_23
                        v201 = det3 * (a22_22 - a21_3 / a11_3 * a12_23)
                        d198 = -(a21_3 * (d197 / a11_3) + v201)
                    d193 = matrix00 * (d197 / matrix20)
                    d194 = matrix10 * (d198 / matrix20)
                    d195 = -(matrix00 * (det3 * a11_3 / matrix20))
                    d196 = matrix10 * (a21_3 * det3 / matrix20)
                else:
                    d193 = 0.0
                    d194 = 0.0
                    d195 = 0.0
                    d196 = 0.0
                d191 = d193 + d194
                d192 = d195 + d196
            else:
                d191 = 0.0
                d192 = 0.0
            d187 = d189 + d191
            d188 = d190 + d192
        else:
            d187 = 0.0
            d188 = 0.0
        return [
            [d159 + (0.0 if d164 else 0.0), d165, d166],
            [d154, d138, d139],
            [d172, d187, d188],
        ]
    if matrix00 == 0.0:
        return [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    det4 = 1.0 * matrix00
    factor7 = matrix10 / matrix00
    a21_4 = matrix11 - factor7 * matrix01
    factor8 = matrix20 / matrix00
    a11_4 = matrix21 - factor8 * matrix01
    v202 = abs(a11_4) > abs(a21_4)
    if v202:
        if a11_4 == 0.0:
            v209 = True
        else:
            v210 = a21_4 / a11_4 * (matrix22 - factor8 * matrix02)
            v209 = matrix12 - factor7 * matrix02 - v210 == 0.0
        if v209:
            d203 = False
            d204 = 0.0
            d205 = 0.0
            d206 = 0.0
            d207 = 0.0
        else:
            a12_24 = matrix22 - factor8 * matrix02
            d204 = det4 * a12_24
            v211 = det4 * (matrix12 - factor7 * matrix02 - a21_4 / a11_4 * a12_24)
            d203 = True
            d205 = -(a11_4 * det4)
            d206 = -(a21_4 * (d204 / a11_4) + v211)
            d207 = det4 * a21_4
    else:
        if a21_4 == 0.0:
            v213 = True
        else:
            v214 = a11_4 / a21_4 * (matrix12 - factor7 * matrix02)
            v213 = matrix22 - factor8 * matrix02 - v214 == 0.0
        if v213:
            d203 = False
            d204 = 0.0
            d205 = 0.0
            d206 = 0.0
            d207 = 0.0
        else:
            a12_25 = matrix12 - factor7 * matrix02
            v215 = det4 * a12_25
            v216 = det4 * (matrix22 - factor8 * matrix02 - a11_4 / a21_4 * a12_25)
            d203 = True
            d204 = a11_4 * (v215 / a21_4) + v216
            d205 = -(a11_4 * det4)
            d206 = -v215
            d207 = det4 * a21_4
    if d203:
        a12_26 = matrix12 - factor7 * matrix02
        a12_27 = matrix22 - factor8 * matrix02
        if v202:
            d219 = -(a11_4 * (a12_26 - a21_4 / a11_4 * a12_27))
        else:
            d219 = a21_4 * (a12_27 - a11_4 / a21_4 * a12_26)
        d217 = 1.0 * d219
        d218 = True
    else:
        d217 = 0.0
        d218 = False
    if d218 or d218:
        if d203:
            a12_28 = matrix12 - factor7 * matrix02
            a12_29 = matrix22 - factor8 * matrix02
            v234 = a11_4 * det4
            det5 = det4 * a21_4
            if v202:
                v237 = det4 * a12_29
                d235 = a21_4 * (v237 / a11_4) + det4 * (a12_28 - a21_4 / a11_4 * a12_29)
                d236 = -v237
            else:
                d235 = det4 * a12_28
                v238 = det4 * (a12_29 - a11_4 / a21_4 * a12_28)
                d236 = -(a11_4 * (d235 / a21_4) + v238)
            d226 = -(matrix02 * det5)
            d227 = matrix01 * d235
            d228 = matrix02 * v234
            d229 = matrix01 * d236
            d230 = matrix20 * (d235 / matrix00)
            d231 = matrix10 * (d236 / matrix00)
            d232 = -(matrix20 * (det5 / matrix00))
            d233 = matrix10 * (v234 / matrix00)
        else:
            d226 = 0.0
            d227 = 0.0
            d228 = 0.0
            d229 = 0.0
            d230 = 0.0
            d231 = 0.0
            d232 = 0.0
            d233 = 0.0
        d225 = (d226 + d227) / matrix00
        d224 = (d228 + d229) / matrix00
        d220 = -(factor8 * d225)
        d221 = -(factor7 * d224)
        d222 = d230 + d231
        d223 = d232 + d233
    else:
        d220 = 0.0
        d221 = 0.0
        d222 = 0.0
        d223 = 0.0
        d224 = 0.0
        d225 = 0.0
    return [[d217 + d220 + d221, d222, d223], [d224, d204, d205], [d225, d206, d207]]
