"""The nation that an article is about, for what it leaves unsaid ("the president", "police")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factx.base import ArticleContext, EntityMention
from factx.who import nations, places

_LEAD = 400
_LEAD_WEIGHT = 3.0
_DATELINE_WEIGHT = 3.0
_WEB_WEIGHT = 3.0
_SURE = 0.6
_WEB = re.compile(r"https?://(?P<host>[\w.-]{1,80})/")


def shares(
    text: str, named: Sequence[EntityMention], spots: Sequence[EntityMention], context: ArticleContext
) -> dict[str, float]:
    """How much of the article's attention each nation has, by ISO alpha-3; the shares sum to 1.

    Names, adjectives and places in it count, more so in lead and title; so do dateline and publisher's domain.
    """
    weights: dict[str, float] = {}

    def add(iso3: str | None, weight: float) -> None:
        if iso3 is not None:
            weights[iso3] = weights.get(iso3, 0.0) + weight

    mentioned = frozenset(item.iso3 for item in named if item.iso3 is not None)
    for item in (*named, *spots):
        iso3 = item.iso3 or places.country_of_place(item.text, mentioned)
        add(iso3, _LEAD_WEIGHT if item.start_char < _LEAD else 1.0)
    add(context.country, _DATELINE_WEIGHT)
    for found in nations.find_nations(context.title or ""):
        add(found.iso3, _LEAD_WEIGHT)
    web = _WEB.search(f"{context.publisher or ''} {text[:_LEAD]}")
    add(nations.of_host(web["host"]) if web else None, _WEB_WEIGHT)
    total = sum(weights.values())
    return {iso3: weight / total for iso3, weight in sorted(weights.items())}


def sure(found: Mapping[str, float]) -> str | None:
    """The nation that most of the article's attention goes to, None where others come near it.

    >>> sure({"CAN": 0.9, "FRA": 0.1}), sure({"CAN": 0.5, "USA": 0.5})
    ('CAN', None)
    """
    return next((iso3 for iso3, share in sorted(found.items()) if share >= _SURE), None)
