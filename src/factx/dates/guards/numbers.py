"""Guards of years, decades, quarters and dates in figures: no counts, codes, scores or ages."""

from __future__ import annotations

from factx.dates.adjacent_words import (
    first_word,
    is_capitalised,
    is_common_word,
    is_counted_noun,
    is_guard_word,
    looks_like_name,
    opens,
)
from factx.dates.anchor import NEIGHBOURS, Anchor
from factx.dates.pieces import Chunk, Lexeme
from factx.dates.word_classes import ARTICLES, JOINS, JOINTS, LEADS_TO, PAUSES, RANGE_OPENERS

_TOUCHING = JOINTS | PAUSES | {"open", "quote", "other"}
"""Marks that may touch a year without making it a part of a code."""
_LISTS = frozenset({"and", "or", "comma"})
_CODE_MARKS = frozenset({"hyphen", "slash"})
_LEADS_TO_YEAR = frozenset({"to", "and", "through"})
_ENDS_PHRASE = PAUSES | RANGE_OPENERS | {"edge", "at"}
_NAMES_PART = frozenset({"ordinal", "last", "final"})
_ONLY_OPENED = frozenset({"year_words", "short_year"})
"""Years that are one only after a word that opens a time: "in nineteen ninety", "since '94"."""
_FIRST_YEAR_OF_NEWS = 1900
"""What "was" an earlier year is rather a count; of this one and the last, texts say so."""
_CENTURY = 100
"""Years in words that it divides end in "hundred", and are as often a count."""
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
        return opens(left, "year_in_words") and not _is_count_of(chunk, right)
    if not _FIRST_PLAIN_YEAR <= chunk.figure("year") <= _LAST_PLAIN_YEAR:
        ranged = left.cls in RANGE_OPENERS and right.cls in _LEADS_TO_YEAR
        return (left.cls in {"in", "since"} or ranged) and not is_counted_noun(right)
    if _in_code(chunk, anchor) or _counts_persons(anchor):
        return False
    if _begins_range(chunk, anchor):
        return True
    if _is_number(chunk, anchor):
        return False
    opened = is_guard_word(left, "clause_word") or opens(left, "year_before_a_plural") or _is_shown(anchor)
    return opened or not is_counted_noun(right)


def _is_number(chunk: Chunk, anchor: Anchor) -> bool:
    """True for the number of a page or room, a total, and the year of a vehicle."""
    left = anchor.left()
    numbered = is_guard_word(left, "before_number") or is_guard_word(left, "before_count")
    return numbered or _is_total(chunk, anchor) or _is_of_model(anchor)


def _is_shown(anchor: Anchor) -> bool:
    """True for "pre-1967 borders", "the 1952 and 1954 treaties", "the plan for 2007 includes"."""
    left, before, earlier = anchor.left(), anchor.left(1), anchor.chunk_before()
    if left.cls == "hyphen":
        return is_guard_word(before, "year_prefix")
    if left.cls == "for" or before.cls == "year_unit":
        return is_guard_word(anchor.right(), "verb_after_year")
    listed = earlier is not None and earlier.cls == "YEAR" and left.cls in _LISTS
    return listed and any(item.cls in ARTICLES for item in anchor.before[2:])


def _is_of_model(anchor: Anchor) -> bool:
    """True for the year of a vehicle, "a 1998 Toyota", but not in "the 2019 Toyota deal"."""
    make, after = anchor.right(), anchor.right(1)
    if opens(anchor.left(), "year_in_words") or not (is_guard_word(make, "vehicle_make") and is_capitalised(make)):
        return False
    ends = after.cls in _ENDS_PHRASE | {"close", "hyphen"} or is_guard_word(after, "function_word")
    return ends or not is_common_word(after) or is_guard_word(after, "vehicle")


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


def _is_count_of(chunk: Chunk, right: Lexeme) -> bool:
    """True for "in '20 cases'", whose mark opens a quotation, and for "of fifteen hundred men"."""
    counts = is_counted_noun(right)
    if first_word(chunk).cls == "short_year":
        return counts or right.cls == "quote"
    return counts and chunk.figure("year") % _CENTURY == 0


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
    return left.cls == "to" and (is_guard_word(before, "rising") or _is_of_tally(anchor))


def _is_of_tally(anchor: Anchor) -> bool:
    """True for what a tally is put to: "put its tally of cases to 1981", not "from 1970 to 1981"."""
    words = [anchor.left(place) for place in range(1, NEIGHBOURS)]
    tells = any(is_guard_word(word, "tally") for word in words)
    return tells and not any(word.cls in RANGE_OPENERS for word in words)


def _in_code(chunk: Chunk, anchor: Anchor) -> bool:
    """True if the figures touch letters or other figures: "A-2013", "2012-nCoV", "138-2010-2015"."""
    left, right, after = anchor.left(), anchor.right(), anchor.right(1)
    if left.end == chunk.start and (left.cls not in _TOUCHING or left.text.isalnum()) and left.text:
        return True
    if right.start == chunk.end and right.text.isalnum():
        return True
    touches = right.start == chunk.end and right.cls == "hyphen" and after.start == right.end
    if touches and after.cls == "year_pair":
        return True
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
    """Accept two years by a slash or dash if the second comes after the first; reject "2010-2015-86"."""
    years, left = chunk.figures("years"), anchor.left()
    if left.cls == "hyphen" and left.end == chunk.start and anchor.left(1).text.isdecimal():
        return False
    return bool(years) and years[1] > years[0] % 100


def date_in_figures(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "03-04-2021", reject the end of a code: "133-03-04-2021"."""
    left, before = anchor.left(), anchor.left(1)
    joined = left.cls == "hyphen" and left.end == chunk.start and before.end == left.start
    return not (joined and before.text.isdecimal())


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
