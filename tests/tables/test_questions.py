"""The lines of docs/questions.md run on data/out, in pandas and in SQL, and give the answers of the page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import factx

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"
QUESTION = re.compile(
    r"## (?P<question>.*?)\n.*?```python\n(?P<python>.*?)\n```.*?```sql\n(?P<sql>.*?)\n```"
    r".*?<!-- answer -->\n(?P<answer>.*?)<!-- /answer -->",
    re.DOTALL,
)
LEAST = 10
FOUND = list(QUESTION.finditer(PAGE.read_text("utf-8")))


def cell(value: Any) -> str:
    """A cell as the page shows it: whole numbers without decimals, days without hours, | as in the page's tables."""
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        value = value.date()
    return (f"{value:.12g}" if isinstance(value, float) else str(value)).replace("|", "\\|")


def markdown(rows: list[tuple[Any, ...]], names: list[str]) -> str:
    """A table of the page."""
    lines = [names, ["---"] * len(names), *([cell(value) for value in row] for row in rows)]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def by_pandas(line: str) -> str:
    """The answer of a line of pandas, after the first block of the page."""
    names: dict[str, Any] = {}
    exec(PAGE.read_text("utf-8").split("```python\n")[1].split("```")[0], names)
    result = eval(line, names)
    frame = result.reset_index() if isinstance(result, pd.Series) else result
    return markdown(list(frame.itertuples(index=False, name=None)), list(frame.columns))


def by_sql(line: str) -> str:
    """The answer of a line of SQL."""
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        connection.execute("IMPORT DATABASE 'data/out'")
        found = connection.execute(line)
        return markdown(found.fetchall(), [column[0] for column in found.description])


def test_there_are_questions() -> None:
    assert len(FOUND) >= LEAST
    assert PAGE.read_text("utf-8").count("<!-- answer -->") == len(FOUND)


def test_the_answers_show_nations_by_name() -> None:
    codes = set(factx.nation_names())
    assert not codes & {code for found in FOUND for code in re.findall(r"\b[A-Z]{3}\b", found["answer"])}
    assert "Zimbabwe" in PAGE.read_text("utf-8")


@pytest.fixture
def _in_the_repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


@pytest.mark.usefixtures("_in_the_repository")
@pytest.mark.parametrize("found", FOUND, ids=[found["question"] for found in FOUND])
def test_each_is_answered_by_one_line(found: re.Match[str]) -> None:
    assert "\n" not in found["python"]
    assert "\n" not in found["sql"]
    assert by_pandas(found["python"]) == found["answer"]
    assert by_sql(found["sql"]) == found["answer"]
