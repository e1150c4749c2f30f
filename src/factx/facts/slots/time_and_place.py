"""Circumstances: where and when, as stated in the same sentence and not of another clause's event."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from spacy.tokens import Doc, Token

from factx.base import TimeMention
from factx.facts.cues import cues
from factx.facts.phrases import trim
from factx.facts.words import is_any
from factx.model import NOMINALS, PREDICATES, child, children, preposition, subject, tokens_between

PLACES = frozenset({"LOC", "FAC"})
PLACE_PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "across",
        "throughout",
        "inside",
        "outside",
        "around",
        "off",
        "over",
        "within",
        "into",
        "along",
        "beneath",
        "under",
        "to",
        "from",
    }
)
GOALS = frozenset({"to", "from"})
NESTING = frozenset({"in", "of", "near", "off", "on", "at", "around", "between", "outside", "within"})
LARGER = frozenset(
    {"compound", "flat", "amod", "nmod:poss", "nummod", "case", "nmod:desc", "nmod:unmarked", "det", "cc", "punct"}
)
NEAR_ENOUGH = 6
CONTRASTS = frozenset({"while", "whereas", "although", "though"})


def time_of(doc: Doc, trigger: Token, top: Token, times: Iterable[TimeMention]) -> tuple[TimeMention, set[int]] | None:
    """The resolved time expression closest to the trigger, with its tokens; None when none is stated."""
    best: tuple[int, int, TimeMention, set[int]] | None = None
    here = range(trigger.sent.start_char, trigger.sent.end_char)
    for expression in times:
        if expression.start_char not in here:
            continue
        if expression.start_date is None and expression.end_date is None:
            continue
        if (expression.value or "").endswith("_REF"):
            continue
        tokens = tokens_between(doc, expression.start_char, expression.end_char)
        if not len(tokens):
            continue
        steps = distance(tokens.root, trigger, top)
        if steps is None or steps > NEAR_ENOUGH or _is_of_saying(tokens[0], trigger):
            continue
        key = (steps, abs(tokens.root.i - trigger.i))
        if best is None or key < best[:2]:
            best = (*key, expression, {token.i for token in tokens})
    return None if best is None else (best[2], best[3])


def _is_of_saying(first: Token, trigger: Token) -> bool:
    """Whether the expression stands right after a reporting verb: "the minister said on Wednesday"."""
    before = first.i - 1
    while before > first.sent.start and first.doc[before].pos_ in {"ADP", "PUNCT", "DET"}:
        before -= 1
    verb = first.doc[before]
    return verb != trigger and verb.pos_ in PREDICATES and is_any(verb, cues("report"))


def place_of(
    doc: Doc, trigger: Token, top: Token, goals: bool = False, cut: Collection[int] = (), own: bool = False
) -> tuple[int, int] | None:
    """The place closest to the trigger, with all that nests in it, as a token span; named places come first.

    ``goals`` admits where people go or come from ("fled to Sudan"); the phrase ends before the tokens of ``cut``.
    ``own`` leaves out the places of other counts ("19 states have 7,500 troops in Mali").
    """
    best: tuple[int, int, Token] | None = None
    for token in trigger.sent:
        rank = _place_rank(token, goals)
        steps = distance(token, trigger, top) if rank else None
        if steps is None or steps > (NEAR_ENOUGH if rank == 1 else 2):
            continue
        if _follows(token, top):
            steps = 0
        elif own and _is_of_another(token, top):
            continue
        key = (steps + 4 * (rank - 1), abs(token.i - trigger.i))
        if best is None or key < best[:2]:
            best = (*key, token)
    if best is None:
        return _place_that_counts(trigger)
    span = _place_span(doc, best[2])
    inside = [index for index in cut if span is not None and span[0] < index < span[1]]
    return trim(doc, span[0], min(inside)) if span is not None and inside else span


def _follows(place: Token, top: Token) -> bool:
    """Whether the place stands right behind what is counted ("1,035 in Turkey and about 19 in Greece")."""
    return place.left_edge.i == max(item.i for item in (top, *top.lefts)) + 1


def _is_of_another(place: Token, top: Token) -> bool:
    """Whether the place stands right behind another counted noun."""
    before = place.left_edge.i - 1
    if before < top.sent.start:
        return False
    noun = top.doc[before]
    return noun.i != top.i and not top.is_ancestor(noun) and child(noun, "nummod") is not None


def is_place(token: Token) -> bool:
    """Whether a phrase with this head says where: a named place or an unnamed venue."""
    return _names_place(token) or is_any(token, cues("venue"))


def _place_rank(token: Token, goals: bool) -> int:
    """1 for a phrase with a named place, 2 for an unnamed venue ("at a hospital"), 0 for anything else."""
    if token.dep_ not in {"obl", "nmod", "ROOT", "conj", "obl:unmarked"} or token.pos_ not in NOMINALS:
        return 0
    case = preposition(token)
    if case not in PLACE_PREPOSITIONS or (case in GOALS and not goals):
        return 0
    if _names_place(token):
        return 1
    return 2 if is_any(token, cues("venue")) and case not in GOALS else 0


def _names_place(token: Token) -> bool:
    if token.ent_type_ in PLACES:
        return True
    if token.ent_type_ in {"PERSON", "DATE", "MONEY"}:
        return False
    return any(_names_place(item) for item in token.children if _nests(item, token))


def _nests(item: Token, head: Token) -> bool:
    if item.dep_ in {"appos", "flat"}:
        return item.ent_type_ in PLACES
    if item.dep_ in {"compound", "nmod:poss", "amod"}:
        placelike = head.pos_ == "PROPN" or is_any(head, cues("venue")) or is_any(head, cues("event"))
        return item.ent_type_ in PLACES and placelike
    return item.dep_ == "nmod" and preposition(item) in NESTING


def _place_span(doc: Doc, head: Token) -> tuple[int, int] | None:
    """The words of the place: an unnamed venue before a named one is dropped ("a hotel near Nairobi")."""
    if head.ent_type_ not in PLACES and head.pos_ == "NOUN":
        venue = is_any(head, cues("venue"))
        for item in children(head, "nmod"):
            nested = preposition(item)
            if (
                nested in NESTING
                and (nested != "of" or not venue)
                and _names_place(item)
                and (item.ent_type_ in PLACES or not venue)
            ):
                return _place_span(doc, item)
    if is_any(head, cues("event")):
        return _before_noun(head)
    members = _place_tokens(head)
    start, end = min(members), max(members) + 1
    for index in range(head.i, end):
        if index not in members and not doc[index].is_punct:
            end = index
            break
    return trim(doc, start, end)


def _place_tokens(head: Token) -> set[int]:
    found = {head.i}
    for item in head.children:
        place = item.ent_type_ in PLACES or _names_place(item)
        if item.dep_ in LARGER and not (item.dep_ == "punct" and item.i < head.i):
            found.update(part.i for part in item.subtree if part.dep_ not in {"acl", "acl:relcl", "appos"})
        elif (item.dep_ == "nmod" and preposition(item) in NESTING and place) or (
            item.dep_ in {"conj", "appos", "list", "nmod:unmarked"} and place
        ):
            found.update(_place_tokens(item))
            found.update(part.i for part in item.children if part.dep_ in {"case", "cc", "punct"})
    return found


def _place_that_counts(trigger: Token) -> tuple[int, int] | None:
    """For "Peru reported 340 deaths": Peru, which counts what happens in it, where no other place is stated."""
    if trigger.dep_ != "obj" or trigger.pos_ != "NOUN" or not is_any(trigger.head, cues("report_count")):
        return None
    counts = subject(trigger.head)
    return None if counts is None or counts.ent_type_ != "LOC" else _place_span(trigger.doc, counts)


def _before_noun(event: Token) -> tuple[int, int] | None:
    """The place that stands before a noun: "a Kabul bombing", "the Larkana incident"."""
    span = [token.i for token in event.lefts for token in token.subtree if token.ent_type_ in PLACES]
    return trim(event.doc, min(span), max(span) + 1) if span else None


def distance(token: Token, trigger: Token, top: Token) -> int | None:
    """Steps in the tree from the phrase to the trigger or what is counted.

    None where a reporting verb lies between ("said on Monday that …"), or the phrase belongs to a sister clause.
    """
    down = _chain(token)
    best: int | None = None
    for target in (trigger, top):
        up = _chain(target)
        for climbed, ancestor in enumerate(up):
            if ancestor.i in {item.i for item in down}:
                fallen = next(index for index, item in enumerate(down) if item.i == ancestor.i)
                if not _crosses(up[:climbed]) and not _sister(down[:fallen], target):
                    steps = climbed + fallen
                    best = steps if best is None else min(best, steps)
                break
    return best


def _chain(token: Token) -> list[Token]:
    chain = [token]
    while token.head != token and len(chain) < 12:
        token = token.head
        chain.append(token)
    return chain


def _crosses(path: list[Token]) -> bool:
    """Whether the way up from the trigger leaves a reported clause, a contrasting one, or the phrase that tells of it.

    The last is "the owner of a mill that burnt and killed nine was freed on Friday": not the day of the fire.
    """
    if any(_is_reported(item) or _contrasts(item) for item in path):
        return True
    return any(clause.dep_ == "acl:relcl" and noun.dep_ == "nmod" for clause, noun in pairwise(path))


def _is_reported(item: Token) -> bool:
    return item.dep_ in {"ccomp", "parataxis"} and is_any(item.head, cues("report"))


def _contrasts(item: Token) -> bool:
    """Whether a clause sets an event of its own beside another: "…, while the governor said 68 were missing"."""
    mark = child(item, "mark") if item.dep_ == "advcl" else None
    return mark is not None and mark.lower_ in CONTRASTS and child(item, "nsubj", "nsubj:pass") is not None


def _sister(path: list[Token], target: Token) -> bool:
    """Whether the way down to the phrase enters a clause with an event or a speaker of its own."""
    for item in path:
        if item.dep_ in {"parataxis", "ccomp"} and is_any(item, cues("report")):
            return True
        if preposition(item) == "according to":
            return True
        if _contrasts(item):
            return True
        if item.dep_ in {"acl:relcl", "ccomp"} or (item.dep_ == "conj" and item.pos_ == "VERB" and item.i > target.i):
            return True
    return False
