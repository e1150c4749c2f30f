"""Bare numbers that are ages of persons named or counted before them: no counts."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from factx.facts.cues import FUNCTION_WORDS
from factx.model import child, preposition

OLDEST_AGE = 110
"""Years; a bare number between commas up to this is taken for an age, and nobody in the news is older."""


_MARKS_BEFORE, _MARKS_AFTER = frozenset({",", "("}), frozenset({",", ")", ".", ";"})
_OPENING = frozenset({"(", "-", "–"})
PAIR, AFTER_NAME = 6, 4
"""Words from whose age is told to the comma behind: "sons, six and eight,", "Holt, three,"."""
_SHARED = "both"
_SUFFIXES = tuple(f"-{unit}-{aged}" for unit in FUNCTION_WORDS["age_unit"] for aged in FUNCTION_WORDS["aged"])


def is_of_age(noun: Token) -> bool:
    """True for "a 9-year-old", "a 9-year old", "two 14-year-olds", in one token or in several."""
    if noun.lower_ not in FUNCTION_WORDS["aged"]:
        return noun.lower_.endswith(_SUFFIXES)
    place = noun.i - 1
    if place > 0 and noun.doc[place].text == "-":
        place -= 1
    unit = noun.doc[place] if place > 0 else None
    return unit is not None and unit.lower_ in FUNCTION_WORDS["age_unit"]


def is_age(tokens: Span) -> bool:
    """True for a bare number between commas or brackets, as ages are ("the captain, 24, was hurt").

    So is the last of such numbers ("three clerks, 24, 30 and 41, were hurt"), one that two share ("a
    nurse and a baker, both 23"), and one behind a name, before a home or a remark ("Ana Ruiz, 57 of
    Leeds").
    """
    doc, before, after = tokens.doc, tokens.start - 1, tokens.end
    if len(tokens) == 1 and (_is_of_pair(tokens[0]) or _is_behind_name(tokens[0])):
        return True
    if len(tokens) != 1 or not _may_be_age(tokens[0]) or before < 0 or after >= len(doc):
        return False
    if doc[before].lower_ == _SHARED:
        return True
    if doc[after].text in _MARKS_AFTER:
        if before > 1 and doc[before].lower_ == "and" and _may_be_age(doc[before - 1]):
            before -= 2
        return doc[before].text in _MARKS_BEFORE
    named = before > 0 and doc[before].text == "," and doc[before - 1].ent_type_ == "PERSON"
    return named and _goes_on(doc, before - 1, after)


def _is_of_pair(number: Token) -> bool:
    """True for each of the two ages in "their sons, six and eight, were hurt", "nine and 13"."""
    doc, at = number.doc, number.i
    first = at if at > 0 and doc[at - 1].text == "," else at - 2
    words = doc[max(first - 2, 0) : first + 4]
    if len(words) < PAIR or [words[1].text, words[3].lower_] != [",", "and"] or words[5].text not in _MARKS_AFTER:
        return False
    return all(map(_may_be_spelled_age, (words[2], words[4]))) and words[0].tag_ == "NNS"


def _is_behind_name(number: Token) -> bool:
    """True for the age in words of one person: "Mia Holt, three, was hurt", "a girl, five, drowned"."""
    words = number.doc[max(number.i - 2, 0) : number.i + 2]
    if len(words) < AFTER_NAME or not number.is_alpha or number.pos_ != "NUM":
        return False
    determiner = child(words[0], "det", "nmod:poss")
    single = determiner is not None and determiner.lower_ in FUNCTION_WORDS["of_a_person"]
    one = words[0].ent_type_ == "PERSON" or (words[0].tag_ == "NN" and single and preposition(words[0]) is None)
    return one and [words[1].text, words[3].text] == [",", ","]


def _opens_remark(doc: Doc, place: int) -> bool:
    """True where a bracket, a dash or "of" with a name begins."""
    if doc[place].text in _OPENING:
        return True
    home = doc[place + 1] if doc[place].lower_ == "of" and place + 1 < len(doc) else None
    return home is not None and (home.ent_type_ == "LOC" or home.like_num)


def _goes_on(doc: Doc, name: int, place: int) -> bool:
    """True where a remark follows, or what somebody named did: "Ana Ruiz, 57 was"."""
    if _opens_remark(doc, place):
        return True
    told = doc[place].lower_
    first = next((at for at in range(name, 0, -1) if doc[at - 1].ent_type_ != "PERSON"), 0)
    joined = first > 0 and doc[first - 1].lower_ == "and"
    return told in FUNCTION_WORDS["of_one"] or (joined and told in FUNCTION_WORDS["of_several"])


def _may_be_age(token: Token) -> bool:
    return token.text.isdecimal() and int(token.text) <= OLDEST_AGE


def _may_be_spelled_age(token: Token) -> bool:
    return (token.pos_ == "NUM" and token.is_alpha) or _may_be_age(token)
