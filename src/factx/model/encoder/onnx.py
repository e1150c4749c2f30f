"""Run the exported encoder: windows of word pieces in, scores per word out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factx.base import ModelError
from factx.model.encoder.lemmas import Lemmatizer
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
    def _encoder(self) -> Any:
        return _session(self.files["encoder.onnx"])

    @cached_property
    def _relations(self) -> Any:
        return _session(self.files["relations.onnx"])

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
        target of a relation the vectors that ``relations`` takes.
        """
        names = ("ids", "case", "first", "last")
        inputs = {name: np.array(getattr(window, name), dtype=np.int64) for name in names}
        outputs = self._encoder.run(None, inputs)
        return dict(zip((item.name for item in self._encoder.get_outputs()), outputs, strict=True))

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


def _session(model: bytes) -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        raise ModelError("the accurate model needs onnxruntime; type: pip install onnxruntime tokenizers") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only
    # onnxruntime's kernel for addition and normalisation in one is slow: without it a window takes a fifth less time
    return onnxruntime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )
