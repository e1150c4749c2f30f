"""What is counted: the noun after a number, by the parse if it is sure, else by the run of nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factx.base import lexicon
from factx.measure.lemmas import IRREGULAR, counts_persons, singular
from factx.measure.places import Places
from factx.measure.units import spelled_unit
from factx.measure.words import CONTEXTS, WORDS

_NOUNS = frozenset({"NOUN", "PROPN"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_COMPARING = frozenset({"RBS", "RBR"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_DETERMINERS = frozenset({"DET", "PRON", "NUM"})
_PERSON_ENDINGS = tuple(sorted(lexicon.words("measure/person_endings", "ending")))
_HARM = lexicon.classes("measure/harm_words", by="kind", column="lemma")
_SHARE = 1
"""A value below it is a part of one thing."""
_REACH = 9
"""Tokens after a number among which its noun is: more adjectives are not in the news."""
_MOST_MODIFIERS = 4
"""Words before the noun that the unit keeps."""
_HYPHENED = re.compile(r"[-‑–]([A-Za-z]{3,})")
_NO_NOUN_ENDINGS = ("ed", "ly", "ish", "plus", "odd")


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: characters of its head, the phrase with lemmatised head, and the head token."""

    start: int
    end: int
    unit: str
    token: Token


def is_person(token: Token) -> bool:
    """True if the noun counts persons, forces, the dead, refugees or states."""
    if counts_persons(token.lemma_.lower()) or token.lower_.endswith(_PERSON_ENDINGS):
        return True
    return token.ent_type_ == "NORP" or is_harm(token, "person")


def is_body(token: Token) -> bool:
    """True for a plural without an ending: "aircraft", "people", "species"."""
    return token.lower_ != "news" and IRREGULAR.get(token.lower_) == token.lower_


def is_harm(token: Token, kind: str) -> bool:
    """True if the token is a noun, verb or adjective of death, injury or arrest."""
    return token.lemma_.lower() in _HARM[kind] or token.lower_ in _HARM[kind]


def counted_noun(places: Places, end: int, value: float | None, of_group: bool = False) -> Noun | None:
    """The noun counted by the number that ends at character ``end``; None where the number stands alone.

    In "33 of the 68 member states" it is "states" for both numbers. A noun that follows in the singular
    counts only as first of its compound ("11 member trade agreement" → member) or after one.
    """
    holder = places.at(end)
    if holder is not None and holder.idx < end < holder.idx + len(holder):
        inside = _inside_token(holder, end, places)
        if inside is not None:
            return inside
    token = places.after(end)
    if token is None:
        return None
    if token.text in {"-", "–", "‑"} and token.idx == end and token.i + 1 < len(places.doc):
        token = token.nbor()
        if token.lower_ in CONTEXTS["not_a_noun_after_hyphen"]:
            return None
        if token.idx == end + 1 and (token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.tag_ in {"VB", "VBP", "VBZ"}):
            return Noun(token.idx, token.idx + len(token), singular(token.lower_), token)
    return _noun_from(places, token, value, of_group)


def noun_by_parse(places: Places, end: int) -> Noun | None:
    """Return the noun that the parse gives a number, farther than runs go ("two well-earned away wins")."""
    token = places.after(end)
    number = token.nbor(-1) if token is not None and token.i > 0 else None
    if token is None or number is None or number.dep_ != "nummod" or not token.i < number.head.i < token.i + _REACH:
        return None
    head, run = number.head, places.doc[token.i : number.head.i + 1]
    plain = all(item.is_alpha or item.text == "-" for item in run) and run[0].pos_ not in {"PUNCT", "CCONJ"}
    listed = any(item.pos_ in {"NUM", "ADP"} and item.nbor().text != "-" for item in run)
    if not plain or listed or head.pos_ not in _NOUNS:
        return None
    return Noun(head.idx, head.idx + len(head), _phrase(places.doc, token.i, head), head)


def _inside_token(holder: Token, end: int, places: Places) -> Noun | None:
    """The noun of "33-nation", which is one token."""
    match = _HYPHENED.match(holder.text, end - holder.idx)
    if (
        match is None
        or match.group(1).lower().endswith(_NO_NOUN_ENDINGS)
        or match.group(1).lower() in CONTEXTS["not_a_noun_after_hyphen"]
    ):
        return None
    start = holder.idx + match.start(1)
    return Noun(start, holder.idx + match.end(1), match.group(1).lower(), holder)


