"""Clues from a parsed document: tense from the governing verb, names from the recognised entities.

The tense of a verb, in this order:

1. future by its auxiliary, or if it is a plan ("is expected to");
2. an infinitive is future if it depends on a plan, else has none;
3. past by its form or that of its auxiliary;
4. a participle has the tense of the verb that it depends on.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from factx.dates.anchor import Tense
from factx.dates.tense_from_words import WORDS, Clues, clues_from_words
from factx.model import preposition, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMES = frozenset({"PERSON", "ORG", "PRODUCT", "Person", "Organization", "Product"})
"""Entity types of both label schemes whose words are no times."""
_VERBS = frozenset({"VERB", "AUX"})
_AUXILIARIES = frozenset({"aux", "aux:pass"})
_HELPERS = _AUXILIARIES | {"cop", "mark"}
_PRESENT = frozenset({"VBZ", "VBP"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_DEPENDENT = frozenset({"advcl", "acl", "xcomp", "conj"})
_DEEPEST = 12
"""Steps from an expression up to its verb; a longer way leads out of the clause."""
_BEYOND = 1 << 60  # larger than any offset


def clues_from_parse(doc: Doc) -> Clues:
    """The clues of the text, with names from the entities and, if the verb has one, tense from the parse."""
    text = text_of(doc)
    plain = clues_from_words(text)
    names = sorted((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if ent.label_ in _NAMES)

    def token_at(start: int) -> Token | None:
        """The token that begins there, or None."""
        span = doc.char_span(start, start + 1, alignment_mode="expand")
        return span[0] if span is not None and span.start_char == start else None

    def tense(start: int, end: int) -> Tense | None:
        token = token_at(start) if plain.settled(start, end) is None else None
        return (_tense(token) if token is not None else None) or plain.tense(start, end)

    def is_name(start: int, end: int) -> bool:
        """True if the words begin or continue a longer name, or are a person's name after no preposition."""
        at = bisect_right(names, (start, _BEYOND, "")) - 1
        if at < 0 or not names[at][0] <= start < end <= names[at][1]:
            return False
        token = token_at(start)
        alone = token is not None and (token.i == 0 or doc[token.i - 1].lower_ not in WORDS["before_date"])
        return names[at][1] > end or (names[at][2].upper() == "PERSON" and alone and text[start:end].isalpha())

    return replace(plain, tense=tense, is_name=is_name)


def _tense(token: Token) -> Tense | None:
    """The tense of the governing verb, future in "the slated visit in May" and "promised by May".

    None for a bare noun phrase or a present tense.
    """
    # "by 31 December": a month hangs on its day
    is_limit = "by" in (preposition(token), preposition(token.head))
    is_adjunct = True
    for _ in range(_DEEPEST):
        if token.pos_ in _VERBS and token.dep_ not in _AUXILIARIES:
            is_promised = is_limit and token.lemma_ in WORDS["promise_lemma"]
            return "future" if is_promised or (is_adjunct and _is_resolved(token)) else _verb_tense(token)
        if _is_ahead(token):
            return "future"
        if token.head == token:
            return _verb_tense(token) if any(child.dep_ in {"cop", "aux"} for child in token.children) else None
        token = token.head
        is_adjunct = is_adjunct and token.pos_ != "NOUN"
    return None


def _is_ahead(noun: Token) -> bool:
    """True for "the planned march", and for what "will be on duty", whoever said so."""
    if any(child.lower_ in WORDS["planned_thing"] for child in noun.children):
        return True
    return any(child.dep_ == "cop" for child in noun.children) and _verb_tense(noun) == "future"


def _verb_tense(verb: Token) -> Tense | None:
    """The tense of a verb, or None."""
    helpers = [child for child in verb.children if child.dep_ in _HELPERS]
    words = {child.lower_ for child in helpers}
    if words & WORDS["future_auxiliary"] or _is_plan(verb, words) or _is_awaited(verb, helpers, words):
        return "future"
    if verb.tag_ == "VB" and "to" in words:
        return "future" if _depends_on_plan(verb) else None
    if _is_past(verb, helpers, words):
        return "past"
    return _verb_tense(verb.head) if _shares_tense_of_head(verb) and not helpers else None


def _is_awaited(verb: Token, helpers: list[Token], words: set[str]) -> bool:
    """True for what may come, "might meet", and a present in a clause of time: "when it is heard in May"."""
    if words & WORDS["possible_auxiliary"]:
        return not words & WORDS["have"]
    if verb.dep_ != "advcl" or not any(child.lower_ in WORDS["time_clause"] for child in verb.children):
        return False
    finite = [verb.tag_, *(child.tag_ for child in helpers)]
    return any(tag in _PRESENT for tag in finite) and not words & WORDS["have"]


def _is_plan(verb: Token, words: set[str]) -> bool:
    """True for "expected", "to expect", "planned a march", "due to leave": what is planned lies ahead."""
    if verb.lemma_ in WORDS["plan_of_day"]:
        return True
    if verb.lower_ in WORDS["no_plan"] or any(child.lower_ in WORDS["after_set"] for child in verb.children):
        return False
    is_due = verb.tag_ == "VB" and any(child.lower_ in WORDS["plan_lemma"] for child in verb.children)
    return is_due or (verb.lemma_ in WORDS["plan_lemma"] and (verb.tag_ == "VBN" or "to" in words))


def _depends_on_plan(verb: Token) -> bool:
    """True for an infinitive of a plan: "hopes to return", "is to meet"."""
    head = verb.head
    return head != verb and (head.lemma_ in WORDS["plan_lemma"] or head.lower_ in WORDS["be_before_infinitive"])


def _is_resolved(verb: Token) -> bool:
    """True for an infinitive of what is agreed, "vowed to march", if the day is its own.

    The October of "agreed to meet during his October visit" is none.
    """
    head = verb.head
    if verb.tag_ != "VB" or head == verb or all(child.lower_ != "to" for child in verb.children):
        return False
    agreed = head.lemma_ in WORDS["promise_lemma"] | WORDS["agree_lemma"]
    return agreed or (head.lemma_ in WORDS["resolve_lemma"] and _is_perfect(head))


def _is_perfect(verb: Token) -> bool:
    """True for "has decided": no day can be when that was, so a day after it is of the infinitive."""
    return verb.tag_ == "VBN" and any(child.lower_ in WORDS["have"] for child in verb.children)


def _is_past(verb: Token, helpers: list[Token], words: set[str]) -> bool:
    """True for a past tense, also of an auxiliary, and a present perfect."""
    perfect = verb.tag_ == "VBN" and bool(words & WORDS["have"])
    return perfect or verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers)


def _shares_tense_of_head(verb: Token) -> bool:
    """True for a participle whose verb is finite: "fled, leaving …"."""
    dependent = verb.tag_ in _PARTICIPLES and verb.dep_ in _DEPENDENT and verb.head != verb
    return dependent and verb.head.pos_ in _VERBS
