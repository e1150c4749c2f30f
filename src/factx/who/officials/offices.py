"""Offices in a text, each with the words that belong to it: modifiers, possessor, "of …" phrase.

1. A form of an office in ``offices.csv`` opens it, unless it is a verb or inside a person's name.
2. To the left: organisations, nations, nouns and adjectives, up to a person or a sentence's end.
3. A possessor before those ("Trump's", "the state's").
4. To the right: a phrase with a preposition, up to a person, a verb or another office.
5. An office among the modifiers of a later one goes; the later one keeps its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from factx.base import lexicon
from factx.model import starts_of
from factx.who import nations
from factx.who.layers import EntityLayers, EntitySpan
from factx.who.officials.aspirants import is_sought, skip_designate
from factx.who.phrase_finder import PhraseFinder
from factx.who.words import BODY_HEADS, PORTFOLIOS, STANDING, TITLE_WORDS

MODIFIER_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "FW", "HYPH", "AFX", "CD"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
Rank = Literal["before", "capital"]
"""Values of ``needs`` for ranks and forms of address, which take no modifiers and count only right before a name."""
_RANKS = frozenset(get_args(Rank))
_SERVES = frozenset({"-", "*"})
"""Values of ``country`` that are no nation: see about.toml."""
_LONGEST = 14
"""Tokens before an office that may belong to it, and half as many as behind it ("… of Agriculture, Water and …")."""
_LONGEST_BRACKET = 8  # tokens: an acronym, and little else
_LONGEST_LIST = 8  # tokens up to the "and" of "Environment, Water, and Agriculture"


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office of the lexicon, what it ``needs`` to be public, and the ``country`` that alone has it.

    A nation is ``likely`` if it only breaks a tie ("chief minister"). ``serves`` is "-" for offices of
    international bodies, "*" for those in another nation than their own ("ambassador"), else empty.
    """

    name: str
    needs: str
    country: str | None
    likely: str | None
    serves: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a text: tokens ``[start, end)``, and ``[head, head_end)`` without what modifies it.

    ``opening`` is the token that opens the phrase: the possessor's first ("the state's"), or ``start``.
    """

    opening: int
    start: int
    head: int
    head_end: int
    end: int
    name: OfficeName
    plural: bool
    possessor: EntitySpan | None

    @property
    def is_rank(self) -> bool:
        """True for a rank or form of address, which counts only right before a name."""
        return self.name.needs in _RANKS


def find_offices(layers: EntityLayers) -> list[Office]:
    """Return the offices that the text names, in order; one may be in the "of …" phrase of another."""
    starts = starts_of(layers.doc)
    found: list[Office] = []
    text = _lower(layers.source)
    for start, end in _finder().spans(text):
        head = bisect_left(starts, start + 1) - 1
        head_end = skip_designate(layers, bisect_left(starts, end))
        if head < 0 or layers.doc[head].idx != start or (found and head < found[-1].head_end):
            continue
        if _is_verb_or_in_name(layers, head, head_end) or is_sought(layers, head, head_end):
            continue
        name, plural = forms()[re.sub(r"\s", " ", text[start:end].replace("’", "'"))]
        office = _office(layers, name, plural, head, head_end)
        while found and office.start <= found[-1].head and found[-1].head_end <= head:
            found.pop()
        found.append(office)
    return found


@lru_cache(maxsize=1)
def forms() -> dict[str, tuple[OfficeName, bool]]:
    """Map every form of every office, in lower case, to the office and whether the form is a plural.

    >>> forms()["foreign secretaries"]
    (OfficeName(name='foreign secretary', needs='', country=None, likely=None, serves=''), True)
    """
    found: dict[str, tuple[OfficeName, bool]] = {}
    for row in lexicon.read("who/offices"):
        form = row["office"].replace("’", "'").lower()
        likely = row["country"].endswith("?")
        serves = row["country"] if row["country"] in _SERVES else ""
        country = row["country"].rstrip("?-*") or None
        name = OfficeName(row["office"], row["needs"], None if likely else country, country if likely else None, serves)
        found.setdefault(form, (name, form.endswith("s") and not form.endswith("ss")))
        if form[-1].isalpha() and not form.endswith("s"):
            found.setdefault(form[:-1] + "ies" if form.endswith("ry") else form + "s", (name, True))
    return found


def _is_verb_or_in_name(layers: EntityLayers, head: int, head_end: int) -> bool:
    """True for a verb ("to judge"), or inside a name: "Anna Pope Lind", "House of Representatives"."""
    body, person = layers.organisations.get(head), layers.people.get(head)
    if body is not None and body.start < head and layers.doc[head - 1].lower_ == "of" and _is_house(layers, head):
        return True
    if person is not None and person.start < head < person.end - 1:
        return True
    return layers.doc[head].pos_ == "VERB" and head_end - head == 1


def _is_house(layers: EntityLayers, head: int) -> bool:
    """True for the last words of "House of Representatives"."""
    return head > 1 and layers.doc[head - 2].lower_ in TITLE_WORDS["chamber"]


@lru_cache(maxsize=1)
def _finder() -> PhraseFinder:
    return PhraseFinder(forms())


def _lower(text: str) -> str:
    """The text in lower case, character by character: of "İ" alone Python makes two."""
    return text.replace("İ", "I").lower()


def _office(layers: EntityLayers, name: OfficeName, plural: bool, head: int, head_end: int) -> Office:
    start = _left(layers, head, rank=name.needs in _RANKS)
    opening, possessor = _possessor(layers, start)
    return Office(opening, start, head, head_end, _right(layers, head_end), name, plural, possessor)


def _left(layers: EntityLayers, head: int, *, rank: bool) -> int:
    """Return the first token of the modifiers; a rank has none but nations, organisations, "former", …"""
    at = head
    while at > 0 and head - at < _LONGEST:
        before = _before(layers, at, head, rank=rank)
        if before is None:
            break
        at = before
    return at


def _before(layers: EntityLayers, at: int, head: int, *, rank: bool) -> int | None:
    """Return where the modifier right before a token of the title begins, or None if none is there."""
    token = layers.doc[at - 1]
    bracket = _bracketed(layers, at - 1) if token.text == ")" else None
    if token.is_sent_end or bracket is not None:
        return None if token.is_sent_end else bracket
    if at - 1 in layers.people and at - 1 not in layers.organisations:
        return None
    span = layers.organisations.get(at - 1) or layers.nations.get(at - 1)
    if span is not None and span.end <= at and span.start < at:
        return span.start
    if at < head and _is_of_a_body(layers, at):
        return at - 2
    return at - 1 if _is_modifier(layers, at - 1, head, rank=rank) else None


def _is_modifier(layers: EntityLayers, at: int, head: int, *, rank: bool) -> bool:
    """True for an "and" inside the title, or a modifier that is not "anti-Syrian" nor another phrase's."""
    token = layers.doc[at]
    if not rank and token.lower_ in TITLE_WORDS["and"] and _joins(layers, at):
        return True
    stray = layers.doc[head].is_title and _is_stray(layers, at)
    aside = nations.is_aside(layers.source, token.idx, token.idx + len(token))
    return _modifies(layers, at, rank=rank) and not stray and not aside


