"""What is held against the gold: the tables of a run, or what another annotator has marked."""

from __future__ import annotations

from collections import Counter
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

    Articles are called as ``names_of`` says. Raises ``InputError`` for a folder that has neither.
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
    articles = tables["articles"]
    names = {row["article_id"]: name for row, name in zip(articles, names_of(articles), strict=True)}
    found = {name: Predicted() for name in names.values()}
    for row in tables["facts"]:
        found[names[row["article_id"]]].facts.append(row)
    for row in tables["officials"]:
        found[names[row["article_id"]]].officials.append(row)
    for row in tables["mentions"]:
        if row["iso3"] is not None:
            found[names[row["article_id"]]].nations.add(row["iso3"])
    return found


def names_of(articles: Sequence[Row]) -> list[str]:
    """The names of articles by their rows: that of the file, with the id behind it where several share it.

    >>> names_of([{"article_id": "a1", "path": "news/raid.json"}, {"article_id": "a2", "path": None}])
    ['raid', 'a2']
    >>> names_of([{"article_id": f"a{number}", "path": f"news.json#{number}"} for number in (1, 2)])
    ['news-a1', 'news-a2']
    """
    stems = [PurePath(row["path"] or row["article_id"]).stem for row in articles]
    shared = Counter(stems)
    return [
        f"{stem}-{row['article_id']}" if shared[stem] > 1 else stem for stem, row in zip(stems, articles, strict=True)
    ]


def rows_of(frame: Any) -> Sequence[dict[str, Any]]:
    """The rows of a frame as dictionaries, None where a cell is empty."""
    plain = frame.astype(object)
    rows: Sequence[dict[str, Any]] = plain.where(frame.notna(), None).to_dict("records")
    return rows
