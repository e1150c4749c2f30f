"""Short sentences with the values expected (Microsoft Recognizers-Text specs): which of them a finder gets right.

The spans of these specs differ from TimeML's, so a case counts as found where an expression that overlaps the expected
one has its value, one of the other readings allowed, the same interval, or (for "the next two days") the same length.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.found import FindDates, FoundDate
from benchmarks.scores import Metric
from factx.dates.timex import first_day, last_day


@dataclass(frozen=True)
class CasesRight:
    """Expected expressions found by subtype, expressions by subtype, and empty cases in which something was found."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    alarms: int = 0
    empty: int = 0

    @property
    def share(self) -> float:
        """The share of expected expressions that are found."""
        return self.right.total() / max(self.total.total(), 1)


def read_cases(path: Path) -> list[dict[str, Any]]:
    """The cases of ``recognizers_en.json``."""
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def judged(cases: Iterable[dict[str, Any]], finder: FindDates, newslike: bool | None = True) -> CasesRight:
    """What a finder gets right; ``newslike`` keeps the cases of that sort, None keeps all."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    alarms = empty = 0
    for case in cases:
        if newslike is not None and case["newslike"] != newslike:
            continue
        found = finder(case["text"], case["reference"])
        if not case["expected"]:
            empty += 1
            alarms += bool(found)
        for wanted in case["expected"]:
            total[wanted["subtype"]] += 1
            right[wanted["subtype"]] += any(overlap(wanted, given) and agrees(wanted, given) for given in found)
    return CasesRight(right, total, alarms, empty)


def metrics(cases: list[dict[str, Any]], finder: FindDates) -> dict[str, Metric]:
    """The figures that the gate holds."""
    found = judged(cases, finder)
    every = judged(cases, finder, newslike=None)
    return {
        "temporal.newslike": Metric(found.share, found.total.total()),
        "temporal.all": Metric(every.share, every.total.total()),
        "temporal.empty": Metric(1 - every.alarms / max(every.empty, 1), every.empty),
    }


def overlap(wanted: dict[str, Any], given: FoundDate) -> bool:
    """Whether two expressions share a character."""
    return bool(min(wanted["end"], given.end) > max(wanted["start"], given.start))


def agrees(wanted: dict[str, Any], given: FoundDate) -> bool:
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


def same_interval(begin: str | None, until: str | None, given: FoundDate) -> bool:
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
    """A value without seconds and with minutes.

    >>> plain("2016-11-07T16"), plain("2016-11-07T16:00:00"), plain("PT3H")
    ('2016-11-07T16:00', '2016-11-07T16:00', 'PT3H')
    """
    head, mark, clock = value.partition("T")
    if not mark or not clock[:1].isdigit() or head in {"", "P"}:
        return value
    parts = clock.split(":")[:2]
    return f"{head}T{':'.join([*parts, '00'][:2])}"


def day_of(iso: str) -> date:
    """The day of an ISO date or date and time."""
    return date.fromisoformat(iso[:10])


def later(day: date | None) -> date | None:
    """The day after."""
    return day + timedelta(days=1) if day is not None else None
