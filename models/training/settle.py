"""What thresholds of the reader are worth on news of our own that no released reader has learned.

    python settle.py --model ../accurate [--key empty.agent --key replace.status] hard/*.txt

Each threshold is tried at several values, the others as they are. For each value the facts that are right and wrong
are printed, the slots that are right and wrong, and whole rows. A threshold is moved where both this and a set of
raw news say so; ``--set add.goods=0.94`` has another value of one throughout.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from own_news import Piece, pieces
from reader_classes import KINDS, SLOTS
from spacy.tokens import Doc

from factx.base import FactMention
from factx.facts import FactFinder
from factx.model import reader_of
from factx.reading.article import article
from factx.run.extractor import Extractor

STEPS = (0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
SCORED = tuple(slot for slot in SLOTS if slot != "purpose")
CLASSES = ("status", "modality")
LEAST_CONFIDENCE = 0.5
"""As facts are written unless told otherwise."""
ALIKE = 0.5
"""Token F1 from which on fillers are the same, as in the project's scores."""


@dataclass(slots=True)
class Tally:
    """Facts found and not, wrong facts, slots by right and wrong, and facts of which all is right."""

    right: int = 0
    false: int = 0
    slots_right: int = 0
    slots_wrong: int = 0
    rows: int = 0

    def __str__(self) -> str:
        slots = f"slots {self.slots_right} right {self.slots_wrong} wrong"
        return f"facts {self.right} right {self.false} wrong, {slots}, rows {self.rows}"


def main() -> None:
    args = arguments()
    extractor = Extractor(str(args.model))
    network = reader_of(extractor.nlp)
    if network is None:
        raise SystemExit(f"{args.model} has no reader of facts")
    extractor.nlp.select_pipes(disable=["factx_facts"])
    news = [
        (extractor.doc(article(piece.text, published=piece.published)), piece)
        for path in args.files
        for piece in pieces(path)
    ]
    finder = FactFinder.load(network=network)
    settled = network.thresholds
    settled |= {key: float(value) for key, _, value in (item.partition("=") for item in args.set)}
    print(f"as settled: {tally(finder, news)}", flush=True)
    before = dict(settled)
    for key in args.key or [key for key in before if "." in key]:
        for step in STEPS:
            settled[key] = step
            print(f"{key} {step} (is {before.get(key)}): {tally(finder, news)}", flush=True)
        settled.clear()
        settled.update(before)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of the model: ../accurate or ../fast")
    parser.add_argument("--key", action="append", default=[], help="a threshold to try, again for another")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="another value throughout")
    parser.add_argument("files", type=Path, nargs="+", help="annotated pieces, as own/README.md says")
    return parser.parse_args()


def tally(finder: FactFinder, news: Iterable[tuple[Doc, Piece]]) -> Tally:
    """What the finder finds in pieces, held against their facts."""
    total = Tally()
    for doc, piece in news:
        wanted = list(piece.facts)
        for fact in finder.find(doc):
            if fact.confidence is not None and fact.confidence >= LEAST_CONFIDENCE and fact.kind in KINDS:
                count(total, fact, next((gold for gold in wanted if is_it(fact, gold)), None), wanted)
    return total


def count(total: Tally, fact: FactMention, gold: dict[str, Any] | None, wanted: list[dict[str, Any]]) -> None:
    """Add a fact to the tally; what it was held against is wanted no more."""
    if gold is None:
        total.false += 1
        return
    wanted.remove(gold)
    total.right += 1
    same = list(compared(fact, gold))
    total.slots_right += sum(same)
    total.slots_wrong += len(same) - sum(same)
    total.rows += all(same)


def is_it(fact: FactMention, gold: Mapping[str, Any]) -> bool:
    start, end = gold["start"], gold["start"] + len(gold["value_text"])
    return bool(fact.kind == gold["kind"] and start < fact.end_char and fact.start_char < end)


def compared(fact: FactMention, gold: Mapping[str, Any]) -> Iterator[bool]:
    """For each slot that the fact or the gold has: is it the same?"""
    for slot in SCORED:
        said, told = said_of(fact, slot), gold["time_text" if slot == "time" else slot]
        if (said or told) and (slot != "recipient" or fact.kind == "pledge"):
            yield are_alike(said or "", told or "")
    yield from (getattr(fact, name) == gold[name] for name in CLASSES if gold[name] is not None)


def said_of(fact: FactMention, slot: str) -> str | None:
    if slot == "time":
        return fact.time.text if fact.time is not None else None
    said = getattr(fact, f"{slot}_text", None) or getattr(fact, slot)
    return said if isinstance(said, str) else None


def are_alike(one: str, other: str) -> bool:
    first, second = words(one), words(other)
    common = len(first & second)
    return bool(common) and 2 * common / (len(first) + len(second)) >= ALIKE


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - {"the", "a", "an", "of", "s"}


if __name__ == "__main__":
    main()
