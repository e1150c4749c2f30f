"""Views of the facts: a table per kind of reader, with the column names of its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from itertools import groupby
from typing import Any, TypeVar

from factx.base import Bound, CountryFrom, Fact, Modality, SourceType, column, lexicon

Row = TypeVar("Row")
Number = TypeVar("Number", int, float)
_FACT = {item.name: item.metadata for item in fields(Fact)}


def of_fact(
    name: str,
    description: str | None = None,
    *,
    unit: str | None = None,
    key: str | None = None,
    natural: bool = False,
) -> Any:
    """Declare a column that has a fact's value; what is not given is as the fact's column says."""
    own = {"description": description, "unit": unit, "key": key}
    given = {what: value for what, value in own.items() if value is not None}
    return field(default=None, metadata={**_FACT[name], **given, "natural": natural, "fact": name})


_PERSONS = {
    "value": "The count stated; empty for ranges and vague counts",
    "low": "Lower end of the count; empty when open",
    "high": "Upper end of the count; empty when open",
    "bound": "How the text bounds the count",
}


def of_persons(name: str) -> Any:
    """Declare a column that has a fact's number, which counts persons."""
    return of_fact(name, _PERSONS[name], unit=None if name == "bound" else "persons")


@dataclass(frozen=True, slots=True)
class Pledge:
    """One pledge: who gives how much to whom."""

    fact_id: str | None = of_fact("fact_id", "Fact", key="facts.fact_id", natural=True)
    claim_id: str | None = of_fact("claim_id")
    article_id: str | None = of_fact("article_id")
    donor: str | None = of_fact("agent", "Who gives, or is asked to")
    donor_country: str | None = of_fact("agent_state", "ISO 3166-1 alpha-3 code of the donor's state")
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
    country: str | None = of_fact("country")
    country_from: CountryFrom | None = of_fact("country_from")
    period_start: str | None = of_fact("time_start")
    period_end: str | None = of_fact("time_end")
    modality: Modality | None = of_fact("modality")
    source: str | None = of_fact("source", "Who says so")
    source_type: SourceType | None = of_fact("source_type")
    sentence: str | None = of_fact("sentence")
    char_start: int | None = of_fact("char_start")
    char_end: int | None = of_fact("char_end")
    confidence: float | None = of_fact("confidence")


@dataclass(frozen=True, slots=True)
class TroopCount:
    """One count of armed or security personnel."""

    fact_id: str | None = of_fact("fact_id", "Fact", key="facts.fact_id", natural=True)
    claim_id: str | None = of_fact("claim_id")
    article_id: str | None = of_fact("article_id")
    contributor: str | None = of_fact("agent", "Whose troops they are")
    contributor_country: str | None = of_fact("agent_state", "ISO 3166-1 alpha-3 code of the contributor's state")
    host: str | None = of_fact("location", "Where they are or go")
    host_country: str | None = of_fact("location_country", "ISO 3166-1 alpha-3 code of the host")
    movement: str | None = of_fact("status", "present, sent, planned or withdrawn")
    count: float | None = of_persons("value")
    count_low: float | None = of_persons("low")
    count_high: float | None = of_persons("high")
    bound: Bound | None = of_persons("bound")
    force: str | None = of_fact("object", "Soldiers, police officers, fighters: as written")
    country: str | None = of_fact("country")
    country_from: CountryFrom | None = of_fact("country_from")
    period_start: str | None = of_fact("time_start")
    period_end: str | None = of_fact("time_end")
    modality: Modality | None = of_fact("modality")
    source: str | None = of_fact("source", "Who says so")
    source_type: SourceType | None = of_fact("source_type")
    sentence: str | None = of_fact("sentence")
    char_start: int | None = of_fact("char_start")
    char_end: int | None = of_fact("char_end")
    confidence: float | None = of_fact("confidence")


@dataclass(frozen=True, slots=True)
class ArrestCount:
    """One count of persons arrested or held."""

    fact_id: str | None = of_fact("fact_id", "Fact", key="facts.fact_id", natural=True)
    claim_id: str | None = of_fact("claim_id")
    article_id: str | None = of_fact("article_id")
    authority: str | None = of_fact("agent", "Who arrests or holds them")
    authority_country: str | None = of_fact("agent_state", "ISO 3166-1 alpha-3 code of the authority's state")
    count: float | None = of_persons("value")
    count_low: float | None = of_persons("low")
    count_high: float | None = of_persons("high")
    bound: Bound | None = of_persons("bound")
    suspects: str | None = of_fact("object", "Who was arrested, as written")
    charge: str | None = column("What for, where the sentence says so and tells of one arrest only")
    location: str | None = of_fact("location", "Where, as written")
    location_country: str | None = of_fact("location_country")
    country: str | None = of_fact("country")
    country_from: CountryFrom | None = of_fact("country_from")
    period_start: str | None = of_fact("time_start")
    period_end: str | None = of_fact("time_end")
    modality: Modality | None = of_fact("modality")
    source: str | None = of_fact("source", "Who says so")
    source_type: SourceType | None = of_fact("source_type")
    sentence: str | None = of_fact("sentence")
    char_start: int | None = of_fact("char_start")
    char_end: int | None = of_fact("char_end")
    confidence: float | None = of_fact("confidence")


