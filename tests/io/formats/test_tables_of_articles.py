"""Tables of articles: any separator, any names of columns, quotes and what is broken; Parquet."""

from __future__ import annotations

import io
import tracemalloc
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from factx.base import Failure
from factx.reading import Article
from factx.reading.formats import InputFile
from tests.io.formats.reading import message_of, read, read_one

ROW = {"title": "Shaft floods", "date": "2016-05-09", "text": "Two miners, both young, died; 3,5 tons lost."}


def table(separator: str, *rows: list[str], quotes: bool = True) -> str:
    marked = [[f'"{cell}"' if quotes else cell for cell in row] for row in rows]
    return "\n".join(separator.join(row) for row in marked) + "\n"


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.tab", "a.txt", "a.dat"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator_under_any_name(tmp_path: Path, separator: str, name: str) -> None:
    item = read_one(tmp_path, name, table(separator, ["Title", "Date", "Text"], list(ROW.values())))
    assert (item.path, item.title, item.published, item.text) == (f"{name}#1", *ROW.values())


@pytest.mark.parametrize(
    "header", ["TITLE;DATE;TEXT", "Headline;Publication Date;Full Text", "article_title; date_published ;Body-Text"]
)
def test_names_of_columns_are_compared_without_case_blanks_and_hyphens(tmp_path: Path, header: str) -> None:
    item = read_one(tmp_path, "a.csv", f"{header}\nShaft floods;2016-05-09;Two died.\n")
    assert (item.title, item.published, item.text) == ("Shaft floods", "2016-05-09", "Two died.")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    item = read_one(tmp_path, "a.csv", "Title\tText\r\nSão Tomé\tTwo died.\r\n".encode(encoding))
    assert (item.title, item.text) == ("São Tomé", "Two died.")


@pytest.mark.parametrize(("content", "texts"), [
    ('id,text\n1,"Two ""men"" fled,\n\nten stayed."\n2,One fled.\n', ['Two "men" fled,\n\nten stayed.', "One fled."]),
    ('id,text\n1,"Two \\"men\\", fled."\n2,One fled.\n', ['Two "men", fled.', "One fled."]),
    ('id\ttext\n1\t"Two fled, he said.\n2\tOne "fled".\n', ['"Two fled, he said.', 'One "fled".']),
    ("sep=;\nid;text\n1;Two fled, he said.\n", ["Two fled, he said."]),
    ('"id","text"\n"1","7","Two fled."\n"2","8","One fled."\n', ["Two fled.", "One fled."]),
    ("id,text,\n\n1,Two fled.,\n,,\n2,One fled.,,\n", ["Two fled.", "One fled."]),
    ("text\nTwo men; both young; fled.\n", ["Two men; both young; fled."]),
    ('text\n"Two men, both young, fled."\n', ["Two men, both young, fled."]),
])  # fmt: skip
def test_quotes_and_blank_rows(tmp_path: Path, content: str, texts: list[str]) -> None:
    assert [getattr(item, "text", None) for item in read(tmp_path, "a.csv", content)] == texts


def test_a_broken_row_does_not_spoil_the_others(tmp_path: Path) -> None:
    rows = 'id,text\n1,Two fled.\n2,"Ten "men" fled,\nand a dog\nand a cat."\n3,One fled.\n4,a,b,c\n5,NA\n6\n'
    items = read(tmp_path, "a.csv", rows)
    told = [getattr(item, "text", None) or getattr(item, "message", None) for item in items]
    assert [item.path for item in items] == [f"a.csv#{number}" for number in range(1, 7)]
    assert told == [
        "Two fled.",
        "not a valid CSV table: ',' expected after '\"' (line 3)",
        "One fled.",
        "the row has 4 cells, the header 2: put cells with separators in quotes",
        "the text is empty",
        "no text: the article needs a field 'text' (fields found: 'id')",
    ]


