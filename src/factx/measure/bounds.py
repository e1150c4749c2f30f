"""Bound and change words around an amount: "more than 278", "278 or more", "nearly", "up 5 percent", "fell by"."""

from __future__ import annotations

from functools import lru_cache

from factx import lexicon
from factx.measure.lexemes import Lexeme, glued, lower_at
from factx.measure.phrases import Phrases
from factx.records import Bound

_ARTICLES = frozenset({"a", "an"})
_TRANSPARENT = frozenset({"total", "whopping", "record", "staggering", "combined", "estimated", "of", "whole", "average"})


@lru_cache(maxsize=None)
def _phrases(side: str) -> Phrases[Bound]:
    rows = [row for row in lexicon.read("bound_words") if row["side"] == side]
    return Phrases.of((row["text"], False, _bound(row["bound"])) for row in rows)


def _bound(name: str) -> Bound:
    bounds: dict[str, Bound] = {
        "more_than": "more_than", "at_least": "at_least", "at_most": "at_most", "less_than": "less_than", "about": "about"
    }  # fmt: skip
    return bounds[name]


def bound_before(lexemes: list[Lexeme], i: int) -> tuple[Bound, int] | None:
    """Bound and first lexeme of the bound words that end before lexeme ``i``; an open bound wins over "about".

    >>> from factx.measure.lexemes import lex
    >>> bound_before(lex("up to about 40 men"), 3)
    ('at_most', 0)
    """
    found: tuple[Bound, int] | None = None
    at = i
    for _ in range(4):
        step = _one_before(lexemes, at)
        if step is None:
            break
        at = step[1]
        found = (step[0] if found is None or found[0] == "about" else found[0], at)
    return found


def _one_before(lexemes: list[Lexeme], i: int) -> tuple[Bound, int] | None:
    if lower_at(lexemes, i - 1) == ",":
        hit = _phrases("left").before(lexemes, i - 1)
        return hit if hit is not None and lexemes[hit[1]].lower == "at" and i - hit[1] > 2 else None
    for at in _places(lexemes, i):
        hit = _phrases("left").before(lexemes, at)
        if hit is not None and not _is_other_sense(lexemes, hit[1], at):
            return hit
    return None


def _places(lexemes: list[Lexeme], i: int) -> list[int]:
    """Where bound words may end: right before the amount, or before "a total of", "a whopping", "an"."""
    places, at = [i], i
    for _ in range(3):
        if lower_at(lexemes, at - 1) in _ARTICLES | _TRANSPARENT:
            at -= 1
            places.append(at)
        else:
            break
    return places


_OTHER_SENSE = {
    "past": {"the", "this"},
    "some": {"and", "for", "as"},
    "over": {"all", "took", "take", "hand", "handed", "turned", "left", "carried", "from"},
    "about": {"all", "talk", "talked", "concerned", "worried", "ask", "asked", "know", "joked", "spoke", "bring", "brought"},
    "around": set(),
}


def _is_other_sense(lexemes: list[Lexeme], first: int, end: int) -> bool:
    word, before = lexemes[first].lower, lower_at(lexemes, first - 1)
    if word == "up" and lower_at(lexemes, first + 1) == "to" and before in _changes():
        return True
    if end - first > 1:
        return False
    if lexemes[first].kind == "symbol" and word in {"<", ">"} and glued(lexemes, first) and lexemes[first - 1].kind == "word":
        return True
    return before in _OTHER_SENSE.get(word, ())


def bound_after(lexemes: list[Lexeme], i: int) -> tuple[Bound, int] | None:
    """Bound and next lexeme of bound words that start at lexeme ``i`` ("or more", "-plus", "+", "at least")."""
    at = i + 1 if lower_at(lexemes, i) in {"-", ","} and not lower_at(lexemes, i + 1).isdigit() else i
    if at > i and lower_at(lexemes, i) == "," and lower_at(lexemes, at) not in {"at", "or"}:
        return None
    hit = _phrases("right").at(lexemes, at)
    if hit is None:
        return None
    first, after = lexemes[at], hit[1]
    if first.text[:1].isupper():
        return None
    if first.lower in {"+", "odd", "plus", "tops", "upwards", "minimum", "maximum", "max"}:
        if first.lower == "+" and not glued(lexemes, at):
            return None
        if first.lower in {"plus", "minimum", "maximum", "max"} and at == i and after < len(lexemes):
            return hit if lexemes[after].kind in {"symbol", "line"} else None
    if after < len(lexemes) and (lexemes[after].kind == "digits" or lower_at(lexemes, after) in {"than"}):
        return None
    if lower_at(lexemes, at) in {"at"} and lower_at(lexemes, after) in {"one", "two", "three"}:
        return None
    return hit


@lru_cache(maxsize=1)
def _changes() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["direction"], row["kind"]) for row in lexicon.read("change_words") if row["kind"] != "after"}


@lru_cache(maxsize=1)
def _after() -> dict[str, str]:
    return {row["word"]: row["direction"] for row in lexicon.read("change_words") if row["kind"] == "after"}


_BETWEEN_CHANGE_AND_AMOUNT = frozenset(
    "by a an another further to sharply slightly just only as much more than least at the".split()
)


def change_before(lexemes: list[Lexeme], i: int, is_count: bool) -> str | None:
    """"up" or "down" where a word of change leads to the amount at lexeme ``i`` ("rose 5 %", "up by", "fell to").

    Verbs that also take things as objects ("lost 12 men", "added 30 jobs") change no counted noun unless "by" follows.
    """
    at, steps, by = i - 1, 0, lower_at(lexemes, i - 1) in {"by", "to"}
    while at >= 0 and steps < 6:
        word = lexemes[at].lower
        hit = _changes().get(word)
        if hit is not None:
            return None if hit[1] == "transitive" and is_count and not by else hit[0]
        if word not in _BETWEEN_CHANGE_AND_AMOUNT and not word.endswith("ly"):
            return None
        if lexemes[at].kind != "word" or (word == "to" and lower_at(lexemes, at - 1) == "up"):
            return None
        by = by or word in {"by", "to"}
        at, steps = at - 1, steps + 1
    return None


def change_of(word: str) -> str | None:
    """"up" or "down" for a word of change in lower case; None for any other word."""
    return _changes().get(word, (None, ""))[0]


def is_change(lexeme: Lexeme) -> bool:
    """Whether the word tells a rise or a fall."""
    return lexeme.lower in _changes()


def change_after(lexemes: list[Lexeme], i: int) -> str | None:
    """"up" or "down" where the amount is followed by "higher" or "lower"."""
    return _after().get(lower_at(lexemes, i))
