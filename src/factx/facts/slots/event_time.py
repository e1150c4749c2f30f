"""When, as stated in the same sentence and not of another clause's event.

Of the resolved expressions within reach the closest is chosen. Those of another time are none:

1. of saying, writing or reporting: "the minister said on Monday", "by accounts on Monday";
2. of what follows the event: a court, a mourner, "took command on Monday after 14 were killed";
3. of a clause around the event's relative clause: "Monday's guest, whose son killed two";
4. of a former value: "hosts 800, down from 1,100 in 2015";
5. a clock time without its day, and the year in a name: "signed the 1997 treaty".

What has gone on since something lasts until publication: "killed since the war began in 2013".
What has happened did so before publication: "two died at a rally for the vote on May 9" has no day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token

from factx.base import GATHERINGS, FactMention, TimeMention, context_of, lexicon
from factx.facts.counts.former import is_of_former, is_of_start
from factx.facts.counts.parts import is_of_part
from factx.facts.cues import CUES, EVENT_WORDS, FUNCTION_WORDS
from factx.facts.kinds import MEMBERS, PLEDGE, TROOPS
from factx.facts.relations import is_opening
from factx.facts.slots.other_times import (
    TELLING_TEXTS,
    calls_out,
    is_around_participle,
    is_before_now,
    is_of_clause_beside,
    is_of_onset,
    is_of_other_deed,
    is_of_past_clause,
    is_of_something_else,
    is_perfect,
    steps_to,
)
from factx.facts.slots.scope import Way, way_to
from factx.facts.words import has_lemma
from factx.model import (
    PREDICATES,
    auxiliaries,
    child,
    first_conjunct,
    is_passive,
    preposition,
    starts_of,
    tokens_between,
)

SENT_OR_GIVEN = frozenset({PLEDGE, TROOPS})
NEAR_ENOUGH = 6
"""Steps in the tree up to which a time belongs to an event."""
CALENDAR = frozenset({"DATE", "TIME"})
"""Types of expressions that are a day or an hour, no length of time."""
FULL_DAY, YEAR = len("2021-06-16"), len("2021")
IN_NAME = frozenset({"compound", "nummod", "amod", "nmod:unmarked"})
EVENT_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "obl"})
"""How a noun with a relative clause shares the time of the clause around it."""
SAYERS = 4
"""Words above one beside a time among which "according to" may open the phrase."""
_WORD = re.compile(r"[a-z]+")
_CLASSES = lexicon.classes("base/time_words")
_TIME_WORDS = lexicon.words("base/time_words")
DAY_WORDS = frozenset().union(
    *(
        _CLASSES[cls]
        for cls in ("weekday", "month", "month_or_name", "month_short", "today", "deictic", "part", "tonight")
    )
)
"""A clock time with one of these words has its day: "3 p.m. on Monday"."""


def time_of(
    doc: Doc, trigger: Token, head: Token, times: Iterable[TimeMention], kind: str
) -> tuple[TimeMention, set[int]] | None:
    """Return the resolved time expression closest to the trigger, with its tokens; None if none is stated."""
    best: tuple[int, int, TimeMention, set[int]] | None = None
    here = range(trigger.sent.start_char, trigger.sent.end_char)
    before: TimeMention | None = None
    for mention in times:
        previous, before = before, mention
        if mention.start_char not in here or not is_resolved(mention) or is_measured_from(doc, previous, mention):
            continue
        tokens = tokens_between(doc, mention.start_char, mention.end_char)
        way = way_to(tokens.root, trigger, head) if len(tokens) else None
        if way is None or way.steps > NEAR_ENOUGH or _is_of_another(way, tokens[0], trigger, mention):
            continue
        if _is_of_other_value(head, tokens[0]) or _is_beside_fact(kind, way, trigger, head):
            continue
        key = (steps_to(way, kind), abs(tokens.root.i - trigger.i))
        if best is None or key < best[:2]:
            best = (*key, _lasting(mention, way, doc), {token.i for token in tokens})
    return None if best is None else (best[2], best[3])


def _is_of_other_value(head: Token, first: Token) -> bool:
    """True for the time of what a count was before: "90, down from 300 in May", and of a part of it."""
    return is_of_former(head, first) or is_of_start(head, first) or is_of_part(head, first)


def _is_beside_fact(kind: str, way: Way, trigger: Token, head: Token) -> bool:
    """True for a time of something else than a fact of a kind, though it is within reach."""
    time = way.down[0] if way.down else way.meeting
    if is_of_something_else(kind, time, head) or is_of_onset(time, trigger):
        return True
    if kind in SENT_OR_GIVEN and is_of_other_deed(way):
        return True
    if kind == MEMBERS and is_of_clause_beside(way, head):
        return True
    return is_around_participle(kind, way, trigger)


def is_measured_from(doc: Doc, length: TimeMention | None, mention: TimeMention) -> bool:
    """True for the day from which a length leads to the time: Christmas in "three days before Christmas"."""
    if length is None or length.type != "DURATION" or length.start_date is None:
        return False
    return doc.text[length.end_char : mention.start_char].strip().lower() in FUNCTION_WORDS["before_or_after"]


def is_resolved(mention: TimeMention) -> bool:
    """True for a time on the calendar, not "now" or "recently", nor an hour whose day is said elsewhere.

    Where nothing says when an article was published, "Tuesday" is on the calendar, nobody knows where.
    """
    undated = mention.deictic or (mention.value is None and mention.type in CALENDAR)
    dated = undated or mention.start_date is not None or mention.end_date is not None
    hour = ":" in (mention.value or "") and DAY_WORDS.isdisjoint(_WORD.findall(mention.text.lower()))
    return dated and not hour and not (mention.value or "").endswith("_REF")


def _is_of_another(way: Way, first: Token, trigger: Token, mention: TimeMention) -> bool:
    """True if the time is that of saying, of a name, or of an event around or after this one."""
    if is_of_saying(first, trigger) or _is_in_document(way) or _is_year_of_name(way, trigger, mention):
        return True
    if _is_beside_perfect(way, mention) or is_of_past_clause(way):
        return True
    if calls_out(way.meeting) or _is_beside_event(way, first):
        return False
    return _is_of_later(way, first, trigger, mention) or is_around_relative(way)


def is_of_saying(first: Token, trigger: Token) -> bool:
    """True if the expression follows a reporting verb, or whom "according to" names: "said on Monday"."""
    before = first.i - 1
    while before > first.sent.start and first.doc[before].pos_ in {"ADP", "PUNCT", "DET"}:
        before -= 1
    beside = first.doc[before]
    if beside != trigger and beside.pos_ in PREDICATES and has_lemma(beside, CUES["report"]):
        return not _is_done(beside)
    apart = any(item.is_punct for item in first.doc[before + 1 : first.i])
    return not apart and any(preposition(item) == "according to" for item in [beside, *beside.ancestors][:SAYERS])


def _is_done(verb: Token) -> bool:
    """True for a verb of saying that says nothing: "no arrests were reported", "aid announced in May"."""
    passive = is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    return passive and child(verb, "ccomp", "xcomp", "csubj", "csubj:pass", "parataxis") is None


def _is_in_document(way: Way) -> bool:
    """True for a time inside the phrase of a report, statement or interview: "in a statement on Monday"."""
    inside = [item for item in way.down[1:] if item.pos_ == "NOUN" and preposition(item) is not None]
    return any(has_lemma(item, TELLING_TEXTS) for item in inside)


def _is_year_of_name(way: Way, trigger: Token, mention: TimeMention) -> bool:
    """True for the year of a thing that is no event: "the 1997 treaty", "the 2010 stadiums"."""
    phrase = way.down[0] if way.down else None
    if phrase is None or phrase.dep_ not in IN_NAME or len(mention.value or "") != YEAR:
        return False
    events = CUES["event"] | CUES["occasion"] | GATHERINGS
    return phrase.head not in {trigger, way.meeting} and not has_lemma(phrase.head, events)


def _is_beside_perfect(way: Way, mention: TimeMention) -> bool:
    """True for a day in the past beside an event that has none: "has been held over a raid in May"."""
    shared = not way.up or way.up[-1].dep_ in {"conj", "nsubj:pass"}  # "an arrest has been made, in a raid on Monday"
    own = len(way.down) == 1 and shared
    return own and is_perfect(way.meeting) and is_before_now(way.down[0], mention)


def _is_of_later(way: Way, first: Token, trigger: Token, mention: TimeMention) -> bool:
    """True for a day of what follows the event: of a court, of mourning, of a clause before "after".

    What a participle tells before its subject has happened: "arrested at dawn, six appeared on Monday".
    """
    if not way.up or way.meeting == trigger or way.up[-1].dep_ in {"conj", "xcomp"}:
        return False
    if is_opening(way.up[-1]):
        return True
    marks = {mark.lower_ for item in way.up if item.dep_ == "advcl" and (mark := child(item, "mark")) is not None}
    if marks & FUNCTION_WORDS["because_of"]:
        return True
    if first.i > trigger.i:
        return False
    if has_lemma(way.meeting, EVENT_WORDS["arresting"]) and first.i < way.up[-1].left_edge.i:
        return True  # "was held on Monday over the death of two"
    sooner = bool(marks & FUNCTION_WORDS["before_or_after"]) and len(mention.value or "") >= FULL_DAY
    return sooner or _answers(way.meeting, trigger)


def _answers(verb: Token, trigger: Token) -> bool:
    """True for a verb that answers an event ("charged", "mourned", "took the blame") or tells its toll."""
    if has_lemma(verb, CUES["answer"]) or any(has_lemma(item, CUES["answer_noun"]) for item in verb.children):
        return True
    return trigger.dep_ == "obj" and trigger.head == verb and has_lemma(trigger, CUES["number"])


def is_around_relative(way: Way) -> bool:
    """True for a time of the clause around a relative clause, unless its noun is the event.

    "On Monday he survived a raid that killed two" is one event.
    """
    clause = _relative_clause(way)
    if clause is None or way.meeting.pos_ not in PREDICATES:
        return False
    shared = _tells_of_event(clause) and clause.head.dep_ in EVENT_ROLES and clause.head in way.up[-1:]
    return not shared or has_lemma(way.meeting, CUES["answer"])


def _is_beside_event(way: Way, first: Token) -> bool:
    """True for a time between an event and its clause: "condemned the raid in Lae in May that killed two"."""
    clause = _relative_clause(way)
    return clause is not None and _tells_of_event(clause) and clause.head.i < first.i < clause.i


def _relative_clause(way: Way) -> Token | None:
    return next((item for item in way.up if item.dep_ == "acl:relcl"), None)


def _tells_of_event(clause: Token) -> bool:
    """True for a clause on an event itself, not for "a bridge whose collapse killed two"."""
    of_its_own = any(item.tag_ == "WP$" for item in clause.doc[clause.head.i : clause.i])
    return has_lemma(clause.head, CUES["event"]) and not of_its_own


def _lasting(mention: TimeMention, way: Way, doc: Doc) -> TimeMention:
    """The time, until publication if it is inside what "since" opens: "since the invasion in March"."""
    published = (context_of(doc).published or "")[:FULL_DAY]
    top = way.down[-1] if len(way.down) > 1 else None
    opened = top is not None and any(
        item.dep_ in {"case", "mark"} and item.lower_ in FUNCTION_WORDS["since"] for item in top.children
    )
    if not opened or not published or mention.start_date is None or mention.start_date > published:
        return mention
    return replace(mention, end_date=published)


def within_its_time(fact: FactMention, doc: Doc) -> FactMention:
    """The fact; what befell at the time that "since" opens is of it: "since 2001, when 57 died"."""
    time = fact.time
    if time is None or time.value is None or time.value != time.start_date or fact.start_char < time.end_char:
        return fact
    behind = doc[bisect_left(starts_of(doc), time.end_char) :]
    word = next((token.lower_ for token in behind if not token.is_punct), None)
    return replace(fact, time=replace(time, end_date=time.start_date)) if word == "when" else fact


def without_time_to_come(fact: FactMention, published: str | None) -> FactMention:
    """The fact, without a time after publication if it tells what has happened or stands.

    A deadline reaches until there from publication: "600 police patrol until the vote in May".
    """
    if fact.time is None or not published or fact.modality != "asserted" or fact.kind == PLEDGE:
        return fact
    is_going = fact.status == "withdrawn"  # "the last 300 leave on Friday" is told as certain
    return replace(fact, time=None) if _is_to_come(fact.time, published) and not is_going else fact


def as_scheduled(fact: FactMention, force: Token, published: str | None) -> FactMention:
    """The fact; a force that "flies to Mali next week" is planned, though its verb is in the present."""
    verb = first_conjunct(force).head
    present = verb.tag_ in {"VBP", "VBZ"} and not auxiliaries(verb) and first_conjunct(force).dep_ == "nsubj"
    if fact.status != "sent" or not present or fact.time is None or not published:
        return fact
    return replace(fact, status="planned", modality="possible") if _is_to_come(fact.time, published) else fact


def _is_to_come(time: TimeMention, published: str) -> bool:
    """True for a time after publication, and for one that goes on from there."""
    day = published[:FULL_DAY]
    start, end = time.start_date or day, time.end_date or ""
    return start >= day and end > day and not end.startswith(day)


def is_in_figures(time: TimeMention) -> bool:
    """True for a day that is all figures and marks, which the reader may take for another number: "11/27"."""
    return not time.text.isdecimal() and not any(char.isalpha() for char in time.text)


def names_feast(time: TimeMention) -> bool:
    """True for a holiday, whose name the reader may never have seen: "Ashura", "Easter Sunday"."""
    words = [word.strip(".,") for word in time.text.split()]
    return any(word[:1].isupper() and not word.isupper() and word.lower() not in _TIME_WORDS for word in words)
