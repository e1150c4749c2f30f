"""Laws of the finder: any text is read, offsets select the text, intervals have an order, time is linear."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factx.dates import days, find
from factx.dates.counts import with_counts_apart
from factx.dates.grammar import grammar
from factx.dates.holidays import holiday
from factx.dates.lexer import lexemes
from factx.dates.stated_publication import stated_day
from factx.dates.timex import first_day, interval, last_day

PUBLISHED = "2021-06-16"
WORDS = [
    *sorted({text for rule in grammar().rules for text in rule.examples}),
    " ",
    "\n",
    "-",
    "/",
    "since ",
    "until ",
    "(",
]


@pytest.fixture(scope="module", autouse=True)
def grammar_is_loaded() -> None:
    find("today", PUBLISHED)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), st.sampled_from([PUBLISHED, None, "", "2021", "no date", "0001-01-01", "9999-12-31"]))
def test_any_text_is_read(text: str, published: str | None) -> None:
    find(text, published)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.sampled_from([PUBLISHED, None, "0001-01-01", "9999-12-31"]),
)
def test_offsets_select_the_text_in_order(text: str, published: str | None) -> None:
    end = 0
    for item in find(text, published):
        assert text[item.start_char : item.end_char] == item.text
        assert item.start_char >= end
        assert item.text == item.text.strip()
        end = item.end_char


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_intervals_begin_before_they_end(text: str) -> None:
    for item in find(text, PUBLISHED):
        first = first_day(item.start_date) if item.start_date else None
        last = last_day(item.end_date) if item.end_date else None
        assert first is None or last is None or first <= last, item


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
@example("2013 May 3-5 3 June")
def test_nothing_relative_is_dated_without_a_publication_date(text: str) -> None:
    states_its_day = stated_day(grammar().parse(with_counts_apart(lexemes(text)))) is not None
    assert states_its_day or all(item.basis != "publication" for item in find(text, None))


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2100, 12, 31)))
@settings(deadline=None)
def test_a_day_written_out_is_that_day(day: date) -> None:
    for style in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%A}, {day:%B} {day.day}, {day.year}",
    ):
        found = find(f"It was signed on {style}.", None)
        assert [(item.text, item.value) for item in found] == [(style, day.isoformat())]


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31)), st.integers(1, 7))
@settings(deadline=None)
def test_a_weekday_is_in_the_week_before(published: date, number: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][number - 1]
    (found,) = find(f"Nine men were held on {name}.", published.isoformat())
    assert found.value is not None
    day = date.fromisoformat(found.value)
    assert day.isoweekday() == number
    assert 0 <= (published - day).days < 7


@pytest.mark.parametrize("country", [None, "USA", "KEN"])
def test_what_happened_on_a_day_in_figures_was_not_after_publication(country: str | None) -> None:
    published = date(2018, 7, 5)
    for first in range(1, 13):
        for second in range(1, 13):
            (found,) = find(f"Nine men were held on {first}/{second}/2018.", published.isoformat(), country=country)
            readings = {date(2018, first, second), date(2018, second, first)}
            assert found.value is not None
            day = date.fromisoformat(found.value)
            assert day in readings
            assert day <= published or min(readings) > published


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2400, 12, 31)), st.integers(-2400, 2400))
def test_months_there_and_back_stay_in_the_month(start: date, months: int) -> None:
    there = days.months_later(start, months)
    assert there is not None
    back = days.months_later(there, -months)
    assert back is not None
    assert (back.year, back.month) == (start.year, start.month)


@pytest.mark.parametrize(("year", "expected"), [(2019, "2019-04-21"), (2020, "2020-04-12"), (2024, "2024-03-31")])
def test_easter(year: int, expected: str) -> None:
    found = holiday("easter", year)
    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    "value", ["2016", "2016-02", "2016-02-29", "2016-W53-WE", "2016-W99", "196", "2016-Q4", "2016-WI", "P3W", ""]
)
def test_intervals_of_values(value: str) -> None:
    found = interval(value)
    assert found is None or found[0] <= found[1]


RUNS = [
    "1",
    "1,",
    "1.",
    "$",
    "-",
    " ",
    "a",
    "\n",
    "2013 ",
    "2013-",
    "1/",
    "one ",
    "twenty-",
    "May ",
    "the ",
    "“",
    '"',
    "a day ",
    "from 3 to ",
]


@pytest.mark.parametrize("unit", RUNS)
def test_long_runs_are_read(unit: str) -> None:
    """A step that went quadratic would not come back; ``benchmarks/speed.py`` says how long each takes."""
    text = unit * (80_000 // len(unit))
    assert all(text[item.start_char : item.end_char] == item.text for item in find(text, PUBLISHED))
