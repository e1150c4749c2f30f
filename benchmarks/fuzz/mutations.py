"""Changes of a text and of a file's bytes, each by chance of its own: the same number gives the same change."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Change = Callable[[str, random.Random], str]
_NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\d|\b(?:two|three|four|five|nine|ten|twelve|dozen|hundred)\b", re.IGNORECASE)
_DATE = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last \w+|\d+ [A-Z][a-z]+ \d{4})\b")
_MONEY = re.compile(r"[$€£]\s?[\d.,]+(?: (?:million|billion))?|\b[\d.,]+ (?:million|billion) (?:dollars|euros)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_BLANK = re.compile(r"\s+")
MOST_CHARACTERS = 20_000
"""Of a mutated text: beyond it a run sees too few texts."""
_REPEATS = (2, 5, 30, 120)


@cache
def oddities(kind: str) -> tuple[str, ...]:
    """The odd forms of a kind that ``oddities.toml`` lists.

    >>> "²" in oddities("numbers")
    True
    """
    return tuple(tomllib.loads(Path(__file__).with_name("oddities.toml").read_text(encoding="utf-8"))[kind])


def sentences(text: str) -> list[str]:
    """A text cut roughly into sentences.

    >>> sentences("One fled. Two stayed.")
    ['One fled.', 'Two stayed.']
    """
    return [part for part in _SENTENCE.split(text) if part]


def _instead(pattern: re.Pattern[str], kind: str) -> Change:
    """Put an odd form in the place of something that the pattern finds, or anywhere if it finds nothing."""

    def change(text: str, chance: random.Random) -> str:
        found = list(pattern.finditer(text))
        start, end = chance.choice(found).span() if found else (at := _between_words(text, chance), at)
        return text[:start] + chance.choice(oddities(kind)) + text[end:]

    return change


def _inserted(kind: str, loose: bool = False) -> Change:
    """Put an odd form between two words, with blanks around it if ``loose``."""

    def change(text: str, chance: random.Random) -> str:
        at = _between_words(text, chance)
        form = chance.choice(oddities(kind))
        return text[:at] + (f" {form} " if loose else form) + text[at:]

    return change


def _between_words(text: str, chance: random.Random) -> int:
    return chance.choice([0, len(text), *(blank.start() for blank in _BLANK.finditer(text))])


def _within_a_word(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(oddities("unseen")) + text[at:]


def _blank(text: str, chance: random.Random) -> str:
    """Another blank, or none, where one is; sometimes everywhere."""
    blank = chance.choice(oddities("blanks"))
    if chance.random() < 0.1:
        return text.replace(" ", blank)
    at = chance.choice([blank.span() for blank in _BLANK.finditer(text)] or [(0, 0)])
    return text[: at[0]] + blank + text[at[1] :]


def _cut_out(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text[:start] + text[start + chance.choice((1, 1, 3, 10, 60)) :]


def _sentences_moved(text: str, chance: random.Random) -> str:
    parts = sentences(text)
    chance.shuffle(parts)
    return " ".join(parts[: chance.randint(1, max(1, len(parts)))])


def _words_changed(text: str, chance: random.Random) -> str:
    """Words of one sentence left out, told twice, in another order or in other letters."""
    parts = sentences(text)
    if not parts:
        return text
    at = chance.randrange(len(parts))
    words = parts[at].split(" ")
    one = chance.randrange(len(words))
    match chance.randrange(6):
        case 0:
            del words[one]
        case 1:
            words.insert(one, words[one])
        case 2:
            chance.shuffle(words)
        case 3:
            words = [word.upper() for word in words]
        case 4:
            words = [word.title() for word in words]
        case _:
            words = [word.lower() for word in words]
    return " ".join([*parts[:at], " ".join(words), *parts[at + 1 :]])


def _repeated(text: str, chance: random.Random) -> str:
    """A sentence or a word many times over: what takes more than its share of time shows."""
    pieces = sentences(text) if chance.random() < 0.6 else text.split()
    if not pieces:
        return text
    at = chance.randrange(len(pieces))
    joint = chance.choice((" ", ", ", " and ", "\n", ""))
    return " ".join([*pieces[:at], joint.join([pieces[at]] * chance.choice(_REPEATS)), *pieces[at + 1 :]])


CHANGES: Sequence[Change] = (
    _instead(_NUMBER, "numbers"),
    _instead(_NUMBER, "numbers"),
    _instead(_DATE, "dates"),
    _instead(_MONEY, "money"),
    _instead(_NUMBER, "money"),
    _inserted("dates", loose=True),
    _inserted("numbers", loose=True),
    _inserted("money", loose=True),
    _inserted("units", loose=True),
    _inserted("words", loose=True),
    _inserted("words", loose=True),
    _inserted("marks"),
    _inserted("marks", loose=True),
    _inserted("unseen"),
    _inserted("headings"),
    _within_a_word,
    _blank,
    _cut_out,
    _sentences_moved,
    _words_changed,
    _words_changed,
    _repeated,
)


def mutated(text: str, chance: random.Random, pool: Sequence[str]) -> str:
    """The text after one to eight changes; sentences of the ``pool`` come into it."""
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        if chance.random() < 0.15:
            at = _between_words(text, chance)
            text = f"{text[:at]} {chance.choice(pool)} {text[at:]}"
        else:
            text = chance.choice(CHANGES)(text, chance)
    return text[:MOST_CHARACTERS]


@dataclass(frozen=True, slots=True)
class Damage:
    """One change of a file's bytes: at a place (0 to 1 of its length) so many bytes give way to others."""

    place: float
    removed: int
    added: bytes

    def done(self, data: bytes) -> bytes:
        """The bytes with the damage.

        >>> Damage(0.5, 1, b"xy").done(b"abcd")
        b'abxyd'
        """
        at = int(self.place * len(data))
        return data[:at] + self.added + data[at + self.removed :]


_ALL = 2**40
"""More bytes than any file here has: the file breaks off."""


def damage(chance: random.Random, data: bytes) -> Damage:
    """One damage for a file that holds ``data``: a byte, a piece, a sign, a piece of its own, or its end."""
    place = chance.random()
    match chance.randrange(6):
        case 0:
            return Damage(place, 1, bytes([chance.randrange(256)]))
        case 1:
            return Damage(place, chance.choice((1, 2, 10, 200)), b"")
        case 2 | 3:
            return Damage(place, chance.choice((0, 0, 1, 5)), chance.choice(oddities("signs")).encode())
        case 4:
            at = chance.randrange(len(data) + 1)
            return Damage(place, 0, data[at : at + chance.choice((2, 20, 500))] * chance.choice((1, 1, 20)))
        case _:
            return Damage(place, _ALL, b"") if chance.random() < 0.3 else Damage(place, 4, chance.randbytes(4))
