"""6 normalise: money to US dollars at published rates, never at a guess."""

from factx.exchange.dollars import Dollars, RateSource, in_dollars
from factx.exchange.rates import ECB_URL, NO_RATE, Rates, is_day, store

__all__ = ["ECB_URL", "NO_RATE", "Dollars", "RateSource", "Rates", "in_dollars", "is_day", "store"]
