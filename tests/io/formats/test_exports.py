"""Files of every kind that holds many articles, as the benchmarks write them, are read to the article."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from benchmarks.exports import KINDS
from benchmarks.formats import right

ARTICLES = 10
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", KINDS)
def test_all_articles_of_a_file_are_right(name: str, tmp_path: Path) -> None:
    found = right(name, ARTICLES, tmp_path)
    assert (found.read, found.failed) == (ARTICLES, 0)
    assert dict.fromkeys(found.columns, ARTICLES) == found.columns


def test_the_list_of_unread_files_in_the_documentation_is_current() -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    made = runpy.run_path(str(ROOT / ".ci" / "refresh.py"))["unread"]()
    assert page.split("<!-- unread -->\n")[1].split("<!-- /unread -->")[0] == made, "type: nox -s refresh"
