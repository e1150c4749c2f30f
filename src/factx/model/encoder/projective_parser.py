"""Dependency trees from scores: one root, no cycle and no crossing arcs.

Best heads chosen word by word make every fourth news sentence cross its arcs, which English hardly
ever does: a date that belongs to "said" then hangs on the verb of what was said. Such sentences
get the best projective tree (Eisner 1996).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[Any]
_NEVER = -1e9  # below any sum of scores
_MOST_CELLS = 40_000
"""Cells of a chart: sentences are parsed together up to this size, which bounds the memory."""


def best_trees(scores: Sequence[Scores]) -> list[list[int]]:
    """The head of each word of each sentence; the root is its own head.

    ``scores[n][i, j]`` says how well word j of sentence n heads its word i, ``scores[n][i, i]`` how
    well word i is the root. The best heads are the answer if they form a projective tree; otherwise
    the best such tree is.

    >>> best_trees([np.array([[0.0, 5.0], [1.0, 4.0]]), np.array([[1.0]])])
    [[1, 1], [0]]
    """
    heads = [sentence.argmax(1) for sentence in scores]
    unfit = [index for index, guess in enumerate(heads) if not _is_fit(guess)]
    trees: list[list[int]] = [guess.tolist() for guess in heads]
    for index, tree in zip(unfit, projective_trees([scores[index] for index in unfit]), strict=True):
        trees[index] = tree
    return trees


def _is_fit(heads: Scores) -> bool:
    words = np.arange(len(heads))
    return int((heads == words).sum()) == 1 and _is_tree(heads) and is_projective(heads)


def _is_tree(heads: Scores) -> bool:
    """True if every word reaches the root: pointers are doubled until they must have arrived."""
    roots = heads == np.arange(len(heads))
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return bool(roots[reached].all())


def is_projective(heads: Scores) -> bool:
    """True if no two arcs cross and none covers the root; the root is its own head.

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


def projective_trees(scores: Sequence[Scores]) -> list[list[int]]:
    """The head of each word in each sentence's best projective tree; the one root is its own head.

    Time grows with the cube of a sentence's length. Sentences of about one length share their array
    operations, as many as the longest has words; a tree does not depend on its company.

    >>> projective_trees([np.array([[0.0, 5.0, 1.0], [1.0, 4.0, 0.0], [3.0, 2.0, 0.0]])])
    [[1, 1, 1]]
    """
    trees: list[list[int]] = [[] for _ in scores]
    for group in _groups([len(sentence) for sentence in scores]):
        size = max(len(scores[index]) for index in group)
        arcs = np.full((len(group), size, size), _NEVER)
        for place, index in enumerate(group):
            words = np.arange(len(scores[index]))
            arcs[place, : len(words), : len(words)] = scores[index].T
            arcs[place, words, words] = _NEVER
        chart = _Chart(arcs)
        for place, index in enumerate(group):
            trees[index] = chart.tree(place, scores[index].diagonal())
    return trees


def _groups(sizes: Sequence[int]) -> Iterator[list[int]]:
    """The sentences from short to long, as many together as fit."""
    group: list[int] = []
    for index in sorted(range(len(sizes)), key=sizes.__getitem__):
        if group and (len(group) + 1) * sizes[index] ** 2 > _MOST_CELLS:
            yield group
            group = []
        group.append(index)
    if group:
        yield group


class _Chart:
    """The scores of the best partial trees of some sentences.

    ``left[s, n, i]`` covers the words i to i+n of sentence s under the last, ``right[s, n, i]`` under
    the first. ``arcs[s, j, i]`` says how well word j heads word i.
    """

    def __init__(self, arcs: Scores) -> None:
        count, size, _ = arcs.shape
        self.left, self.right = np.zeros((count, size, size)), np.zeros((count, size, size))
        self._splits = np.zeros((3, count, size, size), dtype=np.int64)
        open_left, open_right = np.full((count, size, size), _NEVER), np.full((count, size, size), _NEVER)
        for span in range(1, size):
            first = np.arange(size - span)
            last = first + span
            part = np.arange(span)[:, None]
            joined = self.right[:, part, first] + self.left[:, span - 1 - part, first + part + 1]
            top, self._splits[0, :, span, : size - span] = _best(joined)
            open_left[:, span, : size - span] = top + arcs[:, last, first]
            open_right[:, span, : size - span] = top + arcs[:, first, last]
            under_last = self.left[:, part, first] + open_left[:, span - part, first + part]
            self.left[:, span, : size - span], self._splits[1, :, span, : size - span] = _best(under_last)
            under_first = open_right[:, part + 1, first] + self.right[:, span - 1 - part, first + part + 1]
            self.right[:, span, : size - span], best = _best(under_first)
            self._splits[2, :, span, : size - span] = best + 1

    def tree(self, sentence: int, roots: Scores) -> list[int]:
        """The heads of a sentence that has as many words as ``roots``, the scores of each word as the root."""
        words = np.arange(len(roots))
        left, right = self.left[sentence], self.right[sentence]
        # the root joins the best tree that ends at it from the left and the one that begins at it to the right
        root = int((left[words, 0] + right[len(roots) - 1 - words, words] + roots).argmax())
        heads = words.tolist()
        splits = self._splits[:, sentence]
        _read(splits, heads, 0, root, leftward=True)
        _read(splits, heads, root, len(roots) - 1, leftward=False)
        return heads


def _best(candidates: Scores) -> tuple[Scores, Scores]:
    """The highest of the candidates of each sentence and first word, and which it is."""
    best = candidates.argmax(1)
    return np.take_along_axis(candidates, best[:, None], 1)[:, 0], best


def _read(splits: Scores, heads: list[int], first: int, last: int, *, leftward: bool) -> None:
    """Write the heads of the best tree over the words ``first`` to ``last``, under the last or the first."""
    todo = [(first, last, leftward, True)]
    while todo:
        begin, end, under_last, closed = todo.pop()
        span = end - begin
        if span == 0:
            continue
        if not closed:
            heads[begin if under_last else end] = end if under_last else begin
            middle = begin + int(splits[0, span, begin])
            todo += [(begin, middle, False, True), (middle + 1, end, True, True)]
        elif under_last:
            middle = begin + int(splits[1, span, begin])
            todo += [(begin, middle, True, True), (middle, end, True, False)]
        else:
            middle = begin + int(splits[2, span, begin])
            todo += [(begin, middle, False, False), (middle, end, False, True)]
