"""Where, as stated in the same sentence and not of another clause's event.

The place is decided in this order: a named place within reach, closest first; an unnamed venue
close by; of "Peru reported 340 deaths", Peru.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from factx.facts.counted import noun_classes
from factx.facts.cues import CUES, PREPOSITIONS
from factx.facts.phrases import is_dash, trim
from factx.facts.slots.affected import (
    everywhere,
    is_affected,
    is_of_care,
    sheltering_place,
    struck_by_event,
    where_clause,
)
from factx.facts.slots.agent import TokenSpan
from factx.facts.slots.scope import distance
from factx.facts.words import has_lemma
from factx.model import NOMINALS, children, preposition

PLACES = frozenset({"LOC", "FAC"})
VENUE_OR_EVENT = CUES["venue"] | CUES["event"]
NOT_PLACES = frozenset({"PERSON", "DATE", "MONEY"})
PLACE_RELATIONS = frozenset({"obl", "nmod", "ROOT", "conj", "obl:unmarked"})
INSIDE_NAME = frozenset(
    {"compound", "flat", "amod", "nmod:poss", "nummod", "case", "nmod:desc", "nmod:unmarked", "det", "cc", "punct"}
)
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
    if place is None and within is None:
        place = everywhere(trigger, head) or sheltering_place(trigger)
    if place is None or (span := _place_span(doc, place)) is None:
        return None
    before = [index + 1 for index in exclude_tokens if span[0] <= index < place.i < span[1]]
    start = max(before, default=span[0])
    ends = [index for index in exclude_tokens if start < index < span[1]]
    ends += [token.i for token in doc[place.i + 1 : span[1]] if within is not None and token.idx not in within]
    return trim(doc, start, min(ends, default=span[1]))


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
    noun = clause[1]
    if is_place(noun):
        return noun
    return struck_by_event(noun) or found


def _closeness(token: Token, trigger: Token, head: Token, allow_destinations: bool) -> tuple[int, int] | None:
    """Return how close a place is: steps in the tree, then tokens; None for no place, or one out of reach."""
    rank = _place_rank(token, allow_destinations)
    if rank == 0 or token == trigger or is_of_care(token):
        return None
    origin = preposition(token) in PREPOSITIONS["goal"] and has_lemma(trigger, CUES["hosting"])
    steps = None if origin else distance(token, trigger, head)
    if steps is None or steps > (NEAR_ENOUGH if rank == 1 else VENUE_NEAR_ENOUGH):
        return None
    if _follows(token, head):
        steps = 0
    return steps + VENUE_PENALTY * (rank - 1), abs(token.i - trigger.i)


def _follows(place: Token, head: Token) -> bool:
    """True if the place is right behind what is counted ("1,035 in Turkey and about 19 in Greece")."""
    return place.left_edge.i == max(item.i for item in (head, *head.lefts)) + 1


def is_place(token: Token) -> bool:
    """True if a phrase says where: a named place or an unnamed venue."""
    return _names_place(token) or has_lemma(token, CUES["venue"])


def _place_rank(token: Token, allow_destinations: bool) -> int:
    """Return 1 for a named place, 2 for an unnamed venue ("at a hospital"), 0 for anything else."""
    if token.pos_ not in NOMINALS or _is_where_treated(token):
        return 0
    if struck_by_event(token) is not None:
        return 1
    if is_affected(token):
        return 1 if _names_place(token) else (2 if has_lemma(token, CUES["venue"]) else 0)
    if token.dep_ not in PLACE_RELATIONS:
        return 0
    if _points_from(token) is not None:
        return 1
    case = preposition(token)
    if case not in PREPOSITIONS["place"] or (case in PREPOSITIONS["goal"] and not allow_destinations):
        return 0
    if _names_place(token):
        return 1
    flees = case not in PREPOSITIONS["goal"] or has_lemma(token.head, CUES["fleeing"])
    return _rank_of_venue(_whole_of(token) or token) if flees else 0


def _rank_of_venue(token: Token) -> int:
    is_venue = has_lemma(token, CUES["venue"]) and not _is_no_venue(token)
    return (1 if _is_of_nation(token) else 2) if is_venue else 0


def _whole_of(part: Token) -> Token | None:
    """Return the country of "in several parts of the country"; or None."""
    wholes = children(part, "nmod") if has_lemma(part, CUES["portion"]) else []
    return next((item for item in wholes if preposition(item) == "of" and has_lemma(item, CUES["venue"])), None)


def _is_no_venue(token: Token) -> bool:
    """True for "under the state of emergency"."""
    emergency = (item for item in children(token, "nmod") if preposition(item) == "of" and not is_place(item))
    return has_lemma(token, CUES["settlement"]) and any(emergency)


def _is_where_treated(token: Token) -> bool:
    """True for where the hurt are taken and die: "died at St Ann's Hospital", "at a medical centre"."""
    medical = has_lemma(token, CUES["care_seat"]) and any(has_lemma(part, CUES["medical"]) for part in token.lefts)
    return has_lemma(token.head, CUES["caring"]) and (medical or has_lemma(token, CUES["care"]))


def _points_from(place: Token) -> Token | None:
    """Return the word of direction before a place: "north of Tall Afar"; or None."""
    points = preposition(place) == "of" and place.ent_type_ in PLACES and has_lemma(place.head, CUES["direction"])
    return place.head if points else None


def _is_of_nation(venue: Token) -> bool:
    """True for "the Lebanese border", which a people's name tells as a place's does."""
    parts = children(venue, "amod") if has_lemma(venue, CUES["settlement"] | CUES["expanse"]) else []
    return any(item.ent_type_ == "NORP" for item in parts)


def _names_place(token: Token) -> bool:
    if token.ent_type_ in PLACES:
        return True
    if token.ent_type_ in NOT_PLACES or token.pos_ == "NUM":
        return False
    return any(_names_place(item) for item in token.children if _nests(item, token))


def _nests(item: Token, head: Token) -> bool:
    """True if a dependent may name the place of its head: "the Herat hospital", "a town in Mali"."""
    if item.dep_ in {"appos", "flat"}:
        return item.ent_type_ in PLACES
    if item.dep_ in {"compound", "nmod:poss", "amod"}:
        return item.ent_type_ in PLACES and _may_be_placed(head)
    if item.dep_ != "nmod" or preposition(item) not in PREPOSITIONS["nesting"]:
        return False
    return head.pos_ != "NOUN" or item.ent_type_ in PLACES or has_lemma(head, VENUE_OR_EVENT)


def _may_be_placed(head: Token) -> bool:
    """True for what a place's name before it locates: a venue, an event, a thing that one is in or at."""
    if head.pos_ == "PROPN" or has_lemma(head, VENUE_OR_EVENT):
        return True
    if head.pos_ != "NOUN" or preposition(head) not in PREPOSITIONS["whereabouts"]:
        return False
    is_body = "state" in noun_classes(head) or has_lemma(head, CUES["body"])
    if is_body and not _is_at_one(head):
        return False
    return not (noun_classes(head) - {"state"} or has_lemma(head, CUES["document"]))


