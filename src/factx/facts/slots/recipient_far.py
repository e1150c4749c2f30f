"""Recipients that another clause names: who is to use a sum, for whom the money was meant."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.facts.counted import Counted
from factx.facts.cues import CUES
from factx.facts.giving import GIVING
from factx.facts.slots.actors import can_act
from factx.facts.words import has_lemma
from factx.model import PREDICATES, child, children, entities_in, is_negated, is_passive

RELATIVE = "acl:relcl"


def far_recipient(counted: Counted) -> Token | None:
    """Return who uses a sum ("$5m, which the navy will spend"), or for whom the money was meant; or None."""
    return next(_users(counted), None) or next(_meant_elsewhere(counted), None)


def _users(counted: Counted) -> Iterator[Token]:
    """Yield who uses, needs or has asked for a sum, as a clause on it or on "money" behind it says."""
    for noun in (counted.head, *_called_money(counted)):
        for clause in children(noun, RELATIVE):
            who = child(clause, "nsubj")
            verbs = [clause, *(item for item in children(clause, "xcomp") if item.tag_ != "VBN")]
            uses = any(has_lemma(verb, GIVING["using"]) for verb in verbs)
            if who is not None and uses and _may_get(who) and not is_passive(clause) and not is_negated(clause):
                yield who


def _called_money(counted: Counted) -> Iterator[Token]:
    """Yield "money" right behind a sum and a comma: "$5m, money that schools need"."""
    doc, after = counted.head.doc, max(counted.numeral.end, counted.head.i + 1)
    if after + 1 < counted.sent.end and doc[after].text == "," and has_lemma(doc[after + 1], GIVING["money_word"]):
        yield doc[after + 1]


def _meant_elsewhere(counted: Counted) -> Iterator[Token]:
    """Yield for whom the money is meant in another clause: "the clinic for which the aid was meant"."""
    sums = [one for one in entities_in(counted.head.doc, counted.sent.start, counted.sent.end) if one.label_ == "MONEY"]
    if len(sums) > 1:
        return
    for clause in counted.sent:
        told = clause.dep_ == RELATIVE and clause.pos_ in PREDICATES and has_lemma(clause, GIVING["intended"])
        if told and _is_for_it(clause) and _may_get(clause.head):
            yield clause.head


def _is_for_it(clause: Token) -> bool:
    money = child(clause, "nsubj:pass", "nsubj")
    is_money = money is not None and (has_lemma(money, GIVING["money_word"]) or money.lower_ == "it")
    return is_money and any(item.lower_ == "for" for item in clause.subtree)


def _may_get(noun: Token) -> bool:
    return can_act(noun) or any(has_lemma(noun, words) for words in (GIVING["institution"], CUES["venue"]))
