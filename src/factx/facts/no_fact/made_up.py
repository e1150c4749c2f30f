"""What is only told, played or supposed: stories, roles, drills, mock attacks, scenarios."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES, HARM, INDEFINITE, PREPOSITIONS
from factx.facts.words import NOUNS, has_lemma
from factx.model import PREDICATES, ancestors, auxiliaries, child, children, has_modal, preposition

GAME, ABOUT = "game", "about"
SCENARIO = frozenset({"scenario"})
SHOOT = frozenset({"shoot"})
TELLING = frozenset({"VBZ", "VBP"})
SUBJECTS = ("nsubj", "nsubj:pass")
FINITE = TELLING | {"VBD"}
DATE = "DATE"
NAMED = frozenset({"LOC", "ORG", "PERSON", "DATE", "GPE"})


def made_up(counted: Counted, trigger: Token) -> str | None:
    """Return why what is told happened in a story or a drill only; None if it is told for true."""
    if _is_in_story(trigger):
        return "what a novel or film tells did not happen"
    if _is_only_so_called(trigger):
        return "what is done in a game did not happen"
    return "what is only played or supposed did not happen" if _is_supposed(counted, trigger) else None


def _is_only_so_called(harm: Token) -> bool:
    """True for one word of harm in quotation marks: "had 130 'dead'", "40 were 'shot'"."""
    if not 0 < harm.i < len(harm.doc) - 1 or harm.pos_ in NOUNS or not has_lemma(harm, HARM | SHOOT):
        return False
    return harm.nbor(-1).is_quote and harm.nbor().is_quote


def is_told_now(verb: Token) -> bool:
    """True for the present tense, also of "are killed" and "are dead"."""
    return verb.tag_ in TELLING or any(
        item.tag_ in TELLING for item in auxiliaries(verb) if verb.tag_ in {"VBN", "JJ", "VBG"}
    )


def _is_in_story(trigger: Token) -> bool:
    """True for what happens in a novel or film, which is told in the present: "in the film, he kills two"."""
    trigger = trigger.head if trigger.dep_ == "xcomp" else trigger  # "has two dukes beheaded"
    if is_told_now(trigger) and any(is_work(item) for verb in _now(trigger) for item in _around(verb)):
        return True
    if not has_modal(trigger) and any(_is_scenario(item) for item in _around(trigger)):
        return True
    return any(_tells_story(verb, below) or _plays_role(verb, below) for below, verb in _steps(trigger))


def _now(trigger: Token) -> Iterator[Token]:
    return filter(is_told_now, ancestors(trigger))


def _around(verb: Token) -> list[Token]:
    return children(verb, "nsubj", "obl")


def _steps(trigger: Token) -> Iterator[tuple[Token, Token]]:
    """Yield each predicate above a trigger, or the trigger itself, with the branch that the trigger is in."""
    below = trigger
    for token in list(ancestors(trigger))[1:]:
        if below.dep_ == "parataxis" or _is_clause_apart(below):
            return
        if token.pos_ in PREDICATES or child(token, "cop") is not None:
            yield below, token
        below = token


def _is_clause_apart(verb: Token) -> bool:
    """True for a second sentence behind "and": "and its author was arrested"."""
    finite = verb.tag_ in FINITE or bool(auxiliaries(verb))
    return verb.dep_ == "conj" and finite and child(verb, *SUBJECTS) is not None


def is_work(noun: Token) -> bool:
    """True for what tells, for "in the film", "in the play" and "by the end of the play"."""
    if noun.dep_ == "nsubj":
        return _is_fiction(noun)
    if preposition(noun) == "in":
        return _is_fiction(noun) or has_lemma(noun, CUES["exercise"]) or _is_tale(noun)
    ends = has_lemma(noun, CUES["unfolding"])
    return ends and any(has_lemma(item, CUES["fiction"]) or _is_tale(item) for item in children(noun, "nmod"))


def _is_scenario(noun: Token) -> bool:
    """True for "under the drill's scenario", "in a scenario"."""
    return preposition(noun) in {"in", "under"} and has_lemma(noun, SCENARIO)


def _is_fiction(noun: Token) -> bool:
    """True for a film or novel, and for "a computer game"."""
    played = noun.lemma_.lower() == GAME and any(has_lemma(item, CUES["gaming"]) for item in children(noun, "compound"))
    return played or has_lemma(noun, CUES["fiction"])


def _tells_story(verb: Token, below: Token) -> bool:
    """True for "the film follows a man who murdered six", "the play opens with the murder of two".

    What a film recounts of a known event, or of a named place or day, happened.
    """
    now = is_told_now(verb) or any(item.tag_ in TELLING for item in children(verb, "cop"))
    if not now or below.dep_ in SUBJECTS or _is_of_record(below) or _is_only_when(below):
        return False
    told = children(verb, "nsubj")
    if any(map(_is_tale, told)) and _is_about(verb):
        return not (_is_known(verb) or _is_of_record(verb))
    if any(has_lemma(item, CUES["fiction"]) for item in told) or _is_tale_itself(verb):
        return not _is_known(below)
    return has_lemma(verb, CUES["unfolding"]) and any(_is_tale(item) for item in told)


def _is_about(noun: Token) -> bool:
    """True for "is about a man who …"."""
    return any(item.lower_ == ABOUT and item.i < noun.i for item in noun.children)


def _is_only_when(below: Token) -> bool:
    """True for what only says when or why: "the play closes after two actors were hurt"."""
    past = below.tag_ == "VBD" or any(item.tag_ == "VBD" for item in auxiliaries(below))
    return (past and below.dep_ == "advcl") or preposition(below) in PREPOSITIONS["apart"]


def _is_tale_itself(noun: Token) -> bool:
    """True for "the book is a thriller about …"."""
    return child(noun, "cop") is not None and has_lemma(noun, CUES["fiction"])


def _is_tale(noun: Token) -> bool:
    """True for "the play", "the first episode"; not for a series of attacks, or episodes of violence."""
    determiner = child(noun, "det", "nmod:poss", "nummod")
    plain = all(preposition(item) != "of" for item in children(noun, "nmod"))
    return has_lemma(noun, CUES["tale"]) and determiner is not None and determiner.lower_ not in INDEFINITE and plain


def _is_known(below: Token) -> bool:
    """True for what is taken for known: "recounts the massacre", not "tells the story of a man"."""
    determiner = child(below, "det")
    known = below.pos_ in NOUNS and determiner is not None and determiner.lower_ not in INDEFINITE
    return known and not has_lemma(below, CUES["tidings"] | CUES["tale"])


def _is_of_record(below: Token) -> bool:
    """True for what has a place, a day or a year."""
    return any(item.ent_type_ in NAMED or _is_year(item) for item in below.subtree)


def _is_dated(below: Token) -> bool:
    return any(item.ent_type_ == DATE or _is_year(item) for item in below.subtree)


def _is_year(word: Token) -> bool:
    return word.text.isdecimal() and len(word.text) == len("1999") and word.dep_ in {"obl", "nmod", "obl:unmarked"}


def _plays_role(verb: Token, below: Token) -> bool:
    """True for "she plays a nurse who murdered three"; not for "plays Bundy, who …"."""
    plays = has_lemma(verb, CUES["portraying"]) and is_told_now(verb)
    determiner = child(below, "det")
    return plays and below.dep_ == "obj" and determiner is not None and determiner.lower_ in INDEFINITE


def _is_supposed(counted: Counted, trigger: Token) -> bool:
    """True for what a drill or scenario supposes, what is simulated or posed, and for mock attacks."""
    if any(_is_mock(item) for item in (counted.noun, trigger.head if trigger.dep_ == "acl:relcl" else None) if item):
        return True
    governor = trigger.head if trigger.dep_ == "xcomp" else trigger
    if any(_is_mock(item) for verb in (trigger, governor) for item in children(verb, *SUBJECTS, "amod", "compound")):
        return True
    if has_lemma(trigger, CUES["posing"]) and trigger.dep_ not in {"acl", "acl:relcl"}:
        return True
    return any(_poses(verb, below) or _supposes(verb, below) for below, verb in _steps(trigger))


def _is_mock(noun: Token) -> bool:
    return any(has_lemma(item, CUES["mock"]) for item in (noun, *children(noun, "amod")))


def _poses(verb: Token, below: Token) -> bool:
    """True for "posed as wounded", "pretended to be dead", "actors played nine wounded guests"."""
    played = has_lemma(verb, CUES["portraying"]) and below.dep_ == "obj"
    if played and any(has_lemma(item, CUES["performer"]) for item in children(verb, "nsubj")):
        return True
    as_what = below.dep_ == "xcomp" or preposition(below) == "as"
    return as_what and verb.pos_ in PREDICATES and has_lemma(verb, CUES["posing"])


def _supposes(verb: Token, below: Token) -> bool:
    """True for "the drill simulated a quake with …"; not for a known quake."""
    if verb.pos_ not in PREDICATES or below.dep_ in SUBJECTS or _is_known(below) or _is_dated(below):
        return False
    told = (item for item in children(verb, "nsubj", "obl") if has_lemma(item, CUES["exercise"]))
    return has_lemma(verb, CUES["simulating"]) or (has_lemma(verb, CUES["supposing"]) and any(told))
