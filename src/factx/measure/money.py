"""Symbols, codes and names of money beside a number; ``factx.measure.whose_money`` says whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from factx.base import lexicon
from factx.measure.lexer import Lexeme, adjoins, lower_at
from factx.measure.mass import is_mass
from factx.measure.phrases import Phrases
from factx.measure.words import OTHER_SENSES, WORDS

DOLLAR = "dollar"
_SIGNS = frozenset({"$", "€", "£", "¥"})


@dataclass(frozen=True, slots=True)
class Money:
    """Money beside a number: ``name`` is an ISO 4217 code or, in lower case, money of several countries.

    The lexemes from ``first`` to ``last`` (exclusive) carry it; ``minor`` marks cents, pence, sen.
    ``doubtful`` is a code or sign that is often something else ("ALL", "TOP", "FC").
    """

    name: str
    first: int
    last: int
    minor: bool = False
    doubtful: bool = False


@cache
def _table(*places: str) -> Phrases[str]:
    rows = [row for row in (*lexicon.read("measure/money_words"), *_names()) if row["place"] in places]
    return Phrases.of((row["text"], _case_matters(row["text"]), row["money"]) for row in rows)


def _names() -> list[dict[str, str]]:
    return lexicon.read("measure/money_names")


def _case_matters(text: str) -> bool:
    return text != text.lower() or len(text) == 1


def money_before(lexemes: list[Lexeme], i: int) -> Money | None:
    """Return the money before the number at lexeme ``i`` ("$", "HK $", "Rs.", "INR", "€"); or None."""
    found = _table("before", "both", "code", "word_code").before(lexemes, i)
    if found is None:
        return None
    if _is_article(lexemes, found[1]):
        found = (DOLLAR, found[1] + 1)
    name, first = _of_country(lexemes, *found)
    doubtful = _table("word_code").before(lexemes, i) == found
    if doubtful and not _is_sum(lexemes, i):
        return None
    if lexemes[i - 1].kind == "word" and len(lexemes[i - 1].text) == 1 and not adjoins(lexemes, i):
        return None
    return Money(name, first, i, doubtful=doubtful)


def _is_article(lexemes: list[Lexeme], first: int) -> bool:
    """True for the article that opens "A $2 million grant", which is no Australian "A$"."""
    return lexemes[first].lower in WORDS["indefinite"] and not adjoins(lexemes, first + 1)


def _of_country(lexemes: list[Lexeme], name: str, first: int) -> tuple[str, int]:
    """Money with the country before its sign ("Canadian $5 million", not "paid the Canadian $5 million").

    A state behind a verb of giving gets the sum: "gave Fiji $5 million".
    """
    country = _table("dollar_country").before(lexemes, first) if name == DOLLAR else None
    if country is None or lower_at(lexemes, country[1] - 1) in WORDS["determiner"] | WORDS["indefinite"]:
        return name, first
    is_given = (
        lower_at(lexemes, country[1] - 1) in WORDS["gives"] and lexemes[country[1]].lower in WORDS["state_of_dollar"]
    )
    return (name, first) if is_given else country


def money_after(lexemes: list[Lexeme], i: int) -> Money | None:
    """Return the money after a number that ends before ``i`` ("ringgit", "U.S. dollars", "p"); or None."""
    at = i + 1 if _is_hyphened(lexemes, i) else i
    minor = _table("minor").at(lexemes, at)
    if minor is not None and (len(lexemes[at].text) > 1 or adjoins(lexemes, at)) and not _goes_on(lexemes, minor[1]):
        return Money(minor[0], i, minor[1], minor=True)
    found = _table("after", "both", "code", "word_code").at(lexemes, at)
    if found is None or _goes_on(lexemes, found[1]) or _belongs_to_next(lexemes, found[1]):
        return None
    doubtful = _table("word_code").at(lexemes, at) == found
    if _is_other_word(lexemes, at, *found, doubtful=doubtful):
        return None
    return Money(found[0], i, found[1], doubtful=doubtful)


def _is_hyphened(lexemes: list[Lexeme], i: int) -> bool:
    """True for a hyphen at lexeme ``i``; blanks may stand around it behind a scale ("5 - mln - dlr")."""
    if lower_at(lexemes, i) != "-":
        return False
    tied, apart = adjoins(lexemes, i) and adjoins(lexemes, i + 1), not (adjoins(lexemes, i) or adjoins(lexemes, i + 1))
    return tied or (apart and lower_at(lexemes, i - 1) in WORDS["scale_of_money"])


def _goes_on(lexemes: list[Lexeme], i: int) -> bool:
    """True if a word adjoins at lexeme ``i``, so that what was matched is only its beginning."""
    return i < len(lexemes) and adjoins(lexemes, i) and lexemes[i].kind == "word"


def _belongs_to_next(lexemes: list[Lexeme], i: int) -> bool:
    """True if the sign or code before lexeme ``i`` belongs to the next number ("3 $ 4", "3 USD 4")."""
    written = lexemes[i - 1]
    return i < len(lexemes) and lexemes[i].kind == "digits" and (written.kind != "word" or written.text.isupper())


def _is_other_word(lexemes: list[Lexeme], at: int, name: str, after: int, *, doubtful: bool) -> bool:
    """True if the word means something else: "12 won the race", "200 pounds of rice", "8 euro states"."""
    word, following = lexemes[at].lower, lower_at(lexemes, after)
    if word == "won":
        return _is_victory(lexemes, at, after)
    if word in WORDS["pound"]:
        return is_mass(lexemes, at, after)
    if word == "mark":
        return _is_level(lexemes, at, after)
    if word in OTHER_SENSES and following in OTHER_SENSES[word]:
        return True
    if lexemes[after - 1].lower in WORDS["other_word_money"] or doubtful:
        if lexemes[at - 1 - (lexemes[at - 1].text == "-")].lower in WORDS["scale_of_money"]:
            return False
        if doubtful:
            return True
        return after < len(lexemes) and lexemes[after].kind == "word" and following not in WORDS["money_after_word"]
    return False


def _is_victory(lexemes: list[Lexeme], at: int, after: int) -> bool:
    """True for "12 won the race" and "$3 million won on Sunday", not for "8 billion won on dykes"."""
    following = lower_at(lexemes, after)
    if lexemes[at - 1].lower in WORDS["scale_of_money"] and following in WORDS["after_won_as_money"]:
        return lower_at(lexemes, at - 3) in _SIGNS
    return following in OTHER_SENSES["won"] or (after < len(lexemes) and lexemes[after].kind == "digits")


def _is_level(lexemes: list[Lexeme], at: int, after: int) -> bool:
    """True if "mark" is a level ("passed the $4 trillion mark"), not money ("a 5 million mark loan")."""
    following = lexemes[after] if after < len(lexemes) else None
    closes = following is None or following.kind != "word" or following.lower in WORDS["after_dollar_country"]
    return closes and lexemes[at - 1].text != "-"


def _is_sum(lexemes: list[Lexeme], i: int) -> bool:
    """True if the number at lexeme ``i`` is a sum and counts nothing: "4,500", "3 million in aid"."""
    after = i + 1 + (lower_at(lexemes, i + 1) in WORDS["scale_of_money"])
    counts = after < len(lexemes) and lexemes[after].kind == "word"
    if counts and lexemes[after].lower not in WORDS["money_after_word"] | WORDS["after_code_sum"]:
        return False
    return after > i + 1 or "," in lexemes[i].text


def dollar_country(lexemes: list[Lexeme], i: int) -> tuple[str, int] | None:
    """Return currency and next lexeme of a country after dollars ("$75 U.S.", "$5m CAD"); or None."""
    if lower_at(lexemes, i) == "(":
        inside = _table("dollar_country", "code").at(lexemes, i + 1)
        closed = inside is not None and lower_at(lexemes, inside[1]) == ")" and inside[0] in _dollars()
        return (inside[0], inside[1] + 1) if inside is not None and closed else None
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
