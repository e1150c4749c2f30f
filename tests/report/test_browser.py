"""The report in a real browser: what a reader does with it, and that it loads, runs and hides nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.report.spoil import HOSTILE

ROWS = "#fact-table tbody tr"
LARGEST_WAIT = 15_000
LEAST_BETWEEN_ROWS = 20
"""Pixels from the top of one name beside a chart to that of the next."""


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a page: what it complains of or asks the network for fails the test."""
    pages: list[Any] = []
    trouble: list[str] = []

    def open_page(path: Path, address: str = "", **options: Any) -> Any:
        page = browser.new_page(**options)
        page.set_default_timeout(LARGEST_WAIT)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
        page.on("request", lambda asked: None if asked.url.startswith("file:") else trouble.append(asked.url))
        page.goto(path.as_uri() + address)
        page.wait_for_selector("html[data-ready]", state="attached")
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert trouble == []


def shown(page: Any) -> int:
    """How many facts are chosen, as the page tells it to those who do not see it."""
    return int(re.match(r"(\d+) of", page.inner_text("#told"))[1])  # type: ignore[index]


def test_charts_are_drawn(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page)
    view.wait_for_function("() => document.querySelectorAll('.chart svg').length === 4")
    assert view.locator("[data-chart=places] svg path").count() > 10


@pytest.mark.parametrize("width", [390, 1280])
def test_rows_of_charts_are_apart_however_few(page: Path, opened: Callable[..., Any], width: int) -> None:
    """Axes take their room beside the rows, not from them: the names of kinds stand one below the other."""
    view = opened(page, viewport={"width": width, "height": 800})
    view.wait_for_function("() => document.querySelectorAll('.chart svg').length === 4")
    for chart in ("kinds", "donors"):
        labels = view.locator(f"[data-chart={chart}] svg .role-axis-label").last.locator("text").all()
        tops = sorted(label.bounding_box()["y"] for label in labels)
        assert len(tops) > 3
        assert min(after - before for before, after in pairwise(tops)) > LEAST_BETWEEN_ROWS


def test_facts_are_filtered_and_the_address_keeps_it(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page)
    every = shown(view)
    view.select_option("[name=kind]", "pledge")
    pledges = shown(view)
    assert 0 < pledges < every
    assert set(view.locator(f"{ROWS} td.c-kind").all_inner_texts()) == {"pledge"}
    view.fill("[name=min]", "0.93")
    view.fill("[name=q]", "million")
    few = shown(view)
    assert few < pledges
    assert "kind=pledge" in view.url
    again = opened(page, view.url.partition("report.html")[2])
    assert shown(again) == few
    assert again.input_value("[name=q]") == "million"
    again.click("button[type=reset]")
    again.wait_for_function(f"() => document.getElementById('told').textContent.startsWith('{every} ')")
    assert "#" not in again.url


def test_facts_are_sorted_by_keyboard_and_the_address_keeps_it(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page)
    view.select_option("[name=kind]", "pledge")
    heading = view.locator("th.c-amount_usd [role=button], th.c-amount_usd[role=button]").first
    heading.focus()
    view.keyboard.press("Enter")
    view.keyboard.press("Enter")
    view.wait_for_function("() => location.hash.includes('sort=amount_usd%2Cdesc')")
    cells = [float(text.replace(",", "") or -1) for text in view.locator(f"{ROWS} td.c-amount_usd").all_inner_texts()]
    assert cells == sorted(cells, reverse=True)
    assert view.get_attribute("th.c-amount_usd", "aria-sort") == "descending"
    again = opened(page, view.url.partition("report.html")[2])
    assert again.inner_text(f"{ROWS} >> nth=0") == view.inner_text(f"{ROWS} >> nth=0")


def test_days_choose(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page, "#from=2017-01-01&to=2017-12-31")
    days = view.locator(f"{ROWS} td.c-day").all_inner_texts()
    assert {text[:4] for text in days} == {"2017"}
    assert "2017" in days  # as vague as the text


def test_words_of_roles_and_titles_are_searched(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page, "#q=Disaster+Management")
    assert shown(view) > 0
    view.fill("[name=q]", "River Floods Drive")
    assert set(view.locator(f"{ROWS} td.c-country").all_inner_texts()) <= {"Ghana", "Uganda"}


def test_nations_are_shown_by_name_and_found_by_both(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page, "#country=GHA")
    by_choice = shown(view)
    assert view.locator("[name=country] option:checked").inner_text() == f"Ghana ({by_choice})"
    assert set(view.locator(f"{ROWS} td.c-country").all_inner_texts()) == {"Ghana"}
    names = view.locator("[name=country] option").all_inner_texts()[1:]
    assert names[:-1] == sorted(names[:-1])
    view.click("button[type=reset]")
    for asked in ("GHA", "Ghana"):
        view.fill("[name=q]", asked)
        assert shown(view) >= by_choice


