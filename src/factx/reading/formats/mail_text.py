"""The plain text of a mail: wrapped lines are joined, quoting marks, signature and inner headers cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WRAPPED = 45
"""Characters: a line as long that does not end its block was wrapped; mail programs do so at 60 to 78."""
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_FORWARDED = re.compile(
    r"(?:(?<!-)-{2,}+ ?\w[\w ]*-{2,}|(?<!_)_{8,}+|begin forwarded message:)[ \t]*(?:\n|\Z)", re.IGNORECASE
)
_HEADER = re.compile(
    r"[*_]?(?:From|Sent|Date|To|Cc|Subject|Reply-To|Von|Gesendet|Datum|An|Betreff|De|Envoyé|À|Objet)[*_]? ?:"
)
_NAMES = {
    **dict.fromkeys(("from", "von", "de"), "from"),
    **dict.fromkeys(("date", "sent", "gesendet", "datum", "envoyé"), "date"),
    **dict.fromkeys(("subject", "betreff", "objet"), "subject"),
}
"""Fields of a header in the languages of mail programs."""
_FIELD = re.compile(rf"[*_]?(?P<name>{'|'.join(_NAMES)})[*_]? ?:[*_]?(?P<value>.+)", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def paragraphs_of_mail(text: str) -> list[str]:
    """The paragraphs of a mail's plain text.

    >>> paragraphs_of_mail("Two men fled the town of Aba on Monday evening\\nafter a fire.\\n\\n-- \\nAna")
    ['Two men fled the town of Aba on Monday evening after a fire.']
    """
    return [line for block in _blocks(text) if not _is_header(block) for line in _joined(block)]


def forwarded_header(text: str) -> dict[str, str]:
    """Sender, date and subject of the mail that a text forwards, by their English names; or {}.

    Of headers with nothing between them the last counts: what was forwarded twice.

    >>> forwarded_header("FYI\\n\\nVon: Jan Roth\\nGesendet: 3. Januar 2011\\n\\nTwo fled.")
    {'from': 'Jan Roth', 'date': '3. Januar 2011'}
    """
    found: dict[str, str] = {}
    for block in _blocks(text):
        if _is_header(block):
            lines = (_FIELD.match(line) for line in block.split("\n"))
            found = {_NAMES[line["name"].lower()]: line["value"].strip() for line in lines if line}
        elif found and block.strip():
            break
    return found


def _blocks(text: str) -> Iterator[str]:
    """Yield what blank lines part in a mail, without quoting marks, signature and marks of forwarding."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    unquoted = _QUOTED.sub("", _SIGNATURE.split(whole)[0])
    return (_FORWARDED.sub("", block.strip("\n"), count=1) for block in _BLANK_LINES.split(unquoted))


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
