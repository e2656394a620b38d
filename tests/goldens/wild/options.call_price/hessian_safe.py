# Hessian of call_price in 196 operations, 322 before the passes

from math import erf, exp, log, sqrt

inv_sqrt_2pi = 0.39894228040143265
inv_sqrt_pi = 0.5641895835477562
sqrt2 = 1.4142135623730951


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
    d9 = exp(-(v4 * v4))
    d10 = exp(-(v7 * v7))
    v11 = 1.0 / spread
    d12 = 1.0 / strike / v1
    d13 = inv_sqrt_2pi * d9
    v14 = v6 * v7
    d15 = v14 * (inv_sqrt_pi * d10)
    d16 = inv_sqrt_pi * spot * v4 * d9 - d15
    d17 = d16 * v11
    d18 = inv_sqrt_2pi * d10
    d19 = v6 * d18
    d20 = spot * d13 - d19
    d21 = d20 / strike
    d22 = v5 * d18
    d23 = d17 / strike - d22
    v24 = 1.0 / volatility
    d25 = (v0 * d19 - d16 * v24) / strike
    v26 = v0 - v3 * v11 * v24
    d27 = d20 * v11
    d28 = d27 + d15
    d29 = v0 * d28 + d16 * v26
    d30 = d29 / strike * v11
    v31 = volatility / v0
    v32 = 0.5 * v31
    v33 = d1 * v11
    v34 = v2 * v11
    v35 = v32 * v33 - v34
    d36 = rate * d19
    d37 = d28 * v32 - d36 - d16 * v35
    d38 = d37 / strike * v11
    v39 = v0 * v24
    d40 = maturity * v8 - d18 * v39
    v41 = v0 - v26
    v42 = rate * v8
    v43 = 0.19947114020071632 * v31
    v44 = maturity * v6
    d45 = v42 + d10 * v43
    d46 = d27 * v33 + d15
    d47 = (d1 * d27 - d19) * (0.5 / v0)
    d48 = d46 * v32 - d27 * v34 - d36
    v49 = rate * v6
    d50 = v35 * (d10 * (0.2820947917738781 * v31 * v14 - inv_sqrt_2pi * v49) + d37)
    d51 = (d23 / v1 - d13) / strike * v11
    d52 = (v0 * d13 + d25 / v1) * v24
    d53 = v26 * d13 - d30 / v1
    d54 = -(v35 * d13 + d38 / v1)
    d55 = v5 * d40 - d25 * v24
    d56 = v41 * d22 + d30
    d57 = v5 * (v42 + d10 * (v43 + inv_sqrt_2pi * v35)) + d38
    d58 = -(v41 * d18 * v44 + d29 * v39)
    d59 = d27 - (maturity * (v35 * d18 + d45) - v8) * v6 - d37 * v39
    d60 = volatility * d27 - d47 + v0 * (d48 + v35 * d15) - v26 * d37
    return (
        (
            (d13 * d12 - (d17 * d12 - d13 + d21 / v1) / strike / v1) * v11,
            d51,
            d52,
            d53,
            d54,
        ),
        (d51, (d21 - d23 + d22) / strike * v11, d55, d56, d57),
        (d52, d55, (maturity * d19 - d16 * v39) * v39 - d40 * v44, d58, d59),
        (d53, d56, d58, v0 * (v0 * d46 - v26 * d15) - v26 * d29, d60),
        (d54, d57, d59, d60, (d47 / v0 + d48) * v32 - d45 * v49 + d50),
    )
