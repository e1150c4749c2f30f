"""What is known of a text's tokens while offices are read: the nation, organisation, person, place they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factx.base import EntityMention
from factx.model import text_of
from factx.who import places

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of tokens ``[start, end)`` and the mention it stands for."""

    start: int
    end: int
    named: EntityMention


@dataclass(slots=True)
class Scene:
    """The doc with the stretch, if any, that each token belongs to, by sort of entity."""

    doc: Doc
    source: str = ""
    nations: dict[int, Stretch] = field(default_factory=dict)
    organisations: dict[int, Stretch] = field(default_factory=dict)
    people: dict[int, Stretch] = field(default_factory=dict)
    places: dict[int, Stretch] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    others: set[int] = field(default_factory=set)
    held: dict[tuple[str, str], str] = field(default_factory=dict)
    mentioned: frozenset[str] = frozenset()

    @classmethod
    def of(cls, doc: Doc, mentions: Iterable[EntityMention], source: str = "") -> Scene:
        """The scene that these mentions set; ``source`` is the doc's text, where it is at hand."""
        scene = cls(doc, source or text_of(doc))
        layers = {
            "nation": scene.nations,
            "organisation": scene.organisations,
            "person": scene.people,
            "place": scene.places,
        }
        for named in mentions:
            span = doc.char_span(named.start_char, named.end_char, alignment_mode="expand")
            if span is None:
                continue
            stretch = Stretch(span.start, span.end, named)
            for position in range(span.start, span.end):
                layers[named.type].setdefault(position, stretch)
        return scene

    def nation_at(self, at: int) -> str | None:
        """ISO alpha-3 of the nation that a token names, or in which the place it names lies."""
        if at in self.nations:
            return self.nations[at].named.iso3
        place = self.places.get(at)
        return None if place is None else places.country_of_place(place.named.text, self.mentioned)

    def text(self, start: int, end: int) -> str:
        """The text of tokens ``[start, end)`` on one line."""
        return " ".join(self.doc[start:end].text.split())
