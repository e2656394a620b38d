# value and tangent of predict in 336 operations, 436 before the passes

from math import cos, sin
import numpy as np


def predict(mean, covariance, control, dt, dmean, dcovariance, dcontrol, ddt):
    mean0, mean1, mean2 = mean.tolist()
    (
        (covariance00, covariance01, covariance02),
        (covariance10, covariance11, covariance12),
        (covariance20, covariance21, covariance22),
    ) = covariance.tolist()
    v, w = control.tolist()
    dmean0, dmean1, dmean2 = dmean.tolist()
    (
        (dcovariance00, dcovariance01, dcovariance02),
        (dcovariance10, dcovariance11, dcovariance12),
        (dcovariance20, dcovariance21, dcovariance22),
    ) = dcovariance.tolist()
    dv, dw = dcontrol.tolist()
    # ekf.py:26  turned = heading + w * dt
    turned = mean2 + w * dt
    dturned = dmean2 + (dt * dw + w * ddt)
    # ekf.py:27  s, c = np.sin(heading), np.cos(heading)
    v0 = sin(mean2)
    v1 = cos(mean2)
    d0 = v1 * dmean2
    dc = v0 * dmean2
    # ekf.py:28  s2, c2 = np.sin(turned), np.cos(turned)
    v2 = sin(turned)
    v3 = cos(turned)
    d2 = v3 * dturned
    dc2 = v2 * dturned
    # ekf.py:29  r = v / w
    r = v / w
    dr = (dv - r * dw) / w
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    v4 = v2 - v0
    d4 = d2 - d0
    v5 = r * v4
    d5 = v4 * dr + r * d4
    v6 = v1 - v3
    d6 = dc2 - dc
    # ekf.py:32  G[:2, 2] = [r * (c2 - c), r * (s2 - s)]
    v1 = v3 - v1
    v7 = r * v1
    d7 = v1 * dr + r * (dc - dc2)
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    v1 = v4 / w
    d1 = (d4 - v1 * dw) / w
    v4 = v0 - v2
    v8 = w * w
    d8 = 2.0 * w * dw
    v9 = v * v4 / v8
    v10 = r * v3
    v11 = v9 + v10 * dt
    d0 = (v4 * dv + v * (d0 - d2) - v9 * d8) / v8
    d11 = d0 + (dt * (v3 * dr - r * dc2) + v10 * ddt)
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    v0 = v6 / w
    d0 = (d6 - v0 * dw) / w
    v3 = v6 * v / v8
    v4 = r * v2
    v9 = v4 * dt - v3
    d9 = (-(d6 * v) - v6 * dv + d8 * v3) / v8 + (dt * (v2 * dr + r * d2) + v4 * ddt)
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v2 = v * v
    v3 = 0.1 * v2 + 0.01 * v8
    d3 = 0.2 * v * dv + 0.02 * w * dw
    v2 = 0.01 * v2 + 0.1 * v8
    d2 = 0.02 * v * dv + 0.2 * w * dw
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v4 = 0.0 * covariance10
    v8 = covariance00 + v4 + v7 * covariance20
    v10 = 0.0 * covariance11
    v12 = covariance01 + v10 + v7 * covariance21
    v13 = 0.0 * covariance12
    d14 = v7 * dcovariance22
    v15 = covariance02 + v13 + v7 * covariance22
    d16 = dcovariance02 + (covariance22 * d7 + d14)
    v17 = 0.0 * covariance00
    v18 = v17 + covariance10 + v5 * covariance20
    v19 = 0.0 * covariance01
    v20 = v19 + covariance11 + v5 * covariance21
    v21 = 0.0 * covariance02
    d22 = v5 * dcovariance22
    v23 = v21 + covariance12 + v5 * covariance22
    d24 = dcovariance12 + (covariance22 * d5 + d22)
    v4 = v17 + v4 + covariance20
    v10 = v19 + v10 + covariance21
    v24 = v21 + v13 + covariance22
    v13 = v12 * 0.0
    d17 = dcovariance00 + (covariance20 * d7 + v7 * dcovariance20)
    v19 = v8 * 0.0
    d21 = dcovariance01 + (covariance21 * d7 + v7 * dcovariance21)
    v25 = v20 * 0.0
    d26 = dcovariance10 + (covariance20 * d5 + v5 * dcovariance20)
    v27 = v18 * 0.0
    d28 = dcovariance11 + (covariance21 * d5 + v5 * dcovariance21)
    v29 = v10 * 0.0
    v30 = v4 * 0.0
    d31 = v3 * d1 + v1 * d3
    v32 = v1 * v3 + v11 * 0.0
    d33 = v2 * d11 + v11 * d2
    v34 = v1 * 0.0 + v11 * v2
    d35 = v3 * d0 + v0 * d3
    v36 = v0 * v3 + v9 * 0.0
    d37 = v2 * d9 + v9 * d2
    v38 = v0 * 0.0 + v9 * v2
    v3 = 0.0 * v3 + dt * 0.0
    v37 = dt * v2
    d2 = v2 * ddt + dt * d2
    d39 = v1 * d31 + v32 * d1 + (v11 * d33 + v34 * d11)
    d40 = v1 * d35 + v36 * d1 + (v11 * d37 + v38 * d11)
    d28 = d28 + (v5 * d24 + v23 * d5) + (v0 * d35 + v36 * d0 + (v9 * d37 + v38 * d9))
    d21 = d21 + (v5 * d16 + v15 * d5) + (v0 * d31 + v32 * d0 + (v9 * d33 + v34 * d9))
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    v31 = mean0 + v5
    dmoved = dmean0 + d5
    moved = mean1 + r * v6
    dmoved2 = dmean1 + (v6 * dr + r * d6)
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    d6 = d16 + (dt * d33 + v34 * ddt)
    d33 = d24 + (dt * d37 + v38 * ddt)
    d16 = d17 + (v7 * d16 + v15 * d7) + d39
    d17 = d26 + (v7 * d24 + v23 * d7) + d40
    d26 = dcovariance22 + (dt * d2 + v37 * ddt)
    v26 = v30 + v29 + v24 + (v3 * 0.0 + v37 * dt)
    v35 = v19 + v13 + v15 + (v32 * 0.0 + v34 * dt)
    v39 = v27 + v25 + v23 + (v36 * 0.0 + v38 * dt)
    v4 = v4 + v29 + v24 * v7 + (v3 * v1 + v37 * v11)
    v10 = v30 + v10 + v24 * v5 + (v3 * v0 + v37 * v9)
    v8 = v8 + v13 + v15 * v7 + (v32 * v1 + v34 * v11)
    v12 = v19 + v12 + v15 * v5 + (v32 * v0 + v34 * v9)
    v13 = v27 + v20 + v23 * v5 + (v36 * v0 + v38 * v9)
    v15 = v18 + v25 + v23 * v7 + (v36 * v1 + v38 * v11)
    d0 = dcovariance21 + (d22 + v24 * d5) + (v3 * d0 + (v9 * d2 + v37 * d9))
    d1 = dcovariance20 + (d14 + v24 * d7) + (v3 * d1 + (v11 * d2 + v37 * d11))
    return (
        (
            np.array([v31, moved, turned]),
            np.array([[v8, v12, v35], [v15, v13, v39], [v4, v10, v26]]),
        ),
        (
            np.array([dmoved, dmoved2, dturned]),
            np.array([[d16, d21, d6], [d17, d28, d33], [d1, d0, d26]]),
        ),
    )