@dataclass(frozen=True, slots=True)
class Casualties:
    """The toll that one sentence tells: from the lowest to the highest count of each kind, never a sum."""

    article_id: str | None = column("Article", key="articles.article_id", natural=True)
    sentence_id: str | None = column("Sentence: article id and running number")
    claim_ids: str | None = column("The claims that its facts belong to, in text order, separated by |")
    killed_low: float | None = column("Lowest count of dead", unit="persons")
    killed_high: float | None = column("Highest count of dead; empty when open", unit="persons")
    injured_low: float | None = column("Lowest count of injured", unit="persons")
    injured_high: float | None = column("Highest count of injured; empty when open", unit="persons")
    missing_low: float | None = column("Lowest count of missing", unit="persons")
    missing_high: float | None = column("Highest count of missing; empty when open", unit="persons")
    facts: int | None = column("Number of facts behind the row", unit="facts")
    location: str | None = column("Where, as written")
    location_country: str | None = column("ISO 3166-1 alpha-3 code of the location")
    country: str | None = column("ISO 3166-1 alpha-3 code of the nation that the toll belongs to")
    period_start: str | None = column("First day, ISO 8601; partial dates stay partial")
    period_end: str | None = column("Last day, ISO 8601; partial dates stay partial")
    sentence: str | None = column("The whole sentence", natural=True)
    char_start: int | None = column("First character of the first count in the text", unit="characters", natural=True)
    char_end: int | None = column("First character after the last count", unit="characters", natural=True)
    confidence: float | None = column("That of the fact that is least likely to be right, from 0 to 1")


VIEWS: dict[str, type] = {"pledges": Pledge, "troops": TroopCount, "arrests": ArrestCount, "casualties": Casualties}
"""Every view of facts.csv by its file name without ``.csv``."""

_TOLL = ("killed", "injured", "missing")
_CHARGE = re.compile(
    rf"""
    \b(?:{"|".join(re.escape(phrase) for phrase in sorted(lexicon.words("tables/charge_phrases", "phrase")))}
       |for(?=\ [a-z]{{3,20}}ing\b)                       # for selling …
    )\ +
    (?P<charge>(?:[^,;.\n“”"]|[,.](?=\d)){{3,120}})        # to the end of the clause; $12,000 and 1.5 kg are within
    """,
    re.VERBOSE,
)


def views_of(facts: Sequence[Fact]) -> dict[str, list[Any]]:
    """Return the rows of every view, from the facts of one article in text order."""
    return {
        "pledges": [_row(Pledge, fact) for fact in facts if fact.kind == "pledge"],
        "troops": [_row(TroopCount, fact) for fact in facts if fact.kind == "troops"],
        "arrests": list(_arrests([fact for fact in facts if fact.kind == "arrest"])),
        "casualties": list(_casualties([fact for fact in facts if fact.kind in _TOLL])),
    }


def _row(record: type[Row], fact: Fact, **more: Any) -> Row:
    """A fact as a row of a view, with the cells that only the view has."""
    return record(**{name: getattr(fact, source) for name, source in _sources(record)}, **more)


def _sources(record: type) -> list[tuple[str, str]]:
    """The columns of a view that are a fact's, with the names that the fact has for them."""
    return [(item.name, item.metadata["fact"]) for item in fields(record) if "fact" in item.metadata]


def _arrests(facts: Sequence[Fact]) -> Iterable[ArrestCount]:
    """The arrests; a charge is read only if its sentence reports no other arrest."""
    for together in _by_sentence(facts):
        for fact in together:
            yield _row(ArrestCount, fact, charge=charge_in(fact.sentence or "") if len(together) == 1 else None)


def charge_in(sentence: str) -> str | None:
    """Return what a sentence says people were arrested for, verbatim, or None if it does not.

    >>> charge_in("Police held nine men on suspicion of smuggling fuel, a spokesman said.")
    'smuggling fuel'
    """
    match = _CHARGE.search(sentence)
    return match["charge"].strip() if match else None


def _casualties(facts: Sequence[Fact]) -> Iterable[Casualties]:
    return (casualties(together) for together in _by_sentence(facts))


def _by_sentence(facts: Sequence[Fact]) -> Iterable[list[Fact]]:
    return (list(together) for _, together in groupby(facts, key=lambda fact: fact.sentence_id))


def casualties(facts: Sequence[Fact]) -> Casualties:
    """Return the toll of the facts of one sentence, with its place and time if they agree on one.

    >>> toll = casualties([Fact(kind="killed", low=14, high=14), Fact(kind="killed", low=31, high=31)])
    >>> toll.killed_low, toll.killed_high, toll.injured_low
    (14, 31, None)
    """
    counts: dict[str, float | None] = {}
    for kind in _TOLL:
        of_kind = [fact for fact in facts if fact.kind == kind]
        counts[f"{kind}_low"] = _extreme(min, [fact.low for fact in of_kind])
        counts[f"{kind}_high"] = _extreme(max, [fact.high for fact in of_kind])
    first = facts[0]
    return Casualties(
        **counts,
        article_id=first.article_id,
        sentence_id=first.sentence_id,
        claim_ids="|".join(dict.fromkeys(fact.claim_id for fact in facts if fact.claim_id)) or None,
        facts=len(facts),
        location=_agreed(facts, "location"),
        location_country=_agreed(facts, "location_country"),
        country=_agreed(facts, "country"),
        period_start=_agreed(facts, "time_start"),
        period_end=_agreed(facts, "time_end"),
        sentence=first.sentence,
        char_start=_extreme(min, [fact.char_start for fact in facts]),
        char_end=_extreme(max, [fact.char_end for fact in facts]),
        confidence=_extreme(min, [fact.confidence for fact in facts]),
    )


def _extreme(choose: Callable[[list[Number]], Number], ends: Sequence[Number | None]) -> Number | None:
    """The least or greatest number; None if there is none, or one is open."""
    known = [end for end in ends if end is not None]
    return choose(known) if known and len(known) == len(ends) else None


def _agreed(facts: Sequence[Fact], name: str) -> Any:
    values = {getattr(fact, name) for fact in facts} - {None}
    return values.pop() if len(values) == 1 else None
