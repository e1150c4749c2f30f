"""Sentences of a page that a reader of pages alone would cut, lose or run together."""

from __future__ import annotations

import pytest

from factx.reading.formats.markup import html_of
from factx.reading.formats.page_text import story_of

BEFORE = "The mayor of Oru said that families would sleep in the schools until the roads are open again. " * 8
AFTER = "A spokesman of the army told the paper that trucks with food were on the way to the valley. " * 8
TOLLS = ["In Oru 12 people were killed, police said.", "In Mez 30 people were hurt.", "In Tarvo five were arrested."]


def lines_of(inner: str) -> list[str]:
    """What is read of some elements in the middle of a story."""
    page = f"<html><body><article><p>{BEFORE}</p>{inner}<p>{AFTER}</p></article></body></html>"
    first, *lines, last = story_of(html_of(page), [])
    assert (first, last) == (BEFORE.strip(), AFTER.strip())
    return lines


@pytest.mark.parametrize(
    ("inner", "line"),
    [
        (
            "<p>The dam burst on <time datetime='2021-04-26'>April 26</time>, killing 12.</p>",
            "The dam burst on April 26, killing 12.",
        ),
        (
            "<p>The dam burst, killing 12 on <time><b>April</b> 26</time>.</p>",
            "The dam burst, killing 12 on April 26.",
        ),
        ("<p>He said <q>we lost 12 men</q> and left.</p>", "He said “we lost 12 men” and left."),
        ("<p>He lost 12<!-- of his --> men.</p>", "He lost 12 men."),
    ],
)
def test_a_sentence_stays_one(inner: str, line: str) -> None:
    assert lines_of(inner) == [line]


def test_a_day_of_its_own_is_no_sentence() -> None:
    assert lines_of("<div><time>May 3, 2017</time></div>") == []


@pytest.mark.parametrize("element", ["div", "section", "blockquote", "p"])
@pytest.mark.parametrize(
    "inside", ["{}<br>{}<br>{}", "{}<p>{}</p>{}", "{}<div>{}</div>{}", "<b>{}</b><br><br>{}<br>{}"]
)
def test_each_line_of_a_block_is_kept(element: str, inside: str) -> None:
    assert lines_of(f"<{element}>{inside.format(*TOLLS)}</{element}>") == TOLLS


def test_words_in_bold_stay_in_their_line() -> None:
    block = "<div>In <b>Oru</b> 12 <i>people</i> died.<br>In <a href='/mez'>Mez</a> nobody did.</div>"
    assert lines_of(block) == ["In Oru 12 people died.", "In Mez nobody did."]


def test_a_list_in_a_cell_is_kept() -> None:
    row = "<tr><td>Tarvo</td><td><ul><li>12 people were killed</li> <li>30 people were hurt</li></ul></td></tr>"
    lines = lines_of(f"<table><tr><th>Place</th><th>Toll</th></tr>{row}</table>")
    assert lines == ["Place Toll", "Tarvo 12 people were killed; 30 people were hurt"]
