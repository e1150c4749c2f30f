"""Features of a sum of money, or of goods, for rules to need or exclude: gift or price, and for whom."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from factx.facts.counted import Counted
from factx.facts.cues import CUES
from factx.facts.frames import Frame
from factx.facts.giving import GIVING, GOODS
from factx.facts.prices import is_price_of_thing, is_priced
from factx.facts.slots.actors import can_act
from factx.facts.slots.gift import gift_classes, gift_nouns, given_noun, verb_of
from factx.facts.slots.purpose import purpose
from factx.facts.slots.recipient import is_beneficiary, recipient
from factx.facts.slots.status import is_court_ordered
from factx.facts.slots.transfer import asked, giver
from factx.facts.words import has_lemma
from factx.model import PREDICATES, children, first_conjunct, preposition, subject

SORTS = frozenset({"gift", "price"})


def sum_features(frame: Frame, counted: Counted, amid: bool) -> frozenset[str]:
    """Return what is known of a sum.

    ``gift`` and ``price`` are classes of its nouns, ``recipient`` and ``purpose`` say that one is
    stated, ``public`` that the giver is a public or charitable body, ``benefit`` that somebody gains
    by it, and ``amid`` that the text beside it tells of giving.
    """
    verb = verb_of(frame)
    nouns = gift_nouns(counted, verb)
    found = set(gift_classes(nouns) & SORTS)
    goal = recipient(verb, nouns, counted)
    if _is_paid(verb, nouns, goal, counted):
        found.add("price")
    if goal is not None and _is_helped(goal):
        found.add("recipient")
    if purpose(counted.head.doc, verb, nouns) is not None:
        found.add("purpose")
    found |= _of_giver(verb, nouns)
    if counted.amount.kind != "money":
        found |= _of_receiver(goal)
    found |= _marks(verb, nouns, counted)
    if amid:
        found |= {"price"} if is_price_of_thing(counted) else {"amid", "public"}
    if found & {"recipient", "purpose"}:
        found.add("stated")
    if _benefits(found) or (verb is not None and asked(verb, counted, ()) is not None):
        found.add("benefit")
    return frozenset(found | goods_classes(counted))


def _is_paid(verb: Token | None, nouns: Sequence[Token], goal: Token | None, counted: Counted) -> bool:
    """True for a sum that is no gift: a loan's, a contract's, a price, a ransom, what owners get."""
    if _is_on_the_books(verb, nouns) or _is_contract(nouns) or is_priced(counted):
        return True
    return (goal is not None and has_lemma(goal, GIVING["payee"])) or _is_ransom(verb, counted)


def _marks(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> set[str]:
    """Return ``debt`` for what is owed, ``listed`` where no verb governs, ``plan`` in a plan."""
    marks = {
        "debt": any(has_lemma(item, GIVING["debt"]) for item in [*nouns, *_clauses_on(verb, counted)]),
        "listed": _is_listed(counted),
        "plan": verb is not None and _is_of_plan(verb),
    }
    return {name for name, held in marks.items() if held}


def _clauses_on(verb: Token | None, counted: Counted) -> list[Token]:
    """Return the clauses that say more of a sum, however they are tied: "$5m that Togo owed it"."""
    clauses = children(counted.head, "acl", "acl:relcl")
    return [*clauses, *(children(verb, "ccomp") if verb is not None else [])]


def _is_ransom(verb: Token | None, counted: Counted) -> bool:
    """True for what buys somebody free: "wants $5m for the doctor's release"."""
    hosts = [counted.head, *([verb] if verb is not None else [])]
    goals = (item for host in hosts for item in children(host, "obl", "nmod") if preposition(item) == "for")
    return any(has_lemma(item, GIVING["freeing"]) for item in goals)


def _benefits(found: set[str]) -> bool:
    return bool(found & {"gift", "recipient", "amid"}) or {"purpose", "public"} <= found


def _of_giver(verb: Token | None, nouns: Sequence[Token]) -> set[str]:
    """Return ``public`` or ``business`` as the giver is one; nothing where the sentence names none."""
    if verb is not None and is_court_ordered(verb):
        return {"public"}
    who = giver(verb, given_noun(nouns), ())
    head = who.head if who is not None else _subject_or_speaker(verb)
    if head is None:
        return set()
    words = [head, *children(head, "compound", "appos")]
    if any(has_lemma(item, GIVING["business"]) for item in words):
        return {"business"}
    charity = {"charity"} if any(has_lemma(item, GIVING["charity"]) for item in words) else set[str]()
    public = head.ent_type_ in {"LOC", "NORP"} or any(has_lemma(item, GIVING["public"]) for item in words)
    return charity | ({"public"} if public else set())


def _subject_or_speaker(verb: Token | None) -> Token | None:
    """Return what a verb is said of; of "it", who says so: "the council said it would spend $2m"."""
    who = None if verb is None else subject(verb)
    said = verb is not None and verb.dep_ == "ccomp" and who is not None and who.pos_ == "PRON"
    return subject(verb.head) if verb is not None and said else who


def _of_receiver(goal: Token | None) -> set[str]:
    """Return ``business`` for goods that go to buyers and dealers."""
    return {"business"} if goal is not None and has_lemma(goal, GIVING["business"]) else set()


def _is_listed(counted: Counted) -> bool:
    """True for a phrase that no verb or preposition governs, as in lists: "Oman, 300 tents"."""
    head = first_conjunct(counted.head)
    return preposition(head) is None and head.head.pos_ not in PREDICATES and head.head.pos_ != "ADJ"


def _is_of_plan(verb: Token) -> bool:
    """True if a bill, budget or plan is what contains or gives the sum."""
    holder = verb.head if verb.dep_ in {"acl", "acl:relcl"} else subject(verb)
    return holder is not None and (has_lemma(holder, GIVING["law"]) or has_lemma(holder, GIVING["plan"]))


def are_goods(counted: Counted) -> bool:
    """True if what is counted or weighed may be given: tents, tonnes of rice."""
    return bool(goods_classes(counted))


def goods_classes(counted: Counted) -> frozenset[str]:
    """Return ``goods`` or ``arms`` as the noun is one; what is weighed is goods whatever its noun."""
    amount, noun = counted.amount, counted.noun
    if amount.kind == "measure":
        return frozenset({"goods"}) if amount.unit in GIVING["weighed"] else frozenset()
    if amount.kind != "count" or noun is None:
        return frozenset()
    return frozenset(name for name in ("goods", "arms") if has_lemma(noun, GOODS[name]))


def _is_on_the_books(verb: Token | None, nouns: Sequence[Token]) -> bool:
    """True for a loan that is a bank's business: outstanding, bad, repaid, refinanced."""
    loans = [noun for noun in nouns if has_lemma(noun, GIVING["loan"])]
    if loans and verb is not None and (has_lemma(verb, CUES["ledger"]) or has_lemma(verb, GIVING["borrowing"])):
        return True
    kinds = [item for noun in loans for item in children(noun, "amod", "compound")]
    return any(has_lemma(item, CUES["ledger"]) or has_lemma(item, GIVING["private_loan"]) for item in kinds)


def _is_contract(nouns: Sequence[Token]) -> bool:
    """True for an order that a firm gets: "a contract with a shipyard"."""
    contracts = [noun for noun in nouns if has_lemma(noun, GIVING["contract"])]
    hosts = [host for noun in contracts for host in (noun, noun.head, *children(noun, "acl"))]
    partners = (item for host in hosts for item in children(host, "nmod", "obl") if preposition(item) == "with")
    return any(has_lemma(item, GIVING["business"]) for item in partners)


def _is_helped(goal: Token) -> bool:
    """True for somebody, or a place that is named."""
    return can_act(goal) or is_beneficiary(goal) or has_lemma(goal, CUES["venue"])
