"""Telephone numbers: "555-0199", "1-800-555", "020 7946 0321", "called 911"."""

from __future__ import annotations

from factx.measure.candidate import Candidate
from factx.measure.lexer import HYPHENS, Lexeme, adjoins, lower_at
from factx.measure.words import WORDS

_DIGITS_OF_AREA, _DIGITS_OF_LINE = 3, 4  # of a telephone number
_LONGEST_CODE = 5  # digits of an area or a country with the zeros before it


def is_bare(item: Candidate) -> bool:
    """True for a number without money, unit and scale."""
    return item.money is None and item.unit is None and item.number.scale == 1


def is_phone(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> bool:
    """True if two numbers make a telephone number: "555-0199", "1-800-555"."""
    if not _are_hyphened(lexemes, left, right):
        return False
    a, b = lexemes[left.number.first].text, lexemes[right.number.first].text
    if not (a.isdecimal() and b.isdecimal()):
        return False
    local = len(a) <= _DIGITS_OF_AREA and len(b) == _DIGITS_OF_LINE
    return _is_third(lexemes, left, right) or (b.startswith("0") and len(b) > 1) or local


def phones_in_groups(lexemes: list[Lexeme], found: list[Candidate]) -> list[Candidate]:
    """Return the groups of figures of telephone numbers: "020 7946 0321", "+44 20 7946 0321"."""
    groups: list[Candidate] = []
    for item in found:
        first = item.number.first
        bare = item.number.form == "digits" and is_bare(item) and lexemes[first].text.isdecimal()
        goes_on = bool(groups) and groups[-1].number.last == first and not adjoins(lexemes, first)
        if bare and (_opens_phone(lexemes, first) or goes_on):
            groups.append(item)
    last = {item.number.last for item in groups}
    return [item for item in groups if item.number.first in last or _goes_on(lexemes, item, groups)]


def _goes_on(lexemes: list[Lexeme], item: Candidate, groups: list[Candidate]) -> bool:
    return any(item.number.last == other.number.first for other in groups)


def _opens_phone(lexemes: list[Lexeme], i: int) -> bool:
    """True for the first figures of a telephone number: "020", and "44" behind a plus."""
    text = lexemes[i].text
    code = text.startswith("0") and 1 < len(text) <= _LONGEST_CODE
    return code or (lower_at(lexemes, i - 1) == "+" and adjoins(lexemes, i) and len(text) <= _LONGEST_CODE)


def is_emergency_number(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for "called 911" and "a 999 call", not for "called 112 witnesses"."""
    if lexemes[item.number.first].text not in WORDS["emergency_number"] or not is_bare(item):
        return False
    following = lexemes[item.number.last].text if item.number.last < len(lexemes) else ""
    if following.lower() in WORDS["of_emergency_number"]:
        return True
    counts = following.islower() and following.endswith("s") and following not in WORDS["no_age_before"]
    return lower_at(lexemes, item.number.first - 1) in WORDS["calls_number"] and not counts


def _are_hyphened(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> bool:
    """True for bare digits on both sides of a tight hyphen."""
    if left.number.form != "digits" or right.number.form != "digits" or right.number.first != left.number.last + 1:
        return False
    if lower_at(lexemes, left.number.last) not in HYPHENS or not adjoins(lexemes, right.number.first):
        return False
    return adjoins(lexemes, left.number.last) and is_bare(left) and is_bare(right)


def _is_third(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> bool:
    """True if a third group of digits is tied to the two by a hyphen."""
    first, last = left.number.first, right.number.last
    before = lower_at(lexemes, first - 1) == "-" and first > 1 and adjoins(lexemes, first)
    after = lower_at(lexemes, last) == "-" and last + 1 < len(lexemes) and adjoins(lexemes, last + 1)
    return (before and lexemes[first - 2].kind == "digits") or (after and lexemes[last + 1].kind == "digits")
