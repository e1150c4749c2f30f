"""From a parsed doc to its entities: lexicons correct the model, offices and short names find owners."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factx.base import Anaphor, ArticleContext, EntityMention, OfficialMention, Spans, lexicon
from factx.model import text_of
from factx.who import article_country as article_country
from factx.who import located, nations, organisations, people, places
from factx.who.coreference import find_anaphors
from factx.who.doc_ents import set_entities
from factx.who.layers import EntityLayers
from factx.who.officials.find import find_officials
from factx.who.officials.office_names import TitledName, find_titled_names
from factx.who.officials.offices import find_offices
from factx.who.press import nation_of_press
from factx.who.words import BODY_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_NAME = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"the", "The"})
GIVEN_NAMES_TOO = lexicon.words("who/nations_as_names", "name")
"""Nations that are persons' names as well ("Jordan", "Chad")."""


@dataclass(frozen=True, slots=True)
class Who:
    """The entities of one article, in order of appearance.

    ``country`` is the nation that it is clearly about, ``home`` that of its dateline, ``press`` that of
    its publisher.
    """

    mentions: list[EntityMention]
    officials: list[OfficialMention]
    references: list[Anaphor]
    country: str | None = None
    home: str | None = None
    press: str | None = None


def find_who(doc: Doc, context: ArticleContext) -> Who:
    """The mentions, officials and references of a parsed doc; sets ``doc.ents`` to agree with them."""
    text = text_of(doc)
    named_nations = _not_in_names(doc, nations.find_nations(text, context.skip))
    mentioned = frozenset(item.iso3 for item in named_nations if item.iso3 is not None)
    acronyms = organisations.definitions(text)
    known = _outside(organisations.find_organisations(text, mentioned), context.skip)
    others = _model_organisations(doc, text, Spans(known), Spans(named_nations), acronyms, context)
    bodies = organisations.with_full_names([*known, *others])
    spots = _model_places(doc, text, Spans([*bodies, *named_nations]), context)
    spots = located.locate_all(text, spots, named_nations, context)
    raw = _model_people(doc, Spans([*known, *named_nations]))
    draft = people.link_people(text, raw)
    speaking = [item for item in named_nations if nations.speaks(text, item)]
    layers = EntityLayers.of(doc, [*speaking, *bodies, *spots, *draft], text)
    layers.acronyms, layers.mentioned = acronyms, mentioned
    layers.shares = article_country.country_shares(text, speaking, spots, context, bodies)
    layers.home = article_country.dateline_country(context.dateline or "", mentioned)
    titled_names = find_titled_names(layers, find_offices(layers))
    titled = _titled_name_spans(doc, titled_names, raw)
    linked = _outside(people.link_people(text, [*raw, *titled]) if titled else draft, context.skip)
    linked = _titled(doc, linked, titled_names)
    layers.people = EntityLayers.of(doc, linked, text).people
    layers.others = {at for item in titled_names for at in _own_nation(item)}
    officials = find_officials(layers, titled_names)
    clear = _without(bodies, linked), _without(spots, linked)
    found = sorted(
        [*named_nations, *linked, *clear[0], *clear[1]], key=lambda item: (item.start_char, -item.end_char, item.key)
    )
    set_entities(doc, found)
    anaphors = find_anaphors(layers, officials)
    press = nation_of_press(context.publisher, context.url)
    return Who(found, officials, anaphors, article_country.main_country(layers.shares), layers.home, press)


def _titled(doc: Doc, linked: Sequence[EntityMention], titled_names: Sequence[TitledName]) -> list[EntityMention]:
    """The mentions of persons, a short name behind an office ("President Aydin") tied by the title."""
    starts = {doc[titled.start].idx for titled in titled_names if titled.position == "before"}
    return [
        replace(item, linked_by="title") if item.linked_by == "surname" and item.start_char in starts else item
        for item in linked
    ]


def _own_nation(titled: TitledName) -> range:
    """The tokens whose nation is the official's own or the one sent to, and so speaks for nobody else."""
    office = titled.office
    return range(office.opening if titled.employer.nation else office.head, office.end)


def _not_in_names(doc: Doc, named_nations: Sequence[EntityMention]) -> list[EntityMention]:
    """The nations without those that are a person's name or part of one ("Tom Holland", "Jordan Lee")."""
    taken = {
        span
        for ent in doc.ents
        if ent.label_ == "PERSON" and len(ent) > 1
        for token in ent
        for span in [(token.idx, token.idx + len(token))]
    }
    return [
        item
        for item in named_nations
        if (item.start_char, item.end_char) not in taken or item.text not in GIVEN_NAMES_TOO
    ]


