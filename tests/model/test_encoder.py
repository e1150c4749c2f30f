"""The parts of the accurate model that need no weights."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.model.encoder.bio_decoder import BioDecoder
from factx.model.encoder.projective_parser import best_trees
from factx.model.encoder.windows import MAX_PIECES, Break, make_windows

CLASSES = ["O", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]


def reaches_root(heads: list[int], word: int) -> bool:
    for _ in heads:
        word = heads[word]
    return heads[word] == word


def crosses(heads: Sequence[int]) -> bool:
    """Whether two arcs cross, or one spans the root."""
    arcs = [(min(pair), max(pair)) for pair in enumerate(heads) if pair[0] != pair[1]]
    roots = [word for word, head in enumerate(heads) if word == head]
    return any(a < c < b < d for a, b in arcs for c, d in arcs) or any(a < root < b for a, b in arcs for root in roots)


@given(st.integers(1, 12), st.integers(0, 10_000))
@settings(max_examples=200, deadline=None)
def test_any_scores_give_one_tree(size: int, seed: int) -> None:
    [heads] = best_trees([np.random.default_rng(seed).normal(size=(size, size))])
    assert sum(head == word for word, head in enumerate(heads)) == 1
    assert all(reaches_root(heads, word) for word in range(size))


@pytest.mark.parametrize("seed", range(20))
def test_the_tree_is_the_best_without_crossing_arcs(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 4))
    [heads] = best_trees([scores])
    best = max(
        sum(scores[word, head] for word, head in enumerate(guess))
        for guess in itertools.product(range(4), repeat=4)
        if sum(word == head for word, head in enumerate(guess)) == 1
        and all(reaches_root(list(guess), word) for word in range(4))
        and not crosses(guess)
    )
    assert sum(scores[word, head] for word, head in enumerate(heads)) == pytest.approx(best)


@given(st.lists(st.integers(1, 60), max_size=30), st.integers(0, 10_000))
@settings(max_examples=50, deadline=None)
def test_a_tree_does_not_depend_on_its_company(sizes: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = [rng.normal(size=(size, size)) for size in sizes]
    assert best_trees(scores) == [best_trees([sentence])[0] for sentence in scores]


@given(st.integers(1, 15), st.integers(0, 10_000))
@settings(max_examples=100, deadline=None)
def test_every_entity_begins_with_its_b(size: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    breaks = rng.random(size) < 0.3
    breaks[0] = True
    found = BioDecoder(CLASSES).best(rng.normal(size=(size, len(CLASSES))), breaks)
    for index, name in enumerate(found):
        if name[0] == "I":
            assert not breaks[index]
            assert found[index - 1][2:] == name[2:]


@given(st.lists(st.sampled_from(["word", ".", "\n\n", "A", "”", "xx" * 200]), max_size=400))
@settings(max_examples=60, deadline=None)
def test_windows_hold_every_word_once_in_order(words: list[str]) -> None:
    breaks = [
        Break.PARAGRAPH if index == 0 or words[index - 1].isspace() else Break.NONE for index in range(len(words))
    ]
    windows = make_windows(words, breaks, lambda word: [7] * (1 + len(word) // 4))
    assert [index for window in windows for index in window.words] == [
        index for index, word in enumerate(words) if not word.isspace()
    ]
    for window in windows:
        assert len(window.ids) == len(window.case) <= MAX_PIECES
        assert all(first <= last for first, last in zip(window.first, window.last, strict=True))


def test_a_paragraph_that_fits_is_not_cut() -> None:
    words = ["a"] * 200 + ["\n"] + ["b"] * 100
    breaks = [Break.NONE] * len(words)
    breaks[0] = breaks[201] = Break.PARAGRAPH
    assert [len(window.words) for window in make_windows(words, breaks, lambda word: [7])] == [200, 100]


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    words = (["a"] * 99 + ["."] + ["B"]) * 4
    breaks = [Break.PARAGRAPH] + [Break.NONE] * (len(words) - 1)
    first = make_windows(words, breaks, lambda word: [7])[0]
    assert words[first.words[-1]] == "."
