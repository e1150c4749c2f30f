"""Features of a sum of money, or of goods, for rules to need or exclude: gift or price, and for whom."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from factx.base import Spans
from factx.facts.counts.counted import QUALIFIED, Counted
from factx.facts.counts.parts import is_sum_of_parts
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.frame import Frame
from factx.facts.giving import GIVING, GOODS, is_forged, is_law
from factx.facts.money.conditions import is_in_condition
from factx.facts.money.credit import is_business
from factx.facts.money.deals import is_dealt
from factx.facts.money.own_gain import is_own_gain
from factx.facts.money.prices import is_price_of_thing, is_priced, is_taken
from factx.facts.slots.actors import can_act
from factx.facts.slots.counterfactual import is_counterfactual
from factx.facts.slots.gift import content_of, gift_classes, gift_nouns, given_noun, verb_of
from factx.facts.slots.purpose import purpose
from factx.facts.slots.recipient import is_beneficiary, recipient
from factx.facts.slots.requests import asked, needy
from factx.facts.slots.sought import owner
from factx.facts.slots.status import is_court_ordered
from factx.facts.slots.transfer import giver
from factx.facts.words import bases, has_lemma
from factx.model import PREDICATES, ancestors, child, children, first_conjunct, preposition, subject

ONE_CITIZEN = ("an", "er")
"""Endings of the names of one citizen: "the Brazilian", "the New Zealander"."""
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
    goal = _goal(verb, nouns, counted)
    of_giver = _of_giver(verb, nouns)
    if _is_paid(verb, nouns, goal, counted, of_giver) or _is_no_gift(frame.trigger, verb, counted, of_giver):
        found.add("price")
    if goal is not None and _is_helped(goal):
        found.add("recipient")
    if purpose(counted.head.doc, verb, nouns, counted.head) is not None:
        found.add("purpose")
    found |= of_giver
    if counted.amount.kind != "money":
        found |= _of_receiver(goal) | _of_unnamed(verb, found)
    found |= _marks(verb, nouns, counted)
    if amid:
        found |= {"price"} if is_price_of_thing(counted) else {"amid", "public"}
    if found & {"recipient", "purpose"}:
        found.add("stated")
    elif "gift" not in found and any(_is_whole_budget(noun, counted) for noun in nouns):
        found.add("price")
    if _benefits(found) or (verb is not None and asked(verb, counted, Spans()) is not None):
        found.add("benefit")
    return frozenset(found | goods_classes(counted))


def _goal(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> Token | None:
    """Return who gets a sum, or is said to be in need of it."""
    return recipient(verb, nouns, counted) or needy(verb)


def _is_paid(
    verb: Token | None, nouns: Sequence[Token], goal: Token | None, counted: Counted, of_giver: set[str]
) -> bool:
    """True for a sum that is no gift: a loan's, a price, a ransom, a condition, what owners get."""
    if is_business(verb, nouns, goal, counted) or _is_contract(nouns) or is_priced(counted) or is_in_condition(counted):
        return True
    if is_taken(counted) or _is_given_something(counted) or is_dealt(verb, nouns, goal, counted, of_giver):
        return True
    content = content_of(counted)
    if content is not None and ("price" in gift_classes([content]) or is_forged(content)):
        return True  # "the demand for $900 in rent"
    is_sum = counted.amount.kind == "money"  # "40 freezers to market women"
    payees = GIVING["payee"] | GIVING["no_payee"] if is_sum else GIVING["payee"]
    return (goal is not None and has_lemma(goal, payees) and not _are_of_fallen(goal)) or _buys(verb, counted)


def _are_of_fallen(heirs: Token) -> bool:
    """True for "the heirs of each victim"."""
    return any(preposition(item) == "of" and has_lemma(item, CUES["fallen"]) for item in children(heirs, "nmod"))


def _is_given_something(counted: Counted) -> bool:
    """True for what itself gets something: "gave 40 buses a coat of paint"."""
    objects = children(counted.head.head, "obj")
    return counted.amount.kind != "money" and counted.head in objects[:-1]


def _is_not_given(verb: Token | None) -> bool:
    """True for "would have given $5m"; what a bill would have given is withheld."""
    if verb is None or verb.dep_ == "acl:relcl" or not is_counterfactual(verb) or _is_of_plan(verb):
        return False
    return has_lemma(verb, CUES["give"] | GIVING["donating"])


def _is_no_gift(trigger: Token, verb: Token | None, counted: Counted, of_giver: set[str]) -> bool:
    return _is_extorted(trigger) or _is_not_given(verb) or is_own_gain(verb, counted, of_giver)


def _is_extorted(trigger: Token) -> bool:
    """True for what robbers and those who are owed it ask for: "the hackers' demand", "a landlord's"."""
    if trigger.pos_ != "NOUN" or not has_lemma(trigger, GIVING["request"]):
        return False
    asker = owner(trigger)
    return asker is not None and has_lemma(asker, GIVING["captor"] | GIVING["lessor"])


