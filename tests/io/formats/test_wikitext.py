"""Wikitext and dumps of wikis, which say what to do, beside texts that have some of their marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.io.formats.reading import message_of, read_one

STORY = "The dam above Oru burst on Tuesday, killing 34 people, the mayor said."


@pytest.mark.parametrize(
    "text",
    [
        f"{{{{date|June 4, 2021}}}}\n{STORY}\n== Sources ==\n[[Category:Dams]]\n",
        f"The [[w:Dam|dam]] of '''Oru'''\n\n{STORY}<ref>The Argus</ref>\n",
    ],
)
def test_wikitext_says_what_to_do(tmp_path: Path, text: str) -> None:
    assert "wikitext" in message_of(tmp_path, "dam.txt", text)


@pytest.mark.parametrize(
    "text",
    [
        f"== Dam bursts ==\n\n{STORY}\n\n== The search ==\n\n{STORY}",
        f"Dam bursts\n\n{STORY} See [[Oru|the town]] and {{{{place}}}}.",
        f"Dam bursts\n\n{STORY}\n\nEditors write [[Category:Dams]] and {{{{date|June 4}}}} there.",
    ],
)
def test_texts_with_a_few_such_marks_are_read(tmp_path: Path, text: str) -> None:
    assert STORY in read_one(tmp_path, "dam.txt", text).text


def test_a_dump_of_a_wiki_says_what_to_do(tmp_path: Path) -> None:
    dump = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/"><page/></mediawiki>'
    assert "wikiextractor --json" in message_of(tmp_path, "wiki.xml", dump)