def _is_at_one(body: Token) -> bool:
    """True for a body as where one is: "at a Lae party", "in a Lae community"; not "in the Lae council"."""
    return preposition(body) in PREPOSITIONS["beside_body"] or any(item.lower_ in {"a", "an"} for item in body.lefts)


def _place_span(doc: Doc, head: Token) -> TokenSpan | None:
    """Return the words of a place, without an unnamed venue before it ("a hotel near Nairobi")."""
    nested = _named_inside(head) or _whole_of(head)
    if nested is not None:
        return _place_span(doc, nested)
    struck = struck_by_event(head)
    if struck is not None:
        return _place_span(doc, struck)
    if has_lemma(head, CUES["event"]):
        return _before_noun(head)
    inside = _placed_by(head)
    if inside is not None:
        return _place_span(doc, inside)
    members = _place_tokens(head)
    pointer = _points_from(head)
    start, end = (min(members) if pointer is None else pointer.i), max(members) + 1
    gaps = (at for at in range(head.i, end) if is_dash(doc[at]) or (at not in members and not doc[at].is_punct))
    return trim(doc, start, next(gaps, end))


def without_venue(doc: Doc, span: TokenSpan) -> TokenSpan:
    """Return a place without the unnamed venue, or the hospital, before it: "shelters in Lae" is Lae."""
    venue = doc[slice(*span)].root
    nested = _named_inside(venue)
    if nested is None or not venue.i < nested.i < span[1] or preposition(nested) not in PREPOSITIONS["beside_name"]:
        return span
    named = any(item.ent_type_ or item.pos_ == "PROPN" for item in doc[span[0] : venue.i + 1])
    found = None if named and not has_lemma(venue, CUES["care"]) else _place_span(doc, nested)
    return span if found is None else (max(span[0], found[0]), span[1])


