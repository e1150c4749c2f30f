"""One label scheme for the rules, for the parses of all pipelines."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from spacy.tokens import Doc, Span

from factx.base import lexicon
from factx.model.clearnlp import Word, is_clearnlp, to_ud
from factx.model.infinitives import untie_infinitives
from factx.model.number_clauses import untie_numbers
from factx.model.sum_ties import tie_sums

_LABELS = lexicon.table("model/entity_labels", "theirs", "ours")


def to_factx_scheme(doc: Doc) -> Doc:
    """Give the doc UD relations and factx's entity labels, in place, if it does not have them yet.

    Entities of a kind that factx does not know (ordinals, percentages) are dropped, and sums,
    numbers with a clause of their own and words that the parse takes for infinitives are mended.
    """
    if is_clearnlp({doc.vocab.strings[name] for name in set(doc.to_array("DEP").tolist())}):
        _set_tree(doc, to_ud(_words(doc)))
    entities = doc.ents
    if any(_LABELS.get(entity.label_) != entity.label_ or _starts_within(entity) for entity in entities):
        doc.ents = tuple(
            Span(doc, start, end, label=_LABELS[entity.label_])
            for entity in entities
            if entity.label_ in _LABELS
            for start, end in _parts(entity)
        )
    return tie_sums(untie_numbers(untie_infinitives(doc)))


def _starts_within(entity: Span) -> list[int]:
    """Where a sentence begins behind a dash within a name: "AMMAN - Washington" of a dateline is two.

    Behind a word none is looked for: the parse, too, begins sentences, and that wrongly now and then.
    """
    return [
        token.i
        for before, token in pairwise(entity)
        if token.is_sent_start and not any(sign.isalnum() for sign in before.text)
    ]


def _parts(entity: Span) -> list[tuple[int, int]]:
    """The first and last tokens of an entity's parts, the signs between which are of neither."""
    starts = _starts_within(entity)
    ends = [*(start - 1 for start in starts), entity.end]
    return [(start, end) for start, end in zip([entity.start, *starts], ends, strict=True) if start < end]


def _words(doc: Doc) -> list[Word]:
    return [Word(item.text, item.lemma_, item.tag_, item.pos_, item.dep_, item.head.i) for item in doc]


def _set_tree(doc: Doc, words: list[Word]) -> None:
    add = doc.vocab.strings.add
    relations = np.array([add(word.relation) for word in words], dtype=np.uint64)
    heads = np.array([word.head - index for index, word in enumerate(words)], dtype=np.int64).astype(np.uint64)
    doc.from_array(["HEAD", "DEP"], np.stack([heads, relations], axis=1))  # type: ignore[arg-type]
