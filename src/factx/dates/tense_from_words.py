"""What the words around an expression tell: sentence, quotation, tense, hours of every day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from factx.base import lexicon
from factx.dates.anchor import Tense

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\]”\"’%])[.!?][\"”’)]*\s+(?=[A-Z“\"‘(\[])|\n")
_FUTURE = (
    r"\b(?:(?:will|won[’']t|shall|would(?! have))(?: (?:not|also|be|have|been|soon|likely|then|only))*(?: [a-z]+)?"
    r"|(?:is|are|am|was|were) (?:going|set|due|scheduled|expected|planned|slated|likely|about|to)"
    r"(?: to)?(?: be)?(?: [a-z]+)?"
    r"|to be [a-z]+|scheduled|slated|upcoming|deadline|due (?:on|in|at|by|next|before|for)"
    r"|(?:plan|expect|hope|intend|aim)s? to(?: [a-z]+)?)\b|[’']ll\b"
)
_HABIT = re.compile(
    r"\b(?:curfews?|daily|nightly|every (?:day|night|morning|evening)|each (?:day|night)|(?:opening|business) hours"
    r"|hours of operation|days a week|open (?:to|from))\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[“”\"\n]")


@dataclass(frozen=True, slots=True)
class Clues:
    """Answers about places in a text; ``tense`` and ``vetoed`` may come from a parse."""

    starts: tuple[int, ...]
    quotes: tuple[tuple[int, int], ...]
    tense: Callable[[int, int], Tense | None]
    habitual: Callable[[int], bool]
    vetoed: Callable[[int, int], bool]

    def sentence(self, at: int) -> int:
        """The running number of the sentence at a character."""
        return bisect_right(self.starts, at) - 1

    def quoted(self, at: int) -> bool:
        """Whether the character lies in a quotation."""
        index = bisect_right(self.quotes, (at, 1 << 60)) - 1
        return index >= 0 and self.quotes[index][0] <= at < self.quotes[index][1]


def text_clues(text: str) -> Clues:
    """Clues from the words alone.

    >>> clues = text_clues("They met on Monday. The vote will be held on Friday.")
    >>> clues.tense(12, 18), clues.tense(45, 51)
    ('past', 'future')
    """
    starts = (0, *(found.end() for found in _SENTENCE_END.finditer(text)))
    ends = (*starts[1:], len(text))

    def bounds(at: int) -> tuple[int, int]:
        index = max(bisect_right(starts, at) - 1, 0)
        return starts[index], min(ends[index], starts[index] + 3000)

    def tense(start: int, end: int) -> Tense | None:
        first, last = bounds(start)
        return _nearest_tense(text[max(first, start - 120) : start], text[end : min(last, end + 100)])

    def habitual(at: int) -> bool:
        first, last = bounds(at)
        return _HABIT.search(text, max(first, at - 200), min(last, at + 200)) is not None

    return Clues(starts, tuple(_quotations(text)), tense, habitual, lambda start, end: False)


def _nearest_tense(before: str, after: str) -> Tense | None:
    """The tense of the verb words nearest to the expression, those of its own clause before those beyond a comma."""
    left = [(len(before) - found.end(), tense) for tense, words in _tenses() for found in words.finditer(before)]
    right = [(found.start() + 15, tense) for tense, words in _tenses() for found in words.finditer(after)]
    return min(left + right, default=(0, None), key=lambda place: place[0])[1]


@lru_cache(maxsize=1)
def _tenses() -> tuple[tuple[Tense, re.Pattern[str]], ...]:
    """The future first: "will be held" is no past."""
    past = "|".join(row["form"] for row in lexicon.read("dates/past_forms"))
    return ("future", re.compile(_FUTURE)), ("past", re.compile(rf"\b(?:{past}|[a-z]{{2,20}}ed)\b"))


def _quotations(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _QUOTE.finditer(text):
        char, at = mark.group(), mark.start()
        if char == "\n":
            opened = None
        elif opened is None and char != "”":
            opened = at
        elif opened is not None and char != "“":
            found.append((opened, at))
            opened = None
    return found
