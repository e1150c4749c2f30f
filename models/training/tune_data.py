"""What tune.py learns from: windows of the encoder with the sentences that hold counted phrases, and corpora."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from reader_data import Example, Sentences

import data
from factx.model.encoder.windows import Window


@dataclass(slots=True)
class Item:
    """A window, the sentences with counted phrases in it, and the gold names of its words if they are known.

    The ``vectors`` of these sentences are the places of their words in the window, -1 for white space.
    """

    window: Window
    sentences: list[Example] = field(default_factory=list)
    names: np.ndarray | None = None


class WindowedSentences(Sentences):
    """Sentences that say where their words stand in the encoder's windows, in the place of vectors."""

    def __init__(self, model: str) -> None:
        super().__init__(model, ())
        self.windows: list[Window] = []
        network: Any = self.extractor.nlp.get_pipe("factx_encoder")
        network = network.network
        scores, reader = network.scores, network.reader

        def noting(window: Window) -> dict[str, Any]:
            self.windows.append(window)
            network.reader = None
            found = scores(window)
            network.reader = reader
            places = [[len(self.windows), place] for place in range(len(window.words))]
            return {**found, "vector": np.array(places, np.float32)}

        network.scores = noting

    def items(self, examples: Sequence[Example]) -> list[Item]:
        """The windows that hold the sentences."""
        held: defaultdict[int, list[Example]] = defaultdict(list)
        for one in examples:
            held[int(one.vectors[:, 0].max())].append(one)
            one.vectors = np.where(one.vectors[:, :1] > 0, one.vectors[:, 1:], -1)
        return [Item(self.windows[number - 1], sentences) for number, sentences in held.items()]


def corpora(folder: Path, model: Path) -> tuple[list[Item], list[Item]]:
    """The windows of the corpora of names, with their gold, and of trees."""
    nlp, pieces = data.blank(), data.Pieces(model / "factx_encoder" / "tokenizer.json")
    names = data.entity_examples(data.read_docs(folder / "ner/train.spacy", nlp), nlp, pieces)
    docs = data.read_docs(folder / "ud/train.spacy", nlp)
    trees = data.tree_examples(docs, data.treebank_labels(docs), pieces)
    return [Item(one.window, names=one.gold["entity"]) for one in names], [Item(one.window) for one in trees]
