"""The lexicons of the room are described, and every class that they hold is explained."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from factx.dates.grammar import grammar

FOLDER = Path(str(files("factx.dates"))) / "lexicons"
ABOUT = tomllib.loads((FOLDER / "about.toml").read_text("utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_lexicon_is_described() -> None:
    assert set(ABOUT) == {path.stem for path in FOLDER.glob("*.csv")}


@pytest.mark.parametrize("name", ABOUT)
def test_columns_are_described(name: str) -> None:
    assert list(rows(name)[0]) == list(ABOUT[name]["columns"])


@pytest.mark.parametrize("name", ["bounds", "date_orders", "guard_words", "tense_words"])
def test_classes_are_explained(name: str) -> None:
    explained = ABOUT[name]["columns"]["class"]
    assert [row["class"] for row in rows(name) if row["class"] not in explained] == []


def test_phrases_have_classes_of_the_grammar() -> None:
    assert {row["class"] for row in rows("time_phrases")} <= {*grammar().symbols, "other"}


@pytest.mark.parametrize("name", ABOUT)
def test_no_row_is_there_twice(name: str) -> None:
    listed = [tuple(row.values()) for row in rows(name)]
    assert len(set(listed)) == len(listed)
