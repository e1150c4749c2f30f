"""Readers of clock times and parts of the day: "3 p.m. local time", "0340 UTC", "Friday night"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factx.base import TimeBasis
from factx.dates import days
from factx.dates.anchor import Anchor
from factx.dates.pieces import Chunk, Lexeme
from factx.dates.timex import UNRESOLVED, Timex, first_day, interval
from factx.dates.word_classes import LATER, SOONER

_UNDATED = "XXXX-XX-XX"
_NOON, _MIDNIGHT = 12, 24  # hours
_LAST_MINUTE = 59  # of an hour, as of a minute its last second
_PM_PARTS = frozenset({"AF", "EV"})
_AM_PARTS = frozenset({"MO", "NI"})
_LATE = ("TAF", "TEV", "TNI")
"""Ends of values in which an hour without a.m. or p.m. is one after noon."""
_FIRST_LATE_HOUR = "05:00"
"""Earlier hours of a night are after midnight: "Friday night at 3:20"."""
_SURE = frozenset({"meridiem", "noon"})
_TODAY = frozenset({"this", "tonight"})
_FROM_PUBLICATION = _TODAY | {"last"}
_DEICTIC = _FROM_PUBLICATION | {"overnight"}
_BESIDE = 2
"""Items on each side of an hour in which the day of every week stands: "at 9 a.m. on Sundays"."""
_STEPS = {"next": 1, "following": 1, "previous": -1}
"""Days from the last day mentioned."""


def clock(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a clock time to the day that the sentence or the text before names, else to publication.

    Hours of every day stay without a day.
    """
    time = _time_of(chunk)
    if time is None:
        return None
    found = anchor.day_in_text or anchor.published
    if found is None or (anchor.habitual and anchor.sentence_day is None) or _is_of_other_day(anchor):
        return Timex("TIME", f"{_UNDATED}T{time}", None)
    return Timex("TIME", f"{found.isoformat()}T{time}", "relative" if anchor.day_in_text else "publication")


def _is_of_other_day(anchor: Anchor) -> bool:
    """True for an hour of every day, "every afternoon at 4 p.m.", and of one that an event gives.

    "At 5 p.m. two weeks before the crash" is on no day that the text names.
    """
    if any(item.cls == "SET" for item in (*anchor.before[:_BESIDE], *anchor.after[:_BESIDE])):
        return True
    distant = anchor.after[1:2] and anchor.after[0].cls == "DURATION"
    return bool(distant) and anchor.after[1].cls in SOONER | LATER


