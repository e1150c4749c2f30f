"""Who only goes elsewhere, or is not there: lost to a rival, fled to a bank, missing for a tie."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import CUES, EVENT_WORDS, HARM
from factx.facts.slots.actors import LEAVE
from factx.facts.words import has_lemma
from factx.model import child, children, first_conjunct, preposition

LOSE, MISSING = frozenset({"lose"}), frozenset({"missing"})
DEADLY = (
    HARM
    | CUES["bombardment"]
    | CUES["clash"]
    | CUES["deadly"]
    | CUES["engulfing"]
    | CUES["event"]
    | CUES["illness"]
    | CUES["onslaught"]
    | CUES["wasting"]
    | EVENT_WORDS["fighter"]
    | EVENT_WORDS["projectile"]
) - EVENT_WORDS["injury"]
"""What somebody may be lost to who dies of it."""
ARMED = frozenset({"force", "wrongdoer"})


def elsewhere(counted: Counted, trigger: Token) -> str | None:
    """Return why who is told of is only elsewhere; None if he is dead, missing or in flight."""
    if _is_gone_over(counted, trigger):
        return "who is lost to a rival does not die"
    if _lacks(counted, trigger):
        return "what somebody has not got, and who does not play, is not missing"
    return "who goes over to a rival flees no place" if _changes_sides(counted, trigger) else None


def _is_gone_over(counted: Counted, verb: Token) -> bool:
    """True for "lost 900 members to a new union", "two men to red cards"; not "to the flood"."""
    lost = first_conjunct(counted.head)
    if not has_lemma(verb, LOSE) or lost.dep_ != "obj" or lost.head != verb:
        return False
    around = (*children(verb, "obl", "advcl"), *children(lost, "nmod"))
    takers = [item for item in around if preposition(item) == "to"]
    takers.extend(item for item in children(verb, "advcl") if has_lemma(item, CUES["rival"]))  # "to rival choirs"
    if takers:
        return not any(map(_is_deadly, takers))
    own = (part for item in verb.children if item.dep_ not in {"conj", "parataxis"} for part in item.subtree)
    return _are_seats(counted.noun) and not any(has_lemma(item, DEADLY) for item in own)


def _are_seats(noun: Token | None) -> bool:
    """True for lawmakers, whom a party loses at the polls, and "members of the assembly"."""
    if noun is None:
        return False
    of_house = any(has_lemma(item, CUES["assembly"]) for item in children(noun, "nmod"))
    return has_lemma(noun, CUES["seat"]) or (of_house and has_lemma(noun, CUES["belonging"]))


def _is_deadly(taker: Token) -> bool:
    """True for floods, wars, illnesses, gunmen, and "a wave of violence"."""
    told = [taker, *children(taker, "compound", "amod", "nmod", "conj")]
    return bool(noun_classes(taker) & ARMED) or any(has_lemma(item, DEADLY) for item in told)


def _lacks(counted: Counted, verb: Token) -> bool:
    """True for "the side are missing six men", "are missing a dose", "missing for the cup tie"."""
    if not has_lemma(verb, MISSING):
        return False
    if child(verb, "obj") is not None:
        return True
    occasions = (item for item in children(verb, "obl") if preposition(item) == "for")
    return any(has_lemma(part, CUES["contest"]) for item in occasions for part in (item, *children(item, "compound")))


def _changes_sides(counted: Counted, verb: Token) -> bool:
    """True for "users have fled to a rival app", "of its subscribers, 900 left for Vodacom"."""
    if not has_lemma(verb, CUES["quitting"] | LEAVE):
        return False
    goals = [item for item in children(verb, "obl", "obj") if preposition(item) in {"to", "for", "into"}]
    goals.extend([part for item in goals for part in children(item, "conj")])
    rivals = (part for item in goals for part in (item, *children(item, "amod", "compound")))
    if any(has_lemma(part, CUES["rival"]) for part in rivals):
        return True
    return _are_patrons(counted) and any(map(_is_other_house, goals))


def _are_patrons(counted: Counted) -> bool:
    """True for customers, readers, deputies, and for a number of them told before it."""
    if counted.noun is not None and counted.noun.pos_ == "NOUN":
        return has_lemma(counted.noun, CUES["patron"])
    start = counted.numeral.start
    return any(has_lemma(word, CUES["patron"]) for word in counted.head.doc[counted.sent.start : start])


def _is_other_house(goal: Token) -> bool:
    """True for a rival, a business or a party, by name or kind: "to Vodacom", "to a rival app"."""
    if goal.ent_type_ in {"ORG", "NORP", "PRODUCT"}:
        return True
    told = [goal, *children(goal, "amod", "compound")]
    return any(has_lemma(item, CUES["rival"] | CUES["business"] | CUES["membership"] | CUES["asset"]) for item in told)
