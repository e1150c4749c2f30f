"""The committed tables are what the README's command makes of the committed articles, to the byte.

Where the network's numbers differ in their last bits (a processor of another family), cells that are in doubt
may: there nearly all facts are to be the same.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.processors import MODELS, digest
from factx.base.records import Fact
from factx.cli import main
from factx.tables.csv_format import cell, read_table

KINDS = {"pledge", "troops", "arrest", "killed", "injured", "missing", "displaced", "members"}
ORIGIN = "run.json"
"""It names the versions of the libraries here, and every word list."""
LEAST_EQUAL = 0.95
"""Share of the facts that any processor is to find alike."""


@pytest.fixture(scope="module")
def rounds_alike(root: Path) -> bool:
    """True if the network gives the very numbers here that the committed tables were made of."""
    told = (root / "tests" / "network_digest.txt").read_text(encoding="utf-8").strip()
    return digest(MODELS / "accurate" / "factx_encoder" / "encoder.onnx") == told


@pytest.mark.parametrize("workers", [1, 2])
def test_the_committed_tables_are_made_again_to_the_byte(
    root: Path, tmp_path: Path, workers: int, rounds_alike: bool
) -> None:
    out = tmp_path / "out"
    assert main(["extract", str(root / "data" / "raw"), "-o", str(out), "--workers", str(workers), "--quiet"]) == 0
    made = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    committed = {path.name: path.read_bytes() for path in (root / "data" / "out").iterdir() if path.is_file()}
    assert made.keys() - {ORIGIN} == committed.keys() - {ORIGIN}
    changed = [name for name, content in made.items() if name != ORIGIN and content != committed[name]]
    if rounds_alike:
        assert not changed, "after a change of output: nox -s refresh, and read the difference"
    assert share_equal(root / "data" / "out" / "facts.csv", out / "facts.csv") >= LEAST_EQUAL


def share_equal(one: Path, other: Path) -> float:
    """The share of the facts of one table that the other has, whatever their confidence."""
    first, second = ([replace(fact, confidence=None) for fact in read_table(path, Fact)] for path in (one, other))
    return sum(fact in second for fact in first) / len(first)


def test_facts_that_differ_are_counted(root: Path, tmp_path: Path) -> None:
    facts = root / "data" / "out" / "facts.csv"
    fewer = tmp_path / "facts.csv"
    fewer.write_text("".join(facts.read_text(encoding="utf-8").splitlines(keepends=True)[:-20]), encoding="utf-8")
    assert share_equal(facts, facts) == 1
    assert share_equal(facts, fewer) < LEAST_EQUAL


def test_our_articles_show_every_kind_and_standing(root: Path) -> None:
    facts = list(read_table(root / "data" / "out" / "facts.csv", Fact))
    assert {fact.kind for fact in facts} >= KINDS
    standings = {status: {fact.kind for fact in facts if fact.status == status} for status in {f.status for f in facts}}
    assert standings.keys() >= {"requested", "pledged", "approved", "delivered", "withheld"}
    assert standings.keys() >= {"present", "sent", "planned", "withdrawn"}
    assert {fact.bound for fact in facts} >= {"exact", "at_least", "more_than", "at_most", "about", "range", "vague"}
    assert len({fact.currency for fact in facts}) >= 10
    assert any(fact.fx_source == "no rate" for fact in facts)
    assert any(fact.equivalent_value and fact.implied_fx_rate for fact in facts)
    assert any(fact.value == 0 for fact in facts)
    assert {fact.modality for fact in facts} >= {"asserted", "possible"}


def test_the_table_in_the_readme_is_real(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    lines = text.split("<!-- facts -->\n")[1].split("<!-- /facts -->")[0].splitlines()
    names, _, *rows = ([part.strip() for part in line.strip("|").split("|")] for line in lines)
    facts = read_table(root / "data" / "out" / "facts.csv", Fact)
    real = [[cell(getattr(fact, name)) for name in names] for fact in facts]
    assert len(rows) >= 5
    for row in rows:
        assert row in real


def test_the_library_example_in_the_readme_runs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    (example,) = (block.split("```")[0] for block in (root / "README.md").read_text().split("```python\n")[1:])
    names: dict[str, object] = {"__name__": "__main__"}
    exec(example, names)
    assert names["nlp"]
