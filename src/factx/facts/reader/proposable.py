"""What a phrase without a rule may be a fact of: what the reader may propose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from spacy.tokens import Token

from factx.facts.counts.caps import is_cap
from factx.facts.counts.counted import Counted, is_thing, noun_classes
from factx.facts.counts.graded import is_graded_part
from factx.facts.counts.parts import has_own_day, is_shared_out, is_some_of_them, is_whole_in_front
from factx.facts.counts.tolls import NO_PEOPLE, is_change, toll_of_value
from factx.facts.cues import CARRIERS, CUES, DEEDS, EVENT_WORDS, FUNCTION_WORDS
from factx.facts.frame import Frame
from factx.facts.frames.by_parse import frames
from factx.facts.kinds import (
    ARREST,
    DISPLACED,
    DONE_TO,
    HARMED,
    INJURED,
    KILLED,
    MEMBERS,
    MISSING,
    OF_PEOPLE,
    PLEDGE,
    TROOPS,
)
from factx.facts.money.features import are_goods
from factx.facts.reader.population import is_population
from factx.facts.refusals import Phrase, is_corrected, is_difference, is_fraction, is_no_event, is_their_group
from factx.facts.relations import has_kin_told_of
from factx.facts.rule_file import Rule
from factx.facts.slots.holding import has_room_for
from factx.facts.words import has_lemma
from factx.model import SUBJECTS, child, children, is_negated, preposition

"""Kinds that count people and nothing else."""
HELD_OTHERWISE = frozenset({"aboard", "answerable", "held_up", "hostage"})
"""Features of who is held, and by no police: by a ship, to an account, by kidnappers."""
NEVER = {
    ARREST: HELD_OTHERWISE | {"record", "sought", "term"},
    DISPLACED: frozenset({"drilled", "in_a_ward"}),
    INJURED: frozenset({"score"}),
    MEMBERS: frozenset({"idle", "of_a_town"}),
    PLEDGE: frozenset({"own_use", "sold"}),
    TROOPS: frozenset({"civil", "in_a_ward", "no_force", "unarmed"}),
}
"""Features that no fact of a kind has, though few rules need to forbid them: those held responsible, trade missions,
and patients."""
AT_EASE = {DISPLACED: CUES["celebrating"], MISSING: CUES["absent"] | CUES["stranding"]}
"""What is said of those who fled nothing or are not lost: "thousands danced", "40 passengers were stranded"."""
EXCUSABLE = ("goods", "limb", "part")
"""No facts unless the reader is sure: things that no lexicon has, who hurts a limb, some of those counted."""
ALIVE = "alive"
ENDING = {MISSING: CUES["finding"], ARREST: CUES["freed"]}
"""What is done to those who are missing or held no longer."""
BAIL = frozenset({"bail"})
AT_LARGE = ("at large", "on the run")
PERSONS = frozenset({"person"})
WHO_SPEAK_NOT = PERSONS | {"force", "uniformed"}
"""Classes of people who may come from several nations and speak for none of them."""
AS_STATES = CUES["belonging"] | CUES["as_states"]
"""Persons that are states and bodies in truth: "nine partners"."""
REPRESENTED = AS_STATES | CUES["delegate"]
"""Persons that stand for states and bodies."""
VERBLESS = "headline"
"""The frame of a verb that may be a headline's participle ("boy hurt"), which is a reading for rules alone."""


def barred_features(rules: Iterable[Rule]) -> dict[str, frozenset[str]]:
    """Return the features that most rules of a kind forbid (rates, conditions, prices …), by kind."""
    by_kind: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_kind[rule.kind].append(rule)
    return {
        kind: frozenset(
            feature
            for feature in frozenset[str]().union(*(rule.unless for rule in group))
            if 2 * sum(feature in rule.unless for rule in group) > len(group)
        )
        for kind, group in by_kind.items()
    }


def may_be(item: Counted, kind: str, barred: frozenset[str], excused: Collection[str] = ()) -> bool:
    """True if a phrase may be a fact of a kind by what it measures and by its place in the sentence.

    Parts of what was just counted ("two of them") are for rules to tell, and what befell some of 40
    befell not all of them; who kills, arrests or hurts somebody is not the one killed; and what most
    rules of the kind forbid, a condition say, is no fact of it without a rule either.
    ``excused`` are those of ``EXCUSABLE`` for which the reader is sure enough.
    """
    if not _measures(item, kind, excused) or _is_no_count(item, excused) or _counts_others(item, kind):
        return False
    every = frames(item)
    if _does_it(kind, item.head) or any(_is_spared(kind, frame) for frame in every):
        return False
    around = [frame for frame in every if not _describes(frame) and frame.name != VERBLESS]
    if kind in DONE_TO and any(frame.name == "nsubj" and _does_to_others(frame.trigger, excused) for frame in around):
        return False
    never = barred | NEVER.get(kind, frozenset())
    phrases = (Phrase(item, one) for one in around)
    return not any(is_no_event(phrase) or any(map(phrase.holds, never)) for phrase in phrases)


