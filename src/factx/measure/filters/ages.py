"""Bare numbers that are ages: "aged 80", "the age of 45", "she was 19"."""

from __future__ import annotations

from spacy.tokens import Token

from factx.measure.candidate import Candidate
from factx.measure.lexer import Lexeme, lower_at
from factx.measure.nouns import is_person
from factx.measure.places import Places
from factx.measure.words import CONTEXTS, WORDS
from factx.model import ancestors, child

YEAR_OF_AGE = "year_of_age"
OLDEST_AGE = 120
"""Years that nobody has lived: a number behind "aged" up to it is an age."""
_ABOVE_AT = 4
"""Heads above an age among which the verb of a life is."""
_REACH = 12
"""Lexemes back to the word "age" that a number may belong to ("the average age of nurses is 43")."""


def is_age(places: Places, lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if a number without money, unit and noun tells how old somebody is."""
    if not _may_be_age(item):
        return False
    if _follows_age(lexemes, item.bound_first) or lower_at(lexemes, item.bound_first) in WORDS["compares_age"]:
        return True
    if _is_person_in_years(places, lexemes, item) or _are_persons_in_years(places, lexemes, item):
        return True
    return lower_at(lexemes, item.first - 1) == "at" and _is_time_of_life(places, lexemes, item)


def continues_ages(lexemes: list[Lexeme], previous: Candidate | None, item: Candidate) -> bool:
    """True if a number goes on with the ages of a list, behind the previous one ("aged 4, 7")."""
    if previous is None or previous.unit != YEAR_OF_AGE or not _may_be_age(item):
        return False
    if item.last < len(lexemes) and lexemes[item.last].kind == "digits":
        return False  # "a 15-year-old and two 16-year-olds"
    between = [piece.lower for piece in lexemes[previous.last : item.first]]
    return bool(between) and all(word in WORDS["joint"] for word in between)


def _may_be_age(item: Candidate) -> bool:
    value = next((number for number in (item.value, item.high, item.low) if number is not None), None)
    whole = item.kind == "count" and item.number.form in {"digits", "words"}
    return whole and value is not None and 0 < value < OLDEST_AGE


def _follows_age(lexemes: list[Lexeme], i: int) -> bool:
    """True if "aged", "age of" or a sentence about an average age leads to lexeme ``i``."""
    if lower_at(lexemes, i - 1) in WORDS["only"]:
        i -= 1
    before = lower_at(lexemes, i - 1)
    if before in WORDS["aged"] or (before in WORDS["links_age"] and lower_at(lexemes, i - 2) in WORDS["aged"]):
        return True
    if before not in WORDS["leads_to_age"]:
        return False
    for at in range(i - 1, max(i - _REACH, -1), -1):
        if lexemes[at].kind == "line" or lexemes[at].text in {".", ";"}:
            return False
        if lexemes[at].lower in WORDS["age"]:
            return True
    return False


def _is_person_in_years(places: Places, lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if a person is so many years ("she was 19"): a form of "be" and bare digits."""
    token = places.at(lexemes[item.first].start)
    if token is None or item.bound != "exact" or child(token, "cop") is None:
        return False
    before = lower_at(lexemes, item.first - 1)
    if (
        before == "top"
        or before in CONTEXTS["pronoun_one_before"]
        or lower_at(lexemes, item.last) in WORDS["no_age_before"]
    ):
        return False
    subject = child(token, "nsubj")
    if subject is None:
        return False
    spelled = item.number.form == "words"
    return subject.lower_ in WORDS["person_of_age"] or (subject.ent_type_ == "PERSON" and not spelled)


def _are_persons_in_years(places: Places, lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for how old some of many are: "most of the dead were under 25", "those held were 16 to 20"."""
    token = places.at(lexemes[item.first].start)
    told_once = item.bound == "exact" and item.value is not None
    if token is None or told_once or child(token, "cop") is None or child(token, "nmod") is not None:
        return False
    subject = child(token, "nsubj")
    whose = None if subject is None else child(subject, "nmod", "det:predet")
    if subject is None or not (subject.lower_ in WORDS["persons_told_of"] or whose is not None):
        return False
    return any(map(_tells_of_persons, (item for item in subject.subtree if item.dep_ in {"nmod", "nsubj"})))


def _tells_of_persons(noun: Token) -> bool:
    return noun.lower_ in WORDS["persons_told_of"] or is_person(noun)


def _is_time_of_life(places: Places, lexemes: list[Lexeme], item: Candidate) -> bool:
    """True behind "at" and a verb of what somebody lives through ("retired at 63")."""
    token = places.at(lexemes[item.first].start)
    if token is None or item.bound != "exact" or not places.closes(lexemes[item.last - 1].end):
        return False
    above = [word for word in list(ancestors(token))[:_ABOVE_AT] if word.pos_ == "VERB"]
    return any(verb.lemma_.lower() in WORDS["life_event"] and _has_person(verb) for verb in above)


def _has_person(verb: Token) -> bool:
    """True if the subject of a verb is a person, by name, pronoun or noun; so is one that is not said."""
    subject = child(verb, "nsubj", "nsubj:pass")
    if subject is None:
        return True
    return subject.ent_type_ == "PERSON" or subject.lower_ in WORDS["person_of_age"] or is_person(subject)
