"""A folder of news with all that the second step has to set right, and the tables of a run on one machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factx.cli import main

TOWNS = ("Tamale", "Mersin", "Salta", "Gander", "Bergen", "Kochi", "Sousse", "Ambon", "Oruro", "Tartu")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Some thirty articles: short ones, a copy, one text on two days, a foreign one, a broken file."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(24):
        town, other = TOWNS[number % 10], TOWNS[number // 3]
        (folder / f"n{number:02}.txt").write_text(
            f"{town.upper()}, {number + 1} May 2019 - Police in {town} arrested {number + 12} smugglers on Monday, "
            f"officials said.\n\nNorway pledged ${number + 2} million to rebuild {other}, where a flood killed "
            f"{number // 6 + 30} people and left {number + 3},000 homeless."
        )
    (folder / "p.txt").write_text((folder / "n04.txt").read_text())  # a copy, in another partition
    held = "Guards at the harbour of Split held 21 sailors, a spokesman said. Twelve of them came from Chile."
    days = [{"text": held, "date": f"2018-03-{day:02}"} for day in (2, 9, 16)]
    (folder / "q.json").write_text(json.dumps(days[:1]))
    (folder / "r.json").write_text(json.dumps(days[1:]))  # no copies: the days are a week apart
    (folder / "s.txt").write_text("Die Polizei nahm am Montag zwei Männer in der Nähe von Bremen fest, sagte sie.")
    (folder / "t.json").write_text('{"text": ')
    (folder / "u.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    return folder


@pytest.fixture(name="tables")
def tables_of() -> Callable[[Path], dict[str, bytes]]:
    """Reads the files of a folder of tables."""
    return tables


@pytest.fixture
def local(news: Path, tmp_path: Path) -> dict[str, bytes]:
    """The tables that a run on one machine makes of the news."""
    assert main(["extract", str(news), "-o", str(tmp_path / "local"), "--quiet"]) == 1
    return tables(tmp_path / "local")


def tables(folder: Path) -> dict[str, bytes]:
    """The files of a folder of tables, without what says how they were made."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "run.json"}


@pytest.fixture
def merge(tmp_path: Path) -> Callable[[str | Path], dict[str, bytes]]:
    """Puts partitions together, and returns the tables."""

    def merged(partitions: str | Path) -> dict[str, bytes]:
        assert main(["merge", str(partitions), "-o", str(tmp_path / "merged"), "--quiet"]) == 1
        return tables(tmp_path / "merged")

    return merged
