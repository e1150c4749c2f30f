"""The command line: ``factx COMMAND …``; every public module of ``factx.commands`` is a command."""

from __future__ import annotations

import argparse
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from factx import __version__, commands
from factx.base import FactxError

DESCRIPTION = "Reads news articles and writes tables: who pledged how much to whom, troops, arrests, casualties."
EXAMPLE = "example:\n  factx extract articles -o tables     read the folder 'articles', write the folder 'tables'"
USAGE_ERROR = 2
"""Exit code of argparse for a wrong command line; ours for every command that cannot be carried out."""
INTERRUPTED = 130
"""Exit code of shells for a process ended by an interrupt: 128 and the signal's number."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    0 done, 1 some articles failed (or what the command calls a difference), 2 it cannot be carried out.
    """
    options = make_parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except FactxError as error:
        print(f"factx: {' '.join(str(error).split())}", file=sys.stderr)
        return USAGE_ERROR
    except BrokenPipeError:
        return USAGE_ERROR
    except KeyboardInterrupt:
        print("factx: interrupted; nothing was written", file=sys.stderr)
        return INTERRUPTED


def make_parser() -> argparse.ArgumentParser:
    """The parser with a sub-parser per command."""
    parser = argparse.ArgumentParser(
        prog="factx", description=DESCRIPTION, epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"factx {__version__}")
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
