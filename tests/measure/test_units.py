"""Units as news writes them: what each word means, held against pint's own definitions and against UCUM."""

from __future__ import annotations

import csv
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from factx.base import lexicon
from factx.base.mentions import ArticleContext, QuantityMention
from factx.measure.si import size_by_pint, sizes, to_si
from factx.measure.unit_senses import CUES
from tests.cases import assert_records, cases

CASES = Path(__file__).parent / "cases"
with (CASES / "unit_table.csv").open(encoding="utf-8", newline="") as file:
    TABLE = list(csv.DictReader(file))
"""A sentence, its one amount, its SI value, and the unit as UCUM and pint write it, where they have it."""
WITHOUT_SI = frozenset(
    word
    for words in (
        "degree karat decibel magnitude gross_ton time",
        "F kt mb mt ton hundredweight",
        "bigha catty dunum kanal katha manzana marla maund picul tael",
    )
    for word in words.split()
)
"""What is no size, what the word alone does not tell, and what is another size from place to place."""
MOST_APART = 1e-9
"""How far two definitions may be apart, as a share: both have at least ten figures."""

Finder = Callable[..., list[QuantityMention]]


def test_the_table_is_long_enough() -> None:
    assert len(TABLE) >= 200
    assert len({row["unit"] for row in TABLE}) >= 150
    assert len({row["text"] for row in TABLE}) == len(TABLE)


def test_each_unit_of_the_table_is_found_with_its_size(parser: Any) -> None:
    from factx.dates import find_dates
    from factx.measure import find_amounts

    context, wrong = ArticleContext(), []
    for row, doc in zip(TABLE, parser.pipe(row["text"] for row in TABLE), strict=True):
        found = [
            (one.value, one.unit, one.si_value, one.si_unit or "")
            for one in find_amounts(doc, context, find_dates(doc, context))
        ]
        si = float(row["si_value"]) if row["si_value"] else None
        if found != [(float(row["value"]), row["unit"], si, row["si_unit"])]:
            wrong.append((row["text"], found))
    assert wrong == []


@pytest.fixture(scope="module")
def pint_registry() -> Any:
    """pint with its own definitions."""
    import pint

    return pint.UnitRegistry()


@pytest.fixture(scope="module")
def ucum_registry() -> Any:
    """UCUM's codes for pint."""
    return pytest.importorskip("ucumvert").PintUcumRegistry()


SIZED = [row for row in TABLE if row["si_value"]]


def in_si(quantity: Any) -> float:
    """A quantity in SI base units: pint's root unit of mass is the gram."""
    root = quantity.to_root_units()
    grams = sum(power for unit, power in root._units.items() if unit == "gram")
    return float(root.magnitude * 1e-3**grams)


def test_sizes_are_those_of_pint(pint_registry: Any) -> None:
    wrong = [row for row in SIZED if in_si(times(row, "pint", pint_registry.Unit, pint_registry)) != size(row)]
    assert wrong == []


def test_sizes_are_those_of_ucum(ucum_registry: Any) -> None:
    rows = [row for row in SIZED if row["ucum"]]
    assert len(rows) >= 150
    wrong = [row for row in rows if in_si(times(row, "ucum", ucum_registry.from_ucum, ucum_registry)) != size(row)]
    assert wrong == []


def times(row: dict[str, str], column: str, read: Callable[[str], Any], registry: Any) -> Any:
    """The value of a row in the unit that a column names."""
    if row["unit"] in {"celsius", "fahrenheit"}:
        return registry.Quantity(float(row["value"]), read(row[column]).units if column == "ucum" else row[column])
    unit = read(row[column]) if column == "ucum" else registry.parse_expression(row[column])
    return float(row["value"]) * unit


def size(row: dict[str, str]) -> Any:
    """The SI value of a row, as near as definitions agree."""
    return pytest.approx(float(row["si_value"]), rel=MOST_APART)


def test_every_word_has_a_size_or_is_known_to_have_none() -> None:
    units = {row["unit"] for row in lexicon.read("measure/unit_words")}
    units |= {row["means"] for row in lexicon.read("measure/unit_senses") if row["means"]}
    assert {unit for unit in units if to_si(1.0, unit) is None} == WITHOUT_SI


def test_every_definition_is_of_use() -> None:
    text = (files("factx") / "measure" / "data" / "units.txt").read_text("utf-8")
    names = [line.split(" = ")[0] for line in text.splitlines() if " = " in line and line[0] not in "#"]
    assert len(names) == len(set(names))


def test_senses_name_cues_and_units_that_there_are() -> None:
    words = {row["unit"] for row in lexicon.read("measure/unit_words")} | {"fluid_ounce"}
    for row in lexicon.read("measure/unit_senses"):
        assert row["unit"] in words, row
        assert row["place"] not in {"near", "behind"} or row["cue"] in CUES, row


@pytest.mark.parametrize("case", cases(CASES / "senses" / "units.toml", keys=["amounts", "home"]))
def test_the_unit_that_is_meant(case: dict[str, Any], amounts_of: Finder) -> None:
    found = amounts_of(case["text"], ArticleContext(home=case.get("home")))
    assert_records(case["amounts"], found)


def test_every_unit_of_news_has_its_size() -> None:
    assert set(sizes()) == {row["unit"] for row in lexicon.read("measure/unit_words")}, "run .ci/unit_sizes.py"


@pytest.mark.parametrize("unit", sorted(sizes()))
def test_known_sizes_are_those_that_pint_has(unit: str) -> None:
    known, by_pint = sizes()[unit], size_by_pint(unit)
    assert (known is None) == (by_pint is None), "run .ci/unit_sizes.py"
    if known is not None and by_pint is not None:
        assert known.si == by_pint.si
        assert (known.one, known.zero) == pytest.approx((by_pint.one, by_pint.zero), rel=1e-12)
