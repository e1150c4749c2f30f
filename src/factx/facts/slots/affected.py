"""Places that an event befalls: what is struck or fled, what suffers, where refugees are, worldwide."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import noun_classes
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.slots.actors import is_event, is_of_nature
from factx.facts.slots.holding import is_housed
from factx.facts.slots.scope import is_ground, is_seat, is_told_apart
from factx.facts.words import has_lemma
from factx.model import (
    NOMINALS,
    SUBJECTS,
    ancestors,
    child,
    children,
    entity_at,
    first_conjunct,
    is_passive,
    preposition,
    subject,
)

PLACES = frozenset({"LOC", "FAC"})
STRUCK_OR_FLED = CUES["striking"] | CUES["fleeing"]
EVENTS = CUES["event"] | CUES["act"] | CUES["clash"]
BRUNT = "brunt"
MOST_HEADS_OF_ADVERB = 2
"""Heads above a trigger whose adverbs ("worldwide") still say where it happened."""


def is_somewhere(token: Token) -> bool:
    """True for a place by its own word: a name, or an unnamed venue."""
    return token.ent_type_ in PLACES or has_lemma(token, CUES["venue"])


def is_affected(token: Token) -> bool:
    """True for what is struck, fled or held, and for what suffers: "hit Lima", "Lima was hit"."""
    verb = token.head
    if token.dep_ == "obj":
        return has_lemma(verb, STRUCK_OR_FLED) or _is_garrisoned(verb) or _is_ruined(verb)
    if token.dep_ == "obl":
        return _is_pierced(token)
    if token.dep_ not in SUBJECTS:
        return False
    if has_lemma(verb, CUES["targeted"]):
        return True
    if token.dep_ == "nsubj:pass" or is_passive(verb):
        return has_lemma(verb, CUES["striking"])
    return has_lemma(verb, CUES["suffering"]) or _bears_brunt(verb)


def _is_pierced(token: Token) -> bool:
    """True for what is gone through or has ruin brought to it: "tore through Lima", "laid waste to Lima"."""
    verb, case = token.head, preposition(token)
    if case == "to":
        return any(has_lemma(item, CUES["havoc"]) for item in children(verb, "obj"))
    if case not in PREPOSITIONS["pierced"]:
        return False
    doer = _what_does(verb)
    return has_lemma(verb, CUES["striking"]) or (doer is not None and is_of_nature(doer))


def _is_ruined(verb: Token) -> bool:
    """True for the verb of what is set ablaze or reduced to rubble."""
    burnt = any(item.lower_ in FUNCTION_WORDS["aflame"] for item in verb.children)
    return burnt or any(preposition(item) == "to" and has_lemma(item, CUES["ruins"]) for item in children(verb, "obl"))


def is_struck_by_event(token: Token) -> bool:
    """True for what a storm, flood or blast strikes, and for the place to which nature does anything."""
    doer = _what_does(token.head) if token.dep_ in {"obj", "obl", "nsubj:pass"} else None
    if doer is None or not is_event(doer):
        return False
    harmed = token.dep_ == "obj" and token.ent_type_ in PLACES and not has_lemma(token.head, CUES["sparing"])
    return is_affected(token) or (harmed and is_of_nature(doer))


def is_struck_by_nature(name: Token) -> bool:
    """True for a name that a storm or quake strikes: no person, as whom a wave or an avalanche may bury."""
    doer = _what_does(name.head) if name.dep_ == "obj" and name.pos_ == "PROPN" else None
    if doer is None or not has_lemma(name.head, CUES["striking"]) or not is_of_nature(doer):
        return False
    return name.ent_type_ != "PERSON" or not has_lemma(doer, CUES["narrow"])


def _what_does(verb: Token) -> Token | None:
    """Return who or what does what a verb says; "it" is the subject before."""
    doer = child(verb, "obl:agent") if is_passive(verb) else subject(verb)
    if doer is not None and doer.pos_ == "PRON" and verb.dep_ == "advcl":
        return subject(verb.head)
    return doer


def _bears_brunt(verb: Token) -> bool:
    """True for "bore the brunt of the storm"."""
    return any(item.lemma_.lower() == BRUNT for item in children(verb, "obj"))


def _is_garrisoned(verb: Token) -> bool:
    """True for the verb of a force that keeps a place: "soldiers held Lome", not "held Togo responsible"."""
    force = subject(verb) if has_lemma(verb, CUES["garrisoning"]) else None
    return force is not None and "force" in noun_classes(force) and child(verb, "xcomp") is None


def place_in_event(event: Token) -> Token | None:
    """Return the place in the words of an event: "the Bali bombing", "the shelling of Kherson"; or None."""
    if not has_lemma(event, EVENTS):
        return None
    for item in event.children:
        if item.ent_type_ in PLACES and (item.dep_ in {"compound", "nmod:poss"} or _is_object(item)):
            return item
        if item.dep_ == "compound" and item.pos_ == "NOUN" and item.i < event.i:
            inside = next((part for part in children(item, "compound") if part.ent_type_ in PLACES), None)
            if inside is not None:
                return inside
    return None


def _is_object(item: Token) -> bool:
    return item.dep_ == "nmod" and preposition(item) in PREPOSITIONS["struck"]


def where_clause(trigger: Token) -> tuple[Token, Token] | None:
    """Return the clause and the noun of "Paris, where 14 were hurt" around a trigger; or None."""
    for token in ancestors(trigger):
        if token.dep_ in {"acl:relcl", "advcl:relcl"} and token.head.pos_ in NOMINALS:
            opens = any(map(_says_where, token.children))
            return (token, token.head) if opens else None
        if token.dep_ == "advcl" and (place := _place_before(token)) is not None:
            return token, place
        if token.dep_ in {"ccomp", "parataxis", "acl"}:
            return None
    return None


def _place_before(clause: Token) -> Token | None:
    """Return the Lae of "sailed from Suva to Lae, where nine died", which the parse hangs on the verb."""
    where = next(filter(_says_where, clause.children), None)
    if where is None or where.i < clause.sent.start + 2 or where.nbor(-1).text != ",":
        return None
    name = entity_at(clause.doc, where.i - 2)
    return name.root if name is not None and name.label_ in PLACES else None


def _says_where(item: Token) -> bool:
    """True for "where", "in which"."""
    if item.lower_ not in FUNCTION_WORDS["relative_place"]:
        return False
    return item.dep_ == "advmod" or (item.dep_ == "obl" and preposition(item) in PREPOSITIONS["whereabouts"])


def sheltering_place(trigger: Token) -> Token | None:
    """Return Peru for "Peru hosts 40 refugees", "Peru reported 340 deaths (crashes)"; or None."""
    if has_lemma(trigger, CUES["hosting"]) and not is_passive(trigger):
        host = subject(trigger)
        return host if host is not None and is_somewhere(host) else None
    if is_housed(trigger) and (holder := subject(trigger)) is not None and is_somewhere(holder):
        return holder
    noun = _event_told_of(trigger) or trigger
    noun = first_conjunct(noun) if noun.pos_ == "NOUN" else noun
    counting = noun.dep_ == "obj" and noun.pos_ in {"NOUN", "ADJ"}  # "Kent had nine dead"
    if not counting or not has_lemma(noun.head, CUES["report_count"] | CUES["suffering"] | CUES["holding"]):
        return None
    place = subject(noun.head)
    named = place is not None and place.ent_type_ == "LOC"
    return place if named else None


def _event_told_of(trigger: Token) -> Token | None:
    """Return the crashes of "Peru logged 90 crashes that killed 14", "that claimed 14 lives"; or None."""
    verb = trigger.head if trigger.dep_ == "obj" else trigger
    return verb.head if verb.dep_ == "acl:relcl" and has_lemma(verb.head, CUES["event"]) else None


def everywhere(trigger: Token, head: Token) -> Token | None:
    """Return the adverb of "killed 3,000 worldwide" beside the trigger or what is counted; or None."""
    for start in (trigger, head):
        for token in list(ancestors(start))[: MOST_HEADS_OF_ADVERB + 1]:
            found = next((item for item in token.children if item.lower_ in FUNCTION_WORDS["everywhere"]), None)
            if found is not None:
                return found
            if child(token, "nsubj") is not None and token != start:
                break
    return None


def is_of_care(place: Token) -> bool:
    """True for where a hospital is to which somebody is taken: it says nothing of where he was hurt."""
    host = place.head
    taken = host.dep_ == "obl" and preposition(host) == "to" and has_lemma(host.head, CUES["caring"])
    return place.dep_ == "nmod" and taken and not has_lemma(host, CUES["settlement"])


def is_elsewhere(place: Token, amount: Token) -> bool:
    """True for the place of a charge, a seat or a clause on others, of what is told outside of it."""
    if place.dep_ == "compound" and place.pos_ == "NOUN" and not place.ent_type_ and not has_lemma(place.head, EVENTS):
        return True  # "in the village polls nine died"
    for item in ancestors(place):
        if item.i == amount.i or item.is_ancestor(amount) or _is_described(item.head, amount):
            return False
        if is_ground(item) or is_seat(item) or is_told_apart(item):
            return True
    return False


def _is_described(noun: Token, amount: Token) -> bool:
    """True if a clause on a noun has the count: "a suspect in the Lae raid that hurt nine"."""
    return any(clause.is_ancestor(amount) for clause in children(noun, "acl:relcl"))
