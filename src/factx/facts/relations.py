"""Relations of a word to those around it, which frames ask for."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.facts.counts.counted import Counted, noun_classes, start_of
from factx.facts.cues import CARRIERS, CUES, EVENT_WORDS, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.words import has_lemma
from factx.model import (
    PREDICATES,
    SUBJECTS,
    ancestors,
    child,
    children,
    first_conjunct,
    is_negated,
    is_passive,
    preposition,
)

THROAT = frozenset({"throat"})
LIMBS = EVENT_WORDS["body_part"] - CUES["lost_in_idioms"]
"""Parts of the body that one loses or breaks; nobody is hurt who loses heart."""
MOST_ADDING = 3
"""Words of "as well as"."""


def verb_over(word: Token) -> Token | None:
    """The word if it is a verb, else the closest verb above it, of whose clause it is; or None."""
    return next((item for item in ancestors(word) if item.pos_ in PREDICATES), None)


def conjuncts(token: Token) -> list[Token]:
    """All that a token is coordinated with, itself among them."""
    first = first_conjunct(token)
    return [first, *children(first, "conj")]


def ends_compound(item: Token) -> bool:
    """True for the participle of "weather-beaten"."""
    return item.i > 0 and item.nbor(-1).text == "-"


def is_with_injury(item: Token) -> bool:
    """True for "with severe burns"."""
    if item.dep_ not in {"nmod", "obl"} or preposition(item) != "with":
        return False
    return has_lemma(item, EVENT_WORDS["injury"]) or is_broken(item)


def is_broken(item: Token) -> bool:
    """True for "broken ribs", "a fractured skull"."""
    parts = {part.lower_ for part in children(item, "amod")}
    return bool(parts & FUNCTION_WORDS["broken"]) and has_lemma(item, EVENT_WORDS["body_part"])


def are_slit(trigger: Token) -> bool:
    """True for throats that are cut: "slit the throats of nine", "had their throats cut"."""
    throats = [word for word in trigger.subtree if has_lemma(word, THROAT)]
    cuts = [item for throat in throats for item in (throat.head, *children(throat, "amod", "acl"))]
    cuts += [item for throat in throats for item in children(throat.head, "xcomp")]
    return any(has_lemma(item, CUES["slitting"]) for item in cuts)


def takes_own(verb: Token) -> bool:
    """True for what somebody takes that is his own: "took their own lives"."""
    taken = child(verb, "obj")
    return taken is not None and any(item.lower_ == "own" for item in children(taken, "amod"))


def breaks_own_limb(verb: Token) -> bool:
    """True for "broke his leg", "lost limbs"; not for "broke a guard's nose", "lost his head"."""
    limbs = (item for item in children(verb, "obj") if has_lemma(item, LIMBS))
    whose = (child(limb, "nmod:poss") for limb in limbs)
    lost = has_lemma(verb, CUES["losing"])
    return any(owner.pos_ == "PRON" if owner is not None else lost for owner in whose)


def is_not_done(verb: Token) -> bool:
    """True for what is negated or still to come: "was never found", "no trace", "yet to be found"."""
    mark = child(verb, "mark")
    return is_negated(verb) or is_nobody(verb) or (mark is not None and mark.lower_ == "to")


def is_not_survived(verb: Token) -> bool:
    """True for who "did not survive", "failed to survive" a crash or his wounds, and no vote."""
    what = child(verb, "obj")
    failed = verb.dep_ == "xcomp" and has_lemma(verb.head, CUES["failing"])
    return (failed or is_negated(verb)) and (what is None or has_lemma(what, CUES["event"] | EVENT_WORDS["injury"]))


def is_in_company(head: Token) -> bool:
    """True for "along with two guards", "together with nine passengers", and where they share a fate."""
    edge = head.left_edge
    before = edge.nbor(-1).lower_ if edge.i > head.sent.start else ""
    return not PREPOSITIONS["company"].isdisjoint((preposition(head), before)) or _shares_fate(head)


def is_added(counted: Counted) -> bool:
    """True for persons behind "as well as", "in addition to" and the like, and for those listed with them."""
    first = counted.head
    while first.dep_ == "conj" and first.head.pos_ == "NOUN":
        first = first.head
    opening = child(first, "nummod", "det")
    starts = {counted.numeral.start, start_of(counted)} | ({opening.left_edge.i} if opening is not None else set())
    return any(stands_behind_addition(first.doc, start, counted.sent.start) for start in starts)


def stands_behind_addition(doc: Doc, start: int, opening: int, words: str = "adding") -> bool:
    """True for what stands behind "as well as", "on top of" and the like."""
    before = [word.lower_ for word in doc[max(start - MOST_ADDING, opening) : start]]
    return any(" ".join(before[at:]) in FUNCTION_WORDS[words] for at in range(len(before)))


def _shares_fate(head: Token) -> bool:
    """True for "was arrested with six men", "died with two others"."""
    if preposition(head) != "with" or "person" not in noun_classes(head):
        return False
    return is_passive(head.head) or has_lemma(head.head, CUES["dying"])


def group_told_of(part: Token) -> Token | None:
    """Return "dead" of "of the dead, 14 were miners", which says what became of the 14; or None."""
    noun = part.head
    described = child(noun, "cop") is not None and noun.pos_ in {"NOUN", "PROPN"}
    if part.dep_ != "nsubj" or part.pos_ != "NUM" or not (described or has_lemma(noun, CUES["hailing"])):
        return None
    for group in children(first_conjunct(noun), "obl", "obj", "nmod"):
        of_people = group.pos_ in {"PRON", "NUM"} or group.lower_ in CUES["state_of_persons"]
        if of_people and group.i < part.i and preposition(group) in PREPOSITIONS["part"]:
            return group
    return None


def group_named(part: Token) -> Token | None:
    """Return the crew of "the crew, 22 sailors and a cook", the dead of "the dead, a cook"; or None."""
    group = part
    while group.dep_ in {"appos", "conj"} and group.head.i < group.i and part.pos_ == "NOUN":
        group = group.head
        if _is_all(group) and _is_told_behind(children(group, "appos", "conj")[0]):
            return group
    return None


def _is_all(group: Token) -> bool:
    """True for a crew, the dead, the victims: all of them, uncounted."""
    if child(group, "nummod") is not None:
        return False
    determiner = child(group, "det")
    known = determiner is not None and determiner.lower_ == "the"
    persons = group.tag_ == "NNS" and "person" in noun_classes(group)
    return group.lower_ in CUES["collective"] or (known and (persons or group.lower_ in CUES["state_of_persons"]))


def _is_told_behind(part: Token) -> bool:
    """True for the first part in "the crew, 22 sailors", "the accused, Rao and a boy"."""
    if part.ent_type_ == "PERSON":
        return part.left_edge.is_punct
    counts = child(part, "nummod", "det")
    return counts is not None and counts.lower_ != "the" and part.left_edge.is_punct


def of_them(head: Token) -> Token | None:
    """Return what a noun or number is of: the pilgrims of "none of the pilgrims"; or None."""
    return next((item for item in children(head, "nmod") if preposition(item) == "of"), None)


def of_what(head: Token) -> Token | None:
    """Return the noun that a phrase hangs on with "of", or None."""
    first = first_conjunct(head)
    return first.head if first.dep_ == "nmod" and preposition(first) == "of" else None


def is_nobody(noun: Token) -> bool:
    """True for "nobody", "no group", "neither side"."""
    return any(item.lower_ in FUNCTION_WORDS["nobody"] for item in (noun, *children(noun, "det")))


SORTS_OF_HARM = ("dying", "hurting", "taking", "uprooting", "vanishing")
DEAD_OR_MISSING = frozenset({"dying", "vanishing"})
"""Sorts that one count may join: those dead or missing are counted as killed."""


def sorts_of_harm(trigger: Token) -> set[str]:
    """Return the sorts of harm that one count is of: "died or disappeared", "killed and wounded"."""
    first = trigger
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    group = [first, *children(first, "conj")]
    group += [part for item in group[1:] for part in children(item, "conj")]
    if trigger not in group or not any(_is_or(item) or _is_both(item) for item in group):
        return set()
    return {name for item in group for name in SORTS_OF_HARM if has_lemma(item, CUES[name])}


def _is_or(item: Token) -> bool:
    joint = child(item, "cc")
    return joint is not None and joint.lower_ in FUNCTION_WORDS["alternative"]


def _is_both(item: Token) -> bool:
    """True for the second of "killed and wounded", not of "killed two and wounded nine"."""
    side_by_side = item.dep_ == "conj" and item.i == item.head.i + 2
    return side_by_side and has_lemma(item.head, CUES["dying"]) and has_lemma(item, CUES["hurting"])


def says_of(item: Token) -> bool:
    """True if a dependent is a predicate of the phrase: "who are in prison", "seven in custody"."""
    if child(item, "nummod") is not None:
        return False
    if is_with_injury(item):
        return True
    if item.dep_ == "acl:relcl":
        return child(item, "cop") is not None
    return item.dep_ in {"nmod", "obl"} and preposition(item) in PREPOSITIONS["custody"] and item.pos_ == "NOUN"


def is_of_others(clause: Token, subject: Token) -> bool:
    """True for "a man whose brother fled", and where no object is left open: "the day that two were shot"."""
    return is_passive(clause) or child(clause, "obj") is not None or _is_whose(subject)


def has_kin_told_of(head: Token) -> bool:
    """True for the uncle of "an uncle whose niece was killed"."""
    clauses = children(head, "acl:relcl", "acl")
    return any(_is_whose(item) for clause in clauses for item in children(clause, "nsubj", "nsubj:pass"))


def _is_whose(subject: Token) -> bool:
    return any(item.tag_ == "WP$" for item in subject.children)


def is_opening(clause: Token) -> bool:
    """True for a participle before its subject: "arrested at dawn, six boys spent the night in jail"."""
    return clause.dep_ == "advcl" and clause.i < clause.head.i and _is_bare_participle(clause)


def _is_bare_participle(clause: Token) -> bool:
    subjectless = child(clause, "mark", "aux", "aux:pass", "case", *SUBJECTS) is None
    return clause.tag_ == "VBN" and subjectless


def is_predicative(verb: Token, name: str) -> bool:
    """True for adjectives and nouns with a copula, and for "are missing", which is parsed as a verb."""
    if verb.pos_ in {"ADJ", "NOUN", "NUM"} or child(verb, "cop") is not None:
        return True
    return verb.tag_ == "VBG" and child(verb, "aux") is not None and name != "obj"


def is_complement(item: Token, verb: Token) -> bool:
    """True if the argument of the verb acts in the clause too: "forced 300 people to flee"."""
    if item.i <= verb.i:
        return False
    return item.dep_ in {"xcomp", "ccomp"} or (item.dep_ == "advcl" and has_lemma(verb, CUES["cause"]))


def is_object_behind_aside(head: Token) -> bool:
    """True for the object that an aside parts from its verb: "has detained, among others, two clerks"."""
    verb, first = head.head, head.left_edge.i
    if head.dep_ != "parataxis" or head.pos_ != "NOUN" or verb.pos_ not in PREDICATES or child(verb, "obj") is not None:
        return False
    doc, comma = head.doc, first if head.left_edge.is_punct else first - 1
    return verb.i + 1 < comma and doc[verb.i + 1].text == doc[comma].text == ","


CARRYING = CARRIERS["carrier"] | EVENT_WORDS["company"]
"""Groups and units: what befalls "a battalion of 800 men" befalls the men."""


def carrier(head: Token) -> Token | None:
    """Return the noun before "of" that changes nothing of what is counted ("a group of 12 men"), or None."""
    above = of_what(head)
    carries = above is not None and has_lemma(above, CARRYING) and child(above, "advmod") is None
    return above if carries else None


def all_told(persons: Token) -> Token | None:
    """Return the state in "the dead are a nun and two boys", "those held were two clerks"; or None."""
    copula, count = child(persons, "cop"), child(persons, "nummod", "det")
    if copula is None or count is None or persons.pos_ != "NOUN" or copula.i >= count.i:
        return None
    before = persons.doc[max(copula.i - 2, persons.sent.start) : copula.i]
    if len(before) < 2 or before[0].lower_ not in {"the", "those"}:
        return None
    said = before[1].lower_ in CUES["state_of_persons"] or (before[0].lower_ == "those" and before[1].tag_ == "VBN")
    return before[1] if said else None


def are_joined(verb: Token, other: Token) -> bool:
    """True for two verbs of one coordination ("nobody was killed or injured")."""
    return verb != other and first_joined(verb) == first_joined(other)


def first_joined(verb: Token) -> Token:
    """Return the first verb of a coordination, whichever of them the others hang on."""
    return next(above for above in ancestors(verb) if above.dep_ != "conj")
