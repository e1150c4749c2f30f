"""Who holds which public office: one entry a person, with the fullest name and the state served."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factx.base import EntityMention, OfficialMention
from factx.who.layers import EntityLayers
from factx.who.officials import country as served_country
from factx.who.officials.office_names import TitledName
from factx.who.officials.titles import is_former, title


def find_officials(layers: EntityLayers, titled_names: Sequence[TitledName]) -> list[OfficialMention]:
    """One entry per person with a public office, in order of introduction; ``scene`` must know the linked
    names.
    """
    chosen: dict[str, TitledName] = {}
    for titled in titled_names:
        named = _linked(layers, titled)
        if named is None:
            continue
        held = chosen.get(named.key)
        if held is None or _says_more(layers, titled, held):
            chosen[named.key] = titled
    layers.held = _held(layers, chosen)
    return [_holder(layers, key, titled) for key, titled in chosen.items()]


def _held(layers: EntityLayers, chosen: Mapping[str, TitledName]) -> dict[tuple[str, str], str]:
    """Who holds which office of a nation by the text's own word; a nation has one president at a time."""
    found: dict[tuple[str, str], str] = {}
    for key, titled in chosen.items():
        nation = titled.employer.nation
        if nation is not None and not is_former(layers, titled.office):
            found.setdefault((title(layers, titled.office, titled.employer.tokens).lower(), nation), key)
    return found


def _linked(layers: EntityLayers, titled: TitledName) -> EntityMention | None:
    span = layers.people.get(titled.end - 1) or layers.people.get(titled.start)
    return span.mention if span is not None else None


def _says_more(layers: EntityLayers, new: TitledName, old: TitledName) -> bool:
    """True if a later introduction says more: the full name where the first had a short one, an office for
    a rank.
    """
    longer = new.end - new.start > 1 >= old.end - old.start
    if longer and new.position <= 1:
        return True
    better = old.office.is_rank > new.office.is_rank or is_former(layers, old.office) > is_former(layers, new.office)
    return better and new.end - new.start >= old.end - old.start


def _holder(layers: EntityLayers, key: str, titled: TitledName) -> OfficialMention:
    named = _linked(layers, titled)
    span = layers.doc[titled.start : titled.end]
    employer = titled.employer
    organisation = layers.text(*employer.tokens) if employer.tokens is not None else None
    inside = named is not None and span.start_char <= named.start_char and named.end_char <= span.end_char
    start, end = (
        (named.start_char, named.end_char) if named is not None and inside else (span.start_char, span.end_char)
    )
    return OfficialMention(
        start,
        end,
        key,
        named.name if named is not None else span.text,
        title(layers, titled.office, employer.tokens),
        served_country.country(layers, titled, key),
        organisation,
        is_former(layers, titled.office),
    )
