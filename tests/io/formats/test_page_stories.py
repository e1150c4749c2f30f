"""Pages that hold several stories: each with its headline and day, and a page of one is never cut."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factx.reading import Article
from tests.io.formats.reading import read

STORIES = (
    (
        "Shaft floods near Oruro",
        "9 May 2016",
        "Two miners died when a shaft flooded near Oruro on Monday. Ten others were freed after a night below ground, "
        "and the mine has been shut for the rest of the month, the mayor said.",
    ),
    (
        "Ferry sinks off Aden",
        "14 May 2016",
        "A ferry sank off Aden on Friday, and nine sailors are missing. A navy boat looked for them until dark fell, "
        "and two more will be sent from Mukalla in the morning, officers said.",
    ),
    (
        "Hail ruins the vines",
        "15 May 2016",
        "Hail ruined the vines of the Douro on Sunday, and three growers were hurt. The harvest is lost, and the banks "
        "were asked to wait for their money until next year, said the mayor of Régua.",
    ),
)
DAYS = ["2016-05-09", "2016-05-14", "2016-05-15"]


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>Results</title>{head}</head><body>{body}</body></html>"


def each(form: str, **more: str) -> str:
    return "".join(
        form.format(title=title, day=day, iso=iso, text=text, **more)
        for (title, day, text), iso in zip(STORIES, DAYS, strict=True)
    )


NAV = "<nav><ul><li><a href='/a'>Home</a></li><li><a href='/b'>World</a></li></ul></nav>"
SEVERAL = {
    "articles": page(
        f"{NAV}<main>"
        + each(
            "<article><h2>{title}</h2><p><time datetime='{iso}T23:00:00-05:00'>11 pm</time></p><p>{text}</p></article>"
        )
    ),
    "articles of different classes": page(
        each("<div class='item'><article class='post-{iso}'><h2>{title}</h2><p>{day}</p><p>{text}</p></article></div>")
    ),
    "printed documents": page(
        each(
            "<div class='document'><h1>{title}</h1><div>Juba Monitor (South Sudan) - {day}</div>"
            "<div>Author: Joe Ray Section: News</div><div class='text'><p>{text}</p></div></div>"
        )
    ),
    "headings": page(each("<h2>{title}</h2><p>Juba Monitor</p><p>{day}</p><p>{text}</p><hr>")),
    "lines": page(each("<h3>{title}</h3><b>Juba Monitor</b><br>{day}<br><br>{text}<hr>")),
}


def articles(folder: Path, content: str) -> list[Article]:
    return [item for item in read(folder, "page.html", content) if isinstance(item, Article)]


@pytest.mark.parametrize("way", SEVERAL)
def test_each_story_has_its_headline_and_day(tmp_path: Path, way: str) -> None:
    found = articles(tmp_path, SEVERAL[way])
    assert [(item.path, item.title, item.published, item.text) for item in found] == [
        (f"page.html#{number}", title, day, text)
        for number, ((title, _, text), day) in enumerate(zip(STORIES, DAYS, strict=True), start=1)
    ]
    papers = {"printed documents": "Juba Monitor (South Sudan)", "headings": "Juba Monitor", "lines": "Juba Monitor"}
    assert {item.publisher for item in found} == {papers.get(way)}


def test_who_wrote_a_printed_document_is_told_without_the_section(tmp_path: Path) -> None:
    assert {item.author for item in articles(tmp_path, SEVERAL["printed documents"])} == {"Joe Ray"}


LONG = "".join(
    f"<p>{text} And so it went on for {number} days.</p>" for number in range(2, 9) for _, _, text in STORIES
)
TEASERS = each("<article><h3>{title}</h3><time datetime='{iso}'>x</time><p>{text}</p></article>")
ONE = {
    "a story above teasers": page(
        f"<article><h1>The dam bursts</h1><time datetime='2016-05-02'>x</time>{LONG}</article>{TEASERS}"
    ),
    "a page that says it is an article": page(TEASERS, "<meta property='og:type' content='article'>"),
    "sections of a story": page(
        "<article><h1>The dam bursts</h1><p>2 May 2016</p>"
        + each("<section><h2>{title}</h2><p>{text}</p>" + LONG + "</section>")
        + "</article>"
    ),
    "headings in a story": page("<h1>The dam bursts</h1><p>2 May 2016</p>" + each("<h2>{title}</h2>" + LONG)),
    "comments": page(
        f"<article><h1>The dam bursts</h1><p>2 May 2016</p><p>{STORIES[0][2]}</p></article>"
        + each("<div class='reply'><h4>Joe Ray</h4><time datetime='{iso}'>x</time><p>{text}</p></div>")
    ),
    "days of a chronology": page("<h1>The dam bursts</h1>" + each("<h2>{day}</h2><p>{text}</p>")),
    "links to stories": page(
        f"<h1>The dam bursts</h1><p>2 May 2016</p>{LONG}<aside>"
        + each("<div class='card'><h3>{title}</h3><p>{day}</p><p>{text}</p></div>")
        + "</aside>"
    ),
}


@pytest.mark.parametrize("way", ONE)
def test_a_page_of_one_story_stays_one(tmp_path: Path, way: str) -> None:
    (item,) = articles(tmp_path, ONE[way])
    assert item.path == "page.html"


def test_posts_of_a_live_page_have_their_times(tmp_path: Path) -> None:
    posts = each("<div class='post'><time datetime='{iso}T10:00:00+02:00'>10:00</time><p>{text}</p></div>")
    body = f"<main class='live-blog'><h1>Storm live: hail on the Douro</h1>{posts}</main>"
    found = articles(tmp_path, page(body))
    assert [(item.title, item.published, item.text) for item in found] == [
        ("Storm live: hail on the Douro", day, text) for (_, _, text), day in zip(STORIES, DAYS, strict=True)
    ]
    (item,) = articles(tmp_path, page(body.replace("live", "storm")))
    assert item.path == "page.html"


def live(posts: list[dict[str, Any]]) -> str:
    node = {
        "@type": "LiveBlogPosting",
        "headline": "Storm live",
        "datePublished": "2016-05-01",
        "publisher": {"name": "Andes Wire"},
        "liveBlogUpdate": posts,
    }
    return page(
        f"<h1>Storm live</h1><p>{STORIES[0][2]}</p>", f"<script type='application/ld+json'>{json.dumps(node)}</script>"
    )


def test_posts_of_a_live_blog_are_read_from_what_it_tells_of_them(tmp_path: Path) -> None:
    posts = [
        {
            "@type": "BlogPosting",
            "headline": title,
            "datePublished": f"{day}T08:00:00Z",
            "articleBody": f"<p>{text}</p>",
        }
        for (title, _, text), day in zip(STORIES, DAYS, strict=True)
    ]
    found = articles(tmp_path, live([*posts, {"@type": "BlogPosting", "headline": "A picture"}]))
    assert [(item.title, item.published, item.publisher, item.text) for item in found] == [
        (title, day, "Andes Wire", text) for (title, _, text), day in zip(STORIES, DAYS, strict=True)
    ]
    (item,) = articles(tmp_path, live(posts[:1]))
    assert (item.path, item.published) == ("page.html", "2016-05-01")
