"""Pages that readers keep: notes, documents that were saved as pages, reading views, pages of wikis."""

from __future__ import annotations

import pytest

from factx.reading.publication_date import day_of
from tests.io.formats.exports import article
from tests.io.formats.stories import story_in

TITLE = "Dam bursts above the town of Ore"
STORY = (
    "Two miners died and seven were hurt when a dam burst above the town of Ore on Tuesday, the province said.",
    "Rescuers searched the valley with dogs and boats through the night, and the mayor asked all who live below the "
    "works to leave their houses before the rain that is forecast.",
    "The company that owns the dam said it would pay $2 million to the families.",
)
TEXT = "\n\n".join(STORY)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
SPANS = "".join(f"<p class='c0'><span>{paragraph}</span></p>" for paragraph in STORY)
ADDRESS = "https://andes.example/2017/03/22/dam"


@pytest.mark.parametrize(
    "page",
    [
        f"<body class='doc-content'><p class='title'><span>{TITLE}</span></p><p><span>By Ana Roe</span></p>"
        f"<p><span>March 22, 2017</span></p>{SPANS}</body>",
        f"<head><meta name=ProgId content=OneNote.File></head><body><div><p>{TITLE}</p></div><div><p>By Ana Roe</p>"
        f"<p>Wednesday, March 22, 2017</p></div><div>{BODY}</div></body>",
    ],
    ids=["Google Docs", "OneNote"],
)
def test_a_document_saved_as_a_page_has_its_day_below_its_title(page: str) -> None:
    part = article(f"<html>{page}</html>")
    assert (part.text, part.metadata["title"], part.metadata["author"]) == (TEXT, TITLE, "Ana Roe")
    assert day_of(part.metadata["published"]) == "2017-03-22"


def test_a_first_line_without_a_day_below_stays() -> None:
    part = article(f"<html><body><p>Why the dam burst</p>{BODY}</body></html>")
    assert part.text == f"Why the dam burst\n\n{TEXT}"
    assert "published" not in part.metadata


@pytest.mark.parametrize(
    "page",
    [
        f"<head><title>{TITLE}</title></head><body><a href='{ADDRESS}'>View Original</a>{BODY}</body>",
        f"<head><title>{TITLE}</title></head><body><div class='reader-header'><a class='domain reader-domain' "
        f"href='{ADDRESS}'>andes.example</a><h1 class='reader-title'>{TITLE}</h1></div>{BODY}</body>",
        f"<head><title>{TITLE}</title><meta name='exporter-version' content='Evernote 10'><meta name='author' "
        f"content='me@here.example'><meta name='created' content='2024-01-02'><meta name='source-url' "
        f"content='{ADDRESS}'></head><body>{BODY}</body>",
    ],
    ids=["Pocket", "reading view", "Evernote"],
)
def test_what_was_kept_has_the_address_of_its_page_and_not_the_day_of_keeping(page: str) -> None:
    part = article(f"<html>{page}</html>")
    assert dict(part.metadata) == {"title": TITLE, "url": ADDRESS}


def test_lists_of_sources_and_of_other_stories_are_no_text() -> None:
    page = (
        f"<h1>{TITLE}</h1><h3 id='siteSub'>From Wikinews, the free news source!</h3>{BODY}<h2>Related news</h2><ul>"
        "<li>“Bus falls, ten die” — May 4, 2017</li></ul><div class='mw-heading'><h2>Sources</h2><span "
        "class='mw-editsection'>[edit]</span></div><ul><li>Joe Ray. “Dam kills 13” — Andes Wire</li></ul>"
    )
    assert story_in(f"<html><body>{page}</body></html>")[-len(STORY) :] == list(STORY)
    kept = "<h3>What we know</h3><ul><li>In Ore 12 people are missing.</li></ul>"
    assert "In Ore 12 people are missing." in story_in(f"<html><body><h1>{TITLE}</h1>{BODY}{kept}</body></html>")


def test_posts_of_others_within_a_story_are_no_text() -> None:
    post = (
        "<blockquote class='twitter-tweet'><p>40 dead in Ore!!</p>— Bo (@bo) <a href='x'>May 2, 2017</a></blockquote>"
    )
    said = "<blockquote><p>“We lost 30 goats,” said Bo Lee.</p></blockquote>"
    lines = story_in(f"<html><body><article>{BODY}{post}{said}{BODY}</article></body></html>")
    assert not any("40 dead" in line or "@bo" in line for line in lines)
    assert "“We lost 30 goats,” said Bo Lee." in lines
