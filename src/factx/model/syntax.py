"""Questions that rules ask of a UD parse; each function answers one of them.

They read ``token.dep_`` in Universal Dependencies (``factx_scheme`` sees to that), and no words
but those that negate.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from factx.base import lexicon

PARTICIPLES = frozenset({"VBN", "VBD"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of verbs that make a clause of its own."""
PREDICATES = frozenset({"VERB", "AUX"})
NOMINALS = frozenset({"NOUN", "PROPN", "NUM", "PRON", "SYM", "X"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
MOST_CONJUNCTS = 40
"""Heads followed in a coordination: lists of news are shorter; a foreign parser may draw a circle."""
MOST_CLAUSES = 6
"""Clauses climbed for a subject; a sentence that nests deeper is a list or a parse gone wrong."""
_LISTED_NAMES = frozenset({"LOC", "ORG", "NORP"})
_NEGATIONS = lexicon.words("model/negations")


def child(token: Token, *relations: str) -> Token | None:
    """The first dependent with one of the relations, or None."""
    for item in token.children:
        if item.dep_ in relations:
            return item
    return None


def children(token: Token, *relations: str) -> list[Token]:
    """All dependents with one of the relations."""
    return [item for item in token.children if item.dep_ in relations]


def preposition(token: Token) -> str | None:
    """The preposition of a noun, lower case ("in", "according to"), or None."""
    case = child(token, "case", "mark")
    if case is None:
        return _preposition_before(token)
    rest = [part.lower_ for part in case.children if part.dep_ == "fixed"]
    return " ".join([case.lower_, *rest])


def _preposition_before(token: Token) -> str | None:
    """The preposition right before an oblique phrase that the parse attaches elsewhere, or None."""
    if token.dep_ not in {"obl", "nmod"}:
        return None
    edge = token.left_edge
    before = edge if edge.pos_ == "ADP" else (edge.nbor(-1) if edge.i > token.sent.start else edge)
    return before.lower_ if before.pos_ == "ADP" else None


def is_passive(verb: Token) -> bool:
    """True if the verb has a passive auxiliary, subject or agent, or is a bare participle after a noun.

    "the men arrested on Monday" is passive, "the state, having given aid" is not.
    """
    if any(item.dep_ in {"aux:pass", "nsubj:pass", "obl:agent"} for item in verb.children):
        return True
    return verb.dep_ == "acl" and verb.tag_ in PARTICIPLES and child(verb, "aux") is None


def relative_pronoun(clause: Token) -> Token | None:
    """The relative pronoun of a clause ("who", "that") if it is subject or object, or None."""
    for item in clause.children:
        if item.dep_ in {"nsubj", "nsubj:pass", "obj"} and item.tag_ in RELATIVE_TAGS:
            return item
    return None


def first_conjunct(token: Token) -> Token:
    """The head of a nominal coordination ("14 civilians, 5 soldiers and a guard" → civilians)."""
    seen = 0
    while token.dep_ == "conj" and token.head.pos_ in NOMINALS and token.head != token and seen < MOST_CONJUNCTS:
        token, seen = token.head, seen + 1
    return token


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a clause, or None; a verb without its own takes that of the governing clause.

    1. Its own subject; of a relative clause ("who fled") the noun that it describes, of "it was the
       army, elders insist, who fled" the army.
    2. The noun that a participial or infinitival clause describes ("men fleeing the town").
    3. Control: the object or else the subject of the verb above ("urged donors to give").
    4. Coordination and adverbial clauses: the subject of the verb above ("killed 12 and injured 30",
       "went on a spree, killing four").
    """
    own = _own_subject(verb)
    if own is not None:
        return own if own.tag_ not in RELATIVE_TAGS else _meant(own, verb)
    if depth > MOST_CLAUSES or verb.head == verb:
        return None
    if verb.dep_ in {"acl", "acl:relcl"} or _is_cleft(verb):
        return verb.head
    if verb.dep_ == "xcomp":
        return child(verb.head, "obj") or subject(verb.head, depth + 1)
    if verb.dep_ in {"conj", "advcl"} and (verb.head.pos_ in PREDICATES or child(verb.head, "cop") is not None):
        return subject(verb.head, depth + 1)
    return _subject_above_report(verb, depth) if verb.dep_ == "ccomp" else None


def _subject_above_report(verb: Token, depth: int) -> Token | None:
    """The subject of what is denied, "denied having held 12", or told: "the man who police say shot four"."""
    if any(item.tag_ == "VBG" for item in children(verb, "aux")):
        return subject(verb.head, depth + 1)
    return verb.head.head if verb.head.dep_ == "acl:relcl" else None


def _own_subject(verb: Token) -> Token | None:
    """The subject closest before the verb, else the one after it ("said the minister"), or None."""
    found = children(verb, "nsubj", "nsubj:pass")
    before = [item for item in found if item.i < verb.i]
    return before[-1] if before else (found[0] if found else None)


def _meant(pronoun: Token, verb: Token) -> Token:
    """What a relative pronoun means: of "rebels, and not soldiers, who fled" the rebels."""
    if verb.dep_ in {"acl:relcl", "acl"} or _is_cleft(verb):
        described = _thing_before(pronoun, verb) or verb.head
        return first_conjunct(described) if described.dep_ == "conj" and is_negated(described) else described
    return _focus(pronoun) or pronoun


def _thing_before(pronoun: Token, verb: Token) -> Token | None:
    """The camp of "the men who ran a camp, which held 90", parsed as said of the men, who are no "which"."""
    before = pronoun.doc[pronoun.i - 2] if pronoun.i - 2 > verb.head.i else None
    of_persons = any(
        clause.dep_ == "acl:relcl" and clause.i < pronoun.i and any(item.lower_ == "who" for item in clause.children)
        for clause in verb.head.children
    )
    if before is None or pronoun.lower_ != "which" or not of_persons or pronoun.nbor(-1).text != ",":
        return None
    return before if before.pos_ in NOMINALS else None


def _focus(pronoun: Token) -> Token | None:
    """The noun behind "it was" that a pronoun means, and not "and not soldiers"; or None."""
    for it in pronoun.doc[pronoun.sent.start : pronoun.i]:
        noun = it.head
        opens = it.lower_ == "it" and it.dep_ in {"nsubj", "expl"} and it.i < noun.i < pronoun.i
        if opens and noun.pos_ in NOMINALS and child(noun, "cop") is not None:
            return next((item for item in (noun, *children(noun, "conj")) if not is_negated(item)), None)
    return None


def _is_cleft(verb: Token) -> bool:
    """True for the clause of "it is Qatar that sends the money"."""
    return verb.dep_ == "advcl:relcl" and verb.head.pos_ in NOMINALS


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


def has_modal(verb: Token) -> bool:
    """True for "may kill", "could have been killed"."""
    return any(item.tag_ == "MD" for item in auxiliaries(verb))


def is_negated(predicate: Token) -> bool:
    """True if "not", "n't" or "never" negates the predicate."""
    return any(item.lower_ in _NEGATIONS for item in predicate.children)


def nominal_subtree(head: Token, drop: frozenset[str]) -> list[Token]:
    """The tokens under ``head`` in text order, without the branches whose relation is in ``drop``."""
    found: list[Token] = []
    todo = [head]
    while todo:
        token = todo.pop()
        found.append(token)
        todo.extend(item for item in token.children if item.dep_ not in drop or is_listed(item))
    return sorted(found, key=lambda item: item.i)


def is_listed(item: Token) -> bool:
    """True for a name in a list that the parse takes for an apposition: "Oman, the Arab League and Mali"."""
    head = item.head
    if item.dep_ != "appos" or head.i > item.i or {item.ent_type_, head.ent_type_} - _LISTED_NAMES:
        return False
    first = item.left_edge.i
    last = [other for other in (*children(head, "conj"), *children(item, "conj")) if other.i > item.i]
    return bool(last) and any(beside.lower_ == "," for beside in item.doc[max(first - 1, 0) : first + 1])
