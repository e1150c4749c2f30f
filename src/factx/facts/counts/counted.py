"""Counted phrases: an amount with the noun that it counts, and the classes of nouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from factx.base import QuantityMention, lexicon, word_classes
from factx.facts.counts.ages import is_age, is_of_age
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.words import bases, has_lemma
from factx.model import child, children, preposition, tokens_between

ONE = frozenset({"one"})
PERSON_SUFFIXES = tuple(sorted(lexicon.words("facts/person_endings", "ending")))
DEMONYM_SUFFIXES = ("an", "ese", "ish")
"""Endings of adjectives that stand for people ("three Congolese")."""
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})
ALONE = frozenset({"alone"})
"""The class of a number without a noun."""
MULTIPLES = {word: float(value) for word, value in lexicon.table("facts/multiples", "word", "value").items()}
PERSONS = lexicon.words("facts/wordnet_persons", "lemma")
THINGS = lexicon.words("facts/wordnet_things", "lemma")
QUALIFIED = {
    row["lemma"]: (frozenset(row["with"].split("|")), row["class"]) for row in lexicon.read("facts/qualified_nouns")
}


@dataclass(frozen=True)
class Counted:
    """An amount in its sentence.

    ``head`` is the syntactic head of the phrase of amount and noun, ``classes`` are those of the noun,
    and ``singular`` marks one person whom a determiner counts ("a policeman").
    """

    amount: QuantityMention
    head: Token
    noun: Token | None
    classes: frozenset[str]
    singular: bool = False

    @cached_property
    def sent(self) -> Span:
        """The sentence."""
        return self.head.sent

    @cached_property
    def numeral(self) -> Span:
        """The tokens of the amount."""
        return tokens_between(self.head.doc, self.amount.start_char, self.amount.end_char)


def is_almost_none(counted: Counted) -> bool:
    """True for "almost none", "virtually no refugees", which are some."""
    first = counted.numeral.start
    behind = first > counted.sent.start and counted.head.doc[first - 1].lower_ in FUNCTION_WORDS["almost"]
    return behind and counted.amount.high == 0


def start_of(item: Counted) -> int:
    """Return where the phrase starts, with the bound words before its amount."""
    start = item.numeral.start
    while start > item.sent.start and item.head.doc[start - 1].lower_ in FUNCTION_WORDS["bound"]:
        start -= 1
    return start


def end_of(item: Counted) -> int:
    """Return where the phrase ends, its noun with it: the place of the word behind."""
    return max(item.numeral.end, item.head.i + 1)


def noun_over(amount: Token) -> Token:
    """Return the noun that an amount counts as the parse has it, else the amount itself."""
    return amount.head if amount.dep_ == "nummod" else amount


def noun_classes(noun: Token) -> frozenset[str]:
    """Return the classes of a noun (person, force, state, gift …); empty if no lexicon knows it.

    Some nouns need company: "officers" are a force only beside police, army … (lexicon
    ``qualified_nouns``).
    """
    found = set(next(filter(None, map(word_classes, _forms(noun))), frozenset[str]()))
    if not found and _is_person(noun):
        found.add("person")
    qualifiers, name = QUALIFIED.get(noun.lemma_.lower(), (frozenset[str](), ""))
    council = any(has_lemma(item, CUES["assembly"]) for item in children(noun, "nmod"))
    beside = (*_modifiers(noun), *_whose(noun))
    if qualifiers and not council and any(item.lemma_.lower() in qualifiers for item in beside):
        found.add(name)
    return frozenset(found)


def _forms(noun: Token) -> tuple[str, ...]:
    """Return the base forms of a noun; a participle is first its own, as the wounded are no wounds."""
    return (noun.lower_, *bases(noun)) if noun.tag_ == "VBN" else bases(noun)


def _is_person(noun: Token) -> bool:
    """True for persons by ending, by WordNet, or as members of a people ("three Congolese")."""
    if noun.lower_.endswith(PERSON_SUFFIXES) or noun.lemma_.lower() in PERSONS or is_of_age(noun):
        return True
    return noun.ent_type_ == "NORP" or (noun.pos_ == "ADJ" and noun.lower_.endswith(DEMONYM_SUFFIXES))


def is_thing(noun: Token) -> bool:
    """True for an animal or artifact: of no class that rules count, and no name ("seven cormorants")."""
    return noun.text[:1].islower() and has_lemma(noun, THINGS) and not noun_classes(noun)


def _whose(noun: Token) -> Iterator[Token]:
    """Yield the words of who sends or has what a verb's object is: "the army deployed 500 personnel"."""
    if noun.dep_ == "obj" and has_lemma(noun.head, CUES["sending"] | CUES["having"]):
        for item in children(noun.head, "nsubj"):
            yield from (item, *children(item, "compound"))


