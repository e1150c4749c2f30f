"""Amounts of money in US dollars at the article's date, and the rate that the text's own conversion implies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from factx.base import QuantityMention


class Converted(Protocol):
    """An amount in US dollars with the rate used: units of the currency per dollar, on ``date``, from ``source``."""

    @property
    def usd(self) -> float | None: ...
    @property
    def rate(self) -> float | None: ...
    @property
    def date(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...


class RateSource(Protocol):
    """What ``factx.exchange.rates.Rates`` offers."""

    def convert(self, amount: float, currency: str, date: str | None) -> Converted: ...


@dataclass(frozen=True, slots=True)
class Dollars:
    """The money columns of a row; all empty for what is not money, and the amounts where there is no rate."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    rate: float | None = None
    date: str | None = None
    source: str | None = None
    implied_rate: float | None = None


def in_dollars(amount: QuantityMention, published: str | None, rates: RateSource | None) -> Dollars:
    """An amount of money in US dollars, rounded to cents; ``source`` is ``no rate`` where it cannot be converted.

    Where no rate is known, the text's own conversion into dollars counts, and ``source`` is ``stated``.
    """
    if amount.currency is None or rates is None:
        return Dollars()
    value, low, high = (
        None if number is None else rates.convert(number, amount.currency, published)
        for number in (amount.value, amount.low, amount.high)
    )
    conversion = value or low or high
    if conversion is None:
        return Dollars(implied_rate=implied_rate(amount))
    if conversion.rate is None and amount.equivalent_currency == "USD" and amount.value and amount.equivalent_value:
        return _as_stated(amount, amount.value / amount.equivalent_value, published)
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
    """The amount at the rate that the text's own conversion into dollars implies; ``source`` is ``stated``."""
    value, low, high = (
        None if number is None else round(number / rate, 2) for number in (amount.value, amount.low, amount.high)
    )
    rounded = float(f"{rate:.6g}")
    return Dollars(value, low, high, rate=rounded, date=published, source="stated", implied_rate=implied_rate(amount))


def implied_rate(amount: QuantityMention) -> float | None:
    """Units of the cheaper currency for one of the dearer, as the text's own conversion has it, to six digits.

    >>> from factx.base.mentions import QuantityMention
    >>> implied_rate(QuantityMention(0, 9, "$1 million", "money", 1e6, 1e6, 1e6, "exact",
    ...                     currency="USD", equivalent_value=4.4e6, equivalent_currency="MYR"))
    4.4
    """
    number = amount.value if amount.value is not None else amount.low if amount.low is not None else amount.high
    other = amount.equivalent_value
    if not number or not other or amount.equivalent_currency == amount.currency:
        return None
    return float(f"{max(number, other) / min(number, other):.6g}")


def _cents(conversion: Converted | None) -> float | None:
    return None if conversion is None or conversion.usd is None else round(conversion.usd, 2)
