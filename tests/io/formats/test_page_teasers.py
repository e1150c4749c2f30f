"""Teasers of other stories beside a short one: they are none of its text, and sections of a story are."""

from __future__ import annotations

import pytest

from factx.reading.formats import RawArticle
from tests.io.formats.exports import parts
from tests.io.formats.stories import story_in

STORY = [
    "Two miners died when a shaft flooded near Oruro on Monday, the mayor of the town said.",
    "Ten others were freed after a night below ground, and the mine has been shut for a month.",
    "The company that owns the mine said it would pay $2 million to the families of the dead.",
]
BODY = "".join(f"<p>{line}</p>" for line in STORY)
TOLD = (
    "A ferry sank off Aden on Friday, and 9 sailors are missing; a navy boat looked for them until dark fell, and two "
)
TOLD += "more will be sent from Mukalla in the morning if the wind is no stronger than it was today, officers said."
DAY = "<time datetime='2016-05-14'>May 14, 2016</time>"


def teasers(tag: str, link: str = "/a", told: str = TOLD) -> str:
    form = (
        f"<{tag} class='card'><h3><a href='{link}{{0}}'>Ferry sinks off Aden {{0}}</a></h3>{DAY}<p>{told}</p></{tag}>"
    )
    return "".join(map(form.format, range(6)))


PAGES = {
    "articles": f"<article><h1>Shaft floods near Oruro</h1>{BODY}</article><section>{teasers('article')}</section>",
    "blocks": f"<div class='story'><h1>Shaft floods near Oruro</h1>{BODY}</div><div class='x'>{teasers('div')}</div>",
    "list": f"<main><h1>Shaft floods near Oruro</h1><div>{BODY}</div><ul>{teasers('li')}</ul></main>",
}


@pytest.mark.parametrize("way", PAGES)
def test_teasers_are_no_text_and_no_stories(way: str) -> None:
    (part,) = parts(f"<!DOCTYPE html><html><head><title>Shaft</title></head><body>{PAGES[way]}</body></html>")
    assert isinstance(part, RawArticle)
    assert part.text.split("\n\n") == STORY


@pytest.mark.parametrize(
    "page",
    [
        f"<article><h1>Floods</h1>{BODY}{teasers('div')}</article>",
        f"<article><h1>Floods</h1><div>{BODY}</div><div>{teasers('div', '#a')}</div></article>",
        f"<article><h1>Floods</h1><div><p>{STORY[0]}</p></div><div>{teasers('div')}</div></article>",
        f"<article><h1>Floods</h1><div>{BODY}</div><div>{teasers('div', told=f'{TOLD}</p><p>{TOLD}')}</div></article>",
    ],
    ids=["among the paragraphs", "on the page itself", "of a brief", "longer ones"],
)
def test_sections_of_a_story_are_text(page: str) -> None:
    assert TOLD in story_in(f"<html><body>{page}</body></html>")
