"""Sentences of a page that a reader of pages alone would cut, lose or run together."""

from __future__ import annotations

import pytest

from tests.io.formats.stories import lines_of

TOLLS = ["In Oru 12 people were killed, police said.", "In Mez 30 people were hurt.", "In Tarvo five were arrested."]


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


def test_comments_among_line_breaks_are_no_text() -> None:
    lines = ["He lost", "12 men, a cook said."]
    assert lines_of("<p>He lost<br><!-- a -->12 men<!-- -->, a cook<?b?> said.</p>") == lines
    assert lines_of("<p>He lost <!-- -->12<!-- --> men<!-- -->.</p>") == ["He lost 12 men."]


def test_a_day_of_its_own_is_no_sentence() -> None:
    assert lines_of("<div><time>May 3, 2017</time></div>") == []


@pytest.mark.parametrize("element", ["div", "section", "blockquote", "p"])
@pytest.mark.parametrize(
    "inside", ["{}<br>{}<br>{}", "{}<p>{}</p>{}", "{}<div>{}</div>{}", "<b>{}</b><br><br>{}<br>{}"]
)
def test_each_line_of_a_block_is_kept(element: str, inside: str) -> None:
    assert lines_of(f"<{element}>{inside.format(*TOLLS)}</{element}>") == TOLLS


def test_a_sentence_is_a_paragraph_whatever_its_element() -> None:
    block = "<div><span>{}</span></div><section><div>{}</div></section><div><div>In <b>Tarvo</b> five fled.</div></div>"
    assert lines_of(block.format(*TOLLS)) == [*TOLLS[:2], "In Tarvo five fled."]


@pytest.mark.parametrize(
    "inner",
    [
        "<div>Photo 3 of 12</div>",
        "<div><img src='a'><div>A lake.</div></div>",
        "<a href='/mez'><div>Ten die in Mez!</div></a>",
    ],
)
def test_a_label_and_a_card_are_no_sentences(inner: str) -> None:
    assert lines_of(inner) == []


def test_words_in_bold_stay_in_their_line() -> None:
    block = "<div>In <b>Oru</b> 12 <i>people</i> died.<br>In <a href='/mez'>Mez</a> nobody did.</div>"
    assert lines_of(block) == ["In Oru 12 people died.", "In Mez nobody did."]


def test_a_list_in_a_cell_is_kept() -> None:
    row = "<tr><td>Tarvo</td><td><ul><li>12 people were killed</li> <li>30 people were hurt</li></ul></td></tr>"
    lines = lines_of(f"<table><tr><th>Place</th><th>Toll</th></tr>{row}</table>")
    assert lines == ["Place Toll", "Tarvo 12 people were killed; 30 people were hurt"]
