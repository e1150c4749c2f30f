"""Quantities: factx beside its peers on NewsQuant, and its amounts against the gold facts.

    python benchmarks/quantities.py --shared ../shared [--misses 20] [--half 0|1]

Prints, from the shared scorer in its fair mode, F1 of value, value+unit and value+change for factx, for the peers'
stored predictions and for quantulum3 where it is installed (run here, timed in the same run), the hard cases that
factx gets right, and how many gold facts have an amount with the same characters, interval and currency. ``--half``
keeps one half of the sentences by hash: rules are written against half 0 and checked on half 1.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

CHANGES = {"about": "~", "more_than": ">", "at_least": ">", "at_most": "<", "less_than": "<"}
SINGULAR = {"a", "an", "another"}
Prediction = dict[str, Any]


def as_prediction(amount: Any) -> Prediction:
    """An Amount in the scorer's format; a vague plural is the decade it names ("hundreds" → 100 to 1000)."""
    value: Any = amount.value
    if amount.bound == "range":
        value = [amount.low, amount.high]
    elif value is None:
        value = [amount.low / 2, amount.low * 5]
    bound = CHANGES.get(amount.bound, "=")
    change = bound if bound in {"<", ">"} else amount.change or bound
    return {"value": value, "unit": amount.unit, "change": change, "surface": amount.text}


def load_scorer(shared: Path) -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_quantities", shared / "tools" / "score_quantities.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{shared}: no tools/score_quantities.py there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict_factx(texts: list[str]) -> tuple[dict[str, list[Prediction]], float, float]:
    """Predictions, and the sentences a second of the whole pipeline and of the rules for quantities alone."""
    from factx.findings import Context
    from factx.measure import find_amounts
    from factx.pipeline import load_parser

    nlp = load_parser("fast")
    list(nlp.pipe(texts[:2]))
    started = time.perf_counter()
    docs = list(nlp.pipe(texts))
    parsed = time.perf_counter()
    times = [find_times(doc) for doc in docs]
    dated = time.perf_counter()
    found = [[as_prediction(item) for item in find_amounts(d, Context(), t)] for d, t in zip(docs, times, strict=True)]
    done = time.perf_counter()
    return (
        dict(zip(texts, found, strict=True)),
        len(texts) / (parsed - started + done - dated),
        len(texts) / (done - dated),
    )


def find_times(doc: Any) -> list[Any]:
    """Dates and clock times of a doc."""
    from factx.dates import find_dates
    from factx.findings import Context

    return list(find_dates(doc, Context()))


def predict_quantulum(texts: list[str]) -> tuple[dict[str, list[Prediction]], float] | None:
    """Predictions of quantulum3 run here, and its sentences a second; None where it is not installed."""
    if importlib.util.find_spec("quantulum3") is None:
        return None
    import warnings

    from quantulum3 import parser  # type: ignore[import-untyped]

    warnings.simplefilter("ignore")
    parser.parse(texts[0])
    started = time.perf_counter()
    found = {}
    for text in texts:
        quantities = parser.parse(text)
        found[text] = [{"value": spread(item.value, item.uncertainty), "unit": item.unit.name} for item in quantities]
    return found, len(texts) / (time.perf_counter() - started)


def spread(value: float, uncertainty: float | None) -> float | list[float]:
    """A value, or the two ends of what quantulum3 gives as a value with an uncertainty."""
    return [value - uncertainty, value + uncertainty] if uncertainty else value


def score(scorer: ModuleType, units: Any, gold: list[Any], predictions: dict[str, list[Prediction]]) -> dict[str, Any]:
    """The scorer's fair report for predictions by text."""
    items = []
    for sentence in gold:
        rows = [dict(row, _value=scorer.parse_value(row.get("value"))) for row in predictions.get(sentence["text"], [])]
        items.append((sentence["text"], sentence["quantities"], rows))
    misses: list[Any] = []
    report = dict(scorer.score_fair(items, units, False, True, misses))
    report["misses"] = misses
    money = [
        (
            text,
            [q for q in g if is_money(units, q["normalized_unit"])],
            [q for q in p if is_money(units, q.get("unit"))],
        )
        for text, g, p in items
    ]
    report["currency"] = scorer.score_fair(money, units, False, True)["value+unit"]
    return report


def is_money(units: Any, unit: Any) -> bool:
    """Whether the scorer takes the unit for money."""
    return bool(units.kind_of(units.canon(unit)) == "currency")


def hard_cases_right(
    scorer: ModuleType, units: Any, cases: list[Any], found: dict[str, list[Prediction]]
) -> list[bool]:
    """For each hard case, whether every quantity that all peers miss is found with value and unit."""
    right = []
    for case in cases:
        rows = [dict(row, _value=scorer.parse_value(row.get("value"))) for row in found.get(case["text"], [])]
        missed = case["gold_missed_by_all"]
        edges = [
            [j for j, row in enumerate(rows)
             if scorer.values_match(scorer.decode_gold(gold, False), row["_value"], any_order=True)
             and units.fair_match(gold, row.get("unit"))]
            for gold in missed
        ]  # fmt: skip
        right.append(sum(owner >= 0 for owner in scorer.max_matching(edges, len(rows))) == len(missed))
    return right


