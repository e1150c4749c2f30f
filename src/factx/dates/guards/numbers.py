"""Guards of years, decades, quarters and days in figures: no counts, codes, scores or ages."""

from __future__ import annotations

from factx.dates.adjacent_words import JOINS, beyond, common_word, counted, first, is_trap, opens
from factx.dates.anchor import Setting
from factx.dates.pieces import Chunk, Lexeme

_TOUCHING = frozenset({"open", "quote", "dash", "slash", "other", "hyphen", "dot", "comma"})
_NO_DAY_FIRST = frozenset({"month", "month_or_name", "month_short", "weekday"})


def bare_year(chunk: Chunk, setting: Setting) -> bool:
    """A year: no count ("2013 people"), no code ("A-2013", "2012-nCoV"); before 1500 only after "in" or "from"."""
    number, left, right = chunk.number("year") or 0, setting.left(), setting.right()
    if len(chunk.items) > 1:
        return True
    if first(chunk).cls == "year_words":
        return opens(left, "year_in_words")
    if not 1500 <= number <= 2100:
        ranged = left.cls in {"from", "between"} and right.cls in {"to", "and", "through"}
        return (left.cls in {"in", "since"} or ranged) and not counted(right)
    if _in_code(chunk, setting) or is_trap(right, "counted"):
        return False
    if is_trap(left, "before_number") or is_trap(left, "before_count"):
        return False
    return is_trap(left, "clause_word") or opens(left, "year_before_a_plural") or not counted(right)


def _in_code(chunk: Chunk, setting: Setting) -> bool:
    """Whether the figures are glued to letters or other figures: "A-2013", "2012-nCoV", "138-2010-2015", "No. 1990"."""
    left, right, after = setting.left(), setting.right(), setting.right(1)
    if left.end == chunk.start and (left.cls not in _TOUCHING or left.text.isalnum()) and left.text:
        return True
    if right.start == chunk.end and right.text.isalnum():
        return True
    glued = right.start == chunk.end and right.cls == "hyphen" and after.start == right.end
    if glued and after.cls == "other" and not after.text.islower():
        return True
    return _continues_number(chunk, setting)


def _continues_number(chunk: Chunk, setting: Setting) -> bool:
    left, before = setting.left(), setting.left(1)
    if before.end != left.start or beyond(setting.before) is not None or not before.text:
        return False
    if left.cls == "dot":
        return before.text.lower() == "no"
    if left.end != chunk.start:
        return False
    digits = before.text[0].isdigit()
    return (left.cls == "comma" and digits) or (left.cls in {"hyphen", "slash"} and (before.text.isupper() or digits))


def year_pair(chunk: Chunk, setting: Setting) -> bool:
    """Two years by a slash or dash: the second after the first."""
    value = chunk.value("years")
    return isinstance(value, tuple) and value[1] > value[0] % 100


def short_decade(chunk: Chunk, setting: Setting) -> bool:
    """ "The 80s", "the '80s", "the 1970s and 80s": no age ("in his 80s")."""
    lead, left = first(chunk), setting.left()
    earlier = beyond(setting.before)
    if lead.text[0] in "'’‘" or (left.cls in JOINS and earlier is not None and earlier.reader == "decade"):
        return True
    opened = lead.cls == "the" or (left.cls == "in" and lead.text.endswith("'s"))
    return opened and not is_trap(left, "possessive") and not is_trap(setting.right(), "counted")


def quarter_code(chunk: Chunk, setting: Setting) -> bool:
    """ "Q1" with a capital letter; no question of an interview, no part of a code."""
    return "Q" in first(chunk).text and setting.right().text != ":" and setting.left().cls not in {"hyphen", "slash"}


def year_part(chunk: Chunk, setting: Setting) -> bool:
    """A quarter by its number; a half without a year is one of a match."""
    part, right = chunk.part("part"), setting.right()
    quarter = isinstance(part, Lexeme) and part.cls == "quarter"
    return quarter and right.cls != "hyphen" and not is_trap(right, "after_quarter")


def span_of_year(chunk: Chunk, setting: Setting) -> bool:
    """ "The first three months of 2021", not "five days of 2021"."""
    return any(item.cls in {"ordinal", "last", "final"} for item in chunk.chunk("span").leaves())


def day_before_range(chunk: Chunk, setting: Setting) -> bool:
    """ "9 to 12 June", "on 3 and 4 June": the second part begins with a day; no score ("2 -1 January")."""
    later, join, left = beyond(setting.after), setting.right(), setting.left()
    if later is None or first(later).cls in _NO_DAY_FIRST:
        return False
    if join.cls == "hyphen" and (join.start != chunk.end or later.start != join.end):
        return False
    return join.cls not in {"and", "or"} or left.cls in {"on", "between", "comma", "the"}


def day_after_range(chunk: Chunk, setting: Setting) -> bool:
    """ "May 3-5", "May 3 and 5": the first part is a month and a day, and nothing is counted."""
    earlier, right = beyond(setting.before), setting.right()
    if earlier is None or earlier.cls not in {"MONTH_DAY", "RANGE_DAY"} or first(earlier).cls.startswith("number"):
        return False
    return not common_word(right) or is_trap(right, "function_word")


def slashed_after_range(chunk: Chunk, setting: Setting) -> bool:
    """ "To 11/7" after "from 10/25"."""
    earlier = beyond(setting.before)
    return earlier is not None and earlier.reader == "slashed_day"


def day_of_month(chunk: Chunk, setting: Setting) -> bool:
    """ "On the 17th" at the end of a phrase; "the 17th floor" is no day."""
    right = setting.right()
    closed = right.cls in {"edge", "comma", "dot", "from", "between", "at"} or is_trap(right, "function_word")
    figures = chunk.items[-1]
    return (
        isinstance(figures, Lexeme) and figures.text[0].isdigit() and closed and opens(setting.left(), "day_of_month")
    )


def hour_on_day(chunk: Chunk, setting: Setting) -> bool:
    """ "Monday at 5", not "Monday at 5 sites"."""
    right = setting.right()
    closed = right.cls in {"comma", "dot"} and setting.right(1).cls == "edge"
    return right.cls == "edge" or closed or is_trap(right, "function_word")
