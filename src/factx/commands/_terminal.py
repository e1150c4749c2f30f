"""What is printed: control characters of names and texts are shown, never carried out."""

from __future__ import annotations

import contextlib
import os
import sys
import unicodedata

_UNSHOWN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Categories of Unicode that a terminal would obey: controls, marks of direction, half characters, line ends."""
_STANDARD_ERROR = 2
"""The last of the numbers that POSIX gives to the standard streams."""


def shown(text: str, keep: str = "") -> str:
    r"""A text in which what a terminal would obey is escaped, but for the characters in ``keep``.

    >>> shown("\x1b[31mred\n.txt")
    '\\x1b[31mred\\n.txt'
    """
    if text.isprintable():
        return text
    return "".join(
        repr(letter)[1:-1] if unicodedata.category(letter) in _UNSHOWN and letter not in keep else letter
        for letter in text
    )


def open_streams() -> None:
    """Give the process the standard streams that it was started without, and let them write any character.

    What was closed is replaced by nothing, so that no file of the run gets its number.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
        pass
    os.close(number)
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115  # until the process ends
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")


def give_up_output() -> None:
    """Drop what standard output could not take, so that the interpreter does not try again at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
