"""Exceptions: 17 of "all but three of the 20", "of 20, all but three", "20, all but three of whom"."""

from __future__ import annotations

from dataclasses import replace

from factx.measure.candidate import Candidate
from factx.measure.lexer import Lexeme, lower_at
from factx.measure.words import WORDS

_DETERMINERS = 5
"""Lexemes between "of" and the whole: "of the ship 's"."""
_APOSTROPHES = frozenset({"'", "’"})
_STOPS = frozenset({".", "!", "?", ";"})
_OPENS_CLAUSE = frozenset({",", ":", "“", '"', "—", "–", "and", "but", "that"})


def join_exceptions(lexemes: list[Lexeme], found: list[Candidate]) -> list[Candidate]:
    """Return the candidates with "all but three of the 20" as 17; "all but three" alone tells no number."""
    joined: list[Candidate] = []
    at = 0
    while at < len(found):
        item = found[at]
        whole = found[at + 1] if at + 1 < len(found) else None
        if not _is_exception(lexemes, item):
            joined.append(item)
        elif whole is not None and _is_whole(lexemes, item, whole):
            joined.append(_without(item, whole, whole))
            at += 1
        else:
            before = _whole_before(lexemes, item, found[:at])
            item.dropped = before is None
            joined.append(item if before is None else _without(item, before, item))
        at += 1
    return joined


def _is_exception(lexemes: list[Lexeme], item: Candidate) -> bool:
    before = [lower_at(lexemes, item.first - 2), lower_at(lexemes, item.first - 1)]
    return before == ["all", "but"] and item.kind == "count"


def _is_whole(lexemes: list[Lexeme], item: Candidate, whole: Candidate) -> bool:
    """True if a greater count follows behind "of" and what may determine it ("of the ship's 40")."""
    between = lexemes[item.last : whole.first]
    if not between or between[0].lower != "of" or len(between) > _DETERMINERS or whole.kind != "count":
        return False
    return all(map(_determines, between)) and _is_greater(whole, item)


def _whole_before(lexemes: list[Lexeme], item: Candidate, before: list[Candidate]) -> Candidate | None:
    """Return the greater count before a comma: of "of the 40, all but three", "40, all but three of whom"."""
    if lower_at(lexemes, item.first - 3) != ",":
        return None
    start = next((i for i in range(item.first - 1, 0, -1) if lexemes[i - 1].text in _STOPS), 0)
    counts = [one for one in before if one.first >= start and one.kind == "count" and not one.dropped]
    whole = next((one for one in counts if _is_opened_by_of(lexemes, start, one)), None)
    if whole is None and _is_of_whom(lexemes, item) and len(counts) == 1:
        whole = counts[0]
    return whole if whole is not None and _is_greater(whole, item) else None


def _is_opened_by_of(lexemes: list[Lexeme], start: int, whole: Candidate) -> bool:
    """True for the count behind "of" that opens a clause: "Of the ferry's 31 passengers, …"."""
    ahead = range(whole.first - 1, max(start, whole.first - _DETERMINERS) - 1, -1)
    of = next((i for i in ahead if not _determines(lexemes[i]) or lexemes[i].lower == "of"), -1)
    return of >= start and lexemes[of].lower == "of" and (of == start or lexemes[of - 1].text in _OPENS_CLAUSE)


def _is_of_whom(lexemes: list[Lexeme], item: Candidate) -> bool:
    return lower_at(lexemes, item.last) == "of" and lower_at(lexemes, item.last + 1) in WORDS["relative"]


def _determines(piece: Lexeme) -> bool:
    return piece.kind == "word" or piece.text in _APOSTROPHES


def _is_greater(whole: Candidate, item: Candidate) -> bool:
    return whole.value is not None and item.value is not None and whole.value > item.value


def _without(item: Candidate, whole: Candidate, told: Candidate) -> Candidate:
    """Return what remains of the whole, up to the end of the later number."""
    rest = (whole.value or 0.0) - (item.value or 0.0)
    number = replace(told.number, first=item.number.first, value=rest, form="words", scale=1.0)
    return replace(told, first=item.first - 2, number=number, value=rest)
