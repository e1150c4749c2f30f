"""Tunes a trained encoder for the reader of facts, while it keeps what it says of words; see ../README.md.

1. Encoder and reader learn together from annotated facts. The encoder as it was is the teacher of all
   other heads; windows of the corpora of names and of trees are mixed in, names with their gold.
2. The top layer for names learns once more from its teacher and its gold, all else held fast.
3. Weights between those of the encoder as it was and as it became are exported: they read facts as
   well, and names and trees better. The reader goes on from here with reader.py --begin.
"""

from __future__ import annotations

import argparse
import copy
import random
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from dequantise import network_of
from export import encoder_file
from network import Network
from reader import HAS_BFLOAT16, begun, collate, loss_of_inputs, new_reader, without_rules
from reader_network import Reader
from torch import Tensor, nn
from tune_data import Item, WindowedSentences, corpora

from data import Pieces, curl_quotes, recase

Groups = list[tuple[list[nn.Parameter], float]]

KEPT = {"entity": 3.0, "tag": 0.5, "pos": 0.3, "start": 1.0, "arc": 1.0, "relation": 0.7}
"""Weights of what the teacher says; names weigh twice what they did in training."""
GOLD_NAMES = 1.5
RELATIONS = 0.3
"""Share of words whose relations are compared: all of them would take as long as the rest."""
NAMES, TREES = 0.3, 0.15
"""Shares of the corpora of names and of trees that each epoch reads beside the facts."""
NAMES_RATE = 1.5e-4
TUNED = 0.75
"""How far from the encoder as it was to the tuned one."""


def main() -> None:
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    made = WindowedSentences(args.model.name)
    examples = [one for folder in args.gold for one in made.of_gold(folder)]
    examples += without_rules(one for folder in args.known for one in made.of_gold(folder))
    if args.paragraphs:
        examples += made.of_paragraphs(args.paragraphs, args.data)
    examples += made.of_own(args.own)
    examples += args.times * without_rules(made.of_cases(args.cases))
    facts, (names, trees) = made.items(examples), corpora(args.data, args.model)
    network = network_of(args.model)
    reader = new_reader(args.model) if args.begin is None else begun(args.begin, args.model)
    tuned = Tuning(network, reader, args.model, rng)
    plan = [
        facts + rng.sample(names, int(NAMES * len(names))) + rng.sample(trees, int(TREES * len(trees)))
        for _ in range(args.epochs)
    ]
    tuned.learn([batch for items in plan for batch in batches(items, args.batch, rng)], tuned.rates(args), tuned.loss)
    again = names + rng.sample(facts, len(facts) // 2) + rng.sample(trees, len(trees) // 4)
    tuned.hold_all_but_names()
    tuned.learn(batches(again, args.batch, rng), tuned.rates(args, NAMES_RATE), tuned.loss_of_names)
    network.load_state_dict(between(tuned.teacher, network))
    network.eval()
    shutil.copytree(args.model, args.out, dirs_exist_ok=True)
    (args.out / "factx_encoder" / "encoder.onnx").write_bytes(encoder_file(network))
    torch.save(reader.state_dict(), args.reader)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder of the model: ../accurate or ../fast")
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="folders with articles/ and facts/")
    parser.add_argument("--known", type=Path, nargs="*", default=[], help="the same, of articles that the rules know")
    parser.add_argument("--own", type=Path, nargs="*", default=[], help="news of our own: own/*.txt")
    parser.add_argument("--paragraphs", type=Path, help="annotations of paragraphs of DATA: paragraphs.jsonl")
    parser.add_argument("--cases", type=Path, nargs="*", default=[], help="case tables and rule files, right by rule")
    parser.add_argument("--times", type=int, default=1, help="how often an epoch reads the cases")
    parser.add_argument("--begin", type=Path, help="weights of a reader that has seen what rules say of raw news")
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/, ud/ and the paragraphs")
    parser.add_argument("--out", type=Path, required=True, help="folder for the tuned model")
    parser.add_argument("--reader", type=Path, required=True, help="file for the weights of the tuned reader")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=2000, help="pieces a step")
    parser.add_argument("--rate", type=float, default=5e-5, help="of the encoder")
    parser.add_argument("--layer-rate", type=float, default=2e-4, help="of the reader's layer")
    parser.add_argument("--head-rate", type=float, default=5e-4, help="of the rest of the reader")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def batches(items: Sequence[Item], size: int, rng: random.Random) -> list[list[Item]]:
    """All items once, windows of about one length together, in random order."""
    order = rng.sample(items, len(items))
    found: list[list[Item]] = []
    for first in range(0, len(order), 256):
        batch: list[Item] = []
        for item in sorted(order[first : first + 256], key=lambda one: len(one.window.ids)):
            if batch and len(item.window.ids) * (len(batch) + 1) > size:
                found.append(batch)
                batch = []
            batch.append(item)
        found.append(batch)
    rng.shuffle(found)
    return found


