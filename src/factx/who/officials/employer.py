"""Whom an office serves: the nation, organisation or place that its words name, and whether the body is public."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factx.base import lexicon
from factx.who import nations, organisations, places
from factx.who.layers import Scene, Stretch
from factx.who.officials.offices import Office, forms, portfolios, standing

_PUBLIC_SORTS = frozenset(
    {"international", "government", "ministry", "military", "police", "agency", "court", "parliament", "central_bank"}
)
_STATE = re.compile(
    r"^(?:of\s)?(?:the\s)?(?:republic|country|nation|state|union|kingdom|federation|commonwealth)\b", re.I
)
_BEHIND = re.compile(r"\s\(.*$|\s(?:no\.?\s)?\d+$|\s(?:in|at|on)\s.*$", re.IGNORECASE)
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Service:
    """Whom an office serves; ``tokens`` are those of the organisation, ``public`` whether it is a public body.

    ``sure`` is false where an "of …" phrase names somebody that is neither state nor known body.
    """

    nation: str | None
    tokens: tuple[int, int] | None
    body: organisations.Body | None
    public: bool
    place: Stretch | None
    sure: bool

    @property
    def private(self) -> bool:
        """Whether the office is held in a body that is known not to be public."""
        return self.body is not None and not self.public


def served(scene: Scene, office: Office) -> Service:
    """Whom the office serves, by the words before it, its possessor and its "of …" phrase."""
    before = stretches(scene, office.start, office.head)
    after = stretches(scene, office.head_end, office.end)
    tokens, body, public = _body(scene, office)
    public = public or _serves_an_office(scene, office)
    public = public or (office.name.needs in {"body", "state"} and _is_portfolio(scene, office))
    place = next((item for item in [*before, *after] if item.named.type == "place"), None)
    if place is None and office.possessor is not None and office.possessor.named.type == "place":
        place = office.possessor
    nation = _nation(scene, office, before, after, public)
    known = place is not None and places.country_of_place(place.named.text, scene.mentioned) is not None
    abroad = any(item.named.type == "nation" and item.named.linked_by != "demonym" for item in after)
    sure = public or nation is not None or known or abroad or not _of_somebody(scene, office)
    return Service(nation, tokens, body, public, place, sure)


def stretches(scene: Scene, start: int, end: int) -> list[Stretch]:
    """The nations, organisations and places named in tokens ``[start, end)``, in order."""
    found: list[Stretch] = []
    for at in range(start, end):
        for layer in (scene.nations, scene.organisations, scene.places):
            item = layer.get(at)
            if item is not None and item not in found:
                found.append(item)
    return found


@lru_cache(maxsize=1)
def body_words() -> dict[str, str]:
    """Head nouns of organisations: such a body is public (``yes``), not public (``no``), or public by ``name`` only."""
    return {row["word"]: row["public"] for row in lexicon.read("who/organisation_heads")}


@lru_cache(maxsize=1)
def body_nouns() -> frozenset[str]:
    """Nouns that end an organisation's name and no person's or place's ("Commission", "Police")."""
    return frozenset(row["word"] for row in lexicon.read("who/body_nouns"))


def _nation(scene: Scene, office: Office, before: list[Stretch], after: list[Stretch], public: bool) -> str | None:
    found = [item.named.iso3 for item in before if item.named.type == "nation"]
    if not found and office.possessor is not None and office.possessor.named.type == "nation":
        found = [office.possessor.named.iso3]
    if not found and office.end > office.head_end and scene.doc[office.head_end].lower_ == "of":
        close = [item for item in after if item.start - office.head_end <= 3]
        whole = [item for item in close if item.named.linked_by != "demonym" or item.end == office.end or public]
        found = [item.named.iso3 for item in whole if item.named.type == "nation"]
    return found[0] if found else None


def _of_somebody(scene: Scene, office: Office) -> bool:
    """Whether an "of …" phrase names whom the office serves, and that is no state."""
    if office.end == office.head_end or scene.doc[office.head_end].lower_ not in {"of", "at"}:
        return False
    return _STATE.match(scene.text(office.head_end, office.end)) is None


