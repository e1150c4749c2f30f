"""Files of kinds that are not read: what they are called, and what would read them."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field

from factx.base import InputError, lexicon

_ADVICE = lexicon.table("reading/unread_files", "suffix", "advice")
_MOST_KINDS = 6
"""Kinds that a summary lists: the rest are counted together."""


class UnreadKind(InputError):
    """A file of a kind that factx does not read; ``kind`` names it, ``advice`` says what would read it.

    ``lacks`` is a library that is not installed, and the extra of factx that it comes with.
    """

    def __init__(self, path: str, lacks: tuple[str, str] | None = None) -> None:
        self.kind = os.path.splitext(path)[1].lower() or os.path.basename(path)
        self.advice = _ADVICE.get(self.kind)
        told = f"'{self.kind}' is no kind of file that factx reads"
        told += f": {self.advice}" if self.advice else "; see the kinds of files in the documentation"
        if lacks is not None:
            library, extra = lacks
            self.advice = f"needs '{library}': pip install '.[{extra}]' where factx's clone is"
            told = f"'{self.kind}' {self.advice}"
        super().__init__(told)


@dataclass(slots=True)
class UnreadFiles:
    """Files of a folder that were left out, counted by kind, with what would read each kind."""

    kinds: Counter[str] = field(default_factory=Counter)
    advice: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, advice: str | None = None) -> None:
        """Count a file."""
        self.kinds[kind] += 1
        if advice:
            self.advice[kind] = advice

    def summary(self) -> str | None:
        """One line about all files left out, or None.

        >>> files = UnreadFiles()
        >>> files.add(".xlsx", "save it as CSV"), files.add(".png"), files.add(".png")
        (None, None, None)
        >>> files.summary()
        '3 files: 2 .png, 1 .xlsx (save it as CSV)'
        """
        if not self.kinds:
            return None
        shown = self.kinds.most_common(_MOST_KINDS)
        told = [f"{count} {kind}" + (f" ({self.advice[kind]})" if kind in self.advice else "") for kind, count in shown]
        rest = self.kinds.total() - sum(count for _, count in shown)
        total = self.kinds.total()
        return f"{total} file{'s' * (total > 1)}: {', '.join(told)}" + (f", {rest} others" if rest else "")
