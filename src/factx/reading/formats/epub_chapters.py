"""Chapters of an EPUB to their stories: mostly one, several where the contents lead into a chapter.

Contents, covers and imprints are none, by what their markup or title calls them, by their links to
other chapters, or for want of a sentence. Lines of navigation and notices of programs are no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from lxml import etree

from factx.base import InputError, lexicon
from factx.reading.formats.charsets import text_of_page
from factx.reading.formats.epub_package import Chapter, path_in_archive
from factx.reading.formats.markup import ends_line, holds_lines, html_of, paragraph, paragraphs_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.page_marks import settle_marks
from factx.reading.formats.page_parts import key_of, unread_parts
from factx.reading.formats.story_html import without_notices
from factx.reading.formats.xml_stream import document_of, name_of
from factx.reading.sentence_ends import ends_sentence

_WORDS = lexicon.classes("reading/epub_words")
_BETWEEN = "\ue000"
"""A paragraph of this letter stands where a story begins."""
_HEADINGS = ("h1", "h2", "h3")
_HEAD_AMONG = 8
"""Paragraphs of a story among which its headline is: section, day and by-line may stand above it."""
_FEWEST_LETTERS = 12
"""Letters of a headline that is a part of a line of the contents, which may add page or section."""
_FEWEST_WORDS, _FEWEST_IN_ALL = 8, 20
"""Words of a sentence by which a story is told, and of a story without one."""
_SHORT_BESIDE_LINK = 400
"""Letters for each link to another chapter in a list of contents with summaries; a story has more."""
_FEWEST_LINKS = 3
"""Links to other chapters in such a list; a line of a story may refer to one or two."""
_DOWNLOADED = re.compile(r"This article was downloaded by .{2,40} from\b.*", re.DOTALL)
_TYPED: Any = etree.XPath("self::body | self::body[count(*) = 1]/*")


@dataclass(slots=True)
class Story:
    """A story of a chapter: its headline, paragraphs, the lines its page shows, the address told below it."""

    title: str
    paragraphs: list[str]
    lines: list[str] = field(default_factory=list)
    url: str = ""
    goes_on: bool = False
    above: list[str] = field(default_factory=list)


def stories_of(file: InputFile, chapter: Chapter, others: frozenset[str]) -> list[Story]:
    """The stories of a chapter, [] if it is none; ``others`` are the names of all chapters."""
    body = _body_of(file)
    if body is None or _is_apart(body):
        return []
    settle_marks(body)
    unread = unread_parts(body)
    if _is_contents(body, unread, chapter, others):
        return []
    found = _stories(body, unread, chapter)
    if len(found) == 1:
        found[0].url = next((link.get("href") or "" for link in body.iter("a") if _says_source(link)), "")
    return [story for story in found if story.title.lower() not in _WORDS["title"]]


def _stories(body: Any, unread: Sequence[Any], chapter: Chapter) -> list[Story]:
    """The one story of a chapter, or those that the contents or its markup tell apart."""
    headings = [" ".join(found.text_content().split()) for found in body.iter(*_HEADINGS)]
    leaves = [entry for entry in chapter.entries if not entry.has_others]
    for start in _starts(body, [entry.fragment for entry in leaves]):
        _mark(start)
    read, shown = paragraphs_of(body, unread), paragraphs_of(body)
    pieces, lines = _split(read), _split(shown)
    if len(pieces) == len(lines) and _is_divided(pieces, chapter):
        labels = [entry.label for entry in leaves]
        return [_story(piece, headings, labels, told) for piece, told in zip(pieces, lines, strict=True)]
    whole, all_lines = ([text for text in texts if text != _BETWEEN] for texts in (read, shown))
    story = _story(whole, headings, [entry.label for entry in chapter.entries][:1], all_lines)
    story.goes_on = not (chapter.entries or headings)
    return [story]


def _body_of(file: InputFile) -> Any:
    """The body of a chapter as an element of HTML: read as XML, which it should be, or else as HTML."""
    try:
        root = document_of(file)
        for element in root.iter():
            if isinstance(element.tag, str):
                element.tag = name_of(element)
                for key in [key for key in element.attrib if key.endswith("}type")]:
                    element.set("data-type", element.attrib.pop(key))
        etree.cleanup_namespaces(root)
        text = etree.tostring(root, method="html", encoding="unicode")
    except InputError:
        text = text_of_page(file.data())[0]
    return html_of(text).find("body") if text.strip() else None


def _is_apart(body: Any) -> bool:
    """True for what its markup calls a cover, contents and the like."""
    types = {
        word for element in _TYPED(body) for name in ("data-type", "role") for word in element.get(name, "").split()
    }
    return not types.isdisjoint(_WORDS["type"])


def _is_contents(body: Any, unread: Sequence[Any], chapter: Chapter, others: frozenset[str]) -> bool:
    """True for a list of other chapters, perhaps with a few lines on each."""
    left_out = {element for part in unread for element in part.iter()}
    read = (link.get("href") or "" for link in body.iter("a") if link not in left_out)
    links = {path_in_archive(chapter.name, href) for href in read}.intersection(others) - {chapter.name}
    letters = sum(map(len, paragraphs_of(body, unread)))
    is_section = any(entry.has_others for entry in chapter.entries)
    return len(links) >= (1 if is_section else _FEWEST_LINKS) and letters < _SHORT_BESIDE_LINK * len(links)


def _says_source(link: Any) -> bool:
    parent = link.getparent()
    is_address = (link.get("href") or "").startswith(("http://", "https://"))
    return is_address and _DOWNLOADED.match(" ".join(parent.text_content().split())) is not None


def _starts(body: Any, fragments: Sequence[str]) -> list[Any]:
    """The elements with which stories begin: the contents lead there, or they are marked so."""
    named = {
        element.get("id") or element.get("name"): element for element in body.iter() if isinstance(element.tag, str)
    }
    led = [named[fragment] for fragment in fragments if fragment in named]
    if led:
        return list(dict.fromkeys(led)) if len(fragments) > 1 else []
    found = [element for element in body.iter("article") if next(element.iter(*_HEADINGS), None) is not None]
    return found if len(found) > 1 else []


def _mark(start: Any) -> None:
    """Put the sign of a beginning before an element, or first in it if it holds blocks."""
    if holds_lines(start) and start.tag not in _HEADINGS:
        start.insert(0, paragraph(_BETWEEN))
        start[0].tail, start.text = start.text, None
        return
    block = next((element for element in (start, *start.iterancestors()) if ends_line(element)), start)
    if block.tag == "body":
        block = start
    block.addprevious(paragraph(_BETWEEN))


def _split(paragraphs: Sequence[str]) -> list[list[str]]:
    """The paragraphs between signs of a beginning."""
    ends = [-1, *(at for at, text in enumerate(paragraphs) if text == _BETWEEN), len(paragraphs)]
    return [list(paragraphs[start + 1 : end]) for start, end in pairwise(ends) if end > start + 1]


def _is_divided(pieces: Sequence[Sequence[str]], chapter: Chapter) -> bool:
    """True if the pieces are stories, and no sections of one whose text begins above them."""
    if len(pieces) <= 1 or sum(map(_has_sentence, pieces)) <= 1:
        return False
    return not (
        any(entry.has_others for entry in chapter.entries) and _has_sentence(pieces[0][1:]) and _is_whole(chapter)
    )


def _is_whole(chapter: Chapter) -> bool:
    """True if a line of the contents leads to the beginning of the chapter, and others into it."""
    return any(entry.has_others and not entry.fragment for entry in chapter.entries)


def _story(paragraphs: Sequence[str], headings: Sequence[str], labels: Sequence[str], shown: Sequence[str]) -> Story:
    """A story whose headline is the line that the contents name, or the first heading."""
    head = [" ".join(text.split()) for text in paragraphs[:_HEAD_AMONG]]
    at = next((at for names in (labels, headings) if (at := _place_of(names, head)) is not None), None)
    text = without_notices([text for text in paragraphs[0 if at is None else at + 1 :] if not _DOWNLOADED.match(text)])
    lines = [line for block in shown for line in block.split("\n")]
    if at is None:
        return Story(labels[0] if len(labels) == 1 else "", text, lines)
    return Story(head[at], text, lines, above=list(paragraphs[:at]))


def _place_of(names: Sequence[str], head: Sequence[str]) -> int | None:
    """The place of the line that is one of the names, or a part of one, if no sentence stands above."""
    keys = {key_of(name) for name in names} - {""}
    told = [key_of(text) for text in head]
    same = (at for at, key in enumerate(told) if key in keys)
    part = (at for at, key in enumerate(told) if len(key) >= _FEWEST_LETTERS and any(key in name for name in keys))
    at = next((at for at in (next(same, None), next(part, None)) if at is not None), None)
    return None if at is None or _has_sentence(head[:at]) else at


def _tells(story: Story) -> bool:
    return _has_sentence(story.paragraphs) or sum(len(text.split()) for text in story.paragraphs) >= _FEWEST_IN_ALL


def _has_sentence(paragraphs: Sequence[str]) -> bool:
    return any(len(text.split()) >= _FEWEST_WORDS and ends_sentence(text) for text in paragraphs)


def joined(stories: Iterable[Story], has_contents: bool) -> list[Story]:
    """Stories without pages that tell nothing; a page of a headline alone gives it to the story below.

    A chapter without headline that the contents leave out goes on with the story before it.

    >>> fled = "Two men fled from the jail in Oru on Monday."
    >>> [story.title for story in joined([Story("Two flee", []), Story("", [fled]), Story("", [fled])], False)]
    ['Two flee', '']
    """
    found: list[Story] = []
    headline = ""
    for story in stories:
        if not _tells(story):
            headline = story.title
            continue
        if found and has_contents and not headline and story.goes_on and _begins_amid(story.paragraphs[0]):
            found[-1].paragraphs += story.paragraphs
        else:
            story.title = story.title or headline
            found.append(story)
        headline = ""
    return found


def _begins_amid(paragraph: str) -> bool:
    """True for a paragraph with which no story begins that has its headline among its lines."""
    return paragraph[:1].islower() or ends_sentence(paragraph)
