"""Subtitles of broadcasts: what is spoken, once and without times."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.io.formats.reading import message_of, read_one

SRT = """1
00:00:01,000 --> 00:00:02,500
<i>Two miners died</i>

2
00:00:02,500 --> 00:00:04,000
when a shaft flooded near Oruro,
the police said.

3
00:01:10,000 --> 00:01:12,000
{\\an8}Hail fell in the Douro.
"""
VTT = """WEBVTT
Kind: captions

NOTE made by a program

00:01.000 --> 00:02.500 align:start position:0%
<v Reporter>Two miners died

cue-2
00:02.500 --> 00:04.000
Two miners died
when a <00:03.000><c>shaft</c> flooded near Oruro,

00:04.000 --> 00:06.000
when a shaft flooded near Oruro,
the police said.

00:06.000 --> 00:08.000
<v Anchor>Hail fell in the Douro.
"""


@pytest.mark.parametrize(("name", "content"), [
    ("2016-05-09 news.srt", SRT), ("2016-05-09 news.SRT", SRT.replace("\n", "\r\n")), ("2016-05-09 news.vtt", VTT),
])  # fmt: skip
def test_what_is_spoken_is_one_article(tmp_path: Path, name: str, content: str) -> None:
    item = read_one(tmp_path, name, content)
    spoken = "Two miners died when a shaft flooded near Oruro, the police said."
    assert item.text == f"{spoken}\n\nHail fell in the Douro."
    assert (item.published, item.published_from) == ("2016-05-09", "filename")


def test_subtitles_without_words_say_so(tmp_path: Path) -> None:
    assert message_of(tmp_path, "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.500\n\n") == "no text in these subtitles"
