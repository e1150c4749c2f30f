"""Bills told of before: what a later sentence means by "the bill" or "it", and "under the bill"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.facts.cues import CUES
from factx.facts.giving import GIVING, SPENDING
from factx.facts.slots.stance import is_definite
from factx.facts.words import has_lemma
from factx.model import SUBJECTS, auxiliaries, children, preposition

MOST_SENTENCES = 6
"""Sentences looked back for a bill; further back another bill is as likely meant."""
ARGUMENTS = frozenset({*SUBJECTS, "nsubj:pass", "obj"})
OWN = ("compound", "amod")
PRESENT = frozenset({"VBZ", "VBP"})
IT, UNDER = frozenset({"it"}), frozenset({"under"})


def is_it(holder: Token) -> bool:
    """True for "it" that gives or holds a sum, where the sentence before tells of a bill."""
    if holder.lower_ not in IT or not has_lemma(holder.head, GIVING["containing"] | SPENDING):
        return False
    return next(meant_before(holder), None) is not None


def under_which(verb: Token) -> list[Token]:
    """Return under what somebody is to get a sum: "under the bill, widows would get $9,000"."""
    is_ahead = verb.tag_ in PRESENT or any(item.lower_ in CUES["future"] for item in auxiliaries(verb))
    return [item for item in children(verb, "obl") if preposition(item) in UNDER] if is_ahead else []


def meant_before(noun: Token) -> Iterator[Token]:
    """Yield the bills of the sentences before that "the bill" may mean, the nearest first.

    "It" is the bill that the sentence right before is about.
    """
    if noun.lower_ in IT:
        yield from (item for item in _laws_before(noun, 1) if item.dep_ in ARGUMENTS)
    elif is_definite(noun):
        own = {item.lemma_.lower() for item in children(noun, *OWN)}
        yield from (item for item in _laws_before(noun, MOST_SENTENCES) if own <= _described(item))


def _described(noun: Token) -> set[str]:
    return {item.lemma_.lower() for item in children(noun, *OWN)}


def _laws_before(noun: Token, most: int) -> Iterator[Token]:
    """Yield the bills, or the plans that share the noun, of so many sentences before, the nearest first."""
    start = noun.sent.start
    for _ in range(most):
        if start == 0:
            return
        sentence = noun.doc[start - 1].sent
        yield from (item for item in reversed(sentence) if has_lemma(item, GIVING["law"]) or _is_same_plan(item, noun))
        start = sentence.start


def _is_same_plan(item: Token, noun: Token) -> bool:
    return item.lemma_ == noun.lemma_ and has_lemma(item, GIVING["plan"])
