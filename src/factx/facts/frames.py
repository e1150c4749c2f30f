"""Frames: how a counted phrase stands to the words around it ("12 men were arrested" → nsubj:pass of arrest)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from factx.base import lexicon
from factx.facts.counted import Counted
from factx.facts.cues import cues
from factx.facts.words import is_any
from factx.model import (
    NOMINALS,
    PARTICIPLES,
    PREDICATES,
    child,
    children,
    first_conjunct,
    is_passive,
    preposition,
    relative_pronoun,
)
from factx.model import subject as subject_of

NUMBERS = frozenset({"toll", "number", "total", "figure", "count", "tally"})
CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "nsubj:outer"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A named relation between a counted phrase and the token that may trigger a fact."""

    name: str
    trigger: Token


@lru_cache(maxsize=1)
def carriers() -> frozenset[str]:
    """Nouns that stand before "of" without changing what is counted: a total of, a group of."""
    return frozenset(row["lemma"] for row in lexicon.read("facts/carrier_nouns") if row["class"] == "carrier")


@lru_cache(maxsize=1)
def tolls() -> frozenset[str]:
    """Nouns whose number is told by a verb: the toll rose to, the number of deaths is."""
    return frozenset(row["lemma"] for row in lexicon.read("facts/carrier_nouns") if row["class"] == "toll")


def frames(counted: Counted) -> list[Frame]:
    """All frames that a counted phrase stands in, the closest first."""
    found = list(_own(counted))
    head: Token | None = counted.top
    seen: set[int] = set()
    while head is not None and head.i not in seen:
        seen.add(head.i)
        found.extend(_toll(head))
        found.extend(_governed(head, counted))
        head = _carrier(head)
    return found


def _own(counted: Counted) -> Iterator[Frame]:
    noun = counted.noun
    if noun is not None:
        yield Frame("self", noun)
        yield Frame("class", noun)
    if counted.amount.kind == "money":
        for item in children(counted.top, "nmod", "compound", "appos", "obl"):
            if preposition(item) in {"in", "of", "worth", "for", "as"}:
                yield Frame("content", item)
    for item in children(counted.top, "obl", "nmod"):
        if preposition(item) == "among":
            yield Frame("nmod:among", item)
    for token in {counted.top.i: counted.top, **({noun.i: noun} if noun is not None else {})}.values():
        yield from _described(token)


def _described(head: Token) -> Iterator[Frame]:
    """What clauses and adjectives say of the phrase itself: "12 men arrested", "five people who died", "20 dead"."""
    for item in head.children:
        if item.dep_ in {"acl", "acl:relcl"} and item.pos_ in PREDICATES | {"ADJ"}:
            yield from _clause(item)
        elif item.dep_ in {"amod", "nmod:desc"} and item.pos_ in {"ADJ", "VERB", "NOUN"}:
            yield Frame("predicate", item)
            if item.tag_ == "VBN":
                yield Frame("nsubj:pass", item)
        elif _says_of(item, head):
            yield Frame("predicate", item)
    if head.lower_ != head.lemma_ and head.tag_.startswith("JJ"):
        yield Frame("predicate", head)
    if child(head, "cop") is not None or head.pos_ == "ADJ":
        yield Frame("predicate", head)


def _says_of(item: Token, head: Token) -> bool:
    """Whether a dependent is a predicate of the phrase: "who are in prison", "seven in custody", "dozens … dead"."""
    if child(item, "nummod") is not None:
        return False
    if item.dep_ == "acl:relcl":
        return child(item, "cop") is not None
    if item.dep_ in {"nmod", "obl"}:
        return preposition(item) in {"in", "under", "behind"} and item.pos_ == "NOUN"
    return False


def _clause(clause: Token) -> Iterator[Frame]:
    pronoun = relative_pronoun(clause)
    if clause.dep_ == "acl" or pronoun is None:
        passive = clause.tag_ == "VBN" or is_passive(clause)
        own_subject = child(clause, "nsubj", "nsubj:pass")
        name = "nsubj:pass" if passive and own_subject is None else ("obj" if own_subject is not None else "nsubj")
    else:
        name = "nsubj:pass" if pronoun.dep_ == "nsubj" and is_passive(clause) else pronoun.dep_
    yield from _verbal(name, clause)


def _governed(token: Token, counted: Counted) -> Iterator[Frame]:
    """The frames that the phrase's head stands in through its governor, coordination looked through."""
    head = first_conjunct(token)
    yield from _shared_description(token, head)
    if head.dep_ == "appos" and head.head.pos_ in NOMINALS:
        head = first_conjunct(head.head)
    governor = head.head
    if governor == head:
        return
    if head.dep_ in CORE:
        yield from _verbal(_voice(head, governor), governor)
        if head.dep_ == "obj":
            yield from shared_object(governor)
    elif head.dep_ in {"obl", "obl:unmarked", "obl:agent"}:
        yield from _verbal(f"obl:{preposition(head) or ''}", governor)
    elif head.dep_ in {"nmod", "nmod:poss"}:
        yield Frame(f"nmod:{preposition(head) or 'of'}", governor)
        if counted.amount.kind == "money":
            yield from _nominal_up(governor)
    elif head.dep_ in {"compound", "nummod", "amod", "nmod:unmarked", "nmod:desc", "det"}:
        yield Frame("modifier", governor)
        if counted.amount.kind == "money":
            yield from (Frame("modifier", item) for item in children(governor, "compound") if item.i > head.i)
        if head.dep_ == "nummod" or governor.tag_ in {"JJ", "VBN"}:
            yield Frame("predicate", governor)
        yield from _governed(governor, counted)


