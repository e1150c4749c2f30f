"""The entities of a run, counted while its articles stream by; most of many lie on the disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

from factx.base import DiskMap, Entity, EntityMention, EntityType, Form
from factx.tables.locate import entity_id

IN_MEMORY = 5_000
"""Entities that are in memory: some 6 MB."""


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
    """Counts mentions and articles per entity.

    Entities that were not met for long lie in files of ``folder``, nameless ones without it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        counted, named = (folder / "entities", folder / "sorted_entities") if folder else (None, None)
        self._tallies = DiskMap(_TALLY_FORM, IN_MEMORY, counted)
        self._sorted = DiskMap(_ENTITY_FORM, IN_MEMORY, named)

    def add(self, named: Iterable[EntityMention]) -> None:
        """Count the mentions of one article."""
        seen: set[str] = set()
        for mention in named:
            tally = self._tallies.get(mention.key) or _Tally(mention.type, mention, mention.iso3 or mention.country)
            tally.names[mention.name] += 1
            tally.aliases.add(" ".join(mention.text.split()))
            tally.iso3 = tally.iso3 or mention.iso3
            tally.mentions += 1
            tally.articles += mention.key not in seen
            seen.add(mention.key)
            self._tallies.put(mention.key, tally)

    def entities(self) -> Iterator[Entity]:
        """Yield the entities, sorted by type, name and id; the commonest name is the canonical one."""
        for key, tally in self._tallies.items():
            entity = self._entity(key, tally)
            self._sorted.put("\0".join(filter(None, (entity.type, entity.name, entity.entity_id))), entity)
        return (entity for _, entity in self._sorted.items())

    def close(self) -> None:
        """Forget all and remove the files."""
        self._tallies.close()
        self._sorted.close()

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
    return list(tally.entities())


def _plain(tally: _Tally) -> list[Any]:
    counted = (tally.iso3, tally.names, sorted(tally.aliases), tally.articles, tally.mentions)
    return [tally.type, astuple(tally.first), *counted]


def _revived(plain: list[Any]) -> _Tally:
    kind, first, iso3, names, aliases, articles, mentions = plain
    return _Tally(kind, EntityMention(*first), iso3, Counter(names), set(aliases), articles, mentions)


_TALLY_FORM = Form(_plain, _revived)
_ENTITY_FORM: Form[Entity] = Form(astuple, lambda plain: Entity(*plain))
