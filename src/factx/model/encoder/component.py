"""The spaCy component of the accurate model: one encoder sets all annotation.

1. The words are cut into windows, which the network scores (``windows``, ``onnx``).
2. Sentence starts are the likely ones that the layout allows, and those that it sets.
3. Trees are the best projective ones (``projective_parser``); tags and lemmas follow the scores.
4. Entities are the best BIO sequences, and the mentions of a name vote on its label
   (``bio_decoder``, ``label_voting``).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from factx.base import ModelError
from factx.model.doc_cache import text_of
from factx.model.encoder.bio_decoder import BioDecoder, log_softmax
from factx.model.encoder.label_voting import Entity, Voter, entities_of
from factx.model.encoder.onnx import OnnxEncoder
from factx.model.encoder.projective_parser import best_trees
from factx.model.encoder.windows import Break, Window, make_windows
from factx.model.sentences import BARRED, STARTS, is_break
from factx.model.spelling import readings
from factx.reading import soft_breaks

Array = NDArray[Any]
_ATTRIBUTES = (TAG, POS, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE)
_OUTSIDE, _BEGIN, _INSIDE = 2, 3, 1
_WINDOWS_AT_ONCE = 16
"""Windows whose scores are kept at once: a bound on the memory that a long article takes."""
_Parsed = tuple[Window, dict[str, Array], list[int]]
"""A window, its scores, and where its sentences start."""
_ASSIGNS = [
    *("token.tag", "token.pos", "token.lemma", "token.dep", "token.head", "token.is_sent_start"),
    *("token.ent_iob", "token.ent_type", "doc.ents", "doc.sents", "doc.tensor"),
]


class Encoder:
    """Sets all linguistic annotation of a doc; sentence starts set or ruled out before stay so."""

    def __init__(self, vocab: Vocab, name: str = "factx_encoder") -> None:
        self.vocab = vocab
        self.name = name
        self._network: OnnxEncoder | None = None

    @property
    def network(self) -> OnnxEncoder:
        if self._network is None:
            raise ModelError("factx_encoder has no weights: load it with a trained pipeline, e.g. --model accurate")
        return self._network

    def __call__(self, doc: Doc) -> Doc:
        """The doc, annotated in place."""
        if len(doc) == 0:
            return doc
        words = readings(doc, lambda word: len(self.network.pieces(word)) == 1)
        breaks = _breaks(doc, words)
        rows = _Rows(self, words)
        classes = ["O"] * len(words)
        logs = np.zeros((len(words), len(self.network.labels.entity)))
        windows = make_windows(words, breaks, self.network.pieces)
        for first in range(0, len(windows), _WINDOWS_AT_ONCE):
            parsed: list[_Parsed] = []
            for window in windows[first : first + _WINDOWS_AT_ONCE]:
                scores = self.network.scores(window)
                logs[window.words] = log_softmax(scores["entity"])
                if "vector" in scores:
                    rows.vectors(window.words, scores.pop("vector"))
                paragraphs = np.array([breaks[word] == Break.PARAGRAPH for word in window.words])
                for word, name in zip(window.words, self.bio.best(logs[window.words], paragraphs), strict=True):
                    classes[word] = name
                parsed.append((window, scores, _sentence_starts(window, scores["start"], doc, breaks)))
            self._parse(parsed, rows)
        rows.entities(self.voter.relabel(words, entities_of(classes, words), logs))
        return rows.write(doc)

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """The docs, annotated one by one: nothing of one doc's annotation may depend on another."""
        return map(self, stream)

    def _parse(self, parsed: list[_Parsed], rows: _Rows) -> None:
        """Tags, lemmas and trees; trees together, as they share their work."""
        arcs = [
            scores["arc"][start:end, start:end]
            for window, scores, starts in parsed
            for start, end in itertools.pairwise([*starts, len(window.words)])
        ]
        trees = iter(best_trees(arcs))
        for window, scores, starts in parsed:
            tags = scores["tag"].argmax(1)
            rows.tags(window.words, tags, scores["pos"].argmax(1))
            rows.lemmas(window.words, tags)
            heads = np.concatenate([np.array(next(trees)) + start for start in starts])
            rows.tree(window.words, heads, self.network.relations(scores["source"], scores["target"][heads]))

    @cached_property
    def bio(self) -> BioDecoder:
        return BioDecoder(self.network.labels.entity)

    @cached_property
    def voter(self) -> Voter:
        return Voter(self.network.labels.entity)

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        data: bytes = srsly.msgpack_dumps(self.network.files)
        return data

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> Encoder:
        return self.take(srsly.msgpack_loads(data))

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        Path(path).mkdir(parents=True, exist_ok=True)
        for name, data in self.network.files.items():
            (Path(path) / name).write_bytes(data)

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> Encoder:
        optional = [name for name in OnnxEncoder.READER_FILES if (Path(path) / name).is_file()]
        return self.take({name: (Path(path) / name).read_bytes() for name in (*OnnxEncoder.FILES, *optional)})

    def take(self, files: dict[str, bytes]) -> Encoder:
        self._network = OnnxEncoder(files)
        self.__dict__.pop("bio", None)
        self.__dict__.pop("voter", None)
        return self


