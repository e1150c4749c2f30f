"""Fits the weights of ``factx.facts.confidence`` to annotated articles, and says how far the numbers can be trusted.

    python -m benchmarks confidence [--write]

A fact that is found counts as right where the gold has one of its kind in the same sentence with the same interval and
currency. Facts that are wrong are rare, so the articles are also read in capitals and in small letters, and by every
model, and the hard sentences of ``tests/facts/cases`` join them, and the evidence of 425 facts found in other news and
judged by hand (``labelled_evidence.jsonl``): more mistakes of the same sorts. Weights are a logistic regression with a
ridge penalty, judged by cross-validation that leaves out whole articles, and shifted so that the gold is as right as
is said. ``--write`` writes the lexicon ``confidence.csv``; the page has the reliability tables and the plot.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.calibration import Matrix, Sample, blocks, crossed, fitted, levelled, predicted, shift
from benchmarks.fresh import fresh
from benchmarks.report import Section, markdown
from benchmarks.setting import QUICK_ARTICLES, Setting
from benchmarks.shared import ROOT, Shared, lower, shared_at, upper
from factx.base.mentions import FactMention, QuantityMention, load_mentions
from factx.facts import FactFinder
from factx.facts.confidence import evidence
from factx.facts.counted import find_counted
from factx.reading.article import Article, article
from factx.run.check_rules import PUBLISHED
from factx.run.extractor import Extractor

TITLE = "Confidence"
HELP = "fit the weights of confidence to the annotated articles; --write writes them"
HARD = ROOT / "tests" / "facts" / "cases"
LEXICON = ROOT / "src" / "factx" / "facts" / "lexicons" / "confidence.csv"
EVIDENCE = Path(__file__).parent / "labelled_evidence.jsonl"
CASES: dict[str, Callable[[str], str]] = {"as written": str, "lower": lower, "upper": upper}
KINDS = frozenset({"pledge", "troops", "arrest", "killed", "injured", "missing", "displaced", "members"})


def samples(gold: Path, models: Sequence[str], articles: int | None = None) -> Iterator[Sample]:
    """All facts of the gold's kinds that the models find, in every letter case."""
    finder = FactFinder.load()
    for model in models:
        extractor = Extractor(model)
        for path in sorted((gold / "articles").glob("*.json"))[:articles]:
            page = json.loads(path.read_text("utf8"))
            wanted = _gold_facts(json.loads((gold / "facts" / path.name).read_text("utf8"))["facts"], page["text"])
            for case, changed in CASES.items():
                item = article(changed(page["text"]), metadata={"date": page.get("date") or ""})
                yield from _samples(extractor, finder, item, list(wanted), path.stem, f"{model}, {case}")


def hard_cases(models: Sequence[str]) -> Iterator[Sample]:
    """What the models find in the hard sentences of the tests, each sentence an article."""
    finder = FactFinder.load()
    for model in models:
        extractor = Extractor(model)
        for path in sorted(HARD.glob("*.toml")):
            for case in tomllib.loads(path.read_text("utf8"))["case"]:
                item = article(case["text"], published=PUBLISHED)
                wanted = [{**fact, "start": 0, "quote": case["text"]} for fact in case["facts"]]
                yield from _samples(extractor, finder, item, wanted, case["text"], "hard cases")


def judged() -> Iterator[Sample]:
    """Facts found in other news, judged by hand; only their evidence is kept, not their text."""
    for number, line in enumerate(EVIDENCE.read_text("utf8").splitlines()):
        row = json.loads(line)
        yield Sample(f"judged {number % 40}", "judged", row["evidence"], row["right"])


