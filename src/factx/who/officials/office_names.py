"""An office tied to a name: before it, behind it, in apposition, or said of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factx.base import lexicon
from factx.who.layers import EntityLayers
from factx.who.officials.employer import Employer, employer_of
from factx.who.officials.name_boundaries import TokenSpan, listed_names, name_at, skip_address, skip_bracket
from factx.who.officials.offices import Office
from factx.who.words import TITLE_WORDS

_REACH = 8
"""Tokens between a name and the office behind it ("Ana Silva, 45, then U.S. secretary of state")."""
_JOINED = 3
"""Tokens between two offices of one person ("Minister of Industry and the Managing Director")."""
_DASHES = frozenset({",", "-", "–", "—", ":"})
_ASIDES = frozenset({",", "(", "-", "–", "—"})


OFFICE_LINKS = lexicon.words("who/office_links")
"""Words that may stand between a name and its office ("who", "was", "then")."""
UNOFFICIAL = lexicon.words("who/unofficial_words")


@dataclass(frozen=True, slots=True)
class TitledName:
    """An office tied to the tokens ``[start, end)`` of a name; ``position`` 0 before it, 1 beside it, 2
    said of it.
    """

    start: int
    end: int
    office: Office
    employer: Employer
    position: int


@dataclass(frozen=True, slots=True)
class _OtherOffices:
    """What one office must know of the others: their starts, ranks, and which follows "and"."""

    starts: frozenset[int]
    ranks: Mapping[int, int]
    following: Mapping[int, Office]


def find_titled_names(layers: EntityLayers, offices: Sequence[Office]) -> list[TitledName]:
    """Every public office that stands beside a name, tied to it."""
    ranks = {office.head: office.head_end for office in offices if office.is_rank}
    around = _OtherOffices(frozenset(office.start for office in offices), ranks, _following(layers, offices))
    found: list[TitledName] = []
    taken: set[int] = set()
    for office in offices:
        employer = employer_of(layers, office)
        for span, rank in _tied(layers, office, taken, around):
            titled = TitledName(*span, office, employer, rank)
            if _is_public(layers, titled):
                found.append(titled)
                taken.update(() if office.is_rank else range(*span))
    return found


def _following(layers: EntityLayers, offices: Sequence[Office]) -> dict[int, Office]:
    """The next office of "Minister of Industry and Managing Director …", by the start of the one before."""
    found: dict[int, Office] = {}
    for office, following in pairwise(offices):
        if 0 < following.start - office.end <= _JOINED:
            between = layers.text(office.end, following.start).lower()
            if between in TITLE_WORDS["joins_offices"]:
                found[office.start] = following
    return found


def _tied(layers: EntityLayers, office: Office, taken: set[int], around: _OtherOffices) -> list[tuple[TokenSpan, int]]:
    """The names tied to the office; what follows an office inside its "of …" phrase is that one's name."""
    direct = _name_after(layers, office, around)
    if direct is not None:
        more = listed_names(layers, direct[1]) if office.plural else []
        return [(span, 0) for span in [direct, *more]]
    before = _name_before(layers, office)
    if before is not None and before[0] not in taken:
        return [(before, 1)]
    behind = _name_behind_comma(layers, office, around.ranks)
    if behind is not None:
        more = listed_names(layers, behind[1]) if office.plural else []
        return [(span, 1) for span in [behind, *more]] if more or not office.plural else []
    said = _said_of(layers, office)
    return [] if said is None else [(said, 2)]


def _name_after(layers: EntityLayers, office: Office, around: _OtherOffices) -> TokenSpan | None:
    """The name right behind the office, or behind the last of the offices joined to it."""
    last: Office | None = office
    while last is not None:
        span = _name_right_after(layers, last, around)
        if span is not None:
            return span
        last = around.following.get(last.start)
    return None


def _name_right_after(layers: EntityLayers, office: Office, around: _OtherOffices) -> TokenSpan | None:
    """The name right behind the office; a bracket, a rank and forms of address may stand between."""
    inner = [start for start in around.starts if office.head_end <= start < office.end]
    titled = any(layers.doc[start - 1].lower_ != "the" for start in inner)
    for end in dict.fromkeys((office.head_end, office.head_end if titled else office.end)):
        at = skip_bracket(layers, _skip_standing(layers, end))
        at = skip_address(layers, around.ranks.get(at, at))
        sure = office.name.needs != "body" or office.end == office.head_end
        span = name_at(layers, at, sure=sure)
        if span is not None:
            return span
    return None


