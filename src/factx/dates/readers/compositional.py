"""Readers of times within longer ones: "March of this year", "the end of July"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factx.dates import days
from factx.dates.anchor import Anchor
from factx.dates.pieces import Chunk, Lexeme
from factx.dates.readers.calendar import part_code, season
from factx.dates.readers.deictic import unit_from, until_publication, weekday
from factx.dates.readers.duration import amount
from factx.dates.readers.named_day import in_year
from factx.dates.timex import (
    UNRESOLVED,
    Timex,
    first_day,
    interval,
    last_day,
    with_day,
    year_and_month_of,
    year_of,
)
from factx.dates.units import period, shifted

_THURSDAY = 4  # ISO weekday in whose year and month a week lies
_SEASON = slice(len("2021-"), None)
"""Where a value has its season."""
_DAY = len("2021-06-16")
_ANNIVERSARIES = frozenset({"Y", "M"})
"""Units whose distance from a weekday is counted by the calendar."""
_SEVERAL = frozenset({"units", "weekends"})
"""Classes of units of which there are more than one, however many: "the last days"."""
_FROM_END = frozenset({"last", "final"})
_MID_BEGINS, _MID_ENDS = 10, 20
"""Days of a month that "mid-June" means."""
_MIDDLE = 15  # last day of the first half of a month


def within_year(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a month or day of a deictic year: "March of this year", "9 May last year"."""
    year = year_of(inside)
    if inside is None or year is None:
        return UNRESOLVED
    if "day" not in chunk.parts:
        return Timex("DATE", f"{year}-{chunk.chunk('month').figure('month'):02}", inside.basis)
    day = chunk.chunk("day")
    return with_day(inside, days.day(int(year), day.figure("month"), day.figure("day")))


