# value and tangent of predict in 325 operations, 435 before the passes

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
    dturned = dheading + dt * dw + w * ddt
    # ekf.py:27  s, c = np.sin(heading), np.cos(heading)
    s = sin(heading)
    v0 = cos(heading)
    # ekf.py:28  s2, c2 = np.sin(turned), np.cos(turned)
    s2 = sin(turned)
    v1 = cos(turned)
    ds2 = dturned * v1
    dc2 = dturned * s2
    # ekf.py:29  r = v / w
    r = v / w
    dr = (dw * r - dv) / w
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    v2 = s2 - s
    d2 = dheading * v0 - ds2
    v3 = r * v2
    d3 = dr * v2 + r * d2
    v4 = v0 - v1
    d4 = dc2 - dheading * s
    # ekf.py:32  G[:2, 2] = [r * (c2 - c), r * (s2 - s)]
    v5 = v1 - v0
    G02 = r * v5
    d6 = r * d4
    dG02 = dr * v5 + d6
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    V00 = v2 / w
    dV00 = (d2 + dw * V00) / w
    v7 = s - s2
    v8 = w * w
    v9 = v * v7 / v8
    v10 = r * v1
    V01 = v9 + v10 * dt
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    V10 = v4 / w
    dV10 = (dw * V10 - d4) / w
    v11 = v4 * v / v8
    v12 = r * s2
    V11 = v12 * dt - v11
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v13 = v * v
    M00 = 0.1 * v13 + 0.01 * v8
    M11 = 0.01 * v13 + 0.1 * v8
    d14 = v * dv
    d15 = w * dw
    dM00 = 0.2 * d14 + 0.02 * d15
    dM11 = 0.02 * d14 + 0.2 * d15
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v16 = 0.0 * covariance12
    v17 = covariance02 + v16 + G02 * covariance22
    v18 = 0.0 * covariance02
    v19 = v18 + covariance12 + v3 * covariance22
    v20 = v18 + v16 + covariance22
    v21 = V00 * M00 + V01 * 0.0
    v22 = V00 * 0.0 + V01 * M11
    v23 = V10 * M00 + V11 * 0.0
    v24 = V10 * 0.0 + V11 * M11
    v25 = 0.0 * M00 + dt * 0.0
    v26 = dt * M11
    d26 = V00 * dM00 - dV00 * M00
    d27 = V10 * dM00 - dV10 * M00
    d28 = ddt * M11 + dt * dM11
    v29 = 0.0 * covariance10
    v30 = covariance00 + v29 + G02 * covariance20
    v31 = 0.0 * covariance11
    v32 = covariance01 + v31 + G02 * covariance21
    v33 = v32 * 0.0
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    d34 = 2.0 * d15
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    dV01 = dt * (v1 * dr + dc2 * r) - (dv * v7 + v * d2 - v9 * d34) / v8 - ddt * v10
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    d35 = V01 * dM11 - dV01 * M11
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    d36 = (v * d4 + dv * v4 - v11 * d34) / v8 - ddt * v12
    dV11 = d36 + dt * (s2 * dr - ds2 * r)
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    d37 = V11 * dM11 - dV11 * M11
    v38 = v30 * 0.0
    v39 = 0.0 * covariance00
    v40 = v39 + covariance10 + v3 * covariance20
    v41 = 0.0 * covariance01
    v42 = v41 + covariance11 + v3 * covariance21
    v43 = v42 * 0.0
    v44 = v40 * 0.0
    v45 = v39 + v29 + covariance20
    v46 = v41 + v31 + covariance21
    d46 = G02 * dcovariance22
    d47 = dG02 * covariance22 - dcovariance02 - d46
    d48 = v3 * dcovariance22
    d49 = d3 * covariance22 - dcovariance12 - d48
    v50 = v46 * 0.0
    v51 = v45 * 0.0
    d52 = dcovariance00 + G02 * (dcovariance20 - d47) - dG02 * (covariance20 + v17)
    d53 = dcovariance01 + G02 * dcovariance21 - dG02 * covariance21 - d3 * v17
    d54 = dcovariance10 + v3 * dcovariance20 - d3 * covariance20 - dG02 * v19
    d55 = dcovariance11 + v3 * (dcovariance21 - d49) - d3 * (covariance21 + v19)
    d56 = dcovariance20 - dG02 * v20 + d46 - dV00 * v25 - dV01 * v26 + V01 * d28
    d57 = dcovariance21 - d3 * v20 + d48 - dV10 * v25 - dV11 * v26 + V11 * d28
    d58 = d54 - G02 * d49 - dV00 * v23 + V00 * d27 - dV01 * v24 + V01 * d37
    d59 = d53 - v3 * d47 - dV10 * v21 + V10 * d26 - dV11 * v22 + V11 * d35
    return (
        (
            np.array([mean0 + v3, mean1 + r * v4, turned]),
            np.array(
                [
                    [
                        v30 + v33 + v17 * G02 + (v21 * V00 + v22 * V01),
                        v38 + v32 + v17 * v3 + (v21 * V10 + v22 * V11),
                        v38 + v33 + v17 + (v21 * 0.0 + v22 * dt),
                    ],
                    [
                        v40 + v43 + v19 * G02 + (v23 * V00 + v24 * V01),
                        v44 + v42 + v19 * v3 + (v23 * V10 + v24 * V11),
                        v44 + v43 + v19 + (v23 * 0.0 + v24 * dt),
                    ],
                    [
                        v45 + v50 + v20 * G02 + (v25 * V00 + v26 * V01),
                        v51 + v46 + v20 * v3 + (v25 * V10 + v26 * V11),
                        v51 + v50 + v20 + (v25 * 0.0 + v26 * dt),
                    ],
                ]
            ),
        ),
        (
            np.array([dmean0 - d3, dmean1 - dr * v4 + d6, dturned]),
            np.array(
                [
                    [
                        d52 - dV00 * v21 + V00 * d26 - dV01 * v22 + V01 * d35,
                        d59,
                        ddt * v22 - d47 + dt * d35,
                    ],
                    [
                        d58,
                        d55 - dV10 * v23 + V10 * d27 - dV11 * v24 + V11 * d37,
                        ddt * v24 - d49 + dt * d37,
                    ],
                    [d56, d57, dcovariance22 + ddt * v26 + dt * d28],
                ]
            ),
        ),
    )
