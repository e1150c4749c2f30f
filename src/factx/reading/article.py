"""An article, and how one is made of a text: its header is read, its language recognised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from factx.base import content_id
from factx.reading.encoding import without_lone_surrogates
from factx.reading.header import Header, read_header
from factx.reading.language import language_of, not_english
from factx.reading.markup import without_markup

SHOWN_DATE = 40
"""Characters of a date that could not be read: enough to find it by; the field may hold anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Header):
    """One article: its text, which all offsets refer to, and all that its header says.

    ``article_id`` is a content hash; ``skipped`` says why an article is not processed, ``copy_of`` has
    the id of the article that it repeats, and ``note`` says what in it was not understood.
    """

    text: str
    article_id: str
    path: str | None = None
    sha256: str | None = None
    skipped: str | None = None
    copy_of: str | None = None
    note: str | None = None


def article(
    text: str,
    *,
    path: str = "",
    sha256: str | None = None,
    metadata: Mapping[str, str] | None = None,
    published: str | None = None,
    note: str | None = None,
    skip: tuple[tuple[int, int], ...] = (),
    skipped: str | None = None,
) -> Article:
    """Make an article of a text and the header that it carries.

    ``metadata`` outranks that header; ``published`` (ISO 8601) is for articles that give no date;
    ``note`` is what the reader of its file has to say of it, ``skip`` has ranges of the text where no
    facts are, and ``skipped`` says why the article is not processed.

    >>> article("LIMA (Reuters) - Two miners died.", published="2019-05-04").publisher
    'Reuters'
    """
    text = without_markup(without_lone_surrogates(text))
    header = read_header(text, path, metadata or {}, published)
    language = header.language or language_of(text)
    ranges = tuple(sorted({*header.skip, *skip}))
    fields: dict[str, Any] = asdict(header) | {"skip": ranges} | {"language": None if language == "other" else language}
    return Article(
        **fields,
        text=text,
        article_id=content_id(text),
        path=path or None,
        sha256=sha256,
        skipped=skipped or not_english(language),
        note="; ".join(filter(None, (note, _unread_date((metadata or {}).get("published"), header)))) or None,
    )


def _unread_date(date: str | None, header: Header) -> str | None:
    """A note on a date in the metadata that is no full date or could be read in two ways, or None."""
    if not date or header.published_from == "metadata":
        return None
    return f"the date '{date[:SHOWN_DATE]}' was not understood; write it as 2017-03-22"
