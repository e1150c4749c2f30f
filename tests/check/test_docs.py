"""The lines of docs/check-and-teach.md run as they stand, one after the other."""

from __future__ import annotations

import csv
import json
import re
import shlex
from pathlib import Path

import pytest

from factx.cli import main

NEWS = {
    "raid.txt": "Police in Salta arrested 33 smugglers on Monday. Two guards were hurt 🙂, a spokesman said.\r\n",
    "loan.txt": "Japan lent Ghana $6 billion for a dam.\n",
    "export.jsonl": "".join(
        json.dumps({"title": town, "date": "2020-05-02", "text": f"A blast in {town} killed {dead} miners."}) + "\n"
        for town, dead in (("Piura", 4), ("Ica", 7))
    ),
}


def test_the_page_runs_from_top_to_bottom(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name, text in NEWS.items():
        (Path("news") / name).write_text(text, encoding="utf-8", newline="")
    page = (root / "docs" / "check-and-teach.md").read_text("utf-8")
    for block in re.findall(r"```sh\n(.*?)```", page, re.DOTALL):
        for line in block.splitlines():
            if "--add" in line:
                fill_in(Path("tables/review.csv"))
            words = shlex.split(line)[1:]
            quick = ["--model", "fast", "--quiet"] if words[0] == "extract" else []
            assert main([*words, *quick]) == 0, line
    told = capsys.readouterr().out
    assert "a very large sum: $6.0 billion" in told
    assert "1 verdict added" in told
    assert re.search(r"^facts +1\.000 \(1\.000-1\.000\)", told, re.MULTILINE)
    assert Path("errors.html").is_file()


def fill_in(path: Path) -> None:
    """Call the first fact of the list right."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0]["verdict"] = "right"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