def _outside(found: Sequence[EntityMention], skip: tuple[tuple[int, int], ...]) -> list[EntityMention]:
    return [item for item in found if not any(start <= item.start_char < end for start, end in skip)]


def _without(found: Sequence[EntityMention], people_found: Sequence[EntityMention]) -> list[EntityMention]:
    """The mentions that are not the very words of a person's name."""
    persons = {(item.start_char, item.end_char) for item in people_found}
    return [item for item in found if (item.start_char, item.end_char) not in persons]


def _model_organisations(
    doc: Doc,
    text: str,
    known: Spans[EntityMention],
    named_nations: Spans[EntityMention],
    acronyms: dict[str, str],
    context: ArticleContext,
) -> list[EntityMention]:
    found = []
    for ent in doc.ents:
        if not (ent.label_ == "ORG" or _is_body(ent)) or not _NAME.search(ent.text):
            continue
        start, end = _bare(ent)
        if start >= end or _covered(start, end, known) or _is_only_nation(text, start, end, named_nations):
            continue
        name = " ".join(text[start:end].split())
        full = acronyms.get(name, name)
        found.append(
            EntityMention(start, end, text[start:end], "organisation", organisations.key(full), full, None, "name")
        )
    return _outside(found, context.skip)


def _model_places(doc: Doc, text: str, taken: Spans[EntityMention], context: ArticleContext) -> list[EntityMention]:
    found = []
    for ent in doc.ents:
        if ent.label_ not in {"LOC", "FAC"} or _is_body(ent) or not _NAME.search(ent.text):
            continue
        start, end = _bare(ent)
        if start >= end or _covered(start, end, taken):
            continue
        name = " ".join(text[start:end].split())
        found.append(EntityMention(start, end, text[start:end], "place", places.key(name), name, None, "name"))
    return _outside(found, context.skip)


def _model_people(doc: Doc, taken: Spans[EntityMention]) -> list[people.NameSpan]:
    found: list[people.NameSpan] = []
    for ent in doc.ents:
        if ent.label_ != "PERSON" or _is_body(ent) or not _NAME.search(ent.text):
            continue
        if _covered(ent.start_char, ent.end_char, taken, exact=True):
            continue
        if found and found[-1].end + 1 == ent.start_char and doc[ent.start - 1].whitespace_ == " ":
            found[-1] = people.NameSpan(found[-1].start, ent.end_char, f"{found[-1].text} {ent.text}")
        else:
            found.append(people.NameSpan(ent.start_char, ent.end_char, " ".join(ent.text.split())))
    return found


def _is_only_nation(text: str, start: int, end: int, named_nations: Spans[EntityMention]) -> bool:
    """True if a name says no more than a nation and perhaps a party ("Democratic U.S.")."""
    rest = text[start:end]
    for item in named_nations.inside(start, end):
        rest = rest.replace(item.text, "")
    return rest != text[start:end] and not set(_WORD.findall(rest)) - _ARTICLES


def _is_body(ent: Span) -> bool:
    """True if an entity of several words is an organisation by its last one, whatever the model calls it."""
    if ent.label_ not in {"PERSON", "LOC", "FAC", "MISC", "PRODUCT"} or len(ent) < 2:
        return False
    return ent[-1].lower_ in BODY_NOUNS


def _titled_name_spans(
    doc: Doc, titled_names: Sequence[TitledName], known: Sequence[people.NameSpan]
) -> list[people.NameSpan]:
    spans = {(span.start, span.end) for span in known}
    found = []
    for titled in titled_names:
        span = doc[titled.start : titled.end]
        if (span.start_char, span.end_char) not in spans:
            found.append(people.NameSpan(span.start_char, span.end_char, " ".join(span.text.split())))
    return found


def _bare(ent: Span) -> tuple[int, int]:
    """The entity's characters without article in front and possessive behind."""
    text = ent.text
    front = re.match(r"(?:[Tt]he\s+|[^\w(]+)*", text)
    back = re.search(r"(?:['’]s|['’]|\s)+$", text)
    return ent.start_char + (front.end() if front else 0), ent.end_char - (len(back.group()) if back else 0)


def _covered(start: int, end: int, taken: Spans[EntityMention], *, exact: bool = False) -> bool:
    """True if the characters are taken: exactly, or overlapped by more than a nation's name inside them."""
    if exact:
        return any((item.start_char, item.end_char) == (start, end) for item in taken.inside(start, end))
    return any(
        item.type != "nation" or item.end_char - item.start_char >= end - start
        for item in taken.overlapping(start, end)
    )
