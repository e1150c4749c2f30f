"""What is worth checking and why; verdicts survive the next run, and what changed since is told."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factx.base import Claim, InputError
from factx.check import read_checked, read_facts, worth_checking
from factx.cli import main
from tests.check.conftest import BLAST, FACTS, GIFT, HELD, HURT, Write

FIRST, SECOND = replace(BLAST, fact_id="f1", event_id="v1"), replace(BLAST, fact_id="f2", event_id="v1", value=40.0)
BIG = replace(GIFT, amount_usd=5.4e9)
REASONS: dict[str, tuple[list[Any], dict[str, list[str]]]] = {
    "a sure fact by a rule": ([HELD], {}),
    "unsure, and by the reader alone": (
        [HURT],
        {HURT.fact_id or "": ["low confidence: 0.61", "found by the language model alone"]},
    ),
    "a large sum": ([BIG], {BIG.fact_id or "": ["a very large sum: $5.4 billion"]}),
    "tolls alike": ([FIRST, replace(SECOND, value=6.0)], {}),
    "a toll that grew": (
        [replace(FIRST, published="2020-05-01"), replace(SECOND, value=15.0, published="2020-05-04")],
        {},
    ),
    "a toll far from the others": (
        [FIRST, replace(FIRST, fact_id="f3"), SECOND],
        {"f2": ["other reports of the event at that time say about 4"]},
    ),
    "a conversion far from the rate": (
        [replace(GIFT, equivalent_value=9e6, equivalent_currency="USD", amount_usd=5.5e6)],
        {GIFT.fact_id or "": ["the text says $9,000,000, the exchange rate gives $5,500,000"]},
    ),
    "a conversion near the rate": (
        [replace(GIFT, equivalent_value=5.6e6, equivalent_currency="USD", amount_usd=5.5e6)],
        {},
    ),
}


@pytest.mark.parametrize("name", REASONS)
def test_a_fact_is_listed_with_its_reasons(name: str, tables: Write) -> None:
    facts, wanted = REASONS[name]
    found = {item.fact["fact_id"]: item.reasons for item in worth_checking(*read_facts(tables(facts=facts)))}
    assert set(found) == set(wanted)
    for fact, reasons in wanted.items():
        for reason, start in zip(found[fact], reasons, strict=True):
            assert reason.startswith(start)


def test_both_facts_of_a_conflict_are_listed(tables: Write) -> None:
    claim = Claim(claim_id="c1", kind="killed", conflict=True, conflict_fact_1="f1", conflict_fact_2="f2")
    found = worth_checking(*read_facts(tables(facts=[FIRST, replace(SECOND, value=5.0)], claims=[claim])))
    assert [item.fact["fact_id"] for item in found] == ["f1", "f2"]


def listed(folder: Path) -> list[dict[str, str]]:
    with open(folder / "review.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def judge(folder: Path, **verdicts: str) -> Path:
    rows = listed(folder)
    for row in rows:
        row["verdict"] = verdicts.get(row["kind"], "")
        row["corrected"] = "agent=miners" if row["verdict"] == "corrected" else ""
    with open(folder / "review.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return folder / "review.csv"


def test_verdicts_survive_the_next_run(tables: Write, capsys: pytest.CaptureFixture[str]) -> None:
    unsure = [replace(fact, confidence=0.5) for fact in FACTS]
    folder = tables(facts=unsure)
    assert main(["review", str(folder)]) == 0
    assert len(listed(folder)) == 4
    file = judge(folder, arrest="right", injured="wrong", pledge="corrected")
    assert main(["review", str(folder), "--add", str(file)]) == 0
    assert [row["kind"] for row in listed(folder)] == ["killed"]
    capsys.readouterr()

    changed = replace(unsure[3], agent="Sweden")
    tables(facts=[unsure[0], unsure[1], changed])  # the next run: one is gone, one says something else
    assert main(["review", str(folder)]) == 0
    told = capsys.readouterr().out
    assert f"gone: {HURT.fact_id}, checked as wrong: injured 11" in told
    assert f"changed: {GIFT.fact_id}, checked as corrected: agent Norway → Sweden" in told
    assert sorted(row["kind"] for row in listed(folder)) == ["killed", "pledge"]


def test_verdicts_that_are_not_kept_yet_are_not_written_over(tables: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tables(facts=[replace(fact, confidence=0.5) for fact in FACTS])
    main(["review", str(folder)])
    file = judge(folder, arrest="right", injured="wrong")
    before = file.read_bytes()
    assert main(["review", str(folder)]) == 2
    assert f"2 of its verdicts are not kept yet, and the list would be written anew; keep them with --add {file}" in (
        capsys.readouterr().err
    )
    assert file.read_bytes() == before
    assert main(["review", str(folder), "-o", str(folder / "other.csv")]) == 0
    assert file.read_bytes() == before
    assert main(["review", str(folder), "--add", str(file)]) == 0
    assert main(["review", str(folder)]) == 0


def test_verdicts_give_the_precision(tables: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tables(facts=[replace(fact, confidence=0.5) for fact in FACTS])
    main(["review", str(folder)])
    main(["review", str(folder), "--add", str(judge(folder, arrest="right", injured="wrong", pledge="corrected"))])
    capsys.readouterr()
    assert main(["evaluate", str(folder / "checked.csv"), str(folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["facts"]["right"], found["facts"]["of"]) == (2, 3)
    assert (found["all cells"]["right"], found["injured"]["right"]) == (1, 0)


def test_a_file_that_is_not_there_is_told_of_in_words(tables: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tables(facts=FACTS)
    assert main(["review", str(folder), "--add", str(folder / "none.csv")]) == 2
    assert main(["annotate", str(folder), "--from", "brat", "-o", str(folder / "gold")]) == 2
    told = capsys.readouterr().err
    assert "none.csv: cannot be read: No such file or directory" in told
    assert "before.jsonl: no such file; factx annotate TABLES --to wrote it" in told
    assert "Errno" not in told


def test_a_run_keeps_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police in Lima held nine men on Friday.", encoding="utf-8")
    command = ["extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--model", "fast", "--quiet"]
    assert main(command) == 0
    (tmp_path / "out" / "checked.csv").write_text("fact_id,verdict\nf1,right\n", encoding="utf-8")
    assert main([*command, "--fresh"]) == 0
    assert [item.verdict for item in read_checked(tmp_path / "out" / "checked.csv")] == ["right"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,verdict\nf1,right\n", "needs the columns fact_id and verdict"),
        ("fact_id,verdict\nf1,maybe\n", "row 2: 'maybe' is no verdict; write right, wrong, corrected"),
        ("fact_id,verdict,corrected\nf1,corrected,giver=x\n", "facts have no column 'giver'"),
    ],
)
def test_a_file_that_is_wrong_is_told_of(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "checked.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_checked(tmp_path / "checked.csv")
