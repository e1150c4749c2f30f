"""Titles as officials.csv gives them: the office in the singular, without nation and organisation.

1. Before the office: its words without nation, organisation, numbers, forms of address, brackets.
2. A plural becomes a singular ("ministers", "chairmen", "deputies").
3. Behind it: its phrase up to the organisation served; none if it only names the nation.
"""

from __future__ import annotations

import re

from factx.who.layers import EntityLayers, TokenSpan
from factx.who.officials.offices import Office
from factx.who.words import HONORIFICS, TITLE_WORDS

_LONGEST_OF_NATION = 5
"""Tokens of an "of …" phrase that only names the nation ("of the Republic of Chad"); a longer one says more."""
_PLURAL_ENDING = re.compile(r"(?<=[a-z])ies$|(?<=[A-Za-z])s$|(?<=m)en$")


def title(layers: EntityLayers, office: Office, served: TokenSpan | None) -> str:
    """Return the office in the singular, without the nation's adjective and the organisation served."""
    doc = layers.doc
    first, last = served or (0, 0)
    dropped = {at for at in range(office.start, office.head) if first <= at < last or _is_dropped(layers, at)}
    dropped |= _in_brackets(layers, office.start, office.head)
    kept = (doc[at].text_with_ws for at in range(office.start, office.head_end) if at not in dropped)
    words = "".join(kept).strip(" -–")
    if office.plural:
        words = _PLURAL_ENDING.sub(lambda end: {"en": "an", "ies": "y"}.get(end.group(), ""), words)
    return " ".join(f"{words} {_of_phrase(layers, office, served)}".split())


def is_former(layers: EntityLayers, office: Office) -> bool:
    """True if the office was held before."""
    return any(token.lower_.rstrip("-") in TITLE_WORDS["former"] for token in layers.doc[office.start : office.head])


def _is_dropped(layers: EntityLayers, at: int) -> bool:
    """True for what a title does not show: a nation, a number, "then", a party, a form of address."""
    token = layers.doc[at]
    return (
        at in layers.nations
        or token.like_num
        or token.lower_ in TITLE_WORDS["dropped_from_title"]
        or token.lower_ in TITLE_WORDS["united_states_party"]
        or token.lower_.strip(".") in HONORIFICS
    )


def _in_brackets(layers: EntityLayers, start: int, end: int) -> set[int]:
    """Return the tokens in round brackets, with the brackets."""
    found: set[int] = set()
    depth = 0
    for at in range(start, end):
        depth += layers.doc[at].text == "("
        if depth:
            found.add(at)
        depth -= layers.doc[at].text == ")"
    return found


def _of_phrase(layers: EntityLayers, office: Office, served: TokenSpan | None) -> str:
    """Return the phrase behind the office without the nation and the organisation served."""
    doc = layers.doc
    end = office.end
    if served is not None and served[1] > office.head_end:
        end = min(end, served[0])
        while end > office.head_end and (
            doc[end - 1].lower_ in TITLE_WORDS["article"] | TITLE_WORDS["title_preposition"]
            or end - 1 in layers.nations
        ):
            end -= 1
    if end == office.head_end:
        return ""
    named = any(at in layers.nations for at in range(office.head_end, end))
    preposition = doc[office.head_end].lower_
    if preposition in TITLE_WORDS["in_or_from"]:
        named = named or any(at in layers.places for at in range(office.head_end, end))
    if preposition in TITLE_WORDS["of_place"] and named and end - office.head_end <= _LONGEST_OF_NATION:
        return ""
    return layers.text(office.head_end, end)
