"""The nation that an article is about, for what it leaves unsaid ("the president", "police")."""

from __future__ import annotations

from collections.abc import Sequence

from factx.findings import Context, Named
from factx.who import places

_LEAD = 400
_LEAD_WEIGHT = 3.0
_SHARE = 0.3


def country(text: str, nations: Sequence[Named], spots: Sequence[Named], context: Context) -> str | None:
    """ISO alpha-3 of the nation that the article is about, None where no nation stands out."""
    if context.country is not None:
        return context.country
    weights: dict[str, float] = {}
    mentioned = frozenset(item.iso3 for item in nations if item.iso3 is not None)
    for item in (*nations, *spots):
        iso3 = item.iso3 or places.country_of_place(item.text, mentioned)
        if iso3 is not None:
            weights[iso3] = weights.get(iso3, 0.0) + (_LEAD_WEIGHT if item.start < _LEAD else 1.0)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _SHARE * sum(weights.values()):
        return None
    return ranked[0][0]
