"""Base noun phrases of a UD parse: what ``doc.noun_chunks`` yields in a pipeline of ``load_parser``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

_NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE = frozenset({"compound", "flat", "fixed", "goeswith"})
"""Relations whose dependents are parts of their head's phrase, not phrases of their own."""
_BEFORE = _INSIDE | {"det", "amod", "nummod", "nmod:poss", "det:predet", "advmod", "nmod:unmarked", "nmod:desc"}
_AFTER = _INSIDE


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """Yield base noun phrases as (first token, token after the last, label id).

    They come in text order and do not overlap.
    """
    label = doclike.doc.vocab.strings.add("NP")
    end = -1
    for token in doclike:
        is_part = token.dep_ in _INSIDE or (token.dep_ in _BEFORE and token.i < token.head.i)
        if token.pos_ not in _NOMINALS or is_part:
            continue
        first, last = max(_first(token), end), _last(token)
        yield first, last + 1, label
        end = last + 1


def _first(head: Token) -> int:
    """The first token of the phrase: of the modifiers next to one another and to the head."""
    doc, first = head.doc, head.i
    for item in reversed(list(head.lefts)):
        if item.dep_ not in _BEFORE and not (item.dep_ == "punct" and item.text in "-–"):
            break
        first = item.left_edge.i
    while first < head.i and doc[first].dep_ in {"case", "punct", "cc"}:
        first += 1
    return first


def _last(head: Token) -> int:
    """The last token of the phrase: parts of a name right after the head."""
    last = head.i
    for item in head.rights:
        if item.dep_ not in _AFTER or item.left_edge.i > last + 1:
            break
        last = item.right_edge.i
    return last