def between(old: Network, new: Network) -> dict[str, Tensor]:
    """The weights at ``TUNED`` of the way from one network to another."""
    theirs = old.state_dict()
    return {name: (1 - TUNED) * theirs[name] + TUNED * value for name, value in new.state_dict().items()}


class Tuning:
    """An encoder and a reader that learn, and the encoder as it was."""

    def __init__(self, network: Network, reader: Reader, model: Path, rng: random.Random) -> None:
        self.network, self.reader, self.rng = network, reader, rng
        self.teacher = copy.deepcopy(network).eval().requires_grad_(False)
        pieces = Pieces(model / "factx_encoder" / "tokenizer.json")
        self.quotes = {mark: pieces(mark)[0] for mark in ("'", "\u2019", '"', "\u201c", "\u201d")}
        for part in (network.word, network.position, network.relation):
            part.requires_grad_(False)

    def rates(self, args: argparse.Namespace, of_all: float | None = None) -> Groups:
        """Parameters that learn, with their rates; one rate for all of the network if it is given."""
        learning = [parameter for parameter in self.network.parameters() if parameter.requires_grad]
        if of_all is not None:
            return [(learning, of_all)]
        layer = list(self.reader.layer.parameters())
        inside = set(map(id, layer))
        heads = [parameter for parameter in self.reader.parameters() if id(parameter) not in inside]
        return [(learning, args.rate), (layer, args.layer_rate), (heads, args.head_rate)]

    def hold_all_but_names(self) -> None:
        self.network.requires_grad_(False)
        for part in (self.network.tops["entity"], self.network.heads["entity"]):
            part.requires_grad_(True)

    def learn(self, plan: list[list[Item]], rates: Groups, loss_of: Callable[[list[Item]], Tensor]) -> None:
        groups: list[dict[str, Any]] = [{"params": group, "lr": rate, "top": rate} for group, rate in rates]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        start = time.time()
        for step, batch in enumerate(plan, start=1):
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * min(step / (0.1 * len(plan)), (len(plan) - step + 1) / (0.9 * len(plan)))
            self.network.train()
            self.reader.train()
            loss = loss_of(batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([one for group, _ in rates for one in group], 1.0)
            optimizer.step()
            if step % 100 == 0:
                print(f"step {step} of {len(plan)}, {time.time() - start:.0f}s: {loss.item():.3f}", flush=True)

    def loss(self, batch: list[Item]) -> Tensor:
        """Of the facts in the sentences of the windows, and of what the heads no longer say."""
        here = Padded(batch, self.quotes, self.rng)
        below, names, syntax = words_of(self.network, here, here.changed)
        loss = self._kept(here, names, syntax) + self._gold_names(batch, names)
        held = [(row, one) for row, item in enumerate(batch) for one in item.sentences if self._is_read(one)]
        if held:
            inputs, labels = collate([one for _, one in held], self.rng)
            places = inputs[0][..., 0].long()
            rows = torch.tensor([row for row, _ in held])
            vectors = torch.cat([below, names, syntax], -1)[rows[:, None], places.clamp(min=0)]
            loss = loss + loss_of_inputs(self.reader, (vectors * (places >= 0)[..., None], *inputs[1:]), labels)
        return loss

    def loss_of_names(self, batch: list[Item]) -> Tensor:
        here = Padded(batch, self.quotes, self.rng)
        _, names, _ = words_of(self.network, here, here.changed)
        with torch.no_grad():
            _, theirs, _ = words_of(self.teacher, here, here.given)
        said, meant = (
            self._heads(self.network, names, names)["entity"],
            self._heads(self.teacher, theirs, theirs)["entity"],
        )
        return 2 * divergence(said, meant)[here.words].mean() + self._gold_names(batch, names) / 3

    def _is_read(self, one: Any) -> bool:
        return any(label.kind for label in one.labels) or self.rng.random() < 0.5

    def _heads(self, network: Network, names: Tensor, syntax: Tensor) -> dict[str, Tensor]:
        given = {task: names if task == "entity" else syntax for task in ("entity", "tag", "pos", "start")}
        return {task: network.heads[task](network.drop(vectors)) for task, vectors in given.items()}

    def _gold_names(self, batch: list[Item], names: Tensor) -> Tensor:
        known = [(row, item.names) for row, item in enumerate(batch) if item.names is not None]
        if not known:
            return names.new_zeros(())
        said = torch.cat([names[row, : len(gold)] for row, gold in known])
        gold = torch.from_numpy(np.concatenate([gold for _, gold in known]))
        loss = F.cross_entropy(self.network.heads["entity"](self.network.drop(said)), gold)
        return GOLD_NAMES * loss * len(known) / len(batch)

    def _kept(self, here: Padded, names: Tensor, syntax: Tensor) -> Tensor:
        """How far the heads are from what the teacher says of the words as they are written."""
        with torch.no_grad():
            _, old_names, old_syntax = words_of(self.teacher, here, here.given)
            meant = self._heads(self.teacher, old_names, old_syntax)
            meant_arcs = self.teacher.arcs(old_syntax).masked_fill(~here.words[:, None, :], -1e9)
        said = self._heads(self.network, names, syntax)
        loss = sum(KEPT[task] * divergence(said[task], meant[task])[here.words].mean() for task in said)
        syntax = self.network.drop(syntax)
        arcs = self.network.arcs(syntax).masked_fill(~here.words[:, None, :], -1e9)
        loss = loss + KEPT["arc"] * divergence(arcs, meant_arcs)[here.words].mean()
        heads, chosen = meant_arcs.argmax(-1), here.words & (torch.rand(here.words.shape) < RELATIONS)
        relations = [relation_scores(one, words, heads, chosen) for one, words in
                     ((self.network, syntax), (self.teacher, old_syntax))]  # fmt: skip
        return loss + KEPT["relation"] * divergence(*relations).mean() if chosen.any() else loss


class Padded:
    """Windows as tensors: as they are written, and with letter case and quotes changed now and then."""

    def __init__(self, batch: Sequence[Item], quotes: dict[str, int], rng: random.Random) -> None:
        length, words = (max(len(getattr(item.window, part)) for item in batch) for part in ("ids", "words"))
        self.given, self.changed = (np.zeros((2, len(batch), length), np.int64) for _ in range(2))
        ends = np.zeros((2, len(batch), words), np.int64)
        counts = np.zeros((2, len(batch)), np.int64)
        for row, item in enumerate(batch):
            window = item.window
            ids, case = np.array(window.ids), np.array(window.case)
            self.given[:, row, : len(ids)] = ids, case
            self.changed[:, row, : len(ids)] = curl_quotes(ids, quotes, rng), recase(case, rng)
            ends[:, row, : len(window.words)] = window.first, window.last
            counts[:, row] = len(ids), len(window.words)
        self.first, self.last = torch.from_numpy(ends)
        self.pieces = torch.from_numpy(np.arange(length) < counts[0][:, None])
        self.words = torch.from_numpy(np.arange(words) < counts[1][:, None])


def words_of(network: Network, here: Padded, read: np.ndarray) -> tuple[Tensor, Tensor, Tensor]:
    """The words' vectors below the top layers, and as names and syntax see them."""
    ids, case = torch.from_numpy(read)
    allowed = here.pieces[:, None, None, :]
    with torch.autocast("cpu", torch.bfloat16, enabled=HAS_BFLOAT16):
        below = network.below(ids, case, allowed)
        layers = (below, network.tops["entity"](below, allowed), network.tops["syntax"](below, allowed))
    rows = torch.arange(len(ids))[:, None]
    below, names, syntax = (
        (layer.float()[rows, here.first] + layer.float()[rows, here.last]) * 0.5 for layer in layers
    )
    return below, names, syntax


def relation_scores(network: Network, words: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
    source, target = network.ends(words)
    rows = torch.arange(len(heads))[:, None].expand_as(heads)
    scores: Tensor = network.relation(source[chosen], target[rows[chosen], heads[chosen]])
    return scores


def divergence(said: Tensor, meant: Tensor) -> Tensor:
    """The Kullback-Leibler divergence of what is said from what is meant, for each row of scores."""
    logs = (F.log_softmax(scores, -1) for scores in (said, meant))
    return F.kl_div(*logs, log_target=True, reduction="none").sum(-1)


if __name__ == "__main__":
    main()
