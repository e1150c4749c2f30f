"""Packages trained weights: ONNX with int8 weights inside a spaCy pipeline; see ../README.md for the command."""

from __future__ import annotations

import argparse
import csv
import json
import tempfile
from pathlib import Path

import lemmas
import onnx
import torch
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from portable import rewrite
from safetensors.torch import load_file
from spacy.tokens import Doc
from torch import Tensor, nn

import data
from factx.model.encoder.component import Encoder

OUTPUTS = ("entity", "tag", "pos", "start", "arc", "source", "target")
TASKS = ("entity", "tag", "pos", "relation")


class OneWindow(nn.Module):
    """The network for a single window without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, case: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        net = self.network
        names, words = (
            ((pieces[0, first] + pieces[0, last]) * 0.5)[None] for pieces in net.encode(ids[None], case[None], None)
        )
        source, target = net.ends(words)
        tasks = [net.heads[task](names if task == "entity" else words)[0] for task in OUTPUTS[:4]]
        return (*tasks, net.arcs(words)[0], source[0], target[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trained", type=Path, required=True, help="folder with network.safetensors and labels.json")
    parser.add_argument("--base", type=Path, required=True, help="folder with MiniLM's tokenizer.json")
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/, for the lemmas")
    parser.add_argument("--meta", type=Path, required=True, help="name, licence and sources, as JSON")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    nlp = data.blank()
    labels = json.loads((args.trained / "labels.json").read_text(encoding="utf-8"))
    sizes = {task: len(labels[task]) for task in ("entity", "tag", "pos", "lemma", "relation")} | {"start": 2}
    weights = load_file(args.trained / "network.safetensors")
    network = Network(sizes, layers=1 + len({name.split(".")[1] for name in weights if name.startswith("layers.")}))
    network.load_state_dict(weights)
    network.eval()
    files = {
        "encoder.onnx": encoder_file(network),
        "relations.onnx": relations_file(network),
        "tokenizer.json": tokenizer_file(args.base / "tokenizer.json"),
        "labels.json": json.dumps({task: labels[task] for task in TASKS}, ensure_ascii=False, indent=1).encode(),
        "lemmas.json": lemmas_file(data.read_docs(args.data / "ud/train.spacy", data.blank())),
    }
    pipe = nlp.add_pipe("factx_encoder")
    assert isinstance(pipe, Encoder)
    pipe.take(files)
    nlp.meta.update(json.loads(args.meta.read_text(encoding="utf-8")))
    nlp.to_disk(args.out)
    print({name: f"{len(content) / 1e6:.1f} MB" for name, content in files.items()})


def encoder_file(network: Network) -> bytes:
    """The encoder with all heads but the relation; weights and embeddings as int8, one scale a column."""
    length, words = 37, 23
    example = (
        torch.randint(1000, 20000, (length,)),
        torch.randint(0, 8, (length,)),
        torch.arange(1, words + 1),
        torch.arange(1, words + 1),
    )
    pieces_axis, words_axis = torch.export.Dim("pieces", min=3, max=512), torch.export.Dim("words", min=2, max=512)
    shapes = ({0: pieces_axis}, {0: pieces_axis}, {0: words_axis}, {0: words_axis})
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.onnx"
        torch.onnx.export(
            OneWindow(network), example, raw, input_names=["ids", "case", "first", "last"], output_names=list(OUTPUTS),
            opset_version=20, dynamo=True, external_data=False, dynamic_shapes=shapes,
        )  # fmt: skip
        return quantised(raw, ["MatMul", "Gemm", "Gather"])


def quantised(whole: Path, operators: list[str]) -> bytes:
    """An ONNX file with the weights of some operators as int8, one scale a column.

    They have seven bits: two products with eight bits each then fit into sixteen, and processors
    without instructions for such sums come to the same result as those with them.
    """
    small = whole.with_suffix(".small")
    quantize_dynamic(
        whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=operators
    )
    model = onnx.load(small)
    rewrite(model)
    return bare(model)


def relations_file(network: Network) -> bytes:
    rows = torch.export.Dim("rows", min=1, max=4096)
    example = (torch.randn(5, 96), torch.randn(5, 96))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "relations.onnx"
        torch.onnx.export(
            network.relation, example, path, input_names=["source", "target"], output_names=["relation"],
            opset_version=20, dynamo=True, external_data=False, dynamic_shapes=({0: rows}, {0: rows}),
        )  # fmt: skip
        return bare(onnx.load(path))


def bare(model: onnx.ModelProto) -> bytes:
    """The model without the exporter's notes, which hold paths of this machine."""
    model.doc_string = ""
    del model.metadata_props[:]
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    for value in (*model.graph.value_info, *model.graph.input, *model.graph.output):
        del value.metadata_props[:]
    for item in model.graph.initializer:
        del item.metadata_props[:]
    del model.graph.metadata_props[:]
    return bytes(model.SerializeToString())


def lemmas_file(docs: list[Doc]) -> bytes:
    words = [(token.text, token.tag_, token.lemma_) for doc in docs for token in doc if not token.is_space]
    with (Path(__file__).parent / "irregular.csv").open(encoding="utf-8", newline="") as file:
        extra = [(row["form"], row["tag"], row["lemma"]) for row in csv.DictReader(file)]
    return json.dumps(lemmas.learn(words, extra), ensure_ascii=False, indent=0).encode()


def tokenizer_file(path: Path) -> bytes:
    return json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False, separators=(",", ":")).encode()


if __name__ == "__main__":
    main()
