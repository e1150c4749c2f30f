"""One claim while it grows: what its facts say, counted, and a few of them to compare others with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from factx.base import Claim, Fact, Modality
from factx.claims.comparable import ComparableFact
from factx.claims.days import is_long
from factx.claims.parties import full_name
from factx.claims.pledges import STAGES
from factx.claims.same_claim import (
    TOLLS,
    can_have_grown,
    compatible,
    contradict,
    same_claim_across_articles,
    same_claim_within_article,
)

MONTH = len("2019-10")
"""Characters of an ISO date that say the month."""
SAMPLES = 6
"""Different facts of a cluster that a new one is compared with: enough for a toll that grows day by day."""

MODALITIES: tuple[Modality, ...] = ("asserted", "possible", "denied")
"""What a claim is taken for, by what at least one of its facts is."""

_WORDINGS = ("agent", "agent_state", "recipient", "recipient_country", "object", "location", "country")
"""Columns of a claim that have the most frequent wording of its facts, by the facts' names."""
_NATIONWIDE = "nationwide"
"""Beside these the locations that are all of a nation."""
_PARTIES = frozenset(("agent", "recipient"))
"""Those that have the name of a known body in place of an alias, so that one donor goes by one name."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two facts of a claim that cannot both be right."""

    first: str
    second: str
    first_sentence: str | None
    second_sentence: str | None


@dataclass(slots=True)
class Span:
    """From the lowest to the highest of some numbers; ends that are not known are left out."""

    low: float | None = None
    high: float | None = None

    def widen(self, low: float | None, high: float | None) -> None:
        """Take two more ends in; of numbers open at one end, the other counts for both."""
        ends = [end for end in (low, high) if end is not None]
        self.low = min((end for end in (self.low, *ends[:1]) if end is not None), default=None)
        self.high = max((end for end in (self.high, *ends[-1:]) if end is not None), default=None)


@dataclass(slots=True)
class FactCluster:
    """Facts that report one claim: their wordings counted, and a few samples to compare others with.

    ``newest`` is the fact that the claim's best value is taken from, ``usd`` that value in US dollars.
    ``statuses`` has the first day of each standing: the stated one, else that of the report.
    """

    claim_id: str
    samples: list[ComparableFact] = field(default_factory=list)
    sentences: dict[str, str | None] = field(default_factory=dict)
    wordings: dict[str, Counter[str]] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    articles: list[str] = field(default_factory=list)
    mentions: int = 0
    is_whole: bool = False
    modalities: set[str] = field(default_factory=set)
    newest: ComparableFact | None = None
    usd: float | None = None
    amount: Span = field(default_factory=Span)
    dollars: Span = field(default_factory=Span)
    days: tuple[int, int] | None = None
    first_reported: str | None = None
    last_reported: str | None = None
    conflict: Conflict | None = None

    def accepts_in_article(self, item: ComparableFact) -> bool:
        """True if the item can report the claim of this cluster, which has a fact of the same article."""
        beside = [other for other in self.samples if other.article == item.article] or self.samples
        return self._is_open_to(item) and all(same_claim_within_article(item, other) for other in beside)

    def accepts_across_articles(self, item: ComparableFact) -> bool:
        """True if the item can report the claim of this cluster, whose samples are from other articles."""
        if any(other.article == item.article for other in self.samples):
            return False
        return self._is_open_to(item) and any(same_claim_across_articles(item, other) for other in self.samples)

    def _is_open_to(self, item: ComparableFact) -> bool:
        """True if no sample contradicts one claim, and those told about the same day are near."""
        if not all(compatible(item, other) for other in self.samples):
            return False
        return item.kind not in TOLLS or can_have_grown(item, self.samples)

    def add(self, item: ComparableFact, fact: Fact, published: str | None) -> None:
        """Count a fact, given in both forms, with the publication date of its article."""
        self.conflict = self.conflict or self._conflict(item, fact)
        self._count_wordings(fact, item.is_nationwide)
        self.mentions += 1
        self.is_whole = self.is_whole or not item.is_part
        self.modalities.update([fact.modality] if fact.modality else [])
        if item.article not in self.articles[-1:]:
            self.articles.append(item.article)
        self.amount.widen(item.low, item.high)
        self.dollars.widen(fact.amount_usd_low, fact.amount_usd_high)
        self._note_days(item, fact)
        if published:
            self.first_reported = min(filter(None, (self.first_reported, published)))
            self.last_reported = max(filter(None, (self.last_reported, published)))
        if self.newest is None or is_newer(item, self.newest):
            self.newest, self.usd = item, fact.amount_usd
        self._sample(item, fact)

    def claim(self) -> Claim:
        """Return the record of the table of claims."""
        first, last = self.days or (None, None)
        history = steps(self.statuses)
        conflict = self.conflict or Conflict("", "", None, None)
        return Claim(
            claim_id=self.claim_id,
            kind=self.samples[0].kind,
            currency=self.samples[0].currency,
            best=self.newest.point_value if self.newest is not None else None,
            low=self.amount.low,
            high=self.amount.high,
            amount_usd=self.usd,
            amount_usd_low=self.dollars.low,
            amount_usd_high=self.dollars.high,
            modality=next((modality for modality in MODALITIES if modality in self.modalities), None),
            part=not self.is_whole,
            status=history[-1] if history else None,
            status_history="|".join(self._standing(status) for status in history) or None,
            time_start=_iso(first),
            time_end=_iso(last),
            month=month_of(self.days, self.first_reported),
            first_reported=self.first_reported,
            last_reported=self.last_reported,
            mentions=self.mentions,
            articles=len(self.articles),
            article_ids="|".join(filter(None, self.articles)) or None,
            conflict=self.conflict is not None,
            conflict_fact_1=conflict.first or None,
            conflict_fact_2=conflict.second or None,
            conflict_sentence_1=conflict.first_sentence,
            conflict_sentence_2=conflict.second_sentence,
            **{name: most_frequent(counter) for name, counter in self._worded().items()},
        )

    def _worded(self) -> dict[str, Counter[str]]:
        """The wordings by column; a town goes before the nation that it is in."""
        found = dict(self.wordings)
        nation = found.pop(_NATIONWIDE, None)
        return {"location": nation, **found} if nation else found

    def _standing(self, status: str) -> str:
        """A standing with the day of its first report, if that is known."""
        return " ".join(filter(None, (status, _iso(self.statuses[status]))))

    def _conflict(self, item: ComparableFact, fact: Fact) -> Conflict | None:
        """The most telling sample that a fact contradicts, with both sentences."""
        against = [other for other in self.samples if contradict(item, other)]
        other = max(against, key=how_telling, default=None)
        if other is None:
            return None
        return Conflict(other.fact_id, item.fact_id, self.sentences.get(other.fact_id), fact.sentence)

    def _count_wordings(self, fact: Fact, is_nationwide: bool) -> None:
        for name in _WORDINGS:
            text = getattr(fact, name)
            if text:
                text = full_name(text, getattr(fact, f"{name}_id")) if name in _PARTIES else text
                key = _NATIONWIDE if name == "location" and is_nationwide else name
                self.wordings.setdefault(key, Counter())[" ".join(text.split())] += 1

    def _note_days(self, item: ComparableFact, fact: Fact) -> None:
        """Keep the days that all facts share, or the earlier ones, and the first day of each standing."""
        if self.days is None or item.days is None:
            self.days = self.days or item.days
        elif self.days[0] <= item.days[1] and item.days[0] <= self.days[1]:
            self.days = max(self.days[0], item.days[0]), min(self.days[1], item.days[1])
        else:
            self.days = min(self.days, item.days)
        if fact.status:
            day = stage_day(item)
            self.statuses[fact.status] = min(day, self.statuses.get(fact.status, day))

    def _sample(self, item: ComparableFact, fact: Fact) -> None:
        """Keep a fact to compare others with, unless a sample differs in nothing but its article."""
        if any(replace(item, fact_id=other.fact_id, article=other.article) == other for other in self.samples):
            return
        self.samples = kept_samples([*self.samples, item])
        known = self.sentences | {item.fact_id: fact.sentence}
        self.sentences = {sample.fact_id: known.get(sample.fact_id) for sample in self.samples}


