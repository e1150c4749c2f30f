"""Objects: of whom or what, the counted phrase without its amount, its event, other counts, times and places."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.facts.counted import Counted, noun_classes
from factx.facts.cues import cues
from factx.facts.frames import Frame
from factx.facts.phrases import noun_phrase
from factx.facts.slots.time_and_place import is_place
from factx.model import child, preposition

OPEN = frozenset({"people", "person", "those", "one"})
LONG = 6
WHEREABOUTS = frozenset(
    {"in", "at", "near", "on", "across", "around", "inside", "within", "throughout", "from", "to", "into"}
)
TokenSpan = tuple[int, int]


def counted_object(counted: Counted, frame: Frame, cut: set[int]) -> TokenSpan | None:
    """The counted noun phrase without the amount, the trigger's clause, times and places."""
    noun = counted.noun
    if frame.name == "toll" and (noun is None or noun.ent_type_ == "DATE") and frame.trigger.lemma_ != "toll":
        noun = frame.trigger
    if noun is not None and noun.lower_ in cues("state_of_persons"):
        return None  # "15 dead"
    if noun is None or noun.pos_ == "PRON":
        noun = _told_before(counted)
    if noun is None:
        return None
    without = set(cut) | amount_tokens(counted)
    trigger = frame.trigger
    if trigger.i != noun.i:
        without.add(trigger.i)
    if trigger.i != noun.i and noun.is_ancestor(trigger):
        without.update(token.i for token in _branch(trigger, noun).subtree)
    span = noun_phrase(noun, clauses=True, without=without | loose_tokens(noun))
    return _with_companions(noun, span, without) if span is not None and span[1] == noun.i + 1 else span


def _with_companions(noun: Token, span: TokenSpan, without: set[int]) -> TokenSpan:
    """The phrase with a "with …" right behind it that the parse hangs on the verb ("men with forged passports")."""
    after = noun.i + 1
    if after >= noun.sent.end or noun.doc[after].lower_ != "with":
        return span
    head = noun.doc[after].head
    if head.i <= after or head.dep_ not in {"obl", "nmod"} or head.left_edge.i != after:
        return span
    end = noun_phrase(head, without=without)
    return span if end is None else (span[0], end[1])


def loose_tokens(noun: Token) -> set[int]:
    """The tokens around a noun that say more than whom or what it is: other counts, asides, places, long clauses."""
    return {token.i for branch in _loose(noun) for token in branch.subtree}


def _loose(noun: Token) -> Iterator[Token]:
    for item in noun.children:
        if item.dep_ == "nummod" or _is_other_count(item) or _is_aside(item, noun) or _is_whereabouts(item):
            yield item
        elif item.dep_ == "conj":
            yield from _loose(item)


def _asides_within(item: Token) -> Iterator[Token]:
    """Clauses behind a comma that say more of what is nested ("members of the bloc, which was formed in 2004")."""
    for part in item.children:
        if part.dep_ in {"acl:relcl", "acl"} and _after_comma(part):
            yield part
        elif part.dep_ == "nmod":
            yield from _asides_within(part)


def _is_other_count(item: Token) -> bool:
    """Whether a conjunct has a count of its own ("a man and two women")."""
    if item.dep_ != "conj":
        return False
    return any(part.pos_ == "NUM" or part.lower_ in {"a", "an", "another"} for part in item.subtree)


def _is_aside(item: Token, noun: Token) -> bool:
    if item.dep_ == "acl:relcl" or (item.dep_ == "acl" and item.tag_ == "VBG"):
        return _after_comma(item) or (noun.lemma_ not in OPEN and _length(item) > LONG)
    if item.dep_ == "amod" and item.i > noun.i:
        return _after_comma(item)  # "five girls, all aged nine"
    return item.dep_ in {"nmod", "obl", "advcl"} and preposition(item) in {"including", "for", "according to", "by"}


def _is_whereabouts(item: Token) -> bool:
    if item.dep_ != "nmod" or preposition(item) not in WHEREABOUTS:
        return False
    return is_place(item) or item.ent_type_ == "DATE"


def _after_comma(clause: Token) -> bool:
    edge = clause.left_edge
    return edge.is_punct or (edge.i > clause.sent.start and edge.nbor(-1).text == ",")


def _length(token: Token) -> int:
    return sum(1 for _ in token.subtree)


def _told_before(counted: Counted) -> Token | None:
    """The noun that "three more", "of them", "of whom" go back to: the last person noun counted before."""
    after = counted.top.doc[min(counted.top.i + 1, len(counted.top.doc) - 1)]
    if counted.noun is None and after.lower_ not in {"more", "others"} and child(counted.top, "nmod") is None:
        return None
    for token in reversed(counted.top.doc[counted.top.sent.start : counted.top.i]):
        if token.pos_ == "NOUN" and token.tag_ == "NNS" and "person" in noun_classes(token):
            return token
    return None


def amount_tokens(counted: Counted) -> set[int]:
    """The tokens of the amount with its bound words ("more than 7,500", "at least 12")."""
    inside = counted.numeral
    found = {token.i for token in inside}
    for token in inside:
        found.update(
            part.i for item in token.children if item.dep_ in {"advmod", "case", "det"} for part in item.subtree
        )
    return found


def _branch(token: Token, top: Token) -> Token:
    while token.head.i != top.i and token.head != token:
        token = token.head
    return token
