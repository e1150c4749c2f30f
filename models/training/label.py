"""Lets teachers say what the corpora do not: entities of treebank text, trees of news, both of raw news.

The result is a file for ``train.py --silver``; see ../README.md for the command. Teachers are exported pipelines. What
they say of entities is kept as probabilities, averaged; of trees, the best tree of their averaged arcs.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import pickle
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import data
from data import Example
from factx.model.encoder.onnx import OnnxEncoder
from factx.model.encoder.projective_parser import best_trees


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entities", type=Path, nargs="+", required=True, help="pipelines that teach entities")
    parser.add_argument("--trees", type=Path, nargs="+", required=True, help="pipelines that teach tags and trees")
    parser.add_argument("--base", type=Path, required=True, help="folder with MiniLM's tokenizer.json")
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/, ud/ and raw/")
    parser.add_argument("--words", type=int, default=1_150_000, help="words of raw news")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    nlp, pieces = data.blank(), data.Pieces(args.base / "tokenizer.json")
    docs = {name: data.read_docs(args.data / f"{name}.spacy", nlp) for name in data.CORPORA}
    examples = data.entity_examples(docs["ner/train"], nlp, pieces)
    examples += data.tree_examples(docs["ud/train"], data.treebank_labels(docs["ud/train"]), pieces)
    known = [doc for corpus in docs.values() for doc in corpus]
    examples += data.raw_examples(args.data / "raw/news.txt.gz", known, args.words, pieces)
    settings = (args.entities, args.trees)
    with multiprocessing.get_context("spawn").Pool(args.workers, Teachers.start, settings) as pool:
        labelled = pool.map(Teachers.label, examples, chunksize=64)
    args.out.write_bytes(pickle.dumps(labelled))
    print(f"{len(labelled)} windows, {sum(len(example.window.words) for example in labelled)} words")


class Teachers:
    """Pipelines that are asked together; one set a process."""

    here: Teachers

    def __init__(self, entities: Sequence[Path], trees: Sequence[Path]) -> None:
        networks = {path: read_encoder(path) for path in {*entities, *trees}}
        self.entities, self.trees = ([networks[path] for path in paths] for paths in (entities, trees))

    @classmethod
    def start(cls, entities: Sequence[Path], trees: Sequence[Path]) -> None:
        cls.here = cls(entities, trees)

    @classmethod
    def label(cls, example: Example) -> Example:
        """The example with what it lacks."""
        teachers = cls.here
        needed = {id(n): n for n in teachers.entities if "entity" not in example.gold}
        needed |= {id(n): n for n in teachers.trees if "head" not in example.gold}
        scores = {key: network.scores(example.window) for key, network in needed.items()}
        if "entity" not in example.gold:
            labels = [softmax(scores[id(network)]["entity"]) for network in teachers.entities]
            example.soft = np.mean(labels, axis=0).astype(np.float16)
        if "head" not in example.gold:
            parts = [(network, scores[id(network)]) for network in teachers.trees]
            example.gold |= trees(parts)
        return example


def read_encoder(path: Path) -> OnnxEncoder:
    return OnnxEncoder({name: (path / "factx_encoder" / name).read_bytes() for name in OnnxEncoder.FILES})


def softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    shares: np.ndarray = powers / powers.sum(-1, keepdims=True)
    return shares


def trees(parts: Sequence[tuple[OnnxEncoder, dict[str, np.ndarray]]]) -> dict[str, np.ndarray]:
    """Classes of tags, sentence starts, heads and relations, as the teachers see them on average."""
    mean = {task: np.mean([softmax(scores[task]) for _, scores in parts], axis=0) for task in ("tag", "pos", "start")}
    starts = mean["start"].argmax(1)
    starts[0] = 1
    bounds = [*np.flatnonzero(starts), len(starts)]
    heads = np.zeros(len(starts), np.int64)
    for begin, end in itertools.pairwise(bounds):
        arcs = [np.log(softmax(scores["arc"][begin:end, begin:end]) + 1e-9) for _, scores in parts]
        heads[begin:end] = np.array(best_trees([np.mean(arcs, axis=0)])[0]) + begin
    relations = [softmax(net.relation_scores(scores["source"], scores["target"][heads])) for net, scores in parts]
    relation = np.mean(relations, axis=0).argmax(1)
    relation[heads == np.arange(len(heads))] = parts[0][0].labels.relation.index("ROOT")
    found = {task: mean[task].argmax(1) for task in ("tag", "pos")}
    return found | {"head": heads, "relation": relation, "start": starts, "sentence": starts.cumsum()}


if __name__ == "__main__":
    main()
