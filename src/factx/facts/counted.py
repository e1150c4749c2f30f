"""Counted phrases: each amount with its noun, and singular persons ("a policeman") as amounts of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from factx.base import QuantityMention, Spans, lexicon, word_classes
from factx.facts.ages import is_age, is_of_age
from factx.facts.cues import CARRIERS, CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.words import bases, has_lemma
from factx.model import child, children, preposition, text_of, token_indices, tokens_between

ONE = frozenset({"one"})
PERSON_SUFFIXES = tuple(sorted(lexicon.words("facts/person_endings", "ending")))
DEMONYM_SUFFIXES = ("an", "ese", "ish")
"""Endings of adjectives that stand for people ("three Congolese")."""
BEFORE_ORDINAL = {row["word"]: float(row["before"]) for row in lexicon.read("facts/ordinals")}
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})
ALONE = frozenset({"alone"})
"""The class of a number without a noun."""
MULTIPLES = {word: float(value) for word, value in lexicon.table("facts/multiples", "word", "value").items()}
COUNTED_SINGLY = frozenset({"person", "arrest"})
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


def start_of(item: Counted) -> int:
    """Return where the phrase starts, with the bound words before its amount."""
    start = item.numeral.start
    while start > item.sent.start and item.head.doc[start - 1].lower_ in FUNCTION_WORDS["bound"]:
        start -= 1
    return start


def noun_classes(noun: Token) -> frozenset[str]:
    """Return the classes of a noun (person, force, state, gift …); empty if no lexicon knows it.

    Some nouns need company: "officers" are a force only beside police, army … (lexicon
    ``qualified_nouns``).
    """
    found = set(next(filter(None, map(word_classes, bases(noun))), frozenset[str]()))
    if not found and _is_person(noun):
        found.add("person")
    qualifiers, name = QUALIFIED.get(noun.lemma_.lower(), (frozenset[str](), ""))
    council = any(has_lemma(item, CUES["assembly"]) for item in children(noun, "nmod"))
    if qualifiers and not council and any(item.lemma_.lower() in qualifiers for item in _modifiers(noun)):
        found.add(name)
    return frozenset(found)


def _is_person(noun: Token) -> bool:
    """True for persons by ending, by WordNet, or as members of a people ("three Congolese")."""
    if noun.lower_.endswith(PERSON_SUFFIXES) or noun.lemma_.lower() in PERSONS or is_of_age(noun):
        return True
    return noun.ent_type_ == "NORP" or (noun.pos_ == "ADJ" and noun.lower_.endswith(DEMONYM_SUFFIXES))


def is_thing(noun: Token) -> bool:
    """True for an animal or artifact: of no class that rules count, and no name ("seven cormorants")."""
    return noun.text[:1].islower() and has_lemma(noun, THINGS) and not noun_classes(noun)


def _modifiers(noun: Token) -> Iterator[Token]:
    """Yield the words that qualify a noun, and the words that qualify those."""
    for item in noun.children:
        if item.dep_ in {"compound", "amod", "flat", "nmod:poss", "nmod", "nmod:desc"}:
            yield item
            yield from (part for part in item.children if part.dep_ in {"compound", "amod", "conj", "flat"})


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
    found = further + [item for amount in stated for item in [_counted(doc, amount)] if item]
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
    noun = _noun(doc, count)
    return noun is None or "gift" not in noun_classes(noun)


def _counted(doc: Doc, amount: QuantityMention) -> Counted | None:
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
    noun, own_clause = _noun(doc, amount), child(tokens.root, "acl:relcl")
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


def _noun(doc: Doc, amount: QuantityMention) -> Token | None:
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
        ordinal = doc[place].head
        if ordinal.lower_ in ONE and _is_one_more(doc, place, ordinal):
            part = partitive_noun(ordinal)
            noun = part if part is not None and part.pos_ != "PRON" else None
            classes = ALONE if noun is None else noun_classes(noun)
            yield Counted(_words(doc, place, ordinal.i - 1), ordinal, noun, classes, singular=True)
            continue
        before = BEFORE_ORDINAL.get(ordinal.lower_)
        if before is None or ordinal.i != place + 1 or ordinal.dep_ not in ARGUMENTS | {"conj"}:
            continue
        start = doc[place].idx
        said = stated.overlapping(ordinal.sent.start_char, start)
        sooner = [item.value or 0 for item in said if item.end_char <= start]
        part = child(ordinal, "compound") or partitive_noun(ordinal)
        if any(_are_things(doc, amount) for amount in said if amount.end_char <= start):
            continue  # "killed four bills and mortally wounded a fifth"
        if part is None and before in {*sooner, sum(sooner)}:
            yield Counted(_words(doc, place, ordinal.i), ordinal, None, ALONE, singular=True)


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
    noun = _noun(doc, amount)
    return noun is not None and (is_thing(noun) or bool(noun_classes(noun) & {"thing", "place", "organisation"}))


def one(token: Token, value: float = 1.0) -> QuantityMention:
    """Return a word that counts persons without a number ("a", "another", "double") as an amount."""
    return QuantityMention(token.idx, token.idx + len(token), token.text, "count", value, value, value, "exact")
