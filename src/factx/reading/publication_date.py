"""Dates of the article itself: from metadata, header lines, addresses and paths to ISO 8601.

1. ISO 8601 is read as it is, in its own zone.
2. All other spellings of archives are read by patterns (``date_spellings``).
3. What is left is dateparser's, in English and only if day, month and year are given: never a day
   that depends on the day of the run ("yesterday", "2 hours ago").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from factx.base import InputError
from factx.reading.date_spellings import ANY_YEAR, is_in_figures, order_shown, spelled

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

LONGEST_DATE = 80
"""Characters: a weekday, a full date, time, zone and "Updated"; beyond that the parser only takes long."""
_TO_THE_MINUTE = len("2018-05-03T16:10")
"""Characters of a time without seconds and zone."""
_IN_ADDRESS = re.compile(r"[/-]((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?!\d)")
_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_./]?(0[1-9]|1[0-2])[-_./]?(0[1-9]|[12]\d|3[01])(?!\d)")
_ISO = re.compile(r"(?:1[6-9]|20)\d\d-\d\d-\d\d(?:[T ]\d\d.{0,30})?")
_CLOCK = re.compile(r"\d:\d\d|(?<![\d.])\d\d?\.\d\d(?![\d.])|\d ?[ap]\.?m\b|T\d\d", re.IGNORECASE)


def day_of(text: str, day_first: bool | None = None) -> str | None:
    """The full date that ``text`` gives, as ISO 8601 and in the zone that it is written in, or None.

    None also if day and month could be swapped (``03/04/2017``), unless ``day_first`` settles it, and
    for days that are told from today ("yesterday").

    >>> day_of("Wednesday, March 22, 2017"), day_of("2017-03-22T23:30:00-0500"), day_of("03/04/2017")
    ('2017-03-22', '2017-03-22', None)
    """
    moment = _moment(text, day_first)
    return moment.date().isoformat() if moment else None


def instant_of(text: str, day_first: bool | None = None) -> str | None:
    """The date, with the local time to the minute if given, as ISO 8601, or None without a full date.

    >>> instant_of("at 4:10 p.m. ET on 2018-05-03"), instant_of("March 23, 2017")
    ('2018-05-03T16:10', '2017-03-23')
    """
    moment = _moment(text, day_first)
    if moment is None:
        return None
    return moment.isoformat(timespec="minutes")[:_TO_THE_MINUTE] if has_clock(text) else moment.date().isoformat()


def has_clock(text: str) -> bool:
    """True if a date is told with its hour.

    >>> has_clock("Sun 17 Mar 2019 16.42 GMT"), has_clock("17.03.2019")
    (True, False)
    """
    return _CLOCK.search(text) is not None


def day_in_path(path: str) -> str | None:
    """The date in a file's path, as ISO 8601, or None.

    >>> day_in_path("2017/03/22/summit.txt"), day_in_path("a-20170322.txt"), day_in_path("a1b2.txt")
    ('2017-03-22', '2017-03-22', None)
    """
    match = _IN_PATH.search(path)
    return _calendar_day(*match.groups()) if match else None


def day_in_address(url: str) -> str | None:
    """The date in an article's web address, as ISO 8601, or None.

    >>> day_in_address("https://news.example/world/2022/7/1/summit-opens")
    '2022-07-01'
    """
    match = _IN_ADDRESS.search(url)
    return _calendar_day(match[1], match[3], match[4]) if match else None


def _calendar_day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def day_first_in(dates: Iterable[str]) -> bool | None:
    """Whether a file's dates in figures have the day first, by those that can be read in one way only.

    None if none of them shows it. Raises ``InputError`` if they contradict each other.

    >>> day_first_in(["03/04/2017", "25/03/2017"]), day_first_in(["2017-03-04", "03/04/2017"])
    (True, None)
    """
    shown = {order: text for text in dates if (order := order_shown(text)) is not None}
    if len(shown) > 1:
        raise InputError(f"'{shown[True]}' has the day first and '{shown[False]}' the month")
    return next(iter(shown), None)


@lru_cache(maxsize=4096)
def _moment(text: str, day_first: bool | None) -> datetime | None:
    text = text.strip()
    if not text or len(text) > LONGEST_DATE:
        return None
    if _ISO.fullmatch(text):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
    return spelled(text, day_first) or _read_by_dateparser(text)


def _read_by_dateparser(text: str) -> datetime | None:
    """The date by dateparser, which would read days told from today, times alone and swapped figures, too."""
    if not ANY_YEAR.search(text) or is_in_figures(text):
        return None
    moment: datetime | None = _date_parser().get_date_data(text).date_obj
    return moment


@lru_cache(maxsize=1)
def _date_parser() -> DateDataParser:
    from dateparser.date import DateDataParser

    settings = {"STRICT_PARSING": True, "RETURN_AS_TIMEZONE_AWARE": False, "PARSERS": ["absolute-time"]}
    return DateDataParser(languages=["en"], settings=settings)
