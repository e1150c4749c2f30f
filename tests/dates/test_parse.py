"""What a parse adds: tense from the governing verb, names from the entities."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from factx.base.mentions import ArticleContext
from factx.dates import find_dates

ABOUT = ArticleContext(published="2021-06-16")
LEMMAS = {
    "meets": "meet",
    "expected": "expect",
    "pledged": "pledge",
    "decided": "decide",
    "agreed": "agree",
    "failed": "fail",
}


def doc_of(words: str, tags: str, heads: list[int], deps: str) -> Doc:
    """A parsed sentence: words, Penn tags, heads by index, UD relations."""
    tokens = words.split()
    pos = [
        "VERB" if tag[0] == "V" else "AUX" if tag == "MD" else "PROPN" if tag == "NNP" else "NOUN"
        for tag in tags.split()
    ]
    return Doc(
        spacy.blank("en").vocab,
        words=tokens,
        tags=tags.split(),
        pos=pos,
        heads=heads,
        deps=deps.split(),
        lemmas=[
            {"expected": "expect", "pledged": "pledge", "decided": "decide", "agreed": "agree"}.get(word, word)
            for word in tokens
        ],
    )


@pytest.mark.parametrize(
    ("words", "tags", "heads", "deps", "value"),
    [
        ("Envoys meet Friday as talks shall go on", "NNS VBD NNP IN NNS MD VB RP", [1, 1, 1, 6, 6, 6, 1, 6],
         "nsubj ROOT obl mark nsubj aux advcl compound", "2021-06-11"),
        ("Envoys who fled wo go Friday", "NNS WP VBD MD VB NNP", [4, 2, 0, 4, 4, 4],
         "nsubj nsubj acl:relcl aux ROOT obl", "2021-06-18"),
        ("They praised the slated trip on Friday", "PRP VBD DT VBN NN IN NNP", [1, 1, 4, 4, 1, 6, 4],
         "nsubj ROOT det amod obj case nmod", "2021-06-18"),
        ("They pledged tents by June 30", "PRP VBD NNS IN NNP CD", [1, 1, 1, 5, 5, 1],
         "nsubj ROOT obj case nmod:unmarked obl", "2021-06-30"),
        ("They pledged tents on December 30", "PRP VBD NNS IN NNP CD", [1, 1, 1, 5, 5, 1],
         "nsubj ROOT obj case nmod:unmarked obl", "2020-12-30"),
        ("They pledged tents by December 30", "PRP VBD NNS IN NNP CD", [1, 1, 1, 5, 5, 1],
         "nsubj ROOT obj case nmod:unmarked obl", "2021-12-30"),
        ("They died by December 30", "PRP VBD IN NNP CD", [1, 1, 4, 4, 1],
         "nsubj ROOT case nmod:unmarked obl", "2020-12-30"),
        ("They has decided to quit on Friday", "PRP VBZ VBN TO VB IN NNP", [2, 2, 2, 4, 2, 6, 4],
         "nsubj aux ROOT mark xcomp case obl", "2021-06-18"),
        ("They decided to quit on Friday", "PRP VBD TO VB IN NNP", [1, 1, 3, 1, 5, 3],
         "nsubj ROOT mark xcomp case obl", "2021-06-11"),
        ("They agreed to meet on Friday", "PRP VBD TO VB IN NNP", [1, 1, 3, 1, 5, 3],
         "nsubj ROOT mark xcomp case obl", "2021-06-18"),
        ("They was due to leave Friday", "PRP VBD JJ TO VB NNP", [4, 4, 4, 2, 4, 4],
         "nsubj cop reparandum fixed ROOT obl", "2021-06-18"),
        ("They has failed to meet on Friday", "PRP VBZ VBN TO VB IN NNP", [2, 2, 2, 4, 2, 6, 4],
         "nsubj aux ROOT mark xcomp case obl", "2021-06-11"),
    ],
    ids=[
        "past verb beside a future clause", "future verb beside a past clause", "of a thing that is slated",
        "by when something is promised, soon", "when it was promised", "by when it is promised", "by when it was so",
        "what has been decided", "what or when was decided", "what was agreed", "what was due",
        "what has failed",
    ],
)  # fmt: skip
def test_the_governing_verb_tells_the_tense(words: str, tags: str, heads: list[int], deps: str, value: str) -> None:
    doc = doc_of(words, tags, heads, deps)
    assert [item.value for item in find_dates(doc, ABOUT)] == [value]


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        ("He met June in town", "June", "PERSON", []),
        ("He read in March Review of it", "March Review", "ORG", []),
        ("He fled in March alone", "March", "ORG", ["March"]),
        ("He fled in March alone", "March", "PERSON", ["March"]),
        ("He fled, Reuters Friday said", "Reuters Friday", "ORG", ["Friday"]),
    ],
    ids=[
        "person",
        "part of an organisation",
        "whole of a mislabelled organisation",
        "month taken for a person",
        "weekday taken into a name",
    ],
)
def test_names_are_no_times(text: str, name: str, label: str, expected: list[str]) -> None:
    doc = spacy.blank("en")(text)
    start = text.index(name)
    span = doc.char_span(start, start + len(name), label=label)
    assert isinstance(span, Span)
    doc.ents = (span,)
    assert [item.text for item in find_dates(doc, ABOUT)] == expected


def test_a_doc_without_a_parse_is_read_by_its_words() -> None:
    doc = spacy.blank("en")("The envoys will meet on Friday.")
    assert [item.value for item in find_dates(doc, ABOUT)] == ["2021-06-18"]


@pytest.mark.parametrize(("country", "value"), [("USA", "2021-03-04"), ("GBR", "2021-04-03"), (None, "2021-04-03")])
def test_the_country_orders_day_and_month(country: str | None, value: str) -> None:
    doc = spacy.blank("en")("The permit of 03/04/2021 ran out.")
    assert [item.value for item in find_dates(doc, ArticleContext(published="2021-06-16", country=country))] == [value]
