"""Purpose of a pledge: what the sum is for, where that is no recipient."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from factx.facts.cues import PREPOSITIONS
from factx.facts.giving import GIVING
from factx.facts.phrases import noun_phrase
from factx.facts.slots.actors import aims_behind, by_phrase
from factx.facts.slots.agent import TokenSpan
from factx.facts.slots.gift import meant_for, phrases_of
from factx.facts.slots.recipient import is_beneficiary
from factx.facts.words import has_lemma
from factx.model import child, children, preposition

NO_PURPOSE = frozenset({"DATE", "MONEY"})


def purpose(doc: Doc, verb: Token | None, nouns: Sequence[Token], amount: Token) -> TokenSpan | None:
    """Return what a pledge is for: "to rebuild schools", else "for the vaccination campaign"."""
    if (aim := meant_for(amount)) is not None:
        return None if is_beneficiary(aim) else _words_of(aim)
    hosts = [*nouns, *([verb] if verb is not None else [])]
    clause = next(_purpose_clauses(hosts), None) or (None if verb is None else _spent_on(verb))
    if clause is not None:
        return clause
    for host in hosts:
        for item in phrases_of(host, "nmod", "obl"):
            case = preposition(item)
            if case in PREPOSITIONS["purpose"] and item.ent_type_ not in NO_PURPOSE and not is_beneficiary(item):
                return noun_phrase(item, clauses=True)
    giver = None if verb is None else by_phrase(verb)
    aims = [] if giver is None else [item for item in aims_behind(giver) if not is_beneficiary(item)]
    return noun_phrase(aims[0], clauses=True) if aims else None


def _words_of(aim: Token) -> TokenSpan | None:
    """Return the words of what a sum is said to be for, without the clause that says so."""
    before = range(aim.left_edge.i, aim.left_edge.i)
    copula = child(aim, "cop")
    return noun_phrase(aim, without=before if copula is None else range(aim.left_edge.i, copula.i + 1))


def _spent_on(verb: Token) -> TokenSpan | None:
    """Return what a sum is spent on: "on repairing dams", "in new wells", "spent it buying pumps"."""
    if not has_lemma(verb, GIVING["spending"]):
        return None
    phrases = (item for item in children(verb, "obl", "advcl") if preposition(item) in PREPOSITIONS["spent_on"])
    head = next((item for item in phrases if item.dep_ == "advcl" or preposition(item) != "in"), None)
    head = head or next(filter(_is_bare_gerund, children(verb, "advcl", "xcomp")), None)
    return None if head is None else noun_phrase(head, clauses=True)


def _is_bare_gerund(clause: Token) -> bool:
    """True for "spent $5m buying pumps"."""
    inside = clause.i > clause.sent.start and clause.nbor(-1).text != ","
    return clause.tag_ == "VBG" and clause.left_edge == clause and inside


def _purpose_clauses(hosts: Sequence[Token]) -> Iterator[TokenSpan]:
    for host in hosts:
        for item in children(host, "advcl", "acl", "xcomp"):
            mark = child(item, "mark")
            if mark is not None and mark.lower_ == "to":
                end = max(token.i for token in item.subtree if not token.is_punct and not token.is_space)
                yield mark.i, end + 1
