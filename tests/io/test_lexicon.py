"""Lexicons: read as dictionaries, described in the about.toml beside them; a bad one is named with file and line."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from factx.base import lexicon
from factx.base.errors import LexiconError

NAMES = sorted(f"{file.parents[1].name}/{file.stem}" for file in Path(str(files("factx"))).glob("*/lexicons/*.csv"))


ABOUT = {
    path.parents[1].name: tomllib.loads(path.read_text("utf-8"))
    for path in sorted(Path(str(files("factx"))).glob("*/lexicons/about.toml"))
}


def test_every_lexicon_is_described() -> None:
    assert sorted(f"{room}/{name}" for room, about in ABOUT.items() for name in about) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_columns_source_and_readers_are_named(name: str) -> None:
    room, _, lexicon_name = name.partition("/")
    about = ABOUT[room][lexicon_name]
    assert list(about["columns"]) == list(lexicon.read(name)[0])
    assert all(about[key] for key in ("row", "source", "licence", "read_by"))


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
