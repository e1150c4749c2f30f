"""What a quantity is of, by the syntax around it: "the terrain" in "62 percent of the terrain"."""

from __future__ import annotations

from spacy.tokens import Token

from factx.base import lexicon
from factx.measure.candidate import Candidate
from factx.measure.changes import change_of
from factx.measure.nouns import Noun
from factx.measure.places import Places
from factx.measure.words import WORDS
from factx.model import child, preposition

MEASURING_VERBS = lexicon.words("measure/measuring_verbs", "lemma")
_LONGEST = 20
"""Tokens of a phrase that names something; a longer one is cut to its head."""
_NO_THING = frozenset({"-", "per"})
"""What follows an amount and opens no name of what it measures: "12 per 100,000 people"."""
_CARRIERS = frozenset({"nmod", "obl", "nmod:desc"})


def measured_entity(places: Places, item: Candidate, start: int, end: int, noun: Noun | None) -> str | None:
    """Return the phrase that the amount at characters ``start`` to ``end`` measures, or None.

    In turn: an "of"/"in" phrase under it, the noun that it modifies, the subject of its verb.
    """
    span = places.doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    root = noun.token if noun is not None else span.root
    if noun is not None:
        return _of_phrase(root, WORDS["of"])
    return _of_phrase(root, WORDS["of_or_in"]) or _modified(root, end) or _subject(root)


def _measures(verb: Token) -> bool:
    """True if the verb says how much its subject is or how much it changes ("weighs", "totals", "rose")."""
    return verb.lemma_.lower() in MEASURING_VERBS or change_of(verb.lower_) is not None


def _of_phrase(root: Token, prepositions: frozenset[str]) -> str | None:
    for item in root.rights:
        if item.dep_ in _CARRIERS and preposition(item) in prepositions and item.ent_type_ != "DATE":
            return _phrase_under(item)
    return None


def _modified(root: Token, end: int) -> str | None:
    if root.dep_ in {"compound", "nummod", "amod", "nmod", "nmod:unmarked", "obl:unmarked"} and root.head.i > root.i:
        head = root.head
        while head.dep_ == "compound" and head.head.i > head.i:
            head = head.head
        first = next((item for item in head.subtree if item.idx >= end), None)
        if first is not None and first.i <= head.i and first.lower_ not in _NO_THING:
            last = max((item.right_edge.i for item in head.rights if item.dep_ == "nmod"), default=head.i)
            return str(root.doc[first.i : last + 1].text)
    return None


def _subject(root: Token) -> str | None:
    verb = root if child(root, "cop") is not None else root.head
    if verb is not root and not _measures(verb):
        return None
    changed = child(verb, "obj") if root.dep_.startswith("obl") else None
    if changed is not None and changed.i < root.i:
        return _phrase_under(changed)
    subject = child(verb, "nsubj", "nsubj:pass")
    if subject is None or subject.i >= root.i or subject.pos_ == "PRON":
        return None
    return _phrase_under(subject)


def _phrase_under(token: Token) -> str | None:
    """The phrase under a token as written, without determiner: what a quantity is a quantity of."""
    left, right = token.left_edge.i, token.right_edge.i
    while left < token.i and token.doc[left].pos_ in {"DET", "ADP", "PUNCT", "SCONJ", "CCONJ"}:
        left += 1
    right = _cut_clause(token, right)
    if right - left > _LONGEST:
        right = min(right, token.i + 1)
    text = token.doc[left : right + 1].text.strip()
    return text or None


def _cut_clause(token: Token, right: int) -> int:
    for branch in token.rights:
        if branch.dep_ in {"acl:relcl", "acl", "parataxis", "appos", "punct", "conj", "cc", "advcl"}:
            return max(branch.left_edge.i - 1, token.i)
    return right
