"""How well facts are found on annotated articles: by kind, by half, and in capitals or small letters; and how fast.

    python benchmarks/facts.py GOLD_DIR [--model MODEL]

GOLD_DIR holds ``articles/ID.json`` and ``facts/ID.json``. A fact counts as found where the gold has one of its kind in
the same sentence with the same interval and currency. The articles are split in halves by a hash of their name: where
rules fit the articles that they were written on, the halves drift apart. Letters are changed in the article's text
only, offsets stay. The time of the rules is that of all steps after the statistical model.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factx.extraction import Extractor
from factx.pipeline import STEPS
from factx.read import article
from factx.records import Fact

KINDS = ("pledge", "troops", "arrest", "killed", "injured", "missing", "displaced", "members")
CASES: dict[str, Callable[[str], str]] = {"as written": str, "ALL CAPS": str.upper, "all lower case": str.lower}


@dataclass(frozen=True)
class Page:
    """An annotated article."""

    name: str
    text: str
    published: str | None
    facts: list[dict[str, Any]]

    @property
    def half(self) -> str:
        """A or B, by a hash of the name."""
        return "AB"[hashlib.sha256(self.name.encode()).digest()[0] % 2]


def pages(gold: Path) -> Iterator[Page]:
    """The annotated articles in the order of their names."""
    for path in sorted((gold / "articles").glob("*.json")):
        page = json.loads(path.read_text("utf8"))
        facts = json.loads((gold / "facts" / path.name).read_text("utf8"))["facts"]
        placed = [{**fact, "start": page["text"].index(fact["quote"])} for fact in facts]
        yield Page(path.stem, page["text"], page.get("date"), placed)


def counted(found: list[Fact], wanted: list[dict[str, Any]]) -> dict[str, Counter[str]]:
    """Hits, false alarms and misses by kind."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    todo = list(wanted)
    for fact in found:
        if fact.kind in KINDS:
            hit = next((gold for gold in todo if _same(gold, fact)), None)
            if hit is not None:
                todo.remove(hit)
            counts[str(fact.kind)]["hit" if hit is not None else "false"] += 1
    for gold in todo:
        counts[gold["kind"]]["missed"] += 1
    return counts


def _same(gold: dict[str, Any], fact: Fact) -> bool:
    inside = gold["start"] - 2 <= (fact.char_start or 0) < gold["start"] + len(gold["quote"]) + 2
    values = (gold["low"], gold["high"], gold["currency"]) == (fact.low, fact.high, fact.currency)
    return bool(inside and gold["kind"] == fact.kind and values)


def score(counts: Counter[str]) -> str:
    """Precision, recall and F1 in one line."""
    hit, false, missed = counts["hit"], counts["false"], counts["missed"]
    precision = hit / (hit + false) if hit + false else 0.0
    recall = hit / (hit + missed) if hit + missed else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}  of {hit + missed}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", default="accurate")
    options = parser.parse_args()
    extractor = Extractor(options.model).load()
    for case, changed in CASES.items():
        totals: dict[str, Counter[str]] = defaultdict(Counter)
        for page in pages(options.gold):
            text = changed(page.text)
            if len(text) != len(page.text):
                continue
            found = extractor.read(article(text, metadata={"date": page.published or ""})).facts
            for kind, counts in counted(found, page.facts).items():
                for group in ("all", f"half {page.half}", kind):
                    totals[group].update(counts)
        groups = ("all", "half A", "half B", *KINDS) if case == "as written" else ("all",)
        for group in groups:
            print(f"{case:<15} {group:<10} {score(totals[group])}")
    rules, total = seconds(extractor, options.gold)
    print(f"rules: {rules:.2f} s of {total:.2f} s ({rules / total:.0%}) for all articles, one by one")


def seconds(extractor: Extractor, gold: Path) -> tuple[float, float]:
    """Seconds that the steps after the model take, and seconds in all."""
    spent: Counter[str] = Counter()
    for page in pages(gold):
        doc = extractor._doc(article(page.text, metadata={"date": page.published or ""}))
        for name, step in extractor.nlp.pipeline:
            started = time.perf_counter()
            doc = step(doc)
            spent["rules" if name in STEPS else "model"] += time.perf_counter() - started
    return spent["rules"], spent.total()


if __name__ == "__main__":
    main()
