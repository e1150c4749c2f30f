"""Phrases that fill slots, cut from trees built by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factx.facts.phrases import characters, noun_phrase, text_of, trim

Tree = Callable[[str], Doc]

THE_PEOPLE_WITH_LINKS = """
the       the     DET  DT  det    2
people    people  NOUN NNS root   0
with      with    ADP  IN  case   5
suspected suspect VERB VBN amod   5
links     link    NOUN NNS nmod   2
"""
PEOPLE_WHO_FLED_THEN = """
people people NOUN NNS root      0
who    who    PRON WP  nsubj     3
fled   flee   VERB VBD acl:relcl 1
then   then   ADV  RB  advmod    3
"""
MINISTER_COMMA_NAME = """
the      the      DET   DT  det   2
minister minister NOUN  NN  root  0
,        ,        PUNCT ,   punct 4
Rao      Rao      PROPN NNP appos 2 PERSON
"""
ITS_QUOTED_FORCES = """
its    its   PRON  PRP$ nmod:poss 4
“      “     PUNCT ``   punct 4
elite  elite ADJ   JJ   amod  4
guards guard NOUN  NNS  root  0
”      ”     PUNCT ''   punct 4
"""


@pytest.mark.parametrize(
    ("rows", "head", "expected"),
    [
        pytest.param(THE_PEOPLE_WITH_LINKS, "people", "people with suspected links", id="no determiner"),
        pytest.param(PEOPLE_WHO_FLED_THEN, "people", "people", id="no clause"),
        pytest.param(MINISTER_COMMA_NAME, "minister", "minister", id="no apposition"),
        pytest.param(ITS_QUOTED_FORCES, "guards", "elite guards", id="no possessive, no quotes"),
    ],
)
def test_a_noun_phrase_is_short(tree: Tree, rows: str, head: str, expected: str) -> None:
    doc = tree(rows)
    token = next(item for item in doc if item.text == head)
    assert text_of(doc, noun_phrase(token)) == expected


def test_clauses_on_request(tree: Tree) -> None:
    doc = tree(PEOPLE_WHO_FLED_THEN)
    assert text_of(doc, noun_phrase(doc[0], clauses=True)) == "people who fled then"


def test_a_phrase_ends_where_it_is_cut(tree: Tree) -> None:
    doc = tree(THE_PEOPLE_WITH_LINKS)
    assert text_of(doc, noun_phrase(doc[1], without={2, 3, 4})) == "people"


def test_nothing_is_left_of_determiners(tree: Tree) -> None:
    doc = tree(THE_PEOPLE_WITH_LINKS)
    assert trim(doc, 0, 1) is None
    assert text_of(doc, None) is None
    assert characters(doc, None) is None


def test_offsets_select_the_phrase(tree: Tree) -> None:
    doc = tree(THE_PEOPLE_WITH_LINKS)
    span = noun_phrase(doc[1])
    offsets = characters(doc, span)
    assert offsets is not None
    assert doc.text[slice(*offsets)] == text_of(doc, span) == "people with suspected links"
