"""Former values: what a number was before, beside what it is ("up from 14", "compared with 14")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.facts.counts.counted import Counted, start_of
from factx.facts.cues import CUES, FUNCTION_WORDS
from factx.facts.words import has_lemma

ESTIMATE = frozenset({"estimate"})
COMPARED = FUNCTION_WORDS["fewer"] | {"more"}
"""What stands before "than" and what a count was at another time: "24, five fewer than in 2023"."""
REACH = 6
"""Tokens before a former value among which "from" and what opens it stand ("down from a high of 14")."""


def is_former(item: Counted) -> bool:
    """True for "up from 14", "to 20 from 14", "compared with 14", "more than the 14 in May"."""
    return _is_former_at(item.head.doc, item.numeral.start, item.sent.start)


def is_earlier_figure(item: Counted) -> bool:
    """True for "cutting its earlier figure of 14", "far above a first estimate of 14"."""
    words = item.head.doc[start_of(item) - 1 : item.numeral.start]
    figure = next((word.nbor(-1) for word in words if word.lower_ == "of" and word.i > item.sent.start), None)
    if figure is None or not has_lemma(figure, CUES["number"] | ESTIMATE):
        return False
    return any(word.lower_ in FUNCTION_WORDS["first_told"] for word in figure.lefts)


def is_of_former(head: Token, first: Token) -> bool:
    """True for the time of a former value behind the count: "800 men, compared with 1,100 in 2015"."""
    between = head.doc[head.i + 1 : first.i]
    if any(_is_compared(word) for word in between[2:]):
        return True
    return any(word.pos_ == "NUM" and _is_former_at(head.doc, word.i, head.i) for word in between)


def _is_compared(than: Token) -> bool:
    """True for the "than" of "five fewer than in 2023", not of "and more than 40"."""
    more = than.nbor(-1)
    return than.lower_ == "than" and more.lower_ in COMPARED and more.nbor(-1).pos_ == "NUM"


def is_of_start(head: Token, first: Token) -> bool:
    """True for the time of what a count was at first: Monday in "rose from 14 on Monday to 31"."""
    at = first.i - 1
    while at > first.sent.start and first.doc[at].pos_ in {"ADP", "DET"}:
        at -= 1
    starts = first.doc[at].pos_ == "NUM" and first.doc[at - 1].lower_ == "from"
    return starts and any(item.lower_ == "to" for item in first.doc[first.i : head.i])


def is_of_newer(amount: Token, first: Token) -> bool:
    """True for the time of the value before a former one: "held 90 since May, against 40 last year"."""
    return first.i < amount.i and _is_former_at(amount.doc, amount.i, amount.sent.start)


def _is_former_at(doc: Doc, start: int, opening: int) -> bool:
    """True if a former value starts at a token, and what opens it behind another one."""
    for index in range(start - 1, max(start - REACH, opening), -1):
        word, before = doc[index], doc[index - 1].lower_
        if word.lower_ == "from":
            is_amount = doc[index - 1].pos_ == "NUM" or doc[index - 1].ent_type_ == "MONEY"
            return is_amount or before in FUNCTION_WORDS["change"]
        if word.lower_ in FUNCTION_WORDS["exceeding"] and word.nbor().lower_ == "the":
            return True
        if word.lower_ in FUNCTION_WORDS["compared_with"]:
            return before in FUNCTION_WORDS["compared"] or (word.lower_ in FUNCTION_WORDS["opposed"] and before == ",")
        if word.pos_ not in {"DET", "ADJ", "NOUN", "ADP", "SYM"} and word.lower_ not in FUNCTION_WORDS["bound"]:
            return False
    return False
