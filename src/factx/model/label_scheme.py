"""One label scheme for the rules, for the parses of all pipelines."""

from __future__ import annotations

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
    if any(_LABELS.get(entity.label_) != entity.label_ for entity in doc.ents):
        doc.ents = tuple(
            Span(doc, entity.start, entity.end, label=_LABELS[entity.label_])
            for entity in doc.ents
            if entity.label_ in _LABELS
        )
    return tie_sums(untie_numbers(untie_infinitives(doc)))


def _words(doc: Doc) -> list[Word]:
    return [Word(item.text, item.lemma_, item.tag_, item.pos_, item.dep_, item.head.i) for item in doc]


def _set_tree(doc: Doc, words: list[Word]) -> None:
    add = doc.vocab.strings.add
    relations = np.array([add(word.relation) for word in words], dtype=np.uint64)
    heads = np.array([word.head - index for index, word in enumerate(words)], dtype=np.int64).astype(np.uint64)
    doc.from_array(["HEAD", "DEP"], np.stack([heads, relations], axis=1))  # type: ignore[arg-type]