def _samples(
    extractor: Extractor, finder: FactFinder, item: Article, wanted: list[dict[str, Any]], name: str, variant: str
) -> Iterator[Sample]:
    doc = extractor.doc(item)
    claimed = {fact.start_char: fact for fact in load_mentions(doc, "factx_facts", FactMention)}
    for counted in find_counted(doc, load_mentions(doc, "factx_quantities", QuantityMention)):
        match, fact = finder.match(counted), claimed.get(counted.amount.start_char)
        if match is None or fact is None or fact.kind not in KINDS or _skipped(item, fact.start_char):
            continue
        hit = next((gold for gold in wanted if _same(gold, fact)), None)
        if hit is not None:
            wanted.remove(hit)
        found = evidence(match.counted, match.frame, match.rule, fact.modality)
        yield Sample(name, variant, found, hit is not None)


def _gold_facts(facts: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    return [{**fact, "start": text.index(fact["quote"])} for fact in facts]


def _same(gold: dict[str, Any], fact: FactMention) -> bool:
    inside = gold["start"] - 2 <= fact.start_char < gold["start"] + len(gold["quote"]) + 2
    amount = fact.amount
    if "low" not in gold:
        return bool(gold["kind"] == fact.kind and gold["value_text"] == amount.text)
    values = (gold["low"], gold.get("high"), gold.get("currency")) == (amount.low, amount.high, amount.currency)
    return bool(inside and gold["kind"] == fact.kind and values)


def _skipped(item: Article, start: int) -> bool:
    return any(first <= start < last for first, last in item.skip)


def collected(shared: Shared, models: Sequence[str], quick: bool) -> list[Sample]:
    """All samples, in the order of articles, hard cases, other news."""
    articles = QUICK_ARTICLES if quick else None
    return [*samples(shared.gold, models, articles), *hard_cases(models), *judged()]


def names_of(rows: Sequence[Sample]) -> list[str]:
    """The sorts of evidence, the bias first."""
    return ["bias", *sorted({name for row in rows for name in row.found} - {"bias"})]


def section(rows: Sequence[Sample], models: Sequence[str]) -> Section:
    """What cross-validation says of the confidence of the facts."""
    found = levelled(rows, crossed(rows, names_of(rows)))
    return Section(
        TITLE,
        [
            "Cross-validation over the annotated articles, whole articles left out; weights fitted on what "
            f"{len(models)} model(s) find in the articles as written, in capitals and in small letters (more mistakes "
            "of the same sorts). The rules were written with these articles at hand: on other news fewer facts are "
            "right, and the numbers are a ranking first and a probability second.",
            *blocks(rows, found, "The articles as written", lambda row: row.variant == f"{models[0]}, as written"),
            *blocks(
                rows, found, "With capitals, small letters, all models, hard cases, other news", lambda row: True, True
            ),
            *blocks(
                rows,
                found,
                "Other news, half of it business news of 1987, judged by hand",
                lambda row: row.variant == "judged",
            ),
        ],
    )


def measure(setting: Setting) -> Section:
    """The page's section."""
    if setting.shared is None:
        return Section(TITLE, ["Needs the shared annotated articles (`--shared DIR`): not measured."])
    models = setting.models[:1] if setting.quick else setting.models
    return section(fresh(collected, setting.shared, models, setting.quick), models)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--write", action="store_true", help="write src/factx/facts/lexicons/confidence.csv")


def run(options: argparse.Namespace) -> int:
    """Carry out the command."""
    shared = shared_at(options.shared)
    if shared is None:
        print("benchmarks: no shared sets beside the repository: name their folder with --shared DIR", file=sys.stderr)
        return 2
    models = Setting(shared).models
    rows = collected(shared, models, quick=False)
    print(markdown(section(rows, models)))
    if options.write:
        names = names_of(rows)
        weights = fitted(rows, names)
        weights[names.index("bias")] += shift(rows, predicted(rows, names, weights))
        _write(names, weights)
    return 0


def _write(names: Sequence[str], weights: Matrix) -> None:
    with LEXICON.open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["evidence", "weight"])
        writer.writerows([name, f"{weight:.3f}"] for name, weight in zip(names, weights, strict=True))
