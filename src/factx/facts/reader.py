"""The reader: a network that says of each counted phrase what it is and what fills its slots.

It sees a sentence as the encoder's vectors, in which amounts and their nouns are marked, and what
the rules make of an amount: the kind of fact, its fillers, status and modality. It knows no words
of its own: it was trained on annotated articles (``models/README.md``). Models without it leave
facts to the rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, Token

from factx.base import FactMention
from factx.facts.counted import Counted
from factx.facts.told import EMPTY, UNSEEN, told
from factx.model import ReaderNetwork

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
        for _, group in groupby(readable, key=lambda item: item.head.sent.start):
            items = list(group)
            if any(_is_promising(item, by_rule) for item in items):
                found |= self._sentence(doc, items, by_rule)
        return found

    def _sentence(self, doc: Doc, items: Sequence[Counted], by_rule: Mapping[int, FactMention]) -> dict[int, Reading]:
        sentence = SentenceTree(doc, items[0].head.sent)
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
            vectors=doc.tensor[sentence.first : sentence.last],
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
        slots = range(len(network.slots)) if kinds[0] < CERTAIN else ()
        fillers = [_filler(scores.start[row, slot], scores.end[row, slot], first, by_rule[slot]) for slot in slots]
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
        self._chains = [self._chain(token) for token in doc[self.first : self.last]]
        self.words = doc[self.first : self.last]

    def __len__(self) -> int:
        return self.last - self.first

    def _chain(self, token: Token) -> list[int]:
        """A word and its heads up to the root."""
        return [token.i - self.first, *(head.i - self.first for head in token.ancestors)]

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


def _is_promising(item: Counted, by_rule: Mapping[int, FactMention]) -> bool:
    """True if a phrase is a sum, counts what a lexicon knows, or is a fact by rule."""
    return bool(item.classes) or item.amount.kind == "money" or item.amount.start_char in by_rule


def _root(item: Counted) -> Token:
    return item.numeral.root if len(item.numeral) else item.head


def _filler(start: Array, end: Array, first: int, by_rule: Array) -> Guess:
    """The likeliest filler by where it starts and ends, or none if that is likelier."""
    both = start[1:, None] + end[None, 1:]
    words = np.arange(len(both))
    length = words[None, :] - words[:, None]
    both = np.where((length < 0) | (length >= LONGEST_FILLER), -np.inf, both)
    place = int(both.argmax())
    empty, filled = float(start[0] + end[0]), float(both.flat[place])
    is_unseen = tuple(by_rule) == UNSEEN
    if empty > filled:
        return Guess(None, float(np.exp(empty)), is_unseen or tuple(by_rule) == EMPTY)
    here, there = divmod(place, len(both))
    agrees = is_unseen or tuple(by_rule) == (1 + here, 1 + there)
    return Guess((first + here, first + there + 1), float(np.exp(filled)), agrees)
