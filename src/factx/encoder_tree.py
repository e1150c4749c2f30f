"""Dependency trees from scores: the best head for every word, with one root, no cycle and no crossing arcs.

Best heads chosen word by word make every fourth news sentence cross its arcs, which English hardly ever does: a date
that belongs to "said" then hangs on the verb of what was said. Those get the best projective tree (Eisner 1996).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[Any]
_NEVER = -1e9


def best_tree(scores: Scores) -> list[int]:
    """The head of each word; the root is its own head. ``scores[i, j]`` says how well word j heads word i.

    The best heads are the answer where they form a projective tree; otherwise the best such tree.

    >>> best_tree(np.array([[0.0, 5.0], [1.0, 4.0]]))
    [1, 1]
    """
    heads = scores.argmax(1)
    words = np.arange(len(heads))
    if int((heads == words).sum()) == 1 and _is_tree(heads) and is_projective(heads):
        return [int(head) for head in heads]
    return projective_tree(scores)


def _is_tree(heads: Scores) -> bool:
    """Whether every word reaches the root: pointers doubled until they must have arrived."""
    roots = heads == np.arange(len(heads))
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return bool(roots[reached].all())


def is_projective(heads: Scores) -> bool:
    """Whether no two arcs cross and none covers the root; the root is its own head.

    >>> is_projective(np.array([1, 1, 1])), is_projective(np.array([2, 3, 2, 2]))
    (True, False)
    """
    words = np.arange(len(heads))
    left, right = np.minimum(words, heads), np.maximum(words, heads)
    begins_inside = (left[:, None] < left) & (left < right[:, None])
    return not bool((begins_inside & (right > right[:, None])).any() or (_covers_root(heads, left, right)))


def _covers_root(heads: Scores, left: Scores, right: Scores) -> bool:
    root = int(np.flatnonzero(heads == np.arange(len(heads)))[0])
    return bool(((left < root) & (root < right)).any())


def projective_tree(scores: Scores) -> list[int]:
    """The head of each word in the best projective tree with one root, which is its own head.

    ``scores[i, j]`` says how well word j heads word i, ``scores[i, i]`` how well it is the root. Time grows with the
    cube of the sentence's length, in as many array operations as it has words.

    >>> projective_tree(np.array([[0.0, 5.0, 1.0], [1.0, 4.0, 0.0], [3.0, 2.0, 0.0]]))
    [1, 1, 1]
    """
    size = len(scores)
    inner = scores.astype(np.float64)
    np.fill_diagonal(inner, _NEVER)
    chart = _Chart(inner.T)
    words = np.arange(size)
    # the root joins the best tree that ends at it from the left and the one that begins at it to the right
    root = int((chart.left[words, 0] + chart.right[size - 1 - words, words] + scores.diagonal()).argmax())
    heads = list(range(size))
    chart.read(heads, 0, root, leftward=True)
    chart.read(heads, root, size - 1, leftward=False)
    heads[root] = root
    return heads


class _Chart:
    """Best partial trees: ``left[n, i]`` covers the words i to i+n under the last, ``right[n, i]`` under the first."""

    def __init__(self, arcs: Scores) -> None:
        size = len(arcs)
        self.left, self.right = np.zeros((size, size)), np.zeros((size, size))
        self._splits = np.zeros((4, size, size), dtype=np.int64)
        open_left, open_right = np.full((size, size), _NEVER), np.full((size, size), _NEVER)
        for span in range(1, size):
            first = np.arange(size - span)
            last = first + span
            part = np.arange(span)[:, None]
            joined = self.right[part, first] + self.left[span - 1 - part, first + part + 1]
            best = joined.argmax(0)
            top = joined[best, first]
            open_left[span, : size - span] = top + arcs[last, first]
            open_right[span, : size - span] = top + arcs[first, last]
            self._splits[0, span, : size - span] = best
            under_last = self.left[part, first] + open_left[span - part, first + part]
            best = under_last.argmax(0)
            self.left[span, : size - span] = under_last[best, first]
            self._splits[1, span, : size - span] = best
            under_first = open_right[part + 1, first] + self.right[span - 1 - part, first + part + 1]
            best = under_first.argmax(0)
            self.right[span, : size - span] = under_first[best, first]
            self._splits[2, span, : size - span] = best + 1

    def read(self, heads: list[int], first: int, last: int, *, leftward: bool) -> None:
        """Write the heads of the best tree over the words ``first`` to ``last``, under the last or the first."""
        todo = [(first, last, leftward, True)]
        while todo:
            begin, end, under_last, closed = todo.pop()
            span = end - begin
            if span == 0:
                continue
            if not closed:
                heads[begin if under_last else end] = end if under_last else begin
                middle = begin + int(self._splits[0, span, begin])
                todo += [(begin, middle, False, True), (middle + 1, end, True, True)]
            elif under_last:
                middle = begin + int(self._splits[1, span, begin])
                todo += [(begin, middle, True, True), (middle, end, True, False)]
            else:
                middle = begin + int(self._splits[2, span, begin])
                todo += [(begin, middle, False, False), (middle, end, False, True)]
