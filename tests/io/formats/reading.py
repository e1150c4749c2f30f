"""Files of tests: read from what stands in the test, to articles and failures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factx.base import Failure
from factx.reading import Article, ReadOptions
from factx.reading.files import read_articles

ADVICE = "have trafilatura or news-please fetch the pages at its addresses, and give factx what they write"


def read(folder: Path, name: str, content: Any, **options: Any) -> list[Article | Failure]:
    """What a file is read to; content that is no text and no bytes is written as JSON."""
    if not isinstance(content, str | bytes):
        content = json.dumps(content)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_articles([folder / name], options=ReadOptions(**options)))


def read_one(folder: Path, name: str, content: Any, **options: Any) -> Article:
    """The one article of a file."""
    (item,) = read(folder, name, content, **options)
    assert isinstance(item, Article), item
    return item


def message_of(folder: Path, name: str, content: Any, **options: Any) -> str:
    """What is said of a file of which nothing can be read."""
    (item,) = read(folder, name, content, **options)
    assert isinstance(item, Failure)
    return item.message or ""
