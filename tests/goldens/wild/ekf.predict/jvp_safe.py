# value and tangent of predict in 336 operations, 436 before the passes

from math import cos, sin
import numpy as np


def predict(mean, covariance, control, dt, dmean, dcovariance, dcontrol, ddt):
    mean0, mean1, heading = mean.tolist()
    (
        (covariance00, covariance01, covariance02),
        (covariance10, covariance11, covariance12),
        (covariance20, covariance21, covariance22),
    ) = covariance.tolist()
    v, w = control.tolist()
    dmean0, dmean1, dheading = dmean.tolist()
    (
        (dcovariance00, dcovariance01, dcovariance02),
        (dcovariance10, dcovariance11, dcovariance12),
        (dcovariance20, dcovariance21, dcovariance22),
    ) = dcovariance.tolist()
    dv, dw = dcontrol.tolist()
    # ekf.py:26  turned = heading + w * dt
    turned = heading + w * dt
    dturned = dheading + (dt * dw + w * ddt)
    # ekf.py:27  s, c = np.sin(heading), np.cos(heading)
    s = sin(heading)
    v0 = cos(heading)
    ds = v0 * dheading
    dc = s * dheading
    # ekf.py:28  s2, c2 = np.sin(turned), np.cos(turned)
    s2 = sin(turned)
    v1 = cos(turned)
    ds2 = v1 * dturned
    dc2 = s2 * dturned
    # ekf.py:29  r = v / w
    r = v / w
    dr = (dv - r * dw) / w
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    v2 = s2 - s
    d2 = ds2 - ds
    v3 = r * v2
    d3 = v2 * dr + r * d2
    v4 = v0 - v1
    d4 = dc2 - dc
    # ekf.py:32  G[:2, 2] = [r * (c2 - c), r * (s2 - s)]
    v0 = v1 - v0
    G02 = r * v0
    dG02 = v0 * dr + r * (dc - dc2)
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    V00 = v2 / w
    dV00 = (d2 - V00 * dw) / w
    v0 = s - s2
    v2 = w * w
    d2 = 2.0 * w * dw
    v5 = v * v0 / v2
    v6 = r * v1
    V01 = v5 + v6 * dt
    d0 = (v0 * dv + v * (ds - ds2) - v5 * d2) / v2
    dV01 = d0 + (dt * (v1 * dr - r * dc2) + v6 * ddt)
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    V10 = v4 / w
    dV10 = (d4 - V10 * dw) / w
    v0 = v4 * v / v2
    v1 = r * s2
    V11 = v1 * dt - v0
    d0 = (-(d4 * v) - v4 * dv + d2 * v0) / v2
    dV11 = d0 + (dt * (s2 * dr + r * ds2) + v1 * ddt)
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v0 = v * v
    M00 = 0.1 * v0 + 0.01 * v2
    dM00 = 0.2 * v * dv + 0.02 * w * dw
    M11 = 0.01 * v0 + 0.1 * v2
    dM11 = 0.02 * v * dv + 0.2 * w * dw
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v0 = 0.0 * covariance10
    v1 = covariance00 + v0 + G02 * covariance20
    v2 = 0.0 * covariance11
    v5 = covariance01 + v2 + G02 * covariance21
    v6 = 0.0 * covariance12
    d7 = G02 * dcovariance22
    v8 = covariance02 + v6 + G02 * covariance22
    d9 = dcovariance02 + (covariance22 * dG02 + d7)
    v10 = 0.0 * covariance00
    v11 = v10 + covariance10 + v3 * covariance20
    v12 = 0.0 * covariance01
    v13 = v12 + covariance11 + v3 * covariance21
    v14 = 0.0 * covariance02
    d15 = v3 * dcovariance22
    v16 = v14 + covariance12 + v3 * covariance22
    d17 = dcovariance12 + (covariance22 * d3 + d15)
    v0 = v10 + v0 + covariance20
    v2 = v12 + v2 + covariance21
    v17 = v14 + v6 + covariance22
    v6 = v5 * 0.0
    d10 = dcovariance00 + (covariance20 * dG02 + G02 * dcovariance20)
    v12 = v1 * 0.0
    d14 = dcovariance01 + (covariance21 * dG02 + G02 * dcovariance21)
    v18 = v13 * 0.0
    d19 = dcovariance10 + (covariance20 * d3 + v3 * dcovariance20)
    v20 = v11 * 0.0
    d21 = dcovariance11 + (covariance21 * d3 + v3 * dcovariance21)
    v22 = v2 * 0.0
    v23 = v0 * 0.0
    d24 = M00 * dV00 + V00 * dM00
    v25 = V00 * M00 + V01 * 0.0
    d26 = M11 * dV01 + V01 * dM11
    v27 = V00 * 0.0 + V01 * M11
    d28 = M00 * dV10 + V10 * dM00
    v29 = V10 * M00 + V11 * 0.0
    d30 = M11 * dV11 + V11 * dM11
    v31 = V10 * 0.0 + V11 * M11
    v32 = 0.0 * M00 + dt * 0.0
    v30 = dt * M11
    d33 = M11 * ddt + dt * dM11
    d34 = V00 * d24 + v25 * dV00 + (V01 * d26 + v27 * dV01)
    d24 = V10 * d24 + v25 * dV10 + (V11 * d26 + v27 * dV11)
    d35 = V00 * d28 + v29 * dV00 + (V01 * d30 + v31 * dV01)
    d28 = V10 * d28 + v29 * dV10 + (V11 * d30 + v31 * dV11)
    d7 = dcovariance20 + (d7 + v17 * dG02) + (v32 * dV00 + (V01 * d33 + v30 * dV01))
    d15 = dcovariance21 + (d15 + v17 * d3) + (v32 * dV10 + (V11 * d33 + v30 * dV11))
    return (
        (
            np.array([mean0 + v3, mean1 + r * v4, turned]),
            np.array(
                [
                    [
                        v1 + v6 + v8 * G02 + (v25 * V00 + v27 * V01),
                        v12 + v5 + v8 * v3 + (v25 * V10 + v27 * V11),
                        v12 + v6 + v8 + (v25 * 0.0 + v27 * dt),
                    ],
                    [
                        v11 + v18 + v16 * G02 + (v29 * V00 + v31 * V01),
                        v20 + v13 + v16 * v3 + (v29 * V10 + v31 * V11),
                        v20 + v18 + v16 + (v29 * 0.0 + v31 * dt),
                    ],
                    [
                        v0 + v22 + v17 * G02 + (v32 * V00 + v30 * V01),
                        v23 + v2 + v17 * v3 + (v32 * V10 + v30 * V11),
                        v23 + v22 + v17 + (v32 * 0.0 + v30 * dt),
                    ],
                ]
            ),
        ),
        (
            np.array([dmean0 + d3, dmean1 + (v4 * dr + r * d4), dturned]),
            np.array(
                [
                    [
                        d10 + (G02 * d9 + v8 * dG02) + d34,
                        d14 + (v3 * d9 + v8 * d3) + d24,
                        d9 + (dt * d26 + v27 * ddt),
                    ],
                    [
                        d19 + (G02 * d17 + v16 * dG02) + d35,
                        d21 + (v3 * d17 + v16 * d3) + d28,
                        d17 + (dt * d30 + v31 * ddt),
                    ],
                    [d7, d15, dcovariance22 + (dt * d33 + v30 * ddt)],
                ]
            ),
        ),
    )
