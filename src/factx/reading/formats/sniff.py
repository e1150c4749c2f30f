"""What kind a file is, told by its first bytes, and by its name only where these leave it open.

Names lie: exports come as ``.TXT``, RTF is named ``.doc``, feeds and pages are saved as ``.txt``.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Collection

from factx.base import lexicon
from factx.reading.formats.chats import is_chat
from factx.reading.formats.dialects import is_table
from factx.reading.formats.front_matter import is_fronted
from factx.reading.formats.wikitext import is_wikitext
from factx.reading.formats.zip_kinds import WORKBOOKS, kind_of_zip

_WARC = b"WARC/"
_GZIP_BITS = 31
"""What tells zlib that its input has a gzip header."""
_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstandard"),
    (b"PAR1", "parquet"),
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (_WARC, "warc"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip archive begins, and one without members."""
_TAR_MAGIC, _TAR_MAGIC_AT = b"ustar", 257
"""What a tar archive has in the header of its first member, and where."""
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_UTF16_MARKS = _BYTE_ORDER_MARKS[1:]
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?(?P<name>[\w.-]+)")
_COMMENTS = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!(?:\[[^\]]*\]|[^>\[])*(?:\[.*?\]\s*)?>", re.DOTALL)
_PAGE_ROOTS = lexicon.words("reading/markup", "name") | lexicon.words("reading/page_roots", "name")
"""Elements that pages, or pieces of them, begin with."""
_XML_ROOTS = {
    "rss": "rss",
    "RDF": "rss",
    "feed": "atom",
    "nitf": "nitf",
    "newsMessage": "newsml",
    "newsItem": "newsml",
    "packageItem": "newsml",
    "conceptItem": "newsml",
    "knowledgeItem": "newsml",
    "planningItem": "newsml",
    "NewsML": "newsml_1",
    "newsitem": "reuters",
    "alto": "alto",
    "PcGts": "page_xml",
    "mediawiki": "mediawiki",
    "PPSResponse": "factiva_xml",
    "en-export": "enex",
    "document": "plain",
    "plist": "plain",
}
_RDF_OF_FEEDS = ("purl.org/rss", "netscape.com")
"""Parts of the namespaces of RSS 0.9 and 1.0."""
_FACTIVA = re.compile(r"<title>\s*Factiva\b|[\"']article (?!is|my)[a-z]{2}Article\b|\barticleParagraph [a-z]{2}article")
_FACTIVA_SIGNS = ("Factiva", "articleParagraph ", '"article ', "'article ")
"""Words one of which is in what the pattern finds: to look for them takes a hundredth of its time."""
_PLAIN = "plain"
"""What is told only by more than its root."""
_FLAT_TEXT, _SAFARI = "application/vnd.oasis.opendocument.text", "<key>WebMainResource</key>"
_TELEGRAM = ("<title>Exported Data</title>", 'class="page_wrap')
"""What the pages have that Telegram makes of a channel or chat."""
_HOCR = re.compile(r"""\bclass=["']ocr_page\b""")
"""What recognised text has that is written as a page (hOCR)."""
_FACTIVA_XML = ("<leadParagraph", "<tailParagraphs", ":leadParagraph", ":tailParagraphs")
"""Elements by which an article of Factiva's is told that stands alone, without its response."""
_EUROPRESSE = ("DocPublicationName", "tbHeaderImages", "itreArticleVisu")
_FACTIVA_CODES = tuple(
    re.compile(rf"^(?:{codes})(?:\t| {{2,}}|[ \t]*\r?$)", re.MULTILINE) for codes in ("HD", "PD|SN", "LP|TD")
)
_FACTIVA_LINES = re.compile(
    r"^\d[\d.,]* (?:words|Wörter|mots|palabras)\r?\n(?:\s*\n)?\d\d? [^\W\d_]+ \d{4}[ \t]*\r?$", re.MULTILINE
)
"""What a text copied from Factiva has: codes on the lines, or word count and date on lines of their own."""
LEXIS_DOCUMENT = re.compile(
    r"^(?:[ \t]{5,}(?i:\d+ (?:of|von|de) \d+ documents?|(?:dokument|document) \d+ (?:von|de|of) \d+)"
    r"|\d+ of \d+ DOCUMENTS?)[ \t]*\r?$",
    re.MULTILINE,
)
"""The line with which a document of LexisNexis' text starts: centred, in the language of the interface."""
_NEXIS_BODY = re.compile(r"^Body[ \t]*\r?$", re.MULTILINE)
_NEXIS_LABEL = re.compile(
    r"^(?:Length:[ \u00a0]*[\d.,]+ \w+|Load-Date:.*|End of Document)[ \u00a0\t]*\r?$", re.MULTILINE
)
_NEXIS_COVER = re.compile(r"^Job Number:[^\n]*\n(?:\s*\n)?Documents? \(\d+\)[ \t]*\r?$", re.MULTILINE)
"""The cover page, whose list of headlines and searches may be longer than what is looked at."""
_OLE = b"\xd0\xcf\x11\xe0"
"""Old Office files, and those of today that have a password."""
_PROQUEST_RULE = re.compile(r"^_{60}[ \t]*\r?$", re.MULTILINE)
_PROQUEST_LABEL = re.compile(
    r"^(?:Full ?text|Publication ?info(?:rmation)?|Publication ?title|Document ?URL) ?:|ProQuest",
    re.MULTILINE | re.IGNORECASE,
)
_MAIL = re.compile(r"(?:From \S[^\r\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_MAIL_FIELDS = re.compile(
    r"^(?:mime-version|content-type|received|message-id|return-path):", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(r"(?=.*^from:)(?=.*^subject:)(?=.*^(?:date|sent):)", re.IGNORECASE | re.MULTILINE | re.DOTALL)
"""The fields of a mail that was saved without those of its transport."""
_SAVED_PAGE = re.compile(r"^(?:snapshot-content-location:|from: <saved by)", re.IGNORECASE | re.MULTILINE)
"""What browsers write that save a page as a mail."""
_JSON = re.compile(r"\[\s*[{\[\]]|\{\s*[\"}]")
"""How an object or a list of objects begins; an article may begin with "[Reuters]"."""
_READ = lexicon.words("reading/read_files", "suffix") | {""}
"""How files that factx reads may end: what is broken in them is told, other files are counted."""
_WIKI_BEGINS = ("{{", "[[")
_OVER_LINES = re.compile(r"\[|\{\s*\n")
_BY_SUFFIX = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".psv": "csv",
    ".txt": "text",
    ".text": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".mht": "saved_page",
    ".mhtml": "saved_page",
    ".webarchive": "webarchive",
    ".srt": "subtitles",
    ".vtt": "subtitles",
    **dict.fromkeys(WORKBOOKS, "workbook"),
}


