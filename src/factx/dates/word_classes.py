"""Classes of lexemes and chunks that code asks for, in groups that mean one thing.

Classes of words come from the column ``class`` of the lexicons, those of chunks from the rules of
``grammar.toml``; classes that the lexer gives to marks and figures are declared here.
"""

from __future__ import annotations

from typing import Literal

Mark = Literal["comma", "dot", "hyphen", "dash", "slash", "quote", "open", "close", "break", "edge", "other"]
"""``edge`` is what lies beyond the line, ``other`` what is no time word."""
Shape = Literal[
    "plain", "run", "url", "instant", "iso_date", "figures", "iso_month", "year_pair", "slashed", "clock", "decade",
    "short_year", "ordinal", "fiscal_year", "quarter_code", "mixed", "number", "meridiem", "word", "mark",
]  # fmt: skip
"""Forms that the lexer distinguishes."""

HYPHENS = frozenset({"hyphen", "dash"})
JOINTS = HYPHENS | {"slash"}
PAUSES = frozenset({"comma", "dot"})
ARTICLES = frozenset({"a", "the"})
ORDINALS = frozenset({"ordinal", "second"})
"""``second`` is a class of its own, since it is a unit of time too."""
EARLY_LATE = frozenset({"early", "late"})

LEADS_TO = HYPHENS | {"to", "through"}
"""Between the two ends of a range."""
JOINS = LEADS_TO | {"and", "or"}
"""Between two times of one sort, a range or a list."""
RANGE_OPENERS = frozenset({"from", "between"})

SOONER = frozenset({"earlier", "before"})
LATER = frozenset({"later", "after"})

BACK = frozenset({"last", "past", "previous"})
AHEAD = frozenset({"next", "coming", "following"})
CURRENT = frozenset({"this", "current"})
ANAPHORIC = frozenset({"that", "same"})
"""Directions of a deictic expression: "last week", "next week", "this week", "that week"."""

DAYS = frozenset({"DAY", "WEEKDAY", "MONTH_DAY", "HOLIDAY"})
"""Chunks that name a day."""
