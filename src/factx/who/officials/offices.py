"""Where a text names a public office, with the words that belong to it: modifiers, possessor, "of …" phrase."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from factx.base import lexicon
from factx.model import starts_of
from factx.who import trie as phrases
from factx.who.layers import Scene, Stretch

MODIFIER_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "FW", "HYPH", "AFX", "CD"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "from"})
SMALL = frozenset({"the", "a", "an", "of", "and", "for", "both", "all"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_LIMIT = 14


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office of the lexicon: what it needs to count as public, and the nation that it implies by itself.

    A nation is ``likely`` where it only breaks a tie ("chief minister").
    """

    name: str
    needs: str
    country: str | None
    likely: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """An office in the text: tokens ``[start, end)`` with all that belongs to it, ``[head, head_end)`` the bare office.

    ``opening`` is the token that opens the phrase: the possessor ("the state's"), or ``start``.
    """

    opening: int
    start: int
    head: int
    head_end: int
    end: int
    name: OfficeName
    plural: bool
    possessor: Stretch | None

    @property
    def is_rank(self) -> bool:
        """Whether it is a rank or form of address, which counts only right before a name."""
        return self.name.needs in {"before", "throne"}


def find_offices(scene: Scene) -> list[Office]:
    """Every office that the text names, in order; one may lie in the "of …" phrase of another."""
    doc = scene.doc
    starts = starts_of(doc)
    found: list[Office] = []
    for match in _pattern().finditer(_lower(scene.source)):
        name, plural = forms()[re.sub(r"\s", " ", match.group().replace("’", "'"))]
        head = bisect_left(starts, match.start() + 1) - 1
        head_end = bisect_left(starts, match.end())
        if head < 0 or doc[head].idx != match.start() or (doc[head].pos_ == "VERB" and head_end - head == 1):
            continue
        if found and head < found[-1].head_end:
            continue
        within = scene.people.get(head)
        if within is not None and within.start < head < within.end - 1:
            continue
        office = _office(scene, name, plural, head, head_end)
        while found and not office.is_rank and office.start <= found[-1].head and found[-1].head_end <= head:
            found.pop()
        found.append(office)
    return found


@lru_cache(maxsize=1)
def forms() -> dict[str, tuple[OfficeName, bool]]:
    """Every form of every office in lower case, and whether it is a plural."""
    found: dict[str, tuple[OfficeName, bool]] = {}
    for row in lexicon.read("who/offices"):
        form = row["office"].replace("’", "'").lower()
        likely = row["country"].endswith("?")
        country = row["country"].rstrip("?") or None
        name = OfficeName(row["office"], row["needs"], None if likely else country, country if likely else None)
        found.setdefault(form, (name, form.endswith("s") and not form.endswith("ss")))
        if form[-1].isalpha() and not form.endswith("s"):
            found.setdefault(form[:-1] + "ies" if form.endswith("ry") else form + "s", (name, True))
    return found


@lru_cache(maxsize=1)
def standing() -> frozenset[str]:
    """Words that say how somebody stands to an office ("former", "acting"), lower case."""
    return frozenset(row["word"] for row in lexicon.read("who/office_standing"))


@lru_cache(maxsize=1)
def portfolios() -> frozenset[str]:
    """Fields of government ("defense", "trade"), lower case."""
    return frozenset(row["word"] for row in lexicon.read("who/portfolios"))


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.read("who/organisation_heads"))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return phrases.pattern(forms())


def _lower(text: str) -> str:
    """The text in lower case, character by character: of "İ" alone Python makes two."""
    return text.replace("İ", "I").lower()


def _office(scene: Scene, name: OfficeName, plural: bool, head: int, head_end: int) -> Office:
    start = _left(scene, head, rank=name.needs in {"before", "throne"})
    opening, possessor = _possessor(scene, start)
    return Office(opening, start, head, head_end, _right(scene, head_end), name, plural, possessor)


def _left(scene: Scene, head: int, *, rank: bool) -> int:
    """The first token of the modifiers; a rank has none but nations, organisations and its standing."""
    doc = scene.doc
    at = head
    while at > 0 and head - at < _LIMIT:
        token = doc[at - 1]
        stretch = scene.organisations.get(at - 1) or scene.nations.get(at - 1)
        if token.is_sent_end:
            break
        bracket = _bracketed(scene, at - 1) if token.text == ")" else None
        if bracket is not None:
            at = bracket
            continue
        person = scene.people.get(at - 1)
        if person is not None and at - 1 not in scene.organisations:
            break
        if stretch is not None and stretch.end <= at and stretch.start < at:
            at = stretch.start
            continue
        if token.lower_ in {"and", "&"} and not rank and _joins(scene, at - 1):
            at -= 1
            continue
        if token.lower_ == "of" and at > 1 and at < head and doc[at - 2].is_title and doc[at - 2].lower_ in _bodies():
            at -= 2
            continue
        if not _modifies(scene, at - 1, rank=rank) or (doc[head].is_title and _is_stray(scene, at - 1)):
            break
        at -= 1
    return at


