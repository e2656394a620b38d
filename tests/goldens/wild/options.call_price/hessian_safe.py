# Hessian of call_price in 226 operations, 337 before the passes

from math import erf, exp, log, sqrt

inv_sqrt2 = 0.7071067811865475
sqrt2 = 1.4142135623730951
two_over_sqrt_pi = 1.1283791670955123
two_over_sqrt_pi_ = 1.1283791670955126


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
    v6 = (d1 - spread) / sqrt2
    v7 = 0.5 * (1.0 + erf(v6))
    v8 = exp(-(v4 * v4))
    d9 = two_over_sqrt_pi_ * v8
    d10 = spot * 0.5
    d7 = strike * v5 * 0.5
    v11 = exp(-(v6 * v6))
    d12 = two_over_sqrt_pi_ * v11
    d6 = d7 * d12 / sqrt2
    d13 = d10 * d9 / sqrt2 - d6
    d14 = d13 / spread
    d15 = d14 / v1
    d16 = 1.0 / strike
    d17 = 0.35355339059327373 * d9
    v18 = 1.0 / spread
    d19 = d17 * v18
    d20 = v8 * d10
    d21 = v4 * d20
    d22 = v11 * (v6 * d7)
    d23 = 1.5957691216057306 * d22
    d24 = (1.5957691216057306 * d21 - d23) * v18 * d16
    v25 = inv_sqrt2 * v18
    d26 = d15 * d16
    d27 = d15 / strike
    d28 = 0.5 * d12
    d29 = d26 - d27 + (d24 - v5 * d28) / v1 * v25
    v30 = v0 / volatility
    v31 = v3 / volatility
    v32 = maturity * v5
    d33 = strike * d28
    d34 = 0.7978845608028651 * d20 / volatility * v31
    d35 = d34 - inv_sqrt2 * (v30 * d23 + v32 * d33)
    d36 = d35 * v18 * d16
    d37 = 0.5 * (2.0 * volatility)
    v38 = v3 * v18
    d39 = (v0 * d37 - v38) / volatility
    d40 = d13 / volatility
    d41 = two_over_sqrt_pi * d21
    d42 = v0 - d39
    d43 = two_over_sqrt_pi * d42 * d22
    d44 = d40 + d39 * d41 + d43
    d45 = d44 * v18 * d16
    v46 = v2 / spread
    v47 = 0.5 * (1.0 / v0)
    v48 = volatility * v47
    v49 = v48 * v18
    d50 = v38 * v49 - v46
    v51 = rate * v5
    d52 = v48 + d50
    d53 = inv_sqrt2 * (v51 * d33 - d52 * d23)
    d54 = d13 * v49 - d50 * d41 - d53
    d55 = d54 * v18 * d16
    d56 = 0.35355339059327373 * d12
    d57 = v5 * d56
    d58 = v7 * strike
    d59 = strike * d56
    d60 = rate * d58 + d52 * d59
    d61 = d14 - v30 * d54
    d62 = 2.0 * (d13 * v30 * 0.5) - v30 * (d40 + d44) * d37
    d63 = d6 - d1 * d14
    d64 = (d14 * v48 * v38 + d1 * d54) * v18 - d14 * v46 - d53
    d65 = (volatility * d64 - d63 * volatility / v0 * v47) * v47 - v46 * d54
    d66 = (d29 - d19) * d16
    d67 = v30 * d17 - d36 / v1
    d68 = d17 * d39 - d45 / v1
    d69 = -(d50 * d17 + d55 / v1)
    d70 = v5 * (maturity * v7 - v30 * d56) + d36
    d71 = d42 * d57 + d45
    d72 = v5 * (rate * v7 + d52 * d56) + d55
    d73 = -(v30 * d44 + d42 * v32 * d59)
    d2 = d58 * v5 - d60 * v32 + d61
    d74 = d63 * v47 + d61 * d37 + v0 * d64
    return (
        ((d19 - ((d24 / v1 - 0.5 * d9) * v25 + d26)) / v1 * d16, d66, d67, d68, d69),
        (d66, (v1 * (d27 - d29) + d57 * v18) * d16, d70, d71, d72),
        (d67, d70, -(v30 * d35 + (maturity * d58 - v30 * d59) * v32), d73, d2),
        (d68, d71, d73, d62 + v0 * ((d14 * v31 + d1 * d44) * v18 + d43), d74),
        (d69, d72, d2, d74, d65 - d60 * v51),
    )
