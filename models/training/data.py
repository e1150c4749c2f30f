"""Training examples for the encoder: windows of annotated news, of treebank text and of raw news.

What a corpus does not say, teachers say: see ``label.py``.
"""

from __future__ import annotations

import gzip
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from tokenizers import Tokenizer

from factx.model.encoder.lemmas import script_of
from factx.model.encoder.windows import Break, Window, make_windows
from factx.model.tokenizer import add_news_rules

IGNORE = -100
ENTITIES = ("DATE", "FAC", "LOC", "MISC", "MONEY", "NORP", "ORG", "PERSON", "PRODUCT")
ENTITY_TAGS = ("O", *(f"{prefix}-{label}" for label in ENTITIES for prefix in "BI"))
MIN_SCRIPT_COUNT = 3
RAW_BLOCK, OPENING = 40, 40
CORPORA = ("ner/train", "ner/dev", "ud/train", "ud/dev", "ud/test")
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
    """A window with the class of every word for each task that is known of it, ``IGNORE`` where it has none.

    A head is a word of the window. ``soft`` has one row of entity probabilities a word where only teachers know.
    """

    window: Window
    gold: dict[str, np.ndarray]
    soft: np.ndarray | None = None
    is_raw: bool = False


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
        examples += [Example(window, {"entity": classes[window.words]}) for window in windows]
    return examples


def raw_examples(path: Path, known: list[Doc], words: int, pieces: Pieces) -> list[Example]:
    """Windows of raw news, a paragraph a line, from the end of the file until there are so many words.

    The file begins with newswire of 1987, the rest is younger. Paragraphs of ``known`` docs are left out: they are
    annotated, or are there to test with.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        paragraphs = [line.split() for line in lines]
    seen = {start for doc in known for start in _openings(doc.text)}
    examples: list[Example] = []
    for end in range(len(paragraphs), 0, -RAW_BLOCK):
        block = [p for p in paragraphs[max(0, end - RAW_BLOCK) : end] if _is_new(_letters(p), seen)]
        tokens = [word for paragraph in block for word in paragraph]
        breaks = [Break.NONE if index else Break.PARAGRAPH for paragraph in block for index in range(len(paragraph))]
        examples += [Example(window, {}, is_raw=True) for window in make_windows(tokens, breaks, pieces)]
        words -= len(tokens)
        if words <= 0:
            break
    return examples


def _is_new(letters: str, seen: set[str]) -> bool:
    """Whether a paragraph is long enough to tell, and its opening is none that was seen."""
    return len(letters) >= OPENING and letters[:OPENING] not in seen


def _letters(words: list[str]) -> str:
    return "".join(filter(str.isalnum, "".join(words))).lower()


def _openings(text: str) -> Iterator[str]:
    """Every run of letters with which a paragraph of the text, or of another edition of it, might begin."""
    letters = _letters([text])
    return (letters[start : start + OPENING] for start in range(len(letters)))


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
            examples.append(Example(window, arrays))
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
