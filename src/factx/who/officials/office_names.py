"""Offices tied to names, by where the name is, and which of them are public.

An office looks for its name in this order:

1. right behind it, or behind the last office that "and" joins to it ("minister and general X");
2. before it, behind nothing but commas, ages and words like "who was";
3. behind it in apposition ("the mayor of Lyon, X");
4. as the subject of which it is the predicate ("X was the commander").

Then the value of ``needs`` in ``offices.csv`` decides whether the office is a public one here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from factx.who.layers import EntityLayers, TokenSpan
from factx.who.officials.employer import Employer, employer_of
from factx.who.officials.name_boundaries import listed_names, name_at, skip_address, skip_bracket
from factx.who.officials.offices import Office
from factx.who.words import TITLE_WORDS

_REACH = 8
"""Tokens between a name and the office behind it ("Ana Silva, 45, then U.S. secretary of state")."""
_APPOSITION_SIGNS = frozenset({",", "-", "–", "—", ":"})
_ASIDE_SIGNS = frozenset({",", "(", "-", "–", "—"})

Position = Literal["before", "apposition", "predicate"]
"""How an office is tied to a name: right before it, in apposition to it, or said of it."""


@dataclass(frozen=True, slots=True)
class TitledName:
    """The tokens ``[start, end)`` of a name, the office tied to it, and whom that office serves."""

    start: int
    end: int
    office: Office
    employer: Employer
    position: Position


@dataclass(frozen=True, slots=True)
class _OtherOffices:
    """What one office must know of the others: their starts, ranks, and which follows "and"."""

    starts: frozenset[int]
    ranks: Mapping[int, int]
    following: Mapping[int, Office]


def find_titled_names(layers: EntityLayers, offices: Sequence[Office]) -> list[TitledName]:
    """Return the names that a public office is tied to, in the order of the offices."""
    ranks = {office.head: office.head_end for office in offices if office.is_rank}
    others = _OtherOffices(frozenset(office.start for office in offices), ranks, _following(layers, offices))
    found: list[TitledName] = []
    for office in offices:
        employer = employer_of(layers, office)
        position, spans = _tied(layers, office, others)
        for span in spans:
            titled = TitledName(*span, office, employer, position)
            if is_public(layers, titled):
                found.append(titled)
    return found


def _following(layers: EntityLayers, offices: Sequence[Office]) -> dict[int, Office]:
    """Map the start of an office to the one joined to it ("Minister of Industry and Managing Director")."""
    return {
        office.start: following
        for office, following in pairwise(offices)
        if following.start - office.end == 1 and layers.doc[office.end].lower_ in TITLE_WORDS["and"]
    }


def _tied(layers: EntityLayers, office: Office, others: _OtherOffices) -> tuple[Position, list[TokenSpan]]:
    """Return the names tied to the office, none if there is none; a plural office may have several."""
    after = _name_after(layers, office, others)
    if after is not None:
        return "before", [after, *(listed_names(layers, after[1]) if office.plural else [])]
    before = _name_before(layers, office)
    if before is not None:
        return "apposition", [before]
    beside = _name_in_apposition(layers, office, others.ranks)
    if beside is not None:
        more = listed_names(layers, beside[1]) if office.plural else []
        return "apposition", [beside, *more] if more or not office.plural else []
    subject = _subject(layers, office)
    return "predicate", [] if subject is None else [subject]


def _name_after(layers: EntityLayers, office: Office, others: _OtherOffices) -> TokenSpan | None:
    """Return the name right behind the office, or behind the last of the offices joined to it; or None."""
    last: Office | None = office
    while last is not None:
        span = _name_right_after(layers, last, others)
        if span is not None:
            return span
        last = others.following.get(last.start)
    return None


def _name_right_after(layers: EntityLayers, office: Office, others: _OtherOffices) -> TokenSpan | None:
    """Return the name right behind the bare office or its "of …" phrase, or None.

    A bracket, a rank and forms of address may be between. Behind an "of …" phrase with an office in
    it the name is that one's ("adviser to President X"), unless an article opens it.
    """
    inner = [start for start in range(office.head_end, office.end) if start in others.starts]
    ends_in_title = any(layers.doc[start - 1].lower_ != "the" for start in inner)
    for end in dict.fromkeys((office.head_end, office.head_end if ends_in_title else office.end)):
        at = skip_bracket(layers, end)
        at = skip_address(layers, others.ranks.get(at, at))
        expected = office.name.needs != "body" or office.end == office.head_end
        span = name_at(layers, at, expected=expected)
        if span is not None:
            return span
    return None


def _name_in_apposition(layers: EntityLayers, office: Office, ranks: Mapping[int, int]) -> TokenSpan | None:
    """Return the name behind the office and a comma ("the mayor of London, Sadiq Khan,"), or None."""
    doc = layers.doc
    end = skip_bracket(layers, office.end)
    if end >= len(doc) or doc[end].text not in _APPOSITION_SIGNS:
        return None
    at = skip_address(layers, ranks.get(end + 1, end + 1))
    span = name_at(layers, at, expected=False) if at in layers.people else None
    if span is None:
        return None
    return span if span[1] - span[0] > 1 or office.start < office.head else None


def _name_before(layers: EntityLayers, office: Office) -> TokenSpan | None:
    """Return the name that the office follows ("X, U.S. secretary of state", "X, 45, who was …"), or None."""
    doc = layers.doc
    if office.plural or (office.end < len(doc) and doc[office.end].tag_ == "POS"):
        return None
    first = office.opening - 1
    at = first
    while at >= 0 and first - at < _REACH and at not in layers.people:
        token = doc[at]
        if token.text not in _ASIDE_SIGNS and token.lower_ not in TITLE_WORDS["link"] and not token.like_num:
            return None
        at -= 1
    if at == first or at not in layers.people:
        return None
    return layers.people[at].start, layers.people[at].end


def _subject(layers: EntityLayers, office: Office) -> TokenSpan | None:
    """Return the person that is the office ("al-Amin was the commander"), or None."""
    head = layers.doc[office.head_end - 1]
    if not any(child.dep_ == "cop" for child in head.children):
        return None
    subjects = (child.i for child in head.children if child.dep_.startswith("nsubj"))
    span = next((layers.people[at] for at in subjects if at in layers.people), None)
    return None if span is None else (span.start, span.end)


def is_public(layers: EntityLayers, titled: TitledName) -> bool:
    """True if the office is a public one here, by what the lexicon says that it needs for that."""
    office = titled.office
    never = TITLE_WORDS["unofficial"] | TITLE_WORDS["aspiring"]
    if any(token.lower_ in never for token in layers.doc[office.start : office.head]):
        return False
    if _is_aspired_to(layers, office.start):
        return False
    return PUBLIC_IF[office.name.needs](layers, titled)


def _is_aspired_to(layers: EntityLayers, start: int) -> bool:
    """True for the office of whom the words before it call aspiring: "would-be mayor"."""
    before = layers.doc[max(start - 3, 0) : start]
    return any(before[at:].text.lower() in TITLE_WORDS["aspiring"] for at in range(len(before)))


def _serves_state_or_body(_: EntityLayers, titled: TitledName) -> bool:
    employer = titled.employer
    return employer.is_public or (employer.nation is not None and not employer.is_private)


def _serves_country(_: EntityLayers, titled: TitledName) -> bool:
    return titled.employer.nation is not None or titled.employer.place is not None


def _follows_nation(layers: EntityLayers, titled: TitledName) -> bool:
    return titled.office.head - 1 in layers.nations and titled.employer.organisation is None


def _is_rank(layers: EntityLayers, titled: TitledName) -> bool:
    """True for a rank of a public body; else before a full name, or with a capital before any."""
    return _is_capital_rank(layers, titled) or (_is_free_rank(titled) and titled.end - titled.start > 1)


def _is_capital_rank(layers: EntityLayers, titled: TitledName) -> bool:
    """True for a rank of a public body; else with a capital before a name."""
    capital = layers.doc[titled.office.head].text[0].isupper()
    return titled.employer.is_public or (_is_free_rank(titled) and capital)


def _is_free_rank(titled: TitledName) -> bool:
    """True right before a name, and not in a body that is known not to be public."""
    return titled.position == "before" and not titled.employer.is_private


def _is_head_of_state(layers: EntityLayers, titled: TitledName) -> bool:
    employer = titled.employer
    sovereign = employer.organisation is None and employer.may_be_a_state and not _is_its(layers, titled.office)
    return employer.is_public or sovereign


PUBLIC_IF: dict[str, Callable[[EntityLayers, TitledName], bool]] = {
    "": lambda layers, titled: True,  # "minister", "senator"
    "body": lambda layers, titled: titled.employer.is_public,  # "director of the port authority"
    "state": _serves_state_or_body,  # "spokesman for Peru"
    "country": _serves_country,  # "opposition leader in Togo"
    "leader": _follows_nation,  # "Iran's leader"
    "before": _is_rank,  # "Colonel Ruiz", "detective Ana Ruiz"
    "capital": _is_capital_rank,  # "Captain Ruiz", but not "ferry captain Ana Ruiz"
    "sovereign": _is_head_of_state,  # "the president", but not "its president"
}
"""What makes an office a public one, by the value of ``needs`` in ``offices.csv``."""


def _is_its(layers: EntityLayers, office: Office) -> bool:
    """True if "its president" is said of something that is no nation."""
    before = office.opening - 1
    if before < 0 or layers.doc[before].lower_ != "its":
        return False
    start = layers.doc[before].sent.start
    return not any(at in layers.nations for at in range(start, before))
