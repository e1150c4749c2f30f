"""Tables spoiled on purpose: hostile words in their cells, and a conflict."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

HOSTILE = "</script><img src=x onerror=\"document.title='taken'\"><b>{{ 7*7 }}</b> & '\" \u2028 –"
"""What must be shown as it is: ends of scripts, handlers, tags, templates, quotes, odd line ends."""


def rewrite(path: Path, change: Any) -> None:
    """Change the rows of a table of CSV; ``change`` gets them as a list of mappings."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def contradict(claims: list[dict[str, str]], facts: list[dict[str, str]]) -> None:
    """Make a conflict of the first two facts about the dead."""
    first, second = [row for row in facts if row["kind"] == "killed"][:2]
    claims[1] |= {"conflict": "true", "conflict_fact_1": first["fact_id"], "conflict_fact_2": second["fact_id"]}
    claims[1] |= {"conflict_sentence_1": first["sentence"], "conflict_sentence_2": second["sentence"]}
