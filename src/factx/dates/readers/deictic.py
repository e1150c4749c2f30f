"""Readers of times pointed at: "yesterday", "last week", "that day", "March of this year", "the end of July", "now"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factx.dates import days
from factx.dates.anchor import Setting
from factx.dates.pieces import Chunk, Reading
from factx.dates.timex import first_day, interval, last_day

_BACK = frozenset({"last", "past", "previous"})
_AHEAD = frozenset({"next", "coming", "following"})
_SPANS = frozenset({"W", "M", "Y", "DE", "CE", "Q", "F"})
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def day_word(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """Today, yesterday, tomorrow: from the publication date, or from the day that a quotation was said."""
    if setting.said_day is None:
        return Reading("DATE", None, None)
    return _on(days.days_later(setting.said_day, chunk.figure("day")))


def _on(found: date | None, relative: bool = False) -> Reading | None:
    if found is None:
        return None
    return Reading("DATE", found.isoformat(), "relative" if relative else "publication", found)


def weekday(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A weekday: the most recent, the publication day included; a coming one with future tense or "next"."""
    number, published = chunk.figure("weekday"), setting.published
    if published is None:
        return Reading("DATE", None, None)
    pointing = _direction(chunk)
    if setting.bracket_day is not None and setting.bracket_day.isoweekday() == number:
        return _on(setting.bracket_day)
    if pointing in {"that", "same"} and setting.near_day is not None:
        return _on(days.weekday_before(setting.near_day, number), relative=True)
    if pointing in _BACK:
        return _on(days.weekday_before(days.days_later(published, -1) or published, number))
    if pointing == "next":
        return _on(days.days_later(published, 7 - published.isoweekday() + number))
    if pointing in _AHEAD:
        return _on(days.weekday_after(published, number))
    if pointing in {"this", "current"}:
        return _on(_this_weekday(published, number, setting))
    if setting.tense == "future" and published.isoweekday() != number:
        return _on(days.weekday_after(published, number))
    return _on(days.weekday_before(published, number))


def _this_weekday(published: date, number: int, setting: Setting) -> date:
    if setting.tense == "past":
        return days.weekday_before(published, number)
    ahead = days.days_later(published, number - published.isoweekday())
    return ahead if ahead is not None and ahead >= published else days.weekday_after(published, number)


def _direction(chunk: Chunk) -> str:
    found = chunk.part("direction")
    return found.cls if found is not None else ""