def clock_of_every_week(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "Mondays at 9 p.m.", "9 a.m. on Sundays"."""
    time = _time_of(chunk.chunk("clock"))
    weekday = chunk.chunk("set").number("weekday")
    return Timex("SET", f"XXXX-WXX-{weekday}T{time}") if time is not None else None


def part_in_week(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "Tuesday night last week"."""
    named = chunk.chunk("named")
    bounds = interval(inside.value) if inside is not None and inside.value else None
    monday = first_day(bounds[0]) if bounds is not None else None
    day = days.days_later(monday, named.chunk("inside").figure("weekday") - 1) if monday is not None else None
    return part_of_day(named, replace(inside or UNRESOLVED, day=day), anchor)


def _time_of(chunk: Chunk) -> str | None:
    """The time as HH:MM or HH:MM:SS, or None if the figures are no time of day."""
    noon = chunk.value("noon")
    if isinstance(noon, str):
        return noon.removeprefix("T")
    numbers = _figures(chunk)
    if numbers is None:
        return None
    hour, rest = numbers[0], numbers[1:]
    meridiem, part = chunk.value("meridiem"), chunk.value("part")
    if hour > (_NOON if meridiem else _MIDNIGHT) or any(number > _LAST_MINUTE for number in rest):
        return None
    return ":".join(f"{number:02}" for number in (_hour_of_day(hour, meridiem, part), *(rest or (0,))))


def _hour_of_day(hour: int, meridiem: object, part: object) -> int:
    """The hour of 24: 3 p.m. and 3 in the afternoon are 15, 12 a.m. is 0."""
    if hour < _NOON and (meridiem == "p" or (meridiem is None and part in _PM_PARTS)):
        return hour + _NOON
    return 0 if hour == _NOON and (meridiem == "a" or part in _AM_PARTS) else hour


def _figures(chunk: Chunk) -> tuple[int, ...] | None:
    """Hour and minute as written ("17:40", "0340", "3"), or None."""
    if chunk.figures("clock"):
        return chunk.figures("clock")
    figures, hour = chunk.number("figures"), chunk.number("hour")
    if figures is not None:
        return figures // 100, figures % 100
    return (hour, 0) if hour is not None else None


def clock_before_range(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve the first hour of "from 8 to 10 a.m.": half of the day as in the second."""
    hour, later = chunk.number("hour"), anchor.chunk_after()
    if hour is None or later is None:
        return None
    meridiem, until = later.value("meridiem"), later.figure("hour")
    if hour > _NOON or meridiem is None:
        return None
    afternoon = meridiem == "p" and hour % _NOON <= until % _NOON
    time = f"{hour % _NOON + _NOON * afternoon:02}:00"
    found = anchor.day_in_text or anchor.published
    if found is None or anchor.habitual:
        return Timex("TIME", f"{_UNDATED}T{time}", None)
    return Timex("TIME", f"{found.isoformat()}T{time}", "relative")


def day_part(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "this morning", "last night", "that evening", "overnight"; without a day, the part alone."""
    part = str(chunk.value("part"))
    pointing = chunk.cls_of("direction") or chunk.cls_of("part")
    if part.startswith("T"):
        part = "MI"
    found = _deictic_day(pointing, anchor)
    if found is None:
        return Timex("TIME", f"{_UNDATED}T{part}", None, deictic=pointing in _DEICTIC)
    basis: TimeBasis = "publication" if pointing in _FROM_PUBLICATION else "relative"
    return Timex("TIME", f"{found.isoformat()}T{part}", basis, found)


def _deictic_day(pointing: str, anchor: Anchor) -> date | None:
    """The day of a part of the day: of the utterance ("this", "last"), else from the day in the text."""
    if pointing in _TODAY:
        return anchor.utterance_day or anchor.bracketed_day
    if pointing == "last":
        return days.days_later(anchor.utterance_day, -1) if anchor.utterance_day else None
    base = anchor.day_in_text
    if base is None:
        overnight = pointing == "overnight" and anchor.published is not None
        return days.days_later(anchor.published, -1) if overnight and anchor.published else None
    return days.days_later(base, _STEPS.get(pointing, 0))


def small_hours(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the early hours" to the morning of the day that the sentence or the text before names."""
    if chunk.value("unit") != "TH":
        return None
    found = anchor.day_in_text or anchor.published
    if found is None:
        return Timex("TIME", f"{_UNDATED}TMO", None)
    return Timex("TIME", f"{found.isoformat()}TMO", "relative")


def part_of_day(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "Friday night", "the night of 21 June"."""
    if inside is None:
        return None
    part = chunk.part("part")
    code = part.value if isinstance(part, Lexeme) else chunk.chunk("part").value("part")
    if inside.day is None or not isinstance(code, str):
        return replace(inside, type="TIME", value=None)
    return replace(inside, type="TIME", value=f"{inside.day.isoformat()}T{code.removeprefix('T')}")


def same(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "early this morning" as the part itself."""
    return inside


def hours_of_day(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the early hours of Sunday" to that day's morning."""
    if inside is None or inside.day is None:
        return replace(UNRESOLVED, type="TIME")
    return replace(inside, type="TIME", value=f"{inside.day.isoformat()}TMO")


def clock_on_day(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "3 p.m. on Monday", "today at 18:00", "4.15pm this afternoon"."""
    written = chunk.chunk("clock")
    time = _time_of(written)
    if inside is None or time is None:
        return None
    if inside.day is None:
        return Timex("TIME", f"{_UNDATED}T{time}", None, deictic=True)
    if _is_late(inside) and _FIRST_LATE_HOUR <= time < f"{_NOON}:00" and not written.parts.keys() & _SURE:
        time = f"{int(time[:2]) + _NOON}{time[2:]}"
    return replace(inside, type="TIME", value=f"{inside.day.isoformat()}T{time}")


def clock_before_year(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "Wed Oct 26 15:50:06 2016", as machines write it."""
    named, time = chunk.chunk("inside"), _time_of(chunk.chunk("clock"))
    day = days.day(chunk.chunk("year").figure("year"), named.figure("month"), named.figure("day"))
    if day is None or time is None:
        return None
    return Timex("TIME", f"{day.isoformat()}T{time}", "explicit", day)


def part_before_last(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the night before last", the one before last night."""
    last = _deictic_day("last", anchor)
    day = days.days_later(last, -1) if last is not None else None
    part = chunk.value("part")
    if day is None:
        return Timex("TIME", f"{_UNDATED}T{part}", None)
    return Timex("TIME", f"{day.isoformat()}T{part}", "publication", day)


def hour_on_day(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "Monday at 5", "last night at 8"."""
    hour = chunk.number("hour")
    if inside is None or inside.day is None or hour is None:
        return None
    hour = hour % _NOON + _NOON * (_is_late(inside) or hour == _NOON)
    return replace(inside, type="TIME", value=f"{inside.day.isoformat()}T{hour:02}:00")


def _is_late(timex: Timex) -> bool:
    """True for an afternoon, evening or night."""
    return timex.value is not None and timex.value.endswith(_LATE)
