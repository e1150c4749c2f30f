"""Deeds still due, those that nobody will or can do, and those that somebody asks about."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.cues import CUES, FUNCTION_WORDS
from factx.facts.slots.stance import ASKING, has_no
from factx.facts.words import has_lemma
from factx.model import auxiliaries, child, is_negated

QUESTION = "?"
DUE = "due"
INFINITIVES = frozenset({"VB", "NN"})
"""How the verb of "are due to leave" is read."""


def is_kept_from(deed: Token) -> bool:
    """True for what nobody will or can do: "is not going to send", "is unwilling to send"."""
    mark, above = child(deed, "mark"), deed.head
    if mark is not None and mark.lower_ in {"against", "at"}:
        return has_lemma(above, CUES["deciding" if mark.lower_ == "against" else "refusal"]) and not is_negated(above)
    if mark is None or mark.lower_ != "to" or deed.dep_ not in {"xcomp", "acl"}:
        return False
    if has_lemma(above, CUES["unable"]) and above.pos_ == "ADJ":
        return not is_negated(above)
    set_to = above.lower_ in FUNCTION_WORDS["set_to"] and is_negated(above)
    return set_to or (above.lower_ in FUNCTION_WORDS["placed_to"] and has_no(above))


def is_in_question(deed: Token) -> bool:
    """True for what somebody asks: "did the army kill 40?"; who asks why or how takes it for granted."""
    if deed.dep_ != "ROOT" or QUESTION not in [word.text for word in deed.sent[-2:]]:
        return False
    actor = child(deed, "nsubj", "nsubj:pass")
    around = auxiliaries(deed)
    asked = actor is not None and bool(around) and around[0].i < actor.i
    return asked and not any(item.tag_ in ASKING for item in deed.sent[: deed.i - deed.sent.start])


def is_due(deed: Token) -> bool:
    """True for "are due to arrive", where the parse has a preposition "due to"."""
    due = next((item for item in deed.children if item.lower_ == DUE), None)
    if due is None or due.i + 2 != deed.i or child(due, "fixed") is None:
        return False
    return deed.tag_ in INFINITIVES and child(deed, "nsubj", "nsubj:outer") is not None
