"""Pages that a server gives in place of an article: errors, checks for robots, paywalls.

A story may speak of such things, too: a phrase counts in the title or a short page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factx.base import lexicon

_PHRASES = lexicon.classes("reading/refusals", column="phrase")
_TITLE_PARTS = re.compile(r"\s+[-–—|:•·]\s+|\s*[|»]\s*|\.{3}|…")
_SHORT = 1_500
"""Characters: an error page with its advice is shorter, an article in which a robot is asked for is longer."""
_FEWEST_OF_STORY = 250
"""Characters before a paywall that are the beginning of an article, and not only its teaser."""
_REASONS = {
    "missing": "an error page, not an article: there is no such page",
    "robot": "not an article: the server asks whether the reader is a person",
    "script": "not an article: the page shows nothing without JavaScript",
    "paywall": "not an article: the page gives it to subscribers only",
}
_CUT = "the text is cut: the rest is for subscribers"
_STRAIGHT = str.maketrans("’‘", "''")


def why_refused(title: str, shown: str) -> str | None:
    """Why a page is no article, by its title and all that it shows, or None if it may be one.

    >>> why_refused("Page not found - Andes Wire", "Try the search.")
    'an error page, not an article: there is no such page'
    >>> why_refused("Page not found, says Pope", "Two men fled.") is None
    True
    """
    parts = {_plain(part).strip(" .!") for part in _TITLE_PARTS.split(title)}
    small = _plain(shown)
    for kind, reason in _REASONS.items():
        named = {phrase.strip(" .!") for phrase in _titles(kind)}
        if not parts.isdisjoint(named) and len(small) <= _SHORT:
            return reason
        if kind != "paywall" and len(small) <= _SHORT and _has_phrase(small, kind):
            return reason
    return None


def _titles(kind: str) -> frozenset[str]:
    return _PHRASES.get(f"{kind}_title", frozenset())


def before_paywall(paragraphs: list[str]) -> tuple[list[str], str | None]:
    """What of a text stands before a paywall, with a note, or why that is no article and no paragraph.

    >>> before_paywall(["Two men fled.", "Subscribe to continue reading."])
    ([], 'not an article: the page gives it to subscribers only')
    """
    at = next((at for at, paragraph in enumerate(paragraphs) if _is_wall(paragraph)), None)
    if at is None or len("".join(paragraphs[at + 1 :])) > _SHORT:
        return paragraphs, None
    kept = [paragraph for paragraph in paragraphs[:at] if not _is_wall(paragraph)]
    return (kept, _CUT) if len("".join(kept)) >= _FEWEST_OF_STORY else ([], _REASONS["paywall"])


def _is_wall(paragraph: str) -> bool:
    return len(paragraph) <= _FEWEST_OF_STORY and _has_phrase(_plain(paragraph), "paywall")


def _has_phrase(small: str, kind: str) -> bool:
    return any(phrase in small for phrase in _PHRASES[kind])


def _plain(text: str) -> str:
    return " ".join(text.translate(_STRAIGHT).lower().split())


def shows_wall(texts: Iterable[str]) -> bool:
    """True if one of the texts of a page is that of a paywall."""
    return any(map(_is_wall, texts))
