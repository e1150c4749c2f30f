"""Who lends, where a loan or an agreement on it names both sides: "signed a loan with the bank"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from factx.facts.giving import GIVING
from factx.facts.slots.actors import ACTORS, can_act
from factx.facts.words import has_lemma
from factx.model import children, is_passive, preposition, subject

TO_WHOM = frozenset({"to", "for"})
SIDES = frozenset({"from", "with"})
"""Prepositions before who lends to those who sign."""


def is_borrowed(verb: Token, gift: Token | None) -> bool:
    """True for a loan that the subject of a verb takes: "Peru signed a loan"; a bank that signs one lends."""
    deals = any(has_lemma(item, GIVING["compact"]) for item in children(verb, "obj"))
    if gift is None or not _is_loan(gift) or not (deals or has_lemma(verb, GIVING["taking_loan"])):
        return False
    who = None if is_passive(verb) else subject(verb)
    if who is None or has_lemma(who, GIVING["lender"]):
        return False
    lender = lender_beside(verb, gift)
    if lender is None:
        return who.pos_ != "PRON" and not any(_is_to_nation(item) for item in children(gift, "nmod"))
    return lender.ent_type_ != "LOC" or who.ent_type_ not in ACTORS  # "the Fund signed a loan with Peru" lends


def _is_to_nation(item: Token) -> bool:
    return preposition(item) in TO_WHOM and item.ent_type_ in {"LOC", "NORP"}


def lender_beside(verb: Token | None, gift: Token | None) -> Token | None:
    """Return the side that lends: "a loan agreement with the IMF", "under a deal signed with a bank"."""
    if gift is None or not _is_loan(gift):
        return None
    return next((item for item in _sides(verb, gift) if can_act(item)), None)


def from_whom(hosts: Sequence[Token]) -> Token | None:
    """Return from whom something comes: "came from a bank", "a gift from the king"; or None."""
    phrases = (item for host in hosts for item in children(host, "obl", "nmod"))
    return next((item for item in phrases if preposition(item) == "from" and item.ent_type_ != "DATE"), None)


def lender_named(gift: Token) -> Token | None:
    """Return the lender whose name stands before a loan: "an IDA loan", "a treasury loan"; or None."""
    if not has_lemma(gift, GIVING["loan"]):
        return None
    names = [item for item in children(gift, "compound") if item.i < gift.i]
    if gift.i > gift.sent.start and gift.nbor(-1).pos_ == "PROPN":
        names.append(gift.nbor(-1))  # the IDA of "a $9m IDA loan", parsed as of the sum
    return next((item for item in names if _is_lender(item)), None)


def lender_telling(doc: Doc, speaker: tuple[int, int] | None, amount: Token) -> tuple[int, int] | None:
    """Return the bank that tells of a loan without a lender: "a $9m loan, the bank said"; or None."""
    if speaker is None or not has_lemma(doc[slice(*speaker)].root, GIVING["lender"]):
        return None
    around = (amount, amount.head, *(item for item in children(amount, "nmod") if preposition(item) == "of"))
    return speaker if any(has_lemma(item, GIVING["loan"]) for item in around) else None


def _is_lender(name: Token) -> bool:
    if has_lemma(name, GIVING["lender"]):
        return True
    if name.ent_type_ in {"MONEY", "DATE", "LOC"}:
        return False
    return name.pos_ == "PROPN" and name.is_upper and len(name) > 1


def _is_loan(gift: Token) -> bool:
    """True for a loan, and for a package or agreement of loans."""
    return any(has_lemma(item, GIVING["loan"]) for item in (gift, *children(gift, "compound", "amod")))


def _sides(verb: Token | None, gift: Token) -> Iterator[Token]:
    """Yield who is behind "from" or "with", beside the loan, its agreement or the verb of taking it."""
    above = gift.head if gift.dep_ == "compound" else gift
    hosts = [gift, above]
    if verb is not None:
        deals = [item for item in children(verb, "obj", "obl") if has_lemma(item, GIVING["compact"])]
        hosts += [
            *deals,
            *(part for deal in deals for part in children(deal, "acl") if has_lemma(part, GIVING["signing"])),
        ]
        hosts += [verb] if has_lemma(verb, GIVING["taking_loan"]) else []
    for host in dict.fromkeys(hosts):
        yield from (
            item for item in children(host, "obl", "nmod") if preposition(item) in SIDES and item.ent_type_ != "DATE"
        )
