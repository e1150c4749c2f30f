"""Giving around a sum: whether the text tells of gifts, so that a sum told shortly is one of them.

News of aid tells most of its sums in lists and fragments ("France, $20m; Italy, $4m", "of this, $3m
is for roads"), which no verb of giving governs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from factx.base import word_classes
from factx.facts.counts.counted import Counted
from factx.facts.frame import Frame
from factx.facts.giving import GIVING
from factx.facts.rule_file import Rule
from factx.facts.words import has_lemma
from factx.model import first_conjunct

FEWEST_SENTENCES = 2
"""Sentences with a word of giving that make a text one about giving; a single one may be a side remark."""
LEAST_SHARE = 0.2
"""Part of the sentences with a word of giving in a text about giving: one in five; other news have fewer."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text tells of giving: the sentences (by first token) with a gift, if it is about gifts."""

    sentences: frozenset[int]
    about_giving: bool

    @classmethod
    def of(cls, doc: Doc, gifts: Sequence[Counted]) -> Surroundings:
        """Return the surroundings that the gifts of a text make, and its words of giving."""
        if not gifts:
            return cls(frozenset(), False)
        sentences = [_tells_of_giving(sentence) for sentence in doc.sents]
        telling = sum(sentences)
        about = telling >= FEWEST_SENTENCES and telling >= LEAST_SHARE * len(sentences)
        return cls(frozenset(item.sent.start for item in gifts), about)

    def amid(self, counted: Counted) -> bool:
        """True if the sentence of a sum tells of a gift, or the whole text does."""
        return self.about_giving or counted.sent.start in self.sentences


def tells_of_gift(rule: Rule) -> bool:
    """True if a rule's own words tell of a gift; what a public body spends may be for itself."""
    return rule.transfers and rule.status is not None and "public" not in rule.needs


def amid_frame(counted: Counted) -> Frame:
    """Return the frame of a sum in a text about giving: its governor, whatever that is."""
    return Frame("amid", first_conjunct(counted.head).head)


def _tells_of_giving(sentence: Span) -> bool:
    return any("gift" in word_classes(token.lemma_.lower()) or has_lemma(token, GIVING["giving"]) for token in sentence)
