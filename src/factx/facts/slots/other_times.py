"""Times told beside an event that are none of it: of its aftermath, or since when it has gone on.

Of the hurt it is no time when they recover, of the states of a body none when the body acts.
"""

from __future__ import annotations

from spacy.tokens import Token

from factx.base import GATHERINGS, TimeMention, word_classes
from factx.facts.cues import CUES, FUNCTION_WORDS, HARM, PREPOSITIONS
from factx.facts.giving import GIVING
from factx.facts.kinds import BEFALLEN, INJURED, MEMBERS, PLEDGE
from factx.facts.relations import verb_over
from factx.facts.slots.scope import CLAUSES, Way
from factx.facts.words import has_lemma
from factx.model import (
    PARTICIPLES,
    PREDICATES,
    SUBJECTS,
    ancestors,
    auxiliaries,
    child,
    children,
    has_modal,
    is_passive,
    preposition,
)

PAST, PRESENT = frozenset({"VBD"}), frozenset({"VBP", "VBZ"})
FAR = 5
"""Steps in the tree from which on a time that only the reader sees is rarely a gift's."""
DESCRIBING = frozenset({"acl", "acl:relcl"})
GIVEN = CUES["give"].union(*(GIVING[f"told_{status}"] for status in ("approved", "delivered", "pledged")))
STILL_OF_EVENT = HARM | CUES["caring"] | CUES["finding"]
"""What befalls those hurt at the time of the event: "six hurt in the crash were taken to hospital"."""
TELLING_TEXTS = CUES["document"] | CUES["speech"]
"""That in which somebody tells of an event: its time is not that of the event."""


def is_of_something_else(kind: str, time: Token, counted: Token) -> bool:
    """True for a time that dates no fact of a kind: of how the hurt fare, of what a body does."""
    if kind == INJURED and is_of_aftermath(time):
        return True
    if kind == PLEDGE and _is_of_thing(time, counted):
        return True
    return kind == MEMBERS and are_of_body(counted)


def steps_to(way: Way, kind: str) -> int:
    """How far a time is; until when somebody is held comes last: "was remanded on Monday until May"."""
    ends = kind in BEFALLEN and bool(way.down) and preposition(way.down[0]) in PREPOSITIONS["until"]
    return way.steps + FAR if ends else way.steps


def is_of_clause_beside(way: Way, states: Token) -> bool:
    """True for when others do something beside what states do: "are in talks that Peru called in May".

    What the states themselves do is theirs, and so is when their meeting is.
    """
    return any(item.dep_ in CLAUSES and not _is_theirs(item, states) for item in way.down)


def _is_theirs(clause: Token, states: Token) -> bool:
    """True for what the states do: "who met in May", "meeting here, nine states agreed"."""
    who = child(clause, *SUBJECTS)
    if clause.dep_ == "advcl":
        told = who or child(clause.head, *SUBJECTS)
        return told is not None and (told.tag_ == "PRP" or _has_within(told, states))
    return _has_within(clause.head, states) or has_lemma(clause.head, GATHERINGS | CUES["gathering_body"])


def _has_within(word: Token, other: Token) -> bool:
    return word == other or word.is_ancestor(other)


def is_of_other_deed(way: Way) -> bool:
    """True for a time of another clause than a gift's or a force's: one joined to it, the verb over it.

    "Oman gave $9m and Mali asked for rice on Monday", "knew by Monday that Oman would give $9m"; what
    was resolved on Monday is of that day.
    """
    if way.meeting.pos_ not in PREDICATES or not way.down or has_lemma(way.meeting, GIVING["told_approved"]):
        return False
    if any(_is_joined_clause(item) for item in way.down):
        return True
    return _is_behind(way) and any(
        item.dep_ == "ccomp" or (_is_joined_clause(item) and _has_subject(item)) for item in way.up
    )


def is_far_from_gift(way: Way) -> bool:
    """True for a time that only a clause beside a gift's holds, or one too far from it to be sure."""
    if (way.steps >= FAR and _is_behind(way)) or is_of_other_deed(way):
        return True
    return way.meeting.pos_ in PREDICATES and any(item.dep_ in CLAUSES for item in way.down)


def _is_joined_clause(item: Token) -> bool:
    return item.dep_ in {"conj", "parataxis"} and item.pos_ in PREDICATES


def _is_behind(way: Way) -> bool:
    """True for a phrase behind the verb that it shares with an event, not before it."""
    return bool(way.down) and way.down[0].i > way.meeting.i


def _has_subject(verb: Token) -> bool:
    return child(verb, "nsubj", "nsubj:pass") is not None


def _is_of_thing(time: Token, amount: Token) -> bool:
    """True for when befell somebody or something beside a gift: "$3m to mend a bridge built in 1970"."""
    clause = next((item for item in ancestors(time) if item.dep_ in DESCRIBING), None)
    if clause is None or clause.tag_ not in PARTICIPLES | {"VBD"} or has_lemma(clause, GIVEN):
        return False
    thing = clause.head
    if thing.ent_type_ == "MONEY" or "gift" in word_classes(thing.lemma_.lower()):
        return False
    apart = thing != amount and not thing.is_ancestor(amount) and not clause.is_ancestor(amount)
    return apart and not has_lemma(thing, GIVING["compact"])


def is_of_aftermath(time: Token) -> bool:
    """True for when somebody is still hurt: "is recovering on Friday", not "is in a critical condition"."""
    state = time.head
    told = any(has_lemma(item, CUES["condition"]) for item in children(state, "obl"))
    return state.pos_ in PREDICATES and has_lemma(state, CUES["aftermath"]) and not told


