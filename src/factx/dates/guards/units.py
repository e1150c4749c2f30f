"""Guards of durations, clock times, parts of the day, references: no ages, scores or adjectives."""

from __future__ import annotations

from factx.dates.adjacent_words import (
    first_word,
    is_capitalised,
    is_guard_word,
    looks_like_name,
    looks_plural,
    opens,
)
from factx.dates.anchor import Anchor
from factx.dates.pieces import Chunk, Lexeme
from factx.dates.word_classes import ARTICLES, HYPHENS, JOINS, LATER, LEADS_TO, PAUSES, RANGE_OPENERS, SOONER

_QUOTES = tuple("\"'“”‘’`")
_NO_LENGTHS = frozenset({"parts", "quarters", "seconds", "weekends"})
"""Plurals that are no length of time without a number."""
_BEFORE_ADJECTIVE = frozenset({"ordinal", "second", "early", "hyphen"})
_UNIT_OPENERS = frozenset({"for", "in", "after", "through", "about"})
_MARKED_CLOCKS = frozenset({"meridiem", "zone"})
_WITH_SECONDS = 3  # figures: hour, minute, second
_OPENS_HOURS = RANGE_OPENERS | {"at", "open"}
_WEEKS = frozenset({"W", "F"})
_ANNIVERSARIES = frozenset({"Y", "M"})
_COUNTS = frozenset({"number_12", "number_23", "number_31", "number_word", "couple", "vague", "many", "last", "past"})
"""What counts the plural of a weekday after it."""
_ENDS_NOW = PAUSES | HYPHENS | {"edge", "close", "quote"}
_NO_NOUN = PAUSES | {"edge", "of", "in", "and"}
"""What follows the noun "current", not the adjective."""
_NOUN_REACH = (1, 2, 3)
"""Places after "future" where its noun can be: "Future regional climate talks"."""


