"""Readers of times pointed at: "yesterday", "last week", "that day", "March of this year", "the end of July", "now"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factx.dates import days
from factx.dates.calendar_readers import part_code, season
from factx.dates.duration_readers import amount, period, shifted
from factx.dates.holidays import holiday
from factx.dates.pieces import Chunk, Lexeme, Reading
from factx.dates.setting import Setting
from factx.dates.timex import first_day, interval, last_day

_BACK = frozenset({"last", "past", "previous"})
_AHEAD = frozenset({"next", "coming", "following"})
_SPANS = frozenset({"W", "M", "Y", "DE", "CE", "Q", "F"})
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def day_word(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """Today, yesterday, tomorrow: from the publication date, or from the day that a quotation was said."""
    if setting.said_day is None:
        return Reading("DATE", None, None)
    return _on(days.days_later(setting.said_day, _int(chunk, "day")))


def _int(chunk: Chunk, part: str) -> int:
    return chunk.number(part) or 0


def _on(found: date | None, relative: bool = False) -> Reading | None:
    if found is None:
        return None
    return Reading("DATE", found.isoformat(), "relative" if relative else "publication", found)


def weekday(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A weekday: the most recent, the publication day included; a coming one with future tense or "next"."""
    number, published = _int(chunk, "weekday"), setting.published
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
    step = 1 if right is not None and right.cls == "after" else -1
    unit = str(chunk.value("unit"))
    near = first_day(setting.near) if setting.near else None
    start = setting.near_day if unit in {"D", "W"} else near
    if unit == "Y" and setting.next_year is not None:
        start = date(setting.next_year, 1, 1)
    elif unit == "D" and setting.next_day is not None:
        start = setting.next_day
    if start is None:
        return Reading("DATE", None, None)
    return _unit(start, unit, step, relative=True)


def _unit(start: date, unit: str, step: int, relative: bool = False) -> Reading | None:
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
    if unit not in {"WE", "Q"} and (pointing == "past" or ("the" in classes and pointing in {"last", "next", "coming"})):
        return _span(unit, pointing)
    if pointing in {"that", "same", "previous", "following"} and (setting.near is not None or pointing in {"that", "same"}):
        return _from_text(unit, pointing, setting)
    if setting.published is None:
        return Reading("DATE", None, None)
    if unit == "WE":
        return _weekend(pointing, setting.published, setting)
    step = -1 if pointing in _BACK else 1 if pointing in _AHEAD else 0
    found = _unit(setting.published, unit, step)
    left = setting.left()
    up_to_now = left is not None and left.text.lower() == "so far" or (unit == "W" and setting.tense != "future")
    bounds = interval(found.value) if found is not None and found.value and step == 0 and up_to_now else None
    return found if bounds is None or found is None else _so_far(found, bounds, setting.published)


def _span(unit: str, pointing: str) -> Reading:
    return Reading("DURATION", f"P{'T1' + unit[1] if unit[0] == 'T' else '2W' if unit == 'F' else '1' + unit}")


def _from_text(unit: str, pointing: str, setting: Setting) -> Reading | None:
    near = first_day(setting.near) if setting.near else None
    start = setting.near_day if unit in {"D", "W", "WE"} else near
    known = {"M": 7}.get(unit, 3)
    if start is None or len(setting.near or "") < known:
        return Reading("DATE", None, None)
    return _unit(start, unit, {"previous": -1, "following": 1}.get(pointing, 0), relative=True)


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
    return _unit(published, "WE", step)


