"""A ridge logistic regression over the evidence of facts, and how far its probabilities are true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.report import Chart, Table

Matrix = NDArray[Any]
FOLDS = 10
RIDGE = 5.0
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.001)


@dataclass(frozen=True)
class Sample:
    """A fact that was found: its evidence and whether the gold has it."""

    article: str
    variant: str
    found: dict[str, float]
    right: bool


def fitted(rows: Sequence[Sample], names: Sequence[str]) -> Matrix:
    """The weights of a ridge logistic regression, by Newton's method; the bias is not penalised."""
    matrix = np.array([[row.found.get(name, 0.0) for name in names] for row in rows])
    right = np.array([float(row.right) for row in rows])
    penalty = np.diag([0.0 if name == "bias" else RIDGE for name in names])
    weights = np.zeros(len(names))
    for _ in range(50):
        expected = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (right - expected) - penalty @ weights
        curve = (matrix * (expected * (1 - expected))[:, None]).T @ matrix + penalty + 1e-9 * np.eye(len(names))
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def predicted(rows: Sequence[Sample], names: Sequence[str], weights: Matrix) -> Matrix:
    """The probabilities of the facts."""
    matrix = np.array([[row.found.get(name, 0.0) for name in names] for row in rows])
    return np.asarray(1 / (1 + np.exp(-matrix @ weights)))


def crossed(rows: Sequence[Sample], names: Sequence[str]) -> Matrix:
    """The probabilities of the facts by weights that never saw their article."""
    articles = sorted({row.article for row in rows})
    fold = {name: index % FOLDS for index, name in enumerate(articles)}
    found = np.zeros(len(rows))
    for part in range(FOLDS):
        train = [row for row in rows if fold[row.article] != part]
        test = [index for index, row in enumerate(rows) if fold[row.article] == part]
        if test:
            found[test] = predicted([rows[index] for index in test], names, fitted(train, names))
    return found


def shift(rows: Sequence[Sample], found: Matrix) -> float:
    """What to add to the log odds so that the articles are as right on average as is said.

    The hard cases hold more mistakes than news does; they teach which evidence to mistrust, not how much is wrong.
    """
    news = np.array([row.variant not in {"hard cases", "judged"} for row in rows])
    right = np.array([float(row.right) for row in rows])[news]
    odds = np.log(found[news] / (1 - found[news]))
    wanted = (right.sum() + 1) / (len(right) + 2)
    low, high = -10.0, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if (1 / (1 + np.exp(-odds - middle))).mean() < wanted else (low, middle)
    return low


def levelled(rows: Sequence[Sample], found: Matrix) -> Matrix:
    """The probabilities with their average shifted to that of the articles."""
    odds = np.log(found / (1 - found)) + shift(rows, found)
    return np.asarray(1 / (1 + np.exp(-odds)))


@dataclass(frozen=True)
class Bin:
    """Facts of like confidence: how many, how confident on average, what share is right."""

    first: float
    last: float
    facts: int
    confidence: float
    right: float


def reliability(right: Matrix, found: Matrix) -> list[Bin]:
    """The bins that hold facts."""
    bins = []
    for first, last in pairwise(BINS):
        inside = (found >= first) & (found < last)
        if inside.any():
            mean, share = float(found[inside].mean()), float(right[inside].mean())
            bins.append(Bin(first, min(last, 1.0), int(inside.sum()), mean, share))
    return bins


def blocks(
    rows: Sequence[Sample], found: Matrix, title: str, chosen: Callable[[Sample], bool], plotted: bool = False
) -> list[str | Table | Chart]:
    """Brier score, calibration error, area under the curve and the reliability table of the rows chosen."""
    kept = [index for index, row in enumerate(rows) if chosen(row)]
    right = np.array([float(rows[index].right) for index in kept])
    given = found[kept]
    bins = reliability(right, given)
    error = sum(item.facts * abs(item.confidence - item.right) for item in bins) / len(kept)
    always, brier = ((right.mean() - right) ** 2).mean(), ((given - right) ** 2).mean()
    said: list[str | Table | Chart] = [
        f"{title}: {len(kept)} facts, {right.mean():.3f} of them right; Brier score {brier:.4f} (always the average: "
        f"{always:.4f}); expected calibration error {error:.3f}; area under the ROC curve {_area(right, given):.3f}.",
        Table(
            ["confidence", "facts", "mean confidence", "share right"],
            [
                [f"{item.first:.2f} to {item.last:.2f}", str(item.facts), f"{item.confidence:.3f}", f"{item.right:.3f}"]
                for item in bins
            ],
        ),
    ]
    if plotted:
        means = [item.confidence for item in bins]
        series = {"facts found": [item.right for item in bins], "perfect": means}
        said.append(Chart("confidence", "Confidence and truth", "mean confidence", "share right", means, series))
    return said


def _area(right: Matrix, found: Matrix) -> float:
    good, bad = found[right == 1], found[right == 0]
    if not len(good) or not len(bad):
        return float("nan")
    return float((good[:, None] > bad).mean() + (good[:, None] == bad).mean() / 2)
