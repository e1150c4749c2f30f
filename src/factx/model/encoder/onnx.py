"""Run the exported encoder: windows of word pieces in, scores per word out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factx.model.encoder.lemmas import Lemmatizer
from factx.model.encoder.reader import ReaderNetwork
from factx.model.encoder.session import session, with_outputs
from factx.model.encoder.windows import Window

Array = NDArray[Any]
_REMEMBERED_WORDS = 50_000
"""Words whose pieces are kept: the vocabulary of some thousand articles; a bound on memory."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The classes that each task chooses from."""

    entity: list[str]
    tag: list[str]
    pos: list[str]
    relation: list[str]


class OnnxEncoder:
    """The network's files as bytes and the sessions that run them, opened when first used.

    Each has one thread. Every window is run alone, because int8 scales depend on all that is run
    together: the same article gives the same output in any company and on any number of workers.
    """

    FILES = ("encoder.onnx", "relations.onnx", "tokenizer.json", "labels.json", "lemmas.json")
    READER_FILES = ("reader.onnx", "reader.json")
    """Of a model that reads facts as well (``reader``)."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self._pieces: dict[str, list[int]] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {"files": self.files, "_pieces": {}}

    @cached_property
    def labels(self) -> Labels:
        return Labels(**json.loads(self.files["labels.json"]))

    @cached_property
    def lemmatizer(self) -> Lemmatizer:
        return Lemmatizer(json.loads(self.files["lemmas.json"]))

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_str(self.files["tokenizer.json"].decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    @cached_property
    def reader(self) -> ReaderNetwork | None:
        """The network that reads facts off this encoder's vectors; None if the model has none."""
        if not set(self.READER_FILES) <= set(self.files):
            return None
        return ReaderNetwork(session(self.files["reader.onnx"]), json.loads(self.files["reader.json"]))

    @cached_property
    def _encoder(self) -> Any:
        inner = self.reader.inputs if self.reader else ()
        return session(with_outputs(self.files["encoder.onnx"], inner))

    @cached_property
    def _relations(self) -> Any:
        return session(self.files["relations.onnx"])

    def pieces(self, word: str) -> list[int]:
        """The ids of the word's pieces."""
        found = self._pieces.get(word)
        if found is None:
            if len(self._pieces) >= _REMEMBERED_WORDS:
                self._pieces.clear()
            found = self._pieces[word] = self._tokenizer.encode(word, add_special_tokens=False).ids
        return found

    def scores(self, window: Window) -> dict[str, Array]:
        """The scores of a window's words by task.

        Shape (words, classes) for entity, tag, pos and start, (words, words) for arc; for source and
        target of a relation the vectors that ``relations`` takes; ``vector`` (words, width) is what
        the reader of facts takes, if the model has one.
        """
        names = ("ids", "case", "first", "last")
        inputs = {name: np.array(getattr(window, name), dtype=np.int64) for name in names}
        outputs = self._encoder.run(None, inputs)
        found = dict(zip((item.name for item in self._encoder.get_outputs()), outputs, strict=True))
        if self.reader:
            found["vector"] = np.concatenate(
                [_of_words(found.pop(name), window) for name in self.reader.inputs], axis=1
            )
        return found

    def relations(self, source: Array, target: Array) -> Array:
        """The best relation of each dependent (row of ``source``) to its head (row of ``target``).

        It is never ROOT: the tree has decided which word is the root.
        """
        scores = self.relation_scores(source, target)
        scores[:, self.labels.relation.index("ROOT")] = -np.inf
        classes: Array = scores.argmax(1)
        return classes

    def relation_scores(self, source: Array, target: Array) -> Array:
        """Scores (words, relations) of each dependent under its head."""
        scores: Array = self._relations.run(None, {"source": source, "target": target})[0]
        return scores


def _of_words(pieces: Array, window: Window) -> Array:
    """A layer's vectors (1, pieces, width) as (words, width): the mean of a word's first and last."""
    rows = pieces.reshape(-1, pieces.shape[-1])
    vectors: Array = (rows[window.first] + rows[window.last]) * np.float32(0.5)
    return vectors
