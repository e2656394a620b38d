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
    v0 = v1 - v0
    G02 = r * v0
    d5 = r * d4
    dG02 = dr * v0 + d5
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    V00 = v2 / w
    dV00 = (d2 + dw * V00) / w
    v0 = s - s2
    v6 = w * w
    v7 = v * v0 / v6
    v8 = r * v1
    V01 = v7 + v8 * dt
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    V10 = v4 / w
    dV10 = (dw * V10 - d4) / w
    v9 = v4 * v / v6
    v10 = r * s2
    V11 = v10 * dt - v9
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v11 = v * v
    M00 = 0.1 * v11 + 0.01 * v6
    M11 = 0.01 * v11 + 0.1 * v6
    d11 = v * dv
    d12 = w * dw
    dM00 = 0.2 * d11 + 0.02 * d12
    dM11 = 0.02 * d11 + 0.2 * d12
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v11 = 0.0 * covariance12
    v13 = covariance02 + v11 + G02 * covariance22
    v14 = 0.0 * covariance02
    v15 = v14 + covariance12 + v3 * covariance22
    v11 = v14 + v11 + covariance22
    v14 = V00 * M00 + V01 * 0.0
    v16 = V00 * 0.0 + V01 * M11
    v17 = V10 * M00 + V11 * 0.0
    v18 = V10 * 0.0 + V11 * M11
    v19 = 0.0 * M00 + dt * 0.0
    v20 = dt * M11
    d20 = V00 * dM00 - dV00 * M00
    d21 = V10 * dM00 - dV10 * M00
    d22 = ddt * M11 + dt * dM11
    v23 = 0.0 * covariance10
    v24 = covariance00 + v23 + G02 * covariance20
    v25 = 0.0 * covariance11
    v26 = covariance01 + v25 + G02 * covariance21
    v27 = v26 * 0.0
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    d12 = 2.0 * d12
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    dV01 = dt * (v1 * dr + dc2 * r) - (dv * v0 + v * d2 - v7 * d12) / v6 - ddt * v8
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    d0 = V01 * dM11 - dV01 * M11
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    dV11 = (v * d4 + dv * v4 - v9 * d12) / v6 - ddt * v10 + dt * (s2 * dr - ds2 * r)
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    d1 = V11 * dM11 - dV11 * M11
    v2 = v24 * 0.0
    v6 = 0.0 * covariance00
    v7 = v6 + covariance10 + v3 * covariance20
    v8 = 0.0 * covariance01
    v9 = v8 + covariance11 + v3 * covariance21
    v10 = v9 * 0.0
    v12 = v7 * 0.0
    v6 = v6 + v23 + covariance20
    v8 = v8 + v25 + covariance21
    d8 = G02 * dcovariance22
    d23 = dG02 * covariance22 - dcovariance02 - d8
    d25 = v3 * dcovariance22
    d28 = d3 * covariance22 - dcovariance12 - d25
    v29 = v8 * 0.0
    v30 = v6 * 0.0
    d31 = dcovariance00 + G02 * (dcovariance20 - d23) - dG02 * (covariance20 + v13)
    d32 = dcovariance01 + G02 * dcovariance21 - dG02 * covariance21 - d3 * v13
    d33 = dcovariance10 + v3 * dcovariance20 - d3 * covariance20 - dG02 * v15
    d34 = dcovariance11 + v3 * (dcovariance21 - d28) - d3 * (covariance21 + v15)
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    moved0 = mean0 + v3
    dmoved0 = dmean0 - d3
    moved1 = mean1 + r * v4
    dmoved1 = dmean1 - dr * v4 + d5
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    d4 = ddt * v16 - d23 + dt * d0
    d5 = ddt * v18 - d28 + dt * d1
    d35 = dcovariance22 + ddt * v20 + dt * d22
    v36 = v2 + v27 + v13 + (v14 * 0.0 + v16 * dt)
    v37 = v12 + v10 + v15 + (v17 * 0.0 + v18 * dt)
    v35 = v30 + v29 + v11 + (v19 * 0.0 + v20 * dt)
    v2 = v2 + v26 + v13 * v3 + (v14 * V10 + v16 * V11)
    v9 = v12 + v9 + v15 * v3 + (v17 * V10 + v18 * V11)
    v12 = v30 + v8 + v11 * v3 + (v19 * V10 + v20 * V11)
    v7 = v7 + v10 + v15 * G02 + (v17 * V00 + v18 * V01)
    v6 = v6 + v29 + v11 * G02 + (v19 * V00 + v20 * V01)
    v10 = v24 + v27 + v13 * G02 + (v14 * V00 + v16 * V01)
    d13 = d31 - dV00 * v14 + V00 * d20 - dV01 * v16 + V01 * d0
    d15 = d34 - dV10 * v17 + V10 * d21 - dV11 * v18 + V11 * d1
    d0 = d32 - v3 * d23 - dV10 * v14 + V10 * d20 - dV11 * v16 + V11 * d0
    d1 = d33 - G02 * d28 - dV00 * v17 + V00 * d21 - dV01 * v18 + V01 * d1
    d3 = dcovariance21 - d3 * v11 + d25 - dV10 * v19 - dV11 * v20 + V11 * d22
    d8 = dcovariance20 - dG02 * v11 + d8 - dV00 * v19 - dV01 * v20 + V01 * d22
    return (
        (
            np.array([moved0, moved1, turned]),
            np.array([[v10, v2, v36], [v7, v9, v37], [v6, v12, v35]]),
        ),
        (
            np.array([dmoved0, dmoved1, dturned]),
            np.array([[d13, d0, d4], [d1, d15, d5], [d8, d3, d35]]),
        ),
    )
