"""What tells whose money a sum is: its parties, the nations named, sums that name theirs."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parties:
    """Who gives a sum and who gets it, as far as a fact says.

    ``givers`` and ``receiver`` are nations (ISO 3166-1 alpha-3); ``international`` marks a giver that
    is a body of several nations, ``named`` one with a name, be its nation known or not; ``day`` is the
    first on which it may have been given (ISO 8601).
    """

    givers: tuple[str, ...] = ()
    receiver: str | None = None
    international: bool = False
    named: bool = False
    day: str | None = None


class NationsNamed:
    """The nations that an article names, by first character and code; ``codes`` has each once.

    >>> NationsNamed([(90, "TCD"), (4, "NER")]).between(0, 90)
    ['NER']
    """

    def __init__(self, named: Iterable[tuple[int, str]] = ()) -> None:
        self._named = sorted(named)
        self.codes = frozenset(iso3 for _, iso3 in self._named)

    def between(self, first: int, last: int) -> list[str]:
        """The nations that are named from one character to another, in text order."""
        start, end = (bisect_left(self._named, (at, "")) for at in (first, last))
        return [iso3 for _, iso3 in self._named[start:end]]


@dataclass(frozen=True, slots=True)
class ToldSum:
    """A sum whose text says whose money it is: its place, its code and the last word of its text."""

    at: int
    currency: str
    word: str

    @classmethod
    def of(cls, at: int, money: str | None, text: str) -> ToldSum | None:
        """Return the sum with a name of money and a text that begins at ``at``; None if it is open."""
        return cls(at, money, text.split()[-1].lower()) if money is not None and money.isupper() else None


class ToldSums:
    """The sums of an article that say whose money they are, in text order.

    >>> marks = ToldSums([ToldSum(4, "DEM", "marks"), ToldSum(40, "USD", "million")])
    >>> marks.last_before(90, {"DEM", "FIM"}, "mark"), marks.last_before(4, {"DEM"}, "mark"), "USD" in marks
    ('DEM', None, True)
    """

    def __init__(self, sums: Iterable[ToldSum] = ()) -> None:
        self._by_code: defaultdict[str, list[ToldSum]] = defaultdict(list)
        for one in sums:
            self._by_code[one.currency].append(one)

    def __contains__(self, currency: object) -> bool:
        return currency in self._by_code

    def last_before(self, end: int, currencies: Iterable[str], name: str) -> str | None:
        """The one of some currencies in which a sum was told last by this name of money."""
        told = (one for code in currencies if code in self for one in [self._last(code, end, name)] if one is not None)
        last = max(told, key=lambda one: one.at, default=None)
        return None if last is None else last.currency

    def _last(self, currency: str, end: int, name: str) -> ToldSum | None:
        sums = self._by_code[currency]
        before = bisect_left(sums, end, key=lambda one: one.at)
        return next((sums[at] for at in reversed(range(before)) if sums[at].word.startswith(name)), None)
