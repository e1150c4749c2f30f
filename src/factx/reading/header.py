"""What the top of a news page says about the article: title, dates, place, by-line, agency, address.

Header lines are metadata: ``Header.skip`` tells later steps where nobody reports facts. The title line is
not among them: it is read like any other line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from factx.base import PublishedFrom, lexicon
from factx.reading.dateline import Dateline, credits_span, find_dateline
from factx.reading.publication_date import day_in_address, day_in_path, day_of, instant_of

LineKind = Literal["published", "updated", "author", "url", "title", "publisher", "dateline", "language"]
HEAD_LINES = 12
LONGEST_HEADER_LINE = 160
LONGEST_TITLE = 250
_NO_METADATA: Mapping[str, str] = {}

_LINE = re.compile(r"[^\r\n]+")
_PARTS = re.compile(r"[ \t]+[|•·][ \t]+")
_KEY_LINE = re.compile(r"(?P<word>[A-Za-z]{2,12})[ \t]?:[ \t]+(?P<value>\S.*)")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_BY_LINE = re.compile(r"(?:by|BY|By)[ \t]+(?P<author>\S.*)")
_NAME_WORD = re.compile(r"[A-Z][\w.'’\-]*,?|and|for|in|of|de|del|al|bin|van|von|da|dos|el|la|&|with", re.UNICODE)
_DATE_WORD = re.compile(r"[A-Za-z][A-Za-z.]*|\d+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISO_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]{0,12}(?:Z|[+-]\d\d:?\d\d)?")
_PLACE = re.compile(r"[A-Z][\w.'’\-]*(?:,?[ ](?:[A-Z][\w.'’\-]*|de|del|al|el|la|of|and|upon)){0,5}", re.UNICODE)
_PLACE_AND_DATE = re.compile(r"(?P<place>[^,\d]{2,40}(?:,[^,\d]{2,30})?),[ ]+(?P<date>\S.*)")


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of an article beside its text; dates are ISO 8601, ``skip`` holds character ranges."""

    title: str | None = None
    published: str | None = None
    published_from: PublishedFrom = "none"
    updated: str | None = None
    dateline: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    skip: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head, stripped, with its offsets and what it says: pairs of kind and value."""

    start: int
    end: int
    text: str
    says: tuple[tuple[LineKind, str], ...] = ()


def read_header(
    text: str, path: str = "", metadata: Mapping[str, str] = _NO_METADATA, published: str | None = None
) -> Header:
    """The header of an article; ``metadata`` outranks the text's own header, ``published`` (ISO) fills in last.

    >>> page = "Two Held After Raid\\n2017.03.22\\nJakarta\\nPolice in Jakarta arrested two men."
    >>> header = read_header(page)
    >>> header.title, header.published, header.published_from, header.dateline
    ('Two Held After Raid', '2017-03-22', 'header', 'Jakarta')
    >>> [page[start:end] for start, end in header.skip]
    ['2017.03.22', 'Jakarta']
    """
    head = _with_places(_up_to_body([_classified(line) for line in _head(text)]))
    said = _said(head)
    opening = _opening(text, len(head))
    dateline = _find_agency_dateline(opening)
    address = metadata.get("url") or said.get("url") or _leading_address(text)
    day, source = _published(metadata, said, dateline, address, path, published)
    updated = metadata.get("updated") or said.get("updated")
    return Header(
        title=metadata.get("title") or said.get("title") or _title(text, opening, dateline),
        published=day,
        published_from=source,
        updated=instant_of(updated) if updated else None,
        dateline=metadata.get("dateline") or said.get("dateline") or (dateline.place if dateline else None),
        author=metadata.get("author") or said.get("author") or (dateline.author if dateline else None),
        publisher=metadata.get("publisher") or said.get("publisher") or (dateline.agency if dateline else None),
        url=metadata.get("url") or said.get("url"),
        language=(metadata.get("language") or said.get("language") or "").lower()[:2] or None,
        skip=_skip(text, head, dateline),
    )


def _head(text: str) -> Iterator[Line]:
    """The first non-blank lines."""
    count = 0
    for match in _LINE.finditer(text):
        line = match.group()[: LONGEST_HEADER_LINE + 1]
        if line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            yield Line(start, start + len(line.strip()), line.strip())
            count += 1
        if count == HEAD_LINES:
            return


def _classified(line: Line) -> Line:
    if len(line.text) > LONGEST_HEADER_LINE:
        return line
    parts = _PARTS.split(line.text)
    says = [_says(part) for part in parts]
    if any(says) and all(said or _is_place(part) for said, part in zip(says, parts, strict=True)):
        pairs = [said or (("dateline", part),) for said, part in zip(says, parts, strict=True)]
        return replace(line, says=tuple(pair for said in pairs for pair in said))
    return line


def _says(part: str) -> tuple[tuple[LineKind, str], ...]:
    """What one part of a header line says; empty when it is none.

    >>> _says("Updated at 4:10 p.m. ET on 2018-05-03")
    (('updated', 'at 4:10 p.m. ET on 2018-05-03'),)
    >>> _says("By Maria Santos")
    (('author', 'Maria Santos'),)
    """
    if _URL.fullmatch(part):
        return (("url", part),)
    if dated := _dated(part):
        return (dated,)
    if keyed := _keyed(part):
        return (keyed,)
    if author := _by_line(part):
        return (("author", author),)
    if (match := _PLACE_AND_DATE.fullmatch(part)) and _is_place(match["place"]) and (dated := _dated(match["date"])):
        return (("dateline", match["place"]), dated)
    return ()


def _dated(part: str) -> tuple[LineKind, str] | None:
    """A line made of nothing but a full date, perhaps with time and ``Updated``/``Published``."""
    if len(part) > 80 or not _YEAR.search(part):
        return None
    if _ISO_INSTANT.fullmatch(part):
        return "published", part
    roles = _header_words()
    words = [word.lower().rstrip(".") for word in _DATE_WORD.findall(part)]
    if not all(word.isdigit() or word in roles for word in words):
        return None
    kind: LineKind = "updated" if {"updated", "modified"} & set(words) else "published"
    spoken = [
        match for match in _DATE_WORD.finditer(part) if roles.get(match.group().lower().rstrip("."), "date") == "date"
    ]
    value = part[spoken[0].start() :] if spoken else ""
    return (kind, value) if day_of(value) else None


def _keyed(part: str) -> tuple[LineKind, str] | None:
    match = _KEY_LINE.fullmatch(part)
    key = _header_keys().get(match["word"].lower()) if match else None
    return (key, match["value"].strip()) if match and key else None


def _by_line(part: str) -> str | None:
    match = _BY_LINE.fullmatch(part)
    if not match or len(part) > 100 or part[-1] in ".?!:":
        return None
    words = match["author"].split()
    named = all(_NAME_WORD.fullmatch(word) for word in words) and words[0][:1].isupper()
    dated = words[0].endswith(",") and _header_words().get(words[0].strip(",.").lower()) == "date"
    return match["author"] if named and not dated and len(words) <= 12 else None


def _is_place(part: str) -> bool:
    return len(part) <= 50 and _PLACE.fullmatch(part) is not None


def _up_to_body(lines: list[Line]) -> list[Line]:
    """The lines up to the last header line that has no more than two others before it (title, deck)."""
    end = 0
    for index, line in enumerate(lines):
        if index - end > 2:
            break
        if line.says:
            end = index + 1
    return lines[: end + 1] if end else []


def _with_places(head: list[Line]) -> list[Line]:
    """The head with short capitalised lines beside a dated line read as places; what follows the header is cut off."""
    placed = list(head)
    for index, line in enumerate(head):
        beside = head[max(index - 1, 0) : index] + head[index + 1 : index + 2]
        dated = any(kind in ("published", "updated", "author") for other in beside for kind, _ in other.says)
        if index and not line.says and dated and _is_place(line.text) and not _says_kind(placed, "dateline"):
            placed[index] = replace(line, says=(("dateline", line.text),))
    if placed and not placed[-1].says:
        placed.pop()
    return placed


def _says_kind(lines: list[Line], wanted: LineKind) -> bool:
    return any(kind == wanted for line in lines for kind, _ in line.says)


def _said(head: list[Line]) -> dict[str, str]:
    """The first value of each kind; an unread first line above header lines is the title."""
    said: dict[str, str] = {}
    for line in head:
        for kind, value in line.says:
            said.setdefault(kind, value)
    if head and not head[0].says:
        said.setdefault("title", head[0].text)
    return said


def _opening(text: str, header_lines: int) -> list[Line]:
    """The first lines after the header: a title without a header, and the first paragraph."""
    lines = list(_head(text))
    return lines[header_lines : header_lines + 3]


def _find_agency_dateline(opening: list[Line]) -> Dateline | None:
    found = (find_dateline(line.text, line.start) for line in opening)
    return next((dateline for dateline in found if dateline), None)


def _title(text: str, opening: list[Line], dateline: Dateline | None) -> str | None:
    """The first line where it reads as a title: short, no full stop, no dateline, something below it."""
    if len(opening) < 2 or opening[0].start > len(text) - len(text.lstrip()):
        return None
    line = opening[0].text
    opens_story = dateline is not None and dateline.start <= opening[0].end and dateline.end > opening[0].start
    if opens_story or len(line) > min(LONGEST_TITLE, LONGEST_HEADER_LINE) or line.endswith((".", ":", ",", "”", '"')):
        return None
    return line


def _leading_address(text: str) -> str:
    """The web address that the text opens with, even where the story runs on in the same line."""
    match = _URL.match(text, 0, 300)
    return match.group() if match else ""


def _published(
    metadata: Mapping[str, str],
    said: Mapping[str, str],
    dateline: Dateline | None,
    address: str,
    path: str,
    option: str | None,
) -> tuple[str | None, PublishedFrom]:
    """The publication day and where it was found; a date in the web address counts as metadata or header with it."""
    if day := day_of(metadata.get("published") or ""):
        return day, "metadata"
    if day := day_of(said.get("published") or ""):
        return day, "header"
    if dateline and (day := day_of(dateline.date or "")):
        return day, "dateline"
    if day := day_in_address(address):
        return day, "metadata" if metadata.get("url") else "header"
    if day := day_in_path(path):
        return day, "filename"
    return (option, "option") if option else (None, "none")


def _skip(text: str, head: list[Line], dateline: Dateline | None) -> tuple[tuple[int, int], ...]:
    """Ranges that yield no rows: header lines but the title, the dateline, the closing credits."""
    ranges = [
        (line.start, line.end) for line in head if line.says and not any(kind == "title" for kind, _ in line.says)
    ]
    if dateline:
        ranges.append((dateline.start, dateline.end))
    if closing := credits_span(text):
        ranges.append(closing)
    return tuple(sorted(ranges))


@lru_cache(maxsize=1)
def _header_words() -> dict[str, str]:
    return {row["word"]: row["role"] for row in lexicon.read("reading/header_words")}


@lru_cache(maxsize=1)
def _header_keys() -> dict[str, LineKind]:
    return {row["word"]: row["key"] for row in lexicon.read("reading/header_keys")}  # type: ignore[misc]
