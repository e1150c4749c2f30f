"""Facts to clusters that report one claim, found while the articles stream by.

1. A fact joins the latest cluster of its own article that no stated field of it contradicts.
2. Else it joins a cluster of earlier articles. Candidates share a block: kind, currency, a word of
   the place or the parties, and a day. They are tried in the order of the blocks.
3. Else it starts a cluster.

When two facts report one claim is decided in ``factx.claims.same_claim``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from factx.base import Claim, DiskMap, Fact, Form, content_id, form_of
from factx.claims.comparable import ComparableFact, comparable, receiving_state
from factx.claims.days import REPORTING_DAYS, WEEK, is_some_day_of
from factx.claims.fact_cluster import SAMPLES, FactCluster
from factx.claims.occurrence import places_left_out
from factx.claims.parties import with_full_parties
from factx.claims.pledges import sum_keys

CANDIDATES = 50
"""Clusters of a block that are tried, the latest first filed: a bound on time for words that are everywhere."""
CLUSTERS_OF_ARTICLE = 200
"""Clusters of the article itself that are tried: a bound on time for lists with thousands of numbers."""

CLUSTERS_IN_MEMORY = 2_000
"""Clusters that are in memory: some 10 MB."""
BLOCKS_IN_MEMORY = 10_000
"""Blocks that are in memory: some 5 MB. Each new fact is sought in twenty or so."""

Block = tuple[str, str | None, str, str]
Sort = tuple[str, str | None]
"""Kind and currency: one for all facts of a claim."""

_ANY_DAY = ""

_NO_NAMES: Mapping[str, str] = MappingProxyType({})

BLOCK_FORM: Form[list[int]] = Form(list, list)
CLUSTER_FORM = form_of(FactCluster)


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

    def assign(self, facts: Iterable[Fact], published: str | None, names: Mapping[str, str] = _NO_NAMES) -> list[Fact]:
        """Return the facts of one article with their claim ids; articles must come in output order.

        ``names`` are the full ones of its organisations, by their ids.
        """
        in_article: dict[int, Sort] = {}
        known = list(facts)
        given_to, places = only_receiver(known), places_left_out(known, published)
        return [
            replace(fact, claim_id=self._claim(with_full_parties(fact, names), item, published, in_article))
            for fact in known
            for item in [located(comparable(fact, published, given_to), places)]
        ]

    def claims(self) -> Iterator[Claim]:
        """Yield every claim so far, in the order of their first mentions."""
        return (cluster.claim() for _, cluster in self._clusters.items())

    def close(self) -> None:
        """Forget all and remove the files."""
        self._clusters.close()
        self._blocks.close()

    def _claim(self, fact: Fact, item: ComparableFact, published: str | None, in_article: dict[int, Sort]) -> str:
        """The id of the claim that a fact joins or begins."""
        index, cluster = self._joined(item, in_article)
        in_article.setdefault(index, (item.kind, item.currency))
        self._file(index, item)
        cluster.add(item, fact, published)
        self._clusters.put(numbered(index), cluster)
        return cluster.claim_id

    def _joined(self, item: ComparableFact, in_article: dict[int, Sort]) -> tuple[int, FactCluster]:
        """Return the cluster that a fact joins with its index, a new one if it joins none.

        Clusters of another kind or currency are passed over unseen: no fact is compatible with them.
        """
        for index, sort in islice(reversed(in_article.items()), CLUSTERS_OF_ARTICLE):
            cluster = self._clusters.get(numbered(index)) if sort == (item.kind, item.currency) else None
            if cluster is not None and cluster.accepts_in_article(item):
                return index, cluster
        for index in self._candidates(item):
            cluster = self._clusters.get(numbered(index))
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


def located(item: ComparableFact, places: Mapping[str, ComparableFact]) -> ComparableFact:
    """The fact at the place of its occurrence, which its sentence may leave out."""
    there = places.get(item.fact_id)
    if there is None:
        return item
    return replace(item, place=there.place, nation=there.nation, unit=there.unit, is_nationwide=there.is_nationwide)


def only_receiver(facts: Iterable[Fact]) -> str | None:
    """The nation that the pledges of an article go to; None if they name several or none."""
    named = {receiving_state(fact) for fact in facts if fact.kind == "pledge"} - {None}
    return named.pop() if len(named) == 1 else None


def numbered(index: int) -> str:
    """The number of a cluster as a key: in the order of keys, which is that of texts, 10 comes after 9."""
    return f"{index:012d}"


def _key(block: Block) -> str:
    return "\0".join(part or "" for part in block)


def blocks(item: ComparableFact, every_day: bool = True) -> list[Block]:
    """Return the keys under which a cluster is filed: kind, currency, place or party, and day.

    A pledge is filed by donor, receiver and sum as well, whatever the day.

    ``every_day``: those under which it is sought, one for each day on which others may report it.
    """
    whom = sorted(item.place) or sorted(item.recipient | item.agent)
    if item.nation and item.kind != "pledge":
        whom.append(item.nation)
    sums: list[str] = []
    if item.kind == "pledge":
        whom.extend(dict.fromkeys(state for state in (item.from_state, item.to_state) if state))
        sums = sum_keys(item, nearby=every_day)
    found = [(item.kind, item.currency, word, day) for word in whom for day in _block_days(item, every_day)]
    return [*((item.kind, item.currency, key, _ANY_DAY) for key in sums), *found]


def _block_days(item: ComparableFact, every_day: bool) -> list[str]:
    """The days of a fact's blocks; a period of more than a week is one of its own, known by both its ends."""
    reach = REPORTING_DAYS if every_day else 0
    first = last = item.published_day
    if item.days:
        first, last = item.days if is_some_day_of(item.days) else (item.days[1], item.days[1])
        if item.days[1] - item.days[0] > WEEK:
            return [f"{item.days[0]}-{last}"]
    if first is None or last is None:
        return []
    return [str(day) for day in range(first - reach, last + reach + 1)]
