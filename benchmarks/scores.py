"""The figures that everything is judged by: precision, recall, F1, and a share with the number of items behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Metric:
    """A share from 0 to 1 (higher is better) and the number of gold items that it is taken over."""

    value: float
    items: int


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 from 0 to 1, and the number of gold items."""

    precision: float
    recall: float
    f1: float
    gold: int


def score(right: int, wrong: int, missed: int) -> Score:
    """The score of counts; nothing found of nothing wanted scores 0.

    >>> score(3, 1, 0)
    Score(precision=0.75, recall=1.0, f1=0.8571428571428571, gold=3)
    """
    return Score(
        right / max(right + wrong, 1),
        right / max(right + missed, 1),
        2 * right / max(2 * right + wrong + missed, 1),
        right + missed,
    )


def score_of(report: Mapping[str, Any]) -> Score:
    """A score as the shared scorers report it: shares as ``p r f1``, or percents as ``P R F1`` with ``hit``.

    >>> score_of({"P": 50.0, "R": 100.0, "F1": 66.7, "hit": 1, "gold": 1}).precision
    0.5
    """
    found = {key.lower(): value for key, value in report.items()}
    scale = 100 if "hit" in found else 1
    return Score(found["p"] / scale, found["r"] / scale, found["f1"] / scale, found.get("gold", 0))
