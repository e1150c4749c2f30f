"""Forces that are only planned: proposed, promised, voted on, asked for, on standby.

A force, or its deployment, is no more than a plan

1. by a word that describes it: "a planned force of 900", "the 300 soldiers promised by Oslo";
2. as what a plan, an offer or a vote is about: "an offer of 300 men", "a vote on sending them";
3. as what somebody decides on, wants or asks for: "voted for a force of 900";
4. where it stands by: "put 300 soldiers on alert".
"""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.cues import CUES
from factx.facts.giving import GIVING
from factx.facts.slots.factuality import is_future
from factx.facts.slots.movement import whole_force
from factx.facts.words import has_lemma
from factx.model import child, children, first_conjunct, is_negated, preposition

ABOUT = frozenset({"for", "of", "on"})
AGREED_ON = frozenset({"for", "on"})


def is_only_planned(noun: Token) -> bool:
    """True for a force or a deployment that is planned, offered, decided on or on standby."""
    top = whole_force(first_conjunct(noun))
    return _is_called_planned(top) or _is_what_plan_is_about(top) or _is_decided_on(top)


def _is_called_planned(force: Token) -> bool:
    """True for "a planned force", "soldiers promised by Oslo", "soldiers that Oslo has promised"."""
    told = [item for item in children(force, "amod", "acl") if item.tag_ in {"VBN", "JJ"}]
    told += [item for item in children(force, "acl:relcl") if not _has_object(item)]
    if any(has_lemma(item, CUES["planning_force"]) and not is_negated(item) for item in told):
        return True
    return any(map(_is_task_ahead, children(force, "acl:relcl")))


def _is_task_ahead(clause: Token) -> bool:
    """True for what a force is for: "300 soldiers who are to guard the vote", not "who are to leave".

    What a comma parts from them is told of a force that is there: "300 soldiers, who will have beds".
    """
    doer = child(clause, "nsubj", "nsubj:pass")
    if doer is None or doer.pos_ != "PRON" or doer.i == 0 or doer.nbor(-1).text == ",":
        return False
    return is_future(clause) and not has_lemma(clause, CUES["withdrawing"] | CUES["marching_off"])


def _has_object(verb: Token) -> bool:
    """True for "who want 40 trucks", "whom he wants to keep", not for "whom he wants"."""
    return any(item.pos_ != "PRON" for item in children(verb, "obj", "cop", "xcomp"))


def _is_what_plan_is_about(force: Token) -> bool:
    about = force.dep_ in {"nmod", "acl"} and preposition(force) in ABOUT
    return about and force.head.pos_ == "NOUN" and has_lemma(force.head, CUES["plan_of_force"])


def _is_decided_on(force: Token) -> bool:
    """True for what somebody decides on, wants or puts on standby."""
    verb = force.head
    if force.dep_ == "obj" or (force.dep_ == "nsubj:pass" and child(verb, "aux:pass") is not None):
        standing = (item for item in children(verb, "obl") if preposition(item) == "on")
        return has_lemma(verb, CUES["deciding_on_force"]) or any(has_lemma(item, CUES["standby"]) for item in standing)
    agreed = force.dep_ == "obl" and preposition(force) in AGREED_ON
    return agreed and has_lemma(verb, GIVING["voting"] | CUES["calling_for"])