def pointed_day(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "That day", "the next day", "the previous day": from the last day of the text."""
    pointing = {item.cls for item in chunk.leaves()}
    if pointing & {"coming", "last", "past", "current"}:
        return None
    if setting.near_day is None:
        return Reading("DATE", None, None)
    step = 1 if pointing & {"next", "following"} else -1 if "previous" in pointing else 0
    return _on(days.days_later(setting.near_day, step), relative=True)


def unit_before(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The day" before or after something, "the year" before: from the last date of the text."""
    right = setting.right()
    step = 1 if right.cls == "after" else -1
    unit = str(chunk.value("unit"))
    near = first_day(setting.near) if setting.near else None
    start = setting.near_day if unit in {"D", "W"} else near
    if unit == "Y" and setting.next_year is not None:
        start = date(setting.next_year, 1, 1)
    elif unit == "D" and setting.next_day is not None:
        start = setting.next_day
    if start is None:
        return Reading("DATE", None, None)
    return unit_from(start, unit, step, relative=True)


def unit_after_next(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The week after next", "the year after next"."""
    if setting.published is None:
        return Reading("DATE", None, None)
    return unit_from(setting.published, str(chunk.value("unit")), 2)


def unit_from(start: date, unit: str, step: int, relative: bool = False) -> Reading | None:
    """The day, week, month, quarter, year, decade or century so many steps from the one of ``start``."""
    basis = "relative" if relative else "publication"
    if unit in {"D", "W", "F", "WE"}:
        found = days.days_later(start, step * {"D": 1, "F": 14}.get(unit, 7))
        if found is None:
            return None
        if unit == "D":
            return _on(found, relative)
        value = days.week(found) + ("-WE" if unit == "WE" else "")
    else:
        moved = days.months_later(start, step * _MONTHS[unit])
        if moved is None:
            return None
        value = _named(moved, unit)
    return Reading("DATE", value, "relative" if basis == "relative" else "publication")


def _named(moved: date, unit: str) -> str:
    if unit == "M":
        return f"{moved.year:04}-{moved.month:02}"
    if unit == "Q":
        return f"{moved.year:04}-Q{days.quarter(moved)}"
    digits = {"Y": 4, "DE": 3, "CE": 2}[unit]
    return f"{moved.year:04}"[:digits]


def pointed_unit(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Last year", "this week", "the weekend", "the previous month"; "the past year" is a duration."""
    unit, pointing, classes = str(chunk.value("unit")), _direction(chunk), {item.cls for item in chunk.leaves()}
    if unit in {"TH", "TM", "TS"}:
        return _span(unit, pointing) if pointing in {"last", "past", "next", "coming"} else None
    if unit not in _SPANS | {"WE"}:
        return None
    if unit not in {"WE", "Q"} and (
        pointing == "past" or ("the" in classes and pointing in {"last", "next", "coming"})
    ):
        return _span(unit, pointing)
    if pointing in {"that", "same", "previous", "following"} and (
        setting.near is not None or pointing in {"that", "same"}
    ):
        return _from_text(unit, pointing, setting)
    if setting.published is None:
        return Reading("DATE", None, None)
    if unit == "WE":
        return _weekend(pointing, setting.published, setting)
    step = -1 if pointing in _BACK else 1 if pointing in _AHEAD else 0
    found = unit_from(setting.published, unit, step)
    left = setting.left()
    up_to_now = left.text.lower() == "so far" or (unit == "W" and setting.tense != "future")
    bounds = interval(found.value) if found is not None and found.value and step == 0 and up_to_now else None
    return found if bounds is None or found is None else so_far(found, bounds, setting.published)


def _span(unit: str, pointing: str) -> Reading:
    return Reading("DURATION", f"P{'T1' + unit[1] if unit[0] == 'T' else '2W' if unit == 'F' else '1' + unit}")


def _from_text(unit: str, pointing: str, setting: Setting) -> Reading | None:
    near = first_day(setting.near) if setting.near else None
    start = setting.near_day if unit in {"D", "W", "WE"} else near
    known = {"M": 7}.get(unit, 3)
    if start is None or len(setting.near or "") < known:
        return Reading("DATE", None, None)
    return unit_from(start, unit, {"previous": -1, "following": 1}.get(pointing, 0), relative=True)


def _weekend(pointing: str, published: date, setting: Setting) -> Reading | None:
    weekday = published.isoweekday()
    if pointing in _BACK:
        step = -1
    elif pointing == "next":
        step = 1
    elif weekday >= 6 or setting.tense == "future":
        step = 0
    elif setting.tense == "past" and (weekday <= 3 or pointing not in {"this", "coming"}):
        step = -1
    else:
        step = 0
    return unit_from(published, "WE", step)


def pointed_month(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Last April", "next May", "this June"."""
    number, published, pointing = chunk.figure("month"), setting.published, _direction(chunk)
    if published is None:
        return Reading("DATE", f"XXXX-{number:02}", None)
    if pointing in _BACK:
        year = published.year - (number >= published.month)
    elif pointing in _AHEAD:
        year = published.year + (number <= published.month)
    elif pointing in {"that", "same"}:
        year = int(setting.near[:4]) if setting.near else published.year
    else:
        year = published.year
    return Reading("DATE", f"{year:04}-{number:02}", "publication")


def so_far(inside: Reading, bounds: tuple[str, str], published: date) -> Reading:
    """The reading with the interval from its first day to publication, where that lies within it."""
    first, last = first_day(bounds[0]), last_day(bounds[1])
    if first is None or last is None or not first <= published <= last:
        return inside
    return replace(inside, first=first.isoformat(), last=published.isoformat())


def day_of_month(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The 17th": of the month last mentioned or of publication, the most recent one or with future tense the next."""
    number, base = chunk.figure("number"), setting.near_day or setting.published
    if base is None:
        return Reading("DATE", None, None)
    here = days.day(base.year, base.month, number)
    if here is not None and (setting.near_day is not None or here <= base or setting.tense == "future"):
        return _on(here, relative=setting.near_day is not None)
    before = days.months_later(base.replace(day=1), -1)
    return _on(days.day(before.year, before.month, number) if before is not None else None)


def reference(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """Now, recently, the future: PRESENT_REF, PAST_REF, FUTURE_REF."""
    value = str(chunk.value("ref"))
    now = setting.published.isoformat() if setting.published and value == "PRESENT_REF" else None
    return Reading("DATE", value, "publication" if now else None, None, now, now)


def present(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """The adjective "current": PRESENT_REF."""
    now = setting.published.isoformat() if setting.published else None
    return Reading("DATE", "PRESENT_REF", "publication" if now else None, None, now, now)
