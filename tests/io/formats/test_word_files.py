"""Documents of word processors: DOCX, ODT and RTF, exports of Nexis Uni and single articles."""

from __future__ import annotations

import gzip
import io
import zipfile
from html import escape

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart, InputFile, RawArticle, ReadOptions, read_parts
from factx.reading.formats.parts import Part
from factx.reading.formats.sniff import kind_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "style", "table")
)


def zipped(members: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return held.getvalue()


def packed(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def p(text: str = "", *bookmarks: str, style: str = "", raw: str = "") -> str:
    """A paragraph of DOCX; ``raw`` is what follows its text."""
    marks = "".join(f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>' for name in bookmarks)
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    lines = "<w:br/>".join(f"<w:t>{escape(line)}</w:t>" for line in text.split("\n"))
    return f"<w:p>{styled}{marks}<w:r>{lines}</w:r>{raw}</w:p>"


def docx(*paragraphs: str, styles: str = "") -> bytes:
    body = f'<?xml version="1.0"?><w:document {W}><w:body>{"".join(paragraphs)}<w:sectPr/></w:body></w:document>'
    named = f'<?xml version="1.0"?><w:styles {W}>{styles}</w:styles>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": body, "word/styles.xml": named})


def parts(data: bytes, name: str = "a.docx") -> list[Part]:
    return list(read_parts(InputFile.of_bytes(name, data), ReadOptions()))


def articles(data: bytes, name: str = "a.docx") -> list[RawArticle]:
    found = parts(data, name)
    assert all(isinstance(part, RawArticle) for part in found), found
    return [part for part in found if isinstance(part, RawArticle)]


def one(data: bytes, name: str = "a.docx") -> RawArticle:
    (found,) = articles(data, name)
    return found


# Nexis Uni

CELLS = (p("Content Type"), p("Timeline: 01 Jan 2009 to 9 May 2019"))
TABLE = f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in CELLS)}</w:tr></w:tbl>"
COVER = (
    p("Date and Time: Thursday, 9. May 2019 09:31:00 CET")
    + p("Job Number: 77")
    + p("Documents (2)")
    + p("1. Dam wall cracks")
    + p("Search Terms: dam")
    + TABLE
    + p("2. Bridge falls; Two hurt")
    + p("Client/Matter: -None-")
    + TABLE
)
LABELS = ("Section:\u00a0WORLD; Pg. 4", "Length:\u00a09 words", "Byline:\u00a0By Ana Diaz")


def nexis(
    number: int = 1,
    headline: tuple[str, ...] = ("Dam wall cracks",),
    header: tuple[str, ...] = ("The Andes Post", "May 6, 2011 Friday 4:20 PM GMT", "Late Edition - Final"),
    labels: tuple[str, ...] = LABELS,
    body: tuple[str, ...] = ("Two men fled.", "The dam broke."),
    tail: str = p("\nLoad-Date:\u00a0May 5, 2011"),
    marked: bool = True,
) -> str:
    """A document of an export, with its bookmarks or without."""
    marks = (f"Bookmark_{number}",) if marked else ()
    body_mark = (f"Body_{number - 2}" if number > 1 else "Body",) if marked else ()
    lines = (*headline, *header, "\nCopyright 2011 Andes Press All Rights Reserved", "\n", *labels)
    return (
        p("", *marks)
        + "".join(map(p, lines))
        + p("Body", *body_mark)
        + p()
        + "".join(map(p, body))
        + tail
        + p("\nEnd of Document")
    )


def test_a_document_of_nexis_uni() -> None:
    assert one(docx(COVER, nexis())) == RawArticle(
        "Two men fled.\n\nThe dam broke.",
        {
            "title": "Dam wall cracks",
            "author": "Ana Diaz",
            "published": "2011-05-06",
            "publisher": "The Andes Post",
        },
        number=1,
    )


@pytest.mark.parametrize("marked", [True, False])
def test_documents_of_nexis_uni_with_bookmarks_and_without(marked: bool) -> None:
    second = nexis(2, headline=("Bridge falls;", "Two hurt"), marked=marked)
    for cover in (COVER, p(), ""):
        found = articles(docx(cover, nexis(marked=marked), second))
        assert [(part.number, part.metadata["title"], part.metadata["publisher"]) for part in found] == [
            (1, "Dam wall cracks", "The Andes Post"),
            (2, "Bridge falls; Two hurt", "The Andes Post"),
        ]


def test_a_cover_page_in_another_language_is_told_by_the_headlines_that_it_lists() -> None:
    cover = p("Datum: 9. Mai 2019") + p("Wer sucht: Dam") + p("1. Dam wall cracks; Mayor asks") + p("Irgendwas")
    first, _ = articles(docx(cover, nexis(headline=("Dam wall cracks;", "Mayor asks"), marked=False), nexis(2)))
    assert first.metadata["title"] == "Dam wall cracks; Mayor asks"


def test_bookmarks_that_come_twice_count_once() -> None:
    again = nexis().replace('w:name="Body"/>', 'w:name="Body"/><w:bookmarkStart w:id="9" w:name="Bookmark_1"/>')
    assert one(docx(COVER, again)).text == "Two men fled.\n\nThe dam broke."


def test_a_bookmark_may_stand_between_paragraphs_or_in_the_headline() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="Bookmark_1"/><w:bookmarkEnd w:id="1"/>'
    between = nexis().replace(p("", "Bookmark_1"), mark)
    inside = nexis().replace(p("", "Bookmark_1"), "").replace(p("Dam wall cracks"), p("Dam wall cracks", "Bookmark_1"))
    for made in (between, inside):
        assert one(docx(COVER, made)).metadata["title"] == "Dam wall cracks"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 6, 2011", "2011-05-06"),
        ("May 6, 2011 Friday, Lima Edition", "2011-05-06"),
        ("Sonntag 8.Mai 2011", "2011-05-08"),
        ("vendredi 6 mai 2011 11:31 GMT", "2011-05-06"),
    ],
)
def test_the_date_of_nexis_uni_in_any_language(line: str, day: str) -> None:
    found = one(docx(COVER, nexis(header=("The Andes Post", line)))).metadata
    assert (found["published"], found["publisher"]) == (day, "The Andes Post")


