"""Readers of deictic times: "yesterday", "last week", "that day", "now"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factx.base import TimeBasis
from factx.dates import days
from factx.dates.adjacent_words import is_guard_word
from factx.dates.anchor import Anchor
from factx.dates.pieces import Chunk
from factx.dates.timex import UNRESOLVED, Timex, first_day, interval, last_day, on_day
from factx.dates.units import IN_DAYS, IN_MONTHS, is_clock_unit, period, shifted
from factx.dates.word_classes import AHEAD, ANAPHORIC, BACK, CURRENT

_LENGTHS = frozenset({"last", "past", "next", "coming"})
_LENGTHS_WITH_ARTICLE = _LENGTHS - {"past"}
_FROM_TEXT = ANAPHORIC | {"previous", "following"}
_NO_DAY_OF_TEXT = frozenset({"coming", "last", "past", "current"})
"""Words with "day" that point from no day of the text: "the last day"."""
_CALENDAR_UNITS = frozenset({"W", "M", "Y", "DE", "CE", "Q", "F", "WE"})
_NO_LENGTHS = frozenset({"WE", "Q"})
"""Units that are named, not measured: "the last quarter" is one, "the last month" may be four weeks."""
_OF_DAYS = frozenset({"D", "W", "WE"})
_WEEKEND_BEGINS, _LAST_EARLY_DAY = 6, 3
"""ISO weekdays: Saturday, and Wednesday, up to which "this weekend" may be the last one."""
_YEAR, _YEAR_AND_MONTH = len("2021"), len("2021-06")
_WEEK = 7  # days
_DIGITS = {"Y": 4, "DE": 3, "CE": 2}
"""Digits of the year that are the TIMEX3 value of the unit."""


def day_word(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve today, yesterday, tomorrow from publication, or from the day on which a quotation was said.

    "Today's youth" is of the present, "tomorrow's leaders" are of the future.
    """
    if anchor.utterance_day is None:
        return UNRESOLVED
    owns = anchor.right().cls == "quote" and anchor.right(1).cls == "ess"
    if owns and is_guard_word(anchor.right(2), "of_an_age") and chunk.figure("day") >= 0:
        return Timex("DATE", "FUTURE_REF", None) if chunk.figure("day") else present(chunk, inside, anchor)
    return on_day(days.days_later(anchor.utterance_day, chunk.figure("day")), "publication")


