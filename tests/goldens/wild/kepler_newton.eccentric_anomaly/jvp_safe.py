# value and tangent of eccentric_anomaly in 1041 operations, 1243 before the passes

from math import cos, pi, sin


def eccentric_anomaly(mean_anomaly, eccentricity, dmean_anomaly, deccentricity):
    # kepler_newton.py:16  anomaly = mean_anomaly - eccentricity / 2
    v0 = eccentricity * 0.5
    d1 = 0.5 * deccentricity
    # kepler_newton.py:13  if mean_anomaly < math.pi:
    if mean_anomaly < pi:
        # kepler_newton.py:14  anomaly = mean_anomaly + eccentricity / 2
        anomaly = mean_anomaly + v0
        danomaly = dmean_anomaly + d1
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v2 = sin(anomaly)
        d2 = cos(anomaly)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v3 = 1.0 - eccentricity * d2
        step = (anomaly - eccentricity * v2 - mean_anomaly) / v3
        d4 = eccentricity * danomaly
        d5 = deccentricity * v2 + d2 * d4 - danomaly + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly2 = anomaly - step
        danomaly2 = danomaly + (d5 - step * (deccentricity * d2 - v2 * d4)) / v3
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step) > 1e-12:
            return anomaly2, danomaly2
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v6 = sin(anomaly2)
        d6 = cos(anomaly2)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v7 = 1.0 - eccentricity * d6
        step2 = (anomaly2 - eccentricity * v6 - mean_anomaly) / v7
        d8 = eccentricity * danomaly2
        d9 = deccentricity * v6 + d6 * d8 - danomaly2 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly3 = anomaly2 - step2
        danomaly3 = danomaly2 + (d9 - step2 * (deccentricity * d6 - v6 * d8)) / v7
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step2) > 1e-12:
            return anomaly3, danomaly3
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v10 = sin(anomaly3)
        d10 = cos(anomaly3)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v11 = 1.0 - eccentricity * d10
        step3 = (anomaly3 - eccentricity * v10 - mean_anomaly) / v11
        d12 = eccentricity * danomaly3
        d13 = deccentricity * v10 + d10 * d12 - danomaly3 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly4 = anomaly3 - step3
        d14 = (d13 - step3 * (deccentricity * d10 - v10 * d12)) / v11
        danomaly4 = danomaly3 + d14
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step3) > 1e-12:
            return anomaly4, danomaly4
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v15 = sin(anomaly4)
        d15 = cos(anomaly4)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v16 = 1.0 - eccentricity * d15
        step4 = (anomaly4 - eccentricity * v15 - mean_anomaly) / v16
        d17 = eccentricity * danomaly4
        d18 = deccentricity * v15 + d15 * d17 - danomaly4 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly5 = anomaly4 - step4
        d19 = (d18 - step4 * (deccentricity * d15 - v15 * d17)) / v16
        danomaly5 = danomaly4 + d19
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step4) > 1e-12:
            return anomaly5, danomaly5
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v20 = sin(anomaly5)
        d20 = cos(anomaly5)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v21 = 1.0 - eccentricity * d20
        step5 = (anomaly5 - eccentricity * v20 - mean_anomaly) / v21
        d22 = eccentricity * danomaly5
        d23 = deccentricity * v20 + d20 * d22 - danomaly5 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly6 = anomaly5 - step5
        d24 = (d23 - step5 * (deccentricity * d20 - v20 * d22)) / v21
        danomaly6 = danomaly5 + d24
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step5) > 1e-12:
            return anomaly6, danomaly6
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v25 = sin(anomaly6)
        d25 = cos(anomaly6)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v26 = 1.0 - eccentricity * d25
        step6 = (anomaly6 - eccentricity * v25 - mean_anomaly) / v26
        d27 = eccentricity * danomaly6
        d28 = deccentricity * v25 + d25 * d27 - danomaly6 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly7 = anomaly6 - step6
        d29 = (d28 - step6 * (deccentricity * d25 - v25 * d27)) / v26
        danomaly7 = danomaly6 + d29
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step6) > 1e-12:
            return anomaly7, danomaly7
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v30 = sin(anomaly7)
        d30 = cos(anomaly7)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v31 = 1.0 - eccentricity * d30
        step7 = (anomaly7 - eccentricity * v30 - mean_anomaly) / v31
        d32 = eccentricity * danomaly7
        d33 = deccentricity * v30 + d30 * d32 - danomaly7 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly8 = anomaly7 - step7
        d34 = (d33 - step7 * (deccentricity * d30 - v30 * d32)) / v31
        danomaly8 = danomaly7 + d34
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step7) > 1e-12:
            return anomaly8, danomaly8
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v35 = sin(anomaly8)
        d35 = cos(anomaly8)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v36 = 1.0 - eccentricity * d35
        step8 = (anomaly8 - eccentricity * v35 - mean_anomaly) / v36
        d37 = eccentricity * danomaly8
        d38 = deccentricity * v35 + d35 * d37 - danomaly8 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly9 = anomaly8 - step8
        d39 = (d38 - step8 * (deccentricity * d35 - v35 * d37)) / v36
        danomaly9 = danomaly8 + d39
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step8) > 1e-12:
            return anomaly9, danomaly9
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v40 = sin(anomaly9)
        d40 = cos(anomaly9)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v41 = 1.0 - eccentricity * d40
        step9 = (anomaly9 - eccentricity * v40 - mean_anomaly) / v41
        d42 = eccentricity * danomaly9
        d43 = deccentricity * v40 + d40 * d42 - danomaly9 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly10 = anomaly9 - step9
        d44 = (d43 - step9 * (deccentricity * d40 - v40 * d42)) / v41
        danomaly10 = danomaly9 + d44
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step9) > 1e-12:
            return anomaly10, danomaly10
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v45 = sin(anomaly10)
        d45 = cos(anomaly10)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v46 = 1.0 - eccentricity * d45
        step10 = (anomaly10 - eccentricity * v45 - mean_anomaly) / v46
        d47 = eccentricity * danomaly10
        d48 = deccentricity * v45 + d45 * d47 - danomaly10 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly11 = anomaly10 - step10
        d49 = (d48 - step10 * (deccentricity * d45 - v45 * d47)) / v46
        danomaly11 = danomaly10 + d49
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step10) > 1e-12:
            return anomaly11, danomaly11
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v50 = sin(anomaly11)
        d50 = cos(anomaly11)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v51 = 1.0 - eccentricity * d50
        step11 = (anomaly11 - eccentricity * v50 - mean_anomaly) / v51
        d52 = eccentricity * danomaly11
        d53 = deccentricity * v50 + d50 * d52 - danomaly11 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly12 = anomaly11 - step11
        d54 = (d53 - step11 * (deccentricity * d50 - v50 * d52)) / v51
        danomaly12 = danomaly11 + d54
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step11) > 1e-12:
            return anomaly12, danomaly12
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v55 = sin(anomaly12)
        d55 = cos(anomaly12)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v56 = 1.0 - eccentricity * d55
        step12 = (anomaly12 - eccentricity * v55 - mean_anomaly) / v56
        d57 = eccentricity * danomaly12
        d58 = deccentricity * v55 + d55 * d57 - danomaly12 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly13 = anomaly12 - step12
        d59 = (d58 - step12 * (deccentricity * d55 - v55 * d57)) / v56
        danomaly13 = danomaly12 + d59
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step12) > 1e-12:
            return anomaly13, danomaly13
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v60 = sin(anomaly13)
        d60 = cos(anomaly13)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v61 = 1.0 - eccentricity * d60
        step13 = (anomaly13 - eccentricity * v60 - mean_anomaly) / v61
        d62 = eccentricity * danomaly13
        d63 = deccentricity * v60 + d60 * d62 - danomaly13 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly14 = anomaly13 - step13
        d64 = (d63 - step13 * (deccentricity * d60 - v60 * d62)) / v61
        danomaly14 = danomaly13 + d64
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step13) > 1e-12:
            return anomaly14, danomaly14
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v65 = sin(anomaly14)
        d65 = cos(anomaly14)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v66 = 1.0 - eccentricity * d65
        step14 = (anomaly14 - eccentricity * v65 - mean_anomaly) / v66
        d67 = eccentricity * danomaly14
        d68 = deccentricity * v65 + d65 * d67 - danomaly14 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly15 = anomaly14 - step14
        d69 = (d68 - step14 * (deccentricity * d65 - v65 * d67)) / v66
        danomaly15 = danomaly14 + d69
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step14) > 1e-12:
            return anomaly15, danomaly15
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v70 = sin(anomaly15)
        d70 = cos(anomaly15)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v71 = 1.0 - eccentricity * d70
        step15 = (anomaly15 - eccentricity * v70 - mean_anomaly) / v71
        d72 = eccentricity * danomaly15
        d73 = deccentricity * v70 + d70 * d72 - danomaly15 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly16 = anomaly15 - step15
        d74 = (d73 - step15 * (deccentricity * d70 - v70 * d72)) / v71
        danomaly16 = danomaly15 + d74
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step15) > 1e-12:
            return anomaly16, danomaly16
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v75 = sin(anomaly16)
        d75 = cos(anomaly16)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v76 = 1.0 - eccentricity * d75
        step16 = (anomaly16 - eccentricity * v75 - mean_anomaly) / v76
        d77 = eccentricity * danomaly16
        d78 = deccentricity * v75 + d75 * d77 - danomaly16 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly17 = anomaly16 - step16
        d79 = (d78 - step16 * (deccentricity * d75 - v75 * d77)) / v76
        danomaly17 = danomaly16 + d79
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step16) > 1e-12:
            return anomaly17, danomaly17
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v80 = sin(anomaly17)
        d80 = cos(anomaly17)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v81 = 1.0 - eccentricity * d80
        step17 = (anomaly17 - eccentricity * v80 - mean_anomaly) / v81
        d82 = eccentricity * danomaly17
        d83 = deccentricity * v80 + d80 * d82 - danomaly17 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly18 = anomaly17 - step17
        d84 = (d83 - step17 * (deccentricity * d80 - v80 * d82)) / v81
        danomaly18 = danomaly17 + d84
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step17) > 1e-12:
            return anomaly18, danomaly18
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v85 = sin(anomaly18)
        d85 = cos(anomaly18)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v86 = 1.0 - eccentricity * d85
        step18 = (anomaly18 - eccentricity * v85 - mean_anomaly) / v86
        d87 = eccentricity * danomaly18
        d88 = deccentricity * v85 + d85 * d87 - danomaly18 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly19 = anomaly18 - step18
        d89 = (d88 - step18 * (deccentricity * d85 - v85 * d87)) / v86
        danomaly19 = danomaly18 + d89
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step18) > 1e-12:
            return anomaly19, danomaly19
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v90 = sin(anomaly19)
        d90 = cos(anomaly19)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v91 = 1.0 - eccentricity * d90
        step19 = (anomaly19 - eccentricity * v90 - mean_anomaly) / v91
        d92 = eccentricity * danomaly19
        d93 = deccentricity * v90 + d90 * d92 - danomaly19 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly20 = anomaly19 - step19
        d94 = (d93 - step19 * (deccentricity * d90 - v90 * d92)) / v91
        danomaly20 = danomaly19 + d94
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if abs(step19) > 1e-12:
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            v95 = sin(anomaly20)
            d95 = cos(anomaly20)
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            v96 = 1.0 - eccentricity * d95
            step20 = (anomaly20 - eccentricity * v95 - mean_anomaly) / v96
            d97 = eccentricity * danomaly20
            d98 = deccentricity * v95 + d95 * d97 - danomaly20 + dmean_anomaly
            # kepler_newton.py:22  anomaly -= step
            d99 = (d98 - step20 * (deccentricity * d95 - v95 * d97)) / v96
            return anomaly20 - step20, danomaly20 + d99
        return anomaly20, danomaly20
    # kepler_newton.py:16  anomaly = mean_anomaly - eccentricity / 2
    anomaly = mean_anomaly - v0
    danomaly = d1 - dmean_anomaly
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v2 = sin(anomaly)
    d2 = cos(anomaly)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v3 = 1.0 - eccentricity * d2
    step = (anomaly - eccentricity * v2 - mean_anomaly) / v3
    d4 = eccentricity * danomaly
    d5 = deccentricity * v2 - d2 * d4 + danomaly + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly2 = anomaly - step
    danomaly2 = (d5 - step * (deccentricity * d2 + v2 * d4)) / v3 - danomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step) > 1e-12:
        return anomaly2, danomaly2
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v6 = sin(anomaly2)
    d6 = cos(anomaly2)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v7 = 1.0 - eccentricity * d6
    step2 = (anomaly2 - eccentricity * v6 - mean_anomaly) / v7
    d8 = eccentricity * danomaly2
    d9 = d6 * d8 + deccentricity * v6 - danomaly2 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly3 = anomaly2 - step2
    danomaly3 = danomaly2 + (d9 - step2 * (deccentricity * d6 - v6 * d8)) / v7
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step2) > 1e-12:
        return anomaly3, danomaly3
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v10 = sin(anomaly3)
    d10 = cos(anomaly3)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v11 = 1.0 - eccentricity * d10
    step3 = (anomaly3 - eccentricity * v10 - mean_anomaly) / v11
    d12 = eccentricity * danomaly3
    d13 = d10 * d12 + deccentricity * v10 - danomaly3 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly4 = anomaly3 - step3
    danomaly4 = danomaly3 + (d13 - step3 * (deccentricity * d10 - v10 * d12)) / v11
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step3) > 1e-12:
        return anomaly4, danomaly4
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v14 = sin(anomaly4)
    d14 = cos(anomaly4)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v15 = 1.0 - eccentricity * d14
    step4 = (anomaly4 - eccentricity * v14 - mean_anomaly) / v15
    d16 = eccentricity * danomaly4
    d17 = d14 * d16 + deccentricity * v14 - danomaly4 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly5 = anomaly4 - step4
    danomaly5 = danomaly4 + (d17 - step4 * (deccentricity * d14 - v14 * d16)) / v15
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step4) > 1e-12:
        return anomaly5, danomaly5
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v18 = sin(anomaly5)
    d18 = cos(anomaly5)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v19 = 1.0 - eccentricity * d18
    step5 = (anomaly5 - eccentricity * v18 - mean_anomaly) / v19
    d20 = eccentricity * danomaly5
    d21 = d18 * d20 + deccentricity * v18 - danomaly5 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly6 = anomaly5 - step5
    danomaly6 = danomaly5 + (d21 - step5 * (deccentricity * d18 - v18 * d20)) / v19
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step5) > 1e-12:
        return anomaly6, danomaly6
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v22 = sin(anomaly6)
    d22 = cos(anomaly6)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v23 = 1.0 - eccentricity * d22
    step6 = (anomaly6 - eccentricity * v22 - mean_anomaly) / v23
    d24 = eccentricity * danomaly6
    d25 = d22 * d24 + deccentricity * v22 - danomaly6 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly7 = anomaly6 - step6
    danomaly7 = danomaly6 + (d25 - step6 * (deccentricity * d22 - v22 * d24)) / v23
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step6) > 1e-12:
        return anomaly7, danomaly7
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v26 = sin(anomaly7)
    d26 = cos(anomaly7)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v27 = 1.0 - eccentricity * d26
    step7 = (anomaly7 - eccentricity * v26 - mean_anomaly) / v27
    d28 = eccentricity * danomaly7
    d29 = d26 * d28 + deccentricity * v26 - danomaly7 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly8 = anomaly7 - step7
    danomaly8 = danomaly7 + (d29 - step7 * (deccentricity * d26 - v26 * d28)) / v27
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step7) > 1e-12:
        return anomaly8, danomaly8
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v30 = sin(anomaly8)
    d30 = cos(anomaly8)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v31 = 1.0 - eccentricity * d30
    step8 = (anomaly8 - eccentricity * v30 - mean_anomaly) / v31
    d32 = eccentricity * danomaly8
    d33 = d30 * d32 + deccentricity * v30 - danomaly8 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly9 = anomaly8 - step8
    danomaly9 = danomaly8 + (d33 - step8 * (deccentricity * d30 - v30 * d32)) / v31
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step8) > 1e-12:
        return anomaly9, danomaly9
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v34 = sin(anomaly9)
    d34 = cos(anomaly9)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v35 = 1.0 - eccentricity * d34
    step9 = (anomaly9 - eccentricity * v34 - mean_anomaly) / v35
    d36 = eccentricity * danomaly9
    d37 = d34 * d36 + deccentricity * v34 - danomaly9 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly10 = anomaly9 - step9
    danomaly10 = danomaly9 + (d37 - step9 * (deccentricity * d34 - v34 * d36)) / v35
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step9) > 1e-12:
        return anomaly10, danomaly10
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v38 = sin(anomaly10)
    d38 = cos(anomaly10)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v39 = 1.0 - eccentricity * d38
    step10 = (anomaly10 - eccentricity * v38 - mean_anomaly) / v39
    d40 = eccentricity * danomaly10
    d41 = d38 * d40 + deccentricity * v38 - danomaly10 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly11 = anomaly10 - step10
    danomaly11 = danomaly10 + (d41 - step10 * (deccentricity * d38 - v38 * d40)) / v39
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step10) > 1e-12:
        return anomaly11, danomaly11
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v42 = sin(anomaly11)
    d42 = cos(anomaly11)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v43 = 1.0 - eccentricity * d42
    step11 = (anomaly11 - eccentricity * v42 - mean_anomaly) / v43
    d44 = eccentricity * danomaly11
    d45 = d42 * d44 + deccentricity * v42 - danomaly11 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly12 = anomaly11 - step11
    danomaly12 = danomaly11 + (d45 - step11 * (deccentricity * d42 - v42 * d44)) / v43
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step11) > 1e-12:
        return anomaly12, danomaly12
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v46 = sin(anomaly12)
    d46 = cos(anomaly12)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v47 = 1.0 - eccentricity * d46
    step12 = (anomaly12 - eccentricity * v46 - mean_anomaly) / v47
    d48 = eccentricity * danomaly12
    d49 = d46 * d48 + deccentricity * v46 - danomaly12 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly13 = anomaly12 - step12
    danomaly13 = danomaly12 + (d49 - step12 * (deccentricity * d46 - v46 * d48)) / v47
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step12) > 1e-12:
        return anomaly13, danomaly13
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v50 = sin(anomaly13)
    d50 = cos(anomaly13)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v51 = 1.0 - eccentricity * d50
    step13 = (anomaly13 - eccentricity * v50 - mean_anomaly) / v51
    d52 = eccentricity * danomaly13
    d53 = d50 * d52 + deccentricity * v50 - danomaly13 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly14 = anomaly13 - step13
    danomaly14 = danomaly13 + (d53 - step13 * (deccentricity * d50 - v50 * d52)) / v51
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step13) > 1e-12:
        return anomaly14, danomaly14
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v54 = sin(anomaly14)
    d54 = cos(anomaly14)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v55 = 1.0 - eccentricity * d54
    step14 = (anomaly14 - eccentricity * v54 - mean_anomaly) / v55
    d56 = eccentricity * danomaly14
    d57 = d54 * d56 + deccentricity * v54 - danomaly14 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly15 = anomaly14 - step14
    danomaly15 = danomaly14 + (d57 - step14 * (deccentricity * d54 - v54 * d56)) / v55
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step14) > 1e-12:
        return anomaly15, danomaly15
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v58 = sin(anomaly15)
    d58 = cos(anomaly15)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v59 = 1.0 - eccentricity * d58
    step15 = (anomaly15 - eccentricity * v58 - mean_anomaly) / v59
    d60 = eccentricity * danomaly15
    d61 = d58 * d60 + deccentricity * v58 - danomaly15 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly16 = anomaly15 - step15
    danomaly16 = danomaly15 + (d61 - step15 * (deccentricity * d58 - v58 * d60)) / v59
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step15) > 1e-12:
        return anomaly16, danomaly16
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v62 = sin(anomaly16)
    d62 = cos(anomaly16)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v63 = 1.0 - eccentricity * d62
    step16 = (anomaly16 - eccentricity * v62 - mean_anomaly) / v63
    d64 = eccentricity * danomaly16
    d65 = d62 * d64 + deccentricity * v62 - danomaly16 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly17 = anomaly16 - step16
    danomaly17 = danomaly16 + (d65 - step16 * (deccentricity * d62 - v62 * d64)) / v63
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step16) > 1e-12:
        return anomaly17, danomaly17
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v66 = sin(anomaly17)
    d66 = cos(anomaly17)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v67 = 1.0 - eccentricity * d66
    step17 = (anomaly17 - eccentricity * v66 - mean_anomaly) / v67
    d68 = eccentricity * danomaly17
    d69 = d66 * d68 + deccentricity * v66 - danomaly17 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly18 = anomaly17 - step17
    danomaly18 = danomaly17 + (d69 - step17 * (deccentricity * d66 - v66 * d68)) / v67
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step17) > 1e-12:
        return anomaly18, danomaly18
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v70 = sin(anomaly18)
    d70 = cos(anomaly18)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v71 = 1.0 - eccentricity * d70
    step18 = (anomaly18 - eccentricity * v70 - mean_anomaly) / v71
    d72 = eccentricity * danomaly18
    d73 = d70 * d72 + deccentricity * v70 - danomaly18 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly19 = anomaly18 - step18
    danomaly19 = danomaly18 + (d73 - step18 * (deccentricity * d70 - v70 * d72)) / v71
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step18) > 1e-12:
        return anomaly19, danomaly19
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v74 = sin(anomaly19)
    d74 = cos(anomaly19)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v75 = 1.0 - eccentricity * d74
    step19 = (anomaly19 - eccentricity * v74 - mean_anomaly) / v75
    d76 = eccentricity * danomaly19
    d77 = d74 * d76 + deccentricity * v74 - danomaly19 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly20 = anomaly19 - step19
    danomaly20 = danomaly19 + (d77 - step19 * (deccentricity * d74 - v74 * d76)) / v75
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if abs(step19) > 1e-12:
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v78 = sin(anomaly20)
        d78 = cos(anomaly20)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v79 = 1.0 - eccentricity * d78
        step20 = (anomaly20 - eccentricity * v78 - mean_anomaly) / v79
        d80 = eccentricity * danomaly20
        d81 = d78 * d80 + deccentricity * v78 - danomaly20 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        d82 = (d81 - step20 * (deccentricity * d78 - v78 * d80)) / v79
        return anomaly20 - step20, danomaly20 + d82
    return anomaly20, danomaly20
