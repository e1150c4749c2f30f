"""The records of one article as one value: what the extractor yields and the writers take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING

from factx.base import ArticleRow, Entity, EntityMention, Fact, Failure, Mention, Official, Quantity, Timex
from factx.tables.entity_counts import entities_of
from factx.tables.notebook import as_html

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """The records of one article, in text order; ``failure`` says why there are none.

    ``shortfalls`` are steps that failed while the others went on: what they find is missing.
    ``text`` is what offsets refer to; ``is_source`` is false if it is not, letter by letter, that of a
    text file or the one that was given.
    """

    article: ArticleRow
    facts: list[Fact] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    dates: list[Timex] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    officials: list[Official] = field(default_factory=list)
    named: list[EntityMention] = field(default_factory=list)
    failure: Failure | None = None
    shortfalls: list[Failure] = field(default_factory=list)
    text: str | None = None
    is_source: bool = True

    @property
    def failures(self) -> list[Failure]:
        """Return the rows of the table of errors: of the article itself, or of steps."""
        return [*([self.failure] if self.failure else []), *self.shortfalls]

    @property
    def entities(self) -> list[Entity]:
        """Return the entities that the article mentions, sorted by type and name."""
        return entities_of(self.named)

    def with_shortfalls(self, failed: Sequence[Failure]) -> Result:
        """The same records, with further steps that failed."""
        return replace(self, shortfalls=[*self.shortfalls, *failed]) if failed else self

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """Return a data frame per table, with nullable types: an unknown count is ``<NA>``, never 0 or NaN."""
        from factx.tables.dataframes import to_frames

        return to_frames([self])

    def __repr__(self) -> str:
        """Who the article is and how much was found; the records are in its fields."""
        name = self.article.path or self.article.title or self.article.article_id
        if self.failure is not None:
            return f"<Result of {name}: failed, {self.failure.message}>"
        counts = ", ".join(f"{len(getattr(self, table))} {table}" for table in ("facts", "quantities", "officials"))
        return f"<Result of {name}: {counts}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the text with its amounts marked, and the facts."""
        if self.failure is not None:
            return f"<p>{escape(repr(self)[1:-1])}</p>"
        return as_html(self.text or "", self.facts)
