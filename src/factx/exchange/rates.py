"""Exchange rates at a day, from these sources in this order; never a guess.

1. The user's own file.
2. US dollars themselves: 1.
3. The ECB's reference rates. They are units per euro, so two of the same day are crossed.
4. Fixed pegs to the dollar, or to a currency that the ECB quotes.

A rate is units of the currency per US dollar. One of the day or of the last banking day before it
counts, at most ``OLDEST_RATE`` days old. If no source has the currency, ``usd`` is None and
``source`` is ``no rate``.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from factx.exchange.days import days_back, parse_day
from factx.exchange.ecb import ECB_FILE, data_folder, ecb_table
from factx.exchange.user_rates import user_rates

NO_RATE = "no rate"


@dataclass(frozen=True, slots=True)
class Conversion:
    """An amount in US dollars; ``rate`` is units per dollar, ``date`` the rate's day (ISO 8601)."""

    usd: float | None
    rate: float | None
    date: str | None
    source: str


NOT_CONVERTED = Conversion(None, None, None, NO_RATE)


@dataclass(frozen=True, slots=True)
class Peg:
    """A fixed rate to ``anchor`` from one day to another (ISO 8601), as ``source`` declares it."""

    anchor: str
    per_anchor: float
    first_day: str
    last_day: str
    source: str

    def holds_on(self, day: str) -> bool:
        """True from the first day to the last, or for good if no last day is known."""
        return self.first_day <= day and (day <= self.last_day or not self.last_day)


class Rates:
    """Rates by currency and day.

    Files are read at the first question and shared, so that copies are cheap.
    """

    def __init__(self, ecb: Path | None = None, extra: Path | None = None) -> None:
        self.ecb = ecb
        self.extra = extra

    @classmethod
    def default(cls, extra: Path | None = None) -> Rates:
        """The rates of the newest file of the ECB at hand, with the user's own in ``extra``.

        That is the one that ``factx rates update`` fetched, or else the one that came along. Raises
        ``RateError`` naming file and line if ``extra`` is not a CSV of ``currency,date,per_usd``.
        """
        if extra is not None:
            user_rates(str(extra))
        fetched = data_folder() / ECB_FILE
        return cls(fetched if fetched.is_file() else None, extra)

    def convert(self, amount: float, currency: str, date: str | None) -> Conversion:
        """The amount in US dollars at the day (ISO 8601), unrounded.

        >>> Rates.default().convert(1_000_000, "MYR", "2017-03-22").rate
        4.4275
        >>> Rates.default().convert(1_000_000, "XYZ", "2017-03-22").source
        'no rate'
        """
        found = self.rate(currency, date)
        if found.rate is None:
            return found
        return Conversion(amount / found.rate, found.rate, found.date, found.source)

    def rate(self, currency: str, day: str | None) -> Conversion:
        """Units of the currency per US dollar on the day, as the conversion of one dollar's worth."""
        wanted = parse_day(day)
        if wanted is None:
            return Conversion(1.0, 1.0, None, "USD") if currency == "USD" else NOT_CONVERTED
        sources = (self._own, self._dollar, self._quoted, self._pegged)
        return next((found for source in sources if (found := source(currency, wanted))), NOT_CONVERTED)

    def _own(self, currency: str, wanted: date) -> Conversion | None:
        """The user's own rate of the day or the last one before it, or None."""
        if self.extra is None:
            return None
        days = user_rates(str(self.extra)).get(currency, {})
        return next(
            (Conversion(1.0, days[day], day, self.extra.name) for day in days_back(wanted) if day in days), None
        )

    def _dollar(self, currency: str, wanted: date) -> Conversion | None:
        return Conversion(1.0, 1.0, wanted.isoformat(), "USD") if currency == "USD" else None

    def _quoted(self, currency: str, wanted: date) -> Conversion | None:
        reference = self._reference(currency, wanted)
        return None if reference is None else Conversion(1.0, *reference, "ECB")

    def _reference(self, currency: str, wanted: date) -> tuple[float, str] | None:
        """Rate and day from the ECB's table, crossed over the euro, or None."""
        table = ecb_table(str(self.ecb) if self.ecb else None)
        for day in days_back(wanted):
            quoted = table.per_euro(day, currency)
            dollars = table.per_euro(day, "USD")
            if quoted is not None and dollars is not None:
                return _round(quoted / dollars), day
        return None

    def _pegged(self, currency: str, wanted: date) -> Conversion | None:
        """The rate of a peg that held on the day, by way of its anchor's rate, or None."""
        for peg in _pegs().get(currency, ()):
            if not peg.holds_on(wanted.isoformat()):
                continue
            if peg.anchor == "USD":
                return Conversion(1.0, peg.per_anchor, wanted.isoformat(), f"peg ({peg.source})")
            anchor = self._reference(peg.anchor, wanted)
            if anchor is not None:
                return Conversion(1.0, _round(peg.per_anchor * anchor[0]), anchor[1], f"ECB, peg ({peg.source})")
        return None

    def newest(self) -> str | None:
        """The last day of the ECB's table (ISO 8601)."""
        return ecb_table(str(self.ecb) if self.ecb else None).newest


@lru_cache(maxsize=1)
def _pegs() -> dict[str, list[Peg]]:
    text = (files("factx") / "exchange" / "data" / "pegs.csv").read_text(encoding="utf-8")
    table: dict[str, list[Peg]] = {}
    for row in csv.DictReader(text.splitlines()):
        peg = Peg(row["anchor"], float(row["per_anchor"]), row["valid_from"], row["valid_until"], row["source"])
        table.setdefault(row["currency"], []).append(peg)
    return table


def _round(rate: float) -> float:
    """Five significant digits, as precise as the ECB's own rates are."""
    return float(f"{rate:.5g}")
