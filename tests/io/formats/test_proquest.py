"""ProQuest's exports: text, pages and mails."""

from __future__ import annotations

import quopri

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart, RawArticle
from factx.reading.formats.sniff import kind_of
from tests.io.formats.exports import article, articles, parts

RULE = "_" * 60
PROXY = "https://proxy.example/login?url="
ADDRESS = "https://www.archive.example/docview/77/se-1?accountid=9"
TAIL = {
    "Subject": "Dams; Floods",
    "Title": "Dam wall cracks",
    "Publication title": "Andes Wire; Lima",
    "Publication year": "2011",
    "Publication date": "Jan 5, 2011",
    "Publisher": "Andes Press Limited",
    "Language of publication": "English",
    "ProQuest document ID": "77",
    "Document URL": f"{PROXY}{ADDRESS}",
    "Copyright": "Copyright 2011 Andes Press Limited.",
    "Last updated": "2019-08-01",
    "Database": "Newsstream",
}
FOOTER = f"{RULE}\n\nContact us at: http://archive.example/help\nDatabase copyright (c) 2019\n"


TEXT = "Two men fled.\nOne man died."


def document(text: str | None = TEXT, before: str = "", headline: str = "Dam wall cracks", **tail: str) -> str:
    """A document of the text export; a field of the tail that is "" is left out, blanks in names are "_"."""
    fields = {**TAIL, **{name.replace("_", " "): value for name, value in tail.items()}}
    labelled = "\n\n".join(f"{label}: {value}" for label, value in fields.items() if value)
    body = "" if text is None else f"Full text: {text}\n\n"
    info = "Publication info: Andes Wire ; Lima [Lima]. 05 Jan 2011: A.3."
    links = (
        f"{info}\n\n{PROXY}{ADDRESS}\n\nAbstract: Two fled.\n\nLinks: https://resolver.example/?a=1&amp;date=2001-01-01"
    )
    return f"{RULE}\n\n{headline}\n\n{before}{links}\n\n{body}{labelled}\n\n"


def test_a_document_is_its_text_and_its_fields() -> None:
    found = article(document(before="Author: Diaz, Ana; Roth, Jan\n\n").replace("\n", "\r\n") + FOOTER)
    assert found.text == "Two men fled.\n\nOne man died."
    assert found.metadata == {
        "title": "Dam wall cracks",
        "author": "Diaz, Ana; Roth, Jan",
        "published": "2011-01-05",
        "publisher": "Andes Wire",
        "url": "https://www.archive.example/docview/77",
        "language": "English",
    }
    assert (found.number, found.note) == (1, None)


def test_documents_are_numbered_and_the_footer_and_what_comes_before_are_none() -> None:
    top = f"Report from ProQuest\n2 August 2019 10:00\n\n{RULE}\n\nTable of contents\n\n1. Dam wall cracks\n\n"
    numbered = document().replace("Dam wall", "Document 1 of 2\n\nDam wall", 1)
    references = f"{RULE}\n\nBibliography\n\nDiaz, A. (2011). Dam wall cracks. Abstract: Two fled.\n\n"
    found = articles(top + numbered + document(Title="Bridge falls") + references + FOOTER)
    assert [(part.number, part.metadata["title"]) for part in found] == [(1, "Dam wall cracks"), (2, "Bridge falls")]


def test_labels_lose_and_gain_blanks() -> None:
    whole = document(before="Author: Diaz, Ana\n\n")
    for label in ("Publication title", "Publication date", "Document URL", "Full text", "Publication info"):
        whole = whole.replace(f"{label}:", f"{label.replace(' ', '')}:")
    found = article(whole.replace("Jan 5, 2011", "Ja n 5, 2 011") + FOOTER)
    assert found.metadata["published"] == "2011-01-05"
    assert found.metadata["publisher"] == "Andes Wire"
    assert found.metadata["url"] == "https://www.archive.example/docview/77"
    assert found.text == "Two men fled.\n\nOne man died."


def test_the_text_may_follow_another_field_without_a_blank_line() -> None:
    whole = document().replace("\n\nFull text: ", "\nFull Text: ")
    assert article(whole + FOOTER).text == "Two men fled.\n\nOne man died."


def test_blank_lines_and_labels_of_its_own_are_part_of_a_text() -> None:
    text = "Two fled.\n\nAnswer: One died.\n\nLocation: Lima town hall\n\nThree were held.\nNotes: none taken."
    assert article(document(text) + FOOTER).text.split("\n\n") == [
        *("Two fled.", "Answer: One died.", "Location: Lima town hall", "Three were held.", "Notes: none taken."),
    ]