def _modifiers(noun: Token) -> Iterator[Token]:
    """Yield the words that qualify a noun, and the words that qualify those."""
    for item in noun.children:
        if item.dep_ in {"compound", "amod", "flat", "nmod:poss", "nmod", "nmod:desc"}:
            yield item
            yield from (part for part in item.children if part.dep_ in {"compound", "amod", "conj", "flat"})


def counted_phrase(doc: Doc, amount: QuantityMention) -> Counted | None:
    """Return an amount with its noun; None for an age."""
    tokens = tokens_between(doc, amount.start_char, amount.end_char)
    if not len(tokens):
        return None
    root, noun = tokens.root, _noun_of(doc, amount, tokens)
    if noun is None and is_age(tokens):
        return None
    body = _body(tokens) if amount.kind == "count" else None
    if body is not None:
        return Counted(amount, root if noun is None else body, body, frozenset({"force"}))
    if noun is None:
        return Counted(amount, (_more(tokens) if amount.kind == "count" else None) or root, None, ALONE)
    top = root if root.is_ancestor(noun) else noun
    alone = noun.pos_ in {"PRON", "NUM"}  # "two of them", "two of the 40"
    return Counted(amount, top, noun, ALONE if alone else noun_classes(noun))


def _noun_of(doc: Doc, amount: QuantityMention, tokens: Span) -> Token | None:
    """Return the noun of an amount, or what it is a part of ("three of the men"); or None."""
    noun, own_clause = noun_of_amount(doc, amount), child(tokens.root, "acl:relcl")
    if noun is not None and noun.i < tokens.root.i and own_clause is not None and amount.kind == "count":
        return None  # "two men were held for the five who died"
    part = partitive_noun(tokens.root) if amount.kind != "money" else None
    if part is not None and part.ent_type_ == "LOC" and amount.kind == "count" and noun in {None, part}:
        return None  # a share of a land is one, but 32 are of Leeds, no part of it
    if noun is not None and not (amount.kind == "count" and _is_state(noun, amount)):
        return noun
    return None if part is None or part.i < tokens.end else part


def _more(tokens: Span) -> Token | None:
    """Return "more" in "nine more were injured", where the parse makes it the subject; or None."""
    if tokens.end >= len(tokens.doc):
        return None
    after = tokens.doc[tokens.end]
    return after if after.lower_ in CUES["more"] and tokens.root.head == after else None


def _body(tokens: Span) -> Token | None:
    """Return the force in "a 30-strong police unit", "a 12-man patrol"; None for other phrases."""
    doc, end = tokens.doc, tokens.end
    if end + 1 >= len(doc) or doc[end].text != "-" or doc[end + 1].lower_ not in FUNCTION_WORDS["strength"]:
        return None
    noun = doc[end + 1].head
    several = tokens[0].lower_ not in ONE  # "a one-man army"
    force = "force" in noun_classes(noun) or noun.lemma_.lower() in CUES["force_unit"]
    return noun if several and noun.i > end + 1 and force else None


def _is_state(noun: Token, amount: QuantityMention) -> bool:
    """True if what is parsed as a noun in the singular is said of several persons ("Four shot in Lyon")."""
    return noun.lower_ in CUES["state_of_persons"] and noun.tag_ == "NN" and (amount.low or 0) > 1


def noun_of_amount(doc: Doc, amount: QuantityMention) -> Token | None:
    """Return the noun that an amount counts, as the quantities have it; or None."""
    if amount.noun_start is None or amount.noun_end is None:
        return None
    span = doc.char_span(amount.noun_start, amount.noun_end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    noun = span.root
    head = noun
    if _is_hyphenated(noun) and "state" in noun_classes(noun):
        return noun  # "a 19-nation force" counts nations
    while head.dep_ in {"compound", "amod", "nmod:desc", "nmod:poss"} and head.head.i > head.i:
        head = head.head
        if head.pos_ in {"NOUN", "PROPN"}:
            noun = head
    return noun


def _is_hyphenated(noun: Token) -> bool:
    return noun.i > noun.sent.start and noun.nbor(-1).text == "-" and noun.dep_ == "compound"


def partitive_noun(root: Token) -> Token | None:
    """Return "them" of "two of them", "miners" of "one of the miners", "a trio of miners"; or None."""
    return next((item for item in children(root, "nmod") if preposition(item) in PREPOSITIONS["part"]), None)


def one(token: Token, value: float = 1.0) -> QuantityMention:
    """Return a word that counts persons without a number ("a", "another", "double") as an amount."""
    return QuantityMention(token.idx, token.idx + len(token), token.text, "count", value, value, value, "exact")
