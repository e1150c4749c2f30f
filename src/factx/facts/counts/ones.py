"""Persons whom a pronoun counts: "one of the miners", "and another was hurt", "and one is missing"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from factx.facts.counts.counted import ALONE, ARGUMENTS, ONE, Counted, noun_classes, one, partitive_noun
from factx.facts.cues import CUES, INDEFINITE, PREPOSITIONS
from factx.model import PREDICATES, child, preposition, token_indices

ANOTHER = frozenset({"another"})
MORE = frozenset({"more"})
COUNTING = frozenset({"nummod", "det"})


def with_ones(doc: Doc, counted: Iterable[Counted]) -> list[Counted]:
    """Return the counted phrases with those whom a pronoun counts among them, in text order."""
    found = list(counted)
    taken = {item.i for phrase in found for item in (phrase.head, phrase.noun) if item is not None}
    found.extend(item for item in _ones(doc) if item.head.i not in taken)
    return sorted(found, key=lambda item: item.amount.start_char)


def _ones(doc: Doc) -> Iterator[Counted]:
    """The partitive "one of them", "one of the miners", and "another" who is told of behind somebody else."""
    for token in (doc[place] for place in token_indices(doc, ANOTHER | ONE)):
        if _is_second(token) and (_is_in_state(token) or (token.lower_ in ANOTHER and _is_argument(token))):
            yield Counted(one(token), token, None, ALONE, singular=True)
        elif (more := _one_more(token)) is not None:
            yield Counted(one(token), more, None, ALONE, singular=True)
    for place in token_indices(doc, ONE):
        token = doc[place]
        if token.dep_ not in COUNTING:
            noun = partitive_noun(token)
            if noun is not None:
                plain = noun.pos_ != "PRON"
                yield Counted(one(token), token, noun if plain else None, noun_classes(noun) if plain else ALONE, True)


def _one_more(token: Token) -> Token | None:
    """Return the "more" of "and one more was hurt", whatever the parse makes of the "one"; or None."""
    more = token.head
    beside = token.lower_ in ONE and more.i == token.i + 1 and more.lower_ in MORE
    told = beside and _is_argument(more) and _is_second(token) and not _is_of_things(token)
    return more if told else None


def _is_argument(another: Token) -> bool:
    """True for "another" as subject or object, also of a bare participle ("and another wounded")."""
    above = {"VERB"} if another.dep_ == "det" else PREDICATES | {"ADJ"}
    return another.dep_ in ARGUMENTS | {"det"} and another.head.pos_ in above


def _is_in_state(pronoun: Token) -> bool:
    """True for the second of "and another is in critical condition", "and one is missing"."""
    if pronoun.i + 1 < pronoun.sent.end and pronoun.nbor().lower_ in CUES["fatally"]:
        return pronoun.nbor().head == pronoun
    state = pronoun.head
    placed = state.pos_ == "NOUN" and child(state, "cop") is not None and preposition(state) in PREPOSITIONS["custody"]
    told = placed or state.lower_ in CUES["state_of_persons"] | CUES["grave"]
    return pronoun.dep_ == "nsubj" and told and not _is_of_things(pronoun)


def _is_of_things(pronoun: Token) -> bool:
    """True if what is counted last before "one" is no person: "nine sheep were found and one is missing"."""
    before = reversed(pronoun.doc[pronoun.sent.start : pronoun.i])
    last = next((word for word in before if word.pos_ == "NUM" or word.lower_ in INDEFINITE), None)
    noun = None if last is None else last.head if last.dep_ in COUNTING else partitive_noun(last)
    return noun is not None and noun.pos_ == "NOUN" and "person" not in noun_classes(noun)


def _is_second(another: Token) -> bool:
    """True if a person or a number stands before "another" in its sentence."""
    before = another.doc[another.sent.start : another.i]
    return any(word.pos_ == "NUM" or (word.dep_ == "det" and "person" in noun_classes(word.head)) for word in before)
