"""Full dates in the headers of exports: among other words, with other languages' months.

Archives write the date of an issue with its weekday, edition, section and page in one line, and in
the language of the paper or of the reader's interface: ``Donnerstag 11. Mai 2023``,
``lundi 30 septembre 2013 11:31 GMT``, ``December 10, 2019 Tuesday, Lucknow Edition``. The day is
that of the line; a clock time and zone behind it do not move it. A year without a day gives none,
nor does ``03/04/2017``, which has two readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from factx.reading.date_spellings import LAST_MONTH, MONTHS, folded

LONGEST_HEADER = 400
"""Characters of a line that are searched: those that name section, edition and day are shorter."""
_WORD = r"[^\W\d_]+"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?<![\w.,:/-])(?P<day>\d\d?)(?:er|re|st|nd|rd|th|[ºª.])? ?(?:(?:de|del|of) )?(?P<month>{_WORD})[.,]? ?"
        rf"(?:(?:de|del|of) )?{_YEAR}",
        rf"(?<![^\W_])(?P<month>{_WORD})\.? ?(?P<day>\d\d?)(?:st|nd|rd|th)?(?: ?[-–/] ?(?:{_WORD}\.? ?)?\d\d?)?"
        rf"(?:, ?| ){_YEAR}",
        r"(?<![\w-])(?P<year>1[5-9]\d\d|20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        r"(?<!\d)(?P<year>1[5-9]\d\d|20\d\d) ?年 ?(?P<month>\d\d?) ?月 ?(?P<day>\d\d?) ?日",
        rf"(?<![\w.,:/-])(?P<first>\d\d?)(?P<mark>[./-])(?P<second>\d\d?)(?P=mark){_YEAR}",
    )
)
"""Day first, month first, ISO 8601, Chinese and Japanese, and figures whose order only their size tells."""
_LEADING_WORD = re.compile(rf"{_WORD}\.?,? ")


def header_day(line: str) -> str | None:
    """The first full date in a line of a header, as ISO 8601, or None.

    >>> header_day("News, Wednesday, March 22, 2017, p. 3"), header_day("Sonntag 21.Mai 2023")
    ('2017-03-22', '2023-05-21')
    >>> header_day("lundi 30 septembre 2013 11:31 GMT"), header_day("March 2017"), header_day("03/04/2017")
    ('2013-09-30', None, None)
    """
    found = min(_days(line), default=None)
    return found[2] if found else None


def only_day(line: str) -> str | None:
    """The date of a line that holds nothing else but a weekday before it, as ISO 8601, or None.

    >>> only_day("29 décembre 2011"), only_day("Dienstag, 9. Mai 1998"), only_day("Report of 9 May 1998")
    ('2011-12-29', '1998-05-09', None)
    """
    written = " ".join(line.split())
    before = _LEADING_WORD.match(written)
    starts = {0, before.end() if before else 0}
    return next((day for start, end, day in _days(line) if start in starts and end == len(written)), None)


def _days(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end (in the line with its blanks folded) and day of each date that exists."""
    written = " ".join(line[:LONGEST_HEADER].split())
    for form in _FORMS:
        for match in form.finditer(written):
            if day := _calendar_day(match.groupdict()):
                yield match.start(), match.end(), day


def _calendar_day(parts: dict[str, str]) -> str | None:
    """The day if there is such a one, as ISO 8601, or None."""
    if "first" in parts:
        month, day = _month_and_day(int(parts["first"]), int(parts["second"]))
    else:
        month, day = _month(parts["month"]), int(parts["day"])
    try:
        return date(int(parts["year"]), month, day).isoformat()
    except ValueError:
        return None


def _month(written: str) -> int:
    """The number of a month, 0 for what is none."""
    return int(written) if written.isdecimal() else int(MONTHS.get(folded(written), 0))


def _month_and_day(first: int, second: int) -> tuple[int, int]:
    """Month and day of two figures, (0, 0) if either could be either."""
    if first == second or second > LAST_MONTH:
        return first, second
    return (second, first) if first > LAST_MONTH else (0, 0)
