"""Sums that change hands for something in return: tips, bribes, prizes, money of a race for office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from factx.base import word_classes
from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import CUES, EVENT_WORDS
from factx.facts.giving import GIVING, is_forged
from factx.facts.words import has_lemma
from factx.model import SUBJECTS, ancestors, child, children, first_conjunct, is_passive, preposition, subject

AIMS = frozenset({"advcl", "xcomp", "acl"})
GOALS = frozenset({"to", "for", "into", "on"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
OPENING = frozenset({"to", "if"})


def is_dealt(
    verb: Token | None, nouns: Sequence[Token], goal: Token | None, counted: Counted, of_giver: set[str]
) -> bool:
    """True for a tip or prize, for what a crime is paid with, and for the money of a race for office."""
    if counted.amount.kind != "money":
        return False
    if any(map(_is_in_return, nouns)) or _is_prize(verb, nouns) or (goal is not None and is_forged(goal)):
        return True
    if _is_for_election(verb, nouns, goal, counted):
        return True
    gives = bool(of_giver & {"public", "charity"})
    if not gives and (any(map(_is_paid_ahead, nouns)) or _is_for_patron(goal, nouns)):
        return True
    return verb is not None and _is_of_verb(verb, nouns, counted, of_giver, gives=gives)


def _is_of_verb(verb: Token, nouns: Sequence[Token], counted: Counted, of_giver: set[str], *, gives: bool) -> bool:
    """True if the verb of a sum, with its subject and aims, makes it no gift."""
    if not gives and (_is_by_piece(verb, counted) or _is_to_make_way(verb, of_giver)):
        return True
    if _is_between_dealers(verb) or _is_for_crime(verb, nouns, counted, gives=gives):
        return True
    return _is_tricked(verb) or _is_taken_in_secret(verb)


def _is_paid_ahead(noun: Token) -> bool:
    """True for a publisher's advance."""
    return has_lemma(noun, GIVING["paid_ahead"])


def _is_in_return(noun: Token) -> bool:
    """True for a tip, a deposit, a discount, and for the film that a sum is the budget of."""
    is_head = noun.pos_ == "NOUN" and noun.dep_ != "compound" and preposition(noun) != "for"  # not "for tips"
    return is_head and has_lemma(noun, GIVING["in_return"] | CUES["fiction"])


def _is_between_dealers(verb: Token) -> bool:
    """True for what sellers, buyers and gangs hand to whom they deal with, and for what a lottery pays."""
    who = subject(verb)
    if who is not None and has_lemma(who, GIVING["haggler"]):
        return not any(has_lemma(item, GIVING["relief"]) for item in verb.subtree)
    wins = has_lemma(verb, GIVING["winning"])
    return wins and any(has_lemma(item, GIVING["gambling"]) for item in children(verb, "obl"))


def _is_prize(verb: Token | None, nouns: Sequence[Token]) -> bool:
    """True for the prize of a contest: "a $9,000 prize went to her"; not for one that its winner gives."""
    prizes = [noun for noun in nouns if has_lemma(noun, GIVING["prize"]) and not _is_given_up_or_on_a_head(noun)]
    given_away = verb is not None and has_lemma(verb, GIVING["donating"] - GIVING["paying"])
    return bool(prizes) and not given_away


def _is_given_up_or_on_a_head(prize: Token) -> bool:
    """True for one's own prize, and for a reward: "a prize of $900 for anybody who names them"."""
    hosts = (prize, prize.head)
    whom = [it for host in hosts for it in children(host, "nmod", "obl") if preposition(it) == "for"]
    return child(prize, "nmod:poss") is not None or any(item.pos_ == "PRON" for item in whom)


def _is_for_crime(verb: Token, nouns: Sequence[Token], counted: Counted, *, gives: bool) -> bool:
    """True for "offered a guard $5,000 to kill her", "paid her $900 to keep silent"; no bounty."""
    if any("gift" in word_classes(noun.lemma_.lower()) for noun in nouns):
        return False
    hosts = (verb, counted.head, *children(verb, "obj", "iobj"))
    aims = (item for host in hosts for item in children(host, *AIMS) if _is_aim(item))
    return any(_is_crime(item) or _is_hushing(item) or (not gives and _is_service(item)) for item in aims)


def _is_for_patron(goal: Token | None, nouns: Sequence[Token]) -> bool:
    """True for what customers get from a shop; what they are compensated with is a gift."""
    if goal is None or not has_lemma(goal, GIVING["patron"]):
        return False
    return not any(has_lemma(noun, GIVING["amends"] | GIVING["relief"]) for noun in nouns)


