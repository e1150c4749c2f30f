"""Other ways to the same: an article among others, in pieces, explained, in other formats. Each is a law.

They cost more than reading does, so each input is tried in one way, by its number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.fuzz.laws import misplaced, untyped
from factx.explain import Ink, explanation
from factx.facts import FactFinder
from factx.model import reader_of
from factx.reading import Article, article
from factx.run import Extractor, memory, pieces
from factx.run import extractor as extracting
from factx.tables import Result, read_tables, writing_to

Way = Callable[[Extractor, Article, Result], Iterator[str]]
_FORMATS = ("csv", "parquet", "duckdb")
_SHORT = 160
"""Characters of a piece, so that short articles have several."""
_NEIGHBOUR = article("Police arrested 14 traders on Monday. Two of them were charged.", published="2020-05-20")


@contextmanager
def _other(module: Any, name: str, value: object) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


def among_others(extractor: Extractor, item: Article, result: Result) -> Iterator[str]:
    """In a batch, the result is what it is alone."""
    if extractor.read_all([_NEIGHBOUR, item, _NEIGHBOUR])[1] != result:
        yield "among others, the result is another"


def forgetting(extractor: Extractor, item: Article, result: Result) -> Iterator[str]:
    """With words that are forgotten behind it, the result is the same, and so is that of the next article."""
    with _other(memory, "MOST_STRINGS", 0):
        forgotten = [extractor.read(item), extractor.read(item)]
    if forgotten != [result, result]:
        yield "with a vocabulary that forgets, the result is another"


def in_pieces(extractor: Extractor, item: Article, result: Result) -> Iterator[str]:
    """In short pieces, every row still lies where it says, and cells are of their types."""
    with _other(extracting, "pieces_of", partial(pieces.pieces_of, longest=_SHORT)):
        whole = extractor.read(item)
    if not whole.shortfalls:
        yield from (f"in pieces, {told}" for told in (*misplaced(item, whole), *untyped(whole)))


def explained(extractor: Extractor, item: Article, result: Result) -> Iterator[str]:
    """Every sentence can be explained."""
    finder = _finder(extractor)
    doc = extractor.doc(item)
    for sentence in doc.sents:
        list(explanation(doc, sentence, result.facts, finder, Ink(False)))
    yield from ()


@cache
def _finder(extractor: Extractor) -> FactFinder:
    return FactFinder.load(None, reader_of(extractor.nlp))


def in_other_formats(extractor: Extractor, item: Article, result: Result) -> Iterator[str]:
    """CSV, Parquet and DuckDB are read back as the same frames."""
    frames = []
    for name in _FORMATS:
        with TemporaryDirectory() as folder:
            with writing_to(folder, [name], all_texts=True) as writer:
                writer.add(result)
            frames.append(read_tables(folder))
    for name, other in zip(_FORMATS[1:], frames[1:], strict=True):
        changed = [table for table, frame in frames[0].items() if not frame.equals(other[table])]
        yield from (f"{table}: CSV and {name} are read back as different frames" for table in changed)


CHEAP: tuple[Way, ...] = (among_others, forgetting, in_pieces)
DEAR: tuple[Way, ...] = (explained, in_other_formats)
_DEAR_EACH = 20
"""Of so many inputs one is tried in a way that takes ten times as long as the others."""


def other_ways(extractor: Extractor, item: Article, result: Result, number: int) -> Iterator[str]:
    """What breaks the law that an input of this number is tried by."""
    turn, is_cheap = divmod(number, _DEAR_EACH)
    ways = CHEAP if is_cheap else DEAR
    yield from ways[(turn + is_cheap) % len(ways)](extractor, item, result)