def _is_of_a_body(layers: EntityLayers, at: int) -> bool:
    """True behind "Court of", "House of", "Ministry of", which the title goes on with."""
    if at < 2 or layers.doc[at - 1].lower_ != "of":
        return False
    body = layers.doc[at - 2]
    return body.is_title and body.lower_ in BODY_HEADS


def _modifies(layers: EntityLayers, at: int, *, rank: bool) -> bool:
    """True for a noun, adjective, number or hyphen, and for words like "former"; a rank has only those."""
    token = layers.doc[at]
    if token.lower_ in STANDING:
        return True
    if rank or (token.is_punct and token.text not in {"-", "–"}) or token.tag_ == "POS":
        return False
    return token.tag_ in MODIFIER_TAGS


def _is_stray(layers: EntityLayers, at: int) -> bool:
    """True if a small noun before a capital title belongs to another phrase ("an issue Prime Minister …")."""
    token = layers.doc[at]
    if token.tag_ not in {"NN", "NNS"} or not token.text[0].islower() or token.lower_ in STANDING:
        return False
    return token.lower_ not in BODY_HEADS and token.lower_ not in PORTFOLIOS


def _possessor(layers: EntityLayers, start: int) -> tuple[int, EntitySpan | None]:
    """Return the first token of the possessor ("the state's"), and what it names; ``start`` without one."""
    doc = layers.doc
    if start < 2 or doc[start - 1].lower_ not in POSSESSIVES or doc[start - 1].tag_ != "POS":
        return start, None
    owner = _owner(layers, start - 2)
    return (start - 2, None) if owner is None else (owner.start, owner)


