"""Workbooks of spreadsheet programs: sheets with a row for each article.

A sheet counts if it has a column with texts, below lines that say what it is. A workbook is in
memory as a whole.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import islice
from typing import Any

from factx.base import InputError
from factx.reading.formats.articles import parts_of
from factx.reading.formats.fields import check_table
from factx.reading.formats.limits import ZIP_FAULTS, unpacked
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions

_LINES_ABOVE = 20
"""Rows among which the header is looked for."""
_PIECE = 1 << 20
_ENCRYPTED = b"\xd0\xcf\x11\xe0"
"""How a workbook of today begins that has a password, and any of those before 2007."""
_OLD = ".xls"
_CELLS = "content.xml"
"""Where an OpenDocument workbook has its cells."""
_BREAK = re.compile(rb"<text:(line-break|tab)\s*(?:/>|>\s*</text:\1>)")

Row = list[Any]


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a workbook, sheet by sheet."""
    tables = _tables(file, options)
    return parts_of(partial(_items, tables), options)


def names(file: InputFile, options: ReadOptions) -> Iterator[list[str]]:
    """Yield the names of each sheet's columns; raises ``InputError`` if the file is broken."""
    for rows in _sheets(file):
        yield _names(rows[_header_of(rows, options) or 0])


def _items(tables: Sequence[list[Row]]) -> Iterator[tuple[int, Any]]:
    """Yield the rows below the headers as objects, with their numbers."""
    number = 0
    for header, *rows in tables:
        columns = _names(header)
        for row in rows:
            if any(map(_is_filled, row)):
                number += 1
                yield number, dict(zip(reversed(columns), reversed([*map(_plain, row)]), strict=False))


def _tables(file: InputFile, options: ReadOptions) -> list[list[Row]]:
    """The sheets with texts from their headers on; raises ``InputError`` if there is none."""
    sheets = list(_sheets(file))
    if not sheets:
        raise InputError("the workbook is empty")
    headers = [_header_of(rows, options) for rows in sheets]
    if all(header is None for header in headers):
        check_table(_names(sheets[0][0]), options)
    return [rows[header:] for rows, header in zip(sheets, headers, strict=True) if header is not None]


def _header_of(rows: list[Row], options: ReadOptions) -> int | None:
    """The first row whose cells may be the names of columns, one of them that of the texts."""
    for at, row in enumerate(islice(rows, _LINES_ABOVE)):
        try:
            check_table(_names(row), options)
        except InputError:
            continue
        return at
    return None


def _names(row: Row) -> list[str]:
    return [str(cell).strip() for cell in row]


def _sheets(file: InputFile) -> Iterator[list[Row]]:
    """Yield the rows of each sheet that has some, blank ones above and below left out."""
    from python_calamine import CalamineError, CalamineWorkbook

    data = file.data()
    _check_size(file, data)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(_with_breaks(data)))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=True)
            if rows:
                yield rows
    except (CalamineError, OSError, ValueError) as error:
        raise InputError(f"not a valid workbook: {error}") from None


def _check_size(file: InputFile, data: bytes) -> None:
    """Raise ``InputError`` if a workbook has a password, is broken or unpacks to too much."""
    if data.startswith(_ENCRYPTED):
        if not file.path.lower().endswith(_OLD):
            raise InputError("the workbook is encrypted; save it without a password")
        return
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for member in archive.infolist():
                with unpacked(archive, member) as content:
                    while content.read(_PIECE):
                        pass
    except ZIP_FAULTS as error:
        raise InputError(f"a broken workbook: {error}") from None


def _with_breaks(data: bytes) -> bytes:
    """An OpenDocument workbook with breaks of cells as characters: calamine runs the lines together."""
    if data.startswith(_ENCRYPTED):
        return data
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(written, "w") as copied:
        if _CELLS not in archive.namelist():
            return data
        for member in archive.infolist():
            content = archive.read(member)
            if member.filename == _CELLS:
                content = _BREAK.sub(lambda found: b"\n" if found[1] == b"line-break" else b"\t", content)
            copied.writestr(member.filename, content)
    return written.getvalue()


def _is_filled(cell: Any) -> bool:
    return bool(str(cell).strip())


def _plain(cell: Any) -> Any:
    """A cell as other tables have it: whole numbers without a fraction."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