def kept_samples(items: list[ComparableFact]) -> list[ComparableFact]:
    """The first of some facts, which late copies of early reports are like, and the last."""
    return items if len(items) <= SAMPLES else [items[0], *items[1 - SAMPLES :]]


def how_telling(item: ComparableFact) -> int:
    """How much a fact says beside its number: a lead says more than its headline."""
    return sum(map(bool, (item.source, item.days, item.place, item.noun)))


def steps(statuses: Mapping[str, int]) -> list[str]:
    """The standings of a claim in the order of their days, given with these.

    Who retells what was asked for or promised, of a sum that has got further, takes no step back; what
    was withheld may be asked for again.

    >>> steps({"approved": 1, "requested": 2, "delivered": 3}), steps({"withheld": 1, "approved": 2})
    (['approved', 'delivered'], ['withheld', 'approved'])
    """
    found: list[str] = []
    for status in sorted(statuses, key=lambda status: statuses[status]):
        reached = max((STAGES[known] for known in found if known in STAGES and known != "withheld"), default=0)
        if STAGES.get(status, reached) >= reached:
            found.append(status)
    return found


def stage_day(item: ComparableFact) -> int:
    """The day of a standing: the stated one, if it is a past day, else that of the report; 0 if unknown."""
    published = item.published_day or 0
    if item.days and item.days[0] == item.days[1] and (item.days[0] <= published or not published):
        return item.days[0]
    return published


def is_newer(new: ComparableFact, old: ComparableFact) -> bool:
    """True if a fact tells more of today than another.

    It holds still, it is asserted, it was published later; or it is exact, or a new total.
    """
    if new.is_former != old.is_former:
        return old.is_former
    if new.is_possible != old.is_possible:
        return old.is_possible
    if (new.published_day or 0) != (old.published_day or 0):
        return (new.published_day or 0) > (old.published_day or 0)
    return (new.low == new.high, new.is_new_total) > (old.low == old.high, old.is_new_total)


def month_of(days: tuple[int, int] | None, first_reported: str | None) -> str | None:
    """Return the month in which some days begin, that of the first report if they are not known.

    A long period has none.

    >>> month_of(None, "2019-10-14"), month_of((date(2020, 2, 1).toordinal(),) * 2, "2020-03-01")
    ('2019-10', '2020-02')
    >>> from factx.claims.days import date_range
    >>> month_of(date_range("2015"), "2019-10-14") is None
    True
    """
    if days is None:
        return first_reported[:MONTH] if first_reported else None
    return None if is_long(days) else date.fromordinal(days[0]).isoformat()[:MONTH]


def most_frequent(counter: Counter[str]) -> str | None:
    """Return the most frequent wording, of several the one mentioned first, or None if there is none."""
    return max(counter, key=lambda text: counter[text]) if counter else None


def _iso(day: int | None) -> str | None:
    """The date of an ordinal; 0 stands for a day that is not known."""
    return date.fromordinal(day).isoformat() if day else None
