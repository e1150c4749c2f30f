"""How the tolls of an event grew: each figure with the day on which it was reported, and who says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from factx.base import TOLLS
from factx.report.kept import Row

TOLD = ("Reported", "Toll", "Figure", "Of whom", "Says who")
"""Heads of the columns of an event's figures; behind them stand the fact's id and its page."""
MOST_FIGURES = 60
"""Figures of an event that are shown, the newest: more is read in the table of facts."""
_OTHER_NAMES = {"arrest": "arrested"}
"""Kinds of facts whose toll has another name in the table of events."""
_KINDS = frozenset((*TOLLS, *_OTHER_NAMES))
"""Kinds of facts that are tolls."""


def growth(facts: Iterable[Row], homes: Mapping[str, str]) -> dict[str, list[list[str]]]:
    """The figures of each event of which a toll is told on two days or by two sources, by toll and day.

    A row has the cells of ``TOLD``, the fact's id and the name of the page that shows its article;
    ``homes`` as for ``overview_of``. What is possible or denied is no figure, nor is one told again on
    the same day by the same source, or by the headline of an article that says whose it is.
    """
    tolls: dict[str, dict[str, dict[tuple[Any, ...], list[str]]]] = defaultdict(lambda: defaultdict(dict))
    for fact in _once_an_article(facts):
        toll = _OTHER_NAMES.get(fact["kind"], fact["kind"])
        day, source = fact["published"] or "", fact["source"] or ""
        cells = [day, toll, figure(fact), fact["object"] or "", source, fact["fact_id"]]
        same = (day, source.casefold(), fact["low"], fact["high"], cells[3])
        tolls[str(fact["event_id"])][toll or ""].setdefault(same, [*cells, homes.get(fact["article_id"], "")])
    shown = {event: [row for toll in TOLLS for row in _grown(found.get(toll, {}))] for event, found in tolls.items()}
    return {event: rows for event, rows in shown.items() if rows}


def _once_an_article(facts: Iterable[Row]) -> Iterable[Row]:
    """The figures of tolls; of those that an article tells several times, the first that names a source."""
    found: dict[tuple[Any, ...], Row] = {}
    for fact in facts:
        if fact.get("event_id") and fact["kind"] in _KINDS and fact["modality"] == "asserted":
            key = tuple(fact[name] for name in ("article_id", "event_id", "kind", "low", "high"))
            if key not in found or (fact["source"] and not found[key]["source"]):
                found[key] = fact
    return found.values()


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
