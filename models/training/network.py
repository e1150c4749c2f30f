"""The lower layers of MiniLM (a six-layer BERT), a letter-case embedding and one head per task, in plain torch.

Entities and syntax each have a top layer of their own, both taken from the same layer of MiniLM: with one for both,
names pay for what trees need.
"""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from factx.model.encoder.windows import CASE_CLASSES

HIDDEN, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 12, 1536, 30522, 512
ARC, RELATION = 256, 96


class Layer(nn.Module):
    """One transformer layer with the normalisation after each half, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        parts = [
            f(x).view(batch, length, ATTENTION_HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value)
        ]
        mixed = F.scaled_dot_product_attention(*parts, attn_mask=mask)
        x = self.norm1(x + self.drop(self.output(mixed.transpose(1, 2).reshape(batch, length, HIDDEN))))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Network(nn.Module):
    """Encoder and heads; word vectors are the mean of a word's first and last piece.

    ``sizes`` is the number of classes of each task; ``layers`` of MiniLM are kept, the top one twice.
    """

    def __init__(self, sizes: dict[str, int], layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.case = nn.Embedding(CASE_CLASSES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers - 1))
        self.tops = nn.ModuleDict({"entity": Layer(dropout), "syntax": Layer(dropout)})
        self.heads = nn.ModuleDict(
            {task: nn.Linear(HIDDEN, size) for task, size in sizes.items() if task != "relation"}
        )
        self.arc_from, self.arc_to = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.arc = nn.Linear(ARC, ARC)
        self.arc_root = nn.Linear(ARC, 1)
        self.rel_from, self.rel_to = nn.Linear(HIDDEN, RELATION), nn.Linear(HIDDEN, RELATION)
        self.relation = Relation(sizes["relation"])
        nn.init.normal_(self.case.weight, std=0.01)

    def read_base(self, path: Path) -> None:
        """Takes over the weights of MiniLM."""
        theirs = load_file(path)
        state = {
            "word.weight": theirs["embeddings.word_embeddings.weight"],
            "position.weight": theirs["embeddings.position_embeddings.weight"],
            "kind": theirs["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": theirs["embeddings.LayerNorm.weight"],
            "norm.bias": theirs["embeddings.LayerNorm.bias"],
        }
        names = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "output": "attention.output.dense", "norm1": "attention.output.LayerNorm", "inner": "intermediate.dense",
            "outer": "output.dense", "norm2": "output.LayerNorm",
        }  # fmt: skip
        top = len(self.layers)
        places = [(f"layers.{layer}", layer) for layer in range(top)] + [(f"tops.{name}", top) for name in self.tops]
        for place, layer in places:
            for ours, name in names.items():
                for part in ("weight", "bias"):
                    state[f"{place}.{ours}.{part}"] = theirs[f"encoder.layer.{layer}.{name}.{part}"]
        missing = self.load_state_dict(state, strict=False)
        assert not missing.unexpected_keys, missing

    def body(self) -> list[nn.Parameter]:
        """The parameters that come from MiniLM; they learn more slowly than the rest."""
        parts = (self.word, self.position, self.norm, self.layers, self.tops)
        return [self.kind, *(parameter for part in parts for parameter in part.parameters())]

    def below(self, ids: Tensor, case: Tensor, allowed: Tensor | None) -> Tensor:
        """The pieces below the top layers; ``allowed`` (batch, 1, 1, pieces) is true for pieces."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.word(ids) + self.case(case) + self.position(places) + self.kind))
        for layer in self.layers:
            x = layer(x, allowed)
        return x

    def encode(self, ids: Tensor, case: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """The pieces as entities and as syntax see them."""
        allowed = None if mask is None else mask[:, None, None, :]
        x = self.below(ids, case, allowed)
        return self.tops["entity"](x, allowed), self.tops["syntax"](x, allowed)

    def words(self, pieces: Tensor, first: Tensor, last: Tensor) -> Tensor:
        rows = torch.arange(pieces.shape[0], device=pieces.device)[:, None]
        return self.drop((pieces[rows, first] + pieces[rows, last]) * 0.5)

    def arcs(self, words: Tensor) -> Tensor:
        """Scores (batch, dependent, head); on the diagonal, how well the word is a root."""
        source, target = self.drop(F.gelu(self.arc_from(words))), self.drop(F.gelu(self.arc_to(words)))
        scores = (self.arc(source) @ target.transpose(1, 2)) * (ARC**-0.5)
        diagonal = torch.eye(words.shape[1], device=words.device)
        return scores * (1 - diagonal) + self.arc_root(source) * diagonal

    def ends(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """What a word is like as dependent and as head, for the relation between the two."""
        return self.drop(F.gelu(self.rel_from(words))), self.drop(F.gelu(self.rel_to(words)))


class Relation(nn.Module):
    """The relation between a dependent and its head, both given as vectors."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.size = size
        self.both = nn.Linear(RELATION, RELATION * size, bias=False)
        self.each = nn.Linear(2 * RELATION, size)
        nn.init.normal_(self.both.weight, std=RELATION**-0.5 * 0.5)

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        both = (self.both(source).unflatten(-1, (self.size, RELATION)) * target[..., None, :]).sum(-1)
        return both + self.each(torch.cat([source, target], -1))
