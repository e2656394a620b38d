# value and tangent of eccentric_anomaly in 1041 operations, 1243 before the passes

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
        d2 = cos(anomaly)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v3 = 1.0 - eccentricity * d2
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d4 = eccentricity * danomaly
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step = (anomaly - eccentricity * v1 - mean_anomaly) / v3
        d5 = deccentricity * v1 + d2 * d4 - danomaly + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly2 = anomaly - step
        danomaly2 = danomaly + (d5 - step * (deccentricity * d2 - v1 * d4)) / v3
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step) > 1e-12:
            return anomaly2, danomaly2
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v6 = sin(anomaly2)
        d7 = cos(anomaly2)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v8 = 1.0 - eccentricity * d7
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d9 = eccentricity * danomaly2
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step2 = (anomaly2 - eccentricity * v6 - mean_anomaly) / v8
        d10 = deccentricity * v6 + d7 * d9 - danomaly2 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly3 = anomaly2 - step2
        danomaly3 = danomaly2 + (d10 - step2 * (deccentricity * d7 - v6 * d9)) / v8
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step2) > 1e-12:
            return anomaly3, danomaly3
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v11 = sin(anomaly3)
        d12 = cos(anomaly3)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v13 = 1.0 - eccentricity * d12
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d14 = eccentricity * danomaly3
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step3 = (anomaly3 - eccentricity * v11 - mean_anomaly) / v13
        d15 = deccentricity * v11 + d12 * d14 - danomaly3 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly4 = anomaly3 - step3
        d16 = (d15 - step3 * (deccentricity * d12 - v11 * d14)) / v13
        danomaly4 = danomaly3 + d16
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step3) > 1e-12:
            return anomaly4, danomaly4
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v17 = sin(anomaly4)
        d18 = cos(anomaly4)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v19 = 1.0 - eccentricity * d18
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d20 = eccentricity * danomaly4
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step4 = (anomaly4 - eccentricity * v17 - mean_anomaly) / v19
        d21 = deccentricity * v17 + d18 * d20 - danomaly4 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly5 = anomaly4 - step4
        d22 = (d21 - step4 * (deccentricity * d18 - v17 * d20)) / v19
        danomaly5 = danomaly4 + d22
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step4) > 1e-12:
            return anomaly5, danomaly5
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v23 = sin(anomaly5)
        d24 = cos(anomaly5)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v25 = 1.0 - eccentricity * d24
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d26 = eccentricity * danomaly5
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step5 = (anomaly5 - eccentricity * v23 - mean_anomaly) / v25
        d27 = deccentricity * v23 + d24 * d26 - danomaly5 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly6 = anomaly5 - step5
        d28 = (d27 - step5 * (deccentricity * d24 - v23 * d26)) / v25
        danomaly6 = danomaly5 + d28
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step5) > 1e-12:
            return anomaly6, danomaly6
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v29 = sin(anomaly6)
        d30 = cos(anomaly6)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v31 = 1.0 - eccentricity * d30
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d32 = eccentricity * danomaly6
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step6 = (anomaly6 - eccentricity * v29 - mean_anomaly) / v31
        d33 = deccentricity * v29 + d30 * d32 - danomaly6 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly7 = anomaly6 - step6
        d34 = (d33 - step6 * (deccentricity * d30 - v29 * d32)) / v31
        danomaly7 = danomaly6 + d34
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step6) > 1e-12:
            return anomaly7, danomaly7
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v35 = sin(anomaly7)
        d36 = cos(anomaly7)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v37 = 1.0 - eccentricity * d36
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d38 = eccentricity * danomaly7
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step7 = (anomaly7 - eccentricity * v35 - mean_anomaly) / v37
        d39 = deccentricity * v35 + d36 * d38 - danomaly7 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly8 = anomaly7 - step7
        d40 = (d39 - step7 * (deccentricity * d36 - v35 * d38)) / v37
        danomaly8 = danomaly7 + d40
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step7) > 1e-12:
            return anomaly8, danomaly8
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v41 = sin(anomaly8)
        d42 = cos(anomaly8)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v43 = 1.0 - eccentricity * d42
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d44 = eccentricity * danomaly8
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step8 = (anomaly8 - eccentricity * v41 - mean_anomaly) / v43
        d45 = deccentricity * v41 + d42 * d44 - danomaly8 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly9 = anomaly8 - step8
        d46 = (d45 - step8 * (deccentricity * d42 - v41 * d44)) / v43
        danomaly9 = danomaly8 + d46
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step8) > 1e-12:
            return anomaly9, danomaly9
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v47 = sin(anomaly9)
        d48 = cos(anomaly9)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v49 = 1.0 - eccentricity * d48
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d50 = eccentricity * danomaly9
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step9 = (anomaly9 - eccentricity * v47 - mean_anomaly) / v49
        d51 = deccentricity * v47 + d48 * d50 - danomaly9 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly10 = anomaly9 - step9
        d52 = (d51 - step9 * (deccentricity * d48 - v47 * d50)) / v49
        danomaly10 = danomaly9 + d52
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step9) > 1e-12:
            return anomaly10, danomaly10
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v53 = sin(anomaly10)
        d54 = cos(anomaly10)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v55 = 1.0 - eccentricity * d54
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d56 = eccentricity * danomaly10
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step10 = (anomaly10 - eccentricity * v53 - mean_anomaly) / v55
        d57 = deccentricity * v53 + d54 * d56 - danomaly10 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly11 = anomaly10 - step10
        d58 = (d57 - step10 * (deccentricity * d54 - v53 * d56)) / v55
        danomaly11 = danomaly10 + d58
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step10) > 1e-12:
            return anomaly11, danomaly11
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v59 = sin(anomaly11)
        d60 = cos(anomaly11)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v61 = 1.0 - eccentricity * d60
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d62 = eccentricity * danomaly11
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step11 = (anomaly11 - eccentricity * v59 - mean_anomaly) / v61
        d63 = deccentricity * v59 + d60 * d62 - danomaly11 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly12 = anomaly11 - step11
        d64 = (d63 - step11 * (deccentricity * d60 - v59 * d62)) / v61
        danomaly12 = danomaly11 + d64
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step11) > 1e-12:
            return anomaly12, danomaly12
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v65 = sin(anomaly12)
        d66 = cos(anomaly12)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v67 = 1.0 - eccentricity * d66
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d68 = eccentricity * danomaly12
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step12 = (anomaly12 - eccentricity * v65 - mean_anomaly) / v67
        d69 = deccentricity * v65 + d66 * d68 - danomaly12 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly13 = anomaly12 - step12
        d70 = (d69 - step12 * (deccentricity * d66 - v65 * d68)) / v67
        danomaly13 = danomaly12 + d70
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step12) > 1e-12:
            return anomaly13, danomaly13
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v71 = sin(anomaly13)
        d72 = cos(anomaly13)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v73 = 1.0 - eccentricity * d72
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d74 = eccentricity * danomaly13
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step13 = (anomaly13 - eccentricity * v71 - mean_anomaly) / v73
        d75 = deccentricity * v71 + d72 * d74 - danomaly13 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly14 = anomaly13 - step13
        d76 = (d75 - step13 * (deccentricity * d72 - v71 * d74)) / v73
        danomaly14 = danomaly13 + d76
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step13) > 1e-12:
            return anomaly14, danomaly14
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v77 = sin(anomaly14)
        d78 = cos(anomaly14)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v79 = 1.0 - eccentricity * d78
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d80 = eccentricity * danomaly14
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step14 = (anomaly14 - eccentricity * v77 - mean_anomaly) / v79
        d81 = deccentricity * v77 + d78 * d80 - danomaly14 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly15 = anomaly14 - step14
        d82 = (d81 - step14 * (deccentricity * d78 - v77 * d80)) / v79
        danomaly15 = danomaly14 + d82
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step14) > 1e-12:
            return anomaly15, danomaly15
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v83 = sin(anomaly15)
        d84 = cos(anomaly15)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v85 = 1.0 - eccentricity * d84
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d86 = eccentricity * danomaly15
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step15 = (anomaly15 - eccentricity * v83 - mean_anomaly) / v85
        d87 = deccentricity * v83 + d84 * d86 - danomaly15 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly16 = anomaly15 - step15
        d88 = (d87 - step15 * (deccentricity * d84 - v83 * d86)) / v85
        danomaly16 = danomaly15 + d88
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step15) > 1e-12:
            return anomaly16, danomaly16
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v89 = sin(anomaly16)
        d90 = cos(anomaly16)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v91 = 1.0 - eccentricity * d90
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d92 = eccentricity * danomaly16
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step16 = (anomaly16 - eccentricity * v89 - mean_anomaly) / v91
        d93 = deccentricity * v89 + d90 * d92 - danomaly16 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly17 = anomaly16 - step16
        d94 = (d93 - step16 * (deccentricity * d90 - v89 * d92)) / v91
        danomaly17 = danomaly16 + d94
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step16) > 1e-12:
            return anomaly17, danomaly17
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v95 = sin(anomaly17)
        d96 = cos(anomaly17)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v97 = 1.0 - eccentricity * d96
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d98 = eccentricity * danomaly17
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step17 = (anomaly17 - eccentricity * v95 - mean_anomaly) / v97
        d99 = deccentricity * v95 + d96 * d98 - danomaly17 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly18 = anomaly17 - step17
        d100 = (d99 - step17 * (deccentricity * d96 - v95 * d98)) / v97
        danomaly18 = danomaly17 + d100
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if abs(step17) > 1e-12:
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            v101 = sin(anomaly18)
            d102 = cos(anomaly18)
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            v103 = 1.0 - eccentricity * d102
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            d104 = eccentricity * danomaly18
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            step18 = (anomaly18 - eccentricity * v101 - mean_anomaly) / v103
            d105 = deccentricity * v101 + d102 * d104 - danomaly18 + dmean_anomaly
            # kepler_newton.py:22  anomaly -= step
            anomaly19 = anomaly18 - step18
            d106 = (d105 - step18 * (deccentricity * d102 - v101 * d104)) / v103
            danomaly19 = danomaly18 + d106
            # kepler_newton.py:19  while abs(step) > tol and n < 20:
            if abs(step18) > 1e-12:
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                v107 = sin(anomaly19)
                d108 = cos(anomaly19)
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                v109 = 1.0 - eccentricity * d108
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                d110 = eccentricity * danomaly19
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                step19 = (anomaly19 - eccentricity * v107 - mean_anomaly) / v109
                d111 = deccentricity * v107 + d108 * d110 - danomaly19 + dmean_anomaly
                # kepler_newton.py:22  anomaly -= step
                anomaly20 = anomaly19 - step19
                d112 = (d111 - step19 * (deccentricity * d108 - v107 * d110)) / v109
                danomaly20 = danomaly19 + d112
                # kepler_newton.py:19  while abs(step) > tol and n < 20:
                if abs(step19) > 1e-12:
                    # kepler_newton.py:20  residual = anomaly - eccentricity * math.s...
                    v113 = sin(anomaly20)
                    d114 = cos(anomaly20)
                    # kepler_newton.py:21  step = residual / (1 - eccentricity * math...
                    v115 = 1.0 - eccentricity * d114
                    # kepler_newton.py:20  residual = anomaly - eccentricity * math.s...
                    d116 = eccentricity * danomaly20
                    # kepler_newton.py:21  step = residual / (1 - eccentricity * math...
                    step20 = (anomaly20 - eccentricity * v113 - mean_anomaly) / v115
                    d117 = deccentricity * v113 + d114 * d116 - danomaly20
                    d118 = step20 * (deccentricity * d114 - v113 * d116)
                    # kepler_newton.py:22  anomaly -= step
                    danomaly21 = danomaly20 + (d117 + dmean_anomaly - d118) / v115
                    return anomaly20 - step20, danomaly21
                return anomaly20, danomaly20
            return anomaly19, danomaly19
        return anomaly18, danomaly18
    # kepler_newton.py:16  anomaly = mean_anomaly - eccentricity / 2
    anomaly22 = mean_anomaly - v0
    d119 = d0 - dmean_anomaly
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v120 = sin(anomaly22)
    d121 = cos(anomaly22)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v122 = 1.0 - eccentricity * d121
    step21 = (anomaly22 - eccentricity * v120 - mean_anomaly) / v122
    d123 = eccentricity * d119
    d124 = deccentricity * v120 - d121 * d123 + d119 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly23 = anomaly22 - step21
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d125 = (d124 - step21 * (deccentricity * d121 + v120 * d123)) / v122 - d119
    if not abs(step21) > 1e-12:
        return anomaly23, d125
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v126 = sin(anomaly23)
    d127 = cos(anomaly23)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v128 = 1.0 - eccentricity * d127
    step22 = (anomaly23 - eccentricity * v126 - mean_anomaly) / v128
    # kepler_newton.py:22  anomaly -= step
    anomaly24 = anomaly23 - step22
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d129 = eccentricity * d125
    d130 = d127 * d129 + deccentricity * v126 - d125 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d131 = d125 + (d130 - step22 * (deccentricity * d127 - v126 * d129)) / v128
    if not abs(step22) > 1e-12:
        return anomaly24, d131
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v132 = sin(anomaly24)
    d133 = cos(anomaly24)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v134 = 1.0 - eccentricity * d133
    step23 = (anomaly24 - eccentricity * v132 - mean_anomaly) / v134
    # kepler_newton.py:22  anomaly -= step
    anomaly25 = anomaly24 - step23
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d135 = eccentricity * d131
    d136 = d133 * d135 + deccentricity * v132 - d131 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d137 = d131 + (d136 - step23 * (deccentricity * d133 - v132 * d135)) / v134
    if not abs(step23) > 1e-12:
        return anomaly25, d137
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v138 = sin(anomaly25)
    d139 = cos(anomaly25)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v140 = 1.0 - eccentricity * d139
    step24 = (anomaly25 - eccentricity * v138 - mean_anomaly) / v140
    # kepler_newton.py:22  anomaly -= step
    anomaly26 = anomaly25 - step24
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d141 = eccentricity * d137
    d142 = d139 * d141 + deccentricity * v138 - d137 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d143 = d137 + (d142 - step24 * (deccentricity * d139 - v138 * d141)) / v140
    if not abs(step24) > 1e-12:
        return anomaly26, d143
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v144 = sin(anomaly26)
    d145 = cos(anomaly26)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v146 = 1.0 - eccentricity * d145
    step25 = (anomaly26 - eccentricity * v144 - mean_anomaly) / v146
    # kepler_newton.py:22  anomaly -= step
    anomaly27 = anomaly26 - step25
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d147 = eccentricity * d143
    d148 = d145 * d147 + deccentricity * v144 - d143 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d149 = d143 + (d148 - step25 * (deccentricity * d145 - v144 * d147)) / v146
    if not abs(step25) > 1e-12:
        return anomaly27, d149
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v150 = sin(anomaly27)
    d151 = cos(anomaly27)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v152 = 1.0 - eccentricity * d151
    step26 = (anomaly27 - eccentricity * v150 - mean_anomaly) / v152
    # kepler_newton.py:22  anomaly -= step
    anomaly28 = anomaly27 - step26
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d153 = eccentricity * d149
    d154 = d151 * d153 + deccentricity * v150 - d149 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d155 = d149 + (d154 - step26 * (deccentricity * d151 - v150 * d153)) / v152
    if not abs(step26) > 1e-12:
        return anomaly28, d155
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v156 = sin(anomaly28)
    d157 = cos(anomaly28)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v158 = 1.0 - eccentricity * d157
    step27 = (anomaly28 - eccentricity * v156 - mean_anomaly) / v158
    # kepler_newton.py:22  anomaly -= step
    anomaly29 = anomaly28 - step27
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d159 = eccentricity * d155
    d160 = d157 * d159 + deccentricity * v156 - d155 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d161 = d155 + (d160 - step27 * (deccentricity * d157 - v156 * d159)) / v158
    if not abs(step27) > 1e-12:
        return anomaly29, d161
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v162 = sin(anomaly29)
    d163 = cos(anomaly29)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v164 = 1.0 - eccentricity * d163
    step28 = (anomaly29 - eccentricity * v162 - mean_anomaly) / v164
    # kepler_newton.py:22  anomaly -= step
    anomaly30 = anomaly29 - step28
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d165 = eccentricity * d161
    d166 = d163 * d165 + deccentricity * v162 - d161 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d167 = d161 + (d166 - step28 * (deccentricity * d163 - v162 * d165)) / v164
    if not abs(step28) > 1e-12:
        return anomaly30, d167
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v168 = sin(anomaly30)
    d169 = cos(anomaly30)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v170 = 1.0 - eccentricity * d169
    step29 = (anomaly30 - eccentricity * v168 - mean_anomaly) / v170
    # kepler_newton.py:22  anomaly -= step
    anomaly31 = anomaly30 - step29
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d171 = eccentricity * d167
    d172 = d169 * d171 + deccentricity * v168 - d167 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d173 = d167 + (d172 - step29 * (deccentricity * d169 - v168 * d171)) / v170
    if not abs(step29) > 1e-12:
        return anomaly31, d173
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v174 = sin(anomaly31)
    d175 = cos(anomaly31)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v176 = 1.0 - eccentricity * d175
    step30 = (anomaly31 - eccentricity * v174 - mean_anomaly) / v176
    # kepler_newton.py:22  anomaly -= step
    anomaly32 = anomaly31 - step30
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d177 = eccentricity * d173
    d178 = d175 * d177 + deccentricity * v174 - d173 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d179 = d173 + (d178 - step30 * (deccentricity * d175 - v174 * d177)) / v176
    if not abs(step30) > 1e-12:
        return anomaly32, d179
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v180 = sin(anomaly32)
    d181 = cos(anomaly32)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v182 = 1.0 - eccentricity * d181
    step31 = (anomaly32 - eccentricity * v180 - mean_anomaly) / v182
    # kepler_newton.py:22  anomaly -= step
    anomaly33 = anomaly32 - step31
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d183 = eccentricity * d179
    d184 = d181 * d183 + deccentricity * v180 - d179 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d185 = d179 + (d184 - step31 * (deccentricity * d181 - v180 * d183)) / v182
    if not abs(step31) > 1e-12:
        return anomaly33, d185
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v186 = sin(anomaly33)
    d187 = cos(anomaly33)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v188 = 1.0 - eccentricity * d187
    step32 = (anomaly33 - eccentricity * v186 - mean_anomaly) / v188
    # kepler_newton.py:22  anomaly -= step
    anomaly34 = anomaly33 - step32
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d189 = eccentricity * d185
    d190 = d187 * d189 + deccentricity * v186 - d185 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d191 = d185 + (d190 - step32 * (deccentricity * d187 - v186 * d189)) / v188
    if not abs(step32) > 1e-12:
        return anomaly34, d191
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v192 = sin(anomaly34)
    d193 = cos(anomaly34)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v194 = 1.0 - eccentricity * d193
    step33 = (anomaly34 - eccentricity * v192 - mean_anomaly) / v194
    # kepler_newton.py:22  anomaly -= step
    anomaly35 = anomaly34 - step33
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d195 = eccentricity * d191
    d196 = d193 * d195 + deccentricity * v192 - d191 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d197 = d191 + (d196 - step33 * (deccentricity * d193 - v192 * d195)) / v194
    if not abs(step33) > 1e-12:
        return anomaly35, d197
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v198 = sin(anomaly35)
    d199 = cos(anomaly35)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v200 = 1.0 - eccentricity * d199
    step34 = (anomaly35 - eccentricity * v198 - mean_anomaly) / v200
    # kepler_newton.py:22  anomaly -= step
    anomaly36 = anomaly35 - step34
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d201 = eccentricity * d197
    d202 = d199 * d201 + deccentricity * v198 - d197 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d203 = d197 + (d202 - step34 * (deccentricity * d199 - v198 * d201)) / v200
    if not abs(step34) > 1e-12:
        return anomaly36, d203
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v204 = sin(anomaly36)
    d205 = cos(anomaly36)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v206 = 1.0 - eccentricity * d205
    step35 = (anomaly36 - eccentricity * v204 - mean_anomaly) / v206
    # kepler_newton.py:22  anomaly -= step
    anomaly37 = anomaly36 - step35
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d207 = eccentricity * d203
    d208 = d205 * d207 + deccentricity * v204 - d203 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d209 = d203 + (d208 - step35 * (deccentricity * d205 - v204 * d207)) / v206
    if not abs(step35) > 1e-12:
        return anomaly37, d209
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v210 = sin(anomaly37)
    d211 = cos(anomaly37)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v212 = 1.0 - eccentricity * d211
    step36 = (anomaly37 - eccentricity * v210 - mean_anomaly) / v212
    # kepler_newton.py:22  anomaly -= step
    anomaly38 = anomaly37 - step36
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d213 = eccentricity * d209
    d214 = d211 * d213 + deccentricity * v210 - d209 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d215 = d209 + (d214 - step36 * (deccentricity * d211 - v210 * d213)) / v212
    if not abs(step36) > 1e-12:
        return anomaly38, d215
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v216 = sin(anomaly38)
    d217 = cos(anomaly38)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v218 = 1.0 - eccentricity * d217
    step37 = (anomaly38 - eccentricity * v216 - mean_anomaly) / v218
    # kepler_newton.py:22  anomaly -= step
    anomaly39 = anomaly38 - step37
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d219 = eccentricity * d215
    d220 = d217 * d219 + deccentricity * v216 - d215 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d221 = d215 + (d220 - step37 * (deccentricity * d217 - v216 * d219)) / v218
    if abs(step37) > 1e-12:
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v222 = sin(anomaly39)
        d223 = cos(anomaly39)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v224 = 1.0 - eccentricity * d223
        step38 = (anomaly39 - eccentricity * v222 - mean_anomaly) / v224
        # kepler_newton.py:22  anomaly -= step
        anomaly40 = anomaly39 - step38
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        d225 = eccentricity * d221
        d226 = d223 * d225 + deccentricity * v222 - d221 + dmean_anomaly
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        d227 = d221 + (d226 - step38 * (deccentricity * d223 - v222 * d225)) / v224
        if abs(step38) > 1e-12:
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            v228 = sin(anomaly40)
            d229 = cos(anomaly40)
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            v230 = 1.0 - eccentricity * d229
            step39 = (anomaly40 - eccentricity * v228 - mean_anomaly) / v230
            # kepler_newton.py:22  anomaly -= step
            anomaly41 = anomaly40 - step39
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            d231 = eccentricity * d227
            d232 = d229 * d231 + deccentricity * v228 - d227 + dmean_anomaly
            # kepler_newton.py:19  while abs(step) > tol and n < 20:
            d233 = d227 + (d232 - step39 * (deccentricity * d229 - v228 * d231)) / v230
            if abs(step39) > 1e-12:
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                v234 = sin(anomaly41)
                d235 = cos(anomaly41)
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                v236 = 1.0 - eccentricity * d235
                step40 = (anomaly41 - eccentricity * v234 - mean_anomaly) / v236
                d237 = eccentricity * d233
                d238 = d235 * d237 + deccentricity * v234 - d233 + dmean_anomaly
                # kepler_newton.py:19  while abs(step) > tol and n < 20:
                d239 = (d238 - step40 * (deccentricity * d235 - v234 * d237)) / v236
                return anomaly41 - step40, d233 + d239
            return anomaly41, d233
        return anomaly40, d227
    return anomaly39, d221
