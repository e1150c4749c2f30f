"""The last lines of a run: what was done, what failed, and where it is told."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from factx.base import counted
from factx.commands._terminal import shown

if TYPE_CHECKING:
    from factx.tables import Result

SHOWN_FAILURES = 5
"""Failures that are listed: enough to see what is wrong; all are in the table of errors."""
ONE_FILE = ("duckdb", "sqlite", "xlsx")
"""Formats that hold every table in one file."""


class Summary:
    """Counts of what a run did; ``formats`` are those of its tables, in the folder ``out``."""

    def __init__(self, out: str, formats: Sequence[str] = ("csv",)) -> None:
        from factx.reading import unread_date

        self._unread_date = unread_date
        self._out = out
        self._is_one_file = formats[0] in ONE_FILE
        self._suffix = formats[0]
        self.articles: Counter[str] = Counter()
        self.facts: Counter[str] = Counter()
        self.words = self.undated = self.resumed = self.failed = self.left_out = 0
        self.unread_dates: list[str] = []
        self.more_unread_dates = 0
        self._failures: list[str] = []

    def add(self, result: Result, left_out: int = 0) -> None:
        """Count one article, and the facts of it that the options leave out."""
        self.left_out += left_out
        self.articles[result.article.status or ""] += 1
        self.facts.update(fact.kind or "" for fact in result.facts)
        self.words += result.article.words or 0
        self.undated += result.article.status == "ok" and not result.article.published
        if date := self._unread_date(result.article.message):
            if len(self.unread_dates) < SHOWN_FAILURES:
                self.unread_dates.append(shown(f"'{date}' ({result.article.path})"))
            else:
                self.more_unread_dates += 1
        for failure in result.failures:
            self.failed += 1
            if len(self._failures) < SHOWN_FAILURES:
                self._failures.append(shown(f"{failure.path}: {failure.message}"))

    def lines(self, seconds: float, unread: str | None = None) -> list[str]:
        """The summary of a run of ``seconds``; ``unread`` says which files were left out."""
        articles = ", ".join(f"{count} {status}" for status, count in sorted(self.articles.items(), key=_ok_first))
        lines = [
            f"articles  {articles}",
            f"facts     {self.facts.total()}",
            *(f"  {kind:<10}{count}" for kind, count in sorted(self.facts.items())),
            f"words     {self.words} in {seconds:.1f} s",
            f"tables    {shown(self._out)}",
        ]
        if self.left_out:
            lines.append(f"left out  {counted(self.left_out, 'fact')} by the options that choose facts")
        if self.resumed:
            lines.append(f"resumed   {self.resumed} were done by an earlier run: to read them again, use --fresh")
        if self.undated:
            told = "without a publication date, so their money has no dollars and their 'Tuesday' no day"
            lines.append(f"undated   {self.undated} {told}: to give a date, use --published")
        if self.unread_dates:
            more = f" and {self.more_unread_dates} more (see {self._table('articles')})"
            told = ", ".join(self.unread_dates) + (more if self.more_unread_dates else "")
            lines.append(f"dates     not understood: {told}; if the day is first, --day-first")
        lines += [f"ignored   {shown(unread)}"] if unread else []
        return lines + self.failures()

    def failures(self) -> list[str]:
        """The first failures, and where they are told with all the others; nothing if there are none."""
        if not self.failed:
            return []
        more = self.failed - len(self._failures)
        told = f"and {more} more: " if more else ""
        return [*(f"failed    {failure}" for failure in self._failures), f"          {told}see {self._table('errors')}"]

    def tell(self, lines: Sequence[str], quiet: bool) -> int:
        """Print the summary, of a quiet run the failures alone; return the exit code."""
        if not quiet:
            print(shown("\n".join(lines), keep="\n"))
        elif self.failed:
            print(shown("\n".join(self.failures()), keep="\n"), file=sys.stderr)
        return 1 if self.failed else 0

    def _table(self, name: str) -> str:
        """Where a table is: as a file, or in the database."""
        file = PurePath(self._out, f"factx.{self._suffix}" if self._is_one_file else f"{name}.{self._suffix}")
        return shown(f"{name} in {file}" if self._is_one_file else str(file))


def _ok_first(item: tuple[str, int]) -> tuple[bool, str]:
    return item[0] != "ok", item[0]
