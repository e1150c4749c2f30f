"""More of those counted before: of "killed nine cows, and four more were hurt" the four are cows, too.

So are the five of "of the nine cows, five were killed"; and in "the number of cots given is 40"
the 40 are cots.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from factx.facts.counts.counted import ALONE, Counted, noun_classes
from factx.facts.counts.parts import is_some_of_them, wholes_in_front
from factx.facts.counts.tolls import NO_PEOPLE, toll_of_value
from factx.facts.cues import CUES, EVENT_WORDS, HARM
from factx.facts.money.features import are_goods
from factx.facts.words import NOUNS, has_lemma
from factx.model import child, first_conjunct

THINGS = frozenset({"thing"})
MISSING = frozenset({"missing"})
VEHICLES = EVENT_WORDS["vehicle"] | CUES["craft"] | CUES["or_vehicle"]
MORE = frozenset({"more"})


def with_more_of_them(counted: Iterable[Counted]) -> list[Counted]:
    """Return the counted phrases, in which more than harmed animals are animals."""
    found: list[Counted] = []
    last: Counted | None = None
    for item in counted:
        if last is not None and last.sent.start == item.sent.start and _are_of_last(last, item):
            item = replace(item, classes=last.classes)
        elif item.classes == ALONE and (whole := _whole_in_front(item)) is not None:
            item = replace(item, classes=noun_classes(whole))
        elif item.classes == ALONE and item.amount.kind == "count" and (goods := _goods_numbered(item)) is not None:
            item = replace(item, noun=goods, classes=noun_classes(goods))
        if item.noun is not None and not item.singular:
            last = item
        found.append(item)
    return found


def _are_of_last(last: Counted, item: Counted) -> bool:
    return (_is_more(item) and _are_things(last, item)) or _share_a_fate(last, item)


def _share_a_fate(animals: Counted, item: Counted) -> bool:
    """True for a bare number of those just told of: "nine horses fell and two died".

    More than there were, those whom the animals hurt, and those behind a person are others.
    """
    if item.classes != ALONE or item.noun is not None or animals.noun is None or item.amount.kind != "count":
        return False
    if not _are_animals(animals, item) or _is_person_between(animals.head, item.head):
        return False
    top = animals.head.head if animals.head.dep_ == "nmod" and animals.head.head.pos_ == "NUM" else animals.head
    if item.head.dep_ == "obj":
        return top.dep_ == "obj"
    fewer = (item.amount.low or 0) <= (animals.amount.low or 0)
    return fewer and top.dep_ in {"nsubj", "nsubj:pass", "obj"}


def _are_animals(those: Counted, item: Counted) -> bool:
    """True for animals, and for things: "three vases were broken, two missing"."""
    if those.noun is None:
        return False
    missing = item.head.head
    bare = missing.lower_ in MISSING and child(missing, "cop", "aux") is None
    things = bare and those.classes == THINGS and not has_lemma(those.noun, VEHICLES)
    return has_lemma(those.noun, CUES["animal"]) or things


def _is_person_between(first: Token, last: Token) -> bool:
    return any(noun_classes(item) - NO_PEOPLE for item in first.doc[first.i + 1 : last.i] if item.pos_ in NOUNS)


def _whole_in_front(item: Counted) -> Token | None:
    """Return the things of which a bare subject is a part: "of the nine cows, five were killed"; or None."""
    front = wholes_in_front(item.head) if item.noun is None else []
    return next((whole for whole in front if noun_classes(whole) and noun_classes(whole) <= NO_PEOPLE), None)


def _goods_numbered(item: Counted) -> Token | None:
    """Return the goods whose number is told: "brought to 40 the number of cots donated"; or None."""
    told = toll_of_value(item.head) if item.noun is None else None
    return told if told is not None and told.tag_ == "NNS" and are_goods(replace(item, noun=told)) else None


def _are_things(last: Counted, more: Counted) -> bool:
    """True if animals were harmed, or if what befalls the others befalls things: "five more were damaged"."""
    if last.classes == THINGS and (_is_which(more) or has_lemma(first_conjunct(last.head).head, HARM)):
        return True
    return bool(last.classes) and last.classes <= NO_PEOPLE and has_lemma(more.head.head, CUES["wrecking"])


def _is_which(counted: Counted) -> bool:
    """True for "three of which", which are seldom persons."""
    end = counted.numeral.end
    return [word.lower_ for word in counted.head.doc[end : end + 2]] == ["of", "which"]


def _is_more(counted: Counted) -> bool:
    """True for "four more", "four of them"."""
    doc, after = counted.head.doc, counted.numeral.end
    if counted.classes != ALONE or after >= len(doc):
        return False
    return _is_which(counted) or is_some_of_them(counted) or (counted.noun is None and doc[after].lower_ in MORE)
