"""Definite phrases ("the group", "the minister", "his country") and the entity last named that fits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from factx.base import Anaphor, OfficialMention, lexicon
from factx.who import organisations
from factx.who.layers import EntityLayers, EntitySpan
from factx.who.words import TITLE_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFINITES = {row["word"]: (row["type"], frozenset(row["sorts"].split("|"))) for row in lexicon.read("who/definites")}
_REACH = 160
"""Tokens before a definite phrase within which its antecedent is mentioned: some paragraphs."""


def definite(layers: EntityLayers, token: Token, heads: dict[str, OfficialMention | None]) -> Anaphor | None:
    """A definite phrase of a determiner and one noun, and the entity last mentioned that it can stand for."""
    noun = layers.doc[token.i + 1]
    after = layers.doc[noun.i + 1] if noun.i + 1 < len(layers.doc) else None
    if noun.tag_ not in {"NN", "NNP"} or (after is not None and _goes_on(after)):
        return None
    if noun.i in layers.nations or noun.i in layers.organisations or noun.i in layers.people:
        return None
    start, end = token.idx, noun.idx + len(noun)
    text = layers.source[start:end]
    holder = heads.get(noun.lower_)
    if holder is not None and holder.start_char < start and token.lower_ == "the":
        return Anaphor(start, end, text, holder.name, holder.key, None)
    kind, sorts = DEFINITES.get(noun.lower_, ("", frozenset()))
    if kind == "nation":
        span = _last(layers.nations, token.i, sorts - {""})
    elif kind == "organisation" and token.lower_ in TITLE_WORDS["definite"]:
        span = _last(layers.organisations, token.i, sorts)
    else:
        return None
    if span is None:
        return None
    return Anaphor(start, end, text, span.mention.name, span.mention.key, span.mention.iso3)


def _goes_on(after: Token) -> bool:
    """True if the phrase goes on and so explains itself ("the group of", "the country director")."""
    return after.tag_ in {"NN", "NNS", "NNP", "NNPS", "HYPH"} or after.lower_ in TITLE_WORDS["continues_phrase"]


def _last(layer: dict[int, EntitySpan], before: int, sorts: frozenset[str]) -> EntitySpan | None:
    """The last entity in reach of one of the sorts; an unknown body fits the empty sort."""
    for at in range(before - 1, max(-1, before - _REACH), -1):
        span = layer.get(at)
        if span is None:
            continue
        body = organisations.body_named(span.mention.name)
        sort = "" if body is None else body.sort
        if not sorts or sort in sorts or words_of_state(span.mention.iso3) & sorts:
            return span
    return None


@lru_cache(maxsize=300)
def words_of_state(iso3: str | None) -> frozenset[str]:
    """The words of a nation's official name in lower case, which tell a kingdom.

    >>> "kingdom" in words_of_state("JOR"), "kingdom" in words_of_state("USA"), words_of_state(None)
    (True, False, frozenset())
    """
    import pycountry

    found = pycountry.countries.get(alpha_3=iso3) if iso3 else None
    return frozenset(str(getattr(found, "official_name", "")).lower().split())


def office_heads(officials: Sequence[OfficialMention]) -> dict[str, OfficialMention | None]:
    """The one official whose title has this head noun; None where two have."""
    found: dict[str, OfficialMention | None] = {}
    for holder in officials:
        words = holder.title.lower().split(" of ")[0].split(" for ")[0].split()
        if words:
            found[words[-1]] = None if words[-1] in found else holder
    return found
