"""The figures that charts show, each also a table for those who hear the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factx.base import TOLLS, counted
from factx.report.givers import are_many
from factx.report.kept import Row

GIVEN = ("pledged", "approved", "delivered")
"""Standings of a pledge in which somebody gives: not what is asked for, withheld or withdrawn."""
MOST_DONORS = 20
"""Bars that fit on a screen."""
MOST_PLACES = 1000
"""Points that can be told apart on a map of the world."""
MOST_TOLLS = 2000
"""Marks that a chart draws at once without a wait; the largest are kept."""
_UNKNOWN = "not told"


def statuses(articles: Iterable[Row]) -> dict[str, int]:
    """Articles by status: ok, skipped, failed."""
    counts = Counter(str(row["status"]) for row in articles)
    return {name: counts[name] for name in ("ok", "skipped", "failed")}


def by_kind_and_month(facts: Iterable[Row]) -> list[dict[str, Any]]:
    """Facts by kind and month of publication; those of articles without a date are ``not told``."""
    counts = Counter((str(row["kind"]), (row["published"] or "")[:7] or _UNKNOWN) for row in facts)
    return [{"kind": kind, "month": month, "facts": number} for (kind, month), number in sorted(counts.items())]


def by_donor(claims: Iterable[Row], nations: Mapping[str, str]) -> list[dict[str, Any]]:
    """Dollars pledged by donor, largest first: sums of the newest, lowest and highest of its claims.

    A donor is a state, or who is named where no state is; ``nations`` are names of states by codes.
    """
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0])
    for row in claims:
        if is_given(row) and is_single(row):
            bounds = (row["amount_usd"], row["amount_usd_low"], row["amount_usd_high"])
            state = row["agent_state"]
            total = sums[nations.get(state, state) or row["agent"]]
            for at, value in enumerate(bounds):
                total[at] += row["amount_usd"] if value is None else value
            total[-1] += 1
    rows: list[dict[str, Any]] = [
        {"donor": donor, "usd": round(usd), "low": round(low), "high": round(high), "pledges": int(number)}
        for donor, (usd, low, high, number) in sums.items()
    ]
    return sorted(rows, key=lambda row: (-row["usd"], row["donor"]))[:MOST_DONORS]


def beside_donors(claims: Iterable[Row]) -> str:
    """What is given by nobody who has a bar: by donors together, or by whom is not told; may be empty."""
    others = [row for row in claims if is_given(row) and not is_single(row)]
    together = sum(bool(row["agent"]) for row in others)
    unnamed = round(sum(row["amount_usd"] for row in others if not row["agent"]))
    sums = f"{counted(together, 'sum')} that donors give together (what single donors give is part of these)"
    told = [*([sums] if together else []), *([f"${unnamed:,} of which no donor is told"] if unnamed else [])]
    return f"Not among the bars: {'; '.join(told)}." if told else ""


def is_given(row: Row) -> bool:
    """True if a claim asserts money that somebody gives, and is part of no other."""
    is_pledge = row["kind"] == "pledge" and row["status"] in GIVEN and row["modality"] in (None, "asserted")
    return bool(is_pledge and row["amount_usd"] and not row.get("part"))


def is_single(row: Row) -> bool:
    """True if a claim names one giver."""
    return bool(row["agent_state"] or (row["agent"] and not are_many(row["agent"])))


def places(facts: Iterable[Row], nations: Mapping[str, str]) -> list[dict[str, Any]]:
    """Facts by place that has coordinates, most first, with the names that news gives it."""
    counts: Counter[tuple[float, float]] = Counter()
    names: dict[tuple[float, float], Counter[str]] = defaultdict(Counter)
    for row in facts:
        if row["latitude"] is not None and row["longitude"] is not None:
            spot = (float(row["longitude"]), float(row["latitude"]))
            counts[spot] += 1
            names[spot][row["location"] or nation_name(row, nations) or _UNKNOWN] += 1
    return [
        {"place": names[spot].most_common(1)[0][0], "longitude": spot[0], "latitude": spot[1], "facts": number}
        for spot, number in counts.most_common(MOST_PLACES)
    ]


def tolls(events: Sequence[Row], nations: Mapping[str, str]) -> list[dict[str, Any]]:
    """The tolls of events that have a day, by that day; without one, that of the first report."""
    rows = [toll for event in events for toll in _tolls_of(event, nations)]
    largest = sorted(rows, key=lambda row: -row["newest"])[:MOST_TOLLS]
    return sorted(largest, key=lambda row: (row["day"], row["toll"], row["event"]))


def _tolls_of(event: Row, nations: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    day = event["time_start"] or event["first_reported"]
    name = event_name(event, nations)
    for toll in TOLLS:
        told = [event[name] for name in (toll, f"{toll}_low", f"{toll}_high") if event[name] is not None]
        if day and told:
            newest, low, high = told[0], min(told), max(told)
            yield {"day": day, "toll": toll, "newest": newest, "low": low, "high": high, "event": name}


def event_name(event: Row, nations: Mapping[str, str]) -> str:
    """What a reader calls an event: its incident and place.

    >>> event_name({"incident": "raid", "location": None, "country": "MYS"}, {"MYS": "Malaysia"})
    'raid, Malaysia'
    >>> event_name({"incident": None, "location": None, "country": None}, {})
    'incident, place not told'
    """
    place = event["location"] or nation_name(event, nations) or "place not told"
    return f"{event['incident'] or 'incident'}, {place}"


def nation_name(row: Row, nations: Mapping[str, str]) -> str:
    """The English name of the nation that a row belongs to, its code without a name, or nothing."""
    return nations.get(row["country"], row["country"] or "")
