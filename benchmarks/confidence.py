"""Fits the weights of ``factx.facts.confidence`` to annotated articles, and says how far the numbers can be trusted.

    python -m benchmarks confidence [--write]

A fact that is found counts as right where the gold has one of its kind in the same sentence with the same interval and
currency. The weights are two logistic regressions with a ridge penalty.

1. Facts of which the model's reader says something: on what readers found in news of our own of which they had learned
   the other half (``models/training/crossed.py`` makes ``crossed_evidence.jsonl.gz``, evidence without text). What a
   reader has learned it gets right too often, and would be believed too much. The bias is then set so that the
   annotated articles of ``gold/read`` are as often right as is said.
2. Facts of rules alone (models without a reader, sentences too long for it): on what all models find in ``gold/read``
   without what the reader said, and on 425 facts of other news that were judged by hand (``labelled_evidence.jsonl``).

They are judged by cross-validation that leaves out whole pieces of news, and on the articles that nobody has read, of
which only sums are told.
``--write`` writes the lexicon ``confidence.csv``, the page's section and its picture: the one command to type after a
model was trained anew.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import plots
from benchmarks.calibration import Matrix, Sample, blocks, crossed, fitted, levelled, predicted, shift
from benchmarks.fresh import fresh
from benchmarks.report import Section, markdown
from benchmarks.setting import QUICK_ARTICLES, Setting
from benchmarks.shared import ROOT, Shared, shared_at
from factx.base.mentions import FactMention
from factx.facts import FactFinder
from factx.facts.confidence import probability
from factx.model import reader_of
from factx.reading.article import Article, article
from factx.run.extractor import Extractor

TITLE = "Confidence"
HELP = "fit the weights of confidence to the annotated articles; --write writes them, the section and its picture"
LEXICON = ROOT / "src" / "factx" / "facts" / "lexicons" / "confidence.csv"
EVIDENCE = Path(__file__).parent / "labelled_evidence.jsonl"
CROSSED = Path(__file__).parent / "crossed_evidence.jsonl.gz"
PAGE = Path(__file__).parent / "RESULTS.md"
KINDS = frozenset({"pledge", "troops", "arrest", "killed", "injured", "missing", "displaced", "members"})
OF_READER = frozenset({"reader", "reader alone", "another kind"})
"""Evidence that is the reader's."""
UNREAD = "unread"


def samples(gold: Path, models: Sequence[str], articles: int | None = None) -> list[Sample]:
    """All facts of the gold's kinds that the models find; their variant is the model."""
    return [sample for model in models for sample in _found_by(model, gold, articles)]


def _found_by(model: str, gold: Path, articles: int | None) -> Iterator[Sample]:
    extractor = Extractor(model)
    finder = FactFinder.load(network=reader_of(extractor.nlp))
    for path in sorted((gold / "articles").glob("*.json"))[:articles]:
        page = json.loads(path.read_text("utf8"))
        wanted = _gold_facts(json.loads((gold / "facts" / path.name).read_text("utf8"))["facts"], page["text"])
        item = article(page["text"], metadata={"date": page.get("date") or ""})
        for fact, found in finder.find_with_evidence(extractor.doc(item)):
            if fact.kind not in KINDS or _skipped(item, fact.start_char):
                continue
            hit = next((gold for gold in wanted if _same(gold, fact)), None)
            if hit is not None:
                wanted.remove(hit)
            yield Sample(path.stem, model, found, hit is not None)


def judged() -> Iterator[Sample]:
    """Facts found in other news by rules, judged by hand; only their evidence is kept, not their text."""
    for number, line in enumerate(EVIDENCE.read_text("utf8").splitlines()):
        row = json.loads(line)
        yield Sample(f"judged {number % 40}", "judged", {**row["evidence"], UNREAD: 1.0}, row["right"])


def unlearned() -> list[Sample]:
    """Facts in news of our own that the reader which found them had not learned from; only their evidence is kept."""
    with gzip.open(CROSSED, "rt", encoding="utf8") as file:
        rows = [json.loads(line) for line in file]
    return [Sample(row["article"], "unlearned", row["found"], row["right"]) for row in rows]


