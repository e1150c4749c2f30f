"""A data frame of articles in, a data frame of facts out; claims over any number of frames."""

from __future__ import annotations

import multiprocessing
import pickle
import warnings
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

import factx
from factx.base import TABLES, InputError, columns
from factx.reading import Article
from factx.run import Extractor
from factx.tables import frame_of, to_frames

NEWS = pd.DataFrame(
    {
        "story": [
            "Police in Salta arrested 33 smugglers on Monday.",
            None,
            "Nothing was counted here.",
            "Rebels killed 12 soldiers near Goma, the army said. Norway pledged $3 million to Kenya.",
        ],
        "day": ["2017-03-22", "2017-03-23", None, "2017-03-24"],
        "n": [1, 2, 3, 4],
    },
    index=["a", "b", "c", "d"],
)


def facts_of(frame: pd.DataFrame, extractor: Extractor, **options: Any) -> pd.DataFrame:
    """The facts of a frame with the columns of ``NEWS``, without the warning of its empty row."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        facts: pd.DataFrame = factx.extract_frame(frame, text="story", date="day", extractor=extractor, **options)
        return facts


def test_facts_have_the_index_and_the_columns_of_their_rows(extractor: Extractor) -> None:
    facts = facts_of(NEWS, extractor, keep=["n", "day"])
    assert facts.index.tolist() == ["a", "d", "d"]
    assert facts["n"].tolist() == [1, 4, 4]
    assert facts["value"].tolist() == [33, 12, 3e6]
    assert facts["time_start"].tolist()[0] == "2017-03-20"
    assert facts["claim_id"].isna().all()
    assert list(facts.columns) == ["n", "day", *(column.name for column in columns(TABLES["facts"]))]


@pytest.mark.parametrize("frame", [NEWS.iloc[:0], NEWS.iloc[1:2]])
def test_types_are_the_same_without_facts(extractor: Extractor, frame: pd.DataFrame) -> None:
    assert facts_of(frame, extractor).dtypes.equals(facts_of(NEWS, extractor).dtypes)


def test_days_may_be_text_or_timestamps(extractor: Extractor) -> None:
    stamps = NEWS.assign(day=pd.to_datetime(NEWS["day"]))
    pd.testing.assert_frame_equal(facts_of(stamps, extractor), facts_of(NEWS, extractor))


def test_a_row_that_cannot_be_read_is_told_of(extractor: Extractor) -> None:
    with pytest.warns(RuntimeWarning, match=r"1 failure in 4 rows, the first: row#2: no text"):
        factx.extract_frame(NEWS, text="story", extractor=extractor)
    assert facts_of(NEWS, extractor, table="errors", keep=["n"])["n"].tolist() == [2]
    assert facts_of(NEWS, extractor, table="articles")["status"].tolist() == ["ok", "failed", "ok", "ok"]


def test_usual_names_of_columns_are_known(extractor: Extractor) -> None:
    usual = NEWS.iloc[[0]].rename(columns={"story": "body", "day": "published"})
    assert factx.extract_frame(usual, extractor=extractor)["time_start"].tolist() == ["2017-03-20"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"text": "body"}, "no column 'body' in the frame; its columns are story, day, n"),
        ({"text": "story", "keep": ["id"]}, "no column 'id'"),
        ({"text": "story", "table": "claims"}, "no table 'claims' is made article by article"),
    ],
)
def test_what_is_not_there_is_an_error(extractor: Extractor, options: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        factx.extract_frame(NEWS, extractor=extractor, **options)


FORMS: dict[str, Callable[[pd.DataFrame], Any]] = {
    "polars": lambda news: polars_of(news),
    "polars lazy": lambda news: polars_of(news).lazy(),
    "pyarrow": lambda news: pytest.importorskip("pyarrow").Table.from_pandas(news, preserve_index=False),
    "duckdb": lambda news: pytest.importorskip("duckdb").from_df(news),
}
"""Frames of other libraries with the rows of one of pandas."""


def polars_of(news: pd.DataFrame) -> Any:
    """A frame of pandas as one of polars."""
    return pytest.importorskip("polars").DataFrame(cells_of(news))


def cells_of(frame: pd.DataFrame) -> dict[Any, list[Any]]:
    """The cells of each column; empty ones are ``None``."""
    return frame.astype(object).where(frame.notna(), None).to_dict("list")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("rows", [slice(None), slice(1, 2), slice(0)])
def test_frames_of_other_libraries_give_the_same_facts(form: str, rows: slice, extractor: Extractor) -> None:
    news = NEWS.iloc[rows]
    facts: Any = facts_of(FORMS[form](news), extractor, keep=["n", "day"])
    wanted = facts_of(news, extractor, keep=["n", "day"])
    assert type(facts).__module__.split(".")[0] == ("polars" if form.startswith("polars") else "pandas")
    assert list(facts.columns) == list(wanted.columns)
    cells = cells_of(wanted)
    if form.startswith("polars"):
        assert facts.to_dict(as_series=False) == {
            name: [cell.date() if name == "published" and cell else cell for cell in column]
            for name, column in cells.items()
        }
    else:
        assert cells_of(facts) == cells


def test_polars_has_the_types_that_are_documented(extractor: Extractor) -> None:
    pl = pytest.importorskip("polars")
    types = {"string": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean, "date": pl.Date}
    for table in ("facts", "articles", "officials", "quantities", "errors"):
        made: Any = facts_of(polars_of(NEWS), extractor, table=table)
        assert dict(made.schema) == {column.name: types[column.type] for column in columns(TABLES[table])}
    kept: Any = facts_of(polars_of(NEWS.assign(title="A bridge")), extractor, keep=["title", "n"])
    assert kept.columns[:2] == ["title_kept", "n"]
    assert kept["title"].to_list() == ["A bridge"] * 3
    days = polars_of(NEWS).with_columns(pl.col("day").str.to_date())
    assert facts_of(days, extractor)["time_start"].to_list() == ["2017-03-20", None, None]


def test_what_is_no_frame_here_is_an_error(extractor: Extractor) -> None:
    for other in ({"story": ["Two fled."]}, NEWS["story"], [1], None):
        with pytest.raises(InputError, match=r"a \w+ is no data frame; give one of pandas, polars, DuckDB or pyarrow"):
            factx.extract_frame(other, extractor=extractor)
    dask = pytest.importorskip("dask.dataframe")
    with pytest.raises(InputError, match=r"factx\.dask\.extract takes a Dask frame"):
        factx.extract_frame(dask.from_pandas(NEWS, npartitions=1), text="story", extractor=extractor)


def test_a_frame_without_texts_is_an_error(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="no text: the table needs a column 'text'"):
        factx.extract_frame(NEWS[["n"]], extractor=extractor)


def test_claims_of_many_frames_are_those_of_one_run(raw_articles: list[Article], extractor: Extractor) -> None:
    days = [article.published or "" for article in raw_articles]
    ordered = sorted(zip(days, raw_articles, strict=True), key=lambda pair: (pair[0], pair[1].article_id))
    run = to_frames(extractor.read(article) for _, article in ordered)
    shuffled = run["facts"].sample(frac=1, random_state=3).assign(claim_id="", event_id=None)
    claimed, claims, events = factx.merge_claims(shuffled)
    for name in ("claim_id", "event_id"):
        pd.testing.assert_series_equal(claimed[name].sort_index(), run["facts"][name])
    pd.testing.assert_frame_equal(claims, run["claims"])
    pd.testing.assert_frame_equal(events, run["events"])
    renamed = shuffled.assign(date=shuffled["published"], published=None)
    pd.testing.assert_frame_equal(factx.merge_claims(renamed, "date")[2], run["events"])
    with pytest.raises(InputError, match=r"no column 'day' in the frame of facts; extract_frame\(…, keep=\['day'\]\)"):
        factx.merge_claims(shuffled, "day")


def test_claims_of_polars_are_those_of_pandas(extractor: Extractor) -> None:
    pl = pytest.importorskip("polars")
    facts: Any = facts_of(polars_of(NEWS), extractor)
    wanted = factx.merge_claims(facts_of(NEWS, extractor))
    made = factx.merge_claims(pl.concat([facts[2:], facts[:2]]))
    assert sorted(made[0]["claim_id"]) == sorted(wanted[0]["claim_id"])
    assert made[0].columns == facts.columns
    for table, same in zip(made[1:], wanted[1:], strict=True):
        assert isinstance(table, pl.DataFrame)
        cells = cells_of(same)
        days = [name for name, type_ in table.schema.items() if type_ == pl.Date]
        assert table.with_columns(pl.col(days).cast(pl.Datetime)).to_dict(as_series=False) == cells


def test_columns_are_given_as_a_schema_of_sql() -> None:
    assert factx.columns_sql().startswith("fact_id STRING, claim_id STRING")
    assert "conflict BOOLEAN" in factx.columns_sql("claims")
    assert frame_of([], TABLES["facts"]).shape[1] == factx.columns_sql().count(",") + 1


def test_an_extractor_is_pickled_as_its_settings(extractor: Extractor) -> None:
    again = pickle.loads(pickle.dumps(Extractor("fast", min_confidence=0.5, published="2020-01-01")))
    assert (again.model, again.min_confidence, again.published) == ("fast", 0.5, "2020-01-01")
    assert len(pickle.dumps(extractor)) < 1000


def with_two_workers(extractor: Extractor) -> tuple[list[Any], list[str]]:
    """Results and warnings in a process that may start no others."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        values = [result.facts[0].value for result in extractor.pipe(["Police arrested 33 men."] * 2, workers=2)]
    return values, [str(one.message) for one in told if one.category is RuntimeWarning]


def test_workers_are_not_wanted_of_a_worker() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        values, (told,) = pool.apply(with_two_workers, (Extractor(),))
    assert values == [33, 33]
    assert "a worker process may start no others: all is read here, not by 2 workers" in told
