"""Organisations by name: aliases are one body, short names need their nation, acronyms follow their definition."""

from __future__ import annotations

import pytest

from factx.who.organisations import body_named, definitions, find_organisations, key

FOUND = [
    ("aliases of one group", "ISIS, ISIL and Daesh fled.", "", ["islamic state"] * 3),
    ("aliases of one body", "U.N. staff and the United Nations agreed.", "", ["united nations"] * 2),
    ("the longer name wins", "The UN Security Council met.", "", ["un security council"]),
    ("car maker is no army", "KIA sold more cars.", "", []),
    ("army beside its nation", "KIA fighters left the town.", "MMR", ["kachin independence army"]),
    ("national agency elsewhere", "The ABS panel cracked.", "PER", []),
    ("national agency at home", "The ABS counted fewer births.", "AUS", ["australian bureau of statistics"]),
    ("healthy diet", "Diet and exercise help.", "PER", []),
    ("the Diet of Japan", "The Diet passed the bill.", "JPN", ["diet"]),
    ("shouted sentence", "THE FLOOD IS OVER AND THE ROAD IS OPEN.", "", []),
    ("verb in a title", "What Is Next for Peru", "PER", []),
    (
        "definition beats the lexicon",
        "The Institute of Surveyors (IS) met. IS members left.",
        "",
        ["institute of surveyors"] * 3,
    ),
    ("typographic apostrophe", "Kurdistan Workers’ Party men left.", "TUR", ["pkk"]),
]


@pytest.mark.parametrize(("phenomenon", "text", "nations", "wanted"), FOUND, ids=[case[0] for case in FOUND])
def test_known_bodies(phenomenon: str, text: str, nations: str, wanted: list[str]) -> None:
    found = find_organisations(text, frozenset(filter(None, nations.split("|"))))
    assert [named.key for named in found] == [f"organisation:{name}" for name in wanted]
    assert all(text[named.start_char : named.end_char] == named.text for named in found)


DEFINED = [
    ("The Relief and Works Agency (RWA) left.", {"RWA": "Relief and Works Agency"}),
    ("Officials of the National Weather Office (NWO) agreed.", {"NWO": "National Weather Office"}),
    ("The Front for the Liberation of the Coast (FLC) fired.", {"FLC": "Front for the Liberation of the Coast"}),
    ("The mayor (a doctor) left (OK).", {}),
    ("Prices rose by nine percent (YOY).", {}),
    ("Ana Silva (PSD) voted against.", {}),
]


@pytest.mark.parametrize(("text", "wanted"), DEFINED)
def test_acronyms_that_a_text_defines(text: str, wanted: dict[str, str]) -> None:
    assert definitions(text) == wanted


def test_every_alias_leads_to_one_body() -> None:
    assert {key(name) for name in ("UN", "U.N.", "the United Nations", "The UN")} == {"organisation:united nations"}
    assert body_named("Nato") == body_named("NATO")
    assert body_named("Nobody at all") is None


def test_no_alias_belongs_to_two_bodies() -> None:
    from factx.base import lexicon

    owners: dict[str, str] = {}
    for row in lexicon.read("who/organisations"):
        for alias in filter(None, [row["name"], *row["aliases"].split("|")]):
            assert owners.setdefault(alias, row["name"]) == row["name"], alias
