"""Loading: factx's own models, foreign ones, and what is said of unsuitable ones."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from factx.base import settings
from factx.base.errors import ModelError
from factx.model import parser

MODELS = [name for name in settings.OWN_MODELS if (Path(__file__).parents[2] / "models" / name / "meta.json").is_file()]
TEXT = (
    "Japan pledged $50 million to the Philippines on Tuesday, Foreign Minister Yoko Sato said in Manila.\n\n"
    "Malaysian police arrested 12 people in Penang. They were arrested."
)


def annotation(doc: Doc) -> list[object]:
    words = [(token.tag_, token.pos_, token.lemma_, token.dep_, token.head.i, token.is_sent_start) for token in doc]
    return [*words, *((entity.start, entity.end, entity.label_) for entity in doc.ents)]


@pytest.fixture(scope="module", params=MODELS)
def nlp(request: pytest.FixtureRequest) -> spacy.language.Language:
    return parser.load_parser(request.param)


def test_both_models_are_there() -> None:
    assert MODELS == ["fast", "accurate"]


def test_easy_news(nlp: spacy.language.Language) -> None:
    doc = nlp(TEXT)
    found = {(entity.text, entity.label_) for entity in doc.ents}
    assert {("Japan", "LOC"), ("Yoko Sato", "PERSON"), ("Tuesday", "DATE"), ("Malaysian", "NORP")} <= found
    assert [sent[0].text for sent in doc.sents] == ["Japan", "Malaysian", "They"]
    words = {token.text: token for token in doc}
    assert (words["police"].dep_, words["police"].head.text) == ("nsubj", "arrested")
    assert (words["Japan"].dep_, words["pledged"].lemma_) == ("nsubj", "pledge")
    assert (words["They"].dep_, words["They"].head.pos_) == ("nsubj:pass", "VERB")
    assert "12 people" in [chunk.text for chunk in doc.noun_chunks]


def test_saved_and_loaded_again_it_says_the_same(nlp: spacy.language.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert annotation(again(TEXT)) == annotation(nlp(TEXT))


def test_company_and_workers_change_nothing(nlp: spacy.language.Language) -> None:
    texts = [TEXT, "NINE MEN WERE ARRESTED IN LAGOS", "", " ", TEXT * 5, "the un sent troops to mali."]
    alone = [annotation(nlp(text)) for text in texts]
    assert [annotation(doc) for doc in nlp.pipe(texts)] == alone
    assert [annotation(doc) for doc in nlp.pipe(texts, n_process=2)] == alone


@pytest.mark.parametrize(
    "text", ["", "\n", " . ", "\x00", "\u200b", "😀", "a" * 3000, "$" * 600, "A\n" * 300, "“ " * 300]
)
def test_any_text_is_parsed_into_trees(nlp: spacy.language.Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for sent in doc.sents:
        assert sent.root.head == sent.root


def test_a_model_that_lacks_pipes_is_named_with_them(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(ModelError, match=r"lacks a tagger and .* a parser and a lemmatizer and an entity recognizer"):
        parser.load_parser(tmp_path / "empty")


def test_a_model_for_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "german")
    with pytest.raises(ModelError, match="'de'"):
        parser.load_parser(tmp_path / "german")


def test_an_unknown_name_says_what_to_type() -> None:
    with pytest.raises(ModelError, match="spacy download en_no_such_model"):
        parser.load_parser("en_no_such_model")


def test_a_folder_without_a_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline"):
        parser.load_parser(tmp_path)
