"""What the script of a page gets: facts as rows, articles with their texts and the places of roles."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from factx.report.growth import figure
from factx.report.kept import Row
from factx.report.roles import ROLES, spans_of
from factx.report.texts import shown_text

FIELDS = (
    "fact_id", "article", "kind", "agent", "value_text", "value", "amount_usd", "object", "recipient", "country",
    "day", "is_published", "source_type", "status", "confidence", "location", "time_text", "purpose", "source",
    "modality", "rule", "spans",
)  # fmt: skip
"""Cells of a fact in the order in which the script has them; ``article`` is a number, ``day`` an ISO day."""
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Characters that mean something to HTML or end a line of JavaScript, as JSON may write them."""


def as_json(value: Any) -> str:
    r"""Return JSON that may stand inside a page: no text in it ends the script or begins a tag.

    >>> as_json({"title": "</script><b>"})
    '{"title":"\\u003c/script\\u003e\\u003cb\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text.encode("utf-8", "replace").decode("utf-8")


def article_data(
    number: int, article: Row, facts: Sequence[Row], texts: Mapping[str, str], folders: Sequence[Path]
) -> tuple[list[Any], list[list[Any]]]:
    """Return an article as [title, path, published, text, is it whole], and its facts as rows."""
    shown = shown_text(article, facts, texts, folders)
    rows = [_fact(fact, number, spans_of(fact, shown)) for fact in facts]
    title = article["title"] or article["path"] or article["article_id"]
    return [title, article["path"] or "", article["published"] or "", shown.text, shown.is_whole], rows


def _fact(fact: Row, article: int, spans: Sequence[tuple[int, int, str]]) -> list[Any]:
    roles = list(ROLES)
    made = {
        "article": article,
        "day": fact["time_start"] or fact["published"] or "",
        "is_published": int(not fact["time_start"]),
        "spans": [[start, end, roles.index(role)] for start, end, role in spans],
        "value_text": figure(fact),
        "value": fact["value"] if fact["value"] is not None else fact["low"],
    }
    return [made[name] if name in made else fact.get(name) for name in FIELDS]
