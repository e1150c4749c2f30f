"""3 tag: nations, persons, organisations and places, officials, and what refers back to them."""

from factx.who import nations
from factx.who.find import Who, find_who
from factx.who.lookup import country_of, key_of
from factx.who.places import country_of_place

__all__ = ["Who", "country_of", "country_of_place", "find_who", "key_of", "nations"]