def pointed_month(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Last April", "next May", "this June"."""
    number, published, pointing = _int(chunk, "month"), setting.published, _direction(chunk)
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


def within_year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A month or day of a year pointed at: "March of this year", "15 May last year"."""
    outer = chunk.chunk("day") if "day" in chunk.parts else chunk.chunk("month")
    month = _int(outer, "month")
    if inside is None or inside.value is None or len(inside.value) != 4:
        return Reading("DATE", None, None)
    if "day" not in chunk.parts:
        return Reading("DATE", f"{inside.value}-{month:02}", inside.basis)
    found = days.day(int(inside.value), month, _int(outer, "day"))
    return replace(inside, value=found.isoformat(), day=found) if found is not None else None


def weekday_in_week(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A weekday of a week pointed at: "Tuesday last week"."""
    number = _int(chunk.chunk("weekday"), "weekday")
    bounds = interval(inside.value) if inside is not None and inside.value else None
    if bounds is None or inside is None:
        return Reading("DATE", None, None)
    found = days.days_later(date.fromisoformat(bounds[0]), number - 1)
    return replace(inside, value=found.isoformat(), day=found) if found is not None else None


def day_in_month(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The 20th of next month", "the 15th day of June"."""
    if inside is None or inside.value is None or len(inside.value) != 7 or inside.value.startswith("XXXX"):
        return Reading("DATE", None, None)
    year, month = inside.value.split("-")
    found = days.day(int(year), int(month), _int(chunk, "number"))
    return replace(inside, value=found.isoformat(), day=found) if found is not None else None


def nth_weekday(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The second Monday of May"."""
    if inside is None or inside.value is None or len(inside.value) != 7 or inside.value.startswith("XXXX"):
        return Reading("DATE", None, None)
    year, month = inside.value.split("-")
    number = -1 if "last" in chunk.parts else _int(chunk, "number")
    found = days.nth_weekday(int(year), int(month), _int(chunk.chunk("weekday"), "weekday"), number)
    return replace(inside, value=found.isoformat(), day=found) if found is not None else None


def part_of_year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The first half of this year", "the second quarter of 2019", "the first quarter of the year"."""
    code = part_code(chunk.chunk("part"))
    if inside is None:
        year, basis = (f"{setting.published.year:04}" if setting.published else None), "publication"
    else:
        year, basis = inside.value, inside.basis or "explicit"
    if code is None or year is None or len(year) != 4:
        return None
    return Reading("DATE", f"{year}-{code}", "explicit" if basis == "explicit" else "publication")


def season_of_year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The summer of last year"."""
    plain = season(chunk.chunk("season"), None, setting)
    if plain is None or plain.value is None or inside is None or inside.value is None:
        return Reading("DATE", None, None)
    return replace(inside, value=f"{inside.value}-{plain.value[5:]}")


def nth_week(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The first week of 2015": of a year the ISO week, of a month the nth Monday's week."""
    if inside is None or inside.value is None or inside.value.startswith("XXXX"):
        return Reading("DATE", None, None)
    number = -1 if "last" in chunk.parts else _int(chunk, "number")
    year = int(inside.value[:4])
    if len(inside.value) == 4:
        weeks = date(year, 12, 28).isocalendar()[1]
        return replace(inside, value=f"{year:04}-W{(weeks if number < 0 else number):02}")
    found = days.nth_weekday(year, int(inside.value[5:7]), 1, number)
    return replace(inside, value=days.week(found)) if found is not None else None


def nth_month(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The third month of 2021"."""
    number = _int(chunk, "number")
    if inside is None or inside.value is None or len(inside.value) != 4 or not 1 <= number <= 12:
        return None
    return replace(inside, value=f"{inside.value}-{number:02}")


def span_of_year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The first three months of 2021": a length of time with the interval that it covers."""
    span = chunk.chunk("span")
    unit, number = str(span.value("unit")), amount(span.parts.get("amount", ()))
    whole = inside.value if inside is not None else f"{setting.published.year:04}" if setting.published else None
    bounds = interval(whole) if whole else None
    reading = Reading("DURATION", period(number, unit))
    if bounds is None or number is None or number % 1:
        return reading
    begin, end = first_day(bounds[0]), last_day(bounds[1])
    if begin is None or end is None:
        return reading
    from_end = any(item.cls in {"last", "final"} for item in span.leaves())
    if from_end:
        start = shifted(days.days_later(end, 1) or end, -number, unit)
        return replace(reading, first=start and start.isoformat(), last=end.isoformat())
    over = shifted(begin, number, unit)
    last = days.days_later(over, -1) if over is not None else None
    return replace(reading, first=begin.isoformat(), last=last and last.isoformat())


def holiday_of_year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Christmas last year"."""
    if inside is None or inside.value is None or len(inside.value) != 4:
        return Reading("DATE", None, None)
    found = holiday(str(chunk.chunk("feast").value("holiday")), int(inside.value), setting.country)
    return Reading("DATE", found.isoformat() if found else None, inside.basis, found)


def day_of_month(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The 17th": of the month last mentioned or of publication, the most recent one or with future tense the next."""
    number, base = _int(chunk, "number"), setting.near_day or setting.published
    if base is None:
        return Reading("DATE", None, None)
    here = days.day(base.year, base.month, number)
    if here is not None and (setting.near_day is not None or here <= base or setting.tense == "future"):
        return _on(here, relative=setting.near_day is not None)
    before = days.months_later(base.replace(day=1), -1)
    return _on(days.day(before.year, before.month, number) if before is not None else None)


def week_of(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The week of 17 May"."""
    if inside is None or inside.day is None:
        return Reading("DATE", None, None)
    return replace(inside, value=days.week(inside.day), day=None)


def phase(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """Early, mid, late, the end of a time: the value of the time itself; its interval ends or begins where they say."""
    if inside is None or inside.value is None or inside.type != "DATE":
        return inside
    bounds = interval(inside.value)
    words = {item.cls for item in chunk.items if isinstance(item, Lexeme)}
    if bounds is None:
        return inside
    if "earlier" in words and setting.published is not None and inside.basis == "publication":
        return _so_far(inside, bounds, setting.published)
    if words & {"start", "end"}:
        first = first_day(bounds[0]) if "start" in words else last_day(bounds[1])
        exact = first.isoformat() if first is not None else None
        return replace(inside, first=exact, last=exact)
    if "mid" in words and len(inside.value) == 7:
        return replace(inside, first=f"{inside.value}-15", last=f"{inside.value}-15")
    return inside


def _so_far(inside: Reading, bounds: tuple[str, str], published: date) -> Reading:
    first, last = first_day(bounds[0]), last_day(bounds[1])
    if first is None or last is None or not first <= published <= last:
        return inside
    return replace(inside, first=first.isoformat(), last=published.isoformat())


def end_of_unit(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The end of the year", "later in the month": the unit of the publication date."""
    if setting.published is None:
        return Reading("DATE", None, None)
    unit = str(chunk.value("unit"))
    start = setting.near_day if unit == "D" and setting.near_day is not None else setting.published
    found = _unit(start, unit, 0)
    return phase(chunk, found, setting) if unit != "D" else found


def reference(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """Now, recently, the future: PRESENT_REF, PAST_REF, FUTURE_REF."""
    value = str(chunk.value("ref"))
    now = setting.published.isoformat() if setting.published and value == "PRESENT_REF" else None
    return Reading("DATE", value, "publication" if now else None, None, now, now)


def present(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """The adjective "current": PRESENT_REF."""
    now = setting.published.isoformat() if setting.published else None
    return Reading("DATE", "PRESENT_REF", "publication" if now else None, None, now, now)
