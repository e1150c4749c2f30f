"""Facts held against gold: which belong together, which slots agree.

A fact belongs to one of the gold of its kind if it starts in the gold's sentence and has the gold's
interval and currency; one fact belongs to one of the gold. Slots are compared on every fact of the
gold: a wrong filler is both a false and a missing one. Fillers of text agree on a token F1 of a
half or more (a place also if all its words stand in the gold's), times on start and end, all others
if they are equal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from factx.base import lexicon
from factx.check.gold import CODE_SLOTS, TEXT_SLOTS, GoldArticle, Row
from factx.check.predicted import Predicted

KINDS = frozenset({"pledge", "troops", "arrest", "killed", "injured", "missing", "displaced", "members"})
"""Kinds that gold has all of: others count if it has one of them."""
SLOTS = (*TEXT_SLOTS, *CODE_SLOTS, "time")
ALIKE = 0.5
"""The token F1 from which on two texts are the same filler: a noun with and without an adjective."""
ABOUT = 1e-6
"""The share by which two numbers may differ and be the same: floating point."""
AROUND = 2
"""Characters around a sentence that are of it: quotation marks and spaces."""
_EMPTY_WORDS = lexicon.words("check/empty_words")


class Count(NamedTuple):
    """How many were right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """A fact of the gold with the row found for it; one of both is None for a miss or a false alarm.

    ``slots`` has a count for each slot of a fact of the gold, ``is_whole`` is true if all is right.
    """

    gold: Row | None
    row: Row | None
    slots: Mapping[str, Count] = field(default_factory=dict)
    is_whole: bool = False

    @property
    def kind(self) -> str:
        """The kind of the fact."""
        return str((self.gold or self.row or {})["kind"])

    @property
    def count(self) -> Count:
        """Whether the fact was found."""
        return Count(int(bool(self.gold and self.row)), int(self.gold is None), int(self.row is None))


def tokens(text: Any) -> list[str]:
    """The words of a text in small letters, without articles and possessives.

    >>> tokens("The governor's office")
    ['governor', 'office']
    """
    return [word for word in re.findall(r"\w+", str(text or "").lower()) if word not in _EMPTY_WORDS]


def overlap(one: Any, other: Any) -> float:
    """The F1 of the words of two texts.

    >>> overlap("police officers", "the police")
    0.6666666666666666
    """
    first, second = Counter(tokens(one)), Counter(tokens(other))
    common = sum((first & second).values())
    return 2 * common / (sum(first.values()) + sum(second.values())) if common else 0.0


def pairs(article: GoldArticle, found: Predicted, kinds: frozenset[str] = KINDS) -> Iterator[Pair]:
    """Yield a pair for each fact of the gold, then one for each false alarm."""
    left = [row for row in found.facts if row["kind"] in kinds]
    for fact in article.facts:
        best = _best(fact, left)
        if best is not None:
            left = [row for row in left if row is not best]
        slots = dict(_slots(fact, best))
        yield Pair(fact, best, slots, best is not None and not any(one.wrong or one.missed for one in slots.values()))
    yield from (Pair(None, row) for row in left)


def _best(fact: Row, rows: Sequence[Row]) -> Row | None:
    """The row that says what the fact does, of several the one whose fillers are most like its own."""
    fitting = [row for row in rows if _says_the_same(fact, row)]
    return max(
        fitting, key=lambda row: sum(overlap(fact.get(slot), row.get(slot)) for slot in TEXT_SLOTS), default=None
    )


def _says_the_same(fact: Row, row: Row) -> bool:
    start, first = row.get("char_start"), fact["start"] - AROUND
    inside = start is not None and first <= start < fact["start"] + len(fact["quote"]) + AROUND
    same = all(_equal(fact.get(name), row.get(name)) for name in ("low", "high"))
    return inside and same and row["kind"] == fact["kind"] and (row.get("currency") or None) == fact.get("currency")


def _equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= ABOUT * max(1.0, abs(one))


def _slots(fact: Row, row: Row | None) -> Iterator[tuple[str, Count]]:
    for slot in SLOTS:
        if slot == "recipient" and fact["kind"] != "pledge":
            continue
        wanted, given = fact.get(slot), _given(slot, row)
        right = bool(wanted) and given is not None and _agree(slot, wanted, given)
        yield slot, Count(1) if right else Count(0, int(given is not None), int(bool(wanted)))


def _given(slot: str, row: Row | None) -> Any:
    """What a row has in a slot, None for nothing; of a time, start and end."""
    if row is None:
        return None
    if slot == "time":
        ends = row.get("time_start") or "", row.get("time_end") or ""
        return ends if any(ends) else None
    return row.get(slot) or None


def _agree(slot: str, wanted: Any, given: Any) -> bool:
    if slot == "time":
        ends = str(wanted).split("/")
        return (ends[0], ends[-1]) == tuple(given)
    if slot == "location" and tokens(given) and set(tokens(given)) <= set(tokens(wanted)):
        return True
    return overlap(wanted, given) >= ALIKE if slot in TEXT_SLOTS else bool(wanted == given)


def officials(article: GoldArticle, found: Predicted) -> tuple[Count, Count]:
    """The officials found, and of those how many have the right title and country, and how many not."""
    left, right, titled = list(found.officials), 0, 0
    for wanted in article.officials or ():
        hit = next((row for row in left if _same_person(row, wanted)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
            country = (hit.get("country") or None) == wanted["country"]
            titled += overlap(hit.get("title"), wanted["title"]) >= ALIKE and country
    return Count(right, len(left), len(article.officials or ()) - right), Count(titled, right - titled)


def _same_person(row: Row, wanted: Row) -> bool:
    same_surname = tokens(row["name"])[-1:] == tokens(wanted["name"])[-1:]
    return same_surname and overlap(row["name"], wanted["name"]) >= ALIKE


def nations(article: GoldArticle, found: Predicted) -> Count:
    """The nations that an article names."""
    wanted = article.nations or frozenset()
    return Count(len(wanted & found.nations), len(found.nations - wanted), len(wanted - found.nations))
