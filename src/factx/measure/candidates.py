"""Text → candidates: numbers with money, unit, rate, sign, bound and change; no parse is needed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from factx.measure.bounds import bound_after, bound_before
from factx.measure.candidate import Candidate
from factx.measure.changes import change_after, change_before
from factx.measure.compound_units import join_compounds
from factx.measure.exceptions import join_exceptions
from factx.measure.filters.by_text import drop_codes
from factx.measure.lexer import MINUSES, Lexeme, adjoins, lex, lower_at
from factx.measure.money import DOLLAR, Money, dollar_country, money_after, money_before
from factx.measure.number_words import Number, value_of
from factx.measure.numbers import find_numbers, in_metres, in_thousands, tidy
from factx.measure.ranges import join_conversions, join_ranges, share_units
from factx.measure.scales import read_scale
from factx.measure.si import to_si
from factx.measure.units import TIME_UNITS, rate_at, unit_at
from factx.measure.words import WORDS

_SPACED_SUFFIXES = frozenset({"M", "B", "m"})
_ROUNDED = 0.1
"""How far a rounded conversion may be from what it converts, as a share."""
_THING = 3
"""Words of what is measured, between the unit and its rate: "tonnes of liquefied natural gas a year"."""
_CHANGE_REACH = 4
"""Lexemes from a changed amount to one that says the same change otherwise: ", or about", ", or just (".
Farther on, brackets and alternatives are about something else.
"""


def find_candidates(text: str) -> tuple[list[Lexeme], list[Candidate]]:
    """Return the lexemes of a text and its candidates in text order; codes and scores are ``dropped``.

    >>> lexemes, found = find_candidates("They pledged more than US$2.5 million, 3 to 5 percent of it in 2017.")
    >>> [(item.value, item.low, item.high, item.bound, item.kind) for item in found if not item.dropped]
    [(2500000.0, None, None, 'more_than', 'money'), (None, 3.0, 5.0, 'exact', 'percent')]
    """
    lexemes = lex(text)
    numbers = find_numbers(lexemes)
    found = [_candidate(lexemes, in_thousands(lexemes, in_metres(lexemes, number))) for number in numbers]
    _part(found)
    found = join_compounds(lexemes, found)
    drop_codes(lexemes, found)
    found = join_ranges(lexemes, join_exceptions(lexemes, found))
    share_units(lexemes, found)
    for item in found:
        _bind(lexemes, item)
    join_conversions(lexemes, found)
    _share_changes(lexemes, found)
    _share_bounds(lexemes, found)
    return lexemes, found


def _part(found: list[Candidate]) -> None:
    """Drop a candidate whose sign belongs to the one before it ("1$-1"): that is no prose."""
    for one, other in pairwise(found):
        if other.first < one.last:
            other.first, other.money, other.dropped = one.last, None, True


def _candidate(lexemes: list[Lexeme], number: Number) -> Candidate:
    item = Candidate(number.first, number.last, number.last, number, number.value, number.low)
    _read_money(lexemes, item)
    if item.money is None:
        _read_unit(lexemes, item)
    read_scale(lexemes, item)
    rate = rate_at(lexemes, item.after)
    if rate is not None:
        item.per, item.after = rate
    elif item.kind == "measure":
        item.per = _rate_behind_thing(lexemes, item.after)
    _read_sign(lexemes, item)
    return item


def _rate_behind_thing(lexemes: list[Lexeme], i: int) -> str | None:
    """Return the time that divides an amount of something: "barrels of crude oil a day" → "day"; or None."""
    if lower_at(lexemes, i) != "of":
        return None
    for at in range(i + 1, min(i + 2 + _THING, len(lexemes))):
        rate = rate_at(lexemes, at) if at > i + 1 else None
        if rate is not None or lexemes[at].kind != "word":
            return rate[0] if rate is not None and rate[0] in TIME_UNITS else None
    return None


def _read_money(lexemes: list[Lexeme], item: Candidate) -> None:
    """Set the money beside a number: before it, after it, or after "of" for a vague one."""
    if item.number.form in {"both", "zero", "fold"}:
        return
    before, after = money_before(lexemes, item.first), _money_behind(lexemes, item.last)
    if before is None and after is None:
        after = _money_behind_suffix(lexemes, item)
    if before is not None:
        _take_money_before(lexemes, item, before, after)
    elif after is not None:
        country = dollar_country(lexemes, after.last) if after.name == DOLLAR else None
        item.money = after if country is None else Money(country[0], after.first, country[1])
        item.last = item.money.last
    elif item.number.form == "vague" and lower_at(lexemes, item.last) == "of":
        of_money = money_after(lexemes, item.last + 1)
        if of_money is not None:
            item.money, item.last = of_money, of_money.last
    item.after = item.last


def _money_behind(lexemes: list[Lexeme], i: int) -> Money | None:
    """Return the money after a number, unless a longer unit begins with its word."""
    after, unit = money_after(lexemes, i), unit_at(lexemes, i)
    return None if after is not None and unit is not None and unit[1] > after.last else after


def _money_behind_suffix(lexemes: list[Lexeme], item: Candidate) -> Money | None:
    """Return the money behind a letter and a blank, and read the letter: "70 m euros", no "100 m mark"."""
    at = item.last
    after = _money_behind(lexemes, at + 1) if at < len(lexemes) and lexemes[at].text in _SPACED_SUFFIXES else None
    if after is None or lower_at(lexemes, at + 1) in WORDS["other_word_money"] | {"won"}:
        return None
    _read_spaced_suffix(lexemes, item)
    return after if item.last > at else None


def _take_money_before(lexemes: list[Lexeme], item: Candidate, before: Money, after: Money | None) -> None:
    """Set the money before a number; what follows may say whose it is ("$5 million US", "Rs 50 rupees")."""
    _read_spaced_suffix(lexemes, item)
    name = after.name if after is not None and before.name.islower() else before.name
    item.first = before.first
    item.money = Money(name, before.first, item.last, doubtful=before.doubtful)
    if after is not None:
        item.last = after.last
    elif before.name.islower() or before.name == "USD":
        country = dollar_country(lexemes, item.last)
        if country is not None:
            item.money, item.last = Money(country[0], item.first, country[1]), country[1]


def _read_spaced_suffix(lexemes: list[Lexeme], item: Candidate) -> None:
    """Multiply by the letter behind money and a blank: "P6 M", "£12.5 m"; initials have a full stop."""
    at = item.last
    if item.value is None or item.number.scale != 1 or at >= len(lexemes) or lexemes[at].text not in _SPACED_SUFFIXES:
        return
    opens_name = lower_at(lexemes, at + 1) == "." and at + 2 < len(lexemes) and lexemes[at + 2].text[:1].isupper()
    if not opens_name:
        scale = value_of(lexemes, at)
        item.value, item.last = tidy(item.value * scale), at + 1
        item.number = replace(item.number, value=item.value, last=at + 1, scale=scale)


def _read_unit(lexemes: list[Lexeme], item: Candidate) -> None:
    at = item.last
    if lower_at(lexemes, at) == "of" and item.number.form == "vague":
        at += 1
    elif item.number.form == "fraction" and lower_at(lexemes, at) in WORDS["of"] | WORDS["indefinite"]:
        at += 1 + (lower_at(lexemes, at) == "of" and lower_at(lexemes, at + 1) in WORDS["indefinite"])
        if lower_at(lexemes, at - 1) == "of":
            return
    if item.number.form == "fold":
        item.unit = "fold"
        return
    if item.number.form in {"both", "zero"}:
        return
    found = unit_at(lexemes, at)
    if found is not None:
        item.unit, item.last = found
        item.after = item.last


def _read_sign(lexemes: list[Lexeme], item: Candidate) -> None:
    """A minus before the number or its currency ("minus-130", "-$5", "$-50.8bn") makes the value negative."""
    at = item.first
    sign = lower_at(lexemes, at - 1)
    if sign == "-" and lower_at(lexemes, at - 2) in WORDS["minus"] and adjoins(lexemes, at):
        sign, at = lower_at(lexemes, at - 2), at - 1
    if item.value is None or sign not in MINUSES | WORDS["minus"]:
        return
    if sign in MINUSES:
        joined = adjoins(lexemes, at - 1) and lexemes[at - 2].text not in {"(", "“", '"', "$", "€", "£"}
        if joined or not adjoins(lexemes, at) or _ends_dateline(lexemes, at - 2):
            return
        money = money_before(lexemes, at - 1)
        if money is not None and item.money is None:
            item.money, at = money, money.first + 1
    item.value, item.first = -item.value, at - 1


def _ends_dateline(lexemes: list[Lexeme], at: int) -> bool:
    """Whether a dash after this word sets off a dateline ("KABUL -$40 million", "(AP) -$40 million")."""
    before = lexemes[at].text if at >= 0 else ""
    return before == ")" or (len(before) > 2 and before.isalpha() and before.isupper())


def _bind(lexemes: list[Lexeme], item: Candidate) -> None:
    """Set bound and change from the words on both sides."""
    item.bound_first = item.first
    before = bound_before(lexemes, item.first)
    after = bound_after(lexemes, item.last) or bound_after(lexemes, item.after)
    if before is not None:
        item.bound, item.bound_first = before
    if after is not None and item.bound in {"exact", "about"}:
        item.bound = after[0]
        item.after = max(item.after, after[1])
    minor = item.money is not None and item.money.minor
    points = lower_at(lexemes, item.last) in WORDS["point"]
    counts = item.kind != "percent" and not minor and not points
    item.change = change_before(lexemes, item.bound_first, counts) or change_after(
        lexemes, item.after, item.kind == "percent"
    )
    if item.change is None and item.kind == "percent" and lower_at(lexemes, item.first - 1) == "+":
        item.change = "up"


def _share_bounds(lexemes: list[Lexeme], found: list[Candidate]) -> None:
    """Give a conversion in brackets the bound of what it converts ("under 3 kg (6.6 lb)")."""
    for left, right in pairwise(found):
        if left.bound == "exact" or right.bound != "exact" or right.is_range or left.is_range:
            continue
        opened = [piece.lower for piece in lexemes[left.last : right.first]] in (["("], ["/"], [";"])
        if opened and (left.equivalent is right or (left.converts and right.converts) or _is_same_measure(left, right)):
            right.bound = left.bound


def _is_same_measure(left: Candidate, right: Candidate) -> bool:
    """True if two amounts in different units are about the same in SI units."""
    if left.unit is None or right.unit is None or left.unit == right.unit:
        return False
    one, other = to_si(left.value, left.unit), to_si(right.value, right.unit)
    if one is None or other is None or one[1] != other[1]:
        return False
    return abs(one[0] - other[0]) <= _ROUNDED * abs(one[0])


def _share_changes(lexemes: list[Lexeme], found: list[Candidate]) -> None:
    """Give the second amount of "lost 190 points, or 0.6 %", "rose 5 points (2 %)" the first one's change."""
    previous: Candidate | None = None
    for item in found:
        if (
            previous is not None
            and previous.change
            and item.change is None
            and item.kind in {"percent", "money", "measure"}
        ):
            between = [piece.lower for piece in lexemes[previous.after : item.bound_first]]
            if between[-1:] in (["or"], ["("]) and len(between) <= _CHANGE_REACH:
                item.change = previous.change
        previous = item
