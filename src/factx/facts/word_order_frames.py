"""Frames read off the word order, for parses that went astray: the verb group beside the phrase."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factx.facts.counted import Counted
from factx.facts.cues import CUES, FUNCTION_WORDS
from factx.facts.frames import Frame, shared_object
from factx.facts.words import IRREGULAR

REACH = 4
"""Tokens behind the phrase among which its verb is looked for: auxiliaries and adverbs take no more."""
OPENS_OBJECT = frozenset({"NUM", "NOUN", "PROPN", "PRON", "DET"})
PASSED_OVER = frozenset({"ADV", "DET", "PART"})


def frames_after(counted: Counted) -> Iterator[Frame]:
    """Yield ``nsubj`` or ``nsubj:pass`` of the verb group behind the phrase, ``predicate`` of a state."""
    token = counted.noun if counted.noun is not None else counted.head
    if counted.head.dep_ in {"nmod", "nmod:poss"}:
        return
    doc, passive, limit = token.doc, False, token.sent.end
    if counted.noun is None and _is_state(doc, token.i + 1, limit):
        yield Frame("predicate", doc[token.i + 1])
        return
    for index in range(token.i + 1, min(token.i + 1 + REACH, limit)):
        word = doc[index]
        if word.lemma_.lower() in FUNCTION_WORDS["auxiliary"]:
            passive = passive or word.lemma_.lower() in FUNCTION_WORDS["passive_auxiliary"]
        elif word.tag_ in {"VBN", "VBD"}:
            if passive:
                yield Frame("nsubj:pass", word)
            else:
                yield Frame("nsubj", word)
                if not _has_object_after(word):
                    yield Frame("headline", word)
            return
        elif word.tag_ == "JJ" and passive:
            yield Frame("predicate", word)
            return
        elif word.pos_ not in PASSED_OVER and word.ent_type_ != "DATE":
            return


def _is_state(doc: Doc, index: int, limit: int) -> bool:
    """True for a state of persons with no noun behind it ("17 injured and six missing")."""
    if index >= limit or doc[index].lower_ not in CUES["state_of_persons"]:
        return False
    return index + 1 >= limit or doc[index + 1].pos_ not in {"NOUN", "PROPN", "ADJ"}


def _has_object_after(verb: Token) -> bool:
    """True if the next word opens an object ("killed five people"), so that the verb is active."""
    after = verb.i + 1
    if after >= verb.sent.end:
        return False
    word = verb.doc[after]
    return word.pos_ in OPENS_OBJECT or word.lower_ in FUNCTION_WORDS["bound"]


def frames_before(counted: Counted) -> Iterator[Frame]:
    """Yield ``obj`` of the verb before the amount, ``obl:PREP`` with a preposition between."""
    doc, span = counted.head.doc, counted.numeral
    index, first = span.start - 1, span.sent.start
    while index >= first and doc[index].lower_ in FUNCTION_WORDS["bound"]:
        index -= 1
    name = "obj"
    if index > first and doc[index].pos_ == "ADP":
        name, index = f"obl:{doc[index].lower_}", index - 1
    if index >= first and (doc[index].pos_ == "VERB" or doc[index].lower_ in IRREGULAR):
        yield Frame(name, doc[index])
        if name == "obj":
            yield from shared_object(doc[index])
