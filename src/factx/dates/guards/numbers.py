"""Guards of years, decades, quarters and days in figures: no counts, codes, scores or ages."""

from __future__ import annotations

from factx.dates.adjacent_words import (
    first_word,
    is_common_word,
    is_counted_noun,
    is_guard_word,
    looks_like_name,
    opens,
)
from factx.dates.anchor import EDGE, NEIGHBOURS, Anchor
from factx.dates.pieces import Chunk, Lexeme
from factx.dates.tense_from_words import is_past_form
from factx.dates.word_classes import ARTICLES, HYPHENS, JOINS, JOINTS, LEADS_TO, ORDINALS, PAUSES, RANGE_OPENERS

_TOUCHING = JOINTS | PAUSES | {"open", "quote", "other"}
"""Marks that may touch a year without making it a part of a code."""
_CODE_MARKS = frozenset({"hyphen", "slash"})
_LEADS_TO_YEAR = frozenset({"to", "and", "through"})
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
_ENDS_PHRASE = PAUSES | RANGE_OPENERS | {"edge", "at"}
_OPENS_TWO_DAYS = frozenset({"on", "of", "between", "comma", "the"})
_NAMES_PART = frozenset({"ordinal", "last", "final"})
_ONLY_OPENED = frozenset({"year_words", "short_year"})
"""Years that are one only after a word that opens a time: "in nineteen ninety", "since '94"."""
_FIRST_YEAR_OF_NEWS = 1900
"""What "was" an earlier year is rather a count; of this one and the last, texts say so."""
_LONGEST_RANGE = 100
"""Years; numbers further apart are no two years of one range."""
_FIRST_PLAIN_YEAR, _LAST_PLAIN_YEAR = 1500, 2100
"""Between these, four figures are a year unless they count something; others need "in" or "from … to"."""


