"""Fixed rates with the days on which they hold: pegs, and what money became that joined another."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Peg:
    """A fixed rate to ``anchor`` from one day to another (ISO 8601), as ``source`` declares it."""

    anchor: str
    per_anchor: float
    first_day: str
    last_day: str
    source: str

    def holds_on(self, day: str) -> bool:
        """True from the first day to the last, or for good if no last day is known.

        >>> Peg("USD", 3.8, "1998-09-02", "2005-07-20", "Bank Negara Malaysia").holds_on("2005-07-21")
        False
        """
        return self.first_day <= day and (day <= self.last_day or not self.last_day)


@lru_cache(maxsize=1)
def pegs() -> Mapping[str, tuple[Peg, ...]]:
    """The pegs of ``data/pegs.csv`` by currency, oldest first.

    >>> [(peg.anchor, peg.per_anchor) for peg in pegs()["HRK"]]
    [('EUR', 7.5345)]
    """
    text = (files("factx") / "exchange" / "data" / "pegs.csv").read_text(encoding="utf-8")
    table: dict[str, list[Peg]] = {}
    for row in csv.DictReader(text.splitlines()):
        peg = Peg(row["anchor"], float(row["per_anchor"]), row["valid_from"], row["valid_until"], row["source"])
        table.setdefault(row["currency"], []).append(peg)
    return MappingProxyType({currency: tuple(found) for currency, found in table.items()})
