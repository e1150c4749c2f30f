"""Counts as a reader is told them: "1 fact", "2 facts"."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural unless it is one.

    >>> counted(1, "conflict"), counted(0, "conflict"), counted(1200, "fact")
    ('1 conflict', '0 conflicts', '1,200 facts')
    """
    return f"{number:,} {plural(number, noun)}"


def plural(number: int, noun: str) -> str:
    """A noun in the form that goes with a number.

    >>> plural(1, "word"), plural(2, "word")
    ('word', 'words')
    """
    return noun if number == 1 else f"{noun}s"
