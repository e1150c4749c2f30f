"""The words of a recipient: with what restricts it, without its number and what it gets."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factx.facts.cues import FUNCTION_WORDS, PREPOSITIONS
from factx.facts.giving import GIVING
from factx.facts.phrases import noun_phrase
from factx.facts.slots.agent import TokenSpan
from factx.facts.slots.object import is_after_comma
from factx.facts.slots.place_words import is_place
from factx.facts.words import has_lemma
from factx.model import SUBJECTS, child, children, preposition

CLAUSES = frozenset({"acl", "acl:relcl"})
OTHER_CLAUSES = frozenset({"advcl", "advcl:relcl", "parataxis", "ccomp", "dep", "list", "obl", "cop", "nsubj"})
"""Clauses and phrases that belong to a verb, however the parse ties them."""


def recipient_span(goal: Token, without: set[int]) -> TokenSpan | None:
    """Return the words of a recipient; a list in apposition is one phrase ("states, Chad and Mali")."""
    loose = {token.i for branch in _loose(goal) for token in branch.subtree}
    span = noun_phrase(goal, clauses=True, without=onward_tokens(goal) | loose | without)
    return None if span is None else (span[0], _end_of_list(goal.doc, span[1]))


def _loose(goal: Token) -> Iterator[Token]:
    """Yield what says more than who gets it: its number, clauses behind a comma, whereabouts, other sums.

    Whereabouts before a participle stay: "farmers in the Nile delta hit by locusts".
    """
    told = max((item.i for item in children(goal, "acl") if not is_after_comma(item)), default=-1)
    put_first = any(item.dep_ == "expl" for item in goal.children)  # "it is the widows who will get $5m"
    for item in goal.children:
        number = item.dep_ == "nummod" and item.i < goal.i
        clause = item.dep_ in CLAUSES and (put_first or is_after_comma(item) or has_lemma(item, GIVING["intended"]))
        where = told < item.i and not goal.ent_type_ and _is_where(item)
        if number or clause or where or item.dep_ in OTHER_CLAUSES:
            yield item
    yield from (item for item in goal.subtree if item.dep_ == "conj" and _is_further_amount(item))


def _is_further_amount(item: Token) -> bool:
    """True for another sum or count in a list with a recipient: "to Chad and another 40 to Mali"."""
    added = any(part.lower_ in FUNCTION_WORDS["added"] for part in children(item, "det", "amod"))
    return item.ent_type_ == "MONEY" or (added and (item.pos_ == "NUM" or child(item, "nummod") is not None))


def _is_where(item: Token) -> bool:
    return item.dep_ == "nmod" and preposition(item) == "in" and is_place(item)


def _end_of_list(doc: Doc, end: int) -> int:
    """Return where the names behind a phrase end ("border states, Chad and Mali"), else ``end``.

    What acts in the clause itself is none of them: "for border towns, Chad and Mali gave $2m".
    """
    index, names = end, list[Token]()
    while index + 1 < len(doc) and doc[index].text == "," and doc[index + 1].ent_type_ == "LOC":
        names.append(doc[index + 1])
        index = _end_of_name(doc, index + 1)
    if not names or index >= len(doc) or doc[index].dep_ != "cc" or _acts_alone(names[-1]):
        return end
    last = index + 1
    while last < len(doc) and doc[last].pos_ == "DET":
        last += 1
    if last < len(doc) and doc[last].ent_type_ == "LOC":
        return _end_of_name(doc, last)
    member = doc[index].head
    span = noun_phrase(member) if member.dep_ == "conj" and member.pos_ == "NOUN" else None
    return end if span is None or member.head not in names else span[1]


def _acts_alone(name: Token) -> bool:
    """True for the one subject of its verb; a second shows that the first belongs to a list before it."""
    return name.dep_ in SUBJECTS and len(children(name.head, *SUBJECTS)) < 2


def _end_of_name(doc: Doc, index: int) -> int:
    index += 1
    while index < len(doc) and doc[index].ent_iob_ == "I":
        index += 1
    return index


def onward_tokens(noun: Token) -> set[int]:
    """Return the tokens of what a noun is for or goes to: they fill slots of their own."""
    phrases = [item for item in children(noun, "nmod", "obl") if preposition(item) in PREPOSITIONS["onward"]]
    return {part.i for item in phrases for part in item.subtree}
