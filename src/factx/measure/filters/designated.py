"""Numbers that a word before or behind makes a name or an address: "Article 370", "221 Baker Street"."""

from __future__ import annotations

from factx.base import lexicon
from factx.measure.candidate import Candidate
from factx.measure.filters.names import has_letter
from factx.measure.filters.phones import is_bare
from factx.measure.lemmas import IRREGULAR
from factx.measure.lexer import Lexeme, adjoins, lower_at
from factx.measure.words import CONTEXTS

_ROWS = lexicon.read("measure/designators")
DESIGNATORS = {row["word"]: row["place"] for row in reversed(_ROWS)}
"""How each word makes a number a name; of two rows of a word the first counts."""
_STREETS = frozenset(row["word"] for row in _ROWS if row["place"] == "street")
_MOST_NUMBERED = 100  # seasons, rounds and the like of one name
_LONGEST_STREET = 4  # lexemes of "10 Martin Luther King Street"
_SHORTEST_PLURAL = 4  # letters: "is" and "was" are none
_NAMES_JOINED = ((",",), ("and",), ("or",), ("&",), (",", "and"), ("to",), ("through",), ("-",), ("–",))
"""What stands between two numbers of names."""


def is_designated(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if the word before makes the number a name: "Article 370", "No. 5", "Type-2"."""
    if item.number.form not in {"digits", "words"} or not (is_bare(item) or has_letter(lexemes, item)):
        return False
    at = item.number.first - 1
    if lower_at(lexemes, at) in {".", "-"}:
        at -= 1
    word = lower_at(lexemes, at)
    place = DESIGNATORS.get(word) if at >= 0 else None
    return place is not None and _is_in_place(lexemes, item, at, place)


def _is_in_place(lexemes: list[Lexeme], item: Candidate, at: int, place: str) -> bool:
    """True if the word at ``at`` is written as one that makes the number a name."""
    if place == "dot":
        return lower_at(lexemes, at + 1) == "." and adjoins(lexemes, at + 1)
    if place == "name":
        before = lexemes[at - 1] if at > 0 else None
        return lexemes[at].text.istitle() and before is not None and (before.text.istitle() or before.kind == "digits")
    if place == "alone":
        return _numbers_one(lexemes, item)  # not "on Christmas Day 12 people died"
    if place == "capital":
        if at > 0 and lexemes[at - 1].lower in CONTEXTS["picks_out"]:
            return False  # "last year 12 died"
        return not lexemes[at].text.islower() or _numbers_one(lexemes, item)
    return item.number.form == "digits" or lexemes[at].text[:1].isupper()


def continues_names(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> bool:
    """True if a number goes on with the names before: "Articles 5 and 6", "iPhone 9 and 9 Plus"."""
    between = tuple(piece.lower for piece in lexemes[left.number.last : right.first])
    if between not in _NAMES_JOINED or not is_bare(right) or right.number.form != left.number.form:
        return False
    after = right.number.last
    following = lexemes[after] if after < len(lexemes) else None
    if following is None or following.kind != "word" or following.lower in CONTEXTS["after_named_number"]:
        return True
    return following.text[0].isupper() and left.value == right.value


def _numbers_one(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if a number after "season" and the like names one: no plural follows ("season 2 of")."""
    after = lower_at(lexemes, item.number.last)
    whole = lexemes[item.number.first].text.isdecimal() or item.number.form == "words"
    return (
        whole
        and not (after.isalpha() and after.endswith("s") and len(after) >= _SHORTEST_PLURAL)
        and after not in IRREGULAR
        and (item.value or 0) < _MOST_NUMBERED
    )


def is_address(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if the number opens an address: "221 Baker Street", "10 Downing St."."""
    if item.number.form != "digits" or not is_bare(item):
        return False
    at = item.number.last
    for ahead in range(at, min(at + _LONGEST_STREET, len(lexemes))):
        if lexemes[ahead].kind != "word" or not lexemes[ahead].text[:1].isupper():
            return False
        if ahead > at and lexemes[ahead].lower in _STREETS:
            return True
    return False
