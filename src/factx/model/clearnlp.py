"""Turn a ClearNLP tree, as spaCy's own English models draw it, into a Universal Dependencies tree.

The two differ in more than names: in UD a preposition hangs on its noun, a copula on its predicate,
a number on its currency sign, and conjuncts hang on the first one. Only what factx's rules read is
turned, in this order:

1. relations that only have another name;
2. conjuncts, prepositions, currency signs, copulas, which change heads;
3. the relations that step 2 needed under their old names;
4. what the turned tree shows: ``to`` before a verb, measures that describe nouns.
"""

from __future__ import annotations

from dataclasses import dataclass

from factx.base import lexicon

_UD = lexicon.table("model/clearnlp_relations", "clearnlp", "ud")
_BY_ROLE = lexicon.classes("model/clearnlp_relations", column="clearnlp")
_PREPOSITIONS = _BY_ROLE["preposition"]
_PREDICATES = _BY_ROLE["predicate"]
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_STRUCTURAL = _PREPOSITIONS | _PREDICATES | _BY_ROLE["structural"]
_DISTINCTIVE = _STRUCTURAL | _BY_ROLE["distinctive"]


@dataclass(slots=True)
class Word:
    """A word of a tree; ``head`` is an index, a root's own for a root."""

    text: str
    lemma: str
    tag: str
    pos: str
    relation: str
    head: int


def is_clearnlp(relations: frozenset[str] | set[str]) -> bool:
    """True if one of the relations is ClearNLP's alone; a tree without any is taken for UD."""
    return not _DISTINCTIVE.isdisjoint(relations)


def to_ud(words: list[Word]) -> list[Word]:
    """The same words with UD heads and relations, changed in place.

    >>> rows = [("Troops", "NNS", "NOUN", "nsubj", 1), ("stayed", "VBD", "VERB", "ROOT", 1),
    ...         ("in", "IN", "ADP", "prep", 1), ("Mali", "NNP", "PROPN", "pobj", 2)]
    >>> words = to_ud([Word(text, text, *rest) for text, *rest in rows])
    >>> [(word.text, word.relation, words[word.head].text) for word in words[2:]]
    [('in', 'case', 'Mali'), ('Mali', 'obl', 'stayed')]
    """
    _rename(words, frozenset(_UD) - _STRUCTURAL)
    tree = _Tree(words)
    for step in (_conjuncts, _prepositions, _currency_signs, _copulas):
        step(tree)
    _rename(words, _STRUCTURAL)
    _finish(tree)
    return words


def _rename(words: list[Word], relations: frozenset[str]) -> None:
    for word in words:
        if word.relation in relations:
            word.relation = _UD[word.relation]


class _Tree:
    """The words with their children kept at hand while heads change."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.children: list[list[int]] = [[] for _ in words]
        for index, word in enumerate(words):
            if word.head != index:
                self.children[word.head].append(index)

    def move(self, index: int, head: int, relation: str | None = None) -> None:
        word = self.words[index]
        if word.head != index:
            self.children[word.head].remove(index)
        word.head = head
        if head != index:
            self.children[head].append(index)
        word.relation = relation or word.relation

    def child(self, index: int, *relations: str) -> int | None:
        return next((item for item in sorted(self.children[index]) if self.words[item].relation in relations), None)

    def replace(self, lower: int, upper: int, relation: str) -> None:
        """Put ``lower`` in the place of its head ``upper``, which then hangs on it by ``relation``."""
        above = self.words[upper]
        place, kind = above.head, above.relation
        self.move(lower, lower if place == upper else place, kind)
        self.move(upper, lower, relation)


def _conjuncts(tree: _Tree) -> None:
    """``A, B and C``: every conjunct on the first, the conjunction on the one that follows it."""
    for index, word in enumerate(tree.words):
        if word.relation == "cc":
            after = [item for item in tree.children[word.head] if item > index and tree.words[item].relation == "conj"]
            if after:
                tree.move(index, min(after))
    for index, word in enumerate(tree.words):
        if word.relation == "conj":
            top = word.head
            while tree.words[top].relation == "conj" and tree.words[top].head != top:
                top = tree.words[top].head
            tree.move(index, top)


def _prepositions(tree: _Tree) -> None:
    """``sent to Iraq``: the noun takes the preposition's place, which is its ``case``; so do clauses."""
    for index in range(len(tree.words) - 1, -1, -1):
        if tree.words[index].relation not in _PREPOSITIONS:
            continue
        inner = tree.child(index, "pobj", "obl", "obl:agent", "nmod")
        clause = tree.child(index, "pcomp")
        if inner is not None:
            _lift(tree, inner, index, _oblique(tree, index), "case")
        elif clause is not None:
            above = tree.words[tree.words[index].head]
            _lift(tree, clause, index, "acl" if above.pos in _NOMINALS else "advcl", "mark")


def _oblique(tree: _Tree, preposition: int) -> str:
    word = tree.words[preposition]
    if word.relation == "agent":
        return "obl:agent"
    return "nmod" if tree.words[word.head].pos in _NOMINALS else "obl"


def _lift(tree: _Tree, inner: int, preposition: int, relation: str, marker: str) -> None:
    """``inner`` takes its preposition's place; what else hung on the preposition goes along."""
    tree.replace(inner, preposition, marker)
    tree.words[inner].relation = relation
    for item in list(tree.children[preposition]):
        if tree.words[item].relation not in {"fixed", "conj", "cc"}:
            tree.move(item, inner)


def _currency_signs(tree: _Tree) -> None:
    """``$50 million``: the sign heads the number."""
    for index, word in enumerate(tree.words):
        if word.tag == "$" and word.relation in {"quantmod", "compound"} and tree.words[word.head].pos == "NUM":
            number = word.head
            tree.replace(index, number, "nummod")
            for item in list(tree.children[number]):
                if item > number or tree.words[item].relation not in {"compound", "quantmod", "advmod"}:
                    tree.move(item, index)


def _copulas(tree: _Tree) -> None:
    """``is a minister``, ``are in Mali``: the predicate heads the clause.

    After ``there is`` it is the subject.
    """
    for index, word in enumerate(tree.words):
        if word.lemma != "be" or word.relation in {"aux", "aux:pass"}:
            continue
        predicate = tree.child(index, *_PREDICATES)
        if tree.child(index, "expl") is not None:
            if predicate is not None and tree.child(index, "nsubj") is None:
                tree.words[predicate].relation = "nsubj"
            continue
        predicate = predicate if predicate is not None else tree.child(index, "obl")
        if predicate is None or tree.child(index, "nsubj", "csubj") is None:
            continue
        tree.replace(predicate, index, "cop")
        for item in list(tree.children[index]):
            tree.move(item, predicate)


def _finish(tree: _Tree) -> None:
    """What only the turned tree shows: ``to`` before a verb, measures that describe nouns."""
    for word in tree.words:
        above = tree.words[word.head]
        if word.relation == "aux" and word.tag == "TO":
            word.relation = "mark"
        elif word.relation == "obl:unmarked" and above.pos in _NOMINALS:
            word.relation = "nmod:unmarked"
