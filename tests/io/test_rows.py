"""Records from mentions made by hand: ids, sentences, header lines, entities, dollars, views."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from factx.base.mentions import Anaphor, EntityMention, FactMention, OfficialMention, QuantityMention, TimeMention
from factx.base.records import EntityType, Fact
from factx.exchange.dollars import implied_rate, in_dollars
from factx.reading.article import Article, article
from factx.tables.assemble import make_result
from factx.tables.entity_counts import EntityTally, entities_of
from factx.tables.locate import ArticleMentions, entity_id
from factx.tables.result import Result
from factx.tables.views import casualties, charge_in, views_of
from tests.cases import assert_records

TITLE, DATE, PLACE = "Aid for Chad", "2019.04.02", "Oslo"
GIVES, SAYS = "Norway gave 8 million kroner to Chad on Monday.", "Its king, Olav Lund, said so."
TEXT = f"{TITLE}\n{DATE}\n{PLACE}\n{GIVES} {SAYS}"
ARTICLE: Article = article(TEXT, path="chad.txt")


@dataclass(frozen=True)
class Conversion:
    """What a source of rates answers."""

    usd: float | None
    rate: float | None
    date: str | None
    source: str


class HalfRates:
    """Two units to the dollar for NOK, no rate for anything else."""

    def convert(self, amount: float, currency: str, date: str | None) -> Conversion:
        if currency != "NOK":
            return Conversion(None, None, None, "no rate")
        return Conversion(amount / 2, 2.0, date, "test")


def span(words: str, after: str = "") -> tuple[int, int]:
    """The characters of the first such words in the text, or of the first after others."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return start, start + len(words)


def kroner(currency: str | None = "NOK") -> QuantityMention:
    return QuantityMention(
        *span("8 million kroner"), "8 million kroner", "money", 8e6, 8e6, 8e6, "exact", currency=currency
    )


def entity(words: str, type: EntityType, name: str, iso3: str | None = None, after: str = "") -> EntityMention:
    return EntityMention(*span(words, after), words, type, f"{type}:{name}", words, iso3, "name")


def day(words: str, value: str) -> TimeMention:
    return TimeMention(*span(words), words, "DATE", value, value, value, "publication")


NORWAY = entity("Norway", "nation", "NOR", "NOR")
GIFT = FactMention(
    *span("8 million kroner"),
    kind="pledge",
    rule="pledge/give",
    amount=kroner(),
    agent=span("Norway"),
    agent_text="Norway",
    recipient=span("Chad", after=GIVES),
    recipient_text="Chad",
    location="Chad",
    time=day("Monday", "2019-04-01"),
    status="delivered",
    source=span("Its king"),
    source_text="Its king",
)
MENTIONS = ArticleMentions(
    sentences=[span(sentence) for sentence in (TITLE, DATE, PLACE, GIVES, SAYS)],
    words=20,
    quantities=[kroner()],
    times=[day(DATE, "2019-04-02"), day("Monday", "2019-04-01")],
    entities=[
        entity(PLACE, "place", "oslo", "NOR"),
        NORWAY,
        entity("Chad", "nation", "TCD", "TCD"),
        entity("Chad", "nation", "TCD", "TCD", after=GIVES),
        entity("Olav Lund", "person", "olav lund"),
    ],
    officials=[OfficialMention(*span("Olav Lund"), "person:olav lund", "Olav Lund", "king", "NOR", None, False)],
    anaphors=[Anaphor(*span("Its king"), "Its king", "Olav Lund", "person:olav lund", None)],
    facts=[GIFT],
)


def result() -> Result:
    return make_result(ARTICLE, MENTIONS, HalfRates())


def gift() -> Fact:
    (fact,) = result().facts
    return fact


def test_a_fact_gets_its_ids_sentence_entities_and_dollars() -> None:
    wanted = {
        "value_text": "8 million kroner",
        "sentence": GIVES,
        "sentence_id": f"{ARTICLE.article_id}:4",
        "agent_id": entity_id("nation:NOR"),
        "agent_country": "NOR",
        "recipient_country": "TCD",
        "location_country": "TCD",
        "source_id": entity_id("person:olav lund"),
        "amount_usd": 4e6,
        "fx_rate": 2.0,
        "fx_source": "test",
        "time_text": "Monday",
        "time_start": "2019-04-01",
        "time_basis": "publication",
    }
    assert_records([wanted], result().facts)
    assert TEXT[gift().char_start : gift().char_end] == "8 million kroner"


def test_header_lines_yield_no_rows_but_dates() -> None:
    rows = result()
    assert [time.text for time in rows.dates] == [DATE, "Monday"]
    assert PLACE not in [mention.text for mention in rows.mentions]
    assert rows.article.dateline == PLACE


def test_the_title_line_is_read_like_any_other() -> None:
    first = result().mentions[0]
    assert (first.text, first.char_start) == ("Chad", TITLE.index("Chad"))


def test_the_sentence_begins_after_the_dateline() -> None:
    page = article("LIMA (Reuters) - Four miners died.")
    died = FactMention(17, 21, "killed", "killed/die", QuantityMention(17, 21, "Four", "count", 4, 4, 4, "exact"))
    (fact,) = make_result(page, ArticleMentions(sentences=[(0, 34)], facts=[died]), None).facts
    assert fact.sentence == "Four miners died."


