"""Who holds which public office: one entry a person, with the fullest name and the state served."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factx.base import EntityMention, OfficialMention
from factx.who.layers import Scene
from factx.who.officials import country as state_served
from factx.who.officials.office_names import Bearer
from factx.who.officials.titles import is_former, title


def find_officials(scene: Scene, bearers: Sequence[Bearer]) -> list[OfficialMention]:
    """One entry per person with a public office, in order of introduction; ``scene`` must know the linked names."""
    chosen: dict[str, Bearer] = {}
    for bearer in bearers:
        named = _linked(scene, bearer)
        if named is None:
            continue
        held = chosen.get(named.key)
        if held is None or _says_more(scene, bearer, held):
            chosen[named.key] = bearer
    scene.held = _held(scene, chosen)
    return [_holder(scene, key, chosen) for key in chosen]


def _held(scene: Scene, chosen: Mapping[str, Bearer]) -> dict[tuple[str, str], str]:
    """Who holds which office of a nation by the text's own word; a nation has one president at a time."""
    found: dict[tuple[str, str], str] = {}
    for key, bearer in chosen.items():
        nation = bearer.service.nation
        if nation is not None and not is_former(scene, bearer.office):
            found.setdefault((title(scene, bearer.office, bearer.service.tokens).lower(), nation), key)
    return found


def _linked(scene: Scene, bearer: Bearer) -> EntityMention | None:
    stretch = scene.people.get(bearer.end - 1) or scene.people.get(bearer.start)
    return stretch.named if stretch is not None else None


def _says_more(scene: Scene, new: Bearer, old: Bearer) -> bool:
    """Whether a later introduction says more: the full name where the first had a short one, an office for a rank."""
    longer = new.end - new.start > 1 >= old.end - old.start
    if longer and new.rank <= 1:
        return True
    better = old.office.is_rank > new.office.is_rank or is_former(scene, old.office) > is_former(scene, new.office)
    return better and new.end - new.start >= old.end - old.start


def _holder(scene: Scene, key: str, chosen: dict[str, Bearer]) -> OfficialMention:
    bearer = chosen[key]
    named = _linked(scene, bearer)
    span = scene.doc[bearer.start : bearer.end]
    service = bearer.service
    organisation = scene.text(*service.tokens) if service.tokens is not None else None
    inside = named is not None and span.start_char <= named.start_char and named.end_char <= span.end_char
    start, end = (
        (named.start_char, named.end_char) if named is not None and inside else (span.start_char, span.end_char)
    )
    return OfficialMention(
        start,
        end,
        key,
        named.name if named is not None else span.text,
        title(scene, bearer.office, service.tokens),
        state_served.country(scene, bearer, chosen, key),
        organisation,
        is_former(scene, bearer.office),
    )
