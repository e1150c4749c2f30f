"""Scope: how far a phrase is from an event in the parse, and whether a clause boundary separates them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from factx.facts.counts.counted import noun_classes
from factx.facts.counts.parts import opens_example, part_of, told_of_whole
from factx.facts.cues import CUES, EVENT_WORDS, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.relations import is_opening
from factx.facts.slots.actors import is_event
from factx.facts.words import has_lemma
from factx.model import RELATIVE_TAGS, SUBJECTS, ancestors, auxiliaries, child, children, preposition

PERSONS = frozenset({"person", "force", "refugee"})
"""Classes of nouns for those whose base is where they are."""
CLAUSES = frozenset({"advcl", "acl", "acl:relcl"})
GROUNDS = CUES["event"] | CUES["act"] | CUES["charge"]
CHARGING = CUES["charging"] | CUES["suspecting"] | EVENT_WORDS["arresting"]
MOST_STEPS = 12
"""Heads above a token that are looked at: parses of news are hardly deeper, and noise must not cost time."""


@dataclass(frozen=True, slots=True)
class Way:
    """The way in the tree from an event up to the first common head, and from a phrase up to it.

    ``up`` and ``down`` begin with the event and the phrase and end below ``meeting``.
    """

    up: list[Token]
    meeting: Token
    down: list[Token]

    @property
    def steps(self) -> int:
        """How far the phrase is from the event."""
        return len(self.up) + len(self.down)


def distance(token: Token, trigger: Token, head: Token) -> int | None:
    """Return the steps in the tree from a phrase to the trigger, or to what is counted if that is closer.

    None if a clause boundary separates them: a reporting verb ("said on Monday that …"), a sister
    clause.
    """
    found = way_to(token, trigger, head)
    return None if found is None else found.steps


def way_to(token: Token, trigger: Token, head: Token) -> Way | None:
    """Return the shorter way to a phrase, from the trigger or what is counted; None as for ``distance``."""
    down = _heads(token)
    found = [way for target in (trigger, head) if (way := _way(down, target)) is not None]
    return min(found, default=None, key=lambda way: way.steps)


def _way(down: list[Token], target: Token) -> Way | None:
    """Return the way from the target to a phrase, by its heads; None if a clause boundary separates them."""
    way = _path(down, target)
    return None if way is None or _leaves_scope(way.up) or _enters_sister(way.down) else way


def path_to(token: Token, target: Token) -> Way | None:
    """Return the way to a phrase whatever lies between; None if their heads never meet."""
    return _path(_heads(token), target)


def _path(down: list[Token], target: Token) -> Way | None:
    """Return the way up from the target to the first common head, and down to the phrase."""
    places = {item.i: place for place, item in reversed(list(enumerate(down)))}
    up = _heads(target)
    for climbed, ancestor in enumerate(up):
        if ancestor.i in places:
            return Way(up[:climbed], ancestor, down[: places[ancestor.i]])
    return None


def _heads(token: Token) -> list[Token]:
    """Return the token, its head, its head's head …"""
    chain = [token]
    while token.head != token and len(chain) < MOST_STEPS:
        token = token.head
        chain.append(token)
    return chain


def _leaves_scope(path: list[Token]) -> bool:
    """True if the path up from the trigger crosses a boundary that ends the event's scope.

    These are reported speech, a contrasting clause, what is said of the whole of which a part does
    something, and a relative clause inside a noun phrase: "the owner of a mill that burnt and killed
    nine was freed on Friday" has not the day of the fire.
    """
    if any(_is_reported(item) or _contrasts(item) for item in path):
        return True
    if path and (_is_deed(path[-1]) or _is_of_whole(path)):
        return True
    return any(_describes_nested(clause, noun) for clause, noun in pairwise(path))


