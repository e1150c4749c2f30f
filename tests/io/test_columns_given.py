"""Columns that the user names: one that no file has is told before the run, one that some have costs the others."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import zstandard

from factx.base.errors import InputError
from factx.cli import main
from factx.engines.plan import find_files
from factx.reading import Article, ReadOptions, UnreadFiles, columns_checked, find_sources, read_articles

ROWS = [{"Head": "Shaft floods", "Prose": "Two miners died."}, {"Head": "Rain", "Prose": "It rained."}]
FILES = ("a.csv", "a.parquet", "a.json", "a.jsonl")


def write(path: Path) -> None:
    """The rows in the format that the file's name says."""
    frame = pd.DataFrame(ROWS)
    if path.suffix == ".csv":
        frame.to_csv(path, index=False)
    elif path.suffix == ".parquet":
        frame.to_parquet(path)
    else:
        frame.to_json(path, orient="records", lines=path.suffix == ".jsonl")


def check(folder: Path, **columns: str) -> None:
    with columns_checked(find_sources([folder]), ReadOptions(columns)):
        pass


@pytest.mark.parametrize("name", FILES)
def test_a_column_that_no_file_has_is_told_with_what_there_is(name: str, tmp_path: Path) -> None:
    write(tmp_path / name)
    check(tmp_path, text="prose", title="Head")
    with pytest.raises(InputError) as raised:
        check(tmp_path, text="Pros", title="Head")
    assert str(raised.value) == (
        "--columns: no file has a column 'Pros' for text; did you mean 'Prose'? The columns are 'Head', 'Prose'"
    )
    with pytest.raises(InputError, match="no file has a column 'Body' for text; the columns are 'Head', 'Prose'"):
        check(tmp_path, text="Body")


def test_all_files_are_looked_into(tmp_path: Path) -> None:
    for name in FILES:
        write(tmp_path / name)
    (tmp_path / "b.json").write_text(json.dumps([{"text": "x"}, {"text": "y", "fields": {"Byline": "Ana Ruiz"}}]))
    (tmp_path / "c.csv").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "d.txt").write_text("Nine fled.")
    check(tmp_path, text="Prose", author="byline")
    with pytest.raises(InputError, match="'Bylines' for author; did you mean 'Byline'"):
        check(tmp_path, text="Prose", author="Bylines")


