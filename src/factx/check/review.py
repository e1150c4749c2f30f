"""The facts most worth a look: unsure ones, conflicts, what stands out, each with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from factx.check.predicted import rows_of
from factx.tables import read_tables

Row = Mapping[str, Any]
Tolls = Mapping[int, list[Row]]
"""The facts that tell one toll of an event, by the day on which they were reported."""
UNSURE = 0.8
"""Confidence below which a fact is worth a look: of such facts every second is wrong."""
LARGE_SUM = 1e9
"""US dollars from which on an error of scale changes any total."""
FAR = 3.0
"""How many times higher or lower than all others of its event and day a toll stands out."""
GROWN = 5.0
"""The same beside those of another day: a toll grows."""
RATE = 0.1
"""The share by which a text's own conversion may miss the rate: rounding and a few weeks' change."""
CONFLICT_POINTS, READER_POINTS, SUM_POINTS, TOLL_POINTS, RATE_POINTS = 0.4, 0.15, 0.2, 0.4, 0.3


@dataclass(frozen=True, slots=True)
class Worth:
    """A fact with the reasons to look at it; more points are more worth it."""

    fact: Row
    points: float
    reasons: tuple[str, ...]


def read_facts(folder: str | Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The facts and the claims of a folder of tables."""
    tables = read_tables(folder, ["facts", "claims"])
    return list(rows_of(tables["facts"])), list(rows_of(tables["claims"]))


def worth_checking(facts: Sequence[Row], claims: Sequence[Row]) -> list[Worth]:
    """The facts for which anything speaks, most worth it first; facts alike stay in their order."""
    conflicts = {claim[name] for claim in claims for name in ("conflict_fact_1", "conflict_fact_2") if claim.get(name)}
    tolls: dict[tuple[Any, Any], dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        if fact["event_id"] and fact["value"]:
            tolls[fact["event_id"], fact["kind"]][_day(fact)].append(fact)
    found = [_worth(fact, conflicts, tolls[fact["event_id"], fact["kind"]]) for fact in facts]
    return sorted((item for item in found if item.reasons), key=lambda item: -item.points)


def _worth(fact: Row, conflicts: set[Any], tolls: Tolls) -> Worth:
    told = list(_reasons(fact, conflicts, tolls))
    return Worth(fact, round(sum(points for points, _ in told), 3), tuple(reason for _, reason in told))


def _reasons(fact: Row, conflicts: set[Any], tolls: Tolls) -> Iterator[tuple[float, str]]:
    sure = fact["confidence"]
    if sure is not None and sure < UNSURE:
        yield 1 - sure, f"low confidence: {sure:.2f}"
    if str(fact["rule"]).startswith("reader/"):
        yield READER_POINTS, "found by the language model alone, by no rule"
    if fact["fact_id"] in conflicts:
        yield CONFLICT_POINTS, "another report contradicts it"
    if (fact["amount_usd"] or 0) >= LARGE_SUM:
        yield SUM_POINTS, f"a very large sum: ${fact['amount_usd'] / 1e9:,.1f} billion"
    near, far = _told_then(fact, tolls)
    if near and not min(near) / far <= fact["value"] <= max(near) * far:
        yield TOLL_POINTS, f"other reports of the event at that time say about {median(near):,.0f}"
    yield from _rate(fact)


def _rate(fact: Row) -> Iterator[tuple[float, str]]:
    """A reason if the text's own sum in dollars is far from that by the rate."""
    told, by_rate = fact["equivalent_value"], fact["amount_usd"]
    if fact["equivalent_currency"] == "USD" and told and by_rate and abs(told / by_rate - 1) > RATE:
        yield RATE_POINTS, f"the text says ${told:,.0f}, the exchange rate gives ${by_rate:,.0f}"


def _told_then(fact: Row, tolls: Tolls) -> tuple[list[float], float]:
    """What others told of a toll on the day of a fact or the nearest, and how far it may be from that."""
    day = _day(fact)
    others = {at: [one["value"] for one in told if one["fact_id"] != fact["fact_id"]] for at, told in tolls.items()}
    days = [at for at, told in others.items() if told]
    if not fact["value"] or not days:
        return [], FAR
    nearest = min(days, key=lambda at: abs(at - day))
    return others[nearest], FAR if nearest == day else GROWN


def _day(fact: Row) -> int:
    """The day on which a fact was reported, as a number; one for those of which it is not known."""
    published = fact["published"]
    return date.fromisoformat(str(published)[:10]).toordinal() if published else 0
