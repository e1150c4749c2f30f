"""Fixed phrases in a text: sought one by one or as one pattern, with the same result."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.who.trie import occurrences, pattern

ALPHABET = "aBé'’ .-@#/_1\n"


@given(
    st.text(alphabet=ALPHABET, max_size=60),
    st.sets(st.text(alphabet="aBé' -", min_size=1, max_size=4).filter(lambda phrase: phrase.strip() == phrase)),
)
def test_both_ways_find_the_same(text: str, trie: set[str]) -> None:
    if trie:
        assert occurrences(text, trie) == [match.span() for match in pattern(trie).finditer(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lee met Ann\nLee.", ["Lee", "Ann\nLee"]),
        ("Leeds, @Lee, no.Lee and a/Lee", []),
        ("Lee’s and Lee-led", ["Lee", "Lee"]),
    ],
)
def test_phrases_stand_between_word_boundaries(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in occurrences(text, {"Lee", "Ann Lee"})] == found


def test_many_phrases_are_found_too() -> None:
    many = {f"Person{number}" for number in range(1000)}
    assert occurrences("Person7 saw Person77 and Person7777.", many) == [(0, 7), (12, 20)]
