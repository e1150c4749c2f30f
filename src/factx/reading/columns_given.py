"""Columns that the user has named, looked for in the files before any is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from factx.base import InputError
from factx.reading.files import file_of, pipes_kept
from factx.reading.formats import InputFile, ReadOptions, column_told, plain, plain_keys, read_names
from factx.reading.sources import Source


@contextmanager
def columns_checked(sources: list[Source], options: ReadOptions) -> Iterator[list[Source]]:
    """The sources, if each column that the user has named is in one; pipes are kept on disk.

    Raises ``InputError`` as ``check_columns_in`` does.
    """
    if not options.columns:
        yield sources
        return
    with pipes_kept(sources) as kept:
        check_columns_in(map(file_of, kept), options)
        yield kept


def check_columns_in(files: Iterable[InputFile], options: ReadOptions) -> None:
    """Raise ``InputError`` if a column that the user has named is in no file.

    Files, also those in archives, are looked into until all are found: as a rule, the beginning of the
    first. Nothing is said if no file has columns, or where one may hide some, for want of a library.
    """
    missing: Mapping[str, str] = options.columns
    seen: dict[str, None] = {}
    for file in files:
        try:
            for found in read_names(file, options):
                seen |= dict.fromkeys(found)
                missing = _without(missing, found)
                if not missing:
                    return
        except ModuleNotFoundError:
            return
        except (InputError, OSError):
            continue  # reading the file will say so
    for field, column in missing.items():
        if seen:
            raise InputError(f"--columns: no file has a {column_told(field, column, list(seen))}")


def _without(missing: Mapping[str, str], found: Iterable[str]) -> dict[str, str]:
    """The columns that are not among those found."""
    keys = plain_keys(tuple(found))
    return {field: column for field, column in missing.items() if plain(column) not in keys}
