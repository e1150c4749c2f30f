"""Bare numbers that count the force of the sentence before: "sent 900 soldiers. Niger has 410, Togo 90"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factx.facts.counted import ALONE, Counted
from factx.facts.cues import CUES
from factx.facts.matches import Match
from factx.facts.words import has_lemma
from factx.model import PREDICATES, child, children, is_passive, subject

FORCE, STATES = frozenset({"force"}), frozenset({"state"})
TROOPS = "troops"
FEWEST = 2


def carried(counts: Sequence[Counted], found: Sequence[Match]) -> Iterator[Counted]:
    """Yield the bare numbers of what states have, send or post, as counts of the force told of before."""
    matched = {match.counted.amount.start_char: match for match in found}
    last: Counted | None = None
    for item in counts:
        if item.amount.kind != "count" or item.singular:
            continue
        if item.noun is not None:
            last = last if item.classes == STATES else item
        elif last is not None and item.amount.start_char not in matched and _is_next(last, item):
            match = matched.get(last.amount.start_char)
            if match is not None and match.rule.kind == TROOPS and last.classes >= FORCE and _is_of_force(item):
                yield replace(item, classes=FORCE)


def _is_next(last: Counted, item: Counted) -> bool:
    """True for a number of the same sentence or of the one right behind it."""
    return last.sent.start == item.sent.start or last.sent.end == item.sent.start


def _is_of_force(item: Counted) -> bool:
    """True for what a state has or sends, and for who is posted: "Fiji has 90", "where 900 are stationed"."""
    verb = item.head.head
    if item.classes != ALONE or (item.amount.low or 0) < FEWEST or verb.pos_ not in PREDICATES:
        return False
    if item.head.dep_ == "obj":
        who = subject(verb)
        return who is not None and who.ent_type_ == "LOC" and has_lemma(verb, CUES["having"] | CUES["sending"])
    posted = [verb, *children(verb, "xcomp")] if item.head.dep_ in {"nsubj", "nsubj:pass"} else []
    return any(has_lemma(one, CUES["posted"]) and is_passive(one) and child(one, "obj") is None for one in posted)
