"""Employers: whom an office serves by the words around it, and whether that is a public body.

In this order:

1. the organisation: one named before the office, its possessor, one named behind it; else the words
   of the "of …" phrase or those before the office, if their head noun is a public body's;
2. a body of ``organisations.csv`` is public by its sort, any other by its head noun or its nation;
3. an office held for a public office, or with a field of government before it, is public as well;
4. the nation: one before the office, its possessor, or one right behind an "of";
5. the place: the first in the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from factx.who import nations, organisations
from factx.who.layers import EntityLayers, EntitySpan, TokenSpan
from factx.who.officials.offices import Office, forms
from factx.who.words import BODY_HEADS, PORTFOLIOS, STANDING, TITLE_WORDS

PublicSort = Literal[
    "international", "government", "ministry", "military", "police", "agency", "court", "parliament", "central_bank"
]
"""Sorts of organisations (``organisations.csv``) that are public bodies."""
_PUBLIC_SORTS = frozenset(get_args(PublicSort))
_BODY_OR_STATE = frozenset({"body", "state"})
"""Values of ``needs`` for offices that only a public employer makes public ("director", "spokesman")."""
_BEHIND = re.compile(r"\s\(.*$|\s(?:no\.?\s)?\d+$|\s(?:in|at|on)\s.*$", re.IGNORECASE)
_CLOSE = 3
"""Tokens behind the office within which an "of …" phrase names its nation, not one inside a longer name."""


@dataclass(frozen=True, slots=True)
class Employer:
    """Whom an office serves, as far as its words say.

    ``organisation`` are the tokens that name the organisation; ``body`` is what is known of it.
    ``may_be_a_state`` is false if an "of …" phrase names what is neither state nor public body.
    """

    nation: str | None
    organisation: TokenSpan | None
    body: organisations.Body | None
    is_public: bool
    place: EntitySpan | None
    may_be_a_state: bool

    @property
    def is_private(self) -> bool:
        """True for a body that is known not to be public."""
        return self.body is not None and not self.is_public


def employer_of(layers: EntityLayers, office: Office) -> Employer:
    """Return whom the office serves by the words before it, its possessor and its "of …" phrase."""
    before = spans_in(layers, office.start, office.head)
    after = spans_in(layers, office.head_end, office.end)
    organisation, body, public = _organisation(layers, office)
    public = public or _serves_an_office(layers, office) or _has_portfolio(layers, office)
    nation = _nation(layers, office, before, after, public)
    place = next((item for item in [*before, *after] if item.mention.type == "place"), None)
    may_be_a_state = public or nation is not None or not _is_of_somebody(layers, office)
    return Employer(nation, organisation, body, public, place, may_be_a_state)


def spans_in(layers: EntityLayers, start: int, end: int) -> list[EntitySpan]:
    """Return the nations, organisations and places named in tokens ``[start, end)``, in order."""
    found: list[EntitySpan] = []
    for at in range(start, end):
        for layer in (layers.nations, layers.organisations, layers.places):
            item = layer.get(at)
            if item is not None and item not in found:
                found.append(item)
    return found


def _nation(
    layers: EntityLayers, office: Office, before: list[EntitySpan], after: list[EntitySpan], public: bool
) -> str | None:
    """Return ISO alpha-3 of the nation that the title names, or None.

    A demonym behind "of" counts only at the end ("of the Iraqis") or for a public body.
    """
    found = [item.mention.iso3 for item in before if item.mention.type == "nation"]
    if not found and office.possessor is not None and office.possessor.mention.type == "nation":
        found = [office.possessor.mention.iso3]
    if not found and office.end > office.head_end and layers.doc[office.head_end].lower_ == "of":
        close = [item for item in after if item.start - office.head_end <= _CLOSE]
        whole = [item for item in close if item.mention.linked_by != "demonym" or item.end == office.end or public]
        found = [item.mention.iso3 for item in whole if item.mention.type == "nation"]
    return found[0] if found else None


def _is_of_somebody(layers: EntityLayers, office: Office) -> bool:
    """True if an "of …" phrase names whom the office serves."""
    return office.end > office.head_end and layers.doc[office.head_end].lower_ == "of"


def _organisation(layers: EntityLayers, office: Office) -> tuple[TokenSpan | None, organisations.Body | None, bool]:
    """Return the tokens of the organisation served, what is known of it, and whether it is a public body."""
    named = list(_named_organisations(layers, office))
    for first, last in [*named, *_of_phrase(layers, office), (office.start, office.head)]:
        body, public = classify_body(layers, first, last, office)
        if public and first >= office.head_end and not _is_named(layers, first, last):
            return None, body, True
        if public or body is not None:
            return (_trimmed(layers, first, last) if public else (first, last)), body, public
    return (named[0] if named and office.name.needs else None), None, False


def _named_organisations(layers: EntityLayers, office: Office) -> Iterator[TokenSpan]:
    """Yield the organisations before the office, its possessor, and those behind it from the last."""
    before = [item for item in spans_in(layers, office.start, office.head) if item.mention.type == "organisation"]
    yield from ((item.start, item.end) for item in before if item.end <= office.head)
    if office.possessor is not None and office.possessor.mention.type == "organisation":
        yield office.possessor.start, office.possessor.end
    if not _is_posting(layers, office):
        for item in reversed(spans_in(layers, office.head_end, office.end)):
            if item.mention.type == "organisation":
                yield item.start, min(item.end, office.end)


def _of_phrase(layers: EntityLayers, office: Office) -> list[TokenSpan]:
    """Return the phrase behind the office without its preposition and articles; none if there is none."""
    if office.end <= office.head_end or _is_posting(layers, office):
        return []
    begin = office.head_end + 1
    while begin < office.end and layers.doc[begin].lower_ in TITLE_WORDS["article"]:
        begin += 1
    return [(begin, office.end)]


def _is_posting(layers: EntityLayers, office: Office) -> bool:
    """True for "ambassador to …", "envoy in …", whose phrase names where the office is held, not for whom."""
    return office.end > office.head_end and layers.doc[office.head_end].lower_ in TITLE_WORDS["abroad"]


def _is_named(layers: EntityLayers, first: int, last: int) -> bool:
    """True for a certain body ("the Civil Defense Office"), not for any of its sort ("a regional office")."""
    return any(layers.doc[at].text[0].isupper() and at not in layers.places for at in range(first, last))


def _trimmed(layers: EntityLayers, first: int, last: int) -> TokenSpan:
    """Return the tokens of a body without "former", a count of holders, and a ministry's nation."""
    doc = layers.doc
    while first < last - 1 and (doc[first].lower_ in STANDING or doc[first].tag_ == "CD"):
        first += 1
    nation = layers.nations.get(first)
    if nation is not None and nation.end < last - 1 and doc[last - 1].lower_ in TITLE_WORDS["portfolio_body"]:
        first = nation.end
    return first, last


