"""Garbage is searched for seldom while a command runs, in its workers too, and as before afterwards."""

from __future__ import annotations

import gc
from argparse import Namespace
from collections.abc import Sequence

import pytest

from factx.base import rare_collection, without_collection
from factx.cli import main
from factx.run.workers import Work, map_batches

Thresholds = tuple[int, int, int]


def thresholds(batch: Sequence[int]) -> list[Thresholds]:
    return [gc.get_threshold() for _ in batch]


def test_a_command_leaves_it_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    before: Thresholds = gc.get_threshold()
    during: list[Thresholds] = []

    def command(options: Namespace) -> int:
        during.append(gc.get_threshold())
        return 0

    monkeypatch.setattr("factx.commands.rules.run", command)
    assert main(["rules", "list"]) == 0
    assert [first > before[0] for first, _, _ in during] == [True]
    assert gc.get_threshold() == before


def test_it_is_as_before_after_an_error() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="an error"), rare_collection():
        raise ValueError("an error")
    with pytest.raises(ValueError, match="another"), without_collection():
        raise ValueError("another")
    assert gc.get_threshold() == before
    assert gc.isenabled()


def test_workers_search_seldom() -> None:
    work: Work[int, Thresholds] = Work(thresholds, lambda item, reason: (0, 0, 0))
    ours = gc.get_threshold()
    assert [first > ours[0] for first, _, _ in map_batches(work, iter([[1], [2]]), 2)] == [True, True]
