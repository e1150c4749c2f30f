"""The metadata of a page's article: JSON-LD first, then meta elements, then what the page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from factx.base import lexicon
from factx.reading.formats import json_ld, page_metas
from factx.reading.formats.bylines import author_of
from factx.reading.formats.live_posts import posts_in
from factx.reading.formats.markup import holds_lines, text_of
from factx.reading.formats.page_parts import names_of
from factx.reading.formats.story_html import title_of
from factx.reading.publication_date import day_of

_PARTS = lexicon.classes("reading/page_parts")
_WEB = ("http://", "https://")
_SCRIPTS: Any = etree.XPath(".//script[contains(@type, 'ld+json')]")
_SITE_MARK = re.compile(r"(?<!\s)\s++[-–—|:•·»]+\s+|(?:(?<!\s)\s++)?[|»]\s*")
_ELLIPSES = ("…", "...")
_BYLINES = (
    ".//*[@itemprop='author'] | .//*[contains(concat(' ', @rel, ' '), ' author ')]"
    " | .//*[contains(concat(' ', @class, ' '), ' byline ')]"
    " | .//*[contains(concat(' ', @class, ' '), ' vcard ')]//*[contains(concat(' ', @class, ' '), ' fn ')]"
)
_PUBLISHERS = ".//*[@itemprop='publisher']//meta[@itemprop='name']"
_MAY_BE_NAMED: Any = etree.XPath(".//*[contains(@class, 'uthor') or contains(@class, 'yline')]")
_AUTHOR = re.compile(
    rf"(?:^| )(?!\S*(?:{'|'.join(sorted(_PARTS['no_author']))}))\S*"
    rf"(?:{'|'.join(sorted(_PARTS['author']))})s?(?:-(?:names?|link|item|text|info))*(?= |$)"
)
"""How elements are named that hold who wrote a story."""
_NAMES = re.compile(r"(?i:by:? )?(?:[^\W\d_a-z][\w.'’-]*(?:,? (?:and |de |van |bin |al-)?|$)){2,8}")
_LONGEST_BYLINE = 80
"""Characters of a by-line that holds names and no more."""
_PAGE_KINDS = ("WebPage", "ItemPage")
_SITE_KINDS = ("WebSite", "NewsMediaOrganization")


@dataclass(frozen=True, slots=True)
class PageFields:
    """What a page says of its article; ``known`` are lines of its header that are no text.

    ``is_article`` is true if the page describes itself as one, ``is_free`` unless it says that it is
    for subscribers, ``words`` is the count that it states, ``body`` the text that JSON-LD gives and
    ``posts`` those of a live blog, each with its fields.
    """

    metadata: dict[str, str]
    known: list[str]
    is_article: bool
    is_free: bool
    words: str
    body: str
    posts: list[tuple[str, dict[str, str]]]


def fields_of(root: Any, url: str = "") -> PageFields:
    """The metadata of a page that was found at ``url``, if that is known."""
    metas, headings = page_metas.metas_of(root), page_metas.headings_of(root)
    canonical = page_metas.address_of(root, metas["url"])
    nodes = json_ld.nodes_of([element.text or "" for element in _SCRIPTS(root)])
    addresses = {address.partition("#")[0].rstrip("/") for address in (canonical, url) if address}
    node = json_ld.article_in(nodes, addresses) or {}
    publisher = _publisher(node, nodes, metas, root)
    found = {
        "title": _title(node, metas, headings, page_metas.title_element_of(root), publisher),
        "published": _published(node, nodes, metas, root),
        "updated": next(filter(day_of, [*json_ld.texts_of(node.get("dateModified")), *metas["updated"]]), ""),
        "author": _authors(node, nodes, metas, root),
        "publisher": publisher,
        "url": url or _own_address(node) or canonical,
        "language": next(iter([*json_ld.texts_of(node.get("inLanguage")), *_language(root), *metas["language"]]), ""),
    }
    metadata = {name: value for name, value in found.items() if value}
    authors = found["author"].split(", ")
    return PageFields(
        metadata,
        known=[*headings, *metas["title"], *authors],
        is_article=bool(node.get("headline") and node.get("datePublished")),
        is_free=str(node.get("isAccessibleForFree", True)).lower() != "false",
        words=str(node.get("wordCount") or ""),
        body=str(node.get("articleBody") or ""),
        posts=list(posts_in(nodes)),
    )


def _title(node: json_ld.Node, metas: dict[str, list[str]], headings: list[str], shown: str, publisher: str) -> str:
    stated = [title_of(text) for text in json_ld.texts_of([node.get("headline"), node.get("name")])]
    others = [_without_site(title_of(text), publisher) for text in (*metas["title"], *headings, shown)]
    title = _as_headed(next(filter(None, (*stated, *others)), ""), headings)
    if title.endswith(_ELLIPSES):
        begins = title.rstrip(".… ")
        title = next((other for other in others if other.startswith(begins) and len(other) > len(title)), title)
    return title


def _as_headed(title: str, headings: list[str]) -> str:
    """A title without what stands behind the page's headline in it: sections, a day, a country.

    >>> _as_headed("Dam bursts - 04/06/2019 - World - Folha", ["Dam bursts"]), _as_headed("Dam - bursts", ["D"])
    ('Dam bursts', 'Dam - bursts')
    """
    begins = (found for found in map(title_of, headings) if len(found.split()) > 1 and title.startswith(found))
    return next((found for found in begins if _SITE_MARK.match(title, len(found))), title)


def _without_site(title: str, publisher: str) -> str:
    """A title without the publisher behind or before it, which stands there for the list of bookmarks.

    >>> _without_site("Dam bursts | Andes Wire", "Andes Wire"), _without_site("War - and peace", "Andes Wire")
    ('Dam bursts', 'War - and peace')
    """
    parts = _SITE_MARK.split(title)
    name = publisher.lower()
    if len(parts) < 2 or not name:
        return title
    if parts[-1].lower().strip() == name:
        return title[: title.rindex(parts[-1])].rstrip(" -–—|:•·»")
    return title[len(parts[0]) :].lstrip(" -–—|:•·»") if parts[0].lower().strip() == name else title


def _published(node: json_ld.Node, nodes: list[json_ld.Node], metas: dict[str, list[str]], root: Any) -> str:
    """The first time of publication that is a full date, in the order of trust."""
    stated = json_ld.texts_of(node.get("datePublished"))
    pages = [other for other in nodes if other.get("@type") in _PAGE_KINDS]
    stated += [text for page in pages for text in json_ld.texts_of(page.get("datePublished"))]
    found = next(filter(day_of, [*stated, *metas["published"]]), None)
    return found or page_metas.time_of(root)


def _authors(node: json_ld.Node, nodes: list[json_ld.Node], metas: dict[str, list[str]], root: Any) -> str:
    stated = _names(json_ld.texts_of(json_ld.resolved(node.get("author"), nodes)))
    found = stated or _names(metas["author"]) or _names(_bylines(root))
    return ", ".join(found)


def _names(texts: Iterable[str]) -> list[str]:
    """Authors' names, each once; addresses and names of accounts are none."""
    names = (author_of(title_of(text)) for text in texts if not text.startswith((*_WEB, "@", "/")))
    return list(dict.fromkeys(filter(None, names)))


