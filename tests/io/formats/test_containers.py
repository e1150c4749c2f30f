"""Compressed files and archives: what they hold is read as if it lay in the folder."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
import zstandard

from factx.base.records import Failure
from factx.reading.files import read_articles

ROWS = b'{"text": "One fled."}\n{"text": "Two fled."}\n'


def zipped(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return held.getvalue()


def read(folder: Path, name: str, data: bytes) -> list[tuple[str | None, str | None]]:
    """Paths with the texts of articles and the messages of failures."""
    (folder / name).write_bytes(data)
    items = read_articles([folder / name])
    return [(item.path, item.message if isinstance(item, Failure) else item.text) for item in items]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl.gz", gzip.compress(ROWS)),
        ("a.jsonl.zst", zstandard.compress(ROWS)),
        ("a.JSONL.GZ", gzip.compress(ROWS)),
        ("a.gz", gzip.compress(b'[{"text": "One fled."}, {"text": "Two fled."}]')),
    ],
    ids=["gzip", "zstandard", "capitals", "no inner name"],
)
def test_a_compressed_file_is_read_under_its_own_name(tmp_path: Path, name: str, data: bytes) -> None:
    assert read(tmp_path, name, data) == [(f"{name}#1", "One fled."), (f"{name}#2", "Two fled.")]


def test_members_of_an_archive_have_paths_of_their_own(tmp_path: Path) -> None:
    members = {
        "may/b.txt": b"Two fled.",
        "may/a.jsonl": ROWS,
        "x.png": b"\x89PNG\0",
        "__MACOSX/b.txt": b"no",
        ".c.txt": b"no",
    }
    expected = [
        ("a.zip/may/a.jsonl#1", "One fled."),
        ("a.zip/may/a.jsonl#2", "Two fled."),
        ("a.zip/may/b.txt", "Two fled."),
    ]
    assert read(tmp_path, "a.zip", zipped(members)) == expected


def test_archives_in_archives(tmp_path: Path) -> None:
    month = gzip.compress(tarred({"01/1.txt": b"One fled."}))
    year = gzip.compress(tarred({"1987/01.tgz": month}))
    assert read(tmp_path, "1987.tgz", year) == [("1987.tgz/1987/01.tgz/01/1.txt", "One fled.")]


def test_a_bad_member_does_not_spoil_the_others(tmp_path: Path) -> None:
    members = {"a.txt": b"One fled.", "b.json": b"{", "c.txt": b""}
    found = dict(read(tmp_path, "a.zip", zipped(members)))
    assert found["a.zip/a.txt"] == "One fled."
    assert "not valid JSON" in (found["a.zip/b.json"] or "")
    assert found["a.zip/c.txt"] == "the file is empty"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("cut.jsonl.gz", gzip.compress(ROWS * 1000)[:60], "a broken gzip file"),
        ("cut.jsonl.zst", b"\x28\xb5\x2f\xfd" + b"\x01" * 20, "a broken zstandard file"),
        ("cut.zip", zipped({"a.txt": b"One fled."})[:-30], "a broken zip archive"),
    ],
    ids=["gzip", "zstandard", "zip"],
)
def test_a_broken_archive_is_one_clear_failure(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    found = read(tmp_path, name, data)
    assert message in (found[-1][1] or "")


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factx.reading.formats.limits.ALWAYS_ALLOWED", 10_000)
    monkeypatch.setattr("factx.reading.formats.limits.MOST_TIMES", 2)
    blanks = b"One fled." + b" " * 100_000
    for name, data in (("a.txt.gz", gzip.compress(blanks)), ("a.zip", zipped({"a.txt": blanks}))):
        assert "it unpacks to more than" in (read(tmp_path, name, data)[0][1] or "")


def test_a_member_of_a_tar_archive_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factx.reading.formats.archives.MOST_BYTES", 100)
    large, small = read(tmp_path, "a.tar", tarred({"1.txt": b"x" * 101, "2.txt": b"One fled."}))
    assert "larger than" in str(large[1])
    assert small == ("a.tar/2.txt", "One fled.")
