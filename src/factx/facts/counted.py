"""What is counted: each amount with its noun, and singular persons ("a policeman") as amounts of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from factx.base import QuantityMention, lexicon
from factx.facts.words import bases
from factx.model import child, children, preposition, token_indices, tokens_between

SINGULAR_DETERMINERS = frozenset({"a", "an", "another"})
ONE = frozenset({"one"})
PERSON_SUFFIXES = ("man", "woman", "men", "women", "person", "people", "child", "children")
ALONE = frozenset({"alone"})
OLDEST = 110
REMAINS = frozenset({"body", "corpse"})


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount in its sentence. ``top`` heads the phrase of amount and noun; ``classes`` are the noun's."""

    amount: QuantityMention
    top: Token
    noun: Token | None
    classes: frozenset[str]
    singular: bool = False

    @property
    def numeral(self) -> Span:
        """The tokens of the amount."""
        return tokens_between(self.top.doc, self.amount.start_char, self.amount.end_char)


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in lexicon.read("base/counted_nouns"):
        table.setdefault(row["lemma"].lower(), set()).add(row["class"])
    return {lemma: frozenset(found) for lemma, found in table.items()}


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicon.read("facts/wordnet_persons"))


@lru_cache(maxsize=1)
def _qualified() -> dict[str, tuple[frozenset[str], str]]:
    rows = lexicon.read("facts/qualified_nouns")
    return {row["lemma"]: (frozenset(row["with"].split("|")), row["class"]) for row in rows}


def noun_classes(noun: Token) -> frozenset[str]:
    """The classes of a noun, e.g. person, force, state, gift; empty for a noun that the lexicon lacks.

    Some nouns need company: "officers" are a force only beside police, army … (lexicon ``qualified_nouns``).
    """
    found = set(next(filter(None, map(word_classes, bases(noun))), frozenset[str]()))
    if not found and (noun.lower_.endswith(PERSON_SUFFIXES) or noun.lemma_.lower() in _persons()):
        found.add("person")
    if not found and (noun.ent_type_ == "NORP" or (noun.pos_ == "ADJ" and noun.lower_.endswith(("an", "ese", "ish")))):
        found.add("person")
    qualifiers, name = _qualified().get(noun.lemma_.lower(), (frozenset[str](), ""))
    if qualifiers and any(item.lemma_.lower() in qualifiers for item in _company(noun)):
        found.add(name)
    return frozenset(found)


def _company(noun: Token) -> Iterator[Token]:
    for item in noun.children:
        if item.dep_ in {"compound", "amod", "flat", "nmod:poss", "nmod", "nmod:desc"}:
            yield item
            yield from (part for part in item.children if part.dep_ in {"compound", "amod", "conj", "flat"})


@lru_cache(maxsize=4096)
def word_classes(word: str) -> frozenset[str]:
    """The classes that the lexicon gives a lemma; a hyphenated word has those of its last part."""
    table = _classes()
    return table.get(word) or table.get(word.rsplit("-", 1)[-1], frozenset())


def find_counted(doc: Doc, amounts: Iterable[QuantityMention]) -> list[Counted]:
    """All amounts of the doc and all singular persons, in text order."""
    found = [item for amount in amounts if not amount.converts for item in [_counted(doc, amount)] if item]
    taken = {item.noun.i for item in found if item.noun is not None}
    taken.update(item.top.i for item in found)
    found.extend(item for item in _ones(doc) if item.top.i not in taken)
    found.extend(item for item in _singular_persons(doc) if item.noun is not None and item.noun.i not in taken)
    return sorted(found, key=lambda item: item.amount.start_char)


def _counted(doc: Doc, amount: QuantityMention) -> Counted | None:
    tokens = tokens_between(doc, amount.start_char, amount.end_char)
    if not len(tokens):
        return None
    root = tokens.root
    noun = _noun(doc, amount)
    if noun is None and amount.kind != "money":
        noun = _partitive_noun(root)
    if noun is None and _is_age(tokens):
        return None
    top = root
    if noun is not None and not root.is_ancestor(noun):
        top = noun
    classes = ALONE if noun is None or noun.pos_ == "PRON" else noun_classes(noun)
    return Counted(amount, top, noun, classes)


def _is_age(tokens: Span) -> bool:
    """Whether a bare number stands between commas or brackets, as ages do ("the captain, 24, was hurt")."""
    doc, before, after = tokens.doc, tokens.start - 1, tokens.end
    if len(tokens) != 1 or not tokens[0].text.isdigit() or int(tokens[0].text) > OLDEST:
        return False
    if before < 0 or after >= len(doc):
        return False
    return doc[before].text in {",", "("} and doc[after].text in {",", ")", ".", ";"}


def _noun(doc: Doc, amount: QuantityMention) -> Token | None:
    if amount.noun_start is None or amount.noun_end is None:
        return None
    span = doc.char_span(amount.noun_start, amount.noun_end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    noun = span.root
    head = noun
    while head.dep_ in {"compound", "amod", "nmod:desc", "nmod:poss"} and head.head.i > head.i:
        head = head.head
        if head.pos_ in {"NOUN", "PROPN"}:
            noun = head
    return noun


def _partitive_noun(root: Token) -> Token | None:
    return next((item for item in children(root, "nmod") if preposition(item) in {"of", "among"}), None)


def _singular_persons(doc: Doc) -> Iterator[Counted]:
    for place in token_indices(doc, SINGULAR_DETERMINERS):
        determiner = doc[place]
        if determiner.dep_ != "det":
            continue
        noun = determiner.head
        if noun.i <= determiner.i or noun.pos_ not in {"NOUN", "PROPN", "ADJ"} or noun.tag_ in {"NNS", "NNPS"}:
            continue
        if child(noun, "nummod") is not None:
            continue
        classes = noun_classes(noun)
        if "person" in classes or noun.lemma_.lower() in REMAINS:
            yield Counted(_one(determiner), noun, noun, classes, singular=True)


def _ones(doc: Doc) -> Iterator[Counted]:
    """The partitive "one of them", "one of the miners"."""
    for place in token_indices(doc, ONE):
        token = doc[place]
        if token.dep_ not in {"nummod", "det"}:
            noun = _partitive_noun(token)
            if noun is not None:
                plain = noun.pos_ != "PRON"
                yield Counted(_one(token), token, noun if plain else None, noun_classes(noun) if plain else ALONE, True)


def _one(determiner: Token) -> QuantityMention:
    start = determiner.idx
    return QuantityMention(start, start + len(determiner), determiner.text, "count", 1.0, 1.0, 1.0, "exact")
