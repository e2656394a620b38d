"""Delta and vega of a European call, beside their closed forms (Black and Scholes, 1973)."""

import math

import lazyad as la


@la.compile(wrt=("spot", "vol"))
def call_price(spot, strike, rate, vol, years):
    """The price of a European call on a stock without dividends."""
    spread = vol * la.sqrt(years)
    d1 = (la.log(spot / strike) + (rate + vol**2 / 2) * years) / spread
    d2 = d1 - spread
    return spot * normal(d1) - strike * la.exp(-rate * years) * normal(d2)


def normal(z):
    """The standard normal distribution function."""
    return (1 + la.erf(z / math.sqrt(2))) / 2


def main():
    point = (100.0, 95.0, 0.03, 0.25, 0.5)
    price, (delta, vega) = call_price.value_and_grad(*point)
    spot, strike, rate, vol, years = point
    d1 = (math.log(spot / strike) + (rate + vol**2 / 2) * years) / (vol * math.sqrt(years))
    density = math.exp(-d1 * d1 / 2) / math.sqrt(2 * math.pi)
    print(call_price.value_and_grad.source)
    print(f"price {price:.12f}")
    print(f"delta {delta:.12f}  closed form {normal(d1):.12f}")
    print(f"vega  {vega:.12f}  closed form {spot * density * math.sqrt(years):.12f}")


if __name__ == "__main__":
    main()
