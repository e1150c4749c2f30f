"""Articles that were pasted into one file: each has its own day, and one article is never cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.reading import Article
from tests.io.formats.reading import read
from tests.io.formats.test_word_files import docx, p

FIRST = (
    "Two miners died when a shaft flooded near Oruro on Monday.\n\nTen were freed after a night below, the police said."
)
SECOND = (
    "A ferry sank off Aden on Friday, and nine sailors are missing.\n\n"
    "A navy boat looked for them until dark, officers said."
)
FERRY = f"Ferry sinks off Aden\n14 May 2016\n\n{SECOND}"
THIRD = (
    "Hail ruined the vines of the Douro on Sunday.\n\n"
    "No grower was hurt, but the harvest is lost, said the mayor of Régua."
)
TOP = f"Shaft floods near Oruro\n9 May 2016\n\n{FIRST}"
PASTED = {
    "blank lines": f"Shaft floods\n9 May 2016\n{FIRST}\n\n\nFerry sinks off Aden\nBy Lena Okoye\n14 May 2016\n{SECOND}",
    "a rule": f"Shaft floods\nStar, 9 May 2016\n{FIRST}\n***\nFerry sinks off Aden\nAden Post, 14 May 2016\n{SECOND}",
    "the end of a page": f"Shaft floods\n9 May 2016\n{FIRST}\n\fFerry sinks off Aden\n14 May 2016\n{SECOND}",
    "the shape of the first": f"Shaft floods near Oruro\nAndes Wire\n9 May 2016\n{FIRST}\n"
    f"Ferry sinks off Aden\nAden Post\n14 May 2016\n{SECOND}",
    "Windows": f"Shaft floods\n9 May 2016\n\n{FIRST}\n\n\n{FERRY}".replace("\n", "\r\n"),
}
ONE = {
    "an undated first article above one in its shape": f"Shaft floods near Oruro\n\n{FIRST}\n{FERRY}",
    "an undated first text without a headline": f"{FIRST}\n\n\n{FERRY}",
    "an undated first article of a few words": f"Shaft floods near Oruro\nTwo died.\n\n\n{FERRY}",
    "an undated first article above comments": f"Shaft floods near Oruro\n\n{FIRST}\n\n\nComments\n\n\nJoe Ray\n"
    f"14 May 2016\n\n{SECOND}",
    "an undated second article": f"{TOP}\n\n\nFerry sinks off Aden\n\n{SECOND}",
    "a date between paragraphs": f"{TOP}\n\n14 May 2016\n\n{SECOND}",
    "a list of stories": f"{TOP}\n\n\nFerry sinks off Aden\n14 May 2016\nHail ruins vines\n15 May 2016",
    "a birthday": f"Arrest of a driver\nDate: 9 May 2016\n\n{FIRST}\n\nJOE RAY POE\n\n14 May 1991\n\n{SECOND}",
    "comments": f"{TOP}\n\n\nComments\n\n\nJoe Ray\n14 May 2016\n\n{SECOND}",
    "two dates at the top": f"Shaft floods near Oruro\n9 May 2016\n\n\nA shaft floods\n9 May 2016 10:15\n{FIRST}",
}


def articles(folder: Path, name: str, content: str | bytes) -> list[Article]:
    return [item for item in read(folder, name, content) if isinstance(item, Article)]


@pytest.mark.parametrize("way", PASTED)
def test_each_pasted_article_has_its_day(tmp_path: Path, way: str) -> None:
    first, second = articles(tmp_path, "may.txt", PASTED[way])
    assert (first.path, first.published, first.title) == ("may.txt#1", "2016-05-09", PASTED[way].splitlines()[0])
    assert (second.path, second.published, (second.title or "")[:11]) == ("may.txt#2", "2016-05-14", "Ferry sinks")
    assert first.text.endswith("the police said.")
    assert second.text.endswith("officers said.")


def test_the_first_article_may_have_no_day(tmp_path: Path) -> None:
    text = f"Shaft floods near Oruro\n\n{FIRST}\n\n\n{FERRY}\n\n* * *\nHail ruins the vines\n15 May 2016\n{THIRD}"
    found = articles(tmp_path, "may.txt", text)
    assert [(item.title, item.published) for item in found] == [
        ("Shaft floods near Oruro", None),
        ("Ferry sinks off Aden", "2016-05-14"),
        ("Hail ruins the vines", "2016-05-15"),
    ]


@pytest.mark.parametrize("way", ONE)
def test_one_article_stays_one(tmp_path: Path, way: str) -> None:
    (item,) = articles(tmp_path, "may.txt", ONE[way])
    assert (item.path, item.text, item.is_source) == ("may.txt", ONE[way], True)


def test_three_articles_of_a_document(tmp_path: Path) -> None:
    stories = {"Shaft floods near Oruro": FIRST, "Ferry sinks off Aden": SECOND, "Hail ruins the vines": THIRD}
    numbered = enumerate(stories.items(), 9)
    text = "\n".join(f"{title}\nAndes Wire\n{day} May 2016\n{story}" for day, (title, story) in numbered)
    found = articles(tmp_path, "may.docx", docx(*map(p, text.split("\n"))))
    assert [(item.path, item.published, item.publisher) for item in found] == [
        (f"may.docx#{number}", f"2016-05-{8 + number:02}", "Andes Wire") for number in (1, 2, 3)
    ]