def _bylines(root: Any) -> list[str]:
    """The by-lines in one place of a page: of elements marked as such, else of those named so."""
    marked = ((element, text_of(element)) for element in root.xpath(_BYLINES))
    named = (
        (element, text_of(element))
        for element in _MAY_BE_NAMED(root)
        if _AUTHOR.search(names_of(element)) and not holds_lines(element)
    )
    found = [pair for pair in marked if _is_names(pair[1])]
    found = found or [pair for pair in named if _is_names(pair[1]) and _NAMES.fullmatch(pair[1])]
    return [line for element, line in found if element.getparent() is found[0][0].getparent()]


def _is_names(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_BYLINE and not any(map(str.isdigit, line))


def _publisher(node: json_ld.Node, nodes: list[json_ld.Node], metas: dict[str, list[str]], root: Any) -> str:
    sites = [other for other in nodes if other.get("@type") in _SITE_KINDS]
    stated = json_ld.texts_of(json_ld.resolved(node.get("publisher"), nodes))
    others = [name for site in sites for name in json_ld.texts_of(site.get("name"))]
    marked = [meta.get("content") or "" for meta in root.xpath(_PUBLISHERS)]
    found = (text for text in (*stated, *metas["publisher"], *others, *marked) if not text.startswith(_WEB))
    return next(found, "")


def _own_address(node: json_ld.Node) -> str:
    """The address of the article in JSON-LD; that of the site's first page is none."""
    texts = json_ld.texts_of([node.get("mainEntityOfPage"), node.get("url")])
    for value in (node.get("mainEntityOfPage"), node.get("url")):
        if isinstance(value, dict):
            texts += json_ld.texts_of([value.get("@id"), value.get("url")])
    return next((text for text in texts if text.startswith(_WEB) and text.rstrip("/").count("/") > len("//")), "")


def _language(root: Any) -> list[str]:
    stated = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return [stated] if stated.strip() else []
