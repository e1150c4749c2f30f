"""Floors under the figures of ``benchmarks/quantities.py`` with the small model; needs the shared data.

The floors of both models that must not be lowered by the way are in ``tests/gate``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.quantities import metrics, news_quant
from benchmarks.shared import Shared

FLOORS = {"value.f1": 0.935, "value+unit.f1": 0.905, "value+change.f1": 0.87, "currency.f1": 0.91, "hard": 0.8}


def test_figures_on_newsquant_and_hard_cases(shared: Path, parser: Any) -> None:
    found = metrics(news_quant(Shared(shared)), parser, "fast")
    now = {name: found[f"quantities.fast.{name}"].value for name in FLOORS}
    assert {name: value for name, value in now.items() if value < FLOORS[name]} == {}
