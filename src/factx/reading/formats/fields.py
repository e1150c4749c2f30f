"""An object with the fields of an article, under any of their names, to a raw article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from factx.base import InputError
from factx.reading.formats import digitised, exports, ninjs, scraped
from factx.reading.formats.day_order import DayOrder
from factx.reading.formats.field_values import authors_in, line_of, strings_in, without_publisher
from factx.reading.formats.parts import BadPart, Part, RawArticle, ReadOptions
from factx.reading.formats.prose import may_be_prose, prose_of
from factx.reading.formats.records import FIELDS, Record, check_columns, plain, shown
from factx.reading.formats.serial_days import serial_day

_WEB = ("http://", "https://", "www.")
_CUT = re.compile(r"\[\+?\d+ (?:chars|characters)\]\s*\Z|\[(?:…|\.\.\.)\]\s*\Z")
"""What a service puts where it cuts a text; the number in it counts characters."""
_FIRST_LINE = re.compile(r"\s*(?P<line>\S[^\n]*?)[ \t\r]*\n\s*\S")
"""A line with more below it."""
_OF_A_PAGE = re.compile(r"(?:https?://|www\.)[^/?]+[/?]+[^/?]")
"""An address with more than the name of a site."""
_CUT_NOTE = "the text is cut: the export gives only its beginning"
_SEEN_NOTE = "the date is the day on which the service saw the article"
_NO_OPTIONS = ReadOptions()
_KINDS = {
    str: "a text", bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "an object",
    type(None): "null",
}  # fmt: skip
_TEXT_KEYS = frozenset(FIELDS["text"])


def part_of(item: Any, number: int | None, options: ReadOptions = _NO_OPTIONS, order: DayOrder | None = None) -> Part:
    """The article that a text or an object with a text field is, or why it is none.

    ``order`` knows whether dates in figures have the day first.

    >>> part_of({"Body": "One fled."}, None).text, part_of({"text": 2}, 7).number
    ('One fled.', 7)
    """
    try:
        if isinstance(item, str):
            return _checked(RawArticle(item, number=number))
        if not isinstance(item, dict):
            raise InputError(f"{_kind(item)} where an article belongs: an object with 'text', 'title' and 'date'")
        item = _as_plain(item, options)
        return _article_of(Record(item, options.columns), number, order or DayOrder(options.day_first))
    except InputError as error:
        return BadPart(str(error), number)


def _as_plain(item: dict[str, Any], options: ReadOptions) -> dict[str, Any]:
    """The object with its fields under names that are known, unless the user says where the text is."""
    if ninjs.is_ninjs(item):
        return ninjs.as_plain(item)
    if "text" not in options.columns and digitised.is_digitised(item):
        return digitised.as_plain(item)
    return scraped.as_plain(item) if "text" not in options.columns and scraped.is_scraped(item) else item


def names_in(item: Any) -> tuple[str, ...]:
    """The keys of an object by which a user can name its fields; none for what is no object.

    >>> names_in({"id": 4, "fields": {"bodyText": "One fled."}})
    ('id', 'bodyText')
    """
    return Record(ninjs.as_plain(item) if ninjs.is_ninjs(item) else item, {}).names if isinstance(item, dict) else ()


def dates_in(item: Any, options: ReadOptions = _NO_OPTIONS) -> Iterator[str]:
    """Yield the dates of an object as they are written."""
    if isinstance(item, dict):
        record = Record(item, options.columns)
        for field in ("published", "updated"):
            yield from _first(record, field)


def has_text(item: Any, options: ReadOptions = _NO_OPTIONS) -> bool:
    """True if an object has a text field, filled or not, that is its own and not a list of articles."""
    values = (value for _, value in Record(item, options.columns).values("text"))
    return any(may_be_prose(value) for value in values) or scraped.is_scraped(item)


def is_text_key(key: str) -> bool:
    """True for a key under which texts are stored.

    >>> is_text_key("Full Text"), is_text_key("id")
    (True, False)
    """
    return plain(key) in _TEXT_KEYS


def check_table(names: list[str], options: ReadOptions) -> None:
    """Raise ``InputError`` if a table with these columns has no texts, or not those that the user names."""
    if told := exports.without_header(names):
        raise InputError(told)
    check_columns(options.columns, names)
    record = Record(dict.fromkeys(names, ""), options.columns)
    has_excerpt = exports.may_be_excerpt(record) and any(record.values("excerpt"))
    if not (any(record.values("text")) or has_excerpt or exports.without_text(record)):
        raise InputError(
            f"no text: the table needs a column 'text' (columns found: {shown(names)}); "
            "name the one with the texts: --columns text=COLUMN"
        )


def _checked(part: RawArticle) -> RawArticle:
    if not part.text.strip():
        raise InputError("the text is empty")
    return part


def _article_of(record: Record, number: int | None, order: DayOrder) -> RawArticle:
    metadata = dict(_metadata(record))
    notes = [*_dated(record, metadata, order)]
    if (textless := exports.without_text(record)) and not _any_text(record):
        return RawArticle("", metadata, number, note="; ".join(notes) or None, skipped=textless)
    text, note = _text_of(record)
    cut = _CUT.search(text) if "[" in text else None
    if note is None and (cut or exports.is_always_cut(record)):
        note = _CUT_NOTE
    title = metadata.get("title", "")
    if title:
        metadata["title"] = without_publisher(title, metadata.get("publisher"))
    headline = _title_line(text, {title, metadata.get("title", "")}) if exports.is_headed(record) else ()
    skip = (*headline, *((cut.span(),) if cut else ()))
    told = "; ".join(filter(None, (*notes, note)))
    return _checked(RawArticle(text, metadata, number, note=told or None, skip=skip))


def _kind(value: Any) -> str:
    """What a value is called in JSON.

    >>> _kind(2.5), _kind(None), _kind({})
    ('a number', 'null', 'an object')
    """
    return _KINDS.get(type(value)) or f"a {type(value).__name__}"


def _any_text(record: Record) -> bool:
    return any((prose_of(value) or "").strip() for _, value in record.values("text"))


def _text_of(record: Record) -> tuple[str, str | None]:
    """The first filled text field, or an excerpt with a note on it; raises ``InputError`` without either."""
    values = list(record.values("text"))
    texts = [(key, prose_of(value)) for key, value in values]
    filled = [text for _, text in texts if text and text.strip()]
    if found := next(filter(_has_words, filled), None):
        return found, None
    if exports.may_be_excerpt(record):
        for key, value in record.values("excerpt"):
            if (text := prose_of(value)) and text.strip():
                return text, f"the text is only the article's '{key}'"
    if filled:
        return filled[0], None
    wrong = next(((key, value) for (key, value), (_, text) in zip(values, texts, strict=True) if text is None), None)
    if wrong:
        raise InputError(f"the field '{wrong[0]}' is {_kind(wrong[1])}; it must be a text")
    raise InputError("the text is empty" if values else record.no_text())


def _has_words(text: str) -> bool:
    """True for more than a number, a code or the name of a file, which fields for texts hold elsewhere."""
    return len(text.split(maxsplit=1)) > 1


def _title_line(text: str, titles: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The range of a first line that only repeats the title: what is in it would count twice."""
    match = _FIRST_LINE.match(text)
    if match and " ".join(match["line"].split()).lower() in map(str.lower, titles):
        yield match.span("line")


