"""How exports are read: what is right of files whose articles are known, how fast, and in how much memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.exports import KINDS, Kind, stories
from benchmarks.fresh import fresh, peak_memory
from benchmarks.report import Chart, Section, Table, count
from benchmarks.setting import Setting
from benchmarks.shared import Shared
from factx.base import Failure, InputError
from factx.reading.article import Article
from factx.reading.files import read_articles
from factx.reading.formats import InputFile, ReadOptions, read_parts

TITLE = "Formats"
CHECKED = 200
"""Articles of a file whose values are held against what is known."""
QUICK = 20
REPEATS = 3
TIMES = 10
"""How many times as many articles the larger of two files holds."""
COLUMNS = ("title", "published", "publisher", "author", "text")
CASES = "cases/formats"
"""Where the shared sets have files with their right answers."""
NO_LIBRARY = "not installed: pip install '.[formats,parquet]'"
SLOW_GROWTH = 1.5
"""Times as much memory as that of the small file, beyond which a kind is not called flat."""

ABOUT_RIGHT = """\
Files of {articles} invented articles each, with the traps of their kinds ([exports](exports)): articles read, parts
that failed, and values that are right. What a kind does not say has no cell. NewsAPI's texts are those that it cuts."""
ABOUT_COST = f"""\
What it costs, in milliseconds of the processor an article (of some 200 words): a script with the library, which
decodes, parses, and takes out text and date of each article by the names that it knows, and nothing else
([libraries.py](exports/libraries.py)); raw articles (`read_parts`: the kind is told, all fields are found, faults are
minded); articles (`read_articles`: also repairs, header, dates, language, hash, copies). For pages the script has
trafilatura give text and metadata. The best of {{repeats}}. Memory is the most that a new process held that read to
articles a file of so many, and one of {TIMES} times as many; time, how many times as long it took for the larger one.
Whole pages have 100 kB of menus, scripts, other stories and remarks around the same text, of which the library makes
more than a reader that first takes them out."""
COST_COLUMNS = (
    "format",
    "articles",
    "library",
    "script",
    "raw",
    "of the script's",
    "to articles",
    "of raw",
    "MB",
    f"MB {TIMES}×",
    f"time {TIMES}×",
)


@dataclass(frozen=True, slots=True)
class Right:
    """What of a file was read: articles, parts that failed, and how many values of each column are right."""

    read: int
    failed: int
    columns: Counter[str]


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of a script with the library, to raw articles and to articles, for one file."""

    script: float
    parts: float
    articles: float


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds and the most memory of a process that reads a file to articles and keeps none."""

    seconds: float
    memory: float


def written(name: str, articles: int, folder: Path) -> Path:
    """A file of a kind with so many articles, and another name than that of other sizes."""
    path = folder / f"{articles}-{KINDS[name].file}"
    KINDS[name].write(stories(articles), path)
    return path


def read_text(item: Article) -> str:
    """The text in which facts are looked for: header lines and what archives add are in ``skip``."""
    kept, start = [], 0
    for begin, end in [*item.skip, (len(item.text), len(item.text))]:
        kept.append(item.text[start : max(start, begin)])
        start = max(start, end)
    return " ".join(kept)


def right(name: str, articles: int, folder: Path) -> Right:
    """What is right of a file, article by article in their order; white space does not count."""
    kind, path = KINDS[name], written(name, articles, folder)
    items = list(read_articles([path]))
    found = [item for item in items if not isinstance(item, Failure)]
    told = sorted(stories(articles), key=lambda story: story.publisher) if kind.is_sorted else stories(articles)
    columns: Counter[str] = Counter()
    for item, story in zip(found, told, strict=False):
        for column, value in kind.expected(story).items():
            shown = read_text(item) if column == "text" else getattr(item, column)
            columns[column] += _folded(shown) == _folded(value)
    return Right(len(found), len(items) - len(found), columns)


def _folded(value: str | None) -> str:
    return " ".join((value or "").split())


def cost(name: str, path: Path, repeats: int) -> Cost:
    """The best of some runs of each, in turns, in one process that has read the file before."""

    def parts() -> None:
        for _ in read_parts(InputFile.on_disk(path.name, path), ReadOptions()):
            pass

    steps: Sequence[Callable[[], object]] = (lambda: KINDS[name].parse(path), parts, lambda: _read(path))
    for step in steps:
        step()
    turns = [[_seconds(step) for step in steps] for _ in range(repeats)]
    return Cost(*map(min, zip(*turns, strict=True)))


