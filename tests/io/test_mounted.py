"""Folders of tables that are mounted, as the volumes of containers are, and files that are mounted one by one."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factx.base import Failure
from factx.base.errors import OutputError
from factx.tables.assemble import failed
from factx.tables.work_folder import WORK_FOLDER
from factx.tables.write import writing_to

SOURCE = Path(__file__).parents[2] / "src"
WRITE = """
import sys
from factx.base import Failure, FactxError
from factx.tables.assemble import failed
from factx.tables.write import writing_to
try:
    with writing_to("out", sys.argv[2:] or ["csv"]) as writer:
        writer.add(failed(Failure(path=sys.argv[1], stage="read", error="InputError", message="broken")))
except FactxError as error:
    print(error)
"""


def may_mount() -> bool:
    """True if this user may mount something that nobody else sees."""
    try:
        tried = subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True)
    except OSError:
        return False
    return tried.returncode == 0


mounting = pytest.mark.skipif(not may_mount(), reason="this system lets its users mount nothing")


def mounted(folder: Path, script: str) -> list[str]:
    """The lines that a shell script prints in a folder where it may mount; ``write NAME`` writes tables."""
    (folder / "write.py").write_text(WRITE)
    write = f'write() {{ "{sys.executable}" write.py "$@"; }}; set -e; '
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", write + script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@mounting
@pytest.mark.parametrize("mount", ["mount -t tmpfs none out", "mount --bind volume out"])
def test_a_mounted_folder_gets_its_tables(mount: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "volume").mkdir()
    told = mounted(tmp_path, f"{mount}; write a; write b; grep -c ,b, out/articles.csv; ls -A out/{WORK_FOLDER}")
    assert told == ["1", "lock"]


@mounting
def test_a_table_that_is_mounted_by_itself_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / WORK_FOLDER).mkdir()
    for name in ("out/articles.csv", "mine.csv"):
        (tmp_path / name).touch()
    told = mounted(
        tmp_path,
        f"mount --bind mine.csv out/articles.csv; write a; write b; grep -c ,b, mine.csv; ls -A out/{WORK_FOLDER}; "
        "write b parquet; ls out | grep articles; wc -c < mine.csv",
    )
    assert told == ["1", "lock", "articles.csv", "articles.parquet", "0"]


@mounting
def test_the_work_folder_may_be_a_mount_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "out" / WORK_FOLDER).mkdir(parents=True)
    told = mounted(tmp_path, f"mount -t tmpfs none out/{WORK_FOLDER}; write a; write b; grep -c ,b, out/articles.csv")
    assert told == ["1"]


@mounting
@pytest.mark.parametrize(
    ("mount", "message"),
    [
        ("mount -t tmpfs -o ro none out", "Read-only file system"),
        ("mount -t tmpfs -o size=60k none out", "No space left on device"),
    ],
)
def test_a_mount_that_takes_nothing_is_one_line(mount: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert mounted(tmp_path, f"{mount}; write a") == [f"out: {message}; the tables there are as they were"]


def write(out: Path, path: str) -> None:
    with writing_to(out) as writer:
        writer.add(failed(Failure(path=path, stage="read", error="InputError", message="broken")))


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_where_nothing_can_be_put_in_place_at_once_it_is_copied(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def refused(old: Path, new: Path) -> None:
        if Path(new).suffix == ".csv":
            raise OSError(number, os.strerror(number))
        replace(old, new)

    monkeypatch.setattr("os.replace", refused)
    write(tmp_path, "a")
    write(tmp_path, "b")
    assert ",b," in (tmp_path / "articles.csv").read_text()
    assert [path.name for path in (tmp_path / WORK_FOLDER).iterdir()] == ["lock"]


def test_what_could_not_be_put_in_place_is_told_and_done_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a")
    replace = os.replace

    def refused(old: Path, new: Path) -> None:
        if Path(new).name == "facts.csv":
            raise PermissionError(errno.EACCES, "Permission denied")
        replace(old, new)

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", refused)
        with pytest.raises(OutputError, match="Permission denied; some tables are not in place yet; the next run"):
            write(tmp_path, "b")
    with pytest.raises(KeyError), writing_to(tmp_path):
        raise KeyError
    assert ",b," in (tmp_path / "articles.csv").read_text()


@mounting
@pytest.mark.parametrize("table_format", ["csv", "parquet", "duckdb", "sqlite", "xlsx"])
def test_a_volume_that_fills_up_is_one_line_in_every_format(table_format: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    for size in (16, 100, 200, 1000):
        told = mounted(tmp_path, f"mount -t tmpfs -o size={size}k none out; write a {table_format}")
        assert len(told) <= (size < 1000), told
