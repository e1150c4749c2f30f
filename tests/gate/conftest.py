"""All figures of the gate, measured once for a test run; skipped where the shared sets are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import measured
from benchmarks.scores import Metric
from benchmarks.shared import Shared


@pytest.fixture(scope="session")
def figures(shared: Path) -> dict[str, Metric]:
    """The metrics by name."""
    return measured(Shared(shared))
