"""Guards of months, weekdays, day words, seasons and holidays: no names of persons, papers or events, no verbs."""

from __future__ import annotations

from factx.dates.adjacent_words import (
    DASHES,
    beyond,
    capital,
    common_word,
    first,
    follows_name,
    is_trap,
    name_like,
    opens,
)
from factx.dates.anchor import Setting
from factx.dates.pieces import Chunk, Lexeme


def bare_month(chunk: Chunk, setting: Setting) -> bool:
    """A month without day or year: capitalised, and for names and verbs after a word that opens a time."""
    word, left, right = first(chunk), setting.left(), setting.right()
    opened = opens(left, "month")
    if (opened and right.cls in {"hyphen", "dash"}) or _leads_to_month(setting):
        return True
    if word.cls == "month":
        return opened or not (name_like(left) and name_like(right))
    if word.cls == "month_short":
        return opened and not name_like(right) and not (_glued(setting) and beyond(setting.before) is None)
    if word.cls == "month_lower":
        return opens(left, "month_in_lower_case")
    if word.cls == "month_or_verb":
        return opens(left, "month_like_a_verb") and not common_word(right)
    return _month_or_name(left, right)


def _month_or_name(left: Lexeme, right: Lexeme) -> bool:
    """March, April, May, June, August: the month, not the person."""
    if left.cls in {"a", "the"} or is_trap(left, "possessive"):
        return right.text.islower() and right.cls in {"other", "and"}
    if is_trap(right, "after_name"):
        return False
    return opens(left, "month_for_sure") or (opens(left, "month") and not name_like(right))


def _glued(setting: Setting) -> bool:
    """Whether a hyphen ties the word to a name ("Tae-Jun")."""
    return setting.left().cls in DASHES and not setting.left(1).text.isdigit()


def _leads_to_month(setting: Setting) -> bool:
    """Whether a range with another month follows: "May to August", "Jan-Feb 2017"."""
    later = beyond(setting.after)
    joined = setting.right().cls in {"to", "hyphen", "dash", "through"}
    return joined and later is not None and later.cls in {"MONTH", "MONTH_YEAR", "DAY"}


def month_day(chunk: Chunk, setting: Setting) -> bool:
    """A month and a day: "may" and "march" in lower case only before an ordinal."""
    month, day = chunk.part("month"), chunk.part("day")
    if not isinstance(month, Lexeme) or month.cls != "month_or_verb":
        return setting.right().text != "%"
    return isinstance(day, Lexeme) and day.cls == "ordinal"


def day_month(chunk: Chunk, setting: Setting) -> bool:
    """A day and a month: no part of a holiday ("1 May Day")."""
    return not (is_trap(setting.right(), "after_month_name") or is_trap(setting.left(), "before_number"))


def not_may_verb(chunk: Chunk, setting: Setting) -> bool:
    """ "Last may", not "this may"."""
    month, direction = chunk.part("month"), chunk.part("direction")
    if not isinstance(month, Lexeme) or month.cls != "month_or_verb":
        return True
    return direction is not None and direction.cls in {"last", "next"}


def phase(chunk: Chunk, setting: Setting) -> bool:
    """ "Late June", "the end of July"; not "late May said"."""
    inside = chunk.part("inside")
    return not (isinstance(inside, Chunk) and inside.cls == "MONTH" and is_trap(setting.right(), "after_name"))


def bare_weekday(chunk: Chunk, setting: Setting) -> bool:
    """A weekday: no newspaper ("Sunday Times"), no name ("Bloody Sunday"), short forms only where a date stands."""
    word, left, right = first(chunk), setting.left(), setting.right()
    if (is_trap(right, "periodical") and capital(right)) or (is_trap(left, "named_weekday") and capital(left)):
        return False
    return word.cls != "weekday_short" or (left.cls in {"on", "open"} and not name_like(right))


def bare_season(chunk: Chunk, setting: Setting) -> bool:
    """A season with an article or after "in"; "fall" only as "in the fall"."""
    word, lead, left, right = chunk.part("season"), first(chunk), setting.left(), setting.right()
    opened = opens(left, "season")
    if right.cls == "of" or name_like(right) or not isinstance(word, Lexeme):
        return False
    if word.cls == "fall":
        return lead.cls == "the" and opened
    if capital(word) and name_like(left):
        return False
    return opened or lead.cls in {"the", "early", "late", "mid"}


def day_word(chunk: Chunk, setting: Setting) -> bool:
    """Today, yesterday, tomorrow: no part of a title ("USA Today", "TODAY NICARAGUA")."""
    if first(chunk).text.isupper() and name_like(setting.right()):
        return False
    return not follows_name(chunk, setting)


def holiday(chunk: Chunk, setting: Setting) -> bool:
    """A named day with a capital letter; all in lower case without an article ("last easter", not "a national Day")."""
    name = chunk.part("holiday")
    if not isinstance(name, Lexeme):
        return False
    plain = name.text.split()[-1].islower()
    return capital(name) or (plain and (setting.left().cls not in {"the", "a"} or "direction" in chunk.parts))


def frequency(chunk: Chunk, setting: Setting) -> bool:
    """Daily, weekly: no paper ("The Daily Star")."""
    left = setting.left()
    return not capital(first(chunk)) or (left.cls in {"dot", "edge"} and not capital(setting.right()))


def pointed_unit(chunk: Chunk, setting: Setting) -> bool:
    """ "This week": no part of a title ("Boston This Week")."""
    return not follows_name(chunk, setting)


def pointed_day(chunk: Chunk, setting: Setting) -> bool:
    """ "That day", "the next day"; "this day and age" is none."""
    return not is_trap(setting.right(), "after_day")
