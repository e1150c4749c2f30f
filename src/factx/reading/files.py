"""Files and folders of articles: found, put in the order of their paths, and read one at a time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from factx.base import Failure, InputError, content_id
from factx.reading.article import Article, article
from factx.reading.formats import BadPart, InputFile, ReadOptions, read_parts
from factx.reading.formats.parts import Part
from factx.reading.formats.registry import SUFFIXES


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to read: ``path`` is its name in the tables, ``file`` its place on the disk."""

    path: str
    file: str


def find_sources(paths: Iterable[str | Path], leave_out: str | Path | None = None) -> list[Source]:
    """Find the files to read, sorted by their paths in the tables.

    Folders yield the files of the kinds that are read, hidden ones left out; of several folders, each
    one's name comes first in ``path``. ``leave_out`` is a folder not to look into (that of the
    tables). Raises ``InputError`` for a path that does not exist and for a folder without articles.
    """
    folders = [Path(path) for path in paths]
    several = len(folders) > 1
    sources: list[Source] = []
    for folder in folders:
        if folder.is_dir():
            sources.extend(_in_folder(folder, several, leave_out))
        elif folder.exists():
            sources.append(Source(folder.name, str(folder)))
        else:
            raise InputError(
                f"{folder}: no such file or folder; give the path of an article or of a folder of articles"
            )
    return sorted(dict.fromkeys(sources))


def _in_folder(folder: Path, several: bool, leave_out: str | Path | None) -> list[Source]:
    prefix = f"{folder.resolve().name}/" if several else ""
    closed = Path(leave_out).resolve() if leave_out else None
    found: list[Source] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name[0] != "." and Path(parent, name).resolve() != closed]
        wanted = [Path(parent) / name for name in names if name.lower().endswith(SUFFIXES) and name[0] != "."]
        found.extend(Source(prefix + file.relative_to(folder).as_posix(), str(file)) for file in wanted)
    if not found:
        raise InputError(f"{folder}: no articles in this folder; factx reads {', '.join(SUFFIXES)} files")
    return found


def read_articles(paths: Iterable[str | Path], published: str | None = None) -> Iterator[Article | Failure]:
    """Read the articles of files and folders (recursively), sorted by path, one at a time.

    A file that cannot be read yields a ``Failure``; the others are read. The same article a second
    time (same text, title and date) is marked ``skipped``. ``published`` (ISO 8601) is the day of
    articles that give none. Raises ``InputError`` for a path that does not exist.
    """
    return read_sources(find_sources(paths), published)


def read_sources(sources: Iterable[Source], published: str | None = None) -> Iterator[Article | Failure]:
    """Read the articles of the files that ``find_sources`` found, as ``read_articles`` yields them."""
    first: dict[str, tuple[str | None, ...]] = {}
    for source in sources:
        for item in read_source(source, published):
            yield item if isinstance(item, Failure) else _mark_repeated(item, first)


def read_source(
    source: Source, published: str | None = None, options: ReadOptions | None = None
) -> Iterator[Article | Failure]:
    """Read the articles of one file; a part that is none, or the file if it cannot be read, is a failure."""
    try:
        with Path(source.file).open("rb") as opened:
            sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
        for part in read_parts(InputFile.on_disk(source.path, source.file), options or ReadOptions()):
            yield _read_part(source.path, part, sha256, published)
    except (InputError, OSError) as error:
        yield read_failure(source.path, error)


def _read_part(file: str, part: Part, sha256: str, published: str | None) -> Article | Failure:
    """The article of a part, or its failure; ``archive.jsonl#3`` is the third of its file."""
    path = file if part.number is None else f"{file}#{part.number}"
    if isinstance(part, BadPart):
        return read_failure(path, InputError(part.reason))
    return article(part.text, path=path, sha256=sha256, metadata=part.metadata, published=published, note=part.note)


def read_failure(path: str, error: Exception) -> Failure:
    """The failure that an error in reading makes; what the system says of a file loses its number."""
    message = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Failure(path=path, stage="read", error=type(error).__name__, message=message)


def _mark_repeated(item: Article, first: dict[str, tuple[str | None, ...]]) -> Article:
    """Skip an article that an earlier one repeats word for word; ids differ between files.

    ``first`` holds title, day and path of the first article with each text.
    """
    earlier = first.setdefault(item.article_id, (item.title, item.published, item.path))
    if earlier[2] == item.path:
        return item
    again = replace(item, article_id=content_id(item.article_id, item.path))
    same = earlier[:2] == (item.title, item.published)
    return replace(again, skipped=f"the same article as {earlier[2]}") if same else again
