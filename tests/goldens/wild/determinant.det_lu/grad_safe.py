# gradient of det_lu in 1362 operations, 918 before the passes
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
            if v4:
                v6 = False
            else:
                v7 = abs(matrix01 - matrix00 / matrix20 * matrix21)
                v6 = v7 > abs(matrix11 - matrix10 / matrix20 * matrix21)
            if v6:
                if v4 or matrix01 - matrix00 / matrix20 * matrix21 == 0.0:
                    v11 = True
                else:
                    # determinant.py:27  factor = a[i][k] / a[k][k]
                    factor = matrix10 / matrix20
                    factor2 = matrix00 / matrix20
                    # determinant.py:29  a[i][j] -= factor * a[k][j]
                    v12 = matrix01 - factor2 * matrix21
                    factor3 = (matrix11 - factor * matrix21) / v12
                    v13 = factor3 * (matrix02 - factor2 * matrix22)
                    v11 = matrix12 - factor * matrix22 - v13 == 0.0
                if v11:
                    d8 = False
                    d9 = 0.0
                    d10 = 0.0
                else:
                    factor4 = matrix00 / matrix20
                    v14 = matrix01 - factor4 * matrix21
                    v15 = v14 * det
                    d8 = True
                    d9 = (matrix02 - factor4 * matrix22) * (v15 / v14)
                    d10 = -v15
            else:
                if v4 or matrix11 - matrix10 / matrix20 * matrix21 == 0.0:
                    v16 = True
                else:
                    factor5 = matrix10 / matrix20
                    factor6 = matrix00 / matrix20
                    v17 = matrix01 - factor6 * matrix21
                    factor7 = v17 / (matrix11 - factor5 * matrix21)
                    v18 = factor7 * (matrix12 - factor5 * matrix22)
                    v16 = matrix02 - factor6 * matrix22 - v18 == 0.0
                if v16:
                    d8 = False
                    d9 = 0.0
                    d10 = 0.0
                else:
                    factor8 = matrix10 / matrix20
                    v19 = matrix11 - factor8 * matrix21
                    v20 = matrix12 - factor8 * matrix22
                    factor9 = matrix00 / matrix20
                    v21 = matrix01 - factor9 * matrix21
                    factor10 = v21 / v19
                    v22 = det * v19 / v19
                    v23 = det * (matrix02 - factor9 * matrix22 - factor10 * v20)
                    d8 = True
                    d9 = factor10 * (v20 * v22) + v23
                    d10 = -(v21 * v22)
            if d8:
                d24 = True
                d25 = True
                d26 = False
            else:
                d24 = False
                d25 = False
                d26 = False
            if d24:
                d27 = True
                d28 = True
            else:
                d27 = d24
                d28 = False
            if d27:
                if d8:
                    factor11 = matrix00 / matrix20
                    v34 = matrix01 - factor11 * matrix21
                    v35 = matrix02 - factor11 * matrix22
                    if v6:
                        d36 = v34 * det
                        d37 = -(v35 * (d36 / v34))
                    else:
                        factor12 = matrix10 / matrix20
                        v38 = matrix11 - factor12 * matrix21
                        v39 = matrix12 - factor12 * matrix22
                        factor13 = v34 / v38
                        v40 = det * v38 / v38
                        d36 = v34 * v40
                        d37 = -(factor13 * (v39 * v40) + det * (v35 - factor13 * v39))
                    d32 = matrix22 * d36
                    d33 = matrix21 * d37
                else:
                    d32 = 0.0
                    d33 = 0.0
                d29 = True
                d30 = False
                d31 = (d32 + d33) / matrix20
            else:
                d29 = False
                d30 = False
                d31 = 0.0
            if d29:
                if d8:
                    factor14 = matrix10 / matrix20
                    v44 = matrix11 - factor14 * matrix21
                    v45 = matrix12 - factor14 * matrix22
                    if v6:
                        factor15 = matrix00 / matrix20
                        v48 = matrix01 - factor15 * matrix21
                        v49 = matrix02 - factor15 * matrix22
                        factor16 = v44 / v48
                        v50 = v48 * det / v48
                        d46 = -(v44 * v50)
                        d47 = det * (v45 - factor16 * v49) + factor16 * (v49 * v50)
                    else:
                        det2 = det * v44
                        d46 = -det2
                        d47 = v45 * (det2 / v44)
                    d42 = matrix22 * d46
                    d43 = matrix21 * d47
                else:
                    d42 = 0.0
                    d43 = 0.0
                d41 = (d42 + d43) / matrix20
            else:
                d41 = 0.0
            d51 = d28 or d27
            if d25 or d30:
                if d8:
                    factor17 = matrix10 / matrix20
                    v56 = matrix11 - factor17 * matrix21
                    v57 = matrix12 - factor17 * matrix22
                    if v6:
                        factor18 = matrix00 / matrix20
                        v58 = matrix01 - factor18 * matrix21
                        v59 = matrix02 - factor18 * matrix22
                        factor19 = v56 / v58
                        v60 = v58 * det / v58
                        d54 = -(det * (v57 - factor19 * v59) + factor19 * (v59 * v60))
                        d55 = v56 * v60
                    else:
                        d55 = det * v56
                        d54 = -(v57 * (d55 / v56))
                else:
                    d54 = 0.0
                    d55 = 0.0
                if d27:
                    d61 = 0.0
                    d62 = 0.0
                else:
                    d61 = 0.0
                    d62 = 0.0
                d52 = d54 + d61
                d53 = d55 + d62
            else:
                d52 = 0.0
                d53 = 0.0
            if d30 or d51:
                if d51:
                    if d28:
                        if d8:
                            factor20 = matrix10 / matrix20
                            v67 = matrix11 - factor20 * matrix21
                            v68 = matrix12 - factor20 * matrix22
                            factor21 = matrix00 / matrix20
                            v69 = matrix01 - factor21 * matrix21
                            v70 = matrix02 - factor21 * matrix22
                            if v6:
                                d71 = -(v69 * (v68 - v67 / v69 * v70))
                            else:
                                d71 = v67 * (v70 - v69 / v67 * v68)
                            d66 = -1.0 * d71
                        else:
                            d66 = 0.0
                        if d27:
                            factor22 = matrix00 / matrix20
                            if d8:
                                factor23 = matrix10 / matrix20
                                v75 = matrix11 - factor23 * matrix21
                                v76 = matrix12 - factor23 * matrix22
                                if v6:
                                    v79 = matrix01 - factor22 * matrix21
                                    v80 = matrix02 - factor22 * matrix22
                                    factor24 = v75 / v79
                                    v81 = v79 * det / v79
                                    d82 = det * (v76 - factor24 * v80)
                                    d77 = -(v75 * v81)
                                    d78 = d82 + factor24 * (v80 * v81)
                                else:
                                    det3 = det * v75
                                    d77 = -det3
                                    d78 = v76 * (det3 / v75)
                                d73 = matrix22 * d77
                                d74 = matrix21 * d78
                            else:
                                d73 = 0.0
                                d74 = 0.0
                            d72 = -(factor22 * ((d73 + d74) / matrix20))
                        else:
                            d72 = 0.0
                        d65 = d66 + d72
                    else:
                        d65 = 0.0
                    if d27:
                        factor25 = matrix10 / matrix20
                        if d8:
                            factor26 = matrix00 / matrix20
                            v86 = matrix01 - factor26 * matrix21
                            v87 = matrix02 - factor26 * matrix22
                            if v6:
                                d88 = v86 * det
                                d89 = -(v87 * (d88 / v86))
                            else:
                                v90 = matrix11 - factor25 * matrix21
                                v91 = matrix12 - factor25 * matrix22
                                factor27 = v86 / v90
                                v92 = det * v90 / v90
                                v93 = det * (v87 - factor27 * v91)
                                d88 = v86 * v92
                                d89 = -(factor27 * (v91 * v92) + v93)
                            d84 = matrix22 * d88
                            d85 = matrix21 * d89
                        else:
                            d84 = 0.0
                            d85 = 0.0
                        d83 = -(factor25 * ((d84 + d85) / matrix20))
                    else:
                        d83 = 0.0
                    d64 = d65 + d83
                else:
                    d64 = 0.0
                d63 = (0.0 if d27 else 0.0) + d64
            else:
                d63 = 0.0
            if d26 or d27:
                if d8:
                    d96 = 0.0
                    d97 = 0.0
                else:
                    d96 = 0.0
                    d97 = 0.0
                if d29:
                    if d8:
                        factor28 = matrix10 / matrix20
                        v104 = matrix11 - factor28 * matrix21
                        v105 = matrix12 - factor28 * matrix22
                        factor29 = matrix00 / matrix20
                        v106 = matrix01 - factor29 * matrix21
                        v107 = matrix02 - factor29 * matrix22
                        if v6:
                            factor30 = v104 / v106
                            d110 = v106 * det
                            v112 = d110 / v106
                            v113 = v107 * v112
                            d108 = -(v104 * v112)
                            d109 = det * (v105 - factor30 * v107) + factor30 * v113
                            d111 = -v113
                        else:
                            det4 = det * v104
                            factor31 = v106 / v104
                            v114 = det4 / v104
                            d109 = v105 * v114
                            d108 = -det4
                            d110 = v106 * v114
                            d111 = -(factor31 * d109 + det * (v107 - factor31 * v105))
                        d100 = matrix00 * (d109 / matrix20)
                        d101 = matrix10 * (d111 / matrix20)
                        d102 = matrix00 * (d108 / matrix20)
                        d103 = matrix10 * (d110 / matrix20)
                    else:
                        d100 = 0.0
                        d101 = 0.0
                        d102 = 0.0
                        d103 = 0.0
                    d98 = d100 + d101
                    d99 = d102 + d103
                else:
                    d98 = 0.0
                    d99 = 0.0
                d94 = d96 + d98
                d95 = d97 + d99
            else:
                d94 = 0.0
                d95 = 0.0
            return [
                [d41 + (0.0 if d51 else 0.0), d52, d53],
                [d31, d9, d10],
                [d63, d94, d95],
            ]
        det5 = -1.0 * matrix10
        v115 = matrix10 == 0.0
        if v115:
            v117 = False
        else:
            v118 = abs(matrix21 - matrix20 / matrix10 * matrix11)
            v117 = v118 > abs(matrix01 - matrix00 / matrix10 * matrix11)
        if v117:
            if v115 or matrix21 - matrix20 / matrix10 * matrix11 == 0.0:
                v122 = True
            else:
                factor32 = matrix00 / matrix10
                factor33 = matrix20 / matrix10
                v123 = matrix01 - factor32 * matrix11
                factor34 = v123 / (matrix21 - factor33 * matrix11)
                v124 = factor34 * (matrix22 - factor33 * matrix12)
                v122 = matrix02 - factor32 * matrix12 - v124 == 0.0
            if v122:
                d119 = False
                d120 = 0.0
                d121 = 0.0
            else:
                factor35 = matrix00 / matrix10
                v125 = matrix01 - factor35 * matrix11
                factor36 = matrix20 / matrix10
                v126 = matrix21 - factor36 * matrix11
                v127 = matrix22 - factor36 * matrix12
                factor37 = v125 / v126
                v128 = v126 * det5 / v126
                d129 = det5 * (matrix02 - factor35 * matrix12 - factor37 * v127)
                d119 = True
                d120 = -(d129 + factor37 * (v127 * v128))
                d121 = v125 * v128
        else:
            if v115 or matrix01 - matrix00 / matrix10 * matrix11 == 0.0:
                v130 = True
            else:
                factor38 = matrix00 / matrix10
                factor39 = matrix20 / matrix10
                v131 = matrix21 - factor39 * matrix11
                factor40 = v131 / (matrix01 - factor38 * matrix11)
                v132 = factor40 * (matrix02 - factor38 * matrix12)
                v130 = matrix22 - factor39 * matrix12 - v132 == 0.0
            if v130:
                d119 = False
                d120 = 0.0
                d121 = 0.0
            else:
                factor41 = matrix00 / matrix10
                v133 = matrix01 - factor41 * matrix11
                d121 = det5 * v133
                d119 = True
                d120 = -((matrix02 - factor41 * matrix12) * (d121 / v133))
        if d119:
            d134 = True
            d135 = True
            d136 = False
        else:
            d134 = False
            d135 = False
            d136 = False
        if d134:
            d137 = True
            d138 = True
        else:
            d137 = d134
            d138 = False
        if d137:
            if d119:
                factor42 = matrix00 / matrix10
                v144 = matrix01 - factor42 * matrix11
                v145 = matrix02 - factor42 * matrix12
                if v117:
                    factor43 = matrix20 / matrix10
                    v148 = matrix21 - factor43 * matrix11
                    v149 = matrix22 - factor43 * matrix12
                    factor44 = v144 / v148
                    v150 = v148 * det5 / v148
                    d146 = -(v144 * v150)
                    d147 = det5 * (v145 - factor44 * v149) + factor44 * (v149 * v150)
                else:
                    det6 = det5 * v144
                    d146 = -det6
                    d147 = v145 * (det6 / v144)
                d142 = matrix12 * d146
                d143 = matrix11 * d147
            else:
                d142 = 0.0
                d143 = 0.0
            d139 = v2
            d140 = 0.0
            d141 = (d142 + d143) / matrix10
        else:
            d139 = False
            d140 = 0.0
            d141 = 0.0
        if d139:
            if d119:
                factor45 = matrix20 / matrix10
                v154 = matrix21 - factor45 * matrix11
                v155 = matrix22 - factor45 * matrix12
                if v117:
                    d156 = v154 * det5
                    d157 = -(v155 * (d156 / v154))
                else:
                    factor46 = matrix00 / matrix10
                    v158 = matrix01 - factor46 * matrix11
                    v159 = matrix02 - factor46 * matrix12
                    factor47 = v154 / v158
                    v160 = det5 * v158 / v158
                    d156 = v154 * v160
                    d157 = -(factor47 * (v159 * v160) + det5 * (v155 - factor47 * v159))
                d152 = matrix12 * d156
                d153 = matrix11 * d157
            else:
                d152 = 0.0
                d153 = 0.0
            d151 = (d152 + d153) / matrix10
        else:
            d151 = 0.0
        if d138 or d137:
            d161 = 0.0
            d162 = v2
        else:
            d161 = 0.0
            d162 = False
        if d162:
            if d138:
                if d119:
                    factor48 = matrix00 / matrix10
                    v166 = matrix01 - factor48 * matrix11
                    v167 = matrix02 - factor48 * matrix12
                    factor49 = matrix20 / matrix10
                    v168 = matrix21 - factor49 * matrix11
                    v169 = matrix22 - factor49 * matrix12
                    if v117:
                        d170 = -(v168 * (v167 - v166 / v168 * v169))
                    else:
                        d170 = v166 * (v169 - v168 / v166 * v167)
                    d165 = -1.0 * d170
                else:
                    d165 = 0.0
                if d137:
                    factor50 = matrix20 / matrix10
                    if d119:
                        factor51 = matrix00 / matrix10
                        v174 = matrix01 - factor51 * matrix11
                        v175 = matrix02 - factor51 * matrix12
                        if v117:
                            v178 = matrix21 - factor50 * matrix11
                            v179 = matrix22 - factor50 * matrix12
                            factor52 = v174 / v178
                            v180 = v178 * det5 / v178
                            d181 = det5 * (v175 - factor52 * v179)
                            d176 = -(v174 * v180)
                            d177 = d181 + factor52 * (v179 * v180)
                        else:
                            det7 = det5 * v174
                            d176 = -det7
                            d177 = v175 * (det7 / v174)
                        d172 = matrix12 * d176
                        d173 = matrix11 * d177
                    else:
                        d172 = 0.0
                        d173 = 0.0
                    d171 = -(factor50 * ((d172 + d173) / matrix10))
                else:
                    d171 = 0.0
                d164 = d165 + d171
            else:
                d164 = 0.0
            if d137:
                factor53 = matrix00 / matrix10
                if d119:
                    factor54 = matrix20 / matrix10
                    v185 = matrix21 - factor54 * matrix11
                    v186 = matrix22 - factor54 * matrix12
                    if v117:
                        d187 = v185 * det5
                        d188 = -(v186 * (d187 / v185))
                    else:
                        v189 = matrix01 - factor53 * matrix11
                        v190 = matrix02 - factor53 * matrix12
                        factor55 = v185 / v189
                        v191 = det5 * v189 / v189
                        v192 = det5 * (v186 - factor55 * v190)
                        d187 = v185 * v191
                        d188 = -(factor55 * (v190 * v191) + v192)
                    d183 = matrix12 * d187
                    d184 = matrix11 * d188
                else:
                    d183 = 0.0
                    d184 = 0.0
                d182 = -(factor53 * ((d183 + d184) / matrix10))
            else:
                d182 = 0.0
            d163 = d164 + d182
        else:
            d163 = 0.0
        if d135 or not d137 and False:
            if d119 and v2:
                factor56 = matrix20 / matrix10
                v197 = matrix21 - factor56 * matrix11
                v198 = matrix22 - factor56 * matrix12
                if v117:
                    v199 = v197 * det5
                    d195 = v198 * (v199 / v197)
                    d196 = -v199
                else:
                    factor57 = matrix00 / matrix10
                    v200 = matrix01 - factor57 * matrix11
                    v201 = matrix02 - factor57 * matrix12
                    factor58 = v197 / v200
                    v202 = det5 * v200 / v200
                    d195 = factor58 * (v201 * v202) + det5 * (v198 - factor58 * v201)
                    d196 = -(v197 * v202)
            else:
                d195 = 0.0
                d196 = 0.0
            if d137:
                d203 = 0.0
                d204 = 0.0
            else:
                d203 = 0.0
                d204 = 0.0
            d193 = d195 + d203
            d194 = d196 + d204
        else:
            d193 = 0.0
            d194 = 0.0
        if d136 or d137:
            if d119:
                d207 = 0.0
                d208 = 0.0
            else:
                d207 = 0.0
                d208 = 0.0
            if d139:
                if d119:
                    factor59 = matrix00 / matrix10
                    v215 = matrix01 - factor59 * matrix11
                    v216 = matrix02 - factor59 * matrix12
                    factor60 = matrix20 / matrix10
                    v217 = matrix21 - factor60 * matrix11
                    v218 = matrix22 - factor60 * matrix12
                    if v117:
                        factor61 = v215 / v217
                        d219 = v217 * det5
                        v223 = d219 / v217
                        v224 = v218 * v223
                        d220 = -v224
                        d221 = -(v215 * v223)
                        d222 = det5 * (v216 - factor61 * v218) + factor61 * v224
                    else:
                        det8 = det5 * v215
                        factor62 = v217 / v215
                        v225 = det8 / v215
                        d222 = v216 * v225
                        d219 = v217 * v225
                        d220 = -(factor62 * d222 + det5 * (v218 - factor62 * v216))
                        d221 = -det8
                    d211 = matrix20 * (d222 / matrix10)
                    d212 = matrix00 * (d220 / matrix10)
                    d213 = matrix20 * (d221 / matrix10)
                    d214 = matrix00 * (d219 / matrix10)
                else:
                    d211 = 0.0
                    d212 = 0.0
                    d213 = 0.0
                    d214 = 0.0
                d209 = d211 + d212
                d210 = d213 + d214
            else:
                d209 = 0.0
                d210 = 0.0
            d205 = d207 + d209
            d206 = d208 + d210
        else:
            d205 = 0.0
            d206 = 0.0
        return [
            [d151 + d161, d193, d194],
            [d140 + d163, d205, d206],
            [d141, d120, d121],
        ]
    if v3 > v1:
        det9 = -1.0 * matrix20
        if v4:
            v227 = False
        else:
            v228 = abs(matrix01 - matrix00 / matrix20 * matrix21)
            v227 = v228 > abs(matrix11 - matrix10 / matrix20 * matrix21)
        if v227:
            if v4 or matrix01 - matrix00 / matrix20 * matrix21 == 0.0:
                v232 = True
            else:
                factor63 = matrix10 / matrix20
                factor64 = matrix00 / matrix20
                v233 = matrix11 - factor63 * matrix21
                factor65 = v233 / (matrix01 - factor64 * matrix21)
                v234 = factor65 * (matrix02 - factor64 * matrix22)
                v232 = matrix12 - factor63 * matrix22 - v234 == 0.0
            if v232:
                d229 = False
                d230 = 0.0
                d231 = 0.0
            else:
                factor66 = matrix00 / matrix20
                v235 = matrix01 - factor66 * matrix21
                v236 = v235 * det9
                d229 = True
                d230 = (matrix02 - factor66 * matrix22) * (v236 / v235)
                d231 = -v236
        else:
            if v4 or matrix11 - matrix10 / matrix20 * matrix21 == 0.0:
                v237 = True
            else:
                factor67 = matrix10 / matrix20
                factor68 = matrix00 / matrix20
                v238 = matrix01 - factor68 * matrix21
                factor69 = v238 / (matrix11 - factor67 * matrix21)
                v239 = factor69 * (matrix12 - factor67 * matrix22)
                v237 = matrix02 - factor68 * matrix22 - v239 == 0.0
            if v237:
                d229 = False
                d230 = 0.0
                d231 = 0.0
            else:
                factor70 = matrix10 / matrix20
                v240 = matrix11 - factor70 * matrix21
                v241 = matrix12 - factor70 * matrix22
                factor71 = matrix00 / matrix20
                v242 = matrix01 - factor71 * matrix21
                factor72 = v242 / v240
                v243 = det9 * v240 / v240
                v244 = det9 * (matrix02 - factor71 * matrix22 - factor72 * v241)
                d229 = True
                d230 = factor72 * (v241 * v243) + v244
                d231 = -(v242 * v243)
        if d229:
            d245 = True
            d246 = True
            d247 = False
        else:
            d245 = False
            d246 = False
            d247 = False
        if d245:
            d248 = True
            d249 = True
        else:
            d248 = d245
            d249 = False
        if d248:
            if d229:
                factor73 = matrix00 / matrix20
                v255 = matrix01 - factor73 * matrix21
                v256 = matrix02 - factor73 * matrix22
                if v227:
                    d257 = v255 * det9
                    d258 = -(v256 * (d257 / v255))
                else:
                    factor74 = matrix10 / matrix20
                    v259 = matrix11 - factor74 * matrix21
                    v260 = matrix12 - factor74 * matrix22
                    factor75 = v255 / v259
                    v261 = det9 * v259 / v259
                    d257 = v255 * v261
                    d258 = -(factor75 * (v260 * v261) + det9 * (v256 - factor75 * v260))
                d253 = matrix22 * d257
                d254 = matrix21 * d258
            else:
                d253 = 0.0
                d254 = 0.0
            d250 = True
            d251 = False
            d252 = (d253 + d254) / matrix20
        else:
            d250 = False
            d251 = False
            d252 = 0.0
        if d250:
            if d229:
                factor76 = matrix10 / matrix20
                v265 = matrix11 - factor76 * matrix21
                v266 = matrix12 - factor76 * matrix22
                if v227:
                    factor77 = matrix00 / matrix20
                    v269 = matrix01 - factor77 * matrix21
                    v270 = matrix02 - factor77 * matrix22
                    factor78 = v265 / v269
                    v271 = v269 * det9 / v269
                    d267 = -(v265 * v271)
                    d268 = det9 * (v266 - factor78 * v270) + factor78 * (v270 * v271)
                else:
                    det10 = det9 * v265
                    d267 = -det10
                    d268 = v266 * (det10 / v265)
                d263 = matrix22 * d267
                d264 = matrix21 * d268
            else:
                d263 = 0.0
                d264 = 0.0
            d262 = (d263 + d264) / matrix20
        else:
            d262 = 0.0
        d272 = d249 or d248
        if d246 or d251:
            if d229:
                factor79 = matrix10 / matrix20
                v277 = matrix11 - factor79 * matrix21
                v278 = matrix12 - factor79 * matrix22
                if v227:
                    factor80 = matrix00 / matrix20
                    v279 = matrix01 - factor80 * matrix21
                    v280 = matrix02 - factor80 * matrix22
                    factor81 = v277 / v279
                    v281 = v279 * det9 / v279
                    d275 = -(det9 * (v278 - factor81 * v280) + factor81 * (v280 * v281))
                    d276 = v277 * v281
                else:
                    d276 = det9 * v277
                    d275 = -(v278 * (d276 / v277))
            else:
                d275 = 0.0
                d276 = 0.0
            if d248:
                d282 = 0.0
                d283 = 0.0
            else:
                d282 = 0.0
                d283 = 0.0
            d273 = d275 + d282
            d274 = d276 + d283
        else:
            d273 = 0.0
            d274 = 0.0
        if d251 or d272:
            if d272:
                if d249:
                    if d229:
                        factor82 = matrix10 / matrix20
                        v288 = matrix11 - factor82 * matrix21
                        v289 = matrix12 - factor82 * matrix22
                        factor83 = matrix00 / matrix20
                        v290 = matrix01 - factor83 * matrix21
                        v291 = matrix02 - factor83 * matrix22
                        if v227:
                            d292 = -(v290 * (v289 - v288 / v290 * v291))
                        else:
                            d292 = v288 * (v291 - v290 / v288 * v289)
                        d287 = -1.0 * d292
                    else:
                        d287 = 0.0
                    if d248:
                        factor84 = matrix00 / matrix20
                        if d229:
                            factor85 = matrix10 / matrix20
                            v296 = matrix11 - factor85 * matrix21
                            v297 = matrix12 - factor85 * matrix22
                            if v227:
                                v300 = matrix01 - factor84 * matrix21
                                v301 = matrix02 - factor84 * matrix22
                                factor86 = v296 / v300
                                v302 = v300 * det9 / v300
                                d303 = det9 * (v297 - factor86 * v301)
                                d298 = -(v296 * v302)
                                d299 = d303 + factor86 * (v301 * v302)
                            else:
                                det11 = det9 * v296
                                d298 = -det11
                                d299 = v297 * (det11 / v296)
                            d294 = matrix22 * d298
                            d295 = matrix21 * d299
                        else:
                            d294 = 0.0
                            d295 = 0.0
                        d293 = -(factor84 * ((d294 + d295) / matrix20))
                    else:
                        d293 = 0.0
                    d286 = d287 + d293
                else:
                    d286 = 0.0
                if d248:
                    factor87 = matrix10 / matrix20
                    if d229:
                        factor88 = matrix00 / matrix20
                        v307 = matrix01 - factor88 * matrix21
                        v308 = matrix02 - factor88 * matrix22
                        if v227:
                            d309 = v307 * det9
                            d310 = -(v308 * (d309 / v307))
                        else:
                            v311 = matrix11 - factor87 * matrix21
                            v312 = matrix12 - factor87 * matrix22
                            factor89 = v307 / v311
                            v313 = det9 * v311 / v311
                            v314 = det9 * (v308 - factor89 * v312)
                            d309 = v307 * v313
                            d310 = -(factor89 * (v312 * v313) + v314)
                        d305 = matrix22 * d309
                        d306 = matrix21 * d310
                    else:
                        d305 = 0.0
                        d306 = 0.0
                    d304 = -(factor87 * ((d305 + d306) / matrix20))
                else:
                    d304 = 0.0
                d285 = d286 + d304
            else:
                d285 = 0.0
            d284 = (0.0 if d248 else 0.0) + d285
        else:
            d284 = 0.0
        if d247 or d248:
            if d229:
                d317 = 0.0
                d318 = 0.0
            else:
                d317 = 0.0
                d318 = 0.0
            if d250:
                if d229:
                    factor90 = matrix10 / matrix20
                    v325 = matrix11 - factor90 * matrix21
                    v326 = matrix12 - factor90 * matrix22
                    factor91 = matrix00 / matrix20
                    v327 = matrix01 - factor91 * matrix21
                    v328 = matrix02 - factor91 * matrix22
                    if v227:
                        factor92 = v325 / v327
                        d331 = v327 * det9
                        v333 = d331 / v327
                        v334 = v328 * v333
                        d329 = -(v325 * v333)
                        d330 = det9 * (v326 - factor92 * v328) + factor92 * v334
                        d332 = -v334
                    else:
                        det12 = det9 * v325
                        factor93 = v327 / v325
                        v335 = det12 / v325
                        d330 = v326 * v335
                        d329 = -det12
                        d331 = v327 * v335
                        d332 = -(factor93 * d330 + det9 * (v328 - factor93 * v326))
                    d321 = matrix00 * (d330 / matrix20)
                    d322 = matrix10 * (d332 / matrix20)
                    d323 = matrix00 * (d329 / matrix20)
                    d324 = matrix10 * (d331 / matrix20)
                else:
                    d321 = 0.0
                    d322 = 0.0
                    d323 = 0.0
                    d324 = 0.0
                d319 = d321 + d322
                d320 = d323 + d324
            else:
                d319 = 0.0
                d320 = 0.0
            d315 = d317 + d319
            d316 = d318 + d320
        else:
            d315 = 0.0
            d316 = 0.0
        return [
            [d262 + (0.0 if d272 else 0.0), d273, d274],
            [d252, d230, d231],
            [d284, d315, d316],
        ]
    det13 = 1.0 * matrix00
    v336 = matrix00 == 0.0
    if v336:
        v338 = False
    else:
        v339 = abs(matrix21 - matrix20 / matrix00 * matrix01)
        v338 = v339 > abs(matrix11 - matrix10 / matrix00 * matrix01)
    if v338:
        if v336 or matrix21 - matrix20 / matrix00 * matrix01 == 0.0:
            v345 = True
        else:
            factor94 = matrix10 / matrix00
            factor95 = matrix20 / matrix00
            v346 = matrix11 - factor94 * matrix01
            factor96 = v346 / (matrix21 - factor95 * matrix01)
            v347 = factor96 * (matrix22 - factor95 * matrix02)
            v345 = matrix12 - factor94 * matrix02 - v347 == 0.0
        if v345:
            d340 = False
            d341 = 0.0
            d342 = 0.0
            d343 = 0.0
            d344 = 0.0
        else:
            factor97 = matrix10 / matrix00
            v348 = matrix11 - factor97 * matrix01
            factor98 = matrix20 / matrix00
            v349 = matrix21 - factor98 * matrix01
            v350 = matrix22 - factor98 * matrix02
            factor99 = v348 / v349
            v351 = v349 * det13
            v352 = v351 / v349
            d341 = v350 * v352
            d353 = det13 * (matrix12 - factor97 * matrix02 - factor99 * v350)
            d340 = True
            d342 = -v351
            d343 = -(d353 + factor99 * d341)
            d344 = v348 * v352
    else:
        if v336 or matrix11 - matrix10 / matrix00 * matrix01 == 0.0:
            v354 = True
        else:
            factor100 = matrix10 / matrix00
            factor101 = matrix20 / matrix00
            v355 = matrix21 - factor101 * matrix01
            factor102 = v355 / (matrix11 - factor100 * matrix01)
            v356 = factor102 * (matrix12 - factor100 * matrix02)
            v354 = matrix22 - factor101 * matrix02 - v356 == 0.0
        if v354:
            d340 = False
            d341 = 0.0
            d342 = 0.0
            d343 = 0.0
            d344 = 0.0
        else:
            factor103 = matrix10 / matrix00
            v357 = matrix11 - factor103 * matrix01
            v358 = matrix12 - factor103 * matrix02
            factor104 = matrix20 / matrix00
            v359 = matrix21 - factor104 * matrix01
            d344 = det13 * v357
            factor105 = v359 / v357
            v360 = d344 / v357
            v361 = v358 * v360
            v362 = det13 * (matrix22 - factor104 * matrix02 - factor105 * v358)
            d340 = True
            d341 = factor105 * v361 + v362
            d342 = -(v359 * v360)
            d343 = -v361
    if d340:
        factor106 = matrix10 / matrix00
        v365 = matrix11 - factor106 * matrix01
        v366 = matrix12 - factor106 * matrix02
        factor107 = matrix20 / matrix00
        v367 = matrix21 - factor107 * matrix01
        v368 = matrix22 - factor107 * matrix02
        if v338:
            d369 = -(v367 * (v366 - v365 / v367 * v368))
        else:
            d369 = v365 * (v368 - v367 / v365 * v366)
        d363 = 1.0 * d369
        d364 = True
    else:
        d363 = 0.0
        d364 = False
    if d364 or d364:
        factor108 = matrix10 / matrix00
        factor109 = matrix20 / matrix00
        if d340:
            v384 = matrix11 - factor108 * matrix01
            v385 = matrix12 - factor108 * matrix02
            v386 = matrix21 - factor109 * matrix01
            v387 = matrix22 - factor109 * matrix02
            if v338:
                factor110 = v384 / v386
                d390 = v386 * det13
                v392 = d390 / v386
                v393 = v387 * v392
                d388 = -(v384 * v392)
                d389 = det13 * (v385 - factor110 * v387) + factor110 * v393
                d391 = -v393
            else:
                det14 = det13 * v384
                factor111 = v386 / v384
                v394 = det14 / v384
                d389 = v385 * v394
                d388 = -det14
                d390 = v386 * v394
                d391 = -(factor111 * d389 + det13 * (v387 - factor111 * v385))
            d376 = matrix02 * d388
            d377 = matrix01 * d389
            d378 = matrix02 * d390
            d379 = matrix01 * d391
            d380 = matrix20 * (d389 / matrix00)
            d381 = matrix10 * (d391 / matrix00)
            d382 = matrix20 * (d388 / matrix00)
            d383 = matrix10 * (d390 / matrix00)
        else:
            d376 = 0.0
            d377 = 0.0
            d378 = 0.0
            d379 = 0.0
            d380 = 0.0
            d381 = 0.0
            d382 = 0.0
            d383 = 0.0
        d375 = (d376 + d377) / matrix00
        d374 = (d378 + d379) / matrix00
        d370 = -(factor109 * d375)
        d371 = -(factor108 * d374)
        d372 = d380 + d381
        d373 = d382 + d383
    else:
        d370 = 0.0
        d371 = 0.0
        d372 = 0.0
        d373 = 0.0
        d374 = 0.0
        d375 = 0.0
    return [[d363 + d370 + d371, d372, d373], [d374, d341, d342], [d375, d343, d344]]
