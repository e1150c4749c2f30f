"""What users of spaCy read and write on a doc: ``doc._.published``, ``doc._.factx``, ``span._.factx``.

Values are made when they are asked for, and kept until a step runs again. A doc is taken as it is:
its text is the article's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from spacy.tokens import Doc, Span

from factx.base import Anaphor, ArticleContext, context_of, label_of, load_mentions, set_context
from factx.exchange import Rates
from factx.model import text_of
from factx.reading import article_known
from factx.run.doc_mentions import mentions_of
from factx.run.given import Date, day_given, rates_given
from factx.tables import Result, make_result

TABLES = {
    "factx_mentions": "mentions",
    "factx_officials": "officials",
    "factx_dates": "dates",
    "factx_quantities": "quantities",
    "factx_facts": "facts",
}
"""Groups of spans, of which the records are in these tables."""
REFERENCES = "factx_references"
"""The group of what refers back, which no table has."""
_Place = tuple[int, int, str]
"""First token, token after the last, and label."""


@dataclass(frozen=True, slots=True)
class _Values:
    """The records of a doc, those of its spans by their places, and what both are made of."""

    context: ArticleContext
    made_of: list[Any]
    result: Result
    by_place: dict[_Place, Any]


_known: WeakKeyDictionary[Doc, _Values] = WeakKeyDictionary()


def register() -> None:
    """Give docs and spans the extensions; one that another package has registered stays that package's."""
    _extend(Doc, "published", _published, _set_published)
    _extend(Doc, "factx", result_of)
    for group, table in TABLES.items():
        _extend(Doc, group, _reads(table))
    _extend(Doc, REFERENCES, lambda doc: load_mentions(doc, REFERENCES, Anaphor))
    _extend(Span, "factx", record_of)


def result_of(doc: Doc) -> Result:
    """The records of a doc that the steps have annotated, facts of any confidence among them."""
    return _values(doc).result


def record_of(span: Span) -> Any:
    """The record of a span that a step has found: a ``Fact``, a ``Quantity``, …; None of other spans."""
    return _values(span.doc).by_place.get((span.start, span.end, span.label_))


def take_published(doc: Doc) -> None:
    """Let the ``doc._.published`` of another package be the article's date, if no other is known."""
    if Doc.get_extension("published")[2] is not _published and context_of(doc).published is None:
        _set_published(doc, doc._.published)


def _reads(table: str) -> Callable[[Doc], list[Any]]:
    """What reads the records of a table of a doc."""
    return lambda doc: list(getattr(result_of(doc), table))


def _published(doc: Doc) -> str | None:
    return context_of(doc).published


def _set_published(doc: Doc, day: Date) -> None:
    set_context(doc, replace(context_of(doc), published=day_given(day)))


def _extend(
    kind: type[Doc] | type[Span],
    name: str,
    getter: Callable[[Any], Any],
    setter: Callable[[Any, Any], None] | None = None,
) -> None:
    if not kind.has_extension(name):
        kind.set_extension(name, getter=getter, setter=setter)


def _values(doc: Doc) -> _Values:
    """The values of a doc, made anew where a step has run or its context has changed since."""
    context, groups = context_of(doc), [name for name in (*TABLES, REFERENCES) if name in doc.spans]
    made_of = [doc.spans[name].attrs["findings"] for name in groups]
    known = _known.get(doc)
    if known is None or known.context != context or not _same(known.made_of, made_of):
        result = make_result(article_known(text_of(doc), context), mentions_of(doc), _rates())
        records = [record for table in TABLES.values() for record in getattr(result, table)]
        anaphors = load_mentions(doc, REFERENCES, Anaphor)
        places = [(record.char_start, record.char_end, record) for record in records]
        places += [(anaphor.start_char, anaphor.end_char, anaphor) for anaphor in anaphors]
        known = _known[doc] = _Values(context, made_of, result, _by_place(doc, places))
    return known


def _same(before: list[Any], now: list[Any]) -> bool:
    return len(before) == len(now) and all(a is b for a, b in zip(before, now, strict=True))


def _by_place(doc: Doc, places: list[tuple[int, int, Any]]) -> dict[_Place, Any]:
    """Records by the places of their spans, which ``store_mentions`` has set in the same way."""
    spans = ((doc.char_span(start, end, alignment_mode="expand"), record) for start, end, record in places)
    return {(span.start, span.end, label_of(record)): record for span, record in spans if span is not None}


@lru_cache(maxsize=1)
def _rates() -> Rates:
    return rates_given(None, True)
