"""A file in pieces: where it is cut does not depend on how it is read."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.base.errors import InputError
from factx.reading.formats import InputFile
from factx.reading.formats import pieces as module
from factx.reading.formats.pieces import pieces

START = re.compile(r"^-- \d+$", re.MULTILINE)


def cut(text: str, encoding: str = "utf-8") -> list[str]:
    return list(pieces(InputFile.of_bytes("a.txt", text.encode(encoding)), START))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_pieces_begin_where_they_start(encoding: str) -> None:
    assert cut("São\n-- 1\nTomé\n\n-- 2\nend", encoding) == ["São\n", "-- 1\nTomé\n\n", "-- 2\nend"]


def test_line_ends_are_one_character() -> None:
    assert cut("-- 1\r\none\r\n-- 2\rtwo\n") == ["", "-- 1\none\n", "-- 2\ntwo\n"]


def test_a_file_without_a_start_is_one_piece() -> None:
    assert cut("one\n --1\n") == ["one\n --1\n"]


@given(st.text(alphabet="-- 1\nä", max_size=80), st.integers(1, 9))
def test_pieces_do_not_depend_on_the_blocks(text: str, block: int) -> None:
    starts = [0, *(match.start() for match in START.finditer(text)), len(text)]
    wanted = [text[begin:end] for begin, end in pairwise(starts)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BLOCK", block)
        patch.setattr(module, "_LONGEST_START", len("-- 1\n") + len(text))
        assert cut(text) == wanted


def test_a_byte_that_is_no_text_is_a_clear_error() -> None:
    with pytest.raises(InputError, match="neither UTF-8 nor Windows-1252"):
        list(pieces(InputFile.of_bytes("a.txt", b"-- 1\nno \x81 text"), START))


def test_a_piece_without_end_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_PIECE", 100)
    monkeypatch.setattr(module, "_BLOCK", 50)
    monkeypatch.setattr(module, "_LONGEST_START", 10)
    with pytest.raises(InputError, match="an article of more than"):
        cut("-- 1\n" + "Two fled. " * 100)
    assert len(cut("-- 1\n" + "Two fled. \n-- 2\n" * 100)) > 100
