"""The log of a run: what was done with each article, what failed, and how long each step took."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, TypeVar

from factx.base import OutputError
from factx.commands._terminal import shown

if TYPE_CHECKING:
    from factx.tables import Result

Item = TypeVar("Item")


class RunLog:
    """Lines with the time (UTC), added to a file as things happen; without a file, nothing is written."""

    def __init__(self, file: IO[str] | None = None) -> None:
        self._file = file
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def say(self, line: str) -> None:
        """Add a line; what a terminal would obey is escaped."""
        if self._file is not None:
            self._file.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {shown(line)}\n")
            self._file.flush()

    def add(self, result: Result) -> None:
        """Say what became of an article, with the notes on it and the steps that failed."""
        if self._file is None:
            return
        row = result.article
        done = f": {row.words or 0} words, {len(result.facts)} facts" if row.status == "ok" else ""
        noted = f": {row.message}" if row.message else ""
        if not result.failure:
            self.say(f"{row.status} {row.path or '(no path)'}{done}{noted}")
        for failure in result.failures:
            self.say(f"failed {failure.path or '(no path)'}: {failure.stage}: {failure.error}: {failure.message}")

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Count the time of the block as that of a step, but for what steps within it take."""
        started, before = time.monotonic(), sum(self._seconds.values())
        try:
            yield
        finally:
            within = sum(self._seconds.values()) - before
            self._seconds[step] += time.monotonic() - started - within

    def timed_items(self, step: str, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items; waiting for each is time of the step."""
        remaining = iter(items)
        while True:
            with self.timed(step):
                try:
                    item = next(remaining)
                except StopIteration:
                    return
            yield item

    def timings(self) -> str:
        """The seconds of each step, in the order in which they began."""
        return ", ".join(f"{step} {seconds:.2f} s" for step, seconds in self._seconds.items())


@contextmanager
def run_log(path: str | None) -> Iterator[RunLog]:
    """Open the log at the end of a file, or one that says nothing; what ends the run is its last line.

    Raises ``OutputError`` if the file cannot be written.
    """
    if path is None:
        yield RunLog()
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(open(path, "a", encoding="utf-8", errors="backslashreplace", newline=""))
        except OSError as error:
            raise OutputError(f"--log {path}: {error.strerror or error}") from None
        log = RunLog(file)
        try:
            yield log
        except BaseException as error:
            with suppress(OSError):
                log.say(f"ended by {type(error).__name__}{f': {error}' if str(error) else ''}")
            raise
