"""Factuality (column ``modality``): asserted, possible or denied; and verbs in the future.

It is decided in this order:

1. a stated zero ("no injuries") is asserted;
2. a negated predicate is denied;
3. a definite noun presupposes its event ("the deaths of 12"), which only a hedge of its own makes
   possible;
4. going up from the trigger: denial, hedges, and verbs of accusation or fear whose complement the
   clause is, until a clause boundary ends their scope.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.base import Modality
from factx.facts.cues import CUES, PREPOSITIONS
from factx.facts.slots.actors import can_act
from factx.facts.words import has_lemma
from factx.model import PREDICATES, ancestors, auxiliaries, child, children, is_negated, preposition

COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "obj", "obl"})
SCOPE_ENDS = frozenset({"acl:relcl", "parataxis"})
REPORTED = frozenset({"ccomp", "parataxis", "acl:relcl"})


def modality_of(trigger: Token, *, zero: bool) -> Modality:
    """Return ``denied`` under negation, ``possible`` under hedges, else ``asserted``."""
    if zero:
        return "asserted"
    if is_negated(trigger) and trigger.pos_ in PREDICATES:
        return "denied"
    if _is_presupposed(trigger):
        return "possible" if _is_hedged(trigger) else "asserted"
    return next(_scoped(trigger), "asserted")


def _scoped(trigger: Token) -> Iterator[Modality]:
    """Yield what the words above a trigger make of it, from the closest up to the end of their scope."""
    below = trigger
    for token in ancestors(trigger):
        above = token != trigger
        if above and token.pos_ == "VERB" and has_lemma(token, CUES["deny"]):
            yield "denied"
        if _is_hedged(token) or (above and _is_hedging_verb(token) and _completes(below)):
            yield "possible"
        below = token
        if token.dep_ in SCOPE_ENDS or (above and token.dep_ in REPORTED and not _is_hedging_verb(token.head)):
            return


def _is_presupposed(trigger: Token) -> bool:
    """True if a definite noun takes the event for granted ("may have caused the deaths of 12")."""
    determiner = child(trigger, "det")
    if trigger.pos_ != "NOUN" or determiner is None or determiner.lower_ != "the":
        return False
    return any(preposition(item) == "of" for item in children(trigger, "nmod"))


def _completes(clause: Token) -> bool:
    """True for what the verb above is about: "fear that …", "accused of killing"; not for "…, forcing"."""
    if clause.dep_ == "nsubj:pass":
        return not has_lemma(clause.head, CUES["accusing"])
    if clause.dep_ in COMPLEMENTS:
        return True
    mark = child(clause, "mark")
    return clause.dep_ == "advcl" and mark is not None and mark.lower_ in PREPOSITIONS["completing"]


def _is_hedged(token: Token) -> bool:
    if any(item.lower_ in CUES["possible"] for item in auxiliaries(token)):
        return True
    return any(_hedges(item, token) for item in children(token, "advmod", "mark", "amod"))


def _hedges(item: Token, token: Token) -> bool:
    """True for "reportedly", for "if", and for "alleged" before what cannot act."""
    if item.lower_ in CUES["possible_adverb"] or (item.dep_ == "mark" and item.lower_ in CUES["conditional"]):
        return True
    return item.dep_ == "amod" and item.lower_ in CUES["possible_word"] and not can_act(token)


def _is_hedging_verb(token: Token) -> bool:
    return token.pos_ == "VERB" and has_lemma(token, CUES["possible_verb"])


def may_be(verb: Token) -> bool:
    """True for what may still happen: "may give", not "may have given"."""
    words = {item.lower_ for item in auxiliaries(verb)}
    return bool(words & CUES["possible"]) and "have" not in words


def is_future(verb: Token) -> bool:
    """True if an auxiliary or a control verb puts the verb in the future ("will send", "agreed to give")."""
    if any(item.lower_ in CUES["future"] or (item.lower_ == "be" and item.tag_ == "VB") for item in auxiliaries(verb)):
        return True
    mark = child(verb, "mark")
    if mark is None or mark.lower_ != "to":
        return False
    return verb.dep_ in {"xcomp", "acl", "ccomp"} or any(item.lemma_ == "be" for item in auxiliaries(verb))
