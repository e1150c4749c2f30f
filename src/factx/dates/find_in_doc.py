"""Time expressions of a parsed article: the finder with the tense and the names that the parse knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.base import EntityMention, load_mentions
from factx.dates.anchor import Land
from factx.dates.find import find
from factx.dates.tense_from_parse import clues_from_parse
from factx.model import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.base import ArticleContext, TimeMention

_WHERE = frozenset({"nation", "place"})
"""Types of entities whose country is where something happens or whose it is."""


def find_dates(doc: Doc, context: ArticleContext) -> list[TimeMention]:
    """The time expressions of a parsed article in order, resolved with tense and names of the parse."""
    return find(
        text_of(doc),
        context.published,
        country=context.country,
        home=context.home,
        lands=_lands(doc),
        clues=clues_from_parse(doc),
    )


def _lands(doc: Doc) -> list[Land]:
    """The countries that the article names, by nation or place."""
    named = load_mentions(doc, "factx_mentions", EntityMention)
    return [
        Land(item.start_char, item.end_char, item.iso3)
        for item in named
        if item.iso3 is not None and item.type in _WHERE
    ]
