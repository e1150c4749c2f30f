"""Questions asked of a parse, on trees built by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factx.model import syntax

Tree = Callable[[str], Doc]

KILLED_AND_INJURED = """
The     the     DET   DT   det    2
blast   blast   NOUN  NN   nsubj  3
killed  kill    VERB  VBD  root   0
12      12      NUM   CD   nummod 5
people  people  NOUN  NNS  obj    3
and     and     CCONJ CC   cc     7
injured injure  VERB  VBD  conj   3
30      30      NUM   CD   obj    7
"""
AGREED_TO_GIVE = """
Qatar  Qatar  PROPN NNP nsubj 2 LOC
agreed agree  VERB  VBD root  0
to     to     PART  TO  mark  4
give   give   VERB  VB  xcomp 2
aid    aid    NOUN  NN  obj   4
"""
URGED_TO_GIVE = """
He     he     PRON  PRP nsubj 2
urged  urge   VERB  VBD root  0
donors donor  NOUN  NNS obj   2
to     to     PART  TO  mark  5
give   give   VERB  VB  xcomp 2
"""
MEN_WHO_FLED = """
men    man    NOUN  NNS root      0
who    who    PRON  WP  nsubj     3
fled   flee   VERB  VBD acl:relcl 1
"""
MEN_ARRESTED_BY_POLICE = """
men      man     NOUN NNS root      0
arrested arrest  VERB VBN acl       1
by       by      ADP  IN  case      4
police   police  NOUN NNS obl:agent 2
"""
SPREE_KILLING_FOUR = """
Gunmen  gunman NOUN NNS nsubj 2
entered enter  VERB VBD root  0
,       ,      PUNCT , punct 4
killing kill   VERB VBG advcl 2
four    four   NUM  CD  obj   4
"""
DID_NOT_KILL = """
They they PRON PRP nsubj 4
did  do   AUX  VBD aux   4
n't  not  PART RB  advmod 4
kill kill VERB VB  root  0
him  he   PRON PRP obj   4
"""
ACCORDING_TO = """
Nine      nine      NUM   CD  nsubj 2
died      die       VERB  VBD root  0
according accord    VERB  VBG case  5
to        to        ADP   IN  fixed 3
police    police    NOUN  NNS obl   2
"""
WERE_ARRESTED_AND_CHARGED = """
They     they   PRON  PRP nsubj:pass 3
were     be     AUX   VBD aux:pass 3
arrested arrest VERB  VBN root 0
and      and    CCONJ CC  cc 5
charged  charge VERB  VBN conj 3
"""
WITHDREW_FROM_THE_TOWN = """
Rebels   rebel    NOUN NNS nsubj        2
withdrew withdraw VERB VBD root         0
from     from     ADP  RP  compound:prt 2
the      the      DET  DT  det          5
town     town     NOUN NN  obl          2
"""
AID_FOR_HERDERS = """
Norway  Norway PROPN NNP nsubj 2
doubled double VERB  VBD root  0
aid     aid    NOUN  NN  obj   2
for     for    ADP   IN  case  3
herders herder NOUN  NNS nmod  3
"""
FLED_TO_LOMI = """
Families family NOUN  NNS nsubj  2
fled     flee   VERB  VBD root   0
south    south  ADV   RB  advmod 2
to       to     ADP   IN  case   3
Lomi     Lomi   PROPN NNP obl    2
"""
FLED_LAST_WEEK = """
Families family NOUN NNS nsubj 2
fled     flee   VERB VBD root  0
last     last   ADJ  JJ  amod  4
week     week   NOUN NN  obl   2
"""
CIVILIANS_SOLDIERS_GUARD = """
civilians civilian NOUN  NNS nsubj 7
,         ,        PUNCT ,   punct 3
soldiers  soldier  NOUN  NNS conj  1
and       and      CCONJ CC  cc    6
a         a        DET   DT  det   6
guard     guard    NOUN  NN  conj  3
died      die      VERB  VBD root  0
"""


@pytest.mark.parametrize(
    ("rows", "verb", "expected"),
    [
        pytest.param(KILLED_AND_INJURED, "injured", "blast", id="coordination shares the subject"),
        pytest.param(AGREED_TO_GIVE, "give", "Qatar", id="subject control"),
        pytest.param(URGED_TO_GIVE, "give", "donors", id="object control"),
        pytest.param(MEN_WHO_FLED, "fled", "men", id="relative clause describes its noun"),
        pytest.param(SPREE_KILLING_FOUR, "killing", "Gunmen", id="participial clause"),
        pytest.param(WERE_ARRESTED_AND_CHARGED, "charged", "They", id="coordinated passive"),
    ],
)
def test_subject(tree: Tree, rows: str, verb: str, expected: str) -> None:
    token = next(item for item in tree(rows) if item.text == verb)
    found = syntax.subject(token)
    assert found is not None
    assert found.text == expected


def test_no_subject_is_invented(tree: Tree) -> None:
    assert syntax.subject(tree("Flee flee VERB VB root 0")[0]) is None


def test_child_takes_the_first_of_the_relations(tree: Tree) -> None:
    doc = tree(KILLED_AND_INJURED)
    assert syntax.child(doc[2], "obj", "nsubj") == doc[1]
    assert syntax.child(doc[2], "iobj") is None
    assert syntax.children(doc[2], "obj", "conj") == [doc[4], doc[6]]


def test_a_preposition_of_several_words(tree: Tree) -> None:
    doc = tree(ACCORDING_TO)
    assert syntax.preposition(doc[4]) == "according to"
    assert syntax.preposition(doc[0]) is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(WITHDREW_FROM_THE_TOWN, "from", id="read as a particle of the verb"),
        pytest.param(AID_FOR_HERDERS, "for", id="hung on the noun before"),
        pytest.param(FLED_TO_LOMI, "to", id="hung on the adverb before"),
        pytest.param(FLED_LAST_WEEK, None, id="no preposition"),
    ],
)
def test_a_preposition_that_the_parse_hangs_elsewhere(tree: Tree, rows: str, expected: str | None) -> None:
    phrase = next(item for item in tree(rows) if item.dep_ in {"obl", "nmod"})
    assert syntax.preposition(phrase) == expected


def test_passive_by_auxiliary_participle_or_agent(tree: Tree) -> None:
    assert syntax.is_passive(tree(WERE_ARRESTED_AND_CHARGED)[2])
    assert syntax.is_passive(tree(MEN_ARRESTED_BY_POLICE)[1])
    assert not syntax.is_passive(tree(KILLED_AND_INJURED)[2])


def test_relative_pronoun_only_where_there_is_one(tree: Tree) -> None:
    doc = tree(MEN_WHO_FLED)
    assert syntax.relative_pronoun(doc[2]) == doc[1]
    assert syntax.relative_pronoun(tree(MEN_ARRESTED_BY_POLICE)[1]) is None


def test_first_conjunct_climbs_a_chain(tree: Tree) -> None:
    doc = tree(CIVILIANS_SOLDIERS_GUARD)
    assert syntax.first_conjunct(doc[5]) == doc[0]
    assert syntax.first_conjunct(doc[0]) == doc[0]


def test_auxiliaries_of_a_verb(tree: Tree) -> None:
    doc = tree(WERE_ARRESTED_AND_CHARGED)
    assert [item.text for item in syntax.auxiliaries(doc[2])] == ["were"]


def test_negation(tree: Tree) -> None:
    assert syntax.is_negated(tree(DID_NOT_KILL)[3])
    assert not syntax.is_negated(tree(KILLED_AND_INJURED)[2])


def test_ancestors_end_at_the_root(tree: Tree) -> None:
    doc = tree(KILLED_AND_INJURED)
    assert [item.text for item in syntax.ancestors(doc[7])] == ["30", "injured", "killed"]


def test_a_subtree_without_some_branches(tree: Tree) -> None:
    doc = tree(MEN_ARRESTED_BY_POLICE)
    assert syntax.nominal_subtree(doc[0], frozenset({"acl"})) == [doc[0]]
    assert syntax.nominal_subtree(doc[0], frozenset()) == list(doc)


def test_tokens_that_overlap_characters(tree: Tree) -> None:
    doc = tree(MEN_WHO_FLED)
    assert syntax.tokens_between(doc, 5, 9).text == "who fled"
    assert len(syntax.tokens_between(doc, 500, 600)) == 0
