"""European options on a stock without dividends, and the volatility that a price implies.

F. Black and M. Scholes (1973), The pricing of options and corporate liabilities, Journal of
Political Economy 81(3), 637-654, equation (13). Notation of J. C. Hull, Options, Futures, and Other
Derivatives. Rates and volatilities per year, maturities in years.
"""

import math


def norm_cdf(x):
    """The standard normal distribution function."""
    return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))


def norm_pdf(x):
    """The standard normal density."""
    return math.exp(-0.5 * x**2) / math.sqrt(2.0 * math.pi)


def d1_d2(spot, strike, rate, volatility, maturity):
    """Hull's d1 and d2."""
    spread = volatility * math.sqrt(maturity)
    d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * maturity) / spread
    return d1, d1 - spread


def call_price(spot, strike, rate, volatility, maturity):
    """The value of a call; at maturity, what it pays."""
    if maturity <= 0:
        return max(spot - strike, 0.0)
    d1, d2 = d1_d2(spot, strike, rate, volatility, maturity)
    return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity) * norm_cdf(d2)


def put_price(spot, strike, rate, volatility, maturity):
    """The value of a put, by put-call parity."""
    call = call_price(spot, strike, rate, volatility, maturity)
    return call - spot + strike * math.exp(-rate * maturity)


def implied_volatility(price, spot, strike, rate, maturity):
    """The volatility at which a call costs `price`, by Newton's iteration on its vega."""
    volatility = 0.3
    for _ in range(50):
        error = call_price(spot, strike, rate, volatility, maturity) - price
        d1, _ = d1_d2(spot, strike, rate, volatility, maturity)
        step = error / (spot * norm_pdf(d1) * math.sqrt(maturity))
        volatility -= step
        if abs(step) < 1e-12:
            break
    return volatility
