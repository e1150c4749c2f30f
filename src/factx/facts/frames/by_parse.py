"""Frames: how a counted phrase is related to its trigger ("12 men were arrested": nsubj:pass).

A phrase has frames of its own (its noun, what describes it, what money is for), then those of its
head: the toll whose value it is, and what governs it, through "a group of" and conjuncts.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.counts.parts import is_whole, part_of, told_of_whole
from factx.facts.counts.tolls import tells_which, toll_of_value
from factx.facts.cues import CUES, PREPOSITIONS
from factx.facts.frame import CORE, Frame
from factx.facts.frames.apposed import apposed_gift
from factx.facts.frames.shared import shared_with
from factx.facts.frames.shared_voice import is_gapped_passive, is_perhaps_passive
from factx.facts.giving import asking_verbs, request_for, valued_nouns
from factx.facts.relations import (
    all_told,
    carrier,
    conjuncts,
    ends_compound,
    group_named,
    group_told_of,
    is_in_company,
    is_object_behind_aside,
    is_of_others,
    says_of,
)
from factx.model import (
    PARTICIPLES,
    PREDICATES,
    SUBJECTS,
    child,
    children,
    first_conjunct,
    is_passive,
    preposition,
    relative_pronoun,
)

OBLIQUE = frozenset({"obl", "obl:unmarked", "obl:agent"})
MODIFYING = frozenset({"compound", "nummod", "amod", "nmod:unmarked", "nmod:desc", "det"})


def frames(counted: Counted) -> list[Frame]:
    """Return all frames of a counted phrase, the closest first."""
    found = list(_own(counted))
    head: Token | None = counted.head
    seen: set[int] = set()
    while head is not None and head.i not in seen:
        seen.add(head.i)
        found.extend((*_toll(head), *_governed(head, counted), *_valued(head, counted)))
        group = group_named(head)
        found.extend([Frame("predicate", group)] if group is not None else [])
        head = carrier(head) or group
    return found


def _valued(head: Token, counted: Counted) -> Iterator[Frame]:
    """Yield the frames that a noun has whose value a sum tells: "approved relief worth $5m"."""
    for noun, within in valued_nouns(head) if counted.amount.kind == "money" else ():
        yield Frame("modifier" if within else "value", noun)
        if within:
            gifts = [] if "person" in noun_classes(noun) else children(noun, "compound")
            yield from (Frame("modifier", item) for item in gifts)
            yield from _governed(noun, counted)
            clauses = children(first_conjunct(head).head, "acl:relcl", "advcl:relcl")
            yield from (frame for clause in clauses for frame in _clause(clause))
    yield from (Frame("obl:for", verb) for verb in asking_verbs(head))
    asked = request_for(head) if counted.amount.kind == "money" and head.dep_ == "obl" else None
    if asked is not None:
        yield Frame("nmod:for", asked)


def _own(counted: Counted) -> Iterator[Frame]:
    """Yield the frames of the noun itself, of what money is for, and of what describes the phrase."""
    head, noun = counted.head, counted.noun
    if noun is not None:
        yield Frame("self", noun)
        if counted.amount.value != 1 or not is_whole(noun, counted):
            yield Frame("class", noun)
        if any("force" in noun_classes(item) for item in conjuncts(head) if item != head):
            yield Frame("company", noun)
    if counted.amount.kind == "money":
        contents = children(head, "nmod", "compound", "appos", "obl")
        yield from (Frame("content", item) for item in contents if preposition(item) in PREPOSITIONS["content"])
        gift = apposed_gift(counted)
        yield from [Frame("value", gift)] if gift is not None else []
    yield from (Frame("nmod:among", item) for item in children(head, "obl", "nmod") if preposition(item) == "among")
    yield from _described(head)
    part = part_of(head)
    behind = told_of_whole(part) if part is not None else None
    if behind is not None:
        yield Frame("predicate", behind)
        yield from _verbal("nsubj:pass" if behind.tag_ in PARTICIPLES else "nsubj", behind)
    if noun is not None and noun.i != head.i and not is_whole(noun, counted):
        yield from _described(noun)


def _described(head: Token) -> Iterator[Frame]:
    """Yield what clauses and adjectives say of a phrase: "12 men arrested", "five who died", "20 dead"."""
    of_whole = told_of_whole(head)
    for item in (part for part in head.children if part != of_whole):
        if item.dep_ in {"acl", "acl:relcl"} and item.pos_ in PREDICATES | {"ADJ"}:
            yield from _clause(item)
        elif item.dep_ in {"amod", "nmod:desc"} and item.pos_ in {"ADJ", "VERB", "NOUN"}:
            yield Frame("predicate", item)
            if item.tag_ == "VBN" and not ends_compound(item):
                yield Frame("nsubj:pass", item)
        elif says_of(item):
            yield Frame("predicate", item)
    if head.lower_ != head.lemma_ and head.tag_.startswith("JJ"):
        yield Frame("predicate", head)
    if child(head, "cop") is not None or head.pos_ == "ADJ":
        yield Frame("predicate", head)


def _clause(clause: Token) -> Iterator[Frame]:
    """Yield the frames in a relative clause, or in a participle behind the noun."""
    pronoun, own_subject = relative_pronoun(clause), child(clause, "nsubj", "nsubj:pass")
    if pronoun is None and own_subject is not None and is_of_others(clause, own_subject):
        return
    if clause.dep_ == "acl" or pronoun is None:
        passive = clause.tag_ == "VBN" or is_passive(clause)
        name = "nsubj:pass" if passive and own_subject is None else ("obj" if own_subject is not None else "nsubj")
    else:
        name = "nsubj:pass" if pronoun.dep_ == "nsubj" and is_passive(clause) else pronoun.dep_
    yield from _verbal(name, clause)


def _governed(token: Token, counted: Counted) -> Iterator[Frame]:
    """Yield the frames that the phrase's head has through its governor, looking through coordination."""
    head = first_conjunct(token)
    yield from _shared_description(token, head)
    if (told := all_told(head)) is not None:
        yield from (Frame("predicate", told), Frame("nsubj:pass", told))
    governor = head.head
    if governor == head:
        return
    if head.dep_ in MODIFYING:
        yield from _modifier(head, counted)
    elif head.dep_ in CORE:
        yield from () if _is_of_clause_before(head) or _is_second_subject(head) else _as_core(token, head)
    elif is_object_behind_aside(head):
        yield from _verbal("obj", governor)
    elif head.dep_ in OBLIQUE:
        yield from _as_oblique(head)
    elif head.dep_ in {"nmod", "nmod:poss"}:
        yield Frame(f"nmod:{preposition(head) or 'of'}", governor)
        if counted.amount.kind == "money":
            yield from _of_governing_verb(governor)


