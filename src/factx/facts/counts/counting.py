"""Everything that a text counts: its amounts, and persons told singly ("a policeman", "a sixth")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from factx.base import QuantityMention, Spans, lexicon
from factx.facts.counts.counted import (
    ALONE,
    ARGUMENTS,
    MULTIPLES,
    ONE,
    Counted,
    counted_phrase,
    is_thing,
    noun_classes,
    noun_of_amount,
    one,
    partitive_noun,
)
from factx.facts.cues import CARRIERS, CUES, FUNCTION_WORDS
from factx.facts.words import has_lemma
from factx.model import child, children, text_of, token_indices

BEFORE_ORDINAL = {row["word"]: float(row["before"]) for row in lexicon.read("facts/ordinals")}
COUNTED_SINGLY = frozenset({"person", "arrest"})


def find_counted(doc: Doc, amounts: Iterable[QuantityMention]) -> list[Counted]:
    """Return all amounts of the doc and all singular persons, in text order."""
    sized = _without_sizes(doc, list(amounts))
    stated = [amount for amount in sized if not amount.converts and amount.unit != "year_of_age"]
    further = list(_further_ones(doc, Spans(stated)))
    ones = Spans(item.amount for item in further)
    again = {item.head.idx for item in further}
    stated = [
        amount
        for amount in stated
        if amount.start_char not in again and not ones.overlapping(amount.start_char, amount.end_char)
    ]
    found = further + [item for amount in stated for item in [counted_phrase(doc, amount)] if item]
    counts = [item for item in found if item.amount.kind != "measure"]
    taken = {item.noun.i for item in counts if item.noun is not None}
    taken.update(item.head.i for item in counts)
    found.extend(item for item in _multiples(doc) if item.head.i not in taken)
    found.extend(item for item in _singular_persons(doc) if item.noun is not None and item.noun.i not in taken)
    return sorted(found, key=lambda item: item.amount.start_char)


def _without_sizes(doc: Doc, amounts: list[QuantityMention]) -> Iterator[QuantityMention]:
    """Yield the amounts but for those that say how large each counted thing is ("two $500 notes").

    What money is given in stays ("three $5 million grants").
    """
    previous: QuantityMention | None = None
    for amount in amounts:
        if previous is None or not _is_size(doc, previous, amount):
            yield amount
        previous = amount


def _is_size(doc: Doc, count: QuantityMention, amount: QuantityMention) -> bool:
    """True if a count's noun stands behind the amount right after it: measure, sum or "30-seat"."""
    if count.kind != "count" or count.noun_start is None or count.noun_start < amount.end_char:
        return False
    text = text_of(doc)
    if text[count.end_char : amount.start_char].strip(" -"):
        return False
    if amount.kind == "count":
        return text[amount.end_char : amount.end_char + 1] == "-" or amount.text.startswith(".")
    noun = noun_of_amount(doc, count)
    return noun is None or "gift" not in noun_classes(noun)


def _multiples(doc: Doc) -> Iterator[Counted]:
    """The victims of "a double murder", "the triple homicide"."""
    for place in token_indices(doc, frozenset(MULTIPLES)):
        token = doc[place]
        if token.dep_ not in {"amod", "compound", "nummod"} or token.head.dep_ == "compound":
            continue  # "a double murder suspect" is one
        if has_lemma(token.head, CUES["slaying"]):
            yield Counted(one(token, MULTIPLES[token.lower_]), token.head, token.head, noun_classes(token.head))


def _singular_persons(doc: Doc) -> Iterator[Counted]:
    for place in token_indices(doc, FUNCTION_WORDS["singular_determiner"]):
        determiner = doc[place]
        if determiner.dep_ != "det":
            continue
        noun = _person_meant(determiner.head)
        if noun.i <= determiner.i or noun.pos_ not in {"NOUN", "PROPN", "ADJ"} or noun.tag_ in {"NNS", "NNPS"}:
            continue
        if child(noun, "nummod") is not None or has_lemma(noun, CARRIERS["carrier"]):
            continue  # "a family of five"
        if noun.dep_ == "nmod:poss" and not has_lemma(noun.head, CUES["befalling"]):
            continue  # "a farmer's dog"
        classes = noun_classes(noun)
        if classes & COUNTED_SINGLY or noun.lemma_.lower() in CUES["remains"]:
            yield Counted(one(determiner), noun, noun, classes, singular=True)


def _person_meant(noun: Token) -> Token:
    """The person of "a man shot", where "shot" is parsed as a noun, and "a mayor's son"; else the noun."""
    if noun.dep_ == "nmod:poss" and {"person"} <= noun_classes(noun) & noun_classes(noun.head):
        return noun.head
    if noun.tag_ == "NN" and noun.lower_ in CUES["state_of_persons"]:
        return next((item for item in children(noun, "compound") if "person" in noun_classes(item)), noun)
    return noun


def _further_ones(doc: Doc, stated: Spans[QuantityMention]) -> Iterator[Counted]:
    """Yield the one more of "five were held and a sixth was shot dead", and of "a second one"."""
    for place in token_indices(doc, FUNCTION_WORDS["singular_determiner"]):
        head = doc[place].head
        if head.lower_ in ONE and _is_one_more(doc, place, head):
            part = partitive_noun(head)
            noun = part if part is not None and part.pos_ != "PRON" else None
            classes = ALONE if noun is None else noun_classes(noun)
            yield Counted(_words(doc, place, head.i - 1), head, noun, classes, singular=True)
        elif head.i == place + 1 and head.dep_ in ARGUMENTS | {"conj"} and _goes_on(doc, head, stated):
            yield Counted(_words(doc, place, head.i), head, None, ALONE, singular=True)


def _goes_on(doc: Doc, ordinal: Token, stated: Spans[QuantityMention]) -> bool:
    """True for "a sixth" behind five persons; not "killed four bills and mortally wounded a fifth"."""
    before = BEFORE_ORDINAL.get(ordinal.lower_)
    if before is None or child(ordinal, "compound") is not None or partitive_noun(ordinal) is not None:
        return False
    start = ordinal.nbor(-1).idx
    said = [item for item in stated.overlapping(ordinal.sent.start_char, start) if item.end_char <= start]
    sooner = [item.value or 0 for item in said]
    return before in {*sooner, sum(sooner)} and not any(_are_things(doc, item) for item in said)


def _is_one_more(doc: Doc, place: int, pronoun: Token) -> bool:
    """True for the "one" of "another one", "a second one"."""
    ordinal = doc[pronoun.i - 1]
    if pronoun.dep_ not in ARGUMENTS | {"conj"}:
        return False
    return ordinal.lower_ == "another" or (ordinal.i == place + 1 and ordinal.lower_ in BEFORE_ORDINAL)


def _words(doc: Doc, first: int, last: int) -> QuantityMention:
    """Return the words that count one person as an amount."""
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return QuantityMention(start, end, text_of(doc)[start:end], "count", 1.0, 1.0, 1.0, "exact")


def _are_things(doc: Doc, amount: QuantityMention) -> bool:
    noun = noun_of_amount(doc, amount)
    return noun is not None and (is_thing(noun) or bool(noun_classes(noun) & {"thing", "place", "organisation"}))
