"""Dates in the headers of exports: among other words, in other languages; no half date, no guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.reading.header_dates import header_day, only_day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Donnerstag 4. Mai 2023", "2023-05-04"),
        ("Sonntag 7.Mai 2023", "2023-05-07"),
        ("Samstag, 12. März 2016", "2016-03-12"),
        ("3 Jänner 2011", "2011-01-03"),
        ("lundi 2 septembre 2013 11:31 GMT", "2013-09-02"),
        ("jeudi 1er août 2002", "2002-08-01"),
        ("30 DECEMBRE 2011", "2011-12-30"),
        ("Monde, vendredi 10 juin 2016, p. 12", "2016-06-10"),
        ("8 de junio de 2016", "2016-06-08"),
        ("martes 8 marzo 2016 10:00 PM GMT", "2016-03-08"),
        ("5 Fevereiro 2010", "2010-02-05"),
        ("9 maggio 1998", "1998-05-09"),
        ("zaterdag 14 mei 2022", "2022-05-14"),
        ("2014年10月7日", "2014-10-07"),
        ("25.03.2017", "2017-03-25"),
    ],
)
def test_months_of_other_languages(line: str, day: str) -> None:
    assert header_day(line) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 21, 2023", "2023-05-21"),
        ("July 2, 2019 Tuesday 9:20 AM GMT", "2019-07-02"),
        ("November 12, 2019 Tuesday, Pune Edition", "2019-11-12"),
        ("Thursday, March 23, 2017, Late Edition - Final", "2017-03-23"),
        ("March 23, 2017, Thursday, BC cycle", "2017-03-23"),
        ("The 3rd of June 2004", "2004-06-03"),
        ("Jun. 3rd, 2004", "2004-06-03"),
        ("Sept 4, 1851", "1851-09-04"),
        ("Comment, Tuesday, March 14, 2006 495 words, p. 16", "2006-03-14"),
        ("Jun22, 2022", "2022-06-22"),
        ("May 1-7, 2017", "2017-05-01"),
        ("Oct 26-Nov 1, 2016", "2016-10-26"),
        ("2015-11-30T23:30:00-05:00", "2015-11-30"),
        ("12\u00a0April\u00a02016", "2016-04-12"),
    ],
)
def test_english_dates_among_other_words(line: str, day: str) -> None:
    assert header_day(line) == day


@pytest.mark.parametrize(
    "line",
    [
        "",
        "March 2017",
        "22 March",
        "Copyright 2017 Andes Wire",
        "31 February 2017",
        "03/04/2017",
        "2017-13-40",
        "12 officers 2017",
        "Section 3 Decade 2017",
        "news·20170315·HP·0q1503",
        "1.212 Mai 2017",
        "22 March 20171",
    ],
)
def test_no_date_without_day_month_and_year(line: str) -> None:
    assert header_day(line) is None


def test_the_first_date_counts() -> None:
    assert header_day("4 May 2016, correction of 1 May 2016") == "2016-05-04"
    assert header_day("31 June 2016, 1 July 2016") == "2016-07-01"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("24 March 2017", "2017-03-24"),
        ("  Freitag,  24. März 2017 ", "2017-03-24"),
        ("Friday March 24, 2017", "2017-03-24"),
        ("24 March 2017 23:32", None),
        ("Talks of 24 March 2017", None),
        ("Talks ended on 24 March 2017", None),
    ],
)
def test_a_line_that_is_only_a_date(line: str, day: str | None) -> None:
    assert only_day(line) == day


@given(st.text(alphabet="1Mai .,-–/de\u00a0年月2016", max_size=300))
def test_any_line_has_a_day_or_none(line: str) -> None:
    assert only_day(line) in {None, header_day(line)} or header_day(line)


@pytest.mark.parametrize("piece", ["1", "a", " ", "1 ", "a1", "Mai 1-", "1 de "])
def test_a_long_line_takes_no_time(piece: str) -> None:
    assert header_day(piece * 200_000) is None
