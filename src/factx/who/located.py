"""Where the places of an article lie: what it says of them first, then what it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from factx.base import ArticleContext, EntityMention, Spans
from factx.who import article_country, places
from factx.who.gazetteer import plain
from factx.who.places import Where

BEHIND = 40
"""Characters behind a place in which the text may say what it lies in (", Burkina Faso,")."""
_STATED = 3.0  # mentions that a place counts for whose nation the text states
_LEAST = 3.0  # mentions that dateline, title and publisher count for together, where no nation is named
_NATION = 3
"""Letters of a nation's code; units have more."""


def locate_all(
    text: str, spots: Sequence[EntityMention], named: Sequence[EntityMention], context: ArticleContext
) -> list[EntityMention]:
    """Return the mentions of places with where they lie, as far as the article tells.

    What is stated of a place once, be it in the dateline, holds for all its mentions; what is clear of
    some places tells what the article is about, and so which of their namesakes others are.
    """
    if not spots:
        return []
    nations = Spans(named)
    shares = Attention.of(text, named, context).shares()
    first = [_with(spot, _where(text, spot, nations, shares)) for spot in spots]
    stated = _stated_by_dateline(context.dateline or "")
    stated |= {plain(spot.text): where_of(spot) for spot in first if spot.stated}
    attention = Attention.of(text, [*named, *first], context)
    return [
        spot
        if spot.stated
        else _with(
            spot, stated.get(plain(spot.text)) or _where(text, spot, nations, attention.shares(plain(spot.text)))
        )
        for spot in first
    ]


@dataclass(frozen=True, slots=True)
class Attention:
    """What an article is about: weights of nations and units, by all it names and by each of its places."""

    base: Mapping[str, float]
    by_place: Mapping[str, Mapping[str, float]]
    of_places: dict[str, float] = field(init=False, default_factory=lambda: defaultdict(float))
    """The weights of all places together: what a place adds is taken from them, not the others added up."""
    known: dict[str, dict[str, float]] = field(init=False, default_factory=dict)
    """Shares that were asked for, by the place that does not count; "" is no place."""

    def __post_init__(self) -> None:
        for codes in self.by_place.values():
            for code, weight in codes.items():
                self.of_places[code] += weight

    @classmethod
    def of(cls, text: str, mentions: Sequence[EntityMention], context: ArticleContext) -> Attention:
        """Return the attention of an article; of its mentions of places those count that are located."""
        named = [item for item in mentions if item.type == "nation"]
        shares = article_country.country_shares(text, named, (), context)
        total = max(_LEAST, float(len(named)))
        by_place: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for item in mentions:
            if item.type == "place" and item.country is not None:
                weight = _STATED if item.stated else 1.0
                for code in filter(None, (item.country, item.admin1)):
                    by_place[plain(item.text)][code] += weight
            elif item.type == "organisation" and (unit := places.unit_before(item.text)) is not None:
                for code in (unit.iso3, unit.admin1):
                    by_place[unit.name][code] += 1.0
        return cls({code: share * total for code, share in shares.items()}, by_place)

    def shares(self, besides: str = "") -> dict[str, float]:
        """Return the share of each nation and unit by its ISO code; a place does not speak for itself."""
        name = besides if besides in self.by_place else ""
        if name not in self.known:
            self.known[name] = self._shares(self.by_place.get(name, {}))
        return self.known[name]

    def _shares(self, own: Mapping[str, float]) -> dict[str, float]:
        weights = dict(self.base)
        for code, weight in self.of_places.items():
            if left := weight - own.get(code, 0.0):
                weights[code] = weights.get(code, 0.0) + left
        total = sum(weight for code, weight in weights.items() if len(code) == _NATION)
        return {code: weight / total for code, weight in sorted(weights.items())}


def _stated_by_dateline(dateline: str) -> dict[str, Where]:
    """Return where the place of a dateline lies, by its name, if that says so ("TRIPOLI, Lebanon").

    >>> [(name, where.iso3) for name, where in _stated_by_dateline("TRIPOLI, Lebanon").items()]
    [('tripoli', 'LBN')]
    >>> _stated_by_dateline("TRIPOLI")
    {}
    """
    name, comma, wide = dateline.partition(",")
    where = places.locate(f"{name.title()},{wide}") if comma else places.NOWHERE
    return {plain(name): where} if where.stated and where.iso3 is not None else {}


class PlaceIndex:
    """The places of one article with what tells where others lie that its sentences name."""

    def __init__(self, text: str, mentions: Sequence[EntityMention], context: ArticleContext) -> None:
        self._text = text
        self._nations = Spans(item for item in mentions if item.type == "nation")
        self._spots = {plain(item.text): where_of(item) for item in mentions if item.type == "place"}
        self._mentions = mentions
        self._context = context
        self._attention: Attention | None = None

    def where(self, location: str, first: int, last: int) -> Where:
        """Return where a location lies that the text has within ``[first, last)``; nowhere if that is unclear."""
        known = self._spots.get(plain(location))
        if known is not None or not location:
            return known or places.NOWHERE
        if self._attention is None:
            self._attention = Attention.of(self._text, self._mentions, self._context)
        shares = self._attention.shares(plain(location))
        start = self._text.find(location, first, last)
        if start < 0:
            return places.locate(location, shares)
        end = start + len(location)
        inside = named_in(self._text, start, end, self._nations)
        return places.locate(location, shares, behind=self._text[end : end + BEHIND], named=inside)


def named_in(text: str, start: int, end: int, nations: Spans[EntityMention]) -> dict[str, str | None]:
    """Return the nations that the text names in a place and right behind it, by their wording."""
    found: dict[str, str | None] = {item.text: item.iso3 for item in nations.inside(start, end + BEHIND)}
    return found


def where_of(spot: EntityMention) -> Where:
    """Return where a place lies by its mention."""
    return Where(spot.country, spot.admin1, spot.latitude, spot.longitude, spot.stated)


def _where(text: str, spot: EntityMention, nations: Spans[EntityMention], attention: Mapping[str, float]) -> Where:
    inside = named_in(text, spot.start_char, spot.end_char, nations)
    behind = text[spot.end_char : spot.end_char + BEHIND]
    return places.locate(spot.text, attention, behind=behind, named=inside)


def _with(spot: EntityMention, where: Where) -> EntityMention:
    return replace(
        spot,
        key=places.key(spot.name, where.admin1 or where.iso3),
        country=where.iso3,
        admin1=where.admin1,
        latitude=where.latitude,
        longitude=where.longitude,
        stated=where.stated,
    )
