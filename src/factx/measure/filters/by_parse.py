"""Which candidates count or measure something in their sentence, told from the parse around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from factx.base import lexicon, word_classes
from factx.measure.candidate import Candidate
from factx.measure.filters.names import is_age_of_name, is_name_number, is_name_word
from factx.measure.lexer import Lexeme, adjoins, lower_at
from factx.measure.nouns import Noun, is_harm, is_person
from factx.measure.places import Places
from factx.measure.words import CONTEXTS, WORDS
from factx.model import child, children

SCORE_NOUNS = lexicon.words("measure/score_nouns", "noun")
_AHEAD = 7
"""Tokens behind "one of" within which a verb of harm makes it a count."""


def is_quantity(places: Places, lexemes: list[Lexeme], item: Candidate, noun: Noun | None) -> bool:
    """True if a candidate counts or measures something in its sentence: one test per form of number."""
    token = places.at(lexemes[item.first].start)
    if _is_vague_measure(item):
        return False
    if token is None or item.kind != "count":
        return not _is_some_day(lexemes, item)
    if noun is None and _is_compound_part(lexemes, item):
        return False
    return _FORMS.get(item.number.form, _counts)(_Counting(token, lexemes, item, noun))


@dataclass(frozen=True, slots=True)
class _Counting:
    """A count in its sentence: its token, lexemes and candidate, and the noun that follows."""

    token: Token
    lexemes: list[Lexeme]
    item: Candidate
    noun: Noun | None

    @property
    def word(self) -> str:
        """The first word of the number, in lower case."""
        return self.lexemes[self.item.number.first].lower


def _is_vague_measure(item: Candidate) -> bool:
    """True for "a few metres"."""
    return item.number.form == "vague" and item.number.scale == 1 and item.kind == "measure"


def _both_counts(it: _Counting) -> bool:
    return _is_both_persons(it.token, it.noun)


def _zero_counts(it: _Counting) -> bool:
    no_one = it.item.number.last - it.item.number.first > 1
    return _is_zero(it.token, "no one" if no_one else it.word, it.noun)


def _vague_counts(it: _Counting) -> bool:
    if it.item.number.scale == 1 and it.word in WORDS["vague"]:
        return is_person(it.noun.token) if it.noun is not None else _is_of_them(it.token) or _is_told_harmed(it.token)
    return _counts(it)


def _counts(it: _Counting) -> bool:
    """True for a number, however written, that is no score, pronoun, age or part of a name."""
    token, lexemes, item, noun = it.token, it.lexemes, it.item, it.noun
    if it.word == "scores" and not _counts_scores(lexemes, item, token):
        return False
    if item.value == 1 and it.word == "one":
        return _is_counting_one(token, noun)
    if _is_label(token):
        return False
    if item.dashed:
        return _is_harmed_range(token) if noun is None else noun.token.lemma_.lower() not in SCORE_NOUNS
    if item.number.form == "digits" and item.number.scale == 1:
        return not (is_age_of_name(token, lexemes, item, noun) or is_name_number(token, lexemes, item, noun))
    return not (item.number.form == "words" and is_name_word(token))


def _is_label(number: Token) -> bool:
    """True for "a ticket numbered 12", not for "the crowd numbered 4,000"."""
    word = number.nbor(-1) if number.i > 0 else None
    if word is None or word.lower_ not in CONTEXTS["labelled"]:
        return False
    return word.dep_ in {"acl", "amod"} or any(item.dep_ == "aux:pass" for item in word.children)


_FORMS: dict[str, Callable[[_Counting], bool]] = {
    "both": _both_counts,
    "vague": _vague_counts,
    "zero": _zero_counts,
}


def _is_compound_part(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if the number only helps to form an adjective: "two-way", "one-sided", "three-tier"."""
    at = item.number.last
    if (
        item.number.form != "words"
        or lower_at(lexemes, at) != "-"
        or not adjoins(lexemes, at)
        or not adjoins(lexemes, at + 1)
    ):
        return False
    return lexemes[at + 1].kind == "word" and lexemes[at + 1].lower not in WORDS["compound"]