def _metadata(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the fields of an article beside text and dates that are filled."""
    addresses = list(_addresses(record))
    if addresses:
        yield "url", addresses[0]
    publisher = next((name for name in _all(record, "publisher") if not name.startswith(_WEB)), None)
    if publisher := publisher or exports.own_publisher(record):
        yield "publisher", publisher
    for field in ("title", "language", "dateline"):
        yield from ((field, " ".join(line.split())) for line in _first(record, field))
    accounts = record.values("account") if exports.is_post(record) else ()
    authors = (authors_in(strings_in(value)) for _, value in (*record.values("author"), *accounts))
    if names := next(filter(None, authors), None):
        yield "author", ", ".join(names)


def _all(record: Record, field: str) -> Iterator[str]:
    for _, value in record.values(field):
        yield from strings_in(value)


def _first(record: Record, field: str) -> Iterable[str]:
    """The first value of a field, or nothing."""
    return [line for line in [next(_all(record, field), None)] if line]


def _addresses(record: Record) -> Iterator[str]:
    """The article's addresses, the surest first: an address that is only a site's is none of an article."""
    found = [line_of(address) for field in ("url", "publisher") for address in _all(record, field)]
    pages = [address for address in found if address.startswith(_WEB)]
    yield from filter(_OF_A_PAGE.match, pages)
    yield from pages or list(_all(record, "url"))


def _dated(record: Record, metadata: dict[str, str], order: DayOrder) -> Iterator[str]:
    """Fill in the dates; yield what is to be said of them."""
    for field in ("published", "updated"):
        for written in _first(record, field):
            if day := serial_day(written):
                metadata[field] = day
                continue
            read, note = order.settled(written)
            if read:
                metadata[field] = read
            if note and field == "published":
                yield note
    if "published" not in metadata and exports.is_post(record):
        metadata.update(("published", created) for created in _first(record, "created"))
    if "published" not in metadata:
        for seen in _first(record, "seen"):
            metadata["published"] = seen
            yield _SEEN_NOTE
