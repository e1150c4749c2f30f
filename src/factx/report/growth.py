"""How the tolls of an event grew: each figure with the day on which it was reported, and who says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from factx.report.figures import TOLLS
from factx.report.kept import Row

TOLD = ("Reported", "Toll", "Figure", "Of whom", "Says who")
"""Heads of the columns of an event's figures; behind them stand the fact's id and its page."""
MOST_FIGURES = 60
"""Figures of an event that are shown, the newest: more is read in the table of facts."""
_OTHER_NAMES = {"arrest": "arrested"}
"""Kinds of facts whose toll has another name in the table of events."""


def growth(facts: Iterable[Row], homes: Mapping[str, str]) -> dict[str, list[list[str]]]:
    """The figures of each event of which a toll is told on two days or by two sources, by toll and day.

    A row has the cells of ``TOLD``, the fact's id and the name of the page that shows its article;
    ``homes`` as for ``overview_of``. What is possible or denied is no figure, nor is one told again on
    the same day by the same source.
    """
    tolls: dict[str, dict[str, dict[tuple[Any, ...], list[str]]]] = defaultdict(lambda: defaultdict(dict))
    for fact in facts:
        toll = _OTHER_NAMES.get(fact["kind"], fact["kind"])
        if fact.get("event_id") and toll in TOLLS and fact["modality"] == "asserted":
            day, source = fact["published"] or "", fact["source"] or ""
            cells = [day, toll, figure(fact), fact["object"] or "", source, fact["fact_id"]]
            same = (day, source, fact["low"], fact["high"], cells[3])
            tolls[fact["event_id"]][toll].setdefault(same, [*cells, homes.get(fact["article_id"], "")])
    shown = {event: [row for toll in TOLLS for row in _grown(found.get(toll, {}))] for event, found in tolls.items()}
    return {event: rows for event, rows in shown.items() if rows}


def _grown(told: Mapping[tuple[Any, ...], list[str]]) -> list[list[str]]:
    """The rows of a toll by day, none if it is told on one day by one source."""
    tellers = {(day, source) for day, source, *_ in told}
    return sorted(told.values(), key=lambda row: row[0])[-MOST_FIGURES:] if len(tellers) > 1 else []


def figure(fact: Row) -> str:
    """The number of a fact as its words say it, with the bound that they give.

    >>> figure({"value_text": "40", "bound": "at_most"}), figure({"value_text": "Nine", "bound": "exact"})
    ('at most 40', 'Nine')
    """
    bound = "" if fact["bound"] in (None, "exact", "range", "vague") else fact["bound"].replace("_", " ")
    return " ".join(filter(None, (bound, fact["value_text"])))
