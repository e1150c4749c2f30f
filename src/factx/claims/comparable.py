"""What one fact tells, in a form that can be compared: who, of whom, where, when, how many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from factx.base import Fact, lexicon

_WORD = re.compile(r"\w+")
_POST = re.compile(
    r"\b(?:of|from|in|at|who|whom|that|with|on|for|to|by|and|or|near|suspected|linked)\b|[,;(]", re.IGNORECASE
)
_FURTHER = re.compile(r"\b(?:another|further|additional|others?|more)\b", re.IGNORECASE)
_ENTITY = "="
_SMALL = frozenset({"the", "a", "an", "of", "in", "at", "near", "s", "and", "city", "province", "district", "town"})
_STANDING = {"requested": "asked", "withheld": "withheld", "withdrawn": "withdrawn"}
TOLLS = frozenset({"killed", "injured", "missing", "displaced", "arrest"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One fact made comparable; ``days`` are the first and last day of its time, ``told`` that of publication.

    ``nationwide``: the place is a whole nation; ``further``: the amount adds to one told before ("another").
    """

    fact_id: str
    article: str
    kind: str
    standing: str
    denied: bool
    currency: str | None
    agent: frozenset[str]
    recipient: frozenset[str]
    noun: str
    place: frozenset[str]
    nation: str | None
    nationwide: bool
    further: bool
    days: tuple[int, int] | None
    told: int | None
    value: float | None
    low: float | None
    high: float | None

    @property
    def shown(self) -> float | None:
        """The one number that stands for it: the value stated, else the lower, else the upper end."""
        for number in (self.value, self.low, self.high):
            if number is not None:
                return number
        return None


def telling(fact: Fact, published: str | None) -> Telling:
    """The comparable form of a fact.

    >>> telling(Fact(fact_id="f", article_id="a", kind="killed", object="young miners from Peru"), None).noun
    'miner'
    """
    return Telling(
        fact_id=fact.fact_id or "",
        article=fact.article_id or "",
        kind=fact.kind or "",
        standing=_STANDING.get(fact.status or "", "given") if fact.kind in {"pledge", "troops"} else "",
        denied=fact.modality == "denied",
        currency=fact.currency,
        agent=_actor(fact.agent, fact.agent_id),
        recipient=_actor(fact.recipient, fact.recipient_id),
        noun=noun(fact.object) if fact.kind != "pledge" or fact.currency is None else "",
        place=words(fact.location),
        nation=fact.location_country,
        nationwide=_is_nation(fact.location, fact.location_country),
        further=bool(_FURTHER.search(fact.value_text or "")),
        days=_days(fact.time_start, fact.time_end),
        told=_day(published),
        value=fact.value,
        low=fact.low,
        high=fact.high,
    )


def words(text: str | None) -> frozenset[str]:
    """The words of a phrase that tell it from others, lower case."""
    return frozenset(word for word in _WORD.findall((text or "").lower()) if word not in _SMALL)


def noun(text: str | None) -> str:
    """The head of a counted phrase in the singular, empty for people in general.

    >>> noun("suspected militants"), noun("people"), noun(None)
    ('militant', '', '')
    """
    head = _POST.split((text or "").strip(), maxsplit=1)[0] or (text or "")
    found = _WORD.findall(head.lower())
    if not found:
        return ""
    last = _singular(found[-1])
    return "" if last in _generic() else last


def same_noun(one: Telling, other: Telling) -> bool:
    """Whether both count the same sort; people in general may be any sort of person where the number is the same."""
    if one.noun == other.noun:
        return True
    return (not one.noun or not other.noun) and one.low == other.low and one.high == other.high


def same_actor(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two actors can be one: one is not stated, or they share an identity, or else most of their words."""
    if not one or not other:
        return True
    shared = one & other
    known = [{word for word in actor if word.startswith(_ENTITY)} for actor in (one, other)]
    if all(known):
        return known[0] == known[1]
    return 3 * len(shared) >= 2 * min(len(one), len(other))


def same_place(one: Telling, other: Telling) -> bool:
    """Whether two stated places can be one: they share a word, or one is the nation that the other lies in."""
    if one.place & other.place:
        return True
    if one.nation is None or one.nation != other.nation:
        return False
    return one.nationwide or other.nationwide


def overlap(one: Telling, other: Telling) -> bool:
    """Whether the intervals of both have a number in common."""
    low = max((end for end in (one.low, other.low) if end is not None), default=None)
    high = min((end for end in (one.high, other.high) if end is not None), default=None)
    return low is None or high is None or low <= high


def within_factor(one: Telling, other: Telling, factor: float) -> bool:
    """Whether the numbers shown differ by no more than the factor; zero is like nothing but zero."""
    first, second = one.shown, other.shown
    if first is None or second is None:
        return True
    if not first or not second:
        return first == second
    return max(first, second) <= factor * min(first, second)


def _is_nation(place: str | None, nation: str | None) -> bool:
    from factx.who import nations

    named = nations.find_nations(place) if place and nation else []
    return bool(named) and named[0].iso3 == nation and len(words(place)) <= len(words(named[0].text)) + 1


def _actor(text: str | None, entity: str | None) -> frozenset[str]:
    named = words(text)
    return named | {_ENTITY + entity} if entity else named


def _singular(word: str) -> str:
    if word in {"people", "persons", "children", "men", "women"} or word.endswith(("men", "women")):
        return {"people": "person", "persons": "person", "children": "child"}.get(word, re.sub("men$", "man", word))
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.read("claims/people_in_general"))


def _days(start: str | None, end: str | None) -> tuple[int, int] | None:
    """First and last day as ordinals; a partial date stands for all its days."""
    first, last = _day(start), _last_day(end or start)
    if first is None and last is None:
        return None
    return (first or last or 0, last or first or 0)


def _day(text: str | None) -> int | None:
    parts = _parts(text)
    if not parts:
        return None
    year, month, day = (*parts, 1, 1)[:3]
    return _ordinal(year, month, day)


def _last_day(text: str | None) -> int | None:
    parts = _parts(text)
    if not parts:
        return None
    if len(parts) == 1:
        return _ordinal(parts[0], 12, 31)
    if len(parts) == 2:
        following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1) if 1 <= parts[1] <= 12 else None
        return (following - timedelta(days=1)).toordinal() if following else None
    return _ordinal(*parts[:3])


def _parts(text: str | None) -> list[int]:
    match = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)", text or "")
    return [int(part) for part in match.groups() if part] if match else []


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None
