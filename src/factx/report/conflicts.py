"""Events and claims as they are shown: those whose reports cannot all hold come first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from factx.base import TOLLS
from factx.report.figures import event_name, nation_name
from factx.report.growth import figure
from factx.report.kept import Row

MOST_SHOWN = 200
"""Conflicts and failures that a page tells in full: more are in the tables."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sentences that cannot both hold; ``about`` says of what, ``told`` who tells them.

    ``homes`` are the files whose pages show their articles, empty if none does.
    """

    about: str
    facts: tuple[str, str]
    sentences: tuple[str, str]
    told: tuple[str, str]
    homes: tuple[str, str]


def conflicts(claims: Iterable[Row], facts: Iterable[Row], homes: Mapping[str, str]) -> list[Conflict]:
    """The conflicts of claims, in the order of the table; ``homes`` as for ``overview_of``."""
    found = [claim for claim in claims if claim.get("conflict")]
    named = {claim[name] for claim in found for name in ("conflict_fact_1", "conflict_fact_2")}
    by_id = {row["fact_id"]: row for row in facts if row["fact_id"] in named}
    return [
        Conflict(
            _about(claim, [by_id.get(first), by_id.get(second)]),
            (first, second),
            (claim["conflict_sentence_1"] or "", claim["conflict_sentence_2"] or ""),
            (_told(by_id.get(first)), _told(by_id.get(second))),
            (_home(by_id.get(first), homes), _home(by_id.get(second), homes)),
        )
        for claim in found
        for first, second in [(claim["conflict_fact_1"] or "", claim["conflict_fact_2"] or "")]
    ]


def _about(claim: Row, facts: Iterable[Row | None]) -> str:
    """The two numbers, of whom, where and when."""
    numbers = " or ".join(figure(fact) for fact in facts if fact is not None)
    agent = f"by {claim['agent']}" if claim["agent"] else None
    what = f"{claim['kind']}: {numbers}" if numbers else claim["kind"]
    return " · ".join(filter(None, (what, agent, claim["object"], claim["location"], claim["time_start"])))


def _told(fact: Row | None) -> str:
    """Who says it, when and in which article."""
    if fact is None:
        return ""
    return " · ".join(filter(None, (fact["source"], fact["published"], fact["title"] or fact["path"])))


def _home(fact: Row | None, homes: Mapping[str, str]) -> str:
    return homes.get(fact["article_id"], "") if fact else ""


def in_order(events: Iterable[Row]) -> list[Row]:
    """Events, those with a conflict first, then the newest."""
    newest = sorted(events, key=lambda event: event["time_start"] or event["first_reported"] or "", reverse=True)
    return sorted(newest, key=lambda event: not event["conflict"])


def event_rows(events: Iterable[Row], nations: Mapping[str, str]) -> list[list[Any]]:
    """Events as rows of the page's table; ``nations`` are names by codes."""
    return [
        [
            "conflict" if event["conflict"] else "",
            event_name(event, nations),
            nation_name(event, nations),
            event["time_start"] or event["first_reported"] or "",
            *(_toll(event, toll) for toll in TOLLS),
            event["articles"] or 0,
        ]
        for event in events
    ]


def _toll(event: Mapping[str, Any], toll: str) -> list[Any]:
    """A toll as what is shown and what it is sorted by: the newest, with its bounds where they differ."""
    newest, low, high = (event[name] for name in (toll, f"{toll}_low", f"{toll}_high"))
    known = [value for value in (low, newest, high) if value is not None]
    if not known:
        return ["", -1]
    best = known[-1] if newest is None else newest
    spread = f" ({min(known):,.0f}–{max(known):,.0f})" if min(known) != max(known) else ""
    return [f"{best:,.0f}{spread}", best]
