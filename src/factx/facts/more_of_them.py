"""More of those counted before: of "killed nine cows, and four more were hurt" the four are cows, too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factx.facts.counted import ALONE, Counted
from factx.facts.cues import CUES, EVENT_WORDS
from factx.facts.relations import is_some_of_them
from factx.facts.tolls import NO_PEOPLE
from factx.facts.words import has_lemma
from factx.model import first_conjunct

THINGS = frozenset({"thing"})
MORE = frozenset({"more"})
HARM = CUES["dying"] | CUES["hurting"] | EVENT_WORDS["killing"] | EVENT_WORDS["harming"]


def with_more_of_them(counted: Iterable[Counted]) -> list[Counted]:
    """Return the counted phrases, in which more than harmed animals are animals."""
    found: list[Counted] = []
    last: Counted | None = None
    for item in counted:
        if last is not None and last.sent.start == item.sent.start and _is_more(item) and _are_things(last, item):
            item = replace(item, classes=last.classes)
        if item.noun is not None and not item.singular:
            last = item
        found.append(item)
    return found


def _are_things(last: Counted, more: Counted) -> bool:
    """True if animals were harmed, or if what befalls the others befalls things: "five more were damaged"."""
    if last.classes == THINGS and has_lemma(first_conjunct(last.head).head, HARM):
        return True
    return bool(last.classes) and last.classes <= NO_PEOPLE and has_lemma(more.head.head, CUES["wrecking"])


def _is_more(counted: Counted) -> bool:
    """True for "four more", "four of them"."""
    doc, after = counted.head.doc, counted.numeral.end
    if counted.classes != ALONE or after >= len(doc):
        return False
    return is_some_of_them(counted) or (counted.noun is None and doc[after].lower_ in MORE)
