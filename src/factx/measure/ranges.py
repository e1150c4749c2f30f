"""Numbers that belong together: ranges ("10 to 15 billion"), lists with one unit, conversions.

Two neighbours with one unit or money are one range if between them is

1. a dash that adjoins both, and the right one is greater ("24-35"); else it is a score ("2-0");
2. "to" or "through", unless a word of change makes them start and end ("rose from 14 to 31");
3. "and" with "between" before them;
4. "or", and they are neighbours ("three or four").

The magnitude of the right one is the left one's as well if that is bare: "two or three hundred",
"10-12,000".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from factx.measure.bounds import bound_before
from factx.measure.candidate import Candidate
from factx.measure.changes import change_before, is_change
from factx.measure.lexer import RANGE_DASHES, Lexeme, adjoins, lower_at
from factx.measure.money import DOLLAR
from factx.measure.number_words import HUNDRED
from factx.measure.numbers import DOTTED
from factx.measure.words import CONTEXTS, WORDS

_TO = (("to",), ("-", "to", "-"), ("through",))
_COMMAS = (
    (",",),
    ("and",),
    ("or",),
    (",", "and"),
    (",", "or"),
    ("to",),
    ("-", "and"),
    ("-", "or"),
    ("-", "and", "a"),
    ("-", "and", "an"),
)
_CLAUSE_REACH = 10
"""Lexemes back to the word of change in the clause."""
_SPREAD = 3
"""How many times greater the right end of a range may be after a verb of change: more is a rise to it."""
_CLOSE = 0.5
"""How far round alternatives may be apart, as a share of the first ("40 or 50", not "10 or 200")."""
_FALL = 10.0
"""How many times greater either end of a change may be to share its magnitude: "from 40 to 30 million"."""
_THOUSAND = 1000.0
"""What a comma in figures stands for."""
_WIDEST = 5
"""How many times greater the right end may be for its thousands to be the left one's: "2 to 10,000"."""
_INTRODUCTION = 8
"""Lexemes between money and its conversion: bound words and little else."""


def join_ranges(lexemes: list[Lexeme], found: list[Candidate]) -> list[Candidate]:
    """Return the candidates with the two ends of each range merged."""
    joined: list[Candidate] = []
    for item in reversed(found):
        if not joined or item.dropped or joined[-1].dropped:
            joined.append(item)
            continue
        right = joined[-1]
        between = tuple(piece.lower for piece in lexemes[item.after if item.per else item.last : right.first][:4])
        merged = None if right.is_range else _range(lexemes, item, right, between)
        if merged is None:
            joined.append(item)
        else:
            joined[-1] = merged
    return joined[::-1]


def _range(lexemes: list[Lexeme], left: Candidate, right: Candidate, between: tuple[str, ...]) -> Candidate | None:
    if left.value is None or right.value is None or not _same_unit(left, right) or left.number.form == "zero":
        return None
    if len(between) == 1 and between[0] in RANGE_DASHES:
        if not (adjoins(lexemes, left.last) and adjoins(lexemes, right.first)) and between[0] == "-":
            return None
        return _dash_range(lexemes, left, right)
    if between in _TO:
        return _to_range(lexemes, left, right)
    if between == ("and",) and lower_at(lexemes, _opening(lexemes, left) - 1) == "between":
        return _ordered(lexemes, left, right)
    if between == ("or",) and _are_neighbours(left, _scaled_left(lexemes, left, right), right):
        return _ordered(lexemes, left, right)
    return None


def _opening(lexemes: list[Lexeme], left: Candidate) -> int:
    """Return the first lexeme of the left end, bound words included ("between about 3 and 5")."""
    bound = bound_before(lexemes, left.first)
    return left.first if bound is None else bound[1]


def _same_unit(left: Candidate, right: Candidate) -> bool:
    if left.per is not None and right.per not in {None, left.per}:
        return False
    if left.money is not None:
        return right.unit is None and (right.money is None or _is_same_money(left.money.name, right.money.name))
    return left.unit is None or (right.unit in {left.unit, None} and right.money is None)


