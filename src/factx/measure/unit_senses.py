"""A unit word with several meanings → the unit that is meant, by the words and the place around it.

A carat of gold is a share and one of diamonds a weight; an ounce of gold is a troy ounce; "kt" are
knots of wind and kilotonnes of copper; a gallon is another one in Britain. ``unit_senses.csv`` has
the rows in the order in which they are tried. What no row decides keeps its name, and has no SI
value if the word alone does not tell.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from factx.base import lexicon
from factx.measure.candidate import Candidate
from factx.measure.lexer import Lexeme, lower_at

CUES = lexicon.classes("measure/unit_cues")
_SENTENCE = 20
"""Lexemes on either side that are looked through for a cue: about a sentence."""
_OF = 4
"""Lexemes of what something is of: "of refined white gold"."""
_BEHIND = 2
"""Lexemes behind a unit that may be what it measures: "12-ounce plastic cup"."""
_ENDS = frozenset({".", ";", ":", "\n"})

Test = Callable[[list[Lexeme], Candidate, str, str | None], bool]


def meant(lexemes: list[Lexeme], item: Candidate, home: str | None) -> str | None:
    """Return the unit that a candidate's unit word means; ``home`` is the nation of the dateline.

    None is no unit at all ("three degrees from Yale"); what no row decides is the unit as it is.
    """
    for row in _SENSES.get(item.unit or "", ()):
        if _PLACES[row["place"]](lexemes, item, row["cue"], home):
            return row["means"] or None
    return item.unit


def _is_near(lexemes: list[Lexeme], item: Candidate, cue: str, home: str | None) -> bool:
    """True if a word of the class is in the sentence."""
    before = takewhile(_goes_on, reversed(lexemes[max(item.first - _SENTENCE, 0) : item.first]))
    after = takewhile(_goes_on, lexemes[item.last : item.last + _SENTENCE])
    return any(piece.lower in CUES[cue] for piece in (*before, *after))


def _is_of(lexemes: list[Lexeme], item: Candidate, cue: str, home: str | None) -> bool:
    """True if it is of something: of the class, if there is one."""
    if lower_at(lexemes, item.last) != "of":
        return False
    thing = takewhile(lambda piece: piece.kind == "word", lexemes[item.last + 1 : item.last + 1 + _OF])
    return not cue or any(piece.lower in CUES[cue] for piece in thing)


def _is_behind(lexemes: list[Lexeme], item: Candidate, cue: str, home: str | None) -> bool:
    """True if a word of the class is what the unit measures, or the word before that."""
    return any(lower_at(lexemes, item.last + step) in CUES[cue] for step in range(_BEHIND))


def _is_home(lexemes: list[Lexeme], item: Candidate, cue: str, home: str | None) -> bool:
    """True if the dateline's nation is this one; without one, if it is known."""
    return home is not None and cue in {"", home}


def _is_large(lexemes: list[Lexeme], item: Candidate, cue: str, home: str | None) -> bool:
    """True if the number is at least this one."""
    value = item.value if item.value is not None else item.low
    return value is not None and abs(value) >= float(cue)


def _is_one_of(lexemes: list[Lexeme], item: Candidate, cue: str, home: str | None) -> bool:
    """True if the number is one of these."""
    return any(item.value == float(number) for number in cue.split())


def _always(lexemes: list[Lexeme], item: Candidate, cue: str, home: str | None) -> bool:
    """True: the row is for what the rows before leave."""
    return True


def _goes_on(piece: Lexeme) -> bool:
    return piece.kind != "line" and piece.text not in _ENDS


_PLACES: dict[str, Test] = {
    "near": _is_near,
    "of": _is_of,
    "behind": _is_behind,
    "home": _is_home,
    "large": _is_large,
    "is": _is_one_of,
    "": _always,
}


def _senses() -> dict[str, list[dict[str, str]]]:
    table: dict[str, list[dict[str, str]]] = {}
    for row in lexicon.read("measure/unit_senses"):
        table.setdefault(row["unit"], []).append(row)
    return table


_SENSES = _senses()
