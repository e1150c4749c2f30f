"""One name, one label: the mentions of a name in an article get the same label.

The network sees a window at a time and now and then takes a minister for a place. So, as in
Krishnan and Manning (2006), who call it document-level consistency:

1. all mentions of a name vote with their probabilities, a surname together with the full names that
   end in it;
2. a mention that the network left without a label gets that of its name if the network gave it a
   fair probability.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
VOTING = ("PERSON", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "MISC")
_LOWEST_VOTE = -6.0
"""The lowest log probability that a mention can vote with: one mention alone must not veto."""
_FAIR_CHANCE = -2.0
"""The log probability (0.14) of the name's label from which a mention without a label gets it."""

Name = tuple[str, ...]


class Entity(NamedTuple):
    """The words from ``start`` to ``end``, exclusive, and their label."""

    start: int
    end: int
    label: str


class Voter:
    """Votes over the classes of a BIO tagger, in their order.

    >>> voter = Voter(["O", "B-LOC", "I-LOC", "B-PERSON", "I-PERSON"])
    >>> logs = np.full((4, 5), -5.0)
    >>> logs[[0, 1, 3], [3, 1, 3]] = -0.1, -0.5, -0.2
    >>> entities = [Entity(0, 1, "PERSON"), Entity(1, 2, "LOC")]
    >>> found = voter.relabel(["Kato", "Kato", "met", "Kato"], entities, logs)
    >>> [tuple(entity) for entity in found]
    [(0, 1, 'PERSON'), (1, 2, 'PERSON'), (3, 4, 'PERSON')]
    """

    def __init__(self, classes: Sequence[str]) -> None:
        index = {name: place for place, name in enumerate(classes)}
        self._labels = [label for label in VOTING if f"B-{label}" in index]
        self._begin = [index[f"B-{label}"] for label in self._labels]
        self._inside = [index[f"I-{label}"] for label in self._labels]

    def relabel(self, words: Sequence[str], entities: Sequence[Entity], logs: Array) -> list[Entity]:
        """The entities in text order, with the labels that their names have in the article.

        ``logs`` has a row of log probabilities per word; white space, which has none, is no part of a
        name.
        """
        names = [_name(words, entity) for entity in entities]
        votes: dict[Name, Array] = {}
        for name, entity in zip(names, entities, strict=True):
            if entity.label in self._labels:
                vote = np.maximum(self._score(logs, entity.start, entity.end), _LOWEST_VOTE)
                votes[name] = votes[name] + vote if name in votes else vote
        labels = {name: self._labels[int(vote.argmax())] for name, vote in self._with_full_names(votes).items()}
        relabelled = [
            entity._replace(label=labels[name]) if entity.label in self._labels else entity
            for name, entity in zip(names, entities, strict=True)
        ]
        return sorted([*relabelled, *self._unlabelled(words, relabelled, labels, logs)])

    def _score(self, logs: Array, start: int, end: int) -> Array:
        """The log probability of each label for the words as one entity."""
        score: Array = logs[start, self._begin] + logs[start + 1 : end][:, self._inside].sum(0)
        return score

    def _with_full_names(self, votes: Mapping[Name, Array]) -> dict[Name, Array]:
        """The votes; a single word gets those of the persons whose last name it is, too."""
        person = self._labels.index("PERSON") if "PERSON" in self._labels else -1
        full_names: dict[str, list[Array]] = defaultdict(list)
        for name, vote in votes.items():
            if len(name) > 1 and int(vote.argmax()) == person:
                full_names[name[-1]].append(vote)
        return {
            name: sum(full_names[name[0]], vote) if len(name) == 1 and name[0] in full_names else vote
            for name, vote in votes.items()
        }

    def _unlabelled(
        self, words: Sequence[str], entities: Sequence[Entity], labels: Mapping[Name, str], logs: Array
    ) -> list[Entity]:
        """Mentions of the names, longest names first, without a label but with a fair chance of it."""
        by_first: dict[str, list[Name]] = defaultdict(list)
        for name in sorted(labels, key=lambda item: (-len(item), item)):
            if any(map(str.isupper, "".join(name))):
                by_first[name[0]].append(name)
        taken = {word for entity in entities for word in range(entity.start, entity.end)}
        found: list[Entity] = []
        for start, word in enumerate(words):
            for name in by_first.get(word, ()):
                span = range(start, start + len(name))
                if tuple(words[start : span.stop]) != name or not taken.isdisjoint(span):
                    continue
                place = self._labels.index(labels[name])
                if self._score(logs, span.start, span.stop)[place] > _FAIR_CHANCE:
                    found.append(Entity(span.start, span.stop, labels[name]))
                    taken.update(span)
                    break
        return found


def _name(words: Sequence[str], entity: Entity) -> Name:
    return tuple(word for word in words[entity.start : entity.end] if not word.isspace())


def entities_of(classes: Sequence[str], words: Sequence[str]) -> list[Entity]:
    """The entities of a sequence of BIO classes; white space inside an entity belongs to it.

    >>> entities_of(["B-LOC", "O", "I-LOC", "O", "B-LOC"], ["South", " ", "Sudan", "and", "Chad"])
    [Entity(start=0, end=3, label='LOC'), Entity(start=4, end=5, label='LOC')]
    """
    found: list[Entity] = []
    last = -1
    for place, name in enumerate(classes):
        if words[place].isspace():
            continue
        if name[0] == "B":
            found.append(Entity(place, place + 1, name[2:]))
        elif name[0] == "I" and found and found[-1].end == last + 1:
            found[-1] = found[-1]._replace(end=place + 1)
        last = place
    return found
