"""Text of printed pages: what stands on their edges is no text, and sentences go on over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.reading.formats.paged_text import without_page_edges
from tests.io.formats.reading import read_one

HEAD = "THE ORURO GAZETTE          Monday, May 9, 2016"
PAGES = ("Two miners died when a shaft flo-", "oded near Oruro. Ten were", "freed on Monday.")
PRINTED = "".join(f"{HEAD}\n\n{page}\n\n   {number}\n\f" for number, page in enumerate(PAGES, 12))


def test_a_sentence_goes_on_over_the_page_and_the_running_head_tells_the_day(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.txt", PRINTED)
    assert item.text == f"{HEAD}\n\nTwo miners died when a shaft flooded near Oruro. Ten were\nfreed on Monday.\n"
    assert (item.published, item.publisher, item.is_source) == ("2016-05-09", "THE ORURO GAZETTE", False)


@pytest.mark.parametrize(("text", "cleaned"), [
    ("Two fled.\n1\n\fTen fled.\n2\n", "Two fled.\n\fTen fled.\n"),
    ("Two fled\nPage 1 of 2\n\fby boat.\nPage 2 of 2\n", "Two fled\nby boat.\n"),
    ("Floods  3\nTwo fled.\n\f4  Floods\nTen fled.\n", "Floods  3\nTwo fled.\n\fTen fled.\n"),
])  # fmt: skip
def test_numbers_of_pages_and_running_heads_go(text: str, cleaned: str) -> None:
    assert without_page_edges(text) == cleaned


@pytest.mark.parametrize("text", [
    "Two fled.\n\fTen fled.\n",  # nothing comes again
    "Two fled.\nDead: 12\n\fTen fled.\nHurt: 40\n",  # numbers with words
    "One page.\n\f",
    "\f\f",
])  # fmt: skip
def test_other_text_stays_as_it_is(text: str) -> None:
    assert without_page_edges(text) == text