def weekday(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a weekday.

    1. The day in brackets after it, if it is that weekday.
    2. "That Friday": the last one before the last day mentioned.
    3. "Last", "next", "this": from publication.
    4. With future tense the next one, but what was arranged for yesterday is over.
    5. Else the most recent, the publication day included.
    """
    number, published, pointing = chunk.figure("weekday"), anchor.published, chunk.cls_of("direction")
    if published is None:
        return UNRESOLVED
    if anchor.bracketed_day is not None and anchor.bracketed_day.isoweekday() == number:
        return on_day(anchor.bracketed_day, "publication")
    if pointing in ANAPHORIC and anchor.last_day is not None:
        return on_day(days.weekday_before(anchor.last_day, number), "relative")
    return on_day(_weekday_from(published, number, pointing, anchor), "publication")


def _weekday_from(published: date, number: int, pointing: str, anchor: Anchor) -> date | None:
    """The weekday that word and tense choose, counted from publication."""
    if pointing in BACK:
        return days.weekday_before(days.days_later(published, -1) or published, number)
    if pointing == "next":
        return days.days_later(published, 7 - published.isoweekday() + number)
    if pointing in AHEAD:
        return days.weekday_after(published, number)
    if pointing in CURRENT:
        return _this_weekday(published, number, anchor)
    recent = days.weekday_before(published, number)
    is_ahead = anchor.tense == "future" and recent != published
    if is_ahead and not ((published - recent).days == 1 and anchor.bygone()):
        return days.weekday_after(published, number)
    return recent


def _this_weekday(published: date, number: int, anchor: Anchor) -> date:
    """ "This Friday": the next one, or with past tense the last."""
    if anchor.tense == "past":
        return days.weekday_before(published, number)
    ahead = days.days_later(published, number - published.isoweekday())
    return ahead if ahead is not None and ahead >= published else days.weekday_after(published, number)


def pointed_day(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "that day", "the next day", "the previous day" from the last day of the text."""
    pointing = {item.cls for item in chunk.leaves()}
    if pointing & _NO_DAY_OF_TEXT:
        return None
    if anchor.last_day is None:
        return UNRESOLVED
    step = 1 if pointing & AHEAD else -1 if "previous" in pointing else 0
    return on_day(days.days_later(anchor.last_day, step), "relative")


def unit_before(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the day", "the year" before or after what is named next, or the last date of the text."""
    unit = str(chunk.value("unit"))
    if unit == "Y" and anchor.following_year is not None:
        start: date | None = date(anchor.following_year, 1, 1)
    elif unit in _OF_DAYS and anchor.following_day is not None:
        start = anchor.following_day
    else:
        start = _last_mentioned(unit, anchor)
    if start is None:
        return UNRESOLVED
    return unit_from(start, unit, 1 if anchor.right().cls == "after" else -1, "relative")


def _last_mentioned(unit: str, anchor: Anchor) -> date | None:
    """The last day of the text for a unit of days, the beginning of its last date for a longer one."""
    if unit in _OF_DAYS:
        return anchor.last_day
    return first_day(anchor.last_date) if anchor.last_date else None


def unit_after_next(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the week after next", "the year after next"."""
    return unit_from(anchor.published, str(chunk.value("unit")), 2) if anchor.published is not None else UNRESOLVED


def unit_before_last(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the week before last", "the year before last"."""
    return unit_from(anchor.published, str(chunk.value("unit")), -2) if anchor.published is not None else UNRESOLVED


def weekday_before_last(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the Monday before last": a week before the last one, which is no day of publication."""
    if anchor.published is None:
        return UNRESOLVED
    before = days.days_later(anchor.published, -1 - _WEEK)
    return on_day(days.weekday_before(before, chunk.figure("weekday")) if before is not None else None, "publication")


def unit_from(start: date, unit: str, step: int, basis: TimeBasis = "publication") -> Timex | None:
    """The day, week, month, quarter, year, decade or century ``step`` units from that of ``start``.

    >>> unit_from(date(2021, 6, 16), "W", -1).value, unit_from(date(2021, 6, 16), "Q", 1).value
    ('2021-W23', '2021-Q3')
    """
    if unit in IN_DAYS:
        found = days.days_later(start, step * IN_DAYS[unit])
        if found is None or unit == "D":
            return on_day(found, basis)
        return Timex("DATE", days.week(found) + ("-WE" if unit == "WE" else ""), basis)
    moved = days.months_later(start, step * IN_MONTHS[unit])
    return Timex("DATE", _value(moved, unit), basis) if moved is not None else None


def _value(moved: date, unit: str) -> str:
    """The TIMEX3 value of a month, quarter, year, decade or century."""
    if unit == "M":
        return f"{moved.year:04}-{moved.month:02}"
    if unit == "Q":
        return f"{moved.year:04}-Q{days.quarter(moved)}"
    return f"{moved.year:04}"[: _DIGITS[unit]]


def pointed_unit(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a unit of time with a deictic word.

    1. A length: "the past year", "the next month", "the last hour".
    2. From the last date of the text: "that week", "the previous month".
    3. From publication: "last year", "this week", "the weekend".
    """
    unit, pointing = str(chunk.value("unit")), chunk.cls_of("direction")
    if _is_length(unit, pointing, "the" in {item.cls for item in chunk.leaves()}):
        return _measured(unit, pointing, anchor.published)
    if unit not in _CALENDAR_UNITS:
        return None
    if pointing in ANAPHORIC or (pointing in _FROM_TEXT and anchor.last_date is not None):
        return _from_text(unit, pointing, anchor)
    if anchor.published is None:
        return UNRESOLVED
    if unit == "WE":
        return unit_from(anchor.published, unit, _weekends_away(pointing, anchor.published, anchor))
    step = -1 if pointing in BACK else 1 if pointing in AHEAD else 0
    found = unit_from(anchor.published, unit, step)
    return found if found is None or step else _until_now(found, unit, anchor.published, anchor)


def _is_length(unit: str, pointing: str, with_article: bool) -> bool:
    """True if the unit is measured: "the last month", not "last month"."""
    if is_clock_unit(unit):
        return pointing in _LENGTHS
    if unit in _NO_LENGTHS or unit not in _CALENDAR_UNITS:
        return False
    return pointing == "past" or (with_article and pointing in _LENGTHS_WITH_ARTICLE)


def _measured(unit: str, pointing: str, published: date | None) -> Timex:
    """A length of one unit up to publication, "the past week", or of what follows it."""
    timex = Timex("DURATION", period(1, unit), deictic=True)
    start = shifted(published, -1, unit) if published is not None and pointing in BACK else None
    if start is None or published is None or is_clock_unit(unit):
        return timex
    return replace(timex, basis="publication", start_date=start.isoformat(), end_date=published.isoformat())


def _from_text(unit: str, pointing: str, anchor: Anchor) -> Timex | None:
    """The unit counted from the last date of the text, if that is precise enough."""
    start = _last_mentioned(unit, anchor)
    needed = _YEAR_AND_MONTH if unit == "M" else _YEAR
    if start is None or len(anchor.last_date or "") < needed:
        return UNRESOLVED
    return unit_from(start, unit, {"previous": -1, "following": 1}.get(pointing, 0), "relative")


def _weekends_away(pointing: str, published: date, anchor: Anchor) -> int:
    """How many weekends from that of publication: -1, 0 or 1."""
    weekday = published.isoweekday()
    if pointing in BACK:
        return -1
    if pointing == "next":
        return 1
    if weekday >= _WEEKEND_BEGINS or anchor.tense != "past":
        return 0
    return -1 if weekday <= _LAST_EARLY_DAY or pointing not in {"this", "coming"} else 0


def _until_now(timex: Timex, unit: str, published: date, anchor: Anchor) -> Timex:
    """The current unit, its interval up to publication after "so far" and in a week not yet over.

    A year is as precise as texts mean it: "so far this year" is the year.
    """
    so_far = anchor.left().text.lower() == "so far" or (unit == "W" and anchor.tense != "future")
    if unit == "Y":
        return timex
    bounds = interval(timex.value) if timex.value and so_far else None
    return until_publication(timex, bounds, published) if bounds is not None else timex


def until_publication(timex: Timex, bounds: tuple[str, str], published: date) -> Timex:
    """The date with the interval from its first day to publication, if publication lies within it."""
    first, last = first_day(bounds[0]), last_day(bounds[1])
    if first is None or last is None or not first <= published <= last:
        return timex
    return replace(timex, start_date=first.isoformat(), end_date=published.isoformat())


def reference(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve now, recently, the future: PRESENT_REF, PAST_REF, FUTURE_REF."""
    value = str(chunk.value("ref"))
    return present(chunk, inside, anchor) if value == "PRESENT_REF" else Timex("DATE", value, None)


def present(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve the adjective "current": PRESENT_REF, with publication as its interval."""
    now = anchor.published.isoformat() if anchor.published else None
    return Timex("DATE", "PRESENT_REF", "publication" if now else None, None, now, now)
