"""What readers keep beside pages: notes of Evernote and Notion, pages of Safari's, flat documents."""

from __future__ import annotations

import io
import plistlib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart
from tests.io.formats.exports import articles, parts
from tests.io.formats.reading import message_of, read_one

TEXT = "Two miners died when a shaft flooded near Oruro on Monday.\n\nTen others were freed, the mayor said."
BODY = "".join(f"<div>{line}</div>" for line in TEXT.split("\n\n"))
TITLE = "Shaft floods near Oruro"
ADDRESS = "https://andes.example/2016/05/09/shaft"


def note(title: str, body: str, address: str = "") -> str:
    head = '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">'
    source = f"<note-attributes><author>me</author><source-url>{address}</source-url></note-attributes>"
    return (
        f"<note><title>{title}</title><content><![CDATA[{head}<en-note>{body}<en-media hash='x'/></en-note>]]>"
        f"</content><created>20240612T101112Z</created>{source if address else ''}<resource><data>iVBORw0KGgo=</data>"
        "</resource></note>"
    )


def export(*notes: str, end: str = "</en-export>") -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "x"><en-export application="Evernote">'
    return f"{head}{''.join(notes)}{end}".encode()


def test_each_note_is_an_article_without_the_day_of_its_making() -> None:
    found = articles(export(note(TITLE, BODY, ADDRESS), note("Ferry", "<div>A ferry sank.</div>")), "a.enex")
    assert [(part.number, part.text, dict(part.metadata)) for part in found] == [
        (1, TEXT, {"title": TITLE, "url": ADDRESS}),
        (2, "A ferry sank.", {"title": "Ferry"}),
    ]


def test_notes_that_hold_no_text_and_exports_that_break_off_say_so() -> None:
    found = parts(export(note(TITLE, ""), note(TITLE, BODY), end=""), "a.enex")
    assert [part.reason[:9] for part in found if isinstance(part, BadPart)] == ["no text: ", "the file "]
    with pytest.raises(InputError, match="no notes"):
        parts(export(), "a.enex")


PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{BODY.replace('div>', 'p>')}</body></html>"
MAIN = {"WebResourceData": PAGE.encode(), "WebResourceURL": ADDRESS, "WebResourceTextEncodingName": "UTF-8"}


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_page_that_safari_saved(tmp_path: Path, form: Any) -> None:
    data = plistlib.dumps({"WebMainResource": MAIN, "WebSubresources": [{"WebResourceData": b"x"}]}, fmt=form)
    item = read_one(tmp_path, "page.webarchive", data)
    assert (item.text, item.title, item.published, item.url) == (TEXT, TITLE, "2016-05-09", ADDRESS)


@pytest.mark.parametrize("content", [{"a": 1}, {"WebMainResource": {"WebResourceURL": "x"}}, ["WebMainResource"]])
def test_a_property_list_without_a_page_says_so(tmp_path: Path, content: Any) -> None:
    data = plistlib.dumps(content, fmt=plistlib.FMT_BINARY)
    assert message_of(tmp_path, "page.webarchive", data) == "a saved page without a page in it"
    assert "without a page" in message_of(tmp_path, "page.webarchive", data[:-9] + b"\0\0")


def test_a_flat_document_is_read_as_one_in_an_archive(tmp_path: Path) -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    lines = "".join(f"<text:p>{line}</text:p>" for line in TEXT.split("\n\n"))
    data = (
        f'<?xml version="1.0"?><office:document xmlns:office="{space}office:1.0" xmlns:text="{space}text:1.0" '
        f'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f'<text:h text:style-name="Title">{TITLE}</text:h>{lines}</office:text></office:body></office:document>'
    )
    item = read_one(tmp_path, "a.fodt", data)
    assert (item.title, item.text) == (TITLE, TEXT)
    assert "breaks off" in message_of(tmp_path, "b.fodt", data[:-40])


def test_markdown_of_notion_has_its_fields_below_the_title(tmp_path: Path) -> None:
    page = f"# {TITLE}\n\nDate: May 9, 2016\nAuthor: Ana Roe\nURL: {ADDRESS}\nRead On: June 1, 2020\n\n{TEXT}\n"
    item = read_one(tmp_path, f"{TITLE} 2f6a0c1d.md", page)
    assert (item.title, item.published, item.author, item.url) == (TITLE, "2016-05-09", "Ana Roe", ADDRESS)
    assert item.text == TEXT
    assert "no kind of file" in message_of(tmp_path, "README.md", "# Tool\n\nUsage: run it\n\nTwo fled.\n")


def test_a_document_of_pages_is_not_taken_for_an_archive(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Index/Document.iwa", b"x" * 50)
    assert "export it as .docx" in message_of(tmp_path, "story.pages", packed.getvalue())