def kind_of(head: bytes, name: str, columns: Collection[str] = ()) -> str | None:
    """The kind of file whose first bytes are ``head``, or None if it is none that factx knows.

    ``columns`` are those that the user has named: a table may be told by them.

    >>> kind_of(b"{\\\\rtf1 ...", "articles.doc"), kind_of(b"Two fled.", "a.txt")
    ('rtf', 'text')
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return "warc" if kind == "gzip" and _is_packed_warc(head) else kind
    if head.startswith(_ZIP):
        return kind_of_zip(head, name)
    if head[_TAR_MAGIC_AT:].startswith(_TAR_MAGIC):
        return "tar"
    if head.startswith(_OLE) and name.lower().endswith(".docx"):
        return "docx"  # its reader says that it has a password
    if head.startswith(_OLE) and name.lower().endswith(WORKBOOKS):
        return "workbook"
    if b"\0" in head and not head.startswith(_UTF16_MARKS):
        return _BY_SUFFIX.get(os.path.splitext(name)[1].lower())  # its reader says that it is no text
    text = _text_of(head)
    stripped = text.lstrip()
    if stripped.startswith("<"):
        return _kind_of_markup(stripped, name)
    if is_chat(stripped):
        return "chat"
    if stripped.startswith(("{", "[")):
        return _kind_of_json(stripped, name)
    return _kind_of_text(text, name, columns)


def _text_of(head: bytes) -> str:
    for mark in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            encoding = "utf-8" if mark == _BYTE_ORDER_MARKS[0] else "utf-16"
            return head.decode(encoding, "replace").lstrip("\ufeff")
    return head.decode("utf-8", "replace")


def _is_packed_warc(head: bytes) -> bool:
    """True for a gzip file whose first member is a record of a web archive: these are packed one by one."""
    try:
        return zlib.decompressobj(_GZIP_BITS).decompress(head, len(_WARC)) == _WARC
    except zlib.error:
        return False


def _kind_of_markup(text: str, name: str) -> str | None:
    """The kind of an XML or HTML file by its root element; old exports begin with comments."""
    if "<DOC NUMBER=" in text:
        return "lexisnexis_html"
    root = _ROOT.search(_COMMENTS.sub("", text))
    if root is None:
        return None
    kind = _XML_ROOTS.get(root["name"])
    if kind == "rss" and "wordpress.org/export" in text:
        return "wordpress"
    if root["name"] == "RDF" and not any(space in text for space in _RDF_OF_FEEDS):
        return None  # a library of references
    if kind == _PLAIN:
        return _kind_of_plain_xml(text)
    if kind is None and any(element in text for element in _FACTIVA_XML):
        return "factiva_xml"
    return kind or _kind_of_page(text, root["name"].lower(), name)


def _kind_of_plain_xml(text: str) -> str | None:
    """The kind of a document that is XML and nothing else: a flat one of OpenDocument, a page of Safari's."""
    if _FLAT_TEXT in text:
        return "fodt"
    return "webarchive" if _SAFARI in text else None


