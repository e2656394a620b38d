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
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    d15 = 2.0 * d14
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    v16 = v * v10 / v13
    v17 = r * v1
    V01 = v16 + v17 * dt
    d18 = dt * (v1 * d3 + d2 * r) - (dv * v10 + v * d10 - v16 * d15) / v13 - ddt * v17
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    V10 = v6 / w
    d19 = (dw * V10 - d6) / w
    v20 = v6 * v / v13
    v21 = r * s2
    V11 = v21 * dt - v20
    d22 = (v * d6 + dv * v6 - v20 * d15) / v13 - ddt * v21 + dt * (s2 * d3 - ds2 * r)
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v23 = v * v
    M00 = 0.1 * v23 + 0.01 * v13
    d24 = v * dv
    dM00 = 0.2 * d24 + 0.02 * d14
    M11 = 0.01 * v23 + 0.1 * v13
    dM11 = 0.02 * d24 + 0.2 * d14
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v25 = 0.0 * covariance10
    v26 = covariance00 + v25 + G02 * covariance20
    v27 = 0.0 * covariance11
    v28 = covariance01 + v27 + G02 * covariance21
    v29 = 0.0 * covariance12
    v30 = covariance02 + v29 + G02 * covariance22
    v31 = 0.0 * covariance00
    v32 = v31 + covariance10 + v5 * covariance20
    v33 = 0.0 * covariance01
    v34 = v33 + covariance11 + v5 * covariance21
    v35 = 0.0 * covariance02
    v36 = v35 + covariance12 + v5 * covariance22
    v37 = v31 + v25 + covariance20
    v38 = v33 + v27 + covariance21
    v39 = v35 + v29 + covariance22
    d40 = G02 * dcovariance22
    d41 = d9 * covariance22 - dcovariance02 - d40
    d42 = v5 * dcovariance22
    d43 = d11 * covariance22 - dcovariance12 - d42
    v44 = v28 * 0.0
    v45 = v26 * 0.0
    v46 = v34 * 0.0
    v47 = v32 * 0.0
    v48 = v38 * 0.0
    v49 = v37 * 0.0
    v50 = V00 * M00 + V01 * 0.0
    v51 = V00 * 0.0 + V01 * M11
    v52 = V10 * M00 + V11 * 0.0
    v53 = V10 * 0.0 + V11 * M11
    v54 = 0.0 * M00 + dt * 0.0
    v55 = dt * M11
    d55 = V00 * dM00 - d12 * M00
    d56 = V01 * dM11 - d18 * M11
    d57 = V10 * dM00 - d19 * M00
    d58 = V11 * dM11 - d22 * M11
    d59 = ddt * M11 + dt * dM11
    d60 = dcovariance00 + G02 * (dcovariance20 - d41) - d9 * (covariance20 + v30)
    d61 = dcovariance01 + G02 * dcovariance21 - d9 * covariance21 - d11 * v30
    d62 = dcovariance10 + v5 * dcovariance20 - d11 * covariance20 - d9 * v36
    d63 = dcovariance11 + v5 * (dcovariance21 - d43) - d11 * (covariance21 + v36)
    d64 = dcovariance21 - d11 * v39 + d42 - d19 * v54 - d22 * v55 + V11 * d59
    d65 = dcovariance20 - d9 * v39 + d40 - d12 * v54 - d18 * v55 + V01 * d59
    return (
        (
            np.array([mean0 + v5, mean1 + r * v6, turned]),
            np.array(
                [
                    [
                        v26 + v44 + v30 * G02 + (v50 * V00 + v51 * V01),
                        v45 + v28 + v30 * v5 + (v50 * V10 + v51 * V11),
                        v45 + v44 + v30 + (v50 * 0.0 + v51 * dt),
                    ],
                    [
                        v32 + v46 + v36 * G02 + (v52 * V00 + v53 * V01),
                        v47 + v34 + v36 * v5 + (v52 * V10 + v53 * V11),
                        v47 + v46 + v36 + (v52 * 0.0 + v53 * dt),
                    ],
                    [
                        v37 + v48 + v39 * G02 + (v54 * V00 + v55 * V01),
                        v49 + v38 + v39 * v5 + (v54 * V10 + v55 * V11),
                        v49 + v48 + v39 + (v54 * 0.0 + v55 * dt),
                    ],
                ]
            ),
        ),
        (
            np.array([dmean0 - d11, dmean1 - d3 * v6 + d7, dturned]),
            np.array(
                [
                    [
                        d60 - d12 * v50 + V00 * d55 - d18 * v51 + V01 * d56,
                        d61 - v5 * d41 - d19 * v50 + V10 * d55 - d22 * v51 + V11 * d56,
                        ddt * v51 - d41 + dt * d56,
                    ],
                    [
                        d62 - G02 * d43 - d12 * v52 + V00 * d57 - d18 * v53 + V01 * d58,
                        d63 - d19 * v52 + V10 * d57 - d22 * v53 + V11 * d58,
                        ddt * v53 - d43 + dt * d58,
                    ],
                    [d65, d64, dcovariance22 + ddt * v55 + dt * d59],
                ]
            ),
        ),
    )
