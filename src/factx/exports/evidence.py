"""What the facts of an event say beside its toll: who acts, on whom, where, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from factx.base import lexicon
from factx.exports.rows import Row, Tables, only, rows_of

_CIVILIANS = lexicon.words("exports/civilians")


@dataclass(slots=True)
class Evidence:
    """What is told of an event; lists are in the order of the facts, each entry once."""

    agent: str | None = None
    admin1: str | None = None
    sentence: str | None = None
    only_civilians: bool = False
    sources: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)


def evidence_of(tables: Tables) -> dict[str, Evidence]:
    """What is told of each event by its id."""
    articles = {row["article_id"]: row for row in rows_of(tables["articles"])}
    facts: dict[str, list[Row]] = {}
    for row in rows_of(tables["facts"]):
        if "event_id" in row:
            facts.setdefault(row["event_id"], []).append(row)
    return {number: _evidence(told, articles) for number, told in facts.items()}


def _evidence(facts: list[Row], articles: dict[str, Row]) -> Evidence:
    killed = [row for row in facts if row["kind"] == "killed" and row.get("modality", "asserted") == "asserted"]
    read = [articles.get(row.get("article_id", ""), {}) for row in facts]
    newest = max(killed or facts, key=lambda row: str(row.get("published", "")))
    return Evidence(
        agent=only(row.get("agent") for row in killed),
        admin1=only(row["location_admin1"] for row in facts if "location_admin1" in row),
        sentence=newest.get("sentence"),
        only_civilians=bool(killed) and all(is_civilians(row.get("object")) for row in killed),
        sources=_once(row.get("source") for row in facts),
        articles=_once(row.get("url", row.get("path")) for row in read),
        titles=_once(row.get("title") for row in read),
        published=_once(row["published"].isoformat() if "published" in row else None for row in read),
        publishers=_once(row.get("publisher") for row in read),
    )


def is_civilians(counted: str | None) -> bool:
    """Whether the counted are civilians by their noun, the last word.

    >>> is_civilians("civilians"), is_civilians("people"), is_civilians("soldiers and civilians"), is_civilians(None)
    (True, False, False, False)
    """
    words = (counted or "").lower().split()
    return bool(words) and words[-1] in _CIVILIANS and not {"and", "or"} & set(words)


def _once(values: Any) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
