"""What is held against the gold: the tables of a run, or what another annotator has marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from factx.check.gold import Row, as_rows, is_gold, read_gold
from factx.tables import read_tables


@dataclass(slots=True)
class Predicted:
    """The rows of one article: facts, officials, and the codes of the nations that it names."""

    facts: list[Row] = field(default_factory=list)
    officials: list[Row] = field(default_factory=list)
    nations: set[str] = field(default_factory=set)


def read_predicted(folder: str | Path) -> dict[str, Predicted]:
    """Read what is in a folder of tables or of gold, by the name of the article.

    An article is called as its file is, without folder and ending. Raises ``InputError`` for a folder
    that has neither.
    """
    path = Path(folder)
    return _of_gold(path) if is_gold(path) else _of_tables(path)


def _of_gold(path: Path) -> dict[str, Predicted]:
    return {
        item.id: Predicted(list(as_rows(item)), list(item.officials or ()), set(item.nations or ()))
        for item in read_gold(path)
    }


def _of_tables(path: Path) -> dict[str, Predicted]:
    tables = {
        name: rows_of(frame)
        for name, frame in read_tables(path, ["articles", "facts", "officials", "mentions"]).items()
    }
    names = {row["article_id"]: name_of(row) for row in tables["articles"]}
    found = {name: Predicted() for name in names.values()}
    for row in tables["facts"]:
        found[names[row["article_id"]]].facts.append(row)
    for row in tables["officials"]:
        found[names[row["article_id"]]].officials.append(row)
    for row in tables["mentions"]:
        if row["iso3"] is not None:
            found[names[row["article_id"]]].nations.add(row["iso3"])
    return found


def name_of(article: Row) -> str:
    """The name of an article by its row: that of its file, or its id.

    >>> name_of({"article_id": "a1", "path": "news/raid.json"})
    'raid'
    """
    return PurePath(article["path"] or article["article_id"]).stem


def rows_of(frame: Any) -> Sequence[dict[str, Any]]:
    """The rows of a frame as dictionaries, None where a cell is empty."""
    plain = frame.astype(object)
    rows: Sequence[dict[str, Any]] = plain.where(frame.notna(), None).to_dict("records")
    return rows
