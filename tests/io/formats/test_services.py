"""JSON of services: found within their wrappers, cut texts marked, and answers without texts told of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factx.base import Failure
from factx.reading import Article
from tests.io.formats.reading import ADVICE, message_of, read, read_one

STORY = "Two miners died when a shaft flooded near Oruro on Monday."
PAGE = "https://quarry.example/shaft"
CUT = "the text is cut: the export gives only its beginning"


def newsapi(content: str | None, **fields: Any) -> dict[str, Any]:
    story = {
        "source": {"id": None, "name": "The Quarry Gazette"}, "author": "Lena Okoye", "description": "Two died.",
        "title": "Shaft floods - The Quarry Gazette", "url": PAGE, "urlToImage": None, "content": content,
        "publishedAt": "2016-05-09T23:10:00Z",
    }  # fmt: skip
    return {"status": "ok", "totalResults": 3842, "articles": [{**story, **fields}]}


def test_newsapi(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.json", newsapi(STORY + "\r\nTen we… [+1234 chars]"))
    assert (item.path, item.title, item.publisher) == ("a.json#1", "Shaft floods", "The Quarry Gazette")
    assert (item.published, item.author, item.url, item.note) == ("2016-05-09", "Lena Okoye", PAGE, CUT)
    assert [item.text[start:end] for start, end in item.skip] == ["[+1234 chars]"]


@pytest.mark.parametrize("content", [None, "", " ", "ONLY AVAILABLE IN PAID PLANS"])
def test_the_description_stands_for_a_text_that_the_service_does_not_give(tmp_path: Path, content: str | None) -> None:
    item = read_one(tmp_path, "a.json", newsapi(content))
    assert (item.text, item.note) == ("Two died.", "the text is only the article's 'description'")


def test_neither_text_nor_description_is_a_failure(tmp_path: Path) -> None:
    assert message_of(tmp_path, "a.json", newsapi("", description="")) == "the text is empty"


def test_a_short_text_of_newsapi_is_marked_too(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.json", newsapi(STORY)).note == CUT


def test_event_registry(tmp_path: Path) -> None:
    story = {
        "uri": "754", "lang": "eng", "isDuplicate": False, "date": "2016-05-10", "dateTime": "2016-05-10T02:00:00Z",
        "dateTimePub": "2016-05-09T23:10:00Z", "url": PAGE, "title": "Shaft floods", "body": STORY,
        "source": {"uri": "quarry.example", "dataType": "news", "title": "The Quarry Gazette"},
        "authors": [{"uri": "a@quarry.example", "name": "Lena Okoye", "type": "author"}],
    }  # fmt: skip
    item = read_one(tmp_path, "a.json", {"articles": {"results": [story], "totalResults": 1}})
    assert (item.text, item.published, item.publisher) == (STORY, "2016-05-09", "The Quarry Gazette")
    assert (item.author, item.language, item.note) == ("Lena Okoye", "en", None)


def test_the_guardian(tmp_path: Path) -> None:
    story = {
        "webPublicationDate": "2016-05-09T23:10:00Z", "webTitle": "Shaft floods", "webUrl": PAGE,
        "apiUrl": PAGE + "/api",
        "fields": {"bodyText": STORY, "body": f"<p>{STORY}</p>", "trailText": "Two", "byline": "Lena Okoye"},
    }  # fmt: skip
    item = read_one(tmp_path, "a.json", {"response": {"status": "ok", "results": [story]}})
    assert (item.text, item.title, item.url) == (STORY, "Shaft floods", PAGE)
    assert (item.published, item.author, item.note) == ("2016-05-09", "Lena Okoye", None)
    assert item.publisher == "The Guardian"


def test_the_new_york_times(tmp_path: Path) -> None:
    story = {
        "abstract": "A shaft flooded.", "web_url": PAGE, "lead_paragraph": STORY, "snippet": "A shaft",
        "source": "The Quarry Gazette", "headline": {"main": "Shaft floods", "kicker": "Mines", "name": None},
        "pub_date": "2016-05-09T23:10:00+0000", "byline": {"original": "By Lena Okoye", "person": []},
    }  # fmt: skip
    item = read_one(tmp_path, "a.json", {"status": "OK", "response": {"docs": [story], "meta": {"hits": 1}}})
    assert (item.text, item.title, item.author) == (STORY, "Shaft floods", "Lena Okoye")
    assert item.note == "the text is only the article's 'lead_paragraph'"


def test_wordpress(tmp_path: Path) -> None:
    story = {
        "id": 7, "date": "2016-05-09T23:10:00", "date_gmt": "2016-05-10T02:10:00", "modified": "2016-05-11T10:00:00",
        "link": PAGE, "title": {"rendered": "Shaft &#8216;floods&#8217;"}, "author": 12,
        "content": {"rendered": "<p>Two miners&nbsp;died.</p>\n<p>Ten &amp; more fled.</p>", "protected": False},
        "excerpt": {"rendered": "<p>Two</p>"}, "_embedded": {"author": [{"id": 12, "name": "Lena Okoye"}]},
    }  # fmt: skip
    item = read_one(tmp_path, "a.json", [story])
    assert (item.text, item.title) == ("Two miners died.\n\nTen & more fled.", "Shaft ‘floods’")
    assert (item.published, item.updated, item.author) == ("2016-05-09", "2016-05-11T10:00", "Lena Okoye")


def test_a_json_feed_is_published_by_its_title(tmp_path: Path) -> None:
    feed = {"version": "1.1", "title": "The Quarry Gazette", "home_page_url": "https://quarry.example", "items": [
        {"id": "1", "url": PAGE, "title": "Shaft floods", "content_html": f"<p>{STORY}</p>",
            "date_published": "2016-05-09"},
    ]}  # fmt: skip
    item = read_one(tmp_path, "a.json", feed)
    assert (item.text, item.publisher, item.title) == (STORY, "The Quarry Gazette", "Shaft floods")


@pytest.mark.parametrize("wrapped", [
    {"articles": [{"body": STORY}]},
    {"status": "ok", "data": {"Results": [{"body": STORY}]}},
    {"took": 3, "hits": {"total": {"value": 1}, "hits": [{"_index": "n", "_source": {"body": STORY}}]}},
    {"a": {"b": {"docs": [{"body": STORY}]}}},
    {"sources": [{"id": 7}], "items": [{"body": STORY}], "facets": [{"id": 8}]},
    {"data": [{"type": "article", "attributes": {"body": STORY}}]},
    [{"articles": [{"body": STORY}]}],
])  # fmt: skip
def test_articles_are_found_in_their_wrappers(tmp_path: Path, wrapped: Any) -> None:
    item = read_one(tmp_path, "a.json", wrapped)
    assert (item.path, item.text) == ("a.json#1", STORY)


def test_a_list_within_an_article_is_no_list_of_articles(tmp_path: Path) -> None:
    story = {"title": "Shaft floods", "data": [{"name": "Oruro"}], "body": STORY, "items": [{"text": "Nine died."}]}
    item = read_one(tmp_path, "a.json", story)
    assert (item.path, item.text) == ("a.json", STORY)


@pytest.mark.parametrize(("answer", "message"), [
    ({"status": "error", "code": "keyInvalid", "message": "Your key is invalid."},
        "a message of the service: Your key"),
    ({"response": {"status": "error", "message": "Not found."}}, "a message of the service: Not found."),
    ({"articles": {"results": [], "totalResults": 0}}, "no articles: the list of articles is empty"),
    ([], "no articles: the list is empty"),
    ({"a": {"b": {"c": {"docs": [{"body": STORY}]}}}}, "no articles: there is no list of them in the first 3 levels"),
])  # fmt: skip
def test_an_answer_without_articles_says_so(tmp_path: Path, answer: Any, message: str) -> None:
    assert message in message_of(tmp_path, "a.json", answer)


def test_lines_of_answers_are_numbered_through(tmp_path: Path) -> None:
    pages = '{"articles": [{"body": "One fled."}, {"body": "Two fled."}]}\n{"articles": [{"body": "Ten fled."}]}\n'
    assert [item.path for item in read(tmp_path, "a.jsonl", pages)] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]


GDELT = {
    "url": PAGE,
    "title": "Shaft floods",
    "seendate": "20160509T041500Z",
    "domain": "quarry.example",
    "language": "English",
}


def test_gdelt_has_no_texts_and_says_so(tmp_path: Path) -> None:
    first, file = read(tmp_path, "a.json", {"articles": [GDELT]})
    assert isinstance(first, Article)
    assert isinstance(file, Failure)
    assert (first.text, first.title, first.publisher, first.url) == ("", "Shaft floods", "quarry.example", PAGE)
    assert (first.published, first.note) == ("2016-05-09", "the date is the day on which the service saw the article")
    assert first.skipped == file.message == f"this export of GDELT carries no text: {ADVICE}"


def test_addresses_from_gdelt_have_no_texts_either(tmp_path: Path) -> None:
    _, file = read(tmp_path, "a.csv", f"URL,MobileURL,Date,Title\n{PAGE},,2016-05-09 04:15:00,Shaft floods\n")
    assert getattr(file, "message", None) == f"this export of GDELT carries no text: {ADVICE}"


def test_gdelt_with_texts_that_were_fetched_is_read(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.json", [{**GDELT, "text": STORY}])
    assert (item.text, item.published, item.skipped) == (STORY, "2016-05-09", None)
    dated = read_one(tmp_path, "a.json", [{**GDELT, "text": STORY, "date_publish": "2016-05-08"}])
    assert (dated.published, dated.note) == ("2016-05-08", None)


@pytest.mark.parametrize(
    "title", [r"A \'shaft\' floods", "A 'shaft'\x01 floods", r"A 'shaft' \floods", r"A 'shaft' \u floods"]
)
def test_json_with_characters_that_it_must_not_have_is_read(tmp_path: Path, title: str) -> None:
    answer = f'{{"articles": [{{"title": "{title}", "seendate": "20160509T041500Z", "url": "{PAGE}"}}]}}'
    first = read(tmp_path, "a.json", answer)[0]
    assert isinstance(first, Article)
    assert (first.title or "").startswith("A 'shaft'")


def test_media_cloud_has_no_texts_and_says_so(tmp_path: Path) -> None:
    table = (
        "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        f"9f,2024-01-02 10:00:00,en,quarry.example,quarry.example,2016-05-09,Shaft floods,{PAGE}\n"
    )
    first, file = read(tmp_path, "a.csv", table)
    assert isinstance(first, Article)
    assert (first.path, first.title, first.published, first.publisher) == (
        "a.csv#1", "Shaft floods", "2016-05-09", "quarry.example",
    )  # fmt: skip
    assert isinstance(file, Failure)
    assert (file.path, file.message) == ("a.csv", f"this export of Media Cloud carries no text: {ADVICE}")


def test_media_cloud_with_texts_is_read(tmp_path: Path) -> None:
    table = (
        f"indexed_date,media_name,publish_date,text,title\n2024-01-02,quarry.example,2016-05-09,{STORY},Shaft floods\n"
    )
    item = read_one(tmp_path, "a.csv", table)
    assert (item.text, item.published, item.publisher) == (STORY, "2016-05-09", "quarry.example")


def test_old_stories_of_media_cloud_are_read(tmp_path: Path) -> None:
    story = {
        "stories_id": 7, "media_name": "The Quarry Gazette", "publish_date": "2016-05-09 23:10:00",
        "title": "Shaft floods",
        "story_text": STORY, "collect_date": "2016-05-11 10:00:00", "url": PAGE, "language": "en",
    }  # fmt: skip
    item = read_one(tmp_path, "a.json", [story])
    assert (item.text, item.published, item.publisher) == (STORY, "2016-05-09", "The Quarry Gazette")
    bare = read(tmp_path, "a.json", [{**story, "story_text": None}])[0]
    assert f"this export of Media Cloud carries no text: {ADVICE}" == getattr(bare, "skipped", None)


@pytest.mark.parametrize("row", [
    ["20190514120000-T12", "20190514120000", "1", "andes.example", PAGE, "KILL#2##"],
    ["845110300", "20190514", *[""] * 59],
])  # fmt: skip
def test_tables_of_gdelt_without_a_header_say_that_they_have_no_texts(tmp_path: Path, row: list[str]) -> None:
    told = message_of(tmp_path, "20190514120000.csv", "\t".join(row) + "\n" + "\t".join(row))
    assert told == f"this export of GDELT carries no text: {ADVICE}"


def test_what_meltwater_shows_of_a_text_is_an_excerpt(tmp_path: Path) -> None:
    table = (
        f'Date,Headline,Source Name,Hit Sentence,Opening Text\n09-May-2016,Shaft floods,Quarry,"… hit …","{STORY}"\n'
    )
    (item,) = read(tmp_path, "a.csv", table)
    assert isinstance(item, Article)
    assert (item.text, item.published, item.publisher) == (STORY, "2016-05-09", "Quarry")
    assert item.note == "the text is only the article's 'Opening Text'"
