"""6 normalise: money to US dollars at published rates, never at a guess."""

from factx.exchange.days import is_day
from factx.exchange.dollars import Dollars, RateSource, in_dollars
from factx.exchange.ecb import ECB_URL, store
from factx.exchange.rates import NO_RATE, Rates

__all__ = ["ECB_URL", "NO_RATE", "Dollars", "RateSource", "Rates", "in_dollars", "is_day", "store"]
