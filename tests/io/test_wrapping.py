"""Lines that end for width are read as one; headlines, rows, items and paragraphs end where they end."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.reading.wrapping import soft_breaks, unwrapped
from factx.run.extractor import Extractor

PARAGRAPHS = [
    "The ferry Santa Rita, with more than two hundred people on board, left Tumaco at noon and went down within sight "
    "of the harbour. The navy said that the captain had been told of the storm and had sailed all the same.",
    "Of the passengers, 31 drowned, among them a judge and her three sons; a shrimper took up the others. Governor "
    "Nelly Quiroz promised the families 4 million pesos for the burials and asked the owner to pay as much.",
    "“Nobody had a life jacket,” said Wilmer Anchico, a teacher. He had held on to a crate of Malta Pony for an hour.",
]
LABELS = [
    "Pacific Gazette",
    "June 4, 2009 Thursday",
    "First Edition",
    "SECTION: HOME; Pg. 4",
    "LENGTH: 96 words",
    "BODY:",
]
KEPT = {
    "paragraphs of one line": "\n".join(PARAGRAPHS),
    "headlines": "Ferry sinks off Tumaco, 31 drown\nNurses end strike\nPrice of shrimps falls again",
    "a headline above a story": "Ferry Sinks off Tumaco With Hundreds Aboard\nThe ferry sank at noon on Thursday.",
    "a digest": (
        "FERRY SINKS OFF TUMACO, 31 DROWN, NAVY SAYS\nNURSES END STRIKE AFTER 12 DAYS IN CALI\nPRICE OF SHRIMPS FALLS"
    ),
    "items": "The owner paid for:\n- the burials of all who drowned and the stones\n- a mass in the church",
    "numbered items": "1. the burials of all who had drowned off the town\n2. a mass in the church",
    "rows": "Tumaco | 31 drowned, 12 missing, 200 saved from it\nmosquera | 4 drowned, 1 missing, 9 saved from the sea",
    "rows set apart by blanks": "tumaco       31   12   200\nmosquera      4    1     9\nguapi         2    0     3",
    "an address": "The names of the drowned are to be found in full at\nhttps://gazette.example/names/tumaco-ferry-2009",
    "a list of names": "Nelly Quiroz, governor\nWilmer Anchico, teacher\nLuz Dary Cuero, judge",
}


def wrapped(width: int, indent: str = "", between: str = "\n\n", paragraphs: list[str] | None = None) -> str:
    lines = (textwrap.fill(text, width, initial_indent=indent) for text in paragraphs or PARAGRAPHS)
    return between.join(lines)


@pytest.mark.parametrize("width", [40, 55, 60, 66, 72, 78, 80, 100])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_wrapped_paragraphs_are_read_as_one_line_each(width: int, line_end: str) -> None:
    text = wrapped(width).replace("\n", line_end)
    lines = [" ".join(line.split()) for line in unwrapped(text).splitlines() if line.strip()]
    assert lines == PARAGRAPHS
    assert len(unwrapped(text)) == len(text)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_a_story_among_short_lines_is_read_as_one_line(width: int) -> None:
    text = "\n\n".join([*LABELS, wrapped(width)])
    assert [line for line in unwrapped(text).split("\n") if line] == [*LABELS, *PARAGRAPHS]


def test_capitals_are_read_as_one_line() -> None:
    text = wrapped(64, paragraphs=[text.upper() for text in PARAGRAPHS])
    assert [line for line in unwrapped(text).split("\n") if line] == [text.upper() for text in PARAGRAPHS]


def test_one_paragraph_is_enough() -> None:
    assert unwrapped(wrapped(70, paragraphs=PARAGRAPHS[1:2])) == PARAGRAPHS[1]


@pytest.mark.parametrize("indent", ["   ", ""])
def test_without_blank_lines_a_short_line_ends_a_paragraph(indent: str) -> None:
    text = wrapped(70, indent, "\n")
    found = [line.strip() for line in unwrapped(text).split("\n")]
    assert " ".join(found) == " ".join(PARAGRAPHS)
    assert {paragraph[:30] for paragraph in PARAGRAPHS} <= {line[:30] for line in found}


@pytest.mark.parametrize("case", KEPT)
def test_lines_that_end_where_they_end(case: str) -> None:
    assert soft_breaks(KEPT[case]) == frozenset()


@given(st.text(alphabet="ab A.\n\r-1|\t", max_size=400))
def test_any_text_keeps_its_length_and_its_words(text: str) -> None:
    assert len(unwrapped(text)) == len(text)
    assert unwrapped(text).split() == text.split()


@pytest.mark.parametrize("piece", ["\n", "a\n", "a b\n\n", "word " * 12 + "\n", "\r\n"])
def test_a_megabyte_of_one_piece_is_read(piece: str) -> None:
    assert isinstance(unwrapped(piece * (1_000_000 // len(piece))), str)


@pytest.mark.parametrize("width", [60, 78])
def test_facts_that_straddle_line_ends_are_found(width: int, extractor: Extractor) -> None:
    plain = "\n\n".join([*LABELS, *PARAGRAPHS])
    text = "\n\n".join([*LABELS, wrapped(width)])
    one, other = (extractor.extract(page, published="2009-06-04") for page in (plain, text))

    def told(facts: list) -> list[tuple[object, ...]]:  # type: ignore[type-arg]
        return [(fact.kind, fact.value, fact.agent, fact.object, fact.location, fact.time_start) for fact in facts]

    assert told(other.facts) == told(one.facts) != []
    for fact in other.facts:
        assert text[fact.char_start : fact.char_end] == fact.value_text
