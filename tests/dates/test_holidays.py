"""Holidays of every country that the library knows, against the library itself, and where feasts differ."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import holidays as library
import pycountry
import pytest

from factx.base import lexicon
from factx.dates import days, find
from factx.dates.anchor import Land
from factx.dates.holidays import holiday, holiday_days
from factx.dates.listed_holidays import days_named, names_in

YEARS = (2006, 2023)
COUNTRIES = sorted(library.list_supported_countries(include_aliases=False))
LOCALIZED = library.list_localized_countries(include_aliases=False)
EIDS_BEGIN_BEFORE = {"PK", "OM", "QA", "SD", "SY", "YE"}
"""Countries where the library calls days off before the Eids by their names."""
NAMES = ("Independence Day", "Republic Day", "National Day", "Eid al-Fitr", "Eid al-Adha", "Ashura", "Diwali")
EASTER = {"Good Friday": -2, "Holy Saturday": -1, "Easter Sunday": 0, "Easter Monday": 1}


def raw(country: str, year: int) -> dict[str, list[date]]:
    """The library's titles of a year, one by one, as it writes them."""
    language = "en_US" if "en_US" in LOCALIZED.get(country, []) else None
    listed = library.country_holidays(country, years=[year], language=language)
    found: dict[str, list[date]] = {}
    for day, titles in sorted(listed.items()):
        for title in titles.split("; "):
            found.setdefault(title, []).append(day)
    return found


def named(titles: dict[str, list[date]], name: str) -> list[date]:
    return sorted([*titles.get(name, []), *titles.get(f"{name} (estimated)", [])])


@pytest.fixture(scope="module")
def listed() -> list[tuple[str, int, dict[str, list[date]]]]:
    return [(country, year, raw(country, year)) for country in COUNTRIES for year in YEARS]


def iso3(code: str) -> str:
    found = pycountry.countries.get(alpha_2=code)
    return found.alpha_3 if found is not None else code


def test_every_holiday_is_the_one_that_the_library_lists(listed: list[tuple[str, int, dict[str, list[date]]]]) -> None:
    checked = 0
    for code, year, titles in listed:
        for name in NAMES:
            expected = named(titles, name)
            if expected and expected[0] > date(year, 1, 4):  # else the feast may have begun the year before
                checked += 1
                got = holiday(name.lower(), year, iso3(code))
                assert got in expected, (code, year, name)
                own = expected[
                    name == "Ashura" and expected[1:2] == [expected[0] + timedelta(days=1)]
                ]  # behind its eve
                if code not in EIDS_BEGIN_BEFORE or not name.startswith("Eid"):
                    assert got == own, (code, year, name)
    assert checked > 600


def test_easter_is_kept_by_the_calendar_of_the_country(listed: list[tuple[str, int, dict[str, list[date]]]]) -> None:
    for code, year, titles in listed:
        for name, step in EASTER.items():
            expected = titles.get(name, [])
            if expected and expected[0] in {
                day + timedelta(step) for day in (days.easter(year), days.orthodox_easter(year))
            }:
                assert holiday(name.lower(), year, iso3(code)) == expected[0], (code, year, name)


def test_days_that_only_some_country_keeps_are_those_of_the_library(
    listed: list[tuple[str, int, dict[str, list[date]]]],
) -> None:
    names = lexicon.words("dates/listed_feasts", "name")
    checked = 0
    for code, year, titles in listed:
        kept: dict[str, list[date]] = {}
        for title, days_of_title in titles.items():
            of_title, moved = names_in(title)
            for name in names.intersection(() if moved else of_title):
                kept.setdefault(name, []).extend(days_of_title)
        for name, expected in kept.items():
            checked += 1
            assert {holiday(name, year, iso3(code)), holiday(name.replace("'", "’"), year, iso3(code))} <= {*expected}
    assert checked > 400


def test_days_of_some_country_are_no_days_elsewhere() -> None:
    kept = {name: holiday(name, 2023, "USA") for name in ("moi day", "heroes and foreparents day", "king's birthday")}
    assert set(kept.values()) == {None}
    assert holiday("national independence day", 2016, "KEN") == date(2016, 12, 12)


def in_texts() -> Iterator[tuple[str, str, date]]:
    for code in COUNTRIES:
        for name in ("Independence Day", "National Day", "Eid al-Fitr"):
            if name.startswith("Eid") and code in EIDS_BEGIN_BEFORE:
                continue
            for day in days_named([name.lower()], code, 2021)[:1]:
                yield code, name, day


def test_a_text_means_the_last_holiday_of_its_country() -> None:
    for code, name, day in in_texts():
        published = (day + timedelta(days=2)).isoformat()
        (found,) = find(f"Nine men were held on {name}.", published, country=iso3(code))
        assert found.value == day.isoformat(), (code, name)