def check_gold_facts(shared: Path) -> tuple[int, int, list[str]]:
    """Gold facts (without a/an/another) that have an amount with their interval and currency; total; the others."""
    from factx.findings import Context
    from factx.measure import find_amounts
    from factx.pipeline import load

    nlp = load("fast")
    right, total, wrong = 0, 0, []
    for path in sorted((shared / "gold" / "dev" / "facts").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = json.loads((path.parents[1] / "articles" / path.name).read_text(encoding="utf-8"))
        doc = nlp.make_doc(article["text"])
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        amounts = find_amounts(doc, Context(published=article.get("date")), find_times(doc))
        for fact in gold["facts"]:
            if fact["value_text"].lower() in SINGULAR:
                continue
            total += 1
            hit = any(matches(amount, fact, article["text"]) for amount in amounts)
            right += hit
            if not hit:
                near = [a for a in amounts if a.text == fact["value_text"]]
                shown = ", ".join(f"{a.text} {a.low} {a.high} {a.bound} {a.currency}" for a in near[:2])
                told = f"{fact['low']} {fact['high']} {fact['bound']} {fact['currency']} {fact['equivalent'] or ''}"
                wrong.append(f"{path.stem}: {fact['value_text']} {told} | {shown} | {fact['quote']}")
    return right, total, wrong


def matches(amount: Any, fact: dict[str, Any], text: str) -> bool:
    """Whether the amount is the fact's: same words in the fact's sentence, same interval, currency and equivalent."""
    at = text.find(fact["quote"])
    if amount.text != fact["value_text"] or not at <= amount.start < at + len(fact["quote"]):
        return False
    equivalent = fact["equivalent"] or {"value": None, "currency": None}
    same = (amount.equivalent_value, amount.equivalent_currency) == (equivalent["value"], equivalent["currency"])
    return bool(same and (amount.low, amount.high, amount.currency) == (fact["low"], fact["high"], fact["currency"]))


def line(name: str, report: dict[str, Any], speed: str) -> str:
    """One row of the table."""
    cells = [f"{report[key]['F1']:>6}" for key in ("value", "value+unit", "value+change", "currency")]
    return f"{name:<28}{''.join(f'{cell:>14}' for cell in cells)}   {speed}"


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with data, gold and tools")
    parser.add_argument("--half", type=int, choices=[0, 1], help="only one half of the sentences")
    parser.add_argument("--misses", type=int, default=0, help="print that many sentences that are not fully right")
    options = parser.parse_args()
    scorer = load_scorer(options.shared)
    units = scorer.Units(str(options.shared / "tools" / "unit_aliases.json"))
    folder = options.shared / "data" / "newsquant"
    gold = json.loads((folder / "newsquant_dev.json").read_text(encoding="utf-8"))
    if options.half is not None:
        gold = [item for item in gold if half_of(item["text"]) == options.half]
    texts = list(dict.fromkeys(item["text"] for item in gold))
    ours, whole, rules = predict_factx(texts)
    report = score(scorer, units, gold, ours)
    print(f"{'F1 (fair)':<28}{'value':>14}{'value+unit':>14}{'value+change':>14}{'currency':>14}   sentences/s")
    print(line("factx", report, f"{whole:.0f} (rules alone {rules:.0f})"))
    live = predict_quantulum(texts)
    if live is not None:
        print(line("quantulum3, run here", score(scorer, units, gold, live[0]), f"{live[1]:.0f}"))
    for path in sorted((folder / "peer_predictions_dev").glob("*.jsonl")):
        stored, _, _ = scorer.load_predictions(str(path))
        print(line(f"{path.stem} (stored)", score(scorer, units, gold, stored), ""))
    if options.half is None:
        cases = json.loads((folder / "hard_cases_dev.json").read_text(encoding="utf-8"))
        cases = cases if isinstance(cases, list) else cases["cases"]
        right = hard_cases_right(scorer, units, cases, ours)
        print(f"hard cases right            {sum(right)} of {len(right)}")
        hits, total, wrong = check_gold_facts(options.shared)
        print(f"gold facts with an amount   {hits} of {total} ({hits / total:.3f})")
        for text in wrong:
            print("  ", text)
        if options.misses:
            for case, ok in zip(cases, right, strict=True):
                print("" if ok else f"   hard case missed: {case['text']}")
    for text, wanted, got, _, found in report["misses"][: options.misses]:
        print("\n" + text)
        for i, q in enumerate(wanted):
            state = "ok" if i in found else "--"
            print(f"  gold {state} {q['change']} {q['value']} [{q['unit']} | {q['normalized_unit']}]")
        for q in got:
            print(f"  ours    {q['change']} {q['value']} [{q['unit']}] {q.get('surface', '')!r}")
    return 0


def half_of(text: str) -> int:
    """The half that a sentence belongs to, by hash."""
    return int(hashlib.sha1(text.encode("utf-8")).hexdigest(), 16) // 2 % 2


if __name__ == "__main__":
    sys.exit(main())
