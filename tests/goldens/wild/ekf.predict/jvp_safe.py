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
    v5 = v1 - v0
    G02 = r * v5
    dG02 = v5 * dr + r * (dc - dc2)
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    V00 = v2 / w
    dV00 = (d2 - V00 * dw) / w
    v6 = s - s2
    v7 = w * w
    d7 = 2.0 * w * dw
    v8 = v * v6 / v7
    v9 = r * v1
    V01 = v8 + v9 * dt
    d8 = (v6 * dv + v * (ds - ds2) - v8 * d7) / v7
    dV01 = d8 + (dt * (v1 * dr - r * dc2) + v9 * ddt)
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    V10 = v4 / w
    dV10 = (d4 - V10 * dw) / w
    v10 = v4 * v / v7
    v11 = r * s2
    V11 = v11 * dt - v10
    d10 = (-(d4 * v) - v4 * dv + d7 * v10) / v7
    dV11 = d10 + (dt * (s2 * dr + r * ds2) + v11 * ddt)
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v12 = v * v
    M00 = 0.1 * v12 + 0.01 * v7
    dM00 = 0.2 * v * dv + 0.02 * w * dw
    M11 = 0.01 * v12 + 0.1 * v7
    dM11 = 0.02 * v * dv + 0.2 * w * dw
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v13 = 0.0 * covariance10
    v14 = covariance00 + v13 + G02 * covariance20
    v15 = 0.0 * covariance11
    v16 = covariance01 + v15 + G02 * covariance21
    v17 = 0.0 * covariance12
    d18 = G02 * dcovariance22
    v19 = covariance02 + v17 + G02 * covariance22
    d20 = dcovariance02 + (covariance22 * dG02 + d18)
    v21 = 0.0 * covariance00
    v22 = v21 + covariance10 + v3 * covariance20
    v23 = 0.0 * covariance01
    v24 = v23 + covariance11 + v3 * covariance21
    v25 = 0.0 * covariance02
    d26 = v3 * dcovariance22
    v27 = v25 + covariance12 + v3 * covariance22
    d28 = dcovariance12 + (covariance22 * d3 + d26)
    v29 = v21 + v13 + covariance20
    v30 = v23 + v15 + covariance21
    v28 = v25 + v17 + covariance22
    v31 = v16 * 0.0
    d32 = dcovariance00 + (covariance20 * dG02 + G02 * dcovariance20)
    v33 = v14 * 0.0
    d34 = dcovariance01 + (covariance21 * dG02 + G02 * dcovariance21)
    v35 = v24 * 0.0
    d36 = dcovariance10 + (covariance20 * d3 + v3 * dcovariance20)
    v37 = v22 * 0.0
    d38 = dcovariance11 + (covariance21 * d3 + v3 * dcovariance21)
    v39 = v30 * 0.0
    v40 = v29 * 0.0
    d41 = M00 * dV00 + V00 * dM00
    v42 = V00 * M00 + V01 * 0.0
    d43 = M11 * dV01 + V01 * dM11
    v44 = V00 * 0.0 + V01 * M11
    d45 = M00 * dV10 + V10 * dM00
    v46 = V10 * M00 + V11 * 0.0
    d47 = M11 * dV11 + V11 * dM11
    v48 = V10 * 0.0 + V11 * M11
    v49 = 0.0 * M00 + dt * 0.0
    v47 = dt * M11
    d50 = M11 * ddt + dt * dM11
    d51 = V00 * d41 + v42 * dV00 + (V01 * d43 + v44 * dV01)
    d52 = V10 * d41 + v42 * dV10 + (V11 * d43 + v44 * dV11)
    d53 = V00 * d45 + v46 * dV00 + (V01 * d47 + v48 * dV01)
    d54 = V10 * d45 + v46 * dV10 + (V11 * d47 + v48 * dV11)
    d55 = dcovariance20 + (d18 + v28 * dG02) + (v49 * dV00 + (V01 * d50 + v47 * dV01))
    d56 = dcovariance21 + (d26 + v28 * d3) + (v49 * dV10 + (V11 * d50 + v47 * dV11))
    return (
        (
            np.array([mean0 + v3, mean1 + r * v4, turned]),
            np.array(
                [
                    [
                        v14 + v31 + v19 * G02 + (v42 * V00 + v44 * V01),
                        v33 + v16 + v19 * v3 + (v42 * V10 + v44 * V11),
                        v33 + v31 + v19 + (v42 * 0.0 + v44 * dt),
                    ],
                    [
                        v22 + v35 + v27 * G02 + (v46 * V00 + v48 * V01),
                        v37 + v24 + v27 * v3 + (v46 * V10 + v48 * V11),
                        v37 + v35 + v27 + (v46 * 0.0 + v48 * dt),
                    ],
                    [
                        v29 + v39 + v28 * G02 + (v49 * V00 + v47 * V01),
                        v40 + v30 + v28 * v3 + (v49 * V10 + v47 * V11),
                        v40 + v39 + v28 + (v49 * 0.0 + v47 * dt),
                    ],
                ]
            ),
        ),
        (
            np.array([dmean0 + d3, dmean1 + (v4 * dr + r * d4), dturned]),
            np.array(
                [
                    [
                        d32 + (G02 * d20 + v19 * dG02) + d51,
                        d34 + (v3 * d20 + v19 * d3) + d52,
                        d20 + (dt * d43 + v44 * ddt),
                    ],
                    [
                        d36 + (G02 * d28 + v27 * dG02) + d53,
                        d38 + (v3 * d28 + v27 * d3) + d54,
                        d28 + (dt * d47 + v48 * ddt),
                    ],
                    [d55, d56, dcovariance22 + (dt * d50 + v47 * ddt)],
                ]
            ),
        ),
    )
