"""Files of articles, read one at a time.

Nothing vanishes: each file yields articles or a ``Failure``, or is counted among the files that are
of no kind that factx reads.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from factx.base import Failure, InputError
from factx.reading.article import Article, article
from factx.reading.copies import Copies
from factx.reading.formats import (
    BadPart,
    InputFile,
    ReadOptions,
    UnreadFiles,
    UnreadKind,
    check_table,
    parts_of,
    read_parts,
)
from factx.reading.formats.parts import Part
from factx.reading.sources import STANDARD_INPUT, Source, find_sources

_DEFAULT = ReadOptions()
_PIECE = 1_000_000
"""Bytes read at a time: a file may be larger than the memory."""


def read_articles(
    paths: str | Path | Iterable[str | Path], published: str | None = None, options: ReadOptions = _DEFAULT
) -> Iterator[Article | Failure]:
    """Read the articles of files and folders (recursively), sorted by path, one at a time.

    A file that cannot be read yields a ``Failure``; the others are read. A copy of an earlier article
    is marked ``skipped``. ``published`` (ISO 8601) is the day of articles that give none. Raises
    ``InputError`` for a path that does not exist.
    """
    given = [paths] if isinstance(paths, str | Path) else paths
    return read_sources(find_sources(given), published, options)


def read_sources(
    sources: Iterable[Source],
    published: str | None = None,
    options: ReadOptions = _DEFAULT,
    unread: UnreadFiles | None = None,
) -> Iterator[Article | Failure]:
    """Read the articles of the files that ``find_sources`` found, as ``read_articles`` yields them.

    ``unread`` counts the files that are of no kind that factx reads.
    """
    copies, unread = Copies(), unread or UnreadFiles()
    for source in sources:
        for item in read_source(source, published, options, unread):
            yield item if isinstance(item, Failure) else copies.marked(item)


def read_source(
    source: Source,
    published: str | None = None,
    options: ReadOptions = _DEFAULT,
    unread: UnreadFiles | None = None,
) -> Iterator[Article | Failure]:
    """Read the articles of one file; a part that is none, or the file if it cannot be read, is a failure."""
    try:
        with _opened(source) as file:
            with file.stream() as stream:
                sha256 = _hash_of(stream)
            for part in read_parts(file, options):
                if isinstance(part, BadPart) and part.left_out:
                    (unread or UnreadFiles()).add(part.left_out, part.reason)
                else:
                    yield _read_part(source.path, part, sha256, published)
    except UnreadKind as error:
        if source.is_named or unread is None:
            yield read_failure(source.path, error)
        else:
            unread.add(error.kind, error.advice)
    except (InputError, OSError) as error:
        yield read_failure(source.path, error)
    except Exception as error:  # what no reader has foreseen costs this file, never the run
        yield read_failure(source.path, error)


def read_rows(
    rows: Sequence[Mapping[str, Any]], published: str | None = None, options: ReadOptions = _DEFAULT
) -> list[Article | Failure]:
    """The article of each row of a table, as rows of a Parquet file are read; ``None`` is an empty cell.

    Raises ``InputError`` if the table has no column of texts, or none of those that the options name.

    >>> [item.text for item in read_rows([{"text": "One fled."}]) if isinstance(item, Article)]
    ['One fled.']
    """
    if not rows:
        return []
    check_table(list(rows[0]), options)
    parts = parts_of(lambda: iter([*enumerate(rows, 1)]), options)
    return [_read_part("row", part, None, published) for part, _ in zip(parts, rows, strict=False)]


def _hash_of(stream: BinaryIO) -> str:
    """The SHA-256 of a stream, read piece by piece."""
    digest = hashlib.sha256()
    while piece := stream.read(_PIECE):
        digest.update(piece)
    return digest.hexdigest()


@contextmanager
def _opened(source: Source) -> Iterator[InputFile]:
    """The file of a source; what comes through a pipe is kept on the disk, so that it can be read twice."""
    with pipes_kept([source]) as (kept,):
        yield file_of(kept)


def file_of(source: Source) -> InputFile:
    """The file of a source that is no pipe."""
    return InputFile.on_disk(source.read_as or source.path, source.file)


@contextmanager
def pipes_kept(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """The sources, with what comes through pipes kept on the disk meanwhile."""
    with ExitStack() as stack:
        yield [_kept(source, stack) if source.is_pipe else source for source in sources]


def _kept(source: Source, stack: ExitStack) -> Source:
    kept = Path(stack.enter_context(tempfile.TemporaryDirectory()), "stdin.txt")
    with kept.open("wb") as copy, _pipe(source) as pipe:
        shutil.copyfileobj(pipe, copy)
    return replace(source, file=str(kept), is_pipe=False, read_as=kept.name)


@contextmanager
def _pipe(source: Source) -> Iterator[BinaryIO]:
    if source.file == STANDARD_INPUT:
        yield sys.stdin.buffer
    else:
        with open(source.file, "rb") as opened:
            yield opened


def _read_part(file: str, part: Part, sha256: str | None, published: str | None) -> Article | Failure:
    """The article of a part, or its failure; ``archive.zip/may.jsonl#3`` is the third of a member."""
    path = "/".join(filter(None, (file, part.member))) + ("" if part.number is None else f"#{part.number}")
    if isinstance(part, BadPart):
        return read_failure(path, InputError(part.reason))
    return article(
        part.text,
        path=path,
        sha256=sha256,
        metadata=part.metadata,
        published=published,
        note=part.note,
        skip=part.skip,
        skipped=part.skipped,
        is_source=part.is_file,
    )


def read_failure(path: str, error: Exception) -> Failure:
    """The failure that an error in reading makes; what the system says of a file loses its number."""
    message = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Failure(path=path, stage="read", error=type(error).__name__, message=message)
