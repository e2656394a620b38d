# Hessian of call_price in 192 operations, 310 before the passes

from math import erf, exp, log, sqrt

inv_sqrt_2pi = 0.39894228040143265
inv_sqrt_pi = 0.5641895835477562
sqrt2 = 1.4142135623730951


def bell(x):
    """exp(-x * x): as that of the square of an h near x, which is exact, and of what is left."""
    if not abs(x) < 64.0:
        return exp(-x * x)
    h = round(64.0 * x) / 64.0
    return exp(-h * h) * exp((h - x) * (h + x))


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
    v4 = d1 / sqrt2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v5 = exp(-(maturity * rate))
    v6 = strike * v5
    v7 = (d1 - spread) / sqrt2
    v8 = 0.5 * (1.0 + erf(v7))
    d9 = bell(v4)
    d10 = bell(v7)
    d11 = 1.0 / spread
    d12 = 1.0 / strike / v1
    d13 = inv_sqrt_2pi * d9
    d14 = v6 * v7
    d15 = d14 * (inv_sqrt_pi * d10)
    d16 = inv_sqrt_pi * spot * v4 * d9 - d15
    d17 = d16 * d11
    d18 = inv_sqrt_2pi * d10
    d19 = v6 * d18
    d20 = spot * d13 - d19
    d21 = d20 / strike
    d22 = v5 * d18
    d23 = d17 / strike - d22
    v24 = 1.0 / volatility
    d25 = (v0 * d19 - d16 * v24) / strike
    d26 = v0 - v3 * d11 * v24
    d27 = d20 * d11
    d28 = d15 + d27
    d29 = v0 * d28 + d16 * d26
    d30 = d29 / strike * d11
    d31 = volatility / v0
    d32 = 0.5 * d31
    d33 = d1 * d11
    d34 = v2 * d11
    d35 = d32 * d33 - d34
    d36 = rate * d19
    d37 = d28 * d32 - d36 - d16 * d35
    d38 = d37 / strike * d11
    d39 = v0 * v24
    d40 = maturity * v8 - d18 * d39
    d41 = v0 - d26
    d42 = rate * v8
    d43 = 0.19947114020071632 * d31
    d44 = maturity * v6
    d45 = d42 + d10 * d43
    d46 = d27 * d33 + d15
    d47 = (d1 * d27 - d19) * (0.5 / v0)
    d48 = d46 * d32 - d27 * d34 - d36
    d49 = rate * v6
    d50 = d35 * (d10 * (0.2820947917738781 * d31 * d14 - inv_sqrt_2pi * d49) + d37)
    d51 = (d23 / v1 - d13) / strike * d11
    d52 = (v0 * d13 + d25 / v1) * v24
    d53 = d26 * d13 - d30 / v1
    d54 = -(d35 * d13 + d38 / v1)
    d55 = v5 * d40 - d25 * v24
    d56 = d41 * d22 + d30
    d57 = v5 * (d42 + d10 * (d43 + inv_sqrt_2pi * d35)) + d38
    d58 = -(d41 * d18 * d44 + d29 * d39)
    d59 = d27 - (maturity * (d35 * d18 + d45) - v8) * v6 - d37 * d39
    d60 = volatility * d27 - d47 + v0 * (d48 + d35 * d15) - d26 * d37
    return (
        (
            (d13 * d12 - (d17 * d12 - d13 + d21 / v1) / strike / v1) * d11,
            d51,
            d52,
            d53,
            d54,
        ),
        (d51, (d21 - d23 + d22) / strike * d11, d55, d56, d57),
        (d52, d55, (maturity * d19 - d16 * d39) * d39 - d40 * d44, d58, d59),
        (d53, d56, d58, v0 * (v0 * d46 - d26 * d15) - d26 * d29, d60),
        (d54, d57, d59, d60, (d47 / v0 + d48) * d32 - d45 * d49 + d50),
    )
