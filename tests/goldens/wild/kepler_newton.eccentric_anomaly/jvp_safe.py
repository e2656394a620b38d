# value and tangent of eccentric_anomaly in 544 operations, 646 before the passes

from math import cos, pi, sin


def eccentric_anomaly(mean_anomaly, eccentricity, dmean_anomaly, deccentricity):
    # kepler_newton.py:14  anomaly = mean_anomaly + eccentricity / 2
    v0 = eccentricity * 0.5
    d0 = 0.5 * deccentricity
    # kepler_newton.py:13  if mean_anomaly < math.pi:
    if mean_anomaly < pi:
        # kepler_newton.py:14  anomaly = mean_anomaly + eccentricity / 2
        anomaly = mean_anomaly + v0
        danomaly = dmean_anomaly + d0
    else:
        # kepler_newton.py:16  anomaly = mean_anomaly - eccentricity / 2
        anomaly = mean_anomaly - v0
        danomaly = dmean_anomaly - d0
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v1 = sin(anomaly)
    d2 = cos(anomaly)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v3 = 1.0 - eccentricity * d2
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d4 = eccentricity * danomaly
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step = (anomaly - eccentricity * v1 - mean_anomaly) / v3
    d5 = deccentricity * v1 + d2 * d4 - danomaly + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly2 = anomaly - step
    danomaly2 = danomaly + (d5 + (v1 * d4 - deccentricity * d2) * step) / v3
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step) > 1e-12:
        return anomaly2, danomaly2
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v6 = sin(anomaly2)
    d7 = cos(anomaly2)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v8 = 1.0 - eccentricity * d7
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d9 = eccentricity * danomaly2
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step2 = (anomaly2 - eccentricity * v6 - mean_anomaly) / v8
    d10 = deccentricity * v6 + d7 * d9 - danomaly2 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly3 = anomaly2 - step2
    danomaly3 = danomaly2 + (d10 + (v6 * d9 - deccentricity * d7) * step2) / v8
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step2) > 1e-12:
        return anomaly3, danomaly3
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v11 = sin(anomaly3)
    d12 = cos(anomaly3)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v13 = 1.0 - eccentricity * d12
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d14 = eccentricity * danomaly3
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step3 = (anomaly3 - eccentricity * v11 - mean_anomaly) / v13
    d15 = deccentricity * v11 + d12 * d14 - danomaly3 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly4 = anomaly3 - step3
    danomaly4 = danomaly3 + (d15 + (v11 * d14 - deccentricity * d12) * step3) / v13
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step3) > 1e-12:
        return anomaly4, danomaly4
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v16 = sin(anomaly4)
    d17 = cos(anomaly4)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v18 = 1.0 - eccentricity * d17
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d19 = eccentricity * danomaly4
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step4 = (anomaly4 - eccentricity * v16 - mean_anomaly) / v18
    d20 = deccentricity * v16 + d17 * d19 - danomaly4 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly5 = anomaly4 - step4
    danomaly5 = danomaly4 + (d20 + (v16 * d19 - deccentricity * d17) * step4) / v18
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step4) > 1e-12:
        return anomaly5, danomaly5
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v21 = sin(anomaly5)
    d22 = cos(anomaly5)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v23 = 1.0 - eccentricity * d22
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d24 = eccentricity * danomaly5
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step5 = (anomaly5 - eccentricity * v21 - mean_anomaly) / v23
    d25 = deccentricity * v21 + d22 * d24 - danomaly5 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly6 = anomaly5 - step5
    danomaly6 = danomaly5 + (d25 + (v21 * d24 - deccentricity * d22) * step5) / v23
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step5) > 1e-12:
        return anomaly6, danomaly6
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v26 = sin(anomaly6)
    d27 = cos(anomaly6)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v28 = 1.0 - eccentricity * d27
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d29 = eccentricity * danomaly6
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step6 = (anomaly6 - eccentricity * v26 - mean_anomaly) / v28
    d30 = deccentricity * v26 + d27 * d29 - danomaly6 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly7 = anomaly6 - step6
    danomaly7 = danomaly6 + (d30 + (v26 * d29 - deccentricity * d27) * step6) / v28
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step6) > 1e-12:
        return anomaly7, danomaly7
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v31 = sin(anomaly7)
    d32 = cos(anomaly7)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v33 = 1.0 - eccentricity * d32
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d34 = eccentricity * danomaly7
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step7 = (anomaly7 - eccentricity * v31 - mean_anomaly) / v33
    d35 = deccentricity * v31 + d32 * d34 - danomaly7 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly8 = anomaly7 - step7
    danomaly8 = danomaly7 + (d35 + (v31 * d34 - deccentricity * d32) * step7) / v33
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step7) > 1e-12:
        return anomaly8, danomaly8
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v36 = sin(anomaly8)
    d37 = cos(anomaly8)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v38 = 1.0 - eccentricity * d37
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d39 = eccentricity * danomaly8
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step8 = (anomaly8 - eccentricity * v36 - mean_anomaly) / v38
    d40 = deccentricity * v36 + d37 * d39 - danomaly8 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly9 = anomaly8 - step8
    danomaly9 = danomaly8 + (d40 + (v36 * d39 - deccentricity * d37) * step8) / v38
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step8) > 1e-12:
        return anomaly9, danomaly9
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v41 = sin(anomaly9)
    d42 = cos(anomaly9)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v43 = 1.0 - eccentricity * d42
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d44 = eccentricity * danomaly9
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step9 = (anomaly9 - eccentricity * v41 - mean_anomaly) / v43
    d45 = deccentricity * v41 + d42 * d44 - danomaly9 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly10 = anomaly9 - step9
    danomaly10 = danomaly9 + (d45 + (v41 * d44 - deccentricity * d42) * step9) / v43
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step9) > 1e-12:
        return anomaly10, danomaly10
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v46 = sin(anomaly10)
    d47 = cos(anomaly10)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v48 = 1.0 - eccentricity * d47
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d49 = eccentricity * danomaly10
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step10 = (anomaly10 - eccentricity * v46 - mean_anomaly) / v48
    d50 = deccentricity * v46 + d47 * d49 - danomaly10 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly11 = anomaly10 - step10
    danomaly11 = danomaly10 + (d50 + (v46 * d49 - deccentricity * d47) * step10) / v48
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step10) > 1e-12:
        return anomaly11, danomaly11
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v51 = sin(anomaly11)
    d52 = cos(anomaly11)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v53 = 1.0 - eccentricity * d52
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d54 = eccentricity * danomaly11
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step11 = (anomaly11 - eccentricity * v51 - mean_anomaly) / v53
    d55 = deccentricity * v51 + d52 * d54 - danomaly11 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly12 = anomaly11 - step11
    danomaly12 = danomaly11 + (d55 + (v51 * d54 - deccentricity * d52) * step11) / v53
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step11) > 1e-12:
        return anomaly12, danomaly12
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v56 = sin(anomaly12)
    d57 = cos(anomaly12)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v58 = 1.0 - eccentricity * d57
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d59 = eccentricity * danomaly12
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step12 = (anomaly12 - eccentricity * v56 - mean_anomaly) / v58
    d60 = deccentricity * v56 + d57 * d59 - danomaly12 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly13 = anomaly12 - step12
    danomaly13 = danomaly12 + (d60 + (v56 * d59 - deccentricity * d57) * step12) / v58
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step12) > 1e-12:
        return anomaly13, danomaly13
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v61 = sin(anomaly13)
    d62 = cos(anomaly13)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v63 = 1.0 - eccentricity * d62
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d64 = eccentricity * danomaly13
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step13 = (anomaly13 - eccentricity * v61 - mean_anomaly) / v63
    d65 = deccentricity * v61 + d62 * d64 - danomaly13 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly14 = anomaly13 - step13
    danomaly14 = danomaly13 + (d65 + (v61 * d64 - deccentricity * d62) * step13) / v63
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step13) > 1e-12:
        return anomaly14, danomaly14
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v66 = sin(anomaly14)
    d67 = cos(anomaly14)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v68 = 1.0 - eccentricity * d67
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d69 = eccentricity * danomaly14
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step14 = (anomaly14 - eccentricity * v66 - mean_anomaly) / v68
    d70 = deccentricity * v66 + d67 * d69 - danomaly14 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly15 = anomaly14 - step14
    danomaly15 = danomaly14 + (d70 + (v66 * d69 - deccentricity * d67) * step14) / v68
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step14) > 1e-12:
        return anomaly15, danomaly15
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v71 = sin(anomaly15)
    d72 = cos(anomaly15)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v73 = 1.0 - eccentricity * d72
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d74 = eccentricity * danomaly15
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step15 = (anomaly15 - eccentricity * v71 - mean_anomaly) / v73
    d75 = deccentricity * v71 + d72 * d74 - danomaly15 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly16 = anomaly15 - step15
    danomaly16 = danomaly15 + (d75 + (v71 * d74 - deccentricity * d72) * step15) / v73
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step15) > 1e-12:
        return anomaly16, danomaly16
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v76 = sin(anomaly16)
    d77 = cos(anomaly16)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v78 = 1.0 - eccentricity * d77
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d79 = eccentricity * danomaly16
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step16 = (anomaly16 - eccentricity * v76 - mean_anomaly) / v78
    d80 = deccentricity * v76 + d77 * d79 - danomaly16 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly17 = anomaly16 - step16
    danomaly17 = danomaly16 + (d80 + (v76 * d79 - deccentricity * d77) * step16) / v78
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step16) > 1e-12:
        return anomaly17, danomaly17
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v81 = sin(anomaly17)
    d82 = cos(anomaly17)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v83 = 1.0 - eccentricity * d82
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    d84 = eccentricity * danomaly17
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    step17 = (anomaly17 - eccentricity * v81 - mean_anomaly) / v83
    d85 = deccentricity * v81 + d82 * d84 - danomaly17 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly18 = anomaly17 - step17
    danomaly18 = danomaly17 + (d85 + (v81 * d84 - deccentricity * d82) * step17) / v83
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if abs(step17) > 1e-12:
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v86 = sin(anomaly18)
        d87 = cos(anomaly18)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v88 = 1.0 - eccentricity * d87
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d89 = eccentricity * danomaly18
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step18 = (anomaly18 - eccentricity * v86 - mean_anomaly) / v88
        d90 = deccentricity * v86 + d87 * d89 - danomaly18 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly19 = anomaly18 - step18
        d91 = (d90 + (v86 * d89 - deccentricity * d87) * step18) / v88
        danomaly19 = danomaly18 + d91
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if abs(step18) > 1e-12:
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            v92 = sin(anomaly19)
            d93 = cos(anomaly19)
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            v94 = 1.0 - eccentricity * d93
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            d95 = eccentricity * danomaly19
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            step19 = (anomaly19 - eccentricity * v92 - mean_anomaly) / v94
            d96 = deccentricity * v92 + d93 * d95 - danomaly19 + dmean_anomaly
            # kepler_newton.py:22  anomaly -= step
            anomaly20 = anomaly19 - step19
            d97 = (d96 + (v92 * d95 - deccentricity * d93) * step19) / v94
            danomaly20 = danomaly19 + d97
            # kepler_newton.py:19  while abs(step) > tol and n < 20:
            if abs(step19) > 1e-12:
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                v98 = sin(anomaly20)
                d99 = cos(anomaly20)
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                v100 = 1.0 - eccentricity * d99
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                d101 = eccentricity * danomaly20
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                step20 = (anomaly20 - eccentricity * v98 - mean_anomaly) / v100
                d102 = deccentricity * v98 + d99 * d101 - danomaly20 + dmean_anomaly
                # kepler_newton.py:22  anomaly -= step
                d103 = (d102 + (v98 * d101 - deccentricity * d99) * step20) / v100
                return anomaly20 - step20, danomaly20 + d103
            return anomaly20, danomaly20
        return anomaly19, danomaly19
    return anomaly18, danomaly18
