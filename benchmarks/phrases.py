"""Amounts that are already cut out ("$2.5 million", "three dozen"): are value and currency read right, beside peers.

This is what text2num and price-parser are for, and a part of what quantulum3 and factx do. The phrases are the
numbers' own words in the gold facts where they are there, and those in our own tables of numbers, counts and money.
"""

from __future__ import annotations

import json
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.found import ReadPhrase
from benchmarks.fresh import fresh
from benchmarks.peers import PHRASE_READERS
from benchmarks.report import NOT_INSTALLED, Section, Table, count, share
from benchmarks.setting import Setting
from benchmarks.shared import ROOT, Shared

TITLE = "Phrases"
OURS = "factx"
TABLES = ("numbers", "counts", "money", "fractions", "countries")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An amount's words, the number they state, and the currency (ISO 4217) where it is money."""

    origin: str
    text: str
    value: float
    currency: str | None

    @property
    def group(self) -> str:
        """Where it is from and what it is."""
        return f"{self.origin}, {'money' if self.currency else 'counts'}"


def phrases(shared: Shared | None) -> list[Phrase]:
    """All phrases, each once."""
    found = [*(_of_gold(shared) if shared else ()), *_of_tables()]
    return list(dict.fromkeys(found))


def _of_gold(shared: Shared) -> Iterator[Phrase]:
    for path in sorted((shared.gold / "facts").glob("*.json")):
        for fact in json.loads(path.read_text(encoding="utf-8"))["facts"]:
            if fact["value"] and fact["value_text"].lower() not in {"a", "an", "another"}:
                yield Phrase("gold facts", fact["value_text"], float(fact["value"]), fact["currency"])


def _of_tables() -> Iterator[Phrase]:
    """The amounts of our case tables that state one number, and without whose article the money is known."""
    for name in TABLES:
        path = ROOT / "tests" / "measure" / "cases" / f"{name}.toml"
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            for amount in case["amounts"] if "country" not in case else ():
                unit = amount.get("unit", "")
                is_money = len(unit) == 3 and unit.isupper()
                if "value" in amount:
                    yield Phrase("own tables", amount["text"], float(amount["value"]), unit if is_money else None)


def read_with_factx() -> ReadPhrase:
    """The first amount that factx's default model and rules find in the phrase."""
    from factx.base.mentions import ArticleContext
    from factx.measure import find_amounts
    from factx.model.parser import load_parser

    nlp = load_parser()

    def read(phrase: str) -> tuple[float | None, str | None]:
        found = find_amounts(nlp(phrase), ArticleContext())
        return (found[0].value, found[0].currency) if found else (None, None)

    return read


READERS = {OURS: read_with_factx, **PHRASE_READERS}


@dataclass(frozen=True)
class Measured:
    """Per group: phrases, values right, values right with the currency; and phrases a second."""

    groups: dict[str, tuple[int, int, int]]
    phrases_per_s: float


def run_reader(name: str, shared: Shared | None, quick: bool) -> Measured | str:
    """One reader on all phrases, or why it could not be run."""
    try:
        read = READERS[name]()
    except ImportError:
        return NOT_INSTALLED
    wanted = phrases(shared)[:: 10 if quick else 1]
    units: Any = None
    if shared:
        units = shared.scorer("score_quantities.py").Units(str(shared.tool("unit_aliases.json")))
    read("$1 million")
    groups: dict[str, tuple[int, int, int]] = {}
    began = time.perf_counter()
    given = [read(phrase.text) for phrase in wanted]
    seconds = time.perf_counter() - began
    for phrase, (value, currency) in zip(wanted, given, strict=True):
        all_, right, whole = groups.get(phrase.group, (0, 0, 0))
        is_right = value is not None and abs(value - phrase.value) <= 1e-6 * max(1.0, abs(phrase.value))
        same = is_right and same_currency(units, currency, phrase.currency)
        groups[phrase.group] = (all_ + 1, right + is_right, whole + same)
    return Measured(groups, len(wanted) / seconds)


def same_currency(units: Any, given: str | None, wanted: str | None) -> bool:
    """Whether a currency's name, sign or code is the one wanted, by the scorer's table of units where it is there."""
    if given is None or wanted is None or units is None:
        return given == wanted
    return bool(units.canon(given) == units.canon(wanted))


def measure(setting: Setting) -> Section:
    """The page's section."""
    found = {name: fresh(run_reader, name, setting.shared, setting.quick) for name in READERS}
    first = found[OURS]
    assert isinstance(first, Measured)
    groups = list(first.groups)
    header = ["share right", *(f"{group} ({first.groups[group][0]})" for group in groups)]
    header += [f"{group} with currency" for group in groups if group.endswith("money")] + ["phrases/s"]
    return Section(
        TITLE,
        [
            "Each library is given an amount's own words alone and is judged by the number that it reads first. "
            "`price-parser` is made for prices of web shops: the multiplier is done for it. `text2num` knows no "
            "currencies. Our own tables favour us: they hold what factx was taught.",
            Table(header, [[name, *_cells(one, groups)] for name, one in found.items()]),
        ],
    )


def _cells(one: Measured | str, groups: list[str]) -> list[str]:
    money = [group for group in groups if group.endswith("money")]
    if isinstance(one, str):
        return [one, *[""] * (len(groups) + len(money))]
    values = [share(one.groups[group][1] / one.groups[group][0]) for group in groups]
    knows_money = any(one.groups[group][2] for group in money)
    currencies = [share(one.groups[group][2] / one.groups[group][0]) if knows_money else "–" for group in money]
    return [*values, *currencies, count(one.phrases_per_s)]
