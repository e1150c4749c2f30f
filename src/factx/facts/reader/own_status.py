"""Statuses of rules that no reading takes away, and those that the words tell of what it alone finds."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.base import FactMention
from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES
from factx.facts.giving import GIVING, amounts
from factx.facts.kinds import PLEDGE
from factx.facts.reader.kept import is_right_before, root
from factx.facts.relations import verb_over
from factx.facts.slots.described import is_told_in_clause, status_of_whole
from factx.facts.slots.movement import goes_out, is_joined_there, is_left_behind
from factx.facts.slots.progress import is_kept_back, is_level, is_ruled, is_signed_for, is_under_way
from factx.facts.slots.sought import is_told_of_request
from factx.facts.slots.status import (
    arrived,
    bears,
    has_failed_to_come,
    is_asked,
    is_awarded,
    is_in_promises,
    told_of_force,
)
from factx.facts.words import HAVE, has_lemma
from factx.model import auxiliaries, children, is_negated, is_passive

UNSURE = frozenset({None, "present", "sent"})
"""What a verb says of a force that the reader may know better."""
OWE = frozenset({"owe"})
STRONG = "strong"
FORGIVEN = frozenset({"pledge/debt forgiven"})
"""Rules of debts: what is owed is not kept back, it is let go."""
UNTOLD = frozenset({"pledge/amid gifts", "pledge/goods amid gifts"})
"""Rules of what no verb tells."""
REFUSED = frozenset({"pledge/withheld"})
"""Rules whose verbs leave no doubt that something has been refused or stopped, where it is over."""
WITHHOLDING = frozenset[str]().union(
    *(GIVING[name] for name in ("told_withheld", "halting", "declining", "refusing", "failing", "holding_back"))
)
"""Words of which a sentence needs one to say that a sum is withheld."""


def has_own_status(doc: Doc, fact: FactMention) -> bool:
    """True for a status that the words tell: of a request, of what is ahead, of who has come."""
    amount = root(doc, fact.start_char, fact.end_char)
    if amount is None or fact.status is None:
        return False
    verb = verb_over(amount)
    if fact.rule not in UNTOLD and is_right_before(doc, "agent", fact):
        return True  # "Peru approved $9m, Chile $4m"
    if fact.kind != PLEDGE:
        return told_of_force(_force_of(amount)) == fact.status
    if _is_stopped(fact, verb) or status_of_whole(amount) == fact.status:
        return True
    if fact.status == "requested":
        return _is_asked_for(amount, verb)
    absent = any(map(has_failed_to_come, (amount, amount.head)))
    if fact.status == "pledged" and (absent or is_in_promises(amount)):
        return True
    if is_told_in_clause(amount, fact.status):
        return True
    return verb is not None and _is_told_by(verb, fact.status, amount)


def _is_asked_for(amount: Token, verb: Token | None) -> bool:
    """True for the sum of a request, and for what somebody is asked to give."""
    return is_told_of_request(amount, verb) or (verb is not None and verb.tag_ == "VB" and is_asked(verb))


def _is_stopped(fact: FactMention, verb: Token | None) -> bool:
    """True for what is kept back, and for what a verb of refusing says is over."""
    return fact.status == "withheld" and (_is_kept_back(verb) or (fact.rule in REFUSED and _is_over(verb)))


def _is_over(verb: Token | None) -> bool:
    """True for what was done: "froze it", not "is expected to freeze it"."""
    return verb is not None and verb.tag_ in {"VBD", "VBN"} and verb.dep_ != "xcomp"


def _is_kept_back(verb: Token | None) -> bool:
    return verb is not None and is_kept_back(verb, "pledged")


def _force_of(amount: Token) -> Token:
    """The force that an amount counts: "300 soldiers", "a 300-strong force"; else the amount."""
    top = amount.head if amount.head.lower_ == STRONG else amount
    return top.head if top.dep_ in {"nummod", "amod"} else amount


def is_unfounded(doc: Doc, fact: FactMention, status: str | None) -> bool:
    """True for a sum read as withheld in a sentence in which nothing is refused, stopped or denied."""
    amount = root(doc, fact.start_char, fact.end_char)
    if status != "withheld" or amount is None:
        return False
    return not any(_keeps_back(word, fact) or is_negated(word) for word in amount.sent)


def _keeps_back(word: Token, fact: FactMention) -> bool:
    """True for a word of refusing or stopping, not for "late on Thursday", nor for what is owed."""
    if word.pos_ == "ADV" or (fact.rule in FORGIVEN and has_lemma(word, OWE)):
        return False
    return has_lemma(word, WITHHOLDING)


def told_by_verb(item: Counted, kind: str, status: str | None) -> str | None:
    """The status of a proposal; of a force that is to come or goes, or a gift sent, as its verb says."""
    if kind == PLEDGE:
        return _told_of_gift(item.head) or status
    told = told_of_force(item.head)
    goes = item.head.dep_ == "nsubj" and not goes_out(item.head.head)
    leaves = told == "withdrawn" and goes  # as do those at the end of their shift
    stays = is_left_behind(item.head) or is_joined_there(item.head)
    return status if leaves or (told in UNSURE and not stays) else told


def _told_of_gift(amount: Token) -> str | None:
    """How far the verb over a sum says that it has got, or None."""
    verb = verb_over(amount)
    if verb is None:
        return None
    if _is_handed(verb) or arrived(amount):
        return "delivered"
    if _is_kept_back(verb):
        return "withheld"
    return "requested" if amount.dep_ == "obj" and has_lemma(verb, GIVING["pondering"]) else None


def _is_told_by(verb: Token, status: str, amount: Token) -> bool:
    """True if the form of a verb, a ruling or a signature tells how far it has got."""
    if status == "pledged":
        return is_under_way(verb)
    if status == "approved":
        return is_ruled(verb) or is_signed_for(verb) or is_awarded(verb) or is_level(amount, verb)
    gifts = children(verb, "nsubj")
    reached = any(amounts(gift) and arrived(gift) for gift in gifts)
    asked = any(is_told_of_request(item, None) for item in (amount, amount.head))  # "3% of the $9m requested"
    handed = _is_done(verb) and not asked
    borne = bears(amount) or bears(amount.head)
    return status == "delivered" and (reached or handed or borne or has_lemma(verb, GIVING["unblocking"]))


def _is_done(verb: Token) -> bool:
    """True for a passive in the perfect, of a verb of delivering also in the past, and for who got it."""
    had = any(has_lemma(item, HAVE) for item in children(verb, "aux"))
    gets = is_passive(verb) or has_lemma(verb, CUES["receiving"])
    return _is_handed(verb) or (had and gets and not is_negated(verb))


def _is_handed(verb: Token) -> bool:
    """True for "were handed out", "was sent"."""
    past = is_passive(verb) and not is_negated(verb) and any(item.tag_ == "VBD" for item in auxiliaries(verb))
    return past and has_lemma(verb, GIVING["told_delivered"])
