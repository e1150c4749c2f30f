"""Persons: the model's names made clean, short later mentions tied to the fullest name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factx.base import EntityMention, LinkedBy, lexicon
from factx.who.ages import age_beside
from factx.who.phrase_finder import PhraseFinder
from factx.who.words import HONORIFICS, PARTICLES, STANDING

_POSSESSIVE = re.compile(r"(?:'s|’s|['’])$")
_BREAK = re.compile(r"\s[-–—|]\s|\n")
_TAIL = re.compile(r"(?<![\s,;:–—-])[\s,;:–—-]++$")
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|an|ar|as|ash|at|az)-(?=\w{2})")
_WORD = re.compile(r"[\w.'’-]+")
_LETTER = re.compile(r"\w")
_LOOK_BACK = 3
"""Spans before a place in the text that may still reach over it: names nest no deeper."""
_REMEMBERED = 10_000
"""How many names are kept read: an article has each of its own many times."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A person's name as it stands in the text."""

    start: int
    end: int
    text: str


def link_people(text: str, spans: Iterable[NameSpan]) -> list[EntityMention]:
    """Every mention of a person, in order: the spans given, and all repeats of their surnames in the text.

    A short name is tied to the fullest name that holds all its words; where two persons fit, to the one
    mentioned most so far.

    >>> link_people("Anna de Vries left. De Vries won.", [NameSpan(0, 13, "Anna de Vries")])[-1].key
    'person:anna de vries'
    """
    clean = [span for span in (_clean(span, text) for span in spans) if span is not None]
    roster = Roster(fullest_names(span.text for span in clean))
    repeats = _repeats(text, roster.names, clean)
    found = []
    mentioned_so_far: Counter[str] = Counter()
    for span in sorted([*clean, *repeats], key=lambda item: (item.start, -item.end)):
        name = roster.owner(span.text, mentioned_so_far)
        mentioned_so_far[name] += 1
        linked_by: LinkedBy = "name" if _words(name) == _words(span.text) else "surname"
        written, age = text[span.start : span.end], age_beside(text, span.start, span.end)
        found.append(EntityMention(span.start, span.end, written, "person", key(name), name, None, linked_by, age=age))
    return found


class Roster:
    """Names with the words that they hold, so that a short name finds its long one."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self._bare = [_bare(name) for name in names]
        self._holders: dict[str, list[int]] = {}
        self._fits: dict[str, list[int]] = {}
        for number, words in enumerate(self._bare):
            for word in dict.fromkeys(words):
                self._holders.setdefault(word, []).append(number)

    def holding(self, words: Sequence[str]) -> list[int]:
        """The numbers of the names that hold all the words, in order."""
        lists = sorted((self._holders.get(word, []) for word in words), key=len)
        if not lists:
            return []
        rest = [set(numbers) for numbers in lists[1:]]
        return [number for number in lists[0] if all(number in numbers for numbers in rest)]

    def is_part(self, number: int) -> bool:
        """True if another name holds all the words of this one, and more."""
        words = self._bare[number]
        return any(len(self._bare[other]) > len(words) for other in self.holding(words))

    def owner(self, name: str, mentioned_so_far: Mapping[str, int]) -> str:
        """Return the full name that a short name refers to.

        A matching surname is preferred; ties are broken by the number of mentions so far.
        """
        if name not in self._fits:
            self._fits[name] = self.holding(_bare(without_honorific(name)))
        fits = self._fits[name]
        if not fits:
            return name
        last = _bare(name)[-1]
        surname = [number for number in fits if self._bare[number][-1] == last] or fits
        return max((self.names[number] for number in surname), key=lambda other: mentioned_so_far.get(other, 0))


def key(name: str) -> str:
    """The identity of a person.

    >>> key("Ursula  von der Leyen")
    'person:ursula von der leyen'
    """
    return f"person:{' '.join(_words(name))}"


def fullest_names(names: Iterable[str]) -> list[str]:
    """The names of which none is part of another, in the order of their first appearance.

    >>> fullest_names(["Mr Abe", "Shinzo Abe", "Abe", "Obama"])
    ['Shinzo Abe', 'Obama']
    """
    order = list(dict.fromkeys(without_honorific(name) for name in names))
    named = [name for name in order if _bare(name)]
    roster = Roster(named)
    return [name for number, name in enumerate(named) if not roster.is_part(number)]


@lru_cache(maxsize=_REMEMBERED)
def without_honorific(name: str) -> str:
    """A name without forms of address and possessive.

    >>> without_honorific("Dr. Jane Goodall’s")
    'Jane Goodall'
    """
    words = _POSSESSIVE.sub("", name).split()
    while len(words) > 1 and (words[0].rstrip(".").lower() in HONORIFICS or words[0].lower() in titles()):
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """The single words of offices and ranks, lower case, as the model leaves them before names."""
    words = {word for row in lexicon.read("who/offices") for word in row["office"].lower().split()}
    return frozenset(words | STANDING) - PARTICLES


def _clean(span: NameSpan, text: str) -> NameSpan | None:
    raw = _BREAK.split(text[span.start : span.end], maxsplit=1)[0]
    name = without_honorific(raw)
    at = _place(name.split()[0], raw) if name.split() else -1
    if at < 0 or not any(char.isalpha() for char in name):
        return None
    start = span.start + at
    end = span.start + len(raw) - (len(raw) - len(_TAIL.sub("", _POSSESSIVE.sub("", raw))))
    return NameSpan(start, end, " ".join(text[start:end].split()))


def _place(word: str, text: str) -> int:
    """Where a word stands in a text that does not go on with more letters; -1 if nowhere."""
    at = text.find(word)
    while at >= 0 and _LETTER.match(text, at + len(word)):
        at = text.find(word, at + 1)
    return at


@lru_cache(maxsize=_REMEMBERED)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word.strip(".").lower() for word in _WORD.findall(name.replace("’", "'")))


@lru_cache(maxsize=_REMEMBERED)
def _bare(name: str) -> tuple[str, ...]:
    """The words of a name without the Arabic article ("al-Assad" and "Assad" are one)."""
    return tuple(_ARTICLE.sub("", word) for word in _words(name))


def _repeats(text: str, full: Sequence[str], known: Sequence[NameSpan]) -> list[NameSpan]:
    """Repeats of full names and surnames that no span covers."""
    forms = set()
    for name in full:
        words = name.split()
        forms.add(name)
        if len(words) > 1:
            forms.update(part for part in _surnames(words) if len(part) > 2)
    if not forms:
        return []
    taken = sorted((span.start, span.end) for span in known)
    found = (span for span in PhraseFinder(forms).spans(text) if not _overlaps(span, taken))
    return [NameSpan(start, end, text[start:end]) for start, end in found]


def _surnames(words: Sequence[str]) -> list[str]:
    """The last word, and with the particles before it ("al-Assad", "bin Salman", "Van der Bellen")."""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return [words[-1], " ".join(words[start:])] if words[-1][0].isupper() else [" ".join(words[start:])]


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    from bisect import bisect_left

    at = bisect_left(taken, (span[1], -1))
    return any(end > span[0] for _, end in taken[max(0, at - _LOOK_BACK) : at])
