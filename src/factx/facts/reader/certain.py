"""Matches of which the words say more surely than the reader what became of those counted."""

from __future__ import annotations

from factx.facts.counts.counted import Counted
from factx.facts.counts.graded import is_in_state
from factx.facts.counts.parts import part_of, told_of_whole
from factx.facts.counts.tolls import is_after_deaths, is_another_figure, is_tally
from factx.facts.cues import CUES
from factx.facts.frame import Frame
from factx.facts.frames.by_word_order import frames_after, frames_before, likewise_verb, state_in_front
from factx.facts.frames.retold import retold
from factx.facts.frames.shared import is_joined_state
from factx.facts.giving import is_for_tips
from factx.facts.kinds import HARMED, INJURED, MEMBERS, OF_PEOPLE, PLEDGE, TROOPS
from factx.facts.matches import Match
from factx.facts.money.features import are_goods
from factx.facts.no_fact.taking_part import are_drawn, are_of_a_bank, are_of_a_region
from factx.facts.reader.reader import Reading
from factx.facts.relations import all_told, conjuncts, first_joined, group_named, is_added
from factx.facts.slots.holding import REMAND
from factx.facts.words import HURT, has_lemma
from factx.model import child, children, first_conjunct, subject

DATE = "DATE"
TOLL, PERSON = "toll", "person"
SINGLE, ANY = " single", "any"
LIFE = frozenset({"life"})
SPELLING = frozenset({"point", "of"})
"""Words in a number that is spelled out: "one point two million", "a quarter of a million"."""


def is_certain(match: Match, reading: Reading) -> bool:
    """True if the words say more surely than the reader what became of the counted.

    What stands right beside its verb is what the verb says: "injures nine" is of none killed before.
    What is said of a crew is said of its 22 sailors, "in Cusco nine" shares its list's verb, and
    "after she was arrested" tells of her who "is in court", and "one of six men hurt" of the six;
    "as was a cook" is what the verb before says;
    and "one point two million" dead are as many as in figures. Another's number is of what the
    first is of, what each of several has is told once, and what is paid for tips is a reward.
    """
    counted = match.counted
    if (
        _is_spelled_out(counted)
        or _is_not_one(counted)
        or group_named(counted.head) is not None
        or _has_its_own(match)
        or is_another_figure(counted.head)
        or _are_plainly_members(match)
        or _goes_on_with(match)
        or _is_plainly_named(match, reading)
        or match.frame in retold(counted)
    ):
        return True
    part = part_of(counted.head)
    said = {state_in_front(counted), all_told(first_conjunct(counted.head)), part and told_of_whole(part)}
    if match.frame.trigger in said or _looks_like_day(counted):
        return True
    other_harm = reading.kind != match.rule.kind and {reading.kind, match.rule.kind} <= OF_PEOPLE
    if other_harm and reading.probability > reading.none:
        return _is_right_beside(match)
    return _is_said_plainly(match)


def _is_said_plainly(match: Match) -> bool:
    """True for rare verbs that say what they say, what an event does, and "and are in custody"."""
    verb = match.frame.trigger
    in_danger = match.rule.kind == INJURED and any(has_lemma(item, LIFE) for item in children(verb, "obl"))
    said = in_danger or has_lemma(verb, REMAND) or is_joined_state(verb)
    return said or _is_plain_passive(match) or _is_plainly_harmed(match)


def _is_plainly_harmed(match: Match) -> bool:
    """True for "the blast hospitalised nine pupils": an event, a verb that only harms, and persons."""
    verb, noun = match.frame.trigger, match.counted.noun
    if (
        match.frame.name != "obj"
        or match.rule.kind not in HARMED
        or noun is None
        or PERSON not in match.counted.classes
    ):
        return False
    event = subject(verb)
    by_event = event is not None and event.i < verb.i and has_lemma(event, CUES["event"])
    return by_event and not has_lemma(verb, HURT) and _is_right_beside(match)  # a crash hurts a purse, too


