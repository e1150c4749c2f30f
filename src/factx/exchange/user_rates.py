"""The user's own file of rates: a CSV table of ``currency,date,per_usd``."""

from __future__ import annotations

import csv
import math
import re
from functools import lru_cache
from pathlib import Path

from factx.base import RateError
from factx.exchange.days import parse_day

USER_COLUMNS = ["currency", "date", "per_usd"]
_CURRENCY = re.compile("[A-Z]{3}")


@lru_cache(maxsize=8)
def user_rates(path: str) -> dict[str, dict[str, float]]:
    """The rates of the user's file: currency → day → units per US dollar.

    Raises ``RateError`` naming file and line for what is no rate.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RateError(f"{path}: {error.strerror or error}; give a CSV file: currency,date,per_usd") from None
    except UnicodeDecodeError as error:
        raise RateError(f"{path}: cannot be read ({error}); it must be UTF-8 CSV: currency,date,per_usd") from None
    lines = csv.reader(text.splitlines())
    header = [cell.strip() for cell in next(lines, [])]
    if header != USER_COLUMNS:
        named = ",".join(header) or "none"
        raise RateError(f"{path}, line 1: the columns are {named}; they must be currency,date,per_usd")
    table: dict[str, dict[str, float]] = {}
    for row in lines:
        if row:
            currency, day, rate = _rate_of(row, f"{path}, line {lines.line_num}")
            table.setdefault(currency, {})[day] = rate
    return table


def _rate_of(row: list[str], where: str) -> tuple[str, str, float]:
    """Currency, day and rate of a row; raises ``RateError`` naming ``where`` and what is wrong."""
    cells = [cell.strip() for cell in row]
    if len(cells) != len(USER_COLUMNS):
        raise RateError(f"{where}: {len(cells)} cells; there must be three: currency,date,per_usd")
    currency, day, text = cells
    if not _CURRENCY.fullmatch(currency):
        raise RateError(f"{where}: currency {currency!r}; it must be an ISO 4217 code such as MYR")
    if parse_day(day) is None:
        raise RateError(f"{where}: date {day!r}; it must be ISO 8601 such as 2017-03-22")
    try:
        rate = float(text)
    except ValueError:
        rate = math.nan
    if not (rate > 0 and math.isfinite(rate)):
        raise RateError(f"{where}: per_usd {text!r}; it must be a number above 0: units of the currency per US dollar")
    return currency, day, rate
