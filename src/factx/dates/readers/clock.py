"""Readers of clock times and parts of the day: "3 p.m. local time", "0340 UTC", "Friday night", "the evening"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factx.dates import days
from factx.dates.anchor import Setting
from factx.dates.pieces import Chunk, Lexeme, Reading

_UNDATED = "XXXX-XX-XX"
_LATE = frozenset({"AF", "EV"})


def clock(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A clock time on the day that the sentence or the text before names; hours of every day stay without a day."""
    time = _clock(chunk)
    if time is None:
        return None
    if setting.habitual and setting.sentence_day is None:
        return Reading("TIME", f"{_UNDATED}T{time}", None)
    found = setting.sentence_day or setting.near_day or setting.published
    if found is None:
        return Reading("TIME", f"{_UNDATED}T{time}", None)
    basis = "relative" if setting.sentence_day or setting.near_day else "publication"
    return Reading("TIME", f"{found.isoformat()}T{time}", "relative" if basis == "relative" else "publication")


def _clock(chunk: Chunk) -> str | None:
    """The time as HH:MM; None where the figures are no time of day."""
    noon = chunk.value("noon")
    if isinstance(noon, str):
        return noon.removeprefix("T")
    numbers = _figures(chunk)
    if numbers is None:
        return None
    hour, rest = numbers[0], numbers[1:]
    meridiem, part = chunk.value("meridiem"), chunk.value("part")
    if hour > 24 or any(number > 59 for number in rest) or (meridiem and hour > 12):
        return None
    if (meridiem == "p" and hour < 12) or (meridiem is None and hour < 12 and part in _LATE):
        hour += 12
    elif hour == 12 and (meridiem == "a" or part in {"MO", "NI"}):
        hour = 0
    return ":".join(f"{number:02}" for number in (hour, *(rest or (0,))))


def _figures(chunk: Chunk) -> tuple[int, ...] | None:
    clock_value = chunk.value("clock")
    if isinstance(clock_value, tuple):
        return clock_value
    figures = chunk.number("figures")
    if figures is not None:
        return figures // 100, figures % 100
    hour = chunk.number("hour")
    return (hour, 0) if hour is not None else None


def clock_before_range(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """The first hour of "from 8 to 10 a.m.": half of the day as in the second."""
    hour = chunk.number("hour")
    later = setting.after[1] if len(setting.after) > 1 else None
    if hour is None or not isinstance(later, Chunk):
        return None
    meridiem, until = later.value("meridiem"), later.number("hour") or 0
    if hour > 12 or meridiem is None:
        return None
    afternoon = meridiem == "p" and (hour % 12 <= until % 12)
    time = f"{hour % 12 + 12 * afternoon:02}:00"
    found = setting.sentence_day or setting.near_day or setting.published
    if found is None or setting.habitual:
        return Reading("TIME", f"{_UNDATED}T{time}", None)
    return Reading("TIME", f"{found.isoformat()}T{time}", "relative")


def day_part(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "This morning", "last night", "that evening", "overnight": on the day that the words or the text point at."""
    part, direction = str(chunk.value("part")), chunk.part("direction")
    word = chunk.part("part")
    pointing = direction.cls if direction is not None else word.cls if isinstance(word, Lexeme) else ""
    if part.startswith("T"):
        part = "MI"
    found = _pointed(pointing, setting)
    if found is None:
        return Reading("TIME", f"{_UNDATED}T{part}", None)
    publication = pointing in {"this", "last", "tonight"}
    return Reading("TIME", f"{found.isoformat()}T{part}", "publication" if publication else "relative", found)


def _pointed(pointing: str, setting: Setting) -> date | None:
    if pointing in {"this", "tonight"}:
        return setting.said_day
    if pointing == "last":
        return days.days_later(setting.said_day, -1) if setting.said_day else None
    if pointing == "overnight" and setting.sentence_day is None and setting.near_day is None:
        return days.days_later(setting.published, -1) if setting.published else None
    base = setting.sentence_day or setting.near_day
    if base is None:
        return None
    step = 1 if pointing in {"next", "following"} else -1 if pointing == "previous" else 0
    return days.days_later(base, step)


def small_hours(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The early hours": the morning of the day that the sentence or the text before names."""
    found = setting.sentence_day or setting.near_day or setting.published
    if chunk.value("unit") != "TH":
        return None
    if found is None:
        return Reading("TIME", f"{_UNDATED}TMO", None)
    return Reading("TIME", f"{found.isoformat()}TMO", "relative")


def part_of_day(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Friday night", "the night of 21 June"."""
    part = chunk.part("part")
    code = part.value("part") if isinstance(part, Chunk) else part.value if isinstance(part, Lexeme) else None
    if inside is None or inside.day is None or not isinstance(code, str):
        return replace(inside, type="TIME", value=None) if inside is not None else None
    return replace(inside, type="TIME", value=f"{inside.day.isoformat()}T{code.removeprefix('T')}")


def same(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Early this morning": the value of the part itself."""
    return inside


def hours_of_day(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The early hours of Sunday": that day's morning."""
    if inside is None or inside.day is None:
        return Reading("TIME", None, None)
    return replace(inside, type="TIME", value=f"{inside.day.isoformat()}TMO")


def clock_on_day(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "3 p.m. on Monday", "today at 18:00", "4.15pm this afternoon"."""
    time = _clock(chunk.chunk("clock"))
    if inside is None or time is None:
        return None
    if inside.day is None:
        return Reading("TIME", f"{_UNDATED}T{time}", None)
    late = inside.value is not None and inside.value.endswith(("TAF", "TEV", "TNI"))
    if late and time < "12:00" and not chunk.chunk("clock").parts.keys() & {"meridiem", "noon"} and time >= "05:00":
        time = f"{int(time[:2]) + 12}{time[2:]}"
    return replace(inside, type="TIME", value=f"{inside.day.isoformat()}T{time}")


def hour_on_day(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Monday at 5", "last night at 8"."""
    hour = chunk.number("hour")
    if inside is None or inside.day is None or hour is None:
        return None
    late = inside.value is not None and inside.value.endswith(("TAF", "TEV", "TNI"))
    return replace(inside, type="TIME", value=f"{inside.day.isoformat()}T{hour % 12 + 12 * (late or hour == 12):02}:00")


def day_before_range(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """The first day of "9 to 12 June": month and year as in the second."""
    later = setting.after[1] if len(setting.after) > 1 else None
    number, month = chunk.number("day"), later.number("month") if isinstance(later, Chunk) else None
    if number is None or month is None:
        return None
    year = later.number("year") if isinstance(later, Chunk) else None
    return _near_month(month, number, year, setting)


def day_after_range(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """The last day of "May 3-5, 2019": month and year as in the first."""
    earlier = setting.before[1] if len(setting.before) > 1 else None
    number, month = chunk.number("day"), earlier.number("month") if isinstance(earlier, Chunk) else None
    if number is None or month is None:
        return None
    own = chunk.part("year")
    year = own.number("year") if isinstance(own, Chunk) else None
    return _near_month(month, number, year, setting)


def _near_month(month: int, number: int, year: int | None, setting: Setting) -> Reading | None:
    from factx.dates.nearest_date import nearest_day

    if year is None and setting.published is None:
        return Reading("DATE", f"XXXX-{month:02}-{number:02}", None)
    if year is not None:
        found = days.day(year, month, number)
    else:
        found = nearest_day(month, number, setting.published or date.min, setting.tense)
    if found is None:
        return None
    return Reading("DATE", found.isoformat(), "explicit" if year is not None else "publication", found)
