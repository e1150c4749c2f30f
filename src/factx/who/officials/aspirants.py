"""Offices not held yet, or only sought: "mayor-elect", "candidate for president", "a mayoral hopeful"."""

from __future__ import annotations

from factx.who.layers import EntityLayers
from factx.who.words import TITLE_WORDS

_REACH = 4
"""Words between "for" and the office: "candidate for the next federal president"."""


def is_sought(layers: EntityLayers, start: int, head_end: int) -> bool:
    """True if the words before or behind an office ``[start, head_end)`` say that somebody seeks it.

    "Candidate for president", "ran for mayor", "president hopeful"; not "spokesman for the president",
    nor "campaigned for President" with a name behind it.
    """
    doc = layers.doc
    named = head_end in layers.people
    if head_end < len(doc) and doc[head_end].lower_ in TITLE_WORDS["aspirant"]:
        return True
    for at in range(start, max(start - _REACH, 1), -1):
        before = doc[at - 1]
        if before.lower_ in TITLE_WORDS["sought_by"]:
            seeker = doc[at - 2].lower_
            return seeker in TITLE_WORDS["aspirant"] or (seeker in TITLE_WORDS["seeks"] and not named)
        if before.is_punct or before.pos_ not in {"DET", "ADJ", "NOUN", "PROPN"}:
            return False
    return False


def skip_designate(layers: EntityLayers, at: int) -> int:
    """Return the token behind "-designate" or "-elect", else ``at``."""
    doc = layers.doc
    if at + 1 < len(doc) and doc[at].text == "-" and doc[at + 1].lower_ in TITLE_WORDS["designate"]:
        return at + 2
    return at
