"""What is kept of the articles of a run, packed: some 200 bytes each, so that folders may be large.

A list of Python's own objects would take ten times as much. Articles go by their numbers in the
order in which they came; hashes lead to them in open tables of four bytes a place.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

_FEWEST_PLACES = 1_024
"""Places of a table at first: four thousand bytes."""
_GROWTH = 1.5
"""How much larger a full table's successor is."""
_MOST_FILLED = 0.7
"""Share of a table's places that are taken at most: beyond it one looks at many before the right one."""
_SPREAD = 0x9E3779B97F4A7C15
"""Knuth's multiplier (2^64 by the golden ratio): hashes that are near each other go to far places."""
_WHOLE, _HALF = 64, 32
"""Bits of what is hashed, and of a half of it, which is what numbers of a text have."""
_MASK = (1 << _WHOLE) - 1


class Places:
    """Numbers from 0 by hashes; ``hashes_of`` says anew by which ones a number was added."""

    def __init__(self, hashes_of: Callable[[int], Iterable[int]]) -> None:
        self._hashes_of = hashes_of
        self._places = _empty(_FEWEST_PLACES)
        self._taken = 0

    def at(self, hashed: int) -> list[int]:
        """The numbers that may have been added by this hash, in their order, and some others."""
        places, size = self._places, len(self._places)
        found, place = list[int](), _place(hashed, size)
        while held := places[place]:
            found.append(held - 1)
            place = place + 1 if place + 1 < size else 0
        return found

    def add(self, number: int, hashes: Sequence[int]) -> None:
        """Add the next number, which is one more than the last."""
        if self._taken + len(hashes) > _MOST_FILLED * len(self._places):
            self._places = _empty(int(_GROWTH * len(self._places)) + len(hashes))
            for earlier in range(number):
                self._put(earlier, self._hashes_of(earlier))
        self._put(number, hashes)
        self._taken += len(hashes)

    def _put(self, number: int, hashes: Iterable[int]) -> None:
        places, size = self._places, len(self._places)
        for hashed in hashes:
            place = _place(hashed, size)
            while places[place]:
                place = place + 1 if place + 1 < size else 0
            places[place] = number + 1


def _empty(size: int) -> array[int]:
    return array("I", bytes(size * array("I").itemsize))


def _place(hashed: int, size: int) -> int:
    return ((hashed * _SPREAD & _MASK) >> _HALF) % size


class Numbers:
    """A set of numbers of 64 bits."""

    def __init__(self) -> None:
        self._numbers = array("Q")
        self._places = Places(lambda at: (self._numbers[at],))

    def add(self, number: int) -> bool:
        """Add a number; False if it is in the set already."""
        if any(self._numbers[at] == number for at in self._places.at(number)):
            return False
        self._numbers.append(number)
        self._places.add(len(self._numbers) - 1, (number,))
        return True


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of an article, beside its id and its path.

    ``runs`` are the smallest hashes of its runs of words in their order, of 16 bits, ``numbers`` is one
    of its numbers, of 32, and ``day`` counts from the year 1, 0 if it is not known.
    """

    runs: Sequence[int]
    numbers: int
    day: int


class Known:
    """Sketches, ids and paths of articles.

    ``kept`` is how many runs a sketch has at most, ``keys`` how many of them it is found by.
    """

    def __init__(self, kept: int, keys: int) -> None:
        self._kept, self._keys = kept, keys
        self._runs, self._numbers, self._days = array("H"), array("I"), array("i")
        self._ids, self._paths, self._ends = array("Q"), bytearray(), array("I")
        self._places = Places(self._hashes_of)

    def add(self, sketch: Sketch, number: int, path: str) -> None:
        """Keep the sketch of the article with the id ``number`` and that path."""
        self._runs.extend(sketch.runs)
        self._runs.extend([sketch.runs[-1]] * (self._kept - len(sketch.runs)))
        self._numbers.append(sketch.numbers)
        self._days.append(sketch.day)
        self._ids.append(number)
        self._paths += path.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._paths))
        self._places.add(len(self._ids) - 1, _hashes(sketch.runs[: self._keys], sketch.numbers))

    def near(self, sketch: Sketch) -> list[int]:
        """The places of the articles with the same numbers that share one of the first runs, in their order."""
        hashes = _hashes(sketch.runs[: self._keys], sketch.numbers)
        found = {at for hashed in hashes for at in self._places.at(hashed)}
        return sorted(at for at in found if self._numbers[at] == sketch.numbers)

    def sketch(self, at: int) -> Sketch:
        """The sketch of the article at a place."""
        runs = self._runs[at * self._kept : (at + 1) * self._kept]
        return Sketch(list(dict.fromkeys(runs)), self._numbers[at], self._days[at])

    def named(self, at: int) -> tuple[int, str]:
        """The id and the path of the article at a place."""
        start = self._ends[at - 1] if at else 0
        return self._ids[at], self._paths[start : self._ends[at]].decode("utf-8", "surrogatepass")

    def _hashes_of(self, at: int) -> list[int]:
        first = at * self._kept
        return _hashes(dict.fromkeys(self._runs[first : first + self._keys]), self._numbers[at])


def _hashes(runs: Iterable[int], numbers: int) -> list[int]:
    """What a sketch is found by; reports by a pattern (weather, shares) differ in their numbers."""
    return [run << _HALF | numbers for run in runs]
