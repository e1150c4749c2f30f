"""Write the report: one page for a thousand articles, and further pages beside it for more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from factx.base import InputError, OutputError, counted, plural
from factx.report import charts, conflicts, figures, growth
from factx.report.html import make_page
from factx.report.kept import Row
from factx.report.page_data import article_data
from factx.report.rows import Read, read_rows

ARTICLES_A_PAGE = 1000
"""So many articles of news make a page of some six megabytes, which a phone opens."""
WORDS_A_PAGE = 1_000_000
"""The most words of articles on a page: some six megabytes, where articles are longer than those of news."""
SUFFIXES = (".html", ".htm")
"""What a browser opens, and no table is called."""


def write_report(tables: str | Path, out: str | Path, folders: Sequence[str | Path] = ()) -> list[Path]:
    """Write the report of a folder of tables to ``out``, an HTML file; return the pages written.

    Articles beyond those of the first page are in ``NAME-2.html`` and so on beside it. ``folders`` are
    where the articles lie whose texts are not among the tables; without text, an article shows the
    sentences of its facts. Raises ``InputError`` for a folder that is none or has no tables,
    ``OutputError`` without the packages of the extra ``report`` or if ``out`` cannot be written.
    """
    target = Path(out)
    if target.suffix.lower() not in SUFFIXES:
        raise OutputError(f"{out}: the report is a page; give a name that ends in .html")
    for folder in folders:
        if not Path(folder).is_dir():
            raise InputError(f"{folder}: no such folder of articles; give the one that factx extract read")
    read = read_rows(tables)
    pages = list(_pages(row for row in read.articles if row["article_id"] in read.facts))
    further = range(2, len(pages) + 1)
    names = [target, *(target.with_name(f"{target.stem}-{number}{target.suffix}") for number in further)]
    overview, links = overview_of(read, _homes(pages, names)), _links(pages, names)
    places = [Path(folder) for folder in (*folders, ".")]
    for number, (articles, path) in enumerate(zip(pages, names, strict=True)):
        made = [
            article_data(at, article, read.facts.of(article["article_id"]), read.texts, places)
            for at, article in enumerate(articles)
        ]
        rows = [row for _, rows in made for row in rows]
        text = make_page(overview, [article for article, _ in made], rows, links, number)
        _write(path, text)
    return names


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error


def _pages(articles: Iterable[Row]) -> Iterator[list[Row]]:
    """Articles, as many a page as it takes; there is a page even without any."""
    page: list[Row] = []
    words = 0
    for article in articles:
        if page and (len(page) >= ARTICLES_A_PAGE or words >= WORDS_A_PAGE):
            yield page
            page, words = [], 0
        page.append(article)
        words += article["words"] or 0
    yield page


def _homes(pages: Sequence[Sequence[Row]], names: Sequence[Path]) -> dict[str, str]:
    """The name of the file that shows an article, by the id of the article."""
    return {row["article_id"]: path.name for page, path in zip(pages, names, strict=True) for row in page}


def _links(pages: Sequence[Sequence[Row]], names: Sequence[Path]) -> list[tuple[str, str]]:
    """The name of each page's file, and which of the articles with facts it has."""
    ends = list(accumulate(map(len, pages)))
    return [(path.name, f"{end - len(page) + 1:,}–{end:,}") for page, path, end in zip(pages, names, ends, strict=True)]


def overview_of(read: Read, homes: Mapping[str, str]) -> Mapping[str, Any]:
    """What the first page tells of all articles: counts, what was not read, charts, conflicts, events.

    ``homes`` are names of the files that show articles, by the ids of those.
    """
    unread: list[Row] = [row for row in read.articles if row["status"] != "ok"]
    unread_paths = {row["path"] for row in unread}
    failed = [row for row in read.errors if row["path"] not in unread_paths]
    reasons = [(row["path"], row["status"], row["message"]) for row in unread]
    reasons += [(row["path"], f"failed to {row['stage']}", row["message"] or row["error"]) for row in failed]
    parts = {
        "kinds": figures.by_kind_and_month(read.facts),
        "donors": figures.by_donor(read.claims, read.nations),
        "places": figures.places(read.facts, read.nations),
        "tolls": figures.tolls(read.events, read.nations),
    }
    events = conflicts.in_order(read.events)
    told = growth.growth(read.facts, homes)
    disputed = conflicts.conflicts(read.claims, read.facts, homes)
    return {
        "heading": heading_of(len(read.articles)),
        "counts": counts_of(read, len(disputed)),
        "nations": read.nations,
        "unread": reasons,
        "charts": charts.charts(parts, {"donors": figures.beside_donors(read.claims)}),
        "conflicts": disputed,
        "events": conflicts.event_rows(events, read.nations),
        "growth": [told.get(event["event_id"], []) for event in events],
        "made_by": read.made_by,
        "most": conflicts.MOST_SHOWN,
    }


def heading_of(articles: int) -> str:
    """The heading of a report on so many articles.

    >>> heading_of(1), heading_of(1200)
    ('What 1 article says', 'What 1,200 articles say')
    """
    return f"What {counted(articles, 'article')} {'says' if articles == 1 else 'say'}"


def counts_of(read: Read, disputed: int) -> list[tuple[int, str]]:
    """What was read and found, as numbers with their names."""
    statuses = figures.statuses(read.articles)
    words = sum(row["words"] or 0 for row in read.articles)
    found = {"word": words, "fact": len(read.facts), "claim": len(read.claims), "conflict": disputed}
    return [
        (statuses["ok"], f"{plural(statuses['ok'], 'article')} read"),
        (statuses["skipped"], "skipped"),
        (statuses["failed"], "failed"),
        *((number, plural(number, noun)) for noun, number in found.items()),
    ]
