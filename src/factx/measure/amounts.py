"""Candidates → amounts: interval, unit, currency, change and what is measured."""

from __future__ import annotations

from spacy.tokens import Token

from factx.base import QuantityMention
from factx.measure.bounds import bound_after
from factx.measure.candidate import Candidate
from factx.measure.changes import change_after, change_of
from factx.measure.lexer import Lexeme
from factx.measure.measured_entity import measured_entity
from factx.measure.nouns import Noun
from factx.measure.places import Places
from factx.measure.scales import is_difference
from factx.measure.si import to_si
from factx.measure.units import rate_at
from factx.measure.whose_money import Evidence
from factx.measure.words import WORDS
from factx.model import ancestors, child


def make_amount(
    text: str,
    places: Places,
    lexemes: list[Lexeme],
    item: Candidate,
    noun: Noun | None,
    evidence: Evidence,
    converted: str | None = None,
) -> QuantityMention:
    """The amount of a candidate in the text, with the noun that it counts, if any.

    ``converted`` is the currency of the sum that it tells once more in another.
    """
    start, end = lexemes[item.first].start, lexemes[item.last - 1].end
    _bind_after_noun(lexemes, item, noun)
    low, high = _interval(item)
    money = None if item.money is None or item.money.minor else item.money.name
    sentence = _sentence(places, start)
    other = converted if item.equivalent is None else _code(item.equivalent)
    currency = None if money is None else evidence.currency(money, sentence, other)
    unit = _unit(item, noun, currency, lexemes)
    has_si = unit is not None and item.kind in {"measure", "percent"}
    si = to_si(item.value, unit or "", is_difference(lexemes, item)) if has_si else None
    equivalent = item.equivalent
    return QuantityMention(
        start_char=start,
        end_char=end,
        text=text[start:end],
        kind=item.kind,
        value=item.value,
        low=low,
        high=high,
        bound="range" if item.is_range else "vague" if item.number.low is not None else item.bound,
        unit=unit,
        money=money,
        currency=currency,
        si_value=None if si is None else si[0],
        si_unit=None if si is None else si[1],
        of=measured_entity(places, item, start, end, noun),
        change=_change(places, lexemes, item, noun),
        noun_start=None if noun is None else noun.start,
        noun_end=None if noun is None else noun.end,
        equivalent_value=None if equivalent is None else equivalent.value,
        equivalent_currency=None if equivalent is None else _currency_of(equivalent, evidence, sentence, currency),
        converts=item.converts,
    )


def _change(places: Places, lexemes: list[Lexeme], item: Candidate, noun: Noun | None) -> str | None:
    """Return the change, not the "up" of "gave up", but the verb of "cut it by 30 percent"; or None."""
    before = places.at(lexemes[item.bound_first - 1].start) if item.bound_first > 0 else None
    if before is None:
        return item.change
    if item.change is None and noun is not None:
        after = _after_noun(lexemes, item, noun)
        item.change = None if after is None else change_after(lexemes, after, item.kind == "percent")
    if item.change is not None:
        return None if _is_particle(_word_of_change(before)) else item.change
    if before.lower_ == "by":
        verb = next((item for item in list(ancestors(before))[1:_ABOVE_BY] if _is_verb(item)), None)
        return None if verb is None else _direction(verb)
    return None


def _word_of_change(before: Token) -> Token:
    """Return the last word of change up to the token before an amount; without one that token."""
    ahead = before.doc[max(before.i - _WORDS_OF_CHANGE, 0) : before.i + 1]
    return next((token for token in reversed(ahead) if change_of(token.lower_) is not None), before)


def _is_particle(token: Token) -> bool:
    """True if "up" belongs to a verb that tells no change ("gave up"; not "closed up 2 percent")."""
    if token.dep_ != "compound:prt" or change_of(token.head.lower_) is not None:
        return False
    leads = token.i + 1 < len(token.doc) and token.nbor().lower_ in WORDS["opens_amount"]
    return not leads and token.head.lemma_.lower() not in WORDS["quotes_price"]


def _direction(verb: Token) -> str | None:
    """Return the direction of a verb, or of the particle that turns it ("pushed it down by 5 percent")."""
    particle = child(verb, "compound:prt")
    turned = None if particle is None else change_of(particle.lower_)
    direction = change_of(verb.lower_)
    return turned if direction is not None and turned is not None else direction


def _is_verb(token: Token) -> bool:
    """True if the token is a verb, or has a verb's subject or object though it was tagged as a noun."""
    return token.pos_ == "VERB" or child(token, "obj", "nsubj") is not None


def _sentence(places: Places, start: int) -> tuple[int, int]:
    """The characters of the sentence before an amount that starts there."""
    token = places.at(start)
    return (start if token is None else token.sent.start_char), start


def _currency_of(equivalent: Candidate, evidence: Evidence, sentence: tuple[int, int], other: str | None) -> str | None:
    """The currency of a conversion of money told in another one."""
    return None if equivalent.money is None else evidence.currency(equivalent.money.name, sentence, other)


def _code(item: Candidate) -> str | None:
    """The code of money that the text alone settles."""
    return item.money.name if item.money is not None and item.money.name.isupper() else None


_NOUN_REACH = 10
"""Lexemes from a number to its noun, behind which bounds and changes are looked for."""
_WORDS_OF_CHANGE = 8
"""Tokens from an amount back to the word that says its change."""
_ABOVE_BY = 5
"""Heads above "by" among which the verb of change is."""


def _after_noun(lexemes: list[Lexeme], item: Candidate, noun: Noun) -> int | None:
    """The lexeme after the counted noun; None where the noun is far from its number."""
    ahead = range(item.last, min(item.last + _NOUN_REACH, len(lexemes)))
    return next((i for i in ahead if lexemes[i].start >= noun.end), None)


def _bind_after_noun(lexemes: list[Lexeme], item: Candidate, noun: Noun | None) -> None:
    """Set the bound that stands after the counted noun ("30 people or more")."""
    after = None if noun is None or item.bound != "exact" else _after_noun(lexemes, item, noun)
    bound = None if after is None else bound_after(lexemes, after)
    if bound is not None:
        item.bound = bound[0]


def _interval(item: Candidate) -> tuple[float | None, float | None]:
    """The interval that value and bound stand for; open ends are None."""
    if item.is_range:
        return item.low, item.high
    if item.value is None:
        return item.low, None
    low = None if item.bound in {"at_most", "less_than"} else item.value
    high = None if item.bound in {"at_least", "more_than"} else item.value
    return low, high


def _unit(item: Candidate, noun: Noun | None, currency: str | None, lexemes: list[Lexeme]) -> str | None:
    if item.money is not None:
        base: str | None = currency or item.money.name
    else:
        base = item.unit or (noun.unit if noun is not None else item.implied)
    per = item.per
    after = None if per is not None or noun is None else _after_noun(lexemes, item, noun)
    rate = None if after is None else rate_at(lexemes, after)
    per = rate[0] if rate is not None else per
    if per is None:
        return base
    return f"{base} / {per}" if base is not None else f"1 / {per}"
