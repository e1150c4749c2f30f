"""Counts right after a month are no days of it: "In June 12 men fled", "In May, 15 died".

Before the grammar reads the text, such a figure becomes one that cannot be a day. It is a count

1. after a full stop: "It opened in May. 12 people came";
2. after a comma, if a word opens the month as one ("in May, 15 …") or a name ends in it;
3. after a month whose opener lets no day follow ("in", "late", "the end of"), if what comes next
   can be counted;
4. after any other month before persons and their verb: "By May 15 miners had died";
5. before those of whom it is a part: "May 12 of our men come home".

It is a day before a year, and after "on", an article or a weekday before the month.
"""

from __future__ import annotations

from collections.abc import Sequence

from factx.base import word_classes
from factx.dates.adjacent_words import is_counted_noun, is_guard_word, looks_like_name, looks_plural, opens
from factx.dates.anchor import EDGE
from factx.dates.pieces import Lexeme
from factx.dates.tense_from_words import is_past_form
from factx.dates.word_classes import ARTICLES, HYPHENS, JOINS, JOINTS, PAUSES

_MONTHS = frozenset({"month", "month_short", "month_or_name"})
_DAYS = frozenset({"number_12", "number_23", "number_31"})
_COUNT = "number_big"
"""A class of figures that are never a day, but may be the amount of a duration ("In May 15 days …")."""
_YEARS = frozenset({"year", "year_words"})
_TAKES_DAY = ARTICLES | {"on", "weekday", "weekday_short"}
_PHASES = frozenset({"early", "late", "mid"})
_PARTS_OF_MONTH = frozenset({"start", "end", "mid", "rest", "week_unit", "month_unit", "units", "half"})
_MULTIPLES = frozenset({"scale", "thousand", "hundred", "dozen", "units"})
_BEGINS_CLAUSE = PAUSES | {"edge", "break", "quote", "that", "and", "dash"}
_PARTS_CLAUSES = frozenset({":", ";"})
_DEMONYM_ENDINGS = ("ns", "is")
_NOUN_REACH = 4
"""Words after a figure among which its noun is: "12 newly trained police officers"."""


def with_counts_apart(items: Sequence[Lexeme]) -> list[Lexeme]:
    """The lexemes, each count after a month with a class that no day of a month has.

    >>> from factx.dates.lexer import lexemes
    >>> [item.cls for item in with_counts_apart(lexemes("In June 12 men fled")) if item.text == "12"]
    ['number_big']
    """
    found = list(items)
    for at, item in enumerate(items):
        if item.cls in _DAYS and item.text.isdecimal():
            marks = _marks_before(items, at)
            month = at - 1 - len(marks)
            if month >= 0 and items[month].cls in _MONTHS and _is_count(items, month, marks, at):
                found[at] = item._replace(cls=_COUNT)
    return found


def _marks_before(items: Sequence[Lexeme], at: int) -> list[str]:
    """The classes of the comma and full stop between a figure and the word before it."""
    marks: list[str] = []
    while at > len(marks) and items[at - 1 - len(marks)].cls in PAUSES:
        marks.append(items[at - 1 - len(marks)].cls)
    return marks


def _is_count(items: Sequence[Lexeme], month: int, marks: list[str], at: int) -> bool:
    """True if the figure at a place counts something and is no day of the month before it."""
    left, after = _opener(items, month), _after(items, at)
    rest = after[1:] if after[0].cls == "comma" else after
    if left.cls in _TAKES_DAY or rest[0].cls in _YEARS:
        return False
    if "dot" in marks and items[month].cls != "month_short":
        return True
    if "comma" in marks:
        return _is_apart(items[month], left, after)
    if _lets_no_day_follow(items, month, left):
        return _counts(after, begins=_begins_clause(items, month))
    if _is_part_of_persons(after):
        return True
    return _is_persons(after[0]) and not _is_force(after[0]) and is_guard_word(after[1], "plural_verb")


def _opener(items: Sequence[Lexeme], month: int) -> Lexeme:
    """The word before a month, or ``EDGE``.

    It is "mid" before "mid-March", the weekday before "Tuesday, March, 3".
    """
    at = month - 1
    while at > 0 and items[at].cls in JOINTS | {"comma"} and items[at - 1].cls in _PHASES | _TAKES_DAY:
        at -= 1
    return items[at] if at >= 0 else EDGE