def classify_body(
    layers: EntityLayers, first: int, last: int, office: Office
) -> tuple[organisations.Body | None, bool]:
    """Return what is known of the body that tokens name, and whether it is public.

    A nation's adjective before a minister makes no body of the field ("Saudi Energy Minister").
    """
    if first >= last:
        return None, False
    body = _known_body(layers, first, last)
    if body is not None:
        return body, body.sort in _PUBLIC_SORTS
    words = layers.text(first, last)
    spelled = layers.acronyms.get(words, words)
    if not office.name.needs and last <= office.head:
        return None, is_public_body(spelled, national=False, by_noun_alone=True)
    tagged = office.name.needs in _BODY_OR_STATE and first in layers.organisations
    apart = first >= office.head_end or last <= office.opening or tagged
    national = apart and " " in spelled and bool(nations.find_nations(spelled))
    return None, is_public_body(spelled, national=national)


def _known_body(layers: EntityLayers, first: int, last: int) -> organisations.Body | None:
    """Return the first organisation of the lexicon that tokens name, by any of its names, or None."""
    for at in range(first, last):
        item = layers.organisations.get(at)
        body = organisations.body_named(layers.acronyms.get(item.mention.text, item.mention.name)) if item else None
        if body is not None:
            return body
    return None


def is_public_body(words: str, *, national: bool, by_noun_alone: bool = False) -> bool:
    """True if a phrase names a public body: by its head noun, or as a nation's own ("Saudi Fund").

    ``by_noun_alone``: a noun that makes only names public ("Water Agency") does not do.

    >>> [is_public_body(words, national=False) for words in ("Ministry of Finance", "clinical services")]
    [True, False]
    >>> is_public_body("Coastal Fund", national=True), is_public_body("Coastal Fund", national=False)
    (True, False)
    """
    plain = _BEHIND.sub("", words).replace("’", "'").split()
    heads = plain[: plain.index("of")] if "of" in plain else plain
    tails = [" ".join(heads[-2:]), *heads[-1:]]
    head = next((tail for tail in tails if tail.lower() in BODY_HEADS), "")
    others = (word.lower().removesuffix("'s") for word in plain if word not in head.split())
    if any(BODY_HEADS.get(word) == "no" for word in others):
        return False
    if head:
        is_name = bool(heads) and heads[-1][0].isupper() and not by_noun_alone
        return BODY_HEADS[head.lower()] == "yes" or (BODY_HEADS[head.lower()] == "name" and is_name)
    return national and all(word[0].isupper() or word in TITLE_WORDS["uncapitalised"] for word in plain)


def _serves_an_office(layers: EntityLayers, office: Office) -> bool:
    """True if the office is held for another public office ("spokesman for the governor")."""
    behind = [token.lower_ for token in layers.doc[office.head_end : office.end]]
    other = forms().get(behind[-1]) if behind else None
    return office.name.needs in _BODY_OR_STATE and other is not None and other[0].needs in {"", "sovereign"}


def _has_portfolio(layers: EntityLayers, office: Office) -> bool:
    """True if a field of government is right before the office ("defense secretary", "trade chief")."""
    words = [token.lower_ for token in layers.doc[office.start : office.head]]
    fields = {*words[-1:], " ".join(words[-2:])}
    return office.name.needs in _BODY_OR_STATE and not PORTFOLIOS.isdisjoint(fields)
