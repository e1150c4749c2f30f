"""Credit that is business: loans on a bank's books, and what firms borrow from banks and each other.

A bank that lends to a state, a state that lends to a firm, and whoever lends to the needy give
something. What a firm borrows from a bank, on a credit line or for a takeover, is trade.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from factx.base import word_classes
from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES
from factx.facts.giving import GIVING
from factx.facts.words import has_lemma
from factx.model import PREDICATES, ancestors, child, children, is_passive, preposition, subject

STATES = frozenset({"LOC", "NORP"})
PARTNERS = frozenset({"from", "with", "by"})


def is_business(verb: Token | None, nouns: Sequence[Token], goal: Token | None, counted: Counted) -> bool:
    """True for loans on the books, credit of a firm, what it approves for itself, and what is owed."""
    if _is_on_the_books(verb, nouns, counted) or _is_of_a_firm(verb, nouns, goal, counted):
        return True
    return _is_for_itself(verb, nouns, goal) or _is_owed(verb, nouns, goal) or _is_for_deal(verb, nouns, goal, counted)


def _is_owed(verb: Token | None, nouns: Sequence[Token], goal: Token | None) -> bool:
    """True for what is paid back, also to a bank that lends to states, and paid to a firm for its work."""
    if verb is None or not has_lemma(verb, GIVING["repaying"]):
        return False
    if any(item.lower_ == "back" for item in children(verb, "compound:prt", "advmod")):
        return True
    if goal is None or any("gift" in word_classes(noun.lemma_.lower()) for noun in nouns):
        return False
    words = _words(goal)
    lends = any(has_lemma(item, GIVING["lender"]) for item in words)
    return _is_firm(goal) or (lends and any(has_lemma(item, GIVING["state_bank"]) for item in words))


def _is_for_deal(verb: Token | None, nouns: Sequence[Token], goal: Token | None, counted: Counted) -> bool:
    """True for what pays for a takeover in which no state has a part: "$5m to complete the merger"."""
    hosts = [*nouns, counted.head, *_verbs(verb)]
    aims = [item for host in hosts for item in children(host, "nmod", "obl") if preposition(item) == "for"]
    aims += [item for host in hosts for clause in children(host, "advcl", "acl") for item in children(clause, "obj")]
    if not any(has_lemma(item, GIVING["takeover"]) for item in aims):
        return False
    return not any(map(_is_public, (*_getting(verb, nouns, goal, counted), *_giving(verb, nouns, counted))))


def _is_for_itself(verb: Token | None, nouns: Sequence[Token], goal: Token | None) -> bool:
    """True for what a firm approves or sets aside and gives to nobody: "its board approved a $5m budget"."""
    if verb is None or goal is not None or not has_lemma(verb, GIVING["told_approved"]) or is_passive(verb):
        return False
    if any(has_lemma(noun, GIVING["amends"] | GIVING["relief"] | GIVING["donated"]) for noun in nouns):
        return False
    dealing = list(_acting(verb))
    return any(map(_is_firm, dealing)) and not any(_is_public(one) for one in dealing if not _is_its_board(one))


def _is_its_board(who: Token) -> bool:
    """True for "its board", of whose firm the sentence tells."""
    return child(who, "nmod:poss") is not None and has_lemma(who, GIVING["directing"])


def _is_of_a_firm(verb: Token | None, nouns: Sequence[Token], goal: Token | None, counted: Counted) -> bool:
    named = [[*_words(noun), *children(noun, "nmod")] for noun in nouns]
    kinds = [word for words in named if any(map(_is_credit, words)) for word in words]
    if not kinds and (verb is None or not has_lemma(verb, GIVING["lending"])):
        return False
    getting = list(_getting(verb, nouns, goal, counted))
    giving = list(_giving(verb, nouns, counted))
    if any(map(_is_public, (*getting, *giving))) or any(has_lemma(item, GIVING["soft_loan"]) for item in kinds):
        return False
    return any(has_lemma(item, GIVING["drawn_on"]) for item in kinds) or any(map(_is_firm, giving))


def _is_credit(noun: Token) -> bool:
    return has_lemma(noun, GIVING["firm_credit"])


def _getting(verb: Token | None, nouns: Sequence[Token], goal: Token | None, counted: Counted) -> Iterator[Token]:
    """Yield who is said to get credit, where nobody need say who gives it."""
    if goal is not None:
        yield goal
    for host in (*nouns, counted.head, *_verbs(verb)):
        yield from (item for item in children(host, "nmod", "obl") if preposition(item) == "to")
        yield from children(host, "iobj")
    yield from (who for one in _verbs(verb) if is_passive(one) for who in children(one, "nsubj:pass"))


def _giving(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> Iterator[Token]:
    """Yield who deals in it: of whom the verb tells, from, with or by whom, and whose credit it is."""
    for host in (*nouns, counted.head, *_verbs(verb)):
        yield from (item for item in children(host, "nmod", "obl", "obl:agent") if preposition(item) in PARTNERS)
        yield from children(host, "nmod:poss")
    if verb is not None and not is_passive(verb):
        yield from _acting(verb)


def _verbs(verb: Token | None) -> list[Token]:
    return [] if verb is None else [verb]


def _acting(verb: Token) -> Iterator[Token]:
    """Yield what a verb is said of; of "it", "its unit" and nobody also who says so."""
    who = subject(verb)
    if who is not None:
        yield who
    if who is None or who.pos_ == "PRON" or child(who, "nmod:poss") is not None:
        above = (item for item in ancestors(verb.head) if item.pos_ in PREDICATES)
        yield from (item for item in map(subject, (verb.head, *above)) if item is not None)


def _words(party: Token) -> list[Token]:
    """Return a party or noun and what it is called: "state-owned Acme Inc, a brewer"."""
    parts = children(party, "appos", "compound", "flat", "amod")
    return [party, *(word for part in parts for word in _words(part))]


def _is_firm(party: Token) -> bool:
    """True for "the company", "its subsidiary", "Acme Inc"."""
    if has_lemma(party, GIVING["business"] | GIVING["business_part"]):
        return True
    return any(item.pos_ == "PROPN" and item.lower_.rstrip(".") in GIVING["firm_ending"] for item in _words(party))


def _is_public(party: Token) -> bool:
    """True for a state, its ministry or bank, and a charity; a bank, a group or a fund may be anybody's."""
    words = _words(party)
    if any(has_lemma(item, GIVING["state_bank"]) for item in words):
        return True
    if party.ent_type_ in STATES:
        return True
    return any(has_lemma(item, (GIVING["public"] | GIVING["charity"]) - GIVING["moneyed"]) for item in words)


