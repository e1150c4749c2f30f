"""The kinds of files: who writes each, what is to be read of it, and what a script with a library does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.exports import archives, libraries, markup, records
from benchmarks.exports.stories import Story

Values = Mapping[str, str]
"""What a file says of an article, by factx's columns."""
MANY, FEW = 10_000, 400
"""Articles of the larger file that is measured; few where each is a page of 100 kB."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name, ``file`` is what such files are called.

    ``parse`` takes text and date out of a file, as a script with the library does; ``said`` are the
    columns that differ from the story's own, an empty one is not said.
    """

    file: str
    write: Callable[[Iterable[Story], Path], None]
    library: str
    parse: Callable[[Path], object]
    said: Callable[[Story], Values] = lambda story: {}
    most: int = MANY
    is_sorted: bool = False

    def expected(self, story: Story) -> dict[str, str]:
        """What is to be read of a story in a file of this kind."""
        whole = {name: getattr(story, name) for name in ("title", "published", "publisher", "author", "text")}
        return {name: value for name, value in {**whole, **self.said(story)}.items() if value}


def _of_site(story: Story) -> Values:
    return {"publisher": markup.SITE}


def _mail(story: Story) -> Values:
    return {"publisher": ""}


def _plain(story: Story) -> Values:
    return {"publisher": "", "text": f"{story.title}\n\n{story.text}"}


def _capitals(story: Story) -> Values:
    return {"author": story.author.upper()}


KINDS = {
    "LexisNexis TXT": Kind("lexis.TXT", archives.lexisnexis_txt, "re", libraries.split_lexis, _capitals),
    "LexisNexis HTML": Kind("lexis.html", archives.lexisnexis_html, "lxml.html", libraries.lexis_html),
    "Nexis Uni DOCX": Kind("nexis.DOCX", archives.nexis_docx, "zipfile, lxml", libraries.docx),
    "Nexis Uni RTF": Kind("nexis.rtf", archives.nexis_rtf, "striprtf", libraries.rtf),
    "Factiva HTML": Kind("factiva.html", archives.factiva_html, "lxml.html", libraries.factiva_html),
    "Factiva XML": Kind("factiva.xml", archives.factiva_xml, "lxml", libraries.factiva_xml),
    "Factiva RTF": Kind("factiva.rtf", archives.factiva_rtf, "striprtf", libraries.factiva_rtf),
    "ProQuest TXT": Kind(
        "proquest.txt",
        archives.proquest_txt,
        "re",
        libraries.split_proquest,
        lambda story: {"author": ", ".join(reversed(story.author.split()))},
    ),
    "Europresse HTML": Kind("europresse.html", archives.europresse, "lxml.html", libraries.europresse),
    "news-please JSON": Kind(
        "newsplease.json",
        records.newsplease,
        "json",
        libraries.newsplease,
        lambda story: {"publisher": story.site},
    ),
    "newspaper4k JSON": Kind("newspaper.json", records.newspaper, "json", libraries.newspaper),
    "Fundus JSON": Kind("fundus.json", records.fundus, "json", libraries.fundus, is_sorted=True),
    "NewsAPI JSON": Kind(
        "newsapi.json",
        records.newsapi,
        "json",
        libraries.newsapi,
        lambda story: {"text": records.newsapi_text(story)},
    ),
    "Event Registry JSON": Kind(
        "eventregistry.json",
        records.eventregistry,
        "json",
        libraries.eventregistry,
    ),
    "trafilatura JSONL": Kind("trafilatura.jsonl", records.trafilatura, "json", libraries.json_lines),
    "CSV with semicolons": Kind("table.csv", records.semicolons, "csv", libraries.csv_rows),
    "Parquet": Kind("table.parquet", records.parquet, "pyarrow", libraries.parquet),
    "RSS": Kind("feed.xml", markup.rss, "lxml", libraries.rss, _of_site),
    "Atom": Kind("atom.xml", markup.atom, "lxml", libraries.atom, _of_site),
    "WordPress WXR": Kind("wordpress.xml", markup.wordpress, "lxml", libraries.wordpress, _of_site),
    "NITF in .tgz": Kind("nitf.tgz", markup.nitf, "tarfile, lxml", libraries.tar_xml),
    "NewsML-G2": Kind("newsml.xml", markup.newsml, "lxml", libraries.newsml),
    "WARC of pages": Kind("crawl.warc.gz", markup.warc, "fastwarc, trafilatura", libraries.warc_pages),
    "pages in .zip": Kind("pages.zip", markup.pages, "zipfile, trafilatura", libraries.zip_pages),
    "whole pages in .zip": Kind("whole.zip", markup.whole_pages, "zipfile, trafilatura", libraries.zip_pages, most=FEW),
    "TXT in .zip": Kind("texts.zip", markup.texts, "zipfile", libraries.zip_texts, _plain),
    "mails in .zip": Kind("mails.zip", markup.mails, "zipfile, email", libraries.zip_mails, _mail),
}
"""Every kind that may hold many articles."""
