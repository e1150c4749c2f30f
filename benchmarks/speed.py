"""How fast factx is and what memory it takes: whole runs, each step, more articles, more workers, very long lines.

    python benchmarks/speed.py FOLDER [--model MODEL] [--copies N]

FOLDER holds articles as ``factx extract`` reads them; they are told N times over, each time with a line of its own, so
that none is skipped as a repeat. Everything is measured on this machine in one run: compare ratios, not seconds.
``bare`` is the statistical pipeline alone on the same texts, the speed limit of any pipeline that uses it.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from typing import Any

from factx.dates.find import find
from factx.extraction import Extractor
from factx.header import read_header
from factx.measure.candidates import find_candidates
from factx.pipeline import STEPS
from factx.read import Article, read_articles
from factx.who.nations import find_nations

PIECES = ("1", ",", "$", "-", " ", "a", "A ", "2013 ", "one ", "1 and ")
READERS: dict[str, Callable[[str], object]] = {
    "header": read_header,
    "dates": lambda text: find(text, None),
    "quantities": find_candidates,
    "nations": find_nations,
}
MEGABYTE = 1_000_000


def told(articles: list[Article], copies: int) -> Iterator[Article]:
    """The articles over and over, each copy with its number in a last line."""
    for copy in range(copies):
        for item in articles:
            yield replace(item, article_id=f"{item.article_id}{copy}", text=f"{item.text}\n\nCopy {copy} ends here.")


def words(articles: list[Article], copies: int) -> int:
    return copies * sum(len(item.text.split()) for item in articles)


def run(folder: str, model: str, copies: int, workers: int) -> tuple[float, int, float]:
    """Seconds after loading, number of facts, and peak memory in MB of this process."""
    articles = [item for item in read_articles([folder]) if isinstance(item, Article)]
    extractor = Extractor(model).load()
    began = time.perf_counter()
    facts = sum(len(result.facts) for result in extractor.pipe(told(articles, copies), workers=workers))
    return time.perf_counter() - began, facts, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(*settings: Any) -> tuple[float, int, float]:
    """``run`` in a process of its own, so that peak memory is that run's alone."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(run, *settings).result()


def steps(folder: str, model: str, copies: int) -> dict[str, float]:
    """Seconds that each pipe of the pipeline takes; ``rows`` is all that comes after the pipeline."""
    articles = [item for item in read_articles([folder]) if isinstance(item, Article)]
    extractor = Extractor(model).load()
    taken: dict[str, float] = {}
    for item in told(articles, copies):
        doc = extractor.nlp.make_doc(item.text)
        for name, pipe in extractor.nlp.pipeline:
            began = time.perf_counter()
            doc = pipe(doc)
            taken[name] = taken.get(name, 0.0) + time.perf_counter() - began
    return taken


def long_lines() -> Iterator[tuple[str, str, float]]:
    """Step, what the megabyte is made of, seconds: for each step the piece that takes longest."""
    for name, read in READERS.items():
        slowest = ("", 0.0)
        for piece in PIECES:
            text = piece * (MEGABYTE // len(piece))
            began = time.perf_counter()
            read(text)
            slowest = max(slowest, (piece, time.perf_counter() - began), key=lambda pair: pair[1])
        yield name, *slowest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--model", default="accurate")
    parser.add_argument("--copies", type=int, default=8)
    options = parser.parse_args()
    articles = [item for item in read_articles([options.folder]) if isinstance(item, Article)]
    count = words(articles, options.copies)
    print(f"{options.model}: {len(articles)} articles, {count} words in {options.copies} copies")

    taken = steps(options.folder, options.model, options.copies)
    rules = sum(seconds for name, seconds in taken.items() if name in STEPS)
    bare = sum(taken.values()) - rules
    for name, seconds in taken.items():
        print(f"  {name:<22} {seconds:6.2f} s  {seconds / sum(taken.values()):5.1%}")
    print(f"  bare {count / bare:.0f} words/s; our steps take {rules / (rules + bare):.1%} of the pipeline's time")

    one = measured(options.folder, options.model, options.copies, 1)
    five = measured(options.folder, options.model, 5 * options.copies, 1)
    two = measured(options.folder, options.model, options.copies, 2)
    print(f"whole run {count / one[0]:.0f} words/s = {bare / one[0]:.2f} of bare; {one[1]} facts; {one[2]:.0f} MB")
    print(f"five times the articles: {five[2] / one[2]:.2f} times the memory, {five[0] / one[0]:.2f} times the time")
    print(f"two workers: {one[0] / two[0]:.2f} times as fast; the same number of facts: {one[1] == two[1]}")

    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "factx", "--help"], check=True, capture_output=True)
    print(f"factx --help {time.perf_counter() - began:.2f} s")
    for name, piece, seconds in long_lines():
        print(f"a megabyte in one line, {name}: {seconds:.2f} s at most (of {piece!r})")


if __name__ == "__main__":
    main()
