"""The nation that an article is about, for what it leaves unsaid ("the president", "police")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from factx.base import ArticleContext, EntityMention, lexicon
from factx.who import nations, organisations, places
from factx.who.phrase_finder import PhraseFinder

_LEAD = 400
"""Characters of the lead, which says where the news is from."""
_LEAD_WEIGHT = 3.0  # a few mentions there outweigh the rest of a short article, where each weighs 1
_DATELINE_WEIGHT = 3.0  # likewise
_WEB_WEIGHT = 3.0  # likewise: the publisher's country
_CLEAR_SHARE = 0.6
"""Share of the attention that makes one nation the article's own: no second one can come near."""
_TEXTS = 2
"""Texts and datelines whose nations are kept: several steps ask for those of the article being read."""
_WEB = re.compile(r"https?://(?P<host>[\w.-]{1,80})/")
_LEADING = re.compile(rf"\s*{_WEB.pattern}\S*\s*\n")
"""The article's own address before its text; others in it are those of pages that it links to."""
_BLANK = re.compile(r"\s")
SIGNS = lexicon.table("who/national_signs", "phrase", "iso3")
"""Phrases that the news of one nation has and no other's ("Sheriff's Office"), and that nation."""


def country_shares(
    text: str,
    named: Sequence[EntityMention],
    spots: Sequence[EntityMention],
    context: ArticleContext,
    bodies: Sequence[EntityMention] = (),
    issuers: Sequence[str] = (),
) -> dict[str, float]:
    """Return the share of each nation in the article's attention, by ISO alpha-3; they sum to 1.

    Names, adjectives, places and known bodies in it count, more so in lead and title; so do dateline,
    publisher's domain, phrases that only one nation's news has, and ``issuers``, whose money it counts.
    """
    weights: dict[str, float] = {}

    def add(iso3: str | None, weight: float) -> None:
        if iso3 is not None:
            weights[iso3] = weights.get(iso3, 0.0) + weight

    mentioned = frozenset(item.iso3 for item in named if item.iso3 is not None)
    for item in (*named, *spots):
        add(item.iso3 or item.country, _LEAD_WEIGHT if item.start_char < _LEAD else 1.0)
    for iso3 in (*_signs(text, bodies), *issuers):
        add(iso3, 1.0)
    add(context.country or dateline_country(context.dateline or "", mentioned), _DATELINE_WEIGHT)
    for found in nations.find_nations(context.title or ""):
        add(found.iso3, _LEAD_WEIGHT)
    web = _WEB.search(context.publisher or "") or _LEADING.match(text)
    add(nations.of_host(web["host"]) if web else None, _WEB_WEIGHT)
    total = sum(weights.values())
    return {iso3: weight / total for iso3, weight in sorted(weights.items())}


def article_nations(
    text: str, entities: Sequence[EntityMention], context: ArticleContext, currencies: Sequence[str] = ()
) -> tuple[str | None, dict[str, float]]:
    """Return the nation of the dateline, and the share of each nation in the article's attention.

    ``currencies`` are the codes of all its sums; those of one nation alone speak for it.
    """
    named, spots, bodies = (
        [item for item in entities if item.type == kind] for kind in ("nation", "place", "organisation")
    )
    mentioned = frozenset(item.iso3 for item in named if item.iso3 is not None)
    issuers = [iso3 for code in currencies if (iso3 := nations.of_currency(code)) is not None]
    speaking = [item for item in named if nations.speaks(text, item)]
    shares = country_shares(text, speaking, spots, context, bodies, issuers)
    if len(spots) == 1 and not country_shares(text, speaking, (), context, bodies, issuers):
        shares = {}  # one name of a town is no article about its nation: many have one of that name
    return dateline_country(context.dateline or "", mentioned), shares


def _signs(text: str, bodies: Sequence[EntityMention]) -> Iterator[str]:
    """Yield the nation of each known body of one, and of each phrase that only one has."""
    for item in bodies:
        body = organisations.body_named(item.name)
        if body is not None and body.iso3 is not None:
            yield body.iso3
    yield from _signed(text)


@lru_cache(maxsize=_TEXTS)
def _signed(text: str) -> tuple[str, ...]:
    """Return the nations of the phrases that only one has."""
    plain = _BLANK.sub(" ", text.replace("’", "'"))
    return tuple(sorted({SIGNS[plain[start:end]] for start, end in _sign_finder().spans(plain)}))


@lru_cache(maxsize=1)
def _sign_finder() -> PhraseFinder:
    return PhraseFinder(SIGNS)


@lru_cache(maxsize=_TEXTS)
def dateline_country(dateline: str, mentioned: frozenset[str] = frozenset()) -> str | None:
    """Return the nation of a dateline: the one it names ("BEIRUT, Lebanon"), else that of its place.

    >>> dateline_country("BEIRUT, Lebanon"), dateline_country("NAIROBI"), dateline_country("")
    ('LBN', 'KEN', None)
    """
    for form in dict.fromkeys((dateline, dateline.title())):
        found = places.country_of_place(form, mentioned)
        if found is not None:
            return found
    return next((found.iso3 for found in nations.find_nations(dateline)), None)


def main_country(found: Mapping[str, float]) -> str | None:
    """Return the nation that has most of the article's attention, or None if others come near.

    >>> main_country({"CAN": 0.9, "FRA": 0.1}), main_country({"CAN": 0.5, "USA": 0.5})
    ('CAN', None)
    """
    return next((iso3 for iso3, share in sorted(found.items()) if share >= _CLEAR_SHARE), None)
