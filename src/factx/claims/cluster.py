"""Facts to clusters that report one claim, found while the articles stream by.

1. A fact joins the latest cluster of its own article that no stated field of it contradicts.
2. Else it joins a cluster of earlier articles. Candidates share a block: kind, currency, a word of
   the place or the parties, and a day. They are tried in the order of the blocks.
3. Else it starts a cluster.

When two facts report one claim is decided in ``factx.claims.same_claim``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Any

from factx.base import Claim, DiskMap, Fact, Form, content_id
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

CLUSTERS_IN_MEMORY = 5_000
"""Clusters that are in memory: some 15 MB."""
BLOCKS_IN_MEMORY = 50_000
"""Blocks that are in memory: some 15 MB. Each new fact is sought in twenty or so."""

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

    Clusters that were not met for long lie in files of ``folder``, nameless ones without it.

    >>> dead = Fact(fact_id="f", article_id="a", kind="killed", low=9, high=9, location="Herat")
    >>> facts = [dead, replace(dead, fact_id="g")]
    >>> grouper = ClaimGrouper()
    >>> len({fact.claim_id for fact in grouper.assign(facts, "2021-03-01")}), len(list(grouper.claims()))
    (1, 1)
    """

    def __init__(self, folder: Path | None = None) -> None:
        clusters, blocks = (folder / "clusters", folder / "blocks") if folder else (None, None)
        self._clusters = DiskMap(CLUSTER_FORM, CLUSTERS_IN_MEMORY, clusters)
        self._blocks = DiskMap(BLOCK_FORM, BLOCKS_IN_MEMORY, blocks)
        self._count = 0

    def assign(self, facts: Iterable[Fact], published: str | None) -> list[Fact]:
        """Return the facts of one article with their claim ids; articles must come in output order."""
        in_article: dict[int, None] = {}
        return [self._assigned(fact, published, in_article) for fact in facts]

    def claims(self) -> Iterator[Claim]:
        """Yield every claim so far, in the order of their first mentions."""
        return (cluster.claim() for _, cluster in self._clusters.items())

    def close(self) -> None:
        """Forget all and remove the files."""
        self._clusters.close()
        self._blocks.close()

    def _assigned(self, fact: Fact, published: str | None, in_article: dict[int, None]) -> Fact:
        item = comparable(fact, published)
        index, cluster = self._joined(item, in_article)
        in_article.setdefault(index)
        self._file(index, item)
        cluster.add(item, fact, published)
        self._clusters.put(_written(index), cluster)
        return replace(fact, claim_id=cluster.claim_id)

    def _joined(self, item: ComparableFact, in_article: dict[int, None]) -> tuple[int, FactCluster]:
        """Return the cluster that a fact joins with its index, a new one if it joins none."""
        for index in islice(reversed(in_article), CLUSTERS_OF_ARTICLE):
            cluster = self._clusters.get(_written(index))
            if cluster is not None and cluster.accepts_in_article(item):
                return index, cluster
        for index in self._candidates(item):
            cluster = self._clusters.get(_written(index))
            if cluster is not None and cluster.accepts_across_articles(item):
                return index, cluster
        self._count += 1
        return self._count - 1, FactCluster(content_id("claim", item.fact_id))

    def _candidates(self, item: ComparableFact) -> Iterable[int]:
        found = [index for block in blocks(item) for index in self._blocks.get(_key(block)) or ()]
        return dict.fromkeys(found)

    def _file(self, index: int, item: ComparableFact) -> None:
        """File a cluster under the blocks of its new fact, unless it was filed there lately."""
        for block in blocks(item, every_day=False):
            members = self._blocks.get(_key(block)) or []
            if index not in members[-SAMPLES:]:
                self._blocks.put(_key(block), [*members, index][-CANDIDATES:])


def _written(index: int) -> str:
    """The number of a cluster as a key: in the order of keys, which is that of texts, 10 comes after 9."""
    return f"{index:012d}"


def _key(block: Block) -> str:
    return "\0".join(part or "" for part in block)


_FIELDS = tuple(known.name for known in fields(FactCluster))
_VALUES = attrgetter(*_FIELDS)
_FACT_VALUES = attrgetter(*(known.name for known in fields(ComparableFact)))


def _plain(cluster: FactCluster) -> dict[str, Any]:
    """A cluster as JSON can write it."""
    newest = cluster.newest and _plain_fact(cluster.newest)
    plain = dict(zip(_FIELDS, _VALUES(cluster), strict=True))
    return plain | {"samples": [_plain_fact(sample) for sample in cluster.samples], "newest": newest}


def _plain_fact(item: ComparableFact) -> list[Any]:
    return [sorted(value) if isinstance(value, frozenset) else value for value in _FACT_VALUES(item)]


def _revived(plain: dict[str, Any]) -> FactCluster:
    counters = {name: Counter(plain[name]) for name in ("agents", "objects", "locations")}
    samples = [_revived_fact(sample) for sample in plain["samples"]]
    newest = plain["newest"] and _revived_fact(plain["newest"])
    return FactCluster(**{**plain, **counters, "samples": samples, "newest": newest})


def _revived_fact(plain: list[Any]) -> ComparableFact:
    item = ComparableFact(*plain)
    agent, recipient, place = map(frozenset, (item.agent, item.recipient, item.place))
    days = (item.days[0], item.days[1]) if item.days else None
    return replace(item, agent=agent, recipient=recipient, place=place, days=days)


BLOCK_FORM: Form[list[int]] = Form(list, list)
CLUSTER_FORM = Form(_plain, _revived)


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
