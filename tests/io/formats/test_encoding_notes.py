"""Pages, feeds, XML and mails with bytes that are not what the file says: the same notes as on texts and tables."""

from __future__ import annotations

import pytest

from factx.reading.encoding import CUT, GUESSED, MIXED, RECOGNISED
from factx.reading.formats import InputFile, RawArticle, ReadOptions, read_parts
from factx.reading.formats.charsets import LOST
from factx.reading.guessed_encoding import NAMES

WORDS = "The mayor of {} said that two men had been held after the fire at the mill on the river, and one had fled."
POLISH = RECOGNISED.format(NAMES["cp1250"])


def notes(name: str, data: bytes) -> list[tuple[str, str | None]]:
    """The place that each article of a file names, and the note on it."""
    parts = list(read_parts(InputFile.of_bytes(name, data), ReadOptions()))
    articles = [part for part in parts if isinstance(part, RawArticle)]
    return [(part.text.split(" said")[0].rpartition(" of ")[2], part.note) for part in articles]


def feed(*places: bytes, declared: str = "utf-8") -> bytes:
    """A feed with an article on each place."""
    before, after = (half.encode() for half in WORDS.split("{}"))
    items = b"".join(
        b"<item><title>Fire</title><content:encoded>" + before + place + after + b"</content:encoded></item>"
        for place in places
    )
    head = (
        f'<?xml version="1.0" encoding="{declared}"?>\n<rss xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    )
    return head.encode() + b"<channel>" + items + b"</channel></rss>"


def page(place: bytes, head: str = "") -> bytes:
    """A page with an article on a place."""
    before, after = (half.encode() for half in WORDS.split("{}"))
    story = b"<p>" + before + place + after + b"</p>"
    return f"<html><head>{head}<title>Fire</title></head><body><article>".encode() + story + b"</article></body></html>"


def nitf(place: bytes) -> bytes:
    before, after = (half.encode() for half in WORDS.split("{}"))
    story = b"<body.content><p>" + before + place + after + b"</p></body.content>"
    return b"<nitf><head><title>Fire</title></head><body>" + story + b"</body></nitf>"


def mail(place: bytes, kind: str = "text/plain") -> bytes:
    before, after = (half.encode() for half in WORDS.split("{}"))
    head = f"From: ana@example.org\nSubject: Fire\nMIME-Version: 1.0\nContent-Type: {kind}\n\n"
    return head.encode() + before + place + after


WRONG = "Orléans".encode("cp1252")
LODZ = "Łódź and Gdańsk, Świętochłowice"


@pytest.mark.parametrize(
    ("name", "data", "place", "note"),
    [
        ("a.html", page("Orléans – Besançon, ".encode() + WRONG), "Orléans – Besançon, Orléans", MIXED),
        ("a.html", page(LODZ.encode("cp1250")), LODZ, POLISH),
        ("a.html", page(LODZ.encode("cp1250"), '<meta charset="iso-8859-1">'), LODZ, POLISH),
        ("a.html", page(LODZ.encode("cp1250"), '<meta charset="windows-1250">'), LODZ, None),
        ("a.html", page(WRONG), "Orléans", None),
        ("a.html", page("Orléans".encode(), '<meta charset="iso-8859-1">'), "Orléans", None),
        ("a.xml", nitf("Orléans – Besançon, ".encode() + WRONG), "Orléans – Besançon, Orléans", MIXED),
        ("a.xml", nitf(LODZ.encode("cp1250")), LODZ, POLISH),
        ("a.xml", nitf("Orléans".encode()), "Orléans", None),
        ("a.rss", feed(LODZ.encode("cp1250"), declared="utf-8"), LODZ, POLISH),
        ("a.rss", feed(LODZ.encode("cp1250"), declared="windows-1250"), LODZ, None),
        ("a.rss", feed("仙台".encode("shift_jis") + b"\xfd", declared="shift_jis"), "仙台�", LOST.format("shift_jis")),
        ("a.rss", feed("Řež".encode("cp1250") + b"\xdf\xb5"), "Øež\u07f5", GUESSED),
        ("a.eml", mail(LODZ.encode("cp1250")), LODZ, POLISH),
        ("a.eml", mail(LODZ.encode("cp1250"), 'text/plain; charset="windows-1250"'), LODZ, None),
        ("a.eml", mail("Orléans – Besançon, ".encode() + WRONG), "Orléans – Besançon, Orléans", MIXED),
        ("a.eml", mail(b"Bergen"), "Bergen", None),
    ],
)
def test_what_is_decoded_in_doubt_is_noted(name: str, data: bytes, place: str, note: str | None) -> None:
    assert notes(name, data) == [(place, note)]


def test_only_the_items_with_letters_in_doubt_are_noted() -> None:
    data = feed(b"Bergen", "Orléans".encode(), "Troms\xf8".encode("cp1252"), "Besançon, Łódź".encode())
    found = [("Bergen", None), ("Orléans", None), ("Tromsø", MIXED), ("Besançon, Łódź", None)]
    assert notes("a.rss", data) == found
    assert notes("a.rss", data.replace(b"Troms\xf8", b"Narvik"))[2] == ("Narvik", None)


def test_a_download_that_ends_within_a_character_is_noted() -> None:
    story = page(b"Bergen").replace(b"</article></body></html>", "<p>It hurt three in Besançon, Orlé".encode()[:-1])
    assert [note for _, note in notes("a.html", story)] == [CUT]