def _does_it(kind: str, head: Token) -> bool:
    """True for who does it: "held by ten-man Vasas"."""
    return kind in DONE_TO and head.dep_ == "obl:agent" and has_lemma(head.head, DEEDS | CUES["played_verb"])


def _is_spared(kind: str, frame: Frame) -> bool:
    """True for survivors, "dug out alive", and for those found, released or bailed."""
    verb = frame.trigger
    if kind == ARREST and has_lemma(verb, BAIL):
        return True
    if kind == KILLED:
        return has_lemma(verb, CUES["surviving"]) or any(item.lower_ == ALIVE for item in verb.children)
    ending = ENDING.get(kind, frozenset())
    return frame.name == "nsubj:pass" and has_lemma(verb, ending) and not is_negated(verb)


def _describes(frame: Frame) -> bool:
    """True for an adjective that tells what befell nobody: "a 5-year-old girl", "a pregnant woman"."""
    word = frame.trigger
    return frame.name == "predicate" and word.tag_ == "JJ" and word.lower_ not in CUES["state_of_persons"]


def _does_to_others(verb: Token, excused: Collection[str]) -> bool:
    """True for a verb with an object that is not its subject again: not "shot himself", "lost both legs"."""
    done_to = child(verb, "obj")
    if done_to is None or ("limb" in excused and has_lemma(done_to, EVENT_WORDS["body_part"])):
        return False
    return done_to.lower_ not in FUNCTION_WORDS["oneself"]


def _is_no_count(item: Counted, excused: Collection[str]) -> bool:
    """True for a number that counts nothing new: "two of them", "among them two", a page, a score."""
    if is_some_of_them(item) and not (("part" in excused and _has_own_clause(item)) or has_own_day(item)):
        return True
    if _is_among_them(item) or is_graded_part(item) or _is_all_there_is(item):
        return True
    if is_corrected(item) or is_difference(item) or is_their_group(item) or is_cap(item) or is_whole_in_front(item):
        return True
    return _is_of_score(item) or has_room_for(item.head) or _is_breakdown(item)


def _has_own_clause(item: Counted) -> bool:
    """True for some of them who act, or all of them: "5,000 of them drove north", "police, 900 of them"."""
    head = item.head
    if head.dep_ in SUBJECTS:
        return head.i < head.head.i
    return head.dep_ == "obj" or (head.dep_ == "appos" and child(head.head, "nummod") is None)


def _is_among_them(item: Counted) -> bool:
    """True for some of those counted before who are only named: "drowned nine, among them four women"."""
    doc, start = item.head.doc, item.numeral.start
    before = [token.lower_ for token in doc[max(start - 2, item.sent.start) : start]]
    return before[:1] == ["among"] and before[-1] in FUNCTION_WORDS["of_whom"]


def _is_breakdown(item: Counted) -> bool:
    """True for who makes up the number before a bracket, "14 (nine men and five women)", without places."""
    doc, bracket = item.head.doc, item.numeral.start - 1
    if item.noun is None or bracket <= item.sent.start or doc[bracket].text != "(":
        return False
    last = doc[bracket - 1]
    closing = next((i for i in range(bracket, item.sent.end) if doc[i].text == ")"), item.sent.end)
    numbered = last.pos_ == "NUM" or child(last, "nummod") is not None
    return numbered and not any(word.ent_type_ in {"LOC", "DATE"} for word in doc[bracket:closing])


def _is_of_thing(item: Counted) -> bool:
    """True for a bare number that says how much something else than people is: "the roll is 512"."""
    subject, told = child(item.head, "nsubj"), toll_of_value(item.head)
    if told is not None and noun_classes(told):
        return noun_classes(told) <= NO_PEOPLE
    if item.noun is not None or subject is None or child(item.head, "cop") is None or subject.pos_ != "NOUN":
        return False
    parts = [subject, *children(subject, "nmod", "compound", "amod")]
    words = CUES["number"] | CUES["dying"] | CUES["hurting"] | CUES["state_of_persons"] | CARRIERS["toll"]
    return not any(noun_classes(part) - NO_PEOPLE or has_lemma(part, words) for part in parts)