def _skip_standing(layers: EntityLayers, at: int) -> int:
    """The token behind "-designate" or "-elect", else ``at``."""
    doc = layers.doc
    if at + 1 < len(doc) and doc[at].text == "-" and doc[at + 1].lower_ in TITLE_WORDS["not_yet"]:
        return at + 2
    return at


def _name_behind_comma(layers: EntityLayers, office: Office, ranks: Mapping[int, int]) -> TokenSpan | None:
    """The name in apposition: "the mayor of London, Sadiq Khan,"."""
    doc = layers.doc
    end = skip_bracket(layers, office.end)
    if end >= len(doc) or doc[end].text not in _DASHES:
        return None
    at = end + 1
    at = skip_address(layers, at)
    at = skip_address(layers, ranks.get(at, at))
    span = name_at(layers, at, sure=False) if at in layers.people else None
    if span is None:
        return None
    return span if span[1] - span[0] > 1 or office.start < office.head else None


def _name_before(layers: EntityLayers, office: Office) -> TokenSpan | None:
    """The name that the office follows: "Ana Silva, U.S. secretary of state", "X, who was then …", "X, 45,
    the …".
    """
    doc = layers.doc
    if office.plural or (office.end < len(doc) and doc[office.end].tag_ == "POS"):
        return None
    first = office.opening - 1
    at = first
    while at >= 0 and first - at < _REACH and at not in layers.people:
        token = doc[at]
        if token.text not in _ASIDES and token.lower_ not in OFFICE_LINKS and not token.like_num:
            return None
        at -= 1
    if at == first or at not in layers.people:
        return None
    span = layers.people[at]
    return span.start, span.end


def _said_of(layers: EntityLayers, office: Office) -> TokenSpan | None:
    """The subject of which the office is said: "al-Amin was the commander"."""
    head = layers.doc[office.head_end - 1]
    if not any(child.dep_ == "cop" for child in head.children):
        return None
    for child in head.children:
        if child.dep_.startswith("nsubj") and child.i in layers.people:
            span = layers.people[child.i]
            return span.start, span.end
    return None


def _is_public(layers: EntityLayers, titled: TitledName) -> bool:
    """True if the office is a public one here, by what the lexicon says that it needs for that."""
    office = titled.office
    if any(token.lower_ in UNOFFICIAL for token in layers.doc[office.start : office.head]):
        return False
    return PUBLIC_IF[office.name.needs](layers, titled)


def _is_state_body(layers: EntityLayers, titled: TitledName) -> bool:
    employer = titled.employer
    return employer.public or (employer.nation is not None and not employer.private)


def _follows_nation(layers: EntityLayers, titled: TitledName) -> bool:
    return titled.office.head - 1 in layers.nations and titled.employer.tokens is None


def _is_rank(layers: EntityLayers, titled: TitledName) -> bool:
    """True for a rank before a name, unless it is one of a private body."""
    employer = titled.employer
    return employer.public or (titled.position == 0 and not employer.private and _is_titled(layers, titled))


def _is_head_of_state(layers: EntityLayers, titled: TitledName) -> bool:
    employer = titled.employer
    sovereign = employer.tokens is None and employer.sure and not _is_its(layers, titled.office)
    return employer.public or sovereign


PUBLIC_IF: dict[str, Callable[[EntityLayers, TitledName], bool]] = {
    "": lambda layers, titled: True,
    "body": lambda layers, titled: titled.employer.public,
    "state": _is_state_body,
    "country": lambda layers, titled: titled.employer.nation is not None or titled.employer.place is not None,
    "leader": _follows_nation,  # "Iran's leader"
    "before": _is_rank,  # "Captain Ana Ruiz"
    "sovereign": _is_head_of_state,  # "the president", but not "its president"
}
"""What makes an office a public one, by the value of ``needs`` in ``offices.csv``."""


def _is_titled(layers: EntityLayers, titled: TitledName) -> bool:
    """True if a rank stands as a title: with a capital before a name, or before a full name."""
    capital = layers.doc[titled.office.head].text[0].isupper()
    return capital or (titled.end - titled.start > 1 and titled.office.name.name != "captain")


def _is_its(layers: EntityLayers, office: Office) -> bool:
    """True if "its president" is said of something that is no nation."""
    before = office.opening - 1
    if before < 0 or layers.doc[before].lower_ != "its":
        return False
    start = layers.doc[before].sent.start
    return not any(at in layers.nations for at in range(start, before))
