"""How fast factx reads, and where the time goes: whole runs, the bare model, each step, peers, very long lines.

``bare`` is the statistical pipeline alone (``nlp.pipe`` without our components) on the same texts: the speed limit of
any program that uses it. Every run has a process of its own and is given after loading; the best of a few counts,
because whatever else the machine does only ever adds time.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.fresh import fresh, peak_memory
from benchmarks.peers import DATE_FINDERS, QUANTITY_FINDERS
from benchmarks.report import NOT_INSTALLED, Chart, Section, Table, count
from benchmarks.setting import Setting
from benchmarks.workload import Workload, workload

if TYPE_CHECKING:
    from factx.run.extractor import Extractor

TITLE = "Speed"
REPEATS = 3
PIECES = ("1", ",", "$", "-", " ", "a", "A ", "2013 ", "one ", "1 and ")
MEGABYTE = 1_000_000
OUR_PIPES = ("factx_layout", "factx_scheme", "factx_who", "factx_dates", "factx_quantities", "factx_facts")
PEER_ARTICLES = 20
WARM_UP = 5


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds after loading, what was read, and the most memory that the process held."""

    seconds: float
    words: int
    sentences: int
    facts: int
    memory: float


def whole_run(model: str, work: Workload, workers: int = 1) -> Run:
    """Articles to results, as ``factx extract`` does it."""
    from factx.run.extractor import Extractor

    extractor, words = Extractor(model).load(), work.words()
    warm_up(extractor, work)
    sentences = facts = 0
    began = time.perf_counter()
    for result in extractor.pipe(work.told(), workers=workers):
        sentences += result.article.sentences or 0
        facts += len(result.facts)
    return Run(time.perf_counter() - began, words, sentences, facts, peak_memory())


def bare_run(model: str, work: Workload) -> Run:
    """The same texts through the model's own pipes alone, in batches as factx makes them."""
    from factx.model.parser import load_parser
    from factx.run.batches import MOST_ARTICLES

    nlp, words = load_parser(model), work.words()
    with nlp.select_pipes(disable=[name for name in OUR_PIPES if name in nlp.pipe_names]):
        list(nlp.pipe(item.text for item in work.articles()[:WARM_UP]))
        began = time.perf_counter()
        sentences = sum(
            sum(1 for _ in doc.sents) for doc in nlp.pipe((item.text for item in work.told()), batch_size=MOST_ARTICLES)
        )
        return Run(time.perf_counter() - began, words, sentences, 0, peak_memory())


def warm_up(extractor: Extractor, work: Workload) -> None:
    """Reads a few articles: lexicons are loaded when first asked for, which Start-up measures."""
    list(extractor.pipe(work.articles()[:WARM_UP]))


def best_of(repeats: int, model: str, work: Workload) -> tuple[Run, Run]:
    """The fastest whole run and the fastest bare run, taken in turns so that both meet the same machine."""
    turns = [(fresh(whole_run, model, work), fresh(bare_run, model, work)) for _ in range(repeats)]
    whole, bare = (min(runs, key=lambda run: run.seconds) for runs in zip(*turns, strict=True))
    return whole, bare


def stages(model: str, work: Workload) -> dict[str, float]:
    """Seconds that each stage takes, one after the other over all articles: reading, each pipe, rows, writing."""
    from factx.run.doc_mentions import mentions_of
    from factx.run.extractor import Extractor
    from factx.tables.assemble import make_result
    from factx.tables.write import writing_to

    extractor = Extractor(model).load()
    warm_up(extractor, work)
    taken: dict[str, float] = {}

    def timed(name: str, began: float) -> None:
        taken[name] = time.perf_counter() - began

    began = time.perf_counter()
    articles = list(work.told())
    timed("read files and headers", began)
    began = time.perf_counter()
    docs = [extractor.tokens_of(item) for item in articles]
    timed("words", began)
    for name, pipe in extractor.nlp.pipeline:
        began = time.perf_counter()
        docs = list(pipe.pipe(docs)) if hasattr(pipe, "pipe") else [pipe(doc) for doc in docs]
        timed(name, began)
    began = time.perf_counter()
    for item, doc in zip(articles, docs, strict=True):
        make_result(item, mentions_of(doc), extractor.rates, 0.0)
    timed("rows", began)
    results = [extractor.result_of(item, doc) for item, doc in zip(articles, docs, strict=True)]
    with TemporaryDirectory() as folder:
        began = time.perf_counter()
        with writing_to(Path(folder) / "out") as writer:
            for result in results:
                writer.add(result)
        timed("claims and tables", began)
    return taken


def peer_speed(kind: str, name: str, work: Workload) -> float | str:
    """Words a second of a finder of dates or quantities on whole articles, or why it could not be run."""
    articles = work.articles()[:PEER_ARTICLES]
    try:
        if kind == "dates":
            find = DATE_FINDERS[name]()
            read: Callable[[str], object] = lambda text: find(text, "2020-06-01")  # noqa: E731
        else:
            read = factx_amounts() if name == "factx" else QUANTITY_FINDERS[name]()
    except ImportError:
        return NOT_INSTALLED
    read(articles[0].text[:200])
    began = time.perf_counter()
    for item in articles:
        read(item.text)
    return sum(len(item.text.split()) for item in articles) / (time.perf_counter() - began)


