"""The HTML that a feed or an export holds as an article's content, as paragraphs of its text.

Captions, lists of links, forms and embedded players are no text, nor is what feeds add: "The post …
appeared first on …", "Read more". Blank lines part paragraphs where there are no tags for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

from factx.base import lexicon
from factx.reading.formats.markup import html_of, paragraphs_of
from factx.reading.formats.page_marks import settle_marks
from factx.reading.formats.page_parts import unread_parts

_WORDS = lexicon.classes("reading/page_words")
_OPENINGS, _CUTS = tuple(_WORDS["opening"]), tuple(_WORDS["cut"])
_ELEMENTS = lexicon.classes("reading/markup", by="name", column="class")
_TIMES = lexicon.classes("base/time_words")["weekday"] | lexicon.classes("base/time_words")["month"]
_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_ELEMENTS))})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;(?:p|div|br|a|b|i|em|strong|img|span)\b", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:p|div|li|h[1-6]|blockquote|section|article|td)[\s/>]", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\r?\n[ \t]*(?:\r?\n[ \t]*)+")
_BREAK_TWICE = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_FROM_ELSEWHERE = re.compile(
    rf"(?:^|(?<=[\s.!?…\]”\"]))(?:{'|'.join(sorted(_WORDS['posted']))})\b[^\n]{{0,400}}?"
    rf"\b(?:{'|'.join(sorted(_WORDS['elsewhere']))})\b(?!\s(?:{'|'.join(sorted(_TIMES))})\b)[^\n]{{0,200}}$",
    re.IGNORECASE,
)
_NO_WORD = re.compile(r"^[^\w\s\"“‘'(\[$€£©#@+-]+\s*")
"""Signs and pictures in front of a notice."""
_LONGEST_NOTICE = 160
"""Characters of a paragraph that is no text by the words it begins with: of a story it would be longer."""
_LAST = 3
"""Paragraphs at the end that may say where the article stood first."""


def content_paragraphs(content: str) -> list[str]:
    """The paragraphs of an article's text in HTML, or in plain text with blank lines.

    >>> content_paragraphs("<p>Two &amp; one fled.</p><figure><figcaption>A lake</figcaption></figure>")
    ['Two & one fled.']
    >>> content_paragraphs("<p>The flood killed <del>30</del> 12<sup>1</sup> people.</p>")
    ['The flood killed 12 people.']
    """
    if _ESCAPED_TAG.search(content) and not _TAG.search(content):
        content = unescape(content)
    if not _BLOCK.search(content):
        content = _BLANK_LINES.sub("<p></p>", content)
    content = _BREAK_TWICE.sub("<p></p>", content)
    if not content.strip():
        return []
    root = html_of(f"<div>{content}</div>")
    settle_marks(root)
    return text_paragraphs(root)


def text_paragraphs(root: Any) -> list[str]:
    """The paragraphs of an element that are text of the article."""
    return without_notices(paragraphs_of(root, unread_parts(root)))


def without_notices(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs without those that offer other stories, services or the same story elsewhere.

    >>> without_notices(["Two fled.", "Read more: Ten fled", "The post x appeared first on Andes Wire."])
    ['Two fled.']
    """
    kept = [paragraph for paragraph in paragraphs if not is_notice(paragraph)]
    for at in range(max(len(kept) - _LAST, 0), len(kept)):
        if any(phrase in kept[at].lower() for phrase in _WORDS["posted"]):
            kept[at] = _FROM_ELSEWHERE.sub("", kept[at]).strip()
    return [paragraph for paragraph in kept if paragraph]


def is_notice(paragraph: str) -> bool:
    """True for a paragraph that is no text of an article by its words, and for a web address alone."""
    small = _NO_WORD.sub("", " ".join(paragraph.lower().split()))
    if small.rstrip(" .:!»→>") in _WORDS["whole"] or _ADDRESS.fullmatch(small):
        return True
    if len(small) > _LONGEST_NOTICE:
        return False
    return small.startswith(_OPENINGS) or any(phrase in small for phrase in _WORDS["offer"])


def is_cut(paragraphs: Sequence[str]) -> bool:
    """True if a text ends as feeds end what they cut: with an ellipsis or a link to the rest.

    >>> is_cut(["Two men fled the [&hellip;]".replace("&hellip;", "…")]), is_cut(["Two men fled."])
    (True, False)
    """
    return bool(paragraphs) and paragraphs[-1].lower().rstrip().endswith(_CUTS)


def title_of(text: str) -> str:
    """A title in one line, without tags and with what was escaped twice undone.

    >>> title_of("Dam &amp;amp; <b>lake</b>\\n burst"), title_of("Is 3 < 4?")
    ('Dam & lake burst', 'Is 3 < 4?')
    """
    plain = unescape(unescape(text)) if "&" in text else text
    return " ".join(_TAG.sub("", plain).replace("\xa0", " ").split())
