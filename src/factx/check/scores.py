"""Pairs to figures: precision, recall and F1 by kind and slot, with confidence intervals.

Intervals are those of a bootstrap over whole articles: facts of one article are found or missed
together, so that single facts would make the intervals too narrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any

import numpy as np

from factx.base import InputError
from factx.check.gold import GoldArticle
from factx.check.match import KINDS, SLOTS, Count, Pair, nations, officials, pairs
from factx.check.predicted import Predicted

SAMPLES = 1000
"""Samples of a bootstrap: the ends of the interval are good to about a tenth of its width."""
SEED = 20170322
"""The same samples in every run."""
LEVEL = 0.95
"""Share of the samples inside an interval."""
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Score:
    """One line: counts, precision, recall, F1, each with the interval that holds 95 % of samples."""

    name: str
    count: Count
    p: float
    r: float
    f1: float
    p_interval: Interval
    r_interval: Interval
    f1_interval: Interval

    @property
    def gold(self) -> int:
        """How many the gold has."""
        return self.count.right + self.count.missed


@dataclass(frozen=True, slots=True)
class Compared:
    """The pairs of an article, its officials and nations."""

    article: GoldArticle
    pairs: Sequence[Pair]
    officials: Count
    titled: Count
    nations: Count


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures.

    The recall of ``row`` is the share of the gold's facts of which all is right; the precision of
    ``title`` that of the officials found whose title and country are.
    """

    facts: Score
    row: Score
    kinds: Sequence[Score]
    slots: Sequence[Score]
    officials: Score | None
    title: Score | None
    nations: Score | None


def compared(gold: Sequence[GoldArticle], found: Mapping[str, Predicted]) -> list[Compared]:
    """Hold what was found in each article of the gold against it.

    Raises ``InputError`` if none of the articles was read.
    """
    if not any(article.id in found for article in gold):
        raise InputError("none of the gold's articles is in the tables; run factx extract on the folder articles of it")
    kinds = KINDS | {fact["kind"] for article in gold for fact in article.facts}
    return [_compared(article, found.get(article.id, Predicted()), kinds) for article in gold]


def _compared(article: GoldArticle, found: Predicted, kinds: frozenset[str]) -> Compared:
    people, titled = officials(article, found)
    return Compared(article, list(pairs(article, found, kinds)), people, titled, nations(article, found))


def scores(items: Sequence[Compared]) -> Scores:
    """The figures of compared articles."""
    draw = _draws(len(items))
    found = [pair for item in items for pair in item.pairs]
    kinds = sorted({pair.kind for pair in found})
    has_officials = any(item.article.officials for item in items)

    def score(name: str, count: Callable[[Compared], Count]) -> Score:
        return _score(name, list(map(count, items)), draw)

    return Scores(
        facts=score("facts", partial(_of_kind, kind=None)),
        row=score("row", _of_row),
        kinds=[score(kind, partial(_of_kind, kind=kind)) for kind in kinds],
        slots=[score(slot, partial(_of_slot, slot=slot)) for slot in SLOTS],
        officials=score("officials", attrgetter("officials")) if has_officials else None,
        title=score("title and country", attrgetter("titled")) if has_officials else None,
        nations=score("nations", attrgetter("nations")) if any(item.article.nations for item in items) else None,
    )


def _of_kind(item: Compared, kind: str | None) -> Count:
    return _sum(pair.count for pair in item.pairs if kind in (None, pair.kind))


def _of_slot(item: Compared, slot: str) -> Count:
    return _sum(pair.slots.get(slot, Count()) for pair in item.pairs)


def _of_row(item: Compared) -> Count:
    whole = sum(pair.is_whole for pair in item.pairs)
    return Count(whole, 0, sum(pair.gold is not None for pair in item.pairs) - whole)


def _sum(counts: Iterator[Count]) -> Count:
    items = list(counts)
    return Count(*(sum(parts) for parts in zip(*items, strict=True))) if items else Count()


def _draws(articles: int) -> Any:
    """How often each article is in each sample."""
    return np.random.default_rng(SEED).multinomial(articles, [1 / articles] * articles, size=SAMPLES)


def _score(name: str, counts: Sequence[Count], draws: Any) -> Score:
    each = np.array(counts, dtype=float)
    figures = _figures(each.sum(axis=0)[None, :])[:, 0]
    samples = _figures(draws @ each)
    tail = 100 * (1 - LEVEL) / 2
    lows, highs = np.percentile(samples, [tail, 100 - tail], axis=1)
    ends = [(float(low), float(high)) for low, high in zip(lows, highs, strict=True)]
    precision, recall, f1 = (float(figure) for figure in figures)
    return Score(name, _sum(iter(counts)), precision, recall, f1, ends[0], ends[1], ends[2])


def _figures(counts: Any) -> Any:
    """Precision, recall and F1 of counts in rows; 0 where there is nothing to be right or found."""
    right, wrong, missed = counts.T
    precision = right / np.maximum(right + wrong, 1)
    recall = right / np.maximum(right + missed, 1)
    return np.array([precision, recall, 2 * right / np.maximum(2 * right + wrong + missed, 1)])
