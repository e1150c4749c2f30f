"""Every bad input has its status and its message; none costs the others, none is a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factx.base.records import Failure
from factx.reading.article import Article
from factx.reading.files import read_source
from factx.reading.formats import UnreadFiles
from factx.reading.sources import find_sources
from tests.io.bad_inputs import BAD, Bad

Item = Article | Failure
FEWEST = 80


@pytest.fixture(autouse=True)
def low_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that the stand-ins of bombs pass."""
    monkeypatch.setattr("factx.reading.formats.limits.ALWAYS_ALLOWED", 50_000)
    monkeypatch.setattr("factx.reading.formats.limits.MOST_TIMES", 2)


def written(folder: Path, bad: Bad) -> None:
    """Write the file, or skip the test where no file may have its name."""
    try:
        (folder / bad.name).write_bytes(bad.data)
    except (OSError, ValueError):
        pytest.skip("no file can have this name here")


def status_of(item: Item) -> str:
    if isinstance(item, Failure):
        return "failed"
    return "skipped" if item.skipped else "ok"


def said_of(items: list[Item]) -> Iterator[str]:
    for item in items:
        yield (item.message if isinstance(item, Failure) else f"{item.skipped} {item.note}") or ""


def parameters() -> Iterator[Any]:
    for bad in BAD:
        marks = [pytest.mark.xfail(reason=bad.fails, strict=True)] if bad.fails else []
        yield pytest.param(bad, id=bad.phenomenon, marks=marks)


def test_there_are_enough_of_them() -> None:
    assert len({bad.phenomenon for bad in BAD}) == len({bad.name for bad in BAD}) == len(BAD) >= FEWEST


@pytest.mark.parametrize("bad", list(parameters()))
def test_a_bad_input_has_its_status_and_message(tmp_path: Path, bad: Bad) -> None:
    written(tmp_path, bad)
    unread = UnreadFiles()
    (source,) = find_sources([tmp_path])
    items = list(read_source(source, unread=unread))
    assert all(str(item.path).isascii() or str(item.path).encode("utf-8") for item in items)
    said = " | ".join([*said_of(items), *unread.kinds])
    assert " ".join(map(status_of, items)) + "ignored" * bool(unread.kinds) == bad.status, said
    assert bad.says in said
    assert any(bad.text in getattr(item, "text", "") for item in items) or not bad.text
