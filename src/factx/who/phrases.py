"""Many fixed phrases as one pattern: a trie of their characters, so that time does not grow with their number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""


def pattern(phrases: Iterable[str], *, flags: int = 0) -> re.Pattern[str]:
    """A pattern that matches the longest of the phrases between word boundaries; a space matches any one white space.

    A phrase that ends with a hyphen ("Sino-") needs no boundary behind it.

    >>> pattern(["Niger", "Nigeria", "South Sudan"]).findall("Nigeria, Nigerian, South Sudan and anti-Niger")
    ['Nigeria', 'South Sudan', 'Niger']
    """
    trie: dict[str, Any] = {}
    for phrase in phrases:
        node = trie
        for char in phrase:
            node = node.setdefault(char, {})
        node[_END] = {}
    return re.compile(rf"(?<![\w@#/])(?<!\w\.)(?:{_source(trie)})", flags)


def _source(node: dict[str, Any], last: str = "") -> str:
    if len(node) == 1 and _END in node:
        return _boundary(last)
    ends = _END in node
    branches = [_char(char) + _source(child, char) for char, child in sorted(node.items()) if char != _END]
    if ends:
        branches.append(_boundary(last))
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _boundary(last: str) -> str:
    return "" if last == "-" else r"(?!\w)"


def _char(char: str) -> str:
    if char == " ":
        return r"\s"
    return "['’]" if char in "'’" else re.escape(char)