@pytest.mark.parametrize(
    "name", ["christmas", "eid al-fitr", "eid al-adha", "ashura", "chinese new year", "easter", "passover"]
)
@pytest.mark.parametrize("country", [None, "BGD", "RUS", "USA", "ETH", "IDN", "FJI"])
def test_a_feast_comes_every_year(name: str, country: str | None) -> None:
    for year in range(1995, 2030):
        found = holiday_days(name, (year,), [(country,) if country else ()])
        assert 1 <= len(found) <= 2
        assert all(day.year == year for day in found)


def test_codes_of_three_letters_are_those_of_iso() -> None:
    for country in pycountry.countries:
        if country.alpha_2 in COUNTRIES:
            names = [name for title in raw(country.alpha_2, 2023) for name in names_in(title)[0]]
            assert days_named(names, country.alpha_3, 2023) == days_named(names, country.alpha_2, 2023)
            assert not names or days_named(names, country.alpha_3, 2023)


NATIONAL_DAYS = csv.DictReader((Path(__file__).parent / "cases" / "national_days.csv").read_text("utf-8").splitlines())


@pytest.mark.parametrize("row", [pytest.param(row, id=" ".join(row.values())) for row in NATIONAL_DAYS])
def test_days_of_nations_as_almanacs_have_them(row: dict[str, str]) -> None:
    published = (date.fromisoformat(row["day"]) + timedelta(days=3)).isoformat()
    (found,) = find(f"Nine men were held on {row['name']}.", published, country=row["country"])
    assert found.value == row["day"]


@pytest.mark.parametrize(
    ("name", "year", "country", "day"),
    [
        ("christmas day", 2022, "EGY", "2022-01-07"),  # the library has only the day off, 6 January
        ("armed forces day", 2021, "EGY", "2021-10-06"),
        ("victory day", 2023, "BGD", "2023-12-16"),
    ],
)
def test_a_fixed_day_that_was_put_off_is_itself(name: str, year: int, country: str, day: str) -> None:
    assert holiday_days(name, (year - 1, year, year + 1), [(country,)])[1].isoformat() == day


def test_a_year_that_the_library_knows_in_part_goes_by_without_a_warning(recwarn: pytest.WarningsRecorder) -> None:
    assert holiday("republic day", 1992, "IND") == date(1992, 1, 26)
    assert not recwarn.list


def test_kosovo_has_its_holidays() -> None:
    assert holiday("independence day", 2019, "XKX") == date(2019, 2, 17)


@pytest.mark.parametrize(
    ("title", "names", "moved"),
    [
        ("Eid al-Adha (observed, estimated)", ["eid al-adha"], True),
        ("Chinese New Year (Spring Festival)", ["chinese new year", "spring festival"], False),
        ("Basant Panchami / Shri Panchami", ["basant panchami", "shri panchami"], False),
        ("Christmas Eve (from 2pm)", ["christmas eve"], False),
        ("Visakha Bucha (in lieu)", ["visakha bucha"], True),
    ],
)
def test_titles_are_taken_apart(title: str, names: list[str], moved: bool) -> None:
    assert names_in(title) == (names, moved)


NAMED = [
    # possessive before the article's country, that before the sentence's, that before the dateline's
    ("Fireworks lit Lima on Chile’s Independence Day.", "PER", None, [("Chile", "CHL")], "2021-09-18"),
    ("Fireworks lit Lima on Independence Day.", "PER", "CHL", [("Lima", "PER")], "2021-07-28"),
    ("On Independence Day, Chile held 12 men.", None, "PER", [("Chile", "CHL")], "2021-09-18"),
    ("On Independence Day 12 men were held.", None, "PER", [], "2021-07-28"),
    ("On Independence Day Chile and Peru held 12 men.", None, None, [("Chile", "CHL"), ("Peru", "PER")], None),
    (
        "Chile held 12 men. Peru was calm on Independence Day.",
        None,
        None,
        [("Chile", "CHL"), ("Peru", "PER")],
        "2021-07-28",
    ),
    ("Nine men were held on Independence Day.", None, None, [], None),
]


@pytest.mark.parametrize(("text", "country", "home", "lands", "value"), NAMED)
def test_whose_day_it_is(
    text: str, country: str | None, home: str | None, lands: list[tuple[str, str]], value: str | None
) -> None:
    spots = [Land(text.index(word), text.index(word) + len(word), code) for word, code in lands]
    found = find(text, "2021-09-30", country=country, home=home, lands=spots)
    assert [item.value for item in found] == ([value] if value else [])
