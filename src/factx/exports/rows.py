"""Rows of stored tables as dictionaries, and what every export makes of them: days, countries, CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from factx.tables import cell, quoted

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
"""The cells of a row that are not empty, by column; days are dates."""
Tables = Mapping[str, "pd.DataFrame"]


@dataclass(slots=True)
class Exported:
    """The bytes of a file, the number of its ``rows``, and what was ``left_out`` for which reason."""

    content: bytes = b""
    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def rows_of(frame: pd.DataFrame) -> Iterator[Row]:
    """Yield the rows of a table without their empty cells."""
    names = list(frame.columns)
    for values, known in zip(frame.itertuples(index=False, name=None), frame.notna().to_numpy(), strict=True):
        yield {name: _plain(value) for name, value, there in zip(names, values, known, strict=True) if there}


def _plain(value: Any) -> Any:
    """A day as a date, a number as Python's own."""
    if hasattr(value, "date"):
        return value.date()
    return value.item() if hasattr(value, "item") else value


def days_between(row: Row) -> int | None:
    """The number of days on which an event may have happened, 1 for a day; None if not told.

    >>> days_between({"time_start": date(2017, 3, 1), "time_end": date(2017, 3, 31)}), days_between({})
    (31, None)
    """
    if "time_start" not in row or "time_end" not in row:
        return None
    days: int = (row["time_end"] - row["time_start"]).days
    return days + 1 if days >= 0 else None


@cache
def country(iso3: str | None) -> Mapping[str, str]:
    """The name, two letters and number of a country by its three; empty if ISO 3166-1 lacks it.

    >>> sorted(country("NGA").items())
    [('alpha_2', 'NG'), ('name', 'Nigeria'), ('numeric', '566')]
    >>> country("XKX"), country(None)
    ({}, {})
    """
    import pycountry

    found: Any = pycountry.countries.get(alpha_3=iso3) if iso3 else None
    return {name: getattr(found, name) for name in ("name", "alpha_2", "numeric")} if found else {}


@cache
def subdivision(code: str | None) -> str | None:
    """The name of a first-level unit by its code of ISO 3166-2.

    >>> subdivision("US-GA"), subdivision(None)
    ('Georgia', None)
    """
    import pycountry

    listed: Any = pycountry.subdivisions
    found = listed.get(code=code) if code else None
    return found.name if found else None


def csv_text(rows: Iterable[Sequence[Any]]) -> str:
    """Rows as CSV, as factx writes its tables: no formulas, no exponents.

    >>> csv_text([["a", "b"], [None, 2.0], ["x,y", date(2017, 3, 1)]])
    'a,b\\n,2\\n"x,y",2017-03-01\\n'
    """
    return "".join(",".join(_written(value) for value in row) + "\n" for row in rows)


def _written(value: Any) -> str:
    return quoted(value.isoformat() if isinstance(value, date) else cell(value))


def only(values: Iterable[Any]) -> Any:
    """The one value that all have, or None.

    >>> only(["army", "army"]), only(["army", "police"]), only(["army", None]), only([])
    ('army', None, None, None)
    """
    known = set(values)
    return known.pop() if len(known) == 1 else None
