"""Exports of LexisNexis as text and HTML, and of Nexis Uni as text; its DOCX and RTF are elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart, InputFile, RawArticle, ReadOptions, read_parts
from factx.reading.formats.parts import Part
from factx.reading.formats.sniff import kind_of


def parts(data: str | bytes, name: str = "a.TXT") -> list[Part]:
    raw = data.encode() if isinstance(data, str) else data
    return list(read_parts(InputFile.of_bytes(name, raw), ReadOptions()))


def articles(data: str | bytes, name: str = "a.TXT") -> list[RawArticle]:
    found = parts(data, name)
    assert all(isinstance(part, RawArticle) for part in found), found
    return [part for part in found if isinstance(part, RawArticle)]


def one(data: str | bytes, name: str = "a.TXT") -> RawArticle:
    (found,) = articles(data, name)
    return found


# Text

COVER = "\n\nDownload Request: Selected Items: 1-2\nTime Of Request: Monday, July 4, 2011  10:02:11\n\nTerms: dam\n\n\n"
START = "1 of 9 DOCUMENTS"
MASTHEAD = ("                    The Andes Post", "              May 6, 2011 Friday 4:20 PM GMT")
LABELS = "BYLINE: By Ana Diaz\n\nSECTION: WORLD; Pg. 4\n\nLENGTH: 9 words\n\n"
BODY = "Two men fled from the\nvalley on Monday.\n\nThe dam broke.\n\n"
TAIL = "LOAD-DATE: May 5, 2011\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
RIGHTS = "                   Copyright 2011 Andes Press\n                      All Rights Reserved\n\n\n"


def document(
    *editions: str,
    start: str = START,
    masthead: tuple[str, ...] = MASTHEAD,
    headline: str = "Dam wall cracks",
    labels: str = LABELS,
    body: str = BODY,
    tail: str = TAIL,
    rights: str = RIGHTS,
) -> str:
    top = "\n\n".join(masthead) + "".join(f"\n{'':20}{edition}" for edition in editions)
    return f"{'':30}{start}\n\n\n{top}\n\n{headline}\n\n{labels}{body}{tail}{rights}"


def test_a_document_of_text() -> None:
    assert one(COVER + document()) == RawArticle(
        "Two men fled from the valley on Monday.\n\nThe dam broke.",
        {
            "title": "Dam wall cracks",
            "author": "Ana Diaz",
            "published": "2011-05-06",
            "publisher": "The Andes Post",
            "language": "ENGLISH",
        },
        number=1,
    )


def test_documents_are_parted_by_their_count_whatever_it_says() -> None:
    later = document(start="2 of 412 DOCUMENTS", headline="Bridge falls")
    found = articles(COVER + document() + later + document(start="3 of 9 DOCUMENTS"))
    assert [(part.number, part.metadata["title"]) for part in found] == [
        (1, "Dam wall cracks"),
        (2, "Bridge falls"),
        (3, "Dam wall cracks"),
    ]


@pytest.mark.parametrize("start", ["1 of 1 DOCUMENT", "Dokument 1 von 7", "Document 1 de 7", "2 of 3 Documents"])
def test_the_count_is_in_the_language_of_the_interface(start: str) -> None:
    assert one(document(start=start)).metadata["title"] == "Dam wall cracks"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_text_in_any_encoding_with_any_line_ends(encoding: str) -> None:
    data = (COVER + document(body="“Two fled,” said\nJosé Pérez.\n\n")).replace("\n", "\r\n")
    assert one(data.encode(encoding)).text == "“Two fled,” said José Pérez."


def test_an_export_in_another_encoding_says_so_of_articles_with_its_letters() -> None:
    data = COVER + document(body="Two fled from Plzeň,\nsaid Tomáš Řehoř.\n\n") + document(start="2 of 2 DOCUMENTS")
    first, second = articles(data.encode("latin2"))
    assert first.text == "Two fled from Plzeň, said Tomáš Řehoř."
    assert (first.note, second.note) == ("read as Latin-2, which its letters show: save it as UTF-8", None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 6, 2011, Friday, Late Edition - Final", "2011-05-06"),
        ("December 9, 2012 Sunday, Lima Edition", "2012-12-09"),
        ("May 6, 2011", "2011-05-06"),
        ("Freitag 6. Mai 2011", "2011-05-06"),
        ("Sonntag 8.Mai 2011", "2011-05-08"),
        ("vendredi 6 mai 2011 11:31 GMT", "2011-05-06"),
    ],
)
def test_the_date_of_the_issue_in_any_language(line: str, day: str) -> None:
    assert one(document(masthead=(MASTHEAD[0], f"{'':18}{line}"))).metadata["published"] == day


def test_a_date_without_a_day_is_kept_as_written() -> None:
    found = one(document(masthead=(MASTHEAD[0], f"{'':20}Autumn 2009"))).metadata
    assert (found["published"], found["publisher"]) == ("Autumn 2009", "The Andes Post")


def test_the_day_of_loading_is_no_date() -> None:
    found = one(document(masthead=MASTHEAD[:1])).metadata
    assert "published" not in found
    assert found["publisher"] == "The Andes Post"


def test_editions_and_notices_are_no_headline() -> None:
    found = one(document("Edition 1;", "National Edition", "Correction Appended"))
    assert (found.metadata["title"], found.metadata["publisher"]) == ("Dam wall cracks", "The Andes Post")


def test_headlines_and_publications_are_wrapped() -> None:
    masthead = (f"{'':8}The Andes Post and Andean Courier\n{'':16}(Lima, Peru)", MASTHEAD[1])
    found = one(document(masthead=masthead, headline="Dam wall cracks; Mayor asks\nwho will pay")).metadata
    assert found["title"] == "Dam wall cracks; Mayor asks who will pay"
    assert found["publisher"] == "The Andes Post and Andean Courier (Lima, Peru)"


def test_labels_run_on_over_lines_and_a_dateline_is_a_place() -> None:
    labels = "BYLINE: ANA DIAZ and\nJOE RAY\n\nLENGTH: 9 words\n\nDATELINE: LIMA, May 5\n\nHIGHLIGHT: Two\nfled\n\n"
    found = one(document(labels=labels))
    assert found.metadata["author"] == "ANA DIAZ and JOE RAY"
    assert found.metadata["dateline"] == "LIMA"
    assert found.text.startswith("Two men fled")


def test_labels_of_other_interfaces() -> None:
    labels = "AUTOR: Ana Diaz\n\nRUBRIK: WELT; S. 4\n\nLÄNGE: 9 Wörter\n\n"
    found = one(document(labels=labels, tail="UPDATE: 7. Mai 2011\n\nSPRACHE: ENGLISCH\n\n"))
    assert (found.metadata["author"], found.metadata["language"]) == ("Ana Diaz", "ENGLISCH")
    assert found.text.endswith("The dam broke.")


@pytest.mark.parametrize(
    "tail",
    [
        "LOAD-DATE: May 5, 2011\n",
        "GRAPHIC: Photo: The dam\n\nLOAD-DATE: May 5, 2011\n",
        "CORRECTION-DATE: May 9, 2011\n\nCORRECTION: An earlier version\nsaid four.\n",
        "URL: http://andes.example/\n\nSUBJECT: DAMS (91%); FLOODS (80%)\n",
        "NOTES: Ed. Note: first of two\n",
        "",
    ],
)
def test_what_stands_behind_the_text_is_none(tail: str) -> None:
    assert one(document(tail=tail)).text.endswith("The dam broke.")
    assert one(document(body=BODY.rstrip() + "\n", tail=tail)).text.endswith("The dam broke.")


def test_words_before_a_colon_are_no_labels_within_the_text() -> None:
    body = "UPDATE: Two men fled.\n\nGraphic: the dam.\n\nMAYOR: We will pay.\n\n     (c) the dam\n\nCOMPANY: Dams\n\n"
    assert one(document(body=body)).text.split("\n\n") == [
        *("UPDATE: Two men fled.", "Graphic: the dam.", "MAYOR: We will pay.", "(c) the dam", "COMPANY: Dams"),
    ]


def test_older_files_have_the_copyright_at_the_top_and_label_headline_and_text() -> None:
    masthead = (f"{'':20}Copyright 1997 Andes Press", *MASTHEAD)
    labels = "SECTION: World; Page 4\n\nLENGTH: 9 words\n\nHEADLINE: Dam wall cracks\n\nBYLINE: By ANA DIAZ\n\nBODY:\n"
    old = document(masthead=masthead, headline="", labels=labels, body=f"   {BODY}", rights="")
    found = one(old)
    assert found.metadata["title"] == "Dam wall cracks"
    assert found.metadata["author"] == "ANA DIAZ"
    assert found.metadata["publisher"] == "The Andes Post"
    assert found.text == "Two men fled from the valley on Monday.\n\nThe dam broke."


def test_a_document_without_labels_has_its_headline_first() -> None:
    found = one(document(labels="", tail=""))
    assert (found.metadata["title"], found.text.split("\n\n")[-1]) == ("Dam wall cracks", "The dam broke.")


def test_a_document_whose_lines_have_lost_their_indentation() -> None:
    flush = "\n".join(line.strip() for line in document().split("\n"))
    found = one(flush)
    assert found.metadata["publisher"] == "The Andes Post"
    assert found.metadata["published"] == "2011-05-06"
    assert found.metadata["title"] == "Dam wall cracks"


def test_a_document_without_text_is_a_bad_part_and_the_next_is_read() -> None:
    bad, good = parts(document(body="") + document(start="2 of 9 DOCUMENTS"))
    assert bad == BadPart("no text in the document 'Dam wall cracks'", 1)
    assert isinstance(good, RawArticle)
    assert good.number == 2


def test_a_word_count_that_is_far_off_is_noted() -> None:
    short = one(document(labels=LABELS.replace("9 words", "1,050 words")))
    long = one(document(labels=LABELS.replace("9 words", "62 words"), body="Two men fled. " * 20 + "\n\n"))
    assert short.note == "the export says 1050 words, the text has 11"
    assert long.note is None


def test_licences_of_distributors_are_no_text() -> None:
    licence = "Published by HT Digital Content Services with permission from The Andes Post. For\nany query write.\n\n"
    assert one(document(body=BODY + licence)).text.endswith("The dam broke.")


def test_an_address_of_the_article_is_kept_and_that_of_the_paper_is_not() -> None:
    whole = one(document(tail="URL: http://andes.example/2011/dam-wall-cracks\n\n")).metadata
    paper = one(document(tail="URL: http://andes.example/\n\n")).metadata
    assert whole["url"] == "http://andes.example/2011/dam-wall-cracks"
    assert "url" not in paper


# HTML


def div(*paragraphs: str, kind: str = "c5", inner: str = "c6") -> str:
    held = "\n".join(f'<P CLASS="{inner}"><SPAN CLASS="c2">{paragraph}</SPAN></P>' for paragraph in paragraphs)
    return f'<BR><DIV CLASS="{kind}">{held}\n</DIV>\n'


PLAIN = {
    "publication": div("Andes Post", kind="c3"),
    "date": div('May</SPAN><SPAN CLASS="c4"> 6, 2011 Friday', kind="c3"),
    "headline": div("Dam wall cracks"),
    "byline": div("BYLINE: </SPAN><SPAN>By Ana Diaz"),
    "length": div("LENGTH: </SPAN><SPAN>9 words"),
    "body": div("Two <SPAN>m</SPAN><SPAN>en</SPAN> fled.", "The dam broke."),
    "load": div("LOAD-DATE: </SPAN><SPAN>May 5, 2011"),
    "language": div("LANGUAGE: </SPAN><SPAN>ENGLISH"),
    "rights": div("Copyright 2011 Andes Press<BR>All Rights Reserved", kind="c3"),
}


def page(*documents: Mapping[str, str]) -> str:
    """A page of documents; each mapping replaces parts of a plain one."""
    hidden = "<!-- Hide XML section from browser\n"
    made = "".join(
        f'{hidden}<DOC NUMBER={number}>\n<DOCFULL> -->\n<DIV CLASS="c9"/>'
        f'<DIV CLASS="c0"><BR><P CLASS="c1"><SPAN>{number} of 9 DOCUMENTS</SPAN></P>\n</DIV>'
        f"{''.join({**PLAIN, **changed}.values())}{hidden}</DOCFULL> -->{hidden}</DOC> -->\n"
        for number, changed in enumerate(documents, start=1)
    )
    return f"<HTML><HEAD><TITLE>x</TITLE></HEAD><BODY>{hidden}<DOCS> -->\n{made}</BODY></HTML>"


def test_a_document_of_a_page() -> None:
    first, second = articles(page({}, {}), "a.HTML")
    assert first.text == "Two men fled.\n\nThe dam broke."
    assert first.metadata == {
        "title": "Dam wall cracks",
        "author": "Ana Diaz",
        "published": "2011-05-06",
        "publisher": "Andes Post",
        "language": "ENGLISH",
    }
    assert (first.number, second.number, second.text) == (1, 2, first.text)


@pytest.mark.parametrize(
    "date",
    [
        div("May 6, 2011 Friday, Late Edition - Final<BR>Correction Appended", kind="c3"),
        div("May 6, 2011", "1 <SUP>ST</SUP> Edition", kind="c3"),
        div("May 6, 2011 Friday", kind="c3") + div("1 <SUP>ST</SUP> Edition", kind="c3"),
        div("May 6, 2011 Friday", kind="c3") + div("National Edition", kind="c8"),
    ],
)
def test_editions_beside_the_date_of_a_page_are_no_headline(date: str) -> None:
    found = one(page({"date": date}), "a.html").metadata
    assert (found["published"], found["title"]) == ("2011-05-06", "Dam wall cracks")


def test_class_numbers_do_not_count() -> None:
    odd = {
        "publication": div("Andes Post", kind="x7"),
        "date": div("May 6, 2011", kind="x7"),
        "body": div("Two fled.", kind="q"),
    }
    found = one(page(odd), "a.html")
    assert (found.text, found.metadata["title"]) == ("Two fled.", "Dam wall cracks")


def test_a_headline_has_line_breaks_and_may_be_absent() -> None:
    broken, absent = articles(page({"headline": div("Dam wall <BR>cracks")}, {"headline": ""}), "a.html")
    assert broken.metadata["title"] == "Dam wall cracks"
    assert "title" not in absent.metadata
    assert absent.metadata["published"] == "2011-05-06"


def test_a_text_in_two_divs_or_a_table() -> None:
    table = '<DIV CLASS="c5"><TABLE><TR><TD>Loans</TD><TD>12</TD></TR></TABLE></DIV>'
    sheet = "<STYLE>p { color: red }</STYLE>"
    body = div("Two fled.") + sheet + div("One died.") + table
    assert one(page({"body": body}), "a.html").text == "Two fled.\n\nOne died.\n\nLoans\n\n12"


def test_a_document_of_a_page_without_text_or_with_an_error() -> None:
    sorry = dict.fromkeys(PLAIN, "") | {"body": div("We are sorry but there is an error in this document.")}
    empty, error, good = parts(page({"body": ""}, sorry, {}), "a.html")
    assert empty == BadPart("no text in the document 'Dam wall cracks'", 1)
    assert error == BadPart("the export holds an error message in place of this document", 2)
    assert isinstance(good, RawArticle)


def test_a_document_of_a_page_without_labels_above_the_text() -> None:
    found = one(page({"byline": "", "length": ""}), "a.html")
    assert (found.metadata["title"], found.text) == ("Dam wall cracks", "Two men fled.\n\nThe dam broke.")


# Nexis Uni, saved as text

PASTED = """Dam wall cracks
The Andes Post
May 6, 2011 Friday

