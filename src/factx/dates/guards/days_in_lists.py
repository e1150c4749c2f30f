"""Guards of days of the month and hours in figures: no counts, floors or sites."""

from __future__ import annotations

from factx.dates.adjacent_words import first_word, is_common_word, is_counted_noun, is_guard_word, opens
from factx.dates.anchor import EDGE, NEIGHBOURS, Anchor
from factx.dates.pieces import Chunk, Item, Lexeme
from factx.dates.tense_from_words import is_past_form
from factx.dates.word_classes import ARTICLES, HYPHENS, JOINS, ORDINALS, PAUSES, RANGE_OPENERS

_NO_DAY_FIRST = frozenset({"month", "month_or_name", "month_short", "weekday"})
_DAY_RANGES = frozenset({"MONTH_DAY", "RANGE_DAY"})
_LISTED = frozenset({"day in a list"})
"""A rule whose chunk begins with the number, though the month comes first."""
_ENDS_LIST = frozenset({"and", "or"})
_LISTS = _ENDS_LIST | {"comma"}
_ENDS_DAY = JOINS | PAUSES | {"edge", "close", "at", "in"}
"""What follows a day of the month that counts nothing."""
_OPENS_OBJECT = frozenset(
    {
        "number_12",
        "number_23",
        "number_31",
        "number_59",
        "number_big",
        "number_word",
        "tens",
        "dozens",
        "a",
        "at",
        "about",
    }
)
"""What follows a verb, but no participle before its noun: "left 40 dead", "killed at least nine"."""
_OPENS_TWO_DAYS = frozenset({"on", "of", "between", "comma", "the"})
_ENDS_PHRASE = PAUSES | RANGE_OPENERS | {"edge", "at"}


def day_before_range(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "9 to 12 June", "on 3, 4 and 5 June", "May 30, 31 and June 1"; reject "2 -1 January"."""
    later, join, left = chunk.chunk("day_month"), anchor.right(), anchor.left()
    if "weekday" in chunk.parts:
        return True
    if first_word(later).cls in _NO_DAY_FIRST:
        return left.cls == "comma" and join.cls in _ENDS_LIST and _continues_month(chunk, anchor)
    if join.cls == "hyphen" and (join.start != chunk.end or later.start != join.end):
        return False
    after_count = left.cls == "comma" and anchor.left(1).text.isdecimal() and anchor.chunk_before() is None
    return join.cls not in _LISTS or (left.cls in _OPENS_TWO_DAYS and not after_count)


def weekday_and_number(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "on Monday 14, Tuesday 15", reject "on Monday 14 men fled" and "Monday 14 March"."""
    right = anchor.right()
    return right.cls in _ENDS_DAY and anchor.left().cls not in ARTICLES


def day_in_list(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "May 3, 4 and 5": a month and a day before it, and the last number counts nothing."""
    lexemes = [anchor.right(place) for place in range(NEIGHBOURS)]
    last = next((place for place, item in enumerate(lexemes) if item.cls in _ENDS_LIST), None)
    if last is not None and last + 2 < len(lexemes) and _counts(*lexemes[last + 1 : last + 4]):
        return False
    return _continues_month(chunk, anchor)


def day_after_range(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "May 3-5", "May 3 and 5": the first part is a month and a day, and nothing is counted."""
    join, right = anchor.left(), anchor.right()
    touching = join.cls in HYPHENS and join.end == chunk.start
    of_them = right.cls == "of" and is_guard_word(anchor.right(1), "whole")
    number = chunk.part("day")
    counts = isinstance(number, Lexeme) and _counts(number, right, anchor.right(1))
    counted = is_counted_noun(right) if touching else counts or of_them or _opens_text(join, number)
    return not counted and _continues_month(chunk, anchor)


def _opens_text(join: Lexeme, number: Item | None) -> bool:
    """True for the number that a text opens with: "OSLO, May 9 - Eight states signed"."""
    spelled = isinstance(number, Lexeme) and number.text[:1].isupper()
    return spelled and join.cls in HYPHENS


def _counts(number: Lexeme, right: Lexeme, after: Lexeme = EDGE) -> bool:
    """True if a number counts the word after it.

    Police that do something are not counted: "on May 3 and 4 police held nine men"; nor is what a
    verb with its object says: "the raids on May 3 and 4 left nine dead".
    """
    if number.cls in ORDINALS or not is_common_word(right) or is_guard_word(right, "function_word"):
        return False
    if is_past_form(right.text) and after.cls in _OPENS_OBJECT:
        return False
    acts = is_guard_word(after, "plural_verb") or is_past_form(after.text)
    return not (is_guard_word(right, "force") and acts)


def _continues_month(chunk: Chunk, anchor: Anchor) -> bool:
    """True if a day of a month, which is named before the day, is the part before the chunk."""
    earlier = anchor.chunk_before()
    if earlier is None or earlier.cls not in _DAY_RANGES:
        return False
    return "weekday" in chunk.parts or not first_word(earlier).cls.startswith("number") or earlier.rule in _LISTED


def slashed_after_range(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "to 11/7" after "from 10/25"."""
    earlier = anchor.chunk_before()
    return earlier is not None and earlier.reader == "slashed_day"


def day_of_month(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "on the 17th" at the end of a phrase, reject "the 17th floor"."""
    right, figures = anchor.right(), chunk.items[-1]
    if not isinstance(figures, Lexeme) or not figures.text[0].isdecimal():
        return False
    closed = right.cls in _ENDS_PHRASE or is_guard_word(right, "function_word")
    return closed and opens(anchor.left(), "day_of_month")


def hour_on_day(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "Monday at 5", reject "Monday at 5 sites"."""
    right = anchor.right()
    closed = right.cls in PAUSES and anchor.right(1).cls == "edge"
    return right.cls == "edge" or closed or is_guard_word(right, "function_word")