def _marks(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> set[str]:
    """Return ``debt``, ``law``, its ``topic``, ``listed`` (without verb), ``plan``, ``plea``, ``whole``."""
    marks = {
        "debt": any(has_lemma(item, GIVING["debt"]) for item in _said_of(verb, nouns, counted)),
        "plea": any(has_lemma(item, GIVING["appealing"]) for item in nouns),
        "own_use": verb is not None and _is_for_own(verb),
        "law": any(map(is_law, nouns)),
        "topic": any(is_law(noun) and _has_topic(noun, counted) for noun in nouns),
        "listed": _is_listed(counted),
        "whole": is_sum_of_parts(counted.head),
        "plan": verb is not None and _is_of_plan(verb),
    }
    return {name for name, held in marks.items() if held}


def _said_of(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> list[Token]:
    """Return the words that may call a sum a debt: its nouns and clauses, and "in debt" behind it."""
    behind = (item for item in (children(verb, "obl") if verb is not None else []) if preposition(item) == "in")
    return [*nouns, *_clauses_on(verb, counted), *(item for item in behind if item.i > counted.head.i)]


def _has_topic(law: Token, counted: Counted) -> bool:
    """True for a bill that says what its money is for: "a $5m rural clinics bill"."""
    topics = [item for item in children(law, "compound") if not item.is_ancestor(counted.head) and not item.ent_type_]
    own = [item for item in topics if item.i > counted.head.i and item != counted.head]
    return bool(own) and not any(has_lemma(item, GIVING["all_spending"] | GIVING["no_topic"]) for item in own)


def _is_for_own(verb: Token) -> bool:
    """True for what somebody puts into what is his own: "ploughed $5m into its own plant"."""
    own = FUNCTION_WORDS["owner"]
    places = (
        word for item in children(verb, "obl") if preposition(item) in PREPOSITIONS["invested"] for word in item.subtree
    )
    return any(word.lower_ == "own" and word.i > 0 and word.nbor(-1).lower_ in own for word in places)


def _clauses_on(verb: Token | None, counted: Counted) -> list[Token]:
    """Return the clauses that say more of a sum, however they are tied: "$5m that Togo owed it"."""
    clauses = children(counted.head, "acl", "acl:relcl")
    return [*clauses, *(children(verb, "ccomp") if verb is not None else [])]


def _buys(verb: Token | None, counted: Counted) -> bool:
    """True for what buys somebody free, a player or a firm: "wants $5m for the doctor's release"."""
    hosts = [counted.head, *([verb] if verb is not None else [])]
    goals = (item for host in hosts for item in children(host, "obl", "nmod") if preposition(item) == "for")
    return any(has_lemma(item, GIVING["freeing"] | GIVING["bought"]) or _is_bought(item) for item in goals)


def _is_bought(goal: Token) -> bool:
    """True for a rival with its name, and for a player: "for its smaller rival Acme", "for the Brazilian"."""
    if goal.ent_type_ == "NORP" and child(goal, "det") is not None and goal.lower_.endswith(ONE_CITIZEN):
        return True
    return goal.pos_ == "PROPN" and any(
        has_lemma(item, GIVING["bought"]) for item in children(goal, "compound", "amod", "flat", "appos")
    )


def _benefits(found: set[str]) -> bool:
    return bool(found & {"gift", "recipient", "amid"}) or {"purpose", "public"} <= found


def _of_giver(verb: Token | None, nouns: Sequence[Token]) -> set[str]:
    """Return ``public`` or ``business`` as the giver is one; nothing where the sentence names none."""
    if verb is not None and is_court_ordered(verb):
        return {"public"}
    who = giver(verb, given_noun(nouns), Spans())
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
    """Return what a verb is said of; of "it", who says so: "the council said it would spend $2m".

    In a clause on the sum it is who has part of it: "the firm has $2m of the $5m it needs".
    """
    who = None if verb is None else subject(verb)
    if verb is None or who is None or who.pos_ != "PRON" or verb.dep_ not in {"ccomp", "acl:relcl"}:
        return who
    above = next((item for item in ancestors(verb.head) if item.pos_ in PREDICATES), verb.head)
    return subject(above) or who


def _of_receiver(goal: Token | None) -> set[str]:
    """Return ``business`` and ``sold`` for goods that go to buyers and dealers."""
    return {"business", "sold"} if goal is not None and has_lemma(goal, GIVING["business"]) else set()


def _of_unnamed(verb: Token | None, found: set[str]) -> set[str]:
    """Return ``recipient`` for what a public body "sent to them", of whom another sentence tells."""
    goals = [] if verb is None or "public" not in found else children(verb, "obl")
    theirs = any(preposition(item) == "to" and item.lower_ in FUNCTION_WORDS["plural_object"] for item in goals)
    return {"recipient"} if theirs else set()


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
    if "force" in counted.classes and noun.lemma_.lower() in QUALIFIED:
        return frozenset()  # blue helmets
    return frozenset(name for name in ("goods", "arms") if has_lemma(noun, GOODS[name]) or _is_pair(noun, GOODS[name]))


def _is_pair(noun: Token, words: frozenset[str]) -> bool:
    """True for goods of two words, which lexicons tie with a hyphen: "hearing aids"."""
    return any(f"{item.lower_}-{base}" in words for item in children(noun, "compound", "amod") for base in bases(noun))


def _is_whole_budget(noun: Token, counted: Counted) -> bool:
    """True for all that a state or town spends: "the 2023 budget of $9 billion", not "a school budget"."""
    is_told = noun.lemma_.lower() == "budget" and noun.is_ancestor(counted.head)
    kinds = (item for item in children(noun, "compound") if not item.is_ancestor(counted.head))
    return is_told and all(item.ent_type_ or has_lemma(item, GIVING["all_spending"]) for item in kinds)


def _is_contract(nouns: Sequence[Token]) -> bool:
    """True for an order that a firm gets: "a contract with a shipyard"."""
    contracts = [noun for noun in nouns if has_lemma(noun, GIVING["contract"])]
    hosts = [host for noun in contracts for host in (noun, noun.head, *children(noun, "acl"))]
    partners = (item for host in hosts for item in children(host, "nmod", "obl") if preposition(item) == "with")
    return any(has_lemma(item, GIVING["business"]) for item in partners)


def _is_helped(goal: Token) -> bool:
    """True for somebody, or a place that is named."""
    return can_act(goal) or is_beneficiary(goal) or has_lemma(goal, CUES["venue"])
