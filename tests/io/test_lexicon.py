"""Lexicons: read as dictionaries; a bad one is named with file and line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from factx.base import lexicon
from factx.base.errors import LexiconError

PACKAGE = Path(str(files("factx")))
NAMES = sorted(f"{file.parents[1].name}/{file.stem}" for file in PACKAGE.glob("*/lexicons/*.csv"))
ROOMS = sorted({name.partition("/")[0] for name in NAMES})
ABOUT = {"row", "columns", "source", "licence", "read_by"}
MODULES = {
    ".".join(file.relative_to(PACKAGE).with_suffix("").parts): file.read_text("utf-8") for file in PACKAGE.rglob("*.py")
}


@cache
def about(room: str) -> dict[str, dict[str, Any]]:
    """The descriptions of a room's lexicons by their names; empty if nobody has written them."""
    file = PACKAGE / room / "lexicons" / "about.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def gaps(name: str) -> Iterator[str]:
    """What the description of a lexicon lacks or says wrongly."""
    room, _, file = name.partition("/")
    described = about(room)[file]
    yield from (f"no key {key}" for key in ABOUT - set(described))
    yield from (f"unknown key {key}" for key in set(described) - ABOUT)
    yield from (f"{key} is empty" for key, value in described.items() if not value)
    header, columns = list(lexicon.read(name)[0]), described.get("columns", {})
    if header != list(columns):
        yield f"columns are {header}, described are {list(columns)}"
    yield from (f"column {column} is empty" for column, values in columns.items() if not values)
    readers = {module if module in MODULES else f"{room}.{module}" for module in described.get("read_by", ())}
    yield from (f"{module} does not read it" for module in readers if file not in MODULES.get(module, ""))
    asking = {module for module, text in MODULES.items() if f'("{name}"' in text and not module.startswith("base.")}
    yield from (f"{module} reads it" for module in asking - readers)


def test_every_room_describes_its_lexicons() -> None:
    assert [room for room in ROOMS if not about(room)] == [], "write ROOM/lexicons/about.toml"


@pytest.mark.parametrize("room", ROOMS)
def test_every_lexicon_is_described_and_every_description_has_a_lexicon(room: str) -> None:
    held = {name.partition("/")[2] for name in NAMES if name.startswith(f"{room}/")}
    described = set(about(room))
    assert (sorted(held - described), sorted(described - held)) == ([], []), "not described, and without a file"


@pytest.mark.parametrize("name", NAMES)
def test_a_description_fits_its_lexicon(name: str) -> None:
    room, _, file = name.partition("/")
    if file in about(room):  # a missing description is the room's failure, above
        assert list(gaps(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_lexicon_can_be_read_and_has_no_entry_twice(name: str) -> None:
    entries = [tuple(entry.items()) for entry in lexicon.read(name)]
    assert entries
    assert len(set(entries)) == len(entries)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: the first line must name every column"),
        ("word,\n", "line 1: the first line must name every column"),
        ("word,word\n", "line 1: a column is named twice"),
        ("word,value\ndozen\n", "line 2: 1 cells where the header has 2"),
        ('word,value\n"dozen,12\n', "unexpected end of data"),
    ],
)
def test_a_bad_lexicon_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message) as caught:
        lexicon.parse(text, "scales.csv")
    assert str(caught.value).startswith("scales.csv, line")


def test_a_missing_lexicon_is_named() -> None:
    with pytest.raises(LexiconError, match=r"^nothing\.csv: no such lexicon"):
        lexicon.read("nothing")
