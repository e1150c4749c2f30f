"""JSON of crawlers: each field under its own name, and what a crawler took by mistake left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factx.base import Failure
from factx.reading import Article
from tests.io.formats.reading import message_of, read, read_one

STORY = "Two miners died when a shaft flooded near Oruro on Monday.\nTen were freed."
PAGE = "https://quarry.example/2016/05/09/shaft"


def test_news_please(tmp_path: Path) -> None:
    crawled = {
        "authors": ["Lena Okoye"], "date_download": "2024-01-02 10:00:00", "date_modify": None,
        "date_publish": "2016-05-09 23:10:00", "description": "Two miners", "filename": "x.json", "language": "en",
        "maintext": STORY, "source_domain": "quarry.example", "text": None, "title": "Shaft floods", "url": PAGE,
    }  # fmt: skip
    item = read_one(tmp_path, "a.json", crawled)
    assert (item.path, item.text, item.title, item.published) == ("a.json", STORY, "Shaft floods", "2016-05-09")
    assert (item.publisher, item.author, item.url, item.note) == ("quarry.example", "Lena Okoye", PAGE, None)


def test_none_in_words_is_none(tmp_path: Path) -> None:
    crawled = {"maintext": STORY, "date_publish": "None", "date_modify": "None", "url": PAGE}
    item = read_one(tmp_path, "a.json", crawled)
    assert (item.published, item.updated, item.note) == ("2016-05-09", None, None)


def test_the_day_of_a_download_is_never_the_articles(tmp_path: Path) -> None:
    crawled = {"maintext": STORY, "date_publish": None, "date_download": "2024-01-02", "filedate": "2024-01-02"}
    assert read_one(tmp_path, "a.json", crawled).published is None
    dated = read_one(tmp_path, "a.json", {**crawled, "url": PAGE})
    assert (dated.published, dated.published_from) == ("2016-05-09", "metadata")


def test_a_page_without_a_text_is_no_article_of_its_description(tmp_path: Path) -> None:
    crawled = {"maintext": None, "text": "", "title": "Shaft floods", "description": "We use cookies to die for."}
    assert message_of(tmp_path, "a.json", crawled) == "the text is empty"


def test_newspaper4k(tmp_path: Path) -> None:
    crawled = {
        "url": PAGE + "?utm_source=mail", "language": "es", "meta_lang": "en", "title": "Shaft floods",
        "authors": ["Lena Okoye", "Ohio. twitter mailto", "quarry.example", "Min Read", "Tom Abara Jr."],
        "publish_date": "2016-05-09T23:10:00+00:00", "summary": "Nine died.", "meta_description": "Nine died.",
        "meta_site_name": "The Quarry Gazette", "canonical_link": PAGE, "source_url": "https://quarry.example",
        "text": STORY, "text_cleaned": "May 8, 2016\n" + STORY, "images": [], "keywords": ["shaft"],
    }  # fmt: skip
    item = read_one(tmp_path, "a.json", crawled)
    assert (item.text, item.published, item.publisher, item.url) == (STORY, "2016-05-09", "The Quarry Gazette", PAGE)
    assert (item.author, item.language) == ("Lena Okoye, Tom Abara Jr.", "en")


def test_an_address_that_is_only_the_sites_is_not_the_articles(tmp_path: Path) -> None:
    crawled = {"text": STORY, "canonical_link": "https://quarry.example/", "url": PAGE}
    assert read_one(tmp_path, "a.json", crawled).url == PAGE


def test_fundus(tmp_path: Path) -> None:
    body = {
        "summary": ["Two miners died near Oruro."],
        "sections": [
            {"headline": ["Ten freed"], "paragraphs": ["Ten were freed.", "Five &amp; more are hurt."]},
            {"headline": [], "paragraphs": ["Rain goes on."]},
        ],
    }
    crawled = {
        "The Quarry Gazette": [
            {"title": "Shaft floods", "body": body, "authors": ["Lena Okoye"],
             "publishing_date": "2016-05-09 23:10:00+00:00"},
            {"title": "Rain", "body": None, "plaintext": "It rained.", "authors": []},
        ],
        "Nile Courier": [],
        "Andes Wire": [{"title": "Snow", "plaintext": "It snowed.", "publishing_date": "2016-05-10"}],
    }  # fmt: skip
    first, second, third = (item for item in read(tmp_path, "a.json", crawled) if isinstance(item, Article))
    text = "Two miners died near Oruro.\n\nTen freed\n\nTen were freed.\n\nFive & more are hurt.\n\nRain goes on."
    assert (first.text, first.publisher, first.published) == (text, "The Quarry Gazette", "2016-05-09")
    assert (second.path, second.text, second.author) == ("a.json#2", "It rained.", None)
    assert (third.path, third.publisher, third.url) == ("a.json#3", "Andes Wire", None)


def test_trafilatura(tmp_path: Path) -> None:
    crawled = {
        "title": "Shaft floods", "author": "Lena Okoye; Tom Abara", "hostname": "quarry.example", "date": "2016-05-09",
        "raw_text": "Nine died.", "comments": "Nine died!", "text": f"Shaft  floods\n{STORY}", "language": None,
        "filedate": "2024-01-02", "source": PAGE, "source-hostname": "The Quarry Gazette", "excerpt": "Nine died.",
    }  # fmt: skip
    item = read_one(tmp_path, "a.jsonl", crawled)
    assert (item.path, item.url, item.publisher) == ("a.jsonl#1", PAGE, "The Quarry Gazette")
    assert (item.author, item.published) == ("Lena Okoye; Tom Abara", "2016-05-09")
    assert [item.text[start:end] for start, end in item.skip] == ["Shaft  floods"]


@pytest.mark.parametrize("text", ["Shaft floods", "Shaft floods\n \n", "Shaft floods in Oruro\nTwo died."])
def test_a_first_line_that_is_more_than_the_title_or_all_there_is_is_read(tmp_path: Path, text: str) -> None:
    assert read_one(tmp_path, "a.json", {"title": "Shaft floods", "text": text}).skip == ()


def test_blank_lines_around_the_title_do_no_harm(tmp_path: Path) -> None:
    item = read_one(
        tmp_path,
        "a.json",
        {"title": "Shaft floods", "text": "\n Shaft floods \r\n\r\nTwo died.", "source-hostname": "Quarry"},
    )
    assert [item.text[start:end] for start, end in item.skip] == ["Shaft floods"]


def test_a_first_line_like_the_title_is_text_where_nothing_says_that_a_page_was_read(tmp_path: Path) -> None:
    item = read_one(
        tmp_path, "a.json", {"title": "Shaft floods, two die", "text": "Shaft floods, two die\n\nIt rained."}
    )
    assert item.skip == ()


def test_the_host_is_the_publisher_if_nothing_better_is_known(tmp_path: Path) -> None:
    crawled = {"text": STORY, "source": PAGE, "hostname": "quarry.example", "source-hostname": None}
    item = read_one(tmp_path, "a.json", crawled)
    assert (item.publisher, item.url, item.published) == ("quarry.example", PAGE, "2016-05-09")


@pytest.mark.parametrize(("authors", "expected"), [
    (["By Lena Okoye", "LENA OKOYE"], "Lena Okoye, LENA OKOYE"),
    (["Lena Okoye", "Lena Okoye"], "Lena Okoye"),
    (["https://quarry.example/lena", "lena@quarry.example", "www.quarry.example"], None),
    ("Lena Okoye, Contributor, \n Lena Okoye\n https://quarry.example/lena", "Lena Okoye"),
    ("lena@quarry.example (Lena Okoye)", "Lena Okoye"),
    ("Lena Okoye lena@quarry.example", "Lena Okoye"),
    ("J.P. Okoye", "J.P. Okoye"),
    ("Quarry.example", None),
    ([{"name": "Lena Okoye", "uri": "x"}, {"name": "Tom Abara"}], "Lena Okoye, Tom Abara"),
    ({"name": "Lena Okoye"}, "Lena Okoye"),
    (["Paul Getty", "Quentin Href"], "Paul Getty"),
    (12, None),
    ("N/A", None),
    ([], None),
])  # fmt: skip
def test_authors(tmp_path: Path, authors: Any, expected: str | None) -> None:
    assert read_one(tmp_path, "a.json", {"text": STORY, "author": authors}).author == expected


@pytest.mark.parametrize("piece", ["<", "<!--", "&lt;", "a.b", "x@", "<p ", "1/2/", "[+1 chars", "\\", "[", "- "])
@pytest.mark.parametrize("field", ["text", "title", "author", "url", "date"])
def test_no_value_takes_long(tmp_path: Path, piece: str, field: str) -> None:
    """A pattern that went quadratic would not come back."""
    assert read(tmp_path, "a.json", {"text": STORY, field: piece * (200_000 // len(piece))})


def test_markup_nested_too_deeply_fails_alone(tmp_path: Path) -> None:
    bad, good = read(tmp_path, "a.json", [{"text": "<div>" * 5000 + "One fled."}, {"text": STORY}])
    assert isinstance(good, Article)
    assert "nested too deeply" in (getattr(bad, "message", None) or "")


@pytest.mark.parametrize("address", ["https://[x/a", "https://[+5 chars]/a", "https://"])
def test_a_broken_address_does_no_harm(tmp_path: Path, address: str) -> None:
    assert read_one(tmp_path, "a.json", {"text": STORY, "url": address}).url == address


@pytest.mark.parametrize(("title", "expected"), [
    ("Shaft floods - The Quarry Gazette", "Shaft floods"),
    ("Shaft floods | the quarry gazette", "Shaft floods"),
    ("Shaft floods - Andes Wire", "Shaft floods - Andes Wire"),
    ("The Quarry Gazette", "The Quarry Gazette"),
    ("Shaft &amp;#8216;floods&amp;#8217; &amp; <b>kills</b>", "Shaft ‘floods’ & kills"),
])  # fmt: skip
def test_titles(tmp_path: Path, title: str, expected: str) -> None:
    item = read_one(tmp_path, "a.json", {"text": STORY, "title": title, "publisher": "The Quarry Gazette"})
    assert item.title == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("<p>Two died.</p>\n<p>Ten <em>fled</em>.</p>", "Two died.\n\nTen fled."),
    ("Two died<br/>in Oruro.<br><br>Ten fled.", "Two died\nin Oruro.\n\nTen fled."),
    ("Two <b>died</b>.\n\nTen fled\nin May.", "Two died.\n\nTen fled\nin May."),
    ("Two died.\n\nTen fled.<br/>", "Two died.\n\nTen fled."),
    ("&lt;p&gt;Two died.&lt;/p&gt;&lt;p&gt;Ten fled.&lt;/p&gt;", "Two died.\n\nTen fled."),
    ("It&#8217;s &amp;quot;over&amp;quot;: 3 &lt; 4.", "It’s \"over\": 3 < 4."),
    ("3 < 4 & <noise>.\r\nAT&T", "3 < 4 & <noise>.\r\nAT&T"),
    ("<div>Two died.<figure><img><figcaption>Nine</figcaption></figure><script>a = 9</script></div>", "Two died."),
    ("<p>Two died.</p><aside><p>Read more: nine died</p></aside>", "Two died."),
    ("<p class='wp-caption-text'>Nine queue</p><p>Two died.</p><!-- nine -->", "Two died."),
    ("<!DOCTYPE html><html><head><title>Nine</title></head><body><p>Two died.</p></body></html>", "Two died."),
    (["Two miners died.", "Ten fled &amp; hid."], "Two miners died.\n\nTen fled & hid."),
    ({"rendered": "<p>Two died.</p>", "protected": False}, "Two died."),
])  # fmt: skip
def test_markup_is_undone(tmp_path: Path, text: Any, expected: str) -> None:
    assert read_one(tmp_path, "a.json", {"text": text}).text == expected


@pytest.mark.parametrize("story", [
    {"text": "", "maintext": STORY},
    {"text": " \n", "content": None, "Body": STORY},
    {"article_text": STORY},
    {"Full Text": STORY},
    {"body": {"odd": 1}, "plaintext": STORY},
])  # fmt: skip
def test_the_first_filled_text_counts(tmp_path: Path, story: dict[str, Any]) -> None:
    assert read_one(tmp_path, "a.json", story).text == STORY


@pytest.mark.parametrize("text", [{"odd": 1}, ["Two", "held"], 12, True])
def test_what_is_no_text(tmp_path: Path, text: Any) -> None:
    assert message_of(tmp_path, "a.json", {"text": text}).startswith("the field 'text' is a")


def test_dates_of_a_file_are_read_as_one_of_them_shows(tmp_path: Path) -> None:
    rows = [{"text": f"It rained {place}.", "date": date} for place, date in [
        ("in Oruro", "05/09/2016"), ("in Lima", "2016-02-03"),
        ("by the sea", "25/03/2016 10:00"), ("at home", "9.5.2016"),
    ]]  # fmt: skip
    days = ["2016-09-05", "2016-02-03", "2016-03-25", "2016-05-09"]
    for name in ("a.json", "a.jsonl"):
        content = rows if name == "a.json" else "\n".join(map(json.dumps, rows))
        assert [getattr(item, "published", None) for item in read(tmp_path, name, content)] == days


def test_dates_that_contradict_each_other_are_not_read(tmp_path: Path) -> None:
    rows = [{"text": f"It rained {date}.", "date": date} for date in ("25/03/2016", "03/26/2016", "2016-02-03")]
    first, second, third = (item for item in read(tmp_path, "a.json", rows) if isinstance(item, Article))
    assert (first.published, second.published, third.published) == (None, None, "2016-02-03")
    assert "'25/03/2016' has the day first and '03/26/2016' the month" in (first.note or "")


@pytest.mark.parametrize(("day_first", "day"), [(True, "2016-09-05"), (False, "2016-05-09"), (None, None)])
def test_a_user_can_say_the_order(tmp_path: Path, day_first: bool | None, day: str | None) -> None:
    item = read_one(tmp_path, "a.json", {"text": STORY, "date": "05/09/2016"}, day_first=day_first)
    assert item.published == day


@pytest.mark.parametrize("date", ["yesterday", "2 hours ago", "Today"])
def test_a_day_told_from_the_day_of_the_crawl_is_none(tmp_path: Path, date: str) -> None:
    item = read_one(tmp_path, "a.json", {"text": STORY, "date": date})
    assert (item.published, item.note) == (None, f"the date '{date}' was not understood; write it as 2017-03-22")


def test_a_language_by_name_skips_what_is_not_english(tmp_path: Path) -> None:
    rows = [{"text": f"It rained {name}.", "language": name} for name in ("Estonian", "English", "ger", "en_GB")]
    skipped = [getattr(item, "skipped", None) for item in read(tmp_path, "a.json", rows)]
    assert skipped == [
        "the language is 'et'; factx reads English",
        None,
        "the language is 'de'; factx reads English",
        None,
    ]


@pytest.mark.parametrize(("name", "content", "paths"), [
    ("a.json", '{"text": "One fled."}\n{\n"text": "Two fled."}', ["a.json#1", "a.json#2"]),
    ("a.jsonl", '[{"text": "One fled."}, {"text": "Two fled."}]', ["a.jsonl#1", "a.jsonl#2"]),
    ("a.jsonl", '{\n"text": "One fled."\n}', ["a.jsonl"]),
    ("a.jsonl", '{"text": "One fled."}', ["a.jsonl#1"]),
    ("a.txt", '{"text": "One fled."}', ["a.txt"]),
    ("a.json", {"7": {"text": "One fled."}, "9": {"text": "Two fled."}}, ["a.json#1", "a.json#2"]),
])  # fmt: skip
def test_json_is_what_it_holds(tmp_path: Path, name: str, content: Any, paths: list[str]) -> None:
    assert [item.path for item in read(tmp_path, name, content) if isinstance(item, Article)] == paths


@pytest.mark.parametrize(("content", "message"), [
    ('[{"text": "One fled."}, {"text": "Two fl', "not valid JSON: Unterminated string"),
    ('[{"text": "One fled."}', "not valid JSON: the file ends before the list of articles does"),
    ('{"articles": [{"text": "One fled."}, {"text": "Two', "not valid JSON: Unterminated string"),
    ('{"text": "One fled."} oops', "not valid JSON: Expecting value at line 1, column 23"),
])  # fmt: skip
def test_what_came_before_a_break_is_kept(tmp_path: Path, content: str, message: str) -> None:
    good, bad = read(tmp_path, "a.json", content)
    assert isinstance(good, Article)
    assert isinstance(bad, Failure)
    assert (good.text, (bad.message or "").startswith(message)) == ("One fled.", True)


def test_a_bad_line_is_told_by_its_line_in_the_file(tmp_path: Path) -> None:
    items = read(
        tmp_path, "a.jsonl", '{"text": "One fled."}\n\n{"text": "Two}\n{"text": "Three fled.",}\n{"text": "Four."}'
    )
    told = [(item.message if isinstance(item, Failure) else item.text) or "" for item in items]
    assert [one[-20:] for one in told] == ["One fled.", "at line 3, column 10", "at line 4, column 24", "Four."]
    _, bad = read(tmp_path, "b.json", '{"text": "One fled."} oops')
    assert isinstance(bad, Failure)
    assert "at line 1, column 23" in (bad.message or "")


def test_lines_in_two_encodings_are_both_read(tmp_path: Path) -> None:
    lines = '{"text": "São Tomé."}\n'.encode() + '{"text": "São Paulo."}\n'.encode("cp1252")
    assert [getattr(item, "text", None) for item in read(tmp_path, "a.jsonl", lines)] == ["São Tomé.", "São Paulo."]


def test_a_large_list_is_read_across_the_pieces_that_it_is_read_in(tmp_path: Path) -> None:
    rows = [{"title": f"Storm {number}", "text": f"{number} people fled. " * 900} for number in range(100)]
    fundus = {"Nile Courier": [], "Andes Wire": [{"topics": [], **row} for row in rows]}
    for wrapped in (rows, {"status": "ok", "articles": rows}, fundus):
        items = read(tmp_path, "a.json", wrapped)
        assert [getattr(item, "title", None) for item in items] == [row["title"] for row in rows]