def _is_on_the_books(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> bool:
    """True for a loan that is a bank's business: outstanding, bad, repaid, refinanced."""
    eased = verb is not None and has_lemma(verb, GIVING["easing"])  # "put off the repayment of $5m"
    if not eased and any(has_lemma(item, GIVING["owed_part"]) for item in _told(nouns, counted)):
        return True
    loans = [noun for noun in nouns if has_lemma(noun, GIVING["loan"])]
    if loans and verb is not None and (_keeps_books(verb) or _is_booked(verb)):
        return True
    return any(_bears_interest(loan) or _is_of_a_bank(loan) for loan in loans)


def _is_of_a_bank(loan: Token) -> bool:
    """True for bad, outstanding and private loans."""
    words = CUES["ledger"] | GIVING["private_loan"]
    return any(has_lemma(item, words) for item in children(loan, "amod", "compound"))


def _told(nouns: Sequence[Token], counted: Counted) -> Iterator[Token]:
    """Yield what a sum is, and of what it is a part: "the repayment of $5m of a loan"."""
    yield from (noun for noun in nouns if noun.dep_ not in {"compound", "obl"} or preposition(noun) == "in")
    above = counted.head
    while above.dep_ in {"nmod", "compound"} and above.head.pos_ == "NOUN":
        above = above.head
        yield above


def _is_booked(verb: Token) -> bool:
    """True for loans that are put on non-accrual, or reported as past due."""
    said = (item for item in children(verb, "obl", "xcomp", "advcl", "amod"))
    return any(has_lemma(item, GIVING["booked"]) for item in said)


def _keeps_books(verb: Token) -> bool:
    """True for verbs of a bank's loans, "hold", "write", "repay", not "hold back"."""
    keeps = has_lemma(verb, CUES["ledger"]) and not children(verb, "compound:prt")
    return keeps or has_lemma(verb, GIVING["borrowing"])


def _bears_interest(loan: Token) -> bool:
    """True for a loan of which it is told what it costs: "charge 9% on a loan", "the interest on a loan"."""
    if preposition(loan) != "on":
        return False
    told = [loan.head, *children(loan.head, "obj", "obl", "nsubj", "nsubj:pass")]
    return any(has_lemma(item, GIVING["interest"]) for item in told)