def _is_same_money(left: str, right: str) -> bool:
    """True if two names are one money, by its sign or word ("from £3 million to 5 million pounds").

    "$" is any dollar beside a qualified one ("from $75 U.S. to $45").
    """
    if DOLLAR in {left, right}:
        return all(name == DOLLAR or name.endswith("D") for name in (left, right))
    return left.removesuffix(" sign") == right.removesuffix(" sign")


def _dash_range(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> Candidate | None:
    """Return the range of "24-35" or "$10-15 million"; if it falls, drop both ends as a score ("2-0")."""
    left_value, right_value = _scaled_left(lexemes, left, right), right.value
    if left_value is None or right_value is None or left.number.form != right.number.form:
        return None
    if left_value >= right_value or right_value < 0:
        left.dropped = right.dropped = True
        return None
    merged = _merge(left, right, left_value, right_value)
    merged.dashed = True
    return merged


def _to_range(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> Candidate | None:
    """Return the range of "from 5 to 8", "5 to 8 percent"; None for a change ("rose from 14 to 31").

    What falls is one, whatever the verb: "the toll, from 61 to 54". Both ends have the magnitude of
    the second: "rose from 2 to 3 million".
    """
    start = _opening(lexemes, left)
    is_from = lower_at(lexemes, start - 1) == "from"
    low, high = _scaled_left(lexemes, left, right, most=_FALL if is_from else 1.0), right.value
    if low is None or high is None or left.number.form == "fraction" != right.number.form:  # "by a third to 40"
        return None
    changes = _changes_from if is_from else _changes_to
    if not changes(lexemes, start, left, right, low, high):
        return _merge(left, right, low, high)
    if is_from and right.number.scale > 1 and high < _FALL * low:
        left.value = low
    return None


def _changes_from(
    lexemes: list[Lexeme], start: int, left: Candidate, right: Candidate, low: float, high: float
) -> bool:
    """True if "from 14 to 31" is what changed: behind a word of change, and bare figures that fall."""
    bare = right.unit is None and right.money is None
    falls = low >= high and bare and left.unit is None and left.money is None
    if not falls and lower_at(lexemes, start - 2) in WORDS["opens_range"]:
        return False  # "rose to anywhere from 20 to 30"
    is_sum = left.money is not None and left.per is None and right.per is None
    return falls or ((bare or is_sum) and _tells_change(lexemes, start))


def _changes_to(lexemes: list[Lexeme], start: int, left: Candidate, right: Candidate, low: float, high: float) -> bool:
    """True if "14 to 31" is a figure and what it changed to: "rose 5 to 31"."""
    bare = right.unit is None and right.money is None
    verb = change_before(lexemes, start, is_count=False)
    measured = left.unit is not None or left.money is not None
    return low >= high or (verb is not None and (measured or (bare and high > _SPREAD * low)))


def _tells_change(lexemes: list[Lexeme], i: int) -> bool:
    """True if a word of change precedes lexeme ``i`` in its clause ("rose on Monday from 14 to 31")."""
    for at in range(i - 1, max(i - 1 - _CLAUSE_REACH, -1), -1):
        if lexemes[at].kind == "line" or lexemes[at].text in {".", ";", ":"}:
            return False
        if is_change(lexemes[at]) or lexemes[at].lower in WORDS["revising"]:
            return True
    return False


def _ordered(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> Candidate | None:
    left_value = _scaled_left(lexemes, left, right)
    if left_value is None or right.value is None or left_value >= right.value:
        return None
    return _merge(left, right, left_value, right.value)


def _are_neighbours(left: Candidate, low: float | None, right: Candidate) -> bool:
    """True if alternatives are neighbours ("three or four"): one apart, or close and both round."""
    if low is None or right.value is None or left.unit is not None or left.money is not None:
        return False
    gap = right.value - low
    if low != left.value:
        return 0 < gap <= low
    return 0 < gap <= 2 or (0 < gap <= _CLOSE * low and low % 10 == 0 and right.value % 10 == 0)


def _scaled_left(lexemes: list[Lexeme], left: Candidate, right: Candidate, most: float = 1.0) -> float | None:
    """Return the value of the left end, scaled as the right end if it has no scale ("$10 to $15 billion").

    It is so if it is below the right end's figure, or below ``most`` times that.
    """
    if left.value is None or right.value is None:
        return None
    scale = right.number.scale * _hundreds(left, right) if right.number.scale > 1 else _thousands(lexemes, left, right)
    if scale > 1 and left.number.scale == 1 and left.value < most * right.value / scale and left.unit is None:
        return float(f"{left.value * scale:.15g}")
    return left.value


def _hundreds(left: Candidate, right: Candidate) -> int:
    """Return 100 where two ends share hundreds as well: "three to four hundred million"; else 1."""
    hundreds = (right.value or 0.0) / right.number.scale / HUNDRED
    in_words = left.number.form == right.number.form == "words"
    return HUNDRED if in_words and hundreds.is_integer() and (left.value or 0.0) < hundreds else 1


def _thousands(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> float:
    """Return the magnitude that the right end's figures show, not the left's ("5 to 6,000"), else 1."""
    if left.value is None or right.value is None or right.number.form != "digits":
        return 1.0
    if right.value >= _THOUSAND and all(DOTTED.fullmatch(lexemes[item.number.first].text) for item in (left, right)):
        return _THOUSAND
    if right.value % HUNDRED:
        return 1.0
    if left.number.form == "words" and right.value == HUNDRED * (left.value + 1):
        return float(HUNDRED)
    figures = lexemes[right.number.first].text
    grouped = ("," in figures or DOTTED.fullmatch(figures)) and left.value < _THOUSAND
    return _THOUSAND if grouped and right.value <= _WIDEST * _THOUSAND * left.value else 1.0


def _merge(left: Candidate, right: Candidate, low: float, high: float) -> Candidate:
    return replace(
        right,
        first=left.first,
        value=None,
        low=min(low, high),
        high=max(low, high),
        money=left.money or right.money,
        unit=right.unit or left.unit,
        per=right.per or left.per,
        is_range=True,
    )


def share_units(lexemes: list[Lexeme], found: list[Candidate]) -> None:
    """Give bare numbers of a list the unit at its end ("3, 5 and 7 percent"); their texts do not change."""
    right: Candidate | None = None
    for item in reversed(found):
        if right is not None and _lacks_unit(item) and not (item.dropped or right.dropped) and item.value is not None:
            between = tuple(piece.lower for piece in lexemes[item.last : right.first][:4])
            if between in _COMMAS:
                item.unit = right.unit
                item.money = right.money if right.money is not None and right.money.first > right.first else None
        right = item


def _lacks_unit(item: Candidate) -> bool:
    return item.money is None and item.unit is None and item.number.form in {"digits", "words"}


def join_conversions(lexemes: list[Lexeme], found: list[Candidate]) -> None:
    """Link "(US$1.3 million)", ", about $1.3 million", ", or $1.3 million" to the money before."""
    for left, right in pairwise(found):
        if left.money is None or right.money is None or left.money.name == right.money.name or left.converts:
            continue
        if left.is_range != right.is_range or left.value is None:
            continue
        between = [piece.lower for piece in lexemes[left.last : right.first][:_INTRODUCTION]]
        rounded = between[:1] == [","] and right.bound == "about"  # "gave 50m pesos, about $12,000, for"
        opened = between[:1] == ["("] or between[:2] == [",", "or"] or rounded
        skip = 2 if between[:2] == [",", "or"] else 1
        if opened and right.first - left.last < _INTRODUCTION and _only_introduces(lexemes, left.last + skip, right):
            left.equivalent, right.converts = right, True


def _only_introduces(lexemes: list[Lexeme], i: int, right: Candidate) -> bool:
    return i >= right.bound_first or all(
        piece.lower in CONTEXTS["introduces_conversion"] for piece in lexemes[i : right.bound_first]
    )
