"""What would have been: "would have died", and "could have died" beside a condition that was not met."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.cues import CUES, FUNCTION_WORDS
from factx.facts.words import has_lemma
from factx.model import auxiliaries, child


def is_counterfactual(verb: Token) -> bool:
    """True for "would have died", and for "could have died" beside a condition that was not met."""
    around = auxiliaries(verb)
    if not any(item.lower_ in FUNCTION_WORDS["perfect"] for item in around):
        return False
    words = {item.lower_ for item in around}
    if any(item.lower_ == "had" and item.i > verb.i for item in around):
        return True  # "could have killed 40 had it gone off", parsed as one clause
    if words & FUNCTION_WORDS["counterfactual"] or _is_of_averted(verb):
        return True
    return bool(words & FUNCTION_WORDS["maybe_counterfactual"]) and any(_is_unmet(item) for item in verb.children)


def _is_of_averted(verb: Token) -> bool:
    """True for "avoided a crash that could have killed 40", "the bomb could have killed 40"."""
    if not any(item.lower_ == "could" for item in auxiliaries(verb)):
        return False
    event, doer = verb.head, child(verb, "nsubj")
    if doer is not None and has_lemma(doer, CUES["unexploded"]):
        return True
    if verb.dep_ != "acl:relcl":
        return False
    return has_lemma(event, CUES["unexploded"]) or (event.dep_ == "obj" and has_lemma(event.head, CUES["disarming"]))


def _is_unmet(clause: Token) -> bool:
    """True for "had the wall fallen", "if it had fallen", "without the alarm"."""
    opens = clause.left_edge.lower_
    if clause.dep_ == "advcl":
        had = any(item.lower_ == "had" for item in auxiliaries(clause))
        return had and opens in CUES["conditional"] | {"had"}
    return clause.dep_ == "obl" and opens in FUNCTION_WORDS["lacking"]
