"""The tables as one Excel workbook, ``factx.xlsx``: a sheet a table, typed cells, links, filters.

XlsxWriter writes row by row in constant memory. What a sheet cannot hold is said on the sheet
``about``: a longer table goes on in a further sheet, a longer text is cut.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from factx.base import Column, OutputError, columns, needed
from factx.tables.csv_format import day
from factx.tables.datapackage import ALL_TABLES
from factx.tables.views import VIEWS

MOST_ROWS = 1_048_576
"""Rows of a sheet of Excel, its header among them."""
MOST_UNITS = 32_767
"""UTF-16 code units of a cell of Excel."""
MOST_LINKS = 65_530
"""Links of a sheet of Excel."""
_FIRST_DAY = date(1900, 3, 1)
"""Excel takes 1900 for a leap year and knows no day before it: earlier days are text."""
_MADE = datetime(1980, 1, 1)
"""The day of every workbook, and of the files in it: the same rows give the same bytes."""
_LARGEST_INTEGER = 10**15
"""Excel keeps fifteen digits of a number."""
_CUT = " … (cut; the whole is in the article)"
_WIDE, _NARROW = 40, 14
"""Widths of columns in characters: those of text to be read, and all others."""
_READ = frozenset(["sentence", "text", "title", "message", "description", "conflict_sentence_1", "conflict_sentence_2"])
"""Columns of text to be read."""
_LINKS = {("facts", "article_id"): "articles", **{(name, "fact_id"): "facts" for name in VIEWS}}
"""Cells that are links, and the table that they lead to; few, as XlsxWriter keeps links in memory."""


@dataclass(slots=True)
class _Sheet:
    """One sheet of a table, and how far it is filled."""

    sheet: Any
    name: str
    rows: int = 1
    links: int = 0


class XlsxSink:
    """One workbook with a sheet per table, and ``about``, which says what their columns mean."""

    def __init__(self, folder: Path) -> None:
        writer = needed("xlsxwriter", "xlsx")
        self._scratch = folder / ".xlsx"
        self._scratch.mkdir()
        options = {"constant_memory": True, "tmpdir": str(self._scratch)}
        self._book = writer.Workbook(str(folder / "factx.xlsx"), options)
        self._book.set_properties({"title": "factx", "created": _MADE})
        self._error: type[Exception] = writer.exceptions.XlsxWriterException
        self._header = self._book.add_format({"bold": True, "bottom": 1})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._link = self._book.get_default_url_format()
        self._about = self._book.add_worksheet("about")
        self._sheets = {name: [self._sheet(name, name)] for name in ALL_TABLES}
        self._places: dict[str, dict[str, str]] = {"articles": {}, "facts": {}}
        self._cut: Counter[str] = Counter()
        self._is_open = True

    def write(self, table: str, records: Sequence[Any]) -> None:
        """Add rows to a table."""
        if table == "articles":
            self._places = {"articles": {}, "facts": {}}
        known = columns(ALL_TABLES[table])
        for record in records:
            self._write_row(table, known, record)

    def finish(self) -> None:
        """Set the filters, say what the columns mean, and write the workbook."""
        for table, sheets in self._sheets.items():
            last = len(columns(ALL_TABLES[table])) - 1
            for one in sheets:
                one.sheet.autofilter(0, 0, max(one.rows - 1, 1), last)
        self._write_about()
        self._close()
        shutil.rmtree(self._scratch)

    def close(self) -> None:
        """Close the files of an unfinished workbook."""
        self._close()

    def _close(self) -> None:
        if self._is_open:
            self._is_open = False
            try:
                self._book.close()
            except self._error as error:
                raise OutputError(f"factx.xlsx cannot be written: {error}") from error

    def _sheet(self, table: str, name: str) -> _Sheet:
        """A new sheet with its header, which stays in sight."""
        sheet = self._book.add_worksheet(name)
        for at, column in enumerate(columns(ALL_TABLES[table])):
            sheet.set_column(at, at, _WIDE if column.name in _READ else _NARROW)
            sheet.write_string(0, at, column.name, self._header)
        sheet.freeze_panes(1, 1)
        return _Sheet(sheet, name)

    def _room(self, table: str) -> _Sheet:
        """The sheet for the next row of a table; a new one if the last is full."""
        sheets = self._sheets[table]
        if sheets[-1].rows >= MOST_ROWS:
            sheets.append(self._sheet(table, f"{table} {len(sheets) + 1}"))
        return sheets[-1]

    def _write_row(self, table: str, known: Sequence[Column], record: Any) -> None:
        room = self._room(table)
        for at, column in enumerate(known):
            value = getattr(record, column.name)
            if value is None:
                continue
            target = self._target(table, column, value)
            if target and room.links < MOST_LINKS:
                room.links += 1
                room.sheet.write_url(room.rows, at, target, self._link, str(value))
                if column.type != "string":
                    room.sheet.write_number(room.rows, at, value, self._link)
            else:
                self._write_cell(room, at, column, value)
        if table in self._places:
            self._places[table][getattr(record, known[0].name)] = f"internal:'{room.name}'!A{room.rows + 1}"
        room.rows += 1

    def _target(self, table: str, column: Column, value: Any) -> str | None:
        """Where a cell leads: an id to its row, the number of facts of an article to the first of them."""
        leads_to = _LINKS.get((table, column.name))
        if leads_to:
            return self._places[leads_to].get(value)
        if (table, column.name) == ("articles", "facts") and value:
            room = self._room("facts")
            return f"internal:'{room.name}'!A{room.rows + 1}"
        return None

    def _write_cell(self, room: _Sheet, at: int, column: Column, value: Any) -> None:
        """Write a cell by its column's type: no text is taken for a formula, a number or an address."""
        sheet, row = room.sheet, room.rows
        whole_day = day(value) if column.type == "date" else None
        if whole_day and whole_day >= _FIRST_DAY:
            sheet.write_datetime(row, at, whole_day, self._day)
        elif column.type == "boolean":
            sheet.write_boolean(row, at, value)
        elif isinstance(value, float | int) and abs(value) != float("inf") and value == value:
            exact = column.type == "number" or abs(value) < _LARGEST_INTEGER
            sheet.write_number(row, at, value) if exact else sheet.write_string(row, at, str(value))
        elif isinstance(value, str):
            text = fitting(value)
            self._cut[room.name] += text.endswith(_CUT) and not value.endswith(_CUT)
            sheet.write_string(row, at, text)

    def _write_about(self) -> None:
        """The first sheet: each column with its meaning, and what did not fit."""
        about = self._about
        rows = [["table", "column", "type", "unit", "description"]]
        for table, record in ALL_TABLES.items():
            rows += [[table, one.name, one.type, one.unit or "", one.description] for one in columns(record)]
        for table, sheets in self._sheets.items():
            rows += [[table, "", "", "", f"goes on in the sheet {one.name!r}"] for one in sheets[1:]]
        rows += [[name, "", "", "", f"{count} long texts are cut"] for name, count in self._cut.items() if count]
        for at, row in enumerate(rows):
            for place, text in enumerate(row):
                about.write_string(at, place, text, self._header if at == 0 else None)
        about.set_column(0, 3, _NARROW)
        about.set_column(4, 4, 2 * _WIDE)
        about.freeze_panes(1, 0)


def fitting(text: str) -> str:
    """Return a text as a cell of Excel can hold it: one that is too long is cut, and says so.

    Lines end in a line feed, as Excel's own do: for a carriage return readers show ``_x000D_``.

    >>> fitting("short"), len(fitting("x" * 40_000))
    ('short', 32767)
    >>> fitting("<r>XlsxWriter takes this for its own markup</r>")[-5:]
    '</r> '
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("<r>") and text.endswith("</r>"):
        text += " "
    if len(text) <= MOST_UNITS // 2 or len(text.encode("utf-16-le")) <= 2 * MOST_UNITS:
        return text
    room = 2 * (MOST_UNITS - len(_CUT))
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _CUT
