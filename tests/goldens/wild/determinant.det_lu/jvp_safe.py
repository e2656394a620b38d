# value and tangent of det_lu in 655 operations, 438 before the passes
def det_lu(matrix, dmatrix):
    (
        (matrix00, matrix01, matrix02),
        (matrix10, matrix11, matrix12),
        (matrix20, matrix21, matrix22),
    ) = matrix
    (
        (dmatrix00, dmatrix01, dmatrix02),
        (dmatrix10, dmatrix11, dmatrix12),
        (dmatrix20, dmatrix21, dmatrix22),
    ) = dmatrix
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    v0 = abs(matrix10)
    v1 = abs(matrix00)
    v2 = abs(matrix20)
    # determinant.py:20  if a[p][k] == 0:
    v3 = matrix20 == 0.0
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if v0 > v1:
        if v2 > v0:
            # determinant.py:25  det *= a[k][k]
            det = -1.0 * matrix20
            ddet = -1.0 * dmatrix20
            # determinant.py:20  if a[p][k] == 0:
            if v3:
                v5 = False
            else:
                # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
                v6 = abs(matrix01 - matrix00 / matrix20 * matrix21)
                v5 = v6 > abs(matrix11 - matrix10 / matrix20 * matrix21)
            # determinant.py:20  if a[p][k] == 0:
            if v5:
                if v3 or matrix01 - matrix00 / matrix20 * matrix21 == 0.0:
                    v7 = True
                else:
                    # determinant.py:27  factor = a[i][k] / a[k][k]
                    factor = matrix10 / matrix20
                    factor2 = matrix00 / matrix20
                    # determinant.py:29  a[i][j] -= factor * a[k][j]
                    v8 = matrix01 - factor2 * matrix21
                    # determinant.py:27  factor = a[i][k] / a[k][k]
                    factor3 = (matrix11 - factor * matrix21) / v8
                    # determinant.py:29  a[i][j] -= factor * a[k][j]
                    v9 = factor3 * (matrix02 - factor2 * matrix22)
                    # determinant.py:20  if a[p][k] == 0:
                    v7 = matrix12 - factor * matrix22 - v9 == 0.0
                if v7:
                    return 0.0, 0.0
                # determinant.py:27  factor = a[i][k] / a[k][k]
                factor4 = matrix10 / matrix20
                dfactor4 = (dmatrix10 - factor4 * dmatrix20) / matrix20
                factor5 = matrix00 / matrix20
                dfactor5 = (dmatrix00 - factor5 * dmatrix20) / matrix20
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v10 = matrix01 - factor5 * matrix21
                d10 = dmatrix01 - (factor5 * dmatrix21 + matrix21 * dfactor5)
                v11 = matrix02 - factor5 * matrix22
                # determinant.py:25  det *= a[k][k]
                v12 = v10 * det
                # determinant.py:27  factor = a[i][k] / a[k][k]
                factor6 = (matrix11 - factor4 * matrix21) / v10
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                d13 = dmatrix11 - (factor4 * dmatrix21 + matrix21 * dfactor4)
                d11 = dmatrix02 - (factor5 * dmatrix22 + matrix22 * dfactor5)
                v14 = matrix12 - factor4 * matrix22 - factor6 * v11
                d15 = dmatrix12 - (factor4 * dmatrix22 + matrix22 * dfactor4)
                d14 = d15 - (factor6 * d11 + v11 * ((d13 - factor6 * d10) / v10))
                # determinant.py:25  det *= a[k][k]
                return -(v14 * v12), v14 * (-(v10 * ddet) - d10 * det) - d14 * v12
            # determinant.py:20  if a[p][k] == 0:
            if v3 or matrix11 - matrix10 / matrix20 * matrix21 == 0.0:
                v16 = True
            else:
                # determinant.py:27  factor = a[i][k] / a[k][k]
                factor7 = matrix10 / matrix20
                factor8 = matrix00 / matrix20
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v17 = matrix01 - factor8 * matrix21
                # determinant.py:27  factor = a[i][k] / a[k][k]
                factor9 = v17 / (matrix11 - factor7 * matrix21)
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v18 = factor9 * (matrix12 - factor7 * matrix22)
                # determinant.py:20  if a[p][k] == 0:
                v16 = matrix02 - factor8 * matrix22 - v18 == 0.0
            if v16:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor10 = matrix10 / matrix20
            dfactor10 = (dmatrix10 - factor10 * dmatrix20) / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v19 = matrix11 - factor10 * matrix21
            d19 = dmatrix11 - (factor10 * dmatrix21 + matrix21 * dfactor10)
            v20 = matrix12 - factor10 * matrix22
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor11 = matrix00 / matrix20
            dfactor11 = (dmatrix00 - factor11 * dmatrix20) / matrix20
            # determinant.py:25  det *= a[k][k]
            det2 = det * v19
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor12 = (matrix01 - factor11 * matrix21) / v19
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            d21 = dmatrix01 - (factor11 * dmatrix21 + matrix21 * dfactor11)
            d20 = dmatrix12 - (factor10 * dmatrix22 + matrix22 * dfactor10)
            v22 = matrix02 - factor11 * matrix22 - factor12 * v20
            d23 = dmatrix02 - (factor11 * dmatrix22 + matrix22 * dfactor11)
            d22 = d23 - (factor12 * d20 + v20 * ((d21 - factor12 * d19) / v19))
            # determinant.py:25  det *= a[k][k]
            return det2 * v22, v22 * (v19 * ddet + det * d19) + det2 * d22
        # determinant.py:20  if a[p][k] == 0:
        v24 = matrix10 == 0.0
        # determinant.py:25  det *= a[k][k]
        det3 = -1.0 * matrix10
        ddet3 = -1.0 * dmatrix10
        # determinant.py:20  if a[p][k] == 0:
        if v24:
            v26 = False
        else:
            # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
            v27 = abs(matrix21 - matrix20 / matrix10 * matrix11)
            v26 = v27 > abs(matrix01 - matrix00 / matrix10 * matrix11)
        # determinant.py:20  if a[p][k] == 0:
        if v26:
            if v24 or matrix21 - matrix20 / matrix10 * matrix11 == 0.0:
                v28 = True
            else:
                # determinant.py:27  factor = a[i][k] / a[k][k]
                factor13 = matrix00 / matrix10
                factor14 = matrix20 / matrix10
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v29 = matrix01 - factor13 * matrix11
                # determinant.py:27  factor = a[i][k] / a[k][k]
                factor15 = v29 / (matrix21 - factor14 * matrix11)
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v30 = factor15 * (matrix22 - factor14 * matrix12)
                # determinant.py:20  if a[p][k] == 0:
                v28 = matrix02 - factor13 * matrix12 - v30 == 0.0
            if v28:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor16 = matrix00 / matrix10
            dfactor16 = (dmatrix00 - factor16 * dmatrix10) / matrix10
            factor17 = matrix20 / matrix10
            dfactor17 = (dmatrix20 - factor17 * dmatrix10) / matrix10
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v31 = matrix21 - factor17 * matrix11
            d31 = dmatrix21 - (factor17 * dmatrix11 + matrix11 * dfactor17)
            v32 = matrix22 - factor17 * matrix12
            # determinant.py:25  det *= a[k][k]
            v33 = v31 * det3
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor18 = (matrix01 - factor16 * matrix11) / v31
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            d34 = dmatrix01 - (factor16 * dmatrix11 + matrix11 * dfactor16)
            d32 = dmatrix22 - (factor17 * dmatrix12 + matrix12 * dfactor17)
            v35 = matrix02 - factor16 * matrix12 - factor18 * v32
            d36 = dmatrix02 - (factor16 * dmatrix12 + matrix12 * dfactor16)
            d35 = d36 - (factor18 * d32 + v32 * ((d34 - factor18 * d31) / v31))
            # determinant.py:25  det *= a[k][k]
            return -(v35 * v33), v35 * (-(v31 * ddet3) - d31 * det3) - d35 * v33
        # determinant.py:20  if a[p][k] == 0:
        if v24 or matrix01 - matrix00 / matrix10 * matrix11 == 0.0:
            v37 = True
        else:
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor19 = matrix00 / matrix10
            factor20 = matrix20 / matrix10
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v38 = matrix21 - factor20 * matrix11
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor21 = v38 / (matrix01 - factor19 * matrix11)
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v39 = factor21 * (matrix02 - factor19 * matrix12)
            # determinant.py:20  if a[p][k] == 0:
            v37 = matrix22 - factor20 * matrix12 - v39 == 0.0
        if v37:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor22 = matrix00 / matrix10
        dfactor22 = (dmatrix00 - factor22 * dmatrix10) / matrix10
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v40 = matrix01 - factor22 * matrix11
        d40 = dmatrix01 - (factor22 * dmatrix11 + matrix11 * dfactor22)
        v41 = matrix02 - factor22 * matrix12
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor23 = matrix20 / matrix10
        dfactor23 = (dmatrix20 - factor23 * dmatrix10) / matrix10
        # determinant.py:25  det *= a[k][k]
        det4 = det3 * v40
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor24 = (matrix21 - factor23 * matrix11) / v40
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d42 = dmatrix21 - (factor23 * dmatrix11 + matrix11 * dfactor23)
        d43 = factor24 * (dmatrix02 - (factor22 * dmatrix12 + matrix12 * dfactor22))
        v44 = matrix22 - factor23 * matrix12 - factor24 * v41
        d45 = dmatrix22 - (factor23 * dmatrix12 + matrix12 * dfactor23)
        # determinant.py:25  det *= a[k][k]
        d46 = det4 * (d45 - (d43 + v41 * ((d42 - factor24 * d40) / v40)))
        return det4 * v44, v44 * (v40 * ddet3 + det3 * d40) + d46
    # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
    if v2 > v1:
        # determinant.py:25  det *= a[k][k]
        det5 = -1.0 * matrix20
        ddet5 = -1.0 * dmatrix20
        # determinant.py:20  if a[p][k] == 0:
        if v3:
            v48 = False
        else:
            # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
            v49 = abs(matrix01 - matrix00 / matrix20 * matrix21)
            v48 = v49 > abs(matrix11 - matrix10 / matrix20 * matrix21)
        # determinant.py:20  if a[p][k] == 0:
        if v48:
            if v3 or matrix01 - matrix00 / matrix20 * matrix21 == 0.0:
                v50 = True
            else:
                # determinant.py:27  factor = a[i][k] / a[k][k]
                factor25 = matrix10 / matrix20
                factor26 = matrix00 / matrix20
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v51 = matrix11 - factor25 * matrix21
                # determinant.py:27  factor = a[i][k] / a[k][k]
                factor27 = v51 / (matrix01 - factor26 * matrix21)
                # determinant.py:29  a[i][j] -= factor * a[k][j]
                v52 = factor27 * (matrix02 - factor26 * matrix22)
                # determinant.py:20  if a[p][k] == 0:
                v50 = matrix12 - factor25 * matrix22 - v52 == 0.0
            if v50:
                return 0.0, 0.0
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor28 = matrix10 / matrix20
            dfactor28 = (dmatrix10 - factor28 * dmatrix20) / matrix20
            factor29 = matrix00 / matrix20
            dfactor29 = (dmatrix00 - factor29 * dmatrix20) / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v53 = matrix01 - factor29 * matrix21
            d53 = dmatrix01 - (factor29 * dmatrix21 + matrix21 * dfactor29)
            v54 = matrix02 - factor29 * matrix22
            # determinant.py:25  det *= a[k][k]
            v55 = v53 * det5
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor30 = (matrix11 - factor28 * matrix21) / v53
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            d56 = dmatrix11 - (factor28 * dmatrix21 + matrix21 * dfactor28)
            d54 = dmatrix02 - (factor29 * dmatrix22 + matrix22 * dfactor29)
            v57 = matrix12 - factor28 * matrix22 - factor30 * v54
            d58 = dmatrix12 - (factor28 * dmatrix22 + matrix22 * dfactor28)
            d57 = d58 - (factor30 * d54 + v54 * ((d56 - factor30 * d53) / v53))
            # determinant.py:25  det *= a[k][k]
            return -(v57 * v55), v57 * (-(v53 * ddet5) - d53 * det5) - d57 * v55
        # determinant.py:20  if a[p][k] == 0:
        if v3 or matrix11 - matrix10 / matrix20 * matrix21 == 0.0:
            v59 = True
        else:
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor31 = matrix10 / matrix20
            factor32 = matrix00 / matrix20
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v60 = matrix01 - factor32 * matrix21
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor33 = v60 / (matrix11 - factor31 * matrix21)
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v61 = factor33 * (matrix12 - factor31 * matrix22)
            # determinant.py:20  if a[p][k] == 0:
            v59 = matrix02 - factor32 * matrix22 - v61 == 0.0
        if v59:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor34 = matrix10 / matrix20
        dfactor34 = (dmatrix10 - factor34 * dmatrix20) / matrix20
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v62 = matrix11 - factor34 * matrix21
        d62 = dmatrix11 - (factor34 * dmatrix21 + matrix21 * dfactor34)
        v63 = matrix12 - factor34 * matrix22
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor35 = matrix00 / matrix20
        dfactor35 = (dmatrix00 - factor35 * dmatrix20) / matrix20
        # determinant.py:25  det *= a[k][k]
        det6 = det5 * v62
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor36 = (matrix01 - factor35 * matrix21) / v62
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d64 = dmatrix01 - (factor35 * dmatrix21 + matrix21 * dfactor35)
        d65 = factor36 * (dmatrix12 - (factor34 * dmatrix22 + matrix22 * dfactor34))
        v66 = matrix02 - factor35 * matrix22 - factor36 * v63
        d67 = dmatrix02 - (factor35 * dmatrix22 + matrix22 * dfactor35)
        # determinant.py:25  det *= a[k][k]
        d68 = det6 * (d67 - (d65 + v63 * ((d64 - factor36 * d62) / v62)))
        return det6 * v66, v66 * (v62 * ddet5 + det5 * d62) + d68
    # determinant.py:20  if a[p][k] == 0:
    v69 = matrix00 == 0.0
    # determinant.py:25  det *= a[k][k]
    det7 = 1.0 * matrix00
    ddet7 = 1.0 * dmatrix00
    # determinant.py:20  if a[p][k] == 0:
    if v69:
        v71 = False
    else:
        # determinant.py:18  if abs(a[i][k]) > abs(a[p][k]):
        v72 = abs(matrix21 - matrix20 / matrix00 * matrix01)
        v71 = v72 > abs(matrix11 - matrix10 / matrix00 * matrix01)
    # determinant.py:20  if a[p][k] == 0:
    if v71:
        if v69 or matrix21 - matrix20 / matrix00 * matrix01 == 0.0:
            v73 = True
        else:
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor37 = matrix10 / matrix00
            factor38 = matrix20 / matrix00
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v74 = matrix11 - factor37 * matrix01
            # determinant.py:27  factor = a[i][k] / a[k][k]
            factor39 = v74 / (matrix21 - factor38 * matrix01)
            # determinant.py:29  a[i][j] -= factor * a[k][j]
            v75 = factor39 * (matrix22 - factor38 * matrix02)
            # determinant.py:20  if a[p][k] == 0:
            v73 = matrix12 - factor37 * matrix02 - v75 == 0.0
        if v73:
            return 0.0, 0.0
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor40 = matrix10 / matrix00
        dfactor40 = (dmatrix10 - factor40 * dmatrix00) / matrix00
        factor41 = matrix20 / matrix00
        dfactor41 = (dmatrix20 - factor41 * dmatrix00) / matrix00
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v76 = matrix21 - factor41 * matrix01
        d76 = dmatrix21 - (factor41 * dmatrix01 + matrix01 * dfactor41)
        v77 = matrix22 - factor41 * matrix02
        # determinant.py:25  det *= a[k][k]
        v78 = v76 * det7
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor42 = (matrix11 - factor40 * matrix01) / v76
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        d79 = dmatrix11 - (factor40 * dmatrix01 + matrix01 * dfactor40)
        d80 = factor42 * (dmatrix22 - (factor41 * dmatrix02 + matrix02 * dfactor41))
        v81 = matrix12 - factor40 * matrix02 - factor42 * v77
        d82 = dmatrix12 - (factor40 * dmatrix02 + matrix02 * dfactor40)
        # determinant.py:25  det *= a[k][k]
        d83 = (d82 - (d80 + v77 * ((d79 - factor42 * d76) / v76))) * v78
        return -(v81 * v78), v81 * (-(v76 * ddet7) - d76 * det7) - d83
    # determinant.py:20  if a[p][k] == 0:
    if v69 or matrix11 - matrix10 / matrix00 * matrix01 == 0.0:
        v84 = True
    else:
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor43 = matrix10 / matrix00
        factor44 = matrix20 / matrix00
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v85 = matrix21 - factor44 * matrix01
        # determinant.py:27  factor = a[i][k] / a[k][k]
        factor45 = v85 / (matrix11 - factor43 * matrix01)
        # determinant.py:29  a[i][j] -= factor * a[k][j]
        v86 = factor45 * (matrix12 - factor43 * matrix02)
        # determinant.py:20  if a[p][k] == 0:
        v84 = matrix22 - factor44 * matrix02 - v86 == 0.0
    if v84:
        return 0.0, 0.0
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor46 = matrix10 / matrix00
    dfactor46 = (dmatrix10 - factor46 * dmatrix00) / matrix00
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    v87 = matrix11 - factor46 * matrix01
    d87 = dmatrix11 - (factor46 * dmatrix01 + matrix01 * dfactor46)
    v88 = matrix12 - factor46 * matrix02
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor47 = matrix20 / matrix00
    dfactor47 = (dmatrix20 - factor47 * dmatrix00) / matrix00
    # determinant.py:25  det *= a[k][k]
    det8 = det7 * v87
    # determinant.py:27  factor = a[i][k] / a[k][k]
    factor48 = (matrix21 - factor47 * matrix01) / v87
    d89 = dmatrix21 - (factor47 * dmatrix01 + matrix01 * dfactor47) - factor48 * d87
    # determinant.py:29  a[i][j] -= factor * a[k][j]
    d90 = factor48 * (dmatrix12 - (factor46 * dmatrix02 + matrix02 * dfactor46))
    v91 = matrix22 - factor47 * matrix02 - factor48 * v88
    d92 = dmatrix22 - (factor47 * dmatrix02 + matrix02 * dfactor47)
    # determinant.py:25  det *= a[k][k]
    d93 = det8 * (d92 - (d90 + v88 * (d89 / v87)))
    return det8 * v91, v91 * (v87 * ddet7 + det7 * d87) + d93
