"""A mailbox file: mails one after another, each behind a line that begins with ``From`` and a blank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from factx.base import InputError
from factx.reading.formats import mail
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import BadPart, Part, ReadOptions

_START, _ESCAPED = b"From ", b">From "


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of the mails in a mailbox; a mail without text is a bad part."""
    numbers = count(1)
    for data in _mails(file):
        try:
            for part in mail.read(InputFile.of_bytes(file.path, data), options):
                yield part if part.member else replace(part, number=next(numbers))
        except InputError as error:
            yield BadPart(str(error), next(numbers))


def _mails(file: InputFile) -> Iterator[bytes]:
    """Yield the mails without the lines before them; a line ``From`` that is text has a mark before it."""
    held: list[bytes] = []
    with file.stream() as lines:
        after_blank = True
        for line in lines:
            if after_blank and line.startswith(_START):
                yield from _joined(held)
                held = []
            else:
                held.append(line.removeprefix(b">") if line.startswith(_ESCAPED) else line)
            after_blank = not line.strip()
    yield from _joined(held)


def _joined(lines: list[bytes]) -> Iterator[bytes]:
    data = b"".join(lines)
    if data.strip():
        yield data
