"""Rows from findings made by hand: ids, sentences, header lines, entities, dollars, views."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from factx.base.mentions import Anaphor, EntityMention, FactMention, OfficialMention, QuantityMention, TimeMention
from factx.exchange.dollars import implied_rate, in_dollars
from factx.reading.article import Article, article
from factx.tables.assemble import make_result
from factx.tables.entity_counts import EntityTally, entities_of
from factx.tables.locate import Findings, entity_id
from factx.tables.views import casualties, charge_in, views_of

TEXT = "Aid for Chad\n2019.04.02\nOslo\nNorway gave 8 million kroner to Chad on Monday. Its king, Olav Lund, said so."
PAGE: Article = article(TEXT, path="chad.txt")


@dataclass(frozen=True)
class Conversion:
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


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def amount(words: str = "8 million kroner", currency: str | None = "NOK") -> QuantityMention:
    return QuantityMention(*span(words), words, "money", 8e6, 8e6, 8e6, "exact", currency=currency)


def named(words: str, key: str, iso3: str | None = None) -> EntityMention:
    kind = key.split(":")[0]
    return EntityMention(*span(words), words, kind, key, words, iso3, "name")  # type: ignore[arg-type]


MONDAY = TimeMention(*span("Monday"), "Monday", "DATE", "2019-04-01", "2019-04-01", "2019-04-01", "publication")
GIFT = FactMention(
    *span("8 million kroner"),
    "pledge",
    "pledge/give",
    amount(),
    agent=span("Norway"),
    agent_text="Norway",
    recipient=span("Chad on"),
    recipient_text="Chad",
    location="Chad",
    time=MONDAY,
    status="delivered",
    source=span("Its king"),
    source_text="Its king",
)
FOUND = Findings(
    sentences=[(0, 12), (13, 23), (24, 28), span("Norway gave 8 million kroner to Chad on Monday."), (77, len(TEXT))],
    words=20,
    amounts=[amount()],
    times=[replace(MONDAY, start_char=13, end_char=23, text="2019.04.02"), MONDAY],
    mentions=[
        named("Oslo", "place:oslo", "NOR"),
        named("Norway", "nation:NOR", "NOR"),
        named("Chad on"[:4], "nation:TCD", "TCD"),
        replace(named("Norway", "nation:TCD", "TCD"), start_char=61, end_char=65, text="Chad", name="Chad"),
        named("Olav Lund", "person:olav lund"),
    ],
    officials=[OfficialMention(*span("Olav Lund"), "person:olav lund", "Olav Lund", "king", "NOR", None, False)],
    references=[Anaphor(*span("Its king"), "Its king", "Olav Lund", "person:olav lund", None)],
    facts=[GIFT],
)


def test_a_fact_gets_its_ids_sentence_entities_and_dollars() -> None:
    (fact,) = make_result(PAGE, FOUND, HalfRates()).facts
    assert TEXT[fact.char_start : fact.char_end] == fact.value_text == "8 million kroner"
    assert fact.sentence == "Norway gave 8 million kroner to Chad on Monday."
    assert fact.sentence_id == f"{PAGE.article_id}:4"
    assert (fact.agent_id, fact.agent_country) == (entity_id("nation:NOR"), "NOR")
    assert (fact.recipient_country, fact.location_country) == ("TCD", "TCD")
    assert fact.source_id == entity_id("person:olav lund")
    assert (fact.amount_usd, fact.fx_rate, fact.fx_source) == (4e6, 2.0, "test")
    assert (fact.time_text, fact.time_start, fact.time_basis) == ("Monday", "2019-04-01", "publication")


def test_header_lines_yield_no_rows_but_dates() -> None:
    rows = make_result(PAGE, FOUND, HalfRates())
    assert [time.text for time in rows.dates] == ["2019.04.02", "Monday"]
    assert "Oslo" not in [mention.text for mention in rows.mentions]
    assert rows.article.dateline == "Oslo"


def test_the_title_line_is_read_like_any_other() -> None:
    rows = make_result(PAGE, FOUND, HalfRates())
    assert rows.mentions[0].text == "Chad"
    assert rows.mentions[0].char_start == 8


def test_the_sentence_begins_after_the_dateline() -> None:
    page = article("LIMA (Reuters) - Four miners died.")
    died = FactMention(17, 21, "killed", "killed/die", QuantityMention(17, 21, "Four", "count", 4, 4, 4, "exact"))
    (fact,) = make_result(page, Findings(sentences=[(0, 34)], facts=[died]), None).facts
    assert fact.sentence == "Four miners died."


def test_ids_are_the_same_in_every_run_and_differ_between_equal_findings() -> None:
    twice = replace(FOUND, facts=[GIFT, GIFT])
    first, second = make_result(PAGE, twice, HalfRates()).facts
    assert first.fact_id != second.fact_id
    assert [first, second] == make_result(PAGE, twice, HalfRates()).facts


def test_less_certain_facts_can_be_left_out() -> None:
    facts = [replace(GIFT, confidence=0.4), replace(GIFT, confidence=0.9), GIFT]
    rows = make_result(PAGE, replace(FOUND, facts=facts), HalfRates(), min_confidence=0.5)
    assert [fact.confidence for fact in rows.facts] == [0.9, None]
    assert rows.article.facts == 2


def test_a_currency_without_a_rate_stays_empty_and_says_so() -> None:
    dollars = in_dollars(amount(currency="IRR"), "2019-04-02", HalfRates())
    assert (dollars.value, dollars.low, dollars.high, dollars.rate) == (None, None, None, None)
    assert dollars.source == "no rate"


def test_what_is_no_money_has_no_dollars() -> None:
    assert in_dollars(amount(currency=None), "2019-04-02", HalfRates()).source is None


def test_a_range_has_dollars_at_both_ends_only() -> None:
    both = replace(amount(), value=None, low=2e6, high=4e6)
    dollars = in_dollars(both, "2019-04-02", HalfRates())
    assert (dollars.value, dollars.low, dollars.high) == (None, 1e6, 2e6)


@pytest.mark.parametrize(
    ("value", "other", "currency", "rate"), [(1e6, 4.4e6, "MYR", 4.4), (8e6, 9e5, "USD", 8.88889), (0, 5, "USD", None)]
)
def test_the_rate_that_the_text_implies(value: float, other: float, currency: str, rate: float | None) -> None:
    money = replace(amount(), value=value, equivalent_value=other, equivalent_currency=currency)
    assert implied_rate(money) == rate


def test_entities_are_counted_over_articles() -> None:
    tally = EntityTally()
    tally.add([named("Norway", "nation:NOR", "NOR"), replace(named("Norway", "nation:NOR"), text="Norwegian")])
    tally.add([named("Norway", "nation:NOR", "NOR")])
    (norway,) = tally.entities()
    assert (norway.name, norway.iso3, norway.aliases) == ("Norway", "NOR", "Norwegian")
    assert (norway.articles, norway.mentions) == (2, 3)


def test_entities_do_not_depend_on_the_order_of_mentions() -> None:
    mentions = [replace(named("Norway", "person:x"), name=name) for name in ("Olav", "Olav Lund", "Lund")]
    assert entities_of(mentions) == entities_of(reversed(mentions))


def test_each_kind_of_fact_goes_to_its_view() -> None:
    (fact,) = make_result(PAGE, FOUND, HalfRates()).facts
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
    (fact,) = make_result(PAGE, FOUND, HalfRates()).facts
    killed = replace(fact, kind="killed", low=12, high=12)
    injured = replace(fact, kind="injured", low=30, high=None)
    toll = casualties([killed, replace(killed, low=3, high=3), injured])
    assert (toll.killed_low, toll.killed_high) == (3, 12)
    assert (toll.injured_low, toll.injured_high, toll.missing_low) == (30, None, None)
    assert toll.facts == 3


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
