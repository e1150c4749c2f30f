"""Tolls: the noun whose number a phrase gives ("the death toll rose to 31", "deaths are at 12")."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import noun_classes
from factx.facts.cues import CARRIERS, CUES, PREPOSITIONS
from factx.facts.words import has_lemma
from factx.model import PREDICATES, ancestors, child, children, first_conjunct, preposition
from factx.model import subject as subject_of

TOLL_VALUES = frozenset({"obl", "obj", "xcomp", "obl:unmarked", "advmod", "nmod"})
NO_PEOPLE = frozenset({"thing", "place", "organisation"})
"""Classes of nouns that are no people."""
PUT = frozenset({"put"})
NOT_TOLL = CUES["number"] - {"toll"}
"""Nouns of number that say nothing of death: what they count is named behind or before them."""
TALLIED = CARRIERS["toll"] | CARRIERS["corpse"]
FATES = CUES["dying"] | CUES["hurting"] | CUES["vanishing"] | CUES["uprooting"] | CUES["taking"]
"""What befalls persons: of what was told last is a count behind it."""
WORDS_BEFORE = 60
"""Words before a count among which is told what it counts: some three sentences."""
TELLERS = CUES["speaking_body"] | CUES["authority"]
LOSS, LIFE = frozenset({"loss"}), frozenset({"life"})


def toll_of_value(value: Token) -> Token | None:
    """Return what the toll counts whose value a number is, or None."""
    top = value if _subject_of_copula(value) is not None else first_conjunct(value)
    if top.head.pos_ == "VERB" and top.i > top.head.i and has_lemma(top.head, CUES["numbering"]):
        return child(top.head, "nsubj") or subject_of(top.head)  # "the soldiers number 350"
    beside = is_change(top) or preposition(top) == "with"  # "rose to nine, with 100 hurt"
    subject = None if beside else _raised_to(top) or _toll_subject(top)
    told = None if subject is None else toll_of(subject)
    of_others = told is not None and told == subject and value.pos_ == "NOUN" and has_lemma(value, CARRIERS["toll"])
    return None if of_others else told  # "the deaths led to 40 arrests"


def is_change(value: Token) -> bool:
    """True for a number that something rose or fell by, and for who did it: "by 12"."""
    return value.pos_ == "NUM" and preposition(value) == "by"


def _toll_subject(value: Token) -> Token | None:
    """Return the noun whose value a number may be: of a verb, of a copula, or before "of", "at", "to"."""
    if value.dep_ in TOLL_VALUES and _is_of_number(value.head):
        return value.head.head
    if value.dep_ in TOLL_VALUES and _is_verb(value.head):
        verb = value.head
        raised = (item for item in children(verb, "obj", "nsubj") if item.i > verb.i and item != value)
        told = next((item for item in raised if toll_of(item) is not None), None)
        if told is not None:
            return told  # "brought to 31 the number of dead"
        return child(verb, "nsubj", "nsubj:pass") or subject_of(verb)
    if (subject := _subject_of_copula(value)) is not None:
        return subject
    if value.dep_ == "nmod" and value.head.pos_ == "NUM" and preposition(value) == "to":
        return _toll_subject(value.head)  # "from nine to 14"
    of_number = value.dep_ in {"nmod", "obl"} and preposition(value) in PREPOSITIONS["toll_value"]
    return next(filter(_is_number, (value.head, value.head.head)), None) if of_number else None


def _raised_to(value: Token) -> Token | None:
    """Return the number of "taking the number of those held since May to 90", whatever "to" is tied to."""
    if value.pos_ != "NUM" or preposition(value) != "to" or value.ent_type_ == "DATE":
        return None
    verb = next((item for item in ancestors(value) if has_lemma(item, CUES["raising"])), None)
    told = [] if verb is None else children(verb, "obj")
    return next((item for item in told if item.i < value.i and toll_of(item) is not None), None)


def _is_number(noun: Token) -> bool:
    """True for "number", and "that" behind one: "the number of dead at nine and that of the hurt at 14"."""
    if noun.lower_ == "that" and noun.dep_ == "conj":
        return noun.head.pos_ == "NUM" or has_lemma(noun.head, CUES["number"])
    return has_lemma(noun, CUES["number"])


def _is_of_number(state: Token) -> bool:
    """True for "missing" of "put the number of missing at nine", parsed as a verb."""
    named = state.dep_ == "acl" and state.lower_ in CUES["state_of_persons"]
    return named and has_lemma(state.head, CUES["number"]) and preposition(state) in PREPOSITIONS["toll_part"]


def _subject_of_copula(value: Token) -> Token | None:
    """Return the subject of a number, whatever the parse calls it: "… and the hurt are 31"; or None."""
    subject, copula = child(value, "nsubj"), child(value, "cop")
    if subject is not None or copula is None or value.pos_ != "NUM":
        return subject
    return next((item for item in children(value, "conj") if item.i < copula.i), None)


def _is_verb(token: Token) -> bool:
    """True for a verb, or a noun by its tag that has a subject ("the toll rose to 58")."""
    return token.pos_ in PREDICATES or (child(token, "nsubj") is not None and child(token, "cop") is None)


def toll_of(noun: Token) -> Token | None:
    """Return what a toll counts: "toll" itself, "deaths" in "number of deaths", "that of deaths"."""
    again = noun.lower_ == "that"
    if has_lemma(noun, LOSS):
        return next((item for item in children(noun, "nmod") if has_lemma(item, LIFE)), None)
    if not again and not has_lemma(noun, CARRIERS["toll"]):
        return None
    parts = (item for item in children(noun, "nmod") if preposition(item) in PREPOSITIONS["toll_part"])
    part = next(parts, None) or next(filter(_is_of_number, children(noun, "acl")), None) or _part_described(noun)
    if has_lemma(noun, NOT_TOLL):
        return next((item for item in children(noun, "compound") if has_lemma(item, TALLIED)), part or noun)
    return part if again else noun


def is_tally(trigger: Token) -> bool:
    """True for "toll", the "death" of "death count" and the "life" of "loss of life", which count no noun."""
    lost = trigger.dep_ == "nmod" and has_lemma(trigger.head, LOSS)
    return trigger.lemma_ == "toll" or lost or (trigger.dep_ == "compound" and has_lemma(trigger.head, NOT_TOLL))


def _part_described(number: Token) -> Token | None:
    """Return the members of "the number of exporting members", parsed as a clause; or None."""
    clauses = (item for item in children(number, "acl") if item.tag_ == "VBG")
    opened = (item for item in clauses if any(mark.lower_ == "of" for mark in children(item, "mark", "case")))
    return next(filter(None, (child(item, "obj") for item in opened)), None)


def is_after_deaths(count: Token) -> bool:
    """True for a count that says not of whom, behind deaths: "hundreds died; the count stood at 90"."""
    told = children(count, "nmod", "acl", "acl:relcl", "compound")
    of_others = any(not has_lemma(item, TELLERS) for item in told)
    if of_others or not has_lemma(count, NOT_TOLL):
        return False
    before = count.doc[max(count.i - WORDS_BEFORE, 0) : count.i]
    last = next((word for word in reversed(before) if has_lemma(word, FATES) or _is_counted_person(word)), None)
    return last is not None and last.i < count.sent.start and has_lemma(last, CUES["dying"])


def _is_counted_person(noun: Token) -> bool:
    """True for "700 children", of whom a count behind them is."""
    return child(noun, "nummod") is not None and "person" in noun_classes(noun)


def is_another_figure(value: Token) -> bool:
    """True for another's number of what was counted before: "but the ministry put the figure at 90"."""
    return figure_put(value) is not None


def figure_put(value: Token) -> Token | None:
    """Return the figure of "the ministry put the figure at 90", which says not what it is of; or None."""
    figure = child(value.head, "obj", "nsubj:pass") if is_put(value) else None
    if figure is None or not has_lemma(figure, NOT_TOLL) or child(figure, "det") is None:
        return None
    return figure if child(figure, "nmod", "compound", "amod", "acl") is None else None


def is_put(value: Token) -> bool:
    """True for the number at which somebody puts what he counts: "put the toll at nine"."""
    return value.dep_ == "obl" and preposition(value) == "at" and has_lemma(value.head, PUT)


def tells_which(trigger: Token) -> bool:
    """True for what tells which persons a toll is of: "those detained", "wounded guards"."""
    before = trigger.dep_ == "amod" and trigger.tag_ == "VBN" and bool(noun_classes(trigger.head) - NO_PEOPLE)
    return before or trigger.dep_ in {"acl", "acl:relcl"}
