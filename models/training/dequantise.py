"""The weights of an exported encoder as numbers again: int8 times the scale of its column."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from network import HIDDEN, Network
from onnx import NodeProto, numpy_helper
from reader_network import Reader
from torch import Tensor

EMBEDDINGS = ("word", "case", "position")
STEPS_TO_BIAS = 4
"""Nodes between a product of matrices and the sum with its bias: two to scale it, one to cast it."""


def layers_of(exported: Path, prefix: str, whole: str = "network.") -> dict[str, Tensor]:
    """The weights below a prefix (``tops.syntax.``) as the network, ``whole``, named them when it was exported."""
    model = onnx.load(exported)
    stored = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    users: dict[str, list[NodeProto]] = {}
    for node in model.graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    start = whole + prefix
    found = {name.removeprefix(start): value for name, value in stored.items() if name.startswith(start)}
    for node in model.graph.node:
        quantised = [name for name in node.input if name.endswith("_quantized") and name in stored]
        if node.op_type == "MatMulInteger" and quantised:
            bias = _bias(node, users, whole)
            if bias is not None and bias.startswith(start):
                name = quantised[0].removesuffix("_quantized")
                steps = stored[quantised[0]].astype(np.float32) - stored[f"{name}_zero_point"].astype(np.float32)
                found[bias.removeprefix(start).replace("bias", "weight")] = (steps * stored[f"{name}_scale"]).T
    return {name: torch.from_numpy(np.array(value)) for name, value in found.items()}


def network_of(model: Path) -> Network:
    """The network of an exported model, its int8 weights as numbers; the head of lemmas is lost."""
    folder = model / "factx_encoder"
    weights = layers_of(folder / "encoder.onnx", "")
    for name in EMBEDDINGS:
        whole, zero, scale = (weights.pop(f"{name}.weight_{part}") for part in ("quantized", "zero_point", "scale"))
        weights[f"{name}.weight"] = (whole.float() - zero.float()) * scale
    for item in onnx.load(folder / "relations.onnx").graph.initializer:
        if item.name.startswith(("both.", "each.")):
            weights[f"relation.{item.name}"] = torch.from_numpy(numpy_helper.to_array(item).copy())
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    layers = 1 + len({name.split(".")[1] for name in weights if name.startswith("layers.")})
    network = Network({task: len(names) for task, names in labels.items()} | {"start": 2}, layers)
    network.load_state_dict(weights)
    return network


def reader_of(model: Path) -> Reader:
    """The reader of an exported model, its int8 weights as numbers."""
    weights = layers_of(model / "factx_encoder" / "reader.onnx", "", "reader.")
    reader = Reader(weights["mix.weight"].shape[1] // HIDDEN)
    reader.load_state_dict({name: weights[name] for name in reader.state_dict()})
    return reader


def _bias(node: NodeProto, users: dict[str, list[NodeProto]], whole: str) -> str | None:
    """The name of the bias that is added to what a node puts out."""
    for _ in range(STEPS_TO_BIAS):
        for user in users.get(node.output[0], []):
            biases = [name for name in user.input if name.startswith(whole) and name.endswith(".bias")]
            if user.op_type == "Add" and biases:
                return str(biases[0])
        if not users.get(node.output[0]):
            return None
        node = users[node.output[0]][0]
    return None
