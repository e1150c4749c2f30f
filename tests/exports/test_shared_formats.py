"""HXL, IATI, GeoJSON and iCalendar: read back by the library of each, or held against its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from factx.base import columns, lexicon
from factx.base.errors import InputError, OutputError
from factx.cli import main
from factx.exports import EXPORTS, Publisher, exported
from factx.tables.datapackage import ALL_TABLES
from tests.exports.conftest import DAY, Made, event, killed, pledge

PLACE = {"location": "Zaria", "latitude": 11.1, "longitude": 7.7}


# HXL


@pytest.mark.parametrize("table", EXPORTS["hxl"].choice)
def test_hxl_reads_the_tags_and_finds_no_error(root: Path, tmp_path: Path, table: str) -> None:
    hxl = pytest.importorskip("hxl")
    path = tmp_path / "tagged.csv"
    path.write_bytes(exported(root / "data" / "out", "hxl", table).content)
    local = hxl.InputOptions(allow_local=True)
    with hxl.data(str(path), local) as source:
        tagged = {column.header: column.display_tag for column in source.columns if column.tag}
        tags = (row for row in lexicon.read("exports/hxl_tags") if row["table"] == table)
        assert tagged == {row["column"]: row["tag"] for row in tags}
        assert len(list(source)) == len((root / "data" / "out" / f"{table}.csv").read_text("utf-8").splitlines()) - 1
    errors: list[Any] = []
    schema = hxl.schema(callback=lambda error: errors.append(error) if error.rule.severity == "error" else None)
    with hxl.data(str(path), local) as source:
        schema.validate(source)
    assert errors == []
    schema.validate(hxl.data([["#date+start", "#affected+killed"], ["soon", "some"]]))
    assert len(errors) == 2


def test_every_tag_is_of_a_column() -> None:
    for row in lexicon.read("exports/hxl_tags"):
        assert row["column"] in {column.name for column in columns(ALL_TABLES[row["table"]])}
        assert row["tag"].replace("#", "").replace("+", "").replace("_", "").isalnum()


# GeoJSON


def test_points_are_valid_and_have_longitude_first(made: Made) -> None:
    geojson = pytest.importorskip("geojson")
    made.add(event(1, incident="flood", killed=2.0, **PLACE), event(2), killed(1, **PLACE), killed(2))
    for table, number in (("events", "v"), ("facts", "f")):
        done = exported(made.write(), "geojson", table)
        read = geojson.loads(done.content.decode())
        assert (read.is_valid, done.rows, done.left_out) == (True, 1, {"without coordinates": 1})
        (feature,) = read["features"]
        assert feature["geometry"] == {"type": "Point", "coordinates": [7.7, 11.1]}
        assert feature["id"].startswith(number)
    done = exported(made.folder, "geojson")
    properties = json.loads(done.content)["features"][0]["properties"]
    assert (properties["killed"], properties["time_start"], properties["articles"]) == (2.0, DAY, 1)


# iCalendar


def test_a_calendar_is_read_back(made: Made) -> None:
    icalendar = pytest.importorskip("icalendar")
    told = "killed 31: ministry; police, army|injured 40"
    made.add(event(1, incident="flood", killed=31.0, killed_low=20.0, killed_high=31.0, told_by=told, **PLACE))
    made.add(event(2, time_start="2019-08-01", time_end="2019-08-31"), event(3, time_start=None, time_end=None))
    made.add(event(4, time_start="2019-01-01", time_end="2019-12-31"))
    done = exported(made.write(), "ics")
    book = icalendar.Calendar.from_ical(done.content)
    first, second = book.walk("VEVENT")
    assert (done.rows, done.left_out) == (2, {"without a day, week or month": 2})
    assert first["SUMMARY"] == "flood, Zaria: 31 killed (20 to 31)"
    assert (first.decoded("DTSTART"), first.decoded("DTEND")) == (date(2019, 8, 14), date(2019, 8, 15))
    assert second.decoded("DTEND") == date(2019, 9, 1)
    assert first["DESCRIPTION"] == told.replace("|", "\n")
    assert (first["GEO"].latitude, first["GEO"].longitude) == (11.1, 7.7)
    assert first["UID"] == "v0000000000000001@factx"
    assert exported(made.folder, "ics").content == done.content


# IATI


def activities(made: Made) -> Any:
    """The activities that are made."""
    return etree.fromstring(exported(made.write(), "iati", publisher=Publisher("Desk", "XM-DAC-0")).content)


@pytest.mark.parametrize(
    ("status", "code", "activity"), [("pledged", "12", "1"), ("approved", "2", "2"), ("delivered", "3", "2")]
)
def test_a_standing_is_a_sort_of_transaction(made: Made, status: str, code: str, activity: str) -> None:
    (one,) = activities(made.add(*pledge(1, status)))
    assert one.find("transaction/transaction-type").get("code") == code
    assert one.find("activity-status").get("code") == activity
    assert one.find("transaction/value").attrib == {"currency": "NOK", "value-date": DAY}
    assert one.findtext("transaction/value") == "40000000"
    assert one.findtext("transaction/provider-org/narrative") == "Norway"
    assert one.findtext("transaction/receiver-org/narrative") == "Sudan"
    assert one.find("recipient-country").get("code") == "SD"
    assert one.findtext("iati-identifier") == "XM-DAC-0-c0000000000000001"
    assert one.find("reporting-org").get("secondary-reporter") == "1"


def test_each_standing_of_a_claim_is_a_transaction_on_its_day(made: Made) -> None:
    claim, first = pledge(1, "pledged", time_start="2019-08-02", time_end="2019-08-02")
    _, second = pledge(1, "delivered", published="2019-11-05", time_start="2019-10", time_end="2019-10", value=3e7)
    (one,) = activities(made.add(claim, second, first))
    found = [
        (item.find("transaction-type").get("code"), item.find("transaction-date").get("iso-date"))
        for item in one.findall("transaction")
    ]
    assert found == [("12", "2019-08-02"), ("3", "2019-11-05")]
    assert one.find("activity-date").get("iso-date") == "2019-08-02"


@pytest.mark.parametrize(
    ("status", "cells"),
    [
        ("requested", {}),
        ("withheld", {}),
        (None, {}),
        ("pledged", {"modality": "possible"}),
        ("pledged", {"modality": "denied"}),
        ("pledged", {"currency": None}),
        ("pledged", {"value": None}),
        ("pledged", {"published": None}),
    ],
)
def test_what_is_no_transaction_is_left_out_and_counted(made: Made, status: str | None, cells: dict[str, Any]) -> None:
    done = exported(made.add(*pledge(1, status, **cells)).write(), "iati")
    assert (done.rows, done.left_out.total()) == (0, 1)


def test_a_sum_says_how_it_is_bounded_and_where_it_stands(made: Made) -> None:
    (one,) = activities(made.add(*pledge(1, bound="at_least", sentence="Norway pledged \x0bat least that.")))
    told = one.findtext("transaction/description/narrative")
    assert told == "Norway pledged  at least that. [a.txt; the sum is stated as at_least]"


def test_a_pledge_of_nobody_is_left_out(made: Made) -> None:
    claim, fact = pledge(1, agent=None)
    done = exported(made.add(replace(claim, agent=None), fact).write(), "iati")
    assert (done.rows, done.left_out) == (0, {"whose giver is not told": 1})


@pytest.mark.skipif(find_spec("iati") is None, reason="needs the schemas in pyIATI: see `nox -s standards`")
def test_the_activities_are_valid_by_the_schema_and_the_codelists(root: Path, made: Made) -> None:
    spec = find_spec("iati")
    assert spec is not None
    assert spec.origin is not None
    standard = Path(spec.origin).parent / "resources" / "standard" / "2-03"
    schema = etree.XMLSchema(etree.parse(standard / "schemas" / "iati-activities-schema.xsd"))
    folders = [root / "data" / "out", made.add(*pledge(1), *pledge(2, "delivered", agent=None)).write()]
    lists = {
        "transaction-type": "TransactionType",
        "activity-status": "ActivityStatus",
        "activity-date": "ActivityDateType",
    }
    for folder in folders:
        read = etree.fromstring(exported(folder, "iati").content)
        assert len(read)
        assert schema.validate(read), schema.error_log
        for element, name in lists.items():
            known = {one.text for one in etree.parse(standard / "codelists" / f"{name}.xml").iter("code")}
            assert {one.get("code") or one.get("type") for one in read.iter(element)} <= known
        currencies = {one.text for one in etree.parse(standard / "codelists" / "Currency.xml").iter("code")}
        assert {one.get("currency") for one in read.iter("value")} <= currencies


# the command


def test_the_command_writes_a_file_and_says_what_is_left_out(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    out = made.folder / "points.geojson"
    folder = made.add(event(1, **PLACE), event(2)).write()
    assert main(["export", str(folder), "--to", "geojson", "-o", str(out)]) == 0
    assert len(json.loads(out.read_bytes())["features"]) == 1
    assert capsys.readouterr().err == f"{out}: 1 row; left out: 1 without coordinates\n"
    assert not list(made.folder.glob(".*.part"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "kml"], "no export 'kml'; the exports are acled, geojson, hxl, iati, ics, ucdp"),
        (["--to", "hxl", "--table", "dates"], "hxl has no table 'dates'; did you mean 'facts'?"),
    ],
)
def test_a_wrong_name_is_told(
    made: Made, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["export", str(made.write()), *arguments, "-o", str(made.folder / "x")]) == 2
    assert message in capsys.readouterr().err


def test_what_cannot_be_written_is_told(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(OutputError, match=r"pip install '\.\[ics\]'"):
        exported(made.write(), "ics")
    with pytest.raises(InputError, match="no such folder"):
        exported(made.folder / "elsewhere", "hxl")
    assert main(["export", str(made.folder), "--to", "hxl", "-o", str(made.folder / "no" / "file")]) == 2


def test_a_table_is_not_written_over(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made.add(event(1, **PLACE)).write()
    table = next(folder.glob("events.*"))
    before = table.read_bytes()
    assert main(["export", str(folder), "--to", "hxl", "-o", str(folder / "events.csv")]) == 2
    assert "give another name or folder" in capsys.readouterr().err
    assert table.read_bytes() == before