@pytest.mark.parametrize("first", ["Subject", "Location", "Company / organization", "Businessindexing term"])
def test_the_text_ends_at_the_first_field(first: str) -> None:
    whole = document().replace("Subject: Dams", f"{first}: Lima\n\nSubject: Dams")
    assert article(whole + FOOTER).text == "Two men fled.\n\nOne man died."


@pytest.mark.parametrize(
    ("end", "author"),
    [
        ("CAPTION: Forty people wait.\nCREDIT: Ana Diaz Andes Wire", "Ana Diaz Andes Wire"),
        ("CREDIT: By Ana Diaz", "Ana Diaz"),
        ("Credit: Ana Diaz", "Ana Diaz"),
        ("Illustration\nCaption: Forty people wait.", None),
    ],
)
def test_captions_and_credits_end_the_text(end: str, author: str | None) -> None:
    found = article(document(f"Two men fled.\n{end}") + FOOTER)
    assert (found.text, found.metadata.get("author")) == ("Two men fled.", author)
    inline = article(document("Two men fled. CAPTION: Forty people wait.") + FOOTER)
    assert inline.text == "Two men fled."


def test_a_credit_amid_the_text_is_a_line_of_it() -> None:
    text = "Credit Andina cut 300 jobs.\nCredit: a short history.\nOne fled.\nTwo fled.\nThree fled."
    assert article(document(text) + FOOTER).text.count("\n\n") == 4


def test_an_author_outranks_a_credit_and_nobody_is_none() -> None:
    text = "Two men fled.\nCREDIT: Lima Bureau"
    assert article(document(text, before="Author: Diaz, Ana\n\n") + FOOTER).metadata["author"] == "Diaz, Ana"
    assert article(document(text, before="Author: Anonymous\n\n") + FOOTER).metadata["author"] == "Lima Bureau"


def test_corrections_are_no_text() -> None:
    assert article(document("CORRECTION: It was 4 men.\nTwo men fled.") + FOOTER).text == "Two men fled."


def test_entities_are_undone_and_blanks_folded() -> None:
    fields = {"Title": "Rain &amp; wind", "Publication_title": "A &#38; B; Lima"}
    found = article(document("Rain &amp; wind  hit.\nAT&T; &copyright", **fields) + FOOTER)
    assert found.text == "Rain & wind hit.\n\nAT&T; &copyright"
    assert (found.metadata["title"], found.metadata["publisher"]) == ("Rain & wind", "A & B")


def test_without_the_later_fields_the_first_lines_count() -> None:
    few = dict.fromkeys(TAIL, "") | {"Subject": "Dams"}
    bare = document(headline="Dam wall cracks:   Two men fled", **few)
    assert article(bare + FOOTER).metadata == {
        "title": "Dam wall cracks",
        "published": "2011-01-05",
        "publisher": "Andes Wire",
        "url": "https://www.archive.example/docview/77",
    }


def test_the_date_of_the_database_is_none_of_the_article() -> None:
    whole = document(Publication_date="", Publication_year="2011").replace("05 Jan 2011", "Winter 2011")
    assert "published" not in article(whole + FOOTER).metadata


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://www.archive.example/newspapers/dam/docview/77/se-2?accountid=9", "https://www.archive.example/newspapers/dam/docview/77"),
        ("http://proxy.example/login?qurl=https%3A%2F%2Farchive.example%2Fdocview%2F77%3Fa%3D1", "https://archive.example/docview/77"),
        ("http://proxy.example/login?url=http://archive.example/openview/8", "http://archive.example/openview/8"),
    ],
)  # fmt: skip
def test_addresses_lose_proxy_and_account(written: str, address: str) -> None:
    assert article(document(Document_URL=written) + FOOTER).metadata["url"] == address


@pytest.mark.parametrize(
    ("text", "message"),
    [(None, "no full text: only the citation"), ("", "has no text"), ("Not available.", "has no text")],
)
def test_a_document_without_text_is_a_bad_part(text: str | None, message: str) -> None:
    bad, good = parts(document(text) + document() + FOOTER)
    assert isinstance(bad, BadPart)
    assert message in bad.reason
    assert "Dam wall cracks" in bad.reason
    assert isinstance(good, RawArticle)
    assert good.number == 2


def test_a_text_of_nothing_but_a_footer_is_no_article() -> None:
    with pytest.raises(InputError, match="no article"):
        parts(FOOTER + "ProQuest LLC\n")


# Pages and mails


INNER = "html><head><title>x</title></head><body>"


