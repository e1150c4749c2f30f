"""Results that no article was read for, to measure what a run keeps of many articles without the network's time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fresh import peak_memory
from factx.base import ArticleRow, EntityMention, Fact, Mention, content_id
from factx.reading import Article, article
from factx.run import journal
from factx.tables import WORK_FOLDER, Result, writing_to

TOWNS = ("Lima", "Accra", "Oslo", "Hanoi", "Quito", "Dakar", "Riga", "Tunis", "Kabul", "Manila", "Bogota")
_FACTS = 3
"""Facts of a result, each with its person."""


def kept(count: int) -> tuple[float, float]:
    """Write so many results with a journal; return the seconds of the processor and the peak of memory in MB."""
    began = time.process_time()
    with (
        TemporaryDirectory() as folder,
        writing_to(folder) as writer,
        journal(Path(folder, WORK_FOLDER), {}) as done,
    ):
        for result in done.resumed(_articles(count), lambda given: map(made, given)):
            writer.add(result)
    return time.process_time() - began, peak_memory()


def _articles(count: int) -> Iterator[Article]:
    first = article("Two men were held in the town.", published="2021-03-04")
    for number in range(count):
        yield replace(first, article_id=content_id("article", number), path=f"{number}.txt")


def made(item: Article) -> Result:
    """A result with facts on towns and days that come again, and persons that do not."""
    number = int((item.path or "0.").partition(".")[0])
    day = f"2021-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    names = [f"Ana {item.article_id}{place}" for place in range(_FACTS)]
    named = [EntityMention(0, 3, name, "person", f"person:{name.lower()}", name, None, "name") for name in names]
    mentions = [Mention(content_id("mention", name), text=name, article_id=item.article_id) for name in names]
    facts = [
        Fact(
            fact_id=content_id("fact", name),
            article_id=item.article_id,
            kind=("killed", "injured", "arrest")[place],
            value=float(number % 89 + place),
            low=float(number % 89 + place),
            high=float(number % 89 + place),
            object="men",
            location=f"{TOWNS[number % len(TOWNS)]} {number % 997}",
            sentence=f"{number % 89 + place} men were hurt in a blast, said {name}.",
            sentence_id=f"{item.article_id}:{place}",
        )
        for place, name in enumerate(names)
    ]
    row = ArticleRow(article_id=item.article_id, path=item.path, published=day, status="ok", words=60, facts=_FACTS)
    return Result(row, facts=facts, mentions=mentions, named=named, text=item.text)
