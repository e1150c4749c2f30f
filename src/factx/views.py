"""Views of the facts for one kind of reader each, in the field's own names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from factx.records import Bound, Fact, Modality, column


@dataclass(frozen=True, slots=True)
class Pledge:
    """One pledge: who gives how much to whom."""

    fact_id: str | None = column("Fact", key="facts.fact_id", natural=True)
    article_id: str | None = column("Article", key="articles.article_id")
    donor: str | None = column("Who gives, or is asked to")
    donor_country: str | None = column("ISO 3166-1 alpha-3 code of the donor")
    recipient: str | None = column("Who or which place gets it")
    recipient_country: str | None = column("ISO 3166-1 alpha-3 code of the recipient")
    status: str | None = column("requested, pledged, approved, delivered or withheld")
    original_amount: float | None = column("The amount stated; empty for ranges and vague amounts")
    original_amount_low: float | None = column("Lower end of the amount; empty when open")
    original_amount_high: float | None = column("Upper end of the amount; empty when open")
    bound: Bound | None = column("How the text bounds the amount")
    original_currency: str | None = column("ISO 4217 code; empty for goods")
    unit: str | None = column("ISO 4217 code, or what is counted")
    amount_usd: float | None = column("The amount in US dollars", unit="USD")
    amount_usd_low: float | None = column("The lower end in US dollars", unit="USD")
    amount_usd_high: float | None = column("The upper end in US dollars", unit="USD")
    exchange_rate: float | None = column("Units of the currency per US dollar")
    exchange_rate_date: str | None = column("Date of the rate", format="date")
    stated_amount: float | None = column("The amount of the text's own conversion")
    stated_currency: str | None = column("ISO 4217 code of the text's own conversion")
    given: str | None = column("What is given")
    purpose: str | None = column("What for")
    period_start: str | None = column("First day, ISO 8601; partial dates stay partial")
    period_end: str | None = column("Last day, ISO 8601; partial dates stay partial")
    modality: Modality | None = column("Whether the claim is asserted, possible or denied")
    source: str | None = column("Who says so")
    sentence: str | None = column("The whole sentence")


@dataclass(frozen=True, slots=True)
class TroopCount:
    """One count of armed or security personnel."""

    fact_id: str | None = column("Fact", key="facts.fact_id", natural=True)
    article_id: str | None = column("Article", key="articles.article_id")
    contributor: str | None = column("Whose troops they are")
    contributor_country: str | None = column("ISO 3166-1 alpha-3 code of the contributor")
    host: str | None = column("Where they are or go")
    host_country: str | None = column("ISO 3166-1 alpha-3 code of the host")
    movement: str | None = column("present, sent, planned or withdrawn")
    count: float | None = column("The count stated; empty for ranges and vague counts", unit="persons")
    count_low: float | None = column("Lower end of the count; empty when open", unit="persons")
    count_high: float | None = column("Upper end of the count; empty when open", unit="persons")
    bound: Bound | None = column("How the text bounds the count")
    force: str | None = column("Soldiers, police officers, fighters: as written")
    period_start: str | None = column("First day, ISO 8601; partial dates stay partial")
    period_end: str | None = column("Last day, ISO 8601; partial dates stay partial")
    modality: Modality | None = column("Whether the claim is asserted, possible or denied")
    source: str | None = column("Who says so")
    sentence: str | None = column("The whole sentence")


@dataclass(frozen=True, slots=True)
class ArrestCount:
    """One count of persons arrested or held."""

    fact_id: str | None = column("Fact", key="facts.fact_id", natural=True)
    article_id: str | None = column("Article", key="articles.article_id")
    authority: str | None = column("Who arrests or holds them")
    authority_country: str | None = column("ISO 3166-1 alpha-3 code of the authority")
    count: float | None = column("The count stated; empty for ranges and vague counts", unit="persons")
    count_low: float | None = column("Lower end of the count; empty when open", unit="persons")
    count_high: float | None = column("Upper end of the count; empty when open", unit="persons")
    bound: Bound | None = column("How the text bounds the count")
    suspects: str | None = column("Who was arrested, as written")
    charge: str | None = column("What for, where the sentence says so and tells of one arrest only")
    location: str | None = column("Where, as written")
    location_country: str | None = column("ISO 3166-1 alpha-3 code of the location")
    period_start: str | None = column("First day, ISO 8601; partial dates stay partial")
    period_end: str | None = column("Last day, ISO 8601; partial dates stay partial")
    modality: Modality | None = column("Whether the claim is asserted, possible or denied")
    source: str | None = column("Who says so")
    sentence: str | None = column("The whole sentence")


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
        "pledges": [pledge(fact) for fact in facts if fact.kind == "pledge"],
        "troops": [troop_count(fact) for fact in facts if fact.kind == "troops"],
        "arrests": list(_arrests([fact for fact in facts if fact.kind == "arrest"])),
        "casualties": list(_casualties([fact for fact in facts if fact.kind in _TOLL])),
    }


def pledge(fact: Fact) -> Pledge:
    """A pledge as those who follow aid call its parts."""
    return Pledge(
        fact_id=fact.fact_id,
        article_id=fact.article_id,
        donor=fact.agent,
        donor_country=fact.agent_country,
        recipient=fact.recipient,
        recipient_country=fact.recipient_country,
        status=fact.status,
        original_amount=fact.value,
        original_amount_low=fact.low,
        original_amount_high=fact.high,
        bound=fact.bound,
        original_currency=fact.currency,
        unit=fact.unit,
        amount_usd=fact.amount_usd,
        amount_usd_low=fact.amount_usd_low,
        amount_usd_high=fact.amount_usd_high,
        exchange_rate=fact.fx_rate,
        exchange_rate_date=fact.fx_date,
        stated_amount=fact.equivalent_value,
        stated_currency=fact.equivalent_currency,
        given=fact.object,
        purpose=fact.purpose,
        period_start=fact.time_start,
        period_end=fact.time_end,
        modality=fact.modality,
        source=fact.source,
        sentence=fact.sentence,
    )


def troop_count(fact: Fact) -> TroopCount:
    """A count of troops as those who follow deployments call its parts."""
    return TroopCount(
        fact_id=fact.fact_id,
        article_id=fact.article_id,
        contributor=fact.agent,
        contributor_country=fact.agent_country,
        host=fact.location,
        host_country=fact.location_country,
        movement=fact.status,
        count=fact.value,
        count_low=fact.low,
        count_high=fact.high,
        bound=fact.bound,
        force=fact.object,
        period_start=fact.time_start,
        period_end=fact.time_end,
        modality=fact.modality,
        source=fact.source,
        sentence=fact.sentence,
    )


def _arrests(facts: Sequence[Fact]) -> Iterable[ArrestCount]:
    """The arrests; a charge is read only where the sentence leaves no doubt whose it is."""
    for _, told in groupby(facts, key=lambda fact: fact.sentence_id):
        together = list(told)
        for fact in together:
            yield arrest_count(fact, charge_in(fact.sentence or "") if len(together) == 1 else None)


def arrest_count(fact: Fact, charge: str | None) -> ArrestCount:
    """A count of arrests as those who follow policing call its parts."""
    return ArrestCount(
        fact_id=fact.fact_id,
        article_id=fact.article_id,
        authority=fact.agent,
        authority_country=fact.agent_country,
        count=fact.value,
        count_low=fact.low,
        count_high=fact.high,
        bound=fact.bound,
        suspects=fact.object,
        charge=charge,
        location=fact.location,
        location_country=fact.location_country,
        period_start=fact.time_start,
        period_end=fact.time_end,
        modality=fact.modality,
        source=fact.source,
        sentence=fact.sentence,
    )


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
