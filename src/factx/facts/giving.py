"""Words of giving, and the nouns whose value a sum tells: "relief worth $5m", "grants came to $5m"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.base import lexicon
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.words import has_lemma
from factx.model import PREDICATES, child, children, first_conjunct, is_passive, preposition
from factx.model import subject as subject_of

GIVING = lexicon.classes("facts/giving_words")
SPENDING = GIVING["spending"] | GIVING["donating"] | CUES["give"]
"""What a bill of lawmakers does with money, and no invoice."""
HANDLING = frozenset[str]().union(
    *(GIVING[name] for name in ("passing", "halting", "proposing", "drafting", "pondering", "containing", "voting"))
)
"""What is done with bills, and what they do."""
PARTIES = frozenset[str]().union(
    *(GIVING[name] for name in ("chamber", "lawmaker", "public", "charity", "lender", "works"))
)
"""Common nouns of those who give, ask or decide."""
BODIES = ("public", "charity", "institution", "community")
"""Classes of common nouns that give and get as names do."""
GOODS = lexicon.classes("facts/aid_goods", column="lemma")
TOLD_IN = frozenset({"obj", "obl", "xcomp", "obl:unmarked", "nmod", "nmod:unmarked", "advmod"})
TAKE = frozenset({"take"})
SIGN = frozenset({"sign"})
ADNOMINAL = frozenset({"acl", "acl:relcl", "amod", "case"})


def valued_nouns(head: Token) -> Iterator[tuple[Token, bool]]:
    """Yield the nouns whose value a sum tells, and whether it stands in their phrase ("aid worth $5m").

    These are the noun before "worth", "totalling" or "to the value of", that in apposition ("the gift,
    $5m,"), the subject of a verb of amounting ("the share is $5m", "donations reached $5m"), and what
    is raised to the sum ("doubled the reward to $5m").
    """
    first = first_conjunct(head)
    governor = first.head
    if first.dep_ == "appos" and governor.pos_ == "NOUN" and governor.i < first.i:
        yield governor, True
    if first.dep_ == "nmod" and preposition(first) in GIVING["adnominal_amounting"]:
        yield governor, True
    if is_to_value_of(first):
        yield governor.head, True
    if (subject := child(first, "nsubj")) is not None and child(first, "cop") is not None:
        yield subject, False
    if first.dep_ in TOLD_IN and amounts(governor):
        yield from _of_amounting(governor)
    noun = _brought_to(first)
    if noun is not None:
        yield noun, False


def is_to_value_of(head: Token) -> bool:
    """True for the sum of "aid to the value of $5m", "to the tune of $5m"."""
    return head.dep_ == "nmod" and has_lemma(head.head, GIVING["valuing"]) and preposition(head.head) == "to"


def amounts(word: Token) -> bool:
    """True for a word that says how much something comes to: "total", "add up to"."""
    adds_up = has_lemma(word, GIVING["adding_up"]) and any(item.lower_ == "up" for item in word.children)
    return adds_up or has_lemma(word, GIVING["amounting"])


def proposes(verb: Token) -> bool:
    """True for who tables a bill, "brings in" one or "puts it forward"."""
    if has_lemma(verb, GIVING["proposing"]):
        return True
    particles = children(verb, "compound:prt", "advmod") if has_lemma(verb, GIVING["bringing"]) else []
    return any(item.lower_ in FUNCTION_WORDS["forward"] and item.i == verb.i + 1 for item in particles)


def _brought_to(head: Token) -> Token | None:
    """Return the noun that is raised or cut to a sum, or put at it: "doubled the reward to $5m"; or None.

    So is what comes to it by itself ("aid fell to $5m").
    """
    verb = head.head.head if head.dep_ == "nmod" and head.head.dep_ == "obj" else head.head
    how = preposition(head) or ""
    verbs = {"to": GIVING["raising_to"], "at": GIVING["putting_at"]}.get(how)
    if verbs is None or head.dep_ not in {"obl", "nmod", "obj"}:
        return None
    if how != "at" and comes_to(verb):
        return subject_of(verb)
    if not has_lemma(verb, verbs):
        return None
    noun = subject_of(verb) if is_passive(verb) else child(verb, "obj")
    return None if noun is None or has_lemma(noun, GIVING["haggled"]) else noun


def comes_to(verb: Token) -> bool:
    """True for the verb by which aid itself grows or shrinks: "donations rose to $5m"."""
    if not has_lemma(verb, GIVING["changing"]) or child(verb, "obj") is not None:
        return False
    own = child(verb, "nsubj")
    return own is not None and has_lemma(own, GIVING["relief"] | GIVING["donated"])


def asking_verbs(head: Token) -> Iterator[Token]:
    """Yield the verb that asks somebody for a sum parsed as theirs: "asked donors for $5m"."""
    whom = head.head
    if head.dep_ == "nmod" and preposition(head) == "for" and whom.dep_ in {"obj", "iobj"}:
        yield whom.head


def is_request(word: Token) -> bool:
    """True for a noun of asking: "a plea for $5m"."""
    return word.pos_ == "NOUN" and has_lemma(word, GIVING["request"])


def request_for(head: Token) -> Token | None:
    """Return the noun of asking for a sum, or None: "rejected a plea from mayors for $5m"."""
    above = head.head
    if head.dep_ == "obl" and preposition(head) == "for":
        above = child(above, "obj") or above
    elif head.dep_ not in {"nmod", "compound"}:
        return None
    return above if is_request(above) else None


def _of_amounting(word: Token) -> Iterator[tuple[Token, bool]]:
    before = word.nbor(-1) if word.i > word.sent.start else word
    if word.dep_ in ADNOMINAL:
        yield _handed_over(word.head), True
    elif word.tag_ in {"VBG", "JJ"} and before.pos_ == "NOUN":
        yield before, True
    elif word.pos_ in PREDICATES or child(word, "nsubj") is not None:
        subject = subject_of(word)
        if subject is not None:
            yield subject, False


def _handed_over(noun: Token) -> Token:
    """Return "aid" of "delivery of aid", whose value a sum is; of other nouns the noun itself."""
    parts = children(noun, "nmod") if has_lemma(noun, GIVING["handover"]) else []
    return next((part for part in parts if preposition(part) == "of"), noun)


def is_law(noun: Token) -> bool:
    """True for a bill, act or other draft of a law, which is no invoice where lawmakers handle it.

    What somebody is handed is one: "sent the cyclist a $9,000 bill".
    """
    if not has_lemma(noun, GIVING["law"]):
        return False
    verb = noun.head
    if noun.dep_ == "obj" and (is_passive(verb) or child(verb, "iobj") is not None):
        return False
    if _is_handled_or_spends(noun):
        return True
    if any(has_lemma(item, GIVING["giving"]) for item in children(noun, "compound", "amod")):
        return True
    if any(item.tag_ == "VBN" and has_lemma(item, GIVING["drafting"]) for item in children(noun, "acl")):
        return True
    if noun.dep_ == "nsubj" and child(noun, "acl", "acl:relcl") is not None and _is_before_chamber(verb):
        return True
    return any(has_lemma(item, GIVING["containing"]) for item in children(noun, "acl", "acl:relcl"))


def _is_handled_or_spends(noun: Token) -> bool:
    """True for a bill that lawmakers pass or "wave through", and for one that would spend $9m."""
    verb, is_subject = noun.head, noun.dep_ == "nsubj"
    waved = noun.dep_ == "obl" and preposition(noun) in PREPOSITIONS["passed"]
    handled = (waved or is_subject or noun.dep_ in {"obj", "nsubj:pass"}) and has_lemma(verb, HANDLING)
    told = handled or is_assented_to(noun) or is_put_off(verb) or deed_on(noun) is not None
    return told or (is_subject and has_lemma(verb, SPENDING))


def is_assented_to(bill: Token) -> bool:
    """True for what is signed off, or given the nod: "signed off on a bill", "gave the green light to it"."""
    verb, case = bill.head, preposition(bill)
    if is_favoured(bill):
        return True
    if bill.dep_ != "obl" or case not in PREPOSITIONS["assented"]:
        return False
    if has_lemma(verb, {"on": SIGN, "to": GIVING["agreeing"]}.get(case or "", frozenset())):
        return True
    return any(has_lemma(item, GIVING["assent"]) for item in children(verb, "obj"))


def is_favoured(bill: Token) -> bool:
    """True for what somebody votes in favour of."""
    favour = bill.head
    beside = bill.dep_ == "nmod" and has_lemma(favour, GIVING["favour"]) and favour.dep_ == "obl"
    return beside and has_lemma(favour.head, GIVING["voting"])


def is_put_off(verb: Token) -> bool:
    """True for "put on hold", "put on ice"."""
    places = (item for item in children(verb, "obl") if preposition(item) in {"on", "in"})
    return has_lemma(verb, GIVING["bringing"]) and any(has_lemma(item, GIVING["abeyance"]) for item in places)


def deed_on(bill: Token) -> Token | None:
    """Return the noun of what is done to a bill or sum: the "veto of a bill"; or None."""
    deed = bill.head
    done = bill.dep_ == "nmod" and preposition(bill) == "of" and has_lemma(deed, GIVING["passage"] | GIVING["defeat"])
    return deed if done else None


def _is_before_chamber(verb: Token) -> bool:
    """True for what lawmakers have before them: "is due before a committee", "died in the house"."""
    places = [
        verb,
        *children(verb, "obl"),
        *(part for item in children(verb, "obj") for part in children(item, "nmod")),
    ]
    return any(preposition(item) in PREPOSITIONS["chambered"] and has_lemma(item, GIVING["chamber"]) for item in places)


def takes_delivery(verb: Token) -> bool:
    """True for who is handed something: "took delivery of 300 tents"."""
    return has_lemma(verb, TAKE) and any(has_lemma(item, GIVING["handover"]) for item in children(verb, "obj"))


def done_to_what(noun: Token) -> list[Token]:
    """Return the verb of "what the ministry froze was a grant"."""
    what = child(noun, "nsubj")
    if what is None or what.lower_ != "what" or child(noun, "cop") is None:
        return []
    return [clause for clause in children(what, "acl:relcl") if child(clause, "nsubj") is not None]


def is_paper(noun: Token) -> bool:
    """True for a law, plan or policy, which gives nothing itself."""
    return has_lemma(noun, GIVING["paper"]) and noun.ent_type_ != "PERSON"


def is_body(noun: Token) -> bool:
    """True for a common noun of who gives and gets as names do: "the government", "a charity"."""
    return any(has_lemma(noun, GIVING[name]) for name in BODIES)


def has_own_goal(head: Token) -> bool:
    """True for a later sum that says itself what it is for: "$2m for farmers and $3m to mend roads"."""
    if head.dep_ != "conj":
        return False
    goals = any(
        preposition(item) in PREPOSITIONS["onward"] for item in children(head, "nmod", "obl") if item.i > head.i
    )
    aims = (clause for clause in children(head, "acl", "advcl") if clause.tag_ == "VB" and clause.i > head.i)
    return goals or any(child(clause, "mark") is not None for clause in aims)


def is_forged(noun: Token) -> bool:
    """True for money or a person that is none: "counterfeit bills", "a fake prince"."""
    return any(has_lemma(item, GIVING["forged"]) for item in children(noun, "amod", "compound"))


def is_for_tips(amount: Token) -> bool:
    """True for a reward: "will pay $900 for information about the thieves"."""
    phrases = (item for host in (amount, amount.head) for item in children(host, "obl", "nmod"))
    return any(preposition(item) == "for" and has_lemma(item, GIVING["tip"]) for item in phrases)


def planner(verb: Token, *, money: bool) -> Token:
    """Return what holds where money is planned: who "plans to give" may do so, but plans it."""
    while money and verb.dep_ in {"xcomp", "acl"} and has_lemma(verb.head, GIVING["resolved"]):
        verb = verb.head
    return verb
