"""PDF: paragraphs from lines, running heads, hyphens, titles, and files that cannot be read."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import pytest

from factx.base.errors import InputError
from factx.reading.formats import InputFile, RawArticle, ReadOptions, read_parts
from factx.reading.formats.parts import Part

Set = tuple[float, float, float, str] | tuple[float, float, float, str, str]
"""A line as it is set: left edge, height above the page's foot, size of the letters, text, how it is turned."""
UPRIGHT, UPWARDS, DOWNWARDS = "1 0 0 1", "0 1 -1 0", "0 -1 1 0"
ENCRYPTED = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >>" % (b"o" * 32, b"u" * 32)


def pdf(*pages: Sequence[Set], encrypt: bytes = b"") -> bytes:
    """A PDF of pages of lines."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for page in pages:
        lines = b"".join(
            b"/F1 %g Tf %s %g %g Tm (%s) Tj\n"
            % (size, (turn[0] if turn else UPRIGHT).encode(), left, base, text.encode("cp1252"))
            for left, base, size, text, *turn in page
        )
        objects.append(b"<< /Length %d >>\nstream\nBT\n%sET\nendstream" % (len(lines) + 6, lines))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    made, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, b"".join(places))
    secret = b" /ID [(a) (a)] /Encrypt %s" % encrypt if encrypt else b""
    trailer = b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (size, secret, len(made))
    return made + table + trailer


def lines(*texts: str, left: float = 50, top: float = 600, size: float = 10, step: float = 12) -> list[Set]:
    return [(left, top - step * index, size, text) for index, text in enumerate(texts)]


def parts(data: bytes) -> list[Part]:
    return list(read_parts(InputFile.of_bytes("a.PDF", data), ReadOptions()))


def one(*pages: Sequence[Set]) -> RawArticle:
    (found,) = parts(pdf(*pages))
    assert isinstance(found, RawArticle)
    return found


LONG = "The minister said that the wall of the dam would be mended before the"
WHOLE = f"{LONG} rains come."


def test_lines_of_a_paragraph_are_joined_and_short_ones_end_it() -> None:
    assert one(lines(LONG, "rains come.", LONG, "rains come.")).text == f"{WHOLE}\n\n{WHOLE}"


def test_an_indent_or_a_gap_begins_a_paragraph() -> None:
    full = LONG.replace("before the", "next week.")
    indented = [*lines(full), *lines(LONG, left=62, top=588), *lines("rains come.", top=576)]
    apart = [*lines(full, LONG, top=624), *lines("rains come.", LONG, "rains come.", top=570)]
    assert one(indented).text == f"{full}\n\n{WHOLE}"
    assert one(apart).text.split("\n\n") == [f"{full} {LONG}", "rains come.", WHOLE]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("of the min-", "ister left.", "of the minister left."),
        ("of the two-", "year plan left.", "of the two-year plan left."),
        ("of all Asia-", "Pacific lands left.", "of all Asia-Pacific lands left."),
        ("of the 3-", "month plan left.", "of the 3-month plan left."),
        ("of the dam -", "as it was - left.", "of the dam - as it was - left."),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_parts_a_word_or_a_compound(first: str, second: str, whole: str) -> None:
    assert one(lines(f"{LONG} {first}", second)).text == f"{LONG} {whole}"


def test_a_compound_that_the_text_has_elsewhere_keeps_its_hyphen() -> None:
    text = one(lines("The rain-fed fields.", f"{LONG} rain-", "fed fields.")).text
    assert text == f"The rain-fed fields.\n\n{LONG} rain-fed fields."


def test_running_heads_and_page_numbers_are_no_text() -> None:
    head = (50.0, 760.0, 8.0, "The Andes Post")
    heads = [
        [
            (50.0, 760.0, 8.0, "The Andes Post"),
            (300.0, 30.0, 8.0, f"Page {number} of 3"),
            *lines(LONG, f"{text} rains."),
        ]
        for number, text in enumerate(["first", "second", "third"], start=1)
    ]
    assert one(*heads).text == "\n\n".join(f"{LONG} {text} rains." for text in ("first", "second", "third"))
    single = [head, (300.0, 30.0, 8.0, "- 7 -"), *lines(WHOLE)]
    assert one(single).text == f"The Andes Post\n\n{WHOLE}"


def test_a_sentence_goes_on_over_pages_and_columns() -> None:
    pages = (
        [(50.0, 760.0, 8.0, "The Andes Post"), *lines(LONG)],
        [(50.0, 760.0, 8.0, "The Andes Post"), *lines("rains come.")],
    )
    columns = [*lines("The minister said that the", "wall of the dam would be"), *lines("mended.", left=320)]
    assert one(*pages).text == WHOLE
    assert one(columns).text == "The minister said that the wall of the dam would be mended."


def test_the_title_is_set_in_larger_letters() -> None:
    top = [(50.0, 740.0, 9.0, "Andes Post"), (50.0, 700.0, 22.0, "Dam wall"), (50.0, 676.0, 22.0, "cracks")]
    small = lines("By Ana Diaz", "May 6, 2011", top=650, size=9)
    found = one([*top, *small, *lines(LONG, "rains come.", LONG, "rains come.")])
    assert found.metadata == {"title": "Dam wall cracks"}
    assert found.text == f"Andes Post\n\nBy Ana Diaz\n\nMay 6, 2011\n\n{WHOLE}\n\n{WHOLE}"
    assert one(lines("Dam cracks", WHOLE, WHOLE)).metadata == {}


def test_a_headline_that_runs_over_the_next_pages_is_kept_once() -> None:
    first = [(50.0, 700.0, 20.0, "Dam wall cracks"), *lines(WHOLE)]
    later = [[(50.0, 770.0, 8.0, "Dam wall cracks"), *lines(f"{WHOLE} {number}")] for number in range(2)]
    found = one(first, *later)
    assert found.metadata == {"title": "Dam wall cracks"}
    assert "Dam wall" not in found.text


def test_what_a_browser_prints_on_a_page_is_no_text() -> None:
    head = (30.0, 770.0, 8.0, "5/9/2019, 9:31 AM Dam wall cracks - Andes Post")
    foot = (30.0, 20.0, 8.0, "https://andes.example/2011/05/06/dam 1/1")
    found = one([head, *lines(WHOLE), foot])
    assert (found.text, found.metadata) == (WHOLE, {"url": "https://andes.example/2011/05/06/dam"})


def test_an_export_of_nexis_uni_as_pdf() -> None:
    header = lines(
        "Dam wall cracks", "The Andes Post", "May 6, 2011 Friday", "Copyright 2011 Andes Press", top=690, step=24
    )
    labels = lines("Length: 9 words", "Byline: Ana Diaz", "Body", top=580, step=24)
    text = lines(LONG, "rains come.", "Load-Date: May 5, 2011", "End of Document", top=490)
    page_number = (500.0, 760.0, 8.0, "Page 1 of 1")
    first, second = parts(pdf([page_number, *header, *labels, *text], [page_number, *header, *labels, *text]))
    assert isinstance(first, RawArticle)
    assert (first.text, first.number) == (WHOLE, 1)
    assert first.metadata == {
        "title": "Dam wall cracks",
        "author": "Ana Diaz",
        "published": "2011-05-06",
        "publisher": "The Andes Post",
    }
    assert second.number == 2


BAD = {
    "broken": (b"%PDF-1.4\nTwo fled.", "not a valid PDF"),
    "cut": (pdf(lines(WHOLE))[:200], "PDF"),
    "encrypted": (pdf(lines(WHOLE), encrypt=ENCRYPTED), "the PDF is encrypted; save it without a password"),
    "picture": (pdf([]), "no text in this PDF"),
}


@pytest.mark.parametrize(("data", "message"), BAD.values(), ids=BAD.keys())
def test_a_pdf_that_cannot_be_read_is_one_clear_error(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parts(data)


def test_pages_that_unpack_to_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factx.reading.formats.limits.ALWAYS_ALLOWED", 1_000)
    stream = zlib.compress(b"(Two fled.) Tj " * 40_000)
    head = b"%%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(stream)
    with pytest.raises(InputError, match="unpack to more"):
        parts(head + stream + b"\nendstream\nendobj\n")


STORY = [
    "Two miners died when a shaft flooded near Oruro on Monday, the",
    "mayor said. Ten others were freed after a night.",
]
OTHER = [
    "A ferry sank off Aden on Friday, and nine sailors are missing, as",
    "officers said. A navy boat looked for them there.",
]


def printed(title: str, day: str, story: list[str], top: float, size: float) -> list[Set]:
    head = [(50.0, top, size, title), (50.0, top - 26, 10.0, day)]
    return [*head, *lines(*story, top=top - 52)]


@pytest.mark.parametrize("size", [10, 18])
def test_articles_that_were_printed_below_each_other_are_articles(size: float) -> None:
    first = printed("Shaft floods near Oruro", "9 May 2016", STORY, 700, size)
    second = printed("Ferry sinks off Aden", "14 May 2016", OTHER, 500, size)
    for pages in ([[*first, *second]], [first, second]):
        found = [part for part in parts(pdf(*pages)) if isinstance(part, RawArticle)]
        assert [part.number for part in found] == [1, 2]
        assert [part.text.split("\n\n")[-1] for part in found] == [" ".join(STORY), " ".join(OTHER)]
        assert ["9 May 2016" in found[0].text, "14 May 2016" in found[1].text] == [True, True]


def test_a_heading_above_a_day_that_is_told_of_is_no_article() -> None:
    first = printed("Shaft floods near Oruro", "9 May 2016", STORY, 700, 18)
    second = printed("What happened before", "It was on 14 May 2016.", OTHER, 500, 18)
    assert one([*first, *second]).number is None


LEFT = [f"The wall of dam {at} had cracks" for at in "abcdef"]
RIGHT = [f"In town {at} nobody knew of it" for at in "ghijkl"]


@pytest.mark.parametrize("lower", [0, 6])
@pytest.mark.parametrize("above", [0, 30])
def test_columns_are_read_one_by_one_wherever_their_lines_stand(lower: int, above: int) -> None:
    """Whether their lines are on one height, and below a text of full width or not."""
    top = [f"{LONG} {'long rains of the year come to its valley.'}"] * above
    columns = [*lines(*LEFT, top=300, left=50), *lines(*RIGHT, top=300 - lower, left=320)]
    text = " ".join(one([*lines(*top, top=740), *columns]).text.split())
    assert text.endswith(" ".join((*LEFT, *RIGHT)))
    assert text.count("long rains") == above


def cells(left: float, *rows: str) -> list[Set]:
    return [
        (left + 60 * column, 500 - 14 * row, 10, cell)
        for row, told in enumerate(rows)
        for column, cell in enumerate(told.split())
    ]


def test_rows_of_a_table_are_lines_and_their_numbers_stay_apart() -> None:
    table = cells(50, "Land Killed Hurt", "Kela 34 900", "Beru 12 400", "Sorn 7 300")
    text = one([*lines(LONG, "rains come.", top=600), *table, *lines(LONG, "rains come.", top=400)]).text
    rows = ["Land | Killed | Hurt", "Kela | 34 | 900", "Beru | 12 | 400", "Sorn | 7 | 300"]
    assert text.split("\n\n") == [WHOLE, *rows, WHOLE]


def test_tables_beside_each_other_are_read_one_by_one() -> None:
    table = cells(50, "Land Killed", "Kela 34", "Beru 12", "Sorn 7")
    beside = cells(320, "Land Hurt", "Aldo 9", "Mira 5", "Tolk 8")
    found = one([*lines(LONG, "rains come.", top=600), *table, *beside]).text.split("\n\n")
    assert found[1:5] == ["Land | Killed", "Kela | 34", "Beru | 12", "Sorn | 7"]
    assert found[5:] == ["Land | Hurt", "Aldo | 9", "Mira | 5", "Tolk | 8"]


def test_two_lines_beside_others_are_no_table_and_no_columns() -> None:
    head = [*lines("Andes Wire", "Oru", top=700), *lines("Monday", "Page A", left=400, top=700)]
    assert one([*head, *lines(LONG, "rains come.")]).text.endswith(WHOLE)
    assert "|" not in one([*head, *lines(LONG, "rains come.")]).text


HEADS, TOLLS = ("Killed so far", "Still missing", "Hurt"), (("Kela", "9", "4", "30"), ("Beru", "5", "5", "12"))


def table(turn: str, base: float) -> list[Set]:
    heads: list[Set] = [(160 + 60 * at, base, 10, head, turn) for at, head in enumerate(HEADS)]
    rows: list[Set] = [
        (50 + 60 * column, 560 - 12 * row, 10, cell)
        for row, tolls in enumerate(TOLLS)
        for column, cell in enumerate(tolls)
    ]
    return [*lines(LONG, "rains come.", top=720), *heads, *rows, *lines(LONG, "rains come.", top=500)]


@pytest.mark.parametrize(("turn", "base"), [(UPWARDS, 580), (DOWNWARDS, 640)])
def test_turned_heads_of_a_table_are_read_as_words(turn: str, base: float) -> None:
    text = one(table(turn, base)).text
    assert text.index("Killed so far") < text.index("Still missing") < text.index("Hurt") < text.index("Kela")
    assert text.split("\n\n")[:: len(text.split("\n\n")) - 1] == [WHOLE, WHOLE]


def test_turned_words_in_a_margin_do_not_part_a_story() -> None:
    margin: list[Set] = [(20, 560, 8, "Photo: Ana Roe / Andes Wire", UPWARDS)]
    assert one([*lines(LONG, "rains come.", top=600), *margin]).text == f"{WHOLE}\n\nPhoto: Ana Roe / Andes Wire"


def test_a_page_that_is_turned_as_a_whole_is_read_in_its_order() -> None:
    page = [
        (200 + 12 * at, 80, 10, text, UPWARDS) for at, text in enumerate((LONG, "rains come.", LONG, "rains come."))
    ]
    back = [(400 - 12 * at, 700, 10, text, DOWNWARDS) for at, text in enumerate((LONG, "rains come."))]
    assert (one(page).text, one(back).text) == (f"{WHOLE}\n\n{WHOLE}", WHOLE)
