"""People who only live somewhere: "its 700 people", "a town of 9,000", "40,000 live on the islet"."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES, EVENT_WORDS
from factx.facts.words import HAVE, has_lemma
from factx.model import child, children, first_conjunct, preposition, subject

LIVING = frozenset({"live"})


def is_population(counted: Counted) -> bool:
    """True for the people of a place, of whom nothing is told but that they are there."""
    noun = counted.noun
    if noun is None or "refugee" in counted.classes or not has_lemma(noun, CUES["populace"]):
        return False
    return _is_at_home(noun) or _is_of_place(noun) or _is_had(noun) or _only_lives(noun)


def _is_at_home(people: Token) -> bool:
    """True for "Tuvalu's 11,000 people have no water", "the islet and its 700 people"; not "fled"."""
    owner = child(people, "nmod:poss")
    if owner is None or not (_is_place(owner) or owner.lower_ == "its"):
        return False
    still = people.dep_ == "nsubj" and has_lemma(people.head, CUES["standing"] | CUES["needing"] | LIVING)
    return still or (people.dep_ == "conj" and first_conjunct(people).ent_type_ == "LOC")


def _is_of_place(people: Token) -> bool:
    """True for "a town of 9,000 people", "a village with 300 residents"."""
    return people.dep_ == "nmod" and preposition(people) in {"of", "with"} and _is_place(people.head)


def _is_had(people: Token) -> bool:
    """True for "the island has 48,000 inhabitants"."""
    place = subject(people.head) if people.dep_ == "obj" and has_lemma(people.head, HAVE) else None
    return place is not None and _is_place(place)


def _only_lives(people: Token) -> bool:
    """True for "49,000 people live on the islet", "the 9,000 who live in Lae"; not for "live in tents"."""
    verbs = [people.head] if people.dep_ == "nsubj" else []
    verbs.extend(children(people, "acl:relcl", "acl"))
    living = (verb for verb in verbs if has_lemma(verb, LIVING) and verb.tag_ != "VBG")
    homes = (item for verb in living for item in children(verb, "obl"))
    return any(_is_place(item) and not has_lemma(item, EVENT_WORDS["shelter"]) for item in homes)


def _is_place(word: Token) -> bool:
    return word.ent_type_ == "LOC" or has_lemma(word, CUES["settlement"] | CUES["peopled"])
