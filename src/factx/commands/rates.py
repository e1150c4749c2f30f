"""``factx rates``: an exchange rate with its source, and the ECB's current file fetched on request."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from factx.commands._options import add_rates

if TYPE_CHECKING:
    from factx.exchange import Rates

HELP = "show an exchange rate, or fetch the ECB's current rates"
_CODE = re.compile("[A-Za-z]{3}")
LONGEST_WAIT = 60
"""Seconds that the ECB's server may take to answer."""
LARGEST_FILE = 50_000_000
"""Bytes: the file has under one million and grows by a line per banking day; more is something else."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of the command with their options."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    show = actions.add_parser("show", help="print the rate of a currency on a day", description="Print a rate.")
    show.add_argument("currency", metavar="CURRENCY", help="an ISO 4217 code: MYR")
    show.add_argument("date", metavar="DATE", help="a day: 2017-03-22")
    add_rates(show)
    actions.add_parser(
        "update",
        help="fetch the ECB's file of daily rates into your data folder",
        description="Fetch the European Central Bank's file of daily rates into your data folder.",
    )


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 1 if there is no rate to show, else 0."""
    return _update() if options.action == "update" else _show(options)


def _show(options: argparse.Namespace) -> int:
    from pathlib import Path

    from factx.base import RateError
    from factx.exchange import NO_RATE, Rates, is_day

    if not _CODE.fullmatch(options.currency):
        raise RateError(f"{options.currency}: no code of a currency; write it as EUR or MYR (ISO 4217)")
    if not is_day(options.date):
        raise RateError(f"{options.date}: not a day; write it as 2017-03-22")
    rates = Rates.default(Path(options.rates) if options.rates else None, yearly=not options.no_yearly_rates)
    found = rates.rate(options.currency.upper(), options.date)
    if found.rate is None:
        print(f"{options.currency.upper()} {options.date}: {NO_RATE}{_hint(rates, options.date)}")
        return 1
    when = f"on {found.date}" if is_day(found.date or "") else f"in {found.date}"
    print(f"{found.rate:.10g} {options.currency.upper()} per USD {when} ({found.source})")
    return 0


def _hint(rates: Rates, day: str) -> str:
    newest = rates.newest()
    if newest is not None and day > newest:
        return f" (the rates end on {newest}; for newer ones: factx rates update)"
    return " (to give your own: --rates FILE, see docs/own-rates.md)"


def _update() -> int:
    from urllib.error import URLError
    from urllib.request import urlopen

    from factx.base import RateError
    from factx.exchange import ECB_URL, Rates, store

    try:
        with urlopen(ECB_URL, timeout=LONGEST_WAIT) as answer:
            content = answer.read(LARGEST_FILE)
    except (URLError, TimeoutError, OSError) as error:
        raise RateError(f"{ECB_URL}: cannot be fetched ({error}); the rates stay as they were") from None
    path = store(content)
    print(f"{path}: rates until {Rates(path).newest()}")
    return 0
