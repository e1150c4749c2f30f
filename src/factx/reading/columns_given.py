"""Columns that the user has named, looked for in the files before any is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factx.base import InputError
from factx.reading.formats import InputFile, ReadOptions, column_told, plain, plain_keys, read_names
from factx.reading.sources import Source


def check_columns_given(sources: Iterable[Source], options: ReadOptions) -> None:
    """Raise ``InputError`` if a column that the user has named is in no file.

    Files are looked into until all are found: as a rule, the beginning of the first. Nothing is said if
    no file has columns, or where a file may hide some: an archive, one that can be read only once, or
    one that needs a library that is not installed.
    """
    missing: Mapping[str, str] = options.columns
    seen: dict[str, None] = {}
    for source in sources:
        if not missing or source.is_pipe:
            return
        try:
            names = read_names(InputFile.on_disk(source.path, source.file), options)
            if names is None:
                return
            for found in names:
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