def _describes_nested(clause: Token, noun: Token) -> bool:
    """True for a clause on a noun inside a phrase, not for "the target of an attack that …"."""
    nested = clause.dep_ == "acl:relcl" and noun.dep_ == "nmod"
    return nested and not has_lemma(noun.head, CUES["targeted"])


def _is_of_whole(path: list[Token]) -> bool:
    """True out of what is said of the whole: "one of the six men hurt left on Monday" has not their day."""
    part = part_of(path[0])
    if part is not None:
        return told_of_whole(part) is not None
    return any(clause == told_of_whole(part_of(noun) or noun) for clause, noun in pairwise(path))


def _is_deed(item: Token) -> bool:
    """True for what is confessed or charged: in "confessed on Monday to six murders" the day is another."""
    return item.dep_ in {"obl", "nmod", "advcl"} and has_lemma(item.head, CUES["guilty"])


def _is_reported(item: Token) -> bool:
    return item.dep_ in {"ccomp", "parataxis", "csubj", "csubj:pass"} and has_lemma(item.head, CUES["report"])


def _contrasts(item: Token) -> bool:
    """True for a clause with an event of its own: "…, while the governor said 68 were missing"."""
    if is_days_apart(item):
        return True
    mark = child(item, "mark") if item.dep_ == "advcl" else None
    if mark is None or mark.lower_ not in FUNCTION_WORDS["contrast"]:
        return False
    return child(item, "nsubj", "nsubj:pass") is not None


def is_days_apart(clause: Token) -> bool:
    """True for an event that a span of time parts from another's: "two days after a blast wounded nine"."""
    if clause.dep_ not in CLAUSES:
        return False
    first = (clause if clause.dep_ == "advcl" else clause.head).left_edge
    before = [token for token in clause.doc[first.i : clause.i] if token.lower_ in FUNCTION_WORDS["before_or_after"]]
    return any(mark.i > 0 and _is_span_of_time(mark.nbor(-1)) for mark in before)


def _is_span_of_time(word: Token) -> bool:
    """True for the week of "a week after", not of "died this week after a fall"."""
    pointing = any(item.lower_ in FUNCTION_WORDS["this_time"] for item in word.lefts)
    return has_lemma(word, CUES["interval"]) and not pointing


def are_days_apart(phrase: Token, event: Token) -> bool:
    """True if time parts a phrase from an event: its place, day and who acts are another's.

    What a clause describes is no other event: "a week after a blast in Lae that killed two" is theirs.
    """
    above, below = {*ancestors(phrase)}, {*ancestors(event)}
    clauses = {item for item in below - above if item.dep_ == "acl:relcl" and item.head in above}
    return any(is_days_apart(item) or is_afterwards(item) for item in (above ^ below) - clauses)


def _enters_sister(path: list[Token]) -> bool:
    """True if the path down to the phrase enters a clause with an event or a speaker of its own.

    A clause that says when an event took place is none: "killed in clashes that began on Monday".
    """
    phrase = path[0].left_edge if path else None
    apart = phrase is not None and phrase.i > phrase.sent.start and phrase.nbor(-1).text == ","
    told = {item.i for item in path[-3:] if _tells_of_event(item)}
    return any((_is_sister(item) and item.i not in told) or (not apart and _is_aside(item)) for item in path)


def _tells_of_event(clause: Token) -> bool:
    """True for the clause of an event beside the verb that says when or where it took place."""
    relative = clause.dep_ == "acl:relcl" and is_event(clause.head)
    return relative and has_lemma(clause, CUES["occur"] | CUES["striking"])


def _is_aside(item: Token) -> bool:
    """True for an apposition that is no place: "the union, the largest in Peru, …"."""
    return item.dep_ == "appos" and item.ent_type_ not in {"LOC", "FAC"} and not has_lemma(item, CUES["venue"])


