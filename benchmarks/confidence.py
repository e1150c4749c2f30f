"""Fits the weights of ``factx.facts.confidence`` to annotated articles, and says how far the numbers can be trusted.

    python benchmarks/confidence.py GOLD_DIR [--model MODEL …] [--write]

GOLD_DIR holds ``articles/ID.json`` and ``facts/ID.json``. A fact that is found counts as right where the gold has one
of its kind in the same sentence with the same interval and currency. Facts that are wrong are rare, so the articles
are also read in capitals and in small letters, and by every model that is named, and the hard sentences of
``tests/facts/cases`` join them, and the evidence of 425 facts found in other news and judged by hand
(``labelled_evidence.jsonl``): more mistakes of the same sorts. Weights are a logistic regression with a ridge penalty,
judged by cross-validation that leaves out whole articles, and shifted so that the gold is as right as is said.
``--write`` writes the lexicon ``confidence.csv`` and the reliability table and plot in ``benchmarks/RESULTS``.
"""

from __future__ import annotations

import argparse
import csv
import json
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from factx.extraction import Extractor
from factx.facts import FactFinder
from factx.facts.check import PUBLISHED
from factx.facts.confidence import evidence
from factx.facts.counted import find_counted
from factx.findings import Amount, Claimed, kept
from factx.read import Article, article

HERE = Path(__file__).parent
HARD = HERE.parent / "tests" / "facts" / "cases"
LEXICON = HERE.parent / "src" / "factx" / "lexicons" / "confidence.csv"
RESULTS = HERE / "RESULTS"
CASES: dict[str, Callable[[str], str]] = {"as written": str, "lower": str.lower, "upper": str.upper}
FOLDS = 10
RIDGE = 5.0
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.001)


@dataclass(frozen=True)
class Sample:
    """A fact that was found: its evidence and whether the gold has it."""

    article: str
    variant: str
    found: dict[str, float]
    right: bool


def samples(gold: Path, models: Sequence[str]) -> Iterator[Sample]:
    """All facts of the gold's kinds that the models find, in every letter case."""
    finder = FactFinder.load()
    for model in models:
        extractor = Extractor(model)
        for path in sorted((gold / "articles").glob("*.json")):
            page = json.loads(path.read_text("utf8"))
            wanted = _gold_facts(json.loads((gold / "facts" / path.name).read_text("utf8"))["facts"], page["text"])
            for case, changed in CASES.items():
                text = changed(page["text"])
                if len(text) == len(page["text"]):
                    item = article(text, metadata={"date": page.get("date") or ""})
                    yield from _samples(extractor, finder, item, list(wanted), path.stem, f"{model}, {case}")


def hard_cases(models: Sequence[str]) -> Iterator[Sample]:
    """What the models find in the hard sentences of the tests, each sentence an article."""
    finder = FactFinder.load()
    for model in models:
        extractor = Extractor(model)
        for path in sorted(HARD.glob("*.toml")):
            for case in tomllib.loads(path.read_text("utf8"))["case"]:
                item = article(case["text"], published=PUBLISHED)
                wanted = [_as_gold(fact, case["text"]) for fact in case["facts"]]
                yield from _samples(extractor, finder, item, wanted, case["text"], "hard cases")


def judged() -> Iterator[Sample]:
    """Facts found in other news, judged by hand; only their evidence is kept, not their text."""
    for number, line in enumerate((HERE / "labelled_evidence.jsonl").read_text("utf8").splitlines()):
        row = json.loads(line)
        yield Sample(f"judged {number % 40}", "judged", row["evidence"], row["right"])


def _as_gold(fact: dict[str, Any], text: str) -> dict[str, Any]:
    return {**fact, "start": 0, "quote": text}


def _samples(
    extractor: Extractor, finder: FactFinder, item: Article, wanted: list[dict[str, Any]], name: str, variant: str
) -> Iterator[Sample]:
    doc = extractor.doc(item)
    claimed = {fact.start: fact for fact in kept(doc, "factx_facts", Claimed)}
    for counted in find_counted(doc, kept(doc, "factx_quantities", Amount)):
        match, fact = finder.match(counted), claimed.get(counted.amount.start)
        if match is None or fact is None or fact.kind not in KINDS or _skipped(item, fact.start):
            continue
        hit = next((gold for gold in wanted if _same(gold, fact)), None)
        if hit is not None:
            wanted.remove(hit)
        found = evidence(match.counted, match.frame, match.rule, fact.modality)
        yield Sample(name, variant, found, hit is not None)


