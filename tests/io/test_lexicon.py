"""Lexicons: read as dictionaries; a bad one is named with file and line."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from factx.base import lexicon
from factx.base.errors import LexiconError

NAMES = sorted(f"{file.parents[1].name}/{file.stem}" for file in Path(str(files("factx"))).glob("*/lexicons/*.csv"))


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
