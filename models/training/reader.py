"""Trains the reader of facts on the vectors of a trained encoder, and adds it to the model; see ../README.md."""

from __future__ import annotations

import argparse
import copy
import json
import random
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from dequantise import layers_of, reader_of
from export import quantised
from reader_classes import KINDS, MODALITIES, SLOTS, STATUSES
from reader_data import Example, Sentences
from reader_network import STEPS, OneSentence, Reader
from torch import Tensor

INPUTS = {
    "accurate": ("layer_norm_10", "layer_norm_12", "layer_norm_14"),
    "fast": ("layer_norm_4", "layer_norm_6", "layer_norm_8"),
}
"""The layer below the tops, then the tops for entities and for syntax, by their names in encoder.onnx."""
WEIGHTS = {"kind": 1.0, "status": 0.5, "modality": 0.3, "place": 2.8}
RULES_UNSEEN = 0.3
"""Share of amounts that are read without what the rules make of them: the reader must do without, too."""
HAS_BFLOAT16 = "AVX512" in torch.backends.cpu.get_cpu_capability()
"""Processors that only imitate bfloat16 take ten times as long with it."""


def main() -> None:
    args = arguments()
    torch.set_num_threads(args.threads)
    made = Sentences(args.model.name, INPUTS[args.model.name])
    raw = {f"{path.name}:{number}": line for path in args.raw for number, line in enumerate(raw_texts(path))}
    silver = without_rules(made.of_raw(raw))
    annotated = {folder: list(made.of_gold(folder)) for folder in dict.fromkeys(args.gold)}
    gold = [example for folder in args.gold for example in annotated[folder]]  # a folder named twice counts twice
    gold += without_rules(example for folder in args.known for example in made.of_gold(folder))
    if args.paragraphs:
        gold += made.of_paragraphs(*args.paragraphs)
    gold += made.of_own(args.own)
    gold += args.times * without_rules(made.of_cases(args.cases))
    print(f"{len(gold)} sentences annotated, {len(silver)} by rules", flush=True)
    reader = new_reader(args.model) if args.begin is None else begun(args.begin, args.model)
    if silver:
        fit(reader, silver, args.raw_epochs, args, 0)
    trained = [fit(copy.deepcopy(reader), gold, args.epochs, args, run) for run in range(args.runs)]
    reader = averaged([*trained, reader] if args.halfway else trained)
    (args.model / "factx_encoder" / "reader.onnx").write_bytes(exported(reader))
    names = {
        "inputs": INPUTS[args.model.name], "kinds": KINDS, "slots": SLOTS, "statuses": STATUSES,
        "modalities": MODALITIES, "thresholds": json.loads(args.thresholds.read_text("utf-8"))[args.model.name],
    }  # fmt: skip
    (args.model / "factx_encoder" / "reader.json").write_text(json.dumps(names, indent=1) + "\n", "utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder of the model: ../accurate or ../fast")
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="folders with articles/ and facts/")
    parser.add_argument("--known", type=Path, nargs="*", default=[], help="the same, of articles that the rules know")
    parser.add_argument("--own", type=Path, nargs="*", default=[], help="news of our own: own/*.txt")
    parser.add_argument("--paragraphs", type=Path, nargs=2, help="paragraphs.jsonl, and the folder of the corpora")
    parser.add_argument("--cases", type=Path, nargs="*", default=[], help="case tables and rule files, right by rule")
    parser.add_argument(
        "--raw", type=Path, nargs="*", default=[], help="texts that the rules label: JSON strings, a line each"
    )
    parser.add_argument("--thresholds", type=Path, default=Path(__file__).parent / "thresholds.json")
    parser.add_argument("--times", type=int, default=1, help="how often an epoch reads the cases")
    parser.add_argument(
        "--begin", type=Path, help="a reader to go on from: a model's folder, or weights as tune.py leaves them"
    )
    parser.add_argument("--halfway", action="store_true", help="average with the weights it went on from")
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--runs", type=int, default=1, help="trainings from the same start, whose weights are averaged")
    parser.add_argument("--raw-epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32, help="sentences a step")
    parser.add_argument("--rate", type=float, default=2e-4, help="of the layer that comes from the encoder")
    parser.add_argument("--head-rate", type=float, default=5e-4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def without_rules(examples: Iterable[Example]) -> list[Example]:
    """Examples that do not show what the rules say: where the rules are right, it teaches to believe them."""
    hidden = list(examples)
    for one in hidden:
        one.by_rule = [0] * len(one.by_rule)
        one.told[:] = one.said[:] = -1
    return hidden


def raw_texts(path: Path) -> list[str]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def new_reader(model: Path) -> Reader:
    """A reader whose layer starts as the encoder's top layer for syntax."""
    torch.manual_seed(0)
    reader = Reader(len(INPUTS[model.name]))
    reader.layer.load_state_dict(layers_of(model / "factx_encoder" / "encoder.onnx", "tops.syntax."))
    return reader


def begun(place: Path, model: Path) -> Reader:
    """The reader of a released model (a folder), or of weights as tune.py leaves them."""
    if place.is_dir():
        return reader_of(place)
    reader = new_reader(model)
    reader.load_state_dict(torch.load(place, weights_only=True))
    return reader


def averaged(readers: Sequence[Reader]) -> Reader:
    """The mean of the weights of readers that began as one: as good as the better of them, and steadier."""
    first, *_ = readers
    states = [reader.state_dict() for reader in readers]
    first.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    return first


def fit(reader: Reader, examples: Sequence[Example], epochs: int, args: argparse.Namespace, run: int) -> Reader:
    """Learn from the examples; each epoch reads those with facts, and half of those without."""
    rng = random.Random(args.seed + run)
    layer = {id(parameter) for parameter in reader.layer.parameters()}
    groups = [
        {"params": [p for p in reader.parameters() if (id(p) in layer) == inside], "lr": rate, "top": rate}
        for inside, rate in ((True, args.rate), (False, args.head_rate))
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    plan = [part for _ in range(epochs) for part in batches(examples, args.batch, rng)]
    start = time.time()
    for step, batch in enumerate(plan, start=1):
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * min(step / (0.1 * len(plan)), (len(plan) - step + 1) / (0.9 * len(plan)))
        reader.train()
        loss = loss_of(reader, batch, rng)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        if step % 100 == 0:
            print(f"step {step} of {len(plan)}, {time.time() - start:.0f}s: {loss.item():.3f}", flush=True)
    reader.eval()
    return reader


def batches(examples: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Sentences of about the same length together."""
    chosen = [one for one in examples if any(label.kind for label in one.labels) or rng.random() < 0.5]
    chosen.sort(key=lambda one: len(one.vectors) + 12 * rng.random())
    parts = [chosen[first : first + size] for first in range(0, len(chosen), size)]
    rng.shuffle(parts)
    return parts


def loss_of(reader: Reader, batch: list[Example], rng: random.Random) -> Tensor:
    inputs, labels = collate(batch, rng)
    return loss_of_inputs(reader, inputs, labels)


def loss_of_inputs(reader: Reader, inputs: Sequence[Tensor], labels: Sequence[Any]) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16, enabled=HAS_BFLOAT16):
        scores = reader(*inputs)
    kind, status, modality, starts, ends = (part.float() for part in scores)
    loss = WEIGHTS["kind"] * F.cross_entropy(kind, torch.tensor([label.kind for label in labels]))
    for name, guessed in (("status", status), ("modality", modality)):
        classes = torch.tensor([getattr(label, name) for label in labels])
        if (classes >= 0).any():
            loss = loss + WEIGHTS[name] * F.cross_entropy(guessed[classes >= 0], classes[classes >= 0])
    known, right = allowed(labels, starts.shape[2])
    if known.any():
        for side, guessed in enumerate((starts, ends)):
            logs = F.log_softmax(guessed, 2)[known].masked_fill(~right[side][known], -1e9)
            loss = loss - WEIGHTS["place"] * torch.logsumexp(logs, 1).mean()
    return loss


def allowed(labels: Sequence[Any], places: int) -> tuple[Tensor, Tensor]:
    """Which slots are known (phrases, slots), and where fillers may start and end (2, phrases, slots, places)."""
    known = np.zeros((len(labels), len(SLOTS)), bool)
    right = np.zeros((2, len(labels), len(SLOTS), places), bool)
    for row, label in enumerate(labels):
        for slot, name in enumerate(SLOTS):
            spans = label.slots.get(name)
            if spans is None:
                continue
            known[row, slot] = True
            for side in (0, 1):
                right[side, row, slot, [1 + span[side] for span in spans] or [0]] = True
    return torch.from_numpy(known), torch.from_numpy(right)


def collate(batch: list[Example], rng: random.Random | None) -> tuple[tuple[Tensor, ...], list[Any]]:
    """The inputs of a batch, padded, and the labels of its phrases."""
    longest = max(len(one.vectors) for one in batch)
    vectors = np.zeros((len(batch), longest, batch[0].vectors.shape[1]), np.float32)
    mask = np.zeros((len(batch), longest), bool)
    marks = np.zeros((len(batch), longest), np.int64)
    sentence: list[int] = []
    steps: list[Any] = []
    told: list[Any] = []
    said: list[Any] = []
    for row, one in enumerate(batch):
        words = len(one.vectors)
        vectors[row, :words], mask[row, :words] = one.vectors, True
        marks[row, one.places[:, 1]] = 1
        unseen = np.array([bool(rng and rng.random() < RULES_UNSEEN) for _ in one.by_rule])
        marks[row, one.places[:, 0]] = 2 + np.where(unseen, 0, one.by_rule)
        told.append(np.where(unseen[:, None, None], -1, one.told))
        said.append(np.where(unseen[:, None], -1, one.said))
        sentence += [row] * len(one.places)
        steps += [np.pad(away, (0, longest - words), constant_values=STEPS - 1) for away in one.steps]
    places = np.concatenate([one.places for one in batch])
    arrays = (
        vectors, mask, marks, np.array(sentence), places, np.array(steps),
        np.concatenate(told).astype(np.int64), np.concatenate(said).astype(np.int64),
    )  # fmt: skip
    return tuple(map(torch.from_numpy, arrays)), [label for one in batch for label in one.labels]


def exported(reader: Reader) -> bytes:
    """The reader for single sentences as ONNX, weights as int8."""
    words, phrases = torch.export.Dim("words", min=2, max=512), torch.export.Dim("phrases", min=2, max=512)
    example = (
        torch.randn(23, reader.mix.in_features),
        torch.zeros(23, dtype=torch.long),
        torch.zeros((5, 4), dtype=torch.long),
        torch.zeros((5, 23), dtype=torch.long),
        torch.zeros((5, len(SLOTS), 2), dtype=torch.long),
        torch.zeros((5, 2), dtype=torch.long),
    )
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            OneSentence(reader), example, whole, input_names=["vectors", "marks", "places", "steps", "told", "said"],
            output_names=["kind", "status", "modality", "start", "end"], opset_version=20, dynamo=True,
            external_data=False, dynamic_shapes=(
                {0: words}, {0: words}, {0: phrases}, {0: phrases, 1: words}, {0: phrases}, {0: phrases},
            ),
        )  # fmt: skip
        return quantised(whole, ["MatMul", "Gemm"])


if __name__ == "__main__":
    main()
