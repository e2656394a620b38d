# Hessian of call_price in 205 operations, 334 before the passes

from math import erf, exp, log, sqrt


def call_price_hessian(spot, strike, rate, volatility, maturity):
    if maturity <= 0.0:
        return (
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
        )
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v0 = sqrt(maturity)
    spread = volatility * v0
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v1 = spot / strike
    v2 = rate + volatility * volatility * 0.5
    v3 = log(v1) + v2 * maturity
    d1 = v3 / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v4 = d1 / 1.4142135623730951
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v5 = exp(-(maturity * rate))
    v6 = strike * v5
    v7 = (d1 - spread) / 1.4142135623730951
    v8 = 0.5 * (1.0 + erf(v7))
    d9 = exp(-(v4 * v4))
    d10 = exp(-(v7 * v7))
    d11 = 1.0 / strike
    v12 = 1.0 / spread
    d13 = spot * d9
    d14 = v6 * d10
    d15 = d13 - d14
    d16 = d15 * d11
    d17 = 0.7978845608028653 * d11
    v18 = v6 * v7
    d19 = d10 * v18
    d20 = d9 * (0.5641895835477563 - spot / v1 * v4 * v12 * d17)
    d21 = 0.7071067811865475 * (d20 + d19 / v1 * v12 * d17)
    d22 = v5 * d10
    d23 = v4 * d13
    d24 = 0.7071067811865475 * (0.5641895835477563 * d22 - (d23 - d19) * v12 * d17)
    d25 = 0.39894228040143265 * d9
    v26 = v0 / volatility
    v27 = v3 / volatility
    v28 = 0.7978845608028653 * v18
    v29 = maturity * v6
    d30 = 0.7071067811865475 * d10
    d31 = 0.39894228040143254 * d13 / volatility * v27
    d32 = d31 - (v26 * v28 + 0.5641895835477563 * v29) * d30
    d33 = d32 * d11 * v12
    v34 = v0 - v27 * v12
    v35 = v0 - v34
    d36 = v35 * d19
    d37 = 0.39894228040143265 * d15 / volatility
    d38 = d37 + 0.5641895835477562 * (v34 * d23 + d36)
    d39 = d38 * d11 * v12
    v40 = volatility / v0
    v41 = 0.5 * v40
    d42 = v3 * v12 * v41 - v2
    v43 = rate * v6
    d44 = v41 + d42 * v12
    d45 = (0.5641895835477563 * v43 - d44 * v28) * d30
    d46 = (0.19947114020071632 * d15 * v40 - 0.5641895835477562 * d42 * d23) * v12
    d47 = d45 - d46
    d48 = 0.39894228040143265 * d10
    d49 = maturity * v8 - v26 * d48
    d50 = v35 * d48
    d51 = rate * v8 + d44 * d48
    d52 = d47 * v12
    d53 = d15 * v12
    d54 = 0.39894228040143265 * d53
    d55 = d47 * v26 + d54
    d0 = (d1 * d47 - d42 * d54) * v12 + d45
    d56 = (d1 * d53 - d14) * (0.19947114020071632 / v0)
    return (
        (
            (d21 - 0.39894228040143265 * (d16 / v1 - d9)) / v1 * d11 * v12,
            -((d24 / v1 + d25) * d11 * v12),
            v26 * d25 - d33 / v1,
            v34 * d25 - d39 / v1,
            (d47 / v1 * d11 - d42 * d25) * v12,
        ),
        (
            -((d24 / v1 + d25) * d11 * v12),
            (0.39894228040143265 * (d16 + d22) + d24) * d11 * v12,
            v5 * d49 + d33,
            v5 * d50 + d39,
            v5 * d51 - d52 * d11,
        ),
        (
            v26 * d25 - d33 / v1,
            v5 * d49 + d33,
            -(d32 * v26 + d49 * v29),
            -(d38 * v26 + v29 * d50),
            d55 - (maturity * d51 - v8) * v6,
        ),
        (
            v34 * d25 - d39 / v1,
            v5 * d50 + d39,
            -(d38 * v26 + v29 * d50),
            v0 * ((v27 * d54 + d1 * d38) * v12 + 0.5641895835477562 * d36 - d38),
            volatility * d55 - v0 * d0 - d56,
        ),
        (
            (d47 / v1 * d11 - d42 * d25) * v12,
            v5 * d51 - d52 * d11,
            d55 - (maturity * d51 - v8) * v6,
            volatility * d55 - v0 * d0 - d56,
            (d56 / v0 - d0) * v41 + v2 * d52 - d51 * v43,
        ),
    )