def _bracketed(layers: EntityLayers, at: int) -> int | None:
    """Return the token that opens the bracket closed at ``at``, if an organisation is before it; or None."""
    for start in range(at - 1, max(0, at - _LONGEST_BRACKET), -1):
        if layers.doc[start].text == "(":
            return start if start - 1 in layers.organisations else None
    return None


def _joins(layers: EntityLayers, at: int) -> bool:
    """True for an "and" inside a title ("Transport and Bridges Minister"), not between people or offices."""
    if at == 0 or at + 1 >= len(layers.doc):
        return False
    left, right = layers.doc[at - 1], layers.doc[at + 1]
    if at - 1 in layers.people or at - 1 in layers.nations or right.lower_ in STANDING or right.lower_ in forms():
        return False
    return left.is_title and right.is_title and left.pos_ in NOMINAL and left.lower_ not in forms()


def _owner(layers: EntityLayers, at: int) -> EntitySpan | None:
    """Return the entity that a possessor is part of, a nation first; or None."""
    for layer in (layers.nations, layers.organisations, layers.people, layers.places):
        if at in layer:
            return layer[at]
    return None


def _right(layers: EntityLayers, head_end: int) -> int:
    """Return the end of the phrase behind the office ("of trade", "for Yemen"), ``head_end`` without one."""
    doc, at = layers.doc, head_end + 1
    opens = head_end < len(doc) and doc[head_end].lower_ in TITLE_WORDS["title_preposition"]
    if not opens or doc[head_end].is_sent_start:
        return head_end
    while at < len(doc) and at - head_end < 2 * _LONGEST:
        token = doc[at]
        span = layers.organisations.get(at) or layers.places.get(at)
        if token.is_sent_start or at in layers.people or token.is_space:
            break
        if span is not None and span.start == at:
            at = span.end
        elif _belongs(layers, at):
            at += 1
        else:
            break
    loose = TITLE_WORDS["inside_title"] | TITLE_WORDS["title_preposition"]
    while at > head_end and doc[at - 1].lower_ in loose:
        at -= 1
    return at


def _belongs(layers: EntityLayers, at: int) -> bool:
    """True for a token that continues the phrase behind an office."""
    doc = layers.doc
    token = doc[at]
    following = doc[at + 1].lower_ if at + 1 < len(doc) else ""
    if token.lower_ == "in":
        return at + 1 in layers.places or at + 1 in layers.nations
    if token.lower_ == "and" and (following in forms() or following in STANDING or at + 1 in layers.people):
        return False
    if token.text == ",":
        return _continues(layers, at)
    return (
        token.lower_ in TITLE_WORDS["inside_title"]
        or token.pos_ in NOMINAL
        or token.tag_ in {"POS", "DT", "PDT", "PRP$"}
    )


def _continues(layers: EntityLayers, at: int) -> bool:
    """True for a comma inside "Environment, Water, and Agriculture": capital nouns up to an "and"."""
    doc = layers.doc
    for step in range(at + 1, min(at + _LONGEST_LIST, len(doc))):
        token = doc[step]
        if step in layers.people or step in layers.places or step in layers.nations or token.lower_ in forms():
            return False
        if token.lower_ in TITLE_WORDS["and"]:
            return step + 1 < len(doc) and doc[step + 1].is_title and step + 1 not in layers.people
        if token.text != "," and not (token.is_title and token.pos_ in NOMINAL):
            return False
    return False
