"""The reader: a network that says of each counted phrase what it is and what fills its slots.

It sees a sentence as the encoder's vectors, in which amounts and their nouns are marked, and what
the rules make of an amount: the kind of fact, its fillers, status and modality. It knows no words
of its own: it was trained on annotated articles (``models/README.md``). Models without it leave
facts to the rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, Token

from factx.base import FactMention
from factx.facts.counts.counted import Counted
from factx.facts.cues import DEEDS
from factx.facts.reader.told import EMPTY, UNSEEN, Place, told
from factx.facts.words import has_lemma
from factx.model import ReaderNetwork, first_conjunct

Array = NDArray[Any]
NOUN_MARK, AMOUNT_MARK = 1, 2
"""Marks of words, 0 for all others; an amount's grows with the number of its kind."""
READ = frozenset({"count", "money", "measure"})
"""Kinds of amounts that may be facts."""
LONGEST_SENTENCE = 110
"""Words of a sentence that are read: nearly none is longer, and none was in training."""
LONGEST_FILLER = 25
"""Words of a filler, as in training."""
CERTAIN = 0.99
"""Probability that a phrase is no fact from which on nobody asks for its slots."""
FARTHEST = 10
"""Steps in the tree from which on words are equally far away."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The best filler of a slot as tokens (start, end), None for no filler, and how likely it is.

    ``agrees`` is true if a rule says the same, or what the reader cannot see.
    """

    span: tuple[int, int] | None
    probability: float
    agrees: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of a counted phrase."""

    kind: str
    probability: float
    none: float
    status: str
    status_probability: float
    modality: str
    slots: Mapping[str, Guess]

    def share_of(self, kind: str) -> float:
        """How likely it is a fact of a kind: of one that is not the likeliest, what that one and none leave."""
        return self.probability if kind == self.kind else max(0.0, 1.0 - self.none - self.probability)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the counted phrases of a doc with a network."""

    network: ReaderNetwork

    def read(self, doc: Doc, counted: Sequence[Counted], by_rule: Mapping[int, FactMention]) -> dict[int, Reading]:
        """Return the readings by the first character of the amount.

        ``by_rule`` has the fact that the rules make of an amount, by its first character.
        """
        readable = [item for item in counted if item.amount.kind in READ]
        found: dict[int, Reading] = {}
        for _, group in groupby(readable, key=lambda item: item.sent.start):
            items = list(group)
            if any(_is_promising(item, by_rule) for item in items):
                found |= self._sentence(SentenceTree(doc, items[0].head.sent), items, by_rule)
        return found

    def _sentence(
        self, sentence: SentenceTree, items: Sequence[Counted], by_rule: Mapping[int, FactMention]
    ) -> dict[int, Reading]:
        items = [item for item in items if sentence.holds(item)]
        if not items:
            return {}
        facts = [self._known(by_rule.get(item.amount.start_char)) for item in items]
        places = np.array([sentence.places(item) for item in items])
        marks = np.zeros(len(sentence), dtype=np.int64)
        marks[places[:, 1]] = NOUN_MARK
        marks[places[:, 0]] = [AMOUNT_MARK + (self.network.kinds.index(fact.kind) if fact else 0) for fact in facts]
        fillers = np.array([told(fact, self.network.slots, sentence.words) for fact in facts])
        scores = self.network.scores(
            vectors=sentence.words.doc.tensor[sentence.first : sentence.last],
            marks=marks,
            places=places[:, [0, 1, 3, 4]],
            steps=np.array([sentence.steps_from(top) for top in places[:, 2]]),
            told=fillers,
            said=np.array([self._said(fact) for fact in facts]),
        )
        return {
            item.amount.start_char: self._reading(scores, row, sentence.first, fillers[row])
            for row, item in enumerate(items)
        }

    def _known(self, fact: FactMention | None) -> FactMention | None:
        """The fact if it is of a kind that the network knows."""
        return fact if fact is not None and fact.kind in self.network.kinds else None

    def _said(self, fact: FactMention | None) -> tuple[int, int]:
        """The numbers of a fact's status and modality, -1 for none."""
        if fact is None:
            return -1, -1
        statuses = self.network.statuses
        status = statuses.index(fact.status) if fact.status in statuses else -1
        return status, self.network.modalities.index(fact.modality)

    def _reading(self, scores: Any, row: int, first: int, by_rule: Array) -> Reading:
        network, kinds = self.network, scores.kind[row]
        best = 1 + int(kinds[1:].argmax())
        fillers = _fillers(scores.start[row], scores.end[row], first, by_rule) if kinds[0] < CERTAIN else []
        return Reading(
            kind=network.kinds[best],
            probability=float(kinds[best]),
            none=float(kinds[0]),
            status=network.statuses[int(scores.status[row].argmax())],
            status_probability=float(scores.status[row].max()),
            modality=network.modalities[int(scores.modality[row].argmax())],
            slots=dict(zip(network.slots, fillers, strict=False)),
        )


