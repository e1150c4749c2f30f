"""What kind a zip archive is: documents of Office and OpenDocument, workbooks, EPUB, or files packed."""

from __future__ import annotations

import os

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""How the names of workbooks end."""
_OFFICE_MEMBERS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"customXml/", b"mimetype", b"META-INF/")
_OFFICE_ENDS = (b".xml", b".rels", b".jpeg", b".emf", b"mimetype")
"""What the first member of a document of a word processor is; an archive of documents begins otherwise."""
_IWORK_MEMBERS, _IWORK_ENDS = (b"Index/", b"Data/", b"Metadata/", b"preview"), (b".iwa", b".jpg", b".plist", b".png")
"""What the first member of a document of Pages, Numbers or Keynote is."""
_NAME_AT, _NAME_LENGTH_AT = 30, slice(26, 28)
"""Where the first member of a zip archive has its name, and that name's length."""
_EPUB, _EPUB_WITHIN = b"application/epub+zip", 100
"""What the first member of an EPUB says, unpacked: it ends within so many bytes."""


def kind_of_zip(head: bytes, name: str) -> str | None:
    """The kind by the name, or else by what the first bytes show of the members.

    >>> kind_of_zip(b"PK", "a.docx"), kind_of_zip(b"PK", "a.zip")
    ('docx', 'zip')
    """
    suffix = os.path.splitext(name)[1].lower()
    if _EPUB in head[:_EPUB_WITHIN] or suffix == ".epub":
        return "epub"
    if suffix in (".docx", ".odt"):
        return "docx" if suffix == ".docx" and b"opendocument.text" not in head else "odt"
    return "workbook" if suffix in WORKBOOKS else _kind_of_members(head)


def _kind_of_members(head: bytes) -> str | None:
    first = head[_NAME_AT : _NAME_AT + int.from_bytes(head[_NAME_LENGTH_AT], "little")]
    if first.endswith(_IWORK_ENDS) and first.startswith(_IWORK_MEMBERS):
        return None
    if not first.startswith(_OFFICE_MEMBERS) or not first.endswith(_OFFICE_ENDS):
        return "zip"
    if b"opendocument.text" in head:
        return "odt"
    if b"xl/" in head or b"opendocument.spreadsheet" in head:
        return "workbook"
    return "docx" if b"word/" in head or (first.startswith(b"[Content_Types]") and b"ppt/" not in head) else "zip"
