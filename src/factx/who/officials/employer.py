"""Whom an office serves: the nation, organisation or place that its words name, and whether the body
is public.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from factx.who import nations, organisations, places
from factx.who.layers import EntityLayers, EntitySpan
from factx.who.officials.offices import Office, forms
from factx.who.words import BODY_HEADS, PORTFOLIOS, STANDING, TITLE_WORDS

PublicSort = Literal[
    "international", "government", "ministry", "military", "police", "agency", "court", "parliament", "central_bank"
]
"""Sorts of organisations (``organisations.csv``) that are public bodies."""
_PUBLIC_SORTS = frozenset(get_args(PublicSort))
_STATE = re.compile(
    r"^(?:of\s)?(?:the\s)?(?:republic|country|nation|state|union|kingdom|federation|commonwealth)\b", re.I
)
_BEHIND = re.compile(r"\s\(.*$|\s(?:no\.?\s)?\d+$|\s(?:in|at|on)\s.*$", re.IGNORECASE)
_CLOSE = 3
"""Tokens behind the office within which an "of …" phrase names its nation, not one inside a longer name."""


BODY_OR_STATE = frozenset({"body", "state"})
TokenSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Employer:
    """Whom an office serves; ``tokens`` are those of the organisation, ``public`` whether it is a public
    body.

    ``sure`` is false where an "of …" phrase names somebody that is neither state nor known body.
    """

    nation: str | None
    tokens: tuple[int, int] | None
    body: organisations.Body | None
    public: bool
    place: EntitySpan | None
    sure: bool

    @property
    def private(self) -> bool:
        """True if the office is held in a body that is known not to be public."""
        return self.body is not None and not self.public


def employer_of(layers: EntityLayers, office: Office) -> Employer:
    """Whom the office serves, by the words before it, its possessor and its "of …" phrase."""
    before = spans_in(layers, office.start, office.head)
    after = spans_in(layers, office.head_end, office.end)
    tokens, body, public = _body(layers, office)
    public = public or _serves_an_office(layers, office)
    public = public or (office.name.needs in BODY_OR_STATE and _is_portfolio(layers, office))
    place = next((item for item in [*before, *after] if item.mention.type == "place"), None)
    if place is None and office.possessor is not None and office.possessor.mention.type == "place":
        place = office.possessor
    nation = _nation(layers, office, before, after, public)
    known = place is not None and places.country_of_place(place.mention.text, layers.mentioned) is not None
    sure = public or nation is not None or known or not _of_somebody(layers, office)
    return Employer(nation, tokens, body, public, place, sure)


def spans_in(layers: EntityLayers, start: int, end: int) -> list[EntitySpan]:
    """The nations, organisations and places named in tokens ``[start, end)``, in order."""
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
    found = [item.mention.iso3 for item in before if item.mention.type == "nation"]
    if not found and office.possessor is not None and office.possessor.mention.type == "nation":
        found = [office.possessor.mention.iso3]
    if not found and office.end > office.head_end and layers.doc[office.head_end].lower_ == "of":
        close = [item for item in after if item.start - office.head_end <= _CLOSE]
        whole = [item for item in close if item.mention.linked_by != "demonym" or item.end == office.end or public]
        found = [item.mention.iso3 for item in whole if item.mention.type == "nation"]
    return found[0] if found else None


def _of_somebody(layers: EntityLayers, office: Office) -> bool:
    """True if an "of …" phrase names whom the office serves, and that is no state."""
    if office.end == office.head_end or layers.doc[office.head_end].lower_ not in TITLE_WORDS["of_whom"]:
        return False
    return _STATE.match(layers.text(office.head_end, office.end)) is None


def _body(layers: EntityLayers, office: Office) -> tuple[TokenSpan | None, organisations.Body | None, bool]:
    """Return the tokens of the organisation served, what is known of it, and whether it is a public body."""
    named = _named_bodies(layers, office)
    for first, last in [*named, *_of_phrase(layers, office), (office.start, office.head)]:
        body, public = _classify_body(layers, first, last, office)
        if public and first >= office.head_end and not _is_named(layers, first, last):
            return None, body, True
        if public or body is not None:
            return (_trimmed(layers, first, last) if public else (first, last)), body, public
    return (named[0] if named and office.name.needs else None), None, False


def _named_bodies(layers: EntityLayers, office: Office) -> list[TokenSpan]:
    """Return the organisations before the office, its possessor, and those behind it from the last."""
    before = [item for item in spans_in(layers, office.start, office.head) if item.mention.type == "organisation"]
    found = [(item.start, item.end) for item in before if item.end <= office.head]
    if office.possessor is not None and office.possessor.mention.type == "organisation":
        found.append((office.possessor.start, office.possessor.end))
    behind = [] if _is_abroad(layers, office) else spans_in(layers, office.head_end, office.end)
    bodies = [item for item in reversed(behind) if item.mention.type == "organisation"]
    return found + [(item.start, min(item.end, office.end)) for item in bodies]


def _of_phrase(layers: EntityLayers, office: Office) -> list[TokenSpan]:
    """Return the phrase behind the office without its preposition and articles; none if there is none."""
    if office.end <= office.head_end or _is_abroad(layers, office):
        return []
    begin = office.head_end + 1
    while begin < office.end and layers.doc[begin].lower_ in TITLE_WORDS["article"]:
        begin += 1
    return [(begin, office.end)]


def _is_abroad(layers: EntityLayers, office: Office) -> bool:
    """True for "ambassador to …", "envoy in …": whom the phrase names is not served."""
    return office.end > office.head_end and layers.doc[office.head_end].lower_ in TITLE_WORDS["abroad"]


def _is_named(layers: EntityLayers, first: int, last: int) -> bool:
    """True if the phrase names a certain body ("the Civil Defense Office") and not some body ("a regional
    office").
    """
    return any(layers.doc[at].text[0].isupper() and at not in layers.places for at in range(first, last))


def _trimmed(layers: EntityLayers, first: int, last: int) -> tuple[int, int]:
    while first < last - 1 and (
        layers.doc[first].lower_ in STANDING | TITLE_WORDS["local_body"] or layers.doc[first].like_num
    ):
        first += 1
    nation = layers.nations.get(first)
    if nation is not None and nation.end < last - 1 and layers.doc[last - 1].lower_ in TITLE_WORDS["portfolio_body"]:
        first = nation.end
    return first, last


def _classify_body(
    layers: EntityLayers, first: int, last: int, office: Office
) -> tuple[organisations.Body | None, bool]:
    """Return what is known of the body that tokens name, and whether it is public.

    A nation's adjective before a minister makes no body of his field ("Saudi Energy Minister").
    """
    if first >= last:
        return None, False
    words = layers.text(first, last)
    item_at = first in layers.organisations
    spelled = layers.acronyms.get(words, words)
    for at in range(first, last):
        item = layers.organisations.get(at)
        body = organisations.body_named(layers.acronyms.get(item.mention.text, item.mention.name)) if item else None
        if body is not None:
            return body, body.sort in _PUBLIC_SORTS
    beside = first >= office.head_end or last <= office.opening or (office.name.needs in BODY_OR_STATE and item_at)
    national = bool(beside) and " " in spelled and bool(nations.find_nations(spelled))
    if not office.name.needs and last <= office.head and not is_public(spelled, national=False, sure=True):
        return None, False
    return None, is_public(spelled, national=national)


def is_public(words: str, *, national: bool, sure: bool = False) -> bool:
    """True if a phrase names a public body: by its head noun ("fire service"), or as a nation's own
    ("Saudi Fund").

    ``sure``: the noun alone must do, whatever its letter case.

    >>> is_public("Ministry of Finance", national=False), is_public("clinical services", national=False)
    (True, False)
    """
    plain = _BEHIND.sub("", words).replace("’", "'").split()
    known = BODY_HEADS
    heads = plain[: plain.index("of")] if "of" in plain else plain
    tails = [" ".join(heads[-2:]), *heads[-1:], *plain[-1:]]
    named = bool(heads) and heads[-1][0].isupper()
    head = next((tail for tail in tails if tail.lower() in known), "")
    verdict = known.get(head.lower())
    private = any(known.get(word.lower().removesuffix("'s")) == "no" for word in plain if word not in head.split())
    if verdict is not None:
        return not private and (verdict == "yes" or (verdict == "name" and named and not sure))
    titled = all(word[0].isupper() or word in TITLE_WORDS["uncapitalised"] for word in plain)
    return national and not private and titled


def _serves_an_office(layers: EntityLayers, office: Office) -> bool:
    """True if the office is held for another public office ("spokesman for the governor")."""
    behind = [token.lower_ for token in layers.doc[office.head_end : office.end]]
    other = forms().get(behind[-1]) if behind else None
    return office.name.needs in {"state", "body"} and other is not None and other[0].needs in {"", "sovereign"}


def _is_portfolio(layers: EntityLayers, office: Office) -> bool:
    """True if a field of government stands right before the office ("defense secretary", "trade chief")."""
    words = [token.lower_ for token in layers.doc[office.start : office.head]]
    return bool(words) and (words[-1] in PORTFOLIOS or " ".join(words[-2:]) in PORTFOLIOS)