def _noun_from(places: Places, token: Token, value: float | None, of_group: bool) -> Noun | None:
    """Return the noun at the end of the words that may come between a number and what it counts, or None."""
    doc, sent_end = places.doc, places.sentence_end(token)
    at = _past_bounds(doc, token.i, sent_end)
    of_group = of_group or (at < sent_end and doc[at].lower_ == "of")
    if of_group:
        at = _past_determiners(doc, at, sent_end)
    run = _nominal_run(doc, at, sent_end, of_group)
    if run and run[0].text == "-" and doc[run[0].i - 1].whitespace_:
        return None  # a dash
    head = _head_of(run, value) if run else None
    if head is None or len(head) == 1 or not head.text[0].isalpha():
        return None
    if not of_group and head is run[0] and is_harm(head, "adjective"):
        return None  # "7 dead, 15 hurt"
    return Noun(head.idx, head.idx + len(head), _phrase(doc, run[0].i, head), head)


def _past_bounds(doc: Doc, at: int, sent_end: int) -> int:
    """Return the token behind "or more", "other" and the like."""
    while at < sent_end and doc[at].lower_ in CONTEXTS["between_number_and_noun"]:
        if doc[at].lower_ == "or" and not _or_more(doc, at):
            break
        at += 1
    return at


def _past_determiners(doc: Doc, at: int, sent_end: int) -> int:
    """Return the token behind "of the", "of about 40", "of these"."""
    at += doc[at].lower_ == "of" if at < sent_end else 0
    while at < sent_end and (doc[at].pos_ in _DETERMINERS or doc[at].lower_ in WORDS["before_noun"]):
        at += 1
    return at


def _or_more(doc: Doc, at: int) -> bool:
    return at + 1 < len(doc) and doc[at + 1].lower_ in WORDS["or_more"]


def _nominal_run(doc: Doc, at: int, sent_end: int, of_group: bool) -> list[Token]:
    """Return adjectives, participles and nouns from a token to the end of the first run of nouns."""
    run = _modifiers_and_nouns(doc, at, sent_end, of_group)
    opening = run[0] if run else doc[at] if at < sent_end else None
    while run and not _is_noun(run[-1], run[:-1]):
        run.pop()
    return run or _nominalised(opening, doc[at - 1] if at > 0 else None)


def _modifiers_and_nouns(doc: Doc, at: int, sent_end: int, of_group: bool) -> list[Token]:
    """Return the words from a token on that belong to one noun phrase; what is owned replaces its owner."""
    run: list[Token] = []
    for token in doc[at : min(at + _REACH, sent_end)]:
        if token.is_space or (not run and _is_time(token)):
            break
        if run and token.tag_ == "POS" and token.i + 1 < sent_end and _opens_nominal(doc[token.i + 1]):
            run = []
        elif token.pos_ == "NUM" and (_is_noun(token, run) or (of_group and not run)):
            continue
        elif _continues_run(token, run, doc, sent_end):
            run.append(token)
        else:
            break
    return run


def _is_time(token: Token) -> bool:
    return token.lower_ in WORDS["time"] or (token.ent_type_ == "DATE" and token.pos_ == "PROPN")


def _continues_run(token: Token, run: list[Token], doc: Doc, sent_end: int) -> bool:
    """True for a noun, for what joins two, and for a modifier before the last noun."""
    if _is_noun(token, run) or _joins(token, run, doc, sent_end):
        return True
    if run and run[-1].text == "-" and token.tag_ in _PARTICIPLES:
        return True
    complete = bool(run) and run[-1].pos_ in _NOUNS and not _is_adjective_inside(token, doc, sent_end)
    return not complete and _modifies(token)


def _nominalised(opening: Token | None, before: Token | None) -> list[Token]:
    """Return the adjective of "one of the deceased", "two of the wounded" as a run of its own."""
    if opening is None or before is None or before.lower_ != "the":
        return []
    return [opening] if is_harm(opening, "adjective") else []


def _is_noun(token: Token, run: list[Token]) -> bool:
    """True if the token is a noun; a verb form in -s right after the number is one that the tagger missed."""
    if token.pos_ in _NOUNS or token.tag_ in _NOUN_TAGS:
        return True
    if _is_person_word(token) and not (run and run[-1].pos_ in _NOUNS):  # "six soldiers dead" counts soldiers
        return True
    return not run and token.tag_ == "VBZ" and token.pos_ == "VERB" and token.lower_.endswith("s")


def _opens_nominal(token: Token) -> bool:
    """True if what is owned follows a possessive ("a third of Canada's gas output")."""
    return token.pos_ in _NOUNS or token.pos_ in {"ADJ", "NUM"} or token.tag_ in _COMPARING | _PARTICIPLES


