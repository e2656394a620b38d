# Hessian of call_price in 190 operations, 309 before the passes

from math import erfc, exp, log, sqrt

inv_sqrt_2pi = 0.39894228040143265
inv_sqrt_pi = 0.5641895835477562
sqrt2 = 1.4142135623730951


def bell(x):
    """exp(-x * x): as that of the square of an h near x, which is exact, and of what is left."""
    h = round(64.0 * x) / 64.0 if abs(x) < 64.0 else x
    return exp(-h * h) * exp((h - x) * (h + x) if h != x else 0.0)


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
    v4 = d1 / -sqrt2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v5 = exp(-(maturity * rate))
    v6 = strike * v5
    v7 = (d1 - spread) / -sqrt2
    v8 = 0.5 * erfc(v7)
    d9 = bell(v4)
    d10 = bell(v7)
    d11 = 1.0 / spread
    d12 = inv_sqrt_2pi * d9
    d13 = inv_sqrt_2pi * d10
    d14 = v6 * d13
    d15 = spot * d12 - d14
    d16 = d15 / strike
    d17 = 1.0 / strike / v1
    d18 = v6 * v7
    d19 = d18 * (inv_sqrt_pi * d10)
    d20 = inv_sqrt_pi * spot * v4 * d9 - d19
    d21 = d20 * d11
    d22 = v5 * d13
    d23 = d22 + d21 / strike
    v24 = 1.0 / volatility
    d25 = (v0 * d14 + d20 * v24) / strike
    d26 = v0 - v3 * d11 * v24
    d27 = d15 * d11
    d28 = d19 - d27
    d29 = v0 * d28 + d20 * d26
    d30 = d29 / strike * d11
    d31 = volatility / v0
    d32 = 0.5 * d31
    d33 = rate * d14
    d34 = d1 * d11
    d35 = v2 * d11
    d36 = d32 * d34 - d35
    d37 = d28 * d32 + d33 - d20 * d36
    d38 = d37 / strike * d11
    d39 = v0 * v24
    d40 = maturity * v8 - d13 * d39
    d41 = v0 - d26
    d42 = rate * v8
    d43 = 0.19947114020071632 * d31
    d44 = maturity * v6
    d45 = d42 + d10 * d43
    d46 = d27 * d34 - d19
    d47 = (d1 * d27 - d14) * (0.5 / v0)
    d48 = d46 * d32 - d27 * d35 - d33
    d49 = rate * v6
    d50 = d36 * (d10 * (inv_sqrt_2pi * d49 + 0.2820947917738781 * d31 * d18) + d37)
    d51 = -((d12 + d23 / v1) / strike * d11)
    d52 = (v0 * d12 + d25 / v1) * v24
    d53 = d26 * d12 + d30 / v1
    d54 = d38 / v1 - d36 * d12
    d55 = v5 * d40 - d25 * v24
    d56 = d41 * d22 - d30
    d57 = v5 * (d42 + d10 * (d43 + inv_sqrt_2pi * d36)) - d38
    d58 = d29 * d39 - d41 * d13 * d44
    d59 = d27 - (maturity * (d45 + d36 * d13) - v8) * v6 + d37 * d39
    d60 = volatility * d27 - d47 - v0 * (d36 * d19 - d48) + d26 * d37
    return (
        (
            (d12 * d17 - (d16 / v1 - (d12 + d21 * d17)) / strike / v1) * d11,
            d51,
            d52,
            d53,
            d54,
        ),
        (d51, (d16 + d23 + d22) / strike * d11, d55, d56, d57),
        (d52, d55, (maturity * d14 + d20 * d39) * d39 - d40 * d44, d58, d59),
        (d53, d56, d58, v0 * (v0 * d46 + d26 * d19) + d26 * d29, d60),
        (d54, d57, d59, d60, (d48 + d47 / v0) * d32 - d45 * d49 - d50),
    )