class SentenceTree:
    """The words of a sentence that are read, and its tree; words are counted from its start."""

    def __init__(self, doc: Doc, span: Span) -> None:
        self.first, self.last = span.start, min(span.end, span.start + LONGEST_SENTENCE)
        self.words = doc[self.first : self.last]
        heads = {token.i - self.first: token.head.i - self.first for token in span}
        self._chains = [_chain(word, heads) for word in range(len(self))]

    def __len__(self) -> int:
        return self.last - self.first

    def _within(self, word: int) -> int:
        return min(max(word - self.first, 0), len(self) - 1)

    def holds(self, item: Counted) -> bool:
        """True if the amount is among the words that are read."""
        return self.first <= _root(item).i < self.last

    def places(self, item: Counted) -> tuple[int, int, int, int, int]:
        """The words of an amount, of its noun, the top of both, the top's head and that one's head."""
        root, top = _root(item), item.head
        noun = item.noun if item.noun is not None and item.noun.sent == top.sent else root
        words = (root, noun, top, top.head, top.head.head)
        amount, counted, above, governor, farther = (self._within(word.i) for word in words)
        return amount, counted, above, governor, farther

    def steps_from(self, top: int) -> list[int]:
        """How many steps in the tree each word is away from another, at most ``FARTHEST``."""
        up = {word: steps for steps, word in enumerate(self._chains[top])}
        return [
            next((min(steps + up[word], FARTHEST) for steps, word in enumerate(chain) if word in up), FARTHEST)
            for chain in self._chains
        ]


def _chain(word: int, heads: Mapping[int, int]) -> list[int]:
    """A word and its heads up to the root."""
    chain = [word]
    while (head := heads.get(word, word)) != word and len(chain) < len(heads):
        chain.append(head)
        word = head
    return chain


def _is_promising(item: Counted, by_rule: Mapping[int, FactMention]) -> bool:
    """True if a phrase is a sum, counts what a lexicon knows or what is harmed, or is a fact by rule."""
    if item.classes or item.amount.kind == "money" or item.amount.start_char in by_rule:
        return True
    return item.amount.kind == "count" and has_lemma(first_conjunct(item.head).head, DEEDS)


def _root(item: Counted) -> Token:
    return item.numeral.root if len(item.numeral) else item.head


def _fillers(start: Array, end: Array, first: int, by_rule: Array) -> list[Guess]:
    """The likeliest filler of each slot by where it starts and ends, or none if that is likelier."""
    slots, words = len(start), start.shape[1] - 1
    both = np.where(_is_filler(words), start[:, 1:, None] + end[:, None, 1:], -np.inf).reshape(slots, -1)
    places = both.argmax(1)
    filled, empty = both[np.arange(slots), places], start[:, 0] + end[:, 0]
    return [
        _guess(divmod(place, words), float(likely), float(none), first, told)
        for place, likely, none, told in zip(places.tolist(), filled, empty, map(tuple, by_rule.tolist()), strict=True)
    ]


def _guess(words: Place, filled: float, empty: float, first: int, told: Place) -> Guess:
    """The filler from one word to another, or none if that is likelier; a rule has ``told`` its place."""
    here, there = words
    if empty > filled:
        return Guess(None, float(np.exp(empty)), told in {UNSEEN, EMPTY})
    agrees = told in {UNSEEN, (1 + here, 1 + there)}
    return Guess((first + here, first + there + 1), float(np.exp(filled)), agrees)


@lru_cache(maxsize=LONGEST_SENTENCE)
def _is_filler(words: int) -> Array:
    """Which first words (rows) and last words (columns) of a sentence may be those of a filler."""
    length = np.arange(words)[None, :] - np.arange(words)[:, None]
    fits: Array = (length >= 0) & (length < LONGEST_FILLER)
    return fits
