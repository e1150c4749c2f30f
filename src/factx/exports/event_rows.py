"""Events in the columns of a data set of conflicts: a row an event, and why others are left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from factx.exports.evidence import Evidence, evidence_of
from factx.exports.rows import Exported, Row, Tables, csv_text, days_between, rows_of

Cells = Callable[[Row, Evidence], "dict[str, Any] | str"]
"""The cells of an event by column, or why it is left out."""


def events_in(tables: Tables, columns: Sequence[str], cells_of: Cells) -> Exported:
    """Return the events that ``cells_of`` puts into the columns of a standard."""
    done, found, lines = Exported(), evidence_of(tables), []
    for row in rows_of(tables["events"]):
        cells = cells_of(row, found.get(row["event_id"], Evidence()))
        if isinstance(cells, str):
            done.left_out[cells] += 1
        else:
            lines.append([cells.get(name) for name in columns])
    done.content = csv_text([columns, *lines]).encode("utf-8")
    done.rows = len(lines)
    return done


def of_another(row: Row) -> str:
    """Why an event is left out whose incident the standard does not cover."""
    return "of other incidents" if "incident" in row else "whose incident is not told"


def precision_of_day(row: Row, codes: Sequence[tuple[int, int]]) -> int | None:
    """The first code whose days are as many as an event's; None for more than any of them."""
    days = days_between(row)
    return None if days is None else next((code for most, code in codes if days <= most), None)
