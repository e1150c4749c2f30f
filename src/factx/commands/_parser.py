"""A parser of command lines whose errors say what is missing, or what was meant, and what to type."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from factx.base import nearest

_MISTYPED = re.compile(r"unrecognized arguments: (?P<option>-\S+)|invalid choice: '(?P<choice>[^']*)'")
_MISSING = "the following arguments are required: "
_ONE_OF = re.compile(r"one of the arguments (?P<options>.*) is required")


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are short; without any argument it prints its commands."""

    _typed: Sequence[str] = ()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse as argparse does; what was typed is kept for the error messages."""
        self._typed = list(args or ())
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """End the program with what must be typed and what is wrong; the help if nothing but a name was typed."""
        if not self._typed and self._commands():
            self.exit(2, self.format_help())
        message = self._told(message)
        self.exit(2, f"usage: {self.short_usage()}\n{self.prog}: {message}{self.hint(message)}\n")

    def hint(self, message: str) -> str:
        """What may have been meant, or nothing.

        >>> parser = Parser()
        >>> _ = parser.add_argument("--workers")
        >>> parser.hint("unrecognized arguments: --wrokers 2")
        "; did you mean '--workers'?"
        """
        typed = _MISTYPED.search(message)
        if typed is None:
            return ""
        known = [*(self._options() if typed["option"] else self._choices())]
        near = nearest(typed["option"] or typed["choice"], known)
        meant = [near] if near else self._begun_by(typed["option"] or "")
        return f"; did you mean {' or '.join(map(repr, meant))}?" if meant else ""

    def short_usage(self) -> str:
        """What must be typed, and where the rest is told.

        >>> parser = Parser(prog="read")
        >>> _ = parser.add_argument("-o", "--out", required=True)
        >>> _ = parser.add_argument("paths", metavar="PATH", nargs="+")
        >>> parser.short_usage()
        'read PATH ... -o OUT (--help tells more)'
        """
        needed = sorted(self._needed(), key=lambda action: bool(action.option_strings))
        words = [self.prog, *map(_as_typed, needed)]
        words += [f"({' | '.join(map(_as_typed, group))})" for group in self._needed_groups()]
        return " ".join((*words, "(--help tells more)"))

    def _told(self, message: str) -> str:
        """The message with what each missing argument is; an unknown option goes first, it may be why."""
        group = _ONE_OF.search(message)
        if not message.startswith(_MISSING) and group is None:
            return message
        if unknown := self._unknown_option():
            return f"unrecognized arguments: {unknown}"
        missing = message.removeprefix(_MISSING).split(", ") if group is None else group["options"].split()
        joined = ", or " if group else "; "
        return f"missing: {joined.join(self._explained(name) for name in missing)}"

    def _explained(self, name: str) -> str:
        """An argument as it is typed, with what it is."""
        for action in self._actions:
            if name in ("/".join(action.option_strings), action.metavar, action.dest):
                return f"{_as_typed(action)} ({action.help})" if action.help else _as_typed(action)
        return name

    def _unknown_option(self) -> str | None:
        """The first typed word that looks like an option and begins none that there is."""
        words = (word.split("=")[0] for word in self._typed if word[:1] == "-" and len(word) > 1 and word != "--")
        known = [*self._options()]
        return next((word for word in words if not any(_may_mean(word, option) for option in known)), None)

    def _needed(self) -> Iterator[argparse.Action]:
        """What must be typed: the arguments, and options that are required."""
        return (action for action in self._actions if action.required and action.nargs != "?")

    def _needed_groups(self) -> Iterator[list[argparse.Action]]:
        """Of which options one must be typed."""
        return (group._group_actions for group in self._mutually_exclusive_groups if group.required)

    def _options(self) -> Iterator[str]:
        """The options of the parser and of all its commands."""
        yield from self._option_string_actions
        for command in self._commands().values():
            yield from command._option_string_actions

    def _begun_by(self, letter: str) -> list[str]:
        """The long options of the typed command that a short one, such as -w, may stand for."""
        if len(letter) != len("-o"):
            return []
        commands = self._commands()
        of_command = next((commands[word]._option_string_actions for word in self._typed if word in commands), None)
        options = self._option_string_actions if of_command is None else of_command
        return [option for option in options if option.startswith(f"-{letter.lower()}")]

    def _choices(self) -> Iterator[str]:
        """The commands, and what options may be."""
        yield from self._commands()
        for action in self._actions:
            yield from map(str, action.choices or ())

    def _commands(self) -> dict[str, argparse.ArgumentParser]:
        found = (action for action in self._actions if isinstance(action, argparse._SubParsersAction))
        return {name: parser for action in found for name, parser in action.choices.items()}


def _as_typed(action: argparse.Action) -> str:
    """An argument as one types it: ``-o OUT``, ``PATH ...``; of a few names one is a NAME."""
    value = str(action.metavar or ("NAME" if action.choices else action.dest.upper()))
    if action.option_strings:
        return f"{action.option_strings[0]} {value}"
    return f"{value} ..." if action.nargs in {"+", argparse.PARSER} else value


def _may_mean(word: str, option: str) -> bool:
    """True if a typed word is an option, begins one, or holds a short one with its value."""
    is_short = len(option) == len("-o")
    return word.startswith(option) if is_short and not word.startswith("--") else option.startswith(word)
