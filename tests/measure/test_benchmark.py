"""Floors under the figures of ``benchmarks/quantities.py``, which may rise but not fall; needs the shared data."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = {"value": 93.5, "value+unit": 90.5, "value+change": 87.0, "currency": 91.0}
HARD_CASES = 32
GOLD_FACTS = 0.97

pytestmark = pytest.mark.skipif(not (SHARED / "data" / "newsquant").is_dir(), reason="needs the shared data")


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    """``benchmarks/quantities.py`` as a module."""
    spec = importlib.util.spec_from_file_location("quantities_benchmark", ROOT / "benchmarks" / "quantities.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_figures_on_newsquant_and_hard_cases(benchmark: ModuleType) -> None:
    scorer = benchmark.load_scorer(SHARED)
    units = scorer.Units(str(SHARED / "tools" / "unit_aliases.json"))
    folder = SHARED / "data" / "newsquant"
    gold = json.loads((folder / "newsquant_dev.json").read_text(encoding="utf-8"))
    found, _, _ = benchmark.predict_factx(list(dict.fromkeys(item["text"] for item in gold)))
    report: dict[str, Any] = benchmark.score(scorer, units, gold, found)
    assert {name: report[name]["F1"] for name, floor in FLOORS.items() if report[name]["F1"] < floor} == {}
    cases = json.loads((folder / "hard_cases_dev.json").read_text(encoding="utf-8"))
    cases = cases if isinstance(cases, list) else cases["cases"]
    assert sum(benchmark.hard_cases_right(scorer, units, cases, found)) >= HARD_CASES


def test_gold_facts_have_their_amounts(benchmark: ModuleType) -> None:
    right, total, wrong = benchmark.check_gold_facts(SHARED)
    assert right / total >= GOLD_FACTS, "\n".join(wrong)
