"""Guards of months, weekdays, day words, seasons, holidays: no names of persons or papers, no verbs."""

from __future__ import annotations

from factx.dates.adjacent_words import (
    first_word,
    follows_name,
    in_capitals,
    is_capitalised,
    is_common_word,
    is_guard_word,
    looks_like_name,
    opens,
)
from factx.dates.anchor import NEIGHBOURS, Anchor
from factx.dates.pieces import Chunk, Lexeme
from factx.dates.tense_from_words import is_past_form
from factx.dates.word_classes import ARTICLES, EARLY_LATE, HYPHENS, JOINTS, LEADS_TO, PAUSES

_WITH_MONTH = frozenset({"MONTH", "MONTH_YEAR", "DAY"})
_SEASON_LEADS = EARLY_LATE | {"the", "mid"}
_MAY_DIRECTIONS = frozenset({"last", "next"})
_LONGEST_PAPER = 2  # words of its name
_ENDS_NAME = PAUSES | {"edge", "quote", "close", "open", "that", "in", "on", "and"}
_IN_LISTS = frozenset({"comma", "and", "or"})
_STARTS_SENTENCE = frozenset({"dot", "edge"})


def bare_month(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept a capitalised month without day or year; reject a person and a verb.

    "In May" and "May to August" are times, "April Jones" and "may" are not. A month that can be a
    name or a verb needs a word before it that opens a time.
    """
    word, left, right = first_word(chunk), anchor.left(), anchor.right()
    opened = opens(left, "month")
    if (opened and right.cls in HYPHENS) or _leads_to_month(anchor) or _is_listed_month(anchor):
        return True
    if word.cls == "month":
        return opened or not (looks_like_name(left) and looks_like_name(right))
    if word.cls == "month_short":
        tied_to_name = _follows_hyphen(anchor) and anchor.chunk_before() is None
        return opened and not looks_like_name(right) and not tied_to_name
    if word.cls == "month_lower":
        return opens(left, "month_in_lower_case")
    if word.cls == "month_or_verb":
        return opens(left, "month_like_a_verb") and not is_common_word(right)
    return _is_month_not_person(left, right)


def _is_month_not_person(left: Lexeme, right: Lexeme) -> bool:
    """True if March, April, May, June or August is the month."""
    if left.cls in ARTICLES or is_guard_word(left, "possessive"):
        return right.text.islower() and right.cls in {"other", "and"}
    if is_guard_word(right, "after_name"):
        return False
    return opens(left, "month_for_sure") or (opens(left, "month") and not looks_like_name(right))


def _follows_hyphen(anchor: Anchor) -> bool:
    """True if a hyphen joins the word to a name ("Tae-Jun")."""
    return anchor.left().cls in JOINTS and not anchor.left(1).text.isdecimal()


def _leads_to_month(anchor: Anchor) -> bool:
    """True if a range with another month follows: "May to August", "Jan-Feb 2017"."""
    later = anchor.chunk_after()
    return anchor.right().cls in LEADS_TO and later is not None and later.cls in _WITH_MONTH


def _is_listed_month(anchor: Anchor) -> bool:
    """True between two other months of a list: "in May, June and July 2017"."""
    earlier, later = anchor.chunk_before(), anchor.chunk_after()
    between = anchor.left().cls == "comma" and anchor.right().cls in _IN_LISTS
    return between and earlier is not None and earlier.cls == "MONTH" and later is not None and later.cls in _WITH_MONTH


def month_day(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept a month and a day; "may" and "march" in lower case only before an ordinal ("may 3rd")."""
    if chunk.cls_of("month") != "month_or_verb":
        return anchor.right().text != "%"
    return chunk.cls_of("day") == "ordinal"


def day_month(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept a day and a month that are no part of a holiday ("1 May Day") or of a number ("Room 3 May")."""
    return not (is_guard_word(anchor.right(), "after_month_name") or is_guard_word(anchor.left(), "before_number"))


def pointed_behind(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "on June 30 next", reject "on June 30 next to the port" and "the march last"."""
    named, right = chunk.chunk("named"), anchor.right()
    return named.cls_of("month") != "month_or_verb" and right.cls in PAUSES | {"edge", "close"}


def owned_month(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "last year's March vote", reject "last year's march" and "this year's April Jones"."""
    named = chunk.part("month")
    if not isinstance(named, Chunk):
        return True
    return named.cls_of("month") != "month_or_verb" and not is_guard_word(anchor.right(), "after_name")


def not_may_verb(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "last may", reject "this may"."""
    return chunk.cls_of("month") != "month_or_verb" or chunk.cls_of("direction") in _MAY_DIRECTIONS


def phase(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "late June" and "the end of July", reject "late May said"."""
    return chunk.cls_of("inside") != "MONTH" or not is_guard_word(anchor.right(), "after_name")


def bare_weekday(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept a weekday, short forms only where a date can be; reject "Sunday Times" and "Bloody Sunday"."""
    word, left, right = first_word(chunk), anchor.left(), anchor.right()
    if is_guard_word(right, "periodical") and is_capitalised(right):
        return False
    if is_guard_word(left, "named_weekday") and is_capitalised(left):
        return False
    return word.cls != "weekday_short" or (left.cls in {"on", "open"} and not looks_like_name(right))


def bare_season(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept a season with an article or after "in"; "fall" only as "in the fall"."""
    word, lead, left, right = chunk.part("season"), first_word(chunk), anchor.left(), anchor.right()
    opened = opens(left, "season")
    if right.cls == "of" or looks_like_name(right) or not isinstance(word, Lexeme):
        return False
    if word.cls == "fall":
        return lead.cls == "the" and opened
    if is_capitalised(word) and looks_like_name(left):
        return False
    return opened or lead.cls in _SEASON_LEADS


def day_word(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept today, yesterday, tomorrow; reject a part of a title ("USA Today", "TODAY NICARAGUA")."""
    if first_word(chunk).text.isupper() and looks_like_name(anchor.right()) and not in_capitals(anchor):
        return False
    return not follows_name(chunk, anchor)


def holiday(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept a named day with a capital letter; all in lower case without an article.

    "Last easter" is one, "a national Day" and "Easter Island" are not.
    """
    name = chunk.part("holiday")
    if not isinstance(name, Lexeme) or is_guard_word(anchor.right(), "named_for_feast"):
        return False
    if is_guard_word(name, "feast_or_place") and not opens(anchor.left(), "day_of_month"):
        return False
    plain = name.text.split()[-1].islower()
    return is_capitalised(name) or (plain and (anchor.left().cls not in ARTICLES or "direction" in chunk.parts))


def frequency(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept daily, weekly; reject a paper ("The Daily Star", "the daily Granma wrote")."""
    if not is_capitalised(first_word(chunk)):
        return not _names_paper(anchor)
    return anchor.left().cls in _STARTS_SENTENCE and not is_capitalised(anchor.right())


def _names_paper(anchor: Anchor) -> bool:
    """True if a name of one or two words follows, and no noun.

    "The daily Granma said" names one, "daily U.S. raids" do not.
    """
    after = [anchor.right(place) for place in range(NEIGHBOURS)]
    length = next((place for place, item in enumerate(after) if not looks_like_name(item)), len(after))
    if not 0 < length <= _LONGEST_PAPER or length == len(after):
        return False
    end = after[length]
    return end.cls in _ENDS_NAME or is_guard_word(end, "function_word") or is_past_form(end.text)


def pointed_unit(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "this week", reject a part of a title ("Boston This Week")."""
    return not follows_name(chunk, anchor)


def pointed_day(chunk: Chunk, anchor: Anchor) -> bool:
    """Accept "that day" and "the next day", reject "this day and age"."""
    return not is_guard_word(anchor.right(), "after_day")
