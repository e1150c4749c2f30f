"""Measures a pipeline: entities on news, trees and sentences on treebanks, loss through letter case, speed, memory.

    python benchmarks/model.py DATA [MODEL] [--json]

DATA holds ``ner/dev.spacy`` and ``ud/test.spacy``. All scores are for raw text in: the gold tokens are never seen.
An entity counts where both ends and the label are right; LAS leaves punctuation out, as spaCy's scorer does.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from factx.pipeline import load_parser

EWT_TEST_SENTENCES = 2077
Spans = set[tuple[int, int, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", nargs="?", default="fast")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    start = time.perf_counter()
    nlp = load_parser(args.model)
    found: dict[str, Any] = {"model": args.model, "load_s": round(time.perf_counter() - start, 2)}
    blank = spacy.blank("en").vocab
    news = list(DocBin(store_user_data=True).from_disk(args.data / "ner/dev.spacy").get_docs(blank))
    found["speed"] = speed(nlp, [doc.text for doc in news])
    for name, recase in {"cased": str, "caps": upper, "lower": lower}.items():
        found[f"entities_{name}"] = entities(nlp, news, recase)
    trees = list(DocBin().from_disk(args.data / "ud/test.spacy").get_docs(blank))
    for name, part in zip(("ewt", "gum"), split(trees), strict=True):
        found[name] = syntax(nlp, part)
    found["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(found) if args.json else report(found))


def upper(text: str) -> str:
    """The text in capitals, of the same length."""
    return "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in text)


def lower(text: str) -> str:
    """The text in small letters, of the same length."""
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def split(docs: list[Doc]) -> tuple[list[Doc], list[Doc]]:
    """EWT's part and GUM's part of the treebank test data, which come one after the other."""
    sentences = 0
    for index, doc in enumerate(docs):
        if sentences >= EWT_TEST_SENTENCES:
            return docs[:index], docs[index:]
        sentences += sum(1 for _ in doc.sents)
    return docs, []


def entities(nlp: Language, docs: list[Doc], recase: Callable[[str], str]) -> dict[str, list[float]]:
    """Precision, recall and F1 of each label and of ALL, in percent."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for gold, guess in zip(docs, nlp.pipe(recase(doc.text) for doc in docs), strict=True):
        expected, found = spans(gold), spans(guess)
        right.update(label for _, _, label in expected & found)
        wrong.update(label for _, _, label in found - expected)
        missed.update(label for _, _, label in expected - found)
    counts = {label: (right[label], wrong[label], missed[label]) for label in sorted(right | wrong | missed)}
    counts["ALL"] = (right.total(), wrong.total(), missed.total())
    return {label: [round(value, 1) for value in prf(*numbers)] for label, numbers in counts.items()}


def spans(doc: Doc) -> Spans:
    return {(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents}


def prf(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    return (
        100 * right / max(right + wrong, 1),
        100 * right / max(right + missed, 1),
        200 * right / max(2 * right + wrong + missed, 1),
    )


def syntax(nlp: Language, docs: list[Doc]) -> dict[str, float]:
    """Tag, part-of-speech and lemma accuracy, UAS, LAS and F1 of whole sentences, in percent."""
    examples = [Example(guess, gold) for guess, gold in zip(nlp.pipe(doc.text for doc in docs), docs, strict=True)]
    is_word: Callable[..., Any] = lambda token, name: token.dep  # noqa: E731
    scores = Scorer.score_deps(examples, "dep", getter=is_word, ignore_labels=("punct",))
    scores |= Scorer.score_spans(examples, "sents", getter=lambda doc, _: doc.sents, has_annotation=has_sentences)
    for name in ("tag", "pos", "lemma"):
        scores |= Scorer.score_token_attr(examples, name)
    wanted = ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
    return {name: round(100 * scores[name], 1) for name in wanted}


def has_sentences(doc: Doc) -> bool:
    return bool(doc.has_annotation("SENT_START"))


def speed(nlp: Language, texts: list[str]) -> dict[str, float]:
    """Words (tokens that are no white space) a second of processor time, in one process."""
    list(nlp.pipe(texts[:5]))
    start = time.process_time()
    docs: Iterable[Doc] = list(nlp.pipe(texts))
    spent = time.process_time() - start
    words = sum(not token.is_space for doc in docs for token in doc)
    return {"words": words, "words_per_s": round(words / spent)}


def report(found: dict[str, Any]) -> str:
    lines = [
        f"{found['model']}: load {found['load_s']} s, {found['speed']['words_per_s']} words/s, {found['memory_mb']} MB",
        "entities    " + " ".join(f"{label} {f1}" for label, (_, _, f1) in found["entities_cased"].items()),
    ]
    lines += [f"  in {name:6s} F1 {found[f'entities_{name}']['ALL'][2]}" for name in ("caps", "lower")]
    lines += [
        f"{name:4s} " + " ".join(f"{key} {value}" for key, value in found[name].items()) for name in ("ewt", "gum")
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
