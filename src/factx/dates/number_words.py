"""Number words read together: "twenty-one" is 21, "nineteen ninety-six" a year."""

from __future__ import annotations

from factx.dates.days import LONGEST_MONTH
from factx.dates.pieces import Lexeme
from factx.dates.word_classes import ORDINALS

_WORDS = frozenset({"number_word", "tens", "hundred", "thousand"})
_MULTIPLIERS = frozenset({"hundred", "thousand"})
_LINKS = frozenset({"hyphen", "and"})
_LONGEST = 12
"""No numeral of a date has more words."""
_TEN = 10  # the first number that a unit cannot follow as a digit
_TEENS = range(11, 20)
_CENTURIES = range(11, 21)
"""First halves of years in words: "nineteen ninety-six", "twenty ten"."""
_FIRST_YEAR, _LAST_YEAR = 1100, 2099
"""A numeral of several words is read as a year between these, else as a count."""


def merge_number_words(items: list[Lexeme], text: str) -> list[Lexeme]:
    """The lexemes with each run of number words as one ``number_word``, ``year_words`` or ``ordinal``.

    >>> words = [Lexeme(0, 6, "twenty", "tens", 20), Lexeme(7, 10, "six", "number_word", 6)]
    >>> [(item.text, item.cls, item.value) for item in merge_number_words(words, "twenty six")]
    [('twenty six', 'number_word', 26)]
    """
    merged: list[Lexeme] = []
    done = 0
    for at in [at for at, item in enumerate(items) if item.cls in _WORDS]:
        if at >= done:
            end = _run_end(items, at)
            merged += items[done:at]
            merged.append(_merge(items[at:end], text))
            done = end
    return merged + items[done:]


def _run_end(items: list[Lexeme], at: int) -> int:
    """The end of the numeral that begins at ``at``: number words joined by space, hyphen or "and"."""
    end = at + 1
    while end < len(items) and end - at < _LONGEST:
        taken = _continuation(items, end)
        end += taken
        if not taken or items[end - 1].cls in ORDINALS:
            break
    return end


def _continuation(items: list[Lexeme], at: int) -> int:
    """How many lexemes from ``at`` on continue the numeral before it; 0 if it ends there."""
    before, item = items[at - 1], items[at]
    after = items[at + 1] if at + 1 < len(items) else None
    if item.cls in _WORDS and _adds_up(before, item):
        return 1
    if before.cls == "tens" and item.cls in ORDINALS and _is_unit(item):
        return 1
    if before.cls == "tens" and item.cls == "hyphen" and after is not None and _is_unit(after):
        return 2
    return 2 if before.cls in _MULTIPLIERS and item.cls == "and" and after is not None and after.cls in _WORDS else 0


def _adds_up(before: Lexeme, item: Lexeme) -> bool:
    """True if two number words are one numeral: "nineteen ninety", "two hundred", not "two three"."""
    if before.cls == "tens" or before.cls in _MULTIPLIERS or item.cls in _MULTIPLIERS:
        return True
    return int(str(before.value)) >= _TEN or item.value == 0 or before.value == 0


def _is_unit(item: Lexeme) -> bool:
    """True for a number below ten, as in "twenty-one", "twenty-first", "twenty-second"."""
    if item.cls == "second":
        return True
    return item.cls in {"number_word", "ordinal"} and isinstance(item.value, int) and 0 < item.value < _TEN


def _merge(run: list[Lexeme], text: str) -> Lexeme:
    """A numeral as an ordinal, a year in words or a number."""
    words = [item for item in run if item.cls not in _LINKS]
    start, end = run[0].start, run[-1].end
    value = _evaluate(words)
    if words[-1].cls in ORDINALS:
        return Lexeme(start, end, text[start:end], "ordinal" if value <= LONGEST_MONTH else "other", value)
    year = value if words[-1].cls != "hundred" and any(item.cls == "thousand" for item in words) else _year(words)
    if len(words) > 1 and year is not None and _FIRST_YEAR <= year <= _LAST_YEAR:
        return Lexeme(start, end, text[start:end], "year_words", year)
    return Lexeme(start, end, text[start:end], "number_word", value)


def _evaluate(words: list[Lexeme]) -> int:
    """The value of a numeral."""
    total = group = 0
    for item in words:
        number = 2 if item.cls == "second" else int(str(item.value))
        if item.cls == "thousand":
            total, group = total + max(group, 1) * 1000, 0
        elif item.cls == "hundred":
            group = max(group, 1) * 100
        else:
            group += number
    return total + group


def _year(words: list[Lexeme]) -> int | None:
    """The year in "nineteen ninety-six" or "nineteen hundred eighty-three", or None for a count."""
    if any(item.cls == "hundred" for item in words):
        return _evaluate(words) if words[0].value in _TEENS and words[1].cls == "hundred" else None
    head, rest = int(str(words[0].value)), _evaluate(words[1:])
    if head in _CENTURIES and (rest >= _TEN or (words[1:2] and words[1].value == 0)):
        return head * 100 + rest
    return None
