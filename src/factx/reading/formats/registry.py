"""Which module reads which kind of file; each is imported only when a file of its kind comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from factx.base import InputError
from factx.reading.formats.charsets import encoding_of_xml
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, RawArticle, ReadOptions, with_note
from factx.reading.formats.sniff import kind_of
from factx.reading.formats.unread import UnreadKind

READERS = {
    "text": "plain_text.read",
    "chat": "chats.read",
    "subtitles": "subtitles.read",
    "front_matter": "front_matter.read",
    "json": "json_files.read",
    "jsonl": "json_files.read_lines",
    "csv": "separated.read",
    "parquet": "parquet_files.read",
    "workbook": "workbooks.read",
    "gzip": "compressed.read_gzip",
    "zstandard": "compressed.read_zstandard",
    "zip": "archives.read_zip",
    "tar": "archives.read_tar",
    "epub": "epub.read",
    "rtf": "rtf.read",
    "pdf": "pdf.read",
    "docx": "word_files.read_docx",
    "odt": "word_files.read_odt",
    "fodt": "word_files.read_fodt",
    "nexis_txt": "nexis.read_text",
    "lexisnexis_html": "lexis_html.read",
    "lexisnexis_txt": "lexis_txt.read",
    "factiva_html": "factiva_html.read",
    "proquest_txt": "proquest_txt.read",
    "proquest_html": "proquest_html.read",
    "telegram_html": "telegram_html.read",
    "mail": "mail.read",
    "mbox": "mbox.read",
    "europresse": "europresse.read",
    "factiva_xml": "factiva_xml.read",
    "factiva_txt": "factiva_txt.read",
    "rss": "feeds.read",
    "atom": "feeds.read",
    "wordpress": "wordpress.read",
    "alto": "scanned.read_alto",
    "page_xml": "scanned.read_page_xml",
    "hocr": "scanned.read_hocr",
    "mediawiki": "wikitext.refuse_dump",
    "wikitext": "wikitext.refuse_text",
    "enex": "enex.read",
    "nitf": "nitf.read",
    "newsml": "newsml.read",
    "newsml_1": "newsml_1.read",
    "reuters": "newsml_1.read_reuters",
    "page": "pages.read",
    "saved_page": "pages.read_saved",
    "webarchive": "pages.read_webarchive",
    "warc": "warc.read",
}
"""Kinds of files by ``sniff``, and the functions that yield their parts in order: MODULE.FUNCTION of this package."""
NAMES = {
    "json": "json_files.names",
    "jsonl": "json_files.names_of_lines",
    "csv": "separated.names",
    "parquet": "parquet_files.names",
    "workbook": "workbooks.names",
    "gzip": "compressed.names_in_gzip",
    "zstandard": "compressed.names_in_zstandard",
    "zip": "archives.names_in_zip",
    "tar": "archives.names_in_tar",
}
"""Kinds of files with columns or keys that a user can name, or with others in them, and what yields the names."""
EXTRAS = {
    **dict.fromkeys(("zstandard", "rtf", "pdf", "page", "saved_page", "webarchive", "warc", "workbook"), "formats"),
    "parquet": "parquet",
}
"""Kinds whose reader needs a library that comes with an extra, and that extra's name."""

EXPORTED_TEXTS = frozenset(
    {"nexis_txt", "lexisnexis_html", "lexisnexis_txt", "factiva_html", "factiva_txt", "proquest_txt", "proquest_html"}
    | {"europresse"}
)
"""Kinds that are one text of many articles, whose encoding is told by the whole file."""
XML = frozenset(
    ("factiva_xml", "rss", "atom", "wordpress", "enex", "nitf", "newsml", "newsml_1", "reuters", "alto", "page_xml")
)
"""Kinds that may declare their encoding, and may be wrong."""
_ENCODED = EXPORTED_TEXTS | XML


def read_parts(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a file and what in it is none; raise ``InputError`` if nothing can be read.

    The error is an ``UnreadKind`` for a kind of file that factx does not read, or not without an extra.

    >>> [part.text for part in read_parts(InputFile.of_bytes("a.txt", b"One fled."), ReadOptions())]
    ['One fled.']
    """
    if not file.head.strip():
        raise InputError("the file is empty")
    kind = kind_of(file.head, file.path, options.columns.values())
    if kind not in READERS:
        raise UnreadKind(file.path)
    try:
        parts = _function(READERS[kind])(file, options)
        yield from (_noted(part, file, kind) for part in parts) if kind in _ENCODED else parts
    except ModuleNotFoundError as error:
        if kind not in EXTRAS:
            raise
        raise UnreadKind(file.path, lacks=(str(error.name), EXTRAS[kind])) from None


def read_names(file: InputFile, options: ReadOptions) -> Iterator[Sequence[str]]:
    """Yield the names of a table's columns, or of the keys of each JSON object, also within archives.

    Other files yield nothing. Raises ``InputError`` if the file is broken, and ``ModuleNotFoundError``
    if its kind needs a library that is not installed.

    >>> list(read_names(InputFile.of_bytes("a.csv", b"Day,Text\\n"), ReadOptions()))
    [['Day', 'Text']]
    """
    kind = kind_of(file.head, file.path, options.columns.values())
    if kind in NAMES:
        yield from _function(NAMES[kind])(file, options)


def _noted(part: Part, file: InputFile, kind: str) -> Part:
    """An article with what is doubtful about its file's encoding, if it has letters that may be wrong."""
    if not isinstance(part, RawArticle):
        return part
    encoding = encoding_of_xml(file) if kind in XML else file.encoding
    return with_note(part, encoding.note_on(part.text))


def _function(name: str) -> Any:
    module, _, function = name.partition(".")
    return getattr(import_module(f"factx.reading.formats.{module}"), function)