Copyright 2011 Andes Press All Rights Reserved

Section:\u00a0WORLD; Pg. 4
Length:\u00a09 words
Byline:\u00a0Ana Diaz

Body

Two men fled.
The dam broke.

Load-Date:\u00a0May 5, 2011

End of Document
"""


def test_text_of_nexis_uni() -> None:
    first, second = articles(PASTED * 2, "a.txt")
    assert first.text == "Two men fled.\n\nThe dam broke."
    assert first.metadata == {
        "title": "Dam wall cracks",
        "author": "Ana Diaz",
        "published": "2011-05-06",
        "publisher": "The Andes Post",
    }
    assert (second.number, second.metadata["title"]) == (2, "Dam wall cracks")


# Sniffing

KINDS: Mapping[str, str] = {
    COVER + document(): "lexisnexis_txt",
    document(start="Dokument 3 von 12"): "lexisnexis_txt",
    "1 of 1 DOCUMENT\n\nThe Andes Post\n": "lexisnexis_txt",
    "The court had 3 of 9 documents.\n     She read 3 of 9 documents to us.\n": "text",
    page({}): "lexisnexis_html",
    PASTED: "nexis_txt",
    "Date and Time: May 9, 2019\r\nJob Number: 77\r\nDocuments (90)\r\n1. Dam wall cracks\r\n": "nexis_txt",
    "Body\n\nTwo men found a body.\n\nEnd of Documentary\n": "text",
}


@pytest.mark.parametrize(("data", "kind"), KINDS.items())
def test_content_tells_the_kind(data: str, kind: str) -> None:
    assert kind_of(data.encode(), "export.txt") == kind


def test_a_page_without_a_document_is_an_error() -> None:
    with pytest.raises(InputError, match="no document in this page"):
        parts("<HTML><BODY><DOC NUMBER=1>Two fled.</BODY></HTML>", "a.html")
