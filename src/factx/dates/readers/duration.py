"""Readers of lengths and distances of time: "three weeks", "the past two years", "two days ago", "every Monday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factx.dates import days
from factx.dates.adjacent_words import plural
from factx.dates.anchor import Setting
from factx.dates.pieces import Chunk, Item, Lexeme, Reading

_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
_DAYS = {"D": 1, "W": 7, "F": 14, "WE": 7}
_HALVES = {"TH": ("TM", 30), "Y": ("M", 6), "CE": ("Y", 50), "DE": ("Y", 5), "D": ("TH", 12), "TM": ("TS", 30)}
_COUNTED = frozenset({"number_big", "number_59", "units", "number_word", "seconds", "times"})
_MONEY = frozenset("$€£¥%")
_PLURALS = frozenset({"people", "men", "women", "children", "police", "percent", "cent"})


def amount(items: tuple[Item, ...]) -> float | None:
    """The number that an amount states; None where it is vague ("a few", "several", "dozens of").

    >>> from factx.dates.lexer import lexemes
    >>> amount(tuple(lexemes("two and a half"))), amount(tuple(lexemes("a few"))), amount(tuple(lexemes("a couple of")))
    (2.5, None, 2)
    """
    words = {item.cls: item for item in items if isinstance(item, Lexeme)}
    if words.keys() & {"vague", "many", "dozens", "scale"}:
        return None
    figures = [item.value for item in items if isinstance(item, Lexeme) and isinstance(item.value, int | float)]
    numbers = [value for item, value in zip(_valued(items), figures, strict=True) if item.cls != "half"]
    half = 0.5 if "half" in words else 0
    if not numbers:
        return half or 1
    if "dozen" in words:
        return 12
    return numbers[0] + half


def _valued(items: tuple[Item, ...]) -> list[Lexeme]:
    return [item for item in items if isinstance(item, Lexeme) and isinstance(item.value, int | float)]


def period(number: float | None, unit: str) -> str:
    """The TIMEX3 duration; a vague number is X.

    >>> period(3, "W"), period(24, "TH"), period(None, "D"), period(0.5, "TH"), period(2.5, "Y")
    ('P3W', 'PT24H', 'PXD', 'PT30M', 'P2.5Y')
    """
    if number == 0.5 and unit in _HALVES:
        unit, number = _HALVES[unit]
    if unit == "F":
        unit, number = "W", None if number is None else number * 2
    if unit == "ML":
        unit, number = "CE", None if number is None else number * 10
    figure = "X" if number is None else f"{number:.10g}" if number < 1e9 else "X"
    return f"PT{figure}{unit[1]}" if unit[0] == "T" else f"P{figure}{unit}"


def duration(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A length of time: "three weeks"; "2,000 a day" is a set; "two days later" is anchored to the text's last day."""
    unit = str(chunk.value("unit"))
    if _is_rate(chunk, setting):
        return Reading("SET", period(1, unit))
    number = amount(chunk.parts.get("amount", ()))
    if "half" in chunk.parts and number is not None:
        number += 0.5
    return _anchored(Reading("DURATION", period(number, unit)), number, unit, setting)


def _is_rate(chunk: Chunk, setting: Setting) -> bool:
    """Whether "a day" means each day: after a figure, a plural or "times"."""
    left, right = setting.left(), setting.right()
    if [item.cls for item in chunk.parts.get("amount", ())] != ["a"]:
        return False
    if right.cls in {"ago", "before", "after", "earlier", "later", "previous"}:
        return False
    money = left.text[:1] in _MONEY or left.text.endswith("%")
    return left.cls in _COUNTED or left.text.lower() in _PLURALS or (left.cls == "other" and plural(left)) or money


def _anchored(reading: Reading, number: float | None, unit: str, setting: Setting) -> Reading:
    """The length with the day it leads to: "two days later", "two weeks before Christmas", "will end in two days"."""
    right, left = setting.right(), setting.left()
    start, ahead = None, True
    if right.cls in {"earlier", "later", "before", "after"}:
        ahead = right.cls in {"later", "after"}
        start = setting.next_day or (setting.near_day if right.cls in {"earlier", "later"} else None)
    elif right.cls == "from" and setting.next_day is not None:
        start = setting.next_day
    elif left.cls == "in" and setting.tense == "future":
        start = setting.published
    if number is None or start is None or unit[0] == "T":
        return reading
    found = shifted(start, number if ahead else -number, unit)
    if found is None:
        return reading
    iso = granular(found, unit if setting.next_day is None else "D")
    return replace(reading, basis="publication" if start == setting.published else "relative", first=iso, last=iso)


def shifted(start: date, number: float, unit: str) -> date | None:
    """The day so many units later (earlier where negative)."""
    if unit in _MONTHS:
        months = number * _MONTHS[unit]
        return days.months_later(start, round(months)) if abs(months) < 120_000 else None
    if unit in _DAYS:
        return days.days_later(start, number * _DAYS[unit]) if abs(number) < 1e6 else None
    hours = {"TH": 24, "TM": 1440, "TS": 86400}[unit]
    return days.days_later(start, number / hours) if abs(number) < 1e6 else None


