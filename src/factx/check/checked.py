"""Verdicts on facts that people have checked: the file ``checked.csv`` beside the tables.

A row names a fact by its id, which is the same in every run, and keeps what the fact said when it
was checked. So a verdict survives the next run, and a fact that says something else by then is told
of.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from factx.base import InputError, OutputError
from factx.check.review import Worth
from factx.tables import cell, original, quoted

CHECKED = "checked.csv"
"""The name of the file in the folder of the tables."""
Verdict = Literal["right", "wrong", "corrected"]
SAID = (
    *("kind", "value_text", "value", "low", "high", "bound", "currency", "agent", "object", "recipient", "location"),
    *("time_start", "time_end", "status", "modality", "source"),
)
"""What a fact says, as far as it can be checked in its sentence."""
AMOUNT = frozenset(("kind", "value", "low", "high", "currency"))
"""Cells that make a fact wrong as such if they are: kind and amount."""
COLUMNS = ("fact_id", "verdict", "corrected", "note", *SAID, "sentence")
_Z = 1.96
"""The normal quantile of an interval of 95 %."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A verdict.

    ``corrected`` has the cells that were wrong, as they should be; ``said`` those of the time.
    """

    fact_id: str
    verdict: Verdict
    corrected: Mapping[str, str]
    note: str
    said: Mapping[str, str]

    def changes(self, fact: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
        """The cells in which a fact now differs from what it said: old and new text."""
        now = {name: cell(fact.get(name)) for name in self.said}
        return {name: (old, now[name]) for name, old in self.said.items() if old != now[name]}

    @property
    def is_fact(self) -> bool:
        """True if kind and amount are right, whatever else was corrected."""
        return self.verdict == "right" or (self.verdict == "corrected" and not AMOUNT & set(self.corrected))


class Share(NamedTuple):
    """How many of how many, with Wilson's interval of 95 %."""

    name: str
    right: int
    of: int
    low: float
    high: float


def read_checked(path: str | Path) -> list[Checked]:
    """Read the rows with a verdict; the last of an id counts.

    Raises ``InputError`` for a file without the columns ``fact_id`` and ``verdict``, an unknown verdict
    and a correction of a column that facts lack.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    if rows and not {"fact_id", "verdict"} <= set(rows[0]):
        raise InputError(f"{path}: needs the columns fact_id and verdict; factx review writes them")
    found = [_row(row, f"{path}, row {number}") for number, row in enumerate(rows, 2) if (row["verdict"] or "").strip()]
    return list({item.fact_id: item for item in found}.values())


def _row(row: Mapping[str, str], where: str) -> Checked:
    verdict = row["verdict"].strip().lower()
    if verdict not in get_args(Verdict):
        raise InputError(f"{where}: '{verdict}' is no verdict; write {', '.join(get_args(Verdict))}")
    return Checked(
        row["fact_id"],
        verdict,  # type: ignore[arg-type]  # one of them, as was just asked
        _corrections(row.get("corrected") or "", where),
        original(row.get("note") or ""),
        {name: row[name] for name in SAID if row.get(name) is not None},
    )


def _corrections(text: str, where: str) -> dict[str, str]:
    """Cells from ``agent=police; location=Lima``."""
    parts = [part.partition("=") for part in original(text).split(";") if part.strip()]
    found = {name.strip(): value.strip() for name, _, value in parts}
    unknown = sorted(set(found) - {*SAID, "purpose", "agent_country", "recipient_country"})
    if unknown:
        raise InputError(f"{where}: facts have no column '{unknown[0]}'; write such as agent=police; location=Lima")
    return found


def write_checked(path: Path, items: Iterable[Checked], facts: Mapping[str, Mapping[str, Any]]) -> None:
    """Write the file; what a fact said is taken from ``facts`` where the verdict does not know it."""
    lines = [",".join(COLUMNS)]
    for item in items:
        fact = facts.get(item.fact_id, {})
        said = item.said or {name: cell(fact.get(name)) for name in SAID}
        corrected = "; ".join(f"{name}={value}" for name, value in item.corrected.items())
        cells = [item.fact_id, item.verdict, cell(corrected), cell(item.note)]
        cells += [said.get(name, "") for name in SAID] + [cell(fact.get("sentence"))]
        lines.append(",".join(map(quoted, cells)))
    _write(path, lines)


def write_worth(path: Path, items: Sequence[Worth]) -> None:
    """Write the list of facts to check, with empty cells for the verdicts."""
    first = ("fact_id", "verdict", "corrected", "note", "points", "reasons", "path")
    lines = [",".join((*first, "confidence", "rule", *SAID, "sentence"))]
    for item in items:
        cells = [str(item.fact["fact_id"]), "", "", "", f"{item.points:g}", cell("; ".join(item.reasons))]
        rest = ("path", "confidence", "rule", *SAID, "sentence")
        lines.append(",".join(map(quoted, [*cells, *(cell(item.fact.get(name)) for name in rest)])))
    _write(path, lines)


def _write(path: Path, lines: Sequence[str]) -> None:
    try:
        part = path.with_suffix(".part")
        part.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
        part.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error


def precision(items: Sequence[Checked], facts: Mapping[str, Mapping[str, Any]]) -> list[Share]:
    """The share of checked facts whose kind and amount are right, in all and by kind.

    The last is the share of those of which every cell is right. Only verdicts on facts that still
    say what they said count.
    """
    valid = [item for item in items if item.fact_id in facts and not item.changes(facts[item.fact_id])]
    kinds = sorted({str(facts[item.fact_id]["kind"]) for item in valid})
    groups = {kind: [item for item in valid if facts[item.fact_id]["kind"] == kind] for kind in kinds}
    return [
        share("facts", sum(item.is_fact for item in valid), len(valid)),
        *(share(f"  {kind}", sum(item.is_fact for item in group), len(group)) for kind, group in groups.items()),
        share("all cells", sum(item.verdict == "right" for item in valid), len(valid)),
    ]


def share(name: str, right: int, of: int) -> Share:
    """A share with its interval.

    >>> share("facts", 9, 10)
    Share(name='facts', right=9, of=10, low=0.596, high=0.982)
    """
    if not of:
        return Share(name, 0, 0, 0.0, 1.0)
    p, spread = right / of, _Z * _Z / of
    middle, width = p + spread / 2, _Z * math.sqrt(p * (1 - p) / of + spread / (4 * of))
    return Share(name, right, of, round((middle - width) / (1 + spread), 3), round((middle + width) / (1 + spread), 3))
