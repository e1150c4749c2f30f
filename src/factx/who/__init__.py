"""Who an article speaks of: nations, persons, organisations, places, officials, and what refers back to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.findings import Context, Named, OfficeHolder, Reference
from factx.who.link import country_of, key_of
from factx.who.places import country_of_place

if TYPE_CHECKING:
    from spacy.tokens import Doc


__all__ = ["Who", "country_of", "country_of_place", "find_who", "key_of"]


@dataclass(frozen=True, slots=True)
class Who:
    """The entities of one article, in order of appearance; ``country`` is the nation it is clearly about."""

    mentions: list[Named]
    officials: list[OfficeHolder]
    references: list[Reference]
    country: str | None = None


def find_who(doc: Doc, context: Context) -> Who:
    """The mentions, officials and references of a tagged, parsed doc; ``doc.ents`` is set to agree with them."""
    from factx.who import mentions

    return mentions.find_who(doc, context)
