"""Two articles of our own with the facts in them, and the tables of a run that gets most of them right."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factx.base.records import ArticleRow, Fact, Text
from factx.tables.csv_format import header, lines
from factx.tables.datapackage import ALL_TABLES

RAID = (
    "Guards in Lima held nine men on Friday.\r\n"
    "A blast 💥 in Piura killed four miners, the café owner’s cousin said. It hurt 11.\r\n"
)
AID = "Norway will give Malawi 5 million euros. Nobody was hurt."
Write = Callable[..., Path]


def fact(text: str, words: str, sentence: str, **columns: Any) -> Fact:
    """A fact of a text by its amount and sentence; the amount is the first in the sentence."""
    start = text.index(sentence) + sentence.index(words)
    number = f"{words}{start}"
    return Fact(
        fact_id=f"f{number.replace(' ', '')}",
        value_text=words,
        char_start=start,
        char_end=start + len(words),
        sentence=sentence,
        **{"bound": "exact", "modality": "asserted", **columns},
    )


HELD = fact(
    RAID,
    "nine",
    "Guards in Lima held nine men on Friday.",
    **{"article_id": "a1", "kind": "arrest", "value": 9.0, "low": 9.0, "high": 9.0, "agent": "Guards", "object": "men"},
    **{"location": "Lima", "time_text": "Friday", "time_start": "2020-05-01", "time_end": "2020-05-01"},
    **{"rule": "arrest/arrested", "confidence": 0.97},
)
BLAST = fact(
    RAID,
    "four",
    "A blast 💥 in Piura killed four miners, the café owner’s cousin said.",
    **{"article_id": "a1", "kind": "killed", "value": 4.0, "low": 4.0, "high": 4.0, "object": "miners"},
    **{"location": "Piura", "source": "café owner’s cousin", "rule": "killed/killed", "confidence": 0.9},
)
HURT = fact(
    RAID,
    "11",
    "It hurt 11.",
    **{"article_id": "a1", "kind": "injured", "value": 11.0, "low": 11.0, "high": 11.0},
    **{"rule": "reader/injured", "confidence": 0.61},
)
GIFT = fact(
    AID,
    "5 million euros",
    "Norway will give Malawi 5 million euros.",
    **{"article_id": "a2", "kind": "pledge", "value": 5e6, "low": 5e6, "high": 5e6, "currency": "EUR"},
    **{"agent": "Norway", "agent_country": "NOR", "recipient": "Malawi", "location": "Malawi", "status": "pledged"},
    **{"rule": "pledge/give", "confidence": 0.95},
)
FACTS = [HELD, BLAST, HURT, GIFT]
ARTICLES = [
    ArticleRow(article_id="a1", path="raid.json", title="Raid", published="2020-05-02", status="ok"),
    ArticleRow(article_id="a2", path="aid.json", title="Aid", published="2020-06-01", status="ok"),
]
TEXTS = [Text("a1", RAID), Text("a2", AID)]


def marked(one: Fact, **changes: Any) -> dict[str, Any]:
    """A fact of the gold that says what a row does, with changes."""
    names = ("kind", "value_text", "value", "low", "high", "bound", "currency", "agent", "agent_country", "object")
    more = ("recipient", "purpose", "location", "status", "modality", "source")
    told = {name: getattr(one, name) for name in (*names, *more)}
    return {**told, "quote": one.sentence, "equivalent": None, "time": one.time_start, **changes}


@pytest.fixture
def tables(tmp_path: Path) -> Write:
    """Write a folder of tables; named records replace those above."""

    def write(name: str = "tables", **records: list[Any]) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        given: dict[str, list[Any]] = {"articles": ARTICLES, "facts": FACTS, "texts": TEXTS, **records}
        for table, record in ALL_TABLES.items():
            text = header(record) + lines(given.get(table, []), record)
            (folder / f"{table}.csv").write_bytes(text.encode())
        return folder

    return write


@pytest.fixture
def gold(tmp_path: Path) -> Write:
    """Write a folder of gold from facts by the name of their article."""

    def write(name: str = "gold", **facts: list[dict[str, Any]]) -> Path:
        folder = tmp_path / name
        for part in ("articles", "facts"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        for article, text in (("raid", RAID), ("aid", AID)):
            page = {"id": article, "title": article, "date": "2020-05-02", "text": text}
            about = {"id": article, "facts": facts.get(article, []), "officials": [], "nations": []}
            (folder / "articles" / f"{article}.json").write_text(json.dumps(page), encoding="utf-8")
            (folder / "facts" / f"{article}.json").write_text(json.dumps(about), encoding="utf-8")
        return folder

    return write