def section(number: int, *, text: str = "", wrapped: bool = True, inner: str = INNER) -> str:
    """A document of the page: labels in ``strong``, the text a page of its own inside ``text``."""
    paragraphs = text or "<p>Two men <b>fled</b>.</p><p>CORRECTION: It was 4.</p><p>One man\ndied.</p>"
    body = f'<text wordcount="6"><{inner}{paragraphs}</body></html></text>' if wrapped else paragraphs
    labelled = "".join(f"<p><strong>{label}: </strong>{value}</p>" for label, value in TAIL.items())
    return (
        f'<div style="margin:0"><a name="DocID_MSTAR_{number}"></a><p>Dam wall cracks {number}</p>'
        f"<p><strong>Author: </strong>Diaz, Ana</p><p><a href='x'>ProQuest document link</a></p>"
        f"<p><strong>Abstract: </strong></p>Two fled.<div></div>"
        f"<div class='Illustration_content'>Photo</div><p><strong>Full text: </strong>{body}</p>{labelled}</div>"
    ).replace("Dam wall cracks</p>", f"Dam wall cracks {number}</p>")


def page(*sections: str) -> str:
    links = '<table><tr><td>Copyright 2019</td></tr></table><p>Email 1 of 1</p><a href="#DocID_MSTAR_1">Dam</a>'
    end = '<div><a name="Bibliography"></a>Diaz, A. (2011)</div><div class="copyright">(c) 2019</div>'
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{links}{''.join(sections)}{end}</body></html>"


def test_a_page_has_a_document_behind_each_anchor() -> None:
    found = articles(page(section(1), section(2, wrapped=False)), "a.html")
    assert [part.text for part in found] == ["Two men fled.\n\nOne man died."] * 2
    assert found[1].metadata == {
        "title": "Dam wall cracks 2",
        "author": "Diaz, Ana",
        "published": "2011-01-05",
        "publisher": "Andes Wire",
        "url": "https://www.archive.example/docview/77",
        "language": "English",
    }
    assert [part.number for part in found] == [1, 2]


def test_a_tag_that_was_cut_swallows_no_document() -> None:
    broken = section(1, inner="X").replace("<X", "html&gt;<head></head><body>")
    found = articles(page(broken, section(2, inner="html><head><title>x"), section(3)), "a.html")
    assert [part.text for part in found] == ["Two men fled.\n\nOne man died."] * 3
    assert [part.metadata["published"] for part in found] == ["2011-01-05"] * 3


def test_the_word_count_of_a_page_is_checked() -> None:
    long = section(1, text=f"<p>{'Two men fled. ' * 20}</p>")
    assert article(page(long), "a.html").note == "the export says 6 words, the text has 60"


def test_a_section_without_text_is_a_bad_part() -> None:
    bad, good = parts(page(section(1, text="<p> </p>"), section(2)), "a.html")
    assert isinstance(bad, BadPart)
    assert isinstance(good, RawArticle)


def mail(body: str, kind: str = "text/html") -> bytes:
    quoted = quopri.encodestring(body.encode()).decode()
    written = (
        "From: ProQuest <noreply@archive.example>\nSubject: Your documents\nDate: Thu, 1 Aug 2019 10:00:00 +0000\n"
        'MIME-Version: 1.0\nContent-Type: multipart/mixed;\n\tboundary="part"\n\n'
        f"--part\nContent-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{quoted}\n"
        "--part\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\n\nR0lGODlhAQABAAAAACw=\n--part--\n"
    )
    return written.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def test_a_mail_holds_the_page() -> None:
    found = articles(mail(page(section(1), section(2, text="<p>Tomé – two fled.</p>"))), "a.eml")
    assert [part.text for part in found] == ["Two men fled.\n\nOne man died.", "Tomé – two fled."]
    assert {part.metadata["published"] for part in found} == {"2011-01-05"}


def test_a_forwarded_mail_holds_the_page_and_its_anchors_are_renamed() -> None:
    inside = mail(page(section(1)).replace('name="DocID', 'name="x_DocID')).decode()
    outer = 'Subject: Fwd\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="o"\r\n\r\n--o\r\n'
    note = "Content-Type: text/plain\r\n\r\nSee below\r\n--o\r\nContent-Type: message/rfc822\r\n\r\n"
    assert article(f"{outer}{note}{inside}\r\n--o--\r\n", "a.eml").metadata["title"] == "Dam wall cracks 1"


def test_a_mail_may_hold_the_text_export() -> None:
    assert article(mail(document() + FOOTER, "text/plain"), "a.eml").metadata["publisher"] == "Andes Wire"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (document(), "proquest_txt"),
        (f"Dam wall cracks\n{RULE}\nTwo men fled.\n", "text"),
        (page(section(1)), "proquest_html"),
        ("<html><p>Data of MSTAR_1 came in.</p></html>", "page"),
    ],
)
def test_content_tells_the_kind(data: str, kind: str) -> None:
    assert kind_of(data.encode(), "export.TXT") == kind
