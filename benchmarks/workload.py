"""The articles that speed and memory are measured on, told over so often that a run lasts long enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.setting import QUICK_ARTICLES, Setting
from factx.reading.article import Article
from factx.reading.files import read_articles

WORDS = 40_000
QUICK_WORDS = 4_000


@dataclass(frozen=True, slots=True)
class Workload:
    """Articles of a folder, at most ``limit`` of them, ``copies`` times over."""

    folder: Path
    copies: int
    limit: int | None = None

    def articles(self) -> list[Article]:
        """The articles once."""
        found = [item for item in read_articles([self.folder]) if isinstance(item, Article) and not item.skipped]
        return found[: self.limit]

    def told(self) -> Iterator[Article]:
        """The articles over and over, each copy with a last line of its own, so that no two texts are the same."""
        articles = self.articles()
        for copy in range(self.copies):
            for item in articles:
                text = f"{item.text}\n\nCopy {copy} ends here."
                yield replace(item, article_id=f"{item.article_id}{copy}", text=text)

    def words(self) -> int:
        """The number of words in all copies, parted by white space."""
        return self.copies * sum(len(item.text.split()) for item in self.articles())

    def times(self, factor: int) -> Workload:
        """So many times the copies."""
        return replace(self, copies=factor * self.copies)


def workload(setting: Setting) -> Workload:
    """The work of a run: the annotated articles where they are there, else the repository's own."""
    once = Workload(setting.articles, 1, QUICK_ARTICLES if setting.quick else None)
    return once.times(max(1, round((QUICK_WORDS if setting.quick else WORDS) / once.words())))
