"""Many fixed phrases at once: each word is looked up, so that time does not grow with the phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

Span = tuple[int, int]

_OPEN = r"(?<![\w@#/])(?<!\w\.)"
"""Where a phrase can begin: not within a word, an address or an abbreviation."""
_BLANKS = re.compile(r"[^\S ]")


class PhraseFinder:
    """Finds the longest phrases between word boundaries; a space is any one white space.

    A phrase that ends with a hyphen ("Sino-") needs no boundary behind it.

    >>> text = "Nigeria, Nigerian, South Sudan and anti-Niger"
    >>> [text[start:end] for start, end in PhraseFinder(["Niger", "Nigeria", "South Sudan"]).spans(text)]
    ['Nigeria', 'South Sudan', 'Niger']
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        longest_first = sorted(map(_plain, phrases), key=len, reverse=True)
        firsts = "".join(sorted({phrase[0] for phrase in longest_first}))
        self._head = re.compile(rf"{_OPEN}[{re.escape(firsts)}](?:(?<=\w)\w+)?" if firsts else r"(?!)")
        self._by_head: dict[str, list[str]] = {}
        for phrase in longest_first:
            head = cast("re.Match[str]", self._head.match(phrase))
            self._by_head.setdefault(head.group(), []).append(phrase)

    def spans(self, text: str) -> list[Span]:
        """Where the phrases stand in the text, in order; none overlaps another."""
        plain = _plain(text)
        found: list[Span] = []
        free = 0
        for head in self._head.finditer(plain):
            phrases = self._by_head.get(head.group())
            if phrases is None or head.start() < free:
                continue
            end = next((end for phrase in phrases if (end := _end(plain, phrase, head.start()))), None)
            if end is not None:
                found.append((head.start(), end))
                free = end
        return found


def _plain(text: str) -> str:
    """The text with one sort of blank and of apostrophe, as long as before."""
    return _BLANKS.sub(" ", text.replace("’", "'"))


def _end(text: str, phrase: str, start: int) -> int | None:
    """Where a phrase that begins at ``start`` ends; None if the text goes on otherwise."""
    end = start + len(phrase)
    if not text.startswith(phrase, start) or (phrase[-1] != "-" and _is_word(text[end : end + 1])):
        return None
    return end


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
