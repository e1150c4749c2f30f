"""Layers over a doc's tokens: the nation, organisation, person or place that each is part of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.base import EntityMention
from factx.model import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

TokenSpan = tuple[int, int]
"""Tokens ``[start, end)`` of a doc."""


@dataclass(frozen=True, slots=True)
class EntitySpan:
    """The tokens ``[start, end)`` of a mention."""

    start: int
    end: int
    mention: EntityMention


@dataclass(slots=True)
class EntityLayers:
    """The doc with the entity span, if any, that each token is part of, by type of entity.

    ``find_who`` fills the later fields in its order: ``acronyms``, ``mentioned``, ``shares`` (of each
    nation in the article's attention) and ``home`` (the dateline's nation) before offices are read;
    ``others`` (tokens whose nation is another official's) before officials are found; ``held`` (who
    holds which office of a nation) while they are.
    """

    doc: Doc
    source: str = ""
    nations: dict[int, EntitySpan] = field(default_factory=dict)
    organisations: dict[int, EntitySpan] = field(default_factory=dict)
    people: dict[int, EntitySpan] = field(default_factory=dict)
    places: dict[int, EntitySpan] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    others: set[int] = field(default_factory=set)
    held: dict[tuple[str, str], str] = field(default_factory=dict)
    mentioned: frozenset[str] = frozenset()
    home: str | None = None

    @classmethod
    def of(cls, doc: Doc, mentions: Iterable[EntityMention], source: str = "") -> EntityLayers:
        """Return the layers that these mentions make; ``source`` is the doc's text, if it is at hand."""
        layers = cls(doc, source or text_of(doc))
        by_type = {
            "nation": layers.nations,
            "organisation": layers.organisations,
            "person": layers.people,
            "place": layers.places,
        }
        for mention in mentions:
            tokens = doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
            if tokens is not None:
                span = EntitySpan(tokens.start, tokens.end, mention)
                for position in range(span.start, span.end):
                    by_type[mention.type].setdefault(position, span)
        return layers

    def nation_at(self, at: int) -> str | None:
        """ISO alpha-3 of the nation that a token names, or in which the place it names lies."""
        if at in self.nations:
            return self.nations[at].mention.iso3
        place = self.places.get(at)
        return None if place is None else place.mention.country

    def text(self, start: int, end: int) -> str:
        """The text of tokens ``[start, end)`` on one line."""
        return " ".join(self.doc[start:end].text.split())
