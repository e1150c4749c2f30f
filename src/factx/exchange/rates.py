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
import math
import os
import re
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from factx.base import RateError

OLDEST_RATE = 7
"""Days: a rate of the last banking day serves; the longest closing, Easter, is four days."""
NO_RATE = "no rate"
ECB_URL = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"
ECB_FILE = "eurofxref-hist.zip"
USER_COLUMNS = ["currency", "date", "per_usd"]
_DAY_CHARS = len("2017-03-22")
_CURRENCY = re.compile("[A-Z]{3}")


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
            _own_rates(str(extra))
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
        wanted = _day(day)
        if wanted is None:
            return Conversion(1.0, 1.0, None, "USD") if currency == "USD" else NOT_CONVERTED
        sources = (self._own, self._dollar, self._quoted, self._pegged)
        return next((found for source in sources if (found := source(currency, wanted))), NOT_CONVERTED)

    def _own(self, currency: str, wanted: date) -> Conversion | None:
        """The user's own rate of the day or the last one before it, or None."""
        if self.extra is None:
            return None
        days = _own_rates(str(self.extra)).get(currency, {})
        return next(
            (Conversion(1.0, days[day], day, self.extra.name) for day in _days_back(wanted) if day in days), None
        )

    def _dollar(self, currency: str, wanted: date) -> Conversion | None:
        return Conversion(1.0, 1.0, wanted.isoformat(), "USD") if currency == "USD" else None

    def _quoted(self, currency: str, wanted: date) -> Conversion | None:
        reference = self._reference(currency, wanted)
        return None if reference is None else Conversion(1.0, *reference, "ECB")

    def _reference(self, currency: str, wanted: date) -> tuple[float, str] | None:
        """Rate and day from the ECB's table, crossed over the euro, or None."""
        table = _ecb_table(str(self.ecb) if self.ecb else None)
        for day in _days_back(wanted):
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
        return _ecb_table(str(self.ecb) if self.ecb else None).newest


class _EcbTable:
    """The ECB's table with its lines unread until a day is asked for."""

    def __init__(self, text: str) -> None:
        lines = text.splitlines()
        self.columns = {name.strip(): at for at, name in enumerate(lines[0].split(",")) if name.strip()}
        self.lines = {line[:_DAY_CHARS]: line for line in lines[1:] if line}
        self.newest = max(self.lines, default=None)

    def per_euro(self, day: str, currency: str) -> float | None:
        """Units of the currency per euro on the day, or None."""
        if day not in self.lines:
            return None
        if currency == "EUR":
            return 1.0
        at = self.columns.get(currency)
        cells = self.lines[day].split(",")
        if at is None or at >= len(cells):
            return None
        try:
            rate = float(cells[at])
        except ValueError:
            return None
        return rate if rate > 0 and math.isfinite(rate) else None


@lru_cache(maxsize=4)
def _ecb_table(path: str | None) -> _EcbTable:
    if path is None:
        from currency_converter import CURRENCY_FILE

        path = str(CURRENCY_FILE)
    try:
        return _unpack(Path(path).read_bytes())
    except (OSError, BadZipFile, ValueError) as error:
        raise RateError(f"{path}: not the ECB's file of rates ({error}); run: factx rates update") from None


def _unpack(content: bytes) -> _EcbTable:
    """The table in the ECB's zip file; raises ``ValueError`` if it holds something else."""
    with ZipFile(BytesIO(content)) as archive:
        table = _EcbTable(archive.read(archive.namelist()[0]).decode("utf-8") or "-")
    if "USD" not in table.columns or table.newest is None:
        raise ValueError("no column USD")
    return table


@lru_cache(maxsize=1)
def _pegs() -> dict[str, list[Peg]]:
    text = (files("factx") / "exchange" / "data" / "pegs.csv").read_text(encoding="utf-8")
    table: dict[str, list[Peg]] = {}
    for row in csv.DictReader(text.splitlines()):
        peg = Peg(row["anchor"], float(row["per_anchor"]), row["valid_from"], row["valid_until"], row["source"])
        table.setdefault(row["currency"], []).append(peg)
    return table


@lru_cache(maxsize=8)
def _own_rates(path: str) -> dict[str, dict[str, float]]:
    """The user's file as currency → day → rate."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RateError(f"{path}: cannot be read ({error}); it must be UTF-8 CSV: currency,date,per_usd") from None
    lines = csv.reader(text.splitlines())
    header = [cell.strip() for cell in next(lines, [])]
    if header != USER_COLUMNS:
        named = ",".join(header) or "none"
        raise RateError(f"{path}, line 1: the columns are {named}; they must be currency,date,per_usd")
    table: dict[str, dict[str, float]] = {}
    for row in lines:
        if row:
            currency, day, rate = _own_rate(row, f"{path}, line {lines.line_num}")
            table.setdefault(currency, {})[day] = rate
    return table


def _own_rate(row: list[str], where: str) -> tuple[str, str, float]:
    """Currency, day and rate of a row; raises ``RateError`` naming ``where`` and what is wrong."""
    cells = [cell.strip() for cell in row]
    if len(cells) != len(USER_COLUMNS):
        raise RateError(f"{where}: {len(cells)} cells; there must be three: currency,date,per_usd")
    currency, day, text = cells
    if not _CURRENCY.fullmatch(currency):
        raise RateError(f"{where}: currency {currency!r}; it must be an ISO 4217 code such as MYR")
    if _day(day) is None:
        raise RateError(f"{where}: date {day!r}; it must be ISO 8601 such as 2017-03-22")
    try:
        rate = float(text)
    except ValueError:
        rate = math.nan
    if not (rate > 0 and math.isfinite(rate)):
        raise RateError(f"{where}: per_usd {text!r}; it must be a number above 0: units of the currency per US dollar")
    return currency, day, rate


def _days_back(wanted: date) -> list[str]:
    """The day and those before it whose rate may serve, newest first; fewer where the calendar begins."""
    back = min(OLDEST_RATE, wanted.toordinal() - 1)
    return [(wanted - timedelta(days=n)).isoformat() for n in range(back + 1)]


def _day(text: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time, or None if it is empty, partial or wrong."""
    try:
        return date.fromisoformat((text or "")[:_DAY_CHARS])
    except ValueError:
        return None


def is_day(text: str) -> bool:
    """True for a whole day in ISO 8601.

    >>> is_day("2017-03-22"), is_day("2017-03")
    (True, False)
    """
    return len(text) == _DAY_CHARS and _day(text) is not None


def _round(rate: float) -> float:
    """Five significant digits, as precise as the ECB's own rates are."""
    return float(f"{rate:.5g}")


def data_folder() -> Path:
    """Where factx keeps what it fetched: ``FACTX_DATA``, or the system's folder for data of the user."""
    if own := os.environ.get("FACTX_DATA"):
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "factx"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "factx"


def store(content: bytes, folder: Path | None = None) -> Path:
    """Write a fetched file of the ECB to the user's data folder; raises ``RateError`` if it is not one."""
    try:
        _unpack(content)
    except (BadZipFile, ValueError, IndexError, UnicodeDecodeError) as error:
        raise RateError(f"{ECB_URL}: this is not the ECB's file of rates ({error}); nothing was changed") from None
    target = (folder or data_folder()) / ECB_FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.write_bytes(content)
    part.replace(target)
    _ecb_table.cache_clear()
    return target
