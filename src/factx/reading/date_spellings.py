"""Full dates in the spellings of archives, crawlers and spreadsheets, read by pattern.

1. In figures, year first: ``2017-03-22``, ``2017/3/22 23:30 +0100``, ``20170322T041500Z``.
2. A Unix time stamp in seconds or parts of them: UTC, whatever the machine's zone is.
3. With the month's name, in English or six languages of interfaces: ``March 22, 2017, Wednesday,
   Late Edition``, ``22-Mar-17``, ``lundi 30 septembre 2013 11:31 GMT``, ``Sonntag 21.Mai 2023``.
4. In figures, year last: dots put the day first (``22.03.2017``), slashes and hyphens leave open
   whether day or month is first unless one is over 12.

The day is the one that is written: no zone moves it. A second year in the text makes it a span.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from factx.base import lexicon

_FOREIGN_WORDS = lexicon.classes("reading/date_words")
_HEADER_WORDS = lexicon.classes("reading/header_words")
_TIME_WORDS = lexicon.classes("base/time_words")
_NUMBERS = lexicon.table("base/time_words", "word", "value")
_BEFORE = (
    _TIME_WORDS["weekday"].union(_TIME_WORDS["weekday_short"], _TIME_WORDS["zone"])
    | _FOREIGN_WORDS["weekday"].union(_FOREIGN_WORDS["linking"])
    | _HEADER_WORDS["date"].union(_HEADER_WORDS["publication"])
)
"""Words that may stand before a date; others make it a sentence, or the date of something else."""


def folded(text: str) -> str:
    """The text without accents and capitals, its blanks single."""
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(text.lower().split())


MONTHS = {folded(name): number for name, number in lexicon.table("reading/header_months", "word", "month").items()}
MONTHS |= {
    name: _NUMBERS[name] for name in _TIME_WORDS["month"] | _TIME_WORDS["month_short"] | _TIME_WORDS["month_or_name"]
}
LAST_MONTH, _NOON, _HOURS, _MINUTES = 12, 12, 24, 60
"""Of the calendar and the clock."""
_FIRST_SECOND, _LAST_SECOND = 10**8, 4 * 10**9
"""Unix time from 1973 to 2096: smaller numbers are counts, larger ones count parts of seconds."""
_PARTS_OF_A_SECOND = (1, 10**3, 10**6, 10**9)
_LATEST_SECOND = 1_900_000_000
"""March 2030: ten figures from here on are the day and the hour in figures (``2017032204``)."""
_CENTURY_TURNS = 69
"""Years of two figures below this are of this century, as in the C library."""

_UPDATE = re.compile(
    r"(?<![\s|(\[;,.–—-])[\s|(\[;,.–—-]++(?:last )?" + rf"(?:{'|'.join(sorted(_HEADER_WORDS['update']))})\b"
)
"""What stands between the day of an article and that of its update."""
_NAME = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
_YEAR = r"(?:1[6-9]|20)\d\d"
ANY_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_YEAR_FIRST = re.compile(rf"(?<!\d)(?P<year>{_YEAR})(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d)")
_COMPACT = re.compile(
    rf"(?P<year>{_YEAR})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[t ]?(?P<hour>[01]\d|2[0-3])(?:(?P<minute>[0-5]\d)(?:[0-5]\d(?:\.\d+)?)?)?)?\s?(?:z|utc|gmt|[+-]\d\d:?\d\d)?"
)
_UNIX = re.compile(r"(\d{9,19})(?:\.\d+)?")
_DAY_FIRST = re.compile(
    rf"(?<![\w.])(?P<day>\d\d?)(?:st|nd|rd|th|er|o|a)?\.?[\s/-]*(?:(?:de|of)\s)?(?P<month>{_NAME})\b\.?,?"
    rf"(?:\s*(?:(?:de|del|of)\s)?(?P<year>{_YEAR})|[/-](?P<long>{_YEAR})|[/-](?P<short>\d\d))(?!\d)"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_NAME})\b\.?[\s-]*(?P<day>\d\d?)(?:st|nd|rd|th)?(?:\s*,\s*|[\s-]+)(?P<year>{_YEAR})(?!\d)"
)
_YEAR_AND_NAME = re.compile(rf"(?<!\d)(?P<year>{_YEAR})[\s,/-]+(?P<month>{_NAME})\b\.?[\s/-]*(?P<day>\d\d?)(?!\d)")
_YEAR_AT_END = re.compile(
    rf"\b(?P<month>{_NAME})\b\s+(?P<day>\d\d?)\s+\d\d?:\d\d(?::\d\d)?\s+(?:(?:[a-z]{{2,5}}|[+-]\d{{4}})\s+)?(?P<year>{_YEAR})"
)
_NAMED = (_DAY_FIRST, _MONTH_FIRST, _YEAR_AND_NAME, _YEAR_AT_END)
_FIGURES = re.compile(
    rf"(?<![\d./-])(?P<first>\d\d?)\s?(?P<mark>[-/.])\s?(?P<second>\d\d?)\s?(?P=mark)\s?(?P<year>{_YEAR}|\d\d)(?![\d/-])"
)
_CLOCK = re.compile(r"(?<![\d.:/-])(\d\d?)[:.h](\d\d)(?!\d|[./-]\d\d)(?:[:.]\d\d(?:[.,]\d+)?)?(?:\s?([ap])\.?m\b)?")
_HOUR = re.compile(r"(?<![\d.:/-])(\d\d?)()\s?([ap])\.?m\b")
_WORD = re.compile(r"[a-z][a-z.-]*")


def spelled(text: str, day_first: bool | None = None) -> datetime | None:
    """The day, with the time if one is written, or None if the text is none of the spellings.

    ``day_first`` says whether 3/4/2017 is in April; without it such a date is not read.

    >>> str(spelled("March 22, 2017, Wednesday, Late Edition - Final"))
    '2017-03-22 00:00:00'
    >>> spelled("03/04/2017"), str(spelled("03/04/2017", day_first=True).date())
    (None, '2017-04-03')
    """
    text = without_update(folded(text))
    if match := _COMPACT.fullmatch(text):
        return _moment(
            match["year"], match["month"], match["day"], (int(match["hour"] or 0), int(match["minute"] or 0))
        )
    if match := _UNIX.fullmatch(text):
        return _since_1970(int(match[1]))
    found = next(_dates(text), None)
    if found is None:
        return None
    rest = text[: found.start()] + "\n" + text[found.end() :]
    if ANY_YEAR.search(rest) or not _may_precede(text[: found.start()]):
        return None
    groups = found.groupdict()
    clock = _clock(found.group() if found.re is _YEAR_AT_END else rest)
    if "first" in groups:
        return _in_figures(found, day_first, clock)
    year = groups["year"] or groups.get("long") or _whole_year(groups["short"])
    return _moment(year, MONTHS.get(groups["month"], groups["month"]), groups["day"], clock)


def without_update(text: str) -> str:
    """The text up to the day of an update that stands behind another day.

    >>> without_update("june 7, 2018 (last updated june 9, 2018)"), without_update("updated june 9, 2018")
    ('june 7, 2018', 'updated june 9, 2018')
    """
    found = _UPDATE.search(text)
    is_between = found is not None and ANY_YEAR.search(text, 0, found.start()) and ANY_YEAR.search(text, found.end())
    return text[: found.start()] if found and is_between else text


def order_shown(text: str) -> bool | None:
    """Whether a date in figures shows that the day is first (True) or the month (False), or None.

    >>> order_shown("25/03/2017"), order_shown("03-25-2017"), order_shown("03/04/2017")
    (True, False, None)
    """
    match = _in_open_order(text)
    if match is None:
        return None
    first_is_day, second_is_day = (int(match[name]) > LAST_MONTH for name in ("first", "second"))
    return None if first_is_day == second_is_day else first_is_day


def is_in_figures(text: str) -> bool:
    """True for a date in figures with slashes or hyphens whose year is last (``3/4/2017``)."""
    return _in_open_order(text) is not None


def _in_open_order(text: str) -> re.Match[str] | None:
    plain = folded(text)
    match = _FIGURES.search(plain)
    return None if match is None or match["mark"] == "." or _YEAR_FIRST.search(plain) else match


def _dates(text: str) -> Iterator[re.Match[str]]:
    """Yield the dates of a text, the surest spelling first."""
    for form in (_YEAR_FIRST, *_NAMED, _FIGURES):
        yield from form.finditer(text)


def _may_precede(text: str) -> bool:
    words = {word.strip(".-") for word in _WORD.findall(text)}
    return words <= _BEFORE


def _in_figures(found: re.Match[str], day_first: bool | None, clock: tuple[int, int]) -> datetime | None:
    """The date of 22.03.2017, 22/03/2017 or 3/22/2017."""
    first, second = found["first"], found["second"]
    if found["mark"] == ".":
        day_first = True
    elif day_first is None:
        day_first = True if int(first) == int(second) else order_shown(found.group())
    if day_first is None:
        return None
    day, month = (first, second) if day_first else (second, first)
    return _moment(_whole_year(found["year"]), month, day, clock)


def _whole_year(year: str) -> str:
    if len(year) > len("17"):
        return year
    return f"{'20' if int(year) < _CENTURY_TURNS else '19'}{year}"


def _moment(year: str, month: str, day: str, clock: tuple[int, int]) -> datetime | None:
    try:
        return datetime.combine(date(int(year), int(month), int(day)), time(*clock))
    except ValueError:
        return None


def _clock(text: str) -> tuple[int, int]:
    """Hour and minute that the text gives, or midnight."""
    match = _CLOCK.search(text) or _HOUR.search(text)
    if match is None:
        return 0, 0
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % _NOON + (_NOON if match[3] == "p" else 0)
    return (hour, minute) if hour < _HOURS and minute < _MINUTES else (0, 0)


def _since_1970(number: int) -> datetime | None:
    """The moment of a Unix time stamp in UTC, or None for another number."""
    part = next((part for part in _PARTS_OF_A_SECOND if _FIRST_SECOND <= number // part < _LAST_SECOND), None)
    if part is None or (part == 1 and number >= _LATEST_SECOND):
        return None
    return datetime(1970, 1, 1, tzinfo=UTC).replace(tzinfo=None) + timedelta(seconds=number // part)
