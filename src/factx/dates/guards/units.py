"""Guards of durations, clock times, parts of the day and references: no ages, fractions, scores or adjectives."""

from __future__ import annotations

from factx.dates.adjacent_words import capital, first, is_trap, name_like, opens, plural
from factx.dates.anchor import Setting
from factx.dates.pieces import Chunk, Lexeme

_DISTANCES = frozenset({"later", "earlier", "before", "after"})


def duration(chunk: Chunk, setting: Setting) -> bool:
    """A length of time: no age, no fraction, no "a second", no "day of mourning"."""
    if _is_age(setting) or is_trap(setting.left(), "before_number"):
        return False
    unit, right = chunk.part("unit"), setting.right()
    words = [item.cls for item in chunk.parts.get("amount", ())]
    if not isinstance(unit, Lexeme):
        return True
    if unit.cls == "minute" and words == ["a"]:
        return right.cls != "other"
    if unit.cls == "second":
        return words != ["a"] and right.cls != "hyphen"
    if unit.cls == "day_unit" and words == ["a"] and "hyphen" not in [item.cls for item in chunk.items]:
        return right.cls != "of"
    if unit.cls == "quarters":
        return right.cls != "of"
    return unit.cls != "unit_short" or words != ["a"]


def _is_age(setting: Setting) -> bool:
    """ "Three-year-old", "82 years old", "aged 25 years", "12 years of age"."""
    right, after = setting.right(), setting.right(1)
    old = right.cls == "old" or (right.cls == "hyphen" and after.cls == "old")
    return old or setting.left().cls == "aged" or (right.cls == "of" and is_trap(after, "age"))


def bare_units(chunk: Chunk, setting: Setting) -> bool:
    """ "Hours", "weeks" after "for", "in", "within", "over" or before "later", "of"."""
    word, left, right = first(chunk), setting.left(), setting.right()
    if word.cls in {"parts", "quarters", "seconds", "weekends"}:
        return False
    if left.cls in {"ordinal", "second", "early", "hyphen"} or right.cls == "hyphen":
        return False
    if right.cls == "of":
        return left.cls != "the"
    if right.cls in _DISTANCES:
        return not is_trap(left, "unit_adjective")
    return left.cls in {"for", "in", "after", "through", "about"} or is_trap(left, "unit_opener")


def clock(chunk: Chunk, setting: Setting) -> bool:
    """A clock time: no verse or race ("John 3:16", "in 2:05:10"), no score."""
    left, value = setting.left(), chunk.value("clock")
    if chunk.parts.keys() & {"meridiem", "zone"}:
        return True
    if isinstance(value, tuple) and len(value) == 3:
        return opens(left, "hour")
    return not name_like(left) and not is_trap(left, "before_score")


def clock_before_range(chunk: Chunk, setting: Setting) -> bool:
    """ "From 8 to 10 a.m.", "8-10 a.m."."""
    return setting.right().cls in {"hyphen", "dash"} or setting.left().cls in {"from", "between", "at", "open"}


def clock_in_part(chunk: Chunk, setting: Setting) -> bool:
    """ "At 10 in the morning"; "killed 10 in the morning" is a count."""
    return "clock" in chunk.parts or opens(setting.left(), "hour")


def overnight(chunk: Chunk, setting: Setting) -> bool:
    """Tonight and overnight; no programme ("Tonight Show"), no "overnight success"."""
    right = setting.right()
    return not is_trap(right, "after_overnight") and not (capital(first(chunk)) and name_like(right))


def small_hours(chunk: Chunk, setting: Setting) -> bool:
    """ "The early hours", not "the early days"."""
    return chunk.value("unit") == "TH"


def now(chunk: Chunk, setting: Setting) -> bool:
    """Now: not "now-defunct", not the organisation NOW."""
    right = setting.right()
    return first(chunk).text != "NOW" and not (right.cls == "hyphen" and right.start == chunk.end)


def current(chunk: Chunk, setting: Setting) -> bool:
    """The adjective current, not the current of water or electricity."""
    right = setting.right()
    return right.cls not in {"edge", "comma", "dot", "of", "in", "and"} and not is_trap(right, "after_current")


def future(chunk: Chunk, setting: Setting) -> bool:
    """ "The future", "future attacks"; not a future king, not our future, not the future of something."""
    right = setting.right()
    noun = right.cls == "other" and right.text.isalpha()
    if first(chunk).cls == "the":
        return right.cls != "of" and (not noun or is_trap(right, "function_word"))
    if not noun or is_trap(right, "office") or is_trap(setting.left(), "possessive"):
        return False
    return right.text.islower() or any(plural(setting.right(place)) for place in range(1, 4))