def _is_adjective_inside(token: Token, doc: Doc, sent_end: int) -> bool:
    """True if a capitalised adjective stands between nouns ("two feminist Arab women")."""
    return (
        token.pos_ == "ADJ" and token.text[:1].isupper() and token.i + 1 < sent_end and doc[token.i + 1].pos_ in _NOUNS
    )


def _is_person_word(token: Token) -> bool:
    """True if an adjective is a person's word with no noun after it ("one civilian", "nine Japanese")."""
    if token.pos_ != "ADJ" or not counts_persons(singular(token.lower_)):
        return token.pos_ == "ADJ" and _is_people(token)
    return token.i + 1 >= len(token.doc) or token.nbor().pos_ not in {"ADJ", "NOUN", "PROPN"}


def _is_people(token: Token) -> bool:
    """True for a people's adjective that is counted itself: "took in 900 Congolese last month"."""
    return token.ent_type_ == "NORP" and any(item.dep_ == "nummod" for item in token.children)


def _modifies(token: Token) -> bool:
    if token.pos_ == "ADJ" or token.text in {"-", "“", '"', "'", "‘"}:
        return True
    if token.tag_ in _PARTICIPLES:
        plural_next = token.i + 1 < len(token.doc) and token.nbor().tag_ in {"NNS", "NNPS"}
        return token.dep_ in {"amod", "compound", "nummod"} or plural_next
    if token.tag_ in _COMPARING:
        return True
    return token.pos_ == "ADV" and token.dep_ == "advmod" and token.head.pos_ == "ADJ" and token.head.i > token.i


def _joins(token: Token, run: list[Token], doc: Doc, sent_end: int) -> bool:
    """True if "and", "or", a comma, a hyphen or 's continues the phrase ("Kia and Hyundai vehicles")."""
    following = doc[token.i + 1] if token.i + 1 < sent_end else None
    if not run or following is None:
        return False
    if token.text in {"-", "‑"} and token.idx == run[-1].idx + len(run[-1]):
        participle = following.tag_ in _PARTICIPLES and not token.whitespace_  # "US-led troops"
        return following.pos_ in _NOUNS or following.pos_ == "ADJ" or participle
    if token.lower_ in WORDS["joint"]:
        last = run[-1]
        if last.pos_ == "ADJ":
            return following.pos_ == "ADJ"
        return last.tag_ in {"NN", "NNP"} and _compound_ahead(last, following, doc, sent_end)
    return False


def _compound_ahead(last: Token, following: Token, doc: Doc, sent_end: int) -> bool:
    """True if two singular nouns in coordination both modify a plural noun right after them."""
    ahead = following.i + 1
    if following.tag_ not in {"NN", "NNP"} or ahead >= sent_end:
        return False
    return doc[ahead].tag_ in {"NNS", "NNPS"}


def _head_of(run: list[Token], value: float | None) -> Token:
    nouns = [token for i, token in enumerate(run) if _is_noun(token, run[:i])]
    if not nouns:
        return run[-1]
    plural = [token for token in nouns if token.tag_ in {"NNS", "NNPS", "VBZ"} or is_person(token) or is_body(token)]
    if value == 1 or nouns[-1] in plural:
        return nouns[-1]
    if plural:
        return plural[-1]
    if value is not None and abs(value) < _SHARE:
        return nouns[-1]
    return nouns[0] if len(nouns) > 1 and nouns[0].pos_ != "PROPN" else nouns[-1]


def _phrase(doc: Doc, first: int, head: Token) -> str:
    """The counted noun with what stands before it, the head as its lemma ("public housing property")."""
    kept = [token for token in doc[first : head.i] if token.text not in {"“", '"', "'", "‘"}]
    words = "".join(f"{token.text}{token.whitespace_}" for token in kept).lstrip("-").split()
    lemma = head.text if head.tag_ in {"NNP", "NNPS"} or _is_people(head) else singular(head.lower_)
    if head.text[:2].isupper():
        lemma = head.text.removesuffix("s")
    tied = bool(words) and words[-1].endswith("-")
    return " ".join(words[-_MOST_MODIFIERS:]) + ("" if tied or not words else " ") + lemma


def unit_of_noun(noun: Noun) -> str | None:
    """The unit that a counted noun names after adjectives ("392 passing yards")."""
    unit = spelled_unit(noun.token.lower_)
    before = noun.token.nbor(-1) if noun.token.i > 0 else None
    modified = before is not None and (before.pos_ in {"ADJ", "VERB"} or before.lower_.endswith("ing"))
    return unit if modified else None
