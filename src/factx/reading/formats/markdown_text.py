"""Text in Markdown, as clippers and crawlers write pages: read without its marks."""

from __future__ import annotations

import re

_MARKS = (
    (re.compile(r"!\[[^\]\n]{0,1000}\]\([^()\n]{0,2000}\)|!\[\[[^\]\n]{1,300}\]\]"), ""),
    (re.compile(r"\[(?P<text>[^\[\]\n]{1,1000})\]\([^()\n]{0,2000}\)"), r"\g<text>"),
    (re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?(?P<text>[^\[\]|\n]{1,300})\]\]"), r"\g<text>"),
    (re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|(?:>[ \t]?)+)", re.MULTILINE), ""),
    (re.compile(r"(?P<mark>\*\*|__)(?=\S)(?P<text>[^\n]{1,1000}?)(?<=\S)(?P=mark)"), r"\g<text>"),
    (re.compile(r"(?<![\w*])(?P<mark>[*_])(?=\S)(?P<text>[^*_\n]{1,1000})(?<=\S)(?P=mark)(?![\w*])"), r"\g<text>"),
    (re.compile(r"\\(?P<text>[\\`*_{}\[\]()#+.!$>~|-])"), r"\g<text>"),
)
"""Pictures, links, links among notes, headings and quotations, bold, italic, and what is escaped."""


def unmarked(text: str) -> str:
    """The text without the marks of Markdown.

    >>> unmarked("# Dam bursts\\n\\n**Two** men [fled](https://a.example) with 3 * 4 snake_case_names.")
    'Dam bursts\\n\\nTwo men fled with 3 * 4 snake_case_names.'
    """
    for mark, kept in _MARKS:
        text = mark.sub(kept, text)
    return text.strip()
