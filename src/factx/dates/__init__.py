"""Time expressions of news: found by a grammar, resolved against the publication date, kept as precise as the text.

``find`` is the pure core (text → time expressions); ``find_dates`` adds what a parsed ``Doc`` knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.dates.find import find

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.findings import Context, TimeExpression

__all__ = ["find", "find_dates"]


def find_dates(doc: Doc, context: Context) -> list[TimeExpression]:
    """The time expressions of a parsed article in order; tense and names come from the parse."""
    from factx.dates.parse_clues import parse_clues
    from factx.source import text_of

    return find(text_of(doc), context.published, country=context.country, clues=parse_clues(doc))
