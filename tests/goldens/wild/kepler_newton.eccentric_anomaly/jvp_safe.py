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
        if not abs(step17) > 1e-12:
            return anomaly18, danomaly18
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v86 = sin(anomaly18)
        v87 = cos(anomaly18)
        d88 = danomaly18 - (v86 * deccentricity + eccentricity * (v87 * danomaly18))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v89 = 1.0 - eccentricity * v87
        step18 = (anomaly18 - eccentricity * v86 - mean_anomaly) / v89
        d90 = step18 * (v87 * deccentricity - eccentricity * (v86 * danomaly18))
        # kepler_newton.py:22  anomaly -= step
        anomaly19 = anomaly18 - step18
        danomaly19 = danomaly18 - (d88 - dmean_anomaly + d90) / v89
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step18) > 1e-12:
            return anomaly19, danomaly19
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v91 = sin(anomaly19)
        v92 = cos(anomaly19)
        d93 = danomaly19 - (v91 * deccentricity + eccentricity * (v92 * danomaly19))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v94 = 1.0 - eccentricity * v92
        step19 = (anomaly19 - eccentricity * v91 - mean_anomaly) / v94
        d95 = step19 * (v92 * deccentricity - eccentricity * (v91 * danomaly19))
        # kepler_newton.py:22  anomaly -= step
        anomaly20 = anomaly19 - step19
        danomaly20 = danomaly19 - (d93 - dmean_anomaly + d95) / v94
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if abs(step19) > 1e-12:
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            v96 = sin(anomaly20)
            v97 = cos(anomaly20)
            d98 = v96 * deccentricity + eccentricity * (v97 * danomaly20)
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            v99 = 1.0 - eccentricity * v97
            step20 = (anomaly20 - eccentricity * v96 - mean_anomaly) / v99
            d100 = step20 * (v97 * deccentricity - eccentricity * (v96 * danomaly20))
            # kepler_newton.py:22  anomaly -= step
            danomaly21 = danomaly20 - (danomaly20 - d98 - dmean_anomaly + d100) / v99
            return anomaly20 - step20, danomaly21
        return anomaly20, danomaly20
    # kepler_newton.py:16  anomaly = mean_anomaly - eccentricity / 2
    anomaly = mean_anomaly - v0
    danomaly = dmean_anomaly - d0
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
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
    if not abs(step17) > 1e-12:
        return anomaly18, danomaly18
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v86 = sin(anomaly18)
    v87 = cos(anomaly18)
    d88 = danomaly18 - (v86 * deccentricity + eccentricity * (v87 * danomaly18))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v89 = 1.0 - eccentricity * v87
    step18 = (anomaly18 - eccentricity * v86 - mean_anomaly) / v89
    d90 = step18 * (v87 * deccentricity - eccentricity * (v86 * danomaly18))
    # kepler_newton.py:22  anomaly -= step
    anomaly19 = anomaly18 - step18
    danomaly19 = danomaly18 - (d88 - dmean_anomaly + d90) / v89
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step18) > 1e-12:
        return anomaly19, danomaly19
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v91 = sin(anomaly19)
    v92 = cos(anomaly19)
    d93 = danomaly19 - (v91 * deccentricity + eccentricity * (v92 * danomaly19))
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v94 = 1.0 - eccentricity * v92
    step19 = (anomaly19 - eccentricity * v91 - mean_anomaly) / v94
    d95 = step19 * (v92 * deccentricity - eccentricity * (v91 * danomaly19))
    # kepler_newton.py:22  anomaly -= step
    anomaly20 = anomaly19 - step19
    danomaly20 = danomaly19 - (d93 - dmean_anomaly + d95) / v94
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if abs(step19) > 1e-12:
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v96 = sin(anomaly20)
        v97 = cos(anomaly20)
        d98 = danomaly20 - (v96 * deccentricity + eccentricity * (v97 * danomaly20))
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v99 = 1.0 - eccentricity * v97
        step20 = (anomaly20 - eccentricity * v96 - mean_anomaly) / v99
        d100 = step20 * (v97 * deccentricity - eccentricity * (v96 * danomaly20))
        # kepler_newton.py:22  anomaly -= step
        return anomaly20 - step20, danomaly20 - (d98 - dmean_anomaly + d100) / v99
    return anomaly20, danomaly20
