"""Author, day and publisher that only the lines above a story tell, and the text behind a paywall."""

from __future__ import annotations

import json

import pytest

from factx.reading.publication_date import day_of
from tests.io.formats.exports import article
from tests.io.formats.stories import AFTER, BEFORE

TITLE = "Dam bursts above the town of Oru"
HEADS = f"<title>{TITLE} | Andes Wire</title>"


def metadata(body: str, head: str = HEADS) -> dict[str, str]:
    page = f"<html><head><meta charset='utf-8'>{head}</head><body>{body}<p>{BEFORE}</p><p>{AFTER}</p></body></html>"
    return dict(article(page).metadata)


@pytest.mark.parametrize(
    "header",
    [
        f"<div>Friday, May 8, 2026</div><h1>{TITLE}</h1><div>By Ana Roe</div><div>March 22, 2017</div>",
        f"<font size=5><b>{TITLE}</b></font><br><font size=1>By Ana Roe<br>Wednesday, March 22, 2017</font>",
        f"<center><h1>{TITLE}</h1></center><center><i>By Ana Roe, March 22, 2017</i></center><hr>",
        f"<h1>{TITLE}</h1><p>By Ana Roe</p><p>Andes Wire - March 22, 2017</p>",
        f"<h1>{TITLE}</h1><i>By Ana Roe</i> <b>Updated: March 24, 2017</b> <b>Published: March 22, 2017</b>",
        "<p>By Ana Roe</p><p>March 22, 2017</p>",
        f"<h1>{TITLE}</h1><div>Posted on March 22, 2017 by Ana Roe</div>",
        f"<h1>{TITLE}</h1><div>By Ana Roe on March 22, 2017</div>",
        f"<h1>{TITLE}</h1><div>World | March 22, 2017 | 3 min read</div><div>By Ana Roe</div>",
        f"<h1>{TITLE}</h1><div>By Ana Roe</div><div>First Published: March 22, 2017</div>",
        f"<h1>{TITLE}</h1><p>By Ana Roe<br>Staff Writer<br>Wednesday, March 22, 2017; Page A01</p>",
    ],
)
def test_lines_between_headline_and_story(header: str) -> None:
    found = metadata(header)
    assert found["author"] == "Ana Roe"
    assert day_of(found["published"]) == "2017-03-22"


@pytest.mark.parametrize(
    "header",
    [
        f"<div>Friday, May 8, 2026</div><h1>{TITLE}</h1>",
        "<div>Friday, May 8, 2026</div>",
        f"<h1>{TITLE}</h1><div>Thousands flee after a dam burst on March 22, 1917</div>",
        f"<h1>{TITLE}</h1><div>Photo: Ana Roe, March 22, 1917</div>",
        f"<h1>{TITLE}</h1><p>The dam was built after the flood of March 22, 1917</p>",
    ],
)
def test_other_days_are_not_that_of_publication(header: str) -> None:
    assert "published" not in metadata(header)


UPDATED = "Updated 4:12 PM ET, Fri March 24, 2017"


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ("", UPDATED),
        ("<meta property='article:published_time' content='2017-03-22'>", UPDATED),
        ("<link rel='canonical' href='https://andes.example/2017/03/22/dam'>", UPDATED),
        ("<meta property='article:modified_time' content='2017-03-22'>", "Andes Wire"),
    ],
)
def test_the_day_of_an_update_does_not_count(head: str, shown: str) -> None:
    body = f"<h1>{TITLE}</h1><p>By Ana Roe</p><p>{shown}</p><p>{BEFORE}</p><p>{AFTER}</p>"
    part = article(f"<html><head>{HEADS}{head}</head><body>{body}</body></html>")
    assert (part.metadata.get("published", "2017-03-22"), part.note) == ("2017-03-22", None)


def test_lines_right_below_the_story() -> None:
    body = f"<h1>{TITLE}</h1><p>{BEFORE}</p><p>{AFTER}</p>"
    assert (
        article(f"<html><body>{body}<p>By Ana Roe</p><p>March 22, 2017</p></body></html>").metadata["author"]
        == "Ana Roe"
    )
    assert "published" not in article(f"<html><body>{body}<p>March 22, 2017</p></body></html>").metadata


def test_what_json_ld_says_comes_first() -> None:
    node = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2017-03-21", "author": "Bo Lee"}
    head = f"<script type='application/ld+json'>{json.dumps(node)}</script>"
    found = metadata(f"<h1>{TITLE}</h1><p>By Ana Roe</p><p>March 22, 2017</p>", head)
    assert (found["author"], found["published"]) == ("Bo Lee", "2017-03-21")


def test_a_time_that_is_named_that_of_publication_comes_before_another() -> None:
    times = (
        "<dl><dt>Posted</dt><dd class='posted'><time datetime='2017-03-23'>23 Mar 2017</time></dd>"
        "<dt>Originally published</dt><dd class='published'><time datetime='2017-03-22'>22 Mar 2017</time></dd></dl>"
    )
    assert metadata(f"<h1>{TITLE}</h1>{times}")["published"] == "2017-03-22"


def test_an_author_in_a_card_and_a_publisher_in_an_item() -> None:
    item = "<div itemprop='publisher' itemscope><meta itemprop='name' content='Andes Wire'></div>"
    found = metadata(f"<h1>{TITLE}</h1>{item}<span class='vcard'>Posted by <b class='fn'>Ana Roe</b></span>")
    assert (found["author"], found["publisher"]) == ("Ana Roe", "Andes Wire")


def page_behind_paywall(body: str, shown: str) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2017-03-21", "isAccessibleForFree": False}
    script = f"<script type='application/ld+json'>{json.dumps(node | {'articleBody': body})}</script>"
    wall = "<p>Subscribe to continue reading.</p>"
    return f"<html><head>{script}</head><body><h1>{TITLE}</h1><p>{shown}</p>{wall}</body></html>"


@pytest.mark.parametrize("parting", ["\n\n", "\n", "<br/><br/>", "</p><p>"])
def test_the_text_of_json_ld_is_read_where_the_page_shows_its_beginning(parting: str) -> None:
    body = parting.join([BEFORE.strip(), AFTER.strip()])
    part = article(page_behind_paywall(f"<p>{body}</p>" if "<p>" in parting else body, BEFORE[:95]))
    assert (part.text, part.note) == (f"{BEFORE.strip()}\n\n{AFTER.strip()}", None)


def test_a_teaser_in_json_ld_is_not_the_text() -> None:
    part = article(page_behind_paywall(BEFORE[:95], BEFORE))
    assert part.text == BEFORE.strip()
    assert part.note == "the text is cut: the rest is for subscribers"


def test_the_text_of_another_story_in_json_ld_is_not_the_text() -> None:
    part = article(page_behind_paywall(AFTER * 3, BEFORE))
    assert part.text == BEFORE.strip()
