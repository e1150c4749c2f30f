"""Entities from BIO scores: the best sequence of classes in which every entity begins with its B."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_NEVER = -1e4  # below any sum of log probabilities that a window can have


def log_softmax(scores: Array) -> Array:
    """The log probabilities of the classes, a row per word.

    >>> np.exp(log_softmax(np.array([[0.0, 0.0]]))).tolist()
    [[0.5, 0.5]]
    """
    shifted = scores - scores.max(axis=1, keepdims=True)
    logs: Array = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return logs


class BioDecoder:
    """The transitions that a list of BIO classes allows."""

    def __init__(self, classes: Sequence[str]) -> None:
        self.classes = list(classes)
        inside = np.array([name.startswith("I-") for name in classes])
        allowed = [[name[0] != "I" or name[2:] == before[2:] for name in classes] for before in classes]
        self._step = np.where(np.array(allowed), 0.0, _NEVER)
        self._into = np.ascontiguousarray(self._step.T)
        self._first = np.where(inside, _NEVER, 0.0)

    def best(self, logs: Array, breaks: Array) -> list[str]:
        """The class of every word; no entity continues over a word where ``breaks`` is true.

        >>> decoder = BioDecoder(["O", "B-LOC", "I-LOC"])
        >>> logs = log_softmax(np.array([[0.0, 1.0, 2.0], [0.0, 1.0, 2.0]]))
        >>> decoder.best(logs, np.array([True, False]))
        ['B-LOC', 'I-LOC']
        """
        greedy = logs.argmax(1)
        if len(greedy) == 0:
            return []
        blocked = self._first[greedy] * breaks
        blocked[1:] += self._step[greedy[:-1], greedy[1:]]
        path = self._viterbi(logs, breaks) if blocked.any() else greedy
        return [self.classes[index] for index in path]

    def _viterbi(self, logs: Array, breaks: Array) -> Array:
        back = np.zeros(logs.shape, dtype=np.int64)
        best = logs[0] + self._first
        for index in range(1, len(logs)):
            step = best + self._into
            if breaks[index]:
                step += self._first[:, None]
            step.argmax(1, out=back[index])
            best = step.max(1) + logs[index]
        path = np.zeros(len(logs), dtype=np.int64)
        path[-1] = best.argmax()
        for index in range(len(logs) - 1, 0, -1):
            path[index - 1] = back[index, path[index]]
        return path
