"""ACLED and UCDP GED: columns as published, codes as defined, nothing that is not told."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from factx.base import lexicon
from factx.exports import exported
from factx.exports.acled import time_precision
from factx.exports.ucdp import date_prec
from tests.exports.conftest import Made, event, killed


def rows(made: Made, name: str) -> list[dict[str, str]]:
    """The rows that an export makes, without empty cells."""
    text = exported(made.write(), name).content.decode()
    return [{key: value for key, value in row.items() if value} for row in csv.DictReader(io.StringIO(text))]


def test_every_incident_is_decided_for_both() -> None:
    ours = [row["incident"] for row in lexicon.read("exports/incidents")]
    assert ours == list(dict.fromkeys(row["incident"] for row in lexicon.read("claims/incidents")))
    assert {row["acled"] for row in lexicon.read("exports/incidents")} == {"yes", "no"}
    kinds = {row["event_type"] for row in lexicon.read("exports/incidents")}
    assert kinds <= {"", "Battles", "Explosions/Remote violence", "Protests", "Riots", "Violence against civilians"}


@pytest.mark.parametrize(("name", "count"), [("acled", 31), ("ucdp", 49)])
def test_the_columns_are_the_published_ones(made: Made, name: str, count: int) -> None:
    header = exported(made.write(), name).content.decode().splitlines()[0].split(",")
    assert len(header) == count
    told = {row["column"]: row["content"] for row in lexicon.read("exports/event_columns") if row["standard"] == name}
    assert header == list(told)
    made.add(event(1, incident="air strike", killed=3.0, killed_low=3.0, killed_high=3.0, location="Zaria"))
    filled = {column for row in rows(made, name) for column in row}
    assert not [column for column in filled if told[column].startswith("empty")]


def test_an_event_of_acled(made: Made) -> None:
    place = {"location": "Zaria", "latitude": 11.1, "longitude": 7.7}
    made.add(event(1, incident="air strike", killed=14.0, killed_low=9.0, killed_high=14.0, **place))
    made.add(killed(1, agent="jets", location_admin1="NG-KD", sentence="Jets killed 14 people."))
    (row,) = rows(made, "acled")
    assert row == {
        "event_id_cnty": "v0000000000000001",
        "event_date": "2019-08-14",
        "year": "2019",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "actor1": "jets",
        "iso": "566",
        "country": "Nigeria",
        "admin1": "Kaduna",
        "location": "Zaria",
        "latitude": "11.1",
        "longitude": "7.7",
        "geo_precision": "1",
        "source": "Sahel Post",
        "notes": "Jets killed 14 people.",
        "fatalities": "9",
    }


def test_an_event_of_ucdp(made: Made) -> None:
    place = {"location": "Zaria", "latitude": 11.1, "longitude": 7.7}
    made.add(event(1, incident="ambush", killed=14.0, killed_low=9.0, killed_high=16.0, **place))
    made.add(killed(1, object="people", location_admin1="NG-KD", source="police"))
    (row,) = rows(made, "ucdp")
    assert row == {
        "id": "v0000000000000001",
        "year": "2019",
        "number_of_sources": "1",
        "source_article": "a.txt",
        "source_office": "Sahel Post",
        "source_date": "2019-08-14",
        "source_headline": "Blast in Zaria",
        "source_original": "police",
        "where_prec": "1",
        "where_coordinates": "Zaria",
        "where_description": "Zaria",
        "adm_1": "Kaduna",
        "latitude": "11.1",
        "longitude": "7.7",
        "geom_wkt": "POINT (7.7 11.1)",
        "country": "Nigeria",
        "date_prec": "1",
        "date_start": "2019-08-14",
        "date_end": "2019-08-14",
        "deaths_unknown": "14",
        "best": "14",
        "high": "16",
        "low": "9",
    }


@pytest.mark.parametrize(
    ("counted", "civilians", "unknown"),
    [
        (["civilians"], "5", None),
        (["civilians", "Kurdish civilians"], "5", None),
        (["civilians", "soldiers"], None, "5"),
        (["soldiers and civilians"], None, "5"),
        (["people"], None, "5"),
        ([None], None, "5"),
    ],
)
def test_the_dead_are_civilians_only_if_every_report_says_so(
    made: Made, counted: list[str | None], civilians: str | None, unknown: str | None
) -> None:
    made.add(event(1, incident="shelling", killed=5.0))
    made.add(*(killed(1, object=text) for text in counted))
    (row,) = rows(made, "ucdp")
    assert (row.get("deaths_civilians"), row.get("deaths_unknown")) == (civilians, unknown)


@pytest.mark.parametrize("agents", [["army", "rebels"], ["army", None], [None]])
def test_an_actor_is_named_only_if_all_agree(made: Made, agents: list[str | None]) -> None:
    made.add(event(1, incident="clash", killed=5.0), *(killed(1, agent=one) for one in agents))
    assert "actor1" not in rows(made, "acled")[0]


@pytest.mark.parametrize(
    ("start", "end", "acled", "ucdp", "middle"),
    [
        ("2019-08-14", "2019-08-14", "1", "1", "2019-08-14"),
        ("2019-08-12", "2019-08-14", "2", "2", "2019-08-13"),
        ("2019-08-12", "2019-08-18", "2", "3", "2019-08-15"),
        ("2019-08-01", "2019-08-31", "3", "4", "2019-08-16"),
        ("2019-02-01", "2019-02-28", "3", "4", "2019-02-14"),
        ("2019-01-01", "2019-12-31", None, "5", None),
        ("2018-01-01", "2019-12-31", None, None, None),
        (None, None, None, None, None),
    ],
)
def test_precision_of_time(
    made: Made, start: str | None, end: str | None, acled: str | None, ucdp: str | None, middle: str | None
) -> None:
    made.add(event(1, incident="shooting", killed=2.0, time_start=start, time_end=end))
    (row,) = rows(made, "acled")
    assert (row.get("time_precision"), row.get("event_date")) == (acled, middle)
    (row,) = rows(made, "ucdp")
    days = (start, end) if ucdp else (None, None)
    assert (row.get("date_prec"), row.get("date_start"), row.get("date_end")) == (ucdp, *days)
    assert time_precision({}) is date_prec({}) is None


@pytest.mark.parametrize(
    ("cells", "admin1", "where", "geo"),
    [
        ({"location": "Zaria", "latitude": 11.1, "longitude": 7.7}, "NG-KD", "1", "1"),
        ({"location": "near Zaria", "latitude": 11.1, "longitude": 7.7}, "NG-KD", "2", "2"),
        ({"location": "Kaduna, Nigeria", "latitude": 10.5, "longitude": 7.4}, "NG-KD", "4", "3"),
        ({"location": "Zaria", "latitude": 11.1, "longitude": 7.7}, None, None, None),
        ({"location": "Zaria"}, "NG-KD", None, None),
        ({"location": "Nigeria"}, None, "6", None),
        ({}, None, "6", None),
        ({"country": None}, None, None, None),
    ],
)
def test_precision_of_place(
    made: Made, cells: dict[str, Any], admin1: str | None, where: str | None, geo: str | None
) -> None:
    made.add(event(1, incident="bombing", killed=2.0, **cells), killed(1, location_admin1=admin1))
    assert rows(made, "ucdp")[0].get("where_prec") == where
    assert rows(made, "acled")[0].get("geo_precision") == geo


def test_what_the_data_sets_do_not_cover_is_left_out_and_counted(made: Made) -> None:
    made.add(event(1, incident="flood", killed=8.0), event(2, killed=8.0))
    made.add(event(3, incident="protest", arrested=30.0), event(4, incident="shooting", killed=0.0))
    done = exported(made.write(), "acled")
    assert (done.rows, done.left_out) == (2, {"of other incidents": 1, "whose incident is not told": 1})
    done = exported(made.write(), "ucdp")
    assert done.left_out == {"of other incidents": 2, "whose incident is not told": 1, "without dead": 1}
    assert "fatalities" not in rows(made, "acled")[0]


def test_a_name_is_no_formula(made: Made) -> None:
    made.add(event(1, incident="shooting", killed=1.0, location="=cmd()"))
    assert ",'=cmd()," in exported(made.write(), "acled").content.decode()
