"""The reader's network: of each counted phrase of a sentence the kind of fact and its fillers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of the counted phrases of a sentence, a row each.

    Attributes
    ----------
    kind, status, modality
        Probabilities (phrases, classes); the first kind is none.
    start, end
        Log probabilities (phrases, slots, words + 1) of where a filler starts and ends; the first
        place is that of no filler.
    """

    kind: Array
    status: Array
    modality: Array
    start: Array
    end: Array


class ReaderNetwork:
    """The exported network, and the names of what it takes and tells (``reader.json``)."""

    def __init__(self, session: Any, names: dict[str, Any]) -> None:
        self._session = session
        self.inputs: tuple[str, ...] = tuple(names["inputs"])
        self.kinds: list[str] = names["kinds"]
        self.slots: list[str] = names["slots"]
        self.statuses: list[str] = names["statuses"]
        self.modalities: list[str] = names["modalities"]
        self.thresholds: dict[str, float] = names["thresholds"]

    def scores(self, vectors: Array, marks: Array, places: Array, steps: Array, told: Array, said: Array) -> Scores:
        """The scores for a sentence.

        ``vectors`` (words, width) are the encoder's, ``marks`` (words) say which words are counted;
        ``places`` (phrases, 4) are the words of each amount, its noun and their two governors, and
        ``steps`` (phrases, words) how far each word is away in the tree. ``told`` (phrases, slots, 2)
        has where fillers by rule start and end, 0 for none, -1 without a rule; ``said`` (phrases, 2)
        the status and the modality by rule, -1 for none.
        """
        given = {
            "vectors": vectors.astype(np.float32, copy=False),
            "marks": marks.astype(np.int64),
            "places": places.astype(np.int64),
            "steps": steps.astype(np.int64),
            "told": told.astype(np.int64),
            "said": said.astype(np.int64),
        }
        return Scores(*self._session.run(None, given))
