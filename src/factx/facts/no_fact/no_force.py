"""Who is no force, whatever he is called: armies of cleaners, tin soldiers, the soldiers of a film."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import CUES, EVENT_WORDS
from factx.facts.no_fact.made_up import is_told_now, is_work
from factx.facts.no_fact.no_soldiers import are_no_soldiers
from factx.facts.relations import sorts_of_harm
from factx.facts.words import has_lemma
from factx.model import PREDICATES, ancestors, child, children, first_conjunct, preposition, subject

TAKEN = frozenset({"obj", "nsubj:pass"})


def is_no_force(counted: Counted, company: Token) -> bool:
    """True for an army of cleaners, toy soldiers, a squad that is not the police's, and a 40-strong choir."""
    kinds = children(counted.noun, "amod", "compound") if counted.noun is not None else []
    if any(has_lemma(item, CUES["toy"]) for item in kinds):
        return True
    if _is_pictured(counted) or _is_off_duty(counted) or are_no_soldiers(counted):
        return True
    if is_strength(counted) and has_lemma(company, CUES["civil_group"]):
        return child(company, "nmod") is None or child(company, "compound") is not None  # "a 40-strong band of rebels"
    if not has_lemma(company, CUES["figurative_force"]):
        return False
    if counted.noun is None:
        return is_strength(counted) and not noun_classes(company)
    return "force" not in counted.classes and not has_lemma(counted.noun, EVENT_WORDS["fighter"] | CUES["soldierly"])


def is_strength(counted: Counted) -> bool:
    """True for "a 4,000-strong force"."""
    doc, end = counted.head.doc, counted.numeral.end
    return [word.lower_ for word in doc[end : end + 2]][-1:] == ["strong"]


def _is_pictured(counted: Counted) -> bool:
    """True for "statues of 20 soldiers", "the families of 12 officers", "the film shows 300 soldiers"."""
    head = first_conjunct(counted.head)
    if _is_of_likeness(head):
        return True
    if preposition(head) == "as" and has_lemma(head.head, CUES["dressing"]):
        return True
    verbs = [verb for verb in ancestors(head) if verb.pos_ in PREDICATES]
    if any(has_lemma(item, CUES["vermin"]) for verb in verbs for item in children(verb, "nsubj")):
        return True
    if head.dep_ in TAKEN and has_lemma(head.head, CUES["depicting"]):
        return True
    return _is_in_story(verbs)


def _is_of_likeness(head: Token) -> bool:
    return head.dep_ == "nmod" and preposition(head) == "of" and has_lemma(head.head, CUES["likeness"])


def _is_in_story(verbs: list[Token]) -> bool:
    """True for what a film or painting tells in the present."""
    telling = filter(is_told_now, verbs)
    around = (item for verb in telling for item in children(verb, "nsubj", "obl"))
    return any(is_work(item) or (item.dep_ == "nsubj" and has_lemma(item, CUES["depiction"])) for item in around)


def _is_off_duty(counted: Counted) -> bool:
    """True for who is honoured, convicted or harmed, or marries, testifies or sues: no force does."""
    head = first_conjunct(counted.head)
    verb = head.head
    if head.dep_ in TAKEN and (has_lemma(verb, CUES["honouring"]) or sorts_of_harm(verb)):
        return True
    return head.dep_ == "nsubj" and has_lemma(verb, CUES["private_doing"])


def are_own_men(counted: Counted, verb: Token) -> bool:
    """True for the men of the force that lost them, unless they left it: "the brigade lost 40 men"."""
    force = subject(verb)
    if force is None or counted.noun is None or not has_lemma(counted.noun, CUES["soldierly"]):
        return False
    left = any(preposition(item) == "to" for item in (*children(verb, "obl"), *children(counted.noun, "nmod")))
    return not left and (has_lemma(force, CUES["armed_body"]) or "force" in noun_classes(force))


def is_led(counted: Counted, trigger: Token) -> bool:
    """True for fighters at whose head somebody is: "at the head of 40 horsemen"."""
    fighters = counted.noun is not None and has_lemma(counted.noun, EVENT_WORDS["fighter"])
    return fighters and preposition(trigger) == "at"