def _is_plain_passive(match: Match) -> bool:
    """True for "seven shoppers were electrocuted", a rare word that says what it says."""
    verb = match.frame.trigger
    told = match.frame.name == "nsubj:pass" and match.rule.kind in OF_PEOPLE and child(verb, "aux:pass") is not None
    return told and match.counted.head.head == verb and match.frame in frames_after(match.counted)


def _goes_on_with(match: Match) -> bool:
    """True for those behind "as was" or "as well as", and the stable among the hurt."""
    counted = match.counted
    if likewise_verb(counted) is not None or (match.like is not None and is_in_state(counted)):
        return True
    return match.rule.kind in OF_PEOPLE and is_added(counted)


def _are_plainly_members(match: Match) -> bool:
    """True for the number of members, those of a bank or union of states, and whom a summit draws."""
    if match.rule.kind != MEMBERS or match.counted.noun is None:
        return match.rule.kind == MEMBERS and match.frame.name == TOLL
    noun = match.counted.noun
    return are_of_a_bank(noun) or are_of_a_region(noun) or are_drawn(first_conjunct(match.counted.head))


def _is_plainly_named(match: Match, reading: Reading) -> bool:
    """True for what is paid for tips about a crime, a death count, the loss of life, and soldiers sent."""
    trigger = match.frame.trigger
    if _are_soldiers(match, reading):
        return True
    if match.frame.name == TOLL:
        tally = is_tally(trigger) and trigger.lemma_ != TOLL  # which roads have as well
        return tally or is_after_deaths(trigger)
    return match.rule.transfers and is_for_tips(match.counted.head)


def _are_soldiers(match: Match, reading: Reading) -> bool:
    """True for soldiers of a rare name that are sent, which the reader takes for gifts: "60 sappers"."""
    taken_for_gift = match.rule.kind == TROOPS and reading.kind == PLEDGE
    return taken_for_gift and "force" in match.counted.classes and not are_goods(match.counted)  # jet fighters


def _is_tolls_value(match: Match) -> bool:
    """True for "taking the toll to 137, with 5,000 hurt": the number is of those who died."""
    counted = match.counted
    if not is_tally(match.frame.trigger) or counted.noun is not None:
        return False
    behind = counted.head.doc[counted.numeral.end : counted.sent.end]
    return not len(behind) or behind[0].pos_ in {"ADP", "PUNCT", "CCONJ"}


def _has_its_own(match: Match) -> bool:
    """True for a count that shares a verb, and has a place or giver of its own."""
    return match.place is not None or match.giver is not None


def _is_spelled_out(counted: Counted) -> bool:
    """True for a number of several nouns, of which the reader takes one for what is counted."""
    exact = counted.amount.kind == "count" and counted.amount.value is not None
    return exact and any(token.lower_ in SPELLING for token in counted.numeral)


def _is_not_one(counted: Counted) -> bool:
    """True for the zero of "yet to make a single arrest", "did not hurt any of them"."""
    any_of = counted.amount.text.lower() == ANY
    return counted.amount.high == 0 and (any_of or counted.amount.text.lower().endswith(SINGLE))


def _looks_like_day(counted: Counted) -> bool:
    """True for a count parsed with the month before it: "in May 17 glassblowers were hurt"."""
    return counted.numeral[0].ent_type_ == DATE and counted.noun is not None


def _is_right_beside(match: Match) -> bool:
    """True for a verb's subject, for the object of one or of two ("caught and shot five"), and
    for deeds that are listed.
    """
    counted, verb = match.counted, match.frame.trigger
    if match.frame.name == TOLL:
        return _is_tolls_value(match)
    if match.frame.name == "nsubj":
        return counted.head.head == verb
    if match.frame.name == "self":
        return any(has_lemma(item, CUES["dying"]) for item in conjuncts(counted.head) if item != counted.head)
    if match.frame.name == "nsubj:pass":
        first = first_joined(verb)
        return counted.head.head == first and Frame("nsubj:pass", first) in frames_after(counted)
    between = counted.head.doc[verb.i + 1 : counted.numeral.start]
    apart = any(token.pos_ in {"NOUN", "PROPN", "NUM", "PRON"} for token in between)
    return match.frame in frames_before(counted) and not apart