def _gold_facts(facts: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """The facts with where their sentences start: one that stands twice says it itself."""
    starts = [fact.get("start", -1) for fact in facts]
    return [
        {**fact, "start": start if text.startswith(fact["quote"], start) else text.index(fact["quote"])}
        for fact, start in zip(facts, starts, strict=True)
    ]


def _same(gold: dict[str, Any], fact: FactMention) -> bool:
    inside = gold["start"] - 2 <= fact.start_char < gold["start"] + len(gold["quote"]) + 2
    amount = fact.amount
    values = (gold["low"], gold.get("high"), gold.get("currency")) == (amount.low, amount.high, amount.currency)
    return bool(inside and gold["kind"] == fact.kind and values)


def _skipped(item: Article, start: int) -> bool:
    return any(first <= start < last for first, last in item.skip)


def read_and_unread(rows: Sequence[Sample]) -> tuple[list[Sample], list[Sample]]:
    """The facts of which the reader says something, and those of rules as if it said nothing."""
    read = [row for row in rows if UNREAD not in row.found]
    alone = [row for row in rows if "by=reader" not in row.found]
    found = [
        {**{name: value for name, value in row.found.items() if name not in OF_READER}, UNREAD: 1.0} for row in alone
    ]
    return read, [replace(row, found=found) for row, found in zip(alone, found, strict=True)]


def names_of(rows: Sequence[Sample]) -> list[str]:
    """The sorts of evidence, the bias first."""
    return ["bias", *sorted({name for row in rows for name in row.found} - {"bias", UNREAD})]


def crossed_section(rows: Sequence[Sample], models: Sequence[str]) -> list[Any]:
    """What cross-validation says of the confidence of the facts."""
    read, alone = read_and_unread(rows)
    alone += judged()
    own, learned = unlearned(), np.array([probability(row.found) for row in read])
    found, without = crossed(own, names_of(own)), levelled(alone, crossed(alone, names_of(alone)))
    return [
        "Weights fitted to the facts that readers find in news of our own of which they learned the other half, their "
        "level to the annotated articles, which the readers have learned.",
        *blocks(own, found, "News of our own, judged by cross-validation", _by("unlearned")),
        *(part for model in models for part in blocks(read, learned, f"Annotated articles, `{model}`", _by(model))),
        *blocks(alone, without, "Other news, found by rules alone, judged by hand", _by("judged")),
    ]


def unread_section(rows: Sequence[Sample], models: Sequence[str]) -> list[Any]:
    """How far the confidence in use is true of articles that neither rules nor models nor weights have seen."""
    found = np.array([probability(row.found) for row in rows])
    return [
        part
        for model in models
        for part in blocks(
            rows,
            found,
            f"Articles that rules, models and weights have not seen, `{model}`",
            _by(model),
            plotted=model == models[0],
        )
    ]


def _by(model: str) -> Any:
    return lambda row: row.variant == model


def measure(setting: Setting) -> Section:
    """The page's section."""
    if setting.shared is None:
        return Section(TITLE, ["Needs the shared annotated articles (`--shared DIR`): not measured."])
    models = setting.models[:1] if setting.quick else setting.models
    articles = QUICK_ARTICLES if setting.quick else None
    read = fresh(samples, setting.shared.calibrating, models, articles)
    unread = fresh(samples, setting.shared.unread, models, articles)
    return Section(TITLE, [*crossed_section(read, models), *unread_section(unread, models)])


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--write", action="store_true", help=f"write {LEXICON.name}, the section and its picture")


def run(options: argparse.Namespace) -> int:
    """Carry out the command."""
    shared = shared_at(options.shared)
    if shared is None:
        print("benchmarks: no shared sets beside the repository: name their folder with --shared DIR", file=sys.stderr)
        return 2
    models = Setting(shared).models
    rows = samples(shared.calibrating, models)
    if options.write:
        _write(rows)
    # in processes of their own, which read the weights that were just written
    section = Section(TITLE, [*fresh(crossed_section, rows, models), *fresh(_unread, shared, models)])
    if options.write:
        _write_section(section)
    print(markdown(section))
    return 0


def _unread(shared: Shared, models: Sequence[str]) -> list[Any]:
    return unread_section(samples(shared.unread, models), models)


def _write(rows: Sequence[Sample]) -> None:
    """Fit both regressions to all facts and write the weights."""
    read, alone = read_and_unread(rows)
    beside = [*alone, *judged()]
    columns = [_fitted(unlearned(), read), _fitted(beside, beside)]
    names = ["bias", *sorted({name for column in columns for name in column} - {"bias"})]
    with LEXICON.open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["evidence", "weight", "unread"])
        writer.writerows([name, *(f"{column.get(name, 0.0):.3f}" for column in columns)] for name in names)


def _fitted(rows: Sequence[Sample], level: Sequence[Sample]) -> dict[str, float]:
    """The weights that some facts teach, as confident on average as others are right."""
    names = names_of(rows)
    weights: Matrix = fitted(rows, names)
    weights[0] += shift(level, predicted(level, names, weights))
    return dict(zip(names, map(float, weights), strict=True))


def _write_section(section: Section) -> None:
    """Put the section in the place of the page's own, and draw its picture beside the others."""
    drawn = plots.draw(plots.charts([section]), PAGE.parent / "plots", keep=True)
    text = PAGE.read_text("utf-8")
    old = re.search(rf"^## {TITLE}\n.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert old is not None, f"{PAGE.name} has no section {TITLE}"
    PAGE.write_text(text[: old.start()] + markdown(section, drawn) + "\n" + text[old.end() :], encoding="utf-8")
