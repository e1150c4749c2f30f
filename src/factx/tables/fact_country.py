"""The nation that a fact belongs to, and what says so.

It is decided in this order:

1. ``sentence``: the place of the fact; of a pledge, who gets it; else the only nation in which the
   places lie that its sentence names ("at the embassy in Dakar");
2. ``actor``: whose the victims are, who acts, who tells of it, if the article bears that out. Of
   troops and pledges whoever sends or gives is enough. Those who are often abroad (soldiers,
   tourists, refugees) show only whose they are, not where;
3. ``dateline``, unless the article is clearly about another nation;
4. ``article``: the nation that has most of its attention; none for a sentence on Africa or
   "four countries".

What only counts nations (``members``) belongs to none of them: the sentence decides, or nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factx.base import CountryFrom

Decision = tuple[str | None, CountryFrom | None]
"""ISO alpha-3 of a nation, and what says so; both None where nothing does."""

_NOWHERE: Decision = (None, None)
_GIVING = frozenset({"pledge", "troops"})
"""Kinds of facts that belong to who gives or sends, where the sentence names no place."""
_OF_NATIONS = frozenset({"members"})
"""Kinds of facts that count nations and so belong to none."""
_UPROOTED = frozenset({"displaced", "missing"})
"""Kinds whose persons are often in another land than their own."""
_BORNE_OUT = 0.25
"""Least share of the article's attention for a nation that an actor names to be where it happened."""
_OTHER = 0.2
"""Least share for another nation to be where soldiers or tourists of the first are."""
_CLEAR = 0.3
"""Share from which an article may be about one nation, whatever its dateline says."""
_TWICE = 2.0
"""How many times the share of the dateline's nation that one must have."""
_MOST = 0.45
"""Least share of the nation that an article is about, where nothing else speaks for it."""
_AHEAD = 1.5
"""How many times the share of the next it must have."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts, suffers or tells: the nation named, and whether such people are often abroad."""

    iso3: str | None = None
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class FactNations:
    """What a fact's sentence says of nations, as ISO alpha-3.

    ``place`` is that of its place, ``beside`` those of all places that the sentence names; it
    ``is_wider`` if the sentence is about a part of the world or several nations.
    """

    kind: str
    place: str | None = None
    recipient: str | None = None
    beside: frozenset[str] = frozenset()
    victims: Party = Party()
    agent: Party = Party()
    informant: Party = Party()
    is_wider: bool = False


@dataclass(frozen=True, slots=True)
class ArticleNations:
    """The nation of the article's dateline, and the share of each nation in its attention."""

    home: str | None = None
    shares: Mapping[str, float] = field(default_factory=dict)


def country_of_fact(fact: FactNations, article: ArticleNations) -> Decision:
    """Return the nation that a fact belongs to and what says so.

    >>> about_chad = ArticleNations("TCD", {"TCD": 0.7, "FRA": 0.3})
    >>> country_of_fact(FactNations("killed", place="NER"), about_chad)
    ('NER', 'sentence')
    >>> country_of_fact(FactNations("killed", victims=Party("FRA", abroad=True)), about_chad)
    ('TCD', 'dateline')
    >>> country_of_fact(FactNations("troops", agent=Party("FRA", abroad=True)), about_chad)
    ('FRA', 'actor')
    """
    said = _by_sentence(fact)
    if said is not None:
        return said, "sentence"
    if fact.kind in _OF_NATIONS:
        return _NOWHERE
    named = _by_actor(fact, article)
    if named is not None:
        return named, "actor"
    found = country_of_article(article, _abroad(fact))
    elsewhere = len(fact.beside) > 1 and found[0] not in fact.beside
    wider = fact.is_wider and fact.kind not in _GIVING
    return _NOWHERE if elsewhere or wider else found


def _by_sentence(fact: FactNations) -> str | None:
    """Return the nation of the place, of a pledge's recipient, or of all places named in the sentence."""
    if fact.kind == "pledge" and fact.recipient is not None:
        return fact.recipient
    if fact.place is not None:
        return fact.place
    return next(iter(fact.beside)) if len(fact.beside) == 1 and fact.kind not in _GIVING else None


def _by_actor(fact: FactNations, article: ArticleNations) -> str | None:
    """Return the nation of who gives; else of who suffers, acts or tells, if the article bears it out."""
    if fact.kind in _GIVING:
        return fact.agent.iso3 or (fact.victims.iso3 if fact.kind == "troops" else None)
    parties = (fact.agent, fact.victims) if fact.kind == "arrest" else (fact.victims, fact.agent)
    for party in parties:
        if party.iso3 is not None and _stands(party, fact, article):
            return party.iso3
    teller = fact.informant.iso3
    return teller if teller not in _abroad(fact) and _leads(teller, article) else None


def _abroad(fact: FactNations) -> frozenset[str]:
    """Return the nations that a fact names only as whose the people are."""
    return frozenset(
        party.iso3 for party in (fact.victims, fact.agent) if party.iso3 is not None and _is_abroad(party, fact)
    )


def _is_abroad(party: Party, fact: FactNations) -> bool:
    """True for people who are often abroad: soldiers and tourists, the displaced, foreigners arrested."""
    if fact.kind == "arrest":
        return party is fact.victims
    return party.abroad or (party is fact.victims and fact.kind in _UPROOTED)


def _stands(party: Party, fact: FactNations, article: ArticleNations) -> bool:
    """True if the article bears out that it happened in the nation of a party."""
    if article.home == party.iso3:
        return not party.abroad or not _others(article, party.iso3)
    if _is_abroad(party, fact) and (article.home is not None or _others(article, party.iso3)):
        return False
    return article.shares.get(party.iso3 or "", 0.0) >= _BORNE_OUT


def _leads(iso3: str | None, article: ArticleNations) -> bool:
    """True if the article is about a nation more than about any other."""
    share = article.shares.get(iso3 or "", 0.0)
    return share > 0 and all(share >= _AHEAD * other for name, other in article.shares.items() if name != iso3)


def _others(article: ArticleNations, iso3: str | None) -> bool:
    """True if another nation has a fair share of the article."""
    return any(share >= _OTHER for other, share in article.shares.items() if other != iso3)


def country_of_article(article: ArticleNations, abroad: frozenset[str] = frozenset()) -> Decision:
    """Return the dateline's nation, or the one that the article is about; not one that is only abroad.

    >>> country_of_article(ArticleNations("KEN", {"KEN": 0.4, "UGA": 0.3}))
    ('KEN', 'dateline')
    >>> country_of_article(ArticleNations("BEL", {"MLI": 0.7, "BEL": 0.1}))
    ('MLI', 'article')
    """
    shares = {iso3: share for iso3, share in article.shares.items() if iso3 not in abroad} or dict(article.shares)
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    top, share = ranked[0] if ranked else (None, 0.0)
    home = article.home
    outdone = share >= max(_CLEAR, _TWICE * shares.get(home or "", 0.0))
    if home is not None and home not in abroad and (top == home or not outdone):
        return home, "dateline"
    total = sum(shares.values())
    following = ranked[1][1] if len(ranked) > 1 else 0.0
    if top is not None and share >= _MOST * total and share >= _AHEAD * following:
        return top, "article"
    return (home, "dateline") if home is not None else _NOWHERE
