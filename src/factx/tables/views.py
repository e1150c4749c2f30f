"""Views of the facts for one kind of reader each, in the field's own names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from itertools import groupby
from typing import Any, TypeVar

from factx.base import Bound, Fact, Modality, column

Row = TypeVar("Row")
_FACT = {item.name: item.metadata for item in fields(Fact)}


def of_fact(
    name: str,
    description: str | None = None,
    *,
    unit: str | None = None,
    key: str | None = None,
    natural: bool = False,
) -> Any:
    """A record field that holds what a fact holds under ``name``, described as there where nothing else is said."""
    known = _FACT[name]
    own = {"description": description, "unit": unit, "key": key}
    told = {what: value for what, value in own.items() if value is not None}
    return field(default=None, metadata={**known, **told, "natural": natural, "fact": name})


@dataclass(frozen=True, slots=True)
class Pledge:
    """One pledge: who gives how much to whom."""

    fact_id: str | None = of_fact("fact_id", "Fact", key="facts.fact_id", natural=True)
    article_id: str | None = of_fact("article_id")
    donor: str | None = of_fact("agent", "Who gives, or is asked to")
    donor_country: str | None = of_fact("agent_country", "ISO 3166-1 alpha-3 code of the donor")
    recipient: str | None = of_fact("recipient", "Who or which place gets it")
    recipient_country: str | None = of_fact("recipient_country", "ISO 3166-1 alpha-3 code of the recipient")
    status: str | None = of_fact("status", "requested, pledged, approved, delivered or withheld")
    original_amount: float | None = of_fact("value", "The amount stated; empty for ranges and vague amounts")
    original_amount_low: float | None = of_fact("low", "Lower end of the amount; empty when open")
    original_amount_high: float | None = of_fact("high", "Upper end of the amount; empty when open")
    bound: Bound | None = of_fact("bound", "How the text bounds the amount")
    original_currency: str | None = of_fact("currency", "ISO 4217 code; empty for goods")
    unit: str | None = of_fact("unit", "ISO 4217 code, or what is counted")
    amount_usd: float | None = of_fact("amount_usd", "The amount in US dollars")
    amount_usd_low: float | None = of_fact("amount_usd_low")
    amount_usd_high: float | None = of_fact("amount_usd_high")
    exchange_rate: float | None = of_fact("fx_rate", "Units of the currency per US dollar")
    exchange_rate_date: str | None = of_fact("fx_date")
    stated_amount: float | None = of_fact("equivalent_value")
    stated_currency: str | None = of_fact("equivalent_currency")
    given: str | None = of_fact("object", "What is given")
    purpose: str | None = of_fact("purpose", "What for")
    period_start: str | None = of_fact("time_start")
    period_end: str | None = of_fact("time_end")
    modality: Modality | None = of_fact("modality")
    source: str | None = of_fact("source", "Who says so")
    sentence: str | None = of_fact("sentence")


@dataclass(frozen=True, slots=True)
class TroopCount:
    """One count of armed or security personnel."""

    fact_id: str | None = of_fact("fact_id", "Fact", key="facts.fact_id", natural=True)
    article_id: str | None = of_fact("article_id")
    contributor: str | None = of_fact("agent", "Whose troops they are")
    contributor_country: str | None = of_fact("agent_country", "ISO 3166-1 alpha-3 code of the contributor")
    host: str | None = of_fact("location", "Where they are or go")
    host_country: str | None = of_fact("location_country", "ISO 3166-1 alpha-3 code of the host")
    movement: str | None = of_fact("status", "present, sent, planned or withdrawn")
    count: float | None = of_fact("value", "The count stated; empty for ranges and vague counts", unit="persons")
    count_low: float | None = of_fact("low", "Lower end of the count; empty when open", unit="persons")
    count_high: float | None = of_fact("high", "Upper end of the count; empty when open", unit="persons")
    bound: Bound | None = of_fact("bound", "How the text bounds the count")
    force: str | None = of_fact("object", "Soldiers, police officers, fighters: as written")
    period_start: str | None = of_fact("time_start")
    period_end: str | None = of_fact("time_end")
    modality: Modality | None = of_fact("modality")
    source: str | None = of_fact("source", "Who says so")
    sentence: str | None = of_fact("sentence")


@dataclass(frozen=True, slots=True)
class ArrestCount:
    """One count of persons arrested or held."""

    fact_id: str | None = of_fact("fact_id", "Fact", key="facts.fact_id", natural=True)
    article_id: str | None = of_fact("article_id")
    authority: str | None = of_fact("agent", "Who arrests or holds them")
    authority_country: str | None = of_fact("agent_country", "ISO 3166-1 alpha-3 code of the authority")
    count: float | None = of_fact("value", "The count stated; empty for ranges and vague counts", unit="persons")
    count_low: float | None = of_fact("low", "Lower end of the count; empty when open", unit="persons")
    count_high: float | None = of_fact("high", "Upper end of the count; empty when open", unit="persons")
    bound: Bound | None = of_fact("bound", "How the text bounds the count")
    suspects: str | None = of_fact("object", "Who was arrested, as written")
    charge: str | None = column("What for, where the sentence says so and tells of one arrest only")
    location: str | None = of_fact("location", "Where, as written")
    location_country: str | None = of_fact("location_country")
    period_start: str | None = of_fact("time_start")
    period_end: str | None = of_fact("time_end")
    modality: Modality | None = of_fact("modality")
    source: str | None = of_fact("source", "Who says so")
    sentence: str | None = of_fact("sentence")


@dataclass(frozen=True, slots=True)
class Casualties:
    """The toll that one sentence tells: from the lowest to the highest count of each kind, never a sum."""

    article_id: str | None = column("Article", key="articles.article_id", natural=True)
    sentence_id: str | None = column("Sentence: article id and running number")
    killed_low: float | None = column("Lowest count of dead", unit="persons")
    killed_high: float | None = column("Highest count of dead; empty when open", unit="persons")
    injured_low: float | None = column("Lowest count of injured", unit="persons")
    injured_high: float | None = column("Highest count of injured; empty when open", unit="persons")
    missing_low: float | None = column("Lowest count of missing", unit="persons")
    missing_high: float | None = column("Highest count of missing; empty when open", unit="persons")
    facts: int | None = column("Number of facts behind the row", unit="facts")
    location: str | None = column("Where, as written")
    location_country: str | None = column("ISO 3166-1 alpha-3 code of the location")
    period_start: str | None = column("First day, ISO 8601; partial dates stay partial")
    period_end: str | None = column("Last day, ISO 8601; partial dates stay partial")
    sentence: str | None = column("The whole sentence", natural=True)


VIEWS: dict[str, type] = {"pledges": Pledge, "troops": TroopCount, "arrests": ArrestCount, "casualties": Casualties}
"""Every view of facts.csv by its file name without ``.csv``."""

_TOLL = ("killed", "injured", "missing")
_CHARGE = re.compile(
    r"""
    \b(?:on\ suspicion\ of|on\ charges\ of|on\ a\ charge\ of|accused\ of|suspected\ of|charged\ with   # named as such
       |for\ allegedly|for(?=\ [a-z]{3,20}ing\b))\ +                                             # for selling …
    (?P<charge>(?:[^,;.\n“”"]|[,.](?=\d)){3,120})
    """,
    re.VERBOSE,
)


def views_of(facts: Sequence[Fact]) -> dict[str, list[Any]]:
    """The rows of every view, from the facts of one article in text order."""
    return {
        "pledges": [_row(Pledge, fact) for fact in facts if fact.kind == "pledge"],
        "troops": [_row(TroopCount, fact) for fact in facts if fact.kind == "troops"],
        "arrests": list(_arrests([fact for fact in facts if fact.kind == "arrest"])),
        "casualties": list(_casualties([fact for fact in facts if fact.kind in _TOLL])),
    }


def _row(record: type[Row], fact: Fact, **more: Any) -> Row:
    """A fact as a row of a view, with the cells that are the view's own."""
    return record(**{name: getattr(fact, source) for name, source in _sources(record)}, **more)


def _sources(record: type) -> list[tuple[str, str]]:
    """The columns of a view that are a fact's, with the names that the fact has for them."""
    return [(item.name, item.metadata["fact"]) for item in fields(record) if "fact" in item.metadata]


def _arrests(facts: Sequence[Fact]) -> Iterable[ArrestCount]:
    """The arrests; a charge is read only where the sentence leaves no doubt whose it is."""
    for _, told in groupby(facts, key=lambda fact: fact.sentence_id):
        together = list(told)
        for fact in together:
            yield _row(ArrestCount, fact, charge=charge_in(fact.sentence or "") if len(together) == 1 else None)


def charge_in(sentence: str) -> str | None:
    """What a sentence says people were arrested for, verbatim.

    >>> charge_in("Police held nine men on suspicion of smuggling fuel, a spokesman said.")
    'smuggling fuel'
    """
    match = _CHARGE.search(sentence)
    return match["charge"].strip() if match else None


def _casualties(facts: Sequence[Fact]) -> Iterable[Casualties]:
    for _, told in groupby(facts, key=lambda fact: fact.sentence_id):
        yield casualties(list(told))


def casualties(facts: Sequence[Fact]) -> Casualties:
    """The toll told by the facts of one sentence; place and time where they agree on one.

    >>> toll = casualties([Fact(kind="killed", low=14, high=14), Fact(kind="killed", low=31, high=31)])
    >>> toll.killed_low, toll.killed_high, toll.injured_low
    (14, 31, None)
    """
    low, high = {}, {}
    for kind in _TOLL:
        counts = [fact for fact in facts if fact.kind == kind]
        low[kind] = None if any(fact.low is None for fact in counts) else _least(counts)
        high[kind] = None if any(fact.high is None for fact in counts) else _most(counts)
    return Casualties(
        article_id=facts[0].article_id,
        sentence_id=facts[0].sentence_id,
        killed_low=low["killed"],
        killed_high=high["killed"],
        injured_low=low["injured"],
        injured_high=high["injured"],
        missing_low=low["missing"],
        missing_high=high["missing"],
        facts=len(facts),
        location=_agreed(facts, "location"),
        location_country=_agreed(facts, "location_country"),
        period_start=_agreed(facts, "time_start"),
        period_end=_agreed(facts, "time_end"),
        sentence=facts[0].sentence,
    )


def _least(facts: Sequence[Fact]) -> float | None:
    return min((fact.low for fact in facts if fact.low is not None), default=None)


def _most(facts: Sequence[Fact]) -> float | None:
    return max((fact.high for fact in facts if fact.high is not None), default=None)


def _agreed(facts: Sequence[Fact], name: str) -> Any:
    values = {getattr(fact, name) for fact in facts} - {None}
    return values.pop() if len(values) == 1 else None
