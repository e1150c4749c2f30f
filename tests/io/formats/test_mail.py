"""Mails: a newsletter or a forwarded article is one article."""

from __future__ import annotations

import base64

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart, RawArticle
from factx.reading.formats.sniff import kind_of
from factx.reading.publication_date import day_of
from tests.io.formats import test_factiva
from tests.io.formats.exports import article, articles, parts

HEAD = {
    "From": "Ana Diaz <ana@wire.example>",
    "To": "desk@paper.example",
    "Subject": "Dam wall cracks",
    "Date": "Wed, 5 Jan 2011 23:30:00 -0500",
    "MIME-Version": "1.0",
}
WRAPPED = """Two men fled the town of Aba on Monday evening after
the wall of a dam cracked.

One man died.
"""
UNWRAPPED = "Two men fled the town of Aba on Monday evening after the wall of a dam cracked.\n\nOne man died."


def mail(body: str = WRAPPED, kind: str = "text/plain; charset=utf-8", **head: str) -> str:
    fields = {**HEAD, "Content-Type": kind, **{name.replace("_", "-"): value for name, value in head.items()}}
    return "\n".join(f"{name}: {value}" for name, value in fields.items() if value) + f"\n\n{body}"


def several(*bodies: tuple[str, str], kind: str = "alternative") -> str:
    inside = "".join(f"--part\nContent-Type: {of}\n\n{body}\n" for of, body in bodies)
    return mail(f"{inside}--part--\n", f'multipart/{kind}; boundary="part"')


def test_a_mail_is_an_article() -> None:
    found = article(mail(), "a.eml")
    assert found.text == UNWRAPPED
    assert found.metadata == {
        "title": "Dam wall cracks",
        "author": "Ana Diaz",
        "published": "2011-01-05T23:30:00-05:00",
    }
    assert found.number is None


@pytest.mark.parametrize(
    ("field", "written", "name", "value"),
    [
        ("Subject", "São fell", "title", "São fell"),
        ("From", "Ana Díaz <ana@wire.example>", "author", "Ana Díaz"),
        ("Subject", "Fwd: RE: Dam wall cracks", "title", "Dam wall cracks"),
        ("Subject", "=?utf-8?B?U8OjbyBmZWxs?=\n =?utf-8?Q?_=26_two?=", "title", "São fell & two"),
        ("Subject", "=?foo-8?Q?Dam?=", "title", "Dam"),
        ("From", "ana@wire.example", "author", "ana@wire.example"),
        ("From", '"Diaz, Ana" <ana@wire.example>', "author", "Diaz, Ana"),
        ("Date", "5 January 2011", "published", "5 January 2011"),
        ("Date", "Wed, 5 Jan 2011 23:30:00 GMT (UTC)", "published", "2011-01-05T23:30:00+00:00"),
        ("Content-Language", "en-GB", "language", "en-GB"),
    ],
)
def test_headers_are_metadata(field: str, written: str, name: str, value: str) -> None:
    assert article(mail(**{field: written}), "a.eml").metadata[name] == value


def test_the_plain_part_is_the_text() -> None:
    page = ("text/html", "<p>Two men fled the town of Aba.</p>")
    assert article(several(page, ("text/plain", WRAPPED)), "a.eml").text == UNWRAPPED
    assert article(several(("text/plain", " \n"), page), "a.eml").text == "Two men fled the town of Aba."


def test_a_plain_part_that_points_to_the_page_is_no_text() -> None:
    page = f"<style>p {{}}</style><p>{'Two men fled. ' * 20}</p><p>One<br>died.</p>"
    found = article(several(("text/plain", "See this mail in a browser."), ("text/html", page)), "a.eml")
    assert found.text.endswith("Two men fled.\n\nOne\ndied.")


def test_attached_files_are_no_text() -> None:
    attached = ('text/plain; name="a.txt"\nContent-Disposition: attachment', "A file.")
    assert article(several(attached, ("text/plain", WRAPPED), kind="mixed"), "a.eml").text == UNWRAPPED


