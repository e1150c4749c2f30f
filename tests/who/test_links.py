"""What a phrase names: the one nation in it, the entity it ends with, the nation a place lies in."""

from __future__ import annotations

import pytest

from factx.base.mentions import ArticleContext
from factx.who import country_of, country_of_place, key_of
from tests.who.conftest import Parse

PHRASES = [
    ("Malaysian police", "MYS"),
    ("police in Saudi Arabia", "SAU"),
    ("Export-Import Bank of China", "CHN"),
    ("Turkish authorities", "TUR"),
    ("US State Department", "USA"),
    ("Shanghai police", None),
    ("Washington police", None),
    ("government", None),
    ("U.S. and British forces", None),
    ("Saudi-led coalition", "SAU"),
    ("Sweden-based firm", "SWE"),
    ("Saudi-backed militia", None),
    ("Iranian-backed militia", None),
    ("members of the European Union", None),
]


@pytest.mark.parametrize(("phrase", "iso3"), PHRASES)
def test_the_one_nation_of_a_phrase(phrase: str, iso3: str | None) -> None:
    assert country_of(phrase) == iso3


def test_mentions_in_the_article_settle_a_phrase(parse: Parse) -> None:
    text = "Police in Brazzaville said Congo would pay. Congolese police agreed."
    mentions = parse(text, ArticleContext()).mentions
    start = text.index("Congolese police")
    assert country_of("Congolese police", mentions, (start, start + 16)) == "COG"


def test_the_entity_of_a_span_is_the_one_it_ends_with(parse: Parse) -> None:
    text = "Kenyan Foreign Minister Amina Odhiambo met the World Food Programme."
    mentions = parse(text, ArticleContext()).mentions
    assert key_of((0, text.index(" met")), mentions) == "person:amina odhiambo"
    assert key_of((text.index("World"), len(text) - 1), mentions) == "organisation:world food programme"
    assert key_of((7, 14), mentions) is None


PLACES = [
    ("Lahore", (), "PAK"),
    ("Birmingham", (), "GBR"),
    ("Birmingham, Alabama", (), "USA"),
    ("Tripoli", (), "LBY"),
    ("Mosul, Iraq", (), "IRQ"),
    ("northern Gujarat", (), "IND"),
    ("Kabul province", (), "AFG"),
    ("New Hampshire", (), "USA"),
    ("Santa Barbara County", (), "USA"),
    ("San José", ("CRI",), "CRI"),
    ("San José", (), None),
    ("Darfur", (), "SDN"),
    ("Donbas", (), "UKR"),
    ("Iraq", (), "IRQ"),
    ("Georgia", ("USA",), "GEO"),
    ("Atlanta, Georgia", (), "USA"),
    ("Gardens in Leeds", (), "GBR"),
    ("Africa", (), None),
    ("Mediterranean Sea", (), None),
    ("Kashmir", (), None),
    ("Iraq and Syria", (), None),
    ("house", (), None),
    ("Atlantis", (), None),
    ("", (), None),
]


@pytest.mark.parametrize(("name", "mentioned", "iso3"), PLACES)
def test_the_nation_of_a_place(name: str, mentioned: tuple[str, ...], iso3: str | None) -> None:
    assert country_of_place(name, mentioned) == iso3
