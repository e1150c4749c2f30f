"""Features of a counted phrase that rules may need or forbid (``needs``, ``unless`` in a rule file)."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from factx.facts.counts.counted import MULTIPLES, Counted, noun_classes
from factx.facts.counts.parts import are_of_the_hurt
from factx.facts.counts.tolls import is_after_deaths, is_tally
from factx.facts.cues import CUES, EVENT_WORDS, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.giving import GIVING
from factx.facts.no_fact.idle import SIDE, is_idle
from factx.facts.no_fact.no_force import are_own_men, is_led, is_no_force, is_strength
from factx.facts.no_fact.taking_part import are_persons, belong, of_one_nation, of_one_state, takes_part
from factx.facts.relations import are_slit, breaks_own_limb, is_not_done, is_not_survived, sorts_of_harm, takes_own
from factx.facts.slots.actors import by_phrase, is_event
from factx.facts.slots.holding import (
    has_home_hit,
    is_aboard,
    is_by_authority,
    is_engulfed,
    is_held_up,
    is_housed,
    is_raiding,
    is_record,
    is_room,
    is_sought,
    is_term,
    of_hostages,
    of_vehicle,
)
from factx.facts.slots.movement import whole_force
from factx.facts.slots.stance import is_undone
from factx.facts.words import HURT, has_lemma
from factx.model import (
    PREDICATES,
    auxiliaries,
    child,
    children,
    has_modal,
    is_passive,
    preposition,
    subject,
)

FIGHTERS = EVENT_WORDS["fighter"] | GIVING["captor"]
FEWEST_SOLDIERS = 20
"""Fewer "forces" than this are armies: nobody counts so few soldiers as forces."""
LOWEST_SCORE = 20
"""Points or strokes: nobody is said to have shot so many without a word for them."""
GOVERNMENT = "government"
CLAUSES = frozenset({"ccomp", "csubj", "csubj:pass"})
CALAMITY = (CUES["event"] | CUES["hurting"] | EVENT_WORDS["harming"]) - CUES["illness"] - CUES["counting"]
"""What else than an illness may have brought somebody to hospital."""
POLITICAL = frozenset({"political"})
RIVALS = 2
"""As many governments may claim to rule one state."""


def is_ill(trigger: Token, noun: Token | None) -> bool:
    """True if an illness brought them to hospital ("ill with dengue", "cholera put 40 in hospital")."""
    said = [
        *([] if is_passive(trigger) else children(trigger, "nsubj")),
        *children(trigger, "obl", "nmod", "advcl"),
        *(children(noun, "compound", "nmod") if noun is not None else ()),
    ]
    deeper = [part for item in said for part in children(item, "nmod", "obj", "obl", "compound", "conj")]
    return any(has_lemma(item, CUES["illness"]) for item in [*said, *deeper]) or _is_amid_outbreak(trigger)


def _is_amid_outbreak(ward: Token) -> bool:
    """True for "logged 40 dengue cases, and nine are in hospital", where nobody is told to be hurt."""
    if not has_lemma(ward, EVENT_WORDS["hospital"] | CUES["ward"]):
        return False
    ill = any(has_lemma(word, CUES["illness"]) for word in ward.sent)
    return ill and not any(has_lemma(word, CALAMITY) for word in ward.sent)


def _is_patient(trigger: Token, noun: Token | None) -> bool:
    """True for the ill who are taken to a hospital: "admitted to clinics with cholera"."""
    admitted = any(has_lemma(item, EVENT_WORDS["hospital"]) for item in children(trigger, "obl", "nmod"))
    return admitted and is_ill(trigger, noun)


def _is_beside_deaths(casualties: Token) -> bool:
    """True where deaths are told beside casualties; not of casualties that are "dead and wounded"."""
    others = (item for item in casualties.sent if item != casualties and has_lemma(item, CUES["dying"]))
    return any(not sorts_of_harm(item) for item in others)


def _is_beside_bodies(burial: Token) -> bool:
    """True for who is buried where the sentence tells of corpses, and not under something."""
    under = any(preposition(item) in PREPOSITIONS["covered"] for item in children(burial, "obl"))
    return not under and any(has_lemma(item, CUES["remains"]) for item in burial.sent)


def _is_conditional(trigger: Token) -> bool:
    mark = child(trigger, "mark")
    if mark is None and trigger.dep_ == "advcl":
        opens = trigger.left_edge
        return opens.head == trigger and opens.lower_ in FUNCTION_WORDS["inverted_condition"]
    return mark is not None and mark.lower_ in CUES["conditional"]


def _is_left_open(counted: Counted, trigger: Token) -> bool:
    """True for so many of whom nobody says whether it is true: "could not verify whether 40 died"."""
    above, mark = trigger.head, child(trigger, "mark")
    several = not counted.singular and (counted.amount.low or 0) > 1
    asked = mark is not None and mark.lower_ in FUNCTION_WORDS["asking_whether"] and trigger.dep_ in CLAUSES
    if not several or not asked:
        return False
    unsure = any(is_undone(item) or has_lemma(item, CUES["refusal"]) for item in (above, above.head))
    if has_lemma(above, CUES["doubtful"] | CUES["inquiring"]):
        return True
    return has_lemma(above, CUES["confirming"] | CUES["report"]) and (unsure or has_lemma(above.head, CUES["trying"]))


def _describes_somebody(noun: Token) -> bool:
    """True if the phrase describes a name beside it ("Lena Kamara, a child who drowned")."""
    return noun.dep_ == "appos" and noun.head.ent_type_ == "PERSON"


def is_rate(counted: Counted) -> bool:
    """True for a count per so many others ("12 deaths per 100,000 people"), not per day or year."""
    hosts = [counted.head] if counted.noun is None else [counted.head, counted.noun]
    for host in hosts:
        for item in host.children:
            if item.i > host.i and preposition(item) == "per":
                return item.like_num or child(item, "nummod") is not None
            if item.lower_ == "per" and any(part.like_num for part in item.subtree):
                return True
    return False


def is_generic(trigger: Token) -> bool:
    """True if the predicate reports no event that happened: infinitives, modals, negation."""
    if is_undone(trigger):
        return True
    if trigger.pos_ not in PREDICATES:
        return False
    mark = child(trigger, "mark")
    if mark is None and trigger.dep_ == "conj":
        mark = child(trigger.head, "mark")
    if mark is not None and mark.lower_ in FUNCTION_WORDS["open_condition"]:
        done = trigger.dep_ == "xcomp" and not has_lemma(trigger.head, CUES["permit"])
        return mark.lower_ != "to" or not done
    return has_modal(trigger) or trigger.tag_ == "VBZ" or (trigger.tag_ == "VBP" and not auxiliaries(trigger))


def _counts_bodies(counted: Counted) -> bool:
    """True for "the two forces": armies, not their soldiers."""
    noun, low = counted.noun, counted.amount.low
    return noun is not None and has_lemma(noun, CUES["armed_body"]) and low is not None and low < FEWEST_SOLDIERS


def _is_armed(counted: Counted) -> bool:
    """True for soldiers, and for whoever a force is made of: "a force of 800 horsemen"."""
    return "force" in counted.classes or whole_force(counted.head) != counted.head


def _is_rescuing(verb: Token) -> bool:
    """True for those who bring others to safety: "nine nurses evacuated frail patients"."""
    whom = None if is_passive(verb) else child(verb, "obj")
    return whom is not None and "person" in noun_classes(whom)


def _is_by_wasting(verb: Token) -> bool:
    """True if a disease, hunger or the weather does it: "cholera carried off 90"."""
    who = by_phrase(verb) or (None if is_passive(verb) else subject(verb))
    return who is not None and has_lemma(who, CUES["illness"] | CUES["wasting"])


def _is_drilled(verb: Token) -> bool:
    """True for what is only practised: "filed out for a fire drill"; those hurt in a drill are."""
    return any(has_lemma(item, CUES["drill"]) for item in children(verb, "obl"))


def _is_former(noun: Token) -> bool:
    return any(item.lower_ in FUNCTION_WORDS["former"] for item in children(noun, "amod", "compound"))


def _is_of_town(head: Token) -> bool:
    """True for the members of a town's or a nation's bodies and of a crew: "a 12-member city council"."""
    body = head.head if head.dep_ in {"compound", "amod", "nmod"} else head
    if has_lemma(body, CUES["of_citizens"]):
        return True
    return any(has_lemma(item, CUES["local"]) for item in (head, body, *children(body, "compound", "amod")))


def _is_unarmed(noun: Token) -> bool:
    """True for monitors, nurses and others who are no force, unless an army sends its own ("army medics")."""
    of_army = any(has_lemma(item, CUES["armed_body"] | CUES["body"]) for item in children(noun, "amod", "compound"))
    return has_lemma(noun, CUES["unarmed"]) and not of_army


def _is_routine(trigger: Token) -> bool:
    """True for the present tense, and for what happens every day or year."""
    present = any(item.tag_ in {"VBP", "VBZ"} for item in auxiliaries(trigger))
    going_on = any(item.tag_ in {"VBG", "VBN"} for item in auxiliaries(trigger))
    often = any(child(item, "det") is not None for item in children(trigger, "obl:unmarked"))
    return often or (present and not going_on)


def _is_score(counted: Counted, trigger: Token) -> bool:
    """True for "shot 64", as golfers and basketball players do; what an event hurts are persons."""
    by_event = has_lemma(trigger, HURT) and (event := subject(trigger)) is not None and is_event(event)
    bare = counted.noun is None and counted.head.dep_ == "obj" and not by_event
    return bare and counted.amount.text.isdecimal() and (counted.amount.low or 0) >= LOWEST_SCORE


def _follow_each_other(counted: Counted, noun: Token) -> bool:
    """True for governments of one state: two of one nation may be rivals, more are not in office at once."""
    several = (counted.amount.low or 0) > RIVALS
    return noun.lemma_.lower() == GOVERNMENT and (of_one_state(noun) or (several and of_one_nation(noun)))


def _has_word(words: frozenset[str], trigger: Token, *relations: str) -> bool:
    """True if a dependent with one of the relations is one of the words."""
    return any(item.lower_ in words for item in children(trigger, *relations))


COUNT_FEATURES: dict[str, Callable[[Counted, Token], bool]] = {
    "rate": lambda it, trigger: is_rate(it),
    "takes_part": lambda it, trigger: it.noun is not None and takes_part(it.head, it.noun) and not are_persons(it),
    "generic": lambda it, trigger: it.singular and (is_generic(trigger) or _describes_somebody(it.head)),
    "wrongdoer": lambda it, trigger: "wrongdoer" in it.classes,
    "freed": lambda it, trigger: has_lemma(it.head.head, CUES["freed"]),
    "conditional": lambda it, trigger: _is_conditional(trigger) and not _is_left_open(it, trigger),
    "one": lambda it, trigger: it.amount.low == it.amount.high == 1,
    "zero": lambda it, trigger: it.amount.high == 0,
    "fleeing": lambda it, trigger: "refugee" in it.classes,
    "fatal": lambda it, trigger: _has_word(FUNCTION_WORDS["fatal"], trigger, "amod", "advmod"),
    "inside": lambda it, trigger: preposition(trigger) in PREPOSITIONS["custody"] and child(trigger, "nummod") is None,
    "grave": lambda it, trigger: any(has_lemma(item, CUES["grave"]) for item in trigger.children),
    "sick": lambda it, trigger: it.noun is not None and has_lemma(it.noun, CUES["sick"]),
    "armed": lambda it, trigger: _is_armed(it),
    "fighters": lambda it, trigger: _is_armed(it) or (it.noun is not None and has_lemma(it.noun, FIGHTERS)),
    "attempted": lambda it, trigger: _has_word(FUNCTION_WORDS["attempted"], trigger, "amod", "compound"),
    "civil": lambda it, trigger: _has_word(CUES["civil_force"], trigger, "compound", "amod"),
    "unarmed": lambda it, trigger: it.noun is not None and _is_unarmed(it.noun),
    "authority": lambda it, trigger: is_by_authority(trigger),
    "raiding": is_raiding,
    "bare": lambda it, trigger: it.noun is None,
    "bodies": lambda it, trigger: _counts_bodies(it),
    "own": lambda it, trigger: takes_own(trigger),
    "own_limb": lambda it, trigger: breaks_own_limb(trigger),
    "room": is_room,
    "aboard": lambda it, trigger: is_aboard(it, trigger),
    "housed": lambda it, trigger: is_housed(trigger),
    "machine": lambda it, trigger: "thing" in it.classes,
    "from_somebody": lambda it, trigger: any(preposition(item) == "from" for item in children(trigger, "obl")),
    "foreign": lambda it, trigger: it.noun is not None and it.noun.ent_type_ == "NORP",
    "home_hit": has_home_hit,
    "after_deaths": lambda it, trigger: is_after_deaths(trigger),
    "of_the_hurt": lambda it, trigger: are_of_the_hurt(it),
    "of_vehicle": of_vehicle,
    "number_of_members": lambda it, trigger: belong(trigger),
    "rescuing": lambda it, trigger: _is_rescuing(trigger),
    "not_survived": lambda it, trigger: is_not_survived(trigger),
    "drilled": lambda it, trigger: _is_drilled(trigger),
    "by_wasting": lambda it, trigger: _is_by_wasting(trigger),
    "held_up": lambda it, trigger: is_held_up(trigger),
    "engulfed": lambda it, trigger: is_engulfed(trigger),
    "multiple": lambda it, trigger: it.amount.text.lower() in MULTIPLES,
    "led": is_led,
    "strong": lambda it, trigger: is_strength(it),
    "negated": lambda it, trigger: is_not_done(trigger),
    "answerable": lambda it, trigger: any(
        has_lemma(item, CUES["answerable"]) for item in (*trigger.children, *it.head.children)
    ),
    "hostage": of_hostages,
    "idle": lambda it, trigger: is_idle(it.head),
    "people": lambda it, trigger: are_persons(it),
    "sides": lambda it, trigger: it.noun is not None and has_lemma(it.noun, SIDE),
    "of_a_town": lambda it, trigger: _is_of_town(it.head),
    "score": _is_score,
    "record": lambda it, trigger: is_record(trigger),
    "routine": lambda it, trigger: _is_routine(trigger),
    "sought": lambda it, trigger: is_sought(trigger),
    "weighed": lambda it, trigger: it.amount.kind == "measure",
    "tallied": lambda it, trigger: is_tally(trigger),
    "own_men": are_own_men,
    "slit": lambda it, trigger: are_slit(trigger),
    "sentenced": lambda it, trigger: has_lemma(trigger, CUES["sentencing"]),
    "political": lambda it, trigger: _has_word(POLITICAL, trigger, "amod"),
    "term": lambda it, trigger: is_term(trigger),
    "no_force": is_no_force,
    "former": lambda it, trigger: it.noun is not None and _is_former(it.noun),
    "ill": lambda it, trigger: is_ill(trigger, it.noun),
    "in_a_ward": lambda it, trigger: _is_patient(trigger, it.noun),
    "beside_deaths": lambda it, trigger: _is_beside_deaths(trigger),
    "beside_bodies": lambda it, trigger: _is_beside_bodies(trigger),
    "successive": lambda it, trigger: it.noun is not None and _follow_each_other(it, it.noun),
}
"""What may hold of a count and its trigger; the meanings are in the lexicon ``rule_features``."""
