"""From findings in one article to the records of its tables: ids, sentences, entities, US dollars."""

from __future__ import annotations

from factx.base import (
    ArticleRow,
    EntityMention,
    Fact,
    FactMention,
    Failure,
    Mention,
    Official,
    OfficialMention,
    Quantity,
    QuantityMention,
    TimeMention,
    Timex,
    content_id,
)
from factx.exchange import Dollars, RateSource, in_dollars
from factx.reading import Article
from factx.tables.locate import Findings, Page, entity_id
from factx.tables.result import Result


def make_result(article: Article, found: Findings, rates: RateSource | None, min_confidence: float = 0.0) -> Result:
    """The records of one article; findings in its header lines are left out but for dates,
    facts below ``min_confidence`` too.

    >>> from factx.reading.article import article
    >>> page = article("Accra\\nTwo men were held.")
    >>> result = make_result(page, Findings(sentences=[(0, 5), (6, 24)], words=5), rates=None)
    >>> result.article.sentences, result.facts
    (2, [])
    """
    page = _Records(article, found)
    facts = [
        page.fact(claimed, in_dollars(claimed.amount, article.published, rates))
        for claimed in page.outside_header(found.facts)
        if claimed.confidence is None or claimed.confidence >= min_confidence
    ]
    return Result(
        article=article_row(article, words=found.words, sentences=len(found.sentences), facts=len(facts)),
        mentions=[page.mention(named) for named in page.mentions],
        officials=[page.official(holder) for holder in page.outside_header(found.officials)],
        quantities=[
            page.quantity(amount, in_dollars(amount, article.published, rates))
            for amount in page.outside_header(found.amounts)
        ],
        dates=[page.timex(time) for time in sorted(found.times, key=lambda time: (time.start_char, time.end_char))],
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
        message=article.skipped or article.note,
    )


def skipped(item: Article) -> Result:
    """The result of an article that is not processed: its row says why."""
    return Result(article_row(item, words=0, sentences=0, facts=0))


def failed(failure: Failure, item: Article | str | None = None) -> Result:
    """The result of an article that could not be read or processed: its row says why."""
    known = item if isinstance(item, Article) else None
    row = ArticleRow(
        article_id=known.article_id if known else content_id("failed", failure.path, failure.message),
        path=failure.path,
        sha256=known.sha256 if known else None,
        title=known.title if known else None,
        published=known.published if known else None,
        published_from=known.published_from if known else "none",
        status="failed",
        message=failure.message,
    )
    return Result(article=row, failure=failure)


class _Records(Page):
    """The page's findings as records."""

    def mention(self, named: EntityMention) -> Mention:
        return Mention(
            mention_id=self.new_id("mention", named.start_char, named.end_char, named.key),
            article_id=self.article.article_id,
            entity_id=entity_id(named.key),
            type=named.type,
            text=self.text(named),
            iso3=named.iso3,
            sentence_id=self.sentence_id(named.start_char),
            char_start=named.start_char,
            char_end=named.end_char,
            linked_by=named.linked_by,
        )

    def official(self, holder: OfficialMention) -> Official:
        return Official(
            article_id=self.article.article_id,
            entity_id=entity_id(holder.key),
            name=holder.name,
            title=holder.title,
            country=holder.country,
            organisation=holder.organisation,
            former=holder.former,
            sentence_id=self.sentence_id(holder.start_char),
            char_start=holder.start_char,
            char_end=holder.end_char,
        )

    def quantity(self, amount: QuantityMention, dollars: Dollars) -> Quantity:
        return Quantity(
            quantity_id=self.new_id("quantity", amount.start_char, amount.end_char),
            article_id=self.article.article_id,
            sentence_id=self.sentence_id(amount.start_char),
            char_start=amount.start_char,
            char_end=amount.end_char,
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

    def timex(self, time: TimeMention) -> Timex:
        return Timex(
            article_id=self.article.article_id,
            sentence_id=self.sentence_id(time.start_char),
            char_start=time.start_char,
            char_end=time.end_char,
            text=self.text(time),
            type=time.type,
            value=time.value,
            start=time.start_date,
            end=time.end_date,
            basis=time.basis,
        )

    def fact(self, claimed: FactMention, dollars: Dollars) -> Fact:
        amount, time = claimed.amount, claimed.time
        return Fact(
            fact_id=self.new_id("fact", claimed.kind, claimed.start_char, claimed.end_char),
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
            location_country=claimed.location_country or self.country_of(claimed.location, claimed),
            time_text=self.text(time) if time else None,
            time_start=time.start_date if time else None,
            time_end=time.end_date if time else None,
            time_basis=time.basis if time else None,
            status=claimed.status,
            modality=claimed.modality,
            source=claimed.source_text,
            source_id=self.entity_of(claimed.source, claimed.source_text),
            sentence_id=self.sentence_id(claimed.start_char),
            char_start=claimed.start_char,
            char_end=claimed.end_char,
            sentence=self.sentence(claimed),
            rule=claimed.rule,
            confidence=claimed.confidence,
        )