def bare_year(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept a year; reject a count ("2013 people") and a code ("A-2013", "2012-nCoV").

    1. "The year 2011" always, a year in words or in two figures only after "in", "since" ….
    2. Before 1500 and after 2100 only after "in" or in a range.
    3. No code, no number of a page, room or resolution, and no total: "stands at 1650".
    4. Before a plural only after a word that opens a time.
    """
    left, right = anchor.left(), anchor.right()
    if len(chunk.items) > 1:
        return True
    if first_word(chunk).cls in _ONLY_OPENED:
        return opens(left, "year_in_words") and not _is_quoted_count(chunk, right)
    if not _FIRST_PLAIN_YEAR <= chunk.figure("year") <= _LAST_PLAIN_YEAR:
        ranged = left.cls in RANGE_OPENERS and right.cls in _LEADS_TO_YEAR
        return (left.cls in {"in", "since"} or ranged) and not is_counted_noun(right)
    if _in_code(chunk, anchor) or _counts_persons(anchor):
        return False
    if _begins_range(chunk, anchor):
        return True
    if is_guard_word(left, "before_number") or is_guard_word(left, "before_count") or _is_total(chunk, anchor):
        return False
    opened = is_guard_word(left, "clause_word") or opens(left, "year_before_a_plural")
    return opened or not is_counted_noun(right)


def _counts_persons(anchor: Anchor) -> bool:
    """True before a counted noun, for a part of those counted, and at the end of a result."""
    return is_guard_word(anchor.right(), "counted") or _is_part(anchor) or _ends_score(anchor)


def _is_part(anchor: Anchor) -> bool:
    """True for some of those counted: "1640 of the village's people fled", not "in 1995 of them"."""
    left, right = anchor.left(), anchor.right()
    opened = opens(left, "year_in_words") or opens(left, "year_before_a_plural") or looks_like_name(left)
    return right.cls == "of" and is_guard_word(anchor.right(1), "whole") and not opened


def _ends_score(anchor: Anchor) -> bool:
    """True for the second number of a result: "by 2013 votes to 1985"."""
    return anchor.left().cls == "to" and is_guard_word(anchor.left(1), "scored") and anchor.left(2).text.isdecimal()


def _is_quoted_count(chunk: Chunk, right: Lexeme) -> bool:
    """True if the mark before two figures opens a quotation: "in '20 cases'"."""
    return first_word(chunk).cls == "short_year" and (is_counted_noun(right) or right.cls == "quote")


def _begins_range(chunk: Chunk, anchor: Anchor) -> bool:
    """True for the first of two years that are joined: "the terms were 2014 to 2018"."""
    last = anchor.chunk_after()
    if anchor.right().cls not in LEADS_TO or last is None or last.cls != "YEAR" or len(last.items) > 1:
        return False
    return 0 < last.figure("year") - chunk.figure("year") < _LONGEST_RANGE


def _is_total(chunk: Chunk, anchor: Anchor) -> bool:
    """True for "the total is 1650", "rose to 1987", "1987 new cases", "logged 1987 fever cases".

    "It was 1987" and "1987 levels" are years.
    """
    left, before, right = anchor.left(), anchor.left(1), anchor.right()
    if is_guard_word(right, "after_level_of_year") or is_guard_word(before, "subject_of_year"):
        return False
    if is_guard_word(right, "counted_kind") and left.cls != "the" and is_counted_noun(anchor.right(1)):
        return True
    if is_guard_word(left, "before_total"):
        return True
    if is_guard_word(left, "tallies"):
        described = right.cls == "other" and not is_guard_word(right, "function_word")
        return described and (is_counted_noun(right) or is_counted_noun(anchor.right(1)))
    if is_guard_word(left, "was"):
        return chunk.figure("year") < _FIRST_YEAR_OF_NEWS
    return left.cls == "to" and is_guard_word(before, "rising")


def _in_code(chunk: Chunk, anchor: Anchor) -> bool:
    """True if the figures touch letters or other figures: "A-2013", "2012-nCoV", "138-2010-2015"."""
    left, right, after = anchor.left(), anchor.right(), anchor.right(1)
    if left.end == chunk.start and (left.cls not in _TOUCHING or left.text.isalnum()) and left.text:
        return True
    if right.start == chunk.end and right.text.isalnum():
        return True
    touches = right.start == chunk.end and right.cls == "hyphen" and after.start == right.end
    if touches and after.cls == "other" and not after.text.islower():
        return True
    return _continues_number(chunk, anchor)


def _continues_number(chunk: Chunk, anchor: Anchor) -> bool:
    """True if figures or capitals come right before the year: "1,2013", "AB/2013", "No. 1990"."""
    left, before = anchor.left(), anchor.left(1)
    if before.end != left.start or anchor.chunk_before() is not None or not before.text:
        return False
    if left.cls == "dot":
        return before.text.lower() == "no"
    if left.end != chunk.start:
        return False
    digits = before.text[0].isdecimal()
    return (left.cls == "comma" and digits) or (left.cls in _CODE_MARKS and (before.text.isupper() or digits))


def year_pair(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept two years by a slash or dash if the second comes after the first."""
    years = chunk.figures("years")
    return bool(years) and years[1] > years[0] % 100


def short_decade(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "the 80s", "the '80s", "the 1970s and 80s"; reject an age ("in his 80s")."""
    lead, left, earlier = first_word(chunk), anchor.left(), anchor.chunk_before()
    if lead.text[0] in "'’‘" or (left.cls in JOINS and earlier is not None and earlier.reader == "decade"):
        return True
    opened = lead.cls == "the" or (left.cls == "in" and lead.text.endswith("'s"))
    return opened and not is_guard_word(left, "possessive") and not is_guard_word(anchor.right(), "counted")


def quarter_code(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "Q1" with a capital letter; reject a question of an interview and a part of a code."""
    return "Q" in first_word(chunk).text and anchor.right().text != ":" and anchor.left().cls not in _CODE_MARKS


def year_part(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept a quarter by its number; reject a half without a year, which is one of a match."""
    right = anchor.right()
    return chunk.cls_of("part") == "quarter" and right.cls != "hyphen" and not is_guard_word(right, "after_quarter")


def half_of_month(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "the first half of May", reject "the second quarter of May"."""
    part = chunk.chunk("part")
    return part.cls_of("part") == "half" and part.number("number") in {1, 2}


def span_of_year(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "the first three months of 2021", reject "five days of 2021"."""
    return any(item.cls in _NAMES_PART for item in chunk.chunk("span").leaves())


def day_before_range(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "9 to 12 June", "on 3, 4 and 5 June": the last part begins with a day; reject "2 -1 January"."""
    later, join, left = chunk.chunk("day_month"), anchor.right(), anchor.left()
    if "weekday" in chunk.parts:
        return True
    if first_word(later).cls in _NO_DAY_FIRST:
        return False
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
    counted = is_counted_noun(right) if touching else counts or of_them
    return not counted and _continues_month(chunk, anchor)


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