def _after(items: Sequence[Lexeme], at: int) -> list[Lexeme]:
    """The lexemes after a figure in its line, the second part of a range passed over, and an edge."""
    found = list(items[at + 1 : at + 3 + _NOUN_REACH])
    if len(found) > 1 and found[0].cls in JOINS and found[1].text.isdecimal():
        found = found[2:]
    line = next((place for place, item in enumerate(found) if item.cls == "break"), len(found))
    return [*found[:line], EDGE, EDGE]


def _is_apart(month: Lexeme, left: Lexeme, after: Sequence[Lexeme]) -> bool:
    """True if a comma sets the figure apart from the month: "in May, 15 men", "Jane May, 12, died"."""
    named = looks_like_name(left) and month.cls == "month_or_name"
    opened = opens(left, "month") and left.cls not in JOINTS | {"open"}
    return named or opened or opens(left, "month_without_day") or _counts(after, begins=False)


def _lets_no_day_follow(items: Sequence[Lexeme], month: int, left: Lexeme) -> bool:
    """True for "in May", "last May", "by late May", "the end of May": with a day it would be "on May 3"."""
    if left.cls in _PHASES | {"of"}:
        before = [item for item in items[max(month - 4, 0) : month] if item.start < left.start]
        nearest = before[-1] if before else EDGE
        return nearest.cls in _PARTS_OF_MONTH if left.cls == "of" else opens(nearest, "month")
    return opens(left, "month_without_day")


def _begins_clause(items: Sequence[Lexeme], month: int) -> bool:
    """True if the phrase with the month opens its clause: "In May 15 attacks failed"."""
    at = month - 1
    while (at >= 0 and opens(items[at], "month")) or (at >= 0 and items[at].cls in ARTICLES | _PARTS_OF_MONTH):
        at -= 1
    return at < 0 or items[at].cls in _BEGINS_CLAUSE or items[at].text in _PARTS_CLAUSES


def _counts(after: Sequence[Lexeme], *, begins: bool) -> bool:
    """True if what follows a figure can be counted by it; attacks and polls only where a clause begins.

    Elsewhere "in Nov. 13 attacks" is how headlines write a day.
    """
    first, second = after[0], after[1]
    if first.cls == "of":
        return is_guard_word(second, "whole")
    if first.cls in HYPHENS:
        return first.end == second.start and second.text.isalpha()
    return _is_multiple_or_verb(first, second) or _counts_noun(after, begins)


def _is_part_of_persons(after: Sequence[Lexeme]) -> bool:
    """True for "12 of them", "12 of the paper's men", not for "May 12 of the same year"."""
    of, whole, *words = after
    if of.cls != "of" or not is_guard_word(whole, "whole"):
        return False
    noun_at = 3 if [item.cls for item in words[1:3]] == ["quote", "ess"] else 0
    return is_guard_word(whole, "persons_alone") or _counts_noun(words[noun_at:], begins=False)


def _is_multiple_or_verb(first: Lexeme, second: Lexeme) -> bool:
    """True for what makes a figure a count by itself: "12 million", "12 percent", "12 died", "12 were"."""
    if first.cls in _MULTIPLES or first.text == "%" or is_guard_word(first, "plural_verb"):
        return True
    return is_past_form(first.text) and (second.cls != "other" or is_guard_word(second, "function_word"))


def _counts_noun(after: Sequence[Lexeme], begins: bool) -> bool:
    """True if a noun that can be counted comes soon, with only words of its phrase before it."""
    for item in after[:_NOUN_REACH]:
        if item.cls != "other" or not item.text.isalpha() or is_guard_word(item, "function_word"):
            return False
        if _is_persons(item) or (begins and is_counted_noun(item)):
            return True
    return False


def _is_persons(noun: Lexeme) -> bool:
    """True for a noun of persons in the plural: "people", "miners", "firemen", "Kenyans"."""
    word = noun.text.lower()
    if noun.text[:1].isupper() and word.endswith(_DEMONYM_ENDINGS):
        return True
    singulars = [word[:-1], word[:-2], f"{word[:-3]}y"] if looks_plural(noun) else []
    singulars += [f"{word[:-2]}an"] if word.endswith("men") else []
    plain = (word,) if is_guard_word(noun, "counted") else ()
    return any("person" in word_classes(form) for form in (*singulars, *plain))


def _is_force(noun: Lexeme) -> bool:
    """True for police and troops, whom texts name without their number: "Since May 3 police have …"."""
    return is_guard_word(noun, "force")
