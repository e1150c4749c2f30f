"""What a text tells that says whose money a sum is: its parties, and sums that name their nation."""

from __future__ import annotations

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
