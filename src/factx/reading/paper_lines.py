"""Lines that name a paper, mostly with the day of the issue: ``Juba Monitor - April 21, 2015``.

A paper is told by a word of its name ("Post", "Herald"): before a date stands a place as often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.base import lexicon

_PAPER_WORDS = lexicon.classes("reading/header_words")["paper"]
_SMALL_WORDS = frozenset(("of", "the", "and", "&", "on", "for", "in"))
_LONGEST_NAME = 60
"""Characters of a name with the place behind it; a sentence that names a paper is longer."""
_APART = re.compile(r"[,:][ \t]+|[ \t]+[-–—][ \t]+|[ \t]{2,}|[ \t](?=\d{4}-\d\d-\d\d)")
"""What parts a name from a date: the gap of a running head, too."""
_PAGE = re.compile(r"(?<![ \t,;|(])[ \t,;|(]++(?:pp?|pg|page)\.?[ \t]{0,3}[A-Z]{0,2}-?\d{1,4}\)?$", re.IGNORECASE)
_SITE = re.compile(r"\s*(?:[a-z\d-]+\.)+[a-z]{2,4}", re.IGNORECASE)
"""The name of a site, as it stands for that of a paper ("English.news.cn")."""
_WORD = re.compile(r"[^\W\d_][\w.'’&-]*|&")
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def papers_and_dates(line: str) -> Iterator[tuple[str, str]]:
    """Yield the names of papers that a line may begin with, and what is behind each, without the page.

    >>> list(papers_and_dates("THE DAILY ARGUS, MONDAY, JUNE 5, 1978      PAGE 3"))[0]
    ('THE DAILY ARGUS', 'MONDAY, JUNE 5, 1978')
    >>> list(papers_and_dates("Lima, Peru, 4 May 2020"))
    []
    """
    unpaged = without_page(line)
    for apart in _APART.finditer(unpaged, 0, _LONGEST_NAME + 1):
        if is_paper(unpaged[: apart.start()]) or _SITE.fullmatch(unpaged, 0, apart.start()):
            yield unpaged[: apart.start()].strip(), unpaged[apart.end() :].strip()


def without_page(line: str) -> str:
    """A line without the page of a paper at its end.

    >>> without_page("Tuesday, June 4, 2002; Page A01"), without_page("June 4, 2002 (p. 12)")
    ('Tuesday, June 4, 2002', 'June 4, 2002')
    """
    return _PAGE.sub("", line)


def is_paper(name: str) -> bool:
    """True for the name of a paper, a station or an agency: capitalised, with a word that such names have.

    >>> is_paper("The Juba Monitor (South Sudan)"), is_paper("The Hague"), is_paper("Post reopens in Lima")
    (True, False, False)
    """
    words = _WORD.findall(_IN_BRACKETS.sub("", name))
    if len(name) > _LONGEST_NAME or not words or any(sign in name for sign in "?!;:|•·"):
        return False
    named = [word for word in words if word.lower() not in _SMALL_WORDS]
    return all(word[0].isupper() for word in named) and any(word.lower() in _PAPER_WORDS for word in named)
