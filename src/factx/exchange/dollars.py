"""Money in US dollars at the article's date, and the rate that a conversion in the text implies.

1. A published rate of the day counts (``rates``).
2. Without one, the text's own conversion into dollars does; ``source`` is then ``stated``.
3. Without both, the average of the year's rates does, where ``rates`` have one.
4. Else the columns stay empty and ``source`` is ``no rate``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from factx.base import QuantityMention
from factx.exchange.days import is_day


class Converted(Protocol):
    """An amount in US dollars, and the rate: units per dollar, on ``date``, from ``source``.

    The date is a day, or the year of which the rate is the average.
    """

    @property
    def usd(self) -> float | None: ...
    @property
    def rate(self) -> float | None: ...
    @property
    def date(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...


class RateSource(Protocol):
    """A source of exchange rates, such as ``Rates``."""

    def convert(self, amount: float, currency: str, date: str | None) -> Converted: ...


@dataclass(frozen=True, slots=True)
class Dollars:
    """The dollar columns of a row: all empty for what is not money, the amounts without a rate."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    rate: float | None = None
    date: str | None = None
    source: str | None = None
    implied_rate: float | None = None


def in_dollars(amount: QuantityMention, published: str | None, rates: RateSource | None) -> Dollars:
    """Convert an amount of money into US dollars, rounded to cents, at the day ``published``."""
    if amount.currency is None or rates is None:
        return Dollars()
    value, low, high = (
        None if number is None else rates.convert(number, amount.currency, published)
        for number in (amount.value, amount.low, amount.high)
    )
    conversion = value or low or high
    if conversion is None:
        return Dollars(implied_rate=implied_rate(amount))
    in_text = amount.equivalent_value if amount.equivalent_currency == "USD" else None
    if not is_day(conversion.date or "") and amount.value and in_text:
        return _as_stated(amount, amount.value / in_text, published)
    return Dollars(
        value=_cents(value),
        low=_cents(low),
        high=_cents(high),
        rate=conversion.rate,
        date=conversion.date,
        source=conversion.source,
        implied_rate=implied_rate(amount),
    )


def _as_stated(amount: QuantityMention, rate: float, published: str | None) -> Dollars:
    """Convert an amount at the rate that the text's own conversion into dollars implies."""
    value, low, high = (
        None if number is None else round(number / rate, 2) for number in (amount.value, amount.low, amount.high)
    )
    rounded = float(f"{rate:.6g}")
    return Dollars(value, low, high, rate=rounded, date=published, source="stated", implied_rate=implied_rate(amount))


def implied_rate(amount: QuantityMention) -> float | None:
    """The rate of a conversion in the text, to six digits, or None without one.

    Units of the cheaper currency for one of the dearer.

    >>> from factx.base.mentions import QuantityMention
    >>> aid = QuantityMention(0, 9, "$1 million", "money", 1e6, 1e6, 1e6, "exact", currency="USD",
    ...                       equivalent_value=4.4e6, equivalent_currency="MYR")
    >>> implied_rate(aid)
    4.4
    """
    number = next((number for number in (amount.value, amount.low, amount.high) if number is not None), None)
    other = amount.equivalent_value
    if not number or not other or amount.equivalent_currency == amount.currency:
        return None
    return float(f"{max(number, other) / min(number, other):.6g}")


def _cents(conversion: Converted | None) -> float | None:
    return None if conversion is None or conversion.usd is None else round(conversion.usd, 2)
