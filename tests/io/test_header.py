"""Header lines: what they say, and that the text they hide is just theirs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.reading import publication_date as published
from factx.reading.date_spellings import spelled
from factx.reading.header import Header, read_header
from tests.cases import cases

FIELDS = ("title", "published", "updated", "dateline", "author", "publisher", "url", "language")
GIVEN = ("path", "metadata", "option")
CASES = cases(Path(__file__).parent / "header_cases.toml", keys={*GIVEN, "published_from", "skip", *FIELDS})


@pytest.mark.parametrize("case", CASES)
def test_header_says(case: dict[str, Any]) -> None:
    header = read_header(case["text"], case.get("path", ""), case.get("metadata", {}), case.get("option"))
    assert {name: getattr(header, name) for name in FIELDS} == {name: case.get(name) for name in FIELDS}
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


@pytest.mark.parametrize("month", ["January", "may", "SEPT", "Dec", "june"])
@pytest.mark.parametrize("day", ["3", "07", "30", "31", "32", "0"])
def test_a_day_written_out_is_read_as_dateparser_reads_it(month: str, day: str) -> None:
    """The quick way is for the usual forms only, and must say the same."""
    for text in (
        f"{month} {day}, 2017",
        f"Monday, {month}. {day}, 1999",
        f"{day} {month} 2020",
        f"2017.{day:>02}.{day:>02}",
    ):
        quick = spelled(text)
        assert quick in (None, published._read_by_dateparser(text))


@pytest.mark.parametrize("text", ["Wednesday, March 22, 2017", "Mar. 22, 2017", "22 March 2017", "2017.03.22"])
def test_the_usual_forms_go_the_quick_way(text: str) -> None:
    assert spelled(text) == datetime(2017, 3, 22)


@pytest.mark.parametrize("size", [158, 159, 160, 161, 162])
def test_a_paragraph_is_no_title_wherever_it_is_cut_off(size: int) -> None:
    paragraph = f"{'a' * size} and ten more people fled from the town of Oru when the dam burst."
    assert read_header(f"{paragraph}\n\nTwo people died.").title is None
    assert read_header(f"June 5, 1978\n\n{paragraph}\n\nTwo people died.").title is None
