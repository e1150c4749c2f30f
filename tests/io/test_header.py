"""Header lines: what they say, and that the text they hide is just theirs."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.header import Header, read_header

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "header_cases.toml").read_text())["case"]
SAID = ("title", "published", "updated", "dateline", "author", "publisher", "url", "language")
KNOWN = {"phenomenon", "text", "path", "metadata", "option", "published_from", "skip", *SAID}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["phenomenon"])
def test_header_says(case: dict[str, Any]) -> None:
    assert not set(case) - KNOWN, "unknown key"
    header = read_header(case["text"], case.get("path", ""), case.get("metadata", {}), case.get("option"))
    assert {name: getattr(header, name) for name in SAID} == {name: case.get(name) for name in SAID}
    assert header.published_from == case.get("published_from", "none")
    assert [case["text"][start:end] for start, end in header.skip] == case["skip"]


@given(st.text(max_size=400) | st.text(alphabet="ABc \n.,-–()0127:/|", max_size=400))
def test_any_text_has_a_header(text: str) -> None:
    header = read_header(text)
    assert isinstance(header, Header)
    assert all(0 <= start < end <= len(text) for start, end in header.skip)


@pytest.mark.parametrize("piece", ["1", ",", "$", "-", " ", "a", "A ", "(", "By A ", "2017 ", "\n", "A-"])
def test_a_megabyte_of_one_piece_is_read(piece: str) -> None:
    """A pattern that went quadratic would not come back; ``benchmarks/speed.py`` says how long each takes."""
    assert isinstance(read_header(piece * (1_000_000 // len(piece))), Header)
