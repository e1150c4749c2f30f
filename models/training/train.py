"""Trains the encoder for entities, tags, lemmas, trees and sentences together; see ../README.md for the command."""

from __future__ import annotations

import argparse
import itertools
import json
import math
import pickle
import random
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from network import Network
from safetensors.torch import save_file
from spacy.language import Language
from torch import Tensor

import data
from data import IGNORE, Example

WEIGHTS = {"entity": 1.5, "tag": 0.5, "pos": 0.3, "lemma": 0.3, "start": 0.5, "head": 1.0, "relation": 0.7}
WORD_TASKS = ("tag", "pos", "lemma", "start")
ONE_HOT = np.eye(len(data.ENTITY_TAGS), dtype=np.float32)


def main() -> None:
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    nlp, pieces = data.blank(), data.Pieces(args.base / "tokenizer.json")
    labels = data.treebank_labels(data.read_docs(args.data / "ud/train.spacy", nlp))
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "labels.json").write_text(json.dumps(asdict(labels), indent=1, ensure_ascii=False), encoding="utf-8")
    examples = pickle.loads(args.silver.read_bytes()) if args.silver else corpora(args, "train", labels, nlp, pieces)
    checks = corpora(args, "dev", labels, nlp, pieces)
    if args.limit:
        rng.shuffle(examples)
        examples, checks = examples[: args.limit], checks[: args.limit // 8]
    sizes = {task: len(getattr(labels, task)) for task in ("entity", "tag", "pos", "lemma", "relation")} | {"start": 2}
    network = Network(sizes, args.layers)
    network.read_base(args.base / "model.safetensors")
    quotes = {mark: pieces(mark)[0] for mark in ("'", "’", '"', "“", "”")}
    optimise(network, examples, checks, quotes, args, rng)


def corpora(
    args: argparse.Namespace, part: str, labels: data.Labels, nlp: Language, pieces: data.Pieces
) -> list[Example]:
    """The windows of a part (train, dev) of the annotated corpora."""
    examples: list[Example] = []
    if args.only != "trees":
        examples += data.entity_examples(data.read_docs(args.data / f"ner/{part}.spacy", nlp), nlp, pieces)
    if args.only != "entities":
        examples += data.tree_examples(data.read_docs(args.data / f"ud/{part}.spacy", nlp), labels, pieces)
    return examples


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--base", type=Path, required=True, help="folder with MiniLM's model.safetensors, tokenizer.json"
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/ and ud/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", choices=("entities", "trees"), help="learn from one corpus alone (a teacher)")
    parser.add_argument("--silver", type=Path, help="examples that label.py wrote, in place of the corpora")
    parser.add_argument("--raw-epochs", type=int, default=1, help="epochs, the first ones, that read raw news as well")
    parser.add_argument("--layers", type=int, default=6, help="layers of MiniLM to keep")
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--batch", type=int, default=2000, help="pieces a step")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--limit", type=int, default=0, help="train on so many windows only (a trial)")
    return parser.parse_args()


