"""Trains the encoder for entities, tags, lemmas, trees and sentences together; see ../README.md for the command."""

from __future__ import annotations

import argparse
import json
import math
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
from torch import Tensor

import data
from data import IGNORE, Example

WEIGHTS = {"entity": 1.0, "tag": 0.5, "pos": 0.3, "lemma": 0.3, "start": 0.5, "head": 1.0, "relation": 0.7}
WORD_TASKS = ("entity", "tag", "pos", "lemma", "start")


def main() -> None:
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    nlp, pieces = data.blank(), data.Pieces(args.base / "tokenizer.json")
    trees = data.read_docs(args.data / "ud/train.spacy", nlp)
    labels = data.treebank_labels(trees)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "labels.json").write_text(json.dumps(asdict(labels), indent=1, ensure_ascii=False), encoding="utf-8")
    examples = data.entity_examples(data.read_docs(args.data / "ner/train.spacy", nlp), nlp, pieces)
    examples += data.tree_examples(trees, labels, pieces)
    checks = data.entity_examples(data.read_docs(args.data / "ner/dev.spacy", nlp), nlp, pieces)
    checks += data.tree_examples(data.read_docs(args.data / "ud/dev.spacy", nlp), labels, pieces)
    if args.limit:
        rng.shuffle(examples)
        examples, checks = examples[: args.limit], checks[: args.limit // 8]
    sizes = {task: len(getattr(labels, task)) for task in ("entity", "tag", "pos", "lemma", "relation")} | {"start": 2}
    network = Network(sizes)
    network.read_base(args.base / "model.safetensors")
    quotes = {mark: pieces(mark)[0] for mark in ("'", "’", '"', "“", "”")}
    optimise(network, examples, checks, quotes, args, rng)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--base", type=Path, required=True, help="folder with MiniLM's model.safetensors, tokenizer.json"
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/ and ud/")
    parser.add_argument("--out", type=Path, required=True)
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
    gold = {task: np.full((count, words), IGNORE, np.int64) for task in (*WEIGHTS, "sentence")}
    for row, example in enumerate(batch):
        window = example.window
        ids, case = np.array(window.ids), np.array(window.case)
        if rng:
            ids, case = data.curl_quotes(ids, quotes, rng), data.recase(case, rng)
        inputs["ids"][row, : len(ids)], inputs["case"][row, : len(ids)], inputs["mask"][row, : len(ids)] = ids, case, 1
        for name in ("first", "last"):
            inputs[name][row, : len(window.words)] = getattr(window, name)
        for task, values in example.gold.items():
            gold[task][row, : len(values)] = values
    tensors = ({k: torch.from_numpy(v) for k, v in group.items()} for group in (inputs, gold))
    return next(tensors), next(tensors)


def losses(network: Network, inputs: dict[str, Tensor], gold: dict[str, Tensor]) -> dict[str, Tensor]:
    with torch.autocast("cpu", torch.bfloat16):
        pieces = network.encode(inputs["ids"], inputs["case"], inputs["mask"].bool())
    words = network.words(pieces.float(), inputs["first"], inputs["last"])
    found = {}
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
    steps = math.ceil(len(batches(examples, args.batch, random.Random(0))) * args.epochs)
    print(
        f"{len(examples)} windows, {sum(p.numel() for p in network.parameters())} parameters, {steps} steps", flush=True
    )
    start, seen, sums = time.time(), 0, dict.fromkeys(WEIGHTS, 0.0)
    for step, batch in enumerate(endless(examples, args.batch, rng), start=1):
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


def endless(examples: list[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    while True:
        yield from batches(examples, size, rng)


def check(network: Network, checks: list[Example], quotes: dict[str, int]) -> str:
    """Share of words right per task, on a quarter of the development data; a quick look, not the benchmark."""
    network.eval()
    right, total = dict.fromkeys(WEIGHTS, 0), dict.fromkeys(WEIGHTS, 0)
    with torch.inference_mode():
        for batch in batches(checks[::4], 4000, random.Random(0)):
            inputs, gold = collate(batch, quotes, None)
            with torch.autocast("cpu", torch.bfloat16):
                pieces = network.encode(inputs["ids"], inputs["case"], inputs["mask"].bool())
            words = network.words(pieces.float(), inputs["first"], inputs["last"])
            sentence = gold["sentence"]
            arcs = network.arcs(words).masked_fill(sentence[:, :, None] != sentence[:, None, :], -1e9)
            guesses = {task: network.heads[task](words).argmax(-1) for task in WORD_TASKS} | {"head": arcs.argmax(-1)}
            for task, guess in guesses.items():
                known = gold[task] != IGNORE
                if task == "entity":
                    known &= (gold[task] > 0) | (guess > 0)
                right[task] += int((guess == gold[task])[known].sum())
                total[task] += int(known.sum())
    return " ".join(f"{task} {100 * right[task] / total[task]:.1f}" for task in WEIGHTS if total[task])


def save(network: Network, out: Path) -> None:
    save_file(
        {name: value.detach().contiguous().clone() for name, value in network.state_dict().items()},
        out / "network.safetensors",
    )


if __name__ == "__main__":
    main()
