"""Bare numbers of a noun counted before ("rose 64 points to 577", "460 cars, up from 63").

A bare number goes on with a noun of its sentence that was counted before where it

1. stands behind "to" right after the noun;
2. is compared with the noun's number ("compared with 63");
3. is a part of it ("nine of them", "40 of whom");
4. is determined, but by no noun of its own ("another 20", "the union's 90", "the 12 who left");
5. is the subject or object of a verb that may have the noun ("52 were found", "lost nine").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from factx.measure.candidate import Candidate
from factx.measure.lexer import Lexeme, lower_at
from factx.measure.nouns import Noun, is_harm, is_person
from factx.measure.places import Places
from factx.measure.words import WORDS

_REACH = 30
"""Lexemes back to the noun that a bare number may refer to: within the sentence."""
_ALIKE = 10
"""How many times greater one of two compared numbers may be."""
_FOLLOWING = frozenset({"PUNCT", "AUX", "VERB", "CCONJ", "SCONJ", "ADP", "ADV", "PRON"})
"""What may follow a number that stands alone."""
_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "ROOT", "conj", "appos"})
"""Relations of a noun that the next clause may go on with: no place and no time."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun and the number it has."""

    value: float | None
    noun: Noun


def continued_noun(lexemes: list[Lexeme], counted: list[Counted], item: Candidate) -> Noun | None:
    """Return the noun that an elliptical number refers to ("460 cars, compared with 63" → cars), or None.

    Of several nouns before it is the last one with a number of like size ("264 people in 41 cities,
    up from 247": people).
    """
    if not counted or item.kind != "count" or item.number.form not in {"digits", "words"} or item.per is not None:
        return None
    at, last = item.bound_first, counted[-1].noun
    before = [piece.lower for piece in lexemes[max(at - 2, 0) : at]]
    if before[-1:] == ["to"] and last.end <= lexemes[at - 1].start <= last.end + 1:
        return last
    if lower_at(lexemes, item.after) == "who" and is_person(last.token):
        return last if _in_same_clause(lexemes, last, at) else None
    if {" ".join(before), " ".join(before[-1:])} & WORDS["compared"]:
        return next((one.noun for one in _near(lexemes, counted, item)), None)
    return None


def implied_noun(places: Places, lexemes: list[Lexeme], counted: list[Counted], item: Candidate) -> Noun | None:
    """Return the noun that a bare number has by the syntax ("five hurt, two of them badly"), or None.

    It names the unit; who is meant in a fact may be another ("six rebels fled and two were killed").
    """
    if not counted or item.kind != "count" or item.number.form not in {"digits", "words"} or item.per is not None:
        return None
    near = _near(lexemes, counted, item)
    if _is_part(lexemes, item):
        return next((one.noun for one in near if _is_greater(one.value, item.value)), None)
    token = places.at(lexemes[item.first].start)
    if token is None or not _stands_alone(places, lexemes, item):
        return None
    if _is_determined(token, lexemes, item):
        return next((one.noun for one in near), None)
    return next((one.noun for one in near if _may_be_had(token, one.noun)), None)


def _near(lexemes: list[Lexeme], counted: list[Counted], item: Candidate) -> Iterator[Counted]:
    """Yield what was counted in the sentence before a number and is of like size, the last first."""
    for one in reversed(counted):
        if not _in_same_clause(lexemes, one.noun, item.bound_first):
            return
        if _are_alike(one.value, item.value):
            yield one


def _in_same_clause(lexemes: list[Lexeme], noun: Noun, at: int) -> bool:
    """True if the noun stands in the sentence, at most so many lexemes before lexeme ``at``."""
    for i in range(at - 1, max(at - _REACH, -1), -1):
        if lexemes[i].start < noun.end:
            return True
        if lexemes[i].text in {".", ";"} or lexemes[i].kind == "line":
            return False
    return False


def _are_alike(one: float | None, other: float | None) -> bool:
    if not one or not other:
        return False
    return 1 / _ALIKE <= abs(one / other) <= _ALIKE


def _is_greater(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one > other


def _is_part(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True before "of them", "of whom"."""
    return lower_at(lexemes, item.after) == "of" and lower_at(lexemes, item.after + 1) in WORDS["them"]


def _stands_alone(places: Places, lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if no word right behind the number says what it counts."""
    following = places.after(lexemes[item.last - 1].end)
    return following is None or (following.pos_ in _FOLLOWING and following.tag_ != "POS")


def _is_determined(token: Token, lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for "another 20", "the union's 90", and for "the 12" before a clause."""
    before = token.nbor(-1) if token.i > 0 else None
    if before is None:
        return False
    if before.lower_ in WORDS["goes_on_counting"]:
        return token.lower_ != "one"
    if before.tag_ == "POS":
        return True
    return before.lower_ == "the" and lower_at(lexemes, item.after) in WORDS["opens_relative"]


def _may_be_had(token: Token, noun: Noun) -> bool:
    """True if the number is subject or object of a verb that the noun may have so as well."""
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"} or token.dep_ not in {"nsubj", "nsubj:pass", "obj"}:
        return False
    of_persons = any(is_harm(verb, kind) for kind in ("verb", "patient")) or verb.lemma_.lower() in WORDS["has_persons"]
    if of_persons:
        return is_person(noun.token)
    if token.dep_ == "obj":
        return noun.token.dep_ == "obj" and noun.token.head in (verb.head, verb)
    passive = token.dep_ == "nsubj:pass" or verb.lemma_ == "be"
    return passive and noun.token.dep_ in _CORE
