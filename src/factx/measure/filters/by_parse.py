"""Which candidates count or measure something in their sentence, told from the parse around them."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Token

from factx.base import lexicon
from factx.measure.candidate import Candidate
from factx.measure.contexts import words_of
from factx.measure.filters.names import is_age_of_name, is_name_number, is_name_word
from factx.measure.lexer import Lexeme, glued, lower_at
from factx.measure.nouns import Noun, Places, is_harm, is_person


def is_quantity(places: Places, lexemes: list[Lexeme], item: Candidate, noun: Noun | None) -> bool:
    """Whether a candidate counts or measures something in its sentence."""
    token = places.at(lexemes[item.first].start)
    if item.number.form == "vague" and item.number.scale == 1 and item.kind == "measure":
        return False
    if token is None or item.kind != "count":
        return not _is_some_day(lexemes, item)
    if lexemes[item.number.first].end < lexemes[item.last - 1].end and _is_screen(lexemes, item, noun):
        return False
    if noun is None and _is_compound_part(lexemes, item):
        return False
    form, word = item.number.form, lexemes[item.number.first].lower
    if form == "both":
        return _is_both_persons(token, noun)
    if form == "zero":
        no_one = item.number.last - item.number.first == 2
        return _is_zero(token, "no one" if no_one else word, noun)
    if form == "vague" and item.number.scale == 1 and word in {"a", "another", "several"}:
        return is_person(noun.token) if noun is not None else _is_of_them(token)
    if word == "scores" and not _counts_scores(lexemes, item, token):
        return False
    if item.value == 1 and word == "one":
        return _is_counting_one(token, noun)
    if item.dashed:
        return noun is not None and noun.token.lemma_.lower() not in _score_nouns()
    if form == "digits" and item.number.scale == 1:
        return not (is_age_of_name(token, lexemes, item, noun) or is_name_number(token, lexemes, item, noun))
    return not (form == "words" and is_name_word(token))


def _is_compound_part(lexemes: list[Lexeme], item: Candidate) -> bool:
    """Whether the number only helps to form an adjective: "two-way", "one-sided", "three-tier"."""
    at = item.number.last
    if (
        item.number.form != "words"
        or lower_at(lexemes, at) != "-"
        or not glued(lexemes, at)
        or not glued(lexemes, at + 1)
    ):
        return False
    return lexemes[at + 1].kind == "word" and lexemes[at + 1].lower not in {"plus", "odd", "strong", "something"}


def _is_some_day(lexemes: list[Lexeme], item: Candidate) -> bool:
    """Whether "one day" is some day, not a time span ("within one day", "just one day")."""
    if item.unit != "day" or lexemes[item.number.first].lower != "one" or lower_at(lexemes, item.number.last) == "-":
        return False
    return item.bound == "exact" and lower_at(lexemes, item.first - 1) not in words_of("before_one_day")


def _is_screen(lexemes: list[Lexeme], item: Candidate, noun: Noun | None) -> bool:
    """Whether "4K" and the like is a picture's resolution: one figure, and no plural noun."""
    pieces = [piece.text for piece in lexemes[item.first : item.last]]
    return len(pieces) == 2 and pieces[1] == "K" and len(pieces[0]) == 1 and (noun is None or noun.token.tag_ != "NNS")


@lru_cache(maxsize=1)
def _score_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in lexicon.read("measure/score_nouns"))


def _is_zero(token: Token, word: str, noun: Noun | None) -> bool:
    """Zero counts only persons and harm: "no injuries", "nobody was killed", "none died"; "zero" counts any noun."""
    if word == "zero":
        return noun is not None
    if word == "no":
        if token.i + 1 < len(token.doc) and token.nbor().lower_ in words_of("no_without_count"):
            return False
        return noun is not None and (is_person(noun.token) or is_harm(noun.token, "noun"))
    governor = token.head if word != "no one" or token.nbor().dep_ == "fixed" else token.nbor().head
    return is_harm(governor, "verb") or is_harm(governor, "adjective")


def _is_both_persons(token: Token, noun: Noun | None) -> bool:
    """Whether "both" counts two persons or states, not as in "both A and B" or "they were both teachers"."""
    if noun is None:
        return token.dep_ in {"nsubj", "nsubj:pass", "obj"} and is_harm(token.head, "verb")
    before = token.nbor(-1) if token.i > 0 else None
    floats = before is not None and before.pos_ in {"AUX", "VERB"} and before.head == noun.token
    return is_person(noun.token) and not token.dep_.startswith("cc") and not floats and not _is_preconjunction(token)


def _is_preconjunction(both: Token) -> bool:
    """Whether an "and" between two adjectives or names follows ("both Kurdish and Sunni members")."""
    ahead = both.doc[both.i + 1 : both.i + 4]
    return len(ahead) == 3 and ahead[1].lower_ == "and"


def _is_of_them(token: Token) -> bool:
    """Whether "of them" or "of us" follows ("several of them", "a few of us")."""
    ahead = [item.lower_ for item in token.doc[token.i + 1 : token.i + 4]]
    return any(pair in (("of", "them"), ("of", "us")) for pair in pairwise(ahead))


def _counts_scores(lexemes: list[Lexeme], item: Candidate, token: Token) -> bool:
    if lower_at(lexemes, item.last) not in {"of", "more", "were", "are", "have"}:
        return False
    return token.i == 0 or token.nbor(-1).pos_ not in {"NOUN", "ADJ", "DET", "PRON"}


def _is_counting_one(token: Token, noun: Noun | None) -> bool:
    """Whether "one" counts: before a noun, or as a person killed or arrested; not the pronoun nor "one of the best"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None or following.lower_ in words_of("pronoun_one_after"):
        return False
    if following.lower_ == "of":
        return (noun is not None or _harm_follows(following)) and not _is_superlative(following)
    determined = token.i > 0 and token.nbor(-1).lower_ in words_of("pronoun_one_before")
    if following.text == "-" and following.i + 1 < len(token.doc) and following.nbor().lower_ == "time":
        return False
    if noun is not None:
        return not determined or token.nbor(-1).lower_ in {"the", "this", "that"}
    harmed = is_harm(token.head, "verb") or is_harm(following, "adjective") or is_harm(following, "verb")
    return harmed and not determined and "-" not in token.text


def _harm_follows(of: Token) -> bool:
    """Whether a verb of harm comes soon ("one of them was injured"), however the parse ties it."""
    return any(is_harm(token, "verb") for token in of.doc[of.i + 1 : of.i + 7])


def _is_superlative(of: Token) -> bool:
    """Whether "of the best", "of the most popular" follows."""
    ahead = of.doc[of.i + 1 : of.i + 5]
    return any(token.tag_ in {"JJS", "RBS"} or token.lower_ in {"only", "most", "first"} for token in ahead)
