"""Dependency trees from scores: the best head for every word, with one root and no cycle."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[Any]
_NEVER = -1e9


def best_tree(scores: Scores) -> list[int]:
    """The head of each word; the root is its own head. ``scores[i, j]`` says how well word j heads word i.

    The heads always form one tree. Where the best heads do, they are the answer; otherwise the maximum spanning tree
    under the best root (Chu and Liu 1965, Edmonds 1967).

    >>> best_tree(np.array([[0.0, 5.0], [1.0, 4.0]]))
    [1, 1]
    """
    size = len(scores)
    if size == 1:
        return [0]
    heads = scores.argmax(1)
    roots = np.flatnonzero(heads == np.arange(size))
    if len(roots) == 1 and _is_tree(heads):
        return [int(head) for head in heads]
    off_diagonal = scores.copy()
    np.fill_diagonal(off_diagonal, _NEVER)
    gains = scores.diagonal() - off_diagonal.max(1)
    root = int(gains.argmax())
    off_diagonal[root] = _NEVER
    return _spanning_tree(off_diagonal, root)


def _is_tree(heads: Scores) -> bool:
    """Whether every word reaches the root: pointers doubled until they must have arrived."""
    roots = heads == np.arange(len(heads))
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return bool(roots[reached].all())


def _spanning_tree(scores: Scores, root: int) -> list[int]:
    """The maximum spanning tree under ``root``: cycles are contracted until none is left, then opened again."""
    scores = scores.astype(np.float64)
    size = len(scores)
    contractions: list[tuple[list[int], int, Scores, Scores, list[int]]] = []
    active = np.ones(size, dtype=bool)
    heads = _best_heads(scores, active, root)
    while cycle := _cycle(heads, active, root):
        inside = np.zeros(size, dtype=bool)
        inside[cycle] = True
        kept = cycle[0]
        cycle_heads = [int(heads[item]) for item in cycle]
        own = np.array([scores[item, head] for item, head in zip(cycle, cycle_heads, strict=True)])
        entering = scores[cycle] - own[:, None]
        enter_at = entering.argmax(0)
        leave_at = scores[:, cycle].argmax(1)
        contractions.append((cycle, kept, enter_at, leave_at, cycle_heads))
        scores[kept] = entering.max(0)
        scores[:, kept] = scores[:, cycle].max(1)
        scores[kept, kept] = _NEVER
        active[cycle[1:]] = False
        scores[kept, inside] = _NEVER
        heads = _best_heads(scores, active, root)
    return _opened(heads, contractions, root, active)


def _best_heads(scores: Scores, active: Scores, root: int) -> Scores:
    heads: Scores = np.where(active[None, :], scores, 2 * _NEVER).argmax(1)
    heads[root] = root
    return heads


def _cycle(heads: Scores, active: Scores, root: int) -> list[int]:
    """The first cycle among the active words; empty where there is none."""
    state = np.zeros(len(heads), dtype=np.int64)
    state[root] = 1
    for mark, start in enumerate(np.flatnonzero(active), start=2):
        path, item = [], int(start)
        while state[item] == 0:
            state[item] = mark
            path.append(item)
            item = int(heads[item])
        if state[item] == mark and item in path:
            return path[path.index(item) :]
    return []


def _opened(
    heads: Scores, contractions: list[tuple[list[int], int, Scores, Scores, list[int]]], root: int, active: Scores
) -> list[int]:
    """The tree over all words: each contracted cycle is entered at its best word and keeps its other arcs."""
    for cycle, kept, enter_at, leave_at, cycle_heads in reversed(contractions):
        outer = int(heads[kept])
        active[cycle] = True
        for item in np.flatnonzero(active):
            if item not in cycle and item != root and heads[item] == kept:
                heads[item] = cycle[int(leave_at[item])]
        heads[cycle] = cycle_heads
        heads[cycle[int(enter_at[outer])]] = outer
    return [int(head) for head in heads]
