"""Members of a list with their own place or giver before the number: "Peru gave $5m, Oman $3m"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from factx.facts.counts.counted import ALONE, Counted, noun_over, start_of
from factx.facts.cues import CUES, FUNCTION_WORDS
from factx.facts.kinds import BEFALLEN, TROOPS
from factx.facts.matches import Match
from factx.facts.slots.listed import paired_recipient
from factx.facts.words import has_lemma
from factx.model import PREDICATES, entity_at, is_negated, subject

TokenSpan = tuple[int, int]
FORCE = "force"
GIVERS = frozenset({"LOC", "ORG", "NORP", "PERSON"})
NEAR = frozenset({"in", "at", "near"})
"""Prepositions of places, of which members of a list may have one each."""
GIVEN = frozenset({"obj", "iobj"})
"""Frames of what somebody gives or sends, so that another may give the next amount."""
BEREFT = CUES["report_count"] | CUES["suffering"] | CUES["having"] | frozenset({"lose"})
"""Verbs whose subject tells of its own dead, or has them."""


def place_before(item: Counted, last: Match) -> TokenSpan | None:
    """Return the tokens of the place right before a count: "and in Cusco nine"; or None."""
    doc, sent, end = item.head.doc, item.sent, start_of(item)
    if item.amount.kind != "count" or item.noun is not None or is_negated(last.frame.trigger):
        return None
    start = end
    while start > sent.start and doc[start - 1].ent_type_ == "LOC":
        start -= 1
    since, after = last.counted.numeral.end, item.numeral.end
    if start == end or start - 2 < since or doc[start - 1].lower_ not in NEAR:
        return None
    goes_on = after < sent.end and not doc[after].is_punct and doc[after].lower_ not in FUNCTION_WORDS["list_mark"]
    if goes_on or doc[start - 2].lower_ not in FUNCTION_WORDS["list_mark"]:
        return None
    others = any(is_other_clause(token, last) or _is_beside(token, last) for token in doc[since:start])
    return None if others else (start, end)


def _is_beside(token: Token, last: Match) -> bool:
    """True for a verb beside that of the list: "killed nine in Asti, winds hit Alba, in Bra four"."""
    beside = token.dep_ == "parataxis" and token.head == last.frame.trigger and subject(token) is not None
    return beside and not has_lemma(token, CUES["report"])


def giver_before(item: Counted, last: Match) -> TokenSpan | None:
    """Return the tokens of the name right before an amount, which gives it as another gave the last."""
    doc, index, sent = item.head.doc, start_of(item) - 1, item.sent
    given = last.frame.name in GIVEN and last.rule.agents
    if not _may_have_giver(item, last) or not (given or _is_had(last)) or paired_recipient(item) is not None:
        return None
    if index > sent.start and doc[index].text == ",":
        index -= 1
    name = entity_at(doc, index)
    if name is None or name.start < sent.start or name.end != index + 1 or name.label_ not in GIVERS:
        return None
    listed = not _is_done_by_event(last) and _stands_in_list(name, item, last)
    return (name.start, name.end) if listed else None


def _may_have_giver(item: Counted, last: Match) -> bool:
    """True for a sum, a bare number, and who is sent beside others: "90 soldiers, Togo 30 policemen"."""
    force = last.rule.kind == TROOPS and FORCE in item.classes
    return item.amount.kind != "count" or item.classes == ALONE or force


def _is_done_by_event(last: Match) -> bool:
    """True for "the quake killed 30 in Japan, South Korea 12"."""
    doer = subject(noun_over(last.first.counted.head).head if _loses(last) else last.frame.trigger)
    return last.rule.kind in BEFALLEN and (doer is None or doer.ent_type_ not in GIVERS)


def _is_had(last: Match) -> bool:
    """True for what somebody has, told by its noun alone: "Fiji has 90 troops", "Kent had nine dead"."""
    head = last.first.counted.head
    has = last.frame.name == "class" and head.dep_ == "obj" and has_lemma(head.head, CUES["having"])
    return has or _loses(last)


def _loses(last: Match) -> bool:
    """True for whom the dead are lost to: "Peru lost two men", "Kent had nine dead", "reported 90 deaths"."""
    lost = noun_over(last.first.counted.head)
    return last.rule.kind in BEFALLEN and lost.dep_ == "obj" and has_lemma(lost.head, BEREFT)


def has_dead_there(name: TokenSpan, item: Counted, last: Match) -> bool:
    """True for a place that had its dead: "Kent had nine dead, Essex four"; an army has them elsewhere."""
    at_home = last.rule.kind in BEFALLEN and last.frame.name != "obj"
    return at_home and item.head.doc[name[0]].ent_type_ == "LOC"


def _stands_in_list(name: Span, item: Counted, last: Match) -> bool:
    """True if a name opens a member of the list that the last match is in, with no verb of its own."""
    doc = name.doc
    before = name.start - 1
    while before > name.sent.start and doc[before].pos_ in {"DET", "ADJ"}:
        before -= 1  # "and tiny Malta 4 million"
    if before <= last.counted.numeral.start or doc[before].lower_ not in FUNCTION_WORDS["list_mark"]:
        return False
    words = [*doc[last.counted.numeral.end : before], *until_mark(doc, item.numeral.end, item.sent.end)]
    return not any(is_other_clause(token, last) for token in words)


def is_other_clause(token: Token, last: Match) -> bool:
    """True for a verb of a clause of its own, other than the one that governs the list."""
    if token.pos_ not in PREDICATES or token == last.frame.trigger or token.head == last.frame.trigger:
        return False
    if token.dep_ == "cop" and token.head == last.counted.head.head:
        return False  # "of the dead, nine were from Lima and six from Puno"
    return not token.is_ancestor(last.frame.trigger) and token.dep_ not in {"amod", "compound", "aux", "aux:pass"}


def until_mark(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens from a place on, as far as the next mark of a list."""
    for token in doc[start:end]:
        if token.lower_ in FUNCTION_WORDS["list_mark"] or token.is_punct:
            return
        yield token
