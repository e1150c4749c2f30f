"""Readers of lengths, distances and sets: "three weeks", "two days ago", "every Monday"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from factx.base import TimeBasis
from factx.dates import days
from factx.dates.adjacent_words import is_guard_word, looks_plural
from factx.dates.anchor import Anchor
from factx.dates.pieces import Chunk, Item, Lexeme
from factx.dates.readers.deictic import pointed_unit
from factx.dates.timex import UNRESOLVED, Timex, first_day, on_day
from factx.dates.units import granular, is_clock_unit, period, shifted
from factx.dates.word_classes import BACK, LATER, SOONER

_VAGUE = frozenset({"vague", "many", "dozens", "scale"})
_COUNTED = frozenset({"number_big", "number_59", "units", "number_word", "seconds", "times"})
_MONEY = frozenset("$€£¥%")
_DIRECTIONS = SOONER | LATER
_NO_RATE = _DIRECTIONS | {"ago", "previous"}
_FROM_TEXT = frozenset({"earlier", "later"})
_BACK = BACK | {"recent"}
_UNANCHORED = frozenset({"following", "final"})
_QUARTER = 0.25  # of a unit
_FRACTIONS = {"half": 0.5, "quarter": _QUARTER}
_MONTHS_OF_QUARTER = 3  # of a year
_HOURS_OF_A_DAY = 24  # fewer hours ago is the same day or the one before, and no day can be given
_WEEK = 7  # days
_WEEKEND = "WE"
_WEEKS = frozenset({"W", "F", _WEEKEND})
_ERAS = {"DE": 3, "CE": 2}
"""Digits of the year that name a decade, a century."""
_DAY = len("2021-06-16")
_PRECISE_ENOUGH = {"Y": len("2021"), "DE": len("2021"), "CE": len("2021"), "M": len("2021-06")}
"""Characters of the least precise date from which so many of a unit can be counted."""


def amount(items: tuple[Item, ...]) -> float | None:
    """The number that an amount states, or None if it is vague ("a few", "several", "dozens of").

    >>> from factx.dates.lexer import lexemes
    >>> [amount(tuple(lexemes(text))) for text in ("two and a half", "a few", "a couple of")]
    [2.5, None, 2]
    >>> [amount(tuple(lexemes(text))) for text in ("one and a quarter", "a quarter of an", "three quarters of an")]
    [1.25, 0.25, 0.75]
    """
    words = [item for item in items if isinstance(item, Lexeme)]
    classes = {item.cls for item in words}
    if classes & _VAGUE:
        return None
    numbers = [item.value for item in words if item.cls != "half" and isinstance(item.value, int | float)]
    if "quarters" in classes:
        return numbers[0] * _QUARTER if numbers else None
    rest = _fraction(classes)
    if not numbers:
        return rest or 1
    return 12 if "dozen" in classes else numbers[0] + rest


def _fraction(classes: Iterable[str]) -> float:
    """The part of one that "half" or "quarter" adds to a number."""
    return sum(_FRACTIONS.get(cls, 0) for cls in set(classes))


def _stated(chunk: Chunk) -> float | None:
    """The number of units of a chunk, with a half after the unit: "two years and a half"."""
    number = amount(chunk.parts.get("amount", ()))
    return number + _fraction(chunk.classes_of("half")) if number is not None else None


def duration(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a length of time: "three weeks"; "2,000 a day" is a set, "two days later" leads to a day.

    "A weekend raid" was on one, "a weekend in Rome" is a length.
    """
    unit = str(chunk.value("unit"))
    if _is_rate(chunk, anchor):
        return Timex("SET", period(1, unit))
    if _is_weekend_of(chunk, unit, anchor):
        return pointed_unit(chunk, inside, anchor)
    number = _stated(chunk)
    timex = Timex("DURATION", period(number, unit))
    start = _counted_from(anchor, unit)
    if number is None or start is None or is_clock_unit(unit):
        return timex
    ahead = anchor.right().cls not in SOONER
    found = shifted(start, number if ahead else -number, unit)
    if found is None or (anchor.published is not None and found > anchor.published and anchor.tense == "past"):
        return timex
    first = last = granular(found, unit if anchor.following_day is None else "D")
    if next(chunk.leaves()).cls == "the" and start == anchor.following_day:
        first, last = _beside(start, found)
    basis: TimeBasis = "publication" if start == anchor.published else "relative"
    return replace(timex, basis=basis, start_date=first, end_date=last)