KINDS = frozenset({"pledge", "troops", "arrest", "killed", "injured", "missing", "displaced", "members"})


def _gold_facts(facts: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    return [{**fact, "start": text.index(fact["quote"])} for fact in facts]


def _same(gold: dict[str, Any], fact: Claimed) -> bool:
    inside = gold["start"] - 2 <= fact.start < gold["start"] + len(gold["quote"]) + 2
    amount = fact.amount
    if "low" not in gold:
        return bool(gold["kind"] == fact.kind and gold["value_text"] == amount.text)
    values = (gold["low"], gold.get("high"), gold.get("currency")) == (amount.low, amount.high, amount.currency)
    return bool(inside and gold["kind"] == fact.kind and values)


def _skipped(item: Article, start: int) -> bool:
    return any(first <= start < last for first, last in item.skip)


def fitted(rows: Sequence[Sample], names: Sequence[str]) -> np.ndarray:
    """The weights of a ridge logistic regression, by Newton's method; the bias is not penalised."""
    matrix = np.array([[row.found.get(name, 0.0) for name in names] for row in rows])
    right = np.array([float(row.right) for row in rows])
    penalty = np.diag([0.0 if name == "bias" else RIDGE for name in names])
    weights = np.zeros(len(names))
    for _ in range(50):
        expected = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (right - expected) - penalty @ weights
        curve = (matrix * (expected * (1 - expected))[:, None]).T @ matrix + penalty + 1e-9 * np.eye(len(names))
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def predicted(rows: Sequence[Sample], names: Sequence[str], weights: np.ndarray) -> np.ndarray:
    """The probabilities of the facts."""
    matrix = np.array([[row.found.get(name, 0.0) for name in names] for row in rows])
    return 1 / (1 + np.exp(-matrix @ weights))


def crossed(rows: Sequence[Sample], names: Sequence[str]) -> np.ndarray:
    """The probabilities of the facts by weights that never saw their article."""
    articles = sorted({row.article for row in rows})
    fold = {name: index % FOLDS for index, name in enumerate(articles)}
    found = np.zeros(len(rows))
    for part in range(FOLDS):
        train = [row for row in rows if fold[row.article] != part]
        test = [index for index, row in enumerate(rows) if fold[row.article] == part]
        if test:
            found[test] = predicted([rows[index] for index in test], names, fitted(train, names))
    return found


def shift(rows: Sequence[Sample], found: np.ndarray) -> float:
    """What to add to the log odds so that the articles are as right on average as is said.

    The hard cases hold more mistakes than news does; they teach which evidence to mistrust, not how much is wrong.
    """
    news = np.array([row.variant not in {"hard cases", "judged"} for row in rows])
    right = np.array([float(row.right) for row in rows])[news]
    odds = np.log(found[news] / (1 - found[news]))
    wanted = (right.sum() + 1) / (len(right) + 2)
    low, high = -10.0, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if (1 / (1 + np.exp(-odds - middle))).mean() < wanted else (low, middle)
    return low


def levelled(rows: Sequence[Sample], found: np.ndarray) -> np.ndarray:
    """The probabilities with their average shifted to that of the articles."""
    odds = np.log(found / (1 - found)) + shift(rows, found)
    return np.asarray(1 / (1 + np.exp(-odds)))


@dataclass(frozen=True)
class Bin:
    """Facts of like confidence: how many, how confident on average, what share is right."""

    first: float
    last: float
    facts: int
    confidence: float
    right: float


def reliability(rows: Sequence[Sample], found: np.ndarray) -> list[Bin]:
    """The bins that hold facts."""
    right = np.array([float(row.right) for row in rows])
    bins = []
    for first, last in pairwise(BINS):
        inside = (found >= first) & (found < last)
        if inside.any():
            bins.append(Bin(first, min(last, 1.0), int(inside.sum()), found[inside].mean(), right[inside].mean()))
    return bins


def report(rows: Sequence[Sample], found: np.ndarray) -> list[str]:
    """Brier score, calibration error and the reliability table, as lines of Markdown."""
    right = np.array([float(row.right) for row in rows])
    bins = reliability(rows, found)
    error = sum(item.facts * abs(item.confidence - item.right) for item in bins) / len(rows)
    base = ((right.mean() - right) ** 2).mean()
    brier = ((found - right) ** 2).mean()
    lines = [
        f"{len(rows)} facts, {right.mean():.3f} of them right; Brier score {brier:.4f}",
        f"(always the average: {base:.4f}); expected calibration error {error:.3f};",
        f"area under the ROC curve {_area(right, found):.3f}",
        "",
        "| confidence | facts | mean confidence | share right |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {item.first:.2f} to {item.last:.2f} | {item.facts} | {item.confidence:.3f} | {item.right:.3f} |"
        for item in bins
    ]
    return lines


def _area(right: np.ndarray, found: np.ndarray) -> float:
    good, bad = found[right == 1], found[right == 0]
    if not len(good) or not len(bad):
        return float("nan")
    return float((good[:, None] > bad).mean() + (good[:, None] == bad).mean() / 2)


def plot(bins: Sequence[Bin]) -> str:
    """The reliability plot as SVG: a dot per bin, its area by the number of facts, the diagonal is perfect."""
    size, edge = 320, 40
    total = sum(item.facts for item in bins)

    def place(value: float) -> float:
        return edge + value * size

    dots = "".join(
        f'<circle cx="{place(item.confidence):.1f}" cy="{place(1 - item.right):.1f}" '
        f'r="{4 + 16 * (item.facts / total) ** 0.5:.1f}" fill="#2b6cb0" fill-opacity="0.6">'
        f"<title>{item.facts} facts</title></circle>"
        for item in bins
    )
    ticks = "".join(
        f'<text x="{place(value):.0f}" y="{edge + size + 16}" text-anchor="middle">{value:.1f}</text>'
        f'<text x="{edge - 8}" y="{place(1 - value) + 4:.0f}" text-anchor="end">{value:.1f}</text>'
        for value in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    side = size + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side + 16}" font-family="sans-serif" '
        f'font-size="11"><rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" stroke="#888"/>'
        f'<line x1="{place(0)}" y1="{place(1)}" x2="{place(1)}" y2="{place(0)}" stroke="#888" stroke-dasharray="4"/>'
        f'{ticks}{dots}<text x="{side / 2}" y="{side + 10}" text-anchor="middle">confidence</text>'
        f'<text x="{side / 2}" y="{edge - 14}" text-anchor="middle">share of facts that are right</text></svg>\n'
    )


