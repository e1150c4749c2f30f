"""A parser of command lines that says what a mistyped option or command may have meant."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from typing import NoReturn

from factx.base import nearest

_MISTYPED = re.compile(r"unrecognized arguments: (?P<option>-\S+)|invalid choice: '(?P<choice>[^']*)'")


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors name what is nearest to what was typed."""

    def error(self, message: str) -> NoReturn:
        """End the program with usage, message and, if something is near, a hint."""
        super().error(message + self.hint(message))

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
        known = self._options() if typed["option"] else self._choices()
        near = nearest(typed["option"] or typed["choice"], known)
        return f"; did you mean '{near}'?" if near else ""

    def _options(self) -> Iterator[str]:
        """The options of the parser and of all its commands."""
        yield from self._option_string_actions
        for command in self._commands().values():
            yield from command._option_string_actions

    def _choices(self) -> Iterator[str]:
        """The commands, and what options may be."""
        yield from self._commands()
        for action in self._actions:
            yield from map(str, action.choices or ())

    def _commands(self) -> dict[str, argparse.ArgumentParser]:
        found = (action for action in self._actions if isinstance(action, argparse._SubParsersAction))
        return {name: parser for action in found for name, parser in action.choices.items()}
