"""A number with what is read around it: what the steps of ``factx.measure`` hand to one another."""

from __future__ import annotations

from dataclasses import dataclass

from factx.base import Bound, QuantityKind
from factx.measure.money import Money
from factx.measure.number_words import Number
from factx.measure.units import PERCENT_UNITS


@dataclass(slots=True)
class Candidate:
    """A number and what the words around it say of it.

    Its text are the lexemes from ``first`` to ``last`` (exclusive); with rate and bound words it ends
    before ``after`` and begins at ``bound_first``. ``low`` and ``high`` are the ends of a range;
    ``low`` alone is the least that a vague number can be. ``equivalent`` is its conversion into
    another money, which itself ``converts``. ``implied`` is the unit of a count that is not said behind
    it. ``dropped`` marks codes and scores.
    """

    first: int
    last: int
    after: int
    number: Number
    value: float | None
    low: float | None = None
    high: float | None = None
    money: Money | None = None
    unit: str | None = None
    implied: str | None = None
    per: str | None = None
    bound: Bound = "exact"
    bound_first: int = 0
    change: str | None = None
    is_range: bool = False
    dashed: bool = False
    equivalent: Candidate | None = None
    converts: bool = False
    dropped: bool = False

    @property
    def kind(self) -> QuantityKind:
        """What sort of quantity it is, as far as the text alone says."""
        if self.money is not None:
            return "money"
        if self.unit in PERCENT_UNITS:
            return "percent"
        return "count" if self.unit is None else "measure"
