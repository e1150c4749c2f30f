"""``factx diff``: what two runs wrote differently."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factx.base import TOLLS
from factx.commands._options import number_of
from factx.commands._terminal import shown

if TYPE_CHECKING:
    from pathlib import Path

    from factx.tables import Difference, Row

HELP = "compare the tables of two runs: rows added, removed and changed, cell by cell"
SHOWN_ROWS = 10
"""Rows of each sort that are shown without --limit: the changes of a small edit fit on a screen."""
_WITNESSES = ("value_text", "text", "name", "message")
"""Columns that show a reader which row it is; a table has one of them at most."""
_ABOUT = {
    "claims": ("kind", "best", "currency", "agent", "object", "recipient", "location", "month"),
    "events": ("incident", "location", "country", "month", *TOLLS),
}
"""Columns that say what a row is about whose key is an id: an id alone tells a reader nothing."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.epilog = (
        "Rows are matched by what they are about: a fact by article, kind and offsets; their order does not matter. "
        "Exit code: 0 the same, 1 different, 2 the folders cannot be compared."
    )
    parser.add_argument("old", metavar="OLD", help="a folder of CSV tables that factx extract wrote")
    parser.add_argument("new", metavar="NEW", help="the folder to compare it with")
    parser.add_argument("--table", metavar="NAME", help="compare this table only: facts")
    parser.add_argument(
        "--limit",
        metavar="N",
        type=number_of("rows", least=0),
        help=f"show N rows of each sort in a table (default: {SHOWN_ROWS}; with --json: all)",
    )
    parser.add_argument("--json", action="store_true", help="print JSON, with the whole of each row")


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 1 if the tables differ, else 0."""
    from pathlib import Path

    from factx.tables import compare

    old, new = Path(options.old), Path(options.new)
    found = compare(old, new, options.table)
    if options.json:
        print(_as_json(found, options.limit))
    else:
        for line in report(found, _article_paths(old, new), SHOWN_ROWS if options.limit is None else options.limit):
            print(shown(line))
    return 1 if any(found) else 0


def report(found: Sequence[Difference], paths: Mapping[str, str], limit: int) -> Iterator[str]:
    """Yield the lines for a reader: for each table its counts, then its rows with their sentences.

    At most ``limit`` rows of each sort; a changed row shows its old and new cells. ``paths`` gives the
    path of an article by its id.
    """
    for item in filter(None, found):
        yield f"{item.table}: {_counts(item)}"
        for sign, rows in (("-", item.removed), ("+", item.added)):
            for row in rows[:limit]:
                yield f"  {sign} {_label(item.table, row, paths)}"
                yield from _sentence(row)
            yield from _more(rows, limit)
        for change in item.changed[:limit]:
            yield f"  ~ {_label(item.table, change.row, paths)}"
            yield from (
                f"      {name}: {old or '(empty)'} → {new or '(empty)'}" for name, (old, new) in change.cells.items()
            )
            yield from _sentence(change.row)
        yield from _more(item.changed, limit)
    same = [item.table for item in found if not item]
    if same:
        yield f"the same: {', '.join(same)}"


def _counts(item: Difference) -> str:
    counts = {"removed": len(item.removed), "added": len(item.added), "changed": len(item.changed)}
    parts = [f"{count} {what}" for what, count in counts.items() if count]
    cells = Counter(name for change in item.changed for name in change.cells)
    if cells:
        parts[-1] += f" ({', '.join(f'{name} {count}' for name, count in cells.most_common())})"
    if item.absent:
        parts.append(f"no such table in the {item.absent} folder")
    return ", ".join(parts)


def _label(table: str, row: Row, paths: Mapping[str, str]) -> str:
    """What tells a row from others, for a reader: path, offsets, words, or what it is about."""
    from factx.tables import natural_key

    known = {name: row[name] for name in natural_key(table) if name != "sentence"}
    article = known.pop("article_id", None)
    start, end = known.pop("char_start", None), known.pop("char_end", None)
    parts = [paths.get(article, article) if article else "", f"{start}-{end}" if start else "", *known.values()]
    told = [f"{name} {row[name]}" if name in TOLLS else row[name] for name in _ABOUT.get(table, ()) if row.get(name)]
    words = [_on_one_line(row[name]) for name in _WITNESSES if name in row]
    return " ".join(filter(None, [*parts, *words, " · ".join(map(_on_one_line, told))]))


def _sentence(row: Row) -> Iterator[str]:
    if row.get("sentence"):
        yield f"      | {_on_one_line(row['sentence'])}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _more(rows: Sequence[Any], limit: int) -> Iterator[str]:
    if len(rows) > limit:
        yield f"  … and {len(rows) - limit} more; to see them, use --limit {len(rows)}"


def _article_paths(*folders: Path) -> dict[str, str]:
    """The path of each article by its id, as far as the folders have it."""
    from factx.tables import read_cells

    files = [folder / "articles.csv" for folder in folders]
    return {row["article_id"]: row["path"] for file in files if file.is_file() for row in read_cells(file).rows}


def _as_json(found: Sequence[Difference], limit: int | None) -> str:
    import json

    tables = {
        item.table: {
            "absent": item.absent,
            "removed": [_known(row) for row in item.removed[:limit]],
            "added": [_known(row) for row in item.added[:limit]],
            "changed": [
                {
                    "row": _known(change.row),
                    "cells": {
                        name: {"old": old or None, "new": new or None} for name, (old, new) in change.cells.items()
                    },
                }
                for change in item.changed[:limit]
            ],
        }
        for item in found
    }
    return json.dumps({"same": not any(found), "tables": tables}, indent=2, ensure_ascii=False)


def _known(row: Row) -> dict[str, str | None]:
    """A row with its empty cells as null."""
    return {name: text or None for name, text in row.items()}
