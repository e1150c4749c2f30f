"""Mentions: what the steps hand to one another, with character offsets into the article's text.

A mention has no id, article or table; ``factx.tables.assemble`` turns mentions into records.
Mentions are stored on the spaCy ``Doc`` as plain dictionaries beside a span group, so they survive
``Doc.to_bytes`` and worker processes.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from factx.base.records import Bound, EntityType, LinkedBy, Modality, QuantityKind, TimeBasis, TimexType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """What is known of an article besides its text.

    ``published`` is an ISO 8601 date; ``country`` is the one that the article is about, ``home`` that
    of its dateline and ``press`` that of its publisher, as ISO 3166-1 alpha-3. ``skip`` are character
    ranges of header lines, in which only dates are mentions.
    """

    title: str | None = None
    published: str | None = None
    country: str | None = None
    home: str | None = None
    press: str | None = None
    publisher: str | None = None
    dateline: str | None = None
    url: str | None = None
    skip: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity in the text; ``text`` has currency and multiplier ("$22 million"), but no bound words.

    ``money`` is the name that the text gives to money: an ISO 4217 code or, in lower case, one that
    several nations have ("pound"); ``currency`` is whose it is. ``noun_start`` and ``noun_end`` select
    the head of the counted noun ("troops"), if there is one. ``equivalent_value`` and
    ``equivalent_currency`` are the text's own conversion in brackets; the mention of that bracket has
    ``converts`` set.
    """

    start_char: int
    end_char: int
    text: str
    kind: QuantityKind
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None = None
    money: str | None = None
    currency: str | None = None
    si_value: float | None = None
    si_unit: str | None = None
    of: str | None = None
    change: str | None = None
    noun_start: int | None = None
    noun_end: int | None = None
    equivalent_value: float | None = None
    equivalent_currency: str | None = None
    converts: bool = False


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression; ``value`` is TIMEX3, its dates are ISO 8601, as precise as the text.

    ``deictic`` is true for what is counted from a day, though nothing may tell which: "last night".
    """

    start_char: int
    end_char: int
    text: str
    type: TimexType
    value: str | None
    start_date: str | None
    end_date: str | None
    basis: TimeBasis | None
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A mention of an entity; ``key`` identifies it: ``nation:KEN``, ``person:amina diallo``.

    Of a place ``country`` (ISO alpha-3), ``admin1`` (ISO 3166-2) and coordinates (degrees) say where it
    lies, if that is known, and ``stated`` whether the text says so ("Paris, Texas"); of a person
    ``age`` is the one that is told beside this mention, in years.
    """

    start_char: int
    end_char: int
    text: str
    type: EntityType
    key: str
    name: str
    iso3: str | None
    linked_by: LinkedBy
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    stated: bool = False
    age: int | None = None


@dataclass(frozen=True, slots=True)
class OfficialMention:
    """A person mentioned with a public office; the offsets select the fullest name."""

    start_char: int
    end_char: int
    key: str
    name: str
    title: str
    country: str | None
    organisation: str | None
    former: bool


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A pronoun or definite phrase ("his country", "the group") with its antecedent.

    ``key`` and ``iso3`` are those of the entity that it refers to, or None if that is no known entity.
    """

    start_char: int
    end_char: int
    text: str
    antecedent: str
    key: str | None
    iso3: str | None


@dataclass(frozen=True, slots=True)
class FactMention:
    """A fact in the text; the offsets select the amount as written.

    ``agent``, ``recipient`` and ``source`` are character ranges, beside the text that they show.
    """

    start_char: int
    end_char: int
    kind: str
    rule: str
    amount: QuantityMention
    agent: tuple[int, int] | None = None
    agent_text: str | None = None
    agent_country: str | None = None
    object: str | None = None
    recipient: tuple[int, int] | None = None
    recipient_text: str | None = None
    purpose: str | None = None
    location: str | None = None
    location_country: str | None = None
    time: TimeMention | None = None
    status: str | None = None
    modality: Modality = "asserted"
    source: tuple[int, int] | None = None
    source_text: str | None = None
    confidence: float | None = None


CONTEXT = "factx_context"


def set_context(doc: Doc, context: ArticleContext) -> Doc:
    """Store what is known of a doc's article on the doc, and return the doc."""
    doc.user_data[CONTEXT] = asdict(context)
    return doc


