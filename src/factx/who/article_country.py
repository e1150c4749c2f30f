"""The nation that an article is about, for what it leaves unsaid ("the president", "police")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factx.base import ArticleContext, EntityMention
from factx.who import nations, places

_LEAD = 400
"""Characters of the lead, which says where the news is from."""
_LEAD_WEIGHT = 3.0  # a few mentions there outweigh the rest of a short article, where each weighs 1
_DATELINE_WEIGHT = 3.0  # likewise
_WEB_WEIGHT = 3.0  # likewise: the publisher's country
_CLEAR_SHARE = 0.6
"""Share of the attention that makes one nation the article's own: no second one can come near."""
_WEB = re.compile(r"https?://(?P<host>[\w.-]{1,80})/")


def country_shares(
    text: str, named: Sequence[EntityMention], spots: Sequence[EntityMention], context: ArticleContext
) -> dict[str, float]:
    """Return the share of each nation in the article's attention, by ISO alpha-3; they sum to 1.

    Names, adjectives and places in it count, more so in lead and title; so do dateline and publisher's
    domain.
    """
    weights: dict[str, float] = {}

    def add(iso3: str | None, weight: float) -> None:
        if iso3 is not None:
            weights[iso3] = weights.get(iso3, 0.0) + weight

    mentioned = frozenset(item.iso3 for item in named if item.iso3 is not None)
    for item in (*named, *spots):
        iso3 = item.iso3 or places.country_of_place(item.text, mentioned)
        add(iso3, _LEAD_WEIGHT if item.start_char < _LEAD else 1.0)
    add(context.country or _country_of(context.dateline or "", mentioned), _DATELINE_WEIGHT)
    for found in nations.find_nations(context.title or ""):
        add(found.iso3, _LEAD_WEIGHT)
    web = _WEB.search(f"{context.publisher or ''} {text[:_LEAD]}")
    add(nations.of_host(web["host"]) if web else None, _WEB_WEIGHT)
    total = sum(weights.values())
    return {iso3: weight / total for iso3, weight in sorted(weights.items())}


def _country_of(dateline: str, mentioned: frozenset[str]) -> str | None:
    """Return the nation of a dateline: the one it names ("BEIRUT, Lebanon"), else that of its place."""
    named = next((found.iso3 for found in nations.find_nations(dateline)), None)
    place = dateline.partition(",")[0].strip()
    return named or places.country_of_place(place, mentioned) or places.country_of_place(place.title(), mentioned)


def main_country(found: Mapping[str, float]) -> str | None:
    """Return the nation that has most of the article's attention, or None if others come near.

    >>> main_country({"CAN": 0.9, "FRA": 0.1}), main_country({"CAN": 0.5, "USA": 0.5})
    ('CAN', None)
    """
    return next((iso3 for iso3, share in sorted(found.items()) if share >= _CLEAR_SHARE), None)
