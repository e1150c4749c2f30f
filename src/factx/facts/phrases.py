"""Phrases: the words that fill a slot, cut from the tree as short as readers want them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factx.base import Anaphor
from factx.model import nominal_subtree

CLAUSAL = frozenset(
    {
        "nsubj",
        "nsubj:pass",
        "cop",
        "aux",
        "aux:pass",
        "obl",
        "mark",
        "expl",
        "discourse",
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "parataxis",
        "ccomp",
        "csubj",
        "dep",
        "list",
    }
)
NEVER = frozenset({"punct", "appos", "dislocated", "vocative", "discourse"})
LEADING = frozenset({"DT", "PRP$", "PDT", "IN", "TO", "CC", ",", "``", "''", "-LRB-", "WP$", "WDT", ":", "HYPH", "RP"})
TRAILING = frozenset({",", ".", ":", "``", "''", "-RRB-", "-LRB-", "POS", "CC", "IN", "DT", "_SP", "HYPH"})

NAMED = frozenset({"LOC", "ORG"})
DASHES = frozenset({"-", "--", "–", "—"})


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: a span of tokens, its head, and what the phrase stands for where it is a pronoun."""

    span: tuple[int, int]
    head: Token
    antecedent: Anaphor | None = None


def noun_phrase(head: Token, *, clauses: bool = False, without: Iterable[int] = ()) -> tuple[int, int] | None:
    """Return the tokens of a noun phrase around its head, without determiner and trailing punctuation.

    ``clauses`` keeps the clauses that restrict it; ``without`` names tokens at which it is cut.
    The span is (start, end) in tokens, end exclusive; None if nothing is left.
    """
    drop = NEVER if clauses else NEVER | CLAUSAL
    cut = set(without)
    tokens = {token.i for token in nominal_subtree(head, drop)} | _name_around(head)
    run = _contiguous(tokens - cut, head.i, head.doc, cut)
    return trim(head.doc, *run)


def _name_around(head: Token) -> set[int]:
    """The tokens of the name that the head stands in, whatever the parse makes of them."""
    found = {head.i}
    if head.ent_type_ in {"PERSON", "ORG", "LOC"}:
        doc, first, last = head.doc, head.i, head.i
        while first > 0 and doc[first].ent_iob_ == "I":
            first -= 1
        while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
            last += 1
        found.update(range(first, last + 1))
    return found


def _contiguous(members: set[int], anchor: int, doc: Doc, cut: set[int]) -> tuple[int, int]:
    """The widest run around the anchor that bridges only punctuation."""
    start = end = anchor
    while start - 1 >= 0 and (start - 1 in members or _bridges(doc, start - 1, members, cut, -1)):
        start -= 1
    while end + 1 < len(doc) and (end + 1 in members or _bridges(doc, end + 1, members, cut, 1)):
        end += 1
    return start, end + 1


def _bridges(doc: Doc, index: int, members: set[int], cut: set[int], step: int) -> bool:
    if index in cut or not (doc[index].is_punct or doc[index].is_quote) or is_dash(doc[index]):
        return False
    beyond = index + step
    return 0 <= beyond < len(doc) and beyond in members and not doc[index].is_sent_start


def is_dash(mark: Token) -> bool:
    """True for a dash between spaces, which parts a dateline from a phrase: "OSLO - Police"."""
    return mark.text in DASHES and bool(mark.whitespace_) and mark.i > 0 and bool(mark.nbor(-1).whitespace_)


def trim(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The token span without determiners and connectives before, punctuation and possessive marks after."""
    while start < end and _is_before(doc[start]):
        start += 1
    end = next((at for at in range(start, end) if _is_unclosed(doc, at, end) or _opens_member(doc, at, start)), end)
    if end - start > 1 and doc[start].lower_ == "more":  # of "27 more patients" it belongs to the amount
        start += 1
    while end > start and (doc[end - 1].tag_ in TRAILING or doc[end - 1].is_space or doc[end - 1].is_punct):
        if doc[end - 1].lower_ == ")" and "(" in doc[start:end].text:
            break
        end -= 1
    return (start, end) if start < end else None


def _is_before(token: Token) -> bool:
    """True for what stands before a phrase and is no part of it; "off-duty" is one word."""
    if token.pos_ == "ADP" and not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor().text == "-":
        return False
    return (token.tag_ in LEADING or token.is_space) and token.pos_ != "PROPN"


def _opens_member(doc: Doc, at: int, start: int) -> bool:
    """True for the name that opens the next member of a list: "to Mali, Oman 9 million"."""
    name = doc[at]
    if at <= start or name.ent_type_ not in NAMED or name.ent_iob_ != "B":
        return False
    last = at + 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    if last == len(doc) or doc[last].ent_type_ == "DATE" or not (doc[last].like_num or doc[last].ent_type_ == "MONEY"):
        return False
    before = at - 1
    while before > start and doc[before].pos_ in {"DET", "ADJ"}:
        before -= 1
    parted = doc[before].text == "," or doc[before].dep_ == "cc"
    return parted and any(word.like_num for word in doc[name.sent.start : start])


def _is_unclosed(doc: Doc, at: int, end: int) -> bool:
    """True for a bracket that opens and is not closed before ``end``."""
    return doc[at].text == "(" and all(token.text != ")" for token in doc[at:end])


def characters(doc: Doc, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The character offsets of a token span."""
    if span is None:
        return None
    last = doc[span[1] - 1]
    return doc[span[0]].idx, last.idx + len(last)


def text_of(doc: Doc, span: tuple[int, int] | None) -> str | None:
    """The text of a token span, white space made single."""
    return None if span is None else " ".join(doc[span[0] : span[1]].text.split())
