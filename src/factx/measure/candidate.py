"""What the steps of ``factx.measure`` hand to one another: a number with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from factx.base import Bound, QuantityKind
from factx.measure.money import Money
from factx.measure.number_words import Number
from factx.measure.units import PERCENT_UNITS


@dataclass(slots=True)
class Candidate:
    """A number with what stands around it; ``first`` and ``last`` are the lexemes of its text, ``after``
    the next one.

    ``low`` and ``high`` are the ends of a range, or ``low`` the least that a vague number stands for.
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
    per: str | None = None
    bound: Bound = "exact"
    bound_first: int = 0
    change: str | None = None
    change_word: int | None = None
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