@pytest.mark.parametrize(("name", "content", "message"), [
    ("a.csv", "id,title\n1,Two\n",
        "no text: the table needs a column 'text' (columns found: 'id', 'title'); name the one"),
    ("a.csv", "id,text\n", "no articles: the file has none below its header"),
    ("a.csv", 'id,text\n1,"Two fled.\n', "not a valid CSV table: unexpected end of data"),
    ("a.parquet", b"PAR1" + b"\0" * 40, "not a valid Parquet table"),
])  # fmt: skip
def test_a_table_without_articles_says_why(tmp_path: Path, name: str, content: Any, message: str) -> None:
    assert message_of(tmp_path, name, content).startswith(message)


def test_cells_that_hold_lists_and_objects_are_read(tmp_path: Path) -> None:
    row = {**ROW, "authors": ["Lena Okoye", "quarry.example"], "source": {"id": None, "name": "Andes Wire"}}
    item = read_one(tmp_path, "a.csv", pd.DataFrame([row]).to_csv(index=False))
    assert (item.author, item.publisher) == ("Lena Okoye", "Andes Wire")


def test_columns_of_flattened_objects_are_read(tmp_path: Path) -> None:
    row = {"source.name": "Andes Wire", "title.rendered": "Shaft floods", "fields.bodyText": "Two died.", "fields.x": 1}
    item = read_one(tmp_path, "a.csv", pd.DataFrame([row]).to_csv(index=False))
    assert (item.publisher, item.title, item.text) == ("Andes Wire", "Shaft floods", "Two died.")


