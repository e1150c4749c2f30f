"""Clues from a parsed document: tense from the governing verb, names from the recognised entities."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from factx.dates.anchor import Tense
from factx.dates.tense_from_words import Clues, text_clues
from factx.model import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FUTURE_AUX = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_PLANS = frozenset({"schedule", "slate", "expect", "plan", "set", "due", "intend", "aim", "hope", "go"})
_NAMES = frozenset({"PERSON", "ORG", "PRODUCT", "Person", "Organization", "Product"})
_PREPOSITIONS = frozenset({"in", "since", "on", "by", "until", "of", "during", "last", "next"})
_DEPTH = 12
_BEYOND = 1 << 60


def parse_clues(doc: Doc) -> Clues:
    """The clues of the text, with tense and names from the parse where it tells them."""
    text = text_of(doc)
    plain = text_clues(text)
    names = sorted((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if ent.label_ in _NAMES)

    def token_at(start: int) -> Token | None:
        """The token that begins there."""
        span = doc.char_span(start, start + 1, alignment_mode="expand")
        return span[0] if span is not None and span.start_char == start else None

    def tense(start: int, end: int) -> Tense | None:
        token = token_at(start)
        return (_tense(token) if token is not None else None) or plain.tense(start, end)

    def vetoed(start: int, end: int) -> bool:
        """Whether a longer name begins or goes on with the words, or they are a person's name after no preposition."""
        at = bisect_right(names, (start, _BEYOND, "")) - 1
        if at < 0 or not names[at][0] <= start < end <= names[at][1]:
            return False
        token = token_at(start)
        alone = token is not None and (token.i == 0 or doc[token.i - 1].lower_ not in _PREPOSITIONS)
        return names[at][1] > end or (names[at][2].upper() == "PERSON" and alone and text[start:end].isalpha())

    return replace(plain, tense=tense, vetoed=vetoed)


def _tense(token: Token) -> Tense | None:
    """The tense of the verb that governs the token; None where it has none (a bare noun phrase, a present tense)."""
    for _ in range(_DEPTH):
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "aux:pass"}:
            return _verb_tense(token)
        if token.head == token:
            return _verb_tense(token) if any(child.dep_ in {"cop", "aux"} for child in token.children) else None
        token = token.head
    return None


def _verb_tense(verb: Token) -> Tense | None:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop", "mark"}]
    words = {child.lower_ for child in helpers}
    if words & _FUTURE_AUX:
        return "future"
    if verb.lemma_ in _PLANS and (verb.tag_ == "VBN" or "to" in words):
        return "future"
    if verb.tag_ == "VB" and "to" in words:
        head = verb.head
        planned = head != verb and (head.lemma_ in _PLANS or head.lower_ in {"is", "are"})
        return "future" if planned else None
    if (
        verb.tag_ == "VBD"
        or any(child.tag_ == "VBD" for child in helpers)
        or (words & {"has", "have"} and verb.tag_ == "VBN")
    ):
        return "past"
    if (
        verb.tag_ in {"VBG", "VBN"}
        and verb.dep_ in {"advcl", "acl", "xcomp", "conj"}
        and verb.head != verb
        and not helpers
    ):
        return _verb_tense(verb.head) if verb.head.pos_ in {"VERB", "AUX"} else None
    return None
