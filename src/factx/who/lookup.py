"""What a stretch of text names: its entity, and the one nation in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factx.base import EntityMention
from factx.who import nations

_SENT = (" to ", " to the ", " for ", " for the ")
"""What is between somebody who is sent and the nation he is sent to."""
_BESIDE = re.compile(r"-(?!(?:led|based)\b)[a-z]")
"""Behind a nation that only has to do with somebody; one that leads, or has his seat, says whose he is."""


def country_of(phrase: str, mentions: Sequence[EntityMention] = (), span: tuple[int, int] | None = None) -> str | None:
    """ISO alpha-3 of the nation in a phrase ("Malaysian police"); None for none, several or a city.

    With ``span`` (characters) the mentions inside it decide, so that what the article settled stays
    settled. A nation that only backs ("Saudi-backed militia"), that somebody is for ("pro-Russian
    rebels") or sent to ("envoy to Yemen"), does not act; one that leads, or has a seat, does.

    >>> country_of("Malaysian police"), country_of("Washington police"), country_of("U.S. and British forces")
    ('MYS', None, None)
    >>> country_of("Saudi-backed militia"), country_of("pro-Russian rebels"), country_of("the mission to Haiti")
    (None, None, None)
    >>> country_of("Saudi-led coalition"), country_of("the Sweden-based firm")
    ('SAU', 'SWE')
    """
    inside = [item for item in mentions if span is not None and span[0] <= item.start_char and item.end_char <= span[1]]
    named = [item for item in inside if item.iso3 is not None]
    offset = span[0] if span is not None else 0
    if span is None or not inside:
        named = nations.find_nations(phrase)
        offset = 0
    acting = [item for item in named if not _is_aside(phrase, item.start_char - offset, item.end_char - offset)]
    found = {item.iso3 for item in acting}
    return next(iter(found)) if len(found) == 1 else None


def key_of(span: tuple[int, int], mentions: Sequence[EntityMention]) -> str | None:
    """Return the key of the longest mention in a span of characters that ends with it, or None.

    >>> from factx.base.mentions import EntityMention
    >>> un = EntityMention(4, 6, "UN", "organisation", "organisation:united nations", "United Nations", None, "acronym")
    >>> key_of((0, 6), [un])
    'organisation:united nations'
    """
    last = [item for item in mentions if item.end_char == span[1] and item.start_char >= span[0]]
    return max(last, key=lambda item: item.end_char - item.start_char).key if last else None


def _is_aside(phrase: str, start: int, end: int) -> bool:
    """True for a nation that only backs, that somebody is for or against, or is sent to."""
    aside = nations.is_aside(phrase, start, end) or _BESIDE.match(phrase, end) is not None
    return aside or phrase[:start].lower().endswith(_SENT)
