"""Comparing the tables of two runs: what is a difference, what is none, and what cannot be compared."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from factx.base import Claim, Event
from factx.base.records import ArticleRow, Fact, Failure
from factx.cli import main
from factx.tables.csv_format import header, lines
from factx.tables.datapackage import ALL_TABLES
from factx.tables.diff import Difference, compare

RAID = Fact(
    fact_id="f1",
    article_id="a1",
    kind="arrest",
    agent="police",
    value_text="nine",
    value=9.0,
    sentence_id="a1:2",
    char_start=20,
    char_end=24,
    sentence="Police held nine men, most of them from Quito.",
)
AID = Fact(fact_id="f2", article_id="a1", kind="pledge", value_text="$5", value=5.0, char_start=90, char_end=92)
OTHER_KIND = replace(RAID, fact_id="f3", kind="killed")
ARTICLES = [ArticleRow(article_id="a1", path="raid.txt"), ArticleRow(article_id="a2", path="vote.txt")]


@dataclass(frozen=True)
class Expected:
    """How many rows of facts.csv differ, and the cells that do."""

    removed: int = 0
    added: int = 0
    changed: tuple[tuple[str, ...], ...] = ()


CASES: dict[str, tuple[list[Fact], list[Fact], Expected]] = {
    "identical": ([RAID, AID], [RAID, AID], Expected()),
    "empty": ([], [], Expected()),
    "in another order": ([RAID, AID], [AID, RAID], Expected()),
    "two rows alike, in another order": ([RAID, AID, RAID], [AID, RAID, RAID], Expected()),
    "a cell changed": ([RAID, AID], [replace(RAID, agent="soldiers"), AID], Expected(changed=(("agent",),))),
    "a cell emptied": ([RAID], [replace(RAID, agent=None, value=None)], Expected(changed=(("agent", "value"),))),
    "only the running number changed": ([RAID], [replace(RAID, fact_id="f9")], Expected(changed=(("fact_id",),))),
    "a row removed": ([RAID, AID], [AID], Expected(removed=1)),
    "a row added": ([AID], [AID, RAID], Expected(added=1)),
    "one of two rows alike removed": ([RAID, RAID], [RAID], Expected(removed=1)),
    "a row under the key of another": ([RAID], [replace(RAID, agent="troops"), RAID], Expected(added=1)),
    "another kind at the same place": ([RAID], [OTHER_KIND], Expected(removed=1, added=1)),
    "another place": ([RAID], [replace(RAID, char_end=28)], Expected(removed=1, added=1)),
    "the same place of another article": ([RAID], [replace(RAID, article_id="a2")], Expected(removed=1, added=1)),
}


def write(folder: Path, facts: list[Fact], leave_out: str = "") -> Path:
    """A folder of tables as ``factx extract`` writes them."""
    folder.mkdir()
    rows: dict[str, Sequence[object]] = {
        "articles": ARTICLES,
        "facts": facts,
        "errors": [Failure("b.txt", "read", "InputError", "empty")],
    }
    for name, record in ALL_TABLES.items():
        if name != leave_out:
            text = header(record) + lines(rows.get(name, []), record)
            (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return folder


def diff(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    """The exit code and what was printed."""
    try:
        code = main(["diff", *map(str, arguments)])
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else -1
    out, err = capsys.readouterr()
    return code, out + err


@pytest.mark.parametrize("case", CASES)
def test_rows_are_matched_by_what_they_are_about(tmp_path: Path, case: str) -> None:
    before, after, expected = CASES[case]
    found = compare(write(tmp_path / "old", before), write(tmp_path / "new", after))
    (facts,) = [item for item in found if item.table == "facts"]
    assert len(facts.removed) == expected.removed
    assert len(facts.added) == expected.added
    assert tuple(tuple(change.cells) for change in facts.changed) == expected.changed
    assert [item.table for item in found if item] == (["facts"] if facts else [])


@pytest.mark.parametrize("name", ALL_TABLES)
def test_every_table_has_a_key(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "old", [RAID])
    assert compare(folder, folder, name) == [Difference(name)]


def test_the_same_tables_end_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = diff(capsys, write(tmp_path / "old", [RAID, AID]), write(tmp_path / "new", [AID, RAID]))
    assert (code, out) == (0, f"the same: {', '.join(ALL_TABLES)}\n")


def test_a_reader_sees_counts_rows_cells_and_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = write(tmp_path / "old", [RAID, AID])
    code, out = diff(capsys, old, write(tmp_path / "new", [replace(RAID, agent=None)]), "--table", "facts")
    assert code == 1
    assert out.splitlines() == [
        "facts: 1 removed, 1 changed (agent 1)",
        "  - raid.txt 90-92 pledge $5",
        "  ~ raid.txt 20-24 arrest nine",
        "      agent: police → (empty)",
        "      | Police held nine men, most of them from Quito.",
    ]


def test_claims_and_events_are_told_by_what_they_are_about(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = write(tmp_path / "old", []), write(tmp_path / "new", [])
    for name, row in (
        ("claims", Claim(claim_id="c1", kind="arrest", best=9.0, agent="police", location="Quito", month="2019-05")),
        ("events", Event(event_id="v1", incident="raid", location="Quito", killed=2.0, arrested=9.0)),
    ):
        (new / f"{name}.csv").write_text(header(type(row)) + lines([row], type(row)), encoding="utf-8", newline="")
    _, out = diff(capsys, old, new)
    assert "  + c1 arrest · 9 · police · Quito · 2019-05" in out.splitlines()
    assert "  + v1 raid · Quito · killed 2 · arrested 9" in out.splitlines()


def test_the_limit_says_what_it_leaves_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = write(tmp_path / "old", [RAID, AID, OTHER_KIND]), write(tmp_path / "new", [])
    _, out = diff(capsys, old, new, "--limit", "1")
    assert out.count("  - ") == 1
    assert "  … and 2 more; to see them, use --limit 3" in out
    _, out = diff(capsys, old, new, "--limit", "1", "--json")
    assert len(json.loads(out)["tables"]["facts"]["removed"]) == 1


def test_json_has_the_whole_rows_and_null_for_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = write(tmp_path / "old", [RAID]), write(tmp_path / "new", [replace(RAID, agent=None), AID])
    code, out = diff(capsys, old, new, "--json")
    told = json.loads(out)
    assert code == 1
    assert told["same"] is False
    assert told["tables"]["facts"]["added"][0]["value_text"] == "$5"
    assert told["tables"]["facts"]["changed"][0]["cells"] == {"agent": {"old": "police", "new": None}}
    assert told["tables"]["facts"]["changed"][0]["row"]["sentence"] == RAID.sentence


@pytest.mark.parametrize(("lacking", "sign"), [("new", "-"), ("old", "+")])
def test_a_table_that_one_folder_lacks_is_a_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lacking: str, sign: str
) -> None:
    for name in ("old", "new"):
        write(tmp_path / name, [RAID], leave_out="facts" if name == lacking else "")
    code, out = diff(capsys, tmp_path / "old", tmp_path / "new")
    assert code == 1
    assert f"no such table in the {lacking} folder\n  {sign} raid.txt 20-24 arrest nine" in out


def spoil(name: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    """A step that changes the text of a table."""

    def step(folder: Path) -> None:
        path = folder / f"{name}.csv"
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")

    return step


@pytest.mark.parametrize(
    ("step", "arguments", "message"),
    [
        (spoil("facts", lambda text: text.replace("agent,", "donor,", 1)), [], "facts.csv: the columns differ: only "),
        (spoil("dates", lambda text: text + "a,b\n"), [], "dates.csv, line 2: 2 cells where the header has 10"),
        (spoil("errors", lambda text: text + '"'), [], "errors.csv: cannot be read as a table: "),
        (lambda folder: (folder / "facts.csv").write_bytes(b"\xff\xfe"), [], "facts.csv: cannot be read as a table: "),
        (lambda folder: None, ["--table", "fact"], "no table 'fact'; did you mean 'facts'?"),
        (lambda folder: None, ["--limit", "few"], "'few' is no number of rows"),
    ],
)
def test_what_cannot_be_compared_is_told_in_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    step: Callable[[Path], None],
    arguments: list[str],
    message: str,
) -> None:
    old, new = write(tmp_path / "old", [RAID]), write(tmp_path / "new", [RAID])
    step(new)
    code, out = diff(capsys, old, new, *arguments)
    assert code == 2
    assert message in out.splitlines()[-1]


def test_folders_without_tables_cannot_be_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = write(tmp_path / "old", [RAID])
    (tmp_path / "empty").mkdir()
    assert diff(capsys, old, tmp_path / "new")[0] == 2
    code, out = diff(capsys, tmp_path / "empty", old)
    assert code == 2
    assert "empty: no CSV tables in this folder; give one that factx extract has written" in out


def test_a_table_that_neither_has_cannot_be_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("old", "new"):
        write(tmp_path / name, [RAID], leave_out="troops")
    code, out = diff(capsys, tmp_path / "old", tmp_path / "new", "--table", "troops")
    assert code == 2
    assert "troops.csv is neither in" in out


def test_two_folders_without_the_key_cannot_be_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "old", [RAID])
    spoil("facts", lambda text: text.replace("char_end,", "until,", 1))(folder)
    code, out = diff(capsys, folder, folder)
    assert code == 2
    assert "facts.csv: no column char_end, by which rows are told apart" in out
