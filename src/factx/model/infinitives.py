"""Words behind "to" that parsers take for infinitives: "to quake-hit Nepal", "to aid groups".

There they look like what somebody is to do: to hit Nepal, to help groups. Each describes the noun
behind it, and "to" is that noun's preposition.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.base import lexicon
from factx.model.doc_cache import token_indices
from factx.model.syntax import PARTICIPLES, child

HYPHEN = frozenset({"-"})
CLAUSES = frozenset({"advcl", "acl", "xcomp"})
HIT = "hit"
"""The one participle of such words that looks like an infinitive; "mass-produce" is one."""
BEFORE_NOUN = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "det"})
COMPOUNDS = lexicon.classes("model/compounds", by="first", column="second")
FIRSTS = frozenset(COMPOUNDS)


def untie_infinitives(doc: Doc) -> Doc:
    """Make such words describe the noun behind them, in place."""
    for place in token_indices(doc, HYPHEN):
        if 2 <= place < len(doc) - 2:
            _untie(doc[place + 1], 3, "amod")
    for place in token_indices(doc, FIRSTS):
        if 1 <= place < len(doc) - 1:
            _untie(doc[place], 1, "compound")
    return doc


def _untie(word: Token, back: int, relation: str) -> None:
    """Tie a word to the noun that looks like its object; "to" is so many words before it."""
    goal, to, governor = child(word, "obj"), word.nbor(-back), word.head
    is_infinitive = to.lower_ == "to" and to.dep_ == "mark" and to.head == word and word.dep_ in CLAUSES
    if goal is None or governor == word or not is_infinitive:
        return
    if not (_is_compound(word, goal) if back == 1 else _is_said_of(word, goal)):
        return
    goal.head, goal.dep_ = governor, "obl" if governor.pos_ == "VERB" else "nmod"
    for item in list(word.children):
        if item.i > goal.i:
            item.head = governor
    word.head, word.dep_ = goal, relation
    to.head, to.dep_ = goal, "case"


def _is_said_of(participle: Token, goal: Token) -> bool:
    """True if a noun with a hyphen stands right before, and the noun that is hit right behind."""
    named = participle.nbor(-2)
    hyphened = named.dep_ == "compound" and named.head == participle
    told = participle.tag_ in PARTICIPLES or participle.lower_ == HIT
    between = participle.doc[participle.i + 1 : goal.i]
    beside = goal.i > participle.i and all(item.dep_ in BEFORE_NOUN and item.head == goal for item in between)
    return told and hyphened and beside


def _is_compound(first: Token, second: Token) -> bool:
    """True for a name for one thing: "gave to aid groups", not "agreed to aid groups"."""
    wanted = first.dep_ == "xcomp"
    return not wanted and second.i == first.i + 1 and second.lower_ in COMPOUNDS[first.lower_]