def test_a_headline_that_names_a_day_is_no_date() -> None:
    headline = ("Press digest;", "What the papers of May 2, 2011 say")
    found = one(docx(COVER, nexis(headline=headline))).metadata
    assert found["published"] == "2011-05-06"
    assert found["title"] == "Press digest; What the papers of May 2, 2011 say"


def test_a_headline_with_a_bar_or_a_number_is_no_cover_page() -> None:
    first = nexis(headline=("3. Dam facts",), marked=False)
    second = nexis(2, headline=("Opinion | The dam",), marked=False)
    found = articles(docx(COVER.replace("Dam wall cracks", "3. Dam facts"), first, second))
    assert [part.metadata["title"] for part in found] == ["3. Dam facts", "Opinion | The dam"]


def test_a_header_without_a_date_gives_none() -> None:
    found = one(docx(COVER, nexis(header=()))).metadata
    assert found == {"title": "Dam wall cracks", "author": "Ana Diaz"}


TAILS = {
    "graphic": p("Graphic") + p(" ") + p("The dam on Monday") + p("Link to Image"),
    "labels in German": p("Klassifizierung") + p("Sprache: ENGLISH"),
    "classification": p("Classification", "Classification") + p("Subject: DAMS (91%)\n\n"),
    "bookmark": p("", "Classification_4") + p("Subject: DAMS (91%)"),
    "correction": p("Correction") + p("An earlier version said four."),
    "link": p("Link zum PDF-Dokument") + p("Load-Date: May 5, 2011"),
    "licence": p("Published by HT Digital Content Services with permission from The Andes Post."),
    "none": "",
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS.keys())
def test_what_stands_behind_the_text_of_nexis_uni_is_none(tail: str) -> None:
    assert one(docx(COVER, nexis(tail=tail))).text == "Two men fled.\n\nThe dam broke."


def test_the_language_is_that_of_the_classification() -> None:
    tail = p("Classification") + p("Language: SPANISH; ESPAÑOL\n\n") + p("Subject: DAMS (91%)")
    assert one(docx(nexis(tail=tail))).metadata["language"] == "SPANISH; ESPAÑOL"


def test_highlight_and_dateline_are_no_text() -> None:
    labels = (*LABELS, "Highlight:\u00a0The mayor asks who will pay", "Dateline:\u00a0LIMA, May 5")
    found = one(docx(nexis(labels=labels)))
    assert (found.text, found.metadata["dateline"]) == ("Two men fled.\n\nThe dam broke.", "LIMA")


