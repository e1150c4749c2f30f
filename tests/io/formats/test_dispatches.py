"""Dispatches of an old paper below one running head."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.reading import Article
from tests.io.formats.reading import read, read_one

HEAD = "THE ANDES COURIER, MONDAY, JUNE 5, 1878."
ORU = "ORU, June 4.—The dam burst yesterday, and thirty-four per-\nsons were drowned."
BOR = "Bor, June 3.—A fire destroyed thirty houses here last night."
KELA = "The steamer Ana went down on Saturday with a crew of twelve."


def test_a_head_may_stand_in_several_lines(tmp_path: Path) -> None:
    head = "THE ANDES COURIER.\n\nVOL. XII.—No. 4,012.\n\nMONDAY, JUNE 5, 1878.\n\nPRICE TWOPENCE."
    items = read(tmp_path, "a.txt", "\n\n".join((head, "DAM BURSTS.", ORU, "FIRE IN BOR.", BOR)))
    found = [item for item in items if isinstance(item, Article)]
    assert [(item.title, item.published, item.publisher) for item in found] == [
        ("DAM BURSTS", "1878-06-05", "THE ANDES COURIER"),
        ("FIRE IN BOR", "1878-06-05", "THE ANDES COURIER"),
    ]


def test_each_dispatch_is_an_article_with_paper_and_day_of_the_head(tmp_path: Path) -> None:
    text = "\n\n".join(
        (HEAD, "POST LOST AS DAM BURSTS.", "POST OFFICE FLOODED.", ORU, "FIRE IN BOR.", BOR, "A STEAMER LOST.", KELA)
    )
    found = [item for item in read(tmp_path, "a.txt", text) if isinstance(item, Article)]
    assert [(item.title, item.dateline) for item in found] == [
        ("POST LOST AS DAM BURSTS", "ORU"),
        ("FIRE IN BOR", "Bor"),
        ("A STEAMER LOST", None),
    ]
    assert {(item.published, item.publisher) for item in found} == {("1878-06-05", "THE ANDES COURIER")}
    assert (
        found[0].text
        == "POST OFFICE FLOODED.\n\nORU, June 4.—The dam burst yesterday, and thirty-four persons were drowned."
    )


@pytest.mark.parametrize(
    "pieces",
    [
        (HEAD, "DAM BURSTS.", ORU, "THE SEARCH.", KELA, "THE CAUSE.", "Nobody knows why the wall gave way."),
        ("DAM BURSTS.", ORU, "FIRE IN BOR.", BOR),
        (HEAD, "The news of the day is bad.", "DAM BURSTS.", ORU, "FIRE IN BOR.", BOR),
        (HEAD, ORU, BOR, KELA),
    ],
)
def test_a_story_with_cross_heads_and_text_without_a_head_are_one(tmp_path: Path, pieces: tuple[str, ...]) -> None:
    item = read_one(tmp_path, "a.txt", "\n\n".join(pieces))
    assert item.is_source or "per-\nsons" not in item.text
    assert all(piece.split("—")[0] in item.text for piece in pieces)
