"""What a part hands to the page: prose, tables and charts, as plain data that travels between processes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

NOT_INSTALLED = "not installed: pip install '.[bench]'"


@dataclass(frozen=True)
class Table:
    """A table of cells that are already written out; the first column is text, the others are figures."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Chart:
    """A chart: bars where ``x`` holds names, lines where it holds numbers; ``series`` has a value per ``x``."""

    name: str
    title: str
    x_label: str
    y_label: str
    x: Sequence[str] | Sequence[float]
    series: Mapping[str, Sequence[float]]


@dataclass(frozen=True)
class Section:
    """One part of the page; ``summary`` is its outcome in one line."""

    title: str
    blocks: list[str | Table | Chart] = field(default_factory=list)
    summary: str = ""


def markdown(section: Section, drawn: frozenset[str] = frozenset()) -> str:
    """The section as Markdown; a chart that was not drawn leaves no trace.

    >>> print(markdown(Section("Facts", ["Found.", Table(["", "F1"], [["all", "0.9"]])])))
    ## Facts
    <BLANKLINE>
    Found.
    <BLANKLINE>
    | | F1 |
    |---|---:|
    | all | 0.9 |
    <BLANKLINE>
    """
    parts = [f"## {section.title}"]
    for block in section.blocks:
        if isinstance(block, str):
            parts.append(block)
        elif isinstance(block, Table):
            parts.append(_table(block))
        elif block.name in drawn:
            parts.append(f"![{block.title}](plots/{block.name}.svg)")
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> str:
    rule = "|---|" + "---:|" * (len(table.header) - 1)
    return "\n".join([_row(table.header), rule, *map(_row, table.rows)])


def _row(cells: Sequence[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def share(value: float) -> str:
    """A share with three digits, as scores are written."""
    return f"{value:.3f}"


def count(value: float) -> str:
    """A large number with its thousands set apart."""
    return f"{value:,.0f}"
