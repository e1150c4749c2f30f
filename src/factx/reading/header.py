"""What the top of a news page says about the article: title, dates, place, by-line, agency, address.

For each field the first of these that has it counts:

1. the metadata of the file (fields of JSON and CSV);
2. the header lines of the text (``header_lines``);
3. the dateline that opens the story (``LIMA (Reuters) - ``);
4. for the title, a first line that reads as one.

The publication day may also come from the web address, the path and the user, in this order.
Header lines are metadata: later steps find no facts in ``Header.skip``. The title
line is not among them: it is read like any other line.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factx.base import PublishedFrom
from factx.reading.dateline import Dateline, credits_span, find_dateline
from factx.reading.header_lines import (
    ADDRESS,
    HEAD_LINES,
    LONGEST_HEADER_LINE,
    Line,
    first_lines,
    header_lines,
    stated_fields,
)
from factx.reading.kickers import without_kicker
from factx.reading.label_lines import labelled
from factx.reading.language_names import language_code
from factx.reading.paper_lines import is_paper
from factx.reading.publication_date import day_in_address, day_in_path, day_of, instant_of

_NO_METADATA: Mapping[str, str] = {}
_UNDATED: tuple[None, PublishedFrom] = (None, "none")
_MOST_IN_NAME, _FEWEST_IN_TITLE = 5, 3
"""Words of a paper's name that begins with "The", and of a title below the header: places have fewer."""
_LOOKED_AT = 2 * HEAD_LINES
"""Lines looked at where labels stand above their values."""
_OPENING_LINES = 3
"""Lines after the header that may hold title, deck and dateline."""
_LONGEST_ADDRESS = 300
"""Characters: a web address with its query; what runs on longer is no address."""
_SENTENCE_ENDS = (".", ":", ",", "”", '"')


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


def read_header(
    text: str,
    path: str = "",
    metadata: Mapping[str, str] = _NO_METADATA,
    published: str | None = None,
    aside: Sequence[tuple[int, int]] = (),
) -> Header:
    """Read the header of an article; ``published`` (ISO 8601) is the day if nothing gives one.

    ``aside`` are ranges that are no part of the story: what stands there may stand between the lines of
    the header ("Share", captions).

    >>> page = "Two Held After Raid\\n2017.03.22\\nJakarta\\nPolice in Jakarta arrested two men."
    >>> header = read_header(page)
    >>> header.title, header.published, header.published_from, header.dateline
    ('Two Held After Raid', '2017-03-22', 'header', 'Jakarta')
    >>> [page[start:end] for start, end in header.skip]
    ['2017.03.22', 'Jakarta']
    """
    first = without_kicker(labelled(list(first_lines(text, aside, _LOOKED_AT))))[:HEAD_LINES]
    lines = header_lines(first)
    opening = first[len(lines) : len(lines) + _OPENING_LINES]
    dateline = _agency_dateline(opening)
    lines = _with_masthead(lines, opening, dateline)
    stated = stated_fields(lines)
    known = ChainMap(
        *map(_filled, (metadata, stated, _fields_of(dateline), {"title": _title(lines, opening, dateline)}))
    )
    days = _publication_days(metadata, stated, dateline, path, published, known.get("url") or _leading_address(text))
    found = next((found for found in days if found[0]), _UNDATED)
    return Header(
        title=known.get("title"),
        published=found[0],
        published_from=found[1],
        updated=instant_of(known["updated"]) if "updated" in known else None,
        dateline=known.get("dateline"),
        author=known.get("author"),
        publisher=known.get("publisher"),
        url=known.get("url"),
        language=language_code(known["language"]) if "language" in known else None,
        skip=tuple(sorted(_ranges_without_facts(text, lines, dateline))),
    )


def _filled(fields: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}


def _agency_dateline(opening: list[Line]) -> Dateline | None:
    found = (find_dateline(line.text, line.start) for line in opening)
    return next((dateline for dateline in found if dateline), None)


def _fields_of(dateline: Dateline | None) -> dict[str, str | None]:
    if dateline is None:
        return {}
    return {"dateline": dateline.place, "author": dateline.author, "publisher": dateline.agency}


def _with_masthead(lines: list[Line], opening: list[Line], dateline: Dateline | None) -> list[Line]:
    """The header's lines, the first read as the name of a paper if it is one and a title stands below."""
    if not lines or lines[0].states or not _is_masthead(lines[0].text) or not _title(lines[1:], opening, dateline):
        return lines
    return [replace(lines[0], states=(("publisher", lines[0].text),)), *lines[1:]]


def _is_masthead(text: str) -> bool:
    """True for the name of a paper, and not for a headline that has a word of such names."""
    words = text.split()
    return is_paper(text) and is_paper(words[-1]) and len(words) <= (_MOST_IN_NAME if words[0].lower() == "the" else 2)


def _title(lines: list[Line], opening: list[Line], dateline: Dateline | None) -> str | None:
    """The first line that states nothing if it reads as a title: no sentence, no dateline; or None.

    Something stands below it; under header lines it has several words, for places have fewer.
    """
    unread = [*(line for line in lines if not line.states), *opening]
    if len(unread) < 2 or (lines and len(unread[0].text.split()) < _FEWEST_IN_TITLE):
        return None
    line = unread[0]
    has_dateline = dateline is not None and dateline.start <= line.end and dateline.end > line.start
    if has_dateline or len(line.text) > LONGEST_HEADER_LINE or line.text.endswith(_SENTENCE_ENDS):
        return None
    return line.text


def _leading_address(text: str) -> str:
    """The web address that the text opens with, also if the story runs on in the same line, or ""."""
    match = ADDRESS.match(text, 0, _LONGEST_ADDRESS)
    return match.group() if match else ""


def _publication_days(
    metadata: Mapping[str, str],
    stated: Mapping[str, str],
    dateline: Dateline | None,
    path: str,
    option: str | None,
    address: str,
) -> Iterator[tuple[str | None, PublishedFrom]]:
    """Yield what each place gives as the publication day, the surest place first.

    A date in the web address counts as metadata if the metadata has the address, else as header.
    """
    yield day_of(metadata.get("published", "")), "metadata"
    yield day_of(stated.get("published", "")), "header"
    yield day_of((dateline and dateline.date) or ""), "dateline"
    yield day_in_address(address), "metadata" if metadata.get("url") else "header"
    yield day_in_path(path), "filename"
    yield option, "option"


def _ranges_without_facts(text: str, lines: list[Line], dateline: Dateline | None) -> Iterator[tuple[int, int]]:
    """Yield the ranges of header lines but the title, the dateline and the closing credits."""
    for line in lines:
        if line.states and all(kind != "title" for kind, _ in line.states):
            yield line.start, line.end
    if dateline:
        yield dateline.start, dateline.end
    if closing := credits_span(text):
        yield closing
