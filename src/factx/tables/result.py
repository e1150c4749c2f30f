"""The records of one article as one value: what the extractor yields and the writers take."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.base import ArticleRow, Entity, EntityMention, Fact, Failure, Mention, Official, Quantity, Timex
from factx.tables.entity_counts import entities_of

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
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
    named: list[EntityMention] = field(default_factory=list, repr=False)
    failure: Failure | None = None
    shortfalls: list[Failure] = field(default_factory=list)
    text: str | None = field(default=None, repr=False)
    is_source: bool = True

    @property
    def entities(self) -> list[Entity]:
        """Return the entities that the article mentions, sorted by type and name."""
        return entities_of(self.named)

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """Return a data frame per table, with nullable types: an unknown count is ``<NA>``, never 0 or NaN."""
        from factx.tables.dataframes import to_frames

        return to_frames([self])
