"""The mentions of one article, indexed: what sentence they are in, and which entity a text refers to.

The entity that an agent, recipient or source refers to is decided in this order:

1. the longest entity mention at the end of its characters ("the army of **Chad**"),
2. the antecedent, if it is an anaphor ("his country"),
3. the entity that is called so elsewhere in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from factx.base import (
    Anaphor,
    ArticleContext,
    EntityMention,
    FactMention,
    IdKind,
    OfficialMention,
    Placed,
    QuantityMention,
    Spans,
    TimeMention,
    content_id,
)
from factx.measure import Evidence
from factx.reading import Article
from factx.who import PlaceIndex, Where, country_of, key_of

AnyMention = TypeVar("AnyMention", bound=Placed)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ArticleMentions:
    """All mentions in one article or piece of one; ``sentences`` are character ranges in text order.

    ``evidence`` tells whose money its sums are, where that is not settled. All offsets are those of the
    piece; ``start`` is the number of characters of the article before it, ``earlier_sentences`` that
    of its sentences.
    """

    sentences: Sequence[Span] = ()
    words: int = 0
    quantities: Sequence[QuantityMention] = ()
    times: Sequence[TimeMention] = ()
    entities: Sequence[EntityMention] = ()
    officials: Sequence[OfficialMention] = ()
    anaphors: Sequence[Anaphor] = ()
    facts: Sequence[FactMention] = ()
    evidence: Evidence | None = None
    start: int = 0
    earlier_sentences: int = 0


@lru_cache(maxsize=10_000)
def entity_id(key: str) -> str:
    """Return the id of the entity with a key such as ``nation:KEN``."""
    return content_id("entity", key)


class MentionIndex:
    """An article with its mentions; ``entities`` are those mentioned outside its header, in text order.

    All records of a sentence have one id and one text of it, not a copy each.
    """

    def __init__(self, article: Article, mentions: ArticleMentions) -> None:
        self.article = article
        self.mentions = mentions
        self.entities = self.outside_header(mentions.entities)
        self._sentence_starts = [start for start, _ in mentions.sentences]
        self._by_text = {named.text: named for named in reversed(self.entities)}
        self.spans = Spans(self.entities)
        self._anaphors_by_end: dict[int, list[Anaphor]] = {}
        for anaphor in mentions.anaphors:
            self._anaphors_by_end.setdefault(anaphor.end_char, []).append(anaphor)
        self._keys = {named.key for named in self.entities}
        self.nations = frozenset(named.iso3 for named in self.entities if named.iso3)
        self.places = PlaceIndex(article.text, self.entities, _context(article))
        self._ids: Counter[str] = Counter()
        self._sentence_ids: dict[int, str] = {}
        self._sentences: dict[Span, str] = {}
        self._returns = [match.start() for match in re.finditer("\r\n", article.text)]

    def outside_header(self, mentions: Iterable[AnyMention]) -> list[AnyMention]:
        """Return the mentions that overlap no header line and nothing set aside, in text order."""
        return self.outside(self.article.skip, mentions)

    def outside(self, ranges: Iterable[Span], mentions: Iterable[AnyMention]) -> list[AnyMention]:
        """Return the mentions that overlap none of the ranges, in text order."""
        barred = tuple(ranges)
        outside = [
            mention
            for mention in mentions
            if not any(mention.start_char < end and start < mention.end_char for start, end in barred)
        ]
        return in_text_order(outside)

    def text(self, mention: Placed) -> str:
        """Return the characters of a mention."""
        return self.article.text[mention.start_char : mention.end_char]

    def sentence_id(self, start_char: int) -> str:
        """Return the id of the sentence at an offset: article id and running number, from 1."""
        number = max(bisect_right(self._sentence_starts, start_char), 1) + self.mentions.earlier_sentences
        return self._sentence_ids.setdefault(number, f"{self.article.article_id}:{number}")

    def sentence_span(self, start_char: int, end_char: int) -> Span:
        """Return the range from the sentence of the first character to that of the last."""
        sentences = self.mentions.sentences
        if not sentences:
            return 0, len(self.article.text)
        ends = (start_char, max(end_char - 1, start_char))
        first, last = (max(bisect_right(self._sentence_starts, at) - 1, 0) for at in ends)
        return sentences[first][0], sentences[last][1]

    def sentence(self, mention: Placed) -> str:
        """Return the whole sentence of a mention, without a dateline before it."""
        first, last = self.sentence_span(mention.start_char, mention.end_char)
        headers = (end for start, end in self.article.skip if start <= first < end <= mention.start_char)
        span = max(headers, default=first), last
        return self._sentences.setdefault(span, self.article.text[slice(*span)].strip())

    def place(self, mention: Placed) -> Span:
        """Return the offsets that ids are made of: in the article, line ends as one character."""
        ends = mention.start_char, mention.end_char
        start, end = (self.mentions.start + at - bisect_left(self._returns, at) for at in ends)
        return start, end

    def new_id(self, kind: IdKind, *parts: object) -> str:
        """Return an id made of article and parts; the second of two equal mentions gets another."""
        name = content_id(kind, self.article.article_id, *parts)
        self._ids[name] += 1
        return name if self._ids[name] == 1 else content_id(kind, name, self._ids[name])

    def entity_of(self, span: Span | None, text: str | None) -> str | None:
        """Return the id of the entity that an argument refers to, or None if it is no mentioned entity."""
        key = self.key_of(span, text)
        return entity_id(key) if key is not None else None

    def key_of(self, span: Span | None, text: str | None) -> str | None:
        """Return the key of the entity that an argument refers to, or None if it is no mentioned entity."""
        key = key_of(span, self.inside(span)) if span else None
        key = key or self._key_of_antecedent(span) or self._key_called(text)
        return key if key in self._keys else None

    def nation_of(self, span: Span | None, text: str | None) -> str | None:
        """Return the only nation that an argument is, names or refers to; None if none or several."""
        anaphor = self._anaphor(span)
        if anaphor is not None and anaphor.iso3:
            return anaphor.iso3
        if inside := self.inside(span):
            return country_of(text or "", inside, span)
        same = self._by_text.get(text or "")
        return same.iso3 if same is not None and same.iso3 else country_of(text or "")

    def where(self, location: str | None, near: Placed) -> Where:
        """Return where a location in the sentence of a mention lies, as far as that is clear."""
        first, last = self.sentence_span(near.start_char, near.end_char)
        found = self.places.where(location or "", first, last)
        return found if found.iso3 or not location else found._replace(iso3=self._nation_meant(location, first, last))

    def _nation_meant(self, location: str, first: int, last: int) -> str | None:
        """Return the nation that "country" means in a sentence."""
        at = self.article.text.find(location, first, last)
        anaphors = [] if at < 0 else self.anaphors_at((at, at + len(location)))
        return next((one.iso3 for one in anaphors if one.iso3), None)

    def _key_of_antecedent(self, span: Span | None) -> str | None:
        anaphor = self._anaphor(span)
        return None if anaphor is None else anaphor.key

    def _key_called(self, text: str | None) -> str | None:
        return self._by_text[text].key if text in self._by_text else None

    def _anaphor(self, span: Span | None) -> Anaphor | None:
        """The anaphor that an argument is; the argument may leave out its determiner ("his country")."""
        return next((one for one in self.anaphors_at(span) if one.key), None)

    def anaphors_at(self, span: Span | None) -> list[Anaphor]:
        """Return the anaphors that end with a range of characters and begin no later."""
        if span is None:
            return []
        return [one for one in self._anaphors_by_end.get(span[1], ()) if one.start_char <= span[0]]

    def inside(self, span: Span | None) -> list[EntityMention]:
        """Return the entity mentions inside a range of characters."""
        if span is None:
            return []
        return self.spans.inside(*span)


def in_text_order(mentions: Iterable[AnyMention]) -> list[AnyMention]:
    """Return mentions sorted by their first, then by their last character."""
    return sorted(mentions, key=lambda mention: (mention.start_char, mention.end_char))


def _context(article: Article) -> ArticleContext:
    """What is known of an article beside its text that tells which of namesakes its places are."""
    return ArticleContext(title=article.title, publisher=article.publisher, dateline=article.dateline)
