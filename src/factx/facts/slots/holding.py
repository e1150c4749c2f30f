"""Who holds somebody: an authority, a ship, a hall, robbers, a storm."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES, EVENT_WORDS, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.giving import GIVING
from factx.facts.slots.actors import by_phrase
from factx.facts.words import HAVE, has_lemma
from factx.model import PREDICATES, child, children, first_conjunct, is_passive, preposition, subject

HOLD, SEIZE = frozenset({"hold"}), frozenset({"seize"})
WORDS_BEFORE = 60
"""Words before a sentence among which those held in it were abducted: some three sentences."""
RESERVE, REMAND = frozenset({"reserve"}), frozenset({"remand"})
CAMP, SHELTER = frozenset({"camp"}), frozenset({"shelter"})
HOME_HIT = CUES["wrecking"] | CUES["wrecking_itself"] | CUES["ruins"] | CUES["swamping"] | EVENT_WORDS["rubble"]
"""What befalls the homes of those who are lodged elsewhere."""
FLIGHT = CUES["uprooting"] | CUES["of_refuge"] | (CUES["nature"] - CUES["weather"])
"""What people flee, and what is told of those who did."""
HALLS = CUES["hall"] | EVENT_WORDS["makeshift"]
IMPRISONED = EVENT_WORDS["jail"] | EVENT_WORDS["arresting"] | CUES["jailing"] | CUES["imprisoned"]


def is_by_authority(verb: Token) -> bool:
    """True if police, guards, soldiers and their like do it."""
    who = by_phrase(verb) or (None if is_passive(verb) else subject(verb))
    return who is not None and has_lemma(who, CUES["authority"])


def is_raiding(counted: Counted, verb: Token) -> bool:
    """True if a raid does it, or who may raid: "the sweep netted 16"; and if suspects are netted."""
    raid = subject(verb)
    raids = raid is not None and not is_passive(verb) and has_lemma(raid, CUES["roundup"])
    return is_by_authority(verb) or raids or _are_suspects(counted)


def _are_suspects(counted: Counted) -> bool:
    """True for "six suspects", "four alleged members of the gang"."""
    alleged = [] if counted.noun is None else children(counted.noun, "amod")
    return "wrongdoer" in counted.classes or any(has_lemma(item, CUES["possible_word"]) for item in alleged)


def is_sought(trigger: Token) -> bool:
    """True for the arrest that a warrant is for, wherever the parse ties it, or that somebody asks for.

    Who is arrested on an order is not yet held; a court that orders somebody's remand holds him.
    """
    first = first_conjunct(trigger)
    if first.dep_ == "obj" and has_lemma(first.head, CUES["ordering"]):
        remand = has_lemma(first, EVENT_WORDS["jail"] | REMAND) and _is_by_court(first.head)
        return child(trigger, "nmod:poss") is None and not remand  # "ordered Monday's arrest of two"
    if preposition(trigger) != "for":
        return False
    if has_lemma(trigger.head, CUES["asking"]):
        return True
    return any(has_lemma(item, CUES["sought"]) for item in (trigger.head, *children(trigger.head, "obj", "nsubj:pass")))


def is_term(verb: Token) -> bool:
    """True for who is sent to jail by a sentence: "jailed for nine years", "for stabbing his aunt"."""
    if not has_lemma(verb, CUES["jailing"]) or any(item.lower_ in FUNCTION_WORDS["untried"] for item in verb.subtree):
        return False
    served = [item for item in verb.children if preposition(item) == "for" and item.i > verb.i]
    deed = is_passive(verb) and any(item.tag_ == "VBG" for item in served)
    return deed or any(has_lemma(item, CUES["term"]) for item in served)


def _is_by_court(verb: Token) -> bool:
    who = by_phrase(verb) or (None if is_passive(verb) else subject(verb))
    return who is not None and has_lemma(who, GIVING["court"])


def _seizes(verb: Token) -> bool:
    """True for "rebels seized", who are no authority."""
    who = subject(verb) if has_lemma(verb, SEIZE) else None
    return who is not None and has_lemma(who, EVENT_WORDS["fighter"] | GIVING["captor"])


def is_room(counted: Counted, verb: Token) -> bool:
    """True for a bare number that no authority holds: "the stadium holds 32,000"."""
    return counted.noun is None and counted.head.dep_ == "obj" and not is_by_authority(verb)


def is_record(arrests: Token) -> bool:
    """True for the arrests that somebody has behind him: "has six arrests", "14 prior arrests"."""
    if any(item.lower_ in FUNCTION_WORDS["prior"] for item in children(arrests, "amod")):
        return True
    if arrests.dep_ != "obj" or not has_lemma(arrests.head, HAVE):
        return False
    owner = subject(arrests.head)
    return owner is not None and (owner.lower_ in FUNCTION_WORDS["singular_subject"] or owner.ent_type_ == "PERSON")


def has_room_for(head: Token) -> bool:
    """True for those for whom there is room: "has space for 350 people", "a camp built for 3,000"."""
    room = head.head
    for_them = head.dep_ in {"nmod", "obl"} and preposition(head) == "for" and has_lemma(room, CUES["capacity"])
    return for_them and (room.pos_ == "NOUN" or (room.tag_ == "VBN" and child(room, "obj") is None))


def is_aboard(counted: Counted, verb: Token) -> bool:
    """True for whom a vehicle, hall or camp holds: "the ferry held 60", "picked up by a ship"."""
    holder = by_phrase(verb) if is_passive(verb) else subject(verb)
    if holder is None:
        return False
    housed = "refugee" in counted.classes and has_lemma(holder, EVENT_WORDS["shelter"] | CUES["venue"])
    hall = has_lemma(holder, HALLS) and "wrongdoer" not in counted.classes and not _is_beside(holder, IMPRISONED)
    return housed or hall or has_lemma(holder, EVENT_WORDS["vehicle"]) or _is_for_the_displaced(holder)


def is_housed(verb: Token) -> bool:
    """True for whom a shelter, or a centre for those who fled, holds or takes in."""
    if verb.pos_ not in PREDICATES:
        return False
    holder = by_phrase(verb) if is_passive(verb) else subject(verb)
    if holder is None:
        return False
    return _is_for_the_displaced(holder) or (has_lemma(verb, HOLD) and _is_turned_to_shelter(holder))


def _is_for_the_displaced(holder: Token) -> bool:
    """True for shelters, centres and camps named after evacuation, reception, transit, and plain camps."""
    if has_lemma(holder, SHELTER):
        return True
    named = children(holder, "compound", "amod", "nmod:poss")
    if has_lemma(holder, EVENT_WORDS["centre"] | CAMP) and any(has_lemma(it, CUES["of_refuge"]) for it in named):
        return True
    return has_lemma(holder, CAMP) and all(map(_says_which, named)) and not _is_beside(holder, IMPRISONED)


def _is_turned_to_shelter(hall: Token) -> bool:
    """True for a school or stadium where the text tells of flight, a flood or a quake, of no prisoners."""
    return has_lemma(hall, HALLS) and _is_beside(hall, FLIGHT) and not _is_beside(hall, IMPRISONED)


def _says_which(word: Token) -> bool:
    """True for the name, the size or the age of a camp, which is no "summer camp"."""
    return word.dep_ == "amod" or word.ent_type_ == "LOC" or word.pos_ == "PROPN"


def _is_beside(holder: Token, words: frozenset[str]) -> bool:
    """True where the sentence, or the words before it, have one of some words."""
    around = holder.doc[max(holder.sent.start - WORDS_BEFORE, 0) : holder.sent.end]
    return any(has_lemma(word, words) for word in around)


def is_engulfed(verb: Token) -> bool:
    """True for whom no police caught: "caught in the crossfire", "in a storm"."""
    return any(preposition(item) == "in" and has_lemma(item, CUES["engulfing"]) for item in children(verb, "obl"))


def is_held_up(verb: Token) -> bool:
    """True for whom robbers or a queue hold up, or a hospital keeps overnight: police only "hold"."""
    if _is_in_hospital(verb) or _is_in_reserve(verb):
        return True
    particle = next((item for item in children(verb, "compound:prt", "advmod") if item.i == verb.i + 1), None)
    if particle is None or not has_lemma(verb, HOLD) or particle.lower_ not in FUNCTION_WORDS["held_elsewhere"]:
        return False
    return particle.i + 1 == len(verb.doc) or particle.nbor().lower_ != "to"  # "held up to nine"


def _is_in_reserve(verb: Token) -> bool:
    """True for forces that are held back: "holds another 800 in reserve"."""
    behind = (item for host in (verb, *children(verb, "obj")) for item in children(host, "obl", "nmod"))
    return any(preposition(item) == "in" and has_lemma(item, RESERVE) for item in behind)


def _is_in_hospital(verb: Token) -> bool:
    """True for "were kept at a hospital", "held for observation"; those under guard are held there."""
    places = [item for item in children(verb, "obl") if preposition(item) in PREPOSITIONS["place"] | {"for"}]
    guarded = any(preposition(item) == "under" for item in children(verb, "obl"))
    return not guarded and any(has_lemma(item, EVENT_WORDS["hospital"] | CUES["care"]) for item in places)


def of_hostages(counted: Counted, trigger: Token) -> bool:
    """True for "30 hostages", and for three nuns who are "held hostage"."""
    told = (*trigger.children, *counted.head.children)
    if "captive" in counted.classes or any(has_lemma(item, CUES["hostage"]) for item in told):
        return True
    return has_lemma(trigger, HOLD) and not is_by_authority(trigger) and _is_after_abduction(trigger)


def _is_after_abduction(verb: Token) -> bool:
    """True where the words before tell who was abducted, and of no arrest: "three are still held"."""
    before = verb.doc[max(verb.sent.start - WORDS_BEFORE, 0) : verb.i]
    if not any(has_lemma(word, CUES["abducting"]) or _seizes(word) for word in before):
        return False
    return not any(has_lemma(word, EVENT_WORDS["arresting"]) for word in before)


def of_vehicle(counted: Counted, trigger: Token) -> bool:
    """True for the 40 of "a 40-seat bus", which count its seats."""
    return counted.head.dep_ in {"compound", "amod"} and has_lemma(counted.head.head, EVENT_WORDS["vehicle"])


def has_home_hit(counted: Counted, trigger: Token) -> bool:
    """True for "farmers whose houses are under water", not for "boys whose homes are far away"."""
    for clause in children(counted.head, "acl:relcl", "acl"):
        home = child(clause, "nsubj", "nsubj:pass")
        hit = [clause, *children(clause, "obl", "xcomp")]
        if home is not None and has_lemma(home, EVENT_WORDS["home"]) and child(home, "nmod:poss") is not None:
            return any(has_lemma(item, HOME_HIT) for item in hit)
    return False