def is_around_participle(kind: str, way: Way, event: Token) -> bool:
    """True for a time of the clause around a participle: "met on Monday the families of six killed"."""
    if kind not in BEFALLEN:
        return False
    describing = next((item for item in ancestors(event) if item.dep_ in DESCRIBING), None)
    if describing is not None and way.down and is_said_of_them(way.down[-1], describing):
        return True
    clause = next((item for item in (*way.up, event) if item.dep_ == "acl" and item.tag_ == "VBN"), None)
    if clause is None or not way.meeting.is_ancestor(clause.head):
        return False
    if way.meeting.pos_ not in PREDICATES and way.down:  # of nothing in "the funeral on Monday of two killed"
        return False
    return clause != event or clause.head.dep_ == "nmod"


def is_said_of_them(phrase: Token, clause: Token) -> bool:
    """True for what is said of whom a clause describes: "the two killed in May were buried"."""
    who, verb = clause.head, phrase.head
    while who.dep_ == "nmod":
        who = who.head
    if who.dep_ not in SUBJECTS or who.head != verb or verb.pos_ not in PREDICATES or clause.i < phrase.i < verb.i:
        return False
    there_are = child(verb, "expl") is not None
    return not (there_are or is_perfect(verb) or has_lemma(verb, STILL_OF_EVENT))


def is_of_telling(kind: str, time: Token, event: Token) -> bool:
    """True for when somebody tells of an event: "said in a letter in May that", ""…," he told us in May".

    Who "said on Monday that it would give" promised it on Monday.
    """
    verb, above = verb_over(time.head), list(ancestors(event))
    if verb is None or verb not in above[1:] or not has_lemma(verb, CUES["report"] | CUES["hearing"]):
        return False
    clause = above[above.index(verb) - 1]
    if clause.dep_ not in {"ccomp", "parataxis"} or not _is_told_then(time, verb):
        return False
    return event.i < verb.i < time.i or (kind != PLEDGE and verb.i < time.i < clause.left_edge.i)


def _is_told_then(time: Token, verb: Token) -> bool:
    """True for a time right on a verb, or in the document or speech on it: "in a statement on Monday"."""
    phrase = time
    while phrase.head != verb:
        phrase = phrase.head
    told = phrase == time or has_lemma(phrase, TELLING_TEXTS)
    return told and phrase.dep_.startswith("obl")


def is_of_answer(time: Token, counted: Token) -> bool:
    """True for when an event is condemned, or answered: "condemned on Monday the death of two"."""
    return time.i < counted.i and has_lemma(time.head, CUES["answer"]) and counted.head != time.head


def are_of_body(states: Token) -> bool:
    """True for the states of a body, which need not act: "the 12-nation bloc", "it groups nine states"."""
    body = states.head
    if states.dep_ == "compound" and states.i < body.i:
        return not has_lemma(body, GATHERINGS | CUES["gathering_body"])
    return states.dep_ == "obj" and has_lemma(body, CUES["comprising"])


def is_of_onset(time: Token, event: Token) -> bool:
    """True for when began what has cost lives until now: "the war that began in May has killed 90".

    "Since the war began in May, 90 have been killed" says from when on.
    """
    began, told = verb_over(time.head), verb_over(event)
    if began is None or told is None or began == told or not has_lemma(began, CUES["onset"]):
        return False
    mark = child(began, "mark")
    return is_perfect(told) and (mark is None or mark.lower_ not in FUNCTION_WORDS["since"])


def is_perfect(verb: Token) -> bool:
    """True for a verb in the present perfect: "has left", "have been killed"."""
    return not has_modal(verb) and any(item.lower_ in FUNCTION_WORDS["has"] for item in auxiliaries(verb))


def is_of_past_clause(way: Way) -> bool:
    """True for a day behind what happened, out of what is so now: "two died on Monday, and six are lost"."""
    clause, day = (way.up[-1], way.down[-1]) if way.up and way.down else (None, None)
    if clause is None or day is None or clause.dep_ not in {"conj", "parataxis"}:
        return False
    between = way.meeting.i < day.i < clause.left_edge.i and not _is_still(day)
    return between and _has_tense(way.meeting, PAST) and _has_tense(clause, PRESENT)


def _is_still(time: Token) -> bool:
    """True for "this year", which what happened shares with what has happened since."""
    return time.lower_ in FUNCTION_WORDS["current"] or any(
        item.lower_ in FUNCTION_WORDS["current"] for item in children(time, "det")
    )


def _has_tense(verb: Token, tags: frozenset[str]) -> bool:
    return any(item.tag_ in tags for item in (verb, *children(verb, "cop", "aux", "aux:pass")))


def is_before_now(time: Token, mention: TimeMention) -> bool:
    """True for a time that is over, which no perfect has: "in May", not "since May", "this week"."""
    if mention.type == "DURATION" or time.pos_ == "NUM":
        return False
    until_now = any(item.lower_ in FUNCTION_WORDS["until_now"] for item in time.children)
    return not until_now and mention.text.split()[0].lower() not in FUNCTION_WORDS["current"]


def calls_out(verb: Token) -> bool:
    """True for help that comes at the time of an event: "police responded on Monday after a raid"."""
    return has_lemma(verb, CUES["responding"]) or (has_lemma(verb, CUES["calling_out"]) and is_passive(verb))
