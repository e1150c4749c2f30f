"""Finding files: each once, under names that can be told apart; what cannot be read is told, and nothing waits."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from factx.base.errors import InputError
from factx.reading.formats import UnreadFiles
from factx.reading.sources import find_sources

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")


def make(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Two held.")


def paths(*given: Path, unread: UnreadFiles | None = None) -> list[str]:
    return [source.path for source in find_sources(given, unread=unread)]


def test_several_folders_keep_their_names_apart(tmp_path: Path) -> None:
    make(tmp_path, ["may/a.txt", "june/a.txt"])
    assert paths(tmp_path / "may", tmp_path / "june") == ["june/a.txt", "may/a.txt"]


def test_folders_of_one_name_are_told_apart_by_those_above_them(tmp_path: Path) -> None:
    make(tmp_path, ["may/news/a.txt", "june/news/a.txt"])
    assert paths(tmp_path / "may/news", tmp_path / "june/news") == ["june/news/a.txt", "may/news/a.txt"]


def test_a_folder_that_is_given_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, ["may/a.txt", "may/b.txt"])
    monkeypatch.chdir(tmp_path)
    unread = UnreadFiles()
    assert len(paths(Path("may"), tmp_path / "may", Path("may/../may"), unread=unread)) == 2
    assert unread.kinds == {"given or linked twice": 4}


def test_a_file_within_a_folder_that_is_given_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, ["may/a.txt", "may/deep/b.txt"])
    assert len(paths(tmp_path / "may", tmp_path / "may/deep", tmp_path / "may/a.txt")) == 2


@posix
def test_linked_folders_are_read_and_circles_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, ["in/a.txt", "elsewhere/b.txt"])
    (tmp_path / "in/linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere/back").symlink_to(tmp_path / "in")
    assert paths(tmp_path / "in") == ["a.txt", "linked/b.txt"]


@posix
def test_pipes_in_a_folder_are_counted_not_waited_for(tmp_path: Path) -> None:
    make(tmp_path, ["a.txt"])
    os.mkfifo(tmp_path / "b.txt")
    unread = UnreadFiles()
    assert paths(tmp_path, unread=unread) == ["a.txt"]
    assert unread.summary() == "1 file: 1 pipe, socket or device"


@posix
def test_a_device_is_an_error() -> None:
    with pytest.raises(InputError, match="/dev/null: a device or socket"):
        find_sources(["/dev/null"])


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_path_with_nothing_to_read_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=name):
        find_sources([tmp_path / name])


def test_a_folder_of_articles_cannot_be_that_of_the_tables(tmp_path: Path) -> None:
    make(tmp_path, ["a.txt"])
    with pytest.raises(InputError, match="the tables would lie among the articles"):
        find_sources([tmp_path], leave_out=tmp_path / "x" / "..")


def test_an_empty_path_is_not_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Nine fled.")
    assert len(find_sources(["."])) == 1
    with pytest.raises(InputError, match="an empty path"):
        find_sources([""])


@pytest.mark.parametrize(
    "folder", ["Dam bursts_files", "Dam bursts-Dateien", "Dam bursts_Fichiers", "Dam bursts.files"]
)
def test_what_a_browser_saves_with_a_page_is_no_article(tmp_path: Path, folder: str) -> None:
    make(tmp_path, ["Dam bursts.html", f"{folder}/frame.html", f"{folder}/deep/data.json"])
    unread = UnreadFiles()
    assert paths(tmp_path, unread=unread) == ["Dam bursts.html"]
    assert unread.kinds == {"folder of a saved page": 1}


@pytest.mark.parametrize(("page", "folder"), [
    ("june.html", "may_files"),  # no page of its name
    ("may.txt", "may_files"),
    ("may.html", "may"),
    ("may.html", "may_2017"),
])  # fmt: skip
def test_other_folders_beside_a_page_are_read(tmp_path: Path, page: str, folder: str) -> None:
    make(tmp_path, [page, f"{folder}/a.txt"])
    assert paths(tmp_path) == sorted([page, f"{folder}/a.txt"])


def test_articles_beside_tables_are_said_to_be_left_out(tmp_path: Path) -> None:
    make(tmp_path, ["a.txt"])
    (tmp_path / "run.json").write_text('{"factx": "0.1.0", "rows": {}}')
    with pytest.raises(InputError, match="tables of factx's, and articles are not looked for beside them"):
        paths(tmp_path)


def test_tables_do_not_go_into_the_folder_of_a_file_that_is_read(tmp_path: Path) -> None:
    make(tmp_path, ["news/a.txt"])
    with pytest.raises(InputError, match="the tables would lie among the articles"):
        find_sources([tmp_path / "news/a.txt"], tmp_path / "news")
    assert find_sources([tmp_path / "news/a.txt"], tmp_path / "news/tables")
