"""Where, as stated in the same sentence and not of another clause's event.

The place is decided in this order: a named place within reach, closest first; an unnamed venue
close by; of "Peru reported 340 deaths", Peru.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from factx.facts.counts.counted import noun_classes, noun_over
from factx.facts.counts.parts import is_of_part
from factx.facts.cues import CUES, EVENT_WORDS, FUNCTION_WORDS, HARM, PREPOSITIONS
from factx.facts.phrases import trim
from factx.facts.slots.actors import attacks, is_storm
from factx.facts.slots.affected import (
    everywhere,
    is_affected,
    is_of_care,
    is_struck_by_event,
    is_struck_by_nature,
    place_in_event,
    sheltering_place,
    where_clause,
)
from factx.facts.slots.agent import TokenSpan
from factx.facts.slots.other_times import DESCRIBING, is_said_of_them
from factx.facts.slots.place_words import is_place, is_share, names_place, points_from, whole_of, words_of_place
from factx.facts.slots.scope import distance, is_days_apart, is_where_one_is
from factx.facts.words import has_lemma
from factx.model import NOMINALS, SUBJECTS, child, children, is_passive, preposition

PLACE_RELATIONS = frozenset({"obl", "nmod", "ROOT", "conj", "obl:unmarked"})
HURTING = HARM | CUES["attacking"] | CUES["striking"] | EVENT_WORDS["striking"]
HOUSES = frozenset({"home", "house"})
NEAR_ENOUGH = 6
"""Steps in the tree up to which a named place belongs to an event."""
VENUE_NEAR_ENOUGH = 3
"""Steps up to which an unnamed venue does ("at a hospital"): it names less, and errs more."""
VENUE_PENALTY = 4
"""Steps by which a named place may be farther than a venue and still come first."""


def place_of(
    doc: Doc,
    trigger: Token,
    head: Token,
    *,
    allow_destinations: bool = False,
    exclude_tokens: Collection[int] = (),
    within: range | None = None,
) -> TokenSpan | None:
    """Return the place closest to the trigger with all that nests in it, as tokens (start, end); or None.

    ``allow_destinations`` admits where people go to or come from ("fled to Sudan"); ``exclude_tokens``
    end the phrase; only characters ``within`` a range are looked at.
    """
    place = _closest(trigger, head, allow_destinations, within, exclude_tokens)
    if place is None and (hurt := _when_hurt(trigger)) is not None:
        place = _closest(hurt, hurt, allow_destinations, within, exclude_tokens)
    if place is None and within is None:
        place = everywhere(trigger, head) or sheltering_place(trigger)
    if place is None or (span := words_of_place(doc, place)) is None:
        return None
    before = [index + 1 for index in exclude_tokens if span[0] <= index < place.i < span[1]]
    start = max(before, default=span[0])
    ends = [index for index in exclude_tokens if start < index < span[1]]
    ends += [token.i for token in doc[place.i + 1 : span[1]] if within is not None and token.idx not in within]
    return trim(doc, start, min(ends, default=span[1]))


def _when_hurt(death: Token) -> Token | None:
    """Return what had befallen who "died a week after he was shot in Lae", where he was hurt; or None."""
    before = (item for item in children(death, "advcl") if is_days_apart(item) and has_lemma(item, HURTING))
    for hurt in before if has_lemma(death, CUES["dying"]) else ():
        who = child(hurt, *SUBJECTS)
        if who is None or who.pos_ == "PRON":
            return hurt
    return None


def _closest(
    trigger: Token, head: Token, allow_destinations: bool, within: range | None, excluded: Collection[int]
) -> Token | None:
    """Return the closest place; of a "where" clause its own, else the noun that it describes; or None."""
    best: tuple[int, int, Token] | None = None
    for token in trigger.sent:
        if (within is not None and token.idx not in within) or token.i in excluded:
            continue
        key = _closeness(token, trigger, head, allow_destinations)
        if key is not None and (best is None or key < best[:2]):
            best = (*key, token)
    found = None if best is None else best[2]
    clause = where_clause(trigger) if within is None else None
    if clause is None or (found is not None and clause[0].is_ancestor(found)):
        return found
    return _where_of_clause(_named_by(clause[1]), trigger) or found


def _where_of_clause(noun: Token, trigger: Token) -> Token | None:
    """Return the place that a "where" clause describes, no hospital where the hurt die; or None."""
    if _is_medical(noun) and has_lemma(trigger, CUES["caring"] | CUES["passing_away"]):
        return None
    return noun if is_place(noun) else place_in_event(noun)


def _named_by(noun: Token) -> Token:
    """Return the Lae of "Lae, a town in which nine died", else the noun."""
    return noun.head if noun.dep_ == "appos" and names_place(noun.head) else noun


def _closeness(token: Token, trigger: Token, head: Token, allow_destinations: bool) -> tuple[int, int] | None:
    """Return how close a place is: steps in the tree, then tokens; None for no place, or one out of reach."""
    rank = _place_rank(token, allow_destinations)
    if rank == 0 or token == trigger or is_of_care(token) or is_of_part(head, token):
        return None
    if trigger.dep_ in DESCRIBING and has_lemma(trigger, HARM) and is_said_of_them(token, trigger):
        return None
    origin = preposition(token) in PREPOSITIONS["goal"] and has_lemma(trigger, CUES["hosting"])
    steps = None if origin or (rank > 1 and _is_of_sister(token, trigger)) else distance(token, trigger, head)
    if steps is None or steps > (NEAR_ENOUGH if rank == 1 else VENUE_NEAR_ENOUGH):
        return None
    if _follows(token, head):
        steps = 0
    return steps + VENUE_PENALTY * (rank - 1), abs(token.i - trigger.i)


def _is_of_sister(venue: Token, trigger: Token) -> bool:
    """True for a venue where others are: "900 people are in tents, and nine have died"."""
    clause = trigger
    while clause.dep_ in {"aux", "xcomp"}:
        clause = clause.head
    there = clause.dep_ in {"conj", "parataxis"} and child(clause, *SUBJECTS) is not None
    own = child(clause.head, *SUBJECTS)
    attack = attacks(clause.head) and not is_passive(clause.head)
    are_people = own is not None and "person" in noun_classes(noun_over(own)) and not attack
    return there and venue.head == clause.head and are_people


def _follows(place: Token, head: Token) -> bool:
    """True if the place is right behind what is counted ("1,035 in Turkey and about 19 in Greece")."""
    return place.left_edge.i == max(item.i for item in (head, *head.lefts)) + 1


def _place_rank(token: Token, allow_destinations: bool) -> int:
    """Return 1 for a named place, 2 for an unnamed venue ("at a hospital"), 0 for anything else."""
    if (token.pos_ not in NOMINALS and not is_share(token)) or _is_where_treated(token) or is_storm(token):
        return 0
    struck = _rank_of_struck(token)
    if struck is not None:
        return struck
    if token.dep_ not in PLACE_RELATIONS and not is_where_one_is(token):
        return 0
    return 1 if points_from(token) is not None else _rank_behind_preposition(token, allow_destinations)


def _rank_of_struck(token: Token) -> int | None:
    """Return the rank of what an event befalls, or None for anything else."""
    if place_in_event(token) is not None or is_struck_by_nature(token):
        return 1
    if is_struck_by_event(token) and names_place(token):
        return 1
    return _rank_of_seat(token) if is_affected(token) else None


def _rank_of_seat(token: Token) -> int:
    """Return the rank of what is struck: a village, and not so many houses."""
    if names_place(token):
        return 1
    houses = has_lemma(token, HOUSES) and bool(children(token, "nummod"))
    return 2 if has_lemma(token, CUES["venue"]) and not houses else 0


def _rank_behind_preposition(token: Token, allow_destinations: bool) -> int:
    """Return the rank of "in Lae", "next to the mill"; of where one goes only where that is allowed."""
    case = preposition(token)
    beside = case in PREPOSITIONS["goal"] and token.head.lower_ in FUNCTION_WORDS["nearby"]
    goal = case in PREPOSITIONS["goal"] and not beside
    if (case not in PREPOSITIONS["place"] and not beside) or (goal and not allow_destinations):
        return 0
    if names_place(token):
        return 1
    return _rank_of_venue(whole_of(token) or token) if not goal or has_lemma(token.head, CUES["fleeing"]) else 0


def _rank_of_venue(token: Token) -> int:
    is_venue = has_lemma(token, CUES["venue"]) and not _is_no_venue(token)
    return (1 if _is_of_nation(token) else 2) if is_venue else 0


def _is_no_venue(token: Token) -> bool:
    """True for "under the state of emergency"."""
    emergency = (item for item in children(token, "nmod") if preposition(item) == "of" and not is_place(item))
    return has_lemma(token, CUES["settlement"]) and any(emergency)


def _is_where_treated(token: Token) -> bool:
    """True for where the hurt are taken and die: "died at St Ann's Hospital", "at a medical centre"."""
    told = token.head.head if token.head.dep_ == "obl" else token.head  # "treated for cuts at a clinic"
    if token.dep_ == "nmod" and token.head.dep_ in SUBJECTS:
        told = token.head.head  # "doctors at the clinic treated nine"
    return _is_medical(token) and (has_lemma(token.head, CUES["caring"]) or has_lemma(told, CUES["caring"]))


def _is_medical(token: Token) -> bool:
    medical = has_lemma(token, CUES["care_seat"]) and any(has_lemma(part, CUES["medical"]) for part in token.lefts)
    return medical or has_lemma(token, CUES["care"])


def _is_of_nation(venue: Token) -> bool:
    """True for "the Lebanese border", which a people's name tells as a place's does."""
    parts = children(venue, "amod") if has_lemma(venue, CUES["settlement"] | CUES["expanse"]) else []
    return any(item.ent_type_ == "NORP" for item in parts)
