"""Lists of gifts: who gives, or gets, a sum by its place beside it, with no verb of its own.

"Norway pledged $20m, Sweden $15m", "Italy, $4m; Peru (€2m)", "went to Mali ($4m) and Niger ($3m)".
"""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counted import Counted
from factx.facts.cues import FUNCTION_WORDS, PREPOSITIONS
from factx.facts.slots.actors import NAMED, can_act
from factx.model import first_conjunct, preposition

LIST_MARKS = frozenset({",", ";", ":", "(", "–", "—"})
BRACKET = "("


def gapped_giver(counted: Counted) -> Token | None:
    """Return who gives a later sum of a list that repeats no verb: "Norway pledged $20m, Sweden $15m"."""
    name, bridge = _name_before(counted)
    if name is None or (bridge == BRACKET and _is_to_get(name)):
        return None
    first = _first_word(name)
    if first.i == name.sent.start:
        return name if bridge else None
    before = first.nbor(-1)
    opens_list = bridge == BRACKET and before.lower_ in FUNCTION_WORDS["before_givers"]
    return name if opens_list or before.text in LIST_MARKS or before.dep_ == "cc" else None


def bracketed_recipient(counted: Counted) -> Token | None:
    """Return who gets a sum in brackets: "went to Mali ($4m), Niger ($3m) and Chad ($2m)"; or None."""
    name, bridge = _name_before(counted)
    return name if name is not None and bridge == BRACKET and _is_to_get(name) else None


def _is_to_get(name: Token) -> bool:
    """True for a name in a list of those to whom something goes."""
    return preposition(first_conjunct(name)) in PREPOSITIONS["getting"]


def _name_before(counted: Counted) -> tuple[Token | None, str]:
    """Return the last word of the name before a sum, if there is one, and the mark or word between."""
    span = counted.numeral
    doc, start = span.doc, span.sent.start
    index = span.start - 1
    bridge = doc[index].lower_ if index > start and doc[index].lower_ in FUNCTION_WORDS["gap"] else ""
    index -= bool(bridge)
    named = index >= start and doc[index].ent_type_ in NAMED - {"NORP"}
    return (doc[index] if named else None), bridge


def _first_word(name: Token) -> Token:
    """Return the first word of a name, with its determiner."""
    doc, first, start = name.doc, name.i, name.sent.start
    while first > start and doc[first].ent_iob_ == "I":
        first -= 1
    while first > start and doc[first - 1].pos_ == "DET":
        first -= 1
    return doc[first]


def giver_beside(counted: Counted, status: str | None) -> Token | None:
    """Return who gives a sum by its place beside it: in a list without verbs, as its owner; or None."""
    return gapped_giver(counted) or beside_sum(counted, status)


def beside_sum(counted: Counted, status: str | None) -> Token | None:
    """Return the state that owns a sum, or from which it is: "Norway's $5m is a loan", "$2m from Oman"."""
    span, doc = counted.numeral, counted.head.doc
    before, after = span.start - 1, max(span.end, counted.head.i + 1)
    if before > span.sent.start and doc[before].tag_ == "POS" and doc[before - 1].ent_type_ == "LOC":
        return doc[before - 1]
    if (
        status != "withheld"
        and after + 1 < span.sent.end
        and doc[after].lower_ == "from"
        and (doc[after + 1].ent_type_ == "LOC" or can_act(doc[after].head))
    ):
        return doc[after + 1] if doc[after + 1].ent_type_ == "LOC" else doc[after].head
    return None
