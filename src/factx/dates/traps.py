"""Guards: words that look like a time but are none here ("may" the verb, "Mr. March", "2013 people", "three-year-old").

A guard tells from the neighbours whether a chunk is a time expression; each belongs to the rules that name it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from factx import lexicon
from factx.dates.pieces import Chunk, Lexeme
from factx.dates.setting import Setting

Guard = Callable[[Chunk, Setting], bool]

_MONTH_OPENERS = frozenset(
    "in since of until by from to through for between and or during before after early late mid hyphen dash slash open about".split()
)
_SURE_OPENERS = frozenset("in since during early late mid through between of".split())
_SPEECH = frozenset({"said", "says", "told", "added", "asked", "was", "has", "is", "and"})


def accepted(chunk: Chunk, setting: Setting) -> bool:
    """Whether the chunk passes the guard of its rule."""
    guard = GUARDS.get(chunk.guard)
    return guard is None or guard(chunk, setting)


@lru_cache(maxsize=1)
def _words(kind: str = "") -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in lexicon.read("time_traps"):
        found.setdefault(row["trap"], set()).add(row["word"])
    return {trap: frozenset(words) for trap, words in found.items()}


def _is(lexeme: Lexeme | None, trap: str) -> bool:
    return lexeme is not None and lexeme.text.lower() in _words().get(trap, frozenset())


def _first(chunk: Chunk) -> Lexeme:
    return next(chunk.leaves())


def _capital(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.text[0].isupper()


def _name_like(lexeme: Lexeme | None) -> bool:
    """A capitalised word that is no time word: perhaps a part of a name."""
    return lexeme is not None and lexeme.cls in {"other", "a"} and lexeme.text[0].isupper() and len(lexeme.text) > 1


def bare_month(chunk: Chunk, setting: Setting) -> bool:
    """A month without day or year: capitalised, and for names and verbs after a word that opens a time."""
    word, left, right = _first(chunk), setting.left(), setting.right()
    opened = left is not None and left.cls in _MONTH_OPENERS
    if opened and right is not None and right.cls in {"hyphen", "dash"} or _ranged(setting):
        return True
    if word.cls == "month_lower" and opened and left is not None:
        return left.cls in {"between", "and", "from", "to", "since", "through", "in", "of"}
    if word.cls in {"month_lower", "month_or_verb"}:
        sure = left is not None and left.cls in {"in", "since", "during", "early", "late", "mid"}
        return sure and not (right is not None and right.text.islower() and right.cls == "other" and word.cls == "month_or_verb")
    if word.cls == "month":
        return not (_name_like(left) and not opened and _name_like(right))
    if word.cls == "month_short":
        glued = left is not None and left.cls in {"hyphen", "dash", "slash"} and (setting.left(1) is None or setting.left(1).text.isalpha())
        return opened and not _name_like(right) and (not glued or _in_range(setting))
    sure = left is not None and left.cls in _SURE_OPENERS
    if left is not None and left.cls in {"a", "the"} or _is(left, "possessive"):
        return right is not None and right.text.islower() and right.cls in {"other", "and"}
    if _is(right, "after_name"):
        return False
    return (opened and not _name_like(right)) or sure


def _in_range(setting: Setting) -> bool:
    """Whether a month stands before the word before: "Jan-Feb"."""
    return len(setting.before) > 1 and isinstance(setting.before[1], Chunk)


def _ranged(setting: Setting) -> bool:
    """Whether a range with another month follows: "May to August", "Jan-Feb 2017"."""
    join, later = setting.right(), setting.after[1] if len(setting.after) > 1 else None
    if join is None or join.cls not in {"to", "hyphen", "dash", "through"}:
        return False
    return isinstance(later, Chunk) and later.cls in {"MONTH", "MONTH_YEAR", "DAY"}


def month_day(chunk: Chunk, setting: Setting) -> bool:
    """A month and a day: lower case may and march only before an ordinal or a comma."""
    month = chunk.part("month")
    right = setting.right()
    if not isinstance(month, Lexeme) or month.cls not in {"month_or_verb", "month_lower"}:
        return not (right is not None and right.text == "%")
    day = chunk.part("day")
    return month.cls == "month_lower" or (isinstance(day, Lexeme) and day.cls == "ordinal")


def day_month(chunk: Chunk, setting: Setting) -> bool:
    """A day and a month: no part of a holiday ("1 May Day")."""
    return not (_is(setting.right(), "after_month_name") or _is(setting.left(), "before_number"))


def bare_year(chunk: Chunk, setting: Setting) -> bool:
    """A year: no count ("2013 people"), no code ("A-2013", "2019-nCoV"), none before 1500 without "in"."""
    number, left, right = chunk.number("year") or 0, setting.left(), setting.right()
    if len([item for item in chunk.leaves()]) > 1:
        return True
    opened = left is not None and (left.cls in _SURE_OPENERS or left.cls in {"since", "by", "through", "from", "before", "after", "every"})
    if chunk.parts["year"] and _first(chunk).cls == "year_words":
        return opened
    if not 1500 <= number <= 2100:
        ranged = left is not None and left.cls in {"from", "between"} and right is not None and right.cls in {"to", "and", "through"}
        return number >= 1000 and left is not None and (left.cls in {"in", "since"} or ranged) and not _counted(right)
    if _glued_number(chunk, setting):
        return False
    start, end = chunk.start, chunk.end
    if left is not None and left.end == start and (left.cls not in {"open", "quote", "dash", "slash", "other", "hyphen", "dot", "comma"} or left.text.isalnum()):
        return False
    if right is not None and right.start == end and right.cls in {"hyphen", "other"}:
        after = setting.right(1)
        glued = after is not None and after.start == right.end
        if right.text.isalnum() or (right.cls == "hyphen" and glued and after is not None and after.cls == "other" and not after.text.islower()):
            return False
    if _is(right, "counted") or _is(left, "before_number") or _is(left, "before_count"):
        return False
    if _is(left, "clause_word"):
        return True
    return not (_counted(right) and (left is None or left.cls not in {"in", "since", "the", "a", "this", "quote", "during"}))


def _glued_number(chunk: Chunk, setting: Setting) -> bool:
    """Whether the figures go on from a code or another number: "A-2013", "138-2010-2015", "No. 1990"."""
    left, before = setting.left(), setting.left(1)
    if left is None or before is None:
        return False
    if left.cls == "dot":
        return before.text.lower() == "no" and before.end == left.start
    if left.cls == "comma" and left.end == chunk.start and before.text[0].isdigit():
        return True
    if left.cls not in {"hyphen", "slash"} or left.end != chunk.start or before.end != left.start:
        return False
    joined = len(setting.before) > 1 and isinstance(setting.before[1], Chunk)
    return not joined and (before.text.isupper() or before.text[0].isdigit())


def _plural(word: Lexeme) -> bool:
    return word.text.islower() and word.text.endswith("s") and not word.text.endswith(("ss", "us", "is", "as"))


def _counted(right: Lexeme | None) -> bool:
    return right is not None and right.cls in {"other", "units"} and right.text.islower() and (
        _plural(right) or _is(right, "counted")
    )


def year_pair(chunk: Chunk, setting: Setting) -> bool:
    """Two years by a slash or dash: the second after the first, no month ("2015-12" is one)."""
    value = chunk.value("years")
    if not isinstance(value, tuple):
        return False
    return value[1] > value[0] % 100


def short_decade(chunk: Chunk, setting: Setting) -> bool:
    """ "The 80s", "the '80s": no age ("in his 80s"), no temperature."""
    first, left = _first(chunk), setting.left()
    if first.text[0] in "'’‘":
        return True
    if left is not None and left.cls in {"and", "or", "to", "hyphen", "dash"} and _follows(setting, "decade in two figures", "decade in figures"):
        return True
    opened = first.cls == "the" or (left is not None and left.cls == "in" and first.text[-2:] == "'s")
    return opened and not _is(left, "possessive") and not _is(setting.right(), "counted")


def _follows(setting: Setting, *rules: str) -> bool:
    """Whether the item before the last word was found by one of the rules."""
    earlier = setting.before[1] if len(setting.before) > 1 else None
    return isinstance(earlier, Chunk) and earlier.rule in rules


def quarter_code(chunk: Chunk, setting: Setting) -> bool:
    """ "Q1" with a capital letter, not beside other figures or hyphens."""
    text, left = _first(chunk).text, setting.left()
    return "Q" in text and not (setting.right() is not None and setting.right().text == ":") and (left is None or left.cls not in {"hyphen", "slash"})


def year_part(chunk: Chunk, setting: Setting) -> bool:
    """A quarter by its number; a half or a quarter of sports and fractions is none."""
    part, right = chunk.part("part"), setting.right()
    return isinstance(part, Lexeme) and part.cls == "quarter" and not (right is not None and right.cls == "hyphen") and not _is(right, "after_quarter")


def bare_season(chunk: Chunk, setting: Setting) -> bool:
    """A season with an article or after "in"; "fall" only as "in the fall"."""
    word, first, left, right = chunk.part("season"), _first(chunk), setting.left(), setting.right()
    opened = left is not None and left.cls in {"in", "since", "by", "during", "through", "before", "after"}
    if right is not None and right.cls == "of" or _name_like(right):
        return False
    if isinstance(word, Lexeme) and word.cls == "fall":
        return first.cls == "the" and opened
    if isinstance(word, Lexeme) and word.text[0].isupper() and _name_like(left):
        return False
    return first.cls in {"the", "early", "late", "mid"} or opened


def bare_weekday(chunk: Chunk, setting: Setting) -> bool:
    """A weekday: no newspaper ("Sunday Times"), no name ("Bloody Sunday"), short forms only where a date stands."""
    word, left, right = _first(chunk), setting.left(), setting.right()
    if _is(right, "periodical") and _capital(right) or _is(left, "named_weekday") and _capital(left):
        return False
    if word.cls == "weekday_short":
        return left is not None and left.cls in {"on", "open"} and not _name_like(right)
    return True


def not_a_name(chunk: Chunk, setting: Setting) -> bool:
    """No part of a title ("USA Today", "The Daily Star")."""
    word, left, right = _first(chunk), setting.left(), setting.right()
    if chunk.reader == "holiday":
        name = chunk.part("holiday")
        if not isinstance(name, Lexeme):
            return False
        lower = name.text.split()[-1].islower() and not (left is not None and left.cls in {"the", "a"} and "direction" not in chunk.parts)
        return name.text[0].isupper() or lower
    if not _capital(word):
        return True
    if word.text.isupper() and _name_like(right):
        return False
    if chunk.reader == "frequency":
        return left is None or (left.cls in {"dot", "break"} and not _capital(right))
    return not (_name_like(left) and left is not None and word.start - left.end == 1)


def pointed_unit(chunk: Chunk, setting: Setting) -> bool:
    """No part of a title ("Kamloops This Week")."""
    left = setting.left()
    return not (_capital(_first(chunk)) and _name_like(left) and left is not None and _first(chunk).start - left.end == 1)


def pointed_day(chunk: Chunk, setting: Setting) -> bool:
    """ "That day", "the next day"; "this day and age" is none."""
    return not _is(setting.right(), "after_day")


def duration(chunk: Chunk, setting: Setting) -> bool:
    """A length of time: no age, no fraction, no "a second"."""
    unit, left, right = chunk.part("unit"), setting.left(), setting.right()
    words = [right, setting.right(1)]
    if any(item is not None and item.cls == "old" for item in words) and not (words[0] is not None and words[0].cls not in {"old", "hyphen"}):
        return False
    if left is not None and left.cls == "aged" or _is(left, "before_number"):
        return False
    if right is not None and right.cls == "of" and _is(setting.right(1), "age"):
        return False
    if not isinstance(unit, Lexeme):
        return True
    if unit.cls == "day_unit" and chunk.end - chunk.start == 5 and right is not None and right.cls == "of":
        return False
    classes = [item.cls for item in chunk.parts.get("amount", ())]
    if unit.cls in {"second", "minute"} and classes == ["a"]:
        return unit.cls == "minute" and (right is None or right.cls != "other")
    if unit.cls == "second":
        return classes[:1] != ["year"] and (right is None or right.cls != "hyphen")
    if unit.cls == "quarters":
        return right is None or right.cls != "of"
    if unit.cls == "unit_short":
        return classes != ["a"]
    return not (classes == ["year"] and unit.cls.endswith("_unit"))


def bare_units(chunk: Chunk, setting: Setting) -> bool:
    """ "Hours", "weeks" after "for", "in", "within", "over" or before "later", "of"."""
    word, left, right = _first(chunk), setting.left(), setting.right()
    if word.cls in {"parts", "quarters", "seconds", "weekends"}:
        return False
    if left is not None and left.cls in {"ordinal", "second", "early", "hyphen"} or right is not None and right.cls == "hyphen":
        return False
    if right is not None and right.cls == "of":
        return left is None or left.cls != "the"
    if right is not None and right.cls in {"later", "earlier", "before", "after"}:
        return left is None or left.cls not in {"other"} or not _is(left, "unit_adjective")
    return left is not None and (left.cls in {"for", "in", "after", "through", "about"} or _is(left, "unit_opener"))


def clock(chunk: Chunk, setting: Setting) -> bool:
    """A clock time: no verse or race ("John 3:16", "in 2:05:10"), no score."""
    left = setting.left()
    if chunk.parts.keys() & {"meridiem", "zone"}:
        return True
    value = chunk.value("clock")
    if isinstance(value, tuple) and len(value) == 3:
        return left is not None and left.cls in {"at", "about", "by", "since", "through"}
    return not _name_like(left) and not _is(left, "before_score")


def clock_before_range(chunk: Chunk, setting: Setting) -> bool:
    """ "From 8 to 10 a.m.", "8-10 a.m."."""
    left, right = setting.left(), setting.right()
    joined = right is not None and right.cls in {"hyphen", "dash"}
    return joined or (left is not None and left.cls in {"from", "between", "at", "open"})


def clock_in_part(chunk: Chunk, setting: Setting) -> bool:
    """ "At 10 in the morning"; "killed 10 in the morning" is a count."""
    left = setting.left()
    return "clock" in chunk.parts or (left is not None and left.cls in {"at", "about", "by", "since", "through", "before", "after"})


def overnight(chunk: Chunk, setting: Setting) -> bool:
    """Tonight and overnight; no programme ("Tonight Show"), no "overnight success"."""
    right = setting.right()
    return not _is(right, "after_overnight") and not (_capital(_first(chunk)) and _name_like(right))


def small_hours(chunk: Chunk, setting: Setting) -> bool:
    """ "The early hours", not "the early days"."""
    return chunk.value("unit") == "TH"


def now(chunk: Chunk, setting: Setting) -> bool:
    """Now: not "now-defunct", not the organisation NOW."""
    text, right = _first(chunk).text, setting.right()
    glued = right is not None and right.cls == "hyphen" and right.start == chunk.end
    return text != "NOW" and not glued


def current(chunk: Chunk, setting: Setting) -> bool:
    """The adjective current, not the current of water or electricity."""
    right = setting.right()
    return right is not None and right.cls not in {"comma", "dot", "of", "in", "and"} and not _is(right, "after_current")


def future(chunk: Chunk, setting: Setting) -> bool:
    """ "The future", "future attacks"; not a future king, not the future of something."""
    right = setting.right()
    if _first(chunk).cls == "the":
        return right is None or (right.cls != "of" and (right.cls != "other" or not right.text.isalpha() or _is(right, "function_word")))
    if right is None or right.cls != "other" or not right.text.isalpha() or _is(right, "office") or _is(setting.left(), "possessive"):
        return False
    ahead = [setting.right(place) for place in range(1, 4)]
    return right.text.islower() or any(word is not None and _plural(word) for word in ahead)


def weekday_in_week(chunk: Chunk, setting: Setting) -> bool:
    """ "Monday last week", "last week on Monday" in one sentence."""
    return True


def day_before_range(chunk: Chunk, setting: Setting) -> bool:
    """ "9 to 12 June", "on 3 and 4 June": the second part begins with a day."""
    later = setting.after[1] if len(setting.after) > 1 else None
    if not isinstance(later, Chunk) or _first(later).cls in {"month", "month_or_name", "month_short", "weekday"}:
        return False
    join, left = setting.right(), setting.left()
    if join is not None and join.cls == "hyphen" and (join.start != chunk.end or later.start != join.end):
        return False
    if join is not None and join.cls in {"and", "or"}:
        return left is not None and left.cls in {"on", "between", "comma", "the"}
    return True


def day_after_range(chunk: Chunk, setting: Setting) -> bool:
    """ "May 3-5", "May 3 and 5": the first part is a month and a day."""
    earlier = setting.before[1] if len(setting.before) > 1 else None
    if not isinstance(earlier, Chunk) or earlier.cls not in {"MONTH_DAY", "RANGE_DAY"}:
        return False
    if _first(earlier).cls in {"small_number", "number_12", "number_23", "number_31"}:
        return False
    right = setting.right()
    return right is None or right.cls != "other" or not right.text.islower() or _is(right, "function_word")


def day_then_clock(chunk: Chunk, setting: Setting) -> bool:
    """ "Monday at 3 p.m.", "today, 18:00"."""
    return True


def slashed_after_range(chunk: Chunk, setting: Setting) -> bool:
    """ "To 11/7" after "from 10/25"."""
    return _follows(setting, "days in figures as a range")


def day_of_month(chunk: Chunk, setting: Setting) -> bool:
    """ "On the 17th" at the end of a phrase; "the 17th floor" is no day."""
    left, right = setting.left(), setting.right()
    if _first(chunk).cls != "the" or not list(chunk.leaves())[-1].text[0].isdigit():
        return False
    closed = right is None or right.cls in {"comma", "dot", "from", "between", "at"} or _is(right, "function_word")
    return closed and left is not None and left.cls in {"on", "since", "by", "through", "before", "after"} and not (right is not None and right.cls == "of")


def hour_on_day(chunk: Chunk, setting: Setting) -> bool:
    """ "Monday at 5", not "Monday at 5 sites"."""
    right = setting.right()
    return right is None or right.cls in {"comma", "dot"} and setting.right(1) is None or _is(right, "function_word")


def span_of_year(chunk: Chunk, setting: Setting) -> bool:
    """ "The first three months of 2021", not "five days of 2021"."""
    return any(item.cls in {"ordinal", "last", "final"} for item in chunk.chunk("span").leaves())


def phase(chunk: Chunk, setting: Setting) -> bool:
    """ "Late June", "the end of July": the time inside passes its own guard where the words do not decide."""
    inside = chunk.part("inside")
    if not isinstance(inside, Chunk) or inside.cls != "MONTH":
        return True
    return not _is(setting.right(), "after_name")


def not_may_verb(chunk: Chunk, setting: Setting) -> bool:
    """ "Last May", not "this may"."""
    month = chunk.part("month")
    if not isinstance(month, Lexeme) or month.cls != "month_or_verb":
        return True
    return chunk.part("direction") is not None and chunk.parts["direction"][0].cls in {"last", "next"}


GUARDS: dict[str, Guard] = {
    guard.__name__: guard
    for guard in (
        bare_month, month_day, day_month, bare_year, year_pair, short_decade, quarter_code, year_part, bare_season,
        bare_weekday, not_a_name, pointed_unit, pointed_day, duration, bare_units, clock, clock_before_range,
        clock_in_part, overnight, small_hours, now, current, future, weekday_in_week, day_before_range,
        day_after_range, day_then_clock, day_of_month, hour_on_day, slashed_after_range, span_of_year, phase, not_may_verb,
    )
}  # fmt: skip
