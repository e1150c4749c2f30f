"""Zeros told by negation: "not one soldier", "did not arrest anybody", one "no" over several nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from factx.base import QuantityMention, Spans
from factx.facts.counts.counted import ALONE, Counted, noun_classes
from factx.facts.cues import CUES, FUNCTION_WORDS
from factx.facts.relations import of_them
from factx.facts.slots.factuality import sharing
from factx.facts.slots.stance import is_undone
from factx.facts.words import has_lemma
from factx.model import PREDICATES, SUBJECTS, child, children, preposition, token_indices

LINKS = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "conj", "xcomp", "iobj"})
"""Relations through which a negated verb reaches what it counts none of."""
NOT = frozenset({"not"})
SINGLE = frozenset({"single"})
NEITHER = frozenset({"neither"})
NO = frozenset({"no"})
PERSON, LIFE = "person", "life"


def with_zeros(doc: Doc, counted: Iterable[Counted]) -> list[Counted]:
    """Return the counted phrases with the zeros among them, in text order."""
    zeros = [*_not_one(doc), *_not_any(doc), *_not_a_single(doc), *_neither(doc), *_no_report(doc)]
    none = Spans(item.amount for item in zeros)
    kept = [item for item in counted if not none.overlapping(item.amount.start_char, item.amount.start_char + 1)]
    every = [*kept, *zeros]
    heads = {item.head.i for item in every}
    every.extend(
        other for item in every if item.amount.high == 0 for other in _joined(item) if other.head.i not in heads
    )
    return sorted(every, key=lambda item: item.amount.start_char)


def _not_one(doc: Doc) -> Iterator[Counted]:
    """Yield "not one soldier", "not a single passenger", "not one of them"."""
    for place in token_indices(doc, NOT):
        span = _one_after(doc, place)
        if span is None:
            continue
        last = doc[span - 1]
        noun = last.head if last.dep_ in {"nummod", "det", "amod"} and last.head.i > last.i else None
        if noun is None and last.lower_ not in FUNCTION_WORDS["one"]:
            continue
        head = noun if noun is not None else last
        noun = noun if noun is not None else _whole(last)
        classes = ALONE if noun is None or noun.pos_ == "NUM" else noun_classes(noun)  # "not one of the 12"
        yield Counted(_zero(doc, place, span), head, noun, classes)


def _whole(part: Token) -> Token | None:
    """Return the pilgrims of "not one of the pilgrims", "neither of the pilgrims"; or None."""
    whole = of_them(part)
    return None if whole is None or whole.pos_ == "PRON" else whole


def _one_after(doc: Doc, place: int) -> int | None:
    """Return where "not one", "not a single (one)" ends; None for anything else behind "not"."""
    words = [word.lower_ for word in doc[place + 1 : place + 3]]
    if words[:1] and words[0] in FUNCTION_WORDS["one"]:
        return place + 2
    if words[:1] and words[0] in FUNCTION_WORDS["singular_determiner"] and _is_nobody(doc[place], doc[place + 1]):
        return place + 2
    single = len(words) == 2 and words[0] in FUNCTION_WORDS["singular_determiner"] and words[1] == "single"
    if not single:
        return None
    return place + (4 if doc[place + 3 : place + 4].text.lower() in FUNCTION_WORDS["one"] else 3)


def _is_nobody(no: Token, determiner: Token) -> bool:
    """True for "not a soul stirred", not for "not a bomb but a shell", "he was not a soldier"."""
    noun = determiner.head
    acts = noun.dep_ in SUBJECTS and noun.head.i > noun.i and child(noun, "amod", "conj") is None
    return acts and no.head in (noun, determiner) and not any(item.lower_ == "but" for item in noun.head.children)


def _not_any(doc: Doc) -> Iterator[Counted]:
    """Yield "any" with its noun, and "anyone", where a negated verb or "without" governs it."""
    for place in token_indices(doc, FUNCTION_WORDS["any"]):
        token = doc[place]
        noun = token.head if token.dep_ == "det" and token.head.i > token.i else None
        head = noun if noun is not None else token
        if _is_denied(head):
            classes = ALONE if noun is None else noun_classes(noun)
            yield Counted(_zero(doc, place, place + 1), head, noun, classes)


def _not_a_single(doc: Doc) -> Iterator[Counted]:
    """Yield "a single soldier" where a negated verb governs it ("has not lost a single soldier")."""
    for place in token_indices(doc, SINGLE):
        noun = doc[place].head
        alone = place > 0 and doc[place - 1].lower_ in FUNCTION_WORDS["singular_determiner"]
        if alone and noun.i > place and noun.pos_ == "NOUN" and _is_denied(noun):
            yield Counted(_zero(doc, place - 1, place + 1), noun, noun, noun_classes(noun))


def _neither(doc: Doc) -> Iterator[Counted]:
    """Yield "neither driver", "neither of the two drivers", "neither deaths nor injuries"."""
    for place in token_indices(doc, NEITHER):
        token = doc[place]
        part = _whole(token)
        noun = token.head if token.head.i > token.i and token.head.pos_ == "NOUN" else part
        if noun is not None:
            head = token if noun == part else noun
            yield Counted(_zero(doc, place, place + 1), head, noun, noun_classes(noun))


def _no_report(doc: Doc) -> Iterator[Counted]:
    """Yield what "no reports of injuries", "no report that anyone was hurt" report none of."""
    for place in token_indices(doc, NO):
        report = doc[place].head
        if doc[place].dep_ != "det" or not has_lemma(report, CUES["reporting_noun"]):
            continue
        what = of_them(report)
        anybody = next(
            (item for item in report.subtree if item.i > place and item.lower_ in FUNCTION_WORDS["anybody"]), None
        )
        if anybody is not None:
            yield Counted(_zero(doc, place, place + 1), anybody, None, ALONE)
        for noun in () if what is None else (what, *children(what, "conj")):
            if (noun.tag_ == "NNS" or noun.lower_ == LIFE) and child(noun, "det", "nummod", "nmod:poss") is None:
                yield Counted(_zero(doc, place, place + 1), noun, noun, noun_classes(noun))


def _is_denied(head: Token) -> bool:
    """True if the verb that governs the phrase is negated, or "without" stands before it."""
    token = head
    while True:
        mark = child(token, "mark")
        if "without" in (preposition(token), mark.lower_ if mark is not None else None):
            return True
        if token.pos_ in PREDICATES:
            if has_lemma(token, CUES["confirming"]):
                return False
            if any(map(_is_none_done, sharing(token))):
                return True
        if token.dep_ not in LINKS or token.head == token:
            return False
        token = token.head


def _is_none_done(verb: Token) -> bool:
    """True for what is not done, "neither arrested" and "nor hurt" too."""
    return is_undone(verb) or any(item.lower_ in FUNCTION_WORDS["neither_nor"] for item in verb.children)


def _joined(item: Counted) -> Iterator[Counted]:
    """Yield the other nouns that one "no" counts none of ("no deaths, injuries or arrests")."""
    if item.noun is None or item.noun != item.head:
        return
    for other in children(item.noun, "conj"):
        people = PERSON in item.classes & noun_classes(other)  # "no passengers or crew", who are told of together
        if other.pos_ == "NOUN" and child(other, "det", "nummod", "nmod:poss") is None and not people:
            yield replace(item, head=other, noun=other, classes=noun_classes(other))


def _zero(doc: Doc, start: int, end: int) -> QuantityMention:
    span = doc[start:end]
    return QuantityMention(span.start_char, span.end_char, span.text, "count", 0.0, 0.0, 0.0, "exact")
