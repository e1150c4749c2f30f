"""What meta elements, ``<time>`` and links of a page say of its article, where JSON-LD is silent.

A page holds the times of other stories, too: a ``<time>`` counts if it stands nearest to the
headline and is that of no update, and not if several there give different days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from factx.base import lexicon
from factx.reading.formats.markup import text_of
from factx.reading.formats.page_parts import names_of
from factx.reading.header_lines import statements
from factx.reading.publication_date import day_of

_WORDS = lexicon.classes("reading/page_words")
_DOMAIN = re.compile(r"(?:^|-)domain(?=[ -]|$)")
"""How a browser's reading view names the link to its page."""
_FIELDS = tuple((row["field"], row["name"]) for row in lexicon.read("reading/meta_names"))
_NAMES = ("property", "name", "itemprop", "http-equiv")
_WEB = ("http://", "https://")
_UPDATE = re.compile(r"updat|modif|edited")
_PUBLISHED = re.compile(r"publi|pubdate")
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
_OF_NOTES, _OF_PAGE = "exporter-version", ("source-url", "title")
"""What Evernote writes into a note: author and days are the note's, address and title those of what was clipped."""
_LABELS = ("dt", "th")
_HEADLINES: Any = etree.XPath(".//*[@itemprop='headline'] | .//article//h1")
_MOST_DAYS = 2
"""Days that stand beside a headline: of publication and of an update; more are those of a list of stories."""
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
    if _OF_NOTES in stated:
        stated = {name: values for name, values in stated.items() if name in _OF_PAGE}
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
    found = next((address for address in (*links, *stated) if address.startswith(_WEB)), "")
    return found or next(_clipped_from(root), "")


def _clipped_from(root: Any) -> Iterator[str]:
    """Yield the address to which a page that a reader has kept links as to the original."""
    for link in root.iter("a"):
        address, said = (link.get("href") or "").strip(), " ".join(link.text_content().split()).lower()
        if address.startswith(_WEB) and (said in _WORDS["original"] or _DOMAIN.search(names_of(link))):
            yield address


def headings_of(root: Any) -> list[str]:
    """The first headings of a page, that which is marked as the headline first."""
    marked = _HEADLINES(root)
    return [heading for element in (*marked, *root.iter("h1")) if (heading := text_of(element))]


def title_element_of(root: Any) -> str:
    """The title that a browser shows, "" if there is none."""
    return next((" ".join((title.text or "").split()) for title in root.iter("title")), "")


def time_of(root: Any) -> str:
    """The time that a page shows as the one of publication, "" if none surely is.

    It is the first among those nearest to the headline: in the innermost element around both.
    """
    around = list(_headline(root).iterancestors()) or [root]
    near: dict[int, list[str]] = {}
    for element, written in sorted(_times(root), key=lambda found: not _says_published(found[0])):
        level = next(around.index(outer) for outer in element.iterancestors() if outer in around)
        near.setdefault(level, []).append(written)
    nearest = near[min(near)] if near else []
    return nearest[0] if nearest and len({*map(day_of, nearest)}) <= _MOST_DAYS else ""


def _says_published(element: Any) -> bool:
    """True for a time that is told from another, of posting or of an event, by a name or label of it."""
    around = (element, element.getparent())
    labels = (outer.getprevious() for outer in around)
    told = (text_of(label).lower() for label in labels if label is not None and label.tag in _LABELS)
    return any(map(_PUBLISHED.search, (*map(names_of, around), *told)))


def _headline(root: Any) -> Any:
    """The element that the article's own time stands near: its headline, else its text."""
    paths = (".//*[@itemprop='headline']", ".//article//h1", ".//h1", ".//article", ".//p")
    found = (element for path in paths for element in root.xpath(path)[:1])
    return next(found, root)


def _times(root: Any) -> Iterator[tuple[Any, str]]:
    """Yield elements with full dates that may be those of publication, marked ones first, with the date."""
    for path in _MARKED_TIMES:
        for element in root.xpath(path):
            stated = (element.get("content") or element.get("datetime") or element.get("title") or "").strip()
            if day_of(stated) and not _UPDATE.search(names_of(element) + (element.get("itemprop") or "").lower()):
                yield element, stated
    places = root.xpath(f".//*[@class or @id][not({_ELSEWHERE})]")
    dated = (element for element in places if _DATE_PLACE.search(names_of(element)))
    for _, element in zip(range(_MOST_PLACES), dated, strict=False):
        written = " ".join(" ".join(element.itertext()).split())
        if written and len(written) <= _LONGEST_DATE_LINE and not _UPDATE.match(written.lower()):
            yield from ((element, date) for date in _dates_in(written))


def _dates_in(written: str) -> list[str]:
    """The full date that a line is, or those that it states for the publication."""
    if day_of(written):
        return [written]
    return [date for kind, date in statements(written) if kind == "published" and day_of(date)]
