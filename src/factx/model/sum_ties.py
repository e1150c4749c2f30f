"""Sums that a parse ties to the wrong word: mended by what stands around them.

1. "$4m to farmers who lost their herds and $2m to widows": parsers like to tie a later sum to the
   word right before it, so that farmers would have lost it. Where both sums say what they are for,
   the later one is a conjunct of the earlier.
2. "paid widows of the war $4m": a sum with no preposition of its own is no part of those who get
   it, but what they get.
3. "has set aside, for families whose farms flooded, $4m": behind an aside that opens right behind a
   verb without an object stands its object.
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from factx.model.syntax import child, children, first_conjunct, preposition

GOALS = frozenset({"to", "for", "towards"})
"""Words right behind a sum that say whose it is, or what it is for."""
CLAUSES = frozenset({"advcl", "xcomp"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "conj"})
OBJECTS = ("obj", "ccomp", "xcomp", "nsubj:pass")


def tie_sums(doc: Doc) -> Doc:
    """Tie the sums of a doc to the words that they belong to, in place."""
    sums = [entity for entity in doc.ents if entity.label_ == "MONEY"]
    for entity in sums:
        _tie_to_giving(entity.root)
        _tie_over_aside(entity)
    for earlier, later in pairwise(entity for entity in sums if _has_goal(entity)):
        if _is_parted(earlier, later):
            _join(earlier, later)
    return doc


def _tie_to_giving(head: Token) -> None:
    """Make a sum within the indirect object the direct one."""
    if head.dep_ != "nmod" or preposition(head) is not None:
        return
    above = head.head
    while above.dep_ == "nmod" and above.i < head.i:
        above = above.head
    verb = above.head
    if above.dep_ == "iobj" and above.i < head.i and child(verb, "obj") is None:
        head.head, head.dep_ = verb, "obj"


def _tie_over_aside(entity: Span) -> None:
    """Make a sum behind an aside the object of the verb right before that."""
    head, doc = entity.root, entity.doc
    comma = entity.start - 1
    if comma > entity.sent.start and doc[comma].pos_ == "ADV":
        comma -= 1
    if comma < entity.sent.start or doc[comma].text != "," or head.dep_ in SUBJECTS or preposition(head) is not None:
        return
    verb = next((item for item in head.ancestors if item.i < comma and _breaks_off(item)), None)
    if verb is not None and all(item == head for item in children(verb, *OBJECTS)):
        head.head, head.dep_ = verb, "obj"


def _breaks_off(verb: Token) -> bool:
    """True for a verb that a comma follows, "has set aside, for"."""
    after = max([verb.i, *(item.i for item in children(verb, "compound:prt"))]) + 1
    return verb.pos_ == "VERB" and after < verb.sent.end and verb.doc[after].text == ","


def _has_goal(entity: Span) -> bool:
    return entity.end < len(entity.doc) and entity.doc[entity.end].lower_ in GOALS


def _is_parted(earlier: Span, later: Span) -> bool:
    """True for a sum behind "and" that is a conjunct of a word between the two."""
    head = later.root
    if head.dep_ != "conj" or head.sent.start != earlier.root.sent.start:
        return False
    joined = child(head, "cc")
    between = earlier.end <= head.head.i < later.start and head.head.ent_type_ != "MONEY"
    return joined is not None and joined.i == later.start - 1 and between


def _join(earlier: Span, later: Span) -> None:
    head, first = later.root, first_conjunct(earlier.root)
    clause = _clause_behind(later)
    head.head = first
    if clause is not None and clause.head.i < later.start:
        clause.head, clause.dep_ = head, "acl"


def _clause_behind(later: Span) -> Token | None:
    """Return the verb of "to rebuild dams" right behind a sum, or None."""
    mark = later.doc[later.end]
    verb = mark.head
    return verb if mark.dep_ == "mark" and verb.dep_ in CLAUSES and verb.i > mark.i else None