def _is_weekend_of(chunk: Chunk, unit: str, anchor: Anchor) -> bool:
    """True for "a weekend raid", not for "a weekend of raids"."""
    return unit == _WEEKEND and chunk.classes_of("amount") == ["a"] and anchor.right().cls == "other"


def _beside(day: date, other: date) -> tuple[str, str]:
    """The first and last day of "the two weeks before Christmas", up to the day that is named."""
    first, last = (other, days.days_later(day, -1)) if other < day else (days.days_later(day, 1), other)
    return (first or other).isoformat(), (last or other).isoformat()


def _is_rate(chunk: Chunk, anchor: Anchor) -> bool:
    """True if "a day" means each day: after a figure, a plural or "times"."""
    left = anchor.left()
    if chunk.classes_of("amount") != ["a"] or anchor.right().cls in _NO_RATE:
        return False
    money = left.text[:1] in _MONEY or left.text.endswith("%")
    plural = is_guard_word(left, "counted") or (left.cls == "other" and looks_plural(left))
    return money or plural or left.cls in _COUNTED


def _counted_from(anchor: Anchor, unit: str) -> date | None:
    """The day from which a length leads to another: "two weeks before Christmas", "will end in two days"."""
    cls = anchor.right().cls
    if cls in _DIRECTIONS:
        return anchor.following_day or (_last_named(anchor, unit) if cls in _FROM_TEXT else None)
    if cls == "from" and anchor.following_day is not None:
        return anchor.following_day
    return anchor.published if anchor.left().cls == "in" and anchor.tense == "future" else None


def _last_named(anchor: Anchor, unit: str) -> date | None:
    """The last date of the text as a day, if it is as precise as the unit: "in 1985 … three years later"."""
    last = anchor.last_date or ""
    if len(last) >= _DAY:
        return anchor.last_day
    if not last:
        return None
    return first_day(last) if len(last) >= _PRECISE_ENOUGH.get(unit, _DAY) else None


