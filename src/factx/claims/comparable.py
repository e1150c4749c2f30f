"""A fact in the form in which it can be compared with others, and the questions asked of two.

A comparable fact holds word sets in place of phrases, day numbers in place of dates, the singular
of the counted noun. Each question treats what one of the two facts leaves out as no contradiction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from factx.base import Fact, lexicon
from factx.claims import wording
from factx.claims.days import date_range, days_between
from factx.claims.incidents import incidents_in
from factx.claims.parties import ENTITY, actor_words, distinctive_words
from factx.claims.wording import CLASSES, singular
from factx.who import nations

SORTS = lexicon.table("claims/sorts", "noun", "sort")
STATUS_GROUPS = {"requested": "asked", "withheld": "withheld", "withdrawn": "withdrawn"}
"""What a status says of a pledge or of troops; every other status means that they are given, or there."""
SHARED_WORDS = 2 / 3
"""How many words of the shorter name two names of one actor share: "the Lima police", "police in Lima"."""

_WORD = re.compile(r"\w+")
_HEAD_END = re.compile(rf"\b(?:{'|'.join(sorted(CLASSES['ends_head']))})\b|[,;(]", re.IGNORECASE)
_NOT_PLEDGED: dict[str, Any] = {
    "from_state": None,
    "to_state": None,
    "article_to_state": None,
    "is_of_state": False,
    "is_state_guessed": False,
    "matter": frozenset[str](),
}


@dataclass(frozen=True, slots=True)
class ComparableFact:
    """One fact made comparable; days are ordinals (``date.toordinal``).

    ``status`` is empty unless the fact is about a pledge or troops; ``standing`` is it as told.
    ``agent`` and ``recipient`` hold the words of the name and the entity id, marked with ``=``;
    ``from_state`` and ``to_state`` are the nations that a pledge comes from and goes to,
    ``article_to_state`` is the one to which its article's pledges go, ``matter`` what it is for;
    ``is_of_state``: a state's body gives it, which may be known by context alone
    (``is_state_guessed``). ``incidents``: the sorts of incident that the sentence names, ``families``:
    what these have in common. ``home`` is the nation of the fact; ``unit`` and ``is_nationwide``: the
    place is in this first-level unit, is a whole nation. ``is_increment``: the amount adds to one
    mentioned before ("another 12"); ``is_part`` is of another ("including 4"); ``is_former`` holds no
    longer ("up from 9"); ``is_new_total`` takes the place of a smaller one ("raised to $8 million"),
    ``is_corrected`` of a larger ("lowered the toll to 55"). ``source``: who says so; of an arrest, else
    who made it. ``days`` are the first and last day on which it may have happened.
    """

    fact_id: str
    article: str
    kind: str
    status: str
    standing: str
    is_denied: bool
    is_possible: bool
    is_about: bool
    currency: str | None
    agent: frozenset[str]
    recipient: frozenset[str]
    from_state: str | None
    to_state: str | None
    article_to_state: str | None
    is_of_state: bool
    is_state_guessed: bool
    matter: frozenset[str]
    source: str | None
    noun: str
    place: frozenset[str]
    nation: str | None
    home: str | None
    unit: str | None
    is_nationwide: bool
    families: frozenset[str]
    incidents: frozenset[str]
    is_increment: bool
    is_part: bool
    is_former: bool
    is_new_total: bool
    is_corrected: bool
    days: tuple[int, int] | None
    published_day: int | None
    value: float | None
    low: float | None
    high: float | None

    @property
    def point_value(self) -> float | None:
        """The one number to compare: the stated value, else the lower, else the upper end, or None."""
        return next((number for number in (self.value, self.low, self.high) if number is not None), None)


def comparable(fact: Fact, published: str | None, article_to_state: str | None = None) -> ComparableFact:
    """Return the comparable form of a fact; ``published`` is the ISO date of its article.

    ``article_to_state`` is the nation that its article's pledges go to, if they name but one.

    >>> comparable(Fact(kind="killed", object="young miners from Peru"), None).noun
    'miner'
    """
    published_days = date_range(published)
    nation = fact.location_country or (fact.country if fact.location and fact.country_from == "sentence" else None)
    is_pledge = fact.kind == "pledge"
    incidents, families = incidents_in(None if is_pledge else fact.sentence)
    return ComparableFact(
        fact_id=fact.fact_id or "",
        article=fact.article_id or "",
        kind=fact.kind or "",
        status=STATUS_GROUPS.get(fact.status or "", "given") if fact.kind in {"pledge", "troops"} else "",
        standing=fact.status or "",
        is_denied=fact.modality == "denied",
        is_possible=fact.modality == "possible",
        is_about=fact.bound == "about",
        currency=fact.currency,
        agent=actor_words(fact.agent, fact.agent_id, fact.agent_state if fact.kind == "arrest" else None),
        recipient=actor_words(*_receiver(fact)),
        **(_pledged(fact, article_to_state) if is_pledge else _NOT_PLEDGED),
        source=_voice(fact),
        noun="" if is_pledge and fact.currency else _counted(fact),
        place=_place_words(fact.location),
        nation=nation,
        home=fact.country,
        unit=fact.location_admin1,
        is_nationwide=_is_nation(fact.location, nation),
        families=families,
        incidents=frozenset(incidents),
        is_increment=wording.is_increment(fact),
        is_part=wording.is_part(fact),
        is_former=wording.is_former(fact),
        is_new_total=wording.is_new_total(fact),
        is_corrected=wording.is_corrected(fact),
        days=_days_of(fact),
        published_day=published_days[0] if published_days else None,
        value=fact.value,
        low=fact.low,
        high=fact.high,
    )


def head_noun(text: str | None) -> str:
    """Return the head of a counted phrase in the singular; empty for people in general.

    >>> head_noun("suspected militants"), head_noun("people"), head_noun(None)
    ('militant', '', '')
    """
    head = _HEAD_END.split((text or "").strip(), maxsplit=1)[0] or (text or "")
    found = _WORD.findall(head.lower())
    if not found:
        return ""
    last = singular(found[-1])
    return "" if last in CLASSES["people_in_general"] else SORTS.get(last, last)


def _counted(fact: Fact) -> str:
    """The counted noun; of those arrested at a protest, who are protesters, none."""
    noun = head_noun(fact.object)
    return "" if fact.kind == "arrest" and noun in CLASSES["arrested_in_general"] else noun


def same_noun(a: ComparableFact, b: ComparableFact) -> bool:
    """True if both count the same sort; people in general may be any sort if the numbers are equal."""
    if a.noun == b.noun:
        return True
    return (not a.noun or not b.noun) and same_interval(a, b)


def same_actor(a: frozenset[str], b: frozenset[str]) -> bool:
    """True if two actors can be one: not known, one entity, one force, or most words are shared.

    Of two with one state, the other words decide: police of two towns are two.
    """
    if not a or not b or _is_one_force(a, b):
        return True
    known = [{word for word in actor if word.startswith(ENTITY)} for actor in (a, b)]
    if all(known):
        return known[0] == known[1]
    named = [_without_state(actor) for actor in (a, b)]
    first, second = named if all(named) and _states(a) == _states(b) else (a, b)
    return len(first & second) >= SHARED_WORDS * min(len(first), len(second))


def _is_one_force(a: frozenset[str], b: frozenset[str]) -> bool:
    """True if one is but a state or its police, and the other a police of that state: that of Minsk."""
    if not _states(a) & _states(b):
        return False
    names = [_without_state(actor) for actor in (a, b)]
    if not all(names):
        return bool(CLASSES["force"] & (names[0] | names[1])) or not any(names)
    is_general = any(name <= CLASSES["force"] for name in names)
    return is_general and bool(CLASSES["force"] & names[0] & names[1] or CLASSES["any_force"] & (names[0] | names[1]))


def _states(actor: frozenset[str]) -> frozenset[str]:
    """The codes of states in the words of an actor."""
    return frozenset(word for word in actor if word.isupper())


def _without_state(actor: frozenset[str]) -> frozenset[str]:
    """The words of an actor but for its entity and its state."""
    return frozenset(word for word in actor if not word.isupper() and not word.startswith(ENTITY))


def same_place(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two stated places can be one: they share a word, or one is the nation of the other.

    Places of one name in two nations, or in two of their first-level units, are two. One whose nation
    is not known is in that of its article.
    """
    if a.nation and b.nation and a.nation != b.nation:
        return False
    if a.place & b.place:
        return a.unit is None or b.unit is None or a.unit == b.unit
    one, other = a.nation or a.home, b.nation or b.home
    return one is not None and one == other and (a.is_nationwide or b.is_nationwide)


