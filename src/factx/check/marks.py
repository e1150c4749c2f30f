"""Facts as annotators see them: an amount with its kind, and the spans of who, whom, where and when.

All offsets count code points. The text that tools are given has the length of the article's, so
that offsets hold in both: what tools take for the end of a line, a carriage return too, becomes a
space or a line feed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from factx.base import InputError
from factx.check.gold import Row
from factx.check.predicted import names_of, rows_of
from factx.tables import read_tables

Span = tuple[int, int]
ROLES = ("agent", "recipient", "object", "purpose", "location", "time", "source")
"""What spans an amount has beside it."""
ATTRIBUTES = ("bound", "status", "modality")
"""What annotators choose of an amount, where their tool has a place for it."""
CHOICES: Mapping[str, Sequence[str]] = {
    "bound": ("exact", "at_least", "more_than", "at_most", "less_than", "about", "range", "vague"),
    "status": (
        *("requested", "pledged", "approved", "delivered", "withheld"),
        *("present", "sent", "planned", "withdrawn"),
    ),
    "modality": ("asserted", "possible", "denied"),
}
KINDS = ("pledge", "troops", "arrest", "killed", "injured", "missing", "displaced", "members")
LAST_OF_ONE_UNIT = "\uffff"
_LINE_ENDS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘(]?[A-Z0-9])|\n\s*")
_UNSAFE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
"""What XML cannot hold."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One fact: its kind, the span of its amount, those of its roles, and what was chosen of it."""

    kind: str
    span: Span
    roles: Mapping[str, Span] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with the facts marked in it; ``text`` is what tools are given."""

    id: str
    text: str
    facts: Sequence[Marked]

    @property
    def kinds(self) -> list[str]:
        """The kinds of its facts."""
        return sorted({fact.kind for fact in self.facts})


@dataclass(frozen=True, slots=True)
class Before:
    """An article as it was before people marked it: text, what is known of it, rows of facts and numbers."""

    id: str
    text: str
    about: Row
    rows: Sequence[Row]
    numbers: Sequence[Row]
    times: Sequence[Row]

    def marked(self) -> MarkedArticle:
        """The facts of the tables as marks."""
        return MarkedArticle(self.id, plain(self.text), [mark_of(row, self.text) for row in self.rows])


def plain(text: str) -> str:
    r"""The text that tools are given: as long as the article's, with line feeds and no other controls.

    >>> plain("Two died.\r\nOne fled.\x85")
    'Two died. \nOne fled.\n'
    """
    return _UNSAFE.sub(" ", text.replace("\r\n", " \n").replace("\r", "\n").translate(_LINE_ENDS))


def read_before(folder: str) -> list[Before]:
    """The articles of a folder of tables, in the order read.

    Raises ``InputError`` for tables without the texts.
    """
    wanted = ["articles", "facts", "quantities", "dates", "texts"]
    tables = {name: rows_of(frame) for name, frame in read_tables(folder, wanted).items()}
    texts = {row["article_id"]: row["text"] for row in tables["texts"]}
    articles = tables["articles"]
    read = [(name, row) for name, row in zip(names_of(articles), articles, strict=True) if row["status"] == "ok"]
    lacking = [row for _, row in read if row["article_id"] not in texts]
    if lacking:
        raise InputError(
            f"{folder}: no text of {len(lacking)} articles ({lacking[0]['path']}); write the tables with --texts"
        )
    facts, numbers, times = (_by_article(tables[name]) for name in ("facts", "quantities", "dates"))
    return [
        Before(
            id=name,
            text=texts[row["article_id"]],
            about={"title": row["title"], "date": None if row["published"] is None else str(row["published"])[:10]},
            rows=facts[row["article_id"]],
            numbers=numbers[row["article_id"]],
            times=times[row["article_id"]],
        )
        for name, row in read
    ]


def _by_article(rows: Iterable[Row]) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["article_id"]].append(row)
    return found


def mark_of(row: Row, text: str) -> Marked:
    """A row of ``facts.csv`` as a mark: its fillers are looked for in their sentence, then before it."""
    start, end = int(row["char_start"]), int(row["char_end"])
    sentence = sentence_of(row, text)
    words = {role: row["time_text" if role == "time" else role] for role in ROLES}
    spans = {role: _find(text, str(said), sentence, start) for role, said in words.items() if said}
    chosen = {name: str(row[name]) for name in ATTRIBUTES if row[name]}
    return Marked(str(row["kind"]), (start, end), {role: span for role, span in spans.items() if span}, chosen)


def sentence_of(row: Row, text: str) -> Span:
    """Where the sentence of a row is: the one around its amount."""
    start, said = int(row["char_start"]), str(row["sentence"] or "")
    first = text.rfind(said, max(0, start - len(said)), start + len(said)) if said else -1
    return (first, first + len(said)) if 0 <= first <= start else sentence_around(text, start)


def sentence_around(text: str, start: int) -> Span:
    """Where a sentence begins and ends by its full stops: of marks that no run has made.

    >>> text = "Two fled. Nine men were held in Lima. One died."
    >>> text[slice(*sentence_around(text, 10))]
    'Nine men were held in Lima.'
    """
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    first = max(end for end in ends if end <= start)
    last = min((end for end in ends if end > start), default=len(text))
    return first, first + len(text[first:last].rstrip())


def _find(text: str, said: str, sentence: Span, amount: int) -> Span | None:
    """The place of a filler nearest to the amount in its sentence, or else the last one before it."""
    inside = list(_all(text, said, *sentence)) or list(_all(text, said, 0, sentence[0]))[-1:]
    start = min(inside, key=lambda place: abs(place - amount), default=None)
    return None if start is None else (start, start + len(said))


def _all(text: str, said: str, first: int, last: int) -> Iterator[int]:
    place = text.find(said, first, last)
    while place >= 0:
        yield place
        place = text.find(said, place + 1, last)


def to_utf16(text: str) -> Sequence[int]:
    """The offset in UTF-16 of each offset in code points, the end included.

    >>> list(to_utf16("a💥b"))
    [0, 1, 3, 4]
    """
    places = [0]
    for letter in text:
        places.append(places[-1] + 1 + (letter > LAST_OF_ONE_UNIT))
    return places


def from_utf16(text: str) -> Mapping[int, int]:
    """The offset in code points of each offset in UTF-16 that is not within a character."""
    return {place: number for number, place in enumerate(to_utf16(text))}
