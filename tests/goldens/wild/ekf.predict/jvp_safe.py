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
    d0 = cos(heading)
    # ekf.py:28  s2, c2 = np.sin(turned), np.cos(turned)
    s2 = sin(turned)
    d1 = cos(turned)
    ds2 = dturned * d1
    d2 = dturned * s2
    # ekf.py:29  r = v / w
    r = v / w
    d3 = (dw * r - dv) / w
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    v4 = s2 - s
    v5 = r * v4
    v6 = d0 - d1
    d6 = d2 - dheading * s
    d7 = r * d6
    # ekf.py:32  G[:2, 2] = [r * (c2 - c), r * (s2 - s)]
    v8 = d1 - d0
    G02 = r * v8
    d9 = d3 * v8 + d7
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    V00 = v4 / w
    v10 = s - s2
    d10 = dheading * d0 - ds2
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    d11 = d3 * v4 + r * d10
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    d12 = (d10 + dw * V00) / w
    v13 = w * w
    d14 = w * dw
    v15 = v * v10 / v13
    v16 = r * d1
    V01 = v15 + v16 * dt
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    V10 = v6 / w
    d17 = (dw * V10 - d6) / w
    v18 = v6 * v / v13
    v19 = r * s2
    V11 = v19 * dt - v18
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v20 = v * v
    M00 = 0.1 * v20 + 0.01 * v13
    d21 = v * dv
    dM00 = 0.2 * d21 + 0.02 * d14
    M11 = 0.01 * v20 + 0.1 * v13
    dM11 = 0.02 * d21 + 0.2 * d14
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v22 = 0.0 * covariance12
    v23 = covariance02 + v22 + G02 * covariance22
    v24 = 0.0 * covariance02
    v25 = v24 + covariance12 + v5 * covariance22
    v26 = v24 + v22 + covariance22
    v27 = V00 * M00 + V01 * 0.0
    v28 = V00 * 0.0 + V01 * M11
    v29 = V10 * M00 + V11 * 0.0
    v30 = V10 * 0.0 + V11 * M11
    v31 = 0.0 * M00 + dt * 0.0
    v32 = dt * M11
    d32 = V00 * dM00 - d12 * M00
    d33 = V10 * dM00 - d17 * M00
    d34 = ddt * M11 + dt * dM11
    v35 = 0.0 * covariance10
    v36 = covariance00 + v35 + G02 * covariance20
    v37 = 0.0 * covariance11
    v38 = covariance01 + v37 + G02 * covariance21
    v39 = v38 * 0.0
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    d40 = 2.0 * d14
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    d41 = dt * (d1 * d3 + d2 * r) - (dv * v10 + v * d10 - v15 * d40) / v13 - ddt * v16
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    d42 = V01 * dM11 - d41 * M11
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    d43 = (v * d6 + dv * v6 - v18 * d40) / v13 - ddt * v19 + dt * (s2 * d3 - ds2 * r)
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    d44 = V11 * dM11 - d43 * M11
    v45 = v36 * 0.0
    v46 = 0.0 * covariance00
    v47 = v46 + covariance10 + v5 * covariance20
    v48 = 0.0 * covariance01
    v49 = v48 + covariance11 + v5 * covariance21
    v50 = v49 * 0.0
    v51 = v47 * 0.0
    v52 = v46 + v35 + covariance20
    v53 = v48 + v37 + covariance21
    d54 = G02 * dcovariance22
    d55 = d9 * covariance22 - dcovariance02 - d54
    d56 = v5 * dcovariance22
    d57 = d11 * covariance22 - dcovariance12 - d56
    v58 = v53 * 0.0
    v59 = v52 * 0.0
    d60 = dcovariance00 + G02 * (dcovariance20 - d55) - d9 * (covariance20 + v23)
    d61 = dcovariance01 + G02 * dcovariance21 - d9 * covariance21 - d11 * v23
    d62 = dcovariance10 + v5 * dcovariance20 - d11 * covariance20 - d9 * v25
    d63 = dcovariance11 + v5 * (dcovariance21 - d57) - d11 * (covariance21 + v25)
    d64 = dcovariance21 - d11 * v26 + d56 - d17 * v31 - d43 * v32 + V11 * d34
    d65 = dcovariance20 - d9 * v26 + d54 - d12 * v31 - d41 * v32 + V01 * d34
    return (
        (
            np.array([mean0 + v5, mean1 + r * v6, turned]),
            np.array(
                [
                    [
                        v36 + v39 + v23 * G02 + (v27 * V00 + v28 * V01),
                        v45 + v38 + v23 * v5 + (v27 * V10 + v28 * V11),
                        v45 + v39 + v23 + (v27 * 0.0 + v28 * dt),
                    ],
                    [
                        v47 + v50 + v25 * G02 + (v29 * V00 + v30 * V01),
                        v51 + v49 + v25 * v5 + (v29 * V10 + v30 * V11),
                        v51 + v50 + v25 + (v29 * 0.0 + v30 * dt),
                    ],
                    [
                        v52 + v58 + v26 * G02 + (v31 * V00 + v32 * V01),
                        v59 + v53 + v26 * v5 + (v31 * V10 + v32 * V11),
                        v59 + v58 + v26 + (v31 * 0.0 + v32 * dt),
                    ],
                ]
            ),
        ),
        (
            np.array([dmean0 - d11, dmean1 - d3 * v6 + d7, dturned]),
            np.array(
                [
                    [
                        d60 - d12 * v27 + V00 * d32 - d41 * v28 + V01 * d42,
                        d61 - v5 * d55 - d17 * v27 + V10 * d32 - d43 * v28 + V11 * d42,
                        ddt * v28 - d55 + dt * d42,
                    ],
                    [
                        d62 - G02 * d57 - d12 * v29 + V00 * d33 - d41 * v30 + V01 * d44,
                        d63 - d17 * v29 + V10 * d33 - d43 * v30 + V11 * d44,
                        ddt * v30 - d57 + dt * d44,
                    ],
                    [d65, d64, dcovariance22 + ddt * v32 + dt * d34],
                ]
            ),
        ),
    )