def _is_some_day(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if "one day" is some day, not a time span ("within one day", "just one day")."""
    if item.unit != "day" or lexemes[item.number.first].lower != "one" or lower_at(lexemes, item.number.last) == "-":
        return False
    return item.bound == "exact" and lower_at(lexemes, item.first - 1) not in CONTEXTS["before_one_day"]


def _is_zero(token: Token, word: str, noun: Noun | None) -> bool:
    """Zero counts only persons and harm ("no injuries", "none died"); "zero" counts any noun."""
    if word == "zero":
        return noun is not None
    if word == "no":
        if token.i + 1 < len(token.doc) and token.nbor().lower_ in CONTEXTS["no_without_count"]:
            return False
        return noun is not None and (is_person(noun.token) or is_harm(noun.token, "noun"))
    one = next((item for item in token.doc[token.i : token.i + 3] if item.lower_ == "one"), token)
    governor = token.head if word != "no one" or one.dep_ == "fixed" else one.head
    told = [governor, *(item for item in governor.children if item.dep_ == "xcomp")]  # "none seemed to be hurt"
    if any(is_harm(item, kind) for item in told for kind in ("verb", "adjective", "patient")):
        return True
    undergone = (item for item in governor.children if item.dep_ in {"obj", "obl"})
    return any(is_harm(item, "patient") for item in undergone)  # "lost his life"


def _is_both_persons(token: Token, noun: Noun | None) -> bool:
    """True if "both" counts two persons or states, not as in "both A and B" or "they were both teachers"."""
    if noun is None:
        return token.dep_ in {"nsubj", "nsubj:pass", "obj"} and _are_told_harmed(token.head)
    before = token.nbor(-1) if token.i > 0 else None
    floats = before is not None and before.pos_ in {"AUX", "VERB"} and before.head == noun.token
    acts = is_person(noun.token) or _is_acting_body(noun.token)
    return acts and not token.dep_.startswith("cc") and not floats


def _are_told_harmed(predicate: Token) -> bool:
    """True for "both died", "both were pronounced dead", "both were listed in critical condition"."""
    told = [predicate, *(item for item in predicate.children if item.dep_ in {"xcomp", "obl"})]
    described = [part for item in told[1:] for part in item.children if part.dep_ == "amod"]
    kinds = ("verb", "adjective", "patient")
    return any(is_harm(item, kind) for item in (*told, *described) for kind in kinds)


def _is_acting_body(noun: Token) -> bool:
    """True for the two of "both sides agreed", "both firms signed"; not for "both sides of the river"."""
    is_body = "organisation" in word_classes(noun.lemma_.lower())
    return is_body and noun.dep_ == "nsubj" and noun.head.pos_ == "VERB" and child(noun, "nmod") is None


def _is_told_harmed(token: Token) -> bool:
    """True for the bare "several" of "several more were hurt", not of "several hurt rivals"."""
    whom = token.head if token.head.i == token.i + 1 and token.head.lower_ == "more" else token
    verb = whom.head
    if not is_harm(verb, "verb") or whom.dep_ not in {"nsubj", "nsubj:pass", "obj"}:
        return False
    return whom.dep_ != "nsubj" or not any(item.dep_ == "obj" for item in verb.children)


def _is_of_them(token: Token) -> bool:
    """True if "of them" or "of us" follows ("several of them", "a few of us")."""
    ahead = [item.lower_ for item in token.doc[token.i + 1 : token.i + 4]]
    return any(pair in (("of", "them"), ("of", "us")) for pair in pairwise(ahead))


def _counts_scores(lexemes: list[Lexeme], item: Candidate, token: Token) -> bool:
    """True for "scores of people", "scores were hurt", and what harms them: "kills scores"."""
    if token.dep_ == "obj" and is_harm(token.head, "verb") and token.nbor(-1) == token.head:
        return True
    if lower_at(lexemes, item.last) not in WORDS["after_scores"]:
        return False
    return token.i == 0 or token.nbor(-1).pos_ not in {"NOUN", "ADJ", "DET", "PRON"}


def _is_counting_one(token: Token, noun: Noun | None) -> bool:
    """True if "one" counts a noun, or a person killed or arrested; not the pronoun nor "one of the best"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None or following.lower_ in CONTEXTS["pronoun_one_after"]:
        return False
    if following.lower_ == "of":
        return noun is not None or _harm_follows(following)
    if following.text == "-" and following.i + 1 < len(token.doc) and following.nbor().lower_ == "time":
        return False
    determiner = token.nbor(-1).lower_ if token.i > 0 else ""
    determined = determiner in CONTEXTS["pronoun_one_before"]
    if noun is not None:
        return not determined or determiner in WORDS["determiner"]
    return not determined and "-" not in token.text and _is_harmed(token, following)


def _is_harmed_range(token: Token) -> bool:
    """True for "100-150 were killed", "left 10-12 dead" and a toll of 10-12, which are no scores."""
    if token.i > 0 and token.nbor(-1).pos_ == "PROPN":
        return False
    harmed = any(is_harm(word, "verb") for word in (token.head, token.head.head))
    return harmed or _is_of_toll(token) or any(is_harm(word, "adjective") for word in children(token.head, "xcomp"))


def _is_of_toll(number: Token) -> bool:
    """True for what a number of the harmed is or comes to: "the toll rose to 10-12"."""
    told = children(number.head, "nsubj")
    parts = (part for item in told for one in children(item, "nmod") for part in children(one, "acl"))
    return any(item.lemma_.lower() in WORDS["toll"] for item in told) or any(is_harm(part, "verb") for part in parts)


def _is_harmed(token: Token, following: Token) -> bool:
    """True for "killed one", "one dead", "one died"."""
    return is_harm(token.head, "verb") or is_harm(following, "adjective") or is_harm(following, "verb")


def _harm_follows(of: Token) -> bool:
    """True if a verb of harm comes soon ("one of them was injured"), however the parse ties it."""
    return any(is_harm(token, "verb") for token in of.doc[of.i + 1 : of.i + _AHEAD])
