"""Write the report: one page for a thousand articles, and further pages beside it for more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factx.base import OutputError
from factx.report import charts, conflicts, figures
from factx.report.html import make_page
from factx.report.page_data import article_data, by_article
from factx.report.rows import Read, Row, read_rows

ARTICLES_A_PAGE = 1000
"""So many articles of news make a page of some six megabytes, which a phone opens."""
CHARACTERS_A_PAGE = 6_000_000
"""The most text of articles on a page, longer articles than those of news counted."""

SUFFIXES = (".html", ".htm")
"""What a browser opens, and no table is called."""


@dataclass(slots=True)
class Page:
    """What one page has: articles as lists, facts as rows, and which articles of all these are."""

    first: int
    articles: list[list[Any]] = field(default_factory=list)
    facts: list[list[Any]] = field(default_factory=list)
    characters: int = 0

    @property
    def is_full(self) -> bool:
        """Whether another article goes to the next page."""
        return len(self.articles) >= ARTICLES_A_PAGE or self.characters >= CHARACTERS_A_PAGE


def write_report(tables: str | Path, out: str | Path, folders: Sequence[str | Path] = ()) -> list[Path]:
    """Write the report of a folder of tables to ``out``, an HTML file; return the pages written.

    Articles beyond those of the first page are in ``NAME-2.html`` and so on beside it. ``folders`` are
    where the articles lie whose texts are not among the tables; without text, an article shows the
    sentences of its facts. Raises ``InputError`` for a folder without tables, ``OutputError`` without
    the packages of the extra ``report`` or if ``out`` cannot be written.
    """
    target = Path(out)
    if target.suffix.lower() not in SUFFIXES:
        raise OutputError(f"{out}: the report is a page; give a name that ends in .html")
    read = read_rows(tables)
    pages = list(_pages(read, [Path(folder) for folder in (*folders, ".")]))
    names = [
        target,
        *(target.with_name(f"{target.stem}-{number}{target.suffix}") for number in range(2, len(pages) + 1)),
    ]
    overview = overview_of(read)
    links = _links(pages, names)
    for number, (page, path) in enumerate(zip(pages, names, strict=True)):
        text = make_page(overview, page.articles, page.facts, links, number)
        try:
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise OutputError(f"{path}: {error.strerror or error}") from error
    return names


def _pages(read: Read, folders: Sequence[Path]) -> Iterator[Page]:
    """Articles with facts, as many a page as it takes; there is a page even without any."""
    facts = by_article(read.facts)
    page = Page(1)
    for article in (row for row in read.articles if row["article_id"] in facts):
        if page.is_full:
            yield page
            page = Page(page.first + len(page.articles))
        made, rows = article_data(len(page.articles), article, facts[article["article_id"]], read.texts, folders)
        page.articles.append(made)
        page.facts += rows
        page.characters += len(made[3])
    yield page


def _links(pages: Sequence[Page], names: Sequence[Path]) -> list[tuple[str, str]]:
    """The name of each page's file, and which articles it has."""
    return [
        (path.name, f"{page.first:,}–{page.first + len(page.articles) - 1:,}")
        for page, path in zip(pages, names, strict=True)
    ]


def overview_of(read: Read) -> Mapping[str, Any]:
    """What the first page tells of all articles: counts, what was not read, charts, conflicts, events."""
    unread: list[Row] = [row for row in read.articles if row["status"] != "ok"]
    told = {row["path"] for row in unread}
    failed = [row for row in read.errors if row["path"] not in told]
    reasons = [(row["path"], row["status"], row["message"]) for row in unread]
    reasons += [(row["path"], f"failed to {row['stage']}", row["message"] or row["error"]) for row in failed]
    parts = {
        "kinds": figures.by_kind_and_month(read.facts),
        "donors": figures.by_donor(read.claims, read.nations),
        "places": figures.places(read.facts),
        "tolls": figures.tolls(read.events),
    }
    return {
        "statuses": figures.statuses(read.articles),
        "nations": read.nations,
        "words": sum(row["words"] or 0 for row in read.articles),
        "facts": len(read.facts),
        "claims": len(read.claims),
        "unread": reasons,
        "charts": charts.charts(parts),
        "conflicts": conflicts.conflicts(read.claims, read.facts),
        "events": conflicts.event_rows(read.events),
        "made_by": read.made_by,
        "most": conflicts.MOST_SHOWN,
    }
