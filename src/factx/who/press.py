"""The nation of a publisher: by its web host, its known name, or the nation or city in its name."""

from __future__ import annotations

import re
from functools import lru_cache

from factx.base import lexicon
from factx.who import nations, places
from factx.who.words import TITLE_WORDS

_WEB = re.compile(r"https?://(?P<host>[\w.-]{1,80})(?:/|$)")
_NOTE = re.compile(r"(?:(?<!\s)\s++)?\([^)]{0,99}\)|,.*")
"""What a catalogue adds to a newspaper's name: "The Standard (Nairobi)", "The Times, London"."""


def nation_of_press(publisher: str | None, address: str | None = None) -> str | None:
    """ISO alpha-3 of the nation that a publisher writes for; None for world agencies and unknown ones.

    ``address`` is the article's web address.

    >>> nation_of_press("The Straits Times"), nation_of_press("Fiji Times"), nation_of_press("Sydney Star")
    ('SGP', 'FJI', 'AUS')
    >>> nation_of_press("Reuters"), nation_of_press(None, "https://www.thetimes.co.uk/a")
    (None, 'GBR')
    """
    name = publisher or ""
    web = _WEB.search(name) or _WEB.search(address or "")
    return _of_name(name) or (_of_host(web["host"].lower()) if web else None)


def _of_host(host: str) -> str | None:
    """The nation in a host's name or domain ("cbc.ca"), else that of the paper it is called after."""
    papers = {name.replace(" ", ""): iso3 for name, iso3 in _newspapers().items()}
    found = (papers.get(label) or papers.get(label.removeprefix("the")) for label in host.split("."))
    return nations.of_host(host) or next((iso3 for iso3 in found if iso3), None)


@lru_cache(maxsize=1000)
def _of_name(name: str) -> str | None:
    for known in (name, _NOTE.sub("", name)):
        if (iso3 := _newspapers().get(_plain(known))) is not None:
            return iso3
    named = {found.iso3 for found in nations.find_nations(name)}
    return _only(named) if named else _of_city(_NOTE.sub("", name).split())


def _of_city(words: list[str]) -> str | None:
    """The nation of the city that a paper is called after ("Boston Globe", "The Lagos Times")."""
    own = words[1:] if words and words[0] == "The" else words
    if len(own) > 1 and own[-1].lower() in TITLE_WORDS["press"]:
        return places.country_of_place(" ".join(own[:-1]))
    return None


@lru_cache(maxsize=1)
def _newspapers() -> dict[str, str]:
    return {_plain(row["name"]): row["iso3"] for row in lexicon.read("who/newspapers")}


def _plain(name: str) -> str:
    return re.sub(r"^the\s", "", name.replace("’", "'").strip().lower())


def _only(codes: set[str | None]) -> str | None:
    return codes.pop() if len(codes) == 1 else None
