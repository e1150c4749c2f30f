"""The line above a headline that names the subject: "News|Floods", "South Sudan"."""

from __future__ import annotations

import re

from factx.base import lexicon
from factx.reading.header_lines import LONGEST_HEADER_LINE, Line, statements

_LABELS = lexicon.classes("reading/header_words")["label"]
_MOST_WORDS = 4
"""Words of a country or a subject."""
_MORE = re.compile(r" \+ \d{1,2} more$")
"""What stands behind the first of several countries."""


def without_kicker(lines: list[Line]) -> list[Line]:
    """The lines without one at the top that only names the subject, or with which the next begins.

    >>> [line.text for line in without_kicker([Line(0, 4, "Peru"), Line(5, 18, "Peru: Floods spread")])]
    ['Peru: Floods spread']
    """
    return lines[1:] if len(lines) > 1 and _is_kicker(lines[0].text, lines[1].text) else lines


def _is_kicker(text: str, below: str) -> bool:
    if len(below) > LONGEST_HEADER_LINE or below.endswith((".", "”", '"')) or statements(below):
        return False
    first, bar, _ = text.partition("|")
    if bar and first.strip().lower() in _LABELS and len(text.split()) <= 2 * _MOST_WORDS:
        return True
    subject = _MORE.sub("", text)
    return len(subject.split()) <= _MOST_WORDS and below.startswith((f"{subject}:", f"{subject} "))
