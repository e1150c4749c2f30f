"""Numbers that a parse joins to the number before them, though a clause of their own follows.

"The flood has killed nine and 4,000 have fled": parsers like to make one list of both, so that the
flood would have killed the 4,000.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.tokens import Doc, Token

from factx.model.doc_cache import word_ids
from factx.model.syntax import FINITE, PREDICATES, children

CONJUNCTS = word_ids(frozenset({"conj"}))
NUMERALS = word_ids(frozenset({"CD"}))
DONE_TO = frozenset({"obj", "obl", "nsubj:pass"})
"""What the first number is to its verb: of "40 or 50 are missing" both are subjects."""


def untie_numbers(doc: Doc) -> Doc:
    """Make such numbers the subjects of the clauses behind them, in place."""
    for number in _joined_numbers(doc):
        predicate = _predicate_behind(number)
        if predicate is not None and not _is_far_above(predicate, number.head.head):
            _untie(number, predicate)
    return doc


def _joined_numbers(doc: Doc) -> Iterator[Token]:
    """The numerals without a noun that are a conjunct of one that stands behind its verb."""
    at = np.isin(doc.to_array("DEP"), list(CONJUNCTS)) & np.isin(doc.to_array("TAG"), list(NUMERALS))
    for index in np.flatnonzero(at).tolist():
        number = doc[index]
        first = number.head
        verb = first.head
        if first.tag_ == "CD" and first.dep_ in DONE_TO and verb.pos_ in PREDICATES and verb.i < first.i:
            yield number


def _predicate_behind(number: Token) -> Token | None:
    """The head of a finite clause right behind a number that has no subject of its own but "more"."""
    after = number.i + 1
    while after < number.sent.end and number.doc[after].pos_ == "ADV":
        after += 1
    if after >= number.sent.end:
        return None
    opens = number.doc[after]
    is_auxiliary = opens.pos_ == "AUX" and opens.head.i > number.i and opens.dep_ in {"aux", "aux:pass", "cop"}
    predicate = opens.head if is_auxiliary else opens
    is_finite = is_auxiliary or (opens.tag_ in FINITE - {"VBD"} and opens.pos_ in PREDICATES)
    has_subject = any(item.i > number.head.i and item.pos_ != "ADV" for item in _subjects(predicate))
    return predicate if is_finite and not has_subject else None


def _is_far_above(predicate: Token, verb: Token) -> bool:
    """True if a verb is said neither of the predicate nor of its subject, but deeper below it."""
    near = verb.head == predicate or (verb.head in _subjects(predicate))
    return not near and predicate.is_ancestor(verb)


def _subjects(predicate: Token) -> list[Token]:
    return children(predicate, "nsubj", "nsubj:pass")


def _untie(number: Token, predicate: Token) -> None:
    """Tie a number to the predicate behind it, and that to the verb before it."""
    verb = number.head.head
    for item in _subjects(predicate):
        if item.i > number.i:
            item.head, item.dep_ = number, "advmod"  # "and 14 more were injured"
        elif verb.head == item:
            _make_main(verb, predicate)
            item.head = verb  # "the clashes wounded 40 and eight have died", as if wounded clashes had died
    if verb.head == predicate:
        _make_main(verb, predicate)  # "killed 40 and 12 remain missing", as if the killing remained missing
    passive = any(item.dep_ == "aux:pass" for item in predicate.children)
    number.head, number.dep_ = predicate, "nsubj:pass" if passive else "nsubj"
    predicate.head, predicate.dep_ = verb, "conj"
    for mark in children(number, "cc"):
        mark.head = predicate


def _make_main(verb: Token, predicate: Token) -> None:
    """Put a verb where the predicate stands in the sentence."""
    verb.dep_ = predicate.dep_
    verb.head = verb if predicate.head == predicate else predicate.head