def same_interval(a: ComparableFact, b: ComparableFact) -> bool:
    """True if both state the same bounds of their number."""
    return (a.low, a.high) == (b.low, b.high)


def overlap(a: ComparableFact, b: ComparableFact) -> bool:
    """True if the intervals of both have a number in common; an open end reaches everything."""
    low = max((end for end in (a.low, b.low) if end is not None), default=None)
    high = min((end for end in (a.high, b.high) if end is not None), default=None)
    return low is None or high is None or low <= high


def within_factor(a: ComparableFact, b: ComparableFact, factor: float) -> bool:
    """True if neither number is more than ``factor`` times the other; zero is close to zero only."""
    first, second = a.point_value, b.point_value
    if first is None or second is None:
        return True
    if not first or not second:
        return first == second
    return max(first, second) <= factor * min(first, second)


def _pledged(fact: Fact, article_to_state: str | None) -> dict[str, Any]:
    """From which state a pledge comes, to which it goes, and what it is for."""
    return {
        "from_state": fact.agent_state,
        "to_state": receiving_state(fact),
        "article_to_state": article_to_state,
        "is_of_state": bool(fact.agent_state or distinctive_words(fact.agent) & CLASSES["state_body"]),
        "is_state_guessed": fact.agent_country is None,
        "matter": wording.matter_of(fact),
    }


