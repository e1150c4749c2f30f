"""What the encoder reads: windows of word pieces of a fixed vocabulary, with their letter case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

CLS, SEP, UNKNOWN = 101, 102, 100
MAX_PIECES = 256
"""Pieces of a window, as in training; positions beyond were never learned."""
MAX_PIECES_OF_WORD = 12
"""Pieces of a word that are read, as in training: longer words are addresses and runs of signs."""
CASE_CLASSES = 8
"""Classes of ``case_class``, 0 for CLS and SEP."""
_FINAL = frozenset({".", "!", "?", "…", "。"})
_CLOSING = frozenset({'"', "”", "''", "’", ")", "]"})


class Break(IntEnum):
    """What is known to begin at a word before anything is predicted."""

    NONE = 0
    SENTENCE = 1
    PARAGRAPH = 2


@dataclass(slots=True)
class Window:
    """Pieces that the encoder sees at once.

    ``words`` has the indices of its words, ``first`` and ``last`` those of their pieces in ``ids``.
    """

    ids: list[int] = field(default_factory=lambda: [CLS])
    case: list[int] = field(default_factory=lambda: [0])
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)


def case_class(word: str) -> int:
    """The letter case of a word as a number.

    1 no letters, 2 digits, 3 lower, 4 Title, 5 UPPER, 6 mIxed, 7 one capital.

    >>> [case_class(word) for word in ("—", "1,200", "troops", "Manila")]
    [1, 2, 3, 4]
    >>> [case_class(word) for word in ("NATO", "McCain", "A", "F-16")]
    [5, 6, 7, 6]
    """
    letters = any(map(str.isalpha, word))
    if any(map(str.isdigit, word)):
        return 6 if letters else 2
    if not letters:
        return 1
    if word.isupper():
        return 5 if len(word) > 1 else 7
    if word[0].isupper() and word[1:].islower():
        return 4
    return 6 if any(map(str.isupper, word)) else 3


def make_windows(
    words: Sequence[str], breaks: Sequence[Break], pieces: Callable[[str], list[int]], limit: int = MAX_PIECES
) -> list[Window]:
    """The words in windows of at most ``limit`` pieces, without white space.

    Paragraphs stay whole if they fit. Nothing of the windows depends on any other document: the same
    text gives the same windows.
    """
    room = limit - 2
    windows: list[Window] = []
    used = room + 1
    for paragraph in _paragraphs(words, breaks):
        coded = [(index, pieces(words[index])[:MAX_PIECES_OF_WORD] or [UNKNOWN]) for index in paragraph]
        size = sum(len(ids) for _, ids in coded)
        parts = [coded] if size <= room else _parts(coded, words, breaks, room)
        for part in parts:
            size = sum(len(ids) for _, ids in part)
            separator = bool(windows) and bool(windows[-1].words) and part is parts[0]
            if used + size + separator > room:
                windows.append(Window())
                used, separator = 0, False
            _extend(windows[-1], part, words, separator)
            used += size + separator
    for window in windows:
        window.ids.append(SEP)
        window.case.append(0)
    return windows


def _paragraphs(words: Sequence[str], breaks: Sequence[Break]) -> Iterator[list[int]]:
    paragraph: list[int] = []
    for index, word in enumerate(words):
        if breaks[index] == Break.PARAGRAPH and paragraph:
            yield paragraph
            paragraph = []
        if not word.isspace():
            paragraph.append(index)
    if paragraph:
        yield paragraph


def _parts(
    coded: list[tuple[int, list[int]]], words: Sequence[str], breaks: Sequence[Break], room: int
) -> list[list[tuple[int, list[int]]]]:
    """A paragraph that is too long, cut at what seems to be a sentence start, or anywhere if none is."""
    parts: list[list[tuple[int, list[int]]]] = [[]]
    size, cut, size_at_cut = 0, 0, 0
    for index, ids in coded:
        part = parts[-1]
        if part and (breaks[index] or _seems_start(words, part, index)):
            cut, size_at_cut = len(part), size
        if size + len(ids) > room:
            at, dropped = (cut, size_at_cut) if cut else (len(part), size)
            parts.append(part[at:])
            del part[at:]
            size, cut, size_at_cut = size - dropped, 0, 0
        parts[-1].append((index, ids))
        size += len(ids)
    return parts


def _seems_start(words: Sequence[str], part: list[tuple[int, list[int]]], index: int) -> bool:
    before = words[part[-1][0]]
    if before in _CLOSING and len(part) > 1:
        before = words[part[-2][0]]
    return before in _FINAL and not words[index].islower() and words[index] not in _CLOSING


def _extend(window: Window, part: list[tuple[int, list[int]]], words: Sequence[str], separator: bool) -> None:
    if separator:
        window.ids.append(SEP)
        window.case.append(0)
    for index, ids in part:
        window.words.append(index)
        window.first.append(len(window.ids))
        window.ids += ids
        window.case += [case_class(words[index])] * len(ids)
        window.last.append(len(window.ids) - 1)