class _Rows:
    """A doc's annotation as a row of numbers per token, filled in for white space from the start."""

    def __init__(self, encoder: Encoder, words: list[str]) -> None:
        self.words = words
        self.strings = encoder.vocab.strings
        self.labels, self.lemmatizer = encoder.network.labels, encoder.network.lemmatizer
        add = self.strings.add
        self.tag_ids, self.pos_ids, self.relation_ids = (
            np.array([add(name) for name in names], dtype=np.uint64)
            for names in (self.labels.tag, self.labels.pos, self.labels.relation)
        )
        self.table = np.zeros((len(words), len(_ATTRIBUTES)), dtype=np.uint64)
        self.heads = np.arange(len(words), dtype=np.int64)
        self.table[:, 0], self.table[:, 1], self.table[:, 3] = add("_SP"), add("SPACE"), add("dep")
        self.table[:, 2] = [add(word) if word.isspace() else 0 for word in words]
        self.table[:, 5] = _OUTSIDE
        self.tensor: Array | None = None

    def tags(self, words: list[int], tags: Array, parts: Array) -> None:
        self.table[words, 0] = self.tag_ids[tags]
        self.table[words, 1] = self.pos_ids[parts]

    def lemmas(self, words: list[int], tags: Array) -> None:
        names = map(self.labels.tag.__getitem__, tags.tolist())
        lemmas = map(self.lemmatizer.lemma, map(self.words.__getitem__, words), names)
        self.table[words, 2] = list(map(self.strings.add, lemmas))

    def entities(self, entities: Iterable[Entity]) -> None:
        for start, end, label in entities:
            self.table[start:end, 5] = _INSIDE
            self.table[start, 5] = _BEGIN
            self.table[start:end, 6] = self.strings.add(label)

    def tree(self, words: list[int], heads: Array, relations: Array) -> None:
        places = np.array(words)
        self.heads[places] = places[heads]
        self.table[places, 3] = self.relation_ids[relations]
        roots = places[heads == np.arange(len(places))]
        self.table[roots, 3] = self.strings.add("ROOT")

    def vectors(self, words: list[int], vectors: Array) -> None:
        """Keep what the reader of facts takes."""
        if self.tensor is None:
            self.tensor = np.zeros((len(self.words), vectors.shape[1]), dtype=np.float32)
        self.tensor[words] = vectors

    def write(self, doc: Doc) -> Doc:
        """Write the rows into the doc; white space hangs on the word before it, or else on the first."""
        first = next((index for index, word in enumerate(self.words) if not word.isspace()), 0)
        before = first
        for index, word in enumerate(self.words):
            if word.isspace():
                self.heads[index] = before
            else:
                before = index
        self.table[:, 4] = (self.heads - np.arange(len(self.words))).astype(np.uint64)
        if self.heads[0] == 0 and self.words[0].isspace():
            self.table[0, 3] = self.strings.add("ROOT")
        if self.tensor is not None:
            doc.tensor = self.tensor
        return doc.from_array(list(_ATTRIBUTES), self.table)  # type: ignore[arg-type]


def _breaks(doc: Doc, words: list[str]) -> list[Break]:
    """What is known to begin at each token.

    A line break begins a paragraph unless it is for width alone or the layout rules a sentence start
    out.
    """
    breaks, line = [], True
    soft = soft_breaks(text_of(doc))
    for at, (start, word) in enumerate(zip(doc.to_array("SENT_START").tolist(), words, strict=True)):
        kind = Break.SENTENCE if start == STARTS else Break.NONE
        if word.isspace():
            line = line or ("\n" in doc[at].text and is_break(doc[at], soft))
            kind = Break.NONE
        elif line:
            kind = Break.NONE if start == BARRED else Break.PARAGRAPH
            line = False
        breaks.append(kind)
    return breaks


def _sentence_starts(window: Window, scores: Array, doc: Doc, breaks: list[Break]) -> list[int]:
    """Where the window's sentences begin, as positions among its words; the first is always 0."""
    likely = scores[:, 1] > scores[:, 0]
    starts = [0]
    for position, word in enumerate(window.words[1:], start=1):
        if breaks[word] or (likely[position] and doc[word].is_sent_start is not False):
            starts.append(position)
    return starts


@Language.factory("factx_encoder", assigns=_ASSIGNS)
def make_encoder(nlp: Language, name: str) -> Encoder:
    """The encoder without weights; ``from_disk`` brings them."""
    return Encoder(nlp.vocab, name)
