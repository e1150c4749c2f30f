"""Where places are: nation, first-level unit and coordinates, or nothing where namesakes leave doubt.

It is decided in this order:

1. what the name itself says: a nation, a state or province, also abbreviated ("Ga.", "Ont."),
   behind its comma or "in"; of several units of one abbreviation the one that has such a town;
2. the nations and units that the article speaks of: a namesake in one that has much of its
   attention counts far more than elsewhere, and a small place counts nowhere else;
3. how well known the namesakes are, by inhabitants and by the names that GeoNames has for them:
   one must be far ahead of the next nation's, or the place stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from factx.who.candidates import (
    called,
    is_province,
    lies_in,
    nations_in,
    places_of,
    unit_before,
    units_without_noun,
    wide_behind,
)
from factx.who.gazetteer import Place, plain
from factx.who.namesakes import NOWHERE, WIDE, Interest, Where, chosen, is_well_known
from factx.who.place_names import Piece, listed, nested

__all__ = ["NOWHERE", "Attention", "Where", "country_of_place", "is_province", "key", "locate", "unit_before"]

_EVEN_SHARE = 0.5
"""Attention of each nation where the shares are not known."""
_BESIDE_NAME = frozenset({"around", "clinic", "within", "street"})
"""Sorts of things that tell no more than the place that they are in."""
_BESIDE = re.compile(r"\b(?:north|south|east|west)\w*\s+(?:of|from)\b|\b(?:km|kilomet\w+|miles?)\b", re.IGNORECASE)
"""Words after which a place is only near: which unit it is in is not known."""

Attention = Mapping[str, float] | Collection[str]
"""Shares of nations (ISO alpha-3) and units (ISO 3166-2) in an article, or some nations without shares."""


def country_of_place(name: str, attention: Attention = ()) -> str | None:
    """ISO alpha-3 of the nation of a place or of a nation's own name; None where unclear.

    >>> country_of_place("Lahore"), country_of_place("Birmingham", {"USA"}), country_of_place("Atlantis")
    ('PAK', 'USA', None)
    """
    return locate(name, attention).iso3


def locate(
    name: str, attention: Attention = (), *, behind: str = "", named: Mapping[str, str | None] | None = None
) -> Where:
    """Return where a place is, as far as its name, the text ``behind`` it and the article tell.

    ``named`` are the nations that the text names within the name, by their wording; without it they are
    looked for in the name alone. Places of a list must agree.

    >>> locate("Athens, Ga.").admin1, locate("Athens", behind=", Ga., on Monday").iso3, locate("a bar").iso3
    ('US-GA', 'USA', None)
    """
    interest = (
        Interest(attention)
        if isinstance(attention, Mapping)
        else Interest(dict.fromkeys(attention, _EVEN_SHARE), whole=False)
    )
    inside = nations_in(name) if named is None else named
    parts = _with_units(listed(name), inside)
    if len(parts) == 1 or name in inside or called(plain(name)):
        return _one(name, interest, inside, behind)
    found = [_one(part, interest, inside, behind if part == parts[-1] else "") for part in parts]
    return _agreed(found)


def _with_units(parts: Sequence[str], inside: Mapping[str, str | None]) -> Sequence[str]:
    """Return the places of a list with their units, where the last has one.

    >>> _with_units(("Salem", "Ore.", "Boise, Idaho"), {}), _with_units(("Mosul", "Erbil"), {})
    (['Salem, Ore.', 'Boise, Idaho'], ('Mosul', 'Erbil'))
    """
    if "," not in parts[-1]:
        return parts
    joined: list[str] = []
    for part in parts:
        wide = bool(joined) and "," not in joined[-1] and wide_behind(f", {part}", inside) == part
        if wide and not wide_behind(f", {joined[-1]}", inside):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _one(name: str, interest: Interest, inside: Mapping[str, str | None], behind: str) -> Where:
    """Return where one place is; a unit behind it counts unless a list goes on ("Paris, London and")."""
    wide = wide_behind(behind, inside) if behind else ""
    if wide:
        found = _nested(f"{name}, {wide}", interest, {**inside})
        if found is not None:
            return found
    found = _nested(name, interest, inside)
    return found or NOWHERE


def _nested(phrases: str, interest: Interest, known: Mapping[str, str | None]) -> Where | None:
    """Return where a name is by its pieces, from the widest; None if they are not within one another."""
    current: list[Place] = []
    stated = False
    pieces = nested(phrases)
    if len(pieces) == 1 and pieces[0].is_bare_noun:
        return NOWHERE
    for at, piece in enumerate(pieces):
        own = places_of(piece, known, phrases, followed=at < len(pieces) - 1)
        if piece.owns and not own:
            return NOWHERE
        if not own or (current and (piece.sort in _BESIDE_NAME or _are_nation_of(own, current))):
            continue
        narrower = _narrowed(current, own, interest) if current else _of_kind(piece, own, interest)
        if narrower is None:
            return None
        stated = stated or bool(current)
        current = narrower
    found = chosen(current, interest, stated, len(pieces[-1].whole.split()) if pieces else 0)
    return Where(found.iso3, stated=stated) if len(pieces) == 1 and _BESIDE.search(phrases) else found


def _of_kind(piece: Piece, own: list[Place], interest: Interest) -> list[Place]:
    """Return of a unit's namesakes those in nations that call theirs so, unless the article tells.

    The state of Punjab is India's, the province Pakistan's; the Eastern Region is Uganda's, and
    Ghana's where the article speaks of Ghana.
    """
    if any(interest.shares.get(place.iso3) for place in own):
        return own
    near = [place for place in units_without_noun(piece) if interest.shares.get(place.iso3)]
    if near:
        return near
    return [place for place in own if place.iso3 in piece.nations_of_kind] or own


def _narrowed(wide: list[Place], own: list[Place], interest: Interest) -> list[Place] | None:
    """Return a piece's places within wider ones, those if it is no known place; None if it is elsewhere."""
    within = [place for place in own if any(lies_in(place, other) for other in wide)]
    if within or any(place.sort == "state" for place in wide):
        return within or wide
    nation = chosen(wide, interest, stated=True, words=0).iso3
    if nation is not None and nation == chosen(own, interest, stated=False, words=0).iso3:
        return [place for place in own if place.iso3 == nation]
    is_wide = any(place.sort in WIDE for place in wide)
    return wide if is_wide and not any(is_well_known(place) for place in own) else None


def _are_nation_of(own: Sequence[Place], current: Sequence[Place]) -> bool:
    """True for the nation of what is already known more narrowly ("the Iraqi town of Sinjar")."""
    return any(place.sort == "nation" and place.iso3 == other.iso3 for place in own for other in current)


def _agreed(found: Sequence[Where]) -> Where:
    """What all places of a list have in common; nothing if one of them is unknown."""
    codes = {where.iso3 for where in found}
    units = {where.admin1 for where in found}
    return Where(
        found[0].iso3 if len(codes) == 1 else None,
        found[0].admin1 if len(codes) == len(units) == 1 else None,
        stated=all(where.stated for where in found),
    )


def key(name: str, code: str | None = None) -> str:
    """The identity of a place; ``code`` is that of its unit or nation, as namesakes elsewhere are others."""
    return f"place:{plain(name)}" if code is None else f"place:{plain(name)}:{code}"
