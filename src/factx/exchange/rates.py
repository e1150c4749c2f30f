"""Exchange rates at a day, from these sources in this order; never a guess.

1. The user's own file.
2. US dollars themselves: 1.
3. The ECB's reference rates. They are units per euro, so two of the same day are crossed.
4. Rates fixed by law or by a central bank on the day (``pegs``): to the dollar, to a currency that
   the ECB quotes, or, for money that joined the euro, to the euro for good.
5. The official rates' average of the year (``yearly``), unless it is switched off; ``source`` then
   begins with ``yearly average`` and ``date`` is the year.

A rate is units of the currency per US dollar. One of the day or of the last banking day before it
counts, at most ``OLDEST_RATE`` days old. If no source has the currency, ``usd`` is None and
``source`` is ``no rate``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factx.exchange.days import days_back, parse_day
from factx.exchange.ecb import ECB_FILE, data_folder, ecb_table, packaged_file
from factx.exchange.pegs import pegs
from factx.exchange.user_rates import user_rates
from factx.exchange.yearly import yearly_rate

NO_RATE = "no rate"


@dataclass(frozen=True, slots=True)
class Conversion:
    """An amount in US dollars; ``rate`` is units per dollar, ``date`` the rate's day (ISO 8601).

    An average has the year as its date.
    """

    usd: float | None
    rate: float | None
    date: str | None
    source: str


NOT_CONVERTED = Conversion(None, None, None, NO_RATE)


class Rates:
    """Rates by currency and day; without ``yearly``, averages of years are left out.

    Files are read at the first question and shared, so that copies are cheap.
    """

    def __init__(self, ecb: Path | None = None, extra: Path | None = None, yearly: bool = True) -> None:
        self.ecb = ecb
        self.extra = extra
        self.yearly = yearly

    @classmethod
    def default(cls, extra: Path | None = None, yearly: bool = True) -> Rates:
        """The rates of the newest file of the ECB at hand, with the user's own in ``extra``.

        That is the one that ``factx rates update`` fetched, or else the one that came along, also
        where the user may not look into the folder of the former (another's HOME in a container). Raises
        ``RateError`` naming the file if the fetched one is damaged, and naming file and line if ``extra``
        is not a CSV of ``currency,date,per_usd``: here, so that it costs no article.
        """
        if extra is not None:
            user_rates(str(extra))
        fetched = data_folder() / ECB_FILE
        if not os.path.isfile(fetched):
            return cls(None, extra, yearly)
        ecb_table(str(fetched))
        return cls(fetched, extra, yearly)

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
        sources = (self._own, self._dollar, self._quoted, self._pegged, self._average)
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
        return None if reference is None else Conversion(1.0, _round(reference[0]), reference[1], "ECB")

    def _reference(self, currency: str, wanted: date) -> tuple[float, str] | None:
        """Unrounded rate and day from the ECB's table, crossed over the euro, or None."""
        table = ecb_table(str(self.ecb) if self.ecb else None)
        for day in days_back(wanted):
            quoted = table.per_euro(day, currency)
            dollars = table.per_euro(day, "USD")
            if quoted is not None and dollars is not None:
                return quoted / dollars, day
        return None

    def _pegged(self, currency: str, wanted: date) -> Conversion | None:
        """The rate of a peg that held on the day, by way of its anchor's rate, or None."""
        day = wanted.isoformat()
        for peg in (peg for peg in pegs().get(currency, ()) if peg.holds_on(day)):
            named = f"peg ({peg.source})"
            if peg.anchor == "USD":
                return Conversion(1.0, peg.per_anchor, day, named)
            anchor = self._anchor(peg.anchor, wanted)
            if anchor is not None:
                rate, date_of_rate, source = anchor
                return Conversion(1.0, _round(peg.per_anchor * rate), date_of_rate, f"{source}, {named}")
        return None

    def _anchor(self, currency: str, wanted: date) -> tuple[float, str, str] | None:
        """Rate, day and source of what other money is tied to, or None."""
        quoted = self._reference(currency, wanted)
        if quoted is not None:
            return *quoted, "ECB"
        found = self._pegged(currency, wanted) or self._average(currency, wanted)
        return None if found is None or not found.rate or not found.date else (found.rate, found.date, found.source)

    def _average(self, currency: str, wanted: date) -> Conversion | None:
        """The average of the official rates of the day's year, or None."""
        found = yearly_rate(currency, wanted.year) if self.yearly else None
        return None if found is None else Conversion(1.0, found[0], str(wanted.year), f"yearly average ({found[1]})")

    @property
    def ecb_file(self) -> Path:
        """The file that the ECB's table is read from."""
        return self.ecb or Path(packaged_file())

    def newest(self) -> str | None:
        """The last day of the ECB's table (ISO 8601)."""
        return ecb_table(str(self.ecb) if self.ecb else None).newest


def _round(rate: float) -> float:
    """Five significant digits, as precise as the ECB's own rates are."""
    return float(f"{rate:.5g}")
