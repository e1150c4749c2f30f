"""One input, tried: what is read of it, what breaks a law, and what it costs."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.fresh import peak_memory
from benchmarks.fuzz.laws import broken, ill_told
from benchmarks.fuzz.seeds import PLAIN, Recipe
from benchmarks.fuzz.ways import other_ways
from factx.base import Failure, InputError
from factx.base import note_failure as noted
from factx.reading import Article, UnreadFiles, article
from factx.reading.files import read_source
from factx.reading.sources import Source
from factx.run import Extractor, components
from factx.tables import Result

_FIGURES = re.compile(r"\d+")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_PACKAGE = "/src/factx/"
_EXTRACTED = 2
"""Articles of a file that are extracted, not only read: texts have a hunt of their own."""
_LONGEST = 6_000
"""Characters of an article of a file that is extracted."""
_ACCURATE_EACH = 5
"""Of so many texts one is read with the slower model."""
MUCH_MEMORY = 400.0
"""MB by which one small input may raise what the process holds."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A law that an input breaks; ``sign`` is the same for inputs that break it in one way."""

    sign: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of an input: its faults, and seconds of the processor for so many kB."""

    faults: tuple[Fault, ...]
    seconds: float = 0.0
    size: float = 0.0

    @property
    def pace(self) -> float:
        """Seconds a kB; a short input counts as one of 1 kB."""
        return self.seconds / max(self.size, 1.0)


@cache
def extractor(model: str) -> Extractor:
    """The extractor of a model, loaded once; steps that fail leave their traceback in ``_raised``."""
    components.note_failure = _note  # type: ignore[attr-defined]
    return Extractor(model).load()


_raised: list[Exception] = []


def _note(doc: Any, stage: str, error: Exception) -> None:
    _raised.append(error)
    noted(doc, stage, error)


def try_text(recipe: Recipe) -> Trial:
    """Read a text as an article; what it costs to try it in other ways does not count."""
    began = time.process_time()
    try:
        read = article(recipe.text, path=recipe.name, published=recipe.published)
    except Exception as error:
        return Trial((_of_error("read", error),))
    result, faults = _extracted(read, recipe.number)
    seconds = time.process_time() - began
    return Trial((*faults, *_other_faults(read, result, recipe.number)), seconds, len(recipe.text) / 1000)


def _extracted(read: Article, number: int) -> tuple[Result | None, list[Fault]]:
    """The result of an article, if it is to have one, and the errors on the way to it."""
    _raised.clear()
    if read.skipped:
        return None, []
    try:
        result = _model(number).read(read)
    except InputError:
        return None, []
    except Exception as error:
        return None, [_of_error("extract", error)]
    failed = zip(result.shortfalls, _raised, strict=False)
    return result, [_of_error(failure.stage or "", error) for failure, error in failed]


def _other_faults(read: Article, result: Result | None, number: int) -> Iterator[Fault]:
    """Laws that a result breaks; where a step has failed, only that is told."""
    if result is None or result.shortfalls:
        return
    yield from (Fault(_sign(told), told) for told in broken(read, result))
    try:
        yield from [Fault(_sign(told), told) for told in other_ways(_model(number), read, result, number)]
    except Exception as error:
        yield _of_error("another way", error)


def _model(number: int) -> Extractor:
    return extractor("accurate" if number % _ACCURATE_EACH == 0 else "fast")


def try_file(recipe: Recipe) -> Trial:
    """Read a file to its articles, twice, and extract the first of them."""
    try:
        data = recipe.data()
    except ValueError:
        return Trial(())
    before = peak_memory()
    with TemporaryDirectory() as folder:
        path = Path(folder, recipe.name)
        path.write_bytes(data)
        began = time.process_time()
        try:
            items = _items(path, recipe)
            seconds = time.process_time() - began
            faults = list(_faults_of_items(items, recipe.number))
            if _items(path, recipe) != items:
                faults.append(Fault("read: read again, the articles are others"))
        except Exception as error:
            return Trial((_of_error("read", error),))
    if peak_memory() - before > MUCH_MEMORY:
        faults.append(Fault(f"memory: {recipe.kind}", f"{peak_memory() - before:.0f} MB for {len(data)} bytes"))
    return Trial(tuple(faults), seconds, len(data) / 1000)


def _items(path: Path, recipe: Recipe) -> list[Article | Failure]:
    return list(read_source(Source(path.name, str(path)), recipe.published, unread=UnreadFiles()))


def _faults_of_items(items: list[Article | Failure], number: int) -> Iterator[Fault]:
    for item in items:
        if isinstance(item, Failure):
            yield from (Fault(_sign(told), told) for told in ill_told(item))
        elif any(not 0 <= start <= end <= len(item.text) for start, end in item.skip):
            yield Fault("read: a header outside the text", str(item.skip))
    read = [item for item in items if isinstance(item, Article) and len(item.text) <= _LONGEST]
    for item in read[:_EXTRACTED]:
        result, faults = _extracted(item, number)
        yield from (*faults, *_other_faults(item, result, number))


def trial(recipe: Recipe) -> Trial:
    """Try an input of either kind."""
    return (try_text if recipe.kind == PLAIN else try_file)(recipe)


def _of_error(stage: str, error: Exception) -> Fault:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _PACKAGE in frame.filename]
    where = f"{frames[-1].filename.rpartition(_PACKAGE)[2]}:{frames[-1].name}" if frames else "outside"
    return Fault(f"{stage}: {type(error).__name__} in {where}", "".join(traceback.format_exception(error)))


def _sign(told: str) -> str:
    """What is the same of a fault for all inputs: no figures, nothing quoted, no row."""
    head = ": ".join(told.split(": ")[:2])
    return _FIGURES.sub("0", _QUOTED.sub("", head))[:120].strip()
