"""What kind a file is, told by its first bytes, and by its name only where these leave it open.

Names lie: exports come as ``.TXT``, RTF is named ``.doc``, feeds and pages are saved as ``.txt``.
"""

from __future__ import annotations

import os
import re
import zlib

from factx.reading.formats.dialects import is_table

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
_ZIP = b"PK\x03\x04"
_TAR_MAGIC, _TAR_MAGIC_AT = b"ustar", 257
"""What a tar archive has in the header of its first member, and where."""
_BLANKS = b" \t\r\n"
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_UTF16_MARKS = _BYTE_ORDER_MARKS[1:]
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?(?P<name>[\w.-]+)")
_COMMENTS = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!(?:\[[^\]]*\]|[^>\[])*(?:\[.*?\]\s*)?>", re.DOTALL)
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
    "PPSResponse": "factiva_xml",
}
_FACTIVA = re.compile(r"<title>\s*Factiva\b|[\"']article (?!is|my)[a-z]{2}Article\b|\barticleParagraph [a-z]{2}article")
_FACTIVA_XML = ("<leadParagraph", "<tailParagraphs", ":leadParagraph", ":tailParagraphs")
"""Elements by which an article of Factiva's is told that stands alone, without its response."""
_EUROPRESSE = re.compile(r"\bDocPublicationName\b|\btbHeaderImages\b|\b[tT]itreArticleVisu\b")
_LEXIS_PART = re.compile(
    r"^[ \t]{5,}(?:\d+ (?:of|von|de) \d+ DOCUMENTS?|Dokument \d+ von \d+|Document \d+ de \d+)[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_PROQUEST_RULE = re.compile(r"^_{60}[ \t]*\r?$", re.MULTILINE)
_PROQUEST_LABEL = re.compile(
    r"^(?:Full ?text|Publication ?info(?:rmation)?|Publication ?title|Document ?URL) ?:|ProQuest",
    re.MULTILINE | re.IGNORECASE,
)
_MAIL = re.compile(r"(?:From \S[^\r\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_MAIL_FIELDS = re.compile(
    r"^(?:mime-version|content-type|received|message-id|return-path):", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(r"(?=.*^from:)(?=.*^subject:)(?=.*^date:)", re.IGNORECASE | re.MULTILINE | re.DOTALL)
"""The fields of a mail that was saved without those of its transport."""
_JSON = re.compile(r"\[\s*[{\[\]]|\{\s*[\"}]")
"""How an object or a list of objects begins; an article may begin with "[Reuters]"."""
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
}


def kind_of(head: bytes, name: str) -> str | None:
    """The kind of file whose first bytes are ``head``, or None if it is none that factx knows.

    >>> kind_of(b"{\\\\rtf1 ...", "articles.doc"), kind_of(b"Two fled.", "a.txt")
    ('rtf', 'text')
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return "warc" if kind == "gzip" and _is_packed_warc(head) else kind
    if head.startswith(_ZIP):
        return _kind_of_zip(head, name)
    if head[_TAR_MAGIC_AT:].startswith(_TAR_MAGIC):
        return "tar"
    if b"\0" in head and not head.startswith(_UTF16_MARKS):
        return _BY_SUFFIX.get(os.path.splitext(name)[1].lower())  # its reader says that it is no text
    text = _text_of(head)
    stripped = text.lstrip()
    if stripped.startswith("<"):
        return _kind_of_markup(stripped, name)
    if stripped.startswith(("{", "[")):
        return _kind_of_json(stripped, name)
    return _kind_of_text(text, name)


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


def _kind_of_zip(head: bytes, name: str) -> str:
    """The kind by the names of the members that the first bytes show."""
    if b"word/" in head or name.lower().endswith(".docx"):
        return "docx"
    if b"application/vnd.oasis.opendocument.text" in head or name.lower().endswith(".odt"):
        return "odt"
    if b"xl/" in head or b"application/vnd.oasis.opendocument.spreadsheet" in head:
        return "spreadsheet"
    return "zip"


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
    if kind is None and any(element in text for element in _FACTIVA_XML):
        return "factiva_xml"
    return kind or _kind_of_page(text)


def _kind_of_page(text: str) -> str:
    """The kind of an HTML file by what only exports of archives have."""
    if _FACTIVA.search(text):
        return "factiva_html"
    if _EUROPRESSE.search(text):
        return "europresse"
    if "DocID_MSTAR" in text:
        return "proquest_html"
    return "page"


def _kind_of_json(text: str, name: str) -> str:
    """``jsonl`` if the first line is a whole object and another follows, else ``json``.

    A file named as lines that opens a list or breaks its first object over lines is none.
    """
    named = _BY_SUFFIX.get(os.path.splitext(name)[1].lower())
    if named == "jsonl" and not _OVER_LINES.match(text):
        return named
    if not _JSON.match(text):
        return named or "json"
    lines = [line.strip() for line in text.split("\n", 2)]
    is_object = lines[0].startswith("{") and lines[0].endswith("}")
    return "jsonl" if is_object and len(lines) > 1 and not _OVER_LINES.match(lines[1] + "\n") else "json"


def _kind_of_text(text: str, name: str) -> str | None:
    kind = _BY_SUFFIX.get(os.path.splitext(name)[1].lower())
    if kind is not None and kind != "text":
        return kind
    if _LEXIS_PART.search(text):
        return "lexisnexis_txt"
    if _PROQUEST_RULE.search(text) and _PROQUEST_LABEL.search(text):
        return "proquest_txt"
    if (mail := _MAIL.match(text)) and (_MAIL_FIELDS.search(mail.group()) or _SENT.match(mail.group())):
        return "mail"
    return "csv" if is_table(text) else kind
