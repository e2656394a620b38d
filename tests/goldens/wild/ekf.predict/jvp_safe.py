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
    d2 = (dw * r - dv) / w
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    v3 = s2 - s
    v4 = r * v3
    v5 = v0 - v1
    d5 = dc2 - dheading * s
    d6 = r * d5
    # ekf.py:32  G[:2, 2] = [r * (c2 - c), r * (s2 - s)]
    v7 = v1 - v0
    G02 = r * v7
    d8 = d2 * v7 + d6
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    V00 = v3 / w
    v9 = s - s2
    d9 = dheading * v0 - ds2
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    d4 = d2 * v3 + r * d9
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    d10 = (d9 + dw * V00) / w
    v11 = w * w
    d11 = w * dw
    v12 = v * v9 / v11
    v13 = r * v1
    V01 = v12 + v13 * dt
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    V10 = v5 / w
    d14 = (dw * V10 - d5) / w
    v15 = v5 * v / v11
    v16 = r * s2
    V11 = v16 * dt - v15
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v17 = v * v
    M00 = 0.1 * v17 + 0.01 * v11
    d18 = v * dv
    dM00 = 0.2 * d18 + 0.02 * d11
    M11 = 0.01 * v17 + 0.1 * v11
    dM11 = 0.02 * d18 + 0.2 * d11
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v19 = 0.0 * covariance12
    v20 = covariance02 + v19 + G02 * covariance22
    v21 = 0.0 * covariance02
    v22 = v21 + covariance12 + v4 * covariance22
    v23 = v21 + v19 + covariance22
    v24 = V00 * M00 + V01 * 0.0
    v25 = V00 * 0.0 + V01 * M11
    v26 = V10 * M00 + V11 * 0.0
    v27 = V10 * 0.0 + V11 * M11
    v28 = 0.0 * M00 + dt * 0.0
    v29 = dt * M11
    d29 = V00 * dM00 - d10 * M00
    d30 = V10 * dM00 - d14 * M00
    d31 = ddt * M11 + dt * dM11
    v32 = 0.0 * covariance10
    v33 = covariance00 + v32 + G02 * covariance20
    v34 = 0.0 * covariance11
    v35 = covariance01 + v34 + G02 * covariance21
    v36 = v35 * 0.0
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    d15 = 2.0 * d11
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    d37 = dt * (v1 * d2 + dc2 * r) - (dv * v9 + v * d9 - v12 * d15) / v11 - ddt * v13
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    d38 = V01 * dM11 - d37 * M11
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    d39 = (v * d5 + dv * v5 - v15 * d15) / v11 - ddt * v16 + dt * (s2 * d2 - ds2 * r)
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    d40 = V11 * dM11 - d39 * M11
    v41 = v33 * 0.0
    v42 = 0.0 * covariance00
    v43 = v42 + covariance10 + v4 * covariance20
    v44 = 0.0 * covariance01
    v45 = v44 + covariance11 + v4 * covariance21
    v46 = v45 * 0.0
    v47 = v43 * 0.0
    v48 = v42 + v32 + covariance20
    v49 = v44 + v34 + covariance21
    d49 = G02 * dcovariance22
    d50 = d8 * covariance22 - dcovariance02 - d49
    d51 = v4 * dcovariance22
    d52 = d4 * covariance22 - dcovariance12 - d51
    v53 = v49 * 0.0
    v54 = v48 * 0.0
    d55 = dcovariance00 + G02 * (dcovariance20 - d50) - d8 * (covariance20 + v20)
    d56 = dcovariance01 + G02 * dcovariance21 - d8 * covariance21 - d4 * v20
    d57 = dcovariance10 + v4 * dcovariance20 - d4 * covariance20 - d8 * v22
    d58 = dcovariance11 + v4 * (dcovariance21 - d52) - d4 * (covariance21 + v22)
    d59 = dcovariance21 - d4 * v23 + d51 - d14 * v28 - d39 * v29 + V11 * d31
    d60 = dcovariance20 - d8 * v23 + d49 - d10 * v28 - d37 * v29 + V01 * d31
    return (
        (
            np.array([mean0 + v4, mean1 + r * v5, turned]),
            np.array(
                [
                    [
                        v33 + v36 + v20 * G02 + (v24 * V00 + v25 * V01),
                        v41 + v35 + v20 * v4 + (v24 * V10 + v25 * V11),
                        v41 + v36 + v20 + (v24 * 0.0 + v25 * dt),
                    ],
                    [
                        v43 + v46 + v22 * G02 + (v26 * V00 + v27 * V01),
                        v47 + v45 + v22 * v4 + (v26 * V10 + v27 * V11),
                        v47 + v46 + v22 + (v26 * 0.0 + v27 * dt),
                    ],
                    [
                        v48 + v53 + v23 * G02 + (v28 * V00 + v29 * V01),
                        v54 + v49 + v23 * v4 + (v28 * V10 + v29 * V11),
                        v54 + v53 + v23 + (v28 * 0.0 + v29 * dt),
                    ],
                ]
            ),
        ),
        (
            np.array([dmean0 - d4, dmean1 - d2 * v5 + d6, dturned]),
            np.array(
                [
                    [
                        d55 - d10 * v24 + V00 * d29 - d37 * v25 + V01 * d38,
                        d56 - v4 * d50 - d14 * v24 + V10 * d29 - d39 * v25 + V11 * d38,
                        ddt * v25 - d50 + dt * d38,
                    ],
                    [
                        d57 - G02 * d52 - d10 * v26 + V00 * d30 - d37 * v27 + V01 * d40,
                        d58 - d14 * v26 + V10 * d30 - d39 * v27 + V11 * d40,
                        ddt * v27 - d52 + dt * d40,
                    ],
                    [d60, d59, dcovariance22 + ddt * v29 + dt * d31],
                ]
            ),
        ),
    )
