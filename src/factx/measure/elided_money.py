"""Bare numbers of money named before ("120 million euros, 45 million of it as a grant")."""

from __future__ import annotations

from spacy.tokens import Span, Token

from factx.measure.candidate import Candidate
from factx.measure.lexer import Lexeme, lower_at
from factx.measure.money import Money
from factx.measure.places import Places
from factx.measure.words import WORDS

_LEAST_SCALE = 100_000
"""The least magnitude that a bare sum spells out: a lakh; smaller ones are spelt for people as well."""
_LEAST_PART = 1000
"""The least part of a sum that is told without its money; smaller numbers count those who pay it."""
_ALIKE = 1000
"""How many times greater one of two sums of a sentence may be."""
_REACH = 3
"""Lexemes behind "in" among which what a sum is paid as stands ("in new soft loans")."""
_FOLLOWING = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ", "AUX", "PART", "PRON", "DET", "SPACE"})
"""What may follow a bare sum; a noun, a verb or an adjective would say what is counted."""

_NAMING = frozenset({"PROPN", "ADJ", "DET"})
"""What a name with its own words consists of: "tiny Liechtenstein", "the Red Cross"."""
_TELLING = frozenset({"VERB", "AUX", "NUM"})
"""What between two sums tells of something else."""


def continued_money(places: Places, lexemes: list[Lexeme], sums: list[Candidate], item: Candidate) -> Money | None:
    """Return the money of a bare number that goes on with a sum of its sentence, or has a price; or None.

    ``sums`` are the sums of the article before it.
    """
    token = places.at(lexemes[item.first].start)
    if not sums or token is None or not _may_follow(places, lexemes, item):
        return None
    if not _is_bare_sum(item):
        return _money_of_next_giver(places, lexemes, sums[-1], item)
    last, before = sums[-1], lower_at(lexemes, item.bound_first - 1)
    if last.money is None or last.money.minor:
        return None
    money = Money(last.money.name, item.first, item.last)
    if _is_price(lexemes, item, before):
        return money
    near = _is_in(token.sent, lexemes, last) or _opens_with_sum_before(token, lexemes, last)
    if not near or not _are_alike(last, item):
        return None
    return money if _may_precede(places.at(lexemes[item.bound_first - 1].start), before) else None


def _money_of_next_giver(places: Places, lexemes: list[Lexeme], last: Candidate, item: Candidate) -> Money | None:
    """Return the money of a number right behind another giver's name: "Italy gave €2m, Malta 300,000"."""
    end, name = places.at(lexemes[last.last - 1].start), places.at(lexemes[item.bound_first - 1].start)
    if last.money is None or last.money.minor or not _is_plain_sum(item) or not _are_alike(last, item):
        return None
    if end is None or name is None or name.sent != end.sent:
        return None
    start = name.i
    while start > end.i and name.doc[start].pos_ in _NAMING:
        start -= 1
    listed = name.pos_ == "PROPN" and name.doc[start].lower_ in WORDS["parts_sums"]
    goes_on = listed and not any(word.pos_ in _TELLING for word in name.doc[end.i + 1 : start])
    return Money(last.money.name, item.first, item.last) if goes_on else None


def money_of_whole(lexemes: list[Lexeme], item: Candidate, whole: Candidate | None) -> Money | None:
    """Return the money of a bare part of the sum behind it, or None: "9 million of the $40 million"."""
    if whole is None or whole.money is None or whole.money.minor or item.kind != "count" or item.per is not None:
        return None
    between = [piece.lower for piece in lexemes[item.last : whole.bound_first]]
    if between[:1] != ["of"] or not WORDS["determiner"].issuperset(between[1:]):
        return None
    is_part = item.value is not None and whole.value is not None and _LEAST_PART <= item.value <= whole.value
    return Money(whole.money.name, item.first, item.last) if is_part else None


def converts_bare_sum(lexemes: list[Lexeme], previous: Candidate | None, item: Candidate) -> bool:
    """True if a sum in brackets converts a number without its money: "1.4 billion ($1.8bn)"."""
    if previous is None or previous.money is not None or not _is_bare_sum(previous):
        return False
    return [piece.text for piece in lexemes[previous.last : item.first]] == ["("]


def _is_in(sentence: Span, lexemes: list[Lexeme], item: Candidate) -> bool:
    return bool(lexemes[item.first].start >= sentence.start_char)


def _opens_with_sum_before(token: Token, lexemes: list[Lexeme], last: Candidate) -> bool:
    """True for a number in a sentence about the sum of the one before: "Of this, 3 million is for roads"."""
    words = [word.lower_ for word in token.sent[:3]]
    whole = words[1:2] if words[1:2] != ["the"] else words[2:3]
    before = token.doc[token.sent.start - 1].sent if token.sent.start > 0 else None
    is_part = words[:1] == ["of"] and not WORDS["whole_sum"].isdisjoint(whole)
    return is_part and before is not None and _is_in(before, lexemes, last)


def _is_price(lexemes: list[Lexeme], item: Candidate, before: str) -> bool:
    """True for "worth 3 million", "valued at 3 million" and "3 million in development aid"."""
    if before in WORDS["prices"] or (before == "at" and lower_at(lexemes, item.bound_first - 2) in WORDS["prices"]):
        return True
    behind = {piece.lower for piece in lexemes[item.last + 1 : item.last + 1 + _REACH]}
    return lower_at(lexemes, item.last) == "in" and not behind.isdisjoint(WORDS["paid_as"])


def _is_bare_sum(item: Candidate) -> bool:
    plain = item.kind == "count" and item.per is None and item.number.form in {"digits", "words"}
    return plain and item.number.scale >= _LEAST_SCALE


def _is_plain_sum(item: Candidate) -> bool:
    """True for figures that are great enough for a sum without its money."""
    plain = item.kind == "count" and item.per is None and item.number.form == "digits"
    return plain and (item.value or 0) >= _LEAST_PART


def _are_alike(one: Candidate, other: Candidate) -> bool:
    left, right = one.value or one.high, other.value or other.high
    return bool(left and right) and 1 / _ALIKE <= abs((left or 1) / (right or 1)) <= _ALIKE


def _may_follow(places: Places, lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if nothing right behind the number says that people or things are counted."""
    token = places.after(lexemes[item.last - 1].end)
    return token is None or token.pos_ in _FOLLOWING or token.lower_ in WORDS["told_of_sums"]


def _may_precede(token: Token | None, word: str) -> bool:
    """True if the word before the number leads to a sum: no verb but of giving and costing, and no "for"."""
    if token is None or word in WORDS["leads_to_people"]:
        return False
    return token.pos_ != "VERB" or token.lemma_.lower() in WORDS["spends"]
