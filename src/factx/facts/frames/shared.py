"""Frames that an argument of one verb has in others: what is predicated, caused or coordinated."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.facts.cues import CUES, EVENT_WORDS, PREPOSITIONS
from factx.facts.frame import Frame
from factx.facts.frames.shared_voice import is_passive_conjunct
from factx.facts.relations import is_complement, is_predicative, says_of
from factx.facts.words import has_lemma
from factx.model import PARTICIPLES, PREDICATES, child, children, is_passive, preposition


def shared_with(verb: Token, name: str) -> Iterator[Frame]:
    """Yield the frames that a core argument has in what is predicated, caused or coordinated."""
    if is_predicative(verb, name):
        yield Frame("predicate", verb)
    if has_lemma(verb, CUES["staying"]):
        yield from (Frame("predicate", item) for item in verb.children if says_of(item))
    if name == "obj" and has_lemma(verb, CUES["ordering"]):
        yield from (Frame("nsubj:pass", item) for item in _ordered_behind_clause(verb))
    for item in verb.children:
        if child(item, "nsubj", "nsubj:pass") is not None:
            continue
        if is_complement(item, verb):
            yield from _complement(item)
        elif item.dep_ == "conj" and item.pos_ in PREDICATES and name != "obj":
            yield from _joined(item, is_passive(verb) or _is_bare_state(verb))
        elif name != "obj" and _is_state(item):
            yield Frame("predicate", item)


def _ordered_behind_clause(verb: Token) -> Iterator[Token]:
    """Yield "held" of "ordered two of the nine men seized to be held", parsed as of the clause before it."""
    clauses = (item for whom in children(verb, "obj") for item in whom.subtree if item.head.dep_ == "acl")
    for item in clauses:
        mark = child(item, "mark")
        if mark is not None and mark.lower_ == "to" and child(item, "aux:pass") is not None:
            yield item


def is_joined_state(item: Token) -> bool:
    """True for where a second clause says that the first one's subject is: "fled and are in custody"."""
    held = item.dep_ == "conj" and item.pos_ == "NOUN" and preposition(item) in PREPOSITIONS["custody"]
    return held and child(item, "cop") is not None and has_lemma(item, EVENT_WORDS["jail"])


def _is_state(item: Token) -> bool:
    """True for a second predicate that is no verb: "fled and is dead", "and are in custody"."""
    return is_joined_state(item) or (item.dep_ == "conj" and item.lower_ in CUES["state_of_persons"])


def _is_bare_state(verb: Token) -> bool:
    """True for "hurt" of "knew of nobody hurt or made homeless", which is no verb by its tag."""
    return verb.lower_ in CUES["state_of_persons"] and verb.tag_ == "JJ"


def _joined(item: Token, passive: bool) -> Iterator[Frame]:
    """Yield the frame of a verb in the voice of the one before it, and of those behind it."""
    shared = item.tag_ in PARTICIPLES and is_passive_conjunct(item, passive)
    yield Frame("nsubj:pass" if shared else "nsubj", item)
    going_on = shared or (passive and item.lower_ in CUES["state_of_persons"])  # "hurt, missing or made homeless"
    for other in children(item, "conj"):
        if other.pos_ in PREDICATES and child(other, "nsubj", "nsubj:pass") is None:
            yield from _joined(other, going_on)


def _complement(item: Token) -> Iterator[Frame]:
    if child(item, "nummod") is not None:
        return
    bare_participle = item.tag_ == "VBN" and child(item, "aux:pass") is None and child(item, "aux") is None
    if item.pos_ in {"ADJ", "NOUN"} or item.tag_ == "JJ" or bare_participle:
        yield Frame("predicate", item)
    if item.pos_ in PREDICATES:
        yield Frame("nsubj:pass" if is_passive(item) or item.tag_ == "VBN" else "nsubj", item)