def test_an_event_shows_how_its_toll_grew(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page)
    button = view.locator("#event-table button.grows").first
    button.focus()
    view.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    rows = view.locator("tr.growth tbody tr")
    days_and_sources = {
        (line.locator("td").nth(0).inner_text(), line.locator("td").nth(4).inner_text()) for line in rows.all()
    }
    assert len(days_and_sources) > 1
    view.locator("tr.growth a").first.click()
    view.wait_for_selector("dialog[open] #reader-facts button[aria-pressed=true]")
    view.keyboard.press("Escape")
    button.click()
    assert button.get_attribute("aria-expanded") == "false"
    assert rows.count() == 0


def test_an_article_opens_with_roles_marked(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page, "#kind=killed&country=GHA")
    view.focus(f"{ROWS} a >> nth=0")
    view.keyboard.press("Enter")
    assert view.evaluate("document.getElementById('reader').open")
    marks = view.locator("#reader-text mark[data-role]").all()
    told = {mark.get_attribute("title"): mark.inner_text() for mark in marks}
    assert told == {
        "amount": "31",
        "of what": "people",
        "where": "Accra",
        "when": "Tuesday",
        "says who": "National Disaster Management Organisation",
    }
    chosen = view.inner_text("#reader-facts button[aria-pressed=true]")
    assert "found by killed/killed" in chosen
    assert re.search(r"confidence 0\.\d+", chosen)
    assert "fact=" in view.url
    again = opened(page, view.url.partition("report.html")[2])
    assert again.inner_text("#reader-title") == view.inner_text("#reader-title")
    view.keyboard.press("Escape")
    view.wait_for_function("() => !location.hash.includes('fact=')")
    assert view.evaluate("document.activeElement.matches('a[data-fact]')")


def test_going_back_closes_the_article(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page)
    view.click(f"{ROWS} >> nth=0")
    view.wait_for_selector("dialog[open]")
    view.go_back()
    view.wait_for_selector("dialog:not([open])", state="attached")


def test_closing_an_article_leaves_no_step_to_take_back(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page)
    steps = view.evaluate("history.length")
    for _ in range(3):
        view.click(f"{ROWS} >> nth=0")
        view.wait_for_selector("dialog[open]")
        view.keyboard.press("Escape")
        view.wait_for_function("() => !location.hash.includes('fact=')")
    assert view.evaluate("history.length") == steps + 1  # the one step forward, to the article


def test_hostile_text_is_shown_and_does_nothing(hostile_page: Path, opened: Callable[..., Any]) -> None:
    view = opened(hostile_page)
    plain = " ".join(HOSTILE.split())
    assert plain in " ".join(view.inner_text(".conflicts").split())
    assert plain in " ".join(view.inner_text("#read + dl + h3 + div").split())
    assert plain in " ".join(view.inner_text("#event-table").split())
    assert plain in " ".join(view.inner_text(f"{ROWS} >> nth=0").split())
    view.click(f"{ROWS} a >> nth=0")
    assert plain in " ".join(view.inner_text("#reader-title").split())
    assert plain in " ".join(view.inner_text("#reader-text").split())
    view.wait_for_timeout(500)
    assert view.locator("img").count() == 0
    assert view.title() == "factx report"


def test_a_conflict_opens_its_article(hostile_page: Path, opened: Callable[..., Any]) -> None:
    view = opened(hostile_page)
    assert view.locator(".conflicts blockquote").count() >= 2
    view.click(".conflicts a >> nth=0")
    view.wait_for_selector("dialog[open] #reader-facts button[aria-pressed=true]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_hinders_readers(hostile_page: Path, opened: Callable[..., Any], scheme: str, width: int) -> None:
    """axe-core finds nothing serious, with the article closed and open; the page does not scroll sideways."""
    pytest.importorskip("axe_playwright_python", reason="needs axe-playwright-python")
    from axe_playwright_python.sync_playwright import Axe

    view = opened(hostile_page, viewport={"width": width, "height": 800}, color_scheme=scheme)
    view.wait_for_function("() => document.querySelectorAll('.chart svg').length >= 3")
    view.locator("#event-table button.grows").first.click()
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    for is_open in (False, True):
        if is_open:
            view.click(f"{ROWS} a >> nth=0")
        found = Axe().run(view).response["violations"]
        bad = [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in ("serious", "critical")]
        assert bad == []


def test_a_figure_has_its_bound(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page, "#kind=killed&q=at+least")
    amounts = view.locator(f"{ROWS} td.c-value_text").all_inner_texts()
    assert amounts
    assert all(amount.startswith("at least ") for amount in amounts)


def test_a_phone_shows_what_is_needed(page: Path, opened: Callable[..., Any]) -> None:
    view = opened(page, viewport={"width": 390, "height": 800})
    for cells in (f"{ROWS} >> nth=0 >> td.c-day", "#event-table tbody tr >> nth=0 >> td.figure >> nth=0"):
        box = view.locator(cells).bounding_box()
        assert box["x"] + box["width"] <= 390
    view.locator("#event-table button.grows").first.click()
    link = view.locator("tr.growth a").first.bounding_box()
    assert link["x"] + link["width"] <= 390
