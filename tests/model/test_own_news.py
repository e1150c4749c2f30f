"""The annotated news of our own: every piece can be read, and a wrong line is named."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

TRAINING = Path(__file__).parents[2] / "models" / "training"
FOLDERS = (TRAINING / "own", TRAINING / "hard")
FILES = [path for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]


@pytest.fixture
def own_news(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(TRAINING)
    return importlib.import_module("own_news")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_piece_is_read_and_its_values_stand_where_they_are_said_to(own_news: ModuleType, path: Path) -> None:
    pieces = list(own_news.pieces(path))
    assert len({piece.name for piece in pieces}) == len(pieces) > 100
    for piece in pieces:
        for fact in piece.facts:
            assert piece.text.startswith(fact["value_text"], fact["char_start"]), piece.name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_readme_counts_pieces_and_facts(own_news: ModuleType, folder: Path) -> None:
    page = (folder / "README.md").read_text("utf-8")
    whole = {path.name: list(own_news.pieces(path)) for path in FILES if path.parent == folder}
    for name, pieces in whole.items():
        assert f"| `{name}` | {len(pieces)} | {sum(len(one.facts) for one in pieces)} |" in page
    everything = [piece for pieces in whole.values() for piece in pieces]
    assert f"{len(everything):,} pieces" in page
    assert f"{sum(len(one.facts) for one in everything):,} facts" in page


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("| killed | nine", "stands 0 times"),
        ("| killed | two", "stands 2 times"),
        ("| killed | <<two>> men | place=Oum", "no such slot"),
        ("| killed | <<two>> men | location=Fez", "not in the text"),
        ("| killed | <<two>> men | status=pledged", "a status too few or too many"),
        ("| troops | <<two>> men | status=given", "no such slot"),
    ],
)
def test_a_wrong_line_is_named(own_news: ModuleType, tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "piece.txt"
    path.write_text(f"## piece-1 2020-01-02\nIn Oum, two men and two women died.\n\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=reason):
        list(own_news.pieces(path))


def test_a_value_that_stands_twice_is_marked(own_news: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "piece.txt"
    text = "In Oum, two men and two women died."
    path.write_text(f"## piece-1 2020-01-02\n{text}\n\n| killed | <<two>> women | location=Oum\n", "utf-8")
    [piece] = own_news.pieces(path)
    assert (piece.published, piece.text) == ("2020-01-02", text)
    assert piece.facts[0]["char_start"] == text.index("two women")
