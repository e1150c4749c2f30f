"""The plain text of a mail: wrapped lines are joined, quoting marks, signature and inner headers cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WRAPPED = 45
"""Characters: a line as long that does not end its block was wrapped; mail programs do so at 60 to 78."""
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_FORWARDED = re.compile(r"(?:(?<!-)-{2,}+ ?\w[\w ]*-{2,}|begin forwarded message:)[ \t]*(?:\n|\Z)", re.IGNORECASE)
_HEADER = re.compile(
    r"[*_]?(?:From|Sent|Date|To|Cc|Subject|Reply-To|Von|Gesendet|Datum|An|Betreff|De|Envoyé|À|Objet)[*_]? ?:"
)
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def paragraphs_of_mail(text: str) -> list[str]:
    """The paragraphs of a mail's plain text.

    >>> paragraphs_of_mail("Two men fled the town of Aba on Monday evening\\nafter a fire.\\n\\n-- \\nAna")
    ['Two men fled the town of Aba on Monday evening after a fire.']
    """
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    unquoted = _QUOTED.sub("", _SIGNATURE.split(whole)[0])
    blocks = (_FORWARDED.sub("", block.strip("\n"), count=1) for block in _BLANK_LINES.split(unquoted))
    return [line for block in blocks if not _is_header(block) for line in _joined(block)]


def _is_header(block: str) -> bool:
    """True for the header of a forwarded mail: two or more of its lines begin as headers do."""
    lines = block.split("\n")
    return len(lines) > 1 and _HEADER.match(lines[0]) is not None and _HEADER.match(lines[1]) is not None


def _joined(block: str) -> Iterator[str]:
    """Yield the lines of a block, those that were wrapped as one."""
    held: list[str] = []
    for line in block.split("\n"):
        held.append(line)
        if len(line) < _WRAPPED:
            yield from _folded(held)
            held = []
    yield from _folded(held)


def _folded(lines: list[str]) -> Iterator[str]:
    folded = " ".join(" ".join(lines).split())
    if folded:
        yield folded