def _is_of_clause_before(subject: Token) -> bool:
    """True for the "six" of "six set out; by noon two had been found", parsed as subject of "found"."""
    after = (item for item in children(subject.head, *SUBJECTS) if subject.i < item.i < subject.head.i)
    return subject.dep_ in SUBJECTS and any(
        word.text == ";" for item in after for word in subject.doc[subject.i : item.i]
    )


def _is_second_subject(those: Token) -> bool:
    """True for the "six" of "two were found dead, and six who left are missing", tied to "found"."""
    verb = those.head
    before = (item for item in children(verb, *SUBJECTS) if item.i < verb.i)
    joined = any(item.lower_ == "and" for item in children(those, "cc"))
    return those.dep_ in SUBJECTS and those.i > verb.i and joined and any(before)


def _as_core(token: Token, head: Token) -> Iterator[Frame]:
    """Yield the frames of a core argument; a conjunct with a state of its own has none from before it."""
    own = set[int]() if token == head or not any(_described(token)) else set(range(head.i, token.i))
    yield from (frame for frame in _by_voice(head) if frame.trigger.i not in own)
    if head.dep_ == "obj":
        yield from shared_object(head.head)
    group = group_told_of(token)
    if group is not None:
        yield from (Frame("predicate", group), *_described(group))


def _as_oblique(head: Token) -> Iterator[Frame]:
    """Yield the frame with the preposition; "along with two guards" shares the subject's."""
    verb = head.head
    if is_in_company(head) and (those := child(verb, "obj")) is not None and verb.i < those.i < head.i:
        yield from _verbal("obj", verb)  # "arrested a man along with two others"
    elif is_in_company(head) or _is_said_of(head):
        yield from _verbal("nsubj:pass" if is_passive(verb) else "nsubj", verb)
    else:
        yield from _verbal(f"obl:{preposition(head) or ''}", verb)


