"""What is known of single exports: those that carry no text, and those that carry only its beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factx.reading.formats.records import FIELDS, Record

_TEXTLESS = (
    ("GDELT", ("seendate",)),
    ("GDELT", ("mobileurl",)),
    ("Media Cloud", ("indexeddate",)),
    ("Media Cloud", ("medianame", "mediaurl")),
    ("Media Cloud", ("storiesid",)),
    ("Pocket", ("timeadded", "url")),
    ("Instapaper", ("url", "selection", "folder")),
    ("Europeana", ("dataprovider", "guid")),
)
"""Services that give addresses and titles, with keys that only they have."""
_ALWAYS_CUT = (("urltoimage", "publishedat"),)
"""Keys of services that never give more than the first 200 characters."""
_EVENT_COLUMNS, _GRAPH_ID = (57, 58, 61), re.compile(r"\d{14}-T?\d+")
"""How many cells rows of GDELT's events have, and what a row of its knowledge graph begins with."""
_HEADED = (("sourcehostname",), ("hostname", "fingerprint"))
"""Keys of crawlers and services whose text is a page's, with the headline as its first line."""
_OF_ONE_PUBLISHER = (("The Guardian", ("webtitle", "webpublicationdate")),)
"""Services of one publisher, who is not named in what they give, with keys that only they have."""
_POSTS = tuple(
    ("createdat", key)
    for key in ("idstr", "authorid", "retweetcount", "publicmetrics", "conversationid", "reblogscount", "fulltext")
)
"""Keys of posts of networks (X, Mastodon), which are published when they are created."""
_CUT_TEXT = "content"
"""The text field of services that leave it empty and fill the description."""


_OWN_TEXTS = frozenset(FIELDS["text"]) - {_CUT_TEXT}


@lru_cache(maxsize=256)
def _textless(keys: frozenset[str]) -> str | None:
    """The service without texts that has such keys, or None."""
    return next((name for name, own in _TEXTLESS if keys.issuperset(own)), None)


def without_text(record: Record) -> str | None:
    """What is said of a record of a service that gives no texts, or None for others.

    >>> (without_text(Record({"title": "Dam bursts", "seendate": "20170322T041500Z"}, {})) or "")[:37]
    'this export of GDELT carries no text:'
    """
    service = _textless(record.keys)
    return None if service is None else _said_of(service)


def without_header(columns: Sequence[str]) -> str | None:
    """What is said of GDELT's files of events and of its knowledge graph, which begin with a row; or None.

    >>> without_header(["day", "text"]) is None, without_header(["20190514120000-12", "20190514120000", "1"]) is None
    (True, False)
    """
    is_event = len(columns) in _EVENT_COLUMNS and all(map(str.isdecimal, columns[:2]))
    return _said_of("GDELT") if is_event or (columns and _GRAPH_ID.fullmatch(columns[0])) else None


def _said_of(service: str) -> str:
    return (
        f"this export of {service} carries no text: have trafilatura or news-please fetch the pages at its "
        "addresses, and give factx what they write"
    )


def own_publisher(record: Record) -> str | None:
    """The publisher whose own service a record is from, or None.

    >>> own_publisher(Record({"webTitle": "Dam bursts", "webPublicationDate": "2017-03-22"}, {}))
    'The Guardian'
    """
    return next((name for name, own in _OF_ONE_PUBLISHER if record.keys.issuperset(own)), None)


def is_post(record: Record) -> bool:
    """True for a post of a network: elsewhere the day of its making is not that of an article.

    >>> is_post(Record({"text": "Two fled.", "created_at": "2018-10-10", "retweet_count": 4}, {}))
    True
    """
    return any(record.keys.issuperset(keys) for keys in _POSTS)


def is_always_cut(record: Record) -> bool:
    """True for services that give only the beginning of a text."""
    return any(record.keys.issuperset(keys) for keys in _ALWAYS_CUT)


def is_headed(record: Record) -> bool:
    """True for crawlers whose text may begin with the headline; elsewhere such a line is the text's own."""
    return any(record.keys.issuperset(keys) for keys in _HEADED)


def may_be_excerpt(record: Record) -> bool:
    """True if a description may stand for the text: a service gave no more.

    Where a crawler has a field for the text and left it empty it found none, and what describes the
    page is no text.
    """
    return record.keys.isdisjoint(_OWN_TEXTS)
