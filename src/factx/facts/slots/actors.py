"""Actors: nouns that can act, and who does what a verb or a by-phrase says."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import QUALIFIED, noun_classes
from factx.facts.cues import CUES, FUNCTION_WORDS, INDEFINITE
from factx.facts.words import has_lemma
from factx.model import PREDICATES, RELATIVE_TAGS, child, children, is_passive, preposition, subject

ACTORS = frozenset({"PERSON", "ORG", "NORP"})
NAMED = ACTORS | {"LOC"}
NEVER_ACTING = frozenset({"DATE", "MONEY"})
ACTING = frozenset({"person", "force", "state"})
LEAVE = frozenset({"leave"})
TRYING = CUES["charging"] | CUES["judging_deed"]
HANDS = frozenset({"hand"})
OPEN = frozenset({"open"})
FIRE = frozenset({"fire"})
EVENT_OF = CUES["event"] - {"death"}
"""Events that name another: "a bomb blast"; a death squad is no death."""
CALL = frozenset({"call"})
CALLED_ON, APPEALED_TO = frozenset({"on", "upon", "for"}), frozenset({"to", "with"})
AGE = frozenset({"old"})
"""The head of "a 17-year-old", which names a person."""


def by_phrase(token: Token) -> Token | None:
    """Return the noun of a token's "by …" ("arrested by police") or "at the hands of …"; or None."""
    for item in token.children:
        if item.dep_ not in {"obl:agent", "obl", "nmod"}:
            continue
        case = preposition(item)
        if case == "by":
            return item
        if case == "at" and has_lemma(item, HANDS):
            return next((owner for owner in children(item, "nmod") if preposition(owner) == "of"), None)
    return _by_behind_place(token) if token.pos_ in PREDICATES and is_passive(token) else None


def _by_behind_place(verb: Token) -> Token | None:
    """Return who acts, parsed as of a place or meeting: "lent to Lae by Oslo"; or None."""
    for item in children(verb, "obl"):
        places = [item, *(part for part in children(item, "nmod") if preposition(part) != "by")]
        held = (place for place in places if place.ent_type_ == "LOC" or has_lemma(place, CUES["convening"]))
        behind = (part for place in held for part in children(place, "nmod") if preposition(part) == "by")
        found = next(filter(can_act, behind), None)
        if found is not None:
            return found
    return None


def aims_behind(agent: Token) -> list[Token]:
    """Return what a gift is for, parsed as the giver's: "by the Ministry of Health for wards"."""
    named = [agent, *(item for item in children(agent, "nmod") if item.pos_ == "PROPN")]
    aims = (item for name in named if name.pos_ == "PROPN" for item in children(name, "nmod"))
    return [item for item in aims if preposition(item) == "for" and item.pos_ == "NOUN"]


def doer(verb: Token) -> Token | None:
    """Return the subject of a verb; of "accused the army of killing 12", the army."""
    above = verb.head
    accuser = _accuser(verb)
    if accuser is not None:
        return child(accuser, "obj", "iobj") or subject(verb)
    if (asked := appealed_to(verb)) is not None:
        return asked
    if verb.dep_ == "advcl" and has_lemma(above, CUES["confessing"]) and child(verb, "nsubj") is None:
        return subject(above)
    if verb.dep_ == "xcomp" and child(verb, "nsubj") is None:
        whom = child(above, "obj", "iobj")
        relative = whom is not None and whom.tag_ in RELATIVE_TAGS and above.dep_ == "acl:relcl"
        return above.head if relative else whom or subject(verb)
    return above if verb.dep_ == "amod" else subject(verb)


def _accuser(deed: Token) -> Token | None:
    """Return the "accused" of "accused the army of shelling a town and killing 12"; or None."""
    first = first_verb(deed)
    tried = has_lemma(first.head, TRYING) and not is_passive(first.head)
    return first.head if tried and first.dep_ in {"advcl", "acl", "ccomp"} and child(deed, "nsubj") is None else None


def appealed_to(trigger: Token) -> Token | None:
    """Return the state of "called on the state to give", "appealed to the state to give"; or None."""
    above = trigger.head
    if trigger.dep_ not in {"xcomp", "advcl"} or trigger.tag_ != "VB" or is_passive(above):
        return None
    cases = CALLED_ON if has_lemma(above, CALL) else APPEALED_TO if has_lemma(above, CUES["asking"]) else frozenset()
    whom = (item for item in children(above, "obl") if above.i < item.i < trigger.i)
    return next((item for item in whom if preposition(item) in cases), None)


def first_verb(verb: Token) -> Token:
    """Return the first of coordinated verbs ("which killed two and hurt 15" → killed)."""
    return verb.head if verb.dep_ == "conj" and verb.head.pos_ in PREDICATES else verb