def factx_amounts() -> Callable[[str], object]:
    """All that factx needs to find amounts: the default model, dates, amounts."""
    from factx.base.mentions import ArticleContext
    from factx.dates import find_dates
    from factx.measure import find_amounts
    from factx.model.parser import load_parser

    nlp, context = load_parser(), ArticleContext()

    def read(text: str) -> object:
        doc = nlp(text)
        return find_amounts(doc, context, find_dates(doc, context))

    return read


def long_lines(size: int) -> dict[str, tuple[str, float]]:
    """For each pure step the piece that takes it longest when a line of so many characters is made of it; seconds."""
    from factx.dates.find import find
    from factx.measure.candidates import find_candidates
    from factx.reading.header import read_header
    from factx.who.nations import find_nations

    readers: dict[str, Callable[[str], object]] = {
        "header": read_header,
        "dates": lambda text: find(text, None),
        "quantities": find_candidates,
        "nations": find_nations,
    }
    slowest: dict[str, tuple[str, float]] = {}
    for name, read in readers.items():
        for piece in PIECES:
            text = piece * (size // len(piece))
            began = time.perf_counter()
            read(text)
            seconds = time.perf_counter() - began
            slowest[name] = max(slowest.get(name, ("", 0.0)), (piece, seconds), key=lambda pair: pair[1])
    return slowest


def measure(setting: Setting) -> Section:
    """The page's section."""
    work, repeats = workload(setting), 1 if setting.quick else REPEATS
    runs = {model: best_of(repeats, model, work) for model in setting.models}
    first = setting.models[0]
    taken = fresh(stages, first, work)
    total = sum(taken.values())
    size = MEGABYTE // 10 if setting.quick else MEGABYTE
    lines = fresh(long_lines, size)
    whole = runs[first][0]
    return Section(
        TITLE,
        [
            f"{len(work.articles())} articles, each told {work.copies} times, {count(whole.words)} words; one process, "
            f"one thread, after loading and a few articles; the best of {repeats}. Compare ratios, not seconds: they "
            "depend on the machine. Bare is the statistical model alone.",
            Table(
                ["", "words/s", "sentences/s", "bare words/s", "of bare", "peak MB", "bare peak MB", "facts"],
                [[model, *_run_cells(*pair)] for model, pair in runs.items()],
            ),
            f"Where the time goes (`{first}`):",
            Table(
                ["stage", "seconds", "share"],
                [[name, f"{seconds:.2f}", f"{seconds / total:.1%}"] for name, seconds in taken.items()],
            ),
            f"Beside peers, {min(PEER_ARTICLES, len(work.articles()))} whole articles. For dates none of them parses; "
            "for quantities factx's time is that of its default model and rules, while the peers use no model.",
            Table(["", "words/s", "of factx's speed"], _peer_rows(work)),
            f"A line of {count(size)} characters of one piece, the slowest piece of {len(PIECES)}:",
            Table(
                ["step", "piece", "seconds"],
                [[name, f"`{piece}`", f"{seconds:.2f}"] for name, (piece, seconds) in lines.items()],
            ),
            Chart(
                "speed",
                "Words a second, one process",
                "",
                "words/s",
                list(runs),
                {
                    "factx": [one.words / one.seconds for one, _ in runs.values()],
                    "the model alone": [bare.words / bare.seconds for _, bare in runs.values()],
                },
            ),
            Chart("stages", f"Seconds by stage ({first})", "", "seconds", list(taken), {"": list(taken.values())}),
        ],
        "; ".join(f"{model} {_in_brief(*pair)}" for model, pair in runs.items()),
    )


def _in_brief(whole: Run, bare: Run) -> str:
    speed, ratio = count(whole.words / whole.seconds), bare.seconds / whole.seconds
    return f"{speed} words/s, {ratio:.2f} of the bare model's speed, {count(whole.memory)} MB at most"


def _run_cells(whole: Run, bare: Run) -> list[str]:
    return [
        count(whole.words / whole.seconds),
        count(whole.sentences / whole.seconds),
        count(bare.words / bare.seconds),
        f"{bare.seconds / whole.seconds:.2f}",
        count(whole.memory),
        count(bare.memory),
        count(whole.facts),
    ]


def _peer_rows(work: Workload) -> list[list[str]]:
    rows = []
    for kind, names in {"dates": list(DATE_FINDERS), "quantities": ["factx", *QUANTITY_FINDERS]}.items():
        speeds = {name: fresh(peer_speed, kind, name, work) for name in names}
        ours = speeds["factx"]
        assert isinstance(ours, float)
        for name, speed in speeds.items():
            cells = [speed, ""] if isinstance(speed, str) else [count(speed), f"{speed / ours:.2f}"]
            rows.append([f"{kind}: {name}", *cells])
    return rows
