"""Questions that rules ask of a UD parse; each function answers one of them.

All of them read ``token.dep_`` in Universal Dependencies (``factx_scheme`` sees to that), never words.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

PARTICIPLES = frozenset({"VBN", "VBD"})
PREDICATES = frozenset({"VERB", "AUX"})
NOMINALS = frozenset({"NOUN", "PROPN", "NUM", "PRON", "SYM", "X"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})


def child(token: Token, *relations: str) -> Token | None:
    """The first dependent that stands in one of the relations."""
    for item in token.children:
        if item.dep_ in relations:
            return item
    return None


def children(token: Token, *relations: str) -> list[Token]:
    """All dependents that stand in one of the relations."""
    return [item for item in token.children if item.dep_ in relations]


def preposition(token: Token) -> str | None:
    """The preposition before a noun, lower case ("in", "according to"); None without one."""
    case = child(token, "case", "mark")
    if case is None:
        return _preposition_before(token)
    rest = [part.lower_ for part in case.children if part.dep_ == "fixed"]
    return " ".join([case.lower_, *rest])


def _preposition_before(token: Token) -> str | None:
    """The preposition right before an oblique phrase to which the parse does not tie it."""
    if token.dep_ not in {"obl", "nmod"}:
        return None
    edge = token.left_edge
    before = edge if edge.pos_ == "ADP" else (edge.nbor(-1) if edge.i > token.sent.start else edge)
    return before.lower_ if before.pos_ == "ADP" else None


def is_passive(verb: Token) -> bool:
    """Whether the verb has a passive auxiliary or subject, or is a bare participle after a noun, not "having given"."""
    if any(item.dep_ in {"aux:pass", "nsubj:pass", "obl:agent"} for item in verb.children):
        return True
    return verb.dep_ == "acl" and verb.tag_ in PARTICIPLES and child(verb, "aux") is None


def relative_pronoun(clause: Token) -> Token | None:
    """The pronoun that ties a relative clause to its noun ("who", "that"), where it is a core argument."""
    for item in clause.children:
        if item.dep_ in {"nsubj", "nsubj:pass", "obj"} and item.tag_ in RELATIVE_TAGS:
            return item
    return None


def first_conjunct(token: Token) -> Token:
    """The head of a nominal coordination ("14 civilians, 5 soldiers and a guard" → civilians)."""
    seen = 0
    while token.dep_ == "conj" and token.head.pos_ in NOMINALS and token.head != token and seen < 40:
        token, seen = token.head, seen + 1
    return token


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a clause, taken from the governing clause where the verb has none of its own.

    Follows coordination ("killed 12 and injured 30"), control ("agreed to give"), participial clauses
    ("went on a spree, killing four") and relative clauses (the noun that the clause describes).
    """
    own = _own_subject(verb)
    if own is not None:
        return verb.head if _is_relative(own, verb) else own
    if depth > 6 or verb.head == verb:
        return None
    if verb.dep_ in {"acl", "acl:relcl"}:
        return verb.head
    if verb.dep_ == "xcomp":
        return child(verb.head, "obj") or subject(verb.head, depth + 1)
    if verb.dep_ in {"conj", "advcl"} and verb.head.pos_ in PREDICATES:
        return subject(verb.head, depth + 1)
    return None


def _own_subject(verb: Token) -> Token | None:
    """The subject closest before the verb, else the one after it ("said the minister")."""
    found = children(verb, "nsubj", "nsubj:pass")
    before = [item for item in found if item.i < verb.i]
    return before[-1] if before else (found[0] if found else None)


def _is_relative(token: Token, verb: Token) -> bool:
    return verb.dep_ in {"acl:relcl", "acl"} and token.tag_ in RELATIVE_TAGS


def ancestors(token: Token) -> Iterator[Token]:
    """The token, its head, its head's head … up to the root."""
    yield token
    while token.head != token:
        token = token.head
        yield token


def tokens_between(doc: Doc, start: int, end: int) -> Span:
    """The tokens that overlap the characters ``start`` to ``end``."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span if span is not None else doc[0:0]


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries and the copula of a verb."""
    return children(verb, "aux", "aux:pass", "cop")


def is_negated(predicate: Token) -> bool:
    """Whether "not", "never" or "no" negates the predicate."""
    return any(item.lower_ in {"not", "n't", "n’t", "never"} for item in predicate.children)


def nominal_subtree(head: Token, drop: frozenset[str]) -> list[Token]:
    """The tokens under ``head`` in text order, without the branches whose relation is in ``drop``."""
    found: list[Token] = []
    todo = [head]
    while todo:
        token = todo.pop()
        found.append(token)
        todo.extend(item for item in token.children if item.dep_ not in drop)
    return sorted(found, key=lambda item: item.i)
