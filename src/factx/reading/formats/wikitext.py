"""Wikitext and dumps of wikis: told, and not read, for who writes them may define any mark."""

from __future__ import annotations

import re
from typing import NoReturn

from factx.base import InputError
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import ReadOptions

_MARKS = (
    re.compile(r"\[\[(?:Category|File|Image|w|Wikipedia):[^\[\]\n]{1,300}", re.IGNORECASE),
    re.compile(r"\{\{[^{}\n|]{1,60}\|[^{}\n]{1,300}\}\}"),
    re.compile(r"^(={2,4}) ?[^=\n]{1,80} ?\1[ \t]*\r?$", re.MULTILINE),
    re.compile(r"\[\[[^\[\]|\n]{1,100}\|[^\[\]\n]{1,100}\]\]"),
    re.compile(r"<ref[ >/]"),
    re.compile(r"'''[^'\n]{1,100}'''"),
)
"""Namespaces, templates, headings, links with a label, notes and bold words: Markdown has none of them."""
_FEWEST = 3
"""Kinds of marks by which wikitext is told: a text that speaks of wikis has one or two."""
_DUMP = (
    "a dump of a wiki, whose articles are wikitext: have wikiextractor make JSON of it (wikiextractor --json), "
    "and give factx what it writes"
)
_TEXT = (
    "wikitext, whose marks would be read as words: save the page from the browser (.html), "
    "or convert it (pandoc -f mediawiki -t html)"
)


def refuse_dump(file: InputFile, options: ReadOptions) -> NoReturn:
    """Say what makes texts of a dump of a wiki."""
    raise InputError(_DUMP)


def refuse_text(file: InputFile, options: ReadOptions) -> NoReturn:
    """Say what makes a text of wikitext."""
    raise InputError(_TEXT)


def is_wikitext(text: str) -> bool:
    """True for text with several kinds of the marks of MediaWiki.

    >>> is_wikitext("{{date|June 4, 2021}}\\nThe [[dam|wall]] broke.\\n== Sources ==\\n")
    True
    >>> is_wikitext("# Dam breaks\\n\\nThe [[dam]] of {{place}} broke.")
    False
    """
    return sum(mark.search(text) is not None for mark in _MARKS) >= _FEWEST
