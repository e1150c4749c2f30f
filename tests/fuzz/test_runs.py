"""Accidents of runs by chance: however runs are disturbed, the next one's tables are those of an undisturbed one."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, Phase, settings

from benchmarks.fuzz.accidents import Runs

if sys.platform == "win32":
    pytest.skip("runs are forked", allow_module_level=True)

TestRuns = Runs.TestCase
TestRuns.settings = settings(
    max_examples=4,
    stateful_step_count=7,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
