"""What the words tell of a fact that only the reader proposes: its modality, its place, who gets it."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Token

from factx.base import Modality, word_classes
from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.giving import GIVING
from factx.facts.kinds import MEMBERS, TROOPS
from factx.facts.reader.reader import Reading
from factx.facts.relations import verb_over
from factx.facts.slots.factuality import modality_of
from factx.facts.slots.joint_plans import joint_modality
from factx.facts.slots.judged import judgement
from factx.facts.slots.listed import gapped_taker, goal_behind, paired_recipient
from factx.facts.slots.movement import is_joined_there
from factx.facts.slots.other_times import is_perfect
from factx.facts.slots.recipient import shares
from factx.facts.words import has_lemma
from factx.model import child, entity_at, subject

OF_GIFTS = frozenset[str]().union(
    *(GIVING[name] for name in ("request", "told_requested", "told_pledged", "told_approved", "donating"))
)
"""Verbs and nouns of giving and of asking for it."""


def with_status(modality: Modality, status: str | None) -> Modality:
    """A fact's modality under the reader's status: who is planned may come, but a request stands."""
    other: dict[tuple[Modality, str | None], Modality] = {
        ("asserted", "planned"): "possible",
        ("possible", "requested"): "asserted",
    }
    return other.get((modality, status), modality)


def is_of_appeal(item: Counted) -> bool:
    """True for what has come of a sum told before: "only $5m of this has come in", "it has got $5m"."""
    if not _is_behind_gift(item):
        return False
    verb, behind = item.head.head, item.head.doc[item.numeral.end : item.numeral.end + 2]
    words = [word.lower_ for word in behind]
    if words[:1] == ["of"] and words[-1] in FUNCTION_WORDS["of_sum"]:
        return True
    who = subject(verb) if item.head.dep_ == "obj" and has_lemma(verb, CUES["receiving"]) else None
    return who is not None and who.pos_ == "PRON" and is_perfect(verb)


def _is_behind_gift(item: Counted) -> bool:
    """True if the sentence before speaks of a gift, or of asking for one, and not of a debt."""
    start = item.sent.start
    before = item.head.doc[start - 1].sent if start else ()
    return any(has_lemma(word, OF_GIFTS) or "gift" in word_classes(word.lemma_.lower()) for word in before)


def place_right_behind(item: Counted) -> tuple[int, int] | None:
    """Where those of a bare number are that its place follows: "nine in Loja, six in Riobamba"."""
    doc, end = item.head.doc, item.numeral.end
    if item.noun is not None or end >= len(doc) or doc[end].lower_ not in PREPOSITIONS["inside"]:
        return None
    place = entity_at(doc, doc[end].head.i)
    return (place.start, place.end) if place is not None and place.label_ == "LOC" and place.start > end else None


def receiver_beside(item: Counted) -> Token | None:
    """Who gets a sum by its place, "Chad received $4m, the Red Cross $1m", or shares it."""
    verb = verb_over(item.head)
    sharer = subject(verb) if verb is not None and item.head.head == verb and shares(verb) else None
    return gapped_taker(item, verb) or paired_recipient(item) or goal_behind(item) or sharer


def modality(item: Counted, reading: Reading) -> Modality:
    """What the reader says of a proposal; the tree knows more of hedges and of states."""
    judged = judgement(item.head)
    if judged is not None:
        return judged
    said = cast(Modality, reading.modality)
    if reading.kind == TROOPS and is_joined_there(item.head):
        return "asserted"
    if reading.kind == MEMBERS:
        return joint_modality(item.head) or said
    verb = verb_over(item.head)
    at_risk = item.head.dep_ == "nsubj" and has_lemma(item.head.head, CUES["possible_noun"])
    if at_risk and child(item.head.head, "acl") is not None:
        return "possible"  # "are in danger of losing their homes"
    if verb is None or said != "asserted":
        return said
    hedged = modality_of(verb, zero=False, money=True) == "possible"
    return "possible" if hedged else said
