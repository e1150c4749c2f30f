"""The name that an office leads to: where it begins and ends, even where the model saw none."""

from __future__ import annotations

import re
from functools import lru_cache

from factx.base import lexicon
from factx.who import people
from factx.who.layers import Scene
from factx.who.officials.employer import body_words

_INITIAL = re.compile(r"^(?:[A-Z]\.?){1,3}$")
_ACRONYM = re.compile(r"^\(\s?[A-Za-z.&-]{2,10}\s?\)$")
_LONGEST = 6

TokenSpan = tuple[int, int]


def name_at(scene: Scene, at: int, *, sure: bool) -> TokenSpan | None:
    """The tokens of a person's name that begins at ``at``; ``sure``: here must be one, whatever the model says."""
    doc = scene.doc
    if at >= len(doc) or (at and at not in scene.people and _on_new_line(scene, at)):
        return None
    if at in scene.people and scene.people[at].start >= at - 2:
        end = scene.people[at].end
        if doc[end - 1].lower_ in _not_names():
            return None
        return at, _with_surname(scene, end) if sure and end - at == 1 else end
    if not sure:
        return None
    return _spelled(scene, at) if at not in scene.organisations else None


def listed_names(scene: Scene, at: int) -> list[TokenSpan]:
    """Further names of a list that goes on at ``at``: ", B (Defence) and C"."""
    doc = scene.doc
    found: list[TokenSpan] = []
    while at < len(doc) and len(found) < 12:
        joint = skip_bracket(scene, at)
        begin = joint
        while joint < len(doc) and doc[joint].lower_ in {",", "and", "&"}:
            joint += 1
        span = name_at(scene, joint, sure=False) if joint > begin and joint in scene.people else None
        if span is None:
            break
        found.append(span)
        at = span[1]
    return found


def skip_bracket(scene: Scene, at: int) -> int:
    """The token behind an acronym or office in brackets that begins at ``at``, else ``at``."""
    doc = scene.doc
    if at >= len(doc) or doc[at].text[0] != "(":
        return at
    for width in (1, 2, 3):
        if at + width <= len(doc) and _ACRONYM.match(doc[at : at + width].text):
            return at + width
    return at


def skip_address(scene: Scene, at: int) -> int:
    """The token behind forms of address ("Dr.", "Sheikh") that begin at ``at``, else ``at``."""
    doc = scene.doc
    while at + 1 < len(doc) and (
        (doc[at].lower_.rstrip(".") in people.honorifics() and doc[at].is_title and at not in scene.people)
        or (doc[at].text == "." and doc[at - 1].lower_ in people.honorifics())
    ):
        at += 1
    return at


def _on_new_line(scene: Scene, at: int) -> bool:
    """Whether a token begins a line; the parser's sentences may break a name after "Lt. Col."."""
    before = scene.doc[at - 1]
    return before.is_space or "\n" in scene.source[before.idx : scene.doc[at].idx]


def _spelled(scene: Scene, at: int) -> TokenSpan | None:
    """A run of capital words, initials and particles that the model did not take for a name."""
    doc = scene.doc
    end = at
    while end < len(doc) and end - at < _LONGEST and not (end > at and _on_new_line(scene, end)):
        if end in scene.people:
            clear = end == at or not _is_institution(scene, at, end)
            return (at, scene.people[end].end) if clear else None
        if not _is_name_part(scene, end, first=end == at):
            break
        end += 1
    while end > at and (doc[end - 1].lower_ in people.particles() or doc[end - 1].text == "-"):
        end -= 1
    return None if end == at or _is_institution(scene, at, end) else (at, end)


def _with_surname(scene: Scene, end: int) -> int:
    """The end of a name whose first word alone the model took."""
    token = scene.doc[end] if end < len(scene.doc) else None
    free = token is not None and not any(end in layer for layer in (scene.nations, scene.organisations, scene.places))
    if token is not None and free and token.tag_ == "NNP" and token.is_title and not _on_new_line(scene, end):
        return end if _is_institution(scene, end, end + 1) else end + 1
    return end


def _is_name_part(scene: Scene, at: int, *, first: bool) -> bool:
    token = scene.doc[at]
    place = scene.places.get(at)
    if at in scene.nations or at in scene.organisations:
        return False
    if place is not None and (place.end - place.start < 2 or scene.nation_at(at) is not None):
        return False
    if _INITIAL.match(token.text):
        return not (first and token.text == "I")
    if not first and (token.lower_ in people.particles() or token.text == "-"):
        return True
    named = token.tag_ in {"NNP", "NNPS", "FW"} and token.text[0].isupper()
    return named and any(char.islower() for char in token.text)


def _is_institution(scene: Scene, start: int, end: int) -> bool:
    doc = scene.doc
    if any(doc[at].lower_ in body_words() or doc[at].lower_ in _not_names() for at in range(start, end)):
        return True
    if end - start > 1 or start in scene.people:
        return False
    return doc[start].pos_ != "PROPN" or len(doc[start].text) < 2


@lru_cache(maxsize=1)
def _not_names() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.read("who/not_names"))
