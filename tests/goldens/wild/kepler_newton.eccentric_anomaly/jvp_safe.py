# value and tangent of eccentric_anomaly in 1041 operations, 1243 before the passes

from math import cos, pi, sin


def eccentric_anomaly(mean_anomaly, eccentricity, dmean_anomaly, deccentricity):
    # kepler_newton.py:16  anomaly = mean_anomaly - eccentricity / 2
    v0 = eccentricity * 0.5
    danomaly = 0.5 * deccentricity
    # kepler_newton.py:13  if mean_anomaly < math.pi:
    if mean_anomaly < pi:
        # kepler_newton.py:14  anomaly = mean_anomaly + eccentricity / 2
        anomaly2 = mean_anomaly + v0
        danomaly2 = dmean_anomaly + danomaly
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v1 = sin(anomaly2)
        d1 = cos(anomaly2)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v2 = 1.0 - eccentricity * d1
        step = (anomaly2 - eccentricity * v1 - mean_anomaly) / v2
        d3 = eccentricity * danomaly2
        d4 = deccentricity * v1 + d1 * d3 - danomaly2 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly3 = anomaly2 - step
        danomaly3 = danomaly2 + (d4 - step * (deccentricity * d1 - v1 * d3)) / v2
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step) > 1e-12:
            return anomaly3, danomaly3
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v5 = sin(anomaly3)
        d5 = cos(anomaly3)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v6 = 1.0 - eccentricity * d5
        step2 = (anomaly3 - eccentricity * v5 - mean_anomaly) / v6
        d7 = eccentricity * danomaly3
        d8 = deccentricity * v5 + d5 * d7 - danomaly3 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly4 = anomaly3 - step2
        danomaly4 = danomaly3 + (d8 - step2 * (deccentricity * d5 - v5 * d7)) / v6
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step2) > 1e-12:
            return anomaly4, danomaly4
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v9 = sin(anomaly4)
        d9 = cos(anomaly4)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v10 = 1.0 - eccentricity * d9
        step3 = (anomaly4 - eccentricity * v9 - mean_anomaly) / v10
        d11 = eccentricity * danomaly4
        d12 = deccentricity * v9 + d9 * d11 - danomaly4 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly5 = anomaly4 - step3
        danomaly5 = danomaly4 + (d12 - step3 * (deccentricity * d9 - v9 * d11)) / v10
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step3) > 1e-12:
            return anomaly5, danomaly5
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v13 = sin(anomaly5)
        d13 = cos(anomaly5)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v14 = 1.0 - eccentricity * d13
        step4 = (anomaly5 - eccentricity * v13 - mean_anomaly) / v14
        d15 = eccentricity * danomaly5
        d16 = deccentricity * v13 + d13 * d15 - danomaly5 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly6 = anomaly5 - step4
        d17 = (d16 - step4 * (deccentricity * d13 - v13 * d15)) / v14
        danomaly6 = danomaly5 + d17
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step4) > 1e-12:
            return anomaly6, danomaly6
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v18 = sin(anomaly6)
        d18 = cos(anomaly6)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v19 = 1.0 - eccentricity * d18
        step5 = (anomaly6 - eccentricity * v18 - mean_anomaly) / v19
        d20 = eccentricity * danomaly6
        d21 = deccentricity * v18 + d18 * d20 - danomaly6 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly7 = anomaly6 - step5
        d22 = (d21 - step5 * (deccentricity * d18 - v18 * d20)) / v19
        danomaly7 = danomaly6 + d22
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step5) > 1e-12:
            return anomaly7, danomaly7
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v23 = sin(anomaly7)
        d23 = cos(anomaly7)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v24 = 1.0 - eccentricity * d23
        step6 = (anomaly7 - eccentricity * v23 - mean_anomaly) / v24
        d25 = eccentricity * danomaly7
        d26 = deccentricity * v23 + d23 * d25 - danomaly7 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly8 = anomaly7 - step6
        d27 = (d26 - step6 * (deccentricity * d23 - v23 * d25)) / v24
        danomaly8 = danomaly7 + d27
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step6) > 1e-12:
            return anomaly8, danomaly8
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v28 = sin(anomaly8)
        d28 = cos(anomaly8)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v29 = 1.0 - eccentricity * d28
        step7 = (anomaly8 - eccentricity * v28 - mean_anomaly) / v29
        d30 = eccentricity * danomaly8
        d31 = deccentricity * v28 + d28 * d30 - danomaly8 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly9 = anomaly8 - step7
        d32 = (d31 - step7 * (deccentricity * d28 - v28 * d30)) / v29
        danomaly9 = danomaly8 + d32
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step7) > 1e-12:
            return anomaly9, danomaly9
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v33 = sin(anomaly9)
        d33 = cos(anomaly9)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v34 = 1.0 - eccentricity * d33
        step8 = (anomaly9 - eccentricity * v33 - mean_anomaly) / v34
        d35 = eccentricity * danomaly9
        d36 = deccentricity * v33 + d33 * d35 - danomaly9 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly10 = anomaly9 - step8
        d37 = (d36 - step8 * (deccentricity * d33 - v33 * d35)) / v34
        danomaly10 = danomaly9 + d37
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step8) > 1e-12:
            return anomaly10, danomaly10
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v38 = sin(anomaly10)
        d38 = cos(anomaly10)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v39 = 1.0 - eccentricity * d38
        step9 = (anomaly10 - eccentricity * v38 - mean_anomaly) / v39
        d40 = eccentricity * danomaly10
        d41 = deccentricity * v38 + d38 * d40 - danomaly10 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly11 = anomaly10 - step9
        d42 = (d41 - step9 * (deccentricity * d38 - v38 * d40)) / v39
        danomaly11 = danomaly10 + d42
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step9) > 1e-12:
            return anomaly11, danomaly11
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v43 = sin(anomaly11)
        d43 = cos(anomaly11)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v44 = 1.0 - eccentricity * d43
        step10 = (anomaly11 - eccentricity * v43 - mean_anomaly) / v44
        d45 = eccentricity * danomaly11
        d46 = deccentricity * v43 + d43 * d45 - danomaly11 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly12 = anomaly11 - step10
        d47 = (d46 - step10 * (deccentricity * d43 - v43 * d45)) / v44
        danomaly12 = danomaly11 + d47
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step10) > 1e-12:
            return anomaly12, danomaly12
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v48 = sin(anomaly12)
        d48 = cos(anomaly12)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v49 = 1.0 - eccentricity * d48
        step11 = (anomaly12 - eccentricity * v48 - mean_anomaly) / v49
        d50 = eccentricity * danomaly12
        d51 = deccentricity * v48 + d48 * d50 - danomaly12 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly13 = anomaly12 - step11
        d52 = (d51 - step11 * (deccentricity * d48 - v48 * d50)) / v49
        danomaly13 = danomaly12 + d52
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step11) > 1e-12:
            return anomaly13, danomaly13
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v53 = sin(anomaly13)
        d53 = cos(anomaly13)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v54 = 1.0 - eccentricity * d53
        step12 = (anomaly13 - eccentricity * v53 - mean_anomaly) / v54
        d55 = eccentricity * danomaly13
        d56 = deccentricity * v53 + d53 * d55 - danomaly13 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly14 = anomaly13 - step12
        d57 = (d56 - step12 * (deccentricity * d53 - v53 * d55)) / v54
        danomaly14 = danomaly13 + d57
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step12) > 1e-12:
            return anomaly14, danomaly14
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v58 = sin(anomaly14)
        d58 = cos(anomaly14)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v59 = 1.0 - eccentricity * d58
        step13 = (anomaly14 - eccentricity * v58 - mean_anomaly) / v59
        d60 = eccentricity * danomaly14
        d61 = deccentricity * v58 + d58 * d60 - danomaly14 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly15 = anomaly14 - step13
        d62 = (d61 - step13 * (deccentricity * d58 - v58 * d60)) / v59
        danomaly15 = danomaly14 + d62
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step13) > 1e-12:
            return anomaly15, danomaly15
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v63 = sin(anomaly15)
        d63 = cos(anomaly15)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v64 = 1.0 - eccentricity * d63
        step14 = (anomaly15 - eccentricity * v63 - mean_anomaly) / v64
        d65 = eccentricity * danomaly15
        d66 = deccentricity * v63 + d63 * d65 - danomaly15 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly16 = anomaly15 - step14
        d67 = (d66 - step14 * (deccentricity * d63 - v63 * d65)) / v64
        danomaly16 = danomaly15 + d67
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step14) > 1e-12:
            return anomaly16, danomaly16
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v68 = sin(anomaly16)
        d68 = cos(anomaly16)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v69 = 1.0 - eccentricity * d68
        step15 = (anomaly16 - eccentricity * v68 - mean_anomaly) / v69
        d70 = eccentricity * danomaly16
        d71 = deccentricity * v68 + d68 * d70 - danomaly16 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly17 = anomaly16 - step15
        d72 = (d71 - step15 * (deccentricity * d68 - v68 * d70)) / v69
        danomaly17 = danomaly16 + d72
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step15) > 1e-12:
            return anomaly17, danomaly17
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v73 = sin(anomaly17)
        d73 = cos(anomaly17)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v74 = 1.0 - eccentricity * d73
        step16 = (anomaly17 - eccentricity * v73 - mean_anomaly) / v74
        d75 = eccentricity * danomaly17
        d76 = deccentricity * v73 + d73 * d75 - danomaly17 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly18 = anomaly17 - step16
        d77 = (d76 - step16 * (deccentricity * d73 - v73 * d75)) / v74
        danomaly18 = danomaly17 + d77
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step16) > 1e-12:
            return anomaly18, danomaly18
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v78 = sin(anomaly18)
        d78 = cos(anomaly18)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v79 = 1.0 - eccentricity * d78
        step17 = (anomaly18 - eccentricity * v78 - mean_anomaly) / v79
        d80 = eccentricity * danomaly18
        d81 = deccentricity * v78 + d78 * d80 - danomaly18 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly19 = anomaly18 - step17
        d82 = (d81 - step17 * (deccentricity * d78 - v78 * d80)) / v79
        danomaly19 = danomaly18 + d82
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if abs(step17) > 1e-12:
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            v83 = sin(anomaly19)
            d83 = cos(anomaly19)
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            v84 = 1.0 - eccentricity * d83
            step18 = (anomaly19 - eccentricity * v83 - mean_anomaly) / v84
            d85 = eccentricity * danomaly19
            d86 = deccentricity * v83 + d83 * d85 - danomaly19 + dmean_anomaly
            # kepler_newton.py:22  anomaly -= step
            anomaly20 = anomaly19 - step18
            d87 = (d86 - step18 * (deccentricity * d83 - v83 * d85)) / v84
            danomaly20 = danomaly19 + d87
            # kepler_newton.py:19  while abs(step) > tol and n < 20:
            if abs(step18) > 1e-12:
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                v88 = sin(anomaly20)
                d88 = cos(anomaly20)
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                v89 = 1.0 - eccentricity * d88
                step19 = (anomaly20 - eccentricity * v88 - mean_anomaly) / v89
                d90 = eccentricity * danomaly20
                d91 = deccentricity * v88 + d88 * d90 - danomaly20 + dmean_anomaly
                # kepler_newton.py:22  anomaly -= step
                anomaly21 = anomaly20 - step19
                d92 = (d91 - step19 * (deccentricity * d88 - v88 * d90)) / v89
                danomaly21 = danomaly20 + d92
                # kepler_newton.py:19  while abs(step) > tol and n < 20:
                if abs(step19) > 1e-12:
                    # kepler_newton.py:20  residual = anomaly - eccentricity * math.s...
                    v93 = sin(anomaly21)
                    d93 = cos(anomaly21)
                    # kepler_newton.py:21  step = residual / (1 - eccentricity * math...
                    v94 = 1.0 - eccentricity * d93
                    step20 = (anomaly21 - eccentricity * v93 - mean_anomaly) / v94
                    d95 = eccentricity * danomaly21
                    d96 = deccentricity * v93 + d93 * d95 - danomaly21 + dmean_anomaly
                    # kepler_newton.py:22  anomaly -= step
                    d97 = (d96 - step20 * (deccentricity * d93 - v93 * d95)) / v94
                    return anomaly21 - step20, danomaly21 + d97
                return anomaly21, danomaly21
            return anomaly20, danomaly20
        return anomaly19, danomaly19
    # kepler_newton.py:16  anomaly = mean_anomaly - eccentricity / 2
    anomaly = mean_anomaly - v0
    danomaly22 = danomaly - dmean_anomaly
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v98 = sin(anomaly)
    d98 = cos(anomaly)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v99 = 1.0 - eccentricity * d98
    step21 = (anomaly - eccentricity * v98 - mean_anomaly) / v99
    d100 = eccentricity * danomaly22
    d101 = deccentricity * v98 - d98 * d100 + danomaly22 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly23 = anomaly - step21
    d102 = (d101 - step21 * (deccentricity * d98 + v98 * d100)) / v99
    danomaly23 = d102 - danomaly22
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step21) > 1e-12:
        return anomaly23, danomaly23
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v103 = sin(anomaly23)
    d103 = cos(anomaly23)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v104 = 1.0 - eccentricity * d103
    step22 = (anomaly23 - eccentricity * v103 - mean_anomaly) / v104
    d105 = eccentricity * danomaly23
    d106 = d103 * d105 + deccentricity * v103 - danomaly23 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly24 = anomaly23 - step22
    d107 = (d106 - step22 * (deccentricity * d103 - v103 * d105)) / v104
    danomaly24 = danomaly23 + d107
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step22) > 1e-12:
        return anomaly24, danomaly24
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v108 = sin(anomaly24)
    d108 = cos(anomaly24)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v109 = 1.0 - eccentricity * d108
    step23 = (anomaly24 - eccentricity * v108 - mean_anomaly) / v109
    d110 = eccentricity * danomaly24
    d111 = d108 * d110 + deccentricity * v108 - danomaly24 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly25 = anomaly24 - step23
    d112 = (d111 - step23 * (deccentricity * d108 - v108 * d110)) / v109
    danomaly25 = danomaly24 + d112
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step23) > 1e-12:
        return anomaly25, danomaly25
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v113 = sin(anomaly25)
    d113 = cos(anomaly25)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v114 = 1.0 - eccentricity * d113
    step24 = (anomaly25 - eccentricity * v113 - mean_anomaly) / v114
    d115 = eccentricity * danomaly25
    d116 = d113 * d115 + deccentricity * v113 - danomaly25 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly26 = anomaly25 - step24
    d117 = (d116 - step24 * (deccentricity * d113 - v113 * d115)) / v114
    danomaly26 = danomaly25 + d117
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step24) > 1e-12:
        return anomaly26, danomaly26
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v118 = sin(anomaly26)
    d118 = cos(anomaly26)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v119 = 1.0 - eccentricity * d118
    step25 = (anomaly26 - eccentricity * v118 - mean_anomaly) / v119
    d120 = eccentricity * danomaly26
    d121 = d118 * d120 + deccentricity * v118 - danomaly26 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly27 = anomaly26 - step25
    d122 = (d121 - step25 * (deccentricity * d118 - v118 * d120)) / v119
    danomaly27 = danomaly26 + d122
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step25) > 1e-12:
        return anomaly27, danomaly27
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v123 = sin(anomaly27)
    d123 = cos(anomaly27)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v124 = 1.0 - eccentricity * d123
    step26 = (anomaly27 - eccentricity * v123 - mean_anomaly) / v124
    d125 = eccentricity * danomaly27
    d126 = d123 * d125 + deccentricity * v123 - danomaly27 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly28 = anomaly27 - step26
    d127 = (d126 - step26 * (deccentricity * d123 - v123 * d125)) / v124
    danomaly28 = danomaly27 + d127
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step26) > 1e-12:
        return anomaly28, danomaly28
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v128 = sin(anomaly28)
    d128 = cos(anomaly28)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v129 = 1.0 - eccentricity * d128
    step27 = (anomaly28 - eccentricity * v128 - mean_anomaly) / v129
    d130 = eccentricity * danomaly28
    d131 = d128 * d130 + deccentricity * v128 - danomaly28 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly29 = anomaly28 - step27
    d132 = (d131 - step27 * (deccentricity * d128 - v128 * d130)) / v129
    danomaly29 = danomaly28 + d132
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step27) > 1e-12:
        return anomaly29, danomaly29
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v133 = sin(anomaly29)
    d133 = cos(anomaly29)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v134 = 1.0 - eccentricity * d133
    step28 = (anomaly29 - eccentricity * v133 - mean_anomaly) / v134
    d135 = eccentricity * danomaly29
    d136 = d133 * d135 + deccentricity * v133 - danomaly29 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly30 = anomaly29 - step28
    d137 = (d136 - step28 * (deccentricity * d133 - v133 * d135)) / v134
    danomaly30 = danomaly29 + d137
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step28) > 1e-12:
        return anomaly30, danomaly30
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v138 = sin(anomaly30)
    d138 = cos(anomaly30)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v139 = 1.0 - eccentricity * d138
    step29 = (anomaly30 - eccentricity * v138 - mean_anomaly) / v139
    d140 = eccentricity * danomaly30
    d141 = d138 * d140 + deccentricity * v138 - danomaly30 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly31 = anomaly30 - step29
    d142 = (d141 - step29 * (deccentricity * d138 - v138 * d140)) / v139
    danomaly31 = danomaly30 + d142
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step29) > 1e-12:
        return anomaly31, danomaly31
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v143 = sin(anomaly31)
    d143 = cos(anomaly31)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v144 = 1.0 - eccentricity * d143
    step30 = (anomaly31 - eccentricity * v143 - mean_anomaly) / v144
    d145 = eccentricity * danomaly31
    d146 = d143 * d145 + deccentricity * v143 - danomaly31 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly32 = anomaly31 - step30
    d147 = (d146 - step30 * (deccentricity * d143 - v143 * d145)) / v144
    danomaly32 = danomaly31 + d147
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step30) > 1e-12:
        return anomaly32, danomaly32
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v148 = sin(anomaly32)
    d148 = cos(anomaly32)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v149 = 1.0 - eccentricity * d148
    step31 = (anomaly32 - eccentricity * v148 - mean_anomaly) / v149
    d150 = eccentricity * danomaly32
    d151 = d148 * d150 + deccentricity * v148 - danomaly32 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly33 = anomaly32 - step31
    d152 = (d151 - step31 * (deccentricity * d148 - v148 * d150)) / v149
    danomaly33 = danomaly32 + d152
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step31) > 1e-12:
        return anomaly33, danomaly33
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v153 = sin(anomaly33)
    d153 = cos(anomaly33)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v154 = 1.0 - eccentricity * d153
    step32 = (anomaly33 - eccentricity * v153 - mean_anomaly) / v154
    d155 = eccentricity * danomaly33
    d156 = d153 * d155 + deccentricity * v153 - danomaly33 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly34 = anomaly33 - step32
    d157 = (d156 - step32 * (deccentricity * d153 - v153 * d155)) / v154
    danomaly34 = danomaly33 + d157
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step32) > 1e-12:
        return anomaly34, danomaly34
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v158 = sin(anomaly34)
    d158 = cos(anomaly34)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v159 = 1.0 - eccentricity * d158
    step33 = (anomaly34 - eccentricity * v158 - mean_anomaly) / v159
    d160 = eccentricity * danomaly34
    d161 = d158 * d160 + deccentricity * v158 - danomaly34 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly35 = anomaly34 - step33
    d162 = (d161 - step33 * (deccentricity * d158 - v158 * d160)) / v159
    danomaly35 = danomaly34 + d162
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step33) > 1e-12:
        return anomaly35, danomaly35
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v163 = sin(anomaly35)
    d163 = cos(anomaly35)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v164 = 1.0 - eccentricity * d163
    step34 = (anomaly35 - eccentricity * v163 - mean_anomaly) / v164
    d165 = eccentricity * danomaly35
    d166 = d163 * d165 + deccentricity * v163 - danomaly35 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly36 = anomaly35 - step34
    d167 = (d166 - step34 * (deccentricity * d163 - v163 * d165)) / v164
    danomaly36 = danomaly35 + d167
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step34) > 1e-12:
        return anomaly36, danomaly36
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v168 = sin(anomaly36)
    d168 = cos(anomaly36)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v169 = 1.0 - eccentricity * d168
    step35 = (anomaly36 - eccentricity * v168 - mean_anomaly) / v169
    d170 = eccentricity * danomaly36
    d171 = d168 * d170 + deccentricity * v168 - danomaly36 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly37 = anomaly36 - step35
    d172 = (d171 - step35 * (deccentricity * d168 - v168 * d170)) / v169
    danomaly37 = danomaly36 + d172
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step35) > 1e-12:
        return anomaly37, danomaly37
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v173 = sin(anomaly37)
    d173 = cos(anomaly37)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v174 = 1.0 - eccentricity * d173
    step36 = (anomaly37 - eccentricity * v173 - mean_anomaly) / v174
    d175 = eccentricity * danomaly37
    d176 = d173 * d175 + deccentricity * v173 - danomaly37 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly38 = anomaly37 - step36
    d177 = (d176 - step36 * (deccentricity * d173 - v173 * d175)) / v174
    danomaly38 = danomaly37 + d177
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if not abs(step36) > 1e-12:
        return anomaly38, danomaly38
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v178 = sin(anomaly38)
    d178 = cos(anomaly38)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v179 = 1.0 - eccentricity * d178
    step37 = (anomaly38 - eccentricity * v178 - mean_anomaly) / v179
    d180 = eccentricity * danomaly38
    d181 = d178 * d180 + deccentricity * v178 - danomaly38 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly39 = anomaly38 - step37
    d182 = (d181 - step37 * (deccentricity * d178 - v178 * d180)) / v179
    danomaly39 = danomaly38 + d182
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    if abs(step37) > 1e-12:
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v183 = sin(anomaly39)
        d183 = cos(anomaly39)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v184 = 1.0 - eccentricity * d183
        step38 = (anomaly39 - eccentricity * v183 - mean_anomaly) / v184
        d185 = eccentricity * danomaly39
        d186 = d183 * d185 + deccentricity * v183 - danomaly39 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly40 = anomaly39 - step38
        d187 = (d186 - step38 * (deccentricity * d183 - v183 * d185)) / v184
        danomaly40 = danomaly39 + d187
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if abs(step38) > 1e-12:
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            v188 = sin(anomaly40)
            d188 = cos(anomaly40)
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            v189 = 1.0 - eccentricity * d188
            step39 = (anomaly40 - eccentricity * v188 - mean_anomaly) / v189
            d190 = eccentricity * danomaly40
            d191 = d188 * d190 + deccentricity * v188 - danomaly40 + dmean_anomaly
            # kepler_newton.py:22  anomaly -= step
            anomaly41 = anomaly40 - step39
            d192 = (d191 - step39 * (deccentricity * d188 - v188 * d190)) / v189
            danomaly41 = danomaly40 + d192
            # kepler_newton.py:19  while abs(step) > tol and n < 20:
            if abs(step39) > 1e-12:
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                v193 = sin(anomaly41)
                d193 = cos(anomaly41)
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                v194 = 1.0 - eccentricity * d193
                step40 = (anomaly41 - eccentricity * v193 - mean_anomaly) / v194
                d195 = eccentricity * danomaly41
                d196 = d193 * d195 + deccentricity * v193 - danomaly41 + dmean_anomaly
                # kepler_newton.py:22  anomaly -= step
                d197 = (d196 - step40 * (deccentricity * d193 - v193 * d195)) / v194
                return anomaly41 - step40, danomaly41 + d197
            return anomaly41, danomaly41
        return anomaly40, danomaly40
    return anomaly39, danomaly39
