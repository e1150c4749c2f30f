"""Sums that do not say that they are money: "gave 500 pounds", "600 crores were sanctioned"."""

from __future__ import annotations

from factx.measure.candidate import Candidate
from factx.measure.lexer import Lexeme, lower_at
from factx.measure.mass import CUES, is_owned
from factx.measure.money import Money
from factx.measure.paid import sense_of
from factx.measure.places import Places
from factx.measure.whose_money import Evidence
from factx.measure.words import WORDS

_MILLION = 1e6
"""From here on plain pounds are money unless they are of stuff."""
_WEIGHS_IN_POUNDS = "USA"
"""Where pounds are weights whatever is done with them."""
_COUNTED_IN_LAKH = sorted(CUES["lakh_money"])


def weigh_pounds(places: Places, lexemes: list[Lexeme], item: Candidate, evidence: Evidence) -> None:
    """Read plain "pounds" as a weight unless scale, country, or the verb or noun above makes them money."""
    money = item.money
    if money is None or money.name != "pound":
        return
    if any(piece.text.endswith("£") for piece in lexemes[money.first : money.last]):
        return
    if item.number.scale >= _MILLION or not _is_weight(places, lexemes, item, evidence):
        return
    item.money, item.unit = None, "pound"


def _is_weight(places: Places, lexemes: list[Lexeme], item: Candidate, evidence: Evidence) -> bool:
    if is_owned(lexemes, item.last):
        return False
    sense = sense_of(places, lexemes, item)
    if sense == "weight":
        return True
    if evidence.has_money("pound") or item.number.scale != 1:
        return False
    return sense is None or _WEIGHS_IN_POUNDS in {evidence.home, evidence.press, evidence.country}


def money_of_lakhs(places: Places, lexemes: list[Lexeme], item: Candidate, evidence: Evidence) -> Money | None:
    """The rupees or taka of "600 crores" that are given in news of who has them; or None.

    Where both are near, nobody can know.
    """
    if lower_at(lexemes, item.number.last - 1) not in WORDS["lakh"] or item.number.last != item.last:
        return None
    named = [name for name in _COUNTED_IN_LAKH if evidence.has_money(name)]
    if len(named) != 1 or sense_of(places, lexemes, item) != "money":
        return None
    return Money(named[0], item.first, item.last)
