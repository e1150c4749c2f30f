"""What crawlers, services and tables hold: JSON in several wrappings, a record a line, a row, a column."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from benchmarks.exports.stories import Story

CRAWLED = "2023-01-05 10:00:00"
CUT = 200
"""Characters of a text that NewsAPI gives."""
BATCH = 1_000
"""Rows of a row group in Parquet."""


def _json(path: Path, opening: str, items: Iterable[Any], closing: str, comma: str = ", ") -> None:
    """Write a list item by item, so that writing needs no memory either."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(opening)
        for place, item in enumerate(items):
            file.write((comma if place else "") + json.dumps(item))
        file.write(closing)


def newsplease(stories: Iterable[Story], path: Path) -> None:
    """A list of news-please's objects: ``text`` is null beside ``maintext``, the crawl has a date, too."""
    _json(path, "[", map(_newsplease, stories), "]")


def _newsplease(story: Story) -> dict[str, Any]:
    return {
        "authors": [story.author],
        "date_download": CRAWLED,
        "date_modify": None,
        "date_publish": f"{story.published} 23:03:00",
        "description": story.text[:60],
        "filename": f"{story.number}.json",
        "language": "en",
        "maintext": "\n".join(story.paragraphs),
        "source_domain": story.site,
        "text": None,
        "title": story.title,
        "url": story.url,
    }


def newspaper(stories: Iterable[Story], path: Path) -> None:
    """A list of newspaper4k's objects: a cleaned text and a summary beside the text, an address with tracking."""
    _json(path, "[", map(_newspaper, stories), "]")


def _newspaper(story: Story) -> dict[str, Any]:
    return {
        "url": f"{story.url}?utm_source=rss",
        "language": "en",
        "title": story.title,
        "authors": [story.author, "Iowa. twitter mailto"],
        "publish_date": f"{story.published}T23:53:52+00:00",
        "summary": story.paragraphs[0],
        "meta_description": story.paragraphs[0],
        "meta_site_name": story.publisher,
        "canonical_link": story.url,
        "text": story.text,
        "text_cleaned": f"Page of March 21, 2023\n\n{story.text}",
    }


def fundus(stories: Iterable[Story], path: Path) -> None:
    """Lists of articles under the names of their publishers; the text is an object."""
    _json(path, "{", (), "}")
    grouped = groupby(sorted(stories, key=lambda story: story.publisher), key=lambda story: story.publisher)
    with path.open("w", encoding="utf-8", newline="") as file:
        for place, (publisher, group) in enumerate(grouped):
            file.write(f"{', ' if place else '{'}{json.dumps(publisher)}: [")
            for index, story in enumerate(group):
                file.write((", " if index else "") + json.dumps(_fundus(story)))
            file.write("]")
        file.write("}")


def _fundus(story: Story) -> dict[str, Any]:
    first, *rest = story.paragraphs
    return {
        "title": story.title,
        "body": {"summary": [first], "sections": [{"headline": [], "paragraphs": rest}]},
        "authors": [story.author],
        "publishing_date": f"{story.published} 23:26:15+00:00",
        "topics": ["Floods"],
        "free_access": True,
        "lang": "en",
    }


def newsapi(stories: Iterable[Story], path: Path) -> None:
    """Texts cut after 200 characters, the publisher in the title."""
    _json(path, '{"status": "ok", "totalResults": 3842, "articles": [', map(_newsapi, stories), "]}")


def newsapi_text(story: Story) -> str:
    """What NewsAPI gives of a text."""
    return story.text.replace("\n\n", " ")[:CUT].rstrip() + "…"


def _newsapi(story: Story) -> dict[str, Any]:
    return {
        "source": {"id": None, "name": story.publisher},
        "author": story.author,
        "title": f"{story.title} - {story.publisher}",
        "description": story.paragraphs[0],
        "url": story.url,
        "urlToImage": None,
        "publishedAt": f"{story.published}T23:55:00Z",
        "content": f"{newsapi_text(story)} [+{len(story.text) - CUT} chars]",
    }


def eventregistry(stories: Iterable[Story], path: Path) -> None:
    """Results inside an object; the date of the crawl beside that of publication."""
    _json(path, '{"articles": {"results": [', map(_eventregistry, stories), '], "totalResults": 3842, "pages": 39}}')


def _eventregistry(story: Story) -> dict[str, Any]:
    return {
        "uri": str(story.number),
        "lang": "eng",
        "isDuplicate": False,
        "date": "2023-01-05",
        "dateTime": "2023-01-05T10:35:00Z",
        "dateTimePub": f"{story.published}T10:34:00Z",
        "url": story.url,
        "title": story.title,
        "body": story.text,
        "source": {"uri": story.site, "dataType": "news", "title": story.publisher},
        "authors": [{"uri": f"a@{story.site}", "name": story.author, "type": "author", "isAgency": False}],
    }


def trafilatura(stories: Iterable[Story], path: Path) -> None:
    """A line each: ``source`` is the address, the title is the text's first line again."""
    _json(path, "", map(_trafilatura, stories), "\n", "\n")


def _trafilatura(story: Story) -> dict[str, Any]:
    return {
        "title": story.title,
        "author": story.author,
        "hostname": story.site,
        "date": story.published,
        "filedate": "2023-01-05",
        "language": "en",
        "source-hostname": story.publisher,
        "source": story.url,
        "text": "\n".join([story.title, *story.paragraphs]),
    }


COLUMNS = ("Title", "Date", "Author", "Publisher", "URL", "Text")


def _row(story: Story) -> tuple[str, ...]:
    return (story.title, story.published, story.author, story.publisher, story.url, story.text)


def semicolons(stories: Iterable[Story], path: Path) -> None:
    """A CSV file of a German Excel: semicolons, byte order mark, headers in capitals."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(COLUMNS)
        writer.writerows(map(_row, stories))


def parquet(stories: Iterable[Story], path: Path) -> None:
    """A column a field, in row groups."""
    import pyarrow
    from pyarrow import parquet as files

    schema = pyarrow.schema([(name.lower(), pyarrow.string()) for name in COLUMNS])
    with files.ParquetWriter(path, schema) as writer:
        for rows in _batches(stories):
            columns = [pyarrow.array(list(column)) for column in zip(*rows, strict=True)]
            writer.write_table(pyarrow.table(columns, schema=schema))


def _batches(stories: Iterable[Story]) -> Iterator[list[tuple[str, ...]]]:
    left = iter(stories)
    while rows := [_row(story) for story in islice(left, BATCH)]:
        yield rows
