"""Who holds which public office: an office beside a name, before it, behind it, or said of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factx import lexicon
from factx.findings import Named, OfficeHolder
from factx.who import people
from factx.who.offices import Office
from factx.who.scene import Scene

_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "another", "also", "then", "now", "currently"}
)
_COPULAS = frozenset({"is", "was", "became", "becomes", "as", "been"})
_INITIAL = re.compile(r"^(?:[A-Z]\.?){1,3}$")
_ACRONYM = re.compile(r"^\(\s?[A-Za-z.&-]{2,10}\s?\)$")


@dataclass(frozen=True, slots=True)
class Bearer:
    """An office tied to the tokens ``[start, end)`` of a name; ``rank`` orders the introductions of one person."""

    start: int
    end: int
    office: Office
    rank: int


def find_officials(scene: Scene, bearers: Sequence[Bearer]) -> list[OfficeHolder]:
    """One entry per person with a public office, in order of introduction; ``scene`` must know the linked names."""
    chosen: dict[str, Bearer] = {}
    for bearer in bearers:
        named = _linked(scene, bearer)
        if named is None:
            continue
        held = chosen.get(named.key)
        if held is None or _is_fuller(scene, bearer, held):
            chosen[named.key] = bearer
    return [_holder(scene, key, bearer, chosen) for key, bearer in chosen.items()]


def _linked(scene: Scene, bearer: Bearer) -> Named | None:
    stretch = scene.people.get(bearer.end - 1) or scene.people.get(bearer.start)
    return stretch.named if stretch is not None else None


def _is_fuller(scene: Scene, new: Bearer, old: Bearer) -> bool:
    """Whether a later introduction says more of the person: the full name where the first had the surname only."""
    if new.end - new.start > 1 >= old.end - old.start and new.rank <= 1:
        return True
    better = (old.office.name.needs == "before") > (new.office.name.needs == "before")
    return (better or old.office.former > new.office.former) and new.end - new.start >= old.end - old.start


def _holder(scene: Scene, key: str, bearer: Bearer, chosen: dict[str, Bearer]) -> OfficeHolder:
    from factx.who import served

    named = _linked(scene, bearer)
    assert named is not None
    office = bearer.office
    span = scene.doc[bearer.start : bearer.end]
    return OfficeHolder(
        span.start_char,
        span.end_char,
        key,
        named.name,
        office.title,
        served.country(scene, bearer, chosen, key),
        office.organisation,
        office.former,
    )


def find_bearers(scene: Scene, offices: Sequence[Office]) -> list[Bearer]:
    """Every office that stands beside a name, tied to it."""
    found: list[Bearer] = []
    taken: set[int] = set()
    chains = _chains(scene, offices)
    ranks = {office.start: office.head_end for office in offices if office.name.needs == "before"}
    inner = {office.start for office in offices}
    for office in offices:
        for bearer in _tied(scene, office, taken, inner, chains, ranks):
            if _counts(scene, bearer):
                found.append(bearer)
                taken.update(range(bearer.start, bearer.end))
    return found


def _chains(scene: Scene, offices: Sequence[Office]) -> dict[int, Office]:
    """The next office of "Minister of Industry and Managing Director …", by the start of the one before."""
    found: dict[int, Office] = {}
    for office, following in pairwise(offices):
        between = scene.doc[office.end : following.start].text.lower()
        if between in {"and", "and the", ", and", "&"}:
            found[office.start] = following
    return found


def _tied(
    scene: Scene,
    office: Office,
    taken: set[int],
    inner: set[int],
    chains: Mapping[int, Office],
    ranks: Mapping[int, int],
) -> list[Bearer]:
    """The names tied to the office; what follows an office inside its "of …" phrase is that one's name."""
    holds_other = any(office.head_end <= start < office.end for start in inner)
    direct = _name_after(scene, office, office.head_end if holds_other else office.end)
    if direct and office.plural:
        return [Bearer(*span, office, 0) for span in [direct, *_listed(scene, direct[1])]]
    last = office
    while not direct and last.start in chains:
        last = chains[last.start]
        direct = _name_after(scene, last, last.end)
    if direct and not office.plural:
        return [Bearer(*direct, office, 0)]
    before = _name_before(scene, office)
    if before and before[0] not in taken:
        return [Bearer(*before, office, 1)]
    behind = _name_behind_comma(scene, office, ranks)
    if behind:
        found = [Bearer(*behind, office, 1)]
        return [*found, *(Bearer(*span, office, 1) for span in _listed(scene, behind[1]))] if office.plural else found
    said = _said_of(scene, office)
    return [Bearer(*said, office, 2)] if said else []