def context_of(doc: Doc) -> ArticleContext:
    """Return what is known of a doc's article; nothing if ``set_context`` was not called."""
    values: dict[str, Any] = dict(doc.user_data.get(CONTEXT, {}))
    values["skip"] = tuple((start, end) for start, end in values.get("skip", ()))
    return ArticleContext(**values)


_live: WeakKeyDictionary[Doc, dict[str, tuple[list[dict[str, Any]], list[Any]]]] = WeakKeyDictionary()
"""The mentions behind the dictionaries of docs that have not left the process: they need not be rebuilt."""


def store_mentions(doc: Doc, group: str, mentions: Iterable[Any]) -> None:
    """Store mentions on the doc as ``doc.spans[group]``, each as a span of tokens and a dictionary."""
    from spacy.tokens import SpanGroup

    items = list(mentions)
    found = [
        doc.char_span(item.start_char, item.end_char, label=label_of(item), alignment_mode="expand") for item in items
    ]
    spans = [span for span in found if span is not None]
    plain = [_plain(item) for item in items]
    doc.spans[group] = SpanGroup(doc, name=group, spans=spans, attrs={"findings": plain})
    _live.setdefault(doc, {})[group] = plain, items


def load_mentions(doc: Doc, group: str, mention: type[Any]) -> list[Any]:
    """Return the mentions stored under ``group``, of the class ``mention``; none if the step did not run."""
    if group not in doc.spans:
        return []
    stored = doc.spans[group].attrs["findings"]
    plain, items = _live.get(doc, {}).get(group, (None, ()))
    if plain is stored:
        return list(items)
    return [mention(**_revived(values)) for values in stored]


FAILURES = "factx_failures"


def note_failure(doc: Doc, stage: str, error: Exception) -> None:
    """Note on the doc that a step failed on it."""
    doc.user_data[FAILURES] = [*doc.user_data.get(FAILURES, ()), (stage, type(error).__name__, str(error))]


def failures_of(doc: Doc) -> list[tuple[str, str, str]]:
    """Return the steps that failed on a doc, each with the kind of error and what it says."""
    return list(map(tuple, doc.user_data.get(FAILURES, ())))


_NESTED: dict[str, type[Any]] = {"amount": QuantityMention, "time": TimeMention}


def _plain(item: Any) -> dict[str, Any]:
    """A mention as a dictionary, as ``dataclasses.asdict`` makes one in four times the time."""
    names, values = _fields(item.__class__)
    plain = dict(zip(names, values(item), strict=True))
    for name in _NESTED.keys() & plain.keys():
        plain[name] = None if plain[name] is None else _plain(plain[name])
    return plain


@cache
def _fields(mention: type) -> tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]:
    names = tuple(field.name for field in fields(mention))
    return names, attrgetter(*names)


def _revived(values: dict[str, Any]) -> dict[str, Any]:
    """A mention's values, with the mentions inside it made from their dictionaries again."""
    nested = {name: _NESTED[name](**value) for name, value in values.items() if name in _NESTED and value is not None}
    return {**values, **nested}


def label_of(item: Any) -> str:
    """Return the label of the span of a mention, and of its record: its kind or type, or what it is.

    >>> label_of(OfficialMention(0, 4, "person:ruiz", "Ruiz", "mayor", None, None, False))
    'OFFICIAL'
    """
    name = type(item).__name__.removesuffix("Mention")
    return str(getattr(item, "kind", None) or getattr(item, "type", None) or name).upper()
