"""Records to CSV and back: RFC 4180, lines end in ``\\n``, no exponents, no formula for a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from factx.base import Column, columns

Record = TypeVar("Record")
_NEEDS_QUOTES = re.compile(r'[",\r\n]')
_AS_IT_IS = re.compile(r"""[^"',;=+\-@＝＋－＠\t\r\n][^",;\r\n]*""")
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
_LATER_FORMULA = re.compile(r"(;\s*)('*[=+\-@＝＋－＠])")
"""Where a spreadsheet that parts cells at semicolons would begin another one."""
_LATER_NEUTRALISED = re.compile(r"(;\s*)'('*[=+\-@＝＋－＠])")
_EXACT = 2.0**53
_PLAIN_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?%?")


def header(record: type) -> str:
    """Return the header row of a table, with its line end.

    >>> from factx.base.records import Failure
    >>> header(Failure)
    'path,stage,error,message\\n'
    """
    return ",".join(column.name for column in columns(record)) + "\n"


def lines(records: Iterable[Any], record: type) -> str:
    """Return the rows of a table as CSV text.

    >>> from factx.base.records import Failure
    >>> lines([Failure("a.txt", "read", "InputError", 'the "text" is empty')], Failure)
    'a.txt,read,InputError,"the ""text"" is empty"\\n'
    """
    values = _values(record)
    return "".join([",".join([_written(value) for value in values(item)]) + "\n" for item in records])


def _written(value: Any) -> str:
    """Quote a cell if CSV requires it. Fast path: most text needs neither quotes nor an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str) and _AS_IT_IS.fullmatch(value):
        return value
    return quoted(cell(value))


def quoted(text: str) -> str:
    """Quote a cell if RFC 4180 requires it.

    Not left to Python's ``csv``, which quotes a lone carriage return in some versions only.

    >>> quoted("plain"), quoted('a "b" c'), quoted("a,b")
    ('plain', '"a ""b"" c"', '"a,b"')
    """
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


@cache
def _values(record: type) -> attrgetter[tuple[Any, ...]]:
    return attrgetter(*(column.name for column in columns(record)))


def cell(value: Any) -> str:
    """Return one cell, not yet quoted: empty for None, numbers plain, formulas neutralised.

    >>> cell(None), cell(22.2e9), cell(97.5), cell(True), cell("=1+1")
    ('', '22200000000', '97.5', 'true', "'=1+1")
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return neutralised(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return number(value)


def number(value: float) -> str:
    """Return a number without exponent and without ``.0``; empty for NaN and infinity.

    >>> number(1e22), number(1e-7), number(-5.0), number(float("inf"))
    ('10000000000000000000000', '0.0000001', '-5', '')
    """
    if isinstance(value, int):
        return str(value)
    if value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    written = format(Decimal(repr(value)), "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def neutralised(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run (``= + - @``); plain numbers stay.

    >>> neutralised("-5"), neutralised("-5 degrees"), neutralised("'=A1"), neutralised("'90s")
    ('-5', "'-5 degrees", "''=A1", "'90s")
    >>> neutralised("he said;=A1")
    "he said;'=A1"
    """
    text = _LATER_FORMULA.sub(r"\1'\2", text) if ";" in text else text
    return "'" + text if _FORMULA.match(text) and not _PLAIN_NUMBER.fullmatch(text) else text


def original(text: str) -> str:
    """Return the text that ``neutralised`` was given.

    >>> original("'-5 degrees"), original("''=A1"), original("'90s"), original("he said;'=A1")
    ('-5 degrees', "'=A1", "'90s", 'he said;=A1')
    """
    text = _LATER_NEUTRALISED.sub(r"\1\2", text) if ";" in text else text
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def read_table(path: str | Path, record: type[Record]) -> Iterator[Record]:
    """Read the records of a CSV table that factx wrote."""
    csv.field_size_limit(2**31 - 1)
    table = columns(record)
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield record(**{column.name: value(row[column.name], column) for column in table})


def day(text: str | None) -> date | None:
    """Return the day of a cell of dates; None if it is empty or no whole day.

    >>> day("2017-03-22"), day("2017-03"), day(None)
    (datetime.date(2017, 3, 22), None, None)
    """
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        return None


def value(text: str, column: Column) -> Any:
    """Return the value of a cell in the column's type, or None if it is empty."""
    if text == "":
        return None
    if column.type == "integer":
        return int(text)
    if column.type == "number":
        return float(text)
    if column.type == "boolean":
        return text == "true"
    return original(text)
