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

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from factx.facts import FactFinder

Component = Callable[[Doc], Doc]
_WHO = ["doc._.factx_mentions", "doc._.factx_officials", "doc._.factx_references"]
_SPANS = ["doc.spans", "span._.factx"]
"""What every step sets: its groups of spans, and their records."""

register()


@dataclass(slots=True)
class Step:
    """A component: checks what it needs, and notes on the doc if it fails, which costs what it would find.

    Its ``groups`` of spans are there in any case. The doc must be parsed and have mentions of the
    components ``needs``; None if it need not. What it finds is a function, which is pickled by name.
    """

    name: str
    stage: str
    find: Callable[[Doc], None]
    groups: tuple[str, ...]
    needs: tuple[str, ...] | None = None

    def __call__(self, doc: Doc) -> Doc:
        """The doc with what the step finds."""
        if self.needs is not None:
            check_needs(doc, self.name, self.needs)
        try:
            self.find(doc)
        except Exception as error:
            note_failure(doc, self.stage, error)
            for group in self.groups:
                if group not in doc.spans:
                    store_mentions(doc, group, ())
        return doc


class FactsOf:
    """Finds the facts of docs by rules, and by the network of the pipeline that reads facts.

    ``spacy.load`` makes all components before it fills them: the network is there at the first doc.
    """

    def __init__(self, nlp: Language, rules: str | None, reader: bool) -> None:
        from factx.facts import FactFinder

        self._settings = nlp, rules, reader
        self._finder: FactFinder = FactFinder.load(rules)
        self._is_complete = not reader

    def __call__(self, doc: Doc) -> None:
        """Store the facts on the doc."""
        from factx.facts import FactFinder
        from factx.model import reader_of

        if not self._is_complete:
            self._finder = FactFinder.of(self._finder.rules, reader_of(self._settings[0]))
            self._is_complete = True
        store_mentions(doc, "factx_facts", self._finder.find(doc))

    def __getstate__(self) -> tuple[Language, str | None, bool]:
        """What it was made with."""
        return self._settings

    def __setstate__(self, settings: tuple[Language, str | None, bool]) -> None:
        """Read the rules again."""
        self.__dict__.update(FactsOf(*settings).__dict__)


@Language.factory("factx_who", requires=REQUIRED, assigns=[*_SPANS, *_WHO])
def make_who(nlp: Language, name: str) -> Component:
    """Nations, persons, organisations, places; officials; references to them."""
    return Step(name, "who", _who, ("factx_mentions", "factx_officials", "factx_references"), ())


@Language.factory("factx_dates", assigns=[*_SPANS, "doc._.factx_dates"])
def make_dates(nlp: Language, name: str) -> Component:
    """Time expressions, resolved against the publication date; names and parse help, but are not needed."""
    return Step(name, "dates", _dates, ("factx_dates",))


@Language.factory(
    "factx_quantities",
    requires=[*REQUIRED, "doc._.factx_dates"],
    assigns=[*_SPANS, "doc._.factx_quantities"],
)
def make_quantities(nlp: Language, name: str) -> Component:
    """Amounts with unit, bounds and what they measure; after ``factx_dates``."""
    return Step(name, "quantities", _quantities, ("factx_quantities",), ("factx_dates",))


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
    return Step(name, "facts", FactsOf(nlp, rules, reader), ("factx_facts",), tuple(GROUPS))


def _who(doc: Doc) -> None:
    from factx.who import find_who

    take_published(doc)
    context = context_of(doc)
    who = find_who(doc, context)
    country, home = context.country or who.country, context.home or who.home
    set_context(doc, replace(context, country=country, home=home, press=context.press or who.press))
    store_mentions(doc, "factx_mentions", who.mentions)
    store_mentions(doc, "factx_officials", who.officials)
    store_mentions(doc, "factx_references", who.references)


def _dates(doc: Doc) -> None:
    from factx.dates import find_dates

    take_published(doc)
    store_mentions(doc, "factx_dates", find_dates(doc, context_of(doc)))


def _quantities(doc: Doc) -> None:
    from factx.measure import find_amounts

    times = load_mentions(doc, "factx_dates", TimeMention)
    store_mentions(doc, "factx_quantities", find_amounts(doc, context_of(doc), times))
