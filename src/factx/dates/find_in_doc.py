"""Time expressions of a parsed article: the finder with the tense and the names that the parse knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.dates.find import find
from factx.dates.tense_from_parse import clues_from_parse
from factx.model import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.base import ArticleContext, TimeMention


def find_dates(doc: Doc, context: ArticleContext) -> list[TimeMention]:
    """The time expressions of a parsed article in order, resolved with tense and names of the parse."""
    return find(text_of(doc), context.published, country=context.country, clues=clues_from_parse(doc))
