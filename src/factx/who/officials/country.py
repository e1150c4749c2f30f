"""The state that an official serves: named in the title, else told by body, place, chief, sentence and article."""

from __future__ import annotations

from collections.abc import Mapping

from factx.who import nations, places
from factx.who.layers import Scene
from factx.who.officials.office_names import Bearer
from factx.who.officials.titles import is_former, title

_NEAR = 1.0
_BESIDE = 0.5
_THRESHOLD = 0.3
_LOCAL = frozenset({"mayor", "deputy mayor", "governor", "deputy governor", "sheriff", "police chief", "fire chief"})


def country(scene: Scene, bearer: Bearer, chosen: Mapping[str, Bearer], key: str) -> str | None:
    """ISO alpha-3 of the state served, None where it is unclear or the body is international."""
    office, service = bearer.office, bearer.service
    if service.nation is not None:
        return service.nation
    if any(token.lower_ in {"republican", "democratic"} for token in scene.doc[max(0, office.start - 1) : office.head]):
        return "USA"
    if service.body is not None and service.body.sort in {"international", "armed_group"}:
        return service.body.iso3
    if service.body is not None and service.body.iso3 is not None:
        return service.body.iso3
    written = scene.text(*service.tokens) if service.tokens is not None else ""
    named = nations.find_nations(scene.acronyms.get(written, written))
    if named:
        return named[0].iso3
    if office.name.country is not None:
        return office.name.country
    found = _of_place(scene, bearer) or _behind_name(scene, bearer)
    if found is not None:
        return found
    if office.possessor is not None and office.possessor.named.type == "person":
        boss = chosen.get(office.possessor.named.key)
        if boss is not None and boss is not bearer:
            return country(scene, boss, {}, office.possessor.named.key)
    return _by_context(scene, bearer, key) or office.name.likely


def _of_place(scene: Scene, bearer: Bearer) -> str | None:
    """The nation of the place that the title names, also where the place is but the first words of a longer name."""
    if bearer.service.place is not None:
        found = places.country_of_place(bearer.service.place.named.text, scene.mentioned)
        if found is not None:
            return found
    office = bearer.office
    found = _of_words(scene, office.start, office.head, alone=office.name.name in _LOCAL)
    if found is None and office.end > office.head_end and scene.doc[office.head_end].lower_ == "of":
        found = _of_words(scene, office.head_end + 1, office.end, alone=True)
    return found


def _behind_name(scene: Scene, bearer: Bearer) -> str | None:
    """The nation of "Judge Ann Wall of Hawaii"."""
    at = bearer.end
    if bearer.rank > 0 or at + 1 >= len(scene.doc) or scene.doc[at].lower_ != "of":
        return None
    return scene.nation_at(at + 1) or scene.nation_at(min(at + 2, len(scene.doc) - 1))


def _of_words(scene: Scene, first: int, last: int, *, alone: bool) -> str | None:
    """The nation of the place that begins the tokens; one word must be a province, or stand ``alone``."""
    while first < last and not scene.doc[first].text[0].isupper():
        first += 1
    for end in range(min(last, first + 4), first, -1):
        name = scene.text(first, end)
        if scene.doc[end - 1].text[0].isupper() and (
            " " in name or places.is_province(name) or (alone and end == last)
        ):
            found = places.country_of_place(name, scene.mentioned)
            if found is not None:
                return found
    return None


def _by_context(scene: Scene, bearer: Bearer, key: str) -> str | None:
    """The nation that sentence, the person's other sentences and the article speak for, and that nobody else heads."""
    weights = dict(scene.shares)
    near = _nearest(scene, bearer)
    if near is not None:
        weights[near] = weights.get(near, 0.0) + _NEAR
    for iso3, share in _beside(scene, key).items():
        weights[iso3] = weights.get(iso3, 0.0) + _BESIDE * share
    if not is_former(scene, bearer.office):
        name = title(scene, bearer.office, bearer.service.tokens).lower()
        weights = {iso3: weight for iso3, weight in weights.items() if scene.held.get((name, iso3), key) == key}
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if ranked and ranked[0][1] >= _THRESHOLD else None


def _nearest(scene: Scene, bearer: Bearer) -> str | None:
    """The last nation that the sentence names before the office, unless it names two in one breath ("X and Y")."""
    doc = scene.doc
    start = doc[bearer.office.head].sent.start
    found: list[tuple[int, str]] = []
    for at in range(bearer.office.start - 1, start - 1, -1):
        iso3 = _told(scene, at)
        if iso3 is not None and not (found and found[-1] == (at + 1, iso3)):
            found.append((at, iso3))
    if not found:
        return None
    if len(found) > 1 and found[0][0] - found[1][0] <= 3 and found[0][1] != found[1][1]:
        between = doc[found[1][0] + 1 : found[0][0]].text.lower().split()
        if set(between) & {"and", ",", "or", "the"}:
            return None
    return found[0][1]


def _told(scene: Scene, at: int) -> str | None:
    """The nation of a token that speaks for the sentence: not inside a body's name, not another official's own."""
    if at in scene.others:
        return None
    body = scene.organisations.get(at)
    nation = scene.nations.get(at)
    if body is not None and (nation is None or body.end - body.start > nation.end - nation.start + 2):
        return None
    return scene.nation_at(at)


def _beside(scene: Scene, key: str) -> dict[str, float]:
    """The nations of the sentences that mention the person, by share."""
    counts: dict[str, int] = {}
    firsts = [at for at, stretch in scene.people.items() if stretch.named.key == key and stretch.start == at]
    sentences = {scene.doc[at].sent.start: scene.doc[at].sent.end for at in firsts}
    for start, end in sorted(sentences.items()):
        for at in range(start, end):
            iso3 = None if at in scene.others else scene.nation_at(at)
            if iso3 is not None and scene.nation_at(at - 1) != iso3:
                counts[iso3] = counts.get(iso3, 0) + 1
    total = sum(counts.values())
    return {iso3: count / total for iso3, count in counts.items()}