def attached(name: str, data: bytes) -> tuple[str, str]:
    head = f'application/octet-stream\nContent-Disposition: attachment; filename="{name}"'
    return f"{head}\nContent-Transfer-Encoding: base64", base64.b64encode(data).decode()


def test_documents_that_are_attached_are_files_of_their_own() -> None:
    note = ("text/plain", "Please find it attached.")
    page = (
        b"<html><body><h1>Dam bursts</h1><article><p>"
        + b"Two miners fled the valley in a boat. " * 4
        + b"</p></article>"
    )
    held = parts(several(note, attached("dam.html", page), attached("logo.xyz", b"\0\1"), kind="mixed"), "a.eml")
    assert [(type(part).__name__, part.member, getattr(part, "left_out", None)) for part in held] == [
        ("RawArticle", "dam.html", None),
        ("BadPart", "logo.xyz", ".xyz"),
    ]
    letter = ("text/plain", "The minister said that two hundred men had fled from the valley. " * 10)
    both = parts(several(letter, attached("dam.html", page), kind="mixed"), "a.eml")
    assert [part.member for part in both] == [None, "dam.html"]


def test_signature_quoting_and_inner_headers_are_no_text() -> None:
    forwarded = "\n---------- Forwarded message ---------\nFrom: Jan Roth\nDate: Mon, 3 Jan 2011\nSubject: Dam\n\n"
    quoted = "".join(f"> {line}\n" for line in WRAPPED.split("\n"))
    assert article(mail(f"{forwarded}{quoted}\n-- \nAna Diaz\n555 100"), "a.eml").text == UNWRAPPED
    assert (
        article(mail("From: where I stood,\nthe dam broke."), "a.eml").text == "From: where I stood,\n\nthe dam broke."
    )


def test_a_mail_that_holds_another_is_read_as_that() -> None:
    inner = mail(From="Jan Roth <jan@wire.example>", Date="Mon, 3 Jan 2011 10:00:00 +0000")
    found = article(several(("message/rfc822", inner), kind="mixed"), "a.eml")
    assert (found.text, found.metadata["author"]) == (UNWRAPPED, "Jan Roth")
    assert found.metadata["published"].startswith("2011-01-03")


def test_a_mail_may_hold_the_export_of_any_archive() -> None:
    exported = test_factiva.page(test_factiva.coded(), test_factiva.coded(HD="Bridge falls"))
    first, second = articles(several(("text/plain", "See below."), ("text/html", exported)), "a.eml")
    assert (first.number, first.metadata["publisher"]) == (1, "Andes Wire")
    assert (second.number, second.metadata["title"]) == (2, "Bridge falls")


@pytest.mark.parametrize("charset", ["utf-8", "foo-8", "us-ascii"])
def test_a_wrong_encoding_is_mended(charset: str) -> None:
    raw = mail("São fell.", f"text/plain; charset={charset}", Subject="São Tomé").encode("cp1252")
    found = article(raw, "a.eml")
    assert (found.text, found.metadata["title"]) == ("São fell.", "São Tomé")


@pytest.mark.parametrize(
    "data",
    [
        mail(""),
        mail("R0lGODlhAQABAAAAACw=", "image/gif", Content_Transfer_Encoding="base64"),
        several(("text/html", "<p> </p>")),
        mail("--part\n", 'multipart/mixed; boundary="other"'),
    ],
)
def test_a_mail_without_text_is_a_clear_error(data: str) -> None:
    with pytest.raises(InputError, match="mail"):
        parts(data, "a.eml")


def test_parts_inside_parts_inside_parts_are_a_clear_error() -> None:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(1200))
    with pytest.raises(InputError, match="mail"):
        parts(f"MIME-Version: 1.0\n{deep}\n\nTwo fled.", "a.eml")