def can_act(head: Token) -> bool:
    """True if the noun names a person, force, organisation or nation, not an event, a disease or a thing."""
    if has_lemma(head, CUES["illness"]) or is_wrecked(head):
        return False
    if is_make(head):
        return False
    if head.ent_type_ in NAMED:
        return _is_name_of_actor(head)
    if head.pos_ == "PRON" or head.ent_type_ in NEVER_ACTING:
        return False
    if _acts_here(head):
        return True
    if _names_event(head):
        return False
    if head.pos_ == "PROPN":
        return not any(letter.isdecimal() for letter in head.text)
    if head.lemma_.lower() in CUES["body"] or head.lower_ in CUES["body"]:
        return True
    return bool(noun_classes(head) & ACTING)


def is_make(name: Token) -> bool:
    """True for the make of a vehicle: "a Toyota", "another Cessna"; a Kurd is a person."""
    determiner = child(name, "det") if name.tag_ == "NNP" and name.ent_type_ in {"", "ORG", "PRODUCT"} else None
    if determiner is None or determiner.lower_ not in INDEFINITE:
        return False
    return not has_lemma(name, CUES["body"]) and not noun_classes(name) & ACTING


def _names_event(head: Token) -> bool:
    """True for "a blast", "a bomb blast", "the firing squad"; not for "the riot police"."""
    if head.lemma_.lower() in CUES["event"] or any(has_lemma(item, CUES["event"]) for item in children(head, "appos")):
        return True
    of_event = any(has_lemma(item, EVENT_OF) for item in children(head, "compound"))
    return of_event and not has_lemma(head, CUES["authority"])


def _is_name_of_actor(head: Token) -> bool:
    """True unless a name is that of an event ("Typhoon Rai")."""
    if head.lower_ in CUES["event"] and child(head, "compound", "nmod:desc") is None:
        return False
    if is_storm(head):
        return False
    return has_lemma(head, CUES["body"]) or not any(
        has_lemma(item, CUES["event"]) for item in children(head, "compound", "nmod:desc")
    )


def is_event(noun: Token) -> bool:
    """True for an event and for what nature does: "the raid", "Typhoon Rai"."""
    return is_of_nature(noun) or has_lemma(noun, CUES["event"])


def is_of_nature(noun: Token) -> bool:
    """True for a storm, flood, fire or quake: "the tremor", "a wall of water", "Typhoon Rai"."""
    if is_storm(noun) or has_lemma(noun, CUES["nature"]):
        return True
    named = children(noun, "compound", "nmod:desc") if noun.pos_ == "PROPN" else []
    parts = children(noun, "nmod") if has_lemma(noun, CUES["flow"]) else named
    return any(has_lemma(item, CUES["nature"]) for item in parts)


def is_storm(name: Token) -> bool:
    """True for "Michael" of "Hurricane Michael", whatever the parse makes of the two."""
    first = name.i
    while first > name.sent.start and name.doc[first].ent_iob_ == "I":
        first -= 1
    inside = any(has_lemma(word, CUES["storm"]) for word in name.doc[first : name.i]) if name.ent_type_ else False
    if inside and not has_lemma(name, CUES["venue"]):
        return True  # a name that has all of "Tropical Storm Ida"
    before = name.doc[first - 1] if name.ent_type_ in NAMED and first > name.sent.start else None
    return before is not None and before.text.istitle() and has_lemma(before, CUES["event"])


def _acts_here(head: Token) -> bool:
    """True for a unit of a force, "a 17-year-old", a nursing home, a craft that attacks ("a jet bombed")."""
    if head.lemma_.lower() in QUALIFIED and "organisation" in noun_classes(head):
        return True
    if has_lemma(head, CUES["unit"]) or (head.lower_ in AGE and child(head, "compound", "obl:unmarked") is not None):
        return True
    return is_craft_attacking(head)


def is_craft_attacking(head: Token) -> bool:
    """True for what bombs or shoots: "a jet bombed the town"."""
    return head.dep_ == "nsubj" and attacks(head.head) and has_lemma(head, CUES["craft"])


def is_wrecked(head: Token) -> bool:
    """True for a coach that overturns or leaves the road, a bomber that crashes, a school that collapses."""
    verb = head.head
    if head.dep_ != "nsubj" or head.ent_type_ or not has_lemma(head, CUES["or_vehicle"] | CUES["venue"]):
        return False
    left = child(verb, "obj") if has_lemma(verb, LEAVE) else None
    return has_lemma(verb, CUES["wrecking_itself"]) or (left is not None and has_lemma(left, CUES["track"]))


def attacks(verb: Token) -> bool:
    """True for a verb of attack: "ambushed a convoy", "opened fire"; not "shot himself"."""
    struck = child(verb, "obj")
    if struck is not None and struck.lower_ in FUNCTION_WORDS["oneself"]:
        return False
    if has_lemma(verb, CUES["attacking"]):
        return True
    if struck is None:
        return _goes_on_spree(verb)
    if has_lemma(verb, OPEN):
        return has_lemma(struck, FIRE)
    parts = (struck, *children(struck, "compound", "amod"))
    return has_lemma(verb, CUES["claiming"]) and any(has_lemma(item, CUES["event"]) for item in parts)


def _goes_on_spree(verb: Token) -> bool:
    """True for "went on a rampage"."""
    return has_lemma(verb, CUES["setting_out"]) and any(
        has_lemma(item, CUES["spree"]) for item in children(verb, "obl")
    )
