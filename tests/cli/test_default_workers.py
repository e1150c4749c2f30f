"""How many processes share a run if nobody says: few for little, one for each core for much."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.commands import _workers
from factx.commands._workers import MOST, workers_for
from factx.reading import Source


def sources(folder: Path, *sizes: int) -> list[Source]:
    """Files of these sizes, which take no room on the disk."""
    found = []
    for number, size in enumerate(sizes):
        file = folder / f"{number}.txt"
        with file.open("wb") as written:
            written.truncate(size)
        found.append(Source(file.name, str(file)))
    return found


@pytest.mark.parametrize(
    ("sizes", "cores", "expected"),
    [
        ((3_000,), 4, 1),
        ((200_000, 200_000), 4, 1),
        ((300_000, 300_000), 4, 2),
        ((900_000, 900_000), 4, 4),
        ((900_000, 900_000), 1, 1),
        ((9_000_000,), 64, MOST),
    ],
    ids=["an article", "a few", "two cores' worth", "enough for all", "one core", "more than can be fed"],
)
def test_there_are_as_many_as_pay(
    sizes: tuple[int, ...], cores: int, expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_workers, "cores", lambda: cores)
    assert workers_for(sources(tmp_path, *sizes)) == expected


def test_what_comes_through_a_pipe_has_one() -> None:
    assert workers_for([Source("stdin", "-", is_pipe=True)]) == 1


def test_a_file_that_has_gone_is_no_work(tmp_path: Path) -> None:
    assert workers_for([Source("gone.txt", str(tmp_path / "gone.txt"))]) == 1