def test_ids_are_the_same_in_every_run_and_differ_between_equal_findings() -> None:
    twice = replace(MENTIONS, facts=[GIFT, GIFT])
    first, second = make_result(ARTICLE, twice, HalfRates()).facts
    assert first.fact_id != second.fact_id
    assert [first, second] == make_result(ARTICLE, twice, HalfRates()).facts


def test_less_certain_facts_can_be_left_out() -> None:
    facts = [replace(GIFT, confidence=0.4), replace(GIFT, confidence=0.9), GIFT]
    rows = make_result(ARTICLE, replace(MENTIONS, facts=facts), HalfRates(), min_confidence=0.5)
    assert [fact.confidence for fact in rows.facts] == [0.9, None]
    assert rows.article.facts == 2


def test_a_currency_without_a_rate_stays_empty_and_says_so() -> None:
    dollars = in_dollars(kroner("IRR"), "2019-04-02", HalfRates())
    assert (dollars.value, dollars.low, dollars.high, dollars.rate) == (None, None, None, None)
    assert dollars.source == "no rate"


def test_what_is_no_money_has_no_dollars() -> None:
    assert in_dollars(kroner(None), "2019-04-02", HalfRates()).source is None


def test_a_range_has_dollars_at_both_ends_only() -> None:
    both = replace(kroner(), value=None, low=2e6, high=4e6)
    dollars = in_dollars(both, "2019-04-02", HalfRates())
    assert (dollars.value, dollars.low, dollars.high) == (None, 1e6, 2e6)


@pytest.mark.parametrize(
    ("value", "other", "currency", "rate"), [(1e6, 4.4e6, "MYR", 4.4), (8e6, 9e5, "USD", 8.88889), (0, 5, "USD", None)]
)
def test_the_rate_that_the_text_implies(value: float, other: float, currency: str, rate: float | None) -> None:
    money = replace(kroner(), value=value, equivalent_value=other, equivalent_currency=currency)
    assert implied_rate(money) == rate


def test_entities_are_counted_over_articles() -> None:
    tally = EntityTally()
    tally.add([NORWAY, replace(NORWAY, iso3=None, text="Norwegian")])
    tally.add([NORWAY])
    (norway,) = tally.entities()
    assert (norway.name, norway.iso3, norway.aliases) == ("Norway", "NOR", "Norwegian")
    assert (norway.articles, norway.mentions) == (2, 3)


def test_entities_do_not_depend_on_the_order_of_mentions() -> None:
    mentions = [replace(NORWAY, type="person", key="person:x", name=name) for name in ("Olav", "Olav Lund", "Lund")]
    assert entities_of(mentions) == entities_of(reversed(mentions))


def test_each_kind_of_fact_goes_to_its_view() -> None:
    fact = gift()
    views = views_of([fact, replace(fact, kind="troops"), replace(fact, kind="arrest"), replace(fact, kind="members")])
    assert {name: len(rows) for name, rows in views.items()} == {
        "pledges": 1,
        "troops": 1,
        "arrests": 1,
        "casualties": 0,
    }
    (pledge,) = views["pledges"]
    assert (pledge.donor, pledge.recipient_country, pledge.original_amount) == ("Norway", "TCD", 8e6)
    assert (pledge.original_currency, pledge.exchange_rate, pledge.amount_usd) == ("NOK", 2.0, 4e6)


def test_a_toll_is_one_row_a_sentence_and_never_a_sum() -> None:
    fact = gift()
    killed = replace(fact, kind="killed", low=12, high=12)
    injured = replace(fact, kind="injured", low=30, high=None)
    toll = casualties([killed, replace(killed, low=3, high=3), injured])
    assert (toll.killed_low, toll.killed_high) == (3, 12)
    assert (toll.injured_low, toll.injured_high, toll.missing_low) == (30, None, None)
    assert toll.facts == 3


def test_a_toll_leads_to_its_claims_and_its_counts() -> None:
    killed = replace(gift(), kind="killed", claim_id="c1", char_start=4, char_end=6, confidence=0.9)
    injured = replace(killed, kind="injured", claim_id="c2", char_start=20, char_end=22, confidence=0.7)
    toll = casualties([killed, injured, replace(killed, char_start=30, char_end=33)])
    assert toll.claim_ids == "c1|c2"
    assert (toll.char_start, toll.char_end, toll.confidence) == (4, 33, 0.7)
    assert casualties([killed, replace(injured, confidence=None)]).confidence is None


@pytest.mark.parametrize(
    ("sentence", "charge"),
    [
        ("Police held two men on suspicion of smuggling fuel, a spokesman said.", "smuggling fuel"),
        ("Nine were arrested for selling fake tickets.", "selling fake tickets"),
        ("A man accused of stealing $12,000 from a bank was detained.", "stealing $12,000 from a bank was detained"),
        ("Nine were arrested for the third time.", None),
        ("Nine were arrested in Turin.", None),
    ],
)
def test_charges_are_read_where_the_sentence_names_them(sentence: str, charge: str | None) -> None:
    assert charge_in(sentence) == charge
