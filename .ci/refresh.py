"""Make again what is made from other files: data/out, the README's table, the rooms in CONTRIBUTING, parts of docs.

Run it by ``nox -s refresh``, and read the difference before you commit it.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from factx.base import lexicon
from factx.base.records import Fact
from factx.cli import main
from factx.tables.csv_format import cell, read_table

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = (
    "kind",
    "agent",
    "value_text",
    "low",
    "high",
    "amount_usd",
    "object",
    "recipient",
    "location",
    "time_start",
    "status",
    "source",
)
SHOWN = ("$3.5 million", "50 million euros", "450", "900", "31", "112", "20 and 25", "214,000", "11", "No one")


def table() -> str:
    facts = list(read_table(ROOT / "data" / "out" / "facts.csv", Fact))
    shown = [next((fact for fact in facts if fact.value_text == text), None) for text in SHOWN]
    rows = [[cell(getattr(fact, name)) for name in COLUMNS] for fact in shown if fact is not None]
    return "".join("| " + " | ".join(row) + " |\n" for row in [list(COLUMNS), ["---"] * len(COLUMNS), *rows])


def rooms() -> str:
    """The rooms as a picture and a table, from src/factx/rooms.toml."""
    described = tomllib.loads((ROOT / "src" / "factx" / "rooms.toml").read_text(encoding="utf-8"))
    rows = [
        f"| `{name}` | {' '.join(room['step'].split(': ', 1)[1].rstrip('.').split())} | {_listed(room['needs'])} "
        f"| {_listed(room['heavy'])} |"
        for name, room in described.items()
    ]
    head = ["| room | what it does | may import | heavy packages |", "| --- | --- | --- | --- |"]
    return "\n".join(["```mermaid", *_flow(described), "```", "", *head, *rows, ""])


def _flow(described: dict[str, Any]) -> list[str]:
    """A Mermaid flow chart: who gives what to whom."""
    lines = ["flowchart TD"]
    lines += [f"    {name}[{room['step'].split(':')[0]}: {name}]" for name, room in described.items() if room["takes"]]
    for name, room in described.items():
        for giver, other in described.items():
            given = [thing for thing in room["takes"] if thing in other["gives"]]
            if given and giver != name:
                lines.append(f"    {giver} -- {', '.join(given)} --> {name}")
    return lines


def _listed(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in names) or "nothing"


def unread() -> str:
    """The kinds of files that are not read, and what to do with each, from the lexicon."""
    kinds: dict[str, list[str]] = {}
    for suffix, advice in lexicon.table("reading/unread_files", "suffix", "advice").items():
        kinds.setdefault(advice, []).append(f"`{suffix}`")
    rows = [f"| {', '.join(names)} | {advice} |" for advice, names in kinds.items()]
    return "\n".join(["| file | what to do |", "|---|---|", *rows, ""])


def figures() -> str:
    """Facts on unseen articles, from benchmarks/RESULTS.md: the table of rules and reader, whole rows and F1 alone."""
    part = (ROOT / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8").split("\n## Rules and reader\n")[1]
    lines = [line for line in part.split("\n## ")[0].splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")][:6] for line in lines]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def event_columns(standard: str) -> str:
    """The columns of ACLED or UCDP GED and what factx writes into them, from the lexicon."""
    listed = [row for row in lexicon.read("exports/event_columns") if row["standard"] == standard]
    rows = [f"| `{row['column']}` | {row['content']} |" for row in listed if not row["content"].startswith("empty")]
    empty: dict[str, list[str]] = {}
    for row in listed:
        if row["content"].startswith("empty"):
            empty.setdefault(row["content"].removeprefix("empty").removeprefix(": "), []).append(f"`{row['column']}`")
    told = [", ".join(names) + (f" ({why})" if why else "") for why, names in empty.items()]
    return "\n".join(["| column | what it holds |", "|---|---|", *rows, "", f"Empty: {'; '.join(told)}.", ""])


def replaced(path: Path, mark: str, content: str) -> None:
    """Put content between the marks of a page."""
    before, rest = path.read_text(encoding="utf-8").split(f"<!-- {mark} -->\n")
    after = rest.split(f"<!-- /{mark} -->")[1]
    path.write_text(f"{before}<!-- {mark} -->\n{content}<!-- /{mark} -->{after}", encoding="utf-8")


def network_digest() -> str:
    """What the default model's network puts out here: data/out is equal to the byte where this is."""
    command = [sys.executable, "-m", "benchmarks.processors", "--digest"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()[0]


if __name__ == "__main__":
    (ROOT / "tests" / "network_digest.txt").write_text(network_digest() + "\n", encoding="utf-8")
    main(["extract", str(ROOT / "data" / "raw"), "-o", str(ROOT / "data" / "out"), "--quiet"])
    replaced(ROOT / "README.md", "facts", table())
    replaced(ROOT / "CONTRIBUTING.md", "rooms", rooms())
    replaced(ROOT / "docs" / "formats.md", "unread", unread())
    replaced(ROOT / "docs" / "facts-and-claims.md", "figures", figures())
    for standard in ("acled", "ucdp"):
        replaced(ROOT / "docs" / "handing-on.md", standard, event_columns(standard))
