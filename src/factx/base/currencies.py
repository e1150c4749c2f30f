"""Which currency a nation's money of a name was on a day: legal tender by nation and day.

The calendar is ``lexicons/tender.csv``, the names are ``lexicons/currency_nouns.csv``; both are
made from CLDR by ``.ci/currencies.py``. A day is ISO 8601; None is today.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from factx.base import lexicon

ALWAYS = "9999-12-31"
"""The last day of what is tender still, and the day asked for where none is known."""


@dataclass(frozen=True, slots=True)
class Tender:
    """A currency (ISO 4217) that a nation paid with from its first to its last day."""

    currency: str
    first_day: str
    last_day: str

    def holds_on(self, day: str) -> bool:
        """True from the first day to the last."""
        return self.first_day <= day <= self.last_day


def tender(iso3: str, day: str | None = None) -> tuple[str, ...]:
    """The currencies that were tender in a nation on a day, the newest first; none if it is unknown.

    >>> tender("HRV", "2022-06-01"), tender("HRV", "2024-06-01"), tender("TUR", "2003-05-06")
    (('HRK',), ('EUR',), ('TRL',))
    """
    rows = sorted(_calendar().get(iso3, ()), key=lambda row: (row.first_day, row.currency), reverse=True)
    return tuple(dict.fromkeys(row.currency for row in rows if row.holds_on(day or ALWAYS)))


@lru_cache(maxsize=10_000)
def currency_of(iso3: str, noun: str, day: str | None = None, *, ended: bool = False) -> str | None:
    """The currency of a nation that is called ``noun`` on a day; None if it has none of that name.

    ``noun`` is singular and in lower case: ``dollar``, ``pound``, ``crown``, ``cfa franc``. With
    ``ended``, the last money of that name before the day counts, too, if no other is tender.

    >>> currency_of("BLR", "ruble", "2015-05-12"), currency_of("BLR", "ruble", "2019-05-12")
    ('BYR', 'BYN')
    >>> currency_of("FRA", "franc", "2000-05-09"), currency_of("FRA", "franc", "2010-05-09")
    ('FRF', None)
    >>> currency_of("FRA", "franc", "2010-05-09", ended=True), currency_of("SEN", "franc", "2010-05-09")
    ('FRF', 'XOF')
    """
    named = currencies_called(noun)
    current = [currency for currency in tender(iso3, day) if currency in named]
    if current or not ended:
        return current[0] if current else None
    gone = [row for row in _calendar().get(iso3, ()) if row.currency in named and row.last_day < (day or ALWAYS)]
    return max(gone, key=lambda row: row.last_day).currency if gone else None


def currencies_called(noun: str) -> frozenset[str]:
    """All currencies that a noun names; empty if it names none.

    >>> sorted(currencies_called("lev")), "EGP" in currencies_called("pound")
    (['BGL', 'BGN'], True)
    """
    return _called().get(noun, frozenset())


@lru_cache(maxsize=1000)
def only_currency_called(noun: str, day: str | None = None) -> str | None:
    """The currency that a noun names on a day, whoever pays with it; None for none or several.

    >>> only_currency_called("escudo", "2017-05-09"), only_currency_called("escudo", "1999-05-09")
    ('CVE', None)
    """
    found = {currency_of(iso3, noun, day) for iso3 in _calendar()} - {None}
    return found.pop() if len(found) == 1 else None


def currency_then(currency: str, day: str | None) -> str:
    """The currency whose name and nation another took over, if that one was not there yet on the day.

    >>> [currency_then("TRY", day) for day in ("2003-05-06", "2013-05-06")], currency_then("VES", "2005-03-01")
    (['TRL', 'TRY'], 'VEB')
    >>> currency_then("USD", "2005-03-01")  # which Zimbabwe took over later
    'USD'
    """
    line = _lines().get(currency, ())
    if day is None or not line or line[-1].first_day <= day:
        return currency
    before = [row for row in line if row.first_day <= day]
    return (before[-1] if before else line[0]).currency


@lru_cache(maxsize=1)
def _calendar() -> Mapping[str, tuple[Tender, ...]]:
    table: dict[str, list[Tender]] = defaultdict(list)
    for row in lexicon.read("base/tender"):
        table[row["iso3"]].append(Tender(row["currency"], row["first_day"], row["last_day"] or ALWAYS))
    return MappingProxyType({iso3: tuple(rows) for iso3, rows in table.items()})


@lru_cache(maxsize=1)
def _called() -> Mapping[str, frozenset[str]]:
    return lexicon.classes("base/currency_nouns", by="noun", column="currency")


@cache
def _lines() -> Mapping[str, tuple[Tender, ...]]:
    """Currency → tender of the nation that had it first, of its name, in order of days up to itself."""
    first: dict[str, tuple[str, Tender]] = {}
    for iso3, rows in _calendar().items():
        for row in rows:
            if row.currency not in first or row.first_day < first[row.currency][1].first_day:
                first[row.currency] = iso3, row
    return MappingProxyType({currency: tuple(_line(_calendar()[iso3], row)) for currency, (iso3, row) in first.items()})


def _line(rows: tuple[Tender, ...], last: Tender) -> Iterator[Tender]:
    yield from (row for row in rows if row.first_day < last.first_day and _share_noun(row, last))
    yield last


def _share_noun(one: Tender, other: Tender) -> bool:
    return any(one.currency in group and other.currency in group for group in _called().values())
