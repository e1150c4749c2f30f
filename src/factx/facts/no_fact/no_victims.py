"""Whom nobody arrests or kills, whatever the words: batsmen, the duped, seats, hearts."""

from __future__ import annotations

from spacy.tokens import Span, Token

from factx.facts.counts.counted import Counted, is_thing, noun_classes
from factx.facts.cues import CUES, EVENT_WORDS
from factx.facts.slots.actors import by_phrase
from factx.facts.slots.holding import is_by_authority
from factx.facts.words import NOUNS, has_lemma
from factx.model import ancestors, children, first_conjunct, preposition

ARRESTS, CLAIM = frozenset({"arrest"}), frozenset({"claim"})
MOVE, IN = frozenset({"move"}), frozenset({"in", "into"})
BODY = frozenset({"body"})
LONGEST_NAME = 4
"""Words behind "most of them" among which stands what they are."""
DESCRIBING = frozenset({"ADJ", "ADV", "NOUN", "VERB"})
OTHERS = frozenset({"more", "others"})
PEOPLE = frozenset({"person", "force", "refugee", "captive", "wrongdoer", "arrest", "death", "uniformed"})


def no_victim(counted: Counted, trigger: Token) -> str | None:
    """Return why nobody was arrested, killed or driven out; None if somebody was."""
    if _is_of_heart(trigger):
        return "a heart that stops is not arrested"
    if _is_in_play(trigger):
        return "who is out in a game is not held"
    if _are_duped(trigger):
        return "who is cheated does not die"
    if _are_animals(counted) or _is_other_body(trigger):
        return "animals and things are no people, whatever they are called"
    if _are_unharmed(counted, trigger):
        return "who was inside and is unharmed is not hurt"
    if _is_another_thing(counted, trigger):
        return "more of the things counted before are no people"
    return "who moves into a new house fled nothing" if _settles_in(trigger) else None


def _are_unharmed(counted: Counted, trigger: Token) -> bool:
    """True for "nine nurses who were in the clinic are unharmed"."""
    people = first_conjunct(counted.head)
    clauses = children(people, "acl:relcl", "acl")
    inside = any(clause == trigger or clause.is_ancestor(trigger) for clause in clauses)
    inside = inside and has_lemma(trigger, EVENT_WORDS["hospital"])
    return inside and people.dep_ == "nsubj" and has_lemma(people.head, CUES["unharmed"])


def _is_of_heart(arrests: Token) -> bool:
    """True for "nine cardiac arrests"."""
    kinds = children(arrests, "amod", "compound")
    return has_lemma(arrests, ARRESTS) and any(has_lemma(item, CUES["of_heart"]) for item in kinds)


def _is_in_play(verb: Token) -> bool:
    """True for "caught behind the wicket", "two batsmen were caught"; not for what police do."""
    if not has_lemma(verb, CUES["played_verb"]) or is_by_authority(verb):
        return False
    return any(has_lemma(word, CUES["cricketing"]) for word in verb.sent)


def _are_duped(victims: Token) -> bool:
    """True for "the scam has claimed 900 victims", and what malware or a downturn claims."""
    verb = victims.head
    if not has_lemma(verb, CLAIM):
        return False
    doers = [*children(verb, "nsubj"), *filter(None, [by_phrase(verb)])]
    told = (part for item in doers for part in (item, *children(item, "amod", "compound")))
    return any(has_lemma(item, CUES["swindle"]) for item in told)


def _are_animals(counted: Counted) -> bool:
    """True for refugees or victims, "most of them seals", "nearly all of them office routers"."""
    doc, last = counted.head.doc, counted.sent.end
    for place in range(counted.numeral.end, last - 2):
        if [word.lower_ for word in doc[place : place + 2]] == ["of", "them"]:
            return _names_animals(doc[place + 2 : min(place + 2 + LONGEST_NAME, last)])
    return False


def _names_animals(words: Span) -> bool:
    """True if animals or artifacts are named before anything else is told, and no "garment workers"."""
    for word in words:
        if word.pos_ not in DESCRIBING:
            return False
        if word.pos_ in NOUNS and word.dep_ not in {"compound", "amod"}:
            return has_lemma(word, CUES["animal"]) or is_thing(word)
    return False


def _is_other_body(body: Token) -> bool:
    """True for "foreign bodies", "icy bodies", and bodies seen from an observatory."""
    if not has_lemma(body, BODY):
        return False
    kinds = children(body, "amod", "compound")
    return any(has_lemma(item, CUES["inanimate"]) for item in kinds) or any(
        has_lemma(word, CUES["in_space"]) for word in body.sent
    )


def _is_another_thing(counted: Counted, verb: Token) -> bool:
    """True for "won 14 seats and held another 23", "nine wards were won and four lost"."""
    bare = counted.noun is None or counted.noun.lower_ in OTHERS
    if not bare or "force" in counted.classes or not has_lemma(verb, CUES["scoring"]):
        return False
    before = _counted_before(counted)
    if before is None or noun_classes(before) & PEOPLE:
        return False
    return any(has_lemma(above, CUES["scoring"]) for above in ancestors(first_conjunct(before)))


def _counted_before(counted: Counted) -> Token | None:
    """Return the last noun with a number before a bare number in its sentence, or None."""
    before = reversed(counted.head.doc[counted.sent.start : counted.numeral.start])
    numbers = (word for word in before if word.pos_ == "NUM" and word.dep_ == "nummod")
    return next((word.head for word in numbers if word.head.pos_ in NOUNS), None)


def _settles_in(verb: Token) -> bool:
    """True for "40 families have already moved in", "moved into the new estate"; not into tents."""
    if not has_lemma(verb, MOVE):
        return False
    goals = [item for item in children(verb, "obl") if preposition(item) in IN]
    if any(has_lemma(item, EVENT_WORDS["shelter"]) for item in children(verb, "obl")):
        return False
    in_it = any(item.lower_ == "in" for item in children(verb, "compound:prt", "advmod"))
    return in_it or any(has_lemma(item, CUES["dwelling"]) for item in goals)
