"""Facts to clusters that report one claim, found while the articles stream by.

1. A fact joins the latest cluster of its own article that no stated field of it contradicts.
2. Else it joins a cluster of earlier articles. Candidates share a block: kind, currency, a word of
   the place or the parties, and a day. They are tried in the order of the blocks.
3. Else it starts a cluster.

When two facts report one claim is decided in ``factx.claims.same_claim``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from factx.base import Claim, Fact, content_id
from factx.claims.comparable import ComparableFact, comparable
from factx.claims.same_claim import (
    REPORTING_DAYS,
    compatible,
    contradict,
    same_claim_across_articles,
    same_claim_within_article,
)

SAMPLES = 6
"""Different facts of a cluster that a new one is compared with: enough for a toll that grows day by day."""
CANDIDATES = 50
"""Clusters of a block that are tried, the latest first filed: a bound on time for words that are everywhere."""
CLUSTERS_OF_ARTICLE = 200
"""Clusters of the article itself that are tried: a bound on time for lists with thousands of numbers."""

Block = tuple[str, str | None, str | None, str]


@dataclass(slots=True)
class FactCluster:
    """Facts that report one claim: their wordings counted, and a few samples to compare others with.

    ``newest`` is the fact that the claim's best value is taken from.
    """

    claim_id: str
    samples: list[ComparableFact] = field(default_factory=list)
    agents: Counter[str] = field(default_factory=Counter)
    objects: Counter[str] = field(default_factory=Counter)
    locations: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    articles: int = 0
    last_article: str = ""
    newest: ComparableFact | None = None
    low: float | None = None
    high: float | None = None
    first_reported: str | None = None
    last_reported: str | None = None
    conflict: bool = False

    def accepts_in_article(self, item: ComparableFact) -> bool:
        """True if the item can report the claim of this cluster, which has a fact of the same article."""
        return all(compatible(item, other) and same_claim_within_article(item, other) for other in self.samples)

    def accepts_across_articles(self, item: ComparableFact) -> bool:
        """True if the item can report the claim of this cluster, whose samples are from other articles."""
        if any(other.article == item.article for other in self.samples):
            return False
        return all(compatible(item, other) for other in self.samples) and any(
            same_claim_across_articles(item, other) for other in self.samples
        )

    def add(self, item: ComparableFact, fact: Fact, published: str | None) -> None:
        """Count a fact, given in both forms, with the publication date of its article."""
        self.conflict = self.conflict or any(contradict(item, other) for other in self.samples)
        self._count_wordings(fact)
        self.mentions += 1
        self.articles += item.article != self.last_article
        self.last_article = item.article
        self._widen(item)
        if published:
            self.first_reported = min(filter(None, (self.first_reported, published)))
            self.last_reported = max(filter(None, (self.last_reported, published)))
        if self.newest is None or is_newer(item, self.newest):
            self.newest = item
        self._sample(item)

    def claim(self) -> Claim:
        """Return the record of the table of claims."""
        return Claim(
            claim_id=self.claim_id,
            kind=self.samples[0].kind,
            agent=most_frequent(self.agents),
            object=most_frequent(self.objects),
            location=most_frequent(self.locations),
            currency=self.samples[0].currency,
            best=self.newest.point_value if self.newest is not None else None,
            low=self.low,
            high=self.high,
            first_reported=self.first_reported,
            last_reported=self.last_reported,
            mentions=self.mentions,
            articles=self.articles,
            conflict=self.conflict,
        )

    def _count_wordings(self, fact: Fact) -> None:
        for counter, text in ((self.agents, fact.agent), (self.objects, fact.object), (self.locations, fact.location)):
            if text:
                counter[" ".join(text.split())] += 1

    def _widen(self, item: ComparableFact) -> None:
        """Widen the cluster's interval by a fact's; a fact that is open at one end has but the other."""
        ends = [end for end in (item.low, item.high) if end is not None]
        self.low = min((end for end in (self.low, *ends[:1]) if end is not None), default=None)
        self.high = max((end for end in (self.high, *ends[-1:]) if end is not None), default=None)

    def _sample(self, item: ComparableFact) -> None:
        """Keep a fact to compare others with, unless a sample differs in nothing but its article."""
        if not any(replace(item, fact_id=other.fact_id, article=other.article) == other for other in self.samples):
            self.samples = [*self.samples, item][-SAMPLES:]


class ClaimGrouper:
    """Assigns claims to facts; holds one small cluster per claim, however many facts report it.

    >>> dead = Fact(fact_id="f", article_id="a", kind="killed", low=9, high=9, location="Herat")
    >>> facts = [dead, replace(dead, fact_id="g")]
    >>> grouper = ClaimGrouper()
    >>> len({fact.claim_id for fact in grouper.assign(facts, "2021-03-01")}), len(grouper.claims())
    (1, 1)
    """

    def __init__(self) -> None:
        self._clusters: list[FactCluster] = []
        self._blocks: dict[Block, list[int]] = {}

    def assign(self, facts: Iterable[Fact], published: str | None) -> list[Fact]:
        """Return the facts of one article with their claim ids; articles must come in output order."""
        in_article: list[int] = []
        return [self._assigned(fact, published, in_article) for fact in facts]

    def claims(self) -> list[Claim]:
        """Return every claim so far, in the order of their first mentions."""
        return [cluster.claim() for cluster in self._clusters]

    def _assigned(self, fact: Fact, published: str | None, in_article: list[int]) -> Fact:
        item = comparable(fact, published)
        index = self._index(item, in_article)
        if index not in in_article:
            in_article.append(index)
        self._file(index, item)
        self._clusters[index].add(item, fact, published)
        return replace(fact, claim_id=self._clusters[index].claim_id)

    def _index(self, item: ComparableFact, in_article: list[int]) -> int:
        """Return the index of the cluster that a fact joins, a new one if it joins none."""
        for index in reversed(in_article[-CLUSTERS_OF_ARTICLE:]):
            if self._clusters[index].accepts_in_article(item):
                return index
        for index in self._candidates(item):
            if self._clusters[index].accepts_across_articles(item):
                return index
        self._clusters.append(FactCluster(content_id("claim", item.fact_id)))
        return len(self._clusters) - 1

    def _candidates(self, item: ComparableFact) -> Iterable[int]:
        found = [index for block in blocks(item) for index in self._blocks.get(block, [])[-CANDIDATES:]]
        return dict.fromkeys(found)

    def _file(self, index: int, item: ComparableFact) -> None:
        """File a cluster under the blocks of its new fact, unless it was filed there lately."""
        for block in blocks(item, every_day=False):
            members = self._blocks.setdefault(block, [])
            if index not in members[-SAMPLES:]:
                members.append(index)


def blocks(item: ComparableFact, every_day: bool = True) -> list[Block]:
    """Return the keys under which a cluster is filed: kind, currency, place or party, and day.

    ``every_day``: those under which it is sought, one for each day on which others may report it.
    """
    whom = sorted(item.place) or sorted(item.recipient | item.agent)
    if item.nation and item.kind != "pledge":
        whom.append(item.nation)
    return [(item.kind, item.currency, word, day) for word in whom for day in _block_days(item, every_day)]


def _block_days(item: ComparableFact, every_day: bool) -> list[str]:
    """The days of a fact's blocks; a long period is one day of its own, known by both its ends."""
    day = item.days[1] if item.days else item.published_day
    if day is None:
        return []
    if item.days and item.days[1] - item.days[0] > REPORTING_DAYS:
        return [f"{item.days[0]}-{day}"]
    reach = REPORTING_DAYS if every_day else 0
    return [str(day + shift) for shift in range(-reach, reach + 1)]


def is_newer(new: ComparableFact, old: ComparableFact) -> bool:
    """True if a fact was published later than another, or on the same day and is exact where that is not."""
    if (new.published_day or 0) != (old.published_day or 0):
        return (new.published_day or 0) > (old.published_day or 0)
    return (new.low == new.high) > (old.low == old.high)


def most_frequent(counter: Counter[str]) -> str | None:
    """Return the most frequent wording, of several the one mentioned first, or None if there is none."""
    return max(counter, key=lambda text: counter[text]) if counter else None
