# value and tangent of rosen in 59 operations, 70 before the passes
def rosen(x, dx):
    x0, x1, x2, x3, x4 = x.tolist()
    dx0, dx1, dx2, dx3, dx4 = dx.tolist()
    # rosen.py:15  return np.sum(100.0 * (x[1:] - x[:-1] ** 2.0) ** 2.0 + (1 - x[:-1]...
    v0 = x1 - x0 * x0
    v1 = x2 - x1 * x1
    v2 = x3 - x2 * x2
    v3 = x4 - x3 * x3
    v4 = 1.0 - x0
    v5 = 1.0 - x1
    v6 = 1.0 - x2
    v7 = 1.0 - x3
    d8 = 2.0 * dx3
    d9 = 2.0 * dx2
    d10 = 2.0 * dx0
    d11 = 2.0 * dx1
    v12 = 100.0 * (v0 * v0) + v4 * v4 + (100.0 * (v1 * v1) + v5 * v5)
    d13 = v3 * (x3 * d8 - dx4) + v2 * (x2 * d9 - dx3) + v0 * (x0 * d10 - dx1)
    d14 = -200.0 * (d13 + v1 * (x1 * d11 - dx2)) - v7 * d8 - v6 * d9 - v4 * d10
    v15 = v12 + (100.0 * (v2 * v2) + v6 * v6) + (100.0 * (v3 * v3) + v7 * v7)
    return v15, d14 - v5 * d11
