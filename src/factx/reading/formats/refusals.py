"""Pages that a server gives in place of an article: errors, checks for robots, paywalls.

A story may speak of such things, too: a phrase counts in the title or a short page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.base import lexicon

_PHRASES = lexicon.classes("reading/refusals", column="phrase")
_TITLE_PARTS = re.compile(r"(?<!\s)\s++[-–—|:•·]\s+|(?:(?<!\s)\s++)?[|»]\s*|\.{3}|…")
_SHORT = 1_500
"""Characters: an error page with its advice is shorter."""
_PROSE, _FEWEST_OF_PROSE = 80, 400
"""Characters of a paragraph that tells something, and of all of them in a story, which is no error page."""
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


def why_refused(title: str, shown: str, story: list[str]) -> str | None:
    """Why a page is no article, by its title, all that it shows, and what may be its story; else None.

    >>> why_refused("Page not found - Andes Wire", "Try the search.", [])
    'an error page, not an article: there is no such page'
    >>> why_refused("Page not found, says Pope", "Two men fled.", []) is None
    True
    """
    small, parts = _plain(shown), {_plain(part).strip(" .!") for part in _TITLE_PARTS.split(title)}
    if len(small) > _SHORT or _prose(story) >= _FEWEST_OF_PROSE:
        return None
    for kind, reason in _REASONS.items():
        named = {phrase.strip(" .!") for phrase in _titles(kind)}
        if not parts.isdisjoint(named) or _has_phrase(small, kind):
            return reason
    return None


def _prose(story: list[str]) -> int:
    return sum(len(paragraph) for paragraph in story if len(paragraph) >= _PROSE)


def _titles(kind: str) -> frozenset[str]:
    return _PHRASES.get(f"{kind}_title", frozenset())


def before_paywall(paragraphs: list[str], is_free: bool = True) -> tuple[list[str], str | None]:
    """What of a text stands before a paywall, with a note, or nothing, with the reason.

    ``is_free`` is False if the page says that the text is for subscribers.

    >>> before_paywall(["Two men fled.", "Subscribe to continue reading."])
    ([], 'not an article: the page gives it to subscribers only')
    """
    at = next(_walls(paragraphs), len(paragraphs))
    has_wall = at < len(paragraphs) and len("".join(paragraphs[at + 1 :])) <= _SHORT
    kept = paragraphs[:at] if has_wall else paragraphs
    if not has_wall and is_free:
        return paragraphs, None
    if len("".join(kept)) < _FEWEST_OF_STORY:
        return [], _REASONS["paywall"]
    return kept, _CUT if has_wall else None


def _walls(paragraphs: list[str]) -> Iterator[int]:
    """Yield the places of the paragraphs that ask for a subscription."""
    short = {at: _plain(text) for at, text in enumerate(paragraphs) if len(text) <= _FEWEST_OF_STORY}
    if _has_phrase("\n".join(short.values()), "paywall"):
        yield from (at for at, small in short.items() if _has_phrase(small, "paywall"))


def _has_phrase(small: str, kind: str) -> bool:
    return any(phrase in small for phrase in _PHRASES[kind])


def _plain(text: str) -> str:
    return " ".join(text.translate(_STRAIGHT).lower().split())
