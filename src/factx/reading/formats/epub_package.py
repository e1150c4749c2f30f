"""What an EPUB says of itself: its title, makers and day, and its chapters in reading order.

The package file lists all files; the spine has those that are read, in order. What is named as
cover, contents or the like there is none of them. The table of contents names the articles.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import unquote

from factx.base import InputError, lexicon
from factx.reading.formats.limits import unpacked
from factx.reading.formats.opened import InputFile
from factx.reading.formats.xml_stream import document_of, name_of
from factx.reading.formats.zipped_xml import attribute

CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_WORDS = lexicon.classes("reading/epub_words")
_NOT_READ = _WORDS["type"]
_PAGES = ("application/xhtml+xml", "text/html", "application/xml")
_NCX = "application/x-dtbncx+xml"
_NO_PUBLICATION = re.compile("|".join(sorted(_WORDS["no_publication"])))
_LOCKED = "the EPUB is protected (DRM): its chapters can only be read by the program that it was bought with"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: what it says, where in the chapter it leads, if it has others."""

    label: str
    fragment: str
    has_others: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file of the spine by its name in the archive, with the lines of the contents that lead to it."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """An EPUB: what it says of itself, "" for what it does not, and its chapters."""

    title: str
    creator: str
    publisher: str
    date: str
    kinds: str
    chapters: tuple[Chapter, ...]
    has_contents: bool


def member(archive: zipfile.ZipFile, name: str) -> InputFile:
    """A file of the archive, which may not unpack to too much; raises ``InputError`` if it is not there."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise InputError(f"a part of the EPUB is missing: {name}") from None
    return InputFile(name, partial(unpacked, archive, info))


def book_of(archive: zipfile.ZipFile) -> Book:
    """What an EPUB says of itself; raises ``InputError`` if it has no package, or is protected."""
    container = document_of(member(archive, CONTAINER))
    name = next((attribute(root, "full-path") for root in container.iter("{*}rootfile")), "")
    package = document_of(member(archive, name))
    items = {item.get("id"): item for item in package.iter("{*}item")}
    left_out = {
        path_in_archive(name, item.get("href"))
        for item in items.values()
        if "nav" in (item.get("properties") or "").split()
    }
    left_out |= {
        path_in_archive(name, told.get("href"))
        for told in package.iter("{*}reference")
        if told.get("type") in _NOT_READ
    }
    refs = [ref for ref in package.iter("{*}itemref") if ref.get("linear") != "no"]
    spine = [
        item for ref in refs if (item := items.get(ref.get("idref"))) is not None and item.get("media-type") in _PAGES
    ]
    names = [path for item in spine if (path := path_in_archive(name, item.get("href"))) not in left_out]
    if set(names) & set(_locked(archive)):
        raise InputError(_LOCKED)
    contents = _contents(archive, name, list(items.values()))
    chapters = tuple(Chapter(path, tuple(contents.get(path, ()))) for path in dict.fromkeys(names))
    told = _Told(package)
    title, creator, publisher = map(told.first, ("title", "creator", "publisher"))
    return Book(title, creator, publisher, told.date(), told.kinds(), chapters, bool(contents))


def path_in_archive(base: str, href: str | None) -> str:
    """The name in the archive of what a file there refers to."""
    path = unquote((href or "").partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path))


def _locked(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield the names of files that are encrypted; fonts mostly are without harm."""
    if _ENCRYPTION in archive.namelist():
        for reference in document_of(member(archive, _ENCRYPTION)).iter("{*}CipherReference"):
            yield unquote(reference.get("URI") or "")


class _Told:
    """The metadata of a package."""

    def __init__(self, package: Any) -> None:
        held = [element for found in package.iter("{*}metadata") for element in found.iter() if name_of(element)]
        self._elements = held

    def _texts(self, name: str) -> Iterator[tuple[Any, str]]:
        for element in self._elements:
            if name_of(element).lower() == name and (text := " ".join("".join(element.itertext()).split())):
                yield element, text

    def first(self, name: str) -> str:
        return next((text for _, text in self._texts(name)), "")

    def date(self) -> str:
        """The day that is called that of publication, or the first that is called nothing else."""
        events = [(attribute(element, "event").lower(), text) for element, text in self._texts("date")]
        ranked = sorted(events, key=lambda event: "publi" not in event[0])
        return next((text for event, text in ranked if not _NO_PUBLICATION.search(event)), "")

    def kinds(self) -> str:
        """What the metadata call the kind of the file, in small letters."""
        stated = [text for name in ("type", "identifier") for _, text in self._texts(name)]
        stated += [
            str(element.get("content")) for element in self._elements if "publication_type" in str(element.get("name"))
        ]
        return " ".join(stated).lower()


def _contents(archive: zipfile.ZipFile, package: str, items: list[Any]) -> dict[str, list[Entry]]:
    """The lines of the table of contents by the file they lead to; {} without a table that can be read."""
    navs = [item for item in items if "nav" in (item.get("properties") or "").split()]
    for item in [*navs, *(item for item in items if item.get("media-type") == _NCX)]:
        name, found = path_in_archive(package, item.get("href")), dict[str, list[Entry]]()
        try:
            root = document_of(member(archive, name))
        except InputError:
            continue
        for href, entry in _lines_of_nav(root) if item in navs else _lines_of_ncx(root):
            found.setdefault(path_in_archive(name, href), []).append(entry)
        if found:
            return found
    return {}


def _lines_of_nav(root: Any) -> Iterator[tuple[str, Entry]]:
    """Yield the links of the contents; lists of pages and landmarks are others."""
    for nav in root.iter("{*}nav"):
        if attribute(nav, "type") in ("toc", ""):
            for link in nav.iter("{*}a"):
                item = next(link.iterancestors("{*}li"), None)
                has_others = item is not None and item.find("{*}ol") is not None
                yield link.get("href") or "", _entry("".join(link.itertext()), link.get("href"), has_others)


def _lines_of_ncx(root: Any) -> Iterator[tuple[str, Entry]]:
    for point in root.iter("{*}navPoint"):
        content = point.find("{*}content")
        if content is not None:
            href, has_others = content.get("src") or "", point.find("{*}navPoint") is not None
            yield href, _entry(point.findtext("{*}navLabel/{*}text") or "", href, has_others)


def _entry(label: str, href: str | None, has_others: bool) -> Entry:
    return Entry(" ".join(label.split()), (href or "").partition("#")[2], has_others)
