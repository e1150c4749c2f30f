"""Fixed phrases in a text, as a pattern that tries each of them at every place would find them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.who.phrase_finder import PhraseFinder

ALPHABET = "aBé'’ .-@#/_1\n"


def found_by_pattern(text: str, phrases: set[str]) -> list[tuple[int, int]]:
    """The longest phrase at each place where one may begin and end, by one alternation of all."""
    sources = []
    for phrase in sorted(phrases, key=len, reverse=True):
        source = re.escape(phrase).replace(r"\ ", r"\s").replace("'", "['’]")
        sources.append(source if phrase.endswith("-") else rf"{source}(?!\w)")
    return [match.span() for match in re.finditer(rf"(?<![\w@#/])(?<!\w\.)(?:{'|'.join(sources)})", text)]


@given(
    st.text(alphabet=ALPHABET, max_size=60),
    st.sets(
        st.text(alphabet="aBé' -", min_size=1, max_size=4).filter(lambda phrase: phrase.strip() == phrase), min_size=1
    ),
)
def test_finds_what_a_pattern_of_all_phrases_finds(text: str, phrases: set[str]) -> None:
    assert PhraseFinder(phrases).spans(text) == found_by_pattern(text, phrases)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lee met Ann\nLee.", ["Lee", "Ann\nLee"]),
        ("Leeds, @Lee, no.Lee and a/Lee", []),
        ("Lee’s and Lee-led", ["Lee", "Lee"]),
    ],
)
def test_phrases_stand_between_word_boundaries(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in PhraseFinder({"Lee", "Ann Lee"}).spans(text)] == found


def test_no_phrases_are_found_nowhere() -> None:
    assert PhraseFinder([]).spans("Lee met Ann.") == []
