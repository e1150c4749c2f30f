"""What the words for a party tell: soldiers of a nation serve its state, a ministry acts for it."""

from __future__ import annotations

import re

from factx.base import lexicon

OFTEN_ABROAD = lexicon.words("tables/often_abroad")
PUBLIC_BODIES = lexicon.words("tables/public_bodies")
"""Head nouns of bodies that act for a state wherever it is not named ("government", "police")."""
_NAMED_BODY = re.compile(
    rf"(?:the\s+)?(?:{'|'.join(sorted(re.escape(name) for name in PUBLIC_BODIES if ' ' in name))})\b", re.IGNORECASE
)
_FORCES = lexicon.classes("tables/state_forces")
_WORD = re.compile(r"[^\W\d_]+")


def is_state_force(phrase: str) -> bool:
    """True if those who are counted serve a state: soldiers, police; not rebels, nor the captured.

    >>> [is_state_force(phrase) for phrase in ("German soldiers", "Syrian rebel soldiers", "Turkish-backed troops")]
    [True, False, False]
    """
    words = [word.lower() for word in _WORD.findall(phrase)]
    return bool(words) and words[-1] in _FORCES["force"] and not _FORCES["not"] & set(words)


def is_public_body(phrase: str | None) -> bool:
    """True if a phrase is a public body by its head noun, and bears no other name.

    >>> is_public_body("the interior ministry"), is_public_body("police in Lahore"), is_public_body("miners")
    (True, True, False)
    >>> is_public_body("House of Representatives panel"), is_public_body("publishing house")
    (True, False)
    """
    if _NAMED_BODY.match(phrase or ""):
        return True
    head = re.split(r"\s(?:of|for|from|in|at)\s", phrase or "", maxsplit=1)[0]
    words = [word.lower() for word in _WORD.findall(head)]
    return bool(words) and words[-1] in PUBLIC_BODIES


def is_often_abroad(phrase: str | None) -> bool:
    """True if a phrase is about people who are often in another nation than their own.

    >>> is_often_abroad("French soldiers"), is_often_abroad("French voters"), is_often_abroad(None)
    (True, False, False)
    """
    return any(word.lower() in OFTEN_ABROAD for word in _WORD.findall(phrase or ""))
