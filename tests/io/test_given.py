"""What callers of the library give: dates, settings and items of a stream, and what a notebook shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import factx
from factx.base import TABLES, Claim, Fact, FactxError, Failure, InputError, ModelError, Official, Text
from factx.reading import Article, article
from factx.run.extractor import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor("fast")


@pytest.mark.parametrize(
    "published",
    [
        *("2017-03-22", "22 March 2017", date(2017, 3, 22), datetime(2017, 3, 22, 23, 30)),
        *(pd.Timestamp("2017-03-22 08:00"), pd.Series(["2017-03-22"], dtype="datetime64[ns]").to_numpy()[0]),
    ],
)
def test_a_date_may_be_given_in_any_form(extractor: Extractor, published: Any) -> None:
    assert extractor.extract("Two men fled.", published=published).article.published == "2017-03-22"


@pytest.mark.parametrize("published", [None, pd.NaT, float("nan")])
def test_no_date_is_no_date(extractor: Extractor, published: Any) -> None:
    assert extractor.extract("Two men fled.", published=published).article.published is None


def test_a_text_that_is_no_date_is_an_error(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="'soon' is no full date"):
        extractor.extract("Two men fled.", published="soon")


def damaged(path: Path) -> Path:
    """A file of rates that was cut while it was copied."""
    path.write_bytes(b"Date,USD,JPY\n2024-01-02,1.09\xff\x00")
    return path


@pytest.mark.parametrize(
    ("made", "error", "message"),
    [
        (lambda _: Extractor("no_such_model"), ModelError, "no model 'no_such_model'"),
        (lambda _: Extractor("fast", min_confidence=97), InputError, "0.97 for 97 %"),
        (lambda _: Extractor("fast", min_confidence=float("nan")), InputError, "no probability"),
        (lambda _: Extractor("fast", published="soon"), InputError, "no full date"),
        (lambda folder: Extractor("fast", rules=folder / "none"), FactxError, "none"),
        (lambda folder: Extractor("fast", rates=folder / "none.csv"), FactxError, "none.csv"),
        (lambda folder: Extractor("fast", rates=damaged(folder / "rates.csv")), FactxError, "rates.csv"),
    ],
)
def test_a_wrong_setting_is_an_error_at_once(
    tmp_path: Path, made: Callable[[Path], Extractor], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        made(tmp_path)


@pytest.mark.parametrize("text", [None, float("nan"), pd.NA, pd.DataFrame({"text": ["Two men fled."]})])
def test_a_text_that_is_none_is_an_error_that_says_so(extractor: Extractor, text: Any) -> None:
    with pytest.raises(InputError, match=r"is no article; give a text, .* a whole data frame to factx\.extract_frame"):
        extractor.extract(text)


@pytest.mark.parametrize(
    "name", ["news.csv", "may/raid.txt", " news.csv\n", "Nexis export.docx", "may/", Path("news.csv")]
)
def test_a_path_is_no_text(extractor: Extractor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: Any) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "may").mkdir()
    (tmp_path / "Nexis export.docx").write_text("x")
    with pytest.raises(
        InputError, match=r"is the name of a file or folder and no text; .*factx\.read_articles\(PATH\)"
    ):
        extractor.extract(name)


def test_an_address_is_no_text(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="is an address and no text; save the page"):
        extractor.extract("https://example.org/news/raid.html")


@pytest.mark.parametrize(
    "text", ["Raid", "may", "The clerk opened news.csv", "Police held nine men: news.csv\nand a list", ""]
)
def test_a_text_that_names_a_file_is_a_text(
    extractor: Extractor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "may").mkdir()
    extractor.extract(text)


@pytest.mark.parametrize("one", ["Police arrested nine men.", b"x", Path("news"), article("Two fled.")])
def test_a_stream_of_one_text_is_an_error_at_once(extractor: Extractor, one: Any) -> None:
    with pytest.raises(InputError, match="pipe reads many: give a list of texts"):
        extractor.pipe(one)


def test_a_mistyped_model_is_told_which_was_meant() -> None:
    with pytest.raises(ModelError, match="no model 'acurate'; did you mean 'accurate'"):
        Extractor("acurate")


def test_what_is_no_article_costs_only_itself(extractor: Extractor) -> None:
    items: list[Any] = ["Police arrested nine men.", {"text": "x"}, None, float("nan"), "Two men were killed."]
    results = list(extractor.pipe(items))
    assert [result.article.status for result in results] == ["ok", "failed", "failed", "failed", "ok"]
    failure = results[1].failure
    assert isinstance(failure, factx.Failure)
    assert failure.message == "dict is no article; give its text, or an Article of factx.read_articles"


@pytest.mark.parametrize("record", [*(set(TABLES.values()) - {Failure}), Article])
def test_records_show_columns_that_they_have(record: Any) -> None:
    assert {*record.SHOWN} <= {field.name for field in fields(record)}
    assert record.SHOWN


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (Fact(kind="killed", value=9, low=9, high=9, bound="exact", sentence="x"), "Fact(kind='killed', value=9)"),
        (Fact(kind="held", low=4, high=6, modality="denied"), "Fact(kind='held', low=4, high=6, modality='denied')"),
        (Claim(kind="held", best=9, low=7, high=9, conflict=True), "Claim(kind='held', best=9, low=7, conflict=True)"),
        (Claim(kind="killed", best=0, part=False, conflict=False), "Claim(kind='killed', best=0)"),
        (Official(name="Ola Berg", former=True), "Official(name='Ola Berg', former=True)"),
        (Text(article_id="a1", text="Two fled. " * 99), f"Text(article_id='a1', text={'Two fled. ' * 6!r}…)"),
        (Failure(path="x", stage="read"), "Failure(path='x', stage='read', error=None, message=None)"),
    ],
)
def test_records_are_short_in_print(record: object, shown: str) -> None:
    assert repr(record) == shown


def test_an_extractor_shows_its_model_and_what_is_set() -> None:
    assert repr(Extractor()) == "<Extractor accurate>"
    given = Extractor("fast", published="2017-03-22", min_confidence=0.9)
    assert repr(given) == "<Extractor fast, published=2017-03-22, min_confidence=0.9>"


def test_a_result_is_short_in_print_and_marked_in_a_notebook(extractor: Extractor) -> None:
    result = extractor.extract("Police arrested nine men of A&B Ltd.", title="Raid")
    assert (
        repr(result) == f"<Result of Raid: {len(result.facts)} facts, {len(result.quantities)} quantities, 0 officials>"
    )
    (fact,) = result.facts
    assert repr(fact).startswith("Fact(kind='arrest', value=9.0, agent='Police', object='men of A&B Ltd")
    shown = result._repr_html_()
    assert '<mark title="arrest">nine</mark> men of A&amp;B Ltd.' in shown
    (failed,) = extractor.pipe([None])  # type: ignore[list-item]
    assert "failed, NoneType is no article" in repr(failed)
    assert failed._repr_html_().startswith("<p>Result of")
