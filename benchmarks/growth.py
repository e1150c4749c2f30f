"""How time and memory grow: with the number of articles, with the length of one article, and with a second worker."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from benchmarks.fresh import fresh, peak_memory
from benchmarks.report import Chart, Section, Table, count
from benchmarks.setting import Setting
from benchmarks.speed import Run, warm_up, whole_run
from benchmarks.workload import Workload, workload
from factx.reading.article import article

TITLE = "Growth"
FOLDERS = (1, 2, 5)
LENGTHS = (500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000)


@dataclass(frozen=True, slots=True)
class OneArticle:
    """One article of so many words: seconds, facts, and the most memory that the process held."""

    words: int
    seconds: float
    facts: int
    memory: float


def one_article(model: str, work: Workload, words: int) -> OneArticle:
    """An article made of the paragraphs of others, read as one."""
    from factx.run.extractor import Extractor

    extractor = Extractor(model).load()
    parts: list[str] = []
    length = 0
    for item in work.times(max(1, 2 * words // work.words() + 1)).told():
        for paragraph in item.text.split("\n\n"):
            if length < words:
                parts.append(paragraph)
                length += len(paragraph.split())
    made = article("\n\n".join(parts), published="2020-05-20")
    warm_up(extractor, work)
    began = time.perf_counter()
    result = extractor.read(made)
    return OneArticle(length, time.perf_counter() - began, len(result.facts), peak_memory())


def measure(setting: Setting) -> Section:
    """The page's section."""
    model, work = setting.models[0], workload(setting)
    runs = {factor: fresh(whole_run, model, work.times(factor)) for factor in FOLDERS}
    one, two = runs[FOLDERS[1]], fresh(whole_run, model, work.times(FOLDERS[1]), 2)
    lengths = LENGTHS[:4] if setting.quick else LENGTHS
    articles = [fresh(one_article, model, work, words) for words in lengths]
    base, last = runs[FOLDERS[0]], runs[FOLDERS[-1]]
    factor = FOLDERS[-1] // FOLDERS[0]
    return Section(
        TITLE,
        [
            f"More articles (`{model}`, one process, after loading): {factor} times the articles take "
            f"{last.memory / base.memory:.2f} times the memory and {last.seconds / base.seconds:.2f} times the time.",
            Table(
                ["articles told over", "words", "seconds", "words/s", "peak MB"],
                [[f"{factor}×", *_cells(run)] for factor, run in runs.items()],
            ),
            f"Two workers are {one.seconds / two.seconds:.2f} times as fast as one on {os.cpu_count()} cores, starting "
            f"them included; the same number of facts: {'yes' if one.facts == two.facts else 'NO'}.",
            Table(
                ["workers", "words", "seconds", "words/s", "peak MB of the main process"],
                [["1", *_cells(one)], ["2", *_cells(two)]],
            ),
            "One longer and longer article:",
            Table(
                ["words", "seconds", "ms per 1,000 words", "peak MB", "facts"],
                [
                    [
                        count(item.words),
                        f"{item.seconds:.2f}",
                        count(1e6 * item.seconds / item.words),
                        count(item.memory),
                        str(item.facts),
                    ]
                    for item in articles
                ],
            ),
            Chart(
                "article_length",
                "One article: time per 1,000 words",
                "words in the article",
                "ms per 1,000 words",
                [float(item.words) for item in articles],
                {model: [1e6 * item.seconds / item.words for item in articles]},
            ),
            Chart(
                "memory",
                "Peak memory",
                "words in all",
                "MB",
                [float(run.words) for run in runs.values()],
                {"many articles": [run.memory for run in runs.values()]},
            ),
        ],
        f"{factor} times the articles: {last.memory / base.memory:.2f} times the memory, "
        f"{last.seconds / base.seconds:.2f} times the time; two workers {one.seconds / two.seconds:.2f} times as fast",
    )


def _cells(run: Run) -> list[str]:
    return [count(run.words), f"{run.seconds:.1f}", count(run.words / run.seconds), count(run.memory)]