def _counts_others(item: Counted, kind: str) -> bool:
    """True for others than the fact is of: some of 40, casualties, "an uncle whose niece was killed"."""
    shared = kind in OF_PEOPLE and (_is_of_thing(item) or is_shared_out(item.head) or has_kin_told_of(item.head))
    return shared or (kind in HARMED and _are_casualties(item))


def _measures(item: Counted, kind: str, excused: Collection[str]) -> bool:
    """True if a fact of a kind may count what the phrase does.

    Only pledges are sums, measures or goods, and only people are killed; zeros are for rules to tell,
    and half of the crew is no count.
    """
    if _are_others(item, kind):
        return False
    is_count = item.amount.kind == "count"
    if item.amount.high == 0 or (kind == PLEDGE and is_count and not _are_given(item, excused)):
        return False
    if kind in OF_PEOPLE and (is_change(item.head) or _are_no_people(item)):
        return False
    return (kind == PLEDGE or is_count) and not (is_count and is_fraction(item.amount))


def _are_no_people(item: Counted) -> bool:
    """True for things, places and bodies by the noun's classes, and for animals and artifacts."""
    if item.classes:
        return item.classes <= NO_PEOPLE
    return item.noun is not None and is_thing(item.noun)


def _are_given(item: Counted, excused: Collection[str]) -> bool:
    """True for goods, and for other counted things of which the reader is sure: 70,000 loaves."""
    return are_goods(item) or ("goods" in excused and item.noun is not None and item.noun.pos_ == "NOUN")


def _are_others(item: Counted, kind: str) -> bool:
    """True for crowds that are no troops or fled nothing ("thousands came", "danced"), and trustees."""
    if kind == TROOPS:
        return item.noun is None and item.amount.bound == "vague"
    if kind in AT_EASE and item.head.dep_ in SUBJECTS and has_lemma(item.head.head, AT_EASE[kind]):
        return True
    if kind == ARREST and _are_at_large(item):
        return True
    if item.noun is None:
        return False
    if kind == MEMBERS:
        are_people = item.classes == PERSONS and not item.noun.ent_type_ and not has_lemma(item.noun, AS_STATES)
        return are_people or _is_origin(item.head)
    return kind == DISPLACED and (has_lemma(item.noun, CUES["visiting"]) or _stay_put(item) or is_population(item))


def _are_at_large(item: Counted) -> bool:
    """True for those who are still sought: "13 arrested and four at large", "two others on the run"."""
    end = item.numeral.end if item.noun is None else item.noun.i + 1
    words = " ".join(word.lower_ for word in item.head.doc[end : end + 5] if word.pos_ not in {"AUX", "ADV"})
    return words.startswith(AT_LARGE)


def _is_origin(head: Token) -> bool:
    """True for where people come from who speak for nobody: "fans from 60 nations"."""
    people = child(head.head, "obj") if head.dep_ == "obl" else head.head
    if people is None or head.dep_ not in {"nmod", "obl"} or preposition(head) != "from":
        return False
    return noun_classes(people) <= WHO_SPEAK_NOT and bool(noun_classes(people)) and not has_lemma(people, REPRESENTED)


def _stay_put(item: Counted) -> bool:
    """True for persons who are only helped, need something or are on a ship: "reached 9,000 villagers"."""
    verb = item.head.head
    helped = item.head.dep_ == "obj" and has_lemma(verb, CUES["serving"])
    needy = item.head.dep_ == "nsubj" and has_lemma(verb, CUES["needing"])
    aboard = any(word.lower_ in FUNCTION_WORDS["aboard"] for word in item.head.children)
    return "refugee" not in item.classes and (helped or needy or aboard)


def _is_all_there_is(item: Counted) -> bool:
    """True for a number that is its sentence: a page, a row of a table."""
    amount = item.numeral
    return not any(word.is_alpha for word in item.sent if not amount.start <= word.i < amount.end)


def _are_casualties(item: Counted) -> bool:
    """True for casualties of whom the sentence does not say that they died or were hurt."""
    lemmas = {token.lemma_.lower() for token in item.sent}
    return bool(lemmas & CUES["casualty"]) and not lemmas & (CUES["dying"] | CUES["hurting"] - CUES["casualty"])


def _is_of_score(item: Counted) -> bool:
    """True for a bare number of two against each other: "by 171 to 94", not "from 14 to 31"."""
    doc, start, end = item.head.doc, item.numeral.start, item.numeral.end
    words = [token.lower_ for token in doc[max(0, start - 3) : start]]
    second = words[-1:] == ["to"] and doc[start - 2].like_num and words[0] not in {"from", "in"}
    first = words[-1:] != ["from"] and end + 1 < len(doc) and doc[end].lower_ == "to" and doc[end + 1].like_num
    return item.noun is None and item.amount.kind == "count" and (first or second)
