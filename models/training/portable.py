"""Rewrites an exported network in operators that every processor works out to the same bits; see ../README.md.

onnxruntime has kernels for Gelu and Softmax that round in another order where a processor has wider registers. The
network makes eight bits of what they put out, and there a last bit can become a step: names, trees and facts that are
in doubt came out differently. Exponentials, the error function and sums have one order everywhere.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, helper, numpy_helper

HEADS, HEAD_WIDTH = 12, 32
LARGEST_SCORE = 80.0
"""Scores of attention are cut off here, so that no sum of their powers overflows; the largest seen is 69."""
node = helper.make_node


def main() -> None:
    """``python portable.py MODEL``: rewrites the networks in the folder of a model, ../accurate, in place."""
    folder = Path(sys.argv[1]) / "factx_encoder"
    for name in ("encoder.onnx", "reader.onnx"):
        model = onnx.load(folder / name)
        rewrite(model)
        (folder / name).write_bytes(model.SerializeToString())


def rewrite(model: onnx.ModelProto) -> None:
    """Replaces Gelu and attention by smaller operators, and drops what nothing needs any more."""
    graph = Graph(model.graph)
    instead: dict[str, list[NodeProto]] = {}
    for item in model.graph.node:
        if item.op_type == "Gelu":
            instead[item.output[0]] = graph.gelu(item)
        elif item.op_type == "Softmax" and graph.is_attention(item):
            instead |= graph.attention(item)
    graph.put([new for old in model.graph.node for new in instead.get(old.output[0], [old])])
    onnx.checker.check_model(model)


class Graph:
    """A graph with the maker and the users of each value."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        self.graph = graph
        self.makers = {name: item for item in graph.node for name in item.output}
        self.users: dict[str, list[NodeProto]] = {}
        for item in graph.node:
            for name in item.input:
                self.users.setdefault(name, []).append(item)
        self.constants = {item.name for item in graph.initializer}

    def gelu(self, item: NodeProto) -> list[NodeProto]:
        """x · (½ + ½ · erf(x · √½)): in this order no optimiser knows it and makes one operator of it again."""
        x, y = item.input[0], item.output[0]
        half, root = self.number("half", 0.5), self.number("root_of_half", math.sqrt(0.5))
        return [
            node("Mul", [x, root], [f"{y}_scaled"]),
            node("Erf", [f"{y}_scaled"], [f"{y}_erf"]),
            node("Mul", [f"{y}_erf", half], [f"{y}_halved"]),
            node("Add", [f"{y}_halved", half], [f"{y}_share"]),
            node("Mul", [x, f"{y}_share"], [y]),
        ]

    def is_attention(self, softmax: NodeProto) -> bool:
        """True for what weighs vectors; other probabilities are what the network puts out."""
        return [item.op_type for item in self.users.get(softmax.output[0], [])] == ["MatMul"]

    def attention(self, softmax: NodeProto) -> dict[str, list[NodeProto]]:
        """Attention from queries, keys and values (1, words, width) to the vectors that it gives, by their name.

        The sum of the powers divides what they weigh, which is smaller than the powers themselves.
        """
        scores, (mixing,) = self.makers[softmax.input[0]], self.users[softmax.output[0]]
        query, key, value = (self.linear(name) for name in (*scores.input, mixing.input[1]))
        (turned,) = self.users[mixing.output[0]]
        (joined,) = self.users[turned.output[0]]
        heads, width = self.shape("by_head", [-1, HEADS, HEAD_WIDTH]), self.shape("joined", [1, -1, HEADS * HEAD_WIDTH])
        scale, last = self.number("score_scale", HEAD_WIDTH**-0.5), self.shape("last_axis", [-1])
        least, most = self.number("least_score", -LARGEST_SCORE), self.number("most_score", LARGEST_SCORE)
        at = softmax.output[0]
        return {
            joined.output[0]: [
                node("Mul", [query, scale], [f"{at}_scaled"]),
                *self.by_head(f"{at}_scaled", f"{at}_query", heads, [1, 0, 2]),
                *self.by_head(key, f"{at}_key", heads, [1, 2, 0]),
                *self.by_head(value, f"{at}_value", heads, [1, 0, 2]),
                node("MatMul", [f"{at}_query", f"{at}_key"], [f"{at}_scores"]),
                node("Clip", [f"{at}_scores", least, most], [f"{at}_finite"]),
                node("Exp", [f"{at}_finite"], [f"{at}_powers"]),
                node("ReduceSum", [f"{at}_powers", last], [f"{at}_sum"], keepdims=1),
                node("MatMul", [f"{at}_powers", f"{at}_value"], [f"{at}_weighed"]),
                node("Div", [f"{at}_weighed", f"{at}_sum"], [f"{at}_mean"]),
                node("Transpose", [f"{at}_mean"], [f"{at}_turned"], perm=[1, 0, 2]),
                node("Reshape", [f"{at}_turned", width], [joined.output[0]]),
            ]
        }

    def linear(self, name: str) -> str:
        """The vectors of which a value was made by scaling and turning them: the sum with a bias."""
        made = self.makers[name]
        while made.op_type in {"Mul", "Transpose", "Reshape"}:
            made = self.makers[made.input[0]]
        assert made.op_type == "Add", made
        return str(made.output[0])

    def by_head(self, given: str, made: str, heads: str, order: list[int]) -> list[NodeProto]:
        return [
            node("Reshape", [given, heads], [f"{made}_flat"]),
            node("Transpose", [f"{made}_flat"], [made], perm=order),
        ]

    def number(self, name: str, value: float) -> str:
        return self.constant(name, np.array(value, np.float32))

    def shape(self, name: str, value: list[int]) -> str:
        return self.constant(name, np.array(value, np.int64))

    def constant(self, name: str, value: np.ndarray) -> str:
        if name not in self.constants:
            self.constants.add(name)
            self.graph.initializer.append(numpy_helper.from_array(value, name))
        return name

    def put(self, nodes: list[NodeProto]) -> None:
        """Makes these the nodes of the graph, but for those that nothing needs."""
        needed = {item.name for item in self.graph.output}
        kept: list[NodeProto] = []
        for item in reversed(nodes):
            if needed.intersection(item.output):
                needed.update(item.input)
                kept.append(item)
        constants = [item for item in self.graph.initializer if item.name in needed]
        for field in (self.graph.node, self.graph.initializer, self.graph.value_info):
            del field[:]
        self.graph.node.extend(reversed(kept))
        self.graph.initializer.extend(constants)


if __name__ == "__main__":
    main()
