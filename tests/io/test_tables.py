"""CSV: what is written can be read back as it was, and no spreadsheet runs a cell."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.base import Column, Entity, Fact, Official, Quantity, columns
from factx.tables.csv_format import cell, header, lines, neutralised, original, read_table
from factx.tables.datapackage import ALL_TABLES

TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": TEXT | st.sampled_from(["=1+1", "-5", "-5 degrees", "'=A1", "'90s", "@x", "+3", 'a "b", c', "a\r\nb"]),
    "date": st.dates().map(str),
    "integer": st.integers(0, 10**9),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
}


def strategy(column: Column) -> st.SearchStrategy[Any]:
    return st.none() | (st.sampled_from(column.values) if column.values else VALUES[column.type])


def records(record: type) -> st.SearchStrategy[list[Any]]:
    cells = {column.name: strategy(column) for column in columns(record)}
    return st.lists(st.builds(record, **cells), max_size=2)


@settings(deadline=None, max_examples=100)
@given(
    st.sampled_from([Official, Quantity, Entity]).flatmap(lambda record: st.tuples(st.just(record), records(record)))
)
def test_what_is_written_is_read_back(table: tuple[type, list[Any]]) -> None:
    record, rows = table
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(header(record) + lines(rows, record), encoding="utf-8", newline="")
        assert list(read_table(path, record)) == rows


@given(TEXT)
def test_neutralising_can_be_undone_and_leaves_no_formula(text: str) -> None:
    safe = neutralised(text)
    assert original(safe) == text
    assert safe[0] not in "=@\t\r"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_plain_and_lose_nothing(value: float) -> None:
    written = cell(value)
    assert float(written) == value
    assert "e" not in written.lower()
    assert not written.endswith(".0")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, None])
def test_what_is_no_value_is_empty(value: float | None) -> None:
    assert cell(value) == ""


def test_lines_end_in_newlines_alone() -> None:
    (row,) = csv.DictReader(io.StringIO(header(Fact) + lines([Fact(kind="killed", sentence="a,\nb")], Fact)))
    assert (row["kind"], row["sentence"]) == ("killed", "a,\nb")
    assert "\r" not in lines([Fact(kind="killed")], Fact)


@pytest.mark.parametrize("name", ALL_TABLES)
def test_every_column_says_what_it_is(name: str) -> None:
    record = ALL_TABLES[name]
    assert record.__doc__
    assert len(columns(record)) == len(fields(record))
    for column in columns(record):
        assert column.description
        assert column.type in VALUES


COLUMNS = {
    "articles": "article_id path sha256 title published published_from updated dateline author publisher url language "
    "words sentences facts status message copy_of set_aside",
    "entities": "entity_id type name iso3 aliases articles mentions admin1 latitude longitude",
    "mentions": "mention_id article_id entity_id type text iso3 sentence_id char_start char_end linked_by",
    "officials": "article_id entity_id name title country organisation former sentence_id char_start char_end",
    "quantities": "quantity_id article_id sentence_id char_start char_end text kind value low high bound unit si_value "
    "si_unit currency amount_usd of change",
    "dates": "article_id sentence_id char_start char_end text type value start end basis",
    "facts": "fact_id claim_id event_id article_id kind agent agent_id agent_country agent_state recipient "
    "recipient_id recipient_country value_text value low high bound unit object purpose currency amount_usd "
    "amount_usd_low amount_usd_high fx_rate fx_date fx_source equivalent_value equivalent_currency implied_fx_rate "
    "location location_country location_admin1 latitude longitude country country_from time_text time_start "
    "time_end time_basis status modality source source_id source_type sentence_id char_start char_end sentence "
    "rule confidence published title path",
    "claims": "claim_id kind agent agent_state recipient recipient_country object location country currency best low "
    "high amount_usd amount_usd_low amount_usd_high modality part status status_history time_start time_end "
    "month first_reported last_reported mentions articles article_ids conflict conflict_fact_1 conflict_fact_2 "
    "conflict_sentence_1 conflict_sentence_2",
    "events": "event_id incident location country latitude longitude time_start time_end month killed killed_low "
    "killed_high injured injured_low injured_high missing missing_low missing_high displaced displaced_low "
    "displaced_high arrested arrested_low arrested_high told_by first_reported last_reported facts articles conflict",
    "texts": "article_id text",
    "errors": "path stage error message",
}


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_are_those_that_notebooks_rely_on(name: str) -> None:
    assert header(ALL_TABLES[name]) == COLUMNS[name].replace(" ", ",") + "\n"
