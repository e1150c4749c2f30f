"""One article with what is needed to place a finding in it: its sentence, its id, the entity a role names."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeVar

from factx.base import Anaphor, EntityMention, FactMention, OfficialMention, QuantityMention, TimeMention, content_id
from factx.reading import Article
from factx.who import country_of, country_of_place


class Located(Protocol):
    """A finding with character offsets."""

    @property
    def start_char(self) -> int: ...
    @property
    def end_char(self) -> int: ...


Finding = TypeVar("Finding", bound=Located)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article; ``sentences`` are character ranges in text order."""

    sentences: Sequence[Span] = ()
    words: int = 0
    amounts: Sequence[QuantityMention] = ()
    times: Sequence[TimeMention] = ()
    mentions: Sequence[EntityMention] = ()
    officials: Sequence[OfficialMention] = ()
    references: Sequence[Anaphor] = ()
    facts: Sequence[FactMention] = ()


@lru_cache(maxsize=10_000)
def entity_id(key: str) -> str:
    """The id of the entity behind a key such as ``nation:KEN``."""
    return content_id("entity", key)


class Page:
    """An article and its findings; entities are those mentioned outside its header."""

    def __init__(self, article: Article, found: Findings) -> None:
        self.article = article
        self.found = found
        self.starts = [start for start, _ in found.sentences]
        self.mentions = self.outside_header(found.mentions)
        self.by_text = {named.text: named for named in reversed(self.mentions)}
        self.keys = {named.key for named in self.mentions}
        self.nations = {named.iso3 for named in self.mentions if named.iso3}
        self.seen: Counter[str] = Counter()

    def outside_header(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that touch no header line, in text order."""
        skip = self.article.skip
        kept = [
            finding
            for finding in findings
            if not skip or not any(finding.start_char < end and start < finding.end_char for start, end in skip)
        ]
        return sorted(kept, key=lambda finding: (finding.start_char, finding.end_char))

    def text(self, finding: Located) -> str:
        """The words of a finding."""
        return self.article.text[finding.start_char : finding.end_char]

    def sentence_id(self, start: int) -> str:
        """Article id and running number, from 1."""
        return f"{self.article.article_id}:{max(bisect_right(self.starts, start), 1)}"

    def sentence_span(self, start: int, end: int) -> Span:
        """From the sentence in which a finding begins to the one in which it ends, mostly the same."""
        if not self.found.sentences:
            return 0, len(self.article.text)
        first, last = (max(bisect_right(self.starts, at) - 1, 0) for at in (start, max(end - 1, start)))
        return self.found.sentences[first][0], self.found.sentences[last][1]

    def sentence(self, finding: Located) -> str:
        """The whole sentence, without the dateline before it."""
        first, last = self.sentence_span(finding.start_char, finding.end_char)
        header = max(
            (end for begin, end in self.article.skip if begin <= first < end <= finding.start_char), default=first
        )
        return self.article.text[header:last].strip()

    def new_id(self, *parts: object) -> str:
        """A content hash; the second of two equal findings gets another."""
        name = content_id(self.article.article_id, *parts)
        self.seen[name] += 1
        return name if self.seen[name] == 1 else content_id(name, self.seen[name])

    def entity_of(self, span: Span | None, text: str | None) -> str | None:
        """The entity a role names: the mention at its end, what a pronoun stands for, or the same words."""
        key = self._mentioned(span) or self._referred(span) or self._same_words(text)
        return entity_id(key) if key in self.keys else None

    def _mentioned(self, span: Span | None) -> str | None:
        if span is None:
            return None
        at_head = [named for named in self.mentions if named.end_char == span[1] and named.start_char >= span[0]]
        return max(at_head, key=lambda named: named.end_char - named.start_char).key if at_head else None

    def _referred(self, span: Span | None) -> str | None:
        reference = self._reference(span)
        return None if reference is None else reference.key

    def _reference(self, span: Span | None) -> Anaphor | None:
        """The pronoun or definite phrase that a role is; the role may leave its determiner out ("his country")."""
        if span is None:
            return None
        ending = (ref for ref in self.found.references if ref.end_char == span[1] and ref.start_char <= span[0])
        return next((ref for ref in ending if ref.key), None)

    def _same_words(self, text: str | None) -> str | None:
        return self.by_text[text].key if text in self.by_text else None

    def nation_of(self, span: Span | None, text: str | None) -> str | None:
        """The one nation that a role is, names or, as a pronoun, stands for; None where it is none or several."""
        reference = self._reference(span)
        if reference is not None and reference.iso3:
            return reference.iso3
        if self._inside(span):
            return country_of(text or "", self.mentions, span)
        same = self.by_text.get(text or "")
        return same.iso3 if same is not None and same.iso3 else country_of(text or "")

    def country_of(self, location: str | None, near: Located) -> str | None:
        """The one country of the nations and places that a location names in the sentence of a finding."""
        if not location:
            return None
        first, last = self.sentence_span(near.start_char, near.end_char)
        start = self.article.text.find(location, first, last)
        inside = self._inside((start, start + len(location))) if start >= 0 else []
        nations = {named.iso3 for named in inside if named.type == "nation" and named.iso3}
        return _only(nations) if nations else country_of_place(location, self.nations)

    def _inside(self, span: Span | None) -> list[EntityMention]:
        if span is None:
            return []
        return [named for named in self.mentions if span[0] <= named.start_char and named.end_char <= span[1]]


def _only(codes: set[str]) -> str | None:
    return codes.pop() if len(codes) == 1 else None
