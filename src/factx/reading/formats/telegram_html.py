"""The page that Telegram makes of a channel or chat: each message with words is an article.

Pictures, calls and notices of the program have no words. The channel is the publisher.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from factx.base import InputError
from factx.reading.formats.charsets import text_of_page
from factx.reading.formats.markup import html_of, paragraphs_of, text_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, RawArticle, ReadOptions, with_note


def _with_class(name: str) -> str:
    return f"div[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"


_MESSAGES: Any = etree.XPath(f"//{_with_class('history')}/{_with_class('default')}")
_CHANNEL: Any = etree.XPath(f"//{_with_class('page_header')}//{_with_class('text')}")
_TEXTS: Any = etree.XPath(f".//{_with_class('text')}")
_DAYS: Any = etree.XPath(f".//{_with_class('date')}/@title")


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the messages of a channel."""
    page, encoding = text_of_page(file.data(), "")
    root = html_of(page.replace("\0", ""))
    channel = " ".join(map(text_of, _CHANNEL(root)[:1]))
    number = 0
    for message in _MESSAGES(root):
        text = "\n\n".join(paragraph for element in _TEXTS(message) for paragraph in paragraphs_of(element))
        if text:
            number += 1
            found = {"publisher": channel, "published": next(iter(_DAYS(message)), "")}
            part = RawArticle(text, {name: value for name, value in found.items() if value}, number)
            yield with_note(part, encoding.note_on(text))
    if not number:
        raise InputError("no message with words in this export of Telegram's")