def _seconds(step: Callable[[], object]) -> float:
    """The processor's time, on which other work of the machine bears little."""
    began = time.process_time()
    step()
    return time.process_time() - began


def _read(path: Path) -> int:
    return sum(1 for _ in read_articles([path]))


def run(path: Path) -> Run:
    """One reading of a file in a new process."""
    return Run(_seconds(lambda: _read(path)), peak_memory())


def measure(setting: Setting) -> Section:
    """The page's section."""
    with TemporaryDirectory() as folder:
        checked = {name: _checked(name, Path(folder), QUICK if setting.quick else CHECKED) for name in KINDS}
        costs = {name: _costs(name, kind, Path(folder), setting.quick) for name, kind in KINDS.items()}
    blocks: list[str | Table | Chart] = [
        ABOUT_RIGHT.format(articles=QUICK if setting.quick else CHECKED),
        Table(["format", "read", "failed", *COLUMNS], [[name, *cells] for name, cells in checked.items()]),
        *_shared_cases(setting.shared),
        ABOUT_COST.format(repeats=1 if setting.quick else REPEATS),
        Table(COST_COLUMNS, [[name, *cells] for name, (cells, _) in costs.items()]),
    ]
    whole = sum(not _is_lacking(cells) for cells in checked.values())
    flat = sum(is_flat for _, is_flat in costs.values())
    return Section(
        TITLE,
        blocks,
        f"{whole} of {len(KINDS)} kinds of files read without a fault; memory flat for {flat}",
    )


def _checked(name: str, folder: Path, articles: int) -> list[str]:
    kind = KINDS[name]
    found = fresh(right, name, articles, folder)
    says = kind.expected(next(stories(1)))
    shares = [f"{found.columns[column]}" if column in says else "" for column in COLUMNS]
    return [f"{found.read} of {articles}", str(found.failed), *shares]


def _is_lacking(cells: Sequence[str]) -> bool:
    """True if not all articles or values of a file are right."""
    read, failed, *values = cells
    got, wanted = read.split(" of ")
    return got != wanted or failed != "0" or any(value not in ("", wanted) for value in values)


def _costs(name: str, kind: Kind, folder: Path, quick: bool) -> tuple[list[str], bool]:
    """The cells of a kind, and whether its memory is flat."""
    few = QUICK if quick else kind.most // TIMES
    small, large = written(name, few, folder), written(name, TIMES * few, folder)
    try:
        taken = fresh(cost, name, small, 1 if quick else REPEATS)
        first, second = fresh(run, small), fresh(run, large)
    except (ImportError, InputError) as error:
        return [count(few), NO_LIBRARY if isinstance(error, ImportError) else "not read", *[""] * 8], False
    finally:
        small.unlink()
        large.unlink()
    milliseconds = [f"{1000 * seconds / few:.3f}" for seconds in (taken.script, taken.parts, taken.articles)]
    cells = [
        count(few),
        kind.library,
        milliseconds[0],
        milliseconds[1],
        f"{taken.parts / taken.script:.1f}",
        milliseconds[2],
        f"{taken.articles / taken.parts:.1f}",
        count(first.memory),
        count(second.memory),
        f"{second.seconds / first.seconds:.1f}",
    ]
    return cells, second.memory <= SLOW_GROWTH * first.memory


def _shared_cases(shared: Shared | None) -> list[str | Table | Chart]:
    """The shared files, judged by their own tool: which are right, and what it says last."""
    if shared is None or not (shared.folder / CASES).is_dir():
        return []
    command = [sys.executable, str(shared.tool("check_formats.py")), str(shared.folder / CASES)]
    *files, outcome = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    rows = [[name, "yes" if verdict == "right" else f"no {rest}"] for verdict, name, rest in map(_verdict, files)]
    return [f"Shared files of other hands: {outcome}.", Table(["file", "right"], rows)]


def _verdict(line: str) -> tuple[str, str, str]:
    verdict, name, *rest = line.split()
    return verdict, name, " ".join(rest)
