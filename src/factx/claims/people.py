"""Persons whom an article names, and whom it names with an age: they tell one occurrence from others.

News gives the age of victims, suspects and witnesses, of whom nobody else tells; it gives none of
presidents, mayors and spokespeople, who are in the news of every occurrence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factx.base import EntityMention, Mention, Official

FULL = 2
"""Words that a full name has at least: "Devin Hartsoe"."""
SEVERAL = 2
"""Persons in common that stand for one with an age: reporters and spokespeople come alone."""
BIRTHDAY = 1
"""Years by which two reports of one person's age may differ."""
_KEY = "person:"
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@dataclass(frozen=True, slots=True)
class Person:
    """One whom an article names in full: where its age is told, or else where the name comes first."""

    name: str
    age: int | None
    sentence_id: str | None
    char_start: int


def named_people(
    mentions: Sequence[Mention], named: Iterable[EntityMention], officials: Iterable[Official]
) -> list[Person]:
    """Return the persons of an article, but for those in office; ``named`` goes with ``mentions``.

    >>> lee = EntityMention(0, 8, "Dana Lee", "person", "person:dana lee", "Dana Lee", None, "name", age=24)
    >>> named_people([Mention(sentence_id="a:1")], [lee], [])
    [Person(name='dana lee', age=24, sentence_id='a:1', char_start=0)]
    """
    in_office = {_short(official.name or "") for official in officials}
    found: dict[str, Person] = {}
    for row, item in zip(mentions, named, strict=False):
        name = _short(item.key.removeprefix(_KEY)) if item.type == "person" else ""
        known = found.get(name)
        if name and name not in in_office and (known is None or (known.age is None and item.age is not None)):
            found[name] = Person(name, item.age, row.sentence_id, item.start_char)
    return list(found.values())


def share_a_private_person(some: Mapping[str, int | None], others: Mapping[str, int | None]) -> bool:
    """True if both name one person, at least one with an age, and no other age than the other; or several.

    >>> [share_a_private_person({"dana lee": age}, {"dana lee": None}) for age in (24, None)]
    [True, False]
    """
    shared = [name for name in some if name in others]
    return len(shared) >= SEVERAL or any(_is_private(some[name], others[name]) for name in shared)


def _is_private(age: int | None, other: int | None) -> bool:
    if age is None or other is None:
        return age is not other
    return abs(age - other) <= BIRTHDAY


def _short(name: str) -> str:
    """First and last word of a full name, which middle names and suffixes leave the same; else nothing.

    >>> _short("Devin J. Hartsoe Jr."), _short("Hartsoe")
    ('devin hartsoe', '')
    """
    words = [word for word in name.lower().replace(".", "").split() if word not in _SUFFIXES]
    return f"{words[0]} {words[-1]}" if len(words) >= FULL else ""
