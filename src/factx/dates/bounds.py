"""First and last day of a time as its preposition bounds it: "since 2013", "until Friday", "between May and June"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factx.dates.pieces import Item, Lexeme, Reading
from factx.dates.timex import interval

_PASSED_OVER = frozenset({"about", "the", "comma", "early", "late", "mid"})
_BOUNDS = [
    (["since"], "since"),
    (["until"], "until"),
    (["till"], "until"),
    (["to", "up"], "until"),
    (["by"], "by"),
    (["than", "later", "no"], "by"),
    (["before"], "before"),
    (["to", "prior"], "before"),
    (["than", "earlier"], "before"),
    (["after"], "after"),
    (["than", "later"], "after"),
]
"""The words that bound a time, the nearest first, and how."""
_JOINS = frozenset({"to", "through", "hyphen", "dash", "slash"})


def plain_bounds(reading: Reading) -> tuple[str | None, str | None]:
    """The interval of the value itself."""
    if reading.first is not None or reading.last is not None:
        return reading.first, reading.last
    if reading.type in {"DURATION", "SET"} or reading.value is None:
        return None, None
    return interval(reading.value) or (None, None)


def bounded(reading: Reading, before: Sequence[Item], published: str | None) -> tuple[str | None, str | None]:
    """The interval as the words before the expression bound it; open sides without a known end stay empty.

    "since 2013" ends with publication, "by 4 August" of the future begins with it.
    """
    first, last = plain_bounds(reading)
    if reading.type in {"DURATION", "SET"} or (first is None and last is None):
        return first, last
    word = _governor(before)
    if word == "since":
        return first, _later(published, first)
    if word in {"until", "by"}:
        end = last
        if reading.first is not None and reading.first == reading.last:
            return reading.first, reading.last
        return (published if published is not None and end is not None and published < end else None), end
    if word == "before":
        return None, first
    if word == "after":
        return last, None
    return first, last


def _later(published: str | None, first: str | None) -> str | None:
    return published if published is not None and first is not None and first <= published else None


def _governor(before: Sequence[Item]) -> str | None:
    """The word that bounds what follows: since, until, by, before, after; None where no bound is set."""
    words = [item.text.lower() if isinstance(item, Lexeme) else "" for item in before]
    skipped = next((at for at, item in enumerate(before) if item.cls not in _PASSED_OVER), len(before))
    for phrase, bound in _BOUNDS:
        if words[skipped : skipped + len(phrase)] == phrase:
            return bound
    return None


def is_range(items: Sequence[Item], first: int, second: int) -> bool:
    """Whether the items at two places are the ends of one range: "from May to June", "2013-2015"."""
    between = [item.cls for item in items[first + 1 : second]]
    opener = items[first - 1].cls if first > 0 else ""
    if not between or len(between) > 2:
        return False
    if between == ["and"]:
        return opener == "between"
    alike = items[first].cls == items[second].cls or "RANGE_DAY" in {items[first].cls, items[second].cls}
    return all(cls in _JOINS for cls in between) and (opener in {"from", "between"} or between[0] != "to" or alike)


def joined(first: Reading, second: Reading) -> tuple[Reading, Reading]:
    """Both ends of a range with the interval from the one to the other."""
    begin, end = plain_bounds(first)[0], plain_bounds(second)[1]
    if begin is None or end is None or begin > end:
        return first, second
    return replace(first, first=begin, last=end), replace(second, first=begin, last=end)