def _name_after(scene: Scene, office: Office, last: int) -> tuple[int, int] | None:
    """The name right behind the office, forms of address and a bracket skipped."""
    for end in dict.fromkeys((office.head_end, last)):
        at = _skip_bracket(scene, end)
        at = _skip_address(scene, at)
        span = name_at(scene, at, sure=office.name.needs != "body" or office.public)
        if span is not None:
            return span
    return None


def _name_behind_comma(scene: Scene, office: Office, ranks: Mapping[int, int]) -> tuple[int, int] | None:
    """The name in apposition: "the mayor of London, Sadiq Khan,"."""
    doc = scene.doc
    end = _skip_bracket(scene, office.end)
    if end >= len(doc) or doc[end].text not in {",", "-", "–", "—", ":"} or doc[end].is_sent_start:
        return None
    at = end + 1
    body = scene.organisations.get(at)
    if body is not None and body.end + 1 < len(doc) and doc[body.end].text == ",":
        at = body.end + 1
    at = _skip_address(scene, ranks.get(at, at))
    if at not in scene.people:
        return None
    span = name_at(scene, at, sure=False)
    if span is None or (span[1] - span[0] < 2 and office.start == office.head):
        return None
    if office.plural and not _listed(scene, span[1]):
        return None
    return span


def _name_before(scene: Scene, office: Office) -> tuple[int, int] | None:
    """The name that the office follows: "Ana Silva, U.S. secretary of state", "X, who was then …", "X, 45, the …"."""
    doc = scene.doc
    if office.end < len(doc) and doc[office.end].tag_ == "POS":
        return None
    at = office.opening - 1
    while at >= 0 and doc[at].lower_ in _DETERMINERS:
        at -= 1
    steps = 0
    comma = False
    while at >= 0 and steps < 7 and at not in scene.people:
        token = doc[at]
        if token.is_sent_start and at + 1 < len(doc) and doc[at + 1].is_sent_start:
            return None
        if token.text in {",", "(", "-", "–", "—"}:
            comma = True
        elif not (
            token.lower_ in _COPULAS
            or token.lower_ in _DETERMINERS
            or token.lower_
            in {
                "who",
                "has",
                "had",
                "served",
                "serves",
                "serving",
                "later",
                "in",
                "himself",
                "herself",
                "elected",
                "appointed",
                "named",
                "first",
                "s",
            }
            or token.like_num
        ):
            return None
        at -= 1
        steps += 1
    if at < 0 or at not in scene.people or steps == 0:
        return None
    stretch = scene.people[at]
    if doc[stretch.start].sent != doc[office.head].sent and not comma:
        return None
    return stretch.start, stretch.end


def _said_of(scene: Scene, office: Office) -> tuple[int, int] | None:
    """The subject of which the office is said: "Ortega was elected president"."""
    head = scene.doc[office.head_end - 1]
    if not any(child.dep_ == "cop" for child in head.children):
        return None
    for child in head.children:
        if child.dep_.startswith("nsubj") and child.i in scene.people:
            stretch = scene.people[child.i]
            return stretch.start, stretch.end
    return None


def _listed(scene: Scene, at: int) -> list[tuple[int, int]]:
    """Further names of a list: ", B and C"."""
    doc = scene.doc
    found: list[tuple[int, int]] = []
    while at < len(doc) and len(found) < 12:
        joint = at
        while joint < len(doc) and doc[joint].lower_ in {",", "and", "&"}:
            joint += 1
        if joint == at or joint not in scene.people:
            break
        span = name_at(scene, joint, sure=False)
        if span is None:
            break
        found.append(span)
        at = span[1]
    return found


