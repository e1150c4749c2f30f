"""Start and end date of a time as its preposition bounds it: "since 2013", "between May and June"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factx.base import lexicon
from factx.dates.pieces import Item, Lexeme
from factx.dates.timex import Timex, interval
from factx.dates.word_classes import JOINTS, LEADS_TO, RANGE_OPENERS

Interval = tuple[str | None, str | None]
_PASSED_OVER = frozenset({"about", "the", "comma", "early", "late", "mid"})
"""Classes that may come between the preposition and its time."""
_PHRASES = sorted(
    ((row["phrase"].split()[::-1], row["class"]) for row in lexicon.read("dates/bounds")), key=lambda row: -len(row[0])
)
"""The words that bound a time, the nearest first, and how; "no later than" is tried before "later than"."""
_PREFIXES = {
    row["phrase"].removesuffix("-"): row["class"] for row in lexicon.read("dates/bounds") if "-" in row["phrase"]
}
"""Prefixes that bound a time: "pre-1967 borders"."""
_NEAR = 2
"""Items before a time of which a hyphen may make the preposition a part of another word."""
_WITHOUT_DATES = frozenset({"DURATION", "SET"})


def plain_bounds(timex: Timex) -> Interval:
    """The interval of the value itself."""
    if timex.start_date is not None or timex.end_date is not None:
        return timex.start_date, timex.end_date
    if timex.type in _WITHOUT_DATES or timex.value is None:
        return None, None
    return interval(timex.value) or (None, None)


def bounded(timex: Timex, before: Sequence[Item], published: str | None) -> Interval:
    """The interval as the words before the expression bound it; a side that stays open is None.

    "since 2013" ends with publication, "by 4 August" of the future begins with it. What is just
    before or after an hour is of its day: "shortly before dawn on Friday".
    """
    start, end = plain_bounds(timex)
    if timex.type in _WITHOUT_DATES or (start is None and end is None):
        return start, end
    word = _bound_word(before)
    if word == "since":
        return start, published if published is not None and start is not None and start <= published else None
    if word in {"until", "by"} or (word == "through" and _is_ahead(end, published)):
        return _up_to(timex, end, published)
    if timex.type == "TIME":
        return start, end
    if word == "before":
        return None, start
    return (end, None) if word == "after" else (start, end)


def _is_ahead(end: str | None, published: str | None) -> bool:
    """True for a time after publication: up to it "through 2030" lasts, not "through the 1990s"."""
    return published is not None and end is not None and published < end


def _up_to(timex: Timex, end: str | None, published: str | None) -> Interval:
    """The interval up to a time: from publication, if that is earlier, or that of its range or day."""
    if timex.start_date is not None and (timex.start_date == timex.end_date or _ends_range(timex)):
        return timex.start_date, timex.end_date
    return (published if _is_ahead(end, published) else None), end


def _ends_range(timex: Timex) -> bool:
    """True if a range gave the interval, which begins before the value does: "from April until June"."""
    own = interval(timex.value) if timex.value is not None else None
    return own is not None and timex.start_date is not None and timex.start_date < own[0]


def _bound_word(before: Sequence[Item]) -> str | None:
    """How the words before a time bound it (``class`` of the lexicon ``bounds``), or None."""
    words = [item.text.lower() if isinstance(item, Lexeme) else "" for item in before]
    joined_to_word = any(left.cls == "hyphen" and left.end == item.start for item, left in pairwise(before[:_NEAR]))
    if joined_to_word:  # "a drive-by Wednesday night"
        return None
    if len(words) > 1 and words[0] == "-" and words[1] in _PREFIXES:
        return _PREFIXES[words[1]]
    skipped = next((at for at, item in enumerate(before) if item.cls not in _PASSED_OVER), len(before))
    return next((bound for words_of, bound in _PHRASES if words[skipped : skipped + len(words_of)] == words_of), None)


def is_range(items: Sequence[Item], first: int, second: int) -> bool:
    """True if the items at two places are the ends of one range: "from May to June", "2013-2015".

    After an opener a comma may close the first: "from May 3, 2014, to June 5, 2015".
    """
    between = [item.cls for item in items[first + 1 : second]]
    opener = items[first - 1].cls if first > 0 else ""
    if between[:1] == ["comma"] and opener in RANGE_OPENERS:
        between = between[1:]
    if not between or len(between) > 2:
        return False
    if between == ["and"]:
        return opener == "between"
    alike = items[first].cls == items[second].cls or "RANGE_DAY" in {items[first].cls, items[second].cls}
    leads = all(cls in LEADS_TO | JOINTS for cls in between)
    return leads and (opener in RANGE_OPENERS or between[0] != "to" or alike)


def lists_of_days(items: Sequence[Item], timexes: Sequence[Timex | None]) -> Iterator[dict[int, Timex]]:
    """The days of each list that leaves out a month or has no gap, with its interval, by place.

    "On May 3, 4 and 7", "on Monday and Tuesday"; "on Monday and Friday" are two days.
    """
    days = [at for at, timex in enumerate(timexes) if timex is not None and timex.day is not None]
    run: list[int] = []
    for at in [*days, len(items)]:
        if run and _is_listed(items, run[-1], at) and at < len(items):
            run.append(at)
            continue
        yield _with_interval(items, {place: timex for place in run if (timex := timexes[place]) is not None})
        run = [at]


def _is_listed(items: Sequence[Item], first: int, second: int) -> bool:
    """True if only a comma or "and" is between two items; "May 3-5 and June 2" are no list."""
    if items[first].cls == "RANGE_DAY" and items[first - 1].cls in LEADS_TO | JOINTS:
        return False
    between = [item.cls for item in items[first + 1 : second]]
    return between in (["comma"], ["and"], ["comma", "and"])


def _with_interval(items: Sequence[Item], run: dict[int, Timex]) -> dict[int, Timex]:
    """The days of a list with the interval of the list; empty if they are days of their own."""
    days = [timex.day for timex in run.values() if timex.day is not None]
    shared = any(items[at].cls == "RANGE_DAY" for at in run)
    steps = [(second - first).days for first, second in pairwise(days)]
    if not steps or min(steps) < 1 or not (shared or max(steps) == 1):
        return {}
    start, end = days[0].isoformat(), days[-1].isoformat()
    return {at: replace(timex, start_date=start, end_date=end) for at, timex in run.items()}


def joined(first: Timex, second: Timex) -> tuple[Timex, Timex]:
    """Both ends of a range with the interval from the one to the other."""
    start, end = plain_bounds(first)[0], plain_bounds(second)[1]
    if start is None or end is None or start > end:
        return first, second
    return replace(first, start_date=start, end_date=end), replace(second, start_date=start, end_date=end)
