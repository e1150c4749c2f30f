"""Labels that stand on a line of their own above what they label, at the top of a copied page.

``Published`` above ``21 March 2019`` says what ``Published: 21 March 2019`` says; so do ``Source``
above ``OCHA`` and the like where several such pairs follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factx.base import lexicon
from factx.reading.header_lines import Line, statements

_WORDS = lexicon.classes("reading/header_words")
_DATED = _WORDS["publication"] | _WORDS["update"] | {"on"}
_KEYS = frozenset(lexicon.table("reading/header_keys", "word", "key"))
_LONGEST_LABEL, _LONGEST_VALUE = 30, 80
"""Characters of a label, and of a name below it."""


def labelled(lines: Sequence[Line]) -> list[Line]:
    """The lines, each label joined with its value; pairs that say nothing of the article are left out.

    >>> lines = [Line(0, 9, "Published"), Line(10, 20, "4 May 2020"), Line(21, 31, "Two fled.")]
    >>> [line.text for line in labelled(lines)]
    ['Published 4 May 2020', 'Two fled.']
    """
    pairs = dict(_pairs(lines))
    kept = list[Line]()
    at = 0
    while at < len(lines):
        if at not in pairs:
            kept.append(lines[at])
        elif pairs[at]:
            kept.append(replace(lines[at], end=lines[at + 1].end, text=pairs[at]))
        at += 2 if at in pairs else 1
    return kept


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield the places of labels and what they and their values say, "" for nothing of the article."""
    block: list[tuple[int, str]] = []
    for at in range(len(lines) - 1):
        if block and at == block[-1][0] + 1:
            continue  # the value of the label above
        if (said := _said(lines[at].text, lines[at + 1].text)) is None:
            yield from _sure(block)
            block = []
        else:
            block.append((at, said))
    yield from _sure(block)


def _sure(block: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Pairs that follow each other; of one alone only a day below its label is sure."""
    return block if len(block) > 1 else [(at, said) for at, said in block if _states_day(said)]


def _said(label: str, value: str) -> str | None:
    """What a label and its value say, "" for nothing of the article, or None if they are no pair."""
    word = label.rstrip(" :").lower()
    if len(label) > _LONGEST_LABEL or len(value) > _LONGEST_VALUE or value.endswith((".", ":")):
        return None
    if _DATED.issuperset(word.split()) and _states_day(f"{label.rstrip(' :')} {value}"):
        return f"{label.rstrip(' :')} {value}"
    if word in _WORDS["beside"]:
        return ""
    return f"{word}: {value}" if word in _KEYS else None


def _states_day(said: str) -> bool:
    return any(kind in ("published", "updated") for kind, _ in statements(said))
