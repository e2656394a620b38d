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
        d1 = cos(anomaly)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v2 = 1.0 - eccentricity * d1
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d3 = eccentricity * danomaly
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step = (anomaly - eccentricity * v1 - mean_anomaly) / v2
        d4 = deccentricity * v1 + d1 * d3 - danomaly + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly2 = anomaly - step
        danomaly2 = danomaly + (d4 - step * (deccentricity * d1 - v1 * d3)) / v2
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step) > 1e-12:
            return anomaly2, danomaly2
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v5 = sin(anomaly2)
        d5 = cos(anomaly2)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v6 = 1.0 - eccentricity * d5
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d7 = eccentricity * danomaly2
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step2 = (anomaly2 - eccentricity * v5 - mean_anomaly) / v6
        d8 = deccentricity * v5 + d5 * d7 - danomaly2 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly3 = anomaly2 - step2
        danomaly3 = danomaly2 + (d8 - step2 * (deccentricity * d5 - v5 * d7)) / v6
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step2) > 1e-12:
            return anomaly3, danomaly3
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v9 = sin(anomaly3)
        d9 = cos(anomaly3)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v10 = 1.0 - eccentricity * d9
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d11 = eccentricity * danomaly3
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step3 = (anomaly3 - eccentricity * v9 - mean_anomaly) / v10
        d12 = deccentricity * v9 + d9 * d11 - danomaly3 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly4 = anomaly3 - step3
        danomaly4 = danomaly3 + (d12 - step3 * (deccentricity * d9 - v9 * d11)) / v10
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step3) > 1e-12:
            return anomaly4, danomaly4
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v13 = sin(anomaly4)
        d13 = cos(anomaly4)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v14 = 1.0 - eccentricity * d13
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d15 = eccentricity * danomaly4
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step4 = (anomaly4 - eccentricity * v13 - mean_anomaly) / v14
        d16 = deccentricity * v13 + d13 * d15 - danomaly4 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly5 = anomaly4 - step4
        d17 = (d16 - step4 * (deccentricity * d13 - v13 * d15)) / v14
        danomaly5 = danomaly4 + d17
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step4) > 1e-12:
            return anomaly5, danomaly5
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v18 = sin(anomaly5)
        d18 = cos(anomaly5)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v19 = 1.0 - eccentricity * d18
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d20 = eccentricity * danomaly5
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step5 = (anomaly5 - eccentricity * v18 - mean_anomaly) / v19
        d21 = deccentricity * v18 + d18 * d20 - danomaly5 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly6 = anomaly5 - step5
        d22 = (d21 - step5 * (deccentricity * d18 - v18 * d20)) / v19
        danomaly6 = danomaly5 + d22
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step5) > 1e-12:
            return anomaly6, danomaly6
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v23 = sin(anomaly6)
        d23 = cos(anomaly6)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v24 = 1.0 - eccentricity * d23
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d25 = eccentricity * danomaly6
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step6 = (anomaly6 - eccentricity * v23 - mean_anomaly) / v24
        d26 = deccentricity * v23 + d23 * d25 - danomaly6 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly7 = anomaly6 - step6
        d27 = (d26 - step6 * (deccentricity * d23 - v23 * d25)) / v24
        danomaly7 = danomaly6 + d27
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step6) > 1e-12:
            return anomaly7, danomaly7
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v28 = sin(anomaly7)
        d28 = cos(anomaly7)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v29 = 1.0 - eccentricity * d28
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d30 = eccentricity * danomaly7
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step7 = (anomaly7 - eccentricity * v28 - mean_anomaly) / v29
        d31 = deccentricity * v28 + d28 * d30 - danomaly7 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly8 = anomaly7 - step7
        d32 = (d31 - step7 * (deccentricity * d28 - v28 * d30)) / v29
        danomaly8 = danomaly7 + d32
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step7) > 1e-12:
            return anomaly8, danomaly8
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v33 = sin(anomaly8)
        d33 = cos(anomaly8)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v34 = 1.0 - eccentricity * d33
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d35 = eccentricity * danomaly8
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step8 = (anomaly8 - eccentricity * v33 - mean_anomaly) / v34
        d36 = deccentricity * v33 + d33 * d35 - danomaly8 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly9 = anomaly8 - step8
        d37 = (d36 - step8 * (deccentricity * d33 - v33 * d35)) / v34
        danomaly9 = danomaly8 + d37
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step8) > 1e-12:
            return anomaly9, danomaly9
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v38 = sin(anomaly9)
        d38 = cos(anomaly9)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v39 = 1.0 - eccentricity * d38
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d40 = eccentricity * danomaly9
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step9 = (anomaly9 - eccentricity * v38 - mean_anomaly) / v39
        d41 = deccentricity * v38 + d38 * d40 - danomaly9 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly10 = anomaly9 - step9
        d42 = (d41 - step9 * (deccentricity * d38 - v38 * d40)) / v39
        danomaly10 = danomaly9 + d42
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step9) > 1e-12:
            return anomaly10, danomaly10
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v43 = sin(anomaly10)
        d43 = cos(anomaly10)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v44 = 1.0 - eccentricity * d43
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d45 = eccentricity * danomaly10
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step10 = (anomaly10 - eccentricity * v43 - mean_anomaly) / v44
        d46 = deccentricity * v43 + d43 * d45 - danomaly10 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly11 = anomaly10 - step10
        d47 = (d46 - step10 * (deccentricity * d43 - v43 * d45)) / v44
        danomaly11 = danomaly10 + d47
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step10) > 1e-12:
            return anomaly11, danomaly11
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v48 = sin(anomaly11)
        d48 = cos(anomaly11)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v49 = 1.0 - eccentricity * d48
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d50 = eccentricity * danomaly11
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step11 = (anomaly11 - eccentricity * v48 - mean_anomaly) / v49
        d51 = deccentricity * v48 + d48 * d50 - danomaly11 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly12 = anomaly11 - step11
        d52 = (d51 - step11 * (deccentricity * d48 - v48 * d50)) / v49
        danomaly12 = danomaly11 + d52
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step11) > 1e-12:
            return anomaly12, danomaly12
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v53 = sin(anomaly12)
        d53 = cos(anomaly12)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v54 = 1.0 - eccentricity * d53
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d55 = eccentricity * danomaly12
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step12 = (anomaly12 - eccentricity * v53 - mean_anomaly) / v54
        d56 = deccentricity * v53 + d53 * d55 - danomaly12 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly13 = anomaly12 - step12
        d57 = (d56 - step12 * (deccentricity * d53 - v53 * d55)) / v54
        danomaly13 = danomaly12 + d57
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step12) > 1e-12:
            return anomaly13, danomaly13
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v58 = sin(anomaly13)
        d58 = cos(anomaly13)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v59 = 1.0 - eccentricity * d58
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d60 = eccentricity * danomaly13
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step13 = (anomaly13 - eccentricity * v58 - mean_anomaly) / v59
        d61 = deccentricity * v58 + d58 * d60 - danomaly13 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly14 = anomaly13 - step13
        d62 = (d61 - step13 * (deccentricity * d58 - v58 * d60)) / v59
        danomaly14 = danomaly13 + d62
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step13) > 1e-12:
            return anomaly14, danomaly14
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v63 = sin(anomaly14)
        d63 = cos(anomaly14)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v64 = 1.0 - eccentricity * d63
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d65 = eccentricity * danomaly14
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step14 = (anomaly14 - eccentricity * v63 - mean_anomaly) / v64
        d66 = deccentricity * v63 + d63 * d65 - danomaly14 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly15 = anomaly14 - step14
        d67 = (d66 - step14 * (deccentricity * d63 - v63 * d65)) / v64
        danomaly15 = danomaly14 + d67
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step14) > 1e-12:
            return anomaly15, danomaly15
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v68 = sin(anomaly15)
        d68 = cos(anomaly15)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v69 = 1.0 - eccentricity * d68
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d70 = eccentricity * danomaly15
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step15 = (anomaly15 - eccentricity * v68 - mean_anomaly) / v69
        d71 = deccentricity * v68 + d68 * d70 - danomaly15 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly16 = anomaly15 - step15
        d72 = (d71 - step15 * (deccentricity * d68 - v68 * d70)) / v69
        danomaly16 = danomaly15 + d72
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step15) > 1e-12:
            return anomaly16, danomaly16
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v73 = sin(anomaly16)
        d73 = cos(anomaly16)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v74 = 1.0 - eccentricity * d73
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d75 = eccentricity * danomaly16
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step16 = (anomaly16 - eccentricity * v73 - mean_anomaly) / v74
        d76 = deccentricity * v73 + d73 * d75 - danomaly16 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly17 = anomaly16 - step16
        d77 = (d76 - step16 * (deccentricity * d73 - v73 * d75)) / v74
        danomaly17 = danomaly16 + d77
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if not abs(step16) > 1e-12:
            return anomaly17, danomaly17
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v78 = sin(anomaly17)
        d78 = cos(anomaly17)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v79 = 1.0 - eccentricity * d78
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        d80 = eccentricity * danomaly17
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        step17 = (anomaly17 - eccentricity * v78 - mean_anomaly) / v79
        d81 = deccentricity * v78 + d78 * d80 - danomaly17 + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly18 = anomaly17 - step17
        d82 = (d81 - step17 * (deccentricity * d78 - v78 * d80)) / v79
        danomaly18 = danomaly17 + d82
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        if abs(step17) > 1e-12:
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            v83 = sin(anomaly18)
            d83 = cos(anomaly18)
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            v84 = 1.0 - eccentricity * d83
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            d85 = eccentricity * danomaly18
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            step18 = (anomaly18 - eccentricity * v83 - mean_anomaly) / v84
            d86 = deccentricity * v83 + d83 * d85 - danomaly18 + dmean_anomaly
            # kepler_newton.py:22  anomaly -= step
            anomaly19 = anomaly18 - step18
            d87 = (d86 - step18 * (deccentricity * d83 - v83 * d85)) / v84
            danomaly19 = danomaly18 + d87
            # kepler_newton.py:19  while abs(step) > tol and n < 20:
            if abs(step18) > 1e-12:
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                v88 = sin(anomaly19)
                d88 = cos(anomaly19)
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                v89 = 1.0 - eccentricity * d88
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                d90 = eccentricity * danomaly19
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                step19 = (anomaly19 - eccentricity * v88 - mean_anomaly) / v89
                d91 = deccentricity * v88 + d88 * d90 - danomaly19 + dmean_anomaly
                # kepler_newton.py:22  anomaly -= step
                anomaly20 = anomaly19 - step19
                d92 = (d91 - step19 * (deccentricity * d88 - v88 * d90)) / v89
                danomaly20 = danomaly19 + d92
                # kepler_newton.py:19  while abs(step) > tol and n < 20:
                if abs(step19) > 1e-12:
                    # kepler_newton.py:20  residual = anomaly - eccentricity * math.s...
                    v93 = sin(anomaly20)
                    d93 = cos(anomaly20)
                    # kepler_newton.py:21  step = residual / (1 - eccentricity * math...
                    v94 = 1.0 - eccentricity * d93
                    # kepler_newton.py:20  residual = anomaly - eccentricity * math.s...
                    d95 = eccentricity * danomaly20
                    # kepler_newton.py:21  step = residual / (1 - eccentricity * math...
                    step20 = (anomaly20 - eccentricity * v93 - mean_anomaly) / v94
                    d96 = deccentricity * v93 + d93 * d95 - danomaly20 + dmean_anomaly
                    # kepler_newton.py:22  anomaly -= step
                    d97 = (d96 - step20 * (deccentricity * d93 - v93 * d95)) / v94
                    return anomaly20 - step20, danomaly20 + d97
                return anomaly20, danomaly20
            return anomaly19, danomaly19
        return anomaly18, danomaly18
    # kepler_newton.py:16  anomaly = mean_anomaly - eccentricity / 2
    anomaly21 = mean_anomaly - v0
    d98 = d0 - dmean_anomaly
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v99 = sin(anomaly21)
    d99 = cos(anomaly21)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v100 = 1.0 - eccentricity * d99
    step21 = (anomaly21 - eccentricity * v99 - mean_anomaly) / v100
    d101 = eccentricity * d98
    d102 = deccentricity * v99 - d99 * d101 + d98 + dmean_anomaly
    # kepler_newton.py:22  anomaly -= step
    anomaly22 = anomaly21 - step21
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d103 = (d102 - step21 * (deccentricity * d99 + v99 * d101)) / v100 - d98
    if not abs(step21) > 1e-12:
        return anomaly22, d103
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v104 = sin(anomaly22)
    d104 = cos(anomaly22)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v105 = 1.0 - eccentricity * d104
    step22 = (anomaly22 - eccentricity * v104 - mean_anomaly) / v105
    # kepler_newton.py:22  anomaly -= step
    anomaly23 = anomaly22 - step22
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d106 = eccentricity * d103
    d107 = d104 * d106 + deccentricity * v104 - d103 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d108 = d103 + (d107 - step22 * (deccentricity * d104 - v104 * d106)) / v105
    if not abs(step22) > 1e-12:
        return anomaly23, d108
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v109 = sin(anomaly23)
    d109 = cos(anomaly23)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v110 = 1.0 - eccentricity * d109
    step23 = (anomaly23 - eccentricity * v109 - mean_anomaly) / v110
    # kepler_newton.py:22  anomaly -= step
    anomaly24 = anomaly23 - step23
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d111 = eccentricity * d108
    d112 = d109 * d111 + deccentricity * v109 - d108 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d113 = d108 + (d112 - step23 * (deccentricity * d109 - v109 * d111)) / v110
    if not abs(step23) > 1e-12:
        return anomaly24, d113
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v114 = sin(anomaly24)
    d114 = cos(anomaly24)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v115 = 1.0 - eccentricity * d114
    step24 = (anomaly24 - eccentricity * v114 - mean_anomaly) / v115
    # kepler_newton.py:22  anomaly -= step
    anomaly25 = anomaly24 - step24
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d116 = eccentricity * d113
    d117 = d114 * d116 + deccentricity * v114 - d113 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d118 = d113 + (d117 - step24 * (deccentricity * d114 - v114 * d116)) / v115
    if not abs(step24) > 1e-12:
        return anomaly25, d118
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v119 = sin(anomaly25)
    d119 = cos(anomaly25)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v120 = 1.0 - eccentricity * d119
    step25 = (anomaly25 - eccentricity * v119 - mean_anomaly) / v120
    # kepler_newton.py:22  anomaly -= step
    anomaly26 = anomaly25 - step25
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d121 = eccentricity * d118
    d122 = d119 * d121 + deccentricity * v119 - d118 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d123 = d118 + (d122 - step25 * (deccentricity * d119 - v119 * d121)) / v120
    if not abs(step25) > 1e-12:
        return anomaly26, d123
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v124 = sin(anomaly26)
    d124 = cos(anomaly26)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v125 = 1.0 - eccentricity * d124
    step26 = (anomaly26 - eccentricity * v124 - mean_anomaly) / v125
    # kepler_newton.py:22  anomaly -= step
    anomaly27 = anomaly26 - step26
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d126 = eccentricity * d123
    d127 = d124 * d126 + deccentricity * v124 - d123 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d128 = d123 + (d127 - step26 * (deccentricity * d124 - v124 * d126)) / v125
    if not abs(step26) > 1e-12:
        return anomaly27, d128
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v129 = sin(anomaly27)
    d129 = cos(anomaly27)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v130 = 1.0 - eccentricity * d129
    step27 = (anomaly27 - eccentricity * v129 - mean_anomaly) / v130
    # kepler_newton.py:22  anomaly -= step
    anomaly28 = anomaly27 - step27
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d131 = eccentricity * d128
    d132 = d129 * d131 + deccentricity * v129 - d128 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d133 = d128 + (d132 - step27 * (deccentricity * d129 - v129 * d131)) / v130
    if not abs(step27) > 1e-12:
        return anomaly28, d133
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v134 = sin(anomaly28)
    d134 = cos(anomaly28)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v135 = 1.0 - eccentricity * d134
    step28 = (anomaly28 - eccentricity * v134 - mean_anomaly) / v135
    # kepler_newton.py:22  anomaly -= step
    anomaly29 = anomaly28 - step28
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d136 = eccentricity * d133
    d137 = d134 * d136 + deccentricity * v134 - d133 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d138 = d133 + (d137 - step28 * (deccentricity * d134 - v134 * d136)) / v135
    if not abs(step28) > 1e-12:
        return anomaly29, d138
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v139 = sin(anomaly29)
    d139 = cos(anomaly29)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v140 = 1.0 - eccentricity * d139
    step29 = (anomaly29 - eccentricity * v139 - mean_anomaly) / v140
    # kepler_newton.py:22  anomaly -= step
    anomaly30 = anomaly29 - step29
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d141 = eccentricity * d138
    d142 = d139 * d141 + deccentricity * v139 - d138 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d143 = d138 + (d142 - step29 * (deccentricity * d139 - v139 * d141)) / v140
    if not abs(step29) > 1e-12:
        return anomaly30, d143
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v144 = sin(anomaly30)
    d144 = cos(anomaly30)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v145 = 1.0 - eccentricity * d144
    step30 = (anomaly30 - eccentricity * v144 - mean_anomaly) / v145
    # kepler_newton.py:22  anomaly -= step
    anomaly31 = anomaly30 - step30
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d146 = eccentricity * d143
    d147 = d144 * d146 + deccentricity * v144 - d143 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d148 = d143 + (d147 - step30 * (deccentricity * d144 - v144 * d146)) / v145
    if not abs(step30) > 1e-12:
        return anomaly31, d148
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v149 = sin(anomaly31)
    d149 = cos(anomaly31)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v150 = 1.0 - eccentricity * d149
    step31 = (anomaly31 - eccentricity * v149 - mean_anomaly) / v150
    # kepler_newton.py:22  anomaly -= step
    anomaly32 = anomaly31 - step31
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d151 = eccentricity * d148
    d152 = d149 * d151 + deccentricity * v149 - d148 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d153 = d148 + (d152 - step31 * (deccentricity * d149 - v149 * d151)) / v150
    if not abs(step31) > 1e-12:
        return anomaly32, d153
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v154 = sin(anomaly32)
    d154 = cos(anomaly32)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v155 = 1.0 - eccentricity * d154
    step32 = (anomaly32 - eccentricity * v154 - mean_anomaly) / v155
    # kepler_newton.py:22  anomaly -= step
    anomaly33 = anomaly32 - step32
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d156 = eccentricity * d153
    d157 = d154 * d156 + deccentricity * v154 - d153 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d158 = d153 + (d157 - step32 * (deccentricity * d154 - v154 * d156)) / v155
    if not abs(step32) > 1e-12:
        return anomaly33, d158
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v159 = sin(anomaly33)
    d159 = cos(anomaly33)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v160 = 1.0 - eccentricity * d159
    step33 = (anomaly33 - eccentricity * v159 - mean_anomaly) / v160
    # kepler_newton.py:22  anomaly -= step
    anomaly34 = anomaly33 - step33
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d161 = eccentricity * d158
    d162 = d159 * d161 + deccentricity * v159 - d158 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d163 = d158 + (d162 - step33 * (deccentricity * d159 - v159 * d161)) / v160
    if not abs(step33) > 1e-12:
        return anomaly34, d163
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v164 = sin(anomaly34)
    d164 = cos(anomaly34)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v165 = 1.0 - eccentricity * d164
    step34 = (anomaly34 - eccentricity * v164 - mean_anomaly) / v165
    # kepler_newton.py:22  anomaly -= step
    anomaly35 = anomaly34 - step34
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d166 = eccentricity * d163
    d167 = d164 * d166 + deccentricity * v164 - d163 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d168 = d163 + (d167 - step34 * (deccentricity * d164 - v164 * d166)) / v165
    if not abs(step34) > 1e-12:
        return anomaly35, d168
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v169 = sin(anomaly35)
    d169 = cos(anomaly35)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v170 = 1.0 - eccentricity * d169
    step35 = (anomaly35 - eccentricity * v169 - mean_anomaly) / v170
    # kepler_newton.py:22  anomaly -= step
    anomaly36 = anomaly35 - step35
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d171 = eccentricity * d168
    d172 = d169 * d171 + deccentricity * v169 - d168 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d173 = d168 + (d172 - step35 * (deccentricity * d169 - v169 * d171)) / v170
    if not abs(step35) > 1e-12:
        return anomaly36, d173
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v174 = sin(anomaly36)
    d174 = cos(anomaly36)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v175 = 1.0 - eccentricity * d174
    step36 = (anomaly36 - eccentricity * v174 - mean_anomaly) / v175
    # kepler_newton.py:22  anomaly -= step
    anomaly37 = anomaly36 - step36
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d176 = eccentricity * d173
    d177 = d174 * d176 + deccentricity * v174 - d173 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d178 = d173 + (d177 - step36 * (deccentricity * d174 - v174 * d176)) / v175
    if not abs(step36) > 1e-12:
        return anomaly37, d178
    # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) - me...
    v179 = sin(anomaly37)
    d179 = cos(anomaly37)
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    v180 = 1.0 - eccentricity * d179
    step37 = (anomaly37 - eccentricity * v179 - mean_anomaly) / v180
    # kepler_newton.py:22  anomaly -= step
    anomaly38 = anomaly37 - step37
    # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
    d181 = eccentricity * d178
    d182 = d179 * d181 + deccentricity * v179 - d178 + dmean_anomaly
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    d183 = d178 + (d182 - step37 * (deccentricity * d179 - v179 * d181)) / v180
    if abs(step37) > 1e-12:
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v184 = sin(anomaly38)
        d184 = cos(anomaly38)
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v185 = 1.0 - eccentricity * d184
        step38 = (anomaly38 - eccentricity * v184 - mean_anomaly) / v185
        # kepler_newton.py:22  anomaly -= step
        anomaly39 = anomaly38 - step38
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        d186 = eccentricity * d183
        d187 = d184 * d186 + deccentricity * v184 - d183 + dmean_anomaly
        # kepler_newton.py:19  while abs(step) > tol and n < 20:
        d188 = d183 + (d187 - step38 * (deccentricity * d184 - v184 * d186)) / v185
        if abs(step38) > 1e-12:
            # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anoma...
            v189 = sin(anomaly39)
            d189 = cos(anomaly39)
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            v190 = 1.0 - eccentricity * d189
            step39 = (anomaly39 - eccentricity * v189 - mean_anomaly) / v190
            # kepler_newton.py:22  anomaly -= step
            anomaly40 = anomaly39 - step39
            # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(ano...
            d191 = eccentricity * d188
            d192 = d189 * d191 + deccentricity * v189 - d188 + dmean_anomaly
            # kepler_newton.py:19  while abs(step) > tol and n < 20:
            d193 = d188 + (d192 - step39 * (deccentricity * d189 - v189 * d191)) / v190
            if abs(step39) > 1e-12:
                # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(a...
                v194 = sin(anomaly40)
                d194 = cos(anomaly40)
                # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos...
                v195 = 1.0 - eccentricity * d194
                step40 = (anomaly40 - eccentricity * v194 - mean_anomaly) / v195
                d196 = eccentricity * d193
                d197 = d194 * d196 + deccentricity * v194 - d193 + dmean_anomaly
                # kepler_newton.py:19  while abs(step) > tol and n < 20:
                d198 = (d197 - step40 * (deccentricity * d194 - v194 * d196)) / v195
                return anomaly40 - step40, d193 + d198
            return anomaly40, d193
        return anomaly39, d188
    return anomaly38, d183
