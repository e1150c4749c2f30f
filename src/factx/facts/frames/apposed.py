"""Gifts in apposition to a sum: "pumps worth $5m, a gift from the people of Malta"."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import Counted, end_of
from factx.facts.giving import GIVING, is_body
from factx.facts.words import has_lemma
from factx.model import children, preposition

LONGEST_GIFT = 5
"""Tokens behind the comma among which the gift is: more than "a generous gift" describe it seldom."""
BEFORE_GIFT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})
FROM = frozenset({"from", "by", "of"})


def apposed_gift(counted: Counted) -> Token | None:
    """Return the gift of a body or nation that a sum is called right behind a comma, or None."""
    doc, end = counted.head.doc, end_of(counted)
    if counted.amount.kind != "money" or end >= counted.sent.end or doc[end].text != ",":
        return None
    for word in doc[end + 1 : min(end + 1 + LONGEST_GIFT, counted.sent.end)]:
        if word.pos_ not in BEFORE_GIFT:
            return None
        if word.pos_ == "NOUN" and has_lemma(word, GIVING["apposed"]):
            return word if giver_of(word) is not None else None
    return None


def giver_of(gift: Token) -> Token | None:
    """Return the body or nation that a gift is from: "a donation from the embassy"; or None."""
    givers = [item for item in children(gift, "nmod", "obl:agent", "obl") if preposition(item) in FROM]
    return next((item for item in givers if _is_body_or_nation(item)), None)


def _is_body_or_nation(noun: Token) -> bool:
    if noun.ent_type_ in {"LOC", "NORP"} or any(item.ent_type_ == "LOC" for item in children(noun, "nmod")):
        return True
    return any(map(is_body, [noun, *children(noun, "compound")]))
