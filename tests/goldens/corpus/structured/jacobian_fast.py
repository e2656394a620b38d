# Jacobian of structured in 4 operations, 4 before the passes
def structured_jacobian(x, y):
    d0 = 1.0 / y
    return {"sum": (1.0, 1.0), "parts": [(y, x), ((d0, -(x * (d0 * d0))), (0.0, 0.0))]}
