"""What shares a verb's voice: "was arrested and charged", "and another wounded"."""

from __future__ import annotations

from spacy.tokens import Token

from factx.model import PARTICIPLES, child, children, is_passive


def is_passive_conjunct(item: Token, passive: bool) -> bool:
    """True if a coordinated participle shares the passive before it ("was arrested and charged")."""
    return is_passive(item) or (passive and child(item, "obj") is None)


def is_gapped_passive(verb: Token) -> bool:
    """True for the second verb of "a man was killed and another wounded", which lacks its auxiliary."""
    if verb.dep_ != "conj" or verb.tag_ not in PARTICIPLES or not is_passive(verb.head):
        return False
    return not children(verb, "obj", "aux", "cop")


def is_perhaps_passive(verb: Token) -> bool:
    """True for a bare participle without an object, its own or shared: not for "shot and wounded a guard"."""
    return verb.tag_ in PARTICIPLES and not children(verb, "obj", "iobj", "ccomp", "aux") and not shares_object(verb)


def shares_object(verb: Token) -> bool:
    """True for the "shot" of "shot and wounded a guard", whose object is the second verb's."""
    for item in children(verb, "conj"):
        objects = [] if child(item, "nsubj", "nsubj:pass") is not None else children(item, "obj")
        if item.i == verb.i + 2 and any(thing.i > item.i for thing in objects):
            return True
    return False
