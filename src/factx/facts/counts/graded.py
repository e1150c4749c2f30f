"""How badly persons are hurt: "nine were hurt, two seriously", "two badly and three slightly"."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES
from factx.facts.words import has_lemma
from factx.model import children

BEFORE_LAST = frozenset({",", ";", "and", "but"})
"""What stands before a number whose verb is said once."""


def is_graded_part(item: Counted) -> bool:
    """True for some of the hurt, of whom it is told how badly: "wounded seven, one critically"."""
    first = item.numeral.start - 1
    behind_comma = first >= item.sent.start and item.head.doc[first].text == ","
    return behind_comma and item.noun is None and _ends_graded(item)


def is_graded_apart(item: Counted, verb: Token) -> bool:
    """True for others than those before: "seven were badly burned and a cook lightly"."""
    first = item.numeral.start - 1
    opens = first >= item.sent.start and item.head.doc[first].lower_ in BEFORE_LAST
    return opens and _ends_graded(item) and _is_graded(verb)


def is_in_state(item: Counted) -> bool:
    """True for others of the hurt: "while the other nine are stable"."""
    return item.noun is None and item.head.dep_ == "nsubj" and has_lemma(item.head.head, CUES["grave"])


def _ends_graded(item: Counted) -> bool:
    """True if nothing stands behind the phrase but how badly."""
    end = item.numeral.end if item.noun is None else item.noun.i + 1
    words = item.sent.doc[end : min(end + 2, item.sent.end)]
    return bool(len(words)) and words[0].lower_ in CUES["gravely"] and (len(words) == 1 or words[1].is_punct)


def _is_graded(verb: Token) -> bool:
    return any(word.lower_ in CUES["gravely"] and word.i < verb.i for word in children(verb, "advmod"))
