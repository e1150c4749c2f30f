"""What amounts carry beside their value: offsets, counted noun, what is measured, SI values, equivalents, context."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factx.base.mentions import ArticleContext, QuantityMention

TEXTS = [
    "Japan gave U.S. $3 million (13 million ringgit) to 33 of the 68 member states, up 5 percent.",
    "More than 278 people with burns, 14 guards and dozens of nurses were flown out in 2016.",
    "The 33-nation bloc wants 62 percent of the land, 40 km of road and 12 more ships.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_select_the_text(text: str, amounts_of: Any) -> None:
    found = amounts_of(text)
    assert found
    for amount in found:
        assert text[amount.start_char : amount.end_char] == amount.text


@pytest.mark.parametrize("text", TEXTS)
def test_amounts_are_in_order_and_apart(text: str, amounts_of: Any) -> None:
    found = amounts_of(text)
    assert all(one.end_char <= other.start_char for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Police named 278 people with burns.", ["people"]),
        ("More than 9,000 troops left.", ["troops"]),
        ("33 of the 68 member states voted.", ["states", "states"]),
        ("A 33-nation bloc met.", ["nation"]),
        ("Dozens of young sailors drowned.", ["sailors"]),
        ("The blast killed nine.", [None]),
        ("Norway gave $5 million.", [None]),
        ("Some 12 more hostages were freed.", ["hostages"]),
    ],
)
def test_the_head_of_the_counted_noun_is_selected(text: str, nouns: list[str | None], amounts_of: Any) -> None:
    found = amounts_of(text)
    assert [None if item.noun_start is None else text[item.noun_start : item.noun_end] for item in found] == nouns


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The rebels hold 62 percent of the terrain.", "terrain"),
        ("Sales rose 5 percent.", "Sales"),
        ("An 86.5 percent pass rate in algebra was rare.", "pass rate in algebra"),
        ("It boasts an 86.5 percent pass rate in algebra.", "pass rate in algebra"),
        ("The tax is 12 percent.", "tax"),
        ("Police held nine men.", None),
    ],
)
def test_what_is_measured_comes_from_the_syntax(text: str, of: str | None, amounts_of: Any) -> None:
    assert [item.of for item in amounts_of(text)] == [of]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The road is 40 km long.", 40_000.0, "meter"),
        ("The oven hits 50 degrees Fahrenheit.", 283.15, "kelvin"),
        ("Gusts reached 90 km/h.", 25.0, "meter / second"),
        ("The ship carried 3 tonnes of rice.", 3000.0, "kilogram"),
        ("The talks lasted two hours.", 7200.0, "second"),
        ("Police held nine men.", None, None),
        ("Norway gave $5 million.", None, None),
    ],
)
def test_si_values(text: str, value: float | None, unit: str | None, amounts_of: Any) -> None:
    (amount,) = amounts_of(text)
    assert (amount.si_value, amount.si_unit) == (value, unit)


def test_the_bracket_is_an_amount_of_its_own(amounts_of: Any) -> None:
    pledged, bracket = amounts_of("The firm gave 200 million naira ($1.3 million) to schools.")
    assert (pledged.equivalent_value, pledged.equivalent_currency, pledged.converts) == (1_300_000, "USD", False)
    assert (bracket.currency, bracket.converts) == ("USD", True)


def test_nothing_is_reported_where_nobody_reports(amounts_of: Any) -> None:
    text = "Updated 5 times\nPolice held nine men."
    assert [item.text for item in amounts_of(text, ArticleContext(skip=((0, 15),)))] == ["nine"]


def test_nations_named_in_the_article_settle_pounds(parser: Any) -> None:
    from factx.base.mentions import EntityMention, store_mentions
    from factx.measure import find_amounts

    doc = parser("Egypt allotted 300 billion pounds to the canal.")
    store_mentions(
        doc, "factx_mentions", [EntityMention(0, 5, "Egypt", "nation", "nation:EGY", "Egypt", "EGY", "name")]
    )
    assert [item.currency for item in find_amounts(doc, ArticleContext(), [])] == ["EGP"]


@given(text=st.text(max_size=200))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_amounts_with_valid_offsets(text: str, amounts_of: Any) -> None:
    found: list[QuantityMention] = amounts_of(text)
    assert all(text[item.start_char : item.end_char] == item.text and item.text for item in found)
