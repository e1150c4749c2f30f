"""The title of an office as officials.csv gives it: without nation and organisation, in the singular."""

from __future__ import annotations

import re

from factx.who.layers import Scene
from factx.who.officials.offices import PREPOSITIONS, Office
from factx.who.people import honorifics

_DROPPED = frozenset({"then", "the", "then-", "republican", "democratic", "local"})
_SMALL = frozenset({"the", "a", "an", "and"})
_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "dr", "madam", "sir"})
_FORMER = frozenset({"former", "ex", "retired", "ousted", "onetime", "deposed", "late"})
_MEN = re.compile(r"(?<=[a-z])ies$|(?<=[A-Za-z])s$|(?<=m)en$")


def title(scene: Scene, office: Office, served: tuple[int, int] | None) -> str:
    """The office in the singular, without the country's adjective and without the organisation served."""
    doc = scene.doc
    first, last = served or (0, 0)
    dropped = {at for at in range(office.start, office.head) if first <= at < last or _is_dropped(scene, at)}
    dropped |= _in_brackets(scene, office.start, office.head)
    kept = (doc[at].text_with_ws for at in range(office.start, office.head_end) if at not in dropped)
    words = "".join(kept).strip(" -–")
    if office.plural:
        words = _MEN.sub(lambda end: {"en": "an", "ies": "y"}.get(end.group(), ""), words)
    whole = f"{words} {_of_phrase(scene, office, served)}".split()
    while whole and (whole[0].lower() in PREPOSITIONS or whole[0].lower() in _SMALL):
        whole = whole[1:]
    while whole and (whole[-1].lower().strip(".,") in _ADDRESS or whole[-1] == ","):
        whole = whole[:-1]
    return " ".join(whole).rstrip(",")


def is_former(scene: Scene, office: Office) -> bool:
    """Whether the office is one held before."""
    return any(token.lower_.rstrip("-") in _FORMER for token in scene.doc[office.start : office.head])


def _is_dropped(scene: Scene, at: int) -> bool:
    token = scene.doc[at]
    return at in scene.nations or token.like_num or token.lower_ in _DROPPED or token.lower_.strip(".") in honorifics()


def _in_brackets(scene: Scene, start: int, end: int) -> set[int]:
    found: set[int] = set()
    depth = 0
    for at in range(start, end):
        depth += scene.doc[at].text == "("
        if depth:
            found.add(at)
        depth -= scene.doc[at].text == ")"
    return found


def _of_phrase(scene: Scene, office: Office, served: tuple[int, int] | None) -> str:
    """What the title keeps of the phrase behind the office: neither the nation nor the organisation served."""
    doc = scene.doc
    end = office.end
    if served is not None and served[1] > office.head_end:
        end = min(end, served[0])
        while end > office.head_end and (
            doc[end - 1].lower_ in {"the", "a", "an", *PREPOSITIONS} or end - 1 in scene.nations
        ):
            end -= 1
    if end == office.head_end:
        return ""
    named = any(at in scene.nations for at in range(office.head_end, end))
    preposition = doc[office.head_end].lower_
    if preposition in {"in", "from"}:
        named = named or any(at in scene.places for at in range(office.head_end, end))
    if preposition in {"of", "in", "from"} and named and end - office.head_end <= 5:
        return ""
    return scene.text(office.head_end, end)
