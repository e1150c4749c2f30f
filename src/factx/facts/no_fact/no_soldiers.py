"""Soldiers of other trades: of a church, a game, a re-enactment, a choir, a sports team."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.counts.parts import is_some_of_them
from factx.facts.cues import CUES
from factx.facts.words import has_lemma
from factx.model import children, first_conjunct, preposition

AGAIN = "re-enact"
"""What is fought again, of which the tokenizer makes three words."""
ARMY = frozenset({"army"})


def are_no_soldiers(counted: Counted) -> bool:
    """True for soldiers, squads and armies that no state or rebel has under arms.

    What some of others are says only who these are: "six Danes, two of them soldiers, drowned".
    """
    head = first_conjunct(counted.head)
    return (
        _is_played(head)
        or _is_of_church(head)
        or _is_sporting(head)
        or any(map(_is_unlike_army, (head, head.head)))
        or _are_what_others_are(counted)
    )


def _are_what_others_are(counted: Counted) -> bool:
    """True for the soldiers of "two of them soldiers"."""
    behind = counted.noun is not None and counted.noun.pos_ == "NOUN" and counted.noun.i > counted.numeral.end
    return behind and is_some_of_them(counted)


def _is_played(head: Token) -> bool:
    """True where hobbyists, re-enactors or gamers are told of, and for "your squad of six"."""
    if any(has_lemma(word, CUES["make_believe"]) for word in head.sent) or AGAIN in head.sent.text.lower():
        return True
    if head.dep_ == "nsubj" and has_lemma(head.head, CUES["dressing"]):
        return True
    return any(item.lower_ == "your" for top in (head, head.head) for item in children(top, "nmod:poss"))


def _is_of_church(head: Token) -> bool:
    """True for the soldiers of the Salvation Army."""
    first = (word for word in head.sent[:-1] if word.lower_ == "salvation")
    return any(has_lemma(word.nbor(), ARMY) for word in first)


def _is_unlike_army(group: Token) -> bool:
    """True for "soldiers of Christ", "soldiers of toast", and for kitchen brigades and scout troops."""
    parts = (item for item in children(group, "nmod") if preposition(item) == "of")
    if any(has_lemma(item, CUES["soldiered_for"]) for item in parts):
        return True
    return any(has_lemma(item, CUES["civil_force"]) for item in children(group, "compound"))


def _is_sporting(head: Token) -> bool:
    """True for a relay team or choir of soldiers, a coach's squad with some, and who runs a race."""
    team = head.head
    if head.dep_ == "nmod" and preposition(head) == "of" and _is_of_leisure(team):
        return True
    if head.dep_ == "obj" and any(_is_side(item) for item in children(team, "nsubj")):
        return True
    goals = children(team, "obj", "obl") if head.dep_ == "nsubj" else []
    return any(has_lemma(item, CUES["race"]) for item in goals)


def _is_of_leisure(team: Token) -> bool:
    """True for a choir, and a team that runs, rows or plays."""
    if has_lemma(team, CUES["civil_group"]):
        return True
    won = children(team.head, "obj", "obl") if team.dep_ == "nsubj" else []
    return any(has_lemma(item, CUES["race"]) for item in (*children(team, "compound"), *won))


def _is_side(team: Token) -> bool:
    """True for "Coach Diaz's squad", "the women's squad"."""
    if not has_lemma(team, CUES["sports_side"]):
        return False
    owners = children(team, "nmod:poss", "compound", "amod")
    return any(has_lemma(part, CUES["of_side"]) for item in owners for part in (item, *item.children))
