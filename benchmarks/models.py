"""How well a statistical pipeline reads: entities on news, trees and sentences on treebanks, in any letter case.

All scores are for raw text in: the gold tokens are never seen. An entity counts where both ends and the label are
right; LAS leaves punctuation out, as spaCy's scorer does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from benchmarks.fresh import fresh
from benchmarks.report import Chart, Section, Table, share
from benchmarks.scores import Metric, Score, score
from benchmarks.setting import Setting
from benchmarks.shared import Shared, lower, upper

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TITLE = "Models"
EWT_TEST_SENTENCES = 2077
FREQUENT = 100
"""How many gold entities a label needs for a floor of its own."""
SYNTAX = ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
LETTERS: dict[str, Callable[[str], str]] = {"as written": str, "ALL CAPS": upper, "all lower case": lower}
Spans = set[tuple[int, int, str]]


def news(shared: Shared) -> list[Doc]:
    """The articles with gold entities."""
    import spacy
    from spacy.tokens import DocBin

    docs = DocBin(store_user_data=True).from_disk(shared.data / "ner" / "dev.spacy")
    return list(docs.get_docs(spacy.blank("en").vocab))


def trees(shared: Shared) -> dict[str, list[Doc]]:
    """The treebank texts by corpus: EWT and GUM, which come one after the other."""
    import spacy
    from spacy.tokens import DocBin

    docs = list(DocBin().from_disk(shared.data / "ud" / "test.spacy").get_docs(spacy.blank("en").vocab))
    sentences = 0
    for index, doc in enumerate(docs):
        if sentences >= EWT_TEST_SENTENCES:
            return {"ewt": docs[:index], "gum": docs[index:]}
        sentences += sum(1 for _ in doc.sents)
    return {"ewt": docs}


def entities(nlp: Language, docs: list[Doc], change: Callable[[str], str] = str) -> dict[str, Score]:
    """The scores of each label and of ALL, the text in other letters."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for gold, guess in zip(docs, nlp.pipe(change(doc.text) for doc in docs), strict=True):
        expected, found = _spans(gold), _spans(guess)
        right.update(label for _, _, label in expected & found)
        wrong.update(label for _, _, label in found - expected)
        missed.update(label for _, _, label in expected - found)
    labels = sorted(right | wrong | missed)
    scores = {label: score(right[label], wrong[label], missed[label]) for label in labels}
    return {**scores, "ALL": score(right.total(), wrong.total(), missed.total())}


def _spans(doc: Doc) -> Spans:
    return {(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents}


def syntax(nlp: Language, docs: list[Doc]) -> dict[str, float]:
    """Tag, part-of-speech and lemma accuracy, UAS, LAS and F1 of whole sentences."""
    from spacy.scorer import Scorer
    from spacy.training import Example

    examples = [Example(guess, gold) for guess, gold in zip(nlp.pipe(doc.text for doc in docs), docs, strict=True)]
    is_word: Callable[..., Any] = lambda token, name: token.dep  # noqa: E731
    scores = Scorer.score_deps(examples, "dep", getter=is_word, ignore_labels=("punct",))
    scores |= Scorer.score_spans(examples, "sents", getter=lambda doc, _: doc.sents, has_annotation=_has_sentences)
    for name in ("tag", "pos", "lemma"):
        scores |= Scorer.score_token_attr(examples, name)
    return {name: float(scores[name]) for name in SYNTAX}


def _has_sentences(doc: Doc) -> bool:
    return bool(doc.has_annotation("SENT_START"))


def entity_metrics(found: dict[str, Score], model: str, letters: str = "") -> dict[str, Metric]:
    """The figures that the gate holds: the frequent labels, or only ALL for other letters."""
    kept = {label: one for label, one in found.items() if one.gold >= FREQUENT and (not letters or label == "ALL")}
    return {f"entities{letters}.{model}.{label}.f1": Metric(one.f1, one.gold) for label, one in kept.items()}


def syntax_metrics(found: dict[str, float], model: str, corpus: str, words: int) -> dict[str, Metric]:
    """The figures that the gate holds."""
    return {f"syntax.{model}.{corpus}.{name}": Metric(value, words) for name, value in found.items()}


def run_model(
    model: str, shared: Shared, quick: bool
) -> tuple[dict[str, dict[str, Score]], dict[str, dict[str, float]]]:
    """Entities by letter case, and syntax by corpus."""
    from factx.model.parser import load_parser

    nlp, part = load_parser(model), slice(0, None, 20 if quick else 1)
    docs = news(shared)[part]
    found = {name: entities(nlp, docs, change) for name, change in LETTERS.items()}
    return found, {name: syntax(nlp, texts[part]) for name, texts in trees(shared).items()}


def measure(setting: Setting) -> Section:
    """The page's section."""
    shared = setting.shared
    if shared is None:
        return Section(TITLE, ["Needs the shared corpora (`--shared DIR`): not measured."])
    found = {model: fresh(run_model, model, shared, setting.quick) for model in setting.models}
    first, *_ = (named["as written"] for named, _ in found.values())
    labels = list(first)
    return Section(
        TITLE,
        [
            f"Entities on newswire dev, exact spans, F1; the gold entities of each label are {_listed(first)}.",
            Table(
                ["F1", *labels],
                [
                    [f"{model}, {letters}", *(share(one[label].f1) if label in one else "" for label in labels)]
                    for model, (named, _) in found.items()
                    for letters, one in named.items()
                ],
            ),
            "UD test: accuracy of tags, parts of speech and lemmas, unlabelled and labelled attachment, sentences F1.",
            Table(
                ["", "tags", "parts of speech", "lemmas", "UAS", "LAS", "sentences"],
                [
                    [f"{model}, {corpus.upper()}", *(share(one[name]) for name in SYNTAX)]
                    for model, (_, parsed) in found.items()
                    for corpus, one in parsed.items()
                ],
            ),
            Chart(
                "entities",
                "Entities on newswire dev: F1",
                "",
                "F1",
                labels,
                {
                    model: [named["as written"][label].f1 if label in named["as written"] else 0.0 for label in labels]
                    for model, (named, _) in found.items()
                },
            ),
        ],
        "; ".join(
            f"{model} entities F1 {share(named['as written']['ALL'].f1)}, LAS "
            + ", ".join(f"{corpus.upper()} {share(one['dep_las'])}" for corpus, one in parsed.items())
            for model, (named, parsed) in found.items()
        ),
    )


def _listed(scores: dict[str, Score]) -> str:
    return ", ".join(f"{label} {one.gold}" for label, one in scores.items())
