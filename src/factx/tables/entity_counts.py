"""The entities of a run, counted while its articles stream by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from factx.base import Entity, EntityMention, EntityType
from factx.tables.locate import entity_id


@dataclass(slots=True)
class _Tally:
    type: EntityType
    first: EntityMention
    iso3: str | None
    names: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    articles: int = 0
    mentions: int = 0


class EntityTally:
    """Counts mentions and articles per entity; its size grows with entities, not with articles."""

    def __init__(self) -> None:
        self._tallies: dict[str, _Tally] = {}

    def add(self, named: Iterable[EntityMention]) -> None:
        """Count the mentions of one article."""
        seen: set[str] = set()
        for mention in named:
            tally = self._tallies.setdefault(
                mention.key, _Tally(mention.type, mention, mention.iso3 or mention.country)
            )
            tally.names[mention.name] += 1
            tally.aliases.add(" ".join(mention.text.split()))
            tally.iso3 = tally.iso3 or mention.iso3
            tally.mentions += 1
            tally.articles += mention.key not in seen
            seen.add(mention.key)

    def entities(self) -> list[Entity]:
        """Return the entities, sorted by type, name and id; the commonest name is the canonical one."""
        found = [self._entity(key, tally) for key, tally in self._tallies.items()]
        return sorted(found, key=lambda entity: (entity.type or "", entity.name or "", entity.entity_id or ""))

    @staticmethod
    def _entity(key: str, tally: _Tally) -> Entity:
        name = max(tally.names, key=lambda name: (tally.names[name], len(name), name))
        return Entity(
            entity_id=entity_id(key),
            type=tally.type,
            name=name,
            iso3=tally.iso3,
            aliases="|".join(sorted(tally.aliases - {name})) or None,
            articles=tally.articles,
            mentions=tally.mentions,
            admin1=tally.first.admin1,
            latitude=tally.first.latitude,
            longitude=tally.first.longitude,
        )


def entities_of(named: Iterable[EntityMention]) -> list[Entity]:
    """Return the entities of one article.

    >>> mention = EntityMention(0, 5, "Ghana", "nation", "nation:GHA", "Ghana", "GHA", "name")
    >>> entities_of([mention])[0].mentions
    1
    """
    tally = EntityTally()
    tally.add(named)
    return tally.entities()
