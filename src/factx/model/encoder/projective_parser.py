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
_Index = int | slice
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

    A tree covers the words of a span under its first or its last word; an open one is an arc between
    both, whose far end may still take words. Each table has its spans by length and first word, and
    those whose name ends in ``_at`` by length and last word: so the parts of all spans of a length are
    slices. ``arcs[s, j, i]`` says how well word j heads word i of sentence s.
    """

    def __init__(self, arcs: Scores) -> None:
        count, size, _ = arcs.shape
        shape = (count, size, size)
        self._left: Scores = np.zeros(shape)
        self._left_at: Scores = np.zeros(shape)
        self._right: Scores = np.zeros(shape)
        self._right_at: Scores = np.zeros(shape)
        self._open_left_at: Scores = np.full(shape, _NEVER)
        self._open_right: Scores = np.full(shape, _NEVER)
        for span in range(1, size):
            firsts, lasts = slice(0, size - span), slice(span, size)
            top = self._joined(slice(None), span, firsts, lasts).max(1)
            self._open_left_at[:, span, lasts] = top + arcs.diagonal(-span, 1, 2)
            self._open_right[:, span, firsts] = top + arcs.diagonal(span, 1, 2)
            left = self._under_last(slice(None), span, firsts, lasts).max(1)
            self._left[:, span, firsts] = self._left_at[:, span, lasts] = left
            right = self._under_first(slice(None), span, firsts, lasts).max(1)
            self._right[:, span, firsts] = self._right_at[:, span, lasts] = right

    def _joined(self, sentence: _Index, span: int, first: _Index, last: _Index) -> Scores:
        """The scores of what an arc spans, by the number of words that belong to the first."""
        return self._right[sentence, :span, first] + self._left_at[sentence, span - 1 :: -1, last]

    def _under_last(self, sentence: _Index, span: int, first: _Index, last: _Index) -> Scores:
        """The scores of the trees under the last word, by where its farthest dependent stands."""
        scores: Scores = self._left[sentence, :span, first] + self._open_left_at[sentence, span:0:-1, last]
        return scores

    def _under_first(self, sentence: _Index, span: int, first: _Index, last: _Index) -> Scores:
        """The scores of the trees under the first word, by where its farthest dependent stands, less one."""
        return self._open_right[sentence, 1 : span + 1, first] + self._right_at[sentence, span - 1 :: -1, last]

    def tree(self, sentence: int, roots: Scores) -> list[int]:
        """The heads of a sentence that has as many words as ``roots``, the scores of each word as the root."""
        words = np.arange(len(roots))
        # the root joins the best tree that ends at it from the left and the one that begins at it to the right
        ending, beginning = self._left[sentence, words, 0], self._right_at[sentence, words[::-1], len(roots) - 1]
        root = int((ending + beginning + roots).argmax())
        heads = words.tolist()
        self._read(sentence, heads, 0, root, leftward=True)
        self._read(sentence, heads, root, len(roots) - 1, leftward=False)
        return heads

    def _read(self, sentence: int, heads: list[int], first: int, last: int, *, leftward: bool) -> None:
        """Write the heads of the best tree over the words ``first`` to ``last``, under the last or the first.

        Where its parts meet is looked up again: that is known for all spans, but needed for few.
        """
        todo = [(first, last, leftward, True)]
        while todo:
            begin, end, under_last, closed = todo.pop()
            span = end - begin
            if span == 0:
                continue
            if not closed:
                heads[begin if under_last else end] = end if under_last else begin
                middle = begin + int(self._joined(sentence, span, begin, end).argmax())
                todo += [(begin, middle, False, True), (middle + 1, end, True, True)]
            elif under_last:
                middle = begin + int(self._under_last(sentence, span, begin, end).argmax())
                todo += [(begin, middle, True, True), (middle, end, True, False)]
            else:
                middle = begin + 1 + int(self._under_first(sentence, span, begin, end).argmax())
                todo += [(begin, middle, False, False), (middle, end, False, True)]
