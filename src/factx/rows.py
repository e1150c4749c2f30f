"""From findings in one article to the records of its tables: ids, sentences, entities, US dollars."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from factx.findings import Amount, Claimed, Named, OfficeHolder, Reference, TimeExpression
from factx.ids import content_id
from factx.money import Dollars, RateSource, in_dollars
from factx.read import Article
from factx.records import ArticleRow, Fact, Mention, Official, Quantity, Timex


class Located(Protocol):
    """A finding with character offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Finding = TypeVar("Finding", bound=Located)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article; ``sentences`` are character ranges in text order."""

    sentences: Sequence[Span] = ()
    words: int = 0
    amounts: Sequence[Amount] = ()
    times: Sequence[TimeExpression] = ()
    mentions: Sequence[Named] = ()
    officials: Sequence[OfficeHolder] = ()
    references: Sequence[Reference] = ()
    facts: Sequence[Claimed] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """The records of one article, each list in text order; ``named`` are the findings behind the mentions."""

    article: ArticleRow
    mentions: list[Mention] = field(default_factory=list)
    officials: list[Official] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    dates: list[Timex] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)


def make_rows(article: Article, found: Findings, rates: RateSource, min_confidence: float = 0.0) -> Rows:
    """The records of one article; findings in its header lines are left out, facts below ``min_confidence`` too.

    >>> from factx.read import article
    >>> page = article("Accra\\nTwo men were held.")
    >>> rows = make_rows(page, Findings(sentences=[(0, 5), (6, 24)], words=5), rates=None)
    >>> rows.article.sentences, rows.facts
    (2, [])
    """
    page = _Page(article, found)
    facts = [
        page.fact(claimed, in_dollars(claimed.amount, article.published, rates))
        for claimed in page.outside_header(found.facts)
        if claimed.confidence is None or claimed.confidence >= min_confidence
    ]
    return Rows(
        article=article_row(article, words=found.words, sentences=len(found.sentences), facts=len(facts)),
        mentions=[page.mention(named) for named in page.mentions],
        officials=[page.official(holder) for holder in page.outside_header(found.officials)],
        quantities=[
            page.quantity(amount, in_dollars(amount, article.published, rates))
            for amount in page.outside_header(found.amounts)
        ],
        dates=[page.timex(time) for time in page.outside_header(found.times)],
        facts=facts,
        named=page.mentions,
    )


def article_row(article: Article, words: int, sentences: int, facts: int) -> ArticleRow:
    """The row of an article that was read; ``skipped`` articles say why."""
    return ArticleRow(
        article_id=article.article_id,
        path=article.path,
        sha256=article.sha256,
        title=article.title,
        published=article.published,
        published_from=article.published_from,
        updated=article.updated,
        dateline=article.dateline,
        author=article.author,
        publisher=article.publisher,
        url=article.url,
        language=article.language,
        words=words,
        sentences=sentences,
        facts=facts,
        status="skipped" if article.skipped else "ok",
        message=article.skipped,
    )


def entity_id(key: str) -> str:
    """The id of the entity behind a key such as ``nation:MYS``."""
    return content_id("entity", key)


class _Page:
    """One article with what is needed to place a finding in it."""

    def __init__(self, article: Article, found: Findings) -> None:
        self.article = article
        self.found = found
        self.starts = [start for start, _ in found.sentences]
        self.mentions = self.outside_header(found.mentions)
        self.by_text = {named.text: named for named in reversed(self.mentions)}
        self.keys = {named.key for named in self.mentions}
        self.seen: Counter[str] = Counter()

    def outside_header(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that touch no header line, in text order."""
        kept = [
            finding
            for finding in findings
            if not any(finding.start < end and start < finding.end for start, end in self.article.skip)
        ]
        return sorted(kept, key=lambda finding: (finding.start, finding.end))

    def text(self, finding: Located) -> str:
        return self.article.text[finding.start : finding.end]

    def sentence_id(self, start: int) -> str:
        """Article id and running number, from 1."""
        return f"{self.article.article_id}:{max(bisect_right(self.starts, start), 1)}"

    def sentence_span(self, start: int) -> Span:
        index = max(bisect_right(self.starts, start) - 1, 0)
        return self.found.sentences[index] if self.found.sentences else (0, len(self.article.text))

    def sentence(self, start: int) -> str:
        first, last = self.sentence_span(start)
        return self.article.text[first:last].strip()

    def new_id(self, *parts: object) -> str:
        """A content hash; the second of two equal findings gets another."""
        name = content_id(self.article.article_id, *parts)
        self.seen[name] += 1
        return name if self.seen[name] == 1 else content_id(name, self.seen[name])

    def mention(self, named: Named) -> Mention:
        return Mention(
            mention_id=self.new_id("mention", named.start, named.end, named.key),
            article_id=self.article.article_id,
            entity_id=entity_id(named.key),
            type=named.type,
            text=self.text(named),
            iso3=named.iso3,
            sentence_id=self.sentence_id(named.start),
            char_start=named.start,
            char_end=named.end,
            linked_by=named.linked_by,
        )

    def official(self, holder: OfficeHolder) -> Official:
        return Official(
            article_id=self.article.article_id,
            entity_id=entity_id(holder.key),
            name=holder.name,
            title=holder.title,
            country=holder.country,
            organisation=holder.organisation,
            former=holder.former,
            sentence_id=self.sentence_id(holder.start),
            char_start=holder.start,
            char_end=holder.end,
        )

    def quantity(self, amount: Amount, dollars: Dollars) -> Quantity:
        return Quantity(
            quantity_id=self.new_id("quantity", amount.start, amount.end),
            article_id=self.article.article_id,
            sentence_id=self.sentence_id(amount.start),
            char_start=amount.start,
            char_end=amount.end,
            text=self.text(amount),
            kind=amount.kind,
            value=amount.value,
            low=amount.low,
            high=amount.high,
            bound=amount.bound,
            unit=amount.unit or amount.currency,
            si_value=amount.si_value,
            si_unit=amount.si_unit,
            currency=amount.currency,
            amount_usd=dollars.value,
            of=amount.of,
            change=amount.change,  # type: ignore[arg-type]
        )

    def timex(self, time: TimeExpression) -> Timex:
        return Timex(
            article_id=self.article.article_id,
            sentence_id=self.sentence_id(time.start),
            char_start=time.start,
            char_end=time.end,
            text=self.text(time),
            type=time.type,
            value=time.value,
            start=time.first,
            end=time.last,
            basis=time.basis,
        )

    def fact(self, claimed: Claimed, dollars: Dollars) -> Fact:
        amount, time = claimed.amount, claimed.time
        return Fact(
            fact_id=self.new_id("fact", claimed.kind, claimed.start, claimed.end),
            article_id=self.article.article_id,
            kind=claimed.kind,
            agent=claimed.agent_text,
            agent_id=self.entity_of(claimed.agent, claimed.agent_text),
            agent_country=claimed.agent_country or self.nation_of(claimed.agent, claimed.agent_text),
            recipient=claimed.recipient_text,
            recipient_id=self.entity_of(claimed.recipient, claimed.recipient_text),
            recipient_country=self.nation_of(claimed.recipient, claimed.recipient_text),
            value_text=self.text(claimed),
            value=amount.value,
            low=amount.low,
            high=amount.high,
            bound=amount.bound,
            unit=amount.unit or amount.currency,
            object=claimed.object,
            purpose=claimed.purpose,
            currency=amount.currency,
            amount_usd=dollars.value,
            amount_usd_low=dollars.low,
            amount_usd_high=dollars.high,
            fx_rate=dollars.rate,
            fx_date=dollars.date,
            fx_source=dollars.source,
            equivalent_value=amount.equivalent_value,
            equivalent_currency=amount.equivalent_currency,
            implied_fx_rate=dollars.implied_rate,
            location=claimed.location,
            location_country=claimed.location_country or self.country_of(claimed.location, claimed.start),
            time_text=self.text(time) if time else None,
            time_start=time.first if time else None,
            time_end=time.last if time else None,
            time_basis=time.basis if time else None,
            status=claimed.status,
            modality=claimed.modality,
            source=claimed.source_text,
            source_id=self.entity_of(claimed.source, claimed.source_text),
            sentence_id=self.sentence_id(claimed.start),
            char_start=claimed.start,
            char_end=claimed.end,
            sentence=self.sentence(claimed.start),
            rule=claimed.rule,
            confidence=claimed.confidence,
        )

    def entity_of(self, span: Span | None, text: str | None) -> str | None:
        """The entity a role names: the mention at its end, what a pronoun stands for, or the same words."""
        key = self._mentioned(span) or self._referred(span) or self._same_words(text)
        return entity_id(key) if key in self.keys else None

    def _mentioned(self, span: Span | None) -> str | None:
        if span is None:
            return None
        at_head = [named for named in self.mentions if named.end == span[1] and named.start >= span[0]]
        return max(at_head, key=lambda named: named.end - named.start).key if at_head else None

    def _referred(self, span: Span | None) -> str | None:
        return next((ref.key for ref in self.found.references if (ref.start, ref.end) == span and ref.key), None)

    def _same_words(self, text: str | None) -> str | None:
        return self.by_text[text].key if text in self.by_text else None

    def nation_of(self, span: Span | None, text: str | None) -> str | None:
        """The one nation that a role is, names or, as a pronoun, stands for; None where it is none or several."""
        inside = [named for named in self._inside(span) if named.type == "nation"]
        if not inside and text in self.by_text:
            inside = [self.by_text[text]]
        referred = [ref.iso3 for ref in self.found.references if (ref.start, ref.end) == span and ref.iso3]
        return _only({named.iso3 for named in inside if named.iso3} | set(referred))

    def country_of(self, location: str | None, near: int) -> str | None:
        """The one country of the nations and places that a location names; ``near`` lies in its sentence."""
        if not location:
            return None
        first, last = self.sentence_span(near)
        start = self.article.text.find(location, first, last)
        inside = self._inside((start, start + len(location))) if start >= 0 else []
        nations = {named.iso3 for named in inside if named.type == "nation" and named.iso3}
        return _only(nations or {named.iso3 for named in inside if named.type == "place" and named.iso3})

    def _inside(self, span: Span | None) -> list[Named]:
        if span is None:
            return []
        return [named for named in self.mentions if span[0] <= named.start and named.end <= span[1]]


def _only(codes: set[str]) -> str | None:
    return codes.pop() if len(codes) == 1 else None
