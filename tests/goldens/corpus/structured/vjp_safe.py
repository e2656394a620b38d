# value and cotangents of structured in 11 operations, 12 before the passes
def structured_vjp(x, y, cotangent):
    cotangent_sum = cotangent["sum"]
    cotangent_parts0, (cotangent_parts10, cotangent_parts11) = cotangent["parts"]
    # corpus.py:38  return {"sum": x + y, "parts": [x * y, (x / y, 1.0)]}
    v0 = x / y
    d1 = cotangent_parts10 / y
    return (
        {"sum": x + y, "parts": [x * y, (v0, 1.0)]},
        (
            d1 + cotangent_parts0 * y + cotangent_sum,
            cotangent_parts0 * x - v0 * d1 + cotangent_sum,
        ),
    )