def _body(scene: Scene, office: Office) -> tuple[tuple[int, int] | None, organisations.Body | None, bool]:
    """The tokens of the organisation served, what is known of it, and whether it is a public body."""
    doc = scene.doc
    named = [item for item in stretches(scene, office.start, office.head) if item.named.type == "organisation"]
    candidates = [(item.start, item.end) for item in named if item.end <= office.head]
    if office.possessor is not None and office.possessor.named.type == "organisation":
        candidates.append((office.possessor.start, office.possessor.end))
    abroad = office.end > office.head_end and doc[office.head_end].lower_ in {"to", "in"}
    behind = [] if abroad else stretches(scene, office.head_end, office.end)
    candidates += [
        (item.start, min(item.end, office.end)) for item in reversed(behind) if item.named.type == "organisation"
    ]
    certain = bool(candidates)
    if office.end > office.head_end and not abroad:
        begin = office.head_end + 1
        while begin < office.end and doc[begin].lower_ in _ARTICLES:
            begin += 1
        candidates.append((begin, office.end))
    candidates.append((office.start, office.head))
    for first, last in candidates:
        body, public = _judged(scene, first, last, office)
        if public and first >= office.head_end and not _is_named(scene, first, last):
            return None, body, True
        if public or body is not None:
            return (_trimmed(scene, first, last) if public else (first, last)), body, public
    return (candidates[0] if certain and office.name.needs else None), None, False


def _is_named(scene: Scene, first: int, last: int) -> bool:
    """Whether the phrase names a certain body ("the Civil Defense Office") and not some body ("a regional office")."""
    return any(scene.doc[at].text[0].isupper() and at not in scene.places for at in range(first, last))


def _trimmed(scene: Scene, first: int, last: int) -> tuple[int, int]:
    while first < last - 1 and (scene.doc[first].lower_ in standing() | {"local"} or scene.doc[first].like_num):
        first += 1
    nation = scene.nations.get(first)
    if nation is not None and nation.end < last - 1 and scene.doc[last - 1].lower_ in {"ministry", "department"}:
        first = nation.end
    return first, last


def _judged(scene: Scene, first: int, last: int, office: Office) -> tuple[organisations.Body | None, bool]:
    """What is known of the body that tokens name, and whether it is public.

    A nation's adjective before a minister makes no body of his field ("Saudi Energy Minister").
    """
    if first >= last:
        return None, False
    words = scene.text(first, last)
    item_at = first in scene.organisations
    spelled = scene.acronyms.get(words, words)
    for at in range(first, last):
        item = scene.organisations.get(at)
        body = organisations.body_named(scene.acronyms.get(item.named.text, item.named.name)) if item else None
        if body is not None:
            return body, body.sort in _PUBLIC_SORTS
    beside = first >= office.head_end or last <= office.opening or (office.name.needs in {"body", "state"} and item_at)
    national = bool(beside) and " " in spelled and bool(nations.find_nations(spelled))
    if not office.name.needs and last <= office.head and not is_public(spelled, national=False, sure=True):
        return None, False
    return None, is_public(spelled, national=national)


def is_public(words: str, *, national: bool, sure: bool = False) -> bool:
    """Whether a phrase names a public body: by its head noun ("fire service"), or as a nation's own ("Saudi Fund").

    ``sure``: the noun alone must do, whatever its letter case.

    >>> is_public("Ministry of Finance", national=False), is_public("clinical services", national=False)
    (True, False)
    """
    plain = _BEHIND.sub("", words).replace("’", "'").split()
    known = body_words()
    heads = plain[: plain.index("of")] if "of" in plain else plain
    tails = [" ".join(heads[-2:]), *heads[-1:], *plain[-1:]]
    named = bool(heads) and heads[-1][0].isupper()
    head = next((tail for tail in tails if tail.lower() in known), "")
    verdict = known.get(head.lower())
    private = any(known.get(word.lower().removesuffix("'s")) == "no" for word in plain if word not in head.split())
    if verdict is not None:
        return not private and (verdict == "yes" or (verdict == "name" and named and not sure))
    titled = all(word[0].isupper() or word in {"of", "for", "the", "and"} for word in plain)
    return national and not private and titled


def _serves_an_office(scene: Scene, office: Office) -> bool:
    """Whether the office is held for another public office ("spokesman for the governor")."""
    behind = [token.lower_ for token in scene.doc[office.head_end : office.end]]
    other = forms().get(behind[-1]) if behind else None
    return office.name.needs in {"state", "body"} and other is not None and other[0].needs in {"", "sovereign"}


def _is_portfolio(scene: Scene, office: Office) -> bool:
    """Whether a field of government stands right before the office ("defense secretary", "trade chief")."""
    words = [token.lower_ for token in scene.doc[office.start : office.head]]
    return bool(words) and (words[-1] in portfolios() or " ".join(words[-2:]) in portfolios())
