"""Who is told of beside an event and does nothing in it: diseases, doctors, who only hails a gift."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import noun_classes
from factx.facts.counts.tolls import NO_PEOPLE
from factx.facts.cues import CUES, FUNCTION_WORDS
from factx.facts.elided.more_of_them import THINGS
from factx.facts.giving import GIVING, is_paper
from factx.facts.kinds import INJURED, KILLED, PLEDGE
from factx.facts.relations import verb_over
from factx.facts.slots.actors import attacks, can_act, is_make, is_storm, is_wrecked
from factx.facts.slots.culprit import are_one_side
from factx.facts.words import has_lemma
from factx.model import SUBJECTS, child, children, is_passive, preposition, subject

PLURAL = frozenset({"NNS", "NNPS"})


def is_bystander(who: Token, kind: str) -> bool:
    """True for what never acts, and whose part in a fact of this kind is another than to do it."""
    if _never_acts(who):
        return True
    return (kind == PLEDGE and (_only_reacts(who) or is_paper(who))) or (kind == INJURED and _cares(who))


def is_beside_accident(who: Token, amount: Token) -> bool:
    """True out of a clause of what acts by itself: "police held him after a bus fell, killing two".

    What a participle tells is done by the subject of the clause that it ends, and by nobody above it.
    """
    verb = verb_over(amount)
    while verb is not None and verb.dep_ in {"conj", "advcl"} and child(verb, *SUBJECTS) is None:
        verb = verb.head
    clause = verb if verb is not None and verb.dep_ == "advcl" and verb != verb_over(amount) else None
    doing = None if clause is None else subject(clause)
    if clause is None or doing is None or can_act(doing) or doing.pos_ == "PRON":
        return False
    return who.head == clause.head and who.dep_ in SUBJECTS and not attacks(clause.head)


def are_those_counted(who: Token, amount: Token) -> bool:
    """True for attackers some of whom died: "rebels stormed the post, and three of them were shot"."""
    verb = verb_over(amount)
    attack, behind = who.head, amount.doc[amount.i + 1 : amount.i + 3]
    if verb is not None and attack != verb and are_one_side(who, _counted_noun(amount)):
        return True
    if verb is None or who.dep_ != "nsubj" or verb not in children(attack, "conj", "parataxis"):
        return False
    struck = child(attack, "obj")
    of_others = struck is not None and noun_classes(struck) - NO_PEOPLE
    return who.tag_ in PLURAL and behind.text.lower() == "of them" and not of_others


def accuses(who: Token, amount: Token) -> bool:
    """True for who says that others did it: "Chad accused Sudan of shelling a town and killing two"."""
    verb = who.head
    if who.dep_ != "nsubj" or not has_lemma(verb, CUES["accusing"]) or is_passive(verb):
        return False
    return any(charge.is_ancestor(amount) for charge in children(verb, "advcl", "acl", "obl"))


def are_own_losses(kind: str, amount: Token) -> bool:
    """True for the men whom their side lost: "the army killed nine rebels, losing two men"."""
    noun = _counted_noun(amount)
    return kind == KILLED and noun.dep_ == "obj" and has_lemma(noun.head, CUES["losing"])


def acts_elsewhere(who: Token, amount: Token) -> bool:
    """True for who acts in a clause on something else: whose place it is, what is set against it.

    "Six died in a camp run by the army"; "two were shot, while police arrested nine".
    """
    clause = who.head
    if clause.is_ancestor(amount):
        return False
    if who.dep_ == "nsubj":
        mark = child(clause, "mark") if clause.dep_ == "advcl" else None
        apart = mark is not None and mark.lower_ in FUNCTION_WORDS["contrast"]
        return apart and child(clause, "obj") is not None and not attacks(clause)
    keeps = clause.dep_ in {"acl", "acl:relcl"} and has_lemma(clause, CUES["keeping_place"])
    of_place = has_lemma(clause.head, CUES["venue"]) or not has_lemma(clause.head, CUES["event"])
    return keeps and of_place and preposition(who) == "by"


def _counted_noun(amount: Token) -> Token:
    return amount.head if amount.dep_ in {"nummod", "det", "amod"} else amount


def _only_reacts(who: Token) -> bool:
    """True for who hails, welcomes or attends what others give."""
    reacts = has_lemma(who.head, CUES["judging"] | GIVING["reacting"])
    return who.dep_ == "nsubj" and reacts and not is_passive(who.head)


def _never_acts(noun: Token) -> bool:
    """True for a disease, a storm, an animal and a coach that overturns, which are nobody who acts."""
    animal = noun_classes(noun) == THINGS and not has_lemma(noun, CUES["craft"])
    return animal or is_make(noun) or is_storm(noun) or is_wrecked(noun) or has_lemma(noun, CUES["illness"])


def _cares(noun: Token) -> bool:
    """True for who treats the hurt or takes them to hospital, and did not hurt them."""
    return noun.dep_ == "nsubj" and has_lemma(noun.head, CUES["caring"])
