"""What a file is read to: raw articles with their metadata, and the parts that are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as its file has it.

    ``metadata`` has title, published, updated, dateline, author, publisher, url and language, as far as
    the file states them; ``number`` is the article's place in a file that may hold several, from 1;
    ``note`` says what of it is doubtful. ``is_file`` is true if the text is that of the whole file,
    letter by letter. ``member`` is the name of the file within an archive. ``skip`` has the ranges of
    the text that are not the story's (a title told again); ``skipped`` says why it is not processed.
    """

    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    number: int | None = None
    note: str | None = None
    is_file: bool = False
    member: str | None = None
    skip: tuple[tuple[int, int], ...] = ()
    skipped: str | None = None


@dataclass(frozen=True, slots=True)
class BadPart:
    """A part of a file that is no article, and why; ``number`` and ``member`` say which.

    ``left_out`` is the kind of a member that factx does not read: it is counted, and no failure.
    """

    reason: str
    number: int | None = None
    member: str | None = None
    left_out: str | None = None


Part = RawArticle | BadPart


def with_note(part: Part, note: str | None) -> Part:
    """An article with one more note; what is none as it is."""
    if note is None or not isinstance(part, RawArticle):
        return part
    return replace(part, note="; ".join(filter(None, (part.note, note))))


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a user says of files: names of columns for factx's fields, and whether 3/4/2017 is in April."""

    columns: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None
