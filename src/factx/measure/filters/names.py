"""Numbers in a name ("Falcon 9", "Four Seasons"), or beside it as an age ("Ana Ruiz, 44,")."""

from __future__ import annotations

from spacy.tokens import Token

from factx.measure.candidate import Candidate
from factx.measure.lexer import Lexeme, lower_at
from factx.measure.nouns import Noun, is_harm, is_person
from factx.measure.words import WORDS

_AGE_CLOSERS = frozenset({",", ")", ".", ";", "and", ""})
_LIST_MARKS = frozenset({",", ";", "and", "."})
_WHERE = frozenset({"in", "at", "near"})
_PAIR = 6  # tokens: "brothers, 16 and 18,"
_OLDEST = 120  # years that nobody has lived
_SINGULAR = frozenset({"NN", "NNP"})
_AROUND = 5
"""Tokens on either side that tell a headline."""
_WORD = 4
"""Letters from which a word has a capital in headlines, where "of" and "the" have none."""
_NAMED_THINGS = frozenset({"PRODUCT", "ORG", "MISC", "FAC"})


def is_age_of_name(token: Token, lexemes: list[Lexeme], item: Candidate, noun: Noun | None) -> bool:
    """True for bare digits behind a person: "Ana Ruiz, 44,", "Ana Ruiz (44)", ", now 26,", "her son, 6,"."""
    if token.i < 2 or noun is not None or item.bound != "exact":
        return False
    before, ahead = token.nbor(-1), token.nbor(-2)
    if _is_of_pair(token):
        return True
    if lower_at(lexemes, item.last) not in _AGE_CLOSERS:
        return False
    if before.lower_ in WORDS["then"]:
        return ahead.text == ","
    return before.text in {",", "("} and (ahead.ent_type_ == "PERSON" or _is_somebody(ahead, item))


def _is_somebody(token: Token, item: Candidate) -> bool:
    """True for the pronoun or the noun in the singular of a person who can be so many years old."""
    person = token.lower_ in WORDS["person_of_age"] or (token.tag_ == "NN" and is_person(token))
    return person and item.value is not None and item.value < _OLDEST


def _is_of_pair(token: Token) -> bool:
    """True for both ages of two persons: "two brothers, 16 and 18,"."""
    start = token.i - 2 if token.nbor(-1).lower_ == "and" else token.i
    pair = token.doc[max(start - 2, 0) : start + 4]
    if len(pair) < _PAIR or start < 2:
        return False
    noun, comma, first, joint, second, closer = pair
    closed = comma.text == "," and joint.lower_ == "and" and closer.text in _AGE_CLOSERS
    figures = all(age.text.isdecimal() and int(age.text) < _OLDEST for age in (first, second))
    return closed and figures and noun.tag_ == "NNS" and is_person(noun)


def has_letter(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for figures with one capital right behind them, read as a scale: "4B" of "Apt. 4B"."""
    last = lexemes[item.number.last - 1].text
    plain = item.money is None and item.unit is None and item.number.last == item.number.first + 2
    return plain and len(last) == 1 and last.isupper()


def is_name_number(token: Token, lexemes: list[Lexeme], item: Candidate, noun: Noun | None) -> bool:
    """True if bare digits end or continue a name ("Falcon 9", "Big 12", "Galaxy S 20 Ultra")."""
    if token.i == 0 or item.bound != "exact" or "," in lexemes[item.number.first].text or _is_of_headline(token):
        return False
    before = token.nbor(-1)
    if noun is None and token.dep_ in {"nummod", "flat"} and token.head.i == before.i and before.tag_ in _SINGULAR:
        return True
    if not _may_be_named(before):
        return False
    if token.dep_ == "flat" and token.head == before and (noun is None or noun.token.tag_ in _SINGULAR):
        return True
    if token.i + 1 < len(token.doc) and _continues_name(token.nbor()):
        return True
    return _ends_name(token, before, noun)


def _is_of_headline(token: Token) -> bool:
    """True for a count in few words: "Police Arrest 9 Over Riots", "Burundi 250 and Togo 90".

    So is the one in "in Lima 12 died".
    """
    in_few = in_title_case(token) or _is_share_of_place(token) or is_harm(token.nbor(-1), "verb")
    return in_few or _is_harmed_in_place(token)


def _is_harmed_in_place(token: Token) -> bool:
    """True for a number between a town and what befell so many there: "in Lima 12 were hurt"."""
    doc, name, verb = token.doc, token.nbor(-1), token.i + 1
    while verb < len(doc) and doc[verb].pos_ == "AUX":
        verb += 1
    told = verb < len(doc) and is_harm(doc[verb], "verb") and doc[verb].tag_ in {"VBD", "VBN"}
    led = name.i > 0 and name.nbor(-1).lower_ == "in"
    return told and led and name.ent_type_ == "LOC" and (verb > token.i + 1 or doc[verb].tag_ == "VBD")


def _is_share_of_place(token: Token) -> bool:
    """True for the 250 in "Kenya sent 300 men, Burundi 250 and Togo 90", which lacks its verb and noun."""
    doc, name = token.doc, token.i - 1
    if doc[name].ent_type_ != "LOC" or (token.i + 1 < len(doc) and doc[token.i + 1].lower_ not in _LIST_MARKS):
        return False
    while doc[name].ent_iob_ == "I":
        name -= 1
    mark = name - 1
    if mark > token.sent.start and (doc[mark].pos_ == "DET" or doc[mark].lower_ in _WHERE):
        mark -= 1  # "the Bahamas 90", "in Lima 90"
    before = doc[token.sent.start : max(mark, token.sent.start)]
    return mark >= token.sent.start and doc[mark].lower_ in _LIST_MARKS and any(word.pos_ == "NUM" for word in before)


def _may_be_named(before: Token) -> bool:
    """True for a capital word that is not merely the first of its sentence."""
    return not before.is_space and before.lower_ != before.text and (not before.is_sent_start or before.pos_ == "PROPN")


def _ends_name(token: Token, before: Token, noun: Noun | None) -> bool:
    """True for a number behind a name of which no plural follows, or inside a product's or body's name."""
    if before.ent_type_ in {"DATE", "LOC"} and noun is not None:
        return False
    if before.pos_ in {"PROPN", "ADJ"} and (noun is None or noun.token.tag_ in _SINGULAR):
        return True
    return token.ent_iob_ == "I" and token.ent_type_ in _NAMED_THINGS


def _continues_name(token: Token) -> bool:
    """True if a capitalised word goes on with the name; a people or a body would be what is counted."""
    return token.text[:1].isupper() and token.pos_ == "PROPN" and token.ent_type_ not in {"NORP", "ORG"}


def is_name_word(token: Token) -> bool:
    """True for a capital number word within a sentence that is part of a name ("the Big Three")."""
    if not token.text[:1].isupper() or token.is_sent_start or token.i == 0 or not token.nbor(-1).is_alpha:
        return False
    neighbours = [token.nbor(-1)] + ([token.nbor()] if token.i + 1 < len(token.doc) else [])
    capitalised = any(item.text[:1].isupper() and not item.is_sent_start for item in neighbours)
    return capitalised and not in_title_case(token)


def in_title_case(token: Token) -> bool:
    """True if the words around the token are capitalised because it stands in a headline."""
    around = [
        item
        for item in token.doc[max(token.i - _AROUND, 0) : token.i + _AROUND + 1]
        if len(item) >= _WORD and item.is_alpha
    ]
    return len(around) > 2 and all(item.text[:1].isupper() for item in around)
