"""JSON that holds many articles in other ways than as a list of objects, and texts in pieces."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factx.reading import Article
from tests.io.formats.reading import message_of, read, read_one

FIRST, SECOND = "Two miners died near Oruro on Monday.", "Ten sailors were freed off Aden."
DAYS = ["2016-05-09", None]
ROWS = [{"date": "2016-05-09", "title": "Shaft", "text": FIRST}, {"title": "Aden", "text": SECOND}]
TABLES: dict[str, Any] = {
    "lists": {"title": ["Shaft", "Aden"], "text": [FIRST, SECOND], "date": DAYS},
    "values by row": {
        "text": {"0": FIRST, "1": SECOND},
        "title": {"0": "Shaft", "1": "Aden"},
        "date": dict(zip("01", DAYS, strict=True)),
    },
    "rows of lists": {
        "columns": ["date", "title", "text"],
        "index": [0, 1],
        "data": [["2016-05-09", "Shaft", FIRST], [None, "Aden", SECOND]],
    },
    "rows of a viewer": {"features": [], "rows": [{"row_idx": at, "row": row} for at, row in enumerate(ROWS)]},
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_stored_by_columns_has_an_article_a_row(tmp_path: Path, name: str) -> None:
    found = [item for item in read(tmp_path, "a.json", TABLES[name]) if isinstance(item, Article)]
    assert [(item.path, item.title, item.text, item.published) for item in found] == [
        ("a.json#1", "Shaft", FIRST, "2016-05-09"),
        ("a.json#2", "Aden", SECOND, None),
    ]


@pytest.mark.parametrize("article", [
    {"text": [FIRST, SECOND]},
    {"text": [FIRST, SECOND], "title": "Shaft"},
    {"text": [FIRST, SECOND], "authors": ["Ada Ling"]},
    {"content": {"rendered": f"<p>{FIRST}</p><p>{SECOND}</p>"}, "title": {"rendered": "Shaft"}},
    {"text": [{"type": "paragraph", "text": FIRST}, {"type": "image"}, {"type": "quote", "text": SECOND}]},
])  # fmt: skip
def test_paragraphs_are_no_rows(tmp_path: Path, article: Any) -> None:
    assert read_one(tmp_path, "a.json", article).text == f"{FIRST}\n\n{SECOND}"


def test_articles_under_a_key_for_texts_are_neither_its_paragraphs_nor_published_by_it(tmp_path: Path) -> None:
    first, second = read(tmp_path, "a.json", {"content": ROWS})
    assert isinstance(first, Article)
    assert (first.text, first.title, first.publisher) == (FIRST, "Shaft", None)
    assert isinstance(second, Article)
    assert second.text == SECOND


def test_each_post_of_a_channel_is_an_article(tmp_path: Path) -> None:
    posts = [
        {"type": "service", "date": "2016-05-08T08:00:00", "action": "create_channel"},
        {"type": "message", "date": "2016-05-09T23:10:00", "from": "Desk", "text": [
            "Two miners died near ", {"type": "bold", "text": "Oruro"}, " on Monday."]},
        {"type": "message", "date": "2016-05-10T09:00:00", "text": "", "photo": "a.jpg"},
        {"type": "message", "date": "2016-05-10T09:30:00", "text": SECOND},
    ]  # fmt: skip
    channel = {"name": "Andes Wire", "type": "public_channel", "id": 7, "messages": posts}
    found = [item for item in read(tmp_path, "result.json", channel) if isinstance(item, Article)]
    assert [(item.text, item.published, item.publisher) for item in found] == [
        (FIRST, "2016-05-09", "Andes Wire"),
        (SECOND, "2016-05-10", "Andes Wire"),
    ]


def test_messages_of_a_service_are_no_articles(tmp_path: Path) -> None:
    told = message_of(tmp_path, "a.json", {"status": "error", "messages": [{"text": "The key has expired."}]})
    assert told.startswith("no text: the article needs a field 'text'")


def test_a_code_under_a_key_for_texts_is_not_the_text(tmp_path: Path) -> None:
    row = {"story": "B-114", "document": FIRST, "summary": "Two died."}
    assert read_one(tmp_path, "a.json", row).text == FIRST
    assert read_one(tmp_path, "b.json", {"document": "may.pdf", "text": FIRST}).text == FIRST
