"""Every figure holds its floor in ``floors.json``; needs the shared sets. To see them all: python -m benchmarks gate"""

from __future__ import annotations

import pytest

from benchmarks.floors import judged, read_floors
from benchmarks.scores import Metric

FLOORS = read_floors()


@pytest.mark.parametrize("metric", sorted(FLOORS))
def test_the_floor_is_held(metric: str, figures: dict[str, Metric]) -> None:
    now = {metric: figures[metric]} if metric in figures else {}
    (verdict,) = judged({metric: FLOORS[metric]}, now)
    assert not verdict.failed, verdict.message()


def test_every_figure_has_a_floor(figures: dict[str, Metric]) -> None:
    new = {name: metric for name, metric in figures.items() if name not in FLOORS}
    assert not new, "\n".join(verdict.message() for verdict in judged({}, new))