def weekday_in_week(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a weekday of a deictic week: "Tuesday last week", "Friday two weeks ago".

    "A year ago Tuesday" is the day a year before that Tuesday.
    """
    distance = chunk.chunk("inside")
    if distance.value("unit") in _ANNIVERSARIES:
        named, number = weekday(chunk.chunk("weekday"), None, anchor), amount(distance.parts.get("amount", ()))
        if named is None or named.day is None or number is None:
            return UNRESOLVED
        return with_day(named, shifted(named.day, -number, str(distance.value("unit"))))
    bounds = interval(inside.value) if inside is not None and inside.value else None
    if bounds is None or inside is None or len(bounds[0]) < _DAY:
        return UNRESOLVED
    number = chunk.chunk("weekday").figure("weekday")
    return with_day(inside, days.days_later(date.fromisoformat(bounds[0]), number - 1))


def day_in_month(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the 20th of next month", "the 15th day of June"."""
    month = year_and_month_of(inside)
    if inside is None or month is None:
        return UNRESOLVED
    return with_day(inside, days.day(*month, chunk.figure("number")))


def nth_weekday(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the second Monday of May"."""
    month = year_and_month_of(inside)
    if inside is None or month is None:
        return UNRESOLVED
    weekday = chunk.chunk("weekday").figure("weekday")
    return with_day(inside, days.nth_weekday(*month, weekday, _number(chunk)))


def _number(chunk: Chunk) -> int:
    """The number of a part, -1 for the last."""
    return -1 if "last" in chunk.parts else chunk.figure("number")


def part_of_year(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the first half of this year", "the second quarter of 2019"."""
    code = _last_part(chunk) if "end" in chunk.parts else part_code(chunk.chunk("part"))
    if inside is not None:
        year, explicit = year_of(inside), inside.basis in {"explicit", None}
    else:
        year, explicit = f"{anchor.published.year:04}" if anchor.published else None, False
    if code is None or year is None:
        return None
    return Timex("DATE", f"{year}-{code}", "explicit" if explicit else "publication")


def _last_part(chunk: Chunk) -> str:
    """The last quarter or half of a year."""
    return "Q4" if chunk.cls_of("part") == "quarter" else "H2"


def season_of_year(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the summer of last year"."""
    plain = season(chunk.chunk("season"), None, anchor)
    if plain is None or plain.value is None or inside is None or inside.value is None:
        return UNRESOLVED
    return replace(inside, value=f"{inside.value}-{plain.value[_SEASON]}")


def nth_week(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the first week of 2015": of a year the ISO week, of a month that of the nth Thursday."""
    year, month, number = year_of(inside), year_and_month_of(inside), _number(chunk)
    if inside is not None and year is not None:
        weeks = date(int(year), 12, 28).isocalendar().week
        return replace(inside, value=f"{year}-W{weeks if number < 0 else number:02}")
    if inside is None or month is None:
        return UNRESOLVED
    found = days.nth_weekday(*month, _THURSDAY, number)
    return replace(inside, value=days.week(found)) if found is not None else None


def nth_month(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the third month of 2021"."""
    number, year = chunk.figure("number"), year_of(inside)
    if inside is None or year is None or not 1 <= number <= days.MONTHS:
        return None
    return replace(inside, value=f"{year}-{number:02}")


def span_of_year(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the first three months of 2021" to a length of time with the interval that it covers.

    "The last days of May" are some of May.
    """
    span = chunk.chunk("span")
    unit, number = str(span.value("unit")), _number_of_units(span)
    whole = inside.value if inside is not None else f"{anchor.published.year:04}" if anchor.published else None
    bounds = interval(whole) if whole else None
    timex = Timex("DURATION", period(number, unit))
    if bounds is None:
        return timex
    if number is None:
        return replace(timex, start_date=bounds[0], end_date=bounds[1])
    first, last = first_day(bounds[0]), last_day(bounds[1])
    if first is None or last is None or number % 1:
        return timex
    if any(item.cls in _FROM_END for item in span.leaves()):
        start: date | None = shifted(days.days_later(last, 1) or last, -number, unit)
        end: date | None = last
    else:
        over = shifted(first, number, unit)
        start, end = first, days.days_later(over, -1) if over is not None else None
    return replace(timex, start_date=_iso(start), end_date=_iso(end))


def _number_of_units(span: Chunk) -> float | None:
    """How many units a length has; None if that is vague, as in "the last days"."""
    if "amount" not in span.parts and span.cls_of("unit") in _SEVERAL:
        return None
    return amount(span.parts.get("amount", ()))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def holiday_of_year(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "Christmas last year"."""
    year = year_of(inside)
    if inside is None or year is None:
        return UNRESOLVED
    found = in_year(str(chunk.chunk("feast").value("holiday")), int(year), anchor)
    return Timex("DATE", _iso(found), inside.basis, found)


def week_of(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the week of 17 May"."""
    if inside is None or inside.day is None:
        return UNRESOLVED
    return replace(inside, value=days.week(inside.day), day=None)


def phase(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve early, mid, late, the end of a time to the time itself, its interval cut by the word."""
    if inside is None or inside.value is None or inside.type != "DATE":
        return inside
    bounds = interval(inside.value)
    words = {item.cls for item in chunk.items if isinstance(item, Lexeme)}
    return _cut(inside, inside.value, bounds, words, anchor.published) if bounds is not None else inside


def _cut(inside: Timex, value: str, bounds: tuple[str, str], words: set[str], published: date | None) -> Timex:
    """The time with the interval of its phase.

    1. "Earlier this month" ends with publication, "the rest of the year" begins with it; "earlier
       this year" is the year.
    2. "The start", "the end" is the first or last day.
    3. "Mid-June" is from the 10th to the 20th.
    """
    if "earlier" in words and year_of(inside) is not None:
        return inside
    if "earlier" in words and published is not None and inside.basis == "publication":
        return until_publication(inside, bounds, published)
    if "rest" in words and published is not None:
        return replace(inside, start_date=published.isoformat(), end_date=_iso(last_day(bounds[1])))
    if words & {"start", "end"}:
        exact = _iso(first_day(bounds[0]) if "start" in words else last_day(bounds[1]))
        return replace(inside, start_date=exact, end_date=exact)
    if "mid" in words and year_and_month_of(inside) is not None:
        return replace(inside, start_date=f"{value}-{_MID_BEGINS}", end_date=f"{value}-{_MID_ENDS}")
    return inside


def half_of_month(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the first half of May" to the month, its interval cut at the 15th."""
    month = year_and_month_of(inside)
    if inside is None or month is None:
        return inside
    if chunk.chunk("part").figure("number") == 1:
        return replace(inside, start_date=f"{inside.value}-01", end_date=_iso(days.day(*month, _MIDDLE)))
    return replace(inside, start_date=_iso(days.day(*month, _MIDDLE + 1)), end_date=_iso(last_day(str(inside.value))))


def end_of_unit(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the end of the year", "later in the month" to the unit of the publication date."""
    if anchor.published is None:
        return UNRESOLVED
    unit = str(chunk.value("unit"))
    if unit == "D":
        return unit_from(anchor.last_day or anchor.published, unit, 0)
    return phase(chunk, unit_from(anchor.published, unit, 0), anchor)