def _modifies(scene: Scene, at: int, *, rank: bool) -> bool:
    token = scene.doc[at]
    if token.lower_ in standing():
        return True
    if rank or (token.is_punct and token.text not in {"-", "–"}) or token.tag_ == "POS":
        return False
    return token.tag_ in MODIFIER_TAGS


def _is_stray(scene: Scene, at: int) -> bool:
    """Whether a small noun before a capital title belongs to another phrase ("an issue Prime Minister …")."""
    token = scene.doc[at]
    if token.tag_ not in {"NN", "NNS"} or not token.text[0].islower() or token.lower_ in standing():
        return False
    return token.lower_ not in _bodies() and token.lower_ not in portfolios()


def _possessor(scene: Scene, start: int) -> tuple[int, Stretch | None]:
    """The first token of the possessor before the office ("Trump's", "the state's"), and what it names."""
    doc = scene.doc
    if start < 2 or doc[start - 1].lower_ not in POSSESSIVES or doc[start - 1].tag_ != "POS":
        return start, None
    owner = _owner(scene, start - 2)
    if owner is not None:
        return owner.start, owner
    at = start - 2
    while at > 0 and start - at < 6 and doc[at - 1].pos_ in NOMINAL:
        at -= 1
    return at, None


def _bracketed(scene: Scene, at: int) -> int | None:
    """The token of the bracket that closes at ``at`` where an organisation stands before it."""
    for start in range(at - 1, max(0, at - 8), -1):
        if scene.doc[start].text == "(":
            return start if start - 1 in scene.organisations else None
    return None


def _joins(scene: Scene, at: int) -> bool:
    """Whether an "and" stands inside a title ("Transport and Bridges Minister"), not between people or offices."""
    if at == 0 or at + 1 >= len(scene.doc):
        return False
    left, right = scene.doc[at - 1], scene.doc[at + 1]
    if at - 1 in scene.people or at - 1 in scene.nations or right.lower_ in standing() or right.lower_ in forms():
        return False
    return left.is_title and right.is_title and left.pos_ in NOMINAL and left.lower_ not in forms()


def _owner(scene: Scene, at: int) -> Stretch | None:
    for layer in (scene.nations, scene.organisations, scene.people, scene.places):
        if at in layer:
            return layer[at]
    return None


def _right(scene: Scene, head_end: int) -> int:
    """The token after the "of …" phrase that belongs to the office, or ``head_end`` without one."""
    doc = scene.doc
    at = head_end
    if at >= len(doc) or doc[at].lower_ not in PREPOSITIONS or doc[at].is_sent_start:
        return head_end
    if doc[at].lower_ == "at" and not {at + 1, at + 2} & scene.organisations.keys():
        return head_end
    at += 1
    while at < len(doc) and at - head_end < 2 * _LIMIT:
        token = doc[at]
        stretch = scene.organisations.get(at) or scene.places.get(at)
        if token.is_sent_start or at in scene.people or token.is_space:
            break
        if stretch is not None and stretch.start == at:
            at = stretch.end
        elif _belongs(scene, at):
            at += 1
        else:
            break
    while at > head_end and (doc[at - 1].lower_ in SMALL or doc[at - 1].lower_ in PREPOSITIONS):
        at -= 1
    return at


def _belongs(scene: Scene, at: int) -> bool:
    """Whether a token goes on with an "of …" phrase."""
    doc = scene.doc
    token = doc[at]
    following = doc[at + 1].lower_ if at + 1 < len(doc) else ""
    if token.lower_ == "in":
        return at + 1 in scene.places or at + 1 in scene.nations
    if token.lower_ == "and" and (following in forms() or following in standing() or at + 1 in scene.people):
        return False
    if token.text == ",":
        return _continues(scene, at)
    return token.lower_ in SMALL or token.pos_ in NOMINAL or token.tag_ in {"POS", "DT", "PDT", "PRP$"}


def _continues(scene: Scene, at: int) -> bool:
    """Whether a comma stands inside "Environment, Water, and Agriculture": capital nouns up to an "and"."""
    doc = scene.doc
    for step in range(at + 1, min(at + 8, len(doc))):
        token = doc[step]
        if step in scene.people or step in scene.places or step in scene.nations or token.lower_ in forms():
            return False
        if token.lower_ in {"and", "&"}:
            return step + 1 < len(doc) and doc[step + 1].is_title and step + 1 not in scene.people
        if token.text != "," and not (token.is_title and token.pos_ in NOMINAL):
            return False
    return False
