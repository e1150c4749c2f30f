"""Officials: one entry per person with a public office, with the fullest name and the state served.

Of several introductions of a person the first counts, unless a later one has the full name in place
of a short one, an office in place of a rank, or a present office in place of a former one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factx.base import EntityMention, OfficialMention
from factx.who.layers import EntityLayers
from factx.who.officials.country import country_served
from factx.who.officials.office_names import TitledName
from factx.who.officials.titles import is_former, title


def find_officials(layers: EntityLayers, titled_names: Sequence[TitledName]) -> list[OfficialMention]:
    """Return an official per person, in order of introduction; ``layers.people`` are the linked names."""
    chosen: dict[str, TitledName] = {}
    for titled in titled_names:
        named = _linked(layers, titled)
        if named is None:
            continue
        held = chosen.get(named.key)
        if held is None or _says_more(layers, titled, held):
            chosen[named.key] = titled
    layers.held = _held(layers, chosen)
    return [_official(layers, key, titled) for key, titled in chosen.items()]


def _held(layers: EntityLayers, chosen: Mapping[str, TitledName]) -> dict[tuple[str, str], str]:
    """Map office and nation to the person who holds it; a nation has one president at a time."""
    found: dict[tuple[str, str], str] = {}
    for key, titled in chosen.items():
        nation = titled.employer.nation
        if nation is not None and not is_former(layers, titled.office):
            found.setdefault((title(layers, titled.office, titled.employer.organisation).lower(), nation), key)
    return found


def _linked(layers: EntityLayers, titled: TitledName) -> EntityMention | None:
    """Return the person that a titled name is linked to, or None."""
    span = layers.people.get(titled.end - 1) or layers.people.get(titled.start)
    return span.mention if span is not None else None


def _says_more(layers: EntityLayers, new: TitledName, old: TitledName) -> bool:
    """True if a later introduction has a full name for a short one, or an office for a rank or former one."""
    longer = new.end - new.start > 1 >= old.end - old.start
    if longer and new.position != "predicate":
        return True
    better = old.office.is_rank > new.office.is_rank or is_former(layers, old.office) > is_former(layers, new.office)
    return better and new.end - new.start >= old.end - old.start


def _official(layers: EntityLayers, key: str, titled: TitledName) -> OfficialMention:
    """Return the official that a titled name introduces; its span is the name that is linked."""
    named = _linked(layers, titled)
    span = layers.doc[titled.start : titled.end]
    employer = titled.employer
    organisation = layers.text(*employer.organisation) if employer.organisation is not None else None
    start, end = (span.start_char, span.end_char) if named is None else (named.start_char, named.end_char)
    return OfficialMention(
        start,
        end,
        key,
        named.name if named is not None else span.text,
        title(layers, titled.office, employer.organisation),
        country_served(layers, titled, key),
        organisation,
        is_former(layers, titled.office),
    )
