"""JSON lines: an article a line, offsets in code points; for tools of one's own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factx.check.marks import Marked, MarkedArticle

FILE = "articles.jsonl"


def write(folder: Path, articles: Sequence[MarkedArticle]) -> None:
    """Write ``articles.jsonl``: id, text, facts with kind, span, roles and what was chosen."""
    with open(folder / FILE, "w", encoding="utf-8", newline="\n") as file:
        for article in articles:
            facts = [_fact(fact, article.text) for fact in article.facts]
            file.write(json.dumps({"id": article.id, "text": article.text, "facts": facts}, ensure_ascii=False) + "\n")


def _fact(fact: Marked, text: str) -> dict[str, Any]:
    roles = {role: _span(span, text) for role, span in fact.roles.items()}
    return {"kind": fact.kind, **_span(fact.span, text), "roles": roles, **fact.chosen}


def _span(span: tuple[int, int], text: str) -> dict[str, Any]:
    return {"start": span[0], "end": span[1], "text": text[slice(*span)]}


def read(folder: Path) -> Iterator[MarkedArticle]:
    """Yield the articles of every ``.jsonl`` file that tells of facts."""
    with open(folder / FILE, encoding="utf-8", newline="\n") as file:
        for line in filter(str.strip, file):
            page = json.loads(line)
            yield MarkedArticle(page["id"], page["text"], [_mark(fact) for fact in page["facts"]])


def _mark(fact: dict[str, Any]) -> Marked:
    roles = {role: (span["start"], span["end"]) for role, span in fact["roles"].items()}
    chosen = {name: fact[name] for name in ("bound", "status", "modality") if fact.get(name)}
    return Marked(fact["kind"], (fact["start"], fact["end"]), roles, chosen)