def is_afterwards(clause: Token) -> bool:
    """True for a participle before the clause of a deed before it: "jailed on Monday, he had shot two"."""
    if not is_opening(clause):
        return False
    before = any(item.lower_ in FUNCTION_WORDS["pluperfect"] for item in auxiliaries(clause.head))
    return before or has_lemma(clause, CUES["judging_deed"])


def _is_sister(item: Token) -> bool:
    if is_afterwards(item):
        return True
    if item.dep_ == "acl:relcl":
        return not has_lemma(item, CUES["occurring"]) and not is_where_one_is(item)
    if item.dep_ == "ccomp" or (item.dep_ == "parataxis" and has_lemma(item, CUES["report"])):
        return True
    if _is_of_some(item) or _is_damage(item) or is_told_apart(item):
        return True
    return preposition(item) == "according to" or _contrasts(item) or is_ground(item) or is_seat(item)


def is_where_one_is(clause: Token) -> bool:
    """True for "who was inside the bank", "that were in Lae", not "who were soldiers"."""
    copular = clause.dep_ == "acl:relcl" and child(clause, "cop") is not None
    return copular and preposition(clause) in PREPOSITIONS["place"]


def _is_of_some(clause: Token) -> bool:
    """True for what some of those counted do: "fled the town, of whom 900 are in Lae"."""
    if clause.dep_ != "parataxis":
        return False
    parts = (part for some in children(clause, "nsubj", "nsubj:pass") for part in children(some, "nmod"))
    return any(part.tag_ in RELATIVE_TAGS and preposition(part) == "of" for part in parts)


def _is_damage(clause: Token) -> bool:
    """True for what befell before what is to be done: "asked for $3m to mend roofs torn off in May"."""
    noun, aim = clause.head, clause.head.head
    done = clause.dep_ == "acl" and clause.tag_ == "VBN" and noun.dep_ == "obj"
    return done and aim.tag_ == "VB" and any(item.lower_ == "to" for item in aim.children if item.i < aim.i)


def is_told_apart(clause: Token) -> bool:
    """True for what others are accused of, what is looked into, where others shelter, how one died.

    "Lost 60 men and accused Chad of killing two in Lae"; "police investigating a blast in Lae";
    "two died and 900 are sheltering in Lae"; "six died, among them Ada Obi, who drowned in Lae".
    """
    if clause.dep_ in {"conj", "parataxis"}:
        shelters = has_lemma(clause, CUES["sheltering"]) and child(clause, *SUBJECTS) is not None
        return shelters or (clause.tag_ in {"VBD", "VBP", "VBZ"} and has_lemma(clause, CUES["accusing"]))
    if clause.dep_ == "acl:relcl":
        name = clause.head
        before = range(max(name.left_edge.i, 1), name.i)
        return name.ent_type_ == "PERSON" and any(opens_example(name.doc, at) for at in before)
    return clause.dep_ == "acl" and clause.tag_ == "VBG" and has_lemma(clause, CUES["inquiring"])


def is_ground(item: Token) -> bool:
    """True for what somebody is arrested or tried for: "arrested for the bombing in Lima"."""
    case = preposition(item)
    if item.dep_ not in {"obl", "nmod"}:
        return False
    charged = _charges(item.head)
    if case == "in":
        return has_lemma(item, CUES["connection"]) or (charged and has_lemma(item, CUES["charge"]))
    return charged and case in PREPOSITIONS["ground"] and has_lemma(item, GROUNDS)


def _charges(word: Token) -> bool:
    """True for a word of arrest, charge or suspicion, and the verb of one: "an arrest was made for"."""
    if has_lemma(word, CHARGING):
        return True
    return any(has_lemma(item, EVENT_WORDS["arresting"]) for item in children(word, "obj", "nsubj:pass"))


def is_seat(clause: Token) -> bool:
    """True for where a body has its seat, "a bank based in Bonn"; troops are where they are based."""
    seated = clause.dep_ == "acl" and has_lemma(clause, CUES["seated"])
    return seated and not noun_classes(clause.head) & PERSONS