def shared_object(verb: Token) -> Iterator[Frame]:
    """For "arrested and charged two men": the object of the first verb too, where it has none of its own."""
    first = verb.head
    if verb.dep_ == "conj" and first.pos_ in PREDICATES and not children(first, "obj", "ccomp", "xcomp"):
        if child(verb, "nsubj", "nsubj:pass") is None and child(first, "aux:pass") is None:
            yield Frame("obj", first)


def _shared_description(token: Token, first: Token) -> Iterator[Frame]:
    """What is said after the last of several counts, of all of them: "15 soldiers and 9 civilians killed"."""
    others = [first, *children(first, "conj")]
    for other in others:
        if other != token and len(others) > 1:
            yield from (frame for frame in _described(other) if frame.trigger.i > max(token.i, first.i))


def _nominal_up(noun: Token) -> Iterator[Frame]:
    """For "a grant of $5m": the frames that "grant" stands in, as far as one verb up."""
    head = first_conjunct(noun)
    if head.dep_ in CORE:
        yield from _verbal(_voice(head, head.head), head.head)


def _voice(head: Token, verb: Token) -> str:
    if head.dep_ == "nsubj" and is_passive(verb):
        return "nsubj:pass"
    headline = head.dep_ == "nsubj" and verb.tag_ in PARTICIPLES and not children(verb, "obj", "iobj", "ccomp", "aux")
    return "nsubj:pass?" if headline else head.dep_


def _verbal(name: str, verb: Token) -> Iterator[Frame]:
    if name == "nsubj:pass?":
        yield Frame("nsubj", verb)
        yield Frame("headline", verb)
        name = "nsubj"
    else:
        yield Frame(name, verb)
    if name not in CORE:
        return
    being = verb.tag_ == "VBG" and child(verb, "aux") is not None and name != "obj"  # "are missing", read as a verb
    if verb.pos_ in {"ADJ", "NOUN", "NUM"} or child(verb, "cop") is not None or being:
        yield Frame("predicate", verb)
    for item in verb.children:
        if _is_complement(item, verb) and child(item, "nsubj", "nsubj:pass") is None:
            yield from _complement(item)
        elif item.dep_ == "conj" and item.pos_ in PREDICATES and name != "obj":
            if child(item, "nsubj", "nsubj:pass") is None:
                passive = item.tag_ in PARTICIPLES and is_passive_conjunct(item, verb)
                yield Frame("nsubj:pass" if passive else "nsubj", item)


def _is_complement(item: Token, verb: Token) -> bool:
    """Whether the object or subject of the verb acts in the clause too: "forced 300 people to flee"."""
    if item.i <= verb.i:
        return False
    return item.dep_ in {"xcomp", "ccomp"} or (item.dep_ == "advcl" and is_any(verb, cues("cause")))


def is_passive_conjunct(item: Token, verb: Token) -> bool:
    """Whether a coordinated participle shares the passive of the first verb ("was arrested and charged")."""
    return is_passive(item) or (is_passive(verb) and child(item, "obj") is None)


def _complement(item: Token) -> Iterator[Frame]:
    if child(item, "nummod") is not None:
        return
    if item.pos_ in {"ADJ", "NOUN"} or (
        item.tag_ == "VBN" and child(item, "aux:pass") is None and child(item, "aux") is None
    ):
        yield Frame("predicate", item)
    if item.pos_ in PREDICATES:
        yield Frame("nsubj:pass" if is_passive(item) or item.tag_ == "VBN" else "nsubj", item)


def _carrier(head: Token) -> Token | None:
    top = first_conjunct(head)
    if top.dep_ == "nmod" and preposition(top) == "of" and is_any(top.head, carriers()):
        return top.head
    return None


def _toll(head: Token) -> Iterator[Frame]:
    """The noun whose number the phrase gives: "the death toll rose to 31", "deaths are at 12"."""
    top = first_conjunct(head)
    if top.dep_ in {"obl", "obj", "xcomp", "obl:unmarked", "advmod", "nmod"} and _tells(top.head):
        verb = top.head
        subject = child(verb, "nsubj", "nsubj:pass")
        raised = child(verb, "obj")
        if raised is not None and raised != top and toll_of(raised) is not None:
            subject = raised
        if subject is None:
            subject = subject_of(verb)
    elif child(top, "nsubj") is not None:
        subject = child(top, "nsubj")
    elif top.dep_ == "nmod" and preposition(top) in {"of", "at", "to"} and is_any(top.head, NUMBERS):
        subject = top.head
    else:
        return
    if subject is not None:
        told = toll_of(subject)
        if told is not None:
            yield Frame("toll", told)
            yield from (frame for frame in _described(told) if frame.trigger.dep_ in {"acl", "acl:relcl"})


def _tells(verb: Token) -> bool:
    """Whether the token is a verb, or was read as a noun although it has a subject ("the toll rose to 58")."""
    return verb.pos_ in PREDICATES or child(verb, "nsubj") is not None


def toll_of(noun: Token) -> Token | None:
    """The word that says what a toll counts: "toll" itself, or "deaths" in "the number of deaths"."""
    if not is_any(noun, tolls()):
        return None
    part = next((item for item in children(noun, "nmod") if preposition(item) in {"of", "from", "in"}), None)
    if part is not None and is_any(noun, NUMBERS - {"toll"}):
        return part
    return noun
