"""Names that stand for a state without naming it: capitals ("Tokyo pledged aid") and its bodies."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from factx.base import lexicon
from factx.who import organisations

_OWN = lexicon.table("who/seats", "name", "iso3")


def nation_of_seat(name: str) -> str | None:
    """ISO alpha-3 of the state that a capital's bare name stands for, or None.

    Capitals that stand for a union of states, or whose name other towns have as well, are left out.

    >>> nation_of_seat("Jakarta"), nation_of_seat("Bogotá"), nation_of_seat("Brussels"), nation_of_seat("Oslo police")
    ('IDN', 'COL', None, None)
    """
    return _seats().get(_plain(name))


def _plain(name: str) -> str:
    """A name without accents, for the gazetteer spells its capitals in ASCII."""
    letters = unicodedata.normalize("NFKD", " ".join(name.split()).replace("’", "'"))
    return "".join(char for char in letters if not unicodedata.combining(char))


def nation_of_body(name: str) -> str | None:
    """ISO alpha-3 of the state whose own a known organisation is, or None.

    >>> nation_of_body("Pentagon"), nation_of_body("NATO")
    ('USA', None)
    """
    body = organisations.body_named(name)
    return None if body is None else body.iso3


@lru_cache(maxsize=1)
def _seats() -> dict[str, str]:
    """The state by its capital's name."""
    capitals = {row["name"]: row["iso3"] for row in lexicon.read("who/capitals") if row["name"] not in _OWN}
    return capitals | {name: iso3 for name, iso3 in _OWN.items() if iso3}
