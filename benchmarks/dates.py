"""How well and how fast time expressions are found and resolved, beside other open libraries where they are installed.

    python benchmarks/dates.py GOLD_DIR [RECOGNIZERS_JSON] [--errors N] [--peers]

GOLD_DIR holds ``articles/ID.json`` and ``dates/ID.json`` (TempEval-3 rules: strict and relaxed spans, type, value).
RECOGNIZERS_JSON holds short sentences with the values expected (Microsoft Recognizers-Text specs). Their spans differ
from TimeML's, so a case counts as found where an expression that overlaps the expected one has its value, one of the
other readings allowed, the same interval, or (for "the next two days") the same length of time.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from factx.dates import find
from factx.dates.timex import first_day, last_day


@dataclass(frozen=True)
class Found:
    """One expression that a library found."""

    start: int
    end: int
    text: str
    type: str
    value: str
    first: str | None = None
    last: str | None = None


Finder = Callable[[str, str | None], list[Found]]


def by_factx(text: str, published: str | None) -> list[Found]:
    """The expressions that factx finds."""
    return [
        Found(item.start, item.end, item.text, item.type, item.value or "", item.first, item.last)
        for item in find(text, published)
    ]


def by_dateparser(text: str, published: str | None) -> list[Found]:
    """The expressions of ``dateparser.search``, placed at their first occurrence after the one before."""
    from datetime import datetime

    from dateparser.search import search_dates

    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
    if published:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(published[:10])
    found, at = [], 0
    for piece, moment in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(piece, at)
        if start >= 0:
            at = start + len(piece)
            found.append(Found(start, at, piece, "DATE", moment.date().isoformat()))
    return found


def timexy_finder() -> Finder:
    """The spaCy component timexy; raises ``ImportError`` where it is not installed."""
    import spacy
    from timexy import Timexy  # noqa: F401

    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def finder(text: str, published: str | None) -> list[Found]:
        return [
            Found(
                ent.start_char,
                ent.end_char,
                ent.text,
                "DATE",
                ent.kb_id_.partition('value="')[2].partition('"')[0][:10],
            )
            for ent in nlp(text).ents
        ]

    return finder


def gold_articles(folder: Path) -> Iterator[tuple[str, str | None, str, list[dict[str, Any]]]]:
    """Id, publication date, text and annotated expressions of each article."""
    for path in sorted((folder / "dates").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = json.loads((folder / "articles" / path.name).read_text(encoding="utf-8"))["text"]
        yield gold["id"], gold["published"], text, gold["timexes"]


def score_gold(folder: Path, finder: Finder, errors: int) -> str:
    """F1 of spans, types and values, and the speed, as one line."""
    hits: Counter[str] = Counter()
    expected = answered = words = 0
    seconds = 0.0
    for name, published, text, gold in gold_articles(folder):
        began = time.perf_counter()
        found = finder(text, published)
        seconds += time.perf_counter() - began
        words += len(text.split())
        expected, answered = expected + len(gold), answered + len(found)
        for wanted, given in pairs(gold, found):
            hits["relaxed"] += 1
            hits["strict"] += (wanted["start"], wanted["end"]) == (given.start, given.end)
            hits["type"] += wanted["type"] == given.type
            hits["value"] += wanted["value"] == given.value
            if errors and wanted["value"] != given.value:
                errors -= 1
                print(f"  {name}: {wanted['text']!r} is {wanted['value']}, found {given.text!r} {given.value}")
    scores = "  ".join(
        f"{kind} {2 * hits[kind] / max(expected + answered, 1):.3f}" for kind in ("strict", "relaxed", "type", "value")
    )
    return f"F1 {scores}  {words / max(seconds, 1e-9):,.0f} words/s"


def pairs(gold: list[dict[str, Any]], found: list[Found]) -> Iterator[tuple[dict[str, Any], Found]]:
    """Gold and found expressions one to one: the same span first, then overlapping ones in text order."""
    candidates = sorted(
        ((wanted["start"], wanted["end"]) != (given.start, given.end), i, j)
        for i, wanted in enumerate(gold)
        for j, given in enumerate(found)
        if min(wanted["end"], given.end) > max(wanted["start"], given.start)
    )
    used_gold, used_found = set(), set()
    for _, i, j in candidates:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            yield gold[i], found[j]


def score_recognizers(path: Path, finder: Finder, errors: int) -> Iterator[str]:
    """Share of the expected values found, by part and subtype; cases without a time in which something was found."""
    cases = json.loads(path.read_text(encoding="utf-8"))
    right: dict[tuple[bool, str], Counter[bool]] = defaultdict(Counter)
    empty: Counter[bool] = Counter()
    for case in cases:
        found = finder(case["text"], case["reference"])
        if not case["expected"]:
            empty[bool(found)] += 1
        for wanted in case["expected"]:
            hit = any(
                agrees(wanted, given)
                for given in found
                if min(wanted["end"], given.end) > max(wanted["start"], given.start)
            )
            right[case["newslike"], wanted["subtype"]][hit] += 1
            if not hit and errors and case["newslike"]:
                errors -= 1
                readings = [(item.text, item.value, item.first, item.last) for item in found]
                print(f"  {case['reference'][:10]} {case['text']!r}: {wanted['text']!r}", wanted["value"], readings)
    for newslike in (True, False):
        parts = {subtype: counts for (part, subtype), counts in right.items() if part == newslike}
        total: Counter[bool] = sum(parts.values(), Counter())
        detail = "  ".join(f"{subtype} {counts[True]}/{counts.total()}" for subtype, counts in sorted(parts.items()))
        name = "newslike" if newslike else "other"
        yield f"{name} {total[True]}/{total.total()} = {total[True] / max(total.total(), 1):.3f}  {detail}"
    yield f"cases without a time: something found in {empty[True]} of {empty.total()}"


def agrees(wanted: dict[str, Any], given: Found) -> bool:
    """Whether the expression found has the expected value, another reading allowed, the interval or the length."""
    values = {plain(value) for value in [wanted["value"], *wanted.get("also", [])] if value}
    if plain(given.value) in values:
        return True
    if (
        given.type == "DURATION"
        and given.value
        and (given.value in wanted.get("timex", "") or given.first == given.last == wanted["value"])
    ):
        return True
    if "ago" in given.text and wanted["value"].startswith(given.value or "-"):
        return True  # TimeML keeps the precision of the words: "two months ago" is a month
    intervals = [(wanted.get("begin"), wanted.get("until"))]
    intervals += [tuple(value.split("/")) for value in wanted.get("also", []) if value.count("/") == 1]
    return any(same_interval(begin, until, given) for begin, until in intervals)


def same_interval(begin: str | None, until: str | None, given: Found) -> bool:
    """Whether the expression's days are those from ``begin`` to before ``until``."""
    begin, until = (None if side == ".." else side for side in (begin, until))
    first = first_day(given.first) if given.first and "T" not in given.first else None
    last = last_day(given.last) if given.last and "T" not in given.last else None
    if (
        (begin is None and until is None)
        or (begin is not None) != (first is not None)
        or (until is not None) != (last is not None)
    ):
        return False
    starts = begin is None or day_of(begin) == first
    return starts and (until is None or day_of(until) in {last, later(last), first_day(given.last or "")})


def plain(value: str) -> str:
    """A value without seconds and with minutes."""
    head, mark, clock = value.partition("T")
    if not mark or not clock[:1].isdigit() or not head:
        return value
    parts = clock.split(":")[:2]
    return f"{head}T{':'.join([*parts, '00'][:2])}"


def day_of(iso: str) -> date:
    """The day of an ISO date or date and time."""
    return date.fromisoformat(iso[:10])


def later(day: date | None) -> date | None:
    """The day after."""
    return day + timedelta(days=1) if day is not None else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path)
    parser.add_argument("recognizers", type=Path, nargs="?")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    finders: dict[str, Finder] = {"factx": by_factx}
    if options.peers:
        finders["dateparser.search"] = by_dateparser
        try:
            finders["timexy"] = timexy_finder()
        except ImportError:
            print("timexy is not installed")
    for name, finder in finders.items():
        finder("Warm up on 3 May 2020.", "2020-06-01")
        print(name, score_gold(options.gold, finder, options.errors if name == "factx" else 0), sep="\t")
        if options.recognizers:
            for line in score_recognizers(options.recognizers, finder, options.errors if name == "factx" else 0):
                print("\t" + line)


if __name__ == "__main__":
    main()
