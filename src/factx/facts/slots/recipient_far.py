"""Recipients that another clause names: who is to use a sum, for whom the money was meant.

Who has asked for help gets it ("when Fiji asked for help, Oslo sent $5m"), and of "it is to them
that Oslo will give $5m" those of whom the clause before tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Token

from factx.base import word_classes
from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import CUES, FUNCTION_WORDS
from factx.facts.giving import GIVING, GOODS
from factx.facts.slots.actors import can_act
from factx.facts.words import has_lemma
from factx.model import PREDICATES, ancestors, child, children, entities_in, is_negated, is_passive, preposition

RELATIVE = "acl:relcl"
CLEFT = frozenset({"acl", RELATIVE})
GOALS = frozenset({"to", "for"})
PLURAL = frozenset({"NNS", "NNPS"})


def far_recipient(counted: Counted) -> Token | None:
    """Return who uses a sum ("$5m, which the navy will spend"), or for whom the money was meant; or None."""
    ways = chain(_users(counted), _meant_elsewhere(counted), _askers(counted))
    return next(ways, None)


def cleft_goal(verb: Token | None) -> Token | None:
    """Return who is put before a clause of giving: "it is to widows that Oslo will give $5m"; or None."""
    if verb is None or verb.dep_ not in CLEFT or child(verb, "nsubj") is None:
        return None
    whom = verb.head
    return told_before(whom) if _is_put_first(whom) and preposition(whom) in GOALS else None


def _is_put_first(noun: Token) -> bool:
    return child(noun, "cop") is not None and child(noun, "expl") is not None


def told_before(who: Token) -> Token:
    """Return of whom the clause before tells, for "it is they who"; ``who`` for all others."""
    if who.lower_ not in FUNCTION_WORDS["those_told_of"] or who.dep_ != "conj" or not _is_put_first(who):
        return who
    before = child(who.head, "nsubj", "nsubj:pass")
    return before if before is not None and before.tag_ in PLURAL and can_act(before) else who


def _askers(counted: Counted) -> Iterator[Token]:
    """Yield the people or place that asked for help in a clause before the one that tells of a sum."""
    verb = next((item for item in ancestors(counted.head) if item.pos_ in PREDICATES), None)
    for clause in [] if verb is None else children(verb, "advcl"):
        who = child(clause, "nsubj")
        goods = [item for item in children(clause, "obl", "obj") if preposition(item) in {"for", None}]
        asks = has_lemma(clause, CUES["asking"]) and clause.i < counted.head.i and not is_negated(clause)
        if asks and who is not None and _is_in_need(who) and goods and all(map(_is_help, goods)):
            yield who


def _is_in_need(who: Token) -> bool:
    return who.ent_type_ == "LOC" or bool(noun_classes(who) & {"person", "state", "refugee"})


def _is_help(noun: Token) -> bool:
    helps = "gift" in word_classes(noun.lemma_.lower()) or has_lemma(noun, GOODS["goods"])
    return helps and child(noun, "nmod") is None


def _users(counted: Counted) -> Iterator[Token]:
    """Yield who uses, needs or has asked for a sum, as a clause on it or on "money" behind it says."""
    for noun in (counted.head, *_called_money(counted), *_gift_of(counted.head)):
        for clause in children(noun, RELATIVE):
            who = child(clause, "nsubj")
            verbs = [clause, *(item for item in children(clause, "xcomp") if item.tag_ != "VBN")]
            uses = any(has_lemma(verb, GIVING["using"]) or _relies(verb) for verb in verbs)
            if who is not None and uses and _may_get(who) and not is_passive(clause) and not is_negated(clause):
                yield who


def _gift_of(amount: Token) -> Iterator[Token]:
    """Yield the gift of a sum: "a grant of $5m that weavers need"."""
    if amount.dep_ in {"nmod", "compound"} and "gift" in word_classes(amount.head.lemma_.lower()):
        yield amount.head


def _relies(verb: Token) -> bool:
    """True for who waits for a sum: "that the theatre had been counting on"."""
    return has_lemma(verb, GIVING["relying"]) and any(item.lower_ == "on" for item in verb.children)


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