def test_nothing_is_said_where_it_cannot_be_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Nine fled.")
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 broken")
    check(tmp_path, text="Body")
    (tmp_path / "a.csv").write_text("Day,Prose\n3,Nine fled.\n")
    write(tmp_path / "b.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    check(tmp_path, text="Body")


def packed(path: Path, held: Path) -> None:
    """A file in the archive that the name says."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a/note.txt", "Nine fled.")
            archive.write(held, f"a/{held.name}")
    elif ".tar" in path.name:
        with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w") as archive:
            archive.add(held, held.name)
    else:
        pack = gzip.compress if path.suffix == ".gz" else zstandard.compress
        path.write_bytes(pack(held.read_bytes()))
    held.unlink()


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("archive", ["n.zip", "n.tar", "n.tar.gz", "{}.gz", "{}.zst"])
def test_archives_are_looked_into(archive: str, file: str, tmp_path: Path) -> None:
    write(tmp_path / file)
    packed(tmp_path / archive.format(file), tmp_path / file)
    check(tmp_path, text="prose", title="Head")
    with pytest.raises(InputError, match="no file has a column 'Pros' for text; did you mean 'Prose'"):
        check(tmp_path, text="Pros")


def test_a_member_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.json.gz", b"\x1f\x8b broken")
        archive.writestr("b.parquet", b"PAR1 broken")
        archive.writestr("c.jsonl", json.dumps(ROWS[0]))
    check(tmp_path, text="Prose")
    with pytest.raises(InputError, match="did you mean 'Prose'"):
        check(tmp_path, text="Pros")


@pytest.mark.parametrize(
    "text", ['Head,Prose\nRain,It rained.\nSun,"It shone, at last."\n', '{"Prose": "It rained.", "Head": "Rain"}']
)
def test_standard_input_is_looked_into(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(columns: str) -> int:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return main(["extract", "-", "-o", str(tmp_path / "out"), "--columns", columns, "--model", "fast"])

    assert run("text=Prsoe,title=head") == 2
    assert "factx: --columns: no file has a column 'Prsoe' for text; did you mean 'Prose'?" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert run("text=Prose") == 0


def test_a_text_is_a_table_if_its_first_line_has_a_column_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Day|Prose\n3|Nine fled.\n")
    (tmp_path / "b.txt").write_text("Prose and day\n\nNine fled.\n")
    (tmp_path / "c.txt").write_text("Prose, which was plain and long beyond what columns are called, returned.")
    assert [path for path, _ in read(tmp_path)] == ["a.txt", "b.txt", "c.txt"]
    assert [path for path, _ in read(tmp_path, text="prose")] == ["a.txt#1", "b.txt", "c.txt"]


def read(folder: Path, **columns: str) -> list[tuple[str | None, Any]]:
    items = read_articles([folder], options=ReadOptions(columns))
    return [(item.path, item.text if isinstance(item, Article) else item.message) for item in items]


def test_a_file_without_the_column_fails_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Day,Prose\n3,Nine fled.\n")
    (tmp_path / "b.csv").write_text("Day,Pros\n3,Ten fled.\n4,Six fled.\n")
    (tmp_path / "c.jsonl").write_text('{"Body": "One fled."}\n{"Body": "Two fled."}\n')
    (tmp_path / "d.jsonl").write_text('{"Body": "One fled."}\n{"Prose": "Two fled."}\n')
    check(tmp_path, text="Prose")
    assert read(tmp_path, text="Prose") == [
        ("a.csv#1", "Nine fled."),
        ("b.csv", "there is no column 'Prose' for text; did you mean 'Pros'? The columns are 'Day', 'Pros'"),
        ("c.jsonl", "there is no column 'Prose' for text; the columns are 'Body'"),
        ("d.jsonl#1", "no text: the article needs a field 'Prose' (fields found: 'Body')"),
        ("d.jsonl#2", "Two fled."),
    ]


def test_objects_may_leave_out_other_keys(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One fled."}\n')
    (tmp_path / "b.jsonl").write_text('{"text": "Two fled.", "By": "Ana Ruiz"}\n')
    check(tmp_path, author="By")
    assert read(tmp_path, author="By") == [("a.jsonl#1", "One fled."), ("b.jsonl#1", "Two fled.")]


def test_the_command_ends_before_anything_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "a.csv")
    out = tmp_path / "out"
    assert main(["extract", str(tmp_path / "a.csv"), "-o", str(out), "--columns", "text=Prsoe"]) == 2
    assert "factx: --columns: no file has a column 'Prsoe' for text; did you mean 'Prose'?" in capsys.readouterr().err
    assert not out.exists()
    assert main(["extract", str(tmp_path / "a.csv"), "-o", str(out), "--columns", "titel=Head"]) == 2
    assert "--columns titel=Head: there is no field 'titel'; did you mean 'title'?" in capsys.readouterr().err


def test_an_engine_is_told_before_it_plans(tmp_path: Path) -> None:
    write(tmp_path / "a.csv")
    find_files([str(tmp_path)], str(tmp_path / "out"), UnreadFiles(), ReadOptions({"text": "Prose"}))
    with pytest.raises(InputError, match="did you mean 'Prose'"):
        find_files([str(tmp_path)], str(tmp_path / "out"), UnreadFiles(), ReadOptions({"text": "Pros"}))


def test_files_elsewhere_are_looked_into_if_that_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    fsspec = pytest.importorskip("fsspec")
    with fsspec.open("memory://news/a.csv", "w") as file:
        file.write("Day,Prose\n3,Nine fled.\n")
    find_files(["memory://news"], "memory://out", UnreadFiles(), ReadOptions({"text": "Prose"}))
    with pytest.raises(InputError, match="did you mean 'Prose'"):
        find_files(["memory://news"], "memory://out", UnreadFiles(), ReadOptions({"text": "Pros"}))
    monkeypatch.setattr("factx.engines.plan._QUICK_BYTES", 5)
    find_files(["memory://news"], "memory://out", UnreadFiles(), ReadOptions({"text": "Pros"}))
