"""Recipient of a pledge: who, or which place, gets it.

It is decided in this order:

1. the subject of a verb of receiving ("Chad received $5m"), of "was promised", "is entitled to",
   and who gets a gift of which a clause of its own tells;
2. who is to spend it ("$5m for the ministry to spend on roads");
3. the indirect object, who is between a verb of giving and the sum ("lent Peru $300 million"),
   and who is provided "with" it;
4. "to" somebody, then "for" or "among" somebody, of the sum's nouns, the sum, the verb, and of a
   clause that says whom it is meant for; whom it has reached, or from whom it is kept;
5. whom it is spent on, whom it is to help ("to support farmers"), and each of whom gets as much;
6. whom another clause names ("$5m, which the navy will spend");
7. the place that it goes to ("aid in Sudan").

Neither another sum nor a pronoun is a recipient ("six grants", "us").
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from factx.base import word_classes
from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.giving import GIVING, amounts, has_own_goal, takes_delivery
from factx.facts.slots.actors import NAMED, can_act
from factx.facts.slots.gift import meant_for, phrases_of
from factx.facts.slots.helped import bearer, draws_up, helped, taker
from factx.facts.slots.object import amount_tokens
from factx.facts.slots.recipient_far import cleft_goal, far_recipient, told_before
from factx.facts.words import has_lemma
from factx.model import child, children, first_conjunct, is_passive, preposition, subject

LONGEST_RECIPIENT = 5
"""Tokens between a verb of giving and the sum: a longer stretch is more than a name ("lent the Peruvian bank $3m")."""
NOT_IN_RECIPIENT = frozenset({"ADP", "PUNCT", "VERB", "ADV", "SYM", "NUM"})
BENEFICIARIES = frozenset({"person", "state", "refugee"})
REACHING = frozenset({"reach"})
BESIDE_VERB = frozenset({"obj", "obl:unmarked", "nmod:unmarked"})
"""Relations of a sum to the verb whose passive subject gets it."""


def recipient(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> Token | None:
    """Return who, or which place, gets a pledge; see the order of decisions above."""
    if verb is not None and takes(verb) and not _is_taker_told(verb, counted):
        return _party(taker(verb), counted)
    hosts = _hosts(verb, nouns, counted)
    return (
        _party(cleft_goal(verb), counted)
        or _subject_given(verb, nouns, counted)
        or _spender(hosts)
        or _direct(verb, counted)
        or _by_preposition(hosts, counted)
        or _reached(verb, counted)
        or _deprived(verb)
        or _spent(verb, counted)
        or next(helped(hosts, nouns), None)
        or _party(bearer(verb, nouns), counted)
        or _each(hosts)
        or far_recipient(counted)
        or _aided_place([*nouns, counted.head], verb)
    )


def _is_taker_told(verb: Token, counted: Counted) -> bool:
    """True for a sum within what a verb is said of: "the veto of $5m drew protests"."""
    who = subject(verb)
    return who is not None and who.is_ancestor(counted.head) and not who.is_ancestor(verb)


def _hosts(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> list[Token]:
    """Return the words that may say who gets a sum, the nearest first."""
    hosts = [*nouns, counted.head]
    if not has_own_goal(counted.head):
        hosts += [verb] if verb is not None else []
        hosts += [counted.head.head] if amounts(counted.head.head) else []
    meant = [clause for host in hosts for clause in children(host, "acl", "acl:relcl") if is_meant(clause)]
    return hosts + meant + _collections(verb)


def _collections(verb: Token | None) -> list[Token]:
    """Return what collects money for somebody: "a fund for the widow has raised $9,000"."""
    collects = verb is not None and has_lemma(verb, GIVING["collecting"]) and not is_passive(verb)
    who = subject(verb) if verb is not None and collects else None
    return [who] if who is not None and has_lemma(who, GIVING["charity"]) else []


def _party(item: Token | None, counted: Counted) -> Token | None:
    """Return who may get something: no sum, and no pronoun but those of whom a clause says more."""
    if item is None or item.i in amount_tokens(counted) or item.ent_type_ == "MONEY" or item.pos_ == "NUM":
        return None
    if child(item, "nummod") is not None and "gift" in word_classes(item.lemma_.lower()):
        return None  # "in addition to six grants"
    return item if item.pos_ != "PRON" or has_lemma(item, CUES["open"]) else None


def takes(verb: Token) -> bool:
    """True for a verb whose subject gets what is given: "received $5m", "share it", not "share it with"."""
    gets = shares(verb) or takes_delivery(verb) or has_lemma(verb, CUES["receiving"]) or _is_promised(verb)
    return gets and not is_passive(verb) and not draws_up(verb)


def shares(verb: Token) -> bool:
    """True for those who share what is given, and not with others."""
    with_others = any(item.lower_ == "with" for item in verb.subtree if item.i > verb.i)
    return has_lemma(verb, CUES["sharing"]) and not with_others and not is_passive(verb)


def _is_promised(verb: Token) -> bool:
    """True for who awaits something from somebody: "can expect 40 beds from the embassy"."""
    from_whom = any(preposition(item) == "from" for item in children(verb, "obl"))
    return from_whom and has_lemma(verb, GIVING["expecting"])


def subject_gets(verb: Token) -> bool:
    """True for a verb whose subject gets what is given, or is given it: "Chad was promised $5m"."""
    if takes(verb):
        return True
    who = subject(verb) if is_passive(verb) and has_lemma(verb, CUES["give"]) else None
    return who is not None and can_act(who)


def _taker(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> Token | None:
    """Return who gets the gift of which a clause of its own tells: "won a grant that the state approved"."""
    gifts = (noun for noun in (*nouns, counted.head) if noun.dep_ == "obj")
    taking = (gift.head for gift in gifts if gift.head != verb and takes(gift.head))
    takers = (subject(item) or child(item, "nsubj:outer") for item in taking)
    return next((_party(None if who is None else told_before(who), counted) for who in takers), None)


def is_meant(clause: Token) -> bool:
    """True for a clause that says whom a sum is for: "which was meant for Nauru"."""
    return has_lemma(clause, GIVING["meant"])


def _subject_given(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> Token | None:
    """Return the subject that is given the sum, or gets the gift that it is told of."""
    return _given(verb, counted) or _taker(verb, nouns, counted)


def _given(verb: Token | None, counted: Counted) -> Token | None:
    """Return the subject of a passive verb of giving: "families will be paid", "are entitled to $300"."""
    if verb is None or not is_passive(verb):
        return None
    beside = counted.head.head == verb and counted.head.dep_ in BESIDE_VERB
    given = (beside and has_lemma(verb, CUES["give"])) or has_lemma(verb, GIVING["entitling"])
    return _party(subject(verb), counted) if given else None


def _spender(hosts: Sequence[Token]) -> Token | None:
    """Return who is to do something with the sum: "$2m for the ministry to spend on roads"."""
    for clause in (item for host in hosts for item in children(host, "acl", "advcl")):
        mark = child(clause, "mark")
        who = child(clause, "nsubj")
        if who is not None and mark is not None and mark.lower_ == "for":
            return who
    return None


def _direct(verb: Token | None, counted: Counted) -> Token | None:
    """Return the indirect object of a verb of giving, and who is provided with a sum."""
    if verb is None:
        return None
    indirect = (
        None
        if has_lemma(verb, CUES["asking"] | CUES["judging"])
        else child(verb, "iobj") or _first_of_two(verb, counted)
    )
    if indirect is not None and indirect.i not in amount_tokens(counted):
        return _party(_people_of(indirect), counted)
    if has_lemma(verb, GIVING["providing_with"]) and preposition(counted.head) == "with":
        return _party(child(verb, "obj"), counted)
    return _between(verb, counted)


def _first_of_two(verb: Token, counted: Counted) -> Token | None:
    """Return "Laos" of "forgave Laos $4m", where the parse makes two objects of receiver and sum."""
    objects = children(verb, "obj")
    first = objects[0] if len(objects) > 1 and objects[0].i < counted.numeral.start else None
    return None if first is None or first.is_ancestor(counted.head) else first  # "a grant of $4m each"


def _between(verb: Token, counted: Counted) -> Token | None:
    """Return who is named between a verb of giving and the sum: "awarded the widow $2 million"."""
    span = counted.numeral
    length = span.start - verb.i - 1
    if not has_lemma(verb, CUES["give"]) or not 0 < length <= LONGEST_RECIPIENT:
        return None
    words = verb.doc[verb.i + 1 : span.start]
    if any(word.pos_ in NOT_IN_RECIPIENT for word in words):
        return None
    last = words[-1]
    return last if last.pos_ in {"NOUN", "PROPN"} and (can_act(last) or is_beneficiary(last)) else None


def _by_preposition(hosts: Sequence[Token], counted: Counted) -> Token | None:
    """Return "to" somebody, of whichever host, before "for" or "among" somebody."""
    phrases = [
        (preposition(item), _party(_people_of(item), counted))
        for host in hosts
        for item in phrases_of(host, "nmod", "obl", "obj")
        if not item.is_ancestor(first_conjunct(counted.head))  # "live up to a commitment to give $5m"
    ]
    aim = meant_for(counted.head)
    if aim is not None:
        phrases = [(preposition(aim), _party(_people_of(aim), counted))]
    for wanted in (_is_goal, _is_beneficiary):
        for case, whom in phrases:
            if whom is not None and wanted(case, whom):
                return whom
    return None


def _reached(verb: Token | None, counted: Counted) -> Token | None:
    """Return whom or where a sum has reached: "$5m has reached Gaza"."""
    if verb is None or not has_lemma(verb, REACHING):
        return None
    goal = _party(child(verb, "obj"), counted)
    return goal if goal is not None and (is_beneficiary(goal) or has_lemma(goal, GIVING["charity"])) else None


def _deprived(verb: Token | None) -> Token | None:
    """Return from whom a sum is kept: "is withholding $5m from Hungary"."""
    if verb is None or not has_lemma(verb, GIVING["told_withheld"]):
        return None
    phrases = (item for item in children(verb, "obl") if preposition(item) == "from")
    return next((item for item in phrases if item.ent_type_ != "DATE" and is_beneficiary(item)), None)


def _people_of(item: Token) -> Token:
    """Return the people behind a word of number: "for thousands of refugees", "to each of the wards"."""
    part = next((part for part in children(item, "nmod") if preposition(part) == "of"), None)
    counts = item.like_num or item.lemma_ in CUES["number_word"] or item.lower_ in FUNCTION_WORDS["all_of"]
    return part if part is not None and counts else item


def _spent(verb: Token | None, counted: Counted) -> Token | None:
    """Return on whom a sum is spent, or somebody wants it spent: "wants $2m spent on refugees"."""
    head = counted.head
    governor = [head.head] if head.head.tag_ == "VBN" and head.head.dep_ == "xcomp" else []
    clauses = [item for item in [*children(head, "acl"), *governor] if item.tag_ == "VBN"]
    verbs = [*([verb] if verb is not None else []), *clauses]
    return next(filter(None, map(_spent_on, verbs)), None)


def _spent_on(verb: Token) -> Token | None:
    """Return whom, or which institution, a sum is spent on: "spent $2m on refugees", "invests in schools"."""
    if not has_lemma(verb, GIVING["spending"]):
        return None
    phrases = [(preposition(item), item) for item in children(verb, "obl")]
    on = (item for case, item in phrases if case == "on" and (is_beneficiary(item) or can_act(item)))
    into = (item for case, item in phrases if case in {"in", "into"} and _is_institution(item))
    return next(on, None) or next(into, None)


def _is_institution(item: Token) -> bool:
    own = any(owner.tag_ == "PRP$" for owner in children(item, "nmod:poss"))
    return not own and not item.ent_type_ and has_lemma(item, GIVING["institution"])


def _each(hosts: Sequence[Token]) -> Token | None:
    """Return of whom each gets the sum: "$980 per soldier", "$40 a family"."""
    for item in (item for host in hosts for item in children(host, "nmod", "obl", "nmod:unmarked", "obl:unmarked")):
        determiner = child(item, "det")
        shared = determiner is not None and determiner.lower_ in {"a", "an"} and preposition(item) is None
        if (shared or preposition(item) == "per") and is_beneficiary(item) and not has_lemma(item, GIVING["rate"]):
            return item  # not "per head"
    return None


def _aided_place(nouns: Sequence[Token], verb: Token | None) -> Token | None:
    """Return the place that a gift goes to, or where it is spent: "aid in Sudan"."""
    spends = verb is not None and has_lemma(verb, GIVING["spending"])
    hosts = [*nouns, *([verb] if verb is not None and spends else [])]
    phrases = (item for host in hosts for item in children(host, "nmod", "obl"))
    return next((item for item in phrases if preposition(item) == "in" and item.ent_type_ == "LOC"), None)


def _is_goal(case: str | None, item: Token) -> bool:
    return case == "to" and item.pos_ in {"NOUN", "PROPN", "PRON"}


def _is_beneficiary(case: str | None, item: Token) -> bool:
    return (case in PREPOSITIONS["purpose"] or case in PREPOSITIONS["sharing"]) and is_beneficiary(item)


def is_beneficiary(item: Token) -> bool:
    """True for somebody, a place or an institution that may be given something."""
    if item.ent_type_ in NAMED or noun_classes(item) & BENEFICIARIES or has_lemma(item, CUES["open"]):
        return True
    determiner = child(item, "det", "nmod:poss")
    whose = determiner is not None and (determiner.lower_ == "the" or determiner.dep_ == "nmod:poss")
    if whose and item.lower_ in GIVING["needy"]:  # "the poor", "the city's poor"
        return True
    counted = child(item, "nummod") is not None
    return has_lemma(item, GIVING["community"]) or (not counted and has_lemma(item, GIVING["institution"]))