def _is_by_piece(verb: Token, counted: Counted) -> bool:
    """True for a rate that a receiver earns: "gave dealers $900 for every car they sold"."""
    if child(verb, "iobj") is None and not is_passive(verb):
        return False
    hosts = (verb, counted.head)
    pieces = (item for host in hosts for item in children(host, "obl", "nmod") if preposition(item) == "for")
    each = (item for item in pieces if any(word.lower_ in GIVING["each"] for word in children(item, "det")))
    clauses = (clause for item in each for clause in children(item, "acl:relcl"))
    return any(who.lower_ in GIVING["earner"] for clause in clauses for who in children(clause, "nsubj"))


def _is_to_make_way(verb: Token, of_giver: set[str]) -> bool:
    """True for what a firm or landlord offers somebody to leave, to sell or to take a later flight."""
    who = subject(verb)
    owns = who is not None and has_lemma(who, GIVING["lessor"])
    aims = (item for item in children(verb, *AIMS) if _is_aim(item))
    return (owns or "business" in of_giver) and any(has_lemma(item, GIVING["making_way"]) for item in aims)


def _is_aim(clause: Token) -> bool:
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ in OPENING


def _is_crime(deed: Token) -> bool:
    """True for smuggling, perjury, murder; "to kill mosquitoes" is none."""
    if has_lemma(deed, GIVING["crime"]):
        return True
    victim = child(deed, "obj")
    if victim is None or not has_lemma(deed, EVENT_WORDS["killing"]):
        return False
    return victim.ent_type_ == "PERSON" or victim.pos_ == "PRON" or bool(noun_classes(victim) & {"person", "force"})


def _is_service(deed: Token) -> bool:
    """True for what somebody is paid to do: "was offered $3m to star in it"."""
    return has_lemma(deed, GIVING["service"])


def _is_hushing(deed: Token) -> bool:
    """True for "to stay silent", "to look the other way", "to drop the charges", "to tear up a ticket"."""
    words = list(deed.subtree)
    if any(word.lower_ in GIVING["hushed"] for word in words):
        return True
    turned = has_lemma(deed, GIVING["looking"]) and any(word.lower_ in GIVING["aside"] for word in words)
    return turned or (has_lemma(deed, GIVING["dropping"]) and any(has_lemma(it, GIVING["dropped"]) for it in words))


def _is_tricked(verb: Token) -> bool:
    """True for what somebody is made to give by a swindle: "duped her into sending $9,000"."""
    above = verb
    while above.dep_ in CLAUSES:
        above = above.head
        if has_lemma(above, GIVING["tricking"]):
            return True
        who = subject(above)
        if who is not None and has_lemma(who, GIVING["swindler"]):
            return True
    return False


def _is_taken_in_secret(verb: Token) -> bool:
    """True for what somebody is accused of taking: "prosecutors say the mayor accepted $9,000"."""
    if has_lemma(verb, CUES["receiving"]) and any(has_lemma(item, GIVING["graft"]) for item in children(verb, "obl")):
        return True
    if not has_lemma(verb, GIVING["accepting"]):
        return False
    above = list(ancestors(verb))
    told = [*above, *(who for item in above for who in children(item, *SUBJECTS))]
    return any(has_lemma(item, CUES["accusing"] | GIVING["prosecuting"]) for item in told)


def _is_for_election(verb: Token | None, nouns: Sequence[Token], goal: Token | None, counted: Counted) -> bool:
    """True for what a candidate's campaign gets, and for what it collects without saying for whom."""
    hosts = [first_conjunct(counted.head), *nouns, *([verb] if verb is not None else [])]
    goals = [item for host in hosts for item in children(host, "obl", "nmod") if preposition(item) in GOALS]
    goals += [goal] if goal is not None else []
    if any(_is_campaign(word) for item in goals for word in _words(item)):
        return True
    who = None if verb is None else subject(verb)
    collects = verb is not None and has_lemma(verb, GIVING["collecting"]) and not goals
    return collects and who is not None and _is_campaign(who)


def _words(goal: Token) -> Iterator[Token]:
    """Yield a goal and what its clause tells of: "a group that backs the senator's campaign"."""
    yield goal
    for clause in children(goal, "acl", "acl:relcl"):
        yield from children(clause, "obj")
    yield from children(goal, "conj")


def _is_campaign(noun: Token) -> bool:
    """True for a re-election bid, "Lee's campaign", "his campaign for mayor"; not one against polio."""
    if has_lemma(noun, GIVING["candidacy"]):
        return True
    if not has_lemma(noun, GIVING["race"]):
        return False
    kinds = children(noun, "compound", "amod", "flat")
    aims = [item for item in children(noun, "nmod", "acl") if preposition(item) != "of"]
    if any(has_lemma(item, GIVING["electoral"]) for item in (*kinds, *aims)):
        return True
    whose = child(noun, "nmod:poss")
    if whose is None or aims:
        return False
    runs = whose.ent_type_ == "PERSON" or has_lemma(whose, GIVING["candidate"])
    return runs or whose.lower_ in GIVING["his"]
