"""The doc's entities after the step: lexicons overrule the model, nothing overlaps."""

from __future__ import annotations

import pytest
from spacy.language import Language

from factx.base.mentions import ArticleContext
from factx.who import find_who

LABELS = [
    ("Fighters of Islamic State left the town.", "Islamic State", "ORG"),
    ("The United Arab Emirates opened a clinic.", "United Arab Emirates", "LOC"),
    ("Daesh lost two villages.", "Daesh", "ORG"),
    ("Malaysian nurses left on Sunday.", "Malaysian", "NORP"),
    ("The Royal Malaysia Police denied it.", "Royal Malaysia Police", "ORG"),
    ("Kenyan Foreign Minister Amina Odhiambo left.", "Amina Odhiambo", "PERSON"),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    from factx.model.parser import load_parser

    return load_parser()


@pytest.mark.parametrize(("text", "name", "label"), LABELS)
def test_labels_agree_with_the_mentions(text: str, name: str, label: str, nlp: Language) -> None:
    doc = nlp(text)
    find_who(doc, ArticleContext())
    assert (name, label) in [(ent.text, ent.label_) for ent in doc.ents]


def test_other_entities_stay(nlp: Language) -> None:
    doc = nlp("Peru paid $5 million on Monday.")
    before = [(ent.text, ent.label_) for ent in doc.ents if ent.label_ in {"DATE", "MONEY"}]
    find_who(doc, ArticleContext())
    assert [(ent.text, ent.label_) for ent in doc.ents if ent.label_ in {"DATE", "MONEY"}] == before
    assert before