def test_a_mailbox_holds_mails() -> None:
    line = "From ana@wire.example Wed Jan  5 23:30:00 2011\n"
    escaped = mail("One fled.\n\n>From the hill two saw it.\nFrom there one fell.\n")
    first, bad, last = parts(f"{line}{mail()}\n{line}{mail('')}\n{line}{escaped}", "a.mbox")
    assert isinstance(first, RawArticle)
    assert (first.text, first.number) == (UNWRAPPED, 1)
    assert bad == BadPart("no text in this mail", 2)
    assert isinstance(last, RawArticle)
    assert (last.text, last.number) == ("One fled.\n\nFrom the hill two saw it.\n\nFrom there one fell.", 3)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (mail(), "mail"),
        (f"From ana@wire.example Wed Jan  5 23:30:00 2011\n{mail()}", "mbox"),
        (mail(MIME_Version="").replace("Content-Type", "X-Type"), "mail"),
        ("Title: Dam wall cracks\nDate: 5 January 2011\n\nTwo fled.", "text"),
        ("From: Lima\nTwo fled: one died.\n\nMore.", "text"),
    ],
)
def test_content_tells_the_kind(data: str, kind: str) -> None:
    assert kind_of(data.encode(), "a.txt") == kind


FORWARDED = {
    "Gmail": "---------- Forwarded message ---------\nFrom: Jan Roth <jan@wire.example>\n"
    "Date: Mon, 3 Jan 2011 at 18:00\nSubject: Dam\nTo: <x@y.example>\n\n",
    "Outlook": "FYI\n\n________________\nFrom: Jan Roth\nSent: Monday, January 3, 2011 6:00 PM\nTo: Desk\n"
    "Subject: RE: Dam\n\n",
    "Apple": "Begin forwarded message:\n\n> From: Jan Roth <jan@wire.example>\n> Subject: Dam\n"
    "> Date: 3 January 2011 at 18:00:00 CET\n> To: Desk\n\n",
    "twice": "---- Forwarded message ----\nFrom: Eva Poe\nDate: Tue, 4 Jan 2011\nSubject: Fwd: Dam\n\n"
    "---- Forwarded message ----\nFrom: Jan Roth\nDate: Mon, 3 Jan 2011\nSubject: Dam\n\n",
}


@pytest.mark.parametrize("program", FORWARDED)
def test_a_forwarded_mail_has_its_own_day(program: str) -> None:
    metadata = article(mail(FORWARDED[program] + WRAPPED, Subject="Fwd: Dam"), "a.eml").metadata
    assert (day_of(metadata["published"]), metadata["author"], metadata["title"]) == ("2011-01-03", "Jan Roth", "Dam")


@pytest.mark.parametrize(("subject", "header"), [
    ("Re: Dam", "-----Original Message-----\nFrom: Jan Roth\nSent: Monday, January 3, 2011 6:00 PM\nSubject: Dam\n\n"),
    ("Fwd: Dam", "From: Jan Roth\nDate: last week\nSubject: Dam\n\n"),
    ("Fwd: Dam", ""),
])  # fmt: skip
def test_an_answer_and_a_forwarded_mail_without_a_day_have_the_day_of_the_mail(subject: str, header: str) -> None:
    metadata = article(mail(header + WRAPPED, Subject=subject), "a.eml").metadata
    assert (metadata["published"], metadata["author"]) == ("2011-01-05T23:30:00-05:00", "Ana Diaz")


def test_what_a_letter_hides_is_no_text() -> None:
    hidden = "<div style='DISPLAY: none; color:#fff'>Nine dead</div><span hidden>Ten dead</span>"
    page = f"<html><body>{hidden}<p style='display:block'>Two men fled.</p></body></html>"
    assert article(mail(page, "text/html; charset=utf-8"), "a.eml").text == "Two men fled."


def test_a_mail_copied_from_outlook_has_its_day() -> None:
    copied = "From: Ana Diaz <ana@wire.example>\nSent: Monday, January 3, 2011 6:00 PM\nTo: Desk\nSubject: Dam\n\n"
    found = article(copied + WRAPPED, "a.txt")
    assert (found.text, day_of(found.metadata["published"]), found.metadata["title"]) == (
        UNWRAPPED,
        "2011-01-03",
        "Dam",
    )