def granular(found: date, unit: str) -> str:
    """The day as precise as the unit: years give a year, months a month, all else the day."""
    length = 4 if unit in {"Y", "DE", "CE", "ML"} else 7 if unit == "M" else 10
    return found.isoformat()[:length]


def two_durations(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A length in two units: "two years and three months"."""
    first = period(amount(chunk.parts["amount"]), str(chunk.value("unit")))
    second = period(amount(chunk.parts["second_amount"]), str(chunk.value("second_unit")))
    if first.startswith("PT") and second.startswith("PT"):
        return Reading("DURATION", first + second[2:])
    return Reading("DURATION", first + second[1:])


def span(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A length of time up to or from the publication date: "the past two years", "the coming days", "recent weeks"."""
    unit, direction = str(chunk.value("unit")), chunk.part("direction")
    number = amount(chunk.parts["amount"]) if "amount" in chunk.parts else None
    pointing = direction.cls if direction is not None else ""
    if pointing == "previous" and number is None:
        return Reading("DATE", "PAST_REF", None)
    reading = Reading("DURATION", period(number, unit))
    if setting.published is None or number is None or pointing in {"following", "final"}:
        return reading
    back = pointing in {"last", "past", "previous", "recent"}
    if unit == "Q":
        first, last = _quarters(setting.published, round(number), back)
        return replace(reading, basis="publication", first=first, last=last)
    other = shifted(setting.published, -number if back else number, unit)
    if other is None:
        return reading
    tomorrow = days.days_later(setting.published, 1) or setting.published
    begin, end = (other, setting.published) if back else (tomorrow, other)
    return replace(reading, basis="publication", first=begin.isoformat(), last=end.isoformat())


def _quarters(published: date, number: int, back: bool) -> tuple[str | None, str | None]:
    """First and last month of so many whole quarters before or after the one of publication."""
    here = published.replace(month=published.month - (published.month - 1) % 3, day=1)
    begin = days.months_later(here, -3 * number if back else 3)
    end = days.months_later(here, -1 if back else 3 * number + 2)
    return begin.isoformat()[:7] if begin else None, end.isoformat()[:7] if end else None


def bare_units(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "For weeks", "hours": an unknown number of them."""
    return Reading("DURATION", period(None, str(chunk.value("unit"))))


def ago(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Two months ago": as precise as the unit; vague distances are PAST_REF."""
    unit, number = str(chunk.value("unit")), amount(chunk.parts["amount"])
    if number is not None and "half" in chunk.parts:
        number += 0.5
    if number is None:
        return Reading("DATE", "PAST_REF", None)
    if setting.said_day is None or (unit[0] == "T" and number < 24):
        return Reading("DATE", None, None)
    found = shifted(setting.said_day, -number, unit)
    if "second_unit" in chunk.parts and found is not None:
        unit = str(chunk.value("second_unit"))
        found = shifted(found, -(amount(chunk.parts["second_amount"]) or 0), unit)
    return _at_distance(found, unit, number)


def _at_distance(found: date | None, unit: str, number: float) -> Reading | None:
    if found is None:
        return None
    if unit in {"W", "F", "WE"}:
        return Reading("DATE", days.week(found), "publication", None)
    if unit in {"DE", "CE"} and number >= 1:
        return Reading("DATE", f"{found.year:04}"[: 3 if unit == "DE" else 2], "publication")
    if unit == "Y" and number % 1:
        unit = "M"
    value = granular(found, unit)
    return Reading("DATE", value, "publication", found if len(value) == 10 else None)


def long_ago(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Years ago": some time in the past."""
    return Reading("DATE", "PAST_REF", None)


def from_now(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Three days from now"."""
    unit, number = str(chunk.value("unit")), amount(chunk.parts["amount"])
    if number is None:
        return Reading("DATE", "FUTURE_REF", None)
    if setting.said_day is None or unit[0] == "T":
        return Reading("DATE", None, None)
    return _at_distance(shifted(setting.said_day, number, unit), unit, number)


def every_unit(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Every two hours", "per day", "each year", "every third week"."""
    number: float | None = 2 if "other" in chunk.parts else chunk.number("number") or 1
    if "amount" in chunk.parts:
        number = amount(chunk.parts["amount"])
    return Reading("SET", period(number, str(chunk.value("unit"))))


def every_weekday(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Every Tuesday", "Sundays"."""
    return Reading("SET", f"XXXX-WXX-{chunk.number('weekday')}")


def every_part(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Every morning", "every Sunday morning"."""
    weekday = chunk.number("weekday")
    lead = "XXXX-XX-XX" if weekday is None else f"XXXX-WXX-{weekday}"
    return Reading("SET", f"{lead}T{chunk.value('part')}")


def every_month(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Every June", "every winter"."""
    month = chunk.number("month")
    return Reading("SET", f"XXXX-{chunk.value('season')}" if month is None else f"XXXX-{month:02}")


def frequency(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Daily", "weekly", "annually"."""
    return Reading("SET", str(chunk.value("frequency")))
