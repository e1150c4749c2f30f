"""What callers of the library give: dates, settings and items of a stream, and what a notebook shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import factx
from factx.base import FactxError, InputError, ModelError
from factx.run.extractor import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor("fast")


@pytest.mark.parametrize(
    "published",
    ["2017-03-22", "22 March 2017", date(2017, 3, 22), datetime(2017, 3, 22, 23, 30), pd.Timestamp("2017-03-22 08:00")],
)
def test_a_date_may_be_given_in_any_form(extractor: Extractor, published: Any) -> None:
    assert extractor.extract("Two men fled.", published=published).article.published == "2017-03-22"


@pytest.mark.parametrize("published", [None, pd.NaT, float("nan")])
def test_no_date_is_no_date(extractor: Extractor, published: Any) -> None:
    assert extractor.extract("Two men fled.", published=published).article.published is None


def test_a_text_that_is_no_date_is_an_error(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="'soon' is no full date"):
        extractor.extract("Two men fled.", published="soon")


@pytest.mark.parametrize(
    ("made", "error", "message"),
    [
        (lambda _: Extractor("no_such_model"), ModelError, "no model 'no_such_model'"),
        (lambda _: Extractor("fast", min_confidence=97), InputError, "0.97 for 97 %"),
        (lambda _: Extractor("fast", min_confidence=float("nan")), InputError, "no probability"),
        (lambda _: Extractor("fast", published="soon"), InputError, "no full date"),
        (lambda folder: Extractor("fast", rules=folder / "none"), FactxError, "none"),
        (lambda folder: Extractor("fast", rates=folder / "none.csv"), FactxError, "none.csv"),
    ],
)
def test_a_wrong_setting_is_an_error_at_once(
    tmp_path: Path, made: Callable[[Path], Extractor], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        made(tmp_path)


def test_what_is_no_article_costs_only_itself(extractor: Extractor) -> None:
    items: list[Any] = ["Police arrested nine men.", {"text": "x"}, None, float("nan"), "Two men were killed."]
    results = list(extractor.pipe(items))
    assert [result.article.status for result in results] == ["ok", "failed", "failed", "failed", "ok"]
    failure = results[1].failure
    assert isinstance(failure, factx.Failure)
    assert failure.message == "dict is no article; give its text, or an Article of factx.read_articles"


def test_a_result_is_short_in_print_and_marked_in_a_notebook(extractor: Extractor) -> None:
    result = extractor.extract("Police arrested nine men of A&B Ltd.", title="Raid")
    assert (
        repr(result) == f"<Result of Raid: {len(result.facts)} facts, {len(result.quantities)} quantities, 0 officials>"
    )
    shown = result._repr_html_()
    assert '<mark title="arrest">nine</mark> men of A&amp;B Ltd.' in shown
    (failed,) = extractor.pipe([None])  # type: ignore[list-item]
    assert "failed, NoneType is no article" in repr(failed)
    assert failed._repr_html_().startswith("<p>Result of")
