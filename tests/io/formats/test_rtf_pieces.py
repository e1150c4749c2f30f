"""RTF in pieces: what is read of them is what is read of the whole, in memory that does not grow with the file."""

from __future__ import annotations

import io
import tracemalloc

import pytest

from factx.base.errors import InputError
from factx.reading.formats import InputFile, RawArticle, ReadOptions, read_parts, rtf, rtf_pieces
from tests.io.formats import test_factiva, test_word_files

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Cyr;}}"
TWO = test_factiva.rtf(test_factiva.table(), test_factiva.table(HD="Bridge falls", NS="gcat | b")).decode("latin-1")
TEXTS = {
    "paragraphs": r"Two fled.\par One died.\line It rained.\par\par Six held.",
    "groups within groups": r"{\rtlch {\b Two} fled.\par }{\rtlch One {\i died.\par} It rained.\par}",
    "one group around all": r"{\uc0 Two\u8211 fled.\par {\f1 \'cf\par\'f0}\par One died.\par}",
    "letters of a font": r"\f1 \'cf\'f0\par \'cf\'f0 \f0 \'e9\par\'e9",
    "letters skipped": r"\uc2 \u233ab\par \u233ab {\uc0 \u233\par \u233} \u233ab",
    "pairs": r"\u-10179?\par\u-8704?{\u-10179?}{\u-8704?}",
    "tables": r"\trowd\cellx900 \intbl A\cell B\cell\row\trowd C\cell\row\pard Two fled.\par",
    "notes and fields": r"Two{\footnote Or three.\par They say.} fled.\par"
    r' See {\field{\*\fldinst{HYPERLINK "https://a.example/x"}}{\fldrslt{the map\par here}}} now.\par',
    "escaped braces": r"Two \{fled\}.\par \\par \} One died.\par",
    "hidden": r"\uc1{\v seven}5 men fled.\par{\v\par seven} 6 men\par",
    "pictures": r"Two{\pict\wmetafile8 00ff{\*\blipuid 1}aa\par} fled.\par{\shppict{\pict 0011}}One died.",
    "behind its end": r"Two fled.\par}One died.\par",
    "no end": r"Two fled.\par {\b One died.\par",
}


@pytest.fixture(params=[(1, 1), (1, 1 << 20), (40, 33)], ids=["bytes", "paragraphs", "lines"])
def _small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces and blocks as small as they can be."""
    monkeypatch.setattr(rtf_pieces, "PIECE", request.param[0])
    monkeypatch.setattr(rtf_pieces, "_BLOCK", request.param[1])


def text_of(data: bytes) -> str:
    pieces = rtf_pieces.pieces_of(io.BytesIO(data))
    return "\n".join(rtf._lines(map(rtf._text_of, pieces)))


def whole(data: bytes) -> str:
    return "\n".join(rtf._lines([rtf._text_of(data.decode("latin-1"))]))


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_text_of_the_pieces_is_that_of_the_whole(text: str) -> None:
    data = (HEAD + text + "}").encode("latin-1")
    assert text_of(data) == whole(data)


@pytest.mark.usefixtures("_small")
def test_the_articles_of_the_pieces_are_those_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = "".join(map(test_word_files.rtf_document, range(1, 4)))
    lexis = "".join(rf"\pard\qc {line}\par\par " for line in test_word_files.LEXIS * 2)
    for text in (TWO, HEAD + documents + "}", HEAD + lexis + "}", HEAD + r"Dam cracks\par Two fled.\par}"):
        data = text.encode("latin-1")
        found = list(read_parts(InputFile.of_bytes("a.rtf", data), ReadOptions()))
        with monkeypatch.context() as patch:
            patch.setattr(rtf_pieces, "PIECE", 1 << 30)
            patch.setattr(rtf_pieces, "_BLOCK", 1 << 20)
            assert found == list(read_parts(InputFile.of_bytes("a.rtf", data), ReadOptions()))


@pytest.mark.usefixtures("_small")
def test_bytes_of_a_picture_are_no_text() -> None:
    picture = b"{\\pict\\bin9 }}{{\\par }"
    data = HEAD.encode() + b"Two" + picture + b" fled.\\par {\\object\\bin4 }}}}} One died.}"
    assert text_of(data) == "Two fled.\n One died."


def test_a_number_behind_hidden_text_is_kept() -> None:
    assert text_of(rb"{\rtf1\uc1{\v seven}5 men fled.}") == "5 men fled."


def test_memory_does_not_grow_with_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf_pieces, "PIECE", 5_000)
    monkeypatch.setattr(rtf_pieces, "_BLOCK", 10_000)

    def peak(number: int) -> int:
        documents = (test_factiva.table(HD=f"Dam {n}", TD=r"Two men fled on Monday.\par " * 100) for n in range(number))
        data = (HEAD + "".join(documents) + "}").encode("latin-1")
        tracemalloc.start()
        try:
            articles = sum(
                isinstance(part, RawArticle) for part in read_parts(InputFile.of_bytes("a", data), ReadOptions())
            )
            assert articles == number
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(160) < 1.2 * peak(40)


@pytest.mark.parametrize("text", [r"{\footer " + "x" * 3_000, r"{\*\x{\b " + "a" * 3_000])
def test_a_group_without_end_is_an_error(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf_pieces, "LONGEST_PIECE", 2_000)
    with pytest.raises(InputError, match="not valid RTF: more than 0 million characters in one group"):
        list(read_parts(InputFile.of_bytes("a.rtf", (HEAD + text).encode()), ReadOptions()))


def test_a_text_that_is_no_export_and_too_long_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf, "LONGEST_ARTICLE", 2_000)
    with pytest.raises(InputError, match="an article of more than 0 million characters; split it"):
        list(read_parts(InputFile.of_bytes("a.rtf", (HEAD + r"Two fled.\par " * 300).encode()), ReadOptions()))