def two_durations(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a length in two units: "two years and three months"."""
    first = period(amount(chunk.parts["amount"]), str(chunk.value("unit")))
    second = period(amount(chunk.parts["second_amount"]), str(chunk.value("second_unit")))
    both_of_hours = first.startswith("PT") and second.startswith("PT")
    return Timex("DURATION", first + second.removeprefix("PT" if both_of_hours else "P"))


def span(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a length of time up to or from publication: "the past two years", "the coming days"."""
    unit, pointing = str(chunk.value("unit")), chunk.cls_of("direction")
    number = amount(chunk.parts["amount"]) if "amount" in chunk.parts else None
    if pointing == "previous" and number is None:
        return Timex("DATE", "PAST_REF", None)
    timex = Timex("DURATION", period(number, unit), deictic=pointing not in _UNANCHORED)
    published = anchor.published
    if published is None or number is None or pointing in _UNANCHORED:
        return timex
    back = pointing in _BACK
    if unit == "Q":
        first, last = _quarters(published, round(number), back)
        return replace(timex, basis="publication", start_date=first, end_date=last)
    other = shifted(published, -number if back else number, unit)
    if other is None:
        return timex
    tomorrow = days.days_later(published, 1) or published
    start, end = (other, published) if back else (tomorrow, other)
    return replace(timex, basis="publication", start_date=start.isoformat(), end_date=end.isoformat())


def _quarters(published: date, number: int, back: bool) -> tuple[str | None, str | None]:
    """First and last month of so many whole quarters before or after the one of publication."""
    here = published.replace(month=published.month - (published.month - 1) % 3, day=1)
    start = days.months_later(here, -3 * number if back else 3)
    end = days.months_later(here, -1 if back else 3 * number + 2)
    return granular(start, "M") if start else None, granular(end, "M") if end else None


def bare_units(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "for weeks", "hours" to an unknown number of them."""
    return Timex("DURATION", period(None, str(chunk.value("unit"))))


def lasting(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "day-long", "three-month-long", and "years-long" to an unknown number of them."""
    unit = chunk.part("unit")
    one = isinstance(unit, Lexeme) and not looks_plural(unit)
    number = amount(chunk.parts["amount"]) if "amount" in chunk.parts else 1 if one else None
    return Timex("DURATION", period(number, str(chunk.value("unit"))))


def ago(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "two months ago", as precise as the unit; vague distances are PAST_REF."""
    unit, number = str(chunk.value("unit")), _stated(chunk)
    if number is None:
        return Timex("DATE", "PAST_REF", None)
    if anchor.utterance_day is None or (is_clock_unit(unit) and number < _HOURS_OF_A_DAY):
        return UNRESOLVED
    found = shifted(anchor.utterance_day, -number, unit)
    if "second_unit" in chunk.parts and found is not None:
        unit = str(chunk.value("second_unit"))
        found = shifted(found, -(amount(chunk.parts["second_amount"]) or 0), unit)
    return _at_distance(found, unit, number)


def _at_distance(found: date | None, unit: str, number: float) -> Timex | None:
    """The day, week, month, year, decade or century at a distance, as precise as its unit."""
    if found is None:
        return None
    if unit in _WEEKS:
        return Timex("DATE", days.week(found), "publication", None)
    if unit in _ERAS and number >= 1:
        return Timex("DATE", f"{found.year:04}"[: _ERAS[unit]], "publication")
    value = granular(found, "M" if unit == "Y" and number % 1 else unit)
    return Timex("DATE", value, "publication", found if len(value) >= _DAY else None)


def weekdays_ago(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "two Sundays ago" to the last but one before publication; "several Sundays ago" is the past."""
    number = amount(chunk.parts["amount"])
    if number is None or number < 1:
        return Timex("DATE", "PAST_REF", None)
    if anchor.published is None:
        return UNRESOLVED
    eve = days.days_later(anchor.published, -1 - _WEEK * (round(number) - 1))
    return on_day(days.weekday_before(eve, chunk.figure("weekday")) if eve is not None else None, "publication")


def long_ago(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "years ago" to some time in the past."""
    return Timex("DATE", "PAST_REF", None)


def from_now(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "three days from now", to the day "three weeks from today"; vague distances are FUTURE_REF."""
    unit, number = str(chunk.value("unit")), amount(chunk.parts["amount"])
    if number is None:
        return Timex("DATE", "FUTURE_REF", None)
    if anchor.utterance_day is None or is_clock_unit(unit):
        return UNRESOLVED
    found = shifted(anchor.utterance_day, number, unit)
    return on_day(found, "publication") if "today" in chunk.parts else _at_distance(found, unit, number)


def every_unit(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "every two hours", "per day", "each year", "every third week"."""
    number: float | None = 2 if "other" in chunk.parts else chunk.number("number") or 1
    if "amount" in chunk.parts:
        number = amount(chunk.parts["amount"])
    unit = str(chunk.value("unit"))
    if unit == "Q" and number is not None:
        unit, number = "M", number * _MONTHS_OF_QUARTER
    return Timex("SET", period(number, unit))


def every_weekday(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "every Tuesday", "Sundays"."""
    return Timex("SET", f"XXXX-WXX-{chunk.number('weekday')}")


def weekday_of_every_month(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the first Monday of every month"."""
    return every_weekday(chunk.chunk("named"), inside, anchor)


def every_part(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "every morning", "every Sunday morning"."""
    weekday = chunk.number("weekday")
    lead = "XXXX-XX-XX" if weekday is None else f"XXXX-WXX-{weekday}"
    return Timex("SET", f"{lead}T{chunk.value('part')}")


def every_month(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "every June", "every winter"."""
    month = chunk.number("month")
    return Timex("SET", f"XXXX-{chunk.value('season')}" if month is None else f"XXXX-{month:02}")


def frequency(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "daily", "weekly", "annually"."""
    return Timex("SET", str(chunk.value("frequency")))
