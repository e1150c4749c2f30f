"""Dates of articles: every spelling that archives write, the day as written, and what is no date."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from factx.base import InputError
from factx.reading.language_names import language_code
from factx.reading.publication_date import day_first_in, day_of, instant_of

NINTH_OF_MAY = [
    "2016-05-09",
    "2016-05-09T23:30:00-0500",
    "2016-05-09 23:30:00 +01:00",
    "2016-05-09T00:10+0900",
    "2016-05-09T23:59:59.999Z",
    "20160509",
    "20160509T041500Z",
    "20160509041500",
    "201605092330",
    "2016050923",
    "1462838399",
    "1462838399000",
    "1462752000.0",
    "May 9, 2016, Monday, Final Edition",
    "May 9, 2016 Monday, Harare Edition",
    "May 9, 2016 Monday 11:20 PM GMT",
    "May 9,2016",
    "May 9th, 2016",
    "9th of May 2016",
    "Montag 9. Mai 2016",
    "Montag 9.Mai 2016",
    "lundi 9 mai 2016 11:31 GMT",
    "lunes, 9 de mayo de 2016",
    "Published 9 May 2016 at 10:00",
    "May 9, 2016 (updated May 11, 2016)",
    "Published: 9 May 2016 10:00 | Last updated: 11 May 2016 12:00",
    "2016-05-09, modified 2017-01-02",
    "Mon, 09 May 2016 23:30:00 -0500",
    "Mon May 09 23:30:00 +0000 2016",
    "9-May-2016",
    "09-MAY-16",
    "2016-May-09",
    "09.05.2016",
    "9. 5. 2016 14:05",
    "2016/5/9",
    "2016.05.09",
    "10:30 PM, 9 May 2016",
]
UNDATED = [
    "yesterday",
    "today",
    "Today, 10:30",
    "2 hours ago",
    "3 days ago",
    "Monday",
    "10:00",
    "May 2016",
    "2016",
    "2016-05",
    "2016-W19",
    "May 9",
    "17",
    "1000000",
    "0000-00-00",
    "0001-01-01T00:00:00",
    "2016-02-30",
    "31/02/2016",
    "05/09/2016",
    "9 May 2016 - 12 May 2016",
    "2016-05-09 to 2016-05-12",
    "n.d.",
]


@pytest.mark.parametrize("text", NINTH_OF_MAY)
def test_a_full_date_is_the_day_that_is_written(text: str) -> None:
    assert day_of(text) == "2016-05-09"


@pytest.mark.parametrize("text", UNDATED)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert day_of(text) is None


@pytest.mark.parametrize(("text", "moment"), [
    ("9 May 2016 4:10 p.m.", "2016-05-09T16:10"),
    ("9.5.2016", "2016-05-09"),
    ("9 mai 2016 11:31 GMT", "2016-05-09T11:31"),
    ("Mon May 09 23:30:00 EST 2016", "2016-05-09T23:30"),
])  # fmt: skip
def test_the_time_is_the_local_one(text: str, moment: str) -> None:
    assert instant_of(text) == moment


@pytest.mark.parametrize(("month", "text"), [
    ("01", "9 janvier 2016"), ("02", "9 février 2016"), ("03", "9 März 2016"), ("03", "9 de março de 2016"),
    ("04", "9 aprile 2016"), ("05", "9 mei 2016"), ("06", "9 juin 2016"), ("07", "9 luglio 2016"),
    ("08", "9 août 2016"), ("08", "9 AOUT 2016"), ("09", "9 septiembre 2016"),
    ("10", "9. Oktober 2016"), ("11", "9 novembro 2016"),
    ("12", "9 décembre 2016"),
])  # fmt: skip
def test_months_go_by_the_names_of_interfaces(month: str, text: str) -> None:
    assert day_of(text) == f"2016-{month}-09"


@pytest.mark.parametrize(("dates", "day_first"), [
    (["05/09/2016", "25/03/2016"], True),
    (["05/09/2016", "3/25/16 0:00"], False),
    (["2016-05-09T10-20-30", "05/09/2016"], None),
    (["05/09/2016", "05/05/2016", "25.03.2016", "2016-03-25"], None),
    ([], None),
])  # fmt: skip
def test_one_date_shows_the_order_of_all(dates: list[str], day_first: bool | None) -> None:
    assert day_first_in(dates) is day_first


def test_dates_that_contradict_each_other_show_none() -> None:
    with pytest.raises(InputError, match="'25/03/2016' has the day first and '03/26/2016' the month"):
        day_first_in(["25/03/2016", "03/26/2016"])


def test_the_order_does_not_touch_dots_and_dates_that_have_one_reading() -> None:
    assert [day_of("05/09/2016", day_first=first) for first in (True, False)] == ["2016-09-05", "2016-05-09"]
    assert [day_of("09.05.2016", day_first=first) for first in (True, False)] == ["2016-05-09", "2016-05-09"]
    assert [day_of("2016-05-09", day_first=first) for first in (True, False)] == ["2016-05-09", "2016-05-09"]
    assert day_of("25/03/2016", day_first=False) is None


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_a_unix_time_is_utc_wherever_the_machine_stands(zone: str) -> None:
    asked = "from factx.reading import day_of; print(day_of('1462838399'), day_of('1462752000000'))"
    run = subprocess.run(
        [sys.executable, "-c", asked], env={**os.environ, "TZ": zone}, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["2016-05-09", "2016-05-09"]


@pytest.mark.parametrize(("stated", "code"), [
    *[(name, "en") for name in ("en", "EN", "eng", "en_GB", "en-US", "English", "ENGLISH", "Englisch", "anglais")],
    *[(name, "en") for name in ("inglés", "English (United Kingdom)", "British English", "English; Spanish", "en,fr")],
    *[(name, "de") for name in ("German", "Deutsch", "ger", "deu", "de-AT", "allemand")],
    ("Estonian", "et"), ("Greek", "el"), ("Chinese (Simplified)", "zh"), ("zh-Hans", "zh"), ("fil", "fil"),
    *[(name, None) for name in ("unknown", "und", "mul", "x", "", "none", "null", "123")],
])  # fmt: skip
def test_a_language_goes_by_any_name_or_code(stated: str, code: str | None) -> None:
    assert language_code(stated) == code
