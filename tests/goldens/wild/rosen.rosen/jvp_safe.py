# value and tangent of rosen in 66 operations, 70 before the passes
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
    d8 = 200.0 * v0 * (dx1 - 2.0 * x0 * dx0) - 2.0 * v4 * dx0
    v9 = 100.0 * (v0 * v0) + v4 * v4 + (100.0 * (v1 * v1) + v5 * v5)
    d10 = d8 + (200.0 * v1 * (dx2 - 2.0 * x1 * dx1) - 2.0 * v5 * dx1)
    d11 = d10 + (200.0 * v2 * (dx3 - 2.0 * x2 * dx2) - 2.0 * v6 * dx2)
    v11 = v9 + (100.0 * (v2 * v2) + v6 * v6) + (100.0 * (v3 * v3) + v7 * v7)
    return v11, d11 + (200.0 * v3 * (dx4 - 2.0 * x3 * dx3) - 2.0 * v7 * dx3)
