"""ninjs: three families of names, bodies by role and type, and items that are no articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.io.formats.reading import message_of, read_one

OLD = {
    "uri": "urn:andes:1", "type": "text", "versioncreated": "2016-05-10T01:00:00Z",
    "firstcreated": "2016-05-09T22:00:00Z",
    "pubstatus": "usable", "language": "en-US", "byline": "By Lena Okoye", "located": "Oruro",
    "copyrightholder": "Andes Wire", "headline": "Shaft floods", "body_text": "Two miners died.",
    "associations": {"photo": {"uri": "urn:p", "type": "picture", "body_text": "Nine queue", "headline": "Nine"}},
}  # fmt: skip
NEW = {
    "uri": "urn:andes:2", "type": "text", "versionCreated": "2016-05-10T01:00:00Z",
    "contentCreated": "2016-05-09T21:00:00Z",
    "firstCreated": "2016-05-11T22:00:00Z", "pubStatus": "usable", "by": "Lena Okoye", "copyrightHolder": "Andes Wire",
    "headlines": [{"role": "short", "value": "Shaft"}, {"role": "main", "contentType": "text/plain",
    "value": "Shaft floods"}],
    "bodies": [
        {"role": "caption", "contentType": "text/plain", "value": "Nine queue."},
        {"role": "main", "contentType": "text/html", "value": "Two miners <b>died</b>.<p>Ten fled.</p>It rained."},
        {"role": "main", "contentType": "text/plain", "value": "Two miners died. Ten fled."},
    ],
}  # fmt: skip


def test_the_first_family(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.json", OLD)
    assert (item.path, item.text, item.title) == ("a.json", "Two miners died.", "Shaft floods")
    assert (item.published, item.updated, item.dateline) == ("2016-05-09", "2016-05-10T01:00", "Oruro")
    assert (item.author, item.publisher, item.url, item.language) == ("Lena Okoye", "Andes Wire", None, "en")


def test_the_third_family(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.json", NEW)
    assert (item.text, item.title, item.published) == ("Two miners died. Ten fled.", "Shaft floods", "2016-05-09")
    assert (item.author, item.publisher) == ("Lena Okoye", "Andes Wire")


def test_the_second_family_is_the_third_in_one_word(tmp_path: Path) -> None:
    old = {key.lower(): value for key, value in NEW.items()}
    assert read_one(tmp_path, "a.json", old).text == "Two miners died. Ten fled."


@pytest.mark.parametrize(("fields", "text"), [
    ({"body_text": None, "body_xhtml": "<p>Two died.</p><p>Ten fled.</p>"}, "Two died.\n\nTen fled."),
    ({"body_text": "", "body_main": "Two died.", "body_teaser": "Nine"}, "Two died."),
    ({"body_text": None, "body_odd": "Two died."}, "Two died."),
    ({"body_text": None, "body_xhtml": "\n   <b>Two</b>\n   miners died."}, "Two miners died."),
    ({"body_text": None, "bodies": [{"role": "html", "contenttype": "text/html", "value": "Two<p>died.</p>"}]},
        "Two\n\ndied."),
])  # fmt: skip
def test_bodies(tmp_path: Path, fields: dict[str, Any], text: str) -> None:
    assert read_one(tmp_path, "a.json", {**OLD, **fields}).text == text


NITF = (
    '<?xml version="1.0" encoding="UTF-8"?><nitf><head><title>Shaft</title></head><body><body.head><hedline>'
    "<hl1>Shaft</hl1></hedline></body.head><body.content><block><p>Two died.</p></block><p>Ten fled.</p>"
    "</body.content></body></nitf>"
)


def test_a_body_in_nitf_counts_after_others(tmp_path: Path) -> None:
    nitf = {"role": "nitf", "contentType": "text/vnd.IPTC.NITF", "value": NITF}
    assert read_one(tmp_path, "a.json", {**NEW, "bodies": [nitf]}).text == "Two died.\n\nTen fled."
    text = {"role": "text", "value": "Two died."}
    assert read_one(tmp_path, "a.json", {**NEW, "bodies": [nitf, text]}).text == "Two died."


def test_a_page_as_body_loses_its_head_and_captions(tmp_path: Path) -> None:
    page = "<html><head><title>Shaft floods</title></head><body><h1>Shaft floods</h1><p>Two died.</p></body></html>"
    body = {"role": "html5", "contentType": "text/html", "value": page}
    item = read_one(tmp_path, "a.json", {**NEW, "bodies": [body]})
    assert item.text == "Shaft floods\n\nTwo died."


def test_a_description_stands_for_a_body_that_is_not_there(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.json", {**OLD, "body_text": None, "description_text": "Two died."})
    assert (item.text, item.note) == ("Two died.", "the text is only the article's 'description'")


def test_an_identifier_that_is_an_address_is_the_articles(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.json", {**OLD, "uri": "https://andes.example/1"}).url == "https://andes.example/1"


@pytest.mark.parametrize(("fields", "title"), [
    ({"headline": None, "headline_main": "Shaft floods"}, "Shaft floods"),
    ({"headline": None, "headline_odd": "Shaft floods", "slugline": "mine"}, "Shaft floods"),
    ({"headline": None, "title": "Shaft floods"}, "Shaft floods"),
])  # fmt: skip
def test_headlines(tmp_path: Path, fields: dict[str, Any], title: str) -> None:
    assert read_one(tmp_path, "a.json", {**OLD, **fields}).title == title


@pytest.mark.parametrize(("fields", "message"), [
    ({"type": "picture"}, "no article: the item is of type 'picture'"),
    ({"pubstatus": "canceled"}, "no article: the item is marked as 'canceled'"),
    ({"pubstatus": "withheld"}, "no article: the item is marked as 'withheld'"),
    ({"body_text": None}, "no text: the item has no body"),
])  # fmt: skip
def test_what_is_no_article(tmp_path: Path, fields: dict[str, Any], message: str) -> None:
    assert message_of(tmp_path, "a.json", {**OLD, **fields}) == message
