"""Options that several commands have, and what their values are checked for."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from factx.base import DEFAULT_MODEL, InputError

if TYPE_CHECKING:
    from factx.reading import ReadOptions

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def add_model(parser: argparse.ArgumentParser) -> None:
    """``--model``: the pipeline that parses."""
    parser.add_argument(
        "--model", default=DEFAULT_MODEL, help="accurate, fast, a folder or an installed spaCy pipeline"
    )


def add_rules(parser: argparse.ArgumentParser) -> None:
    """``--rules``: rule files of the user; ``rules_given`` checks it."""
    parser.add_argument("--rules", metavar="PATH", help="your own rule file, or a folder of some, added to factx's")


def add_rates(parser: argparse.ArgumentParser) -> None:
    """``--rates`` and ``--no-yearly-rates``: exchange rates of the user, and none of a whole year."""
    parser.add_argument("--rates", metavar="FILE", help="a CSV file of your own rates: currency,date,per_usd")
    parser.add_argument("--no-yearly-rates", action="store_true", help="no rate where only a year's average is known")


def add_formats(parser: argparse.ArgumentParser) -> None:
    """``--format`` and ``--excel``: what tables are written as; ``formats_of`` takes them apart."""
    parser.add_argument(
        "--format", metavar="LIST", default="csv", help="csv, parquet, duckdb, sqlite, xlsx, or several: csv,xlsx"
    )
    parser.add_argument("--excel", action="store_true", help="mark the CSV files as UTF-8 so that Excel reads them")


def formats_of(options: argparse.Namespace) -> list[str]:
    """The formats that ``--format`` names, each once."""
    return list(dict.fromkeys(name.strip() for name in options.format.split(",")))


def add_published(parser: argparse.ArgumentParser) -> None:
    """``--published``: the day of articles without one; ``published_day`` checks it."""
    parser.add_argument("--published", metavar="DATE", help="publication date of articles that give none: 2017-03-22")


def published_day(text: str | None, option: str = "--published") -> str | None:
    """The day that an option gives, as ISO 8601, or None without it.

    Raises ``InputError`` for what is no full date.

    >>> published_day("May 4, 2016")
    '2016-05-04'
    >>> published_day("2019-13-01")
    Traceback (most recent call last):
    factx.base.errors.InputError: --published '2019-13-01' is no full date; write it as 2017-03-22
    """
    if not text:
        return None
    from factx.reading import day_of

    day = day_of(text)
    if day is None or (_ISO.fullmatch(text.strip()) and day != text.strip()):
        raise InputError(f"{option} '{text}' is no full date; write it as 2017-03-22")
    return day


def add_reading(parser: argparse.ArgumentParser) -> None:
    """``--columns`` and ``--day-first``: how files are read; ``read_options`` checks them."""
    parser.add_argument(
        "--columns",
        metavar="LIST",
        action="append",
        default=[],
        help='columns or keys that hold the fields of articles: text=Body,date="Printed on"',
    )
    parser.add_argument(
        "--day-first",
        action=argparse.BooleanOptionalAction,
        help="whether 3/4/2017 is in April (default: as other dates of the file show)",
    )


def read_options(options: argparse.Namespace) -> ReadOptions:
    """What ``--columns`` and ``--day-first`` say; raises ``InputError`` for what names no column."""
    from factx.reading import ReadOptions, named_columns

    columns: dict[str, str] = {}
    for text in options.columns:
        try:
            columns |= named_columns(text)
        except InputError as error:
            raise InputError(f"--columns {text}: {error}") from None
    return ReadOptions(columns, options.day_first)


def rules_given(path: str | None) -> str | None:
    """The folder or file that ``--rules`` names, or None; raises ``InputError`` if it does not exist."""
    if path and not Path(path).exists():
        raise InputError(f"--rules {path}: no such file or folder; give a .toml rule file or a folder of some")
    return path


def number_of(things: str, least: int) -> Callable[[str], int]:
    """Make an argparse type: a whole number of things, ``least`` or more.

    >>> number_of("rows", least=0)("12")
    12
    """

    def parse(text: str) -> int:
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"'{text}' is no number of {things}; give {least} or more")
        return int(text)

    return parse


def probability(text: str) -> float:
    """The argparse type of a probability.

    >>> probability("0.9")
    0.9
    """
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no probability; give a number from 0 to 1, such as 0.9")
    return value
