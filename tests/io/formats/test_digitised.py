"""Old newspapers as libraries give them: the paper is no headline, the articles lie in zones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.io.formats.reading import message_of, read, read_one

TEXT = "Two miners died when a shaft flooded near Oruro on Monday."
ARTICLE = {
    "id": "7",
    "heading": "SHAFT FLOODS NEAR ORURO",
    "title": {"id": "35", "value": "The Andes Herald (La Paz : 1842 - 1954)"},
    "date": "1924-05-09",
    "page": 5,
    "snippet": "Two miners…",
    "troveUrl": "https://trove.example/article/7",
    "articleText": f"<p><span> {TEXT} </span></p>",
}
OTHER = {**ARTICLE, "id": "8", "heading": "FERRY SINKS", "articleText": "<p>A ferry sank off Aden.</p>"}


@pytest.mark.parametrize(
    "content",
    [
        {
            "response": {
                "query": "x",
                "zone": [{"name": "x", "records": {"n": "2", "article": [ARTICLE, OTHER]}}],
            }
        },
        {"query": "x", "category": [{"code": "newspaper", "records": {"total": 2, "article": [ARTICLE, OTHER]}}]},
        [ARTICLE, OTHER],
    ],
    ids=["version 2", "version 3", "a list"],
)
def test_articles_of_trove(tmp_path: Path, content: Any) -> None:
    items = read(tmp_path, "trove.json", content)
    assert [(item.path, getattr(item, "title", "")) for item in items] == [
        ("trove.json#1", "SHAFT FLOODS NEAR ORURO"),
        ("trove.json#2", "FERRY SINKS"),
    ]
    item = items[0]
    assert [getattr(item, name) for name in ("text", "published", "publisher", "url")] == [
        TEXT, "1924-05-09", "The Andes Herald", "https://trove.example/article/7",
    ]  # fmt: skip


def test_an_answer_without_texts_has_the_beginning(tmp_path: Path) -> None:
    short = {key: value for key, value in ARTICLE.items() if key != "articleText"}
    item = read_one(tmp_path, "a.json", {"query": "x", "category": [{"records": {"article": [short]}}]})
    assert (item.text, item.note) == ("Two miners…", "the text is only the article's 'snippet'")


def test_pages_of_chronicling_america(tmp_path: Path) -> None:
    page = {
        "date": "19240509",
        "title": "The Evening Star. (La Paz)",
        "ocr_eng": f"SHAFT FLOODS\n{TEXT}",
    }
    item = read_one(
        tmp_path, "a.json", {"totalItems": 1, "items": [{**page, "url": "https://chron.example/seq-1.json"}]}
    )
    assert (item.publisher, item.published, item.url) == (page["title"], "1924-05-09", "https://chron.example/seq-1")
    assert item.text == page["ocr_eng"]


def test_a_list_of_categories_is_no_answer_of_trove(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.json", {"text": TEXT, "category": [{"name": "World"}, "Floods"]})
    assert item.text == TEXT
    assert "no text" in message_of(tmp_path, "b.json", {"heading": "Dam", "category": [{"records": {"article": "x"}}]})