def _is_said_of(head: Token) -> bool:
    """True for the amount that a verb without subject is said of: "up to $5m will go to schools"."""
    verb = head.head
    stands_so = preposition(head) is None and head.dep_ == "obl" and head.i < verb.i and head.ent_type_ == "MONEY"
    return stands_so and child(verb, "nsubj", "nsubj:pass", "obj") is None


def _modifier(head: Token, counted: Counted) -> Iterator[Frame]:
    """Yield the frames of a phrase before a noun ("a $5m loan", "a 12-strong crew") and of that noun."""
    governor = head.head
    yield Frame("modifier", governor)
    if counted.amount.kind == "money":
        yield from (Frame("modifier", item) for item in children(governor, "compound") if item.i > head.i)
        yield from _of_own_clauses(governor)
        yield from [Frame("obj", governor.head)] if governor.tag_ == "VBN" and governor.dep_ == "xcomp" else []
    state = governor.lower_ in CUES["state_of_persons"]
    if head.dep_ == "nummod" or governor.tag_ in {"JJ", "VBN"} or state:
        yield Frame("predicate", governor)
    if state:
        yield from (Frame("predicate", item) for item in children(governor, "conj"))
    if state and not counted.singular:
        return
    if counted.noun is None and governor.lower_ in CUES["more"]:
        yield from _described(governor)
    yield from _governed(governor, counted)


def shared_object(verb: Token) -> Iterator[Frame]:
    """Yield the object frame of a first verb without its own: "arrested and charged two men"."""
    first = verb.head
    if verb.dep_ == "conj" and first.pos_ in PREDICATES and not children(first, "obj", "ccomp", "xcomp"):
        if child(verb, "nsubj", "nsubj:pass") is None and child(first, "aux:pass") is None:
            yield Frame("obj", first)


def _shared_description(token: Token, first: Token) -> Iterator[Frame]:
    """Yield what is said of all of several counts: "15 men and 9 boys killed", "killed were 15 …"."""
    others = conjuncts(first)
    for other in others:
        if other != token and len(others) > 1:
            yield from (frame for frame in _described(other) if frame.trigger.i > max(token.i, first.i))
    copula = child(first, "cop")
    if token != first and copula is not None:
        yield from (frame for frame in _described(first) if frame.trigger.i < copula.i)


def _of_governing_verb(noun: Token) -> Iterator[Frame]:
    """Yield the frames that "grant" in "a grant of $5m" has, as far as one verb up."""
    yield from _of_own_clauses(noun)
    head = first_conjunct(noun)
    if head.dep_ in CORE:
        yield from _by_voice(head)


def _of_own_clauses(noun: Token) -> Iterator[Frame]:
    """Yield the frames that "grant" has in its relative clauses: "a $5m grant, which the state approved"."""
    for clause in children(noun, "acl:relcl"):
        yield from _clause(clause) if clause.pos_ in PREDICATES else ()


def _by_voice(head: Token) -> Iterator[Frame]:
    """Yield the frames of a core argument; in headlines a bare participle may be a passive."""
    verb = head.head
    if head.dep_ == "nsubj" and (is_passive(verb) or is_gapped_passive(verb)):
        yield from _verbal("nsubj:pass", verb)
    elif head.dep_ == "nsubj" and is_perhaps_passive(verb):
        yield Frame("nsubj", verb)
        yield Frame("headline", verb)
        yield from shared_with(verb, "nsubj")
    else:
        yield from _verbal(head.dep_, verb)


def _verbal(name: str, verb: Token) -> Iterator[Frame]:
    """Yield the frame of an argument, and those of the predicates that share it."""
    yield Frame(name, verb)
    if name in CORE:
        yield from shared_with(verb, name)


def shared_verb(verb: Token) -> Iterator[Frame]:
    """Yield the frames of a second subject of a verb ("12 died, as did four others")."""
    yield from _verbal("nsubj:pass" if is_passive(verb) else "nsubj", verb)


def _toll(head: Token) -> Iterator[Frame]:
    """Yield the noun whose number the phrase gives: "the death toll rose to 31", "deaths are at 12"."""
    told = toll_of_value(head)
    if told is not None:
        yield Frame("toll", told)
        yield from (frame for frame in _described(told) if tells_which(frame.trigger))
        behind = told.nbor() if told.i + 1 < told.sent.end else told
        if behind.tag_ == "VBN" and behind.dep_ == "xcomp":  # "brought to 31 the number of men killed"
            yield Frame("nsubj:pass", behind)
