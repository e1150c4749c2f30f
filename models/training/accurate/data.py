"""Training examples for the shared encoder: windows of news with entities, windows of treebank text with trees."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from tokenizers import Tokenizer

from factx.encoder_lemmas import script_of
from factx.encoder_windows import Break, Window, make_windows
from factx.tokenizer import add_news_rules

IGNORE = -100
ENTITIES = ("DATE", "FAC", "LOC", "MISC", "MONEY", "NORP", "ORG", "PERSON", "PRODUCT")
ENTITY_TAGS = ("O", *(f"{prefix}-{label}" for label in ENTITIES for prefix in "BI"))
MIN_SCRIPT_COUNT = 3
UPPER, LOWER, TITLE, SINGLE = 5, 3, 4, 7


@dataclass(slots=True)
class Labels:
    """The classes that the heads of the network choose from."""

    entity: list[str]
    tag: list[str]
    pos: list[str]
    relation: list[str]
    lemma: list[str]


@dataclass(slots=True)
class Example:
    """A window with the gold class of every word, ``IGNORE`` where the corpus has none; a head is a word of it."""

    window: Window
    gold: dict[str, np.ndarray]
    is_tree: bool


def blank() -> Language:
    return add_news_rules(spacy.blank("en"))


def read_docs(path: Path, nlp: Language) -> list[Doc]:
    return list(DocBin(store_user_data=True).from_disk(path).get_docs(nlp.vocab))


class Pieces:
    """Word pieces of single words, remembered."""

    def __init__(self, path: Path) -> None:
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._encode = cache(lambda word: tokenizer.encode(word, add_special_tokens=False).ids)

    def __call__(self, word: str) -> list[int]:
        return list(self._encode(word))


def breaks_of(doc: Doc, sentences: bool) -> list[Break]:
    """Paragraphs begin after line breaks; ``sentences``: sentence starts count as well."""
    breaks, after = [], True
    for token in doc:
        if token.is_space:
            after = after or "\n" in token.text
            breaks.append(Break.NONE)
            continue
        breaks.append(Break.PARAGRAPH if after else Break.SENTENCE if sentences and token.is_sent_start else Break.NONE)
        after = False
    return breaks


def entity_examples(docs: list[Doc], nlp: Language, pieces: Pieces) -> list[Example]:
    """News articles, tokenised as at run time, with BIO classes."""
    examples = []
    for gold in docs:
        doc = nlp.make_doc(gold.text)
        classes = np.zeros(len(doc), np.int64)
        for entity in gold.ents:
            span = doc.char_span(entity.start_char, entity.end_char, alignment_mode="expand")
            if span is None or classes[span.start : span.end].any():
                continue
            classes[span.start : span.end] = ENTITY_TAGS.index(f"I-{entity.label_}")
            classes[span.start] = ENTITY_TAGS.index(f"B-{entity.label_}")
        windows = make_windows([token.text for token in doc], breaks_of(doc, False), pieces)
        examples += [Example(window, {"entity": classes[window.words]}, is_tree=False) for window in windows]
    return examples


def treebank_labels(docs: list[Doc]) -> Labels:
    """All classes that the treebank uses, in alphabetical order, lemma scripts by frequency."""
    tokens = [token for doc in docs for token in doc if not token.is_space]
    scripts = Counter(script_of(token.text, token.lemma_) for token in tokens)
    kept = [
        script for script, count in sorted(scripts.items(), key=lambda x: (-x[1], x[0])) if count >= MIN_SCRIPT_COUNT
    ]
    return Labels(
        entity=list(ENTITY_TAGS),
        tag=sorted({token.tag_ for token in tokens}),
        pos=sorted({token.pos_ for token in tokens}),
        relation=sorted({token.dep_ for token in tokens}),
        lemma=kept,
    )


def tree_examples(docs: list[Doc], labels: Labels, pieces: Pieces) -> list[Example]:
    """Treebank documents in their own tokens; an arc that leaves its window is not learnt."""
    ids = {
        kind: {name: i for i, name in enumerate(getattr(labels, kind))} for kind in ("tag", "pos", "relation", "lemma")
    }
    examples = []
    for doc in docs:
        for window in make_windows([token.text for token in doc], breaks_of(doc, True), pieces):
            place = {word: i for i, word in enumerate(window.words)}
            tokens = [doc[word] for word in window.words]
            sentences = [token.sent.start for token in tokens]
            starts = np.array([i == 0 or sentences[i] != sentences[i - 1] for i in range(len(tokens))], np.int64)
            gold = {
                "tag": [ids["tag"].get(token.tag_, IGNORE) for token in tokens],
                "pos": [ids["pos"].get(token.pos_, IGNORE) for token in tokens],
                "lemma": [ids["lemma"].get(script_of(token.text, token.lemma_), IGNORE) for token in tokens],
                "head": [place.get(token.head.i, IGNORE) for token in tokens],
                "relation": [
                    ids["relation"].get(token.dep_, IGNORE) if token.head.i in place else IGNORE for token in tokens
                ],
                "start": starts,
                "sentence": starts.cumsum(),
            }
            arrays = {kind: np.asarray(values, np.int64) for kind, values in gold.items()}
            examples.append(Example(window, arrays, is_tree=True))
    return examples


def recase(case: np.ndarray, rng: random.Random) -> np.ndarray:
    """The case classes of a window, now and then as in headlines, telegrams or chats."""
    draw = rng.random()
    letters = (case == UPPER) | (case == LOWER) | (case == TITLE) | (case == 6)
    if draw < 0.05:
        return np.where(letters, UPPER, case)
    if draw < 0.10:
        return np.where(letters | (case == SINGLE), LOWER, case)
    if draw < 0.12:
        return np.where(case == LOWER, TITLE, case)
    return case


def curl_quotes(ids: np.ndarray, table: dict[str, int], rng: random.Random) -> np.ndarray:
    """The pieces of a window, now and then with typographic quotation marks and apostrophes."""
    if rng.random() > 0.2:
        return ids
    ids = ids.copy()
    ids[ids == table["'"]] = table["’"]
    straight = np.flatnonzero(ids == table['"'])
    ids[straight[0::2]] = table["“"]
    ids[straight[1::2]] = table["”"]
    return ids
