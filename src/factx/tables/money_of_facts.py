"""The money of facts once it is known who gives and who gets: theirs may be other than the article's.

The currency of a fact's sum is decided again with its parties (``factx.measure.whose_money``), and
that of the quantity with it: facts.csv and quantities.csv tell the same of one sum.
"""

from __future__ import annotations

from dataclasses import replace

from factx.base import FactMention, QuantityMention
from factx.measure import Evidence, Parties
from factx.tables.fact_parties import FactParties
from factx.tables.locate import ArticleMentions, Span
from factx.who import is_international


def with_money_of_parties(parties: FactParties, mentions: ArticleMentions) -> ArticleMentions:
    """Return the mentions with the currencies that the parties to facts decide; the rest stays."""
    evidence = mentions.evidence
    if evidence is None:
        return mentions
    codes: dict[Span, str | None] = {}
    for fact in mentions.facts:
        if fact.amount.money is not None and fact.amount.money.islower():
            codes.setdefault(_span(fact.amount), _currency(parties, fact, evidence))
    if not codes:
        return mentions
    facts = [replace(fact, amount=_in_currency(fact.amount, codes)) for fact in mentions.facts]
    quantities = [_in_currency(quantity, codes) for quantity in mentions.quantities]
    return replace(mentions, facts=facts, quantities=quantities)


def _currency(parties: FactParties, fact: FactMention, evidence: Evidence) -> str | None:
    name, start = fact.amount.money or "", fact.amount.start_char
    sentence = parties.index.sentence_span(start, start)[0]
    given = evidence.given(parties_of(parties, fact))
    return given.currency(name, (sentence, start), fact.amount.equivalent_currency)


def parties_of(parties: FactParties, fact: FactMention) -> Parties:
    """Return who gives the sum of a fact, who gets it, and when."""
    inside, givers = parties.index.inside(fact.agent), _givers(parties, fact)
    return Parties(
        givers=givers,
        receiver=parties.country_of_recipient(fact),
        international=_with_international(parties, fact, bool(givers)),
        named=bool(inside),
        day=fact.time.start_date if fact.time is not None else None,
    )


def _with_international(parties: FactParties, fact: FactMention, nations: bool) -> bool:
    """True if a body of several nations gives, alone or listed beside ``nations``: "the Bank and Peru"."""
    listed = parties.listed(fact.agent) if fact.agent is not None else []
    return (len(listed) > 1 or not nations) and any(
        any(is_international(named.key) for named in items) and not any(named.iso3 for named in items)
        for items in listed
    )


def _givers(parties: FactParties, fact: FactMention) -> tuple[str, ...]:
    """The nations of an agent: the state that it is or acts for, those that it lists, or that of its city."""
    index, country = parties.index, parties.country_of_agent(fact)
    state = parties.state_of_agent(fact, country)
    if state is not None:
        return (state,)
    inside = index.inside(fact.agent)
    listed = tuple(dict.fromkeys(named.iso3 for named in inside if named.iso3))
    if not listed and len(inside) == 1 and (inside[0].type, inside[0].text) == ("place", fact.agent_text):
        city = index.where(fact.agent_text, fact).iso3
        return () if city is None else (city,)
    return listed


def _in_currency(amount: QuantityMention, codes: dict[Span, str | None]) -> QuantityMention:
    """The amount in the currency decided for its place, its unit with it ("dollar / barrel")."""
    span = _span(amount)
    if span not in codes or codes[span] == amount.currency:
        return amount
    code, told = codes[span], amount.currency or amount.money
    unit = amount.unit
    if unit is not None and told is not None and unit.split(" / ")[0] == told:
        unit = (code or amount.money or "") + unit[len(told) :]
    return replace(amount, currency=code, unit=unit)


def _span(amount: QuantityMention) -> Span:
    return amount.start_char, amount.end_char
