# value and tangent of predict in 325 operations, 405 before the passes

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
    d2 = dturned * s2
    # ekf.py:29  r = v / w
    r = v / w
    d3 = (dw * r - dv) / w
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    v4 = s2 - s
    v5 = r * v4
    v6 = v0 - v1
    d6 = d2 - dheading * s
    d7 = r * d6
    # ekf.py:32  G[:2, 2] = [r * (c2 - c), r * (s2 - s)]
    v8 = v1 - v0
    G02 = r * v8
    d9 = d3 * v8 + d7
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    V00 = v4 / w
    v10 = s - s2
    d10 = dheading * v0 - ds2
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    d11 = d3 * v4 + r * d10
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    d12 = (d10 + dw * V00) / w
    v13 = w * w
    d14 = w * dw
    d13 = 2.0 * d14
    v15 = v * v10 / v13
    v16 = r * v1
    V01 = v15 + v16 * dt
    d17 = dt * (v1 * d3 + d2 * r) - (dv * v10 + v * d10 - v15 * d13) / v13 - ddt * v16
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    V10 = v6 / w
    d18 = (dw * V10 - d6) / w
    v19 = v * v6 / v13
    v20 = r * s2
    V11 = v20 * dt - v19
    d21 = (v * d6 + dv * v6 - v19 * d13) / v13 - ddt * v20 + dt * (s2 * d3 - ds2 * r)
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v22 = v * v
    M00 = 0.1 * v22 + 0.01 * v13
    d23 = v * dv
    dM00 = 0.2 * d23 + 0.02 * d14
    M11 = 0.01 * v22 + 0.1 * v13
    dM11 = 0.02 * d23 + 0.2 * d14
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v24 = 0.0 * covariance10
    v25 = covariance00 + v24 + G02 * covariance20
    v26 = 0.0 * covariance11
    v27 = covariance01 + v26 + G02 * covariance21
    v28 = 0.0 * covariance12
    v29 = covariance02 + v28 + G02 * covariance22
    v30 = 0.0 * covariance00
    v31 = v30 + covariance10 + v5 * covariance20
    v32 = 0.0 * covariance01
    v33 = v32 + covariance11 + v5 * covariance21
    v34 = 0.0 * covariance02
    v35 = v34 + covariance12 + v5 * covariance22
    v36 = v30 + v24 + covariance20
    v37 = v32 + v26 + covariance21
    v38 = v34 + v28 + covariance22
    d39 = G02 * dcovariance22
    d40 = d9 * covariance22 - dcovariance02 - d39
    d41 = v5 * dcovariance22
    d42 = d11 * covariance22 - dcovariance12 - d41
    v43 = v27 * 0.0
    v44 = v25 * 0.0
    v45 = v33 * 0.0
    v46 = v31 * 0.0
    v47 = v37 * 0.0
    v48 = v36 * 0.0
    v49 = V00 * M00 + V01 * 0.0
    v50 = V00 * 0.0 + V01 * M11
    v51 = V10 * M00 + V11 * 0.0
    v52 = V10 * 0.0 + V11 * M11
    v53 = 0.0 * M00 + dt * 0.0
    v54 = dt * M11
    d54 = V00 * dM00 - d12 * M00
    d55 = V01 * dM11 - d17 * M11
    d56 = V10 * dM00 - d18 * M00
    d57 = V11 * dM11 - d21 * M11
    d58 = ddt * M11 + dt * dM11
    d59 = dcovariance00 + G02 * (dcovariance20 - d40) - d9 * (covariance20 + v29)
    d60 = dcovariance01 + G02 * dcovariance21 - d9 * covariance21 - d11 * v29
    d61 = dcovariance10 + v5 * dcovariance20 - d11 * covariance20 - d9 * v35
    d62 = dcovariance11 + v5 * (dcovariance21 - d42) - d11 * (covariance21 + v35)
    d63 = dcovariance21 - d11 * v38 + d41 - d18 * v53 - d21 * v54 + V11 * d58
    d64 = dcovariance20 - d9 * v38 + d39 - d12 * v53 - d17 * v54 + V01 * d58
    return (
        (
            np.array([mean0 + v5, mean1 + r * v6, turned]),
            np.array(
                [
                    [
                        v25 + v43 + v29 * G02 + (v49 * V00 + v50 * V01),
                        v44 + v27 + v29 * v5 + (v49 * V10 + v50 * V11),
                        v44 + v43 + v29 + (v49 * 0.0 + v50 * dt),
                    ],
                    [
                        v31 + v45 + v35 * G02 + (v51 * V00 + v52 * V01),
                        v46 + v33 + v35 * v5 + (v51 * V10 + v52 * V11),
                        v46 + v45 + v35 + (v51 * 0.0 + v52 * dt),
                    ],
                    [
                        v36 + v47 + v38 * G02 + (v53 * V00 + v54 * V01),
                        v48 + v37 + v38 * v5 + (v53 * V10 + v54 * V11),
                        v48 + v47 + v38 + (v53 * 0.0 + v54 * dt),
                    ],
                ]
            ),
        ),
        (
            np.array([dmean0 - d11, dmean1 - d3 * v6 + d7, dturned]),
            np.array(
                [
                    [
                        d59 - d12 * v49 + V00 * d54 - d17 * v50 + V01 * d55,
                        d60 - v5 * d40 - d18 * v49 + V10 * d54 - d21 * v50 + V11 * d55,
                        ddt * v50 - d40 + dt * d55,
                    ],
                    [
                        d61 - G02 * d42 - d12 * v51 + V00 * d56 - d17 * v52 + V01 * d57,
                        d62 - d18 * v51 + V10 * d56 - d21 * v52 + V11 * d57,
                        ddt * v52 - d42 + dt * d57,
                    ],
                    [d64, d63, dcovariance22 + ddt * v54 + dt * d58],
                ]
            ),
        ),
    )
