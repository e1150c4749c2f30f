"""Whom a sum is to help, what it supports, who signs for it as its borrower, and who takes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from factx.facts.counts.counted import noun_classes
from factx.facts.cues import CUES
from factx.facts.giving import GIVING
from factx.facts.slots.actors import can_act
from factx.facts.slots.lending import is_borrowed, lender_beside
from factx.facts.words import has_lemma
from factx.model import SUBJECTS, child, children, is_passive, preposition, subject

AIMS = frozenset({"advcl", "acl", "xcomp"})
AS_AGENT = frozenset({"obl:agent", "obl"})
OUTER = "nsubj:outer"
DRAW = frozenset({"draw"})


def helped(hosts: Sequence[Token], nouns: Sequence[Token]) -> Iterator[Token]:
    """Yield who is to be helped: "to support farmers", "to look after orphans", "a loan will help"."""
    clauses = [item for host in hosts for item in children(host, *AIMS)]
    clauses += [noun.head for noun in nouns if noun.dep_ in {*SUBJECTS, OUTER} and not is_passive(noun.head)]
    for clause in clauses:
        targets = [child(clause, "obj", "iobj"), _doing(clause)] if _helps(clause) else []
        if has_lemma(clause, GIVING["caring_for"]):
            targets += children(clause, "obl")
        yield from (who for who in map(_people_of, filter(None, targets)) if can_act(who) or _is_trade(who))
        if has_lemma(clause, GIVING["bailing_out"]):
            yield from children(clause, "obj")


def _is_trade(what: Token) -> bool:
    """True for an industry or a system, which may be helped as a whole."""
    return has_lemma(what, GIVING["trade_helped"])


def _people_of(item: Token) -> Token:
    """Return the people behind a word of number: "to aid thousands of refugees"."""
    part = next((part for part in children(item, "nmod") if preposition(part) == "of"), None)
    return part if part is not None and has_lemma(item, CUES["number_word"]) else item


def _rescued(nouns: Sequence[Token]) -> Token | None:
    """Return the body whose name stands before its rescue: "the Acme bail-out"; or None."""
    rescues = (noun for noun in nouns if has_lemma(noun, GIVING["rescue"]))
    names = (item for noun in rescues for item in children(noun, "compound") if item.ent_type_ == "ORG")
    return next(names, None)


def _helps(clause: Token) -> bool:
    return has_lemma(clause, CUES["helping"])


def _doing(clause: Token) -> Token | None:
    """Return who is helped to do something: "to help farmers become independent"."""
    deeds = children(clause, "xcomp", "ccomp")
    return next((who for deed in deeds if (who := child(deed, "nsubj")) is not None), None)


def bearer(verb: Token | None, nouns: Sequence[Token]) -> Token | None:
    """Return what a gift supports, who signs for it or whose rescue it is; or None."""
    return _supported(verb, nouns) or _borrower(verb, nouns) or _rescued(nouns)


def _supported(verb: Token | None, nouns: Sequence[Token]) -> Token | None:
    """Return what a gift supports: "the school will be supported by a $5m loan"; or None."""
    if verb is None or not is_passive(verb) or not has_lemma(verb, GIVING["supporting"]):
        return None
    by = any(noun.head == verb and noun.dep_ in AS_AGENT and preposition(noun) == "by" for noun in nouns)
    what = subject(verb) if by else None
    owner = None if what is None else child(what, "nmod:poss")
    return owner if owner is not None and owner.ent_type_ == "LOC" else what  # "Niger's reforms"


def _borrower(verb: Token | None, nouns: Sequence[Token]) -> Token | None:
    """Return who takes a loan from a named lender: "Peru signed a loan with the World Bank"."""
    if verb is None:
        return None
    lent = any(is_borrowed(verb, noun) and lender_beside(verb, noun) is not None for noun in nouns)
    who = subject(verb) if lent else None
    return who if who is not None and not _is_person(who) else None


def _is_person(who: Token) -> bool:
    """True for a minister, who signs in the name of a state."""
    return who.ent_type_ == "PERSON" or "person" in noun_classes(who)


def draws_up(verb: Token) -> bool:
    """True for who draws up a plan, and gets nothing."""
    return has_lemma(verb, DRAW) and any(item.lower_ == "up" for item in children(verb, "compound:prt"))


def taker(verb: Token) -> Token | None:
    """Return who takes; of "efforts to obtain $5m", who makes them."""
    effort = verb.head if verb.dep_ == "acl" and child(verb, "mark") is not None else None
    if effort is None or child(verb, "nsubj") is not None:
        return subject(verb)
    return subject(effort.head) if effort.dep_ == "obj" else None
