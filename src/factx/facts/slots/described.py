"""How far a gift has got as the clauses on it and the verb over it tell: "a loan offered by Oslo"."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.parts import is_sum_of_parts
from factx.facts.cues import FUNCTION_WORDS
from factx.facts.giving import GIVING, done_to_what
from factx.facts.relations import of_what
from factx.facts.slots.status import TOLD_OF_GIFTS, is_to_be_done, told_by
from factx.facts.words import has_lemma
from factx.model import PARTICIPLES, RELATIVE_TAGS, child, children, is_negated, is_passive, preposition

BESIDE = frozenset({"compound", "nummod", "amod"})
"""Relations of a sum to the gift that it stands before."""
MAKE = frozenset({"make"})


def taken_back(noun: Token) -> bool:
    """True for a gift that is frozen, cut or withdrawn: "froze a grant", "what it froze was a grant"."""
    done = [noun.head] if noun.dep_ in {"obj", "nsubj:pass"} else done_to_what(noun)
    return any(has_lemma(verb, GIVING["told_withheld"]) for verb in done) or _is_gone_back_on(noun)


def _is_gone_back_on(noun: Token) -> bool:
    """True for a promise on which somebody reneges, or out of which he backs."""
    verb = noun.head
    away = any(item.lower_ in FUNCTION_WORDS["backwards"] for item in verb.subtree if verb.i < item.i < noun.i)
    return noun.dep_ == "obl" and has_lemma(verb, GIVING["backing_out"]) and (away or preposition(noun) == "on")


def described_status(noun: Token) -> str | None:
    """Return the status that a clause tells of a gift, as "aid offered by Oslo"; or None."""
    for clause in describing(noun):
        if has_lemma(clause, MAKE) and any(preposition(item) == "to" for item in children(clause, "obl")):
            return "delivered"
        told = told_by(clause, TOLD_OF_GIFTS)
        if told is not None:
            return told
    return None


def describing(noun: Token) -> list[Token]:
    """Return the clauses of what was done to a gift: participles, and "which Oslo approved"."""
    done = [item for item in children(noun, "acl", "amod") if item.tag_ == "VBN"]
    own = [item for item in children(noun, "acl:relcl") if item.tag_ in PARTICIPLES | {"VBD"} and _is_done_to(item)]
    return [item for item in (*done, *own) if not is_negated(item)]


def _is_done_to(clause: Token) -> bool:
    """True for what was done to what the clause describes, and not what that itself did."""
    doer = child(clause, "nsubj")
    own = [item for item in children(clause, "obj", "ccomp", "xcomp") if item.tag_ not in RELATIVE_TAGS]
    by_others = doer is not None and doer.tag_ not in RELATIVE_TAGS and not own
    return (by_others or is_passive(clause)) and not is_to_be_done(clause)


def status_of_whole(amount: Token) -> str | None:
    """Return how far a gift has got of which a part is paid: "$5m of a $9m loan", "its first tranche".

    What its own words tell, else approved if it is a loan or a package; None for other sums.
    """
    gift = amount.head if amount.dep_ in BESIDE else amount
    if not is_sum_of_parts(gift) and not (of_what(gift) is not None and has_lemma(gift.head, GIVING["tranche"])):
        return None
    return described_status(gift) or ("approved" if has_lemma(gift, GIVING["financing"]) else None)


def is_told_in_clause(amount: Token, status: str) -> bool:
    """True if a clause in the past tells a status: "a grant, which the state approved", "promised in May"."""
    clauses = [clause for noun in (amount, amount.head) for clause in children(noun, "acl", "acl:relcl")]
    done = (item for item in clauses if item.tag_ in PARTICIPLES | {"VBD"} and not is_to_be_done(item))
    return any(told_by(item, TOLD_OF_GIFTS) == status for item in done)
