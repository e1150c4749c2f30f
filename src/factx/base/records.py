"""The records that factx writes: one frozen dataclass per table, one field per column.

Everything that needs a table's columns (CSV, data frames, Parquet, ``datapackage.json``, the docs)
reads them from here. ``None`` is an empty cell: a value that is not known or not stated.

>>> from factx.base.columns import columns
>>> [column.name for column in columns(Mention)][:3]
['mention_id', 'article_id', 'entity_id']
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factx.base.claim_records import Claim, Event
from factx.base.columns import column
from factx.base.short_repr import ShortRepr

Bound = Literal["exact", "at_least", "more_than", "at_most", "less_than", "about", "range", "vague"]
Modality = Literal["asserted", "possible", "denied"]
EntityType = Literal["nation", "person", "organisation", "place"]
LinkedBy = Literal["name", "demonym", "acronym", "surname", "title", "short"]
PublishedFrom = Literal["metadata", "header", "dateline", "filename", "option", "none"]
QuantityKind = Literal["money", "percent", "count", "measure"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeBasis = Literal["explicit", "relative", "publication"]
CountryFrom = Literal["sentence", "actor", "dateline", "article"]
SourceType = Literal[
    "government", "police", "military", "health", "aid", "court", "media", "witness", "armed group", "company", "other"
]
ArticleStatus = Literal["ok", "skipped", "failed"]


@dataclass(frozen=True, slots=True, repr=False)
class ArticleRow(ShortRepr):
    """One input article."""

    SHOWN = ("path", "title", "published", "publisher", "language", "words", "facts", "status", "message", "copy_of")

    article_id: str | None = column("`a` and a content hash of the article", key="primary")
    path: str | None = column("Path of the file, relative to the folder that was read", natural=True)
    sha256: str | None = column("SHA-256 of the file's bytes")
    title: str | None = column("Title from the metadata or the first header line")
    published: str | None = column("Publication date", format="date")
    published_from: PublishedFrom | None = column("Where the publication date was found")
    updated: str | None = column("Date or date-time of the last update", format="string")
    dateline: str | None = column("Place of the dateline")
    author: str | None = column("Author or by-line")
    publisher: str | None = column("Publisher or news agency")
    url: str | None = column("Address of the article")
    language: str | None = column("ISO 639-1 code of the language")
    words: int | None = column("Number of words", unit="words")
    sentences: int | None = column("Number of sentences", unit="sentences")
    facts: int | None = column("Number of rows in facts.csv", unit="facts")
    status: ArticleStatus | None = column("Whether the article was processed")
    message: str | None = column("Why it was skipped or failed, or what was not understood")
    copy_of: str | None = column("The earlier article that it repeats", key="articles.article_id")
    set_aside: int | None = column("Words of captions, credits, notices and the like, which are not read", unit="words")


@dataclass(frozen=True, slots=True, repr=False)
class Entity(ShortRepr):
    """One nation, person, organisation or place of the run."""

    SHOWN = ("type", "name", "iso3", "admin1", "articles", "mentions")

    entity_id: str | None = column("`e` and a content hash of type and canonical name", key="primary", natural=True)
    type: EntityType | None = column("What the entity is")
    name: str | None = column("Canonical name")
    iso3: str | None = column("ISO 3166-1 alpha-3 code of a nation, or of that in which a place lies, if clear")
    aliases: str | None = column("Other names seen in the articles, separated by |")
    articles: int | None = column("Number of articles that mention it", unit="articles")
    mentions: int | None = column("Number of mentions", unit="mentions")
    admin1: str | None = column("ISO 3166-2 code of the first-level unit in which a place lies: US-GA, IN-UP")
    latitude: float | None = column("Of a place; of a unit the middle of its towns", unit="degrees north")
    longitude: float | None = column("Of a place; of a unit the middle of its towns", unit="degrees east")


@dataclass(frozen=True, slots=True, repr=False)
class Mention(ShortRepr):
    """One mention of an entity in an article."""

    SHOWN = ("type", "text", "iso3", "char_start", "char_end")

    mention_id: str | None = column("`m` and a content hash of article, span and entity", key="primary")
    article_id: str | None = column("Article", key="articles.article_id", natural=True)
    entity_id: str | None = column("Entity", key="entities.entity_id")
    type: EntityType | None = column("What the entity is")
    text: str | None = column("The mention as written")
    iso3: str | None = column("ISO 3166-1 alpha-3 code where a nation is mentioned")
    sentence_id: str | None = column("Sentence: article id and running number")
    char_start: int | None = column("First character in the article's text", unit="characters", natural=True)
    char_end: int | None = column("Character after the last", unit="characters", natural=True)
    linked_by: LinkedBy | None = column("What tied the mention to its entity")


@dataclass(frozen=True, slots=True, repr=False)
class Official(ShortRepr):
    """One person holding an office, per article."""

    SHOWN = ("name", "title", "country", "organisation", "former")

    article_id: str | None = column("Article", key="articles.article_id", natural=True)
    entity_id: str | None = column("Person", key="entities.entity_id")
    name: str | None = column("Fullest name in the article")
    title: str | None = column("Office, without the country's adjective")
    country: str | None = column("ISO 3166-1 alpha-3 code of the state served")
    organisation: str | None = column("Ministry, party, army or other body, as written")
    former: bool | None = column("Whether the office is a former one")
    sentence_id: str | None = column("Sentence: article id and running number")
    char_start: int | None = column("First character of the name", unit="characters", natural=True)
    char_end: int | None = column("Character after the last", unit="characters", natural=True)


@dataclass(frozen=True, slots=True, repr=False)
class Quantity(ShortRepr):
    """One number with what it measures."""

    SHOWN = ("kind", "text", "value", "low", "high", "bound", "unit", "of", "change", "amount_usd")

    quantity_id: str | None = column("`q` and a content hash of article and span", key="primary")
    article_id: str | None = column("Article", key="articles.article_id", natural=True)
    sentence_id: str | None = column("Sentence: article id and running number")
    char_start: int | None = column("First character in the article's text", unit="characters", natural=True)
    char_end: int | None = column("Character after the last", unit="characters", natural=True)
    text: str | None = column("The quantity as written")
    kind: QuantityKind | None = column("What sort of quantity it is")
    value: float | None = column("The number the text states; empty for ranges and vague amounts")
    low: float | None = column("Lower end of the interval it stands for; empty when open")
    high: float | None = column("Upper end of the interval it stands for; empty when open")
    bound: Bound | None = column("How exact the text has the number: `at_least`, `about` …")
    unit: str | None = column("Unit name, ISO 4217 code, percent, or the counted noun")
    si_value: float | None = column("The value in SI base units")
    si_unit: str | None = column("The SI unit of si_value")
    currency: str | None = column("ISO 4217 code")
    amount_usd: float | None = column("The value in US dollars at the publication date", unit="USD")
    of: str | None = column("What it is a quantity of")
    change: Literal["up", "down"] | None = column("Direction where the text states a change")


@dataclass(frozen=True, slots=True, repr=False)
class Timex(ShortRepr):
    """One time expression."""

    SHOWN = ("type", "text", "value", "start", "end")

    article_id: str | None = column("Article", key="articles.article_id", natural=True)
    sentence_id: str | None = column("Sentence: article id and running number")
    char_start: int | None = column("First character in the article's text", unit="characters", natural=True)
    char_end: int | None = column("Character after the last", unit="characters", natural=True)
    text: str | None = column("The expression as written")
    type: TimexType | None = column("TIMEX3 type")
    value: str | None = column("TIMEX3 value; empty when unresolved")
    start: str | None = column("First day or instant, ISO 8601; partial dates stay partial")
    end: str | None = column("Last day or instant, ISO 8601; partial dates stay partial")
    basis: TimeBasis | None = column("What the value rests on")


@dataclass(frozen=True, slots=True, repr=False)
class Fact(ShortRepr):
    """One counted or priced claim, as made in one sentence."""

    SHOWN = (
        *("kind", "value", "low", "high", "bound", "currency", "amount_usd", "agent", "object"),
        *("recipient", "purpose", "location", "country", "time_start", "status", "modality"),
        *("source", "confidence"),
    )

    fact_id: str | None = column("`f` and a content hash of article, kind and span", key="primary")
    claim_id: str | None = column("Claim that the fact belongs to", key="claims.claim_id")
    event_id: str | None = column("Event whose toll it is part of", key="events.event_id")
    article_id: str | None = column("Article", key="articles.article_id", natural=True)
    kind: str | None = column("Kind of fact", natural=True)
    agent: str | None = column("Who gives, sends, arrests, kills, hosts")
    agent_id: str | None = column("Entity of the agent", key="entities.entity_id")
    agent_country: str | None = column("ISO 3166-1 alpha-3 code where the agent is or names a nation")
    agent_state: str | None = column("ISO 3166-1 alpha-3 code of the state that the agent acts for, named or not")
    recipient: str | None = column("Who gets a pledge")
    recipient_id: str | None = column("Entity of the recipient", key="entities.entity_id")
    recipient_country: str | None = column("ISO 3166-1 alpha-3 code where the recipient is, names or lies in a nation")
    value_text: str | None = column("The amount as written, without bound words")
    value: float | None = column("The number the text states; empty for ranges and vague amounts")
    low: float | None = column("Lower end of the interval; empty when open")
    high: float | None = column("Upper end of the interval; empty when open")
    bound: Bound | None = column("How exact the text has the number: `at_least`, `about` …")
    unit: str | None = column("ISO 4217 code, name of a unit, or the singular of the counted noun")
    object: str | None = column("Of whom or what, without the amount")
    purpose: str | None = column("What a pledge is for")
    currency: str | None = column("ISO 4217 code")
    amount_usd: float | None = column("The value in US dollars", unit="USD")
    amount_usd_low: float | None = column("The lower end in US dollars", unit="USD")
    amount_usd_high: float | None = column("The upper end in US dollars", unit="USD")
    fx_rate: float | None = column("Units of the currency per US dollar on fx_date")
    fx_date: str | None = column("Date of the rate (ISO 8601); of a yearly average the year")
    fx_source: str | None = column("Where the rate comes from, or 'no rate'")
    equivalent_value: float | None = column("The same sum in another currency, where the text gives it")
    equivalent_currency: str | None = column("ISO 4217 code of equivalent_value")
    implied_fx_rate: float | None = column("Units of the dearer amount's currency implied by the text's conversion")
    location: str | None = column("Where, as stated in the sentence")
    location_country: str | None = column("ISO 3166-1 alpha-3 code of the location, if clear")
    location_admin1: str | None = column("ISO 3166-2 code of its first-level unit, if clear: US-GA, IN-UP, NG-BO")
    latitude: float | None = column("Of the location, if clear", unit="degrees north")
    longitude: float | None = column("Of the location, if clear", unit="degrees east")
    country: str | None = column(
        "Nation it belongs to (ISO 3166-1 alpha-3): where it happened, of a pledge who gets or else gives it"
    )
    country_from: CountryFrom | None = column(
        "What `country` is taken from: the sentence, who acts or suffers, dateline or article"
    )
    time_text: str | None = column("When, as written")
    time_start: str | None = column("First day, ISO 8601; partial dates stay partial")
    time_end: str | None = column("Last day, ISO 8601; partial dates stay partial")
    time_basis: TimeBasis | None = column(
        "How the days are known: written out, or counted from another day or publication"
    )
    status: str | None = column("How far a pledge (requested … delivered) or troops (planned … withdrawn) got")
    modality: Modality | None = column(
        "Whether the sentence asserts it, holds it possible (`may`, `feared`) or denies it"
    )
    source: str | None = column("Who says so, as written")
    source_id: str | None = column("Entity of the source", key="entities.entity_id")
    source_type: SourceType | None = column("What sort of source it is; empty where unknown")
    sentence_id: str | None = column("Sentence: article id and running number")
    char_start: int | None = column("First character of value_text in the text", unit="characters", natural=True)
    char_end: int | None = column("Character after the last", unit="characters", natural=True)
    sentence: str | None = column("The whole sentence")
    rule: str | None = column("Rule that found the fact; `reader/KIND` where the model's reader did and no rule")
    confidence: float | None = column("How likely it is that kind and amount are right, from 0 to 1")
    published: str | None = column("Publication date of the article", format="date")
    title: str | None = column("Title of the article")
    path: str | None = column("Path of the article's file, relative to the folder that was read")


@dataclass(frozen=True, slots=True, repr=False)
class Text(ShortRepr):
    """The text of an article that is not, letter by letter, that of a text file: what offsets refer to."""

    SHOWN = ("article_id", "text")

    article_id: str | None = column("Article", key="articles.article_id", natural=True)
    text: str | None = column("The text as it was read; an offset counts its code points")


@dataclass(frozen=True, slots=True)
class Failure:
    """One article or file that could not be read or processed."""

    path: str | None = column("Path as given", natural=True)
    stage: str | None = column(
        "What failed: read, extract, or one step: who, dates, quantities, facts, claims, events", natural=True
    )
    error: str | None = column("Name of the error")
    message: str | None = column("What is wrong and what to do")


TABLES: dict[str, type] = {
    "articles": ArticleRow,
    "entities": Entity,
    "mentions": Mention,
    "officials": Official,
    "quantities": Quantity,
    "dates": Timex,
    "facts": Fact,
    "claims": Claim,
    "events": Event,
    "texts": Text,
    "errors": Failure,
}
"""Every table by its file name without ``.csv``; the views of facts.csv are declared in ``factx.tables.views``."""
