"""Groups whose name is their number: "a trio of hikers", "a pair of brothers", "twin brothers"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from factx.base import lexicon
from factx.facts.counts.counted import ALONE, Counted, noun_classes, one, partitive_noun
from factx.model import child, token_indices

NUMBERS = {word: float(value) for word, value in lexicon.table("facts/group_numbers", "word", "value").items()}
NAMES = frozenset(NUMBERS)
TWIN = frozenset({"twin"})
PERSONS = frozenset({"person", "force", "refugee"})
INSIDE = frozenset({"compound", "flat", "amod"})
"""Relations of a word inside a longer phrase ("pair skating")."""


def with_groups(doc: Doc, counted: Iterable[Counted]) -> list[Counted]:
    """Return the counted phrases with the groups of persons among them, in text order."""
    found = list(counted)
    taken = {item.i for phrase in found for item in (phrase.head, phrase.noun) if item is not None}
    groups = (*_groups(doc), *_twins(doc))
    found.extend(group for group in groups if taken.isdisjoint((group.head.i, (group.noun or group.head).i)))
    return sorted(found, key=lambda item: item.amount.start_char)


def _groups(doc: Doc) -> Iterator[Counted]:
    for place in token_indices(doc, NAMES):
        group = doc[place]
        if group.dep_ in INSIDE or group.ent_type_ or group.pos_ != "NOUN":
            continue
        members = partitive_noun(group)
        classes = ALONE if members is None else noun_classes(members)
        if members is None or classes & PERSONS:
            yield Counted(one(group, NUMBERS[group.lower_]), group, members, classes)


def _twins(doc: Doc) -> Iterator[Counted]:
    """Yield "twin brothers", who are two, unless they are known: "the twin brothers", "her twin sons"."""
    for place in token_indices(doc, TWIN):
        twin, noun = doc[place], doc[place].head
        of_noun = twin.dep_ in INSIDE and noun.i > twin.i and noun.tag_ == "NNS"
        if of_noun and "person" in noun_classes(noun) and child(noun, "det", "nummod", "nmod:poss") is None:
            yield Counted(one(twin, 2.0), noun, noun, noun_classes(noun))
