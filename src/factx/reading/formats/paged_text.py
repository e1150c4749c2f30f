"""Text with marks of its pages' ends, as programs make of PDF and scanned print, to one that runs on.

Page numbers and lines that come again at the edges of pages (running heads) are left out, but for
their first time: they may name the paper and its day. A sentence goes on over the end of a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factx.reading.header_dates import header_day
from factx.reading.sentence_ends import ends_sentence

PAGE_END = "\f"
_EDGE_LINES = 2
"""Lines at the top and the bottom of a page among which running heads and page numbers are."""
_FEWEST_PAGES, _PART = 2, 3
"""Pages on which a running head stands at least: two, and one of three, as left and right have their own."""
_NUMBER = re.compile(r"[^\w\s]{0,3} ?(?:page|p\.?)? ?\d{1,4} ?(?:(?:of|/) ?\d{1,4})? ?[^\w\s]{0,3}", re.IGNORECASE)
_BESIDE = re.compile(r"^\d{1,4}[ \t]{2}|(?<![ \t])[ \t]{2,}+(?:page )?\d{1,4}$", re.IGNORECASE)
"""The number of a page in a running head, set apart from it."""
_DIGITS = re.compile(r"\d+")


def without_page_edges(text: str) -> str:
    """The text without running heads and page numbers; one that has none stays as it is.

    >>> without_page_edges("The Argus  2\\nTwo men were kil-\\n\\fThe Argus  3\\nled in Bor.\\n\\n3\\n")
    'The Argus  2\\nTwo men were kil-\\nled in Bor.\\n'
    """
    pages = [page.splitlines() for page in text.split(PAGE_END) if page.strip()]
    edges = [_edges(page) for page in pages]
    counted = Counter(key for page, at in zip(pages, edges, strict=True) for key in {_key(page[line]) for line in at})
    seen: set[str] = set()
    kept = [_kept(page, at, counted, seen, len(pages)) for page, at in zip(pages, edges, strict=True)]
    if kept == pages:
        return text
    whole = ""
    for page in filter(None, map("\n".join, kept)):
        whole += (("\n" + PAGE_END) if ends_sentence(whole, also=":") else "\n") * bool(whole) + page.strip("\n")
    return whole + "\n"


def _edges(page: Sequence[str]) -> list[int]:
    """The places of the first and the last lines with words."""
    filled = [at for at, line in enumerate(page) if line.strip()]
    return sorted({*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]})


def _key(line: str) -> str:
    """What two running heads have in common: all but the numbers of their pages; a day is no such number."""
    folded = " ".join(_BESIDE.sub("", line.strip()).split())
    return folded if header_day(folded) else " ".join(_DIGITS.sub("", folded).split())


def _kept(page: list[str], edges: list[int], counted: Counter[str], seen: set[str], pages: int) -> list[str]:
    """The lines of a page but for page numbers and what was seen at the edges of a page before."""
    dropped = set()
    for at in edges:
        key = _key(page[at])
        is_running = any(map(str.isalpha, key)) and counted[key] >= max(_FEWEST_PAGES, pages / _PART)
        if _NUMBER.fullmatch(" ".join(page[at].split())) or (is_running and key in seen):
            dropped.add(at)
        seen.add(key)
    return [line for at, line in enumerate(page) if at not in dropped]
