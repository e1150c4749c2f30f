"""The command line: ``factx COMMAND …``; every public module of ``factx.commands`` is a command."""

from __future__ import annotations

import argparse
import os
import pkgutil
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType

from factx import __version__, commands
from factx.base import FactxError, rare_collection
from factx.commands._parser import Parser
from factx.commands._terminal import give_up_output, open_streams, shown

DESCRIPTION = "Reads news articles and writes tables: who pledged how much to whom, troops, arrests, casualties."
EXAMPLE = (
    "example:\n  factx extract articles -o tables     read the folder 'articles', write the folder 'tables'\n"
    "factx COMMAND --help tells what a command takes."
)
HELP_ASKED = "help"
"""A word that asks for the help of the command after it, as with other programs."""
USAGE_ERROR = 2
"""Exit code of argparse for a wrong command line; ours for every command that cannot be carried out."""
FAULT = 3
"""Exit code for what factx did not foresee: a fault of its own."""
SIGNALLED = 128
"""What shells add to the number of the signal that ended a process."""
RAISED_AGAIN = 0.05
"""Seconds after which a signal that was lost is sent again: a fork takes less."""


class Interrupted(KeyboardInterrupt):
    """An interrupt, or another signal that asks the process to end; ``number`` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    0 done, 1 some articles failed (or what the command calls a difference), 2 it cannot be carried out,
    3 it ended by a fault of factx, 128 + N by signal N. Nothing is a traceback: that of a fault is in
    the log, if the command writes one.
    """
    open_streams()
    options = make_parser().parse_args(as_options(sys.argv[1:] if arguments is None else arguments))
    try:
        with rare_collection(), _ending_well():
            code = int(options.run(options))
            sys.stdout.flush()
            return code
    except FactxError as error:
        return _told(str(error))
    except BrokenPipeError:
        give_up_output()
        return USAGE_ERROR
    except OSError as error:
        give_up_output()
        return _told(f"{error.filename or 'the output'}: {error.strerror or error}")
    except Interrupted as interrupt:
        print(f"factx: interrupted{getattr(options, 'after_interrupt', '')}", file=sys.stderr)
        return SIGNALLED + interrupt.number
    except Exception as error:
        return _fault(error, getattr(options, "log", None))


def _fault(error: Exception, log: str | None) -> int:
    """Say in one line that factx has a fault, and where; its traceback goes to the log."""
    if isinstance(error, MemoryError):
        return _told("out of memory; with --workers 1 a run needs the least")
    place = traceback.extract_tb(error.__traceback__)[-1]
    told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    _told(f"a fault of factx: {told} ({Path(place.filename).name}, line {place.lineno}); please report it")
    with suppress(OSError):
        if log:
            with open(log, "a", encoding="utf-8", errors="backslashreplace") as file:
                lines = "".join(traceback.format_exception(error)).splitlines()
                file.writelines(f"    {shown(line)}\n" for line in lines)
    return FAULT


def _told(message: str) -> int:
    """Say in one line why a command cannot be carried out; return its exit code."""
    with suppress(OSError):
        print(f"factx: {shown(' '.join(message.split()))}", file=sys.stderr)
    return USAGE_ERROR


@contextmanager
def _ending_well() -> Iterator[None]:
    """Within it, signals that ask the process to end raise ``Interrupted``; a second one ends it at once.

    Only the main thread can be told of signals: in another one they stay what they are. So do those
    that the process was started to ignore (``nohup``, ``&`` in a script). One that comes where Python
    cannot raise (within a fork, or a finaliser) is sent again a moment later; what it left
    half done there fails without a word.
    """
    lost_before = False

    def interrupt(number: int, frame: object) -> None:
        for name in numbers:
            signal.signal(name, lambda again, _: os._exit(SIGNALLED + again))
        raise Interrupted(number)

    def unraised(lost: sys.UnraisableHookArgs) -> None:
        nonlocal lost_before
        if isinstance(lost.exc_value, Interrupted):
            lost_before = True
            if os.getpid() == process:
                send_again(lost.exc_value.number)
        elif not lost_before:
            hook(lost)

    def send_again(number: int) -> None:
        for name in numbers:
            signal.signal(name, interrupt)
        again = threading.Timer(RAISED_AGAIN, signal.raise_signal, [number])
        again.daemon = True
        again.start()

    process, hook = os.getpid(), sys.unraisablehook
    told = ("SIGINT", "SIGTERM", "SIGHUP") if threading.current_thread() is threading.main_thread() else ()
    asked = [getattr(signal, name) for name in told if hasattr(signal, name)]
    numbers = [number for number in asked if signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, interrupt) for number in numbers}
    sys.unraisablehook = unraised
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, handler)


def as_options(arguments: Sequence[str]) -> list[str]:
    """The words of a command line; ``help`` and ``help COMMAND`` are ``--help``.

    >>> as_options(["help", "rates"]), as_options(["extract", "help"])
    (['rates', '--help'], ['extract', 'help'])
    """
    words = list(arguments)
    return [*words[1:], "--help"] if words[:1] == [HELP_ASKED] else words


def make_parser() -> argparse.ArgumentParser:
    """The parser with a sub-parser per command."""
    parser = Parser(
        prog="factx", description=DESCRIPTION, epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-V", "--version", action="version", version=f"factx {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, command in find_commands().items():
        subparser = subparsers.add_parser(name, help=command.HELP, description=command.HELP)
        command.add_arguments(subparser)
        subparser.set_defaults(run=command.run)
    return parser


def find_commands() -> dict[str, ModuleType]:
    """The commands by name, in order of the alphabet: the public modules of ``factx.commands``.

    Each has ``HELP``, ``add_arguments(parser)`` and ``run(options) -> int``.

    >>> "extract" in find_commands()
    True
    """
    names = sorted(module.name for module in pkgutil.iter_modules(commands.__path__) if module.name[0] != "_")
    return {name: import_module(f"factx.commands.{name}") for name in names}
