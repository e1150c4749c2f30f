"""A run of ``factx`` in a child process that shares the loaded models, and what may befall it."""

from __future__ import annotations

import errno
import os
import signal
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factx.cli import main

_DEEDS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.scandir", "sqlite3.connect"})
"""What Python tells of before it does it (audit events), where a run may die or the disk be full."""


@dataclass(frozen=True, slots=True)
class Accident:
    """What befalls a run: at its n-th article, or its n-th deed upon files of OUT, it dies or the deed fails."""

    articles: int | None = None
    deeds: int | None = None
    signal: int | None = signal.SIGKILL

    def wait_for(self, out: str) -> None:
        """Have it happen in this process, whose tables go to ``out``."""
        if self.articles is not None:
            self._at_an_article(self.articles)
        elif self.deeds is not None:
            sys.addaudithook(self._at_a_deed(self.deeds, out))

    def happen(self) -> None:
        """Die, or raise the error of a full disk."""
        if self.signal is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.kill(os.getpid(), self.signal)

    def _at_an_article(self, number: int) -> None:
        from factx.tables.write import TableWriter

        add, left = TableWriter.add, iter(range(number))

        def counted(self_: Any, result: Any) -> None:
            if next(left, None) is None:
                self.happen()
            add(self_, result)

        TableWriter.add = counted  # type: ignore[method-assign, assignment]

    def _at_a_deed(self, number: int, out: str) -> Callable[[str, tuple[Any, ...]], None]:
        left, process = number, os.getpid()

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal left
            if event in _DEEDS and os.getpid() == process and any(out in str(one) for one in arguments):
                left -= 1
                if left == 0:
                    self.happen()

        return hook


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its exit code (negative: the signal that killed it), and all that it said."""

    code: int
    said: str


def in_a_child(arguments: list[str], out: Path, accident: Accident | None) -> Ended:
    """Run ``factx`` in a fork of this process, which shares the loaded models."""
    with tempfile.TemporaryFile() as heard:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # threads of ours know how to fork
            child = os.fork()
        if child == 0:
            _be_the_child(arguments, str(out), heard.fileno(), accident)
        _, status = os.waitpid(child, 0)
        heard.seek(0)
        return Ended(os.waitstatus_to_exitcode(status), heard.read().decode("utf-8", "replace"))


def _be_the_child(arguments: list[str], out: str, heard: int, accident: Accident | None) -> None:
    code = 70
    try:
        tempfile.tempdir = str(Path(out).with_name("tmp"))
        os.dup2(heard, 1)
        os.dup2(heard, 2)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 (ends with the process)
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        if accident:
            accident.wait_for(out)
        code = main(arguments)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 70
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)
