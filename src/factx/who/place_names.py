"""What the name of a place is made of: places in a list, places within one another, what sort each is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factx.base import lexicon
from factx.who.gazetteer import places_called, plain

SORTS = lexicon.classes("who/place_sorts")
"""Nouns that say what sort of place a name is of, by class."""
WORLD_REGIONS = lexicon.words("who/world_regions", "name")
"""Parts of the world wider than a nation, which are no nation's."""
_REGIONS = frozenset(plain(row["name"]) for row in lexicon.read("who/regions"))
"""Names that no sort ends: the West Bank is no bank."""
_NATIONS_OF = frozenset(plain(row["name"]) for row in lexicon.read("who/nations") if " of " in row["name"])
"""Names of nations with "of" in them, which no noun parts: "Democratic Republic of Congo"."""
_REMEMBERED = 10_000
"""Names whose pieces are kept: an article has each of its own many times."""
_LISTED = re.compile(r"(?:,|(?<!\s))\s++(?:and|&|or)\s+")
_WITHIN = re.compile(r"(?:(?<!\s)\s++)?,\s*|(?<!\s)\s++(?:in|near|on|at|outside|inside|around|from)\s+(?:the\s+)?")
_OWNED = re.compile(r"(?<=['’]s)\s+|(?<=s['’])\s+")
_OWNING = re.compile(r"(?:['’]s|(?<=s)['’])$")
_BRACKETS = re.compile(r"(?:(?<!\s)\s++)?\([^()]*\)")
_OF = re.compile(r"(?<!\S)(?P<before>\S++)\s+of\s+(?:the\s+)?")
_SORTING = frozenset({"unit", "part", "town", "street"})
"""Sorts of the nouns before "of" that say what the name behind is: "the state of Gujarat"."""
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|an|at|ad|az|le|la|les|de|d|l)[-'’]?", re.IGNORECASE)
_DIRECTIONS = re.compile(
    r"^(?:(?:north|south|east|west|central|mid|upper|lower|greater|inner|outer|downtown|rural)"
    r"(?:-?east|-?west)?(?:ern)?)[\s-]+(?=\S)",
    re.IGNORECASE,
)


KINDS = lexicon.classes("who/unit_kinds", by="kind", column="iso3")
"""Nations by what they call their units: "canton", "state"."""


class Piece(NamedTuple):
    """One place of a nested name: its words without what they are, as ``plain`` spells them.

    ``whole`` has all its words; ``sort`` is the class of its noun (``place_sorts.csv``), or empty. What
    ``owns`` the next piece ("Chad's north") must be a place, lest a shop's name be taken for one.
    """

    whole: str
    name: str
    sort: str
    owns: bool = False

    @property
    def is_bare_noun(self) -> bool:
        """True for "City" and "THE COAST": there are towns called so, and nobody means them."""
        return bool(_class_of(self.whole))

    @property
    def nations_of_kind(self) -> frozenset[str]:
        """The nations that have units of the kind that its noun says; empty if it says none.

        >>> sorted(nested("canton of Jura")[0].nations_of_kind)
        ['CHE', 'LUX']
        """
        return KINDS.get(self.whole.rpartition(" ")[2], frozenset()) if self.sort == "unit" else frozenset()


@lru_cache(maxsize=_REMEMBERED)
def listed(name: str) -> tuple[str, ...]:
    """Return the places that a phrase lists: the phrase itself if it is one.

    >>> listed("Mosul, Kirkuk and Tikrit"), listed("Lima, Peru")
    (('Mosul', 'Kirkuk', 'Tikrit'), ('Lima, Peru',))
    """
    parts = _LISTED.split(_BRACKETS.sub("", name))
    if len(parts) == 1 or not all(_is_name(part) for part in parts[-1:]):
        return (name,)
    first = [item.strip() for item in parts[0].split(",")]
    items = tuple(item for item in (*first, *parts[1:]) if item.strip())
    return tuple(item for item in items if not _is_street(item)) or items


def _is_street(name: str) -> bool:
    """True for a street, of which a list need not say more than of the place of its last one."""
    return "," not in name and all(piece.sort == "street" for piece in nested(name))


@lru_cache(maxsize=_REMEMBERED)
def nested(name: str) -> tuple[Piece, ...]:
    """Return the places that one name nests, the widest first.

    >>> [piece.name for piece in nested("a club in Mvita district of Mombasa County")]
    ['mombasa', 'mvita']
    >>> nested("southern Borno state")[0]
    Piece(whole='borno state', name='borno', sort='unit', owns=False)
    """
    if _WATER_FIRST.match(name):
        return ()
    phrases: list[str] = []
    for phrase in _WITHIN.split(_BRACKETS.sub("", name)):
        phrases += _parted_by_of(phrase)
    owned = (part for phrase in reversed(phrases) for part in _parted_by_owner(phrase))
    return tuple(piece for part in owned if (piece := _piece(part)) is not None)


_WATER_FIRST = re.compile(rf"^(?:the\s+)?(?:{'|'.join(sorted(SORTS['water'], key=len, reverse=True))})\s+of\b")


def _parted_by_of(phrase: str) -> list[str]:
    """A phrase parted at each "of" behind a small or sorting word ("town of Gao", not "Port of Spain")."""
    if places_called(plain(phrase)) or plain(phrase) in _NATIONS_OF:
        return [phrase]
    for found in _OF.finditer(phrase):
        before, rest = found["before"], phrase[found.end() :]
        sort = _class_of(before.lower())
        if before[0].islower() or sort in _SORTING:
            if sort in _SORTING and not _is_name(phrase[: found.start()]) and not _OF.search(rest):
                return [f"{rest} {before.lower()}"]
            return [phrase[: found.end("before")], *_parted_by_of(rest)]
    return [phrase]


def _parted_by_owner(phrase: str) -> list[str]:
    """A phrase parted behind each owner ("Chad's north"), not one name: "Prince George's County"."""
    is_clinic = phrase.split()[-1:] and phrase.split()[-1].lower() in SORTS["clinic"] and phrase.split()[-1].istitle()
    parts = _OWNED.split(phrase)
    return [phrase] if _is_place_with_s(phrase) or (is_clinic and len(parts[-1].split()) == 1) else parts


def _piece(phrase: str) -> Piece | None:
    owner = phrase if _is_place_with_s(phrase) else _OWNING.sub("", phrase)
    words = owner.strip().split()
    while words and not _opens_name(words[0]):
        words = words[1:]
    if not words or plain(" ".join(words)) in WORLD_REGIONS or not _is_name(phrase):
        return None
    whole = " ".join(words)
    sort, named = _sorted(words)
    name = plain(_DIRECTIONS.sub("", " ".join(named)))
    return None if sort and name in WORLD_REGIONS else Piece(plain(whole), name, sort, owner != phrase)


def _is_place_with_s(phrase: str) -> bool:
    """True for names that end as owners do: "St. John's"; of one word they may be a nation's ("Oman's")."""
    return " " in phrase.strip() and bool(places_called(plain(phrase)))


def _sorted(words: list[str]) -> tuple[str, list[str]]:
    """The class of the noun beside a name, and the name: "Borno state", "rebel town Bouake"."""
    if plain(" ".join(words)) in _REGIONS:
        return "", words
    for at, word in enumerate(words[:-1]):
        if word.islower() and _class_of(word) and _opens_name(words[at + 1]):
            return _class_of(word), words[at + 1 :]
    if _class_of(words[0]) == "water":
        return "water", words[1:]
    last = _class_of(words[-1]) or _class_of(words[-1].lower())
    if not last or len(words) == 1:
        return "", words
    kept = words[:-1]
    while len(kept) > 1 and (kept[-1].islower() or _class_of(kept[-1]) == last):
        kept = kept[:-1]
    return last, kept


@lru_cache(maxsize=_REMEMBERED)
def _class_of(word: str) -> str:
    return next((name for name, words in SORTS.items() if word in words), "")


def _is_name(phrase: str) -> bool:
    """True if a phrase has a word with a capital: "a bar" is no town, whatever towns are called so."""
    return any(_opens_name(word) for word in phrase.split())


def _opens_name(word: str) -> bool:
    """True for a capital word, also behind an article that is part of it ("al-Bab")."""
    rest = _ARTICLE.sub("", word) if "-" in word or "'" in word or "’" in word else word
    return word[:1].isupper() or rest[:1].isupper()
