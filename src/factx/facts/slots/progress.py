"""How far a gift or a deployment has got, as its verb's form, a ruling or a signature tells.

1. what somebody "should give" is requested, what a court rules that he must pay is approved;
2. what is given under an agreement that has been signed is approved;
3. who "is sending" has not sent, nor who "said he was"; what one "can claim" has not been paid;
4. what a body "is expected to pass" or "refused to approve" it has not passed;
5. what a grant "would have given", or somebody "will not give" or "rules out giving", is withheld;
6. aid that "has reached" so much is delivered; a sum to which a gift is cut is what is left of it.
"""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.cues import CUES, FUNCTION_WORDS
from factx.facts.giving import GIVING
from factx.facts.slots.actors import by_phrase
from factx.facts.slots.counterfactual import is_counterfactual
from factx.facts.slots.stance import is_still_to
from factx.facts.words import has_lemma
from factx.model import auxiliaries, child, children, is_negated, is_passive, preposition, subject

SHOULD = frozenset({"should"})
MUST = frozenset({"must"})
CAN = frozenset({"can"})
OUT = "out"
GIVES = GIVING["announced_giving"] | GIVING["disposing"] | GIVING["donating"]
ORDERS = frozenset({"ccomp", "parataxis"})
PAST = frozenset({"VBD", "VBN"})
PRESENT = frozenset({"VBP", "VBZ"})


def _has_auxiliary(verb: Token, words: frozenset[str]) -> bool:
    return any(item.lower_ in words for item in auxiliaries(verb))


def is_urged(verb: Token) -> bool:
    """True for what others should give: "should pay", "should plan to provide", "unless donors give"."""
    if verb.dep_ == "advcl" and any(item.lower_ in FUNCTION_WORDS["unless"] for item in children(verb, "mark")):
        return True
    while verb.dep_ == "xcomp" and has_lemma(verb.head, GIVING["planning"]):
        verb = verb.head
    if not _has_auxiliary(verb, SHOULD) or is_negated(verb) or has_lemma(verb, CUES["receiving"]):
        return False
    should = next(item for item in auxiliaries(verb) if item.lower_ in SHOULD)
    giver = child(verb, "nsubj", "nsubj:pass")
    in_doubt = any(item.lower_ in CUES["conditional"] for item in children(verb, "mark"))
    return giver is not None and giver.i < should.i and not in_doubt


def is_refused(verb: Token) -> bool:
    """True for what a body does not do: "did not pass", "refused to approve"."""
    return is_negated(verb) or (verb.dep_ == "xcomp" and has_lemma(verb.head, GIVING["refusing"]))


def is_kept_back(verb: Token, status: str) -> bool:
    """True for what somebody would have given, or will not give; who "failed to raise" had nothing."""
    if verb.dep_ == "acl:relcl" and is_counterfactual(verb):
        return True
    if has_lemma(verb, CUES["receiving"]):
        return False
    if is_negated(verb) and _has_auxiliary(verb, CUES["future"]) and has_lemma(verb, GIVES):
        return not _has_auxiliary(verb, FUNCTION_WORDS["perfect"])
    if verb.dep_ != "xcomp":
        return False
    return _is_declined(verb.head) or (status == "approved" and is_refused(verb))


def _is_declined(above: Token) -> bool:
    """True for "refused to pay", "ruled out paying"; who "ruled to pay" pays."""
    excluded = has_lemma(above, CUES["out"]) and any(item.lower_ == OUT for item in above.children)
    return excluded or has_lemma(above, GIVING["declining"])


def is_to_come(verb: Token) -> bool:
    """True for a decision that is still to be made: "will vote", "must still pass it", "has yet to sign"."""
    awaited = verb.dep_ == "xcomp" and has_lemma(verb.head, GIVING["awaiting"])
    return awaited or is_still_to(verb) or _has_auxiliary(verb, CUES["future"] | MUST)


def is_ruled(verb: Token) -> bool:
    """True for what a court says must be paid: "must pay her 9,000 euros, a court ruled"."""
    if not _has_auxiliary(verb, MUST):
        return False
    ruling = [verb.head] if verb.dep_ == "ccomp" else children(verb, *ORDERS)
    return any(has_lemma(item, GIVING["ruling"]) and _is_courts(item) for item in ruling)


def _is_courts(verb: Token) -> bool:
    who = by_phrase(verb) if is_passive(verb) else subject(verb)
    return who is not None and has_lemma(who, GIVING["court"])


def is_signed_for(verb: Token) -> bool:
    """True for what an agreement that has been signed binds somebody to give: "signed a deal under which"."""
    under = next((item for item in children(verb, "obl") if preposition(item) == "under"), None)
    if under is None or _is_done(verb):
        return False
    agreement = verb.head if verb.dep_ == "acl:relcl" else under
    if not has_lemma(agreement, GIVING["compact"]):
        return False
    above = agreement.head if agreement.dep_ in {"obj", "nsubj:pass"} else None
    signing = [*children(agreement, "acl"), *([] if above is None else [above])]
    return any(has_lemma(item, GIVING["signing"]) and item.tag_ in PAST for item in signing)


def is_under_way(verb: Token) -> bool:
    """True for what is announced in the progressive: "is sending", "said that it was giving"."""
    if verb.tag_ != "VBG" or is_passive(verb) or not has_lemma(verb, GIVING["announced_giving"]):
        return False
    tags = PRESENT | {"VBD"} if _is_said_then(verb) else PRESENT
    return any(item.lemma_ == "be" and item.tag_ in tags for item in auxiliaries(verb))


def _is_said_then(verb: Token) -> bool:
    """True for a past tense that is only that of who spoke: "said it was sending"."""
    said = [verb.head] if verb.dep_ == "ccomp" else children(verb, "parataxis")
    return any(item.tag_ in PAST and has_lemma(item, CUES["report"]) for item in said)


def is_open(verb: Token) -> bool:
    """True for what somebody can have or give, if he will: "can claim 900 euros"."""
    return _has_auxiliary(verb, CAN) and not is_negated(verb)


def _is_done(verb: Token) -> bool:
    """True for the past and the perfect: "gave", "has been given", not "will be given"."""
    return verb.tag_ in PAST and not _has_auxiliary(verb, CUES["future"])


def is_level(amount: Token, verb: Token) -> bool:
    """True for the sum to or from which a gift is cut: "cut the grant to $5m"."""
    return amount.head == verb and has_lemma(verb, GIVING["told_withheld"]) and preposition(amount) in {"to", "from"}
