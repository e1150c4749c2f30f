"""Subtitles of a broadcast (SRT, WebVTT) to the text that is spoken: numbers and times are left out.

A sentence goes on over several titles. What scrolling subtitles show again is told once. A pause
between titles, or a title that names a speaker, begins a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.base import InputError
from factx.reading.encoding import decoded
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, RawArticle, ReadOptions

_TIME = r"(?:(?P<{0}h>\d{{1,3}}):)?(?P<{0}m>\d\d):(?P<{0}s>\d\d)[,.]\d{{1,3}}"
TIMES = re.compile(
    rf"^{_TIME.format('from_')}[ \t]+-->[ \t]+{_TIME.format('to_')}(?:[ \t][^\n]{{0,200}})?$", re.MULTILINE
)
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,50}\}")
_SPEAKER = re.compile(r"<v(?:\.[\w.]+)? (?P<name>[^<>\n]{1,80})>|>>")
_OF_THE_CLOCK = 60
"""Minutes of an hour, seconds of a minute."""
_PAUSE = 4
"""Seconds without words after which something else is told."""


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the one text of a file of subtitles."""
    text, note = decoded(file.data())
    spoken = "\n\n".join(_paragraphs(text.replace("\r\n", "\n").replace("\r", "\n")))
    if not spoken:
        raise InputError("no text in these subtitles")
    yield RawArticle(spoken, note=note)


def _paragraphs(text: str) -> Iterator[str]:
    """Yield what is said without a pause.

    >>> list(_paragraphs("00:01.000 --> 00:02.500\\nTwo men\\n\\n00:02.500 --> 00:04.000\\nfled."))
    ['Two men fled.']
    """
    found = list(TIMES.finditer(text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    said: list[str] = []
    last = 0
    for times, end in zip(found, ends, strict=True):
        title = text[times.end() : end].split("\n\n")[0].strip("\n")
        if said and (_SPEAKER.match(title) or _second(times, "from_") - last >= _PAUSE):
            yield " ".join(said)
            said = []
        said += _new(title, said[-2:])
        last = _second(times, "to_")
    if said:
        yield " ".join(said)


def _new(title: str, before: list[str]) -> list[str]:
    """The lines of a title without those that the title before has shown."""
    lines = (" ".join(_TAG.sub("", line).replace(">>", " ").split()) for line in title.split("\n"))
    return [line for line in lines if line and line not in before]


def _second(times: re.Match[str], which: str) -> int:
    minutes = int(times[which + "h"] or 0) * _OF_THE_CLOCK + int(times[which + "m"])
    return minutes * _OF_THE_CLOCK + int(times[which + "s"])
