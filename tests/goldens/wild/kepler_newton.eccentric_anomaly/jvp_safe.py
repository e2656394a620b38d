# value and tangent of eccentric_anomaly in 1081 operations, 1243 before the passes

from math import cos, pi, sin


def eccentric_anomaly(mean_anomaly, eccentricity, dmean_anomaly, deccentricity):
    # kepler_newton.py:16  anomaly = mean_anomaly - eccentricity / 2
    v0 = eccentricity * 0.5
    d0 = 0.5 * deccentricity
    # kepler_newton.py:13  if mean_anomaly < math.pi:
    if mean_anomaly < pi:
        # kepler_newton.py:14  anomaly = mean_anomaly + eccentricity / 2
        anomaly = mean_anomaly + v0
        danomaly = dmean_anomaly + d0
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v1 = sin(anomaly)
        v2 = cos(anomaly)
        d3 = danomaly - (v1 * deccentricity + eccentricity * (v2 * danomaly))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v4 = 1.0 - eccentricity * v2
        step = (anomaly - eccentricity * v1 - mean_anomaly) / v4
        d5 = step * (v2 * deccentricity - eccentricity * (v1 * danomaly))
        # kepler_newton.py:22  anomaly -= step
        anomaly2 = anomaly - step
        danomaly2 = danomaly - (d3 - dmean_anomaly + d5) / v4
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step) > 1e-12:
            return anomaly2, danomaly2
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v6 = sin(anomaly2)
        v7 = cos(anomaly2)
        d8 = danomaly2 - (v6 * deccentricity + eccentricity * (v7 * danomaly2))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v9 = 1.0 - eccentricity * v7
        step2 = (anomaly2 - eccentricity * v6 - mean_anomaly) / v9
        d10 = step2 * (v7 * deccentricity - eccentricity * (v6 * danomaly2))
        # kepler_newton.py:22  anomaly -= step
        anomaly3 = anomaly2 - step2
        danomaly3 = danomaly2 - (d8 - dmean_anomaly + d10) / v9
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step2) > 1e-12:
            return anomaly3, danomaly3
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v11 = sin(anomaly3)
        v12 = cos(anomaly3)
        d13 = danomaly3 - (v11 * deccentricity + eccentricity * (v12 * danomaly3))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v14 = 1.0 - eccentricity * v12
        step3 = (anomaly3 - eccentricity * v11 - mean_anomaly) / v14
        d15 = step3 * (v12 * deccentricity - eccentricity * (v11 * danomaly3))
        # kepler_newton.py:22  anomaly -= step
        anomaly4 = anomaly3 - step3
        danomaly4 = danomaly3 - (d13 - dmean_anomaly + d15) / v14
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step3) > 1e-12:
            return anomaly4, danomaly4
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v16 = sin(anomaly4)
        v17 = cos(anomaly4)
        d18 = danomaly4 - (v16 * deccentricity + eccentricity * (v17 * danomaly4))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v19 = 1.0 - eccentricity * v17
        step4 = (anomaly4 - eccentricity * v16 - mean_anomaly) / v19
        d20 = step4 * (v17 * deccentricity - eccentricity * (v16 * danomaly4))
        # kepler_newton.py:22  anomaly -= step
        anomaly5 = anomaly4 - step4
        danomaly5 = danomaly4 - (d18 - dmean_anomaly + d20) / v19
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step4) > 1e-12:
            return anomaly5, danomaly5
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v21 = sin(anomaly5)
        v22 = cos(anomaly5)
        d23 = danomaly5 - (v21 * deccentricity + eccentricity * (v22 * danomaly5))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v24 = 1.0 - eccentricity * v22
        step5 = (anomaly5 - eccentricity * v21 - mean_anomaly) / v24
        d25 = step5 * (v22 * deccentricity - eccentricity * (v21 * danomaly5))
        # kepler_newton.py:22  anomaly -= step
        anomaly6 = anomaly5 - step5
        danomaly6 = danomaly5 - (d23 - dmean_anomaly + d25) / v24
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step5) > 1e-12:
            return anomaly6, danomaly6
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v26 = sin(anomaly6)
        v27 = cos(anomaly6)
        d28 = danomaly6 - (v26 * deccentricity + eccentricity * (v27 * danomaly6))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v29 = 1.0 - eccentricity * v27
        step6 = (anomaly6 - eccentricity * v26 - mean_anomaly) / v29
        d30 = step6 * (v27 * deccentricity - eccentricity * (v26 * danomaly6))
        # kepler_newton.py:22  anomaly -= step
        anomaly7 = anomaly6 - step6
        danomaly7 = danomaly6 - (d28 - dmean_anomaly + d30) / v29
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step6) > 1e-12:
            return anomaly7, danomaly7
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v31 = sin(anomaly7)
        v32 = cos(anomaly7)
        d33 = danomaly7 - (v31 * deccentricity + eccentricity * (v32 * danomaly7))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v34 = 1.0 - eccentricity * v32
        step7 = (anomaly7 - eccentricity * v31 - mean_anomaly) / v34
        d35 = step7 * (v32 * deccentricity - eccentricity * (v31 * danomaly7))
        # kepler_newton.py:22  anomaly -= step
        anomaly8 = anomaly7 - step7
        danomaly8 = danomaly7 - (d33 - dmean_anomaly + d35) / v34
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step7) > 1e-12:
            return anomaly8, danomaly8
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v36 = sin(anomaly8)
        v37 = cos(anomaly8)
        d38 = danomaly8 - (v36 * deccentricity + eccentricity * (v37 * danomaly8))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v39 = 1.0 - eccentricity * v37
        step8 = (anomaly8 - eccentricity * v36 - mean_anomaly) / v39
        d40 = step8 * (v37 * deccentricity - eccentricity * (v36 * danomaly8))
        # kepler_newton.py:22  anomaly -= step
        anomaly9 = anomaly8 - step8
        danomaly9 = danomaly8 - (d38 - dmean_anomaly + d40) / v39
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step8) > 1e-12:
            return anomaly9, danomaly9
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v41 = sin(anomaly9)
        v42 = cos(anomaly9)
        d43 = danomaly9 - (v41 * deccentricity + eccentricity * (v42 * danomaly9))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v44 = 1.0 - eccentricity * v42
        step9 = (anomaly9 - eccentricity * v41 - mean_anomaly) / v44
        d45 = step9 * (v42 * deccentricity - eccentricity * (v41 * danomaly9))
        # kepler_newton.py:22  anomaly -= step
        anomaly10 = anomaly9 - step9
        danomaly10 = danomaly9 - (d43 - dmean_anomaly + d45) / v44
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step9) > 1e-12:
            return anomaly10, danomaly10
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v46 = sin(anomaly10)
        v47 = cos(anomaly10)
        d48 = danomaly10 - (v46 * deccentricity + eccentricity * (v47 * danomaly10))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v49 = 1.0 - eccentricity * v47
        step10 = (anomaly10 - eccentricity * v46 - mean_anomaly) / v49
        d50 = step10 * (v47 * deccentricity - eccentricity * (v46 * danomaly10))
        # kepler_newton.py:22  anomaly -= step
        anomaly11 = anomaly10 - step10
        danomaly11 = danomaly10 - (d48 - dmean_anomaly + d50) / v49
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step10) > 1e-12:
            return anomaly11, danomaly11
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v51 = sin(anomaly11)
        v52 = cos(anomaly11)
        d53 = danomaly11 - (v51 * deccentricity + eccentricity * (v52 * danomaly11))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v54 = 1.0 - eccentricity * v52
        step11 = (anomaly11 - eccentricity * v51 - mean_anomaly) / v54
        d55 = step11 * (v52 * deccentricity - eccentricity * (v51 * danomaly11))
        # kepler_newton.py:22  anomaly -= step
        anomaly12 = anomaly11 - step11
        danomaly12 = danomaly11 - (d53 - dmean_anomaly + d55) / v54
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step11) > 1e-12:
            return anomaly12, danomaly12
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v56 = sin(anomaly12)
        v57 = cos(anomaly12)
        d58 = danomaly12 - (v56 * deccentricity + eccentricity * (v57 * danomaly12))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v59 = 1.0 - eccentricity * v57
        step12 = (anomaly12 - eccentricity * v56 - mean_anomaly) / v59
        d60 = step12 * (v57 * deccentricity - eccentricity * (v56 * danomaly12))
        # kepler_newton.py:22  anomaly -= step
        anomaly13 = anomaly12 - step12
        danomaly13 = danomaly12 - (d58 - dmean_anomaly + d60) / v59
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step12) > 1e-12:
            return anomaly13, danomaly13
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v61 = sin(anomaly13)
        v62 = cos(anomaly13)
        d63 = danomaly13 - (v61 * deccentricity + eccentricity * (v62 * danomaly13))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v64 = 1.0 - eccentricity * v62
        step13 = (anomaly13 - eccentricity * v61 - mean_anomaly) / v64
        d65 = step13 * (v62 * deccentricity - eccentricity * (v61 * danomaly13))
        # kepler_newton.py:22  anomaly -= step
        anomaly14 = anomaly13 - step13
        danomaly14 = danomaly13 - (d63 - dmean_anomaly + d65) / v64
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step13) > 1e-12:
            return anomaly14, danomaly14
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v66 = sin(anomaly14)
        v67 = cos(anomaly14)
        d68 = danomaly14 - (v66 * deccentricity + eccentricity * (v67 * danomaly14))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v69 = 1.0 - eccentricity * v67
        step14 = (anomaly14 - eccentricity * v66 - mean_anomaly) / v69
        d70 = step14 * (v67 * deccentricity - eccentricity * (v66 * danomaly14))
        # kepler_newton.py:22  anomaly -= step
        anomaly15 = anomaly14 - step14
        danomaly15 = danomaly14 - (d68 - dmean_anomaly + d70) / v69
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step14) > 1e-12:
            return anomaly15, danomaly15
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v71 = sin(anomaly15)
        v72 = cos(anomaly15)
        d73 = danomaly15 - (v71 * deccentricity + eccentricity * (v72 * danomaly15))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v74 = 1.0 - eccentricity * v72
        step15 = (anomaly15 - eccentricity * v71 - mean_anomaly) / v74
        d75 = step15 * (v72 * deccentricity - eccentricity * (v71 * danomaly15))
        # kepler_newton.py:22  anomaly -= step
        anomaly16 = anomaly15 - step15
        danomaly16 = danomaly15 - (d73 - dmean_anomaly + d75) / v74
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step15) > 1e-12:
            return anomaly16, danomaly16
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v76 = sin(anomaly16)
        v77 = cos(anomaly16)
        d78 = danomaly16 - (v76 * deccentricity + eccentricity * (v77 * danomaly16))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v79 = 1.0 - eccentricity * v77
        step16 = (anomaly16 - eccentricity * v76 - mean_anomaly) / v79
        d80 = step16 * (v77 * deccentricity - eccentricity * (v76 * danomaly16))
        # kepler_newton.py:22  anomaly -= step
        anomaly17 = anomaly16 - step16
        danomaly17 = danomaly16 - (d78 - dmean_anomaly + d80) / v79
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step16) > 1e-12:
            return anomaly17, danomaly17
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v81 = sin(anomaly17)
        v82 = cos(anomaly17)
        d83 = danomaly17 - (v81 * deccentricity + eccentricity * (v82 * danomaly17))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v84 = 1.0 - eccentricity * v82
        step17 = (anomaly17 - eccentricity * v81 - mean_anomaly) / v84
        d85 = step17 * (v82 * deccentricity - eccentricity * (v81 * danomaly17))
        # kepler_newton.py:22  anomaly -= step
        anomaly18 = anomaly17 - step17
        danomaly18 = danomaly17 - (d83 - dmean_anomaly + d85) / v84
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if abs(step17) > 1e-12:
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            v86 = sin(anomaly18)
            v87 = cos(anomaly18)
            d88 = v86 * deccentricity + eccentricity * (v87 * danomaly18)
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            v89 = 1.0 - eccentricity * v87
            step18 = (anomaly18 - eccentricity * v86 - mean_anomaly) / v89
            d90 = step18 * (v87 * deccentricity - eccentricity * (v86 * danomaly18))
            # kepler_newton.py:22  anomaly -= step
            anomaly19 = anomaly18 - step18
            danomaly19 = danomaly18 - (danomaly18 - d88 - dmean_anomaly + d90) / v89
            # kepler_newton.py:19  while abs(step) > tol and n < 20:
            if abs(step18) > 1e-12:
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                v91 = sin(anomaly19)
                v92 = cos(anomaly19)
                d93 = v91 * deccentricity + eccentricity * (v92 * danomaly19)
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                v94 = 1.0 - eccentricity * v92
                step19 = (anomaly19 - eccentricity * v91 - mean_anomaly) / v94
                d95 = v92 * deccentricity - eccentricity * (v91 * danomaly19)
                # kepler_newton.py:22  anomaly -= step
                anomaly20 = anomaly19 - step19
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                dstep19 = (danomaly19 - d93 - dmean_anomaly + step19 * d95) / v94
                # kepler_newton.py:22  anomaly -= step
                danomaly20 = danomaly19 - dstep19
                # kepler_newton.py:19  while abs(step) > tol and n < 20:
                if abs(step19) > 1e-12:
                    # kepler_newton.py:20  residual = anomaly - eccentricity * math.s...
                    v96 = sin(anomaly20)
                    v97 = cos(anomaly20)
                    d98 = v96 * deccentricity + eccentricity * (v97 * danomaly20)
                    # kepler_newton.py:21  step = residual / (1 - eccentricity * math...
                    v99 = 1.0 - eccentricity * v97
                    step20 = (anomaly20 - eccentricity * v96 - mean_anomaly) / v99
                    d100 = v97 * deccentricity - eccentricity * (v96 * danomaly20)
                    dstep20 = (danomaly20 - d98 - dmean_anomaly + step20 * d100) / v99
                    # kepler_newton.py:22  anomaly -= step
                    return anomaly20 - step20, danomaly20 - dstep20
                return anomaly20, danomaly20
            return anomaly19, danomaly19
        return anomaly18, danomaly18
    # kepler_newton.py:16  anomaly = mean_anomaly - eccentricity / 2
    anomaly21 = mean_anomaly - v0
    danomaly21 = dmean_anomaly - d0
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v101 = sin(anomaly21)
    v102 = cos(anomaly21)
    d103 = danomaly21 - (v101 * deccentricity + eccentricity * (v102 * danomaly21))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v104 = 1.0 - eccentricity * v102
    step21 = (anomaly21 - eccentricity * v101 - mean_anomaly) / v104
    d105 = step21 * (v102 * deccentricity - eccentricity * (v101 * danomaly21))
    # kepler_newton.py:22  anomaly -= step
    anomaly22 = anomaly21 - step21
    danomaly22 = danomaly21 - (d103 - dmean_anomaly + d105) / v104
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step21) > 1e-12:
        return anomaly22, danomaly22
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v106 = sin(anomaly22)
    v107 = cos(anomaly22)
    d108 = danomaly22 - (v106 * deccentricity + eccentricity * (v107 * danomaly22))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v109 = 1.0 - eccentricity * v107
    step22 = (anomaly22 - eccentricity * v106 - mean_anomaly) / v109
    d110 = step22 * (v107 * deccentricity - eccentricity * (v106 * danomaly22))
    # kepler_newton.py:22  anomaly -= step
    anomaly23 = anomaly22 - step22
    danomaly23 = danomaly22 - (d108 - dmean_anomaly + d110) / v109
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step22) > 1e-12:
        return anomaly23, danomaly23
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v111 = sin(anomaly23)
    v112 = cos(anomaly23)
    d113 = danomaly23 - (v111 * deccentricity + eccentricity * (v112 * danomaly23))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v114 = 1.0 - eccentricity * v112
    step23 = (anomaly23 - eccentricity * v111 - mean_anomaly) / v114
    d115 = step23 * (v112 * deccentricity - eccentricity * (v111 * danomaly23))
    # kepler_newton.py:22  anomaly -= step
    anomaly24 = anomaly23 - step23
    danomaly24 = danomaly23 - (d113 - dmean_anomaly + d115) / v114
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step23) > 1e-12:
        return anomaly24, danomaly24
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v116 = sin(anomaly24)
    v117 = cos(anomaly24)
    d118 = danomaly24 - (v116 * deccentricity + eccentricity * (v117 * danomaly24))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v119 = 1.0 - eccentricity * v117
    step24 = (anomaly24 - eccentricity * v116 - mean_anomaly) / v119
    d120 = step24 * (v117 * deccentricity - eccentricity * (v116 * danomaly24))
    # kepler_newton.py:22  anomaly -= step
    anomaly25 = anomaly24 - step24
    danomaly25 = danomaly24 - (d118 - dmean_anomaly + d120) / v119
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step24) > 1e-12:
        return anomaly25, danomaly25
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v121 = sin(anomaly25)
    v122 = cos(anomaly25)
    d123 = danomaly25 - (v121 * deccentricity + eccentricity * (v122 * danomaly25))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v124 = 1.0 - eccentricity * v122
    step25 = (anomaly25 - eccentricity * v121 - mean_anomaly) / v124
    d125 = step25 * (v122 * deccentricity - eccentricity * (v121 * danomaly25))
    # kepler_newton.py:22  anomaly -= step
    anomaly26 = anomaly25 - step25
    danomaly26 = danomaly25 - (d123 - dmean_anomaly + d125) / v124
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step25) > 1e-12:
        return anomaly26, danomaly26
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v126 = sin(anomaly26)
    v127 = cos(anomaly26)
    d128 = danomaly26 - (v126 * deccentricity + eccentricity * (v127 * danomaly26))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v129 = 1.0 - eccentricity * v127
    step26 = (anomaly26 - eccentricity * v126 - mean_anomaly) / v129
    d130 = step26 * (v127 * deccentricity - eccentricity * (v126 * danomaly26))
    # kepler_newton.py:22  anomaly -= step
    anomaly27 = anomaly26 - step26
    danomaly27 = danomaly26 - (d128 - dmean_anomaly + d130) / v129
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step26) > 1e-12:
        return anomaly27, danomaly27
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v131 = sin(anomaly27)
    v132 = cos(anomaly27)
    d133 = danomaly27 - (v131 * deccentricity + eccentricity * (v132 * danomaly27))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v134 = 1.0 - eccentricity * v132
    step27 = (anomaly27 - eccentricity * v131 - mean_anomaly) / v134
    d135 = step27 * (v132 * deccentricity - eccentricity * (v131 * danomaly27))
    # kepler_newton.py:22  anomaly -= step
    anomaly28 = anomaly27 - step27
    danomaly28 = danomaly27 - (d133 - dmean_anomaly + d135) / v134
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step27) > 1e-12:
        return anomaly28, danomaly28
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v136 = sin(anomaly28)
    v137 = cos(anomaly28)
    d138 = danomaly28 - (v136 * deccentricity + eccentricity * (v137 * danomaly28))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v139 = 1.0 - eccentricity * v137
    step28 = (anomaly28 - eccentricity * v136 - mean_anomaly) / v139
    d140 = step28 * (v137 * deccentricity - eccentricity * (v136 * danomaly28))
    # kepler_newton.py:22  anomaly -= step
    anomaly29 = anomaly28 - step28
    danomaly29 = danomaly28 - (d138 - dmean_anomaly + d140) / v139
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step28) > 1e-12:
        return anomaly29, danomaly29
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v141 = sin(anomaly29)
    v142 = cos(anomaly29)
    d143 = danomaly29 - (v141 * deccentricity + eccentricity * (v142 * danomaly29))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v144 = 1.0 - eccentricity * v142
    step29 = (anomaly29 - eccentricity * v141 - mean_anomaly) / v144
    d145 = step29 * (v142 * deccentricity - eccentricity * (v141 * danomaly29))
    # kepler_newton.py:22  anomaly -= step
    anomaly30 = anomaly29 - step29
    danomaly30 = danomaly29 - (d143 - dmean_anomaly + d145) / v144
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step29) > 1e-12:
        return anomaly30, danomaly30
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v146 = sin(anomaly30)
    v147 = cos(anomaly30)
    d148 = danomaly30 - (v146 * deccentricity + eccentricity * (v147 * danomaly30))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v149 = 1.0 - eccentricity * v147
    step30 = (anomaly30 - eccentricity * v146 - mean_anomaly) / v149
    d150 = step30 * (v147 * deccentricity - eccentricity * (v146 * danomaly30))
    # kepler_newton.py:22  anomaly -= step
    anomaly31 = anomaly30 - step30
    danomaly31 = danomaly30 - (d148 - dmean_anomaly + d150) / v149
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step30) > 1e-12:
        return anomaly31, danomaly31
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v151 = sin(anomaly31)
    v152 = cos(anomaly31)
    d153 = danomaly31 - (v151 * deccentricity + eccentricity * (v152 * danomaly31))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v154 = 1.0 - eccentricity * v152
    step31 = (anomaly31 - eccentricity * v151 - mean_anomaly) / v154
    d155 = step31 * (v152 * deccentricity - eccentricity * (v151 * danomaly31))
    # kepler_newton.py:22  anomaly -= step
    anomaly32 = anomaly31 - step31
    danomaly32 = danomaly31 - (d153 - dmean_anomaly + d155) / v154
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step31) > 1e-12:
        return anomaly32, danomaly32
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v156 = sin(anomaly32)
    v157 = cos(anomaly32)
    d158 = danomaly32 - (v156 * deccentricity + eccentricity * (v157 * danomaly32))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v159 = 1.0 - eccentricity * v157
    step32 = (anomaly32 - eccentricity * v156 - mean_anomaly) / v159
    d160 = step32 * (v157 * deccentricity - eccentricity * (v156 * danomaly32))
    # kepler_newton.py:22  anomaly -= step
    anomaly33 = anomaly32 - step32
    danomaly33 = danomaly32 - (d158 - dmean_anomaly + d160) / v159
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step32) > 1e-12:
        return anomaly33, danomaly33
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v161 = sin(anomaly33)
    v162 = cos(anomaly33)
    d163 = danomaly33 - (v161 * deccentricity + eccentricity * (v162 * danomaly33))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v164 = 1.0 - eccentricity * v162
    step33 = (anomaly33 - eccentricity * v161 - mean_anomaly) / v164
    d165 = step33 * (v162 * deccentricity - eccentricity * (v161 * danomaly33))
    # kepler_newton.py:22  anomaly -= step
    anomaly34 = anomaly33 - step33
    danomaly34 = danomaly33 - (d163 - dmean_anomaly + d165) / v164
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step33) > 1e-12:
        return anomaly34, danomaly34
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v166 = sin(anomaly34)
    v167 = cos(anomaly34)
    d168 = danomaly34 - (v166 * deccentricity + eccentricity * (v167 * danomaly34))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v169 = 1.0 - eccentricity * v167
    step34 = (anomaly34 - eccentricity * v166 - mean_anomaly) / v169
    d170 = step34 * (v167 * deccentricity - eccentricity * (v166 * danomaly34))
    # kepler_newton.py:22  anomaly -= step
    anomaly35 = anomaly34 - step34
    danomaly35 = danomaly34 - (d168 - dmean_anomaly + d170) / v169
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step34) > 1e-12:
        return anomaly35, danomaly35
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v171 = sin(anomaly35)
    v172 = cos(anomaly35)
    d173 = danomaly35 - (v171 * deccentricity + eccentricity * (v172 * danomaly35))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v174 = 1.0 - eccentricity * v172
    step35 = (anomaly35 - eccentricity * v171 - mean_anomaly) / v174
    d175 = step35 * (v172 * deccentricity - eccentricity * (v171 * danomaly35))
    # kepler_newton.py:22  anomaly -= step
    anomaly36 = anomaly35 - step35
    danomaly36 = danomaly35 - (d173 - dmean_anomaly + d175) / v174
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step35) > 1e-12:
        return anomaly36, danomaly36
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v176 = sin(anomaly36)
    v177 = cos(anomaly36)
    d178 = danomaly36 - (v176 * deccentricity + eccentricity * (v177 * danomaly36))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v179 = 1.0 - eccentricity * v177
    step36 = (anomaly36 - eccentricity * v176 - mean_anomaly) / v179
    d180 = step36 * (v177 * deccentricity - eccentricity * (v176 * danomaly36))
    # kepler_newton.py:22  anomaly -= step
    anomaly37 = anomaly36 - step36
    danomaly37 = danomaly36 - (d178 - dmean_anomaly + d180) / v179
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step36) > 1e-12:
        return anomaly37, danomaly37
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v181 = sin(anomaly37)
    v182 = cos(anomaly37)
    d183 = danomaly37 - (v181 * deccentricity + eccentricity * (v182 * danomaly37))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v184 = 1.0 - eccentricity * v182
    step37 = (anomaly37 - eccentricity * v181 - mean_anomaly) / v184
    d185 = step37 * (v182 * deccentricity - eccentricity * (v181 * danomaly37))
    # kepler_newton.py:22  anomaly -= step
    anomaly38 = anomaly37 - step37
    danomaly38 = danomaly37 - (d183 - dmean_anomaly + d185) / v184
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if abs(step37) > 1e-12:
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v186 = sin(anomaly38)
        v187 = cos(anomaly38)
        d188 = danomaly38 - (v186 * deccentricity + eccentricity * (v187 * danomaly38))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v189 = 1.0 - eccentricity * v187
        step38 = (anomaly38 - eccentricity * v186 - mean_anomaly) / v189
        d190 = step38 * (v187 * deccentricity - eccentricity * (v186 * danomaly38))
        # kepler_newton.py:22  anomaly -= step
        anomaly39 = anomaly38 - step38
        danomaly39 = danomaly38 - (d188 - dmean_anomaly + d190) / v189
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if abs(step38) > 1e-12:
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            v191 = sin(anomaly39)
            v192 = cos(anomaly39)
            d193 = v191 * deccentricity + eccentricity * (v192 * danomaly39)
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            v194 = 1.0 - eccentricity * v192
            step39 = (anomaly39 - eccentricity * v191 - mean_anomaly) / v194
            d195 = step39 * (v192 * deccentricity - eccentricity * (v191 * danomaly39))
            # kepler_newton.py:22  anomaly -= step
            anomaly40 = anomaly39 - step39
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            dstep39 = (danomaly39 - d193 - dmean_anomaly + d195) / v194
            # kepler_newton.py:22  anomaly -= step
            danomaly40 = danomaly39 - dstep39
            # kepler_newton.py:19  while abs(step) > tol and n < 20:
            if abs(step39) > 1e-12:
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                v196 = sin(anomaly40)
                v197 = cos(anomaly40)
                d198 = v196 * deccentricity + eccentricity * (v197 * danomaly40)
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                v199 = 1.0 - eccentricity * v197
                step40 = (anomaly40 - eccentricity * v196 - mean_anomaly) / v199
                d200 = v197 * deccentricity - eccentricity * (v196 * danomaly40)
                dstep40 = (danomaly40 - d198 - dmean_anomaly + step40 * d200) / v199
                # kepler_newton.py:22  anomaly -= step
                return anomaly40 - step40, danomaly40 - dstep40
            return anomaly40, danomaly40
        return anomaly39, danomaly39
    return anomaly38, danomaly38
