"""Files and folders of articles, read one at a time in path order; what cannot be read becomes a ``Failure``."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from factx.base import Failure, InputError, content_id, lexicon
from factx.reading.encoding import decode
from factx.reading.header import Header, read_header
from factx.reading.language import language_of, not_english

SUFFIXES = (".txt", ".json", ".jsonl", ".csv")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Header):
    """One article: its text, which all offsets refer to, and all that its header says.

    ``article_id`` is a content hash; ``skipped`` says why an article is not processed, ``note`` what in its metadata
    was not understood.
    """

    text: str
    article_id: str
    path: str | None = None
    sha256: str | None = None
    skipped: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to read: ``path`` is what the tables call it, ``file`` where it lies."""

    path: str
    file: str


def article(
    text: str,
    *,
    path: str = "",
    sha256: str | None = None,
    metadata: Mapping[str, str] | None = None,
    published: str | None = None,
) -> Article:
    """The article that a text makes, with the header it carries; ``published`` (ISO 8601) fills in last.

    >>> article("LIMA (Reuters) - Two miners died.", published="2019-05-04").publisher
    'Reuters'
    """
    text = _LONE_SURROGATE.sub("\ufffd", text)
    header = read_header(text, path, metadata or {}, published)
    language = header.language or language_of(text)
    said: dict[str, Any] = asdict(header) | {"language": None if language == "other" else language}
    return Article(
        **said,
        text=text,
        article_id=content_id(text),
        path=path or None,
        sha256=sha256,
        skipped=not_english(language),
        note=_note((metadata or {}).get("published"), header),
    )


def _note(date: str | None, header: Header) -> str | None:
    """What to say of a date in the metadata that is none, or whose day and month could be swapped."""
    if not date or header.published_from == "metadata":
        return None
    return f"the date '{date[:40]}' was not understood; write it as 2017-03-22"


def read_articles(paths: Iterable[str | Path], published: str | None = None) -> Iterator[Article | Failure]:
    """The articles of files and folders (recursively), sorted by path, one at a time.

    A file that cannot be read yields a ``Failure`` and the reading goes on. The same article a second time (same text,
    title and date) is marked ``skipped``. A path that does not exist raises ``InputError``.
    """
    return read_sources(find_sources(paths), published)


def read_sources(sources: Iterable[Source], published: str | None = None) -> Iterator[Article | Failure]:
    """The articles of the files that ``find_sources`` found, as ``read_articles`` yields them."""
    first: dict[str, tuple[str | None, ...]] = {}
    for source in sources:
        for item in read_source(source, published):
            yield item if isinstance(item, Failure) else _told_once(item, first)


def _told_once(item: Article, first: dict[str, tuple[str | None, ...]]) -> Article:
    """The article with an id of its own, marked as skipped where an earlier one says the same."""
    told = first.setdefault(item.article_id, (item.title, item.published, item.path))
    if told[2] == item.path:
        return item
    again = replace(item, article_id=content_id(item.article_id, item.path))
    same = told[:2] == (item.title, item.published)
    return replace(again, skipped=f"the same article as {told[2]}") if same else again


def find_sources(paths: Iterable[str | Path], leave_out: str | Path | None = None) -> list[Source]:
    """The files to read, sorted by the path that the tables give them.

    Folders yield their ``.txt``, ``.json``, ``.jsonl`` and ``.csv`` files, hidden ones left out; where several paths
    are given, a folder's name comes first in ``path``. ``leave_out`` is a folder not to look into (that of the tables).
    Raises ``InputError`` for a path that does not exist and for a folder without articles.
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


def read_source(source: Source, published: str | None = None) -> Iterator[Article | Failure]:
    """The articles of one file: one for ``.txt``, one or a list for ``.json``, a row each for tables."""
    try:
        data = Path(source.file).read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        text = decode(data)
        items = _items(source.path, text)
    except (InputError, OSError) as error:
        yield _failure(source.path, error)
        return
    for path, item in items:
        try:
            yield _article_of(item, path, sha256, published)
        except InputError as error:
            yield _failure(path, error)


def _items(path: str, text: str) -> Iterable[tuple[str, Any]]:
    """The articles' raw content with the path of each; ``archive.jsonl#3`` is the third row of a file."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix == ".txt":
        return [(path, text)]
    if suffix == ".json":
        content = _parsed(text)
        several = isinstance(content, list)
        return _numbered(path, content) if several else [(path, content)]
    if suffix == ".jsonl":
        return _numbered(path, (_row(line) for line in text.split("\n") if line.strip()))
    if suffix == ".csv":
        return _numbered(path, _csv_rows(text))
    raise InputError(f"'{suffix or path}' is no kind of file that factx reads: {', '.join(SUFFIXES)}")


def _numbered(path: str, items: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    return ((f"{path}#{number}", item) for number, item in enumerate(items, start=1))


def _row(line: str) -> Any:
    """The row of a ``.jsonl`` file, or the error in its place: one bad line does not spoil the others."""
    try:
        return _parsed(line)
    except InputError as error:
        return error


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise InputError("not an article: the JSON is nested too deeply") from None


def _csv_rows(text: str) -> list[dict[str, str]]:
    csv.field_size_limit(2**31 - 1)
    try:
        reader = csv.DictReader(text.splitlines(keepends=True), strict=True, restkey="more cells than the header")
        _text_key(dict.fromkeys(reader.fieldnames or (), ""))
        return list(reader)
    except csv.Error as error:
        raise InputError(f"not a valid CSV table: {error}") from None


def _article_of(item: Any, path: str, sha256: str, published: str | None) -> Article:
    if isinstance(item, InputError):
        raise item
    if isinstance(item, str):
        return _checked(article(item, path=path, sha256=sha256, published=published))
    if not isinstance(item, dict):
        raise InputError(f"a {type(item).__name__} where an article belongs: an object with 'text', 'title' and 'date'")
    text = _text_of(item)
    return _checked(article(text, path=path, sha256=sha256, metadata=_metadata(item), published=published))


def _checked(found: Article) -> Article:
    if not found.text.strip():
        raise InputError("the text is empty")
    return found


def _text_of(item: Mapping[str, Any]) -> str:
    """The text of an article's fields."""
    key = _text_key(item)
    if not isinstance(item[key], str):
        raise InputError(f"the field '{key}' is a {type(item[key]).__name__}; it must be a string")
    text: str = item[key]
    return text


def _text_key(item: Mapping[str, Any]) -> str:
    """The first text field that is there (``text`` before ``body``)."""
    key = next((key for field, key in _field_keys() if field == "text" and item.get(key) is not None), None)
    if key is None:
        fields = ", ".join(map(repr, list(item)[:8])) or "none"
        raise InputError(f"no text: the article needs a field 'text' (fields found: {fields})")
    return key


def _metadata(item: Mapping[str, Any]) -> dict[str, str]:
    """The other fields that factx knows, under its own names; the first filled one counts."""
    values: dict[str, str] = {}
    for field, key in _field_keys():
        if field != "text" and field not in values and (written := _written(item.get(key))):
            values[field] = written
    return values


def _written(value: Any) -> str | None:
    """A string or number as written, a list of strings (authors) joined; None for all else."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return _LONE_SURROGATE.sub("\ufffd", value).strip() if isinstance(value, str) else None


@lru_cache(maxsize=1)
def _field_keys() -> tuple[tuple[str, str], ...]:
    return tuple((row["field"], row["key"]) for row in lexicon.read("reading/article_fields"))


def _failure(path: str, error: Exception) -> Failure:
    message = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Failure(path=path, stage="read", error=type(error).__name__, message=message)
