"""Tables made by hand, small enough to know what each export makes of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from factx.base import ArticleRow, Claim, Event, Fact
from factx.tables.csv_format import header, lines
from factx.tables.datapackage import ALL_TABLES

ARTICLE = "a" + "1" * 16
DAY = "2019-08-14"


@dataclass
class Made:
    """A folder of tables, and the rows that go into it."""

    folder: Path
    rows: dict[str, list[Any]] = field(default_factory=dict)

    def add(self, *rows: Any) -> Made:
        """Add rows to the tables of their records."""
        for row in rows:
            name = next(name for name, record in ALL_TABLES.items() if isinstance(row, record))
            self.rows.setdefault(name, []).append(row)
        return self

    def write(self) -> Path:
        """Write every table."""
        for name, record in ALL_TABLES.items():
            text = header(record) + lines(self.rows.get(name, []), record)
            (self.folder / f"{name}.csv").write_text(text, encoding="utf-8")
        return self.folder


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A folder with one article."""
    row = ArticleRow(ARTICLE, "a.txt", title="Blast in Zaria", published=DAY, publisher="Sahel Post", status="ok")
    return Made(tmp_path).add(row)


def event(number: int, **cells: Any) -> Event:
    """An event of one day in Nigeria."""
    told = {"country": "NGA", "time_start": DAY, "time_end": DAY, "last_reported": DAY, "articles": 1, **cells}
    return Event(event_id=f"v{number:016d}", **told)


def killed(number: int, **cells: Any) -> Fact:
    """A fact of the dead of an event."""
    told = {"kind": "killed", "modality": "asserted", "published": DAY, **cells}
    return Fact(f"f{len(str(cells)):016d}", event_id=f"v{number:016d}", article_id=ARTICLE, **told)


def pledge(number: int, status: str | None = "pledged", **cells: Any) -> tuple[Claim, Fact]:
    """A claim of a pledge, and the fact that tells it."""
    claim = Claim(f"c{number:016d}", kind="pledge", agent="Norway", recipient_country="SDN", last_reported=DAY)
    told: dict[str, Any] = {"agent": "Norway", "recipient": "Sudan", "value_text": "40 million kroner", "value": 4e7}
    told |= {"currency": "NOK", "modality": "asserted", "published": DAY, "sentence": "Norway pledged money.", **cells}
    return claim, Fact(f"f{number:016d}", claim.claim_id, article_id=ARTICLE, kind="pledge", status=status, **told)
