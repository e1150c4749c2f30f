"""The same claim told several times, within and across articles, found while the articles stream by.

A telling joins a claim only where nothing that both state speaks against it: kind, currency, standing, actors, counted
noun, place, time and number must be able to be the same. Within an article what is unstated may be filled by the other;
across articles place and day must be stated, or donor and recipient. A toll may grow from report to report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from factx.base import Claim, Fact, content_id
from factx.claims.comparable import TOLLS, Telling, overlap, same_actor, same_noun, same_place, telling, within_factor

REACH = 3
"""Days between two reports of one event that states no day of its own."""
GROWTH = 5.0
"""How many times its first number a toll may reach."""
_OPEN = 3.0
_KEPT = 6
_SOUGHT = 50
_LOOKED_BACK = 200
_SMALL = 3

Block = tuple[str, str | None, str | None, str]


@dataclass(slots=True)
class _Group:
    """One claim: the wordings counted, and its last few different tellings to compare with."""

    claim_id: str
    tellings: list[Telling]
    agents: Counter[str] = field(default_factory=Counter)
    objects: Counter[str] = field(default_factory=Counter)
    locations: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    articles: int = 0
    last_article: str = ""
    best: Telling | None = None
    low: float | None = None
    high: float | None = None
    first_reported: str | None = None
    last_reported: str | None = None
    conflict: bool = False


class ClaimGrouper:
    """Gives each fact its claim; keeps one small record a claim, however often it is told.

    >>> facts = [Fact(fact_id=str(n), article_id="a", kind="killed", low=n, high=n, location="Herat") for n in (9, 9)]
    >>> grouper = ClaimGrouper()
    >>> len({fact.claim_id for fact in grouper.assign(facts, "2021-03-01")}), len(grouper.claims())
    (1, 1)
    """

    def __init__(self) -> None:
        self._groups: list[_Group] = []
        self._blocks: dict[Block, list[int]] = {}

    def assign(self, facts: Iterable[Fact], published: str | None) -> list[Fact]:
        """The facts of one article with their claim ids; articles must come in the order of the output."""
        here: list[int] = []
        return [self._assigned(fact, published, here) for fact in facts]

    def claims(self) -> list[Claim]:
        """Every claim so far, in the order in which each was first told."""
        return [_claim(group) for group in self._groups]

    def _assigned(self, fact: Fact, published: str | None, here: list[int]) -> Fact:
        item = telling(fact, published)
        index = next((at for at in reversed(here[-_LOOKED_BACK:]) if self._fits_here(at, item)), None)
        if index is None:
            index = next((at for at in self._candidates(item) if self._fits_across(at, item)), None)
        if index is None:
            index = len(self._groups)
            self._groups.append(_Group(content_id("claim", item.fact_id), []))
        if index not in here:
            here.append(index)
        self._tell(index, item, fact, published)
        return replace(fact, claim_id=self._groups[index].claim_id)

    def _fits_here(self, index: int, item: Telling) -> bool:
        tellings = self._groups[index].tellings
        return all(_same_matter(item, other) and told_here_again(item, other) for other in tellings)

    def _fits_across(self, index: int, item: Telling) -> bool:
        tellings = self._groups[index].tellings
        if any(other.article == item.article for other in tellings):
            return False
        return all(_same_matter(item, other) for other in tellings) and any(
            told_elsewhere_again(item, other) for other in tellings
        )

    def _candidates(self, item: Telling) -> list[int]:
        found = [index for block in _blocks(item) for index in self._blocks.get(block, [])[-_SOUGHT:]]
        return list(dict.fromkeys(found))

    def _tell(self, index: int, item: Telling, fact: Fact, published: str | None) -> None:
        group = self._groups[index]
        for block in _blocks(item, spread=False):
            members = self._blocks.setdefault(block, [])
            if index not in members[-_KEPT:]:
                members.append(index)
        _count(group, item, fact, published)
        if not any(replace(item, fact_id=other.fact_id, article=other.article) == other for other in group.tellings):
            group.tellings = [*group.tellings, item][-_KEPT:]


def told_here_again(one: Telling, other: Telling) -> bool:
    """Whether two facts of one article can be one claim: the same number, or one that an open bound holds."""
    if one.place and other.place and not same_place(one, other):
        return False
    if one.low != other.low or one.high != other.high:
        return overlap(one, other) and within_factor(one, other, _OPEN)
    return (one.shown or 0) > 2 or bool(one.noun and one.noun == other.noun) or bool(one.place & other.place)


def told_elsewhere_again(one: Telling, other: Telling) -> bool:
    """Whether facts of two articles can be one claim: the same place and day, or the same giver and receiver."""
    if not _near(one, other):
        return False
    if one.kind == "pledge":
        both = one.agent and other.agent and (one.recipient & other.recipient or one.place & other.place)
        return bool(both) and overlap(one, other) and within_factor(one, other, _OPEN)
    if one.kind == "members":
        return bool((one.agent and other.agent) or one.place & other.place) and one.value == other.value
    if not one.place or not other.place or not same_place(one, other):
        return False
    if one.kind in TOLLS and min(one.shown or 0, other.shown or 0) > _SMALL:
        return within_factor(one, other, GROWTH)
    if one.kind == "troops":
        return overlap(one, other) and within_factor(one, other, _OPEN) and bool(one.agent & other.agent)
    return one.shown == other.shown and bool(one.place & other.place)


def _same_matter(one: Telling, other: Telling) -> bool:
    """Whether nothing but place and number speaks against one claim."""
    if (one.kind, one.currency, one.standing) != (other.kind, other.currency, other.standing) or one.further:
        return False
    if one.days and other.days and (one.days[0] > other.days[1] or other.days[0] > one.days[1]):
        return False
    if not within_factor(one, other, GROWTH):
        return False
    actors = same_actor(one.agent, other.agent) and same_actor(one.recipient, other.recipient)
    return actors and same_noun(one, other)


def _near(one: Telling, other: Telling) -> bool:
    """Whether both can tell of one day: stated days that meet, else days of publication that are near."""
    if one.days and other.days:
        return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
    if one.days and other.told is not None:
        return one.days[0] <= other.told and other.told - one.days[1] <= REACH
    if other.days and one.told is not None:
        return other.days[0] <= one.told and one.told - other.days[1] <= REACH
    return one.told is not None and other.told is not None and abs(one.told - other.told) <= REACH


def _blocks(item: Telling, spread: bool = True) -> list[Block]:
    """The keys under which a claim is filed and sought: kind, currency, place or actor, and day."""
    whom = sorted(item.place) or sorted(item.recipient | item.agent)
    if item.nation and item.kind != "pledge":
        whom.append(item.nation)
    day = item.days[1] if item.days else item.told
    if day is None:
        return []
    long = item.days is not None and item.days[1] - item.days[0] > REACH
    days = [f"{item.days[0]}-{day}"] if long and item.days else [str(day + shift) for shift in range(-REACH, REACH + 1)]
    days = days if spread or long else [str(day)]
    return [(item.kind, item.currency, word, when) for word in whom for when in days]


def _count(group: _Group, item: Telling, fact: Fact, published: str | None) -> None:
    group.conflict = group.conflict or any(_disagree(item, other) for other in group.tellings)
    for counter, text in ((group.agents, fact.agent), (group.objects, fact.object), (group.locations, fact.location)):
        if text:
            counter[" ".join(text.split())] += 1
    group.mentions += 1
    group.articles += item.article != group.last_article
    group.last_article = item.article
    lowest, highest = item.low if item.low is not None else item.high, item.high if item.high is not None else item.low
    group.low = lowest if group.low is None or (lowest is not None and lowest < group.low) else group.low
    group.high = highest if group.high is None or (highest is not None and highest > group.high) else group.high
    if published:
        group.first_reported = min(filter(None, (group.first_reported, published)))
        group.last_reported = max(filter(None, (group.last_reported, published)))
    if group.best is None or _is_better(item, group.best):
        group.best = item


def _is_better(new: Telling, old: Telling) -> bool:
    """Whether a telling is the newer one, or on the same day the more exact one."""
    if (new.told or 0) != (old.told or 0):
        return (new.told or 0) > (old.told or 0)
    return (new.low == new.high) > (old.low == old.high)


def _disagree(one: Telling, other: Telling) -> bool:
    """Whether two tellings cannot both be right: one denies, numbers of one day differ, or a toll shrinks."""
    if one.denied != other.denied:
        return True
    if overlap(one, other):
        return False
    if one.kind in TOLLS and one.told is not None and other.told is not None and one.told != other.told:
        newer, older = (one, other) if one.told > other.told else (other, one)
        return (newer.shown or 0) < (older.shown or 0)
    return True


def _claim(group: _Group) -> Claim:
    best = group.best
    return Claim(
        claim_id=group.claim_id,
        kind=group.tellings[0].kind,
        agent=_commonest(group.agents),
        object=_commonest(group.objects),
        location=_commonest(group.locations),
        currency=group.tellings[0].currency,
        best=best.shown if best is not None else None,
        low=group.low,
        high=group.high,
        first_reported=group.first_reported,
        last_reported=group.last_reported,
        mentions=group.mentions,
        articles=group.articles,
        conflict=group.conflict,
    )


def _commonest(counter: Counter[str]) -> str | None:
    """The most frequent wording, the first told where several are."""
    return max(counter, key=lambda text: counter[text]) if counter else None


def grouped(facts: Sequence[tuple[Fact, str | None]]) -> tuple[list[Fact], list[Claim]]:
    """Facts with their claim ids and the claims, for facts with the publication date of their article, in order."""
    grouper = ClaimGrouper()
    by_article: dict[str, list[Fact]] = {}
    dates = {fact.article_id or "": published for fact, published in facts}
    for fact, _ in facts:
        by_article.setdefault(fact.article_id or "", []).append(fact)
    found = [item for name, items in by_article.items() for item in grouper.assign(items, dates[name])]
    return found, grouper.claims()
