"""How well facts are found on the annotated articles: kinds, slots, whole rows, officials, nations; letters; halves.

Articles are read to tables by the library and judged by the shared ``score_facts.py``. The articles are also split in
halves by a hash of their name: where rules only fit the articles that they were written on, the halves drift apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.report import Chart, Section, Table, share
from benchmarks.scores import Metric, Score, score_of
from benchmarks.setting import QUICK_ARTICLES, Setting
from benchmarks.shared import Shared, lower, names, recased, subset, upper
from factx.reading.files import read_articles
from factx.run.extractor import Extractor
from factx.tables.write import writing_to

TITLE = "Facts"
LETTERS: dict[str, Callable[[str], str]] = {"ALL CAPS": upper, "all lower case": lower}
Report = dict[str, Any]


def write_tables(extractor: Extractor, articles: Path, out: Path) -> Path:
    """The folder of tables that ``factx extract ARTICLES -o OUT`` writes."""
    with writing_to(out) as writer:
        for result in extractor.pipe(read_articles([articles])):
            writer.add(result)
    return out


def scored(shared: Shared, gold: Path, tables: Path) -> Report:
    """What the shared scorer says of a folder of tables."""
    return shared.run("score_facts.py", gold, tables)


def scores(report: Report) -> dict[str, Score]:
    """The scores of a report by name: ``all``, each kind, each slot, officials, nations."""
    named: dict[str, Mapping[str, Any]] = {"all": report["facts"], **report["kind"]}
    named |= {f"slot {name}": found for name, found in report["slots"].items()}
    named |= {"officials": report["officials"], "nations": report["nations"]}
    return {name: score_of(found) for name, found in named.items()}


def metrics(report: Report, model: str, brief: bool = False) -> dict[str, Metric]:
    """The figures that the gate holds; ``brief`` leaves out kinds and slots."""
    found = scores(report)
    gold = found["all"].gold
    kept = {
        f"facts.{model}.all.precision": Metric(found["all"].precision, gold),
        f"facts.{model}.all.recall": Metric(found["all"].recall, gold),
        f"facts.{model}.row": Metric(report["row"], gold),
        f"officials.{model}.title_and_country": Metric(
            report["officials"]["title_and_country"], found["officials"].gold
        ),
    }
    for name, score in found.items():
        slot = name.removeprefix("slot ")
        if name in {"officials", "nations"}:
            kept[f"{name}.{model}.f1"] = Metric(score.f1, score.gold)
        elif name == "all" or not brief:
            prefix = "slots" if slot != name else "facts"
            kept[f"{prefix}.{model}.{slot}.f1"] = Metric(score.f1, score.gold)
    return kept


def half_of(name: str) -> str:
    """A or B, by a hash of the article's name."""
    return "AB"[hashlib.sha256(name.encode()).digest()[0] % 2]


def measure(setting: Setting) -> Section:
    """The page's section."""
    shared = setting.shared
    if shared is None:
        return Section(TITLE, ["Needs the shared annotated articles (`--shared DIR`): not measured."])
    with TemporaryDirectory() as folder:
        work = Path(folder)
        gold = subset(shared.gold, names(shared.gold)[:QUICK_ARTICLES], work / "gold") if setting.quick else shared.gold
        reports: dict[str, Report] = {}
        variants: dict[str, Score] = {}
        for model in setting.models:
            extractor = Extractor(model).load()
            tables = write_tables(extractor, gold / "articles", work / model)
            reports[model] = scored(shared, gold, tables)
            if model == setting.models[0]:
                variants = _variants(shared, gold, tables, extractor, work)
    found = {model: scores(report)["all"].f1 for model, report in reports.items()}
    brief = (f"{model} F1 {share(f1)}, whole rows {share(reports[model]['row'])}" for model, f1 in found.items())
    return Section(TITLE, _blocks(reports, variants), "; ".join(brief))


def _variants(shared: Shared, gold: Path, tables: Path, extractor: Extractor, work: Path) -> dict[str, Score]:
    """The scores of each half, and of the articles in other letters."""
    found = {}
    for half in "AB":
        part = subset(gold, [name for name in names(gold) if half_of(name) == half], work / half)
        found[f"half {half}"] = score_of(scored(shared, part, tables)["facts"])
    for name, change in LETTERS.items():
        articles = recased(gold / "articles", change, work / f"{name} articles")
        changed = write_tables(extractor, articles, work / f"{name} tables")
        found[name] = score_of(scored(shared, gold, changed)["facts"])
    return found


def _blocks(reports: dict[str, Report], variants: dict[str, Score]) -> list[str | Table | Chart]:
    by_model = {model: scores(report) for model, report in reports.items()}
    first, *_ = by_model
    header = ["", "gold", *(f"{model} {name}" for model in by_model for name in ("P", "R", "F1"))]
    rows = [
        [name, str(one.gold), *(cell for found in by_model.values() for cell in _cells(found.get(name)))]
        for name, one in by_model[first].items()
    ]
    whole = ", ".join(f"{model} {share(report['row'])}" for model, report in reports.items())
    titles = ", ".join(
        f"{model} {share(report['officials']['title_and_country'])}" for model, report in reports.items()
    )
    kinds = [name for name in by_model[first] if not name.startswith("slot ")]
    slots = [name for name in by_model[first] if name.startswith("slot ")]
    return [
        "A fact is found where kind, interval and currency are the gold's and the number stands in the gold's "
        "sentence. Slots are counted over all gold facts, so that a fact that is missed misses its slots as well. "
        "The rules were written with these articles at hand: on unseen news expect less.",
        Table(header, rows),
        f"All slots of a gold fact right: {whole}. Title and state of an official right: {titles}.",
        Table(
            [f"{first}: the same articles", "gold", "P", "R", "F1"],
            [[name, str(score.gold), *_cells(score)] for name, score in variants.items()],
        ),
        Chart(
            "facts",
            "Facts by kind: F1",
            "",
            "F1",
            kinds,
            {model: [_f1(found, name) for name in kinds] for model, found in by_model.items()},
        ),
        Chart(
            "slots",
            "Slots over all gold facts: F1",
            "",
            "F1",
            [name.removeprefix("slot ") for name in slots],
            {model: [_f1(found, name) for name in slots] for model, found in by_model.items()},
        ),
    ]


def _f1(found: Mapping[str, Score], name: str) -> float:
    return found[name].f1 if name in found else 0.0


def _cells(score: Score | None) -> list[str]:
    return [share(score.precision), share(score.recall), share(score.f1)] if score else ["", "", ""]
