"""Workbooks with an article a row: kinds, sheets, headers, days, and what is no such workbook."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from factx.reading import Article
from factx.reading.formats import InputFile, workbooks
from factx.reading.formats.parts import ReadOptions
from tests.io.formats.reading import message_of, read, read_one

pytest.importorskip("python_calamine")
xlsxwriter = pytest.importorskip("xlsxwriter")

HEADER = ["Title", "Date", "Full text"]
OLD = Path(__file__).parent / "workbook.xls"
"""A workbook of before 2007 with two articles of our own."""
ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>
 <table:table table:name="News">{}</table:table></office:spreadsheet></office:body></office:document-content>"""
MANIFEST = """<?xml version="1.0"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"""


def workbook(**sheets: list[list[Any]]) -> bytes:
    """A workbook of today with some sheets; days have a format of days."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "default_date_format": "d.m.yy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return written.getvalue()


def open_document(*rows: list[str]) -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", ODS.format(cells))
    return written.getvalue()


def test_a_row_is_an_article(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        HEADER, ["Dam cracks", datetime(2019, 5, 7), "Two men fled."], ["", "", ""],
        [12.0, "8 May 2019", "12 men fled."],
    ]  # fmt: skip
    found = read(tmp_path, "a.xlsx", workbook(News=rows))
    assert [(item.path, item.title, item.published, item.text) for item in found if isinstance(item, Article)] == [
        ("a.xlsx#1", "Dam cracks", "2019-05-07", "Two men fled."),
        ("a.xlsx#2", "12", "2019-05-08", "12 men fled."),
    ]


def test_the_header_may_stand_below_lines_and_on_a_later_sheet(tmp_path: Path) -> None:
    about = [["Exported by a library"], ["Search", "dam"]]
    news = [["2 articles"], [], HEADER, ["Dam cracks", "7 May 2019", "Two men fled."]]
    item = read_one(tmp_path, "a.xlsx", workbook(About=about, Empty=[], News=news))
    assert (item.title, item.published, item.text) == ("Dam cracks", "2019-05-07", "Two men fled.")


def test_sheets_follow_each_other(tmp_path: Path) -> None:
    sheets = {name: [HEADER, [name, "", f"{name} fled."]] for name in ("Two", "Six")}
    assert [(item.path, item.title) for item in read(tmp_path, "a.xlsx", workbook(**sheets))] == [  # type: ignore[union-attr]
        ("a.xlsx#1", "Two"), ("a.xlsx#2", "Six"),
    ]  # fmt: skip


def test_columns_can_be_named(tmp_path: Path) -> None:
    rows = [["Kop", "Inhalt"], ["Dam cracks", "Two men fled."]]
    item = read_one(tmp_path, "a.xlsx", workbook(News=rows), columns={"text": "Inhalt", "title": "Kop"})
    assert (item.title, item.text) == ("Dam cracks", "Two men fled.")


@pytest.mark.parametrize("name", ["a.ods", "a.bin"])
def test_open_documents(tmp_path: Path, name: str) -> None:
    item = read_one(tmp_path, name, open_document(HEADER, ["Dam cracks", "7 May 2019", "Two men fled."]))
    assert (item.title, item.published, item.text) == ("Dam cracks", "2019-05-07", "Two men fled.")


@pytest.mark.parametrize("end", ["<text:line-break/>", "<text:line-break></text:line-break>", "<text:tab/>"])
def test_lines_of_a_cell_stay_apart(tmp_path: Path, end: str) -> None:
    item = read_one(tmp_path, "a.ods", open_document(HEADER, ["Dam cracks", "", f"Killed: 12{end}5 men were hurt."]))
    assert item.text.split() == ["Killed:", "12", "5", "men", "were", "hurt."]


def test_old_workbooks(tmp_path: Path) -> None:
    found = read(tmp_path, "a.xls", OLD.read_bytes())
    assert [item.text for item in found] == ["Two died in Oru.", "Three fled."]  # type: ignore[union-attr]


def test_a_table_that_is_named_a_workbook(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.xls", "Title\tText\nDam cracks\tTwo men fled.\n")
    assert (item.title, item.text) == ("Dam cracks", "Two men fled.")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.xlsx", workbook(Tolls=[["Place", "Killed"], ["Oru", 2]]), "needs a column 'text'"),
        ("a.xlsx", workbook(Nothing=[]), "the workbook is empty"),
        ("a.xlsx", workbook(News=[HEADER, ["A", "", "Two fled."]])[:-40], "a broken workbook"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "save it without a password"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "not a valid workbook"),
    ],
)
def test_what_is_no_workbook_of_articles_is_told(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    assert told in message_of(tmp_path, name, content)


def test_what_unpacks_to_too_much_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factx.reading.formats.limits.ALWAYS_ALLOWED", 1_000)
    monkeypatch.setattr("factx.reading.formats.limits.MOST_TIMES", 2)
    rows = [HEADER, *(["Dam cracks", "", "Two men fled. " * 200] for _ in range(20))]
    assert "unpacks to more than" in message_of(tmp_path, "a.xlsx", workbook(News=rows))


def test_names_of_columns() -> None:
    file = InputFile.of_bytes(
        "a.xlsx", workbook(About=[["By a library"]], News=[["2 articles"], HEADER, ["", "", "A"]])
    )
    assert list(workbooks.names(file, ReadOptions())) == [["By a library"], HEADER]
