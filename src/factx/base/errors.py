"""Every error that factx raises on purpose; the command line prints them as one line."""

from __future__ import annotations


class FactxError(Exception):
    """Base of all errors of factx: the message says what is wrong and what to do."""


class InputError(FactxError):
    """A file or article that cannot be read."""


class ModelError(FactxError):
    """A statistical model that is missing or unsuitable."""


class RuleError(FactxError):
    """A rule file with a wrong key, a bad value or a failing example."""


class LexiconError(FactxError):
    """A lexicon file with a wrong column or a bad entry."""


class RateError(FactxError):
    """An exchange-rate file that cannot be used."""


class OutputError(FactxError):
    """A folder or format that cannot be written."""
