"""How well time expressions are found and resolved: annotated articles (TempEval-3 rules) and short cases, with peers.

The articles are judged by the shared ``score_dates.py``: strict and relaxed spans, types and values. Each finder runs
in a process of its own, on the same texts, and is told the same publication date.
"""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.found import FindDates, FoundDate
from benchmarks.fresh import fresh
from benchmarks.peers import DATE_FINDERS
from benchmarks.report import NOT_INSTALLED, Chart, Section, Table, count, share
from benchmarks.scores import Metric, score_of
from benchmarks.setting import QUICK_ARTICLES, Setting
from benchmarks.shared import Shared, subset
from benchmarks.temporal import CasesRight, judged, read_cases

TITLE = "Dates"
KINDS = ("strict", "relaxed", "type", "value")
SUBTYPES = ("date", "daterange", "datetime", "datetimerange", "duration", "set")
Report = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """An article with date gold: id, publication date, text."""

    name: str
    published: str | None
    text: str


def pages(gold: Path) -> Iterator[Page]:
    """The articles that have date gold."""
    for path in sorted((gold / "dates").glob("*.json")):
        about = json.loads(path.read_text(encoding="utf-8"))
        text = json.loads((gold / "articles" / path.name).read_text(encoding="utf-8"))["text"]
        yield Page(about["id"], about["published"], text)


def scored(shared: Shared, gold: Path, found: dict[str, list[FoundDate]], out: Path) -> Report:
    """What the shared scorer says of the expressions found in each article."""
    out.mkdir(parents=True)
    rows = [
        [name, item.start, item.end, item.text, item.type, item.value]
        for name, items in found.items()
        for item in items
    ]
    _write(out / "articles.csv", ["article_id", "path"], [[name, f"{name}.json"] for name in found])
    _write(out / "dates.csv", ["article_id", "char_start", "char_end", "text", "type", "value"], rows)
    return scored_tables(shared, gold, out)


def scored_tables(shared: Shared, gold: Path, tables: Path) -> Report:
    """What the shared scorer says of a folder of tables."""
    return shared.run("score_dates.py", gold, tables)


def metrics(report: Report, name: str) -> dict[str, Metric]:
    """The figures that the gate holds."""
    return {f"dates.{name}.{kind}.f1": Metric(score_of(report[kind]).f1, report["gold"]) for kind in KINDS}


def _write(path: Path, header: list[str], rows: list[list[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


@dataclass(frozen=True)
class Measured:
    """What one finder reaches: the scorer's report, the short cases, words a second."""

    report: Report
    newslike: CasesRight
    other: CasesRight
    words_per_s: float


def run_finder(name: str, shared: Shared, quick: bool) -> Measured | str:
    """One finder on everything, or why it could not be run."""
    try:
        finder: FindDates = DATE_FINDERS[name]()
    except ImportError:
        return NOT_INSTALLED
    with TemporaryDirectory() as folder:
        texts = list(pages(shared.gold))[: QUICK_ARTICLES if quick else None]
        gold = subset(shared.gold, [page.name for page in texts], Path(folder) / "gold")
        finder("Warm up on 3 May 2020.", "2020-06-01")
        began = time.perf_counter()
        found = {page.name: finder(page.text, page.published) for page in texts}
        seconds = time.perf_counter() - began
        report = scored(shared, gold, found, Path(folder) / "out")
    cases = read_cases(shared.data / "temporal" / "recognizers_en.json")[:: 20 if quick else 1]
    words = sum(len(page.text.split()) for page in texts)
    return Measured(report, judged(cases, finder), judged(cases, finder, newslike=False), words / seconds)


def measure(setting: Setting) -> Section:
    """The page's section."""
    if setting.shared is None:
        return Section(TITLE, ["Needs the shared sets (`--shared DIR`): not measured."])
    found = {name: fresh(run_finder, name, setting.shared, setting.quick) for name in DATE_FINDERS}
    done = {name: one for name, one in found.items() if isinstance(one, Measured)}
    first = next(iter(done.values()))
    articles, cases = first.report["articles"], first.newslike.total.total()
    return Section(
        TITLE,
        [
            f"{articles} articles with {first.report['gold']} expressions; a value counts only where it is right to "
            "the letter. Peers are given the publication date where they take one; `timexy` takes none. Finders that "
            "know fewer sorts of expressions are marked down for those as well: this is what they do on news, not "
            "what they were made for.",
            Table(
                ["F1", *KINDS, "words/s", "of factx's speed"],
                [[name, *_cells(one, first.words_per_s)] for name, one in found.items()],
            ),
            f"Short cases (Recognizers-Text): {cases} expected expressions in news-like sentences and "
            f"{first.other.total.total()} in others, share right; "
            "false alarms are sentences without a time in which something was found.",
            Table(
                ["share right", "news-like", *SUBTYPES, "others", "false alarms"],
                [[name, *_case_cells(one)] for name, one in found.items()],
            ),
            Chart(
                "dates",
                "Time expressions in articles: F1",
                "",
                "F1",
                KINDS,
                {name: [score_of(one.report[kind]).f1 for kind in KINDS] for name, one in done.items()},
            ),
        ],
        "F1 of the value: "
        + "; ".join(f"{name} {share(score_of(one.report['value']).f1)}" for name, one in done.items()),
    )


def _cells(one: Measured | str, ours: float) -> list[str]:
    if isinstance(one, str):
        return [one, *[""] * (len(KINDS) + 1)]
    scores = [share(score_of(one.report[kind]).f1) for kind in KINDS]
    return [*scores, count(one.words_per_s), f"{one.words_per_s / ours:.2f}"]


def _case_cells(one: Measured | str) -> list[str]:
    if isinstance(one, str):
        return [one, *[""] * (len(SUBTYPES) + 2)]
    parts = [share(one.newslike.right[name] / max(one.newslike.total[name], 1)) for name in SUBTYPES]
    alarms, empty = one.newslike.alarms + one.other.alarms, one.newslike.empty + one.other.empty
    return [share(one.newslike.share), *parts, share(one.other.share), f"{alarms} of {empty}"]