def write(
    rows: Sequence[Sample], names: Sequence[str], weights: np.ndarray, lines: Sequence[str], plotted: str
) -> None:
    """The lexicon, the table and the plot."""
    with LEXICON.open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["evidence", "weight"])
        writer.writerows([name, f"{weight:.3f}"] for name, weight in zip(names, weights, strict=True))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "confidence.svg").write_text(plotted, encoding="utf8")
    (RESULTS / "confidence.md").write_text("\n".join([*lines, ""]), encoding="utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", action="append")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    models = options.model or ["accurate", "fast"]
    rows = [*samples(options.gold, models), *hard_cases(models), *judged()]
    names = ["bias", *sorted({name for row in rows for name in row.found} - {"bias"})]
    found = levelled(rows, crossed(rows, names))
    plain = [index for index, row in enumerate(rows) if row.variant == f"{models[0]}, as written"]
    lines = ["# How far `confidence` can be trusted", "", *_about(models), "", "## The articles as written", ""]
    lines += report([rows[index] for index in plain], found[plain])
    lines += [
        "",
        "![Reliability](confidence.svg)",
        "",
        "## With capitals, small letters, all models, hard cases, other news",
        "",
    ]
    lines += report(rows, found)
    other = [index for index, row in enumerate(rows) if row.variant == "judged"]
    lines += ["", "## Other news, half of it business news of 1987, judged by hand", ""]
    lines += report([rows[index] for index in other], found[other])
    print("\n".join(lines))
    if options.write:
        weights = fitted(rows, names)
        weights[names.index("bias")] += shift(rows, predicted(rows, names, weights))
        write(rows, names, weights, lines, plot(reliability(rows, found)))


def _about(models: Sequence[str]) -> list[str]:
    return [
        "Cross-validation over the development articles, whole articles left out; weights fitted on what",
        f"{len(models)} parser(s) find in the articles as written, in capitals and in small letters (more mistakes of",
        "the same sorts). The rules were written with these articles at hand: on other news fewer facts are right, and",
        "the numbers are a ranking first and a probability second. Written by `benchmarks/confidence.py`.",
    ]


if __name__ == "__main__":
    main()
