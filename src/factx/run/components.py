"""factx's steps as spaCy components: each stores its mentions on the ``Doc`` as a span group.

Any English pipeline with a tagger, parser, lemmatizer and entity recognizer can carry them::

    nlp.add_pipe("factx_layout", first=True)
    for name in ("factx_scheme", "factx_who", "factx_dates", "factx_quantities", "factx_facts"):
        nlp.add_pipe(name)

What is known of the article beside its text (publication date, title, country) travels with the
doc: ``set_context(doc, ArticleContext(published="2017-03-22"))`` before the pipeline runs.
"""

from __future__ import annotations

from collections.abc import Callable
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

Component = Callable[[Doc], Doc]


def _isolated(name: str, step: Component) -> Component:
    """The step, whose failure costs what it would find and no more: it is noted on the doc."""

    def component(doc: Doc) -> Doc:
        try:
            return step(doc)
        except Exception as error:
            note_failure(doc, name, error)
            return doc

    return component


@Language.factory("factx_who")
def make_who(nlp: Language, name: str) -> Component:
    """Nations, persons, organisations, places; officials; references to them."""
    from factx.who import find_who

    def component(doc: Doc) -> Doc:
        context = context_of(doc)
        who = find_who(doc, context)
        country, home = context.country or who.country, context.home or who.home
        set_context(doc, replace(context, country=country, home=home, press=context.press or who.press))
        store_mentions(doc, "factx_mentions", who.mentions)
        store_mentions(doc, "factx_officials", who.officials)
        store_mentions(doc, "factx_references", who.references)
        return doc

    return _isolated("who", component)


@Language.factory("factx_dates")
def make_dates(nlp: Language, name: str) -> Component:
    """Time expressions, resolved against the publication date."""
    from factx.dates import find_dates

    def component(doc: Doc) -> Doc:
        store_mentions(doc, "factx_dates", find_dates(doc, context_of(doc)))
        return doc

    return _isolated("dates", component)


@Language.factory("factx_quantities")
def make_quantities(nlp: Language, name: str) -> Component:
    """Amounts with unit, bounds and what they measure; needs ``factx_dates``."""
    from factx.measure import find_amounts

    def component(doc: Doc) -> Doc:
        times = load_mentions(doc, "factx_dates", TimeMention)
        store_mentions(doc, "factx_quantities", find_amounts(doc, context_of(doc), times))
        return doc

    return _isolated("quantities", component)


@Language.factory("factx_facts", default_config={"rules": None, "reader": True})
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

    return _isolated("facts", component)
