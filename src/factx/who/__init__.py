"""Who an article speaks of: nations, persons, organisations, places, officials, and what refers back to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.findings import Context, Named, OfficeHolder, Reference

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Who:
    """The entities of one article, in order of appearance."""

    mentions: list[Named]
    officials: list[OfficeHolder]
    references: list[Reference]


def find_who(doc: Doc, context: Context) -> Who:
    """The mentions, officials and references of a tagged, parsed doc; ``doc.ents`` is set to agree with them."""
    from factx.who import mentions

    return mentions.find_who(doc, context)