def test_hits_are_runs_and_breaks_are_lines() -> None:
    hit = "<w:r><w:rPr><w:b/></w:rPr><w:t>am</w:t></w:r><w:r><w:t> broke.</w:t></w:r>"
    run = p("The d", raw=hit)
    made = nexis(body=("One\nfled.",)).replace(p("One\nfled."), p("One\nfled.") + run)
    assert one(docx(made)).text == "One\nfled.\n\nThe dam broke."


def test_a_document_of_nexis_uni_without_text_is_a_bad_part() -> None:
    bad, good = parts(docx(COVER, nexis(body=()), nexis(2)))
    assert bad == BadPart("no text in the document 'Dam wall cracks'", 1)
    assert isinstance(good, RawArticle)
    assert good.number == 2


def test_a_word_count_of_nexis_uni_that_is_far_off_is_noted() -> None:
    labels = ("Length:\u00a01,050 words",)
    assert one(docx(nexis(labels=labels))).note == "the export says 1050 words, the text has 6"


def test_a_list_of_results_is_no_article() -> None:
    with pytest.raises(InputError, match="no article in this export"):
        parts(docx(COVER, p("End of Document")))


# Single articles in DOCX

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
    for style, name in (("Titel", "Title"), ("berschrift1", "heading 1"), ("Standard", "Normal"))
)


@pytest.mark.parametrize(
    ("style", "title"), [("Titel", "Dam cracks"), ("berschrift1", "Dam cracks"), ("Standard", None)]
)
def test_the_title_has_a_style(style: str, title: str | None) -> None:
    paragraphs = (
        p("Dam cracks", style=style),
        p("Two men fled."),
        p(),
        p("After", style="berschrift1"),
        p("One died."),
    )
    found = one(docx(*paragraphs, styles=STYLES))
    assert found.metadata.get("title") == title
    assert found.text == ("" if title else "Dam cracks\n\n") + "Two men fled.\n\nAfter\n\nOne died."
    assert found.number is None


HIDDEN = {
    "deleted": "<w:del><w:r><w:delText>Nine</w:delText></w:r></w:del>",
    "moved": "<w:moveFrom><w:r><w:t>Nine</w:t></w:r></w:moveFrom>",
    "hidden": "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Nine</w:t></w:r>",
    "field": '<w:r><w:instrText>HYPERLINK "https://a.example/"</w:instrText></w:r>',
    "box": f"<w:r><w:pict><w:txbxContent>{p('Nine')}</w:txbxContent></w:pict></w:r>",
}


