"""What is told of a subject again: "is in court after he was arrested", "hurt in a fall, a man"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import FUNCTION_WORDS
from factx.facts.frame import CORE, Frame
from factx.facts.relations import is_opening, says_of
from factx.model import PREDICATES, SUBJECTS, child, children, is_passive, preposition

ALIKE = "PERSON"


def retold(counted: Counted) -> Iterator[Frame]:
    """Yield the frames in clauses whose subject is the counted: "after being shot", "where they died"."""
    head = counted.head
    if head.dep_ not in SUBJECTS or head.head.i < head.i:
        return
    opening = (item for item in children(head.head, "advcl") if is_opening(item) and item.i < head.i)
    yield from _befallen_group(head.head)
    for deed in opening:
        yield Frame("nsubj:pass", deed)
    for clause in _clauses(head.head):
        told = child(clause, *SUBJECTS)
        if told is None and _is_gerund_passive(clause):
            yield Frame("nsubj:pass", clause)
        elif told is not None and _means(told, counted):
            yield Frame("nsubj:pass" if is_passive(clause) else "nsubj", clause)


def _befallen_group(those: Token) -> Iterator[Frame]:
    """Yield what befell those among whom somebody is: "among those killed", "… behind bars"."""
    if those.lower_ == "those" and preposition(those) == "among":
        yield from (Frame("nsubj:pass", clause) for clause in children(those, "acl") if clause.tag_ == "VBN")
        yield from (Frame("predicate", state) for state in those.children if says_of(state))


def _clauses(verb: Token) -> Iterator[Token]:
    """Yield the clauses of time behind a verb, and those of the place that it tells: "to a ward, where …"."""
    verbs = [verb, *(item for item in children(verb, "xcomp") if item.pos_ in PREDICATES)]
    for item in (part for above in verbs for part in children(above, "advcl", "obl") if part.i > verb.i):
        found = [item] if item.dep_ == "advcl" else children(item, "acl:relcl")
        yield from (clause for clause in found if _retells(clause))


def _retells(clause: Token) -> bool:
    opens = child(clause, "mark", "advmod")
    return clause.pos_ in PREDICATES | {"ADJ"} and opens is not None and opens.lower_ in FUNCTION_WORDS["retelling"]


def _is_gerund_passive(clause: Token) -> bool:
    return any(item.tag_ == "VBG" for item in children(clause, "aux:pass"))


def _means(pronoun: Token, counted: Counted) -> bool:
    """True for "he" or "she" of one person, "they" of several, with nobody else named between."""
    word = "singular_subject" if counted.amount.value == 1 else "plural_subject"
    if pronoun.lower_ not in FUNCTION_WORDS[word] or counted.amount.high == 0:
        return False
    between = counted.head.doc[counted.head.i + 1 : pronoun.i]
    return not any(_may_be_meant(item, counted) for item in between)


def _may_be_meant(token: Token, counted: Counted) -> bool:
    """True for another person, or several persons, whom the pronoun may mean as well."""
    if token.dep_ not in CORE | {"obl", "obl:agent", "conj"} or token in set(counted.head.subtree):
        return False
    if token.ent_type_ == ALIKE:
        return True
    several = token.tag_ in {"NNS", "NNPS"}
    return token.pos_ == "NOUN" and "person" in noun_classes(token) and several == (counted.amount.value != 1)
