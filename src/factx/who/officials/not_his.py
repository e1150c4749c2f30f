"""Nations that a sentence names beside an official and that he does not serve.

1. His counterpart's: "the minister and his German counterpart".
2. Those he gives something to or visits: "Chancellor Ana Maier offered Jordan 20 million euros".
3. Those in his or somebody's words: "We want no pact with Peru," the minister said. Places tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from factx.who.layers import EntityLayers
from factx.who.officials.office_names import TitledName
from factx.who.words import TITLE_WORDS

_QUOTES = frozenset('"“”')
_CLIMB = 4
"""Tokens from a nation up to the verb that it belongs to: Jordan, euros, offered."""


def foreign_to(layers: EntityLayers, titled: TitledName) -> set[str]:
    """Return the nations (ISO alpha-3) that the official's sentence says he does not serve."""
    sentence = layers.doc[titled.office.head].sent
    return {*_of_counterparts(layers, titled, sentence), *_of_guests(layers, titled, sentence)}


def before_office(layers: EntityLayers, titled: TitledName) -> Iterator[int]:
    """Yield the tokens of the sentence before the office, from the last, without nations quoted."""
    first = layers.doc[titled.office.head].sent.start
    is_said = False
    for at in range(titled.office.start - 1, first - 1, -1):
        if layers.doc[at].text in _QUOTES:
            is_said = not is_said
        elif not (is_said and at in layers.nations):
            yield at


def _of_counterparts(layers: EntityLayers, titled: TitledName, sentence: Span) -> Iterator[str]:
    """Yield the nations right before "counterpart", unless that is the official himself."""
    for token in sentence:
        iso3 = layers.nation_at(token.i - 1) if token.lower_ in TITLE_WORDS["counterpart"] else None
        if iso3 is not None and not token.i < titled.office.start <= token.i + 2:
            yield iso3


def _of_guests(layers: EntityLayers, titled: TitledName, sentence: Span) -> Iterator[str]:
    """Yield the nations that get what the official gives, or that he visits."""
    for token in sentence:
        nation = layers.nations.get(token.i)
        if nation is None or nation.mention.iso3 is None or nation.mention.linked_by == "demonym":
            continue
        verb = _verb_of(token)
        if verb is None or not any(titled.start <= child.i < titled.end for child in _subjects(verb)):
            continue
        is_visited = verb.lemma_ in TITLE_WORDS["visits"] and verb.i < token.i
        is_given = verb.lemma_ in TITLE_WORDS["gives"] and (token.dep_ == "iobj" or _is_to(token))
        if is_visited or is_given:
            yield nation.mention.iso3


def _verb_of(token: Token) -> Token | None:
    """Return the verb that a nation depends on, be it by the sum that goes to it; or None."""
    for _ in range(_CLIMB):
        if token.head is token:
            return None
        token = token.head
        if token.pos_ == "VERB":
            return token
    return None


def _subjects(verb: Token) -> Iterator[Token]:
    yield from (child for child in verb.children if child.dep_.startswith("nsubj"))


def _is_to(token: Token) -> bool:
    return any(child.lower_ == "to" for child in token.children if child.i < token.i)
