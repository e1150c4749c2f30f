"""factx's steps as spaCy components: each stores its mentions on the ``Doc`` as a span group.

Any English pipeline with a tagger, parser, lemmatizer and entity recognizer can carry them::

    nlp.add_pipe("factx_layout", first=True)
    for name in ("factx_scheme", "factx_who", "factx_dates", "factx_quantities", "factx_facts"):
        nlp.add_pipe(name)

The publication date is set before the pipeline runs: ``doc._.published = "2017-03-22"`` on what
``nlp.make_doc`` returns; ``set_context`` sets whatever else is known of the article. The records of
the spans are in ``span._.factx`` (``doc_values``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from factx.base import (
    TimeMention,
    context_of,
    load_mentions,
    note_failure,
    set_context,
    store_mentions,
)
from factx.run.doc_values import register, take_published
from factx.run.needs import GROUPS, REQUIRED, check_needs

Component = Callable[[Doc], Doc]
_WHO = ["doc._.factx_mentions", "doc._.factx_officials", "doc._.factx_references"]
_SPANS = ["doc.spans", "span._.factx"]
"""What every step sets: its groups of spans, and their records."""

register()


def _isolated(name: str, groups: Sequence[str], step: Component) -> Component:
    """The step, whose failure costs what it would find and no more: it is noted on the doc.

    Its groups of spans are there in any case.
    """

    def component(doc: Doc) -> Doc:
        try:
            return step(doc)
        except Exception as error:
            note_failure(doc, name, error)
            for group in groups:
                if group not in doc.spans:
                    store_mentions(doc, group, ())
            return doc

    return component


@Language.factory("factx_who", requires=REQUIRED, assigns=[*_SPANS, *_WHO])
def make_who(nlp: Language, name: str) -> Component:
    """Nations, persons, organisations, places; officials; references to them."""
    from factx.who import find_who

    def component(doc: Doc) -> Doc:
        take_published(doc)
        context = context_of(doc)
        who = find_who(doc, context)
        country, home = context.country or who.country, context.home or who.home
        set_context(doc, replace(context, country=country, home=home, press=context.press or who.press))
        store_mentions(doc, "factx_mentions", who.mentions)
        store_mentions(doc, "factx_officials", who.officials)
        store_mentions(doc, "factx_references", who.references)
        return doc

    return _checked(name, (), _isolated("who", ("factx_mentions", "factx_officials", "factx_references"), component))


@Language.factory("factx_dates", assigns=[*_SPANS, "doc._.factx_dates"])
def make_dates(nlp: Language, name: str) -> Component:
    """Time expressions, resolved against the publication date; names and parse help, but are not needed."""
    from factx.dates import find_dates

    def component(doc: Doc) -> Doc:
        take_published(doc)
        store_mentions(doc, "factx_dates", find_dates(doc, context_of(doc)))
        return doc

    return _isolated("dates", ("factx_dates",), component)


@Language.factory(
    "factx_quantities",
    requires=[*REQUIRED, "doc._.factx_dates"],
    assigns=[*_SPANS, "doc._.factx_quantities"],
)
def make_quantities(nlp: Language, name: str) -> Component:
    """Amounts with unit, bounds and what they measure; after ``factx_dates``."""
    from factx.measure import find_amounts

    def component(doc: Doc) -> Doc:
        times = load_mentions(doc, "factx_dates", TimeMention)
        store_mentions(doc, "factx_quantities", find_amounts(doc, context_of(doc), times))
        return doc

    return _checked(name, ("factx_dates",), _isolated("quantities", ("factx_quantities",), component))


@Language.factory(
    "factx_facts",
    requires=[*REQUIRED, *_WHO, "doc._.factx_dates", "doc._.factx_quantities"],
    assigns=[*_SPANS, "doc._.factx_facts", "doc._.factx"],
    default_config={"rules": None, "reader": True},
)
def make_facts(nlp: Language, name: str, rules: str | None, reader: bool) -> Component:
    """Facts with their slots, after all other steps.

    ``rules`` is a further rule file or a folder of some; without ``reader`` facts are by rules alone.
    """
    from factx.facts import FactFinder
    from factx.model import reader_of

    finder = FactFinder.load(rules, reader_of(nlp) if reader else None)

    def component(doc: Doc) -> Doc:
        store_mentions(doc, "factx_facts", finder.find(doc))
        return doc

    return _checked(name, tuple(GROUPS), _isolated("facts", ("factx_facts",), component))


def _checked(name: str, steps: Sequence[str], component: Component) -> Component:
    """The component, which raises ``InputError`` on a doc without a parse or without earlier steps."""

    def checked(doc: Doc) -> Doc:
        check_needs(doc, name, steps)
        return component(doc)

    return checked
