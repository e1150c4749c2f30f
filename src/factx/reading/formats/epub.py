"""EPUB: issues of magazines and papers, books, and pages that a program has put together.

Each chapter of the spine is an article with its headline. Its day is the one it states itself, else
that of the issue; the paper is the title of the issue without day and number. Of files that a
program has made of pages (Wallabag, dotEPUB) maker and day are none of the articles'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.base import InputError, lexicon
from factx.reading.date_spellings import MONTHS
from factx.reading.formats.epub_chapters import Story, joined, stories_of
from factx.reading.formats.epub_package import CONTAINER, Book, book_of, member
from factx.reading.formats.opened import InputFile
from factx.reading.formats.page_header import header_of
from factx.reading.formats.parts import BadPart, Part, RawArticle, ReadOptions
from factx.reading.formats.zipped_xml import opened_zip
from factx.reading.header_dates import header_day
from factx.reading.paper_lines import is_paper

_WORDS = lexicon.classes("reading/epub_words")
_NO_TEXT = "no text of an article in this EPUB: if its pages are pictures, recognise their text first (OCR)"
_NUMBERED = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS['issue']))})\b\.? ?(?:no\.? ?)?\d", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_OF_ISSUE = re.compile(r"[\[(|,;:]|\s[-–—•·]\s|\d")
"""Where in a title the day or number of the issue may begin."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_SERIAL = "issn"


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of an EPUB."""
    with opened_zip(file, CONTAINER) as archive:
        book = book_of(archive)
        others = frozenset(chapter.name for chapter in book.chapters)
        broken: list[str] = []

        def found() -> Iterator[Story]:
            for chapter in book.chapters:
                try:
                    yield from stories_of(member(archive, chapter.name), chapter, others)
                except InputError as error:
                    broken.append(str(error))

        stories = joined(found(), book.has_contents)
        if not stories and not broken:
            raise InputError(_NO_TEXT)
        for number, story in enumerate(stories, start=1):
            yield RawArticle("\n\n".join(story.paragraphs), _metadata(book, story, len(stories)), number)
        for number, reason in enumerate(broken, start=len(stories) + 1):
            yield BadPart(reason, number)


def _metadata(book: Book, story: Story, stories: int) -> dict[str, str]:
    """What the chapter says of its story, and what the issue says of all."""
    told = header_of([[*story.above, story.title, *story.paragraphs], story.lines], [story.title], story.paragraphs)
    found = {"title": story.title, "url": story.url, **told}
    found.setdefault("publisher", paper_of(book))
    found.setdefault("published", day_of_issue(book))
    if not is_issue(book) or stories == 1:
        found.setdefault("author", "" if _is_tool(book.creator) or book.creator == book.publisher else book.creator)
    return {name: value for name, value in found.items() if value}


def is_issue(book: Book) -> bool:
    """True for an issue of a paper or magazine, by what the file or its title says."""
    if any(word in book.kinds for word in (*_WORDS["periodical"], _SERIAL)) or header_day(book.title):
        return True
    has_month = _YEAR.search(book.title) and any(word.lower() in MONTHS for word in _WORD.findall(book.title))
    return bool(has_month) or _NUMBERED.search(book.title) is not None or is_paper(book.title)


def paper_of(book: Book) -> str:
    """The paper that an issue is of, or the publisher of a book.

    >>> paper_of(Book("Sahel Weekly, Issue 23, 4 June 2021", "", "SW Media", "", "", (), False))
    'Sahel Weekly'
    >>> paper_of(Book("Rivers of the Sahel", "Ana Roe", "Delta Press", "2021-06", "", (), False))
    'Delta Press'
    """
    publisher = "" if _is_tool(book.publisher) else book.publisher
    if not is_issue(book):
        return publisher
    for apart in _OF_ISSUE.finditer(book.title):
        if re.search(r"\d", book.title[apart.start() :]):
            return _without_month(book.title[: apart.start()]) or publisher
    return book.title


def _without_month(name: str) -> str:
    """A name without the month or number of the issue behind it."""
    words = name.split()
    while words and (words[-1].lower().strip(".,") in {*MONTHS, *_WORDS["issue"]}):
        words.pop()
    return " ".join(words).strip(" ,;:-–—")


def day_of_issue(book: Book) -> str:
    """The day that the title states, else that of the metadata if a publisher has set it.

    >>> day_of_issue(Book("The Argus [Fri, 04 Jun 2021]", "calibre", "", "2021-06-05T01:00:00Z", "", (), False))
    '2021-06-04'
    >>> day_of_issue(Book("My pages", "wallabag", "wallabag", "2021-06-05", "", (), False))
    ''
    """
    if day := header_day(book.title):
        return day
    if not is_issue(book) and (_is_tool(book.publisher) or _is_tool(book.creator)):
        return ""
    return book.date if _YEAR.match(book.date) or header_day(book.date) else ""


def _is_tool(name: str) -> bool:
    return any(re.fullmatch(rf"{re.escape(tool)}(?:\s*[\d(\[/v].*)?", name, re.IGNORECASE) for tool in _WORDS["tool"])