def _kind_of_page(text: str, root: str, name: str) -> str | None:
    """The kind of an HTML file by what only exports of archives have; other XML is of none."""
    if any(sign in text for sign in _FACTIVA_SIGNS) and _FACTIVA.search(text):
        return "factiva_html"
    if any(sign in text for sign in _EUROPRESSE):
        return "europresse"
    if "DocID_MSTAR" in text:
        return "proquest_html"
    if all(sign in text for sign in _TELEGRAM):
        return "telegram_html"
    if _HOCR.search(text):
        return "hocr"
    named = _BY_SUFFIX.get(os.path.splitext(name)[1].lower())
    if text.startswith("<?xml") and root != "html":
        return None
    return "page" if named == "page" or root in _PAGE_ROOTS else named


def _kind_of_json(text: str, name: str) -> str | None:
    """``jsonl`` if the first line is a whole object and another follows, else ``json``.

    A file named as lines that opens a list or breaks its first object over lines is none.
    """
    if text.startswith(_WIKI_BEGINS) and is_wikitext(text):
        return "wikitext"
    named = _BY_SUFFIX.get(os.path.splitext(name)[1].lower())
    if named == "jsonl" and not _OVER_LINES.match(text):
        return named
    if not _JSON.match(text):
        return named or ("json" if os.path.splitext(name)[1].lower() in _READ else None)
    lines = [line.strip() for line in text.split("\n", 2)]
    is_object = lines[0].startswith("{") and lines[0].endswith("}")
    return "jsonl" if is_object and len(lines) > 1 and not _OVER_LINES.match(lines[1] + "\n") else "json"


def _kind_of_text(text: str, name: str, columns: Collection[str]) -> str | None:
    kind = _BY_SUFFIX.get(os.path.splitext(name)[1].lower())
    if kind not in (None, "text", "workbook"):
        return kind
    if is_fronted(text):
        return "front_matter"
    if LEXIS_DOCUMENT.search(text):
        return "lexisnexis_txt"
    if _PROQUEST_RULE.search(text) and _PROQUEST_LABEL.search(text):
        return "proquest_txt"
    if _NEXIS_COVER.search(text) or (_NEXIS_BODY.search(text) and _NEXIS_LABEL.search(text)):
        return "nexis_txt"
    if is_factiva(text):
        return "factiva_txt"
    if (mail := _MAIL.match(text)) and (_MAIL_FIELDS.search(mail.group()) or _SENT.match(mail.group())):
        return _kind_of_mail(mail.group())
    if is_wikitext(text):
        return "wikitext"
    return "csv" if is_table(text, columns) else kind


def is_factiva(text: str) -> bool:
    """True for text of Factiva's: codes on its lines, or a count of words above a date.

    >>> is_factiva("Dam cracks\\n1,212 words\\n22 March 2017\\nAndes Post"), is_factiva("Two fled.")
    (True, False)
    """
    return _FACTIVA_LINES.search(text) is not None or all(code.search(text) for code in _FACTIVA_CODES)


def _kind_of_mail(head: str) -> str:
    if _SAVED_PAGE.search(head):
        return "saved_page"
    return "mbox" if head.startswith("From ") else "mail"