def test_cells_that_say_that_they_are_empty_are(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.csv", "title,author,publisher,url,text\nNA,nan,NULL,None,Two died.\n")
    assert (item.title, item.author, item.publisher, item.url) == (None, None, None, None)


def test_a_table_of_descriptions_is_marked(tmp_path: Path) -> None:
    item = read_one(
        tmp_path, "a.csv", "title,description,link,pubDate\nShaft,Two died.,https://a.example/1,2016-05-09\n"
    )
    assert (item.text, item.note) == ("Two died.", "the text is only the article's 'description'")


COLUMNS = "Kop;Body text;Text;Printed on\nShaft floods;Two died.;nine;25/03/2016\nRain;It rained.;nine;05/09/2016\n"


def test_columns_can_be_named(tmp_path: Path) -> None:
    named = {"title": "Kop", "text": "body text", "published": "Printed on"}
    first, second = (item for item in read(tmp_path, "a.csv", COLUMNS, columns=named) if isinstance(item, Article))
    assert (first.title, first.text, first.published) == ("Shaft floods", "Two died.", "2016-03-25")
    assert (second.title, second.text, second.published) == ("Rain", "It rained.", "2016-09-05")


def test_keys_of_json_can_be_named(tmp_path: Path) -> None:
    rows = [{"kop": "Shaft floods", "tekst": "Two died.", "text": "nine"}, {"kop": "Rain", "text": "nine"}]
    first, second = read(tmp_path, "a.json", rows, columns={"title": "kop", "text": "tekst"})
    assert isinstance(first, Article)
    assert isinstance(second, Failure)
    assert (first.title, first.text) == ("Shaft floods", "Two died.")
    assert second.message == "no text: the article needs a field 'tekst' (fields found: 'kop', 'text')"


def test_a_column_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    message = message_of(tmp_path, "a.csv", COLUMNS, columns={"title": "Titel"})
    assert message == "there is no column 'Titel' for title; the columns are 'Kop', 'Body text', 'Text', 'Printed on'"


@pytest.mark.parametrize(("dates", "days"), [
    (["05/09/2016", "25/03/2016"], ["2016-09-05", "2016-03-25"]),
    (["05/09/16", "03/25/16"], ["2016-05-09", "2016-03-25"]),
    (["05/09/2016", "06/10/2016"], [None, None]),
    (["25/03/2016", "03/26/2016"], [None, None]),
    (["05.09.2016", "03/26/2016"], ["2016-09-05", "2016-03-26"]),
    (["1462838399", "1462838399000"], ["2016-05-09", "2016-05-09"]),
])  # fmt: skip
def test_dates_are_read_as_the_column_shows(tmp_path: Path, dates: list[str], days: list[str | None]) -> None:
    rows = "".join(f"It rained {place}.;{day}\n" for place, day in zip(("here", "there"), dates, strict=True))
    assert [getattr(item, "published", None) for item in read(tmp_path, "a.csv", f"text;date\n{rows}")] == days


def parquet(rows: list[dict[str, Any]]) -> bytes:
    held = io.BytesIO()
    pd.DataFrame(rows).to_parquet(held, row_group_size=2)
    return held.getvalue()


def test_parquet(tmp_path: Path) -> None:
    rows = [
        {
            "Title": f"Storm {n}",
            "Body": f"{n} people fled.",
            "date": date(2016, 5, n),
            "authors": ["Lena Okoye"],
            "source": {"name": "Andes Wire"},
        }
        for n in (1, 2, 3)
    ]
    items = [item for item in read(tmp_path, "a.bin", parquet(rows)) if isinstance(item, Article)]
    assert [(item.path, item.title, item.published) for item in items] == [
        (f"a.bin#{n}", f"Storm {n}", f"2016-05-0{n}") for n in (1, 2, 3)
    ]
    assert (items[0].text, items[0].author, items[0].publisher) == ("1 people fled.", "Lena Okoye", "Andes Wire")


def test_times_of_parquet_keep_their_day(tmp_path: Path) -> None:
    late = datetime(2016, 5, 9, 23, 30, tzinfo=UTC)
    for moment in (late, late.replace(tzinfo=None), pd.Timestamp(late).tz_convert("America/New_York")):
        assert read_one(tmp_path, "a.parquet", parquet([{**ROW, "date": moment}])).published == "2016-05-09"


def test_parquet_without_texts_says_so(tmp_path: Path) -> None:
    assert message_of(tmp_path, "a.parquet", parquet([{"a": 1}])).startswith("no text: the table needs a column 'text'")
    named = message_of(tmp_path, "a.parquet", parquet([ROW]), columns={"text": "Body"})
    assert named == "there is no column 'Body' for text; the columns are 'title', 'date', 'text'"


def test_the_encoding_of_a_long_table_is_told_in_little_memory(tmp_path: Path) -> None:
    row = '"Two fled from Plzeň, said Tomáš Řehoř of Třebíč."\n'.encode("latin2")
    file = tmp_path / "a.csv"
    with file.open("wb") as opened:
        opened.write(b"text\n")
        opened.writelines(row * 2_000 for _ in range(200))
    tracemalloc.start()
    found = InputFile.on_disk("a.csv", file).encoding
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (found.name, file.stat().st_size > 20_000_000, peak < 10_000_000) == ("iso8859-2", True, True)


@pytest.mark.parametrize("above", [
    "Export of the search mines,,,\nGenerated: 01-Jul-2020,,,\n\n",
    "Report: mines\r\n",
    "sep=,\nMines\n",
    "",
])  # fmt: skip
def test_what_an_export_says_above_its_table_is_no_header(tmp_path: Path, above: str) -> None:
    table = f'{above}Date,Headline,Source,Text\n2016-05-09,"Shaft, flooded",Quarry,Two miners died near Oruro.\n'
    (item,) = read(tmp_path, "a.csv", table)
    assert isinstance(item, Article)
    assert (item.path, item.title, item.published) == ("a.csv#1", "Shaft, flooded", "2016-05-09")


def test_a_header_of_other_names_is_none_below_it(tmp_path: Path) -> None:
    table = "Day,Prose\n2016-05-09,Two miners died near Oruro.\nTitle,Text\n"
    first, second = read(tmp_path, "a.csv", table, columns={"text": "Prose", "published": "Day"})
    assert [getattr(item, "text", "") for item in (first, second)] == ["Two miners died near Oruro.", "Text"]
