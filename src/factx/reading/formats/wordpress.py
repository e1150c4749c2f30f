"""Exports of WordPress (WXR): its published posts; pages, menus, attachments and drafts are none.

1. ``wp:post_date`` is the day of the site; ``pubDate`` and ``post_date_gmt`` are UTC.
2. ``dc:creator`` is the login of an author whose name the head of the file tells.
3. In posts without block markup blank lines part paragraphs; comments stand within items.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factx.base import InputError
from factx.reading.formats.bylines import author_of
from factx.reading.formats.feed_fields import Fields
from factx.reading.formats.feeds import BROKEN_OFF
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import BadPart, Part, RawArticle, ReadOptions
from factx.reading.formats.story_html import content_paragraphs, title_of
from factx.reading.formats.xml_stream import BrokenOff, elements_of, name_of
from factx.reading.shortcodes import without_shortcodes

_READ = ("post", "publish")
"""Type and status of what a reader of the site sees as an article."""
_BLOCKS = "<!-- wp:"
_MORE = re.compile(r"<!--\s*(?:more|nextpage|noteaser)\b[^<>]{0,200}-->", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\r?\n[ \t]*(?:\r?\n[ \t]*)+")
_LINE_END = re.compile(r"(?<=[^\s>])[ \t]*\r?\n[ \t]*(?=[^\s<])")
_NO_DATE = "0000"
_LISTED = 4
"""Kinds of items that an error lists."""


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield an article for each published post of an export."""
    names: dict[str, str] = {}
    others: Counter[str] = Counter()
    publisher, number = "", 0
    try:
        for element in elements_of(file, "author", "item"):
            fields = Fields(element)
            if name_of(element) == "author":
                names[fields.text("wp:author_login")] = fields.text("wp:author_display_name")
                continue
            kind = (fields.text("wp:post_type") or _READ[0], fields.text("wp:status") or _READ[1])
            if kind != _READ:
                others[" ".join(reversed(kind))] += 1
                continue
            number += 1
            publisher = publisher or title_of(Fields(element.getparent()).text("title"))
            yield _part(fields, number, names, publisher)
    except BrokenOff:
        yield BadPart(BROKEN_OFF, number + 1)
        return
    if not number:
        raise InputError(_nothing(others))


def _nothing(others: Counter[str]) -> str:
    listed = ", ".join(f"{count} {kind}" for kind, count in others.most_common(_LISTED))
    return f"an export of WordPress without published posts (it has: {listed or 'no items'})"


def _part(post: Fields, number: int, names: dict[str, str], publisher: str) -> Part:
    paragraphs = content_paragraphs(_in_paragraphs(post.raw("content:encoded")))
    if not paragraphs:
        return BadPart("no text: the post has pictures or embedded content alone", number)
    login = post.text("dc:creator")
    local, updated = post.text("wp:post_date"), post.text("wp:post_modified")
    found = {
        "title": title_of(post.text("title")),
        "published": post.text("pubDate") if not local or local.startswith(_NO_DATE) else local,
        "updated": "" if updated.startswith(_NO_DATE) else updated,
        "author": author_of(title_of(names.get(login) or login)),
        "publisher": publisher,
        "url": post.text("link"),
    }
    return RawArticle("\n\n".join(paragraphs), {name: value for name, value in found.items() if value}, number)


def _in_paragraphs(content: str) -> str:
    """The content as the site shows it: shortcodes undone, lines of a post without blocks as paragraphs."""
    has_blocks = _BLOCKS in content
    content = _BLANK_LINES.sub("<p></p>", without_shortcodes(_MORE.sub("\n\n", content)))
    return content if has_blocks else _LINE_END.sub("<br>", content)
