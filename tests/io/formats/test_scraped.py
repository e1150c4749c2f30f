"""What scrapers, networks and lists of references give: fields under names of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.io.formats.reading import message_of, read, read_one

MARKDOWN = (
    "[Home](/) | [World](/world)\n\n# Shaft floods near Oruro\n\n![miners](a.jpg)\n\n- [Ferry sinks with 90](/b)\n\n"
    "Two **miners** died when a [shaft](https://andes.example/a) flooded near Oruro on Monday.\n\nThe mayor said so."
)
TEXT = "Two miners died when a shaft flooded near Oruro on Monday.\n\nThe mayor said so."
FIELDS = {
    "title": "Shaft floods near Oruro | Andes Wire",
    "article:published_time": "2016-05-09T22:00:00-04:00",
    "ogSiteName": "Andes Wire",
    "sourceURL": "https://andes.example/a",
    "language": "en",
    "statusCode": 200,
}
PAGE = {"markdown": MARKDOWN, "metadata": FIELDS}


@pytest.mark.parametrize(
    "content", [PAGE, {"success": True, "data": PAGE}, {"status": "completed", "data": [PAGE]}, [PAGE]]
)
def test_a_scraped_page_is_read_below_its_headline(tmp_path: Path, content: Any) -> None:
    item = read_one(tmp_path, "pages.json", content)
    assert (item.text, item.title, item.published) == (TEXT, "Shaft floods near Oruro", "2016-05-09")
    assert (item.publisher, item.url) == ("Andes Wire", "https://andes.example/a")


def test_a_page_of_other_headings_is_read_whole(tmp_path: Path) -> None:
    text = "Two men fled.\n\n# Why they fled\n\nIt rained."
    item = read_one(tmp_path, "a.json", {"markdown": text, "metadata": FIELDS})
    assert item.text == "Two men fled.\n\nWhy they fled\n\nIt rained."


def test_documents_of_language_models_have_their_fields_beside(tmp_path: Path) -> None:
    fields = {"source": "https://andes.example/a", "title": "Shaft floods", "date": "2016-05-09"}
    item = read_one(tmp_path, "a.json", [{"page_content": TEXT, "metadata": fields}])
    assert (item.text, item.title, item.published, item.url) == (TEXT, "Shaft floods", "2016-05-09", fields["source"])


def test_the_user_says_where_the_text_is(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.json", {**PAGE, "prose": "Six men fled."}, columns={"text": "prose"})
    assert (item.text, item.published) == ("Six men fled.", None)


def test_markdown_without_fields_is_no_text(tmp_path: Path) -> None:
    assert "needs a field 'text'" in message_of(tmp_path, "a.json", {"markdown": MARKDOWN, "metadata": "x"})


def test_metadata_beside_a_text_is_not_the_article_s(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.json", {"text": TEXT, "date": "2016-05-09", "metadata": {"published": "2020-01-01"}})
    assert item.published == "2016-05-09"


POSTS: list[tuple[dict[str, Any], str | None]] = [
    (
        {"created_at": "Wed Oct 10 20:19:24 +0000 2018", "id_str": "1", "full_text": TEXT, "user": {"name": "Ann Li"}},
        "Ann Li",
    ),
    ({"id": "1", "text": TEXT, "created_at": "2018-10-10T20:19:24.000Z", "author_id": "7"}, None),
    ({"created_at": "2018-10-10T20:19:24Z", "content": f"<p>{TEXT}</p>", "reblogs_count": 2}, None),
]


@pytest.mark.parametrize(("post", "author"), POSTS)
def test_a_post_is_of_the_day_on_which_it_was_made(tmp_path: Path, post: dict[str, Any], author: str | None) -> None:
    item = read_one(tmp_path, "posts.json", [post])
    assert (item.published, item.author) == ("2018-10-10", author)


def test_the_day_on_which_a_record_was_made_is_not_the_article_s(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.json", [{"text": TEXT, "created_at": "2018-10-10", "user": "admin", "id": 4}])
    assert (item.published, item.author) == (None, None)


def test_days_and_names_of_references_are_read(tmp_path: Path) -> None:
    reference = {
        "type": "article-newspaper",
        "title": "Shaft floods",
        "container-title": "Andes Wire",
        "issued": {"date-parts": [[2016, 5, 9]]},
        "author": [{"family": "Li", "given": "Ann"}, {"family": "Ray"}],
        "abstract": TEXT,
    }
    item = read_one(tmp_path, "a.json", [reference])
    assert (item.published, item.author, item.publisher) == ("2016-05-09", "Ann Li, Ray", "Andes Wire")
    item = read_one(tmp_path, "b.json", [{**reference, "issued": {"date-parts": [["2016", "5"]]}}])
    assert item.published is None


def test_the_text_of_emm_counts_and_not_its_description(tmp_path: Path) -> None:
    feed = (
        '<rss version="2.0" xmlns:emm="http://emm.jrc.it" xmlns:iso="http://www.iso.org/3166"><channel><title>EMM</title>'
        "<item><title>Shaft floods</title><description>Two miners…</description><pubDate>Mon, 09 May 2016 10:00:00 GMT"
        f"</pubDate><iso:language>en</iso:language><emm:text>{TEXT}</emm:text></item></channel></rss>"
    )
    item = read_one(tmp_path, "emm.xml", feed)
    assert (item.text, item.published, item.note) == (TEXT, "2016-05-09", None)


@pytest.mark.parametrize(
    ("written", "day"),
    [("43258", "2018-06-07"), ("43258.75", "2018-06-07"), ("12", None), ("99999", None), ("4325", None)],
)
def test_days_that_a_spreadsheet_counts_are_read(tmp_path: Path, written: str, day: str | None) -> None:
    (item,) = read(tmp_path, "a.csv", f"Title,Date,Text\nShaft floods,{written},Two miners died near Oruro.\n")
    assert getattr(item, "published", "") == day
