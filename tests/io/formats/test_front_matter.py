"""Texts with their fields in front, as clippers and crawlers write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.base import Failure
from tests.io.formats.reading import message_of, read, read_one

STORY = "Two miners died when a shaft flooded near Oruro on Monday."
CRAWLED = f"""---
title: "Shaft floods: two dead"
author: Lena Okoye; Joe Ray
url: https://quarry.example/shaft
hostname: quarry.example
description: Nine died.
sitename: The Quarry Gazette
date: 2016-05-09
tags: ['mines', 'floods']
---
{STORY}
"""
CLIPPED = """---
title: 'Shaft floods: two dead'
source: "https://quarry.example/shaft"
author:
  - "[[Lena Okoye]]"
  - Joe Ray
published: 2016-05-09
created: 2024-01-02
---
# Shaft floods: two dead

![Nine dead in a picture](shaft.jpg)
**Two** miners died when a [shaft](https://quarry.example/map) flooded near *Oruro* on Monday.
"""


@pytest.mark.parametrize(("name", "content"), [
    ("a.txt", CRAWLED), ("a.md", CRAWLED.replace("\n", "\r\n")), ("a.markdown", CLIPPED), ("a.md", CLIPPED),
])  # fmt: skip
def test_fields_in_front_are_metadata(tmp_path: Path, name: str, content: str) -> None:
    item = read_one(tmp_path, name, content)
    assert (item.title, item.published, item.published_from) == ("Shaft floods: two dead", "2016-05-09", "metadata")
    assert (item.text, item.url, item.is_source) == (STORY, "https://quarry.example/shaft", False)
    assert (item.author or "").replace(";", ",") == "Lena Okoye, Joe Ray"


def test_marks_of_markdown_go_and_what_looks_like_them_stays(tmp_path: Path) -> None:
    body = "> It cost \\$5 * 3, says a_b_c.\n\n- Two __more__ fled to [[Oruro|the town]].\n\n* * *"
    item = read_one(tmp_path, "a.md", f"---\ndate: 2016-05-09\n---\n{body}")
    assert item.text == "It cost $5 * 3, says a_b_c.\n\n- Two more fled to the town.\n\n* * *"


def test_a_rule_above_a_text_is_no_front(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.txt", f"---\n{STORY}\n---\n")
    assert item.is_source


def test_a_front_without_a_text_is_told(tmp_path: Path) -> None:
    assert message_of(tmp_path, "a.md", "---\ntitle: Shaft\n---\n") == "the text is empty"


def test_other_markdown_is_no_article(tmp_path: Path) -> None:
    (item,) = read(tmp_path, "README.md", "# How to build\n\nType make.")
    assert isinstance(item, Failure)
    assert "name others .txt" in (item.message or "")