def duration(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept a length of time; reject an age, a fraction, "a second", "a day of mourning"."""
    if _is_age(anchor) or is_guard_word(anchor.left(), "before_number") or _is_title(chunk, anchor):
        return False
    unit, right = chunk.cls_of("unit"), anchor.right()
    one = chunk.classes_of("amount") == ["a"]
    hyphenated = "hyphen" in [item.cls for item in chunk.items]
    if not hyphenated and _names_things(chunk, anchor):
        return False
    if unit == "minute" and one:
        return right.cls != "other"
    if unit == "second":
        return not one and right.cls != "hyphen"
    if unit == "quarters" or (unit == "day_unit" and one and not hyphenated):
        return right.cls != "of"
    return unit != "unit_short" or not one


def _names_things(chunk: Chunk, anchor: Anchor) -> bool:
    """True for "13 day-trippers", "nine day-labourers": the unit begins a word in the plural."""
    right, noun = anchor.right(), anchor.right(1)
    tied = right.cls == "hyphen" and right.start == chunk.end and noun.start == right.end
    return tied and noun.cls == "other" and looks_plural(noun)


def _is_title(chunk: Chunk, anchor: Anchor) -> bool:
    """True for a figure and a unit with a capital letter in quotation marks: a programme, “60 Minutes”."""
    *_, unit = chunk.leaves()
    return is_capitalised(unit) and (anchor.left().text[-1:] in _QUOTES or anchor.right().text[:1] in _QUOTES)


def _is_age(anchor: Anchor) -> bool:
    """True for "three-year-old", "82 years old", "aged 25 years", "12 years of age"."""
    right, after = anchor.right(), anchor.right(1)
    old = right.cls == "old" or (right.cls == "hyphen" and after.cls == "old")
    return old or anchor.left().cls == "aged" or (right.cls == "of" and is_guard_word(after, "age"))


def bare_units(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "hours", "weeks" after "for", "in", "within", "over" or before "later", "of"."""
    left, right = anchor.left(), anchor.right()
    if first_word(chunk).cls in _NO_LENGTHS:
        return False
    if left.cls in _BEFORE_ADJECTIVE or right.cls == "hyphen":
        return False
    if right.cls == "of":
        return left.cls != "the"
    if right.cls in SOONER | LATER:
        return not is_guard_word(left, "unit_adjective")
    if left.cls == "the" and _leads_from_event(right, anchor.right(1)):
        return True
    return left.cls in _UNIT_OPENERS or is_guard_word(left, "unit_opener")


def _leads_from_event(right: Lexeme, after: Lexeme) -> bool:
    """True after units beside an event: "the years that followed", "the days preceding the vote"."""
    if right.cls == "following":
        return not after.text.endswith("ing")
    return is_guard_word(right, "beside_event") or (
        is_guard_word(right, "leads_to_event") and is_guard_word(after, "of_event")
    )


def clock(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept a clock time; reject a verse or race ("John 3:16", "in 2:05:10") and a score."""
    left = anchor.left()
    if chunk.parts.keys() & _MARKED_CLOCKS:
        return True
    if len(chunk.figures("clock")) == _WITH_SECONDS:
        return opens(left, "hour")
    return not looks_like_name(left) and not is_guard_word(left, "before_score")


def clock_before_range(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "from 8 to 10 a.m.", "8-10 a.m."."""
    return anchor.right().cls in HYPHENS or anchor.left().cls in _OPENS_HOURS


def clock_in_part(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "at 10 in the morning"; "killed 10 in the morning" has a count."""
    return "clock" in chunk.parts or opens(anchor.left(), "hour")


def overnight(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept tonight and overnight; reject a programme ("Tonight Show") and "overnight success"."""
    right = anchor.right()
    if is_guard_word(right, "after_overnight"):
        return False
    return not (is_capitalised(first_word(chunk)) and looks_like_name(right))


def the_part(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "the evening of the attack", reject "the dawn of a new age"."""
    return chunk.cls_of("part") != "dawn" or anchor.right().cls != "of"


def part_as_bound(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "by evening" and "until dawn", reject "by night" and "by morning prayers"."""
    right, part = anchor.right(), chunk.part("part")
    ends = right.cls != "other" or is_guard_word(right, "function_word")
    plain_night = isinstance(part, Lexeme) and part.cls == "part" and part.value == "NI"
    return ends and not plain_night and right.cls not in HYPHENS


def small_hours(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "the early hours", reject "the early days"."""
    return chunk.value("unit") == "TH"


def now(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept now; reject "now-defunct", the organisation NOW and "at this time of year"."""
    right, word = anchor.right(), first_word(chunk).text
    if is_guard_word(first_word(chunk), "now_alone") and not (
        right.cls in _ENDS_NOW or is_guard_word(right, "clause_word")
    ):
        return False
    return word != "NOW" and not (right.cls == "hyphen" and right.start == chunk.end)


def current(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept the adjective current, reject the current of water or electricity."""
    right = anchor.right()
    return right.cls not in _NO_NOUN and not is_guard_word(right, "after_current")


def future(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "the future" and "future attacks"; reject a future king, our future, the future of something."""
    right = anchor.right()
    noun = right.cls == "other" and right.text.isalpha()
    if first_word(chunk).cls == "the":
        return right.cls != "of" and (not noun or is_guard_word(right, "function_word"))
    if not noun or is_guard_word(right, "office") or is_guard_word(anchor.left(), "possessive"):
        return False
    return right.text.islower() or any(looks_plural(anchor.right(place)) for place in _NOUN_REACH)


def the_past(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "in the past", reject "in the past tense"."""
    right = anchor.right()
    return not right.text.isalnum() or is_guard_word(right, "function_word")


def every_weekday(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "Sundays", reject those that are counted: "two Sundays", "on three consecutive Fridays"."""
    left = anchor.left()
    counted = left.cls in _COUNTS or is_guard_word(left, "in_a_row")
    return first_word(chunk).cls == "every" or not counted


def clock_of_every_week(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "Mondays at 9 p.m.", reject "every day at 9 p.m." and one end of a range."""
    ranged = anchor.left().cls in JOINS or anchor.right().cls in LEADS_TO
    return chunk.chunk("set").reader == "every_weekday" and not ranged


def weekday_of_every_month(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "the first Monday of every month", reject "the first Monday of every Tuesday"."""
    return "every" not in chunk.parts or chunk.chunk("every").value("unit") in _ANNIVERSARIES


def weekend_of_day(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "the weekend of May 3", reject "the weekend of today's vote"."""
    return chunk.chunk("inside").reader not in {"day_word", "pointed_day"}


def part_in_week(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "Tuesday night last week", reject "March 3 at night last week"."""
    named = chunk.chunk("named")
    return named.reader == "part_of_day" and named.cls_of("inside") == "WEEKDAY"


def military_hours(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "at 0300 hours", reject "at 1430 minutes" and "at 1800 hours a week"."""
    return chunk.value("hours") == "TH" and anchor.right().cls not in {"a", "per", "of"}


def weeks_ago(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "Friday two weeks ago", "two years ago Friday"; reject "Friday two years ago".

    Of a year, a weekday is no day, but what was years before the last Friday is one.
    """
    inside = chunk.chunk("inside")
    if inside.value("unit") in _WEEKS:
        return True
    return chunk.items[0] is inside and inside.reader == "ago" and inside.value("unit") in _ANNIVERSARIES


def ago_from(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "two years ago today", reject "two years ago March 3"."""
    inside = chunk.chunk("inside")
    stated = chunk.chunk("distance").reader == "ago"
    return stated and (inside.cls != "DAY" or inside.reader == "day_word") and anchor.right().cls != "quote"


def weeks_from(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "a week from Monday"; reject "for a week from Monday" and "jailed two weeks on Friday"."""
    distance, left = chunk.chunk("distance"), anchor.left()
    lasting = left.cls == "for" or is_guard_word(left, "unit_opener")
    if lasting or anchor.right().cls == "quote" or distance.value("unit") not in _WEEKS | {"D"}:
        return False
    joined_by_from = any(isinstance(item, Lexeme) and item.cls == "from" for item in chunk.items)
    return joined_by_from or (distance.classes_of("amount") == ["a"] and distance.value("unit") in _WEEKS)


def week_beside(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "a week last Friday" and "a week today"; reject "spent a week last Friday's way"."""
    return not is_guard_word(anchor.left(), "unit_opener") and anchor.right().cls != "quote"


def friday_week(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "on Friday week", reject "the Monday week-long strike"."""
    right = anchor.right()
    closed = right.cls in PAUSES | {"edge", "close", "and", "at"} or is_guard_word(right, "function_word")
    inside = chunk.chunk("inside")
    return closed and anchor.left().cls not in ARTICLES and (inside.cls == "WEEKDAY" or inside.reader == "day_word")