def _voice(fact: Fact) -> str | None:
    """Who says so; of an arrest, else who made it."""
    return fact.source or (fact.agent if fact.kind == "arrest" else None)


def _days_of(fact: Fact) -> tuple[int, int] | None:
    """The first and last day of a fact; none if what is told is the day of the count."""
    return None if wording.is_day_of_count(fact) else days_between(fact.time_start, fact.time_end)


def _place_words(place: str | None) -> frozenset[str]:
    """The words that tell a place from others: neither "new", the N. of an avenue, nor a town's nation."""
    words = frozenset(word for word in distinctive_words(place) - CLASSES["general_place"] if len(word) > 1)
    named = (distinctive_words(nation.text) for nation in nations.find_nations(place or ""))
    return words.difference(*named) or words


def _receiver(fact: Fact) -> tuple[str | None, str | None]:
    """Name and entity of who gets a pledge; what is asked for goes to who asks, if nobody else is told."""
    if fact.status == "requested" and fact.recipient in {None, fact.agent}:
        return fact.source, fact.source_id
    return fact.recipient, fact.recipient_id


def receiving_state(fact: Fact) -> str | None:
    """The nation that a pledge goes to: that of its receiver or place, or the one its sentence is about."""
    name, _ = _receiver(fact)
    if name != fact.recipient:
        return next((nation.iso3 for nation in nations.find_nations(name or "")), None)
    named = fact.recipient_country or fact.location_country
    if named or fact.country_from != "sentence" or fact.country in {fact.agent_state, fact.agent_country}:
        return named
    return fact.country


def _is_nation(place: str | None, nation: str | None) -> bool:
    """True if a place is all of a nation: "northern Iraq", "Philippine waters", but not "Mosul, Iraq"."""
    named = nations.find_nations(place) if place and nation else []
    if not named or named[0].iso3 != nation:
        return False
    others = set(_WORD.findall(place or "")) - set(_WORD.findall(named[0].text))
    return all(word.islower() or word.lower() in CLASSES["general_place"] for word in others)