def home_of(people: Token) -> TokenSpan | None:
    """Return where people are or are from: "residents of Inje", "Kano households", "a school in Kano"."""
    cases = PREPOSITIONS["inside" if has_lemma(people, CUES["body"]) else "home"]
    at_home = (
        item
        for item in children(people, "nmod", "compound")
        if item.ent_type_ == "LOC" and (preposition(item) or "of") in cases
    )
    return next((_place_span(people.doc, item) for item in at_home), None)


def _is_nameless(settlement: Token) -> bool:
    """True for "the province of Piura", not for "Sullana province of Piura"."""
    named = any(item.ent_type_ in PLACES for item in children(settlement, "compound"))
    return has_lemma(settlement, CUES["settlement"]) and not (named and has_lemma(settlement, CUES["division"]))


def _placed_by(head: Token) -> Token | None:
    """Return the place before what is no place itself: "a Detroit break-in"; or None."""
    if head.pos_ != "NOUN" or head.ent_type_ in PLACES or has_lemma(head, CUES["venue"]):
        return None
    return next((item for item in children(head, "compound", "nmod:poss") if item.ent_type_ in PLACES), None)


def _named_inside(head: Token) -> Token | None:
    """Return the named place that a common noun's phrase nests, or None."""
    if (head.ent_type_ in PLACES or head.pos_ != "NOUN") and not has_lemma(head, CUES["care"]):
        return None
    venue = has_lemma(head, CUES["venue"])
    for item in children(head, "nmod"):
        case = preposition(item)
        names_it = case == "of" and item.ent_type_ == "LOC" and _is_nameless(head)
        nests = case in PREPOSITIONS["nesting"] and (case != "of" or not venue or names_it)
        if nests and _names_place(item) and (item.ent_type_ in PLACES or not venue or _is_nameless(item)):
            return item
    return None


def _place_tokens(head: Token) -> set[int]:
    """Return the tokens of a place's name with the places that it nests or lists."""
    found = {head.i}
    for item in head.children:
        place = item.ent_type_ in PLACES or _names_place(item)
        if item.dep_ in INSIDE_NAME and not (item.dep_ == "punct" and item.i < head.i):
            found.update(part.i for part in item.subtree if part.dep_ not in {"acl", "acl:relcl", "appos"})
        elif place and _extends(item):
            found.update(_place_tokens(item))
            found.update(part.i for part in item.children if part.dep_ in {"case", "cc", "punct"})
    return found


def _extends(item: Token) -> bool:
    """True for a nested place ("a town in Mali") and a listed one ("Kano and Jos")."""
    if item.dep_ == "nmod":
        return preposition(item) in PREPOSITIONS["nesting"]
    return item.dep_ in {"conj", "appos", "list", "nmod:unmarked"}


def _before_noun(event: Token) -> TokenSpan | None:
    """Return the place before the noun of an event: "the Larkana incident"; or None."""
    inside = [token.i for left in event.lefts for token in left.subtree if token.ent_type_ in PLACES]
    return trim(event.doc, min(inside), max(inside) + 1) if inside else None
