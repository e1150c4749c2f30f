"""The reader: one more layer over the encoder's words, and what it says of each counted phrase, in plain torch."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from network import HIDDEN, Layer
from reader_classes import KINDS, MODALITIES, SLOTS, STATUSES
from torch import Tensor, nn

PHRASE, POINTER = 256, 64
NEAR = 16
"""Words from the amount beyond which all places are equally far."""
STEPS = 12
"""Steps in the tree that are told apart; the last one marks words that are none."""
TRUST = 1.0
"""By how much, before training, what a rule says is likelier than it is without the rule."""
MARKS = 2 + len(KINDS)
"""Plain words, counted nouns, and amounts by the kind of fact that the rules make of them."""


class Reader(nn.Module):
    """Kinds of counted phrases, and pointers from them to where the fillers of their slots start and end.

    ``inputs`` is how many of the encoder's layers it is given, side by side; the first, which the new
    layer was made for, is passed on as it is before training.
    """

    def __init__(self, inputs: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.mix = nn.Linear(inputs * HIDDEN, HIDDEN)
        self.mark = nn.Embedding(MARKS, HIDDEN)
        self.layer = Layer(dropout)
        self.drop = nn.Dropout(dropout)
        self.phrase = nn.Linear(4 * HIDDEN, PHRASE)
        self.kind, self.status, self.modality = (nn.Linear(PHRASE, len(c)) for c in (KINDS, STATUSES, MODALITIES))
        self.of_phrase = nn.Linear(PHRASE, 2 * len(SLOTS) * POINTER)
        self.of_word = nn.Linear(HIDDEN, 2 * len(SLOTS) * POINTER)
        self.empty = nn.Linear(PHRASE, len(SLOTS))
        self.distance = nn.Embedding(2 * NEAR + 1, 2 * len(SLOTS))
        self.steps = nn.Embedding(STEPS, 2 * len(SLOTS))
        self.trust = nn.Linear(PHRASE, 2 * len(SLOTS) + 2)
        with torch.no_grad():
            self.mix.weight.zero_()
            self.mix.bias.zero_()
            self.mix.weight[:, :HIDDEN] = torch.eye(HIDDEN)
            self.distance.weight.zero_()
            self.steps.weight.zero_()
            self.trust.weight.zero_()
            self.trust.bias.fill_(TRUST)
        nn.init.normal_(self.mark.weight, std=0.02)

    def forward(
        self,
        vectors: Tensor,
        mask: Tensor | None,
        marks: Tensor,
        sentence: Tensor,
        places: Tensor,
        steps: Tensor,
        told: Tensor,
        said: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Scores of kind, status, modality (phrases, classes), of starts and ends (phrases, slots, 1 + words).

        ``vectors`` (sentences, words, inputs * HIDDEN), ``mask`` (sentences, words) is true for words,
        ``marks`` (sentences, words); ``sentence`` (phrases) says where each is, ``places`` (phrases, 4) has
        the words of its amount, its noun and their two governors, ``steps`` (phrases, words) how far each
        word is away in the tree. ``told`` (phrases, slots, 2) has where the filler of a rule starts and
        ends, 0 if the rule leaves the slot empty, -1 without a rule; ``said`` (phrases, 2) the rule's
        status and modality, -1 for none.
        """
        words = self.mix(vectors) + self.mark(marks)
        words = self.drop(self.layer(words, None if mask is None else mask[:, None, None, :]))
        around = words[sentence[:, None], places].flatten(1)
        phrase = self.drop(F.gelu(self.phrase(around)))
        count = vectors.shape[1]
        keys = self.of_word(words)[sentence].unflatten(-1, (2 * len(SLOTS), POINTER))
        asked = self.of_phrase(phrase).unflatten(-1, (2 * len(SLOTS), POINTER))
        points = (asked[:, None] * keys).sum(-1) * POINTER**-0.5
        away = (torch.arange(count)[None] - places[:, :1]).clamp(-NEAR, NEAR) + NEAR
        points = (points + self.distance(away) + self.steps(steps)).transpose(1, 2)
        if mask is not None:
            points = points.masked_fill(~mask[sentence][:, None, :], -1e4)
        empty = self.empty(phrase)[:, :, None]
        trust = self.trust(phrase)
        slots = len(SLOTS)
        trusted = torch.where(told == 0, trust[:, :slots, None], trust[:, slots : 2 * slots, None])
        spots = torch.arange(count + 1)
        starts, ends = (
            torch.cat([empty, points[:, side::2]], 2) + (told[:, :, side, None] == spots) * trusted[:, :, side, None]
            for side in (0, 1)
        )
        status = self.status(phrase) + (said[:, :1] == torch.arange(len(STATUSES))) * trust[:, -2:-1]
        modality = self.modality(phrase) + (said[:, 1:] == torch.arange(len(MODALITIES))) * trust[:, -1:]
        return self.kind(phrase), status, modality, starts, ends


class OneSentence(nn.Module):
    """The reader for a single sentence without padding: probabilities, and logarithms of those of places."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, vectors: Tensor, marks: Tensor, places: Tensor, steps: Tensor, told: Tensor, said: Tensor
    ) -> tuple[Tensor, ...]:
        sentence = torch.zeros_like(places[:, 0])
        kind, status, modality, starts, ends = self.reader(
            vectors[None], None, marks[None], sentence, places, steps, told, said
        )
        return (
            *(scores.softmax(-1) for scores in (kind, status, modality)),
            *(scores.log_softmax(-1) for scores in (starts, ends)),
        )
