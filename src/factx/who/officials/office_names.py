"""An office tied to a name: before it, behind it, in apposition, or said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factx.base import lexicon
from factx.who.layers import Scene
from factx.who.officials.employer import Service, served
from factx.who.officials.name_boundaries import TokenSpan, listed_names, name_at, skip_address, skip_bracket
from factx.who.officials.offices import Office

_STEPS = 8
_DASHES = frozenset({",", "-", "–", "—", ":"})
_ASIDES = frozenset({",", "(", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Bearer:
    """An office tied to the tokens ``[start, end)`` of a name; ``rank`` 0 before it, 1 beside it, 2 said of it."""

    start: int
    end: int
    office: Office
    service: Service
    rank: int


@dataclass(frozen=True, slots=True)
class _Offices:
    """What one office must know of the others: their starts, ranks, and which follows "and"."""

    starts: frozenset[int]
    ranks: Mapping[int, int]
    following: Mapping[int, Office]


def find_bearers(scene: Scene, offices: Sequence[Office]) -> list[Bearer]:
    """Every public office that stands beside a name, tied to it."""
    ranks = {office.head: office.head_end for office in offices if office.is_rank}
    around = _Offices(frozenset(office.start for office in offices), ranks, _following(scene, offices))
    found: list[Bearer] = []
    taken: set[int] = set()
    for office in offices:
        service = served(scene, office)
        for span, rank in _tied(scene, office, taken, around):
            bearer = Bearer(*span, office, service, rank)
            if _counts(scene, bearer):
                found.append(bearer)
                taken.update(() if office.is_rank else range(*span))
    return found


def _following(scene: Scene, offices: Sequence[Office]) -> dict[int, Office]:
    """The next office of "Minister of Industry and Managing Director …", by the start of the one before."""
    found: dict[int, Office] = {}
    for office, following in pairwise(offices):
        if 0 < following.start - office.end <= 3:
            between = scene.text(office.end, following.start).lower()
            if between in {"and", "and the", ", and", "&"}:
                found[office.start] = following
    return found


def _tied(scene: Scene, office: Office, taken: set[int], around: _Offices) -> list[tuple[TokenSpan, int]]:
    """The names tied to the office; what follows an office inside its "of …" phrase is that one's name."""
    direct = _name_after(scene, office, around)
    if direct is not None:
        more = listed_names(scene, direct[1]) if office.plural else []
        return [(span, 0) for span in [direct, *more]]
    before = _name_before(scene, office)
    if before is not None and before[0] not in taken:
        return [(before, 1)]
    behind = _name_behind_comma(scene, office, around.ranks)
    if behind is not None:
        more = listed_names(scene, behind[1]) if office.plural else []
        return [(span, 1) for span in [behind, *more]] if more or not office.plural else []
    said = _said_of(scene, office)
    return [] if said is None else [(said, 2)]


def _name_after(scene: Scene, office: Office, around: _Offices) -> TokenSpan | None:
    """The name right behind the office, or behind the last of the offices joined to it."""
    last: Office | None = office
    while last is not None:
        span = _name_right_after(scene, last, around)
        if span is not None:
            return span
        last = around.following.get(last.start)
    return None


def _name_right_after(scene: Scene, office: Office, around: _Offices) -> TokenSpan | None:
    """The name right behind the office; a bracket, a rank and forms of address may stand between."""
    inner = [start for start in around.starts if office.head_end <= start < office.end]
    titled = any(scene.doc[start - 1].lower_ != "the" for start in inner)
    for end in dict.fromkeys((office.head_end, office.head_end if titled else office.end)):
        at = skip_bracket(scene, _skip_standing(scene, end))
        at = skip_address(scene, around.ranks.get(at, at))
        sure = office.name.needs != "body" or office.end == office.head_end
        span = name_at(scene, at, sure=sure)
        if span is not None:
            return span
    return None


def _skip_standing(scene: Scene, at: int) -> int:
    """The token behind "-designate" or "-elect", else ``at``."""
    doc = scene.doc
    if at + 1 < len(doc) and doc[at].text == "-" and doc[at + 1].lower_ in {"designate", "elect"}:
        return at + 2
    return at


def _name_behind_comma(scene: Scene, office: Office, ranks: Mapping[int, int]) -> TokenSpan | None:
    """The name in apposition: "the mayor of London, Sadiq Khan,"."""
    doc = scene.doc
    end = skip_bracket(scene, office.end)
    if end >= len(doc) or doc[end].text not in _DASHES or doc[end].is_sent_start:
        return None
    at = end + 1
    at = skip_address(scene, at)
    at = skip_address(scene, ranks.get(at, at))
    span = name_at(scene, at, sure=False) if at in scene.people else None
    if span is None:
        return None
    return span if span[1] - span[0] > 1 or office.start < office.head else None


def _name_before(scene: Scene, office: Office) -> TokenSpan | None:
    """The name that the office follows: "Ana Silva, U.S. secretary of state", "X, who was then …", "X, 45, the …"."""
    doc = scene.doc
    if office.plural or (office.end < len(doc) and doc[office.end].tag_ == "POS"):
        return None
    first = office.opening - 1
    at = first
    while at >= 0 and first - at < _STEPS and at not in scene.people:
        token = doc[at]
        if token.text not in _ASIDES and token.lower_ not in _links() and not token.like_num:
            return None
        at -= 1
    if at == first or at not in scene.people:
        return None
    stretch = scene.people[at]
    return stretch.start, stretch.end


@lru_cache(maxsize=1)
def _links() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.read("who/office_links"))


def _said_of(scene: Scene, office: Office) -> TokenSpan | None:
    """The subject of which the office is said: "al-Amin was the commander"."""
    head = scene.doc[office.head_end - 1]
    if not any(child.dep_ == "cop" for child in head.children):
        return None
    for child in head.children:
        if child.dep_.startswith("nsubj") and child.i in scene.people:
            stretch = scene.people[child.i]
            return stretch.start, stretch.end
    return None


def _counts(scene: Scene, bearer: Bearer) -> bool:
    """Whether the office is a public one here."""
    office, service = bearer.office, bearer.service
    needs = office.name.needs
    if any(token.lower_ in _unofficial() for token in scene.doc[office.start : office.head]):
        return False
    if needs == "leader":
        return office.head - 1 in scene.nations and service.tokens is None
    if needs == "body":
        return service.public
    if needs == "state":
        return service.public or (service.nation is not None and not service.private)
    if needs == "country":
        return service.nation is not None or service.place is not None
    if needs in {"before", "throne"}:
        elsewhere = service.private
        return service.public or (bearer.rank == 0 and not elsewhere and _is_titled(scene, bearer))
    if needs == "sovereign":
        return service.public or (service.tokens is None and service.sure and not _is_its(scene, office))
    return True


@lru_cache(maxsize=1)
def _unofficial() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.read("who/unofficial_words"))


def _is_titled(scene: Scene, bearer: Bearer) -> bool:
    """Whether a rank stands as a title: with a capital before a name, or before a full name."""
    capital = scene.doc[bearer.office.head].text[0].isupper()
    return capital or (bearer.end - bearer.start > 1 and bearer.office.name.name != "captain")


def _is_its(scene: Scene, office: Office) -> bool:
    """Whether "its president" is said of something that is no nation."""
    before = office.opening - 1
    if before < 0 or scene.doc[before].lower_ != "its":
        return False
    start = scene.doc[before].sent.start
    return not any(at in scene.nations for at in range(start, before))
