"""What meta elements, ``<time>`` and links of a page say of its article, where JSON-LD is silent.

A page holds the times of other stories, too: a ``<time>`` counts if it is marked as the one of
publication, or is the first that is neither within a list of stories nor one of an update.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from factx.base import lexicon
from factx.reading.formats.markup import text_of
from factx.reading.formats.page_parts import names_of
from factx.reading.header_lines import statements
from factx.reading.publication_date import day_of

_FIELDS = tuple((row["field"], row["name"]) for row in lexicon.read("reading/meta_names"))
_NAMES = ("property", "name", "itemprop", "http-equiv")
_WEB = ("http://", "https://")
_UPDATE = re.compile(r"updat|modif|edited")
_DATE_PLACE = re.compile(
    r"(?:^|[ -])(?:date|dateline|datetime|time|timestamp|published|pubdate|byline|meta|posted)(?=[ -]|$)"
)
_ELSEWHERE = "ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li[ancestor::ul[count(li) > 1]]"
_MARKED_TIMES = (
    ".//*[@itemprop='datePublished'][@content or @datetime]",
    ".//time[@pubdate][@datetime]",
    f".//time[@datetime][not({_ELSEWHERE})]",
    f".//abbr[contains(@class, 'published')][@title][not({_ELSEWHERE})]",
)
_LONGEST_DATE_LINE = 120
"""Characters of an element that holds a date, perhaps behind an author and before a time."""
_MOST_PLACES = 60
"""Elements whose class sounds like a date that are looked at: the article's is among the first."""


def metas_of(root: Any) -> dict[str, list[str]]:
    """The values that a page's meta elements state, by factx's fields, the surest first."""
    stated: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        for name in {(meta.get(key) or "").strip().lower() for key in _NAMES} - {""}:
            if content and content not in stated.setdefault(name, []):
                stated[name].append(content)
    found: dict[str, list[str]] = {}
    for field, name in _FIELDS:
        found.setdefault(field, []).extend(stated.get(name, ()))
    return found


def address_of(root: Any, stated: Iterable[str]) -> str:
    """The page's own address: the canonical link, else what its meta elements state, else ""."""
    links = [
        link.get("href", "").strip()
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    return next((address for address in (*links, *stated) if address.startswith(_WEB)), "")


def headings_of(root: Any) -> list[str]:
    """The first headings of a page, that which is marked as the headline first."""
    marked = root.xpath(".//*[@itemprop='headline'] | .//article//h1")
    return [heading for element in (*marked, *root.iter("h1")) if (heading := text_of(element))]


def title_element_of(root: Any) -> str:
    """The title that a browser shows, "" if there is none."""
    return next((" ".join((title.text or "").split()) for title in root.iter("title")), "")


def times_of(root: Any) -> Iterator[str]:
    """Yield the times that may be the one of publication, the likeliest first."""
    for path in _MARKED_TIMES:
        for element in root.xpath(path):
            stated = element.get("content") or element.get("datetime") or element.get("title") or ""
            if stated.strip() and not _UPDATE.search(names_of(element) + (element.get("itemprop") or "").lower()):
                yield stated.strip()
    yield from _written_dates(root)


def _written_dates(root: Any) -> Iterator[str]:
    """Yield the full dates in elements that are named as the place of one, as the page shows them."""
    places = root.xpath(f".//*[@class or @id][not({_ELSEWHERE})]")
    dated = (element for element in places if _DATE_PLACE.search(names_of(element)))
    for _, element in zip(range(_MOST_PLACES), dated, strict=False):
        written = " ".join(" ".join(element.itertext()).split())
        if not written or len(written) > _LONGEST_DATE_LINE or _UPDATE.match(written.lower()):
            continue
        if day_of(written):
            yield written
        yield from (date for kind, date in statements(written) if kind == "published")
