"""What stands amid a story without a name that tells it, and is of other events or no news at all."""

from __future__ import annotations

import pytest

from factx.reading.formats.story_html import is_notice
from tests.io.formats.stories import lines_of

TOLD = "In Oru 12 people were killed, police said."


@pytest.mark.parametrize(
    "inner",
    [
        "<div><h2>More from World</h2><a href='/z'><h3>Quake kills 90</h3></a><a href='/y'><h3>Six die</h3></a></div>",
        "<p><b>Also read | <a href='/z'>Quake kills 90 in Tarvo</a></b></p>",
        "<p>Full story: <a href='/z'>Quake kills 90 in Tarvo</a></p>",
        "<p>READ MORE <a href='/z'>Quake kills 90 in Tarvo</a></p>",
        "<p><strong><a href='/z'>Quake kills 90 in Tarvo, wounds 300</a></strong></p>",
        "<div><a href='/z'>Quake kills 90 in Tarvo, wounds 300</a></div>",
        "<p><img src='a.jpg'><br><em>Some 90 people wait for water in Tarvo.</em></p>",
        "<table><tr><td><img src='a.jpg'></td></tr><tr><td>90 people wait for water. (AW)</td></tr></table>",
        "<div><h3>The Oru Daily</h3><p>Get our 5 best stories each day.</p><div><input type='email'></div></div>",
    ],
)
def test_offers_are_no_text(inner: str) -> None:
    assert [line for line in lines_of(f"{inner}<p>{TOLD}</p>") if line != "More from World"] == [TOLD]


@pytest.mark.parametrize(
    ("inner", "line"),
    [
        (
            "<p>The dam <a href='/z'>killed 12 people in the valley of Oru</a></p>",
            "The dam killed 12 people in the valley of Oru",
        ),
        ("<h2><a name='toll'>Two thirds of the dead were children</a></h2>", "Two thirds of the dead were children"),
        ("<h2><a href='#toll'>Two thirds of the dead were children</a></h2>", "Two thirds of the dead were children"),
        (f"<p><img src='a.jpg'>{TOLD}</p>", TOLD),
        (
            "<p>Dead in Oru and Mez: <a href='/z'>12 men and 30 women</a></p>",
            "Dead in Oru and Mez: 12 men and 30 women",
        ),
        (f"<p><img src='a.jpg'><em>Oru</em> {TOLD}</p>", f"Oru {TOLD}"),
        (f"<div><p>{TOLD * 9}</p><input type='text'></div>", TOLD * 9),
    ],
)
def test_sentences_with_links_and_pictures_stay(inner: str, line: str) -> None:
    assert lines_of(inner) == [line]


def test_a_table_with_pictures_of_flags_stays() -> None:
    rows = "".join(
        f"<tr><td><img src='{name}.png'> {name}</td><td>{dead}</td></tr>"
        for name, dead in (("Peru", 12), ("Chile", 30))
    )
    assert lines_of(f"<table>{rows}</table>") == ["Peru 12", "Chile 30"]


def test_a_quotation_that_is_pulled_out_is_read_once() -> None:
    said = "<p>“We lost 19 children in one street,” she said.</p>"
    lines = lines_of(f"{said}<div><p>We lost 19 children in one street</p></div>")
    assert lines == ["“We lost 19 children in one street,” she said."]


def test_short_words_that_come_again_stay() -> None:
    assert lines_of(f"<p>{TOLD}</p><h2>12 people were killed</h2>") == [TOLD, "12 people were killed"]


def test_words_that_offer_a_newsletter_are_a_notice_in_a_short_paragraph() -> None:
    assert is_notice("Get the 5 top stories in your inbox.")
    assert not is_notice(f"{TOLD} " * 4 + "He found the threat in your inbox.")
