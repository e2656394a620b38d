# gradient of det_lu in 1093 operations, 914 before the passes
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
            # determinant.py:25  det *= a[k][k]
            det = -1.0 * matrix20
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor = matrix10 / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v5 = matrix11 - factor * matrix21
            factor2 = matrix00 / matrix20
            v6 = matrix01 - factor2 * matrix21
            v7 = abs(v6) > abs(v5)
            if v7:
                if v4 or v6 == 0.0:
                    v12 = True
                else:
                    v13 = v5 / v6 * (matrix02 - factor2 * matrix22)
                    v12 = matrix12 - factor * matrix22 - v13 == 0.0
                if v12:
                    d8 = False
                    d9 = 0.0
                    d10 = 0.0
                else:
                    v14 = v6 * det
                    d8 = True
                    d9 = (matrix02 - factor2 * matrix22) * (v14 / v6)
                    d10 = -v14
            else:
                if v4 or v5 == 0.0:
                    v16 = True
                else:
                    v17 = v6 / v5 * (matrix12 - factor * matrix22)
                    v16 = matrix02 - factor2 * matrix22 - v17 == 0.0
                if v16:
                    d8 = False
                    d9 = 0.0
                    d10 = 0.0
                else:
                    v18 = matrix12 - factor * matrix22
                    factor3 = v6 / v5
                    d19 = det * v5 / v5
                    v20 = det * (matrix02 - factor2 * matrix22 - factor3 * v18)
                    d8 = True
                    d9 = factor3 * (v18 * d19) + v20
                    d10 = -(v6 * d19)
            if d8:
                d21 = True
                d22 = True
                d23 = False
            else:
                d21 = False
                d22 = False
                d23 = False
            if d21:
                d24 = True
                d25 = True
            else:
                d24 = d21
                d25 = False
            if d24:
                if d8:
                    v31 = matrix02 - factor2 * matrix22
                    if v7:
                        d32 = v6 * det
                        d33 = -(v31 * (d32 / v6))
                    else:
                        v34 = matrix12 - factor * matrix22
                        factor4 = v6 / v5
                        d35 = det * v5 / v5
                        d32 = v6 * d35
                        d33 = -(factor4 * (v34 * d35) + det * (v31 - factor4 * v34))
                    d29 = matrix22 * d32
                    d30 = matrix21 * d33
                else:
                    d29 = 0.0
                    d30 = 0.0
                d26 = True
                d27 = False
                d28 = (d29 + d30) / matrix20
            else:
                d26 = False
                d27 = False
                d28 = 0.0
            if d26:
                if d8:
                    v39 = matrix12 - factor * matrix22
                    if v7:
                        v42 = matrix02 - factor2 * matrix22
                        factor5 = v5 / v6
                        d43 = v6 * det / v6
                        d40 = -(v5 * d43)
                        d41 = det * (v39 - factor5 * v42) + factor5 * (v42 * d43)
                    else:
                        det2 = det * v5
                        d40 = -det2
                        d41 = v39 * (det2 / v5)
                    d37 = matrix22 * d40
                    d38 = matrix21 * d41
                else:
                    d37 = 0.0
                    d38 = 0.0
                d36 = (d37 + d38) / matrix20
            else:
                d36 = 0.0
            d44 = d25 or d24
            if d22 or d27:
                if d8:
                    v49 = matrix12 - factor * matrix22
                    if v7:
                        v50 = matrix02 - factor2 * matrix22
                        factor6 = v5 / v6
                        d51 = v6 * det / v6
                        d47 = -(det * (v49 - factor6 * v50) + factor6 * (v50 * d51))
                        d48 = v5 * d51
                    else:
                        d48 = det * v5
                        d47 = -(v49 * (d48 / v5))
                else:
                    d47 = 0.0
                    d48 = 0.0
                if d24:
                    d52 = 0.0
                    d53 = 0.0
                else:
                    d52 = 0.0
                    d53 = 0.0
                d45 = d47 + d52
                d46 = d48 + d53
            else:
                d45 = 0.0
                d46 = 0.0
            if d27 or d44:
                if d44:
                    if d25:
                        if d8:
                            v58 = matrix12 - factor * matrix22
                            v59 = matrix02 - factor2 * matrix22
                            if v7:
                                d60 = -(v6 * (v58 - v5 / v6 * v59))
                            else:
                                d60 = v5 * (v59 - v6 / v5 * v58)
                            d57 = -1.0 * d60
                        else:
                            d57 = 0.0
                        if d24:
                            if d8:
                                v64 = matrix12 - factor * matrix22
                                if v7:
                                    v67 = matrix02 - factor2 * matrix22
                                    factor7 = v5 / v6
                                    d68 = v6 * det / v6
                                    d69 = det * (v64 - factor7 * v67)
                                    d65 = -(v5 * d68)
                                    d66 = d69 + factor7 * (v67 * d68)
                                else:
                                    det3 = det * v5
                                    d65 = -det3
                                    d66 = v64 * (det3 / v5)
                                d62 = matrix22 * d65
                                d63 = matrix21 * d66
                            else:
                                d62 = 0.0
                                d63 = 0.0
                            d61 = -(factor2 * ((d62 + d63) / matrix20))
                        else:
                            d61 = 0.0
                        d56 = d57 + d61
                    else:
                        d56 = 0.0
                    if d24:
                        if d8:
                            v73 = matrix02 - factor2 * matrix22
                            if v7:
                                d74 = v6 * det
                                d75 = -(v73 * (d74 / v6))
                            else:
                                v76 = matrix12 - factor * matrix22
                                factor8 = v6 / v5
                                d77 = det * v5 / v5
                                v78 = det * (v73 - factor8 * v76)
                                d74 = v6 * d77
                                d75 = -(factor8 * (v76 * d77) + v78)
                            d71 = matrix22 * d74
                            d72 = matrix21 * d75
                        else:
                            d71 = 0.0
                            d72 = 0.0
                        d70 = -(factor * ((d71 + d72) / matrix20))
                    else:
                        d70 = 0.0
                    d55 = d56 + d70
                else:
                    d55 = 0.0
                d54 = (0.0 if d24 else 0.0) + d55
            else:
                d54 = 0.0
            if d23 or d24:
                if d8:
                    d81 = 0.0
                    d82 = 0.0
                else:
                    d81 = 0.0
                    d82 = 0.0
                if d26:
                    if d8:
                        v89 = matrix12 - factor * matrix22
                        v90 = matrix02 - factor2 * matrix22
                        if v7:
                            factor9 = v5 / v6
                            d93 = v6 * det
                            d95 = d93 / v6
                            d96 = v90 * d95
                            d91 = -(v5 * d95)
                            d92 = det * (v89 - factor9 * v90) + factor9 * d96
                            d94 = -d96
                        else:
                            det4 = det * v5
                            factor10 = v6 / v5
                            d97 = det4 / v5
                            d92 = v89 * d97
                            d91 = -det4
                            d93 = v6 * d97
                            d94 = -(factor10 * d92 + det * (v90 - factor10 * v89))
                        d85 = d92 * factor2
                        d86 = d94 * factor
                        d87 = d91 * factor2
                        d88 = d93 * factor
                    else:
                        d85 = 0.0
                        d86 = 0.0
                        d87 = 0.0
                        d88 = 0.0
                    d83 = d85 + d86
                    d84 = d87 + d88
                else:
                    d83 = 0.0
                    d84 = 0.0
                d79 = d81 + d83
                d80 = d82 + d84
            else:
                d79 = 0.0
                d80 = 0.0
            return [
                [d36 + (0.0 if d44 else 0.0), d45, d46],
                [d28, d9, d10],
                [d54, d79, d80],
            ]
        det5 = -1.0 * matrix10
        factor11 = matrix00 / matrix10
        v98 = matrix01 - factor11 * matrix11
        factor12 = matrix20 / matrix10
        v99 = matrix21 - factor12 * matrix11
        v100 = abs(v99) > abs(v98)
        v101 = matrix10 == 0.0
        if v100:
            if v101 or v99 == 0.0:
                v106 = True
            else:
                v107 = v98 / v99 * (matrix22 - factor12 * matrix12)
                v106 = matrix02 - factor11 * matrix12 - v107 == 0.0
            if v106:
                d102 = False
                d103 = 0.0
                d104 = 0.0
            else:
                v108 = matrix22 - factor12 * matrix12
                factor13 = v98 / v99
                d109 = v99 * det5 / v99
                d110 = det5 * (matrix02 - factor11 * matrix12 - factor13 * v108)
                d102 = True
                d103 = -(d110 + factor13 * (v108 * d109))
                d104 = v98 * d109
        else:
            if v101 or v98 == 0.0:
                v112 = True
            else:
                v113 = v99 / v98 * (matrix02 - factor11 * matrix12)
                v112 = matrix22 - factor12 * matrix12 - v113 == 0.0
            if v112:
                d102 = False
                d103 = 0.0
                d104 = 0.0
            else:
                d104 = det5 * v98
                d102 = True
                d103 = -((matrix02 - factor11 * matrix12) * (d104 / v98))
        if d102:
            d114 = True
            d115 = True
            d116 = False
        else:
            d114 = False
            d115 = False
            d116 = False
        if d114:
            d117 = True
            d118 = True
        else:
            d117 = d114
            d118 = False
        if d117:
            if d102:
                v124 = matrix02 - factor11 * matrix12
                if v100:
                    v127 = matrix22 - factor12 * matrix12
                    factor14 = v98 / v99
                    d128 = v99 * det5 / v99
                    d125 = -(v98 * d128)
                    d126 = det5 * (v124 - factor14 * v127) + factor14 * (v127 * d128)
                else:
                    det6 = det5 * v98
                    d125 = -det6
                    d126 = v124 * (det6 / v98)
                d122 = matrix12 * d125
                d123 = matrix11 * d126
            else:
                d122 = 0.0
                d123 = 0.0
            d119 = v2
            d120 = 0.0
            d121 = (d122 + d123) / matrix10
        else:
            d119 = False
            d120 = 0.0
            d121 = 0.0
        if d119:
            if d102:
                v132 = matrix22 - factor12 * matrix12
                if v100:
                    d133 = v99 * det5
                    d134 = -(v132 * (d133 / v99))
                else:
                    v135 = matrix02 - factor11 * matrix12
                    factor15 = v99 / v98
                    d136 = det5 * v98 / v98
                    d133 = v99 * d136
                    d134 = -(factor15 * (v135 * d136) + det5 * (v132 - factor15 * v135))
                d130 = matrix12 * d133
                d131 = matrix11 * d134
            else:
                d130 = 0.0
                d131 = 0.0
            d129 = (d130 + d131) / matrix10
        else:
            d129 = 0.0
        if d118 or d117:
            d137 = 0.0
            d138 = v2
        else:
            d137 = 0.0
            d138 = False
        if d138:
            if d118:
                if d102:
                    v142 = matrix02 - factor11 * matrix12
                    v143 = matrix22 - factor12 * matrix12
                    if v100:
                        d144 = -(v99 * (v142 - v98 / v99 * v143))
                    else:
                        d144 = v98 * (v143 - v99 / v98 * v142)
                    d141 = -1.0 * d144
                else:
                    d141 = 0.0
                if d117:
                    if d102:
                        v148 = matrix02 - factor11 * matrix12
                        if v100:
                            v151 = matrix22 - factor12 * matrix12
                            factor16 = v98 / v99
                            d152 = v99 * det5 / v99
                            d153 = det5 * (v148 - factor16 * v151)
                            d149 = -(v98 * d152)
                            d150 = d153 + factor16 * (v151 * d152)
                        else:
                            det7 = det5 * v98
                            d149 = -det7
                            d150 = v148 * (det7 / v98)
                        d146 = matrix12 * d149
                        d147 = matrix11 * d150
                    else:
                        d146 = 0.0
                        d147 = 0.0
                    d145 = -(factor12 * ((d146 + d147) / matrix10))
                else:
                    d145 = 0.0
                d140 = d141 + d145
            else:
                d140 = 0.0
            if d117:
                if d102:
                    v157 = matrix22 - factor12 * matrix12
                    if v100:
                        d158 = v99 * det5
                        d159 = -(v157 * (d158 / v99))
                    else:
                        v160 = matrix02 - factor11 * matrix12
                        factor17 = v99 / v98
                        d161 = det5 * v98 / v98
                        v162 = det5 * (v157 - factor17 * v160)
                        d158 = v99 * d161
                        d159 = -(factor17 * (v160 * d161) + v162)
                    d155 = matrix12 * d158
                    d156 = matrix11 * d159
                else:
                    d155 = 0.0
                    d156 = 0.0
                d154 = -(factor11 * ((d155 + d156) / matrix10))
            else:
                d154 = 0.0
            d139 = d140 + d154
        else:
            d139 = 0.0
        if d115 or not d117 and False:
            if d102 and v2:
                v167 = matrix22 - factor12 * matrix12
                if v100:
                    v168 = v99 * det5
                    d165 = v167 * (v168 / v99)
                    d166 = -v168
                else:
                    v169 = matrix02 - factor11 * matrix12
                    factor18 = v99 / v98
                    d170 = det5 * v98 / v98
                    d165 = factor18 * (v169 * d170) + det5 * (v167 - factor18 * v169)
                    d166 = -(v99 * d170)
            else:
                d165 = 0.0
                d166 = 0.0
            if d117:
                d171 = 0.0
                d172 = 0.0
            else:
                d171 = 0.0
                d172 = 0.0
            d163 = d165 + d171
            d164 = d166 + d172
        else:
            d163 = 0.0
            d164 = 0.0
        if d116 or d117:
            if d102:
                d175 = 0.0
                d176 = 0.0
            else:
                d175 = 0.0
                d176 = 0.0
            if d119:
                if d102:
                    v183 = matrix02 - factor11 * matrix12
                    v184 = matrix22 - factor12 * matrix12
                    if v100:
                        factor19 = v98 / v99
                        d185 = v99 * det5
                        d189 = d185 / v99
                        d190 = v184 * d189
                        d186 = -d190
                        d187 = -(v98 * d189)
                        d188 = det5 * (v183 - factor19 * v184) + factor19 * d190
                    else:
                        det8 = det5 * v98
                        factor20 = v99 / v98
                        d191 = det8 / v98
                        d188 = v183 * d191
                        d185 = v99 * d191
                        d186 = -(factor20 * d188 + det5 * (v184 - factor20 * v183))
                        d187 = -det8
                    d179 = d188 * factor12
                    d180 = d186 * factor11
                    d181 = d187 * factor12
                    d182 = d185 * factor11
                else:
                    d179 = 0.0
                    d180 = 0.0
                    d181 = 0.0
                    d182 = 0.0
                d177 = d179 + d180
                d178 = d181 + d182
            else:
                d177 = 0.0
                d178 = 0.0
            d173 = d175 + d177
            d174 = d176 + d178
        else:
            d173 = 0.0
            d174 = 0.0
        return [
            [d129 + d137, d163, d164],
            [d120 + d139, d173, d174],
            [d121, d103, d104],
        ]
    if v3 > v1:
        det9 = -1.0 * matrix20
        factor21 = matrix10 / matrix20
        v192 = matrix11 - factor21 * matrix21
        factor22 = matrix00 / matrix20
        v193 = matrix01 - factor22 * matrix21
        v194 = abs(v193) > abs(v192)
        if v194:
            if v4 or v193 == 0.0:
                v199 = True
            else:
                v200 = v192 / v193 * (matrix02 - factor22 * matrix22)
                v199 = matrix12 - factor21 * matrix22 - v200 == 0.0
            if v199:
                d195 = False
                d196 = 0.0
                d197 = 0.0
            else:
                v201 = v193 * det9
                d195 = True
                d196 = (matrix02 - factor22 * matrix22) * (v201 / v193)
                d197 = -v201
        else:
            if v4 or v192 == 0.0:
                v203 = True
            else:
                v204 = v193 / v192 * (matrix12 - factor21 * matrix22)
                v203 = matrix02 - factor22 * matrix22 - v204 == 0.0
            if v203:
                d195 = False
                d196 = 0.0
                d197 = 0.0
            else:
                v205 = matrix12 - factor21 * matrix22
                factor23 = v193 / v192
                d206 = det9 * v192 / v192
                v207 = det9 * (matrix02 - factor22 * matrix22 - factor23 * v205)
                d195 = True
                d196 = factor23 * (v205 * d206) + v207
                d197 = -(v193 * d206)
        if d195:
            d208 = True
            d209 = True
            d210 = False
        else:
            d208 = False
            d209 = False
            d210 = False
        if d208:
            d211 = True
            d212 = True
        else:
            d211 = d208
            d212 = False
        if d211:
            if d195:
                v218 = matrix02 - factor22 * matrix22
                if v194:
                    d219 = v193 * det9
                    d220 = -(v218 * (d219 / v193))
                else:
                    v221 = matrix12 - factor21 * matrix22
                    factor24 = v193 / v192
                    d222 = det9 * v192 / v192
                    d219 = v193 * d222
                    d220 = -(factor24 * (v221 * d222) + det9 * (v218 - factor24 * v221))
                d216 = matrix22 * d219
                d217 = matrix21 * d220
            else:
                d216 = 0.0
                d217 = 0.0
            d213 = True
            d214 = False
            d215 = (d216 + d217) / matrix20
        else:
            d213 = False
            d214 = False
            d215 = 0.0
        if d213:
            if d195:
                v226 = matrix12 - factor21 * matrix22
                if v194:
                    v229 = matrix02 - factor22 * matrix22
                    factor25 = v192 / v193
                    d230 = v193 * det9 / v193
                    d227 = -(v192 * d230)
                    d228 = det9 * (v226 - factor25 * v229) + factor25 * (v229 * d230)
                else:
                    det10 = det9 * v192
                    d227 = -det10
                    d228 = v226 * (det10 / v192)
                d224 = matrix22 * d227
                d225 = matrix21 * d228
            else:
                d224 = 0.0
                d225 = 0.0
            d223 = (d224 + d225) / matrix20
        else:
            d223 = 0.0
        d231 = d212 or d211
        if d209 or d214:
            if d195:
                v236 = matrix12 - factor21 * matrix22
                if v194:
                    v237 = matrix02 - factor22 * matrix22
                    factor26 = v192 / v193
                    d238 = v193 * det9 / v193
                    d234 = -(det9 * (v236 - factor26 * v237) + factor26 * (v237 * d238))
                    d235 = v192 * d238
                else:
                    d235 = det9 * v192
                    d234 = -(v236 * (d235 / v192))
            else:
                d234 = 0.0
                d235 = 0.0
            if d211:
                d239 = 0.0
                d240 = 0.0
            else:
                d239 = 0.0
                d240 = 0.0
            d232 = d234 + d239
            d233 = d235 + d240
        else:
            d232 = 0.0
            d233 = 0.0
        if d214 or d231:
            if d231:
                if d212:
                    if d195:
                        v245 = matrix12 - factor21 * matrix22
                        v246 = matrix02 - factor22 * matrix22
                        if v194:
                            d247 = -(v193 * (v245 - v192 / v193 * v246))
                        else:
                            d247 = v192 * (v246 - v193 / v192 * v245)
                        d244 = -1.0 * d247
                    else:
                        d244 = 0.0
                    if d211:
                        if d195:
                            v251 = matrix12 - factor21 * matrix22
                            if v194:
                                v254 = matrix02 - factor22 * matrix22
                                factor27 = v192 / v193
                                d255 = v193 * det9 / v193
                                d256 = det9 * (v251 - factor27 * v254)
                                d252 = -(v192 * d255)
                                d253 = d256 + factor27 * (v254 * d255)
                            else:
                                det11 = det9 * v192
                                d252 = -det11
                                d253 = v251 * (det11 / v192)
                            d249 = matrix22 * d252
                            d250 = matrix21 * d253
                        else:
                            d249 = 0.0
                            d250 = 0.0
                        d248 = -(factor22 * ((d249 + d250) / matrix20))
                    else:
                        d248 = 0.0
                    d243 = d244 + d248
                else:
                    d243 = 0.0
                if d211:
                    if d195:
                        v260 = matrix02 - factor22 * matrix22
                        if v194:
                            d261 = v193 * det9
                            d262 = -(v260 * (d261 / v193))
                        else:
                            v263 = matrix12 - factor21 * matrix22
                            factor28 = v193 / v192
                            d264 = det9 * v192 / v192
                            v265 = det9 * (v260 - factor28 * v263)
                            d261 = v193 * d264
                            d262 = -(factor28 * (v263 * d264) + v265)
                        d258 = matrix22 * d261
                        d259 = matrix21 * d262
                    else:
                        d258 = 0.0
                        d259 = 0.0
                    d257 = -(factor21 * ((d258 + d259) / matrix20))
                else:
                    d257 = 0.0
                d242 = d243 + d257
            else:
                d242 = 0.0
            d241 = (0.0 if d211 else 0.0) + d242
        else:
            d241 = 0.0
        if d210 or d211:
            if d195:
                d268 = 0.0
                d269 = 0.0
            else:
                d268 = 0.0
                d269 = 0.0
            if d213:
                if d195:
                    v276 = matrix12 - factor21 * matrix22
                    v277 = matrix02 - factor22 * matrix22
                    if v194:
                        factor29 = v192 / v193
                        d280 = v193 * det9
                        d282 = d280 / v193
                        d283 = v277 * d282
                        d278 = -(v192 * d282)
                        d279 = det9 * (v276 - factor29 * v277) + factor29 * d283
                        d281 = -d283
                    else:
                        det12 = det9 * v192
                        factor30 = v193 / v192
                        d284 = det12 / v192
                        d279 = v276 * d284
                        d278 = -det12
                        d280 = v193 * d284
                        d281 = -(factor30 * d279 + det9 * (v277 - factor30 * v276))
                    d272 = d279 * factor22
                    d273 = d281 * factor21
                    d274 = d278 * factor22
                    d275 = d280 * factor21
                else:
                    d272 = 0.0
                    d273 = 0.0
                    d274 = 0.0
                    d275 = 0.0
                d270 = d272 + d273
                d271 = d274 + d275
            else:
                d270 = 0.0
                d271 = 0.0
            d266 = d268 + d270
            d267 = d269 + d271
        else:
            d266 = 0.0
            d267 = 0.0
        return [
            [d223 + (0.0 if d231 else 0.0), d232, d233],
            [d215, d196, d197],
            [d241, d266, d267],
        ]
    det13 = 1.0 * matrix00
    factor31 = matrix10 / matrix00
    v285 = matrix11 - factor31 * matrix01
    factor32 = matrix20 / matrix00
    v286 = matrix21 - factor32 * matrix01
    v287 = abs(v286) > abs(v285)
    v288 = matrix00 == 0.0
    if v287:
        if v288 or v286 == 0.0:
            v295 = True
        else:
            v296 = v285 / v286 * (matrix22 - factor32 * matrix02)
            v295 = matrix12 - factor31 * matrix02 - v296 == 0.0
        if v295:
            d289 = False
            d290 = 0.0
            d291 = 0.0
            d292 = 0.0
            d293 = 0.0
        else:
            v297 = matrix22 - factor32 * matrix02
            factor33 = v285 / v286
            v298 = v286 * det13
            d299 = v298 / v286
            d290 = v297 * d299
            d300 = det13 * (matrix12 - factor31 * matrix02 - factor33 * v297)
            d289 = True
            d291 = -v298
            d292 = -(d300 + factor33 * d290)
            d293 = v285 * d299
    else:
        if v288 or v285 == 0.0:
            v302 = True
        else:
            v303 = v286 / v285 * (matrix12 - factor31 * matrix02)
            v302 = matrix22 - factor32 * matrix02 - v303 == 0.0
        if v302:
            d289 = False
            d290 = 0.0
            d291 = 0.0
            d292 = 0.0
            d293 = 0.0
        else:
            v304 = matrix12 - factor31 * matrix02
            d293 = det13 * v285
            factor34 = v286 / v285
            d305 = d293 / v285
            d306 = v304 * d305
            v307 = det13 * (matrix22 - factor32 * matrix02 - factor34 * v304)
            d289 = True
            d290 = factor34 * d306 + v307
            d291 = -(v286 * d305)
            d292 = -d306
    if d289:
        v310 = matrix12 - factor31 * matrix02
        v311 = matrix22 - factor32 * matrix02
        if v287:
            d312 = -(v286 * (v310 - v285 / v286 * v311))
        else:
            d312 = v285 * (v311 - v286 / v285 * v310)
        d308 = 1.0 * d312
        d309 = True
    else:
        d308 = 0.0
        d309 = False
    if d309 or d309:
        if d289:
            v327 = matrix12 - factor31 * matrix02
            v328 = matrix22 - factor32 * matrix02
            if v287:
                factor35 = v285 / v286
                d331 = v286 * det13
                d333 = d331 / v286
                d334 = v328 * d333
                d329 = -(v285 * d333)
                d330 = det13 * (v327 - factor35 * v328) + factor35 * d334
                d332 = -d334
            else:
                det14 = det13 * v285
                factor36 = v286 / v285
                d335 = det14 / v285
                d330 = v327 * d335
                d329 = -det14
                d331 = v286 * d335
                d332 = -(factor36 * d330 + det13 * (v328 - factor36 * v327))
            d319 = matrix02 * d329
            d320 = matrix01 * d330
            d321 = matrix02 * d331
            d322 = matrix01 * d332
            d323 = d330 * factor32
            d324 = d332 * factor31
            d325 = d329 * factor32
            d326 = d331 * factor31
        else:
            d319 = 0.0
            d320 = 0.0
            d321 = 0.0
            d322 = 0.0
            d323 = 0.0
            d324 = 0.0
            d325 = 0.0
            d326 = 0.0
        d318 = (d319 + d320) / matrix00
        d317 = (d321 + d322) / matrix00
        d313 = -(factor32 * d318)
        d314 = -(factor31 * d317)
        d315 = d323 + d324
        d316 = d325 + d326
    else:
        d313 = 0.0
        d314 = 0.0
        d315 = 0.0
        d316 = 0.0
        d317 = 0.0
        d318 = 0.0
    return [[d308 + d313 + d314, d315, d316], [d317, d290, d291], [d318, d292, d293]]
