"""Symbols, codes and names of money beside a number → ISO 4217 code, by the article's country.

Ambiguous money ("$", "pounds", "rupees", "pesos") is resolved by the first of these that applies:

1. a qualifier in the text ("US$", "Canadian dollars", "$5 million US");
2. the country of the article's publisher or dateline (``ArticleContext.country``), where that
   country has such money: "$" is AUD in an Australian article, "pounds" EGP in an Egyptian one;
3. nations that the article names, where exactly one money of that name belongs to them (for "$"
   only where the article names a single nation at all);
4. the default of ``money_by_country.csv`` (USD for "$", GBP for "pounds", INR for "rupees");
   without one ("pesos", "dinars") the currency is empty and the unit is the name in the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from factx.base import lexicon
from factx.measure.lexer import Lexeme, adjoins, lower_at
from factx.measure.phrases import Phrases
from factx.measure.words import CONTEXTS, OTHER_SENSES, WORDS

DOLLAR = "dollar"


@dataclass(frozen=True, slots=True)
class Money:
    """Money beside a number: ``name`` is an ISO 4217 code or, in lower case, money of several countries.

    The lexemes from ``first`` to ``last`` (exclusive) carry it; ``minor`` marks cents, pence, sen.
    """

    name: str
    first: int
    last: int
    minor: bool = False


@cache
def _table(*places: str) -> Phrases[str]:
    rows = [row for row in lexicon.read("measure/money_words") if row["place"] in places]
    return Phrases.of((row["text"], _case_matters(row["text"]), row["money"]) for row in rows)


def _case_matters(text: str) -> bool:
    return text != text.lower() or len(text) == 1


@lru_cache(maxsize=1)
def _by_country() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in lexicon.read("measure/money_by_country"):
        table.setdefault(row["money"], {})[row["iso3"]] = row["currency"]
    return table


def money_before(lexemes: list[Lexeme], i: int) -> Money | None:
    """Return the money before the number at lexeme ``i`` ("$", "HK $", "Rs.", "INR", "€"); or None."""
    found = _table("before", "both", "code").before(lexemes, i)
    if found is None:
        return None
    name, first = found
    if lexemes[i - 1].kind == "word" and len(lexemes[i - 1].text) == 1 and not adjoins(lexemes, i):
        return None
    return Money(name, first, i)


def money_after(lexemes: list[Lexeme], i: int) -> Money | None:
    """Return the money after a number that ends before ``i`` ("ringgit", "U.S. dollars", "p"); or None."""
    at = i + 1 if lower_at(lexemes, i) == "-" and adjoins(lexemes, i) and adjoins(lexemes, i + 1) else i
    minor = _table("minor").at(lexemes, at)
    if minor is not None and (len(lexemes[at].text) > 1 or adjoins(lexemes, at)) and not _goes_on(lexemes, minor[1]):
        return Money(minor[0], i, minor[1], minor=True)
    found = _table("after", "both", "code").at(lexemes, at)
    if found is None or _goes_on(lexemes, found[1]) or _belongs_to_next(lexemes, found[1]):
        return None
    if _is_other_word(lexemes, at, *found):
        return None
    return Money(found[0], i, found[1])


def _goes_on(lexemes: list[Lexeme], i: int) -> bool:
    """True if a word adjoins at lexeme ``i``, so that what was matched is only its beginning."""
    return i < len(lexemes) and adjoins(lexemes, i) and lexemes[i].kind == "word"


def _belongs_to_next(lexemes: list[Lexeme], i: int) -> bool:
    """True if the sign or code before lexeme ``i`` belongs to the next number ("3 $ 4", "3 USD 4")."""
    written = lexemes[i - 1]
    return i < len(lexemes) and lexemes[i].kind == "digits" and (written.kind != "word" or written.text.isupper())


def _is_other_word(lexemes: list[Lexeme], at: int, name: str, after: int) -> bool:
    """True if the word means something else: "12 won the race", "200 pounds of rice", "8 real problems"."""
    word, following = lexemes[at].lower, lower_at(lexemes, after)
    if word == "won":
        return following in OTHER_SENSES["won"] or (after < len(lexemes) and lexemes[after].kind == "digits")
    if word in WORDS["pound"]:
        return _is_mass(lexemes, at, after)
    if word in WORDS["other_word_money"]:
        return after < len(lexemes) and lexemes[after].kind == "word" and following not in WORDS["money_after_word"]
    return False


def _is_mass(lexemes: list[Lexeme], at: int, after: int) -> bool:
    """True if "pounds" is a weight: "200 pounds of rice", "a 40-pound bag", but "2 million pounds"."""
    if lexemes[at - 1].lower in WORDS["scale_of_money"]:
        return False
    return lower_at(lexemes, after) in CONTEXTS["measure_of_mass_after"] or lower_at(lexemes, at - 1) == "-"


def dollar_country(lexemes: list[Lexeme], i: int) -> tuple[str, int] | None:
    """Return currency and next lexeme of a country after dollars ("$75 U.S.", "$5m CAD"); or None."""
    found = _table("dollar_country", "code").at(lexemes, i)
    if found is None or _goes_on(lexemes, found[1]) or found[0] not in _dollars():
        return None
    return None if _describes_noun(lexemes, i, found[1]) else found


@lru_cache(maxsize=1)
def _dollars() -> frozenset[str]:
    """Return the currencies that are dollars, by their codes."""
    rows = lexicon.read("measure/money_words")
    return frozenset(row["money"] for row in rows if row["place"] == "dollar_country" or row["money"].endswith("D"))


def _describes_noun(lexemes: list[Lexeme], first: int, after: int) -> bool:
    """True if the word of a country belongs to the noun behind it ("$5 million Canadian grants")."""
    if lexemes[first].text.isupper() or after >= len(lexemes) or lexemes[after].kind != "word":
        return False
    return lexemes[after].lower not in WORDS["after_dollar_country"]


def has_own_money(name: str, country: str | None, nations: Iterable[str]) -> bool:
    """True if the article's country or a nation that it names has money of that name."""
    table = _by_country().get(name, {})
    return bool(country and country in table) or any(iso3 in table for iso3 in nations if iso3)


def resolve(name: str, country: str | None = None, nations: Iterable[str] = ()) -> str | None:
    """Return the ISO 4217 code of money, by the article's country and the nations that it names; or None.

    >>> resolve("dollar", "AUS"), resolve("dollar"), resolve("pound", None, ["EGY"]), resolve("peso")
    ('AUD', 'USD', 'EGP', None)
    """
    table = _by_country().get(name)
    if table is None:
        return name if name.isupper() else None
    if country and country in table:
        return table[country]
    places = set(nations)
    named = {table[iso3] for iso3 in places if iso3 and iso3 in table}
    if len(named) == 1 and (name != DOLLAR or len(places) == 1):
        return named.pop()
    return table[""] or None
