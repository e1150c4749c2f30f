"""3 tag: nations, persons, organisations and places, officials, and what refers back to them."""

from factx.who import nations
from factx.who.article_country import article_nations
from factx.who.find import Who, find_who
from factx.who.located import PlaceIndex
from factx.who.lookup import country_of, key_of
from factx.who.organisations import body_named, is_international
from factx.who.organisations import key as key_of_body
from factx.who.places import Where, country_of_place
from factx.who.seats import nation_of_body, nation_of_seat
from factx.who.source_types import source_type

__all__ = [
    "PlaceIndex",
    "Where",
    "Who",
    "article_nations",
    "body_named",
    "country_of",
    "country_of_place",
    "find_who",
    "is_international",
    "key_of",
    "key_of_body",
    "nation_of_body",
    "nation_of_seat",
    "nations",
    "source_type",
]
