"""The age that a text tells beside a person's name: news gives it of people whom nobody knows."""

from __future__ import annotations

import re

NEAR = 40
"""Characters before a name in which an age may stand: "24-year-old shop assistant Dana Lee"."""
OLDEST = 120
"""Years that nobody is older than: higher numbers are none."""

_BEHIND = re.compile(
    r"(?:,\s|\s\(|\s[–—-]\s)(?:aged?\s)?(\d{1,3})(?=[,.;)](?!\d)|\s(?:and|of|from|was|were|–|—|-)\s|$)"
)
_OLD_BEHIND = re.compile(r"(?:,|\s\(|\s(?:is|was),?)\s?(?:an?\s|aged?\s)?(\d{1,3})[-\s]years?[-\s]old\b")
_BEFORE = re.compile(r"\b(\d{1,3})[-\s]years?[-\s]old,?\s(?:[a-z'’-]+,?\s){0,3}$")


def age_beside(text: str, start: int, end: int) -> int | None:
    """Return the age told beside the name between two offsets, in years; None if there is none.

    >>> text = "Dana Lee, 24, and 31-year-old driver Ola Berg fled; Ida Quell, 19 soldiers and a nurse died."
    >>> names = ("Dana Lee", "Ola Berg", "Ida Quell")
    >>> [age_beside(text, text.find(name), text.find(name) + len(name)) for name in names]
    [24, 31, None]
    """
    found = (
        _BEHIND.match(text, end) or _OLD_BEHIND.match(text, end) or _BEFORE.search(text[max(0, start - NEAR) : start])
    )
    age = int(found[1]) if found else 0
    return age if 0 < age <= OLDEST else None
