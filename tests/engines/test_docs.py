"""The lines of docs/beyond-one-machine.md run, and say what the page says they do."""

from __future__ import annotations

import re
import warnings
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

PARTS = 2


def blocks(root: Path) -> dict[str, str]:
    """The examples of the page by the engine that each imports."""
    page = (root / "docs" / "beyond-one-machine.md").read_text("utf-8")
    found = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    return {re.split(r"[ .\n]", block, maxsplit=2)[1]: block for block in found}


def test_every_block_of_the_page_is_run(root: Path) -> None:
    assert list(blocks(root)) == ["pandas", "polars", "dask", "pyspark", "ray", "duckdb", "="]


@pytest.mark.parametrize("engine", ["polars", "dask", "pyspark", "ray", "duckdb"])
def test_the_lines_find_the_facts(engine: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if find_spec(engine) is None or find_spec("pyarrow") is None:
        pytest.skip(f"needs {engine}")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of engines that are ahead of, or behind, pandas
        exec(blocks(root)["pandas"], names)
        assert names["claimed"]["claim_id"].tolist() == names["claims"]["claim_id"].tolist()
        for folder in ("news", "facts"):
            (tmp_path / folder).mkdir()
        for part in range(PARTS):
            names["news"].iloc[part::PARTS].to_parquet(tmp_path / "news" / f"part-{part}.parquet")
        exec(blocks(root)[engine], names)
        made = pd.concat(pd.read_parquet(path) for path in sorted((tmp_path / "facts").glob("*.parquet")))
    assert sorted(made["value"]) == [33, 3_000_000]
    assert sorted(made["date"]) == ["2017-03-22", "2017-03-24"]


def test_the_computation_gives_what_the_page_says(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(blocks(root)["="], {})
    page = (root / "docs" / "beyond-one-machine.md").read_text("utf-8")
    assert f"```\n{capsys.readouterr().out}```" in page