@pytest.mark.parametrize("raw", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_is_not_shown_in_a_document_is_no_text(raw: str) -> None:
    assert one(docx(p("Two men fled.", raw=raw))).text == "Two men fled."


def test_what_is_shown_in_a_document_is_text() -> None:
    raw = (
        "<w:ins><w:r><w:t> One</w:t></w:r></w:ins><w:hyperlink><w:r><w:t> died</w:t><w:tab/><w:t>on a 3</w:t>"
        "<w:noBreakHyphen/><w:t>month trip.</w:t></w:r></w:hyperlink>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> So.</w:t></w:r>'
    )
    assert one(docx(p("Two men fled.", raw=raw))).text == "Two men fled. One died on a 3-month trip. So."


# ODT


def odt(content: str, styles: str = "") -> bytes:
    whole = (
        f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{content}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": whole})


def test_an_article_in_odt() -> None:
    content = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Nine</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p text:style-name="P1">Dam cracks</text:p><text:p/>'
        "<text:p>Two <text:span>m</text:span>en<text:s/>fled<text:note><text:note-body><text:p>Nine</text:p>"
        "</text:note-body></text:note>.</text:p>"
        '<text:h text:outline-level="1">After</text:h><text:p>One<text:line-break/>died.</text:p>'
    )
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    found = one(odt(content, styles), "a.odt")
    assert found.metadata == {"title": "Dam cracks"}
    assert found.text == "Two men fled.\n\nAfter\n\nOne\ndied."


def test_an_export_of_nexis_uni_in_odt() -> None:
    lines = (
        *(
            "Dam wall cracks",
            "The Andes Post",
            "May 6, 2011 Friday",
            "Copyright 2011 Andes Press",
            "Length:\u00a09 words",
        ),
        *("Body", "Two men fled.", "Load-Date: May 5, 2011", "End of Document"),
    )
    made = "".join(f"<text:p>{line}</text:p>" for line in lines)
    mark = '<text:p><text:bookmark text:name="Bookmark_1"/></text:p>'
    for content in (made * 2, f"<text:p>Job Number: 7</text:p>{mark}{made}{mark.replace('1', '2')}{made}"):
        found = articles(odt(content), "a.odt")
        assert [(part.number, part.text, part.metadata["title"]) for part in found] == [
            (1, "Two men fled.", "Dam wall cracks"),
            (2, "Two men fled.", "Dam wall cracks"),
        ]


# RTF


def rtf_document(number: int) -> str:
    address = "https://advance.example/document?id=1&b=2"
    link = rf'{{\field{{\*\fldinst{{HYPERLINK "{address}"}}}}{{\fldrslt{{\ul Dam wall cracks}}}}}}'
    return (
        rf"{{\*\bkmkstart Bookmark_{number}}}{{\*\bkmkend Bookmark_{number}}}\pard {link}\par The Andes Post\par "
        r"May 6, 2011 Friday\par\line Copyright 2011 Andes Press\par Length:\~9 words\par Byline:\~Ana Diaz\par "
        r"{\*\bkmkstart Body}\b Body\b0\par\par Two men{\v nine} fled, \ldblquote fast.\rdblquote\par "
        rf"See {link}.\par Load-Date: May 5, 2011\par\line End of Document\par\page "
    )


def test_rtf_of_nexis_uni() -> None:
    cover = r"Date and Time: Monday, May 9, 2019\par Documents (2)\par 1. Dam wall cracks\par Search Terms: dam\par "
    table = r"\trowd\cellx900\intbl Content Type\cell Narrowed by\cell\row\pard "
    data = rf"{{\rtf1\ansi\ansicpg1252 {cover}{table}{rtf_document(1)}{rtf_document(2)}}}".encode()
    first, second = articles(data, "a.doc")
    assert first.text == "Two men fled, “fast.”\n\nSee Dam wall cracks."
    assert first.metadata == {
        "title": "Dam wall cracks",
        "author": "Ana Diaz",
        "published": "2011-05-06",
        "publisher": "The Andes Post",
    }
    assert (second.number, second.metadata["title"]) == (2, "Dam wall cracks")


LEXIS = (
    *("Download Request: All", "1 of 9 DOCUMENTS", "The Andes Post", "May 6, 2011 Friday", "Late Edition - Final"),
    *("Dam wall cracks", "BYLINE: Ana Diaz", "LENGTH: 9 words", "Two men fled.", "One died.", "LOAD-DATE: May 5, 2011"),
    *("LANGUAGE: ENGLISH", "Copyright 2011 Andes Press", "All Rights Reserved"),
)


@pytest.mark.parametrize("start", ["1 of 9 DOCUMENTS", "Dokument 1 von 9"])
def test_an_export_of_lexisnexis_in_rtf_and_docx(start: str) -> None:
    lines = [line.replace("1 of 9 DOCUMENTS", start) for line in (*LEXIS, *LEXIS[1:])]
    rtf = "".join(rf"\pard\qc {line}\par\par " for line in lines)
    for data in (f"{{\\rtf1\\ansi {rtf}}}".encode(), docx(*map(p, lines))):
        first, second = articles(data, "a.doc")
        assert first.text == "Two men fled.\n\nOne died."
        assert first.metadata == {
            "title": "Dam wall cracks",
            "author": "Ana Diaz",
            "published": "2011-05-06",
            "publisher": "The Andes Post",
            "language": "ENGLISH",
        }
        assert (second.number, second.text) == (2, first.text)


# Documents inside archives


def test_documents_inside_archives() -> None:
    held = {"a.DOCX": docx(COVER, nexis(), nexis(2)), "b.odt": odt("<text:p>One fled.</text:p>")}
    held["c.rtf"] = rb"{\rtf1 One.}"
    outer = packed({"inner.zip": packed(held), "d.docx.gz": gzip.compress(docx(p("Two fled.")))})
    assert [(part.member, part.number, part.text) for part in articles(outer, "export.ZIP")] == [
        ("d.docx.gz", None, "Two fled."),
        ("inner.zip/a.DOCX", 1, "Two men fled.\n\nThe dam broke."),
        ("inner.zip/a.DOCX", 2, "Two men fled.\n\nThe dam broke."),
        ("inner.zip/b.odt", None, "One fled."),
        ("inner.zip/c.rtf", None, "One."),
    ]


def test_a_broken_document_inside_an_archive_is_named() -> None:
    good, bad = parts(packed({"a.docx": docx(p("Two fled.")), "b.docx": WHOLE[:200]}), "a.zip")
    assert isinstance(good, RawArticle)
    assert bad == BadPart("a broken document: File is not a zip file", member="b.docx")


# Broken files

WHOLE = docx(p("Two fled."))
BAD = {
    "broken": (WHOLE[:300], "a broken document"),
    "empty": (docx(p()), "no text in this document"),
    "other": (zipped({"[Content_Types].xml": "", "word/other.xml": ""}), "no word/document.xml"),
    "xml": (zipped({"word/document.xml": "<w:document"}), "not valid XML in word/document.xml"),
    "names": (zipped({"word/document.xml": "<:document><:p>Two fled.</:p></:document>"}), "not valid XML|no text"),
    "cut in the middle": (WHOLE[:60] + WHOLE[90:], "a broken document|no document"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted"),
}


@pytest.mark.parametrize(("data", "message"), BAD.values(), ids=BAD.keys())
def test_a_broken_document_is_one_clear_error(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parts(data)


def test_articles_before_an_error_in_the_xml_are_kept() -> None:
    whole = f"<w:document {W}><w:body>{nexis()}{nexis(2)}{nexis(3)}</w:wrong>"
    found = parts(zipped({"word/document.xml": whole}))
    assert [part.number for part in found] == [1, 2, 3, 4]
    assert isinstance(found[-1], BadPart)
    assert found[-1].reason.startswith("the rest cannot be read: not valid XML")


def test_entities_of_a_document_are_not_followed() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    declared = f'<!DOCTYPE w:document [<!ENTITY a0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    held = p("Two fled.").replace("fled", "fled.&f;").replace(";.", ";")
    whole = f"{declared}<w:document {W}><w:body>{held}</w:body></w:document>"
    assert one(zipped({"word/document.xml": whole})).text == "Two fled."
    with pytest.raises(InputError, match="not valid XML"):
        parts(zipped({"word/document.xml": whole.replace("&f;", "&a11;")}))


# Sniffing

KINDS = {
    "docx in capitals": (docx(p("Two fled.")), "EXPORT.DOCX", "docx"),
    "docx by content": (docx(p("Two fled.")), "export.doc", "docx"),
    "odt by content": (odt("<text:p>Two fled.</text:p>"), "export.zip", "odt"),
    "docx in its own order": (zipped({"word/numbering.xml": "", "word/document.xml": ""}), "a.zip", "docx"),
    "archive of a folder": (zipped({"word/a.txt": "Two fled.", "[Content_Types].xml": "x"}), "a.zip", "zip"),
    "archive of documents": (zipped({"a/word/b.docx": "x", "word/a.txt": "Two fled."}), "a.zip", "zip"),
    "slides": (zipped({"[Content_Types].xml": "", "ppt/slide.xml": ""}), "a.zip", "zip"),
    "rtf named doc": (rb"{\rtf1 Two fled.}", "a.doc", "rtf"),
}


@pytest.mark.parametrize(("data", "name", "kind"), KINDS.values(), ids=KINDS.keys())
def test_content_tells_the_kind(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind


def test_an_export_of_factiva_in_word() -> None:
    lines = ("HD", "Dam cracks", "BY", "By Ana Diaz", "WC", "4 words", "PD", "5 May 2011", "SN", "Andes Post", "LP")
    texts = ("Two men fled.", "TD", "One died.", "AN", "Document ANDP000020110505e7550001x")
    first, second = articles(docx(*map(p, (*lines, *texts, *lines, *texts))))
    assert (first.metadata["title"], first.metadata["published"]) == ("Dam cracks", "2011-05-05")
    assert (second.text, second.number) == ("Two men fled.\n\nOne died.", 2)
