# Jacobian of structured in 4 operations, 4 before the passes
def structured_jacobian(x, y):
    v0 = 1.0 / y
    return {"sum": (1.0, 1.0), "parts": [(y, x), ((v0, -(x / y * v0)), (0.0, 0.0))]}
