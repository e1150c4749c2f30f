"""Words of harm and loss that harm nobody: hurt by tariffs, fled the party, missing from a list."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import CUES, FUNCTION_WORDS, HARM
from factx.facts.no_fact.elsewhere import elsewhere
from factx.facts.no_fact.made_up import SHOOT, TELLING, is_told_now
from factx.facts.no_fact.no_victims import no_victim
from factx.facts.slots.actors import by_phrase
from factx.facts.slots.factuality import sharing
from factx.facts.slots.holding import has_room_for
from factx.facts.words import has_lemma
from factx.model import ancestors, auxiliaries, child, children, is_passive, preposition

CATCH = frozenset({"catch"})
FLEE = frozenset({"flee"})
LOST_FROM = frozenset({"missing", "absent"})
ABLE = frozenset({"can"})
SCENE = frozenset({"scene"})
PEOPLE = frozenset({"person", "force"})


def harmless(counted: Counted, trigger: Token) -> str | None:
    """Return why nobody was harmed, driven out, held or lost, whatever the words; None if somebody was."""
    for holds, reason in (
        (_is_no_blow, "what hurts a purse or a name injures nobody"),
        (_is_by_machine, "who loses a job to a machine is not displaced"),
        (_is_only_aimed_at, "who is shot at may not be hit"),
        (_runs_from_scene, "who leaves the scene of a crime is not displaced"),
    ):
        if holds(trigger):
            return reason
    gone = elsewhere(counted, trigger) or no_victim(counted, trigger)
    if gone is not None:
        return gone
    if _is_room(counted, trigger):
        return "what there is room for is no count"
    if _is_on_the_road(counted, trigger):
        return "a driver who is caught speeding is not held"
    if counted.singular and _is_of_law(trigger):
        return "what a law says of a deed tells of none"
    if has_lemma(trigger, FLEE) and any(map(_does_harm, children(counted.head, "acl:relcl", "acl"))):
        return "who flees after a deed of his own is not displaced"
    if _leaves_group(counted, trigger):
        return "who leaves a party, firm or trade flees no place"
    return "who is not on a list or in a team is not missing" if _is_off_list(trigger) else None


def _causes(verb: Token) -> list[Token]:
    """Return who or what does it, by the subject or behind "by"."""
    by = by_phrase(verb)
    own = [] if is_passive(verb) else children(verb, "nsubj", "csubj")
    first = by if by is not None else next(iter(own), None)
    return [] if first is None else [first]


def _is_no_blow(verb: Token) -> bool:
    """True for "were hurt by the tariffs", "the cuts hurt 20,000 families"."""
    hurts = has_lemma(verb, CUES["hurting"])
    return hurts and any(has_lemma(item, CUES["no_blow"]) for item in _causes(verb))


def _is_by_machine(verb: Token) -> bool:
    return has_lemma(verb, CUES["displacing"]) and any(has_lemma(item, CUES["automating"]) for item in _causes(verb))


def _is_only_aimed_at(verb: Token) -> bool:
    """True for "were shot at", "shot at the guards"; not for "were shot at a bar", "at noon"."""
    if not has_lemma(verb, SHOOT) or verb.i + 1 >= len(verb.doc) or verb.nbor().lower_ != "at":
        return False
    target = verb.nbor().head
    if verb.nbor().dep_ != "case" or target.pos_ == "PRON":
        return True
    return target.lower_ in FUNCTION_WORDS["all_of"] or bool(noun_classes(target) & PEOPLE)


def _runs_from_scene(verb: Token) -> bool:
    """True for "fled the scene", "fleeing from the scene of the shooting"."""
    left = (item for item in children(verb, "obj", "obl") if item.dep_ == "obj" or preposition(item) == "from")
    return has_lemma(verb, CUES["quitting"]) and any(has_lemma(item, SCENE) for item in left)


def _is_on_the_road(counted: Counted, verb: Token) -> bool:
    """True for "caught 40 motorists on their phones"."""
    return counted.noun is not None and has_lemma(verb, CATCH) and has_lemma(counted.noun, CUES["on_the_road"])


def _is_room(counted: Counted, verb: Token) -> bool:
    """True for "the hall can hold 400 detainees", "holds up to 600 men", "a camp built for 3,000"."""
    if counted.amount.kind == "count" and has_room_for(counted.head):
        return True
    verb = verb.head if verb.dep_ == "obj" else verb
    can = any(item.lower_ in ABLE for item in auxiliaries(verb))
    up_to = counted.amount.bound == "at_most" and is_told_now(verb) and counted.head.dep_ != "nsubj"
    return (can or up_to) and not is_passive(verb) and has_lemma(verb, CUES["room_for"])


def _is_of_law(verb: Token) -> bool:
    """True for "the penalty for killing a child is death", "anyone guilty of killing"."""
    if verb.tag_ != "VBG":
        return False
    noun = verb.head
    penalty = has_lemma(noun, CUES["penalty"]) and noun.dep_ == "nsubj" and _is_now(noun.head)
    rule = verb.dep_ == "csubj" and _is_now(noun)
    return penalty or rule or any(_is_anyone(item) for item in ancestors(verb))


def _is_now(verb: Token) -> bool:
    return is_told_now(verb) or any(item.tag_ in TELLING for item in children(verb, "cop", "aux"))


def _is_anyone(verb: Token) -> bool:
    return any(item.lower_ in FUNCTION_WORDS["whoever"] for item in children(verb, "nsubj", "nsubj:pass"))


def _leaves_group(counted: Counted, verb: Token) -> bool:
    """True for "fled the party", "customers have fled the bank", "fled the firm for a rival"."""
    left = child(verb, "obj") if has_lemma(verb, CUES["quitting"]) else None
    if left is None or _has_members(left):
        return False
    if any(preposition(item) == "for" and has_lemma(item, CUES["rival"]) for item in children(verb, "obl")):
        return True
    in_fear = child(verb, "advcl") is not None  # "fled the bank when shots were fired"
    patrons = counted.noun is not None and has_lemma(counted.noun, CUES["patron"]) and not in_fear
    return has_lemma(left, CUES["membership"]) or (patrons and has_lemma(left, CUES["business"]))


def _is_off_list(trigger: Token) -> bool:
    """True for "missing from the electoral roll"; not "from the ward", "a team of six"."""
    if not any(has_lemma(item, LOST_FROM) for item in sharing(trigger)):
        return False
    if child(trigger, "compound:prt", "advmod") is not None and any(_misses_out(item) for item in sharing(trigger)):
        return True
    where = (item for item in children(trigger, "obl", "nmod") if preposition(item) == "from")
    return any(has_lemma(item, CUES["listed_in"]) and not _has_members(item) for item in where)


def _misses_out(word: Token) -> bool:
    """True for "are missing out on benefits"."""
    return word.i + 1 < len(word.doc) and word.nbor().lower_ == "out"


def _does_harm(clause: Token) -> bool:
    """True for "youths who killed villagers"."""
    acts = clause.tag_ != "VBN" and not is_passive(clause) and child(clause, "obj") is not None
    return acts and has_lemma(clause, HARM)


def _has_members(group: Token) -> bool:
    """True for "a team of six", "the heat of the blaze"."""
    return any(preposition(item) == "of" for item in children(group, "nmod"))
