"""Averages of a year's official rates, where no rate of the day is published.

``data/yearly.csv`` is made by ``.ci/yearly_rates.py``, which says where they come from and which
years are left out.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


def yearly_rate(currency: str, year: int) -> tuple[float, str] | None:
    """Units of the currency per US dollar on average of a year, and who publishes it; or None.

    >>> yearly_rate("KES", 2017), yearly_rate("XYZ", 2017)
    ((103.41, 'World Bank'), None)
    """
    return _rates().get((currency, year))


@lru_cache(maxsize=1)
def _rates() -> Mapping[tuple[str, int], tuple[float, str]]:
    text = (files("factx") / "exchange" / "data" / "yearly.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType(
        {(row["currency"], int(row["year"])): (float(row["per_usd"]), row["source"]) for row in rows}
    )
