"""From the mentions in one article to the records of its tables: ids, sentences, entities, US dollars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factx.base import (
    ArticleRow,
    EntityMention,
    Fact,
    FactMention,
    Failure,
    Mention,
    Official,
    OfficialMention,
    Placed,
    Quantity,
    QuantityMention,
    TimeMention,
    Timex,
    content_id,
)
from factx.exchange import Dollars, RateSource, in_dollars
from factx.reading import Article
from factx.tables.fact_country import country_of_fact
from factx.tables.fact_parties import FactParties
from factx.tables.locate import ArticleMentions, MentionIndex, entity_id
from factx.tables.money_of_facts import with_money_of_parties
from factx.tables.result import Result

# Columns that a record takes over from an article or a mention under the same name.
_FROM_ARTICLE = (
    *("article_id", "path", "sha256", "title", "published", "published_from", "updated"),
    *("dateline", "author", "publisher", "url", "language"),
)
_FROM_FAILED_ARTICLE = ("article_id", "sha256", "title", "published", "published_from")
_FROM_ENTITY = ("type", "iso3", "linked_by")
_FROM_OFFICIAL = ("name", "title", "country", "organisation", "former")
_FROM_NUMBER = ("value", "low", "high", "bound", "currency")
_FROM_QUANTITY = (*_FROM_NUMBER, "kind", "si_value", "si_unit", "of", "change")
_FROM_MONEY = (*_FROM_NUMBER, "equivalent_value", "equivalent_currency")
_FROM_TIME = ("type", "value", "basis")
_LISTS = ("facts", "quantities", "dates", "mentions", "officials", "named")
_FROM_FACT = ("kind", "object", "purpose", "location", "status", "modality", "rule", "confidence")


def make_result(
    article: Article, mentions: ArticleMentions, rates: RateSource | None, min_confidence: float = 0.0
) -> Result:
    """Return the records of one article.

    Mentions in its header lines are left out unless they are times, and so are facts whose confidence
    is known and below ``min_confidence``. The article may be a piece of one (``whole_of``).

    >>> from factx.reading.article import article
    >>> page = article("Accra\\nTwo men were held.")
    >>> result = make_result(page, ArticleMentions(sentences=[(0, 5), (6, 24)], words=5), rates=None)
    >>> result.article.sentences, result.facts
    (2, [])
    """
    tables = ArticleTables(article, mentions)
    mentions = with_money_of_parties(tables.parties, mentions)
    facts = [
        tables.fact(fact, in_dollars(fact.amount, article.published, rates))
        for fact in tables.outside_header(mentions.facts)
        if fact.confidence is None or fact.confidence >= min_confidence
    ]
    return Result(
        article=article_row(article, words=mentions.words, sentences=len(mentions.sentences), facts=len(facts)),
        mentions=[tables.mention(named) for named in tables.entities],
        officials=[tables.official(holder) for holder in tables.outside_header(mentions.officials)],
        quantities=[
            tables.quantity(quantity, in_dollars(quantity, article.published, rates))
            for quantity in tables.outside_header(mentions.quantities)
        ],
        dates=[tables.timex(time) for time in tables.outside(article.aside, mentions.times)],
        facts=facts,
        named=tables.entities,
        text=article.text,
        is_source=article.is_source,
    )


def whole_of(article: Article, pieces: Sequence[Result]) -> Result:
    """Return the records of an article from those of its pieces in their order."""
    lists: dict[str, Any] = {name: [record for piece in pieces for record in getattr(piece, name)] for name in _LISTS}
    rows = [piece.article for piece in pieces]
    words, sentences = sum(row.words or 0 for row in rows), sum(row.sentences or 0 for row in rows)
    shortfalls = list(dict.fromkeys(failure for piece in pieces for failure in piece.shortfalls))
    row = article_row(article, words=words, sentences=sentences, facts=len(lists["facts"]))
    return Result(row, **lists, shortfalls=shortfalls, text=article.text, is_source=article.is_source)


def article_row(article: Article, words: int, sentences: int, facts: int) -> ArticleRow:
    """Return the row of an article that was read; that of a skipped article has the reason."""
    return ArticleRow(
        **_picked(article, _FROM_ARTICLE),
        words=words,
        sentences=sentences,
        facts=facts,
        status="skipped" if article.skipped else "ok",
        message=article.skipped or article.note,
        copy_of=article.copy_of,
        set_aside=article.set_aside,
    )


def skipped(item: Article) -> Result:
    """Return the result of an article that is not processed: its row has the reason."""
    return Result(article_row(item, words=0, sentences=0, facts=0))


def failed(failure: Failure, item: Article | str | None = None) -> Result:
    """Return the result of an article that could not be read or processed: its row has the reason."""
    unread = {"article_id": content_id("article", "failed", failure.path, failure.message), "published_from": "none"}
    known = _picked(item, _FROM_FAILED_ARTICLE) if isinstance(item, Article) else unread
    row = ArticleRow(**known, path=failure.path, status="failed", message=failure.message)
    return Result(article=row, failure=failure)


class ArticleTables(MentionIndex):
    """The mentions of an article as records."""

    def __init__(self, article: Article, mentions: ArticleMentions) -> None:
        super().__init__(article, mentions)
        self.parties = FactParties(self)

    def mention(self, named: EntityMention) -> Mention:
        """Return the record of an entity mention."""
        return Mention(
            **_picked(named, _FROM_ENTITY),
            **self._position(named),
            mention_id=self.new_id("mention", *self.place(named), named.key),
            entity_id=entity_id(named.key),
            text=self.text(named),
        )

    def official(self, holder: OfficialMention) -> Official:
        """Return the record of an official."""
        return Official(**_picked(holder, _FROM_OFFICIAL), **self._position(holder), entity_id=entity_id(holder.key))

    def quantity(self, amount: QuantityMention, dollars: Dollars) -> Quantity:
        """Return the record of a quantity."""
        return Quantity(
            **_picked(amount, _FROM_QUANTITY),
            **self._position(amount),
            quantity_id=self.new_id("quantity", *self.place(amount)),
            text=self.text(amount),
            unit=amount.unit or amount.currency,
            amount_usd=dollars.value,
        )

    def timex(self, time: TimeMention) -> Timex:
        """Return the record of a time expression."""
        return Timex(
            **_picked(time, _FROM_TIME),
            **self._position(time),
            text=self.text(time),
            start=time.start_date,
            end=time.end_date,
        )

    def fact(self, fact: FactMention, dollars: Dollars) -> Fact:
        """Return the record of a fact, without its claim."""
        amount, time = fact.amount, fact.time
        agent_country = self.parties.country_of_agent(fact)
        recipient_country = self.parties.country_of_recipient(fact)
        where = self.where(fact.location, fact)
        place = fact.location_country or where.iso3
        nations = self.parties.nations_of(fact, place, agent_country, recipient_country)
        country, country_from = country_of_fact(nations, self.parties.article)
        return Fact(
            **_picked(fact, _FROM_FACT),
            **_picked(amount, _FROM_MONEY),
            **self._position(fact),
            fact_id=self.new_id("fact", fact.kind, *self.place(fact)),
            agent=fact.agent_text,
            agent_id=self.entity_of(fact.agent, fact.agent_text),
            agent_country=agent_country,
            agent_state=self.parties.state_of_agent(fact, agent_country),
            recipient=fact.recipient_text,
            recipient_id=self.entity_of(fact.recipient, fact.recipient_text),
            recipient_country=recipient_country,
            value_text=self.text(fact),
            unit=amount.unit or amount.currency,
            amount_usd=dollars.value,
            amount_usd_low=dollars.low,
            amount_usd_high=dollars.high,
            fx_rate=dollars.rate,
            fx_date=dollars.date,
            fx_source=dollars.source,
            implied_fx_rate=dollars.implied_rate,
            location_country=place,
            location_admin1=where.admin1,
            latitude=where.latitude if where.iso3 == place else None,
            longitude=where.longitude if where.iso3 == place else None,
            country=country,
            country_from=country_from,
            time_text=self.text(time) if time else None,
            time_start=time.start_date if time else None,
            time_end=time.end_date if time else None,
            time_basis=time.basis if time and (time.start_date or time.end_date) else None,
            source=fact.source_text,
            source_id=self.entity_of(fact.source, fact.source_text),
            source_type=self.parties.type_of_source(fact),
            sentence=self.sentence(fact),
            published=self.article.published,
            title=self.article.title,
            path=self.article.path,
        )

    def _position(self, mention: Placed) -> dict[str, Any]:
        """The columns that say where a mention is; every table of mentions has them."""
        start, end = self._offsets(mention)
        return {
            "article_id": self.article.article_id,
            "sentence_id": self.sentence_id(mention.start_char),
            "char_start": start,
            "char_end": end,
        }

    def _offsets(self, mention: Placed) -> tuple[int, int]:
        """The offsets of a mention in the whole article, of which this may be a piece."""
        return mention.start_char + self.mentions.start, mention.end_char + self.mentions.start


def _picked(source: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(source, name) for name in names}