def _skip_bracket(scene: Scene, at: int) -> int:
    doc = scene.doc
    for width in (1, 2, 3):
        if at + width <= len(doc) and _ACRONYM.match(doc[at : at + width].text):
            return at + width
    return at


def _skip_address(scene: Scene, at: int) -> int:
    doc = scene.doc
    while at + 1 < len(doc) and (
        (doc[at].lower_.rstrip(".") in people.honorifics() and doc[at].is_title and at not in scene.people)
        or (doc[at].text == "." and doc[at - 1].lower_ in people.honorifics())
    ):
        at += 1
    return at


def name_at(scene: Scene, at: int, *, sure: bool) -> tuple[int, int] | None:
    """The tokens of a person's name that begins at ``at``; ``sure``: here must be one, whatever the model says."""
    doc = scene.doc
    if at >= len(doc) or (at and doc[at].is_sent_start and at not in scene.people):
        return None
    end = at
    if at in scene.people and scene.people[at].start >= at - 2:
        end = scene.people[at].end
        return at, _extended(scene, end)
    if not sure:
        return None
    mistaken = scene.organisations.get(at)
    if mistaken is not None and mistaken.start == at and mistaken.named.text in scene.doubtful:
        if mistaken.end - at > 1 and not _is_institution(scene, at, mistaken.end):
            return at, _extended(scene, mistaken.end)
        return None
    while (
        end < len(doc)
        and end - at < 6
        and not (end > at and doc[end].is_sent_start)
        and _is_name_part(scene, end, end == at)
    ):
        if end in scene.people:
            end = scene.people[end].end
            return at, _extended(scene, end)
        end += 1
    while end > at and (doc[end - 1].lower_ in people.particles() or doc[end - 1].text == "-"):
        end -= 1
    if end == at or _is_institution(scene, at, end):
        return None
    return at, end


def _extended(scene: Scene, end: int) -> int:
    """The end of a name that the model cut short at a hyphen or particle."""
    doc = scene.doc
    while end + 1 < len(doc) and (doc[end - 1].text[-1] == "-" or (doc[end].text == "-" and doc[end + 1].is_title)):
        end += 1
    return end


def _is_name_part(scene: Scene, at: int, first: bool) -> bool:
    token = scene.doc[at]
    place = scene.places.get(at)
    if at in scene.nations or at in scene.organisations:
        return False
    if place is not None and (place.end - place.start < 2 or scene.nation_at(at) is not None):
        return False
    if _INITIAL.match(token.text):
        return not (first and token.text == "I")
    if not first and (token.lower_ in people.particles() or token.text == "-"):
        return True
    return (
        token.tag_ in {"NNP", "NNPS", "FW"} and token.text[0].isupper() and any(char.islower() for char in token.text)
    )


@lru_cache(maxsize=1)
def not_names() -> frozenset[str]:
    """Words that begin or end no person's name, lower case."""
    return frozenset(row["word"] for row in lexicon.read("not_names"))


def _is_institution(scene: Scene, start: int, end: int) -> bool:
    from factx.who.offices import body_words

    doc = scene.doc
    if any(doc[at].lower_ in body_words() or doc[at].lower_ in not_names() for at in range(start, end)):
        return True
    if end - start > 1 or start in scene.people:
        return False
    return doc[start].pos_ != "PROPN"


def _counts(scene: Scene, bearer: Bearer) -> bool:
    """Whether the office is a public one here."""
    office = bearer.office
    needs = office.name.needs
    private = office.organisation is not None and not office.public
    known_private = office.body is not None and not office.public
    if needs == "body":
        return office.public
    if needs == "state":
        return office.public or (office.nation is not None and not known_private)
    if needs == "country":
        return office.nation is not None or office.place is not None
    if needs == "before":
        titled = scene.doc[office.head].text[0].isupper() or office.nation is not None or bearer.end - bearer.start > 1
        return bearer.rank == 0 and titled and not known_private
    if needs == "sovereign":
        return not private
    return True
