"""The floors that the finder holds on the annotated articles, with the publication date known."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from factx.dates import find

FLOORS = {"strict": 0.98, "relaxed": 0.98, "type": 0.98, "value": 0.95}


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """What the shared scorer says of the expressions found in the gold articles."""
    gold, out = shared / "gold" / "dev", tmp_path_factory.mktemp("out")
    articles, dates = [], []
    for path in sorted((gold / "dates").glob("*.json")):
        about = json.loads(path.read_text(encoding="utf-8"))
        text = json.loads((gold / "articles" / path.name).read_text(encoding="utf-8"))["text"]
        articles.append([about["id"], path.name])
        found = find(text, about["published"])
        dates += [[about["id"], item.start, item.end, item.text, item.type, item.value or ""] for item in found]
    write(out / "articles.csv", ["article_id", "path"], articles)
    write(out / "dates.csv", ["article_id", "char_start", "char_end", "text", "type", "value"], dates)
    scorer = [sys.executable, str(shared / "tools" / "score_dates.py"), str(gold), str(out), "--json"]
    said: dict[str, dict[str, float]] = json.loads(
        subprocess.run(scorer, capture_output=True, check=True, text=True).stdout
    )
    return said


def write(path: Path, header: list[str], rows: list[list[object]] | list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


@pytest.mark.parametrize("kind", list(FLOORS))
def test_floors_are_held(scores: dict[str, dict[str, float]], kind: str) -> None:
    assert scores[kind]["F1"] >= FLOORS[kind]
