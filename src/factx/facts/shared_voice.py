"""What shares a verb's voice: "was arrested and charged", "and another wounded"."""

from __future__ import annotations

from spacy.tokens import Token

from factx.model import PARTICIPLES, child, children, is_passive


def is_passive_conjunct(item: Token, verb: Token) -> bool:
    """True if a coordinated participle shares the passive of the first verb ("was arrested and charged")."""
    return is_passive(item) or (is_passive(verb) and child(item, "obj") is None)


def is_gapped_passive(verb: Token) -> bool:
    """True for the second verb of "a man was killed and another wounded", which lacks its auxiliary."""
    if verb.dep_ != "conj" or verb.tag_ not in PARTICIPLES or not is_passive(verb.head):
        return False
    return not children(verb, "obj", "aux", "cop")
