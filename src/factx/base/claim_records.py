"""The records of what several articles tell: claims and events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factx.base.columns import column
from factx.base.short_repr import ShortRepr

TOLLS = ("killed", "injured", "missing", "displaced", "arrested")
"""The tolls of events, each with columns ``_low`` and ``_high``."""
ClaimModality = Literal["asserted", "possible", "denied"]


@dataclass(frozen=True, slots=True, repr=False)
class Claim(ShortRepr):
    """The same claim told several times, within and across articles."""

    SHOWN = (
        *("kind", "best", "low", "high", "currency", "amount_usd", "agent", "object", "recipient"),
        *("location", "country", "time_start", "status", "modality", "part", "articles"),
        *("conflict",),
    )

    claim_id: str | None = column("`c` and a content hash of what the claim is about", key="primary", natural=True)
    kind: str | None = column("Kind of fact")
    agent: str | None = column("Agent, most frequent wording; of a pledge the donor")
    agent_state: str | None = column("ISO 3166-1 alpha-3 code of the state that the agent acts for")
    recipient: str | None = column("Recipient of a pledge, most frequent wording")
    recipient_country: str | None = column("ISO 3166-1 alpha-3 code of the recipient")
    object: str | None = column("Object, most frequent wording")
    location: str | None = column("Location, most frequent wording")
    country: str | None = column("ISO 3166-1 alpha-3 code of the nation that it belongs to")
    currency: str | None = column("ISO 4217 code")
    best: float | None = column("The number to use: the one reported last")
    low: float | None = column("Lowest value told")
    high: float | None = column("Highest value told")
    amount_usd: float | None = column("Most recent value in US dollars", unit="USD")
    amount_usd_low: float | None = column("Lowest value told in US dollars", unit="USD")
    amount_usd_high: float | None = column("Highest value told in US dollars", unit="USD")
    modality: ClaimModality | None = column("Asserted if one report asserts it, else possible, else denied")
    part: bool | None = column("Whether the amount is part of another: `including $5 million`; leave it out of sums")
    status: str | None = column("How far a pledge or troops got, as last reported")
    status_history: str | None = column("Each status and its day, or that of the report, in order, separated by |")
    time_start: str | None = column("First day that all its facts can mean, of several the earliest", format="date")
    time_end: str | None = column("Last day that all its facts can mean", format="date")
    month: str | None = column("Month of the first day, if none is told of the first report; empty for long periods")
    first_reported: str | None = column("Earliest publication date", format="date")
    last_reported: str | None = column("Latest publication date", format="date")
    mentions: int | None = column("Number of facts", unit="facts")
    articles: int | None = column("Number of articles", unit="articles")
    article_ids: str | None = column("The articles, in the order read, separated by |")
    conflict: bool | None = column("Whether two reports cannot both hold")
    conflict_fact_1: str | None = column("One of the two facts")
    conflict_fact_2: str | None = column("The other one")
    conflict_sentence_1: str | None = column("The sentence of the one")
    conflict_sentence_2: str | None = column("The sentence of the other")


@dataclass(frozen=True, slots=True, repr=False)
class Event(ShortRepr):
    """One occurrence told of in one or more articles, with its toll: what is asserted of it, never a sum."""

    SHOWN = ("incident", "location", "country", "time_start", *TOLLS, "articles", "conflict")

    event_id: str | None = column("`v` and a content hash of what the event is about", key="primary", natural=True)
    incident: str | None = column("Sort of incident: bombing, earthquake, protest …; empty if not told")
    location: str | None = column("Where, by name, most frequent wording")
    country: str | None = column("ISO 3166-1 alpha-3 code of the nation that it belongs to")
    latitude: float | None = column("Of its place, if clear", unit="degrees north")
    longitude: float | None = column("Of its place, if clear", unit="degrees east")
    time_start: str | None = column("First day on which it may have happened; empty if not told", format="date")
    time_end: str | None = column("Last day on which it may have happened; empty if not told", format="date")
    month: str | None = column("Month of the first day, if none is told of the first report; empty for long periods")
    killed: float | None = column("Newest count of dead", unit="persons")
    killed_low: float | None = column("Lowest count of dead", unit="persons")
    killed_high: float | None = column("Highest count of dead", unit="persons")
    injured: float | None = column("Newest count of injured", unit="persons")
    injured_low: float | None = column("Lowest count of injured", unit="persons")
    injured_high: float | None = column("Highest count of injured", unit="persons")
    missing: float | None = column("Newest count of missing", unit="persons")
    missing_low: float | None = column("Lowest count of missing", unit="persons")
    missing_high: float | None = column("Highest count of missing", unit="persons")
    displaced: float | None = column("Newest count of displaced", unit="persons")
    displaced_low: float | None = column("Lowest count of displaced", unit="persons")
    displaced_high: float | None = column("Highest count of displaced", unit="persons")
    arrested: float | None = column("Newest count of arrested", unit="persons")
    arrested_low: float | None = column("Lowest count of arrested", unit="persons")
    arrested_high: float | None = column("Highest count of arrested", unit="persons")
    told_by: str | None = column("Who says what, in the order told: `killed 31: police`, separated by |")
    first_reported: str | None = column("Earliest publication date", format="date")
    last_reported: str | None = column("Latest publication date", format="date")
    facts: int | None = column("Number of facts", unit="facts")
    articles: int | None = column("Number of articles", unit="articles")
    conflict: bool | None = column("Whether two tolls cannot both hold at one time")
