"""Inline elements of pages that change what a sentence says."""

from __future__ import annotations

import pytest

from tests.io.formats.stories import lines_of, story_in


@pytest.mark.parametrize(
    ("inner", "line"),
    [
        ("killed <del>30</del> <ins>12</ins> people", "killed 12 people"),
        ("killed <s>30</s> 12 people", "killed 12 people"),
        ("killed <strike>30</strike> <u>12</u> people", "killed 12 people"),
        ("killed <span style='text-decoration: line-through'>30</span> 12 people", "killed 12 people"),
        ("killed 12<sup>1</sup> people", "killed 12 people"),
        ("killed 12<sup><a href='#n1'>1</a></sup> people and hurt 30<sup>*</sup>", "killed 12 people and hurt 30"),
        (
            "killed 12 people,<sup id='r'><a href='#cite_note-1'>[1]</a></sup> police said",
            "killed 12 people, police said",
        ),
        ("killed 12<a class='footnote-anchor' href='#footnote-1'>1</a> people", "killed 12 people"),
        ("killed <span style='visibility: hidden'>30</span> 12 people", "killed 12 people"),
        ("killed 12 people <a href='#r1'>↩</a>", "killed 12 people"),
    ],
)
def test_what_is_struck_out_and_marks_of_notes_are_no_text(inner: str, line: str) -> None:
    assert lines_of(f"<p>The flood {inner} in Oru.</p>") == [f"The flood {line} in Oru."]


@pytest.mark.parametrize(
    ("inner", "line"),
    [
        ("300 km<sup>2</sup> of forest", "300 km2 of forest"),
        ("12 m<sup>3</sup> of CO<sub>2</sub>", "12 m3 of CO2"),
        ("on May 24<sup>th</sup>", "on May 24th"),
        ("2<sup>1</sup>/<sub>2</sub> million trees", "2 1/2 million trees"),
        ("3 × 10<sup>6</sup> trees", "3 × 10⁶ trees"),
        ("as told in <a href='#part-3'>part 3</a>", "as told in part 3"),
        ("<a href='#a'>12</a> huts", "12 huts"),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of the fields", "1/2 of the fields"),
        ("<label>12</label> huts and <output>30</output> sheds", "12 huts and 30 sheds"),
        ("the temple of <ruby>東京<rp>(</rp><rt>Tokyo</rt><rp>)</rp></ruby>", "the temple of 東京(Tokyo)"),
        ("<ins>12</ins> <mark>huts</mark> and 1<wbr>2 sheds", "12 huts and 12 sheds"),
        ("<span class='drop-cap'>1</span>2 huts", "12 huts"),
    ],
)
def test_units_ordinals_and_fractions_stay(inner: str, line: str) -> None:
    assert lines_of(f"<p>The fire burned {inner} in Oru.</p>") == [f"The fire burned {line} in Oru."]


def test_an_element_that_was_not_closed_strikes_nothing_out() -> None:
    story = "<p>The dam above the town of Oru burst on Tuesday night, killing 12.</p>" * 2
    assert len(story_in(f"<html><body><s>{story}</body></html>")) > 0


def test_what_is_shown_is_read_and_what_only_screen_readers_get_is_not() -> None:
    both = "<span aria-hidden='true'>12</span><span class='sr-only'>twelve (opens a window)</span>"
    assert lines_of(f"<p>The flood killed {both} people.</p>") == ["The flood killed 12 people."]
    assert lines_of("<p>The flood killed 12<i aria-hidden='true'>x</i> men.</p>") == ["The flood killed 12 men."]


def test_a_link_amid_a_sentence_is_a_word_of_it() -> None:
    assert lines_of("<p>It killed 12 in <a class='tags'>Oru</a>, police said.</p>") == [
        "It killed 12 in Oru, police said."
    ]
    assert lines_of("<p>It killed 12 in Oru. <a class='tags' href='/oru'>More of Oru</a></p>") == [
        "It killed 12 in Oru."
    ]


def test_boxes_of_facts_and_lists_of_notes_are_no_text_of_a_page() -> None:
    box = (
        "<table class='infobox vevent'><tr><th>Date</th><td>2–6 June 2021</td></tr><tr><th>Deaths</th><td>34</td></tr>"
    )
    notes = (
        "<div class='reflist'><ol class='references'><li>“Flood kills 12 people in Oru”. Andes Wire.</li></ol></div>"
    )
    footnotes = "<section class='footnotes'><ol><li id='fn1'>The ministry had said 17 were killed.</li></ol></section>"
    story = "<p>The dam above the town of Oru burst on Tuesday night, killing 12 people in the valley.</p>"
    body = f"{box}</table>{story}{notes}{footnotes}"
    assert lines_of(body) == ["The dam above the town of Oru burst on Tuesday night, killing 12 people in the valley."]


def test_a_story_whose_page_names_it_so_is_read() -> None:
    towns = ("Oru", "Bor", "Kela")
    story = "".join(
        f"<p>The dam above the town of {town} burst on Tuesday night, killing 12 people.</p>" for town in towns
    )
    assert len(story_in(f"<html><body><div class='with-footnotes references'>{story}</div></body></html>")) == 3