def batches(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """All examples once, in batches of windows of about one length, in random order."""
    order = examples[:]
    rng.shuffle(order)
    found: list[list[Example]] = []
    for start in range(0, len(order), 256):
        batch: list[Example] = []
        for example in sorted(order[start : start + 256], key=lambda item: len(item.window.ids)):
            if batch and len(example.window.ids) * (len(batch) + 1) > size:
                found.append(batch)
                batch = []
            batch.append(example)
        found.append(batch)
    rng.shuffle(found)
    return found


def collate(
    batch: list[Example], quotes: dict[str, int], rng: random.Random | None
) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """Inputs and gold classes, padded; recased and requoted where ``rng`` is given."""
    count = len(batch)
    length, words = (max(len(getattr(e.window, part)) for e in batch) for part in ("ids", "words"))
    inputs = {name: np.zeros((count, length), np.int64) for name in ("ids", "case", "mask")}
    inputs |= {name: np.zeros((count, words), np.int64) for name in ("first", "last")}
    gold: dict[str, np.ndarray] = {
        task: np.full((count, words), IGNORE, np.int64) for task in (*WORD_TASKS, "head", "relation", "sentence")
    }
    gold["entity"] = np.zeros((count, words, len(data.ENTITY_TAGS)), np.float32)
    for row, example in enumerate(batch):
        window = example.window
        ids, case = np.array(window.ids), np.array(window.case)
        if rng:
            ids, case = data.curl_quotes(ids, quotes, rng), data.recase(case, rng)
        inputs["ids"][row, : len(ids)], inputs["case"][row, : len(ids)], inputs["mask"][row, : len(ids)] = ids, case, 1
        for name in ("first", "last"):
            inputs[name][row, : len(window.words)] = getattr(window, name)
        for task, values in example.gold.items():
            gold[task][row, : len(values)] = ONE_HOT[values] if task == "entity" else values
        if example.soft is not None:
            gold["entity"][row, : len(example.soft)] = example.soft
    tensors = ({k: torch.from_numpy(v) for k, v in group.items()} for group in (inputs, gold))
    return next(tensors), next(tensors)


def words_of(network: Network, inputs: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """The words' vectors for entities and for syntax."""
    with torch.autocast("cpu", torch.bfloat16):
        names, syntax = network.encode(inputs["ids"], inputs["case"], inputs["mask"].bool())
    return tuple(network.words(x.float(), inputs["first"], inputs["last"]) for x in (names, syntax))


def losses(network: Network, inputs: dict[str, Tensor], gold: dict[str, Tensor]) -> dict[str, Tensor]:
    names, words = words_of(network, inputs)
    found = {}
    known = gold["entity"].sum(-1) > 0
    if known.any():
        found["entity"] = F.cross_entropy(network.heads["entity"](names[known]), gold["entity"][known])
    for task in WORD_TASKS:
        known = gold[task] != IGNORE
        if known.any():
            found[task] = F.cross_entropy(network.heads[task](words[known]), gold[task][known])
    rows = (gold["head"] != IGNORE).any(1)
    if rows.any():
        found |= tree_losses(network, words[rows], {task: values[rows] for task, values in gold.items()})
    return found


def tree_losses(network: Network, words: Tensor, gold: dict[str, Tensor]) -> dict[str, Tensor]:
    """Heads are chosen among the words of the gold sentence, relations under the gold head."""
    sentence, head, relation = gold["sentence"], gold["head"], gold["relation"]
    scores = network.arcs(words).masked_fill(sentence[:, :, None] != sentence[:, None, :], -1e9)
    known = head != IGNORE
    source, target = network.ends(words)
    named = relation != IGNORE
    row = torch.arange(len(head))[:, None].expand_as(head)
    guesses = network.relation(source[named], target[row[named], head[named]])
    return {
        "head": F.cross_entropy(scores[known], head[known]),
        "relation": F.cross_entropy(guesses, relation[named]),
    }


def optimise(
    network: Network,
    examples: list[Example],
    checks: list[Example],
    quotes: dict[str, int],
    args: argparse.Namespace,
    rng: random.Random,
) -> None:
    body = {id(parameter) for parameter in network.body()}
    groups = []
    for is_body in (True, False):
        for decays in (True, False):
            chosen = [p for p in network.parameters() if (id(p) in body) == is_body and (p.dim() > 1) == decays]
            rate = args.rate if is_body else 1e-3
            groups.append({"params": chosen, "lr": rate, "top": rate, "weight_decay": 0.01 if decays else 0.0})
    optimizer = torch.optim.AdamW(groups, fused=True)
    annotated = [example for example in examples if not example.is_raw]
    sizes = [len(batches(part, args.batch, random.Random(0))) for part in (examples, annotated)]
    steps = math.ceil(sizes[0] * min(args.raw_epochs, args.epochs) + sizes[1] * max(args.epochs - args.raw_epochs, 0))
    print(
        f"{len(examples)} windows, {sum(p.numel() for p in network.parameters())} parameters, {steps} steps", flush=True
    )
    start, seen, sums = time.time(), 0, dict.fromkeys(WEIGHTS, 0.0)
    for step, batch in enumerate(endless(examples, annotated, args, rng), start=1):
        network.train()
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * min(step / (0.1 * steps), max(0.0, (steps - step) / (0.9 * steps)))
        inputs, gold = collate(batch, quotes, rng)
        found = losses(network, inputs, gold)
        sum(WEIGHTS[task] * loss for task, loss in found.items()).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        seen += int(inputs["mask"].sum())
        for task, loss in found.items():
            sums[task] += (loss.item() - sums[task]) * 0.02
        if step % 50 == 0:
            spent = time.time() - start
            shown = " ".join(f"{task} {value:.3f}" for task, value in sums.items())
            print(
                f"step {step} {spent:.0f}s of {spent / step * steps:.0f}s, {seen / spent:.0f} pieces/s: {shown}",
                flush=True,
            )
        if step % max(steps // 8, 1) == 0 or step == steps:
            save(network, args.out)
            print(f"step {step}: {check(network, checks, quotes)}", flush=True)
        if step == steps:
            return


def endless(
    examples: list[Example], annotated: list[Example], args: argparse.Namespace, rng: random.Random
) -> Iterator[list[Example]]:
    """Batches of all examples for the epochs that read raw news, then of the annotated ones."""
    for epoch in itertools.count():
        yield from batches(examples if epoch < args.raw_epochs else annotated, args.batch, rng)


def check(network: Network, checks: list[Example], quotes: dict[str, int]) -> str:
    """Share of words right per task, on a quarter of the development data; a quick look, not the benchmark."""
    network.eval()
    right, total = dict.fromkeys(WEIGHTS, 0), dict.fromkeys(WEIGHTS, 0)
    with torch.inference_mode():
        for batch in batches(checks[::4], 4000, random.Random(0)):
            inputs, gold = collate(batch, quotes, None)
            names, words = words_of(network, inputs)
            sentence = gold["sentence"]
            arcs = network.arcs(words).masked_fill(sentence[:, :, None] != sentence[:, None, :], -1e9)
            guesses = {task: network.heads[task](words).argmax(-1) for task in WORD_TASKS} | {"head": arcs.argmax(-1)}
            for task, guess in guesses.items():
                known = gold[task] != IGNORE
                right[task] += int((guess == gold[task])[known].sum())
                total[task] += int(known.sum())
            guess, named = network.heads["entity"](names).argmax(-1), gold["entity"].argmax(-1)
            known = (gold["entity"].sum(-1) > 0) & ((guess > 0) | (named > 0))
            right["entity"] += int((guess == named)[known].sum())
            total["entity"] += int(known.sum())
    return " ".join(f"{task} {100 * right[task] / total[task]:.1f}" for task in WEIGHTS if total[task])


def save(network: Network, out: Path) -> None:
    save_file(
        {name: value.detach().contiguous().clone() for name, value in network.state_dict().items()},
        out / "network.safetensors",
    )


if __name__ == "__main__":
    main()
