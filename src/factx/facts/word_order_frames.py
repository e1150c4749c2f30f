"""Frames read off the word order, for parses that went astray: the verb group beside the phrase."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factx.facts.counted import Counted
from factx.facts.cues import CUES, EVENT_WORDS, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.frames import Frame, shared_object
from factx.facts.words import IRREGULAR, has_lemma
from factx.model import PREDICATES, ancestors

REACH = 4
"""Tokens behind the phrase among which its verb is looked for: auxiliaries and adverbs take no more."""
OPENS_OBJECT = frozenset({"NUM", "NOUN", "PROPN", "PRON", "DET"})
GOES_ON = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON"})
"""Word classes behind a word that show it is no state of the persons before it: "two arrested a man"."""
BASES = frozenset(IRREGULAR.values())
JOINS = frozenset({"CCONJ", "PUNCT", "ADV"})
"""Word classes between two states of the same persons ("shot and fatally wounded")."""
PASSED_OVER = frozenset({"ADV", "DET", "PART"})


def frames_after(counted: Counted) -> Iterator[Frame]:
    """Yield ``nsubj`` or ``nsubj:pass`` of the verb group behind the phrase, ``predicate`` of a state."""
    token = counted.noun if counted.noun is not None else counted.head
    if counted.head.dep_ in {"nmod", "nmod:poss"}:
        return
    doc, passive, limit = token.doc, False, token.sent.end
    last = max(token.i, counted.numeral.end - 1) if counted.amount.kind == "count" else token.i
    if _is_said_of(counted, doc, last + 1, limit):
        yield Frame("predicate", doc[last + 1])
        return
    for index in range(last + 1, min(last + 1 + REACH, limit)):
        word = doc[index]
        if word.lemma_.lower() in FUNCTION_WORDS["auxiliary"]:
            passive = passive or word.lemma_.lower() in FUNCTION_WORDS["passive_auxiliary"]
        elif word.tag_ in {"VBN", "VBD"}:
            if passive:
                yield Frame("nsubj:pass", word)
            else:
                yield Frame("nsubj", word)
                if not _has_object_after(word) and not _is_base(word):
                    yield Frame("headline", word)
            return
        elif word.tag_ == "JJ" and passive:
            yield Frame("predicate", word)
            return
        elif word.pos_ not in PASSED_OVER and word.ent_type_ != "DATE":
            return


def _is_said_of(counted: Counted, doc: Doc, index: int, limit: int) -> bool:
    """True for a state of persons with no noun behind it ("17 injured", "six shot, one of them fatally")."""
    if index >= limit:
        return False
    following = doc[index + 1].pos_ if index + 1 < limit else ""
    if doc[index].lower_ in CUES["fatally"]:
        return following not in PREDICATES
    return counted.noun is None and doc[index].lower_ in CUES["state_of_persons"] and following not in GOES_ON


def _is_base(verb: Token) -> bool:
    """True for "beat", whose participle is another word, so that it is active."""
    return verb.lower_ in BASES and verb.lower_ not in IRREGULAR


def _has_object_after(verb: Token) -> bool:
    """True if the next word opens an object ("killed five people"), so that the verb is active."""
    after = verb.i + 1
    if after >= verb.sent.end:
        return False
    word = verb.doc[after]
    return word.pos_ in OPENS_OBJECT or word.lower_ in FUNCTION_WORDS["bound"]


def _is_verb(token: Token) -> bool:
    """True for a verb, whatever the tagger says of "shot" and "wounds" before a number."""
    if token.pos_ == "VERB" or token.lower_ in IRREGULAR:
        return token.pos_ != "NOUN" or token.nbor().lower_ not in PREPOSITIONS["part"]
    return token.tag_ == "NNS" and has_lemma(token, EVENT_WORDS["harming"])


def is_of_another(frame: Frame, counted: Counted) -> bool:
    """True for a state behind another number, or where another follows the phrase: "1 dead, 3 hurt"."""
    trigger, states = frame.trigger, CUES["state_of_persons"]
    if trigger.lower_ not in states:
        return False
    noun = counted.noun if counted.noun is not None else counted.head
    doc, own = trigger.doc, max(noun.i, counted.numeral.end - 1) + 1
    if own < len(doc) and doc[own].pos_ == "ADV":
        own += 1
    if own < len(doc) and doc[own].lower_ in states:
        between = doc[own : trigger.i]
        return own > trigger.i or not all(word.lower_ in states or word.pos_ in JOINS for word in between)
    before = trigger.i - 1
    if before < 0 or doc[before].pos_ != "NUM" or doc[before] in counted.numeral:
        return False
    return not any(item.lower_ in FUNCTION_WORDS["of_age"] for item in ancestors(doc[before]))  # "two aged 12 drowned"


def frames_before(counted: Counted) -> Iterator[Frame]:
    """Yield ``obj`` of the verb before the amount, ``obl:PREP`` with a preposition between."""
    doc, span = counted.head.doc, counted.numeral
    index, first = span.start - 1, span.sent.start
    while index >= first and doc[index].lower_ in FUNCTION_WORDS["bound"]:
        index -= 1
    name = "obj"
    if index > first and doc[index].pos_ == "ADP":
        name, index = f"obl:{doc[index].lower_}", index - 1
    if index >= first and _is_verb(doc[index]):
        yield Frame(name, doc[index])
        if name == "obj":
            yield from shared_object(doc[index])
