"""The words of a place: what names one, what nests in it or lies around it, without a venue before it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.facts.counts.counted import noun_classes
from factx.facts.cues import CUES, FUNCTION_WORDS, INDEFINITE, PREPOSITIONS
from factx.facts.phrases import is_dash, trim
from factx.facts.slots.affected import PLACES, place_in_event
from factx.facts.slots.agent import TokenSpan
from factx.facts.words import has_lemma
from factx.model import PREDICATES, children, preposition

VENUE_OR_EVENT = CUES["venue"] | CUES["event"]
NOT_PLACES = frozenset({"PERSON", "DATE", "MONEY"})
INSIDE_NAME = frozenset(
    {"compound", "flat", "amod", "nmod:poss", "nummod", "case", "nmod:desc", "nmod:unmarked", "det", "cc", "punct"}
)


def is_place(token: Token) -> bool:
    """True if a phrase says where: a named place or an unnamed venue."""
    return names_place(token) or has_lemma(token, CUES["venue"])


def names_place(token: Token) -> bool:
    """True for a named place, and for a phrase that nests one: "the Herat hospital"."""
    if token.ent_type_ in PLACES:
        return True
    if token.ent_type_ in NOT_PLACES or token.pos_ == "NUM":
        return False
    return any(names_place(item) for item in token.children if _nests(item, token))


def _nests(item: Token, head: Token) -> bool:
    """True if a dependent may name the place of its head: "the Herat hospital", "a town in Mali"."""
    if item.dep_ in {"appos", "flat"}:
        return item.ent_type_ in PLACES
    if item.dep_ in {"compound", "nmod:poss", "amod"}:
        return item.ent_type_ in PLACES and _may_be_placed(head)
    if not _is_behind(item) or not _is_nesting(item):
        return False
    return head.pos_ != "NOUN" or item.ent_type_ in PLACES or has_lemma(head, VENUE_OR_EVENT)


def is_share(word: Token) -> bool:
    """True for the "much" of "much of Peru", which the parse may take for an adjective."""
    return word.lower_ in FUNCTION_WORDS["share"]


def _is_behind(item: Token) -> bool:
    return item.dep_ == "nmod" or (item.dep_ == "obl" and is_share(item.head))


def _is_nesting(item: Token) -> bool:
    """True for a phrase that says of a place where it is, and for the ends of a way or border."""
    case = preposition(item)
    return case in PREPOSITIONS["nesting"] or (case in PREPOSITIONS["leading"] and has_lemma(item.head, CUES["way"]))


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
    return preposition(body) in PREPOSITIONS["beside_body"] or any(item.lower_ in INDEFINITE for item in body.lefts)


def words_of_place(doc: Doc, place: Token) -> TokenSpan | None:
    """Return the words of a place with the one around it that hangs on the same verb: "hit Lae in Morobe"."""
    for other in place.head.children if place.head.pos_ in PREDICATES and names_place(place) else ():
        inner, outer = sorted((place, other), key=lambda item: item.i)
        if other == place or preposition(outer) not in PREPOSITIONS["beside_name"] or not names_place(other):
            continue
        spans = [_place_span(doc, item) for item in (inner, outer)]
        if spans[0] is None or spans[1] is None:
            continue
        between = doc[spans[0][1] : spans[1][0]]
        if between and between[0].dep_ == "case" and between[0].head == outer:
            return spans[0][0], spans[1][1]
    return _place_span(doc, place)


def _place_span(doc: Doc, head: Token) -> TokenSpan | None:
    """Return the words of a place, without an unnamed venue before it ("a hotel near Nairobi")."""
    nested = _named_inside(head) or whole_of(head)
    if nested is not None:
        return _place_span(doc, nested)
    struck = place_in_event(head)
    if struck is not None:
        return _place_span(doc, struck)
    if has_lemma(head, CUES["event"]):
        return _before_noun(head)
    inside = _placed_by(head)
    if inside is not None:
        return _place_span(doc, inside)
    members = _place_tokens(head)
    pointer = points_from(head)
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
    common = head.pos_ == "NOUN" or is_share(head)
    if (head.ent_type_ in PLACES or not common) and not has_lemma(head, CUES["care"]):
        return None
    venue = has_lemma(head, CUES["venue"])
    for item in filter(_is_behind, head.children):
        case = preposition(item)
        names_it = case == "of" and item.ent_type_ == "LOC" and _is_nameless(head)
        nests = case in PREPOSITIONS["nesting"] and (case != "of" or not venue or names_it)
        if nests and names_place(item) and (item.ent_type_ in PLACES or not venue or _is_nameless(item)):
            return item
    return None


def _place_tokens(head: Token) -> set[int]:
    """Return the tokens of a place's name with the places that it nests or lists."""
    found = {head.i}
    for item in head.children:
        place = item.ent_type_ in PLACES or names_place(item)
        if item.dep_ in INSIDE_NAME and not (item.dep_ == "punct" and item.i < head.i):
            found.update(part.i for part in item.subtree if part.dep_ not in {"acl", "acl:relcl", "appos"})
        elif place and _extends(item):
            found.update(_place_tokens(item))
            found.update(part.i for part in item.children if part.dep_ in {"case", "cc", "punct"})
    return found


def _extends(item: Token) -> bool:
    """True for a nested place ("a town in Mali") and a listed one ("Kano and Jos")."""
    if item.dep_ == "nmod":
        return _is_nesting(item)
    return item.dep_ in {"conj", "appos", "list", "nmod:unmarked"}


def _before_noun(event: Token) -> TokenSpan | None:
    """Return the place before the noun of an event: "the Larkana incident"; or None."""
    inside = [token.i for left in event.lefts for token in left.subtree if token.ent_type_ in PLACES]
    return trim(event.doc, min(inside), max(inside) + 1) if inside else None


def whole_of(part: Token) -> Token | None:
    """Return the country of "in several parts of the country"; or None."""
    wholes = children(part, "nmod") if has_lemma(part, CUES["portion"]) else []
    return next((item for item in wholes if preposition(item) == "of" and has_lemma(item, CUES["venue"])), None)


def points_from(place: Token) -> Token | None:
    """Return the word of direction before a place: "north of Tall Afar"; or None."""
    points = preposition(place) == "of" and place.ent_type_ in PLACES and has_lemma(place.head, CUES["direction"])
    return place.head if points else None
