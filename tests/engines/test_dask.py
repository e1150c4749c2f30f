"""Dask with real worker processes: the same tables, also when workers are killed; the model loaded once."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import factx
from factx.cli import main
from factx.engines import connected, make_plan, on_dask, plan, run_tasks
from factx.engines.kept import count_loaded
from factx.reading import ReadOptions, UnreadFiles
from factx.run import Extractor

distributed = pytest.importorskip("distributed")
frames = pytest.importorskip("dask.dataframe")
bags = pytest.importorskip("dask.bag")
pytestmark = pytest.mark.filterwarnings("ignore")
Merge = Callable[[str | Path], dict[str, bytes]]
TOLD = "Police in Tartu arrested {} smugglers on Monday."


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """A cluster of two processes."""
    with connected(None, workers=2) as client:
        yield client


def killed(client: Any) -> str:
    """Kill a worker that is at work; return its address."""
    busy = next(address for address, keys in client.processing().items() if keys)
    os.kill(client.run(os.getpid, workers=[busy])[busy], signal.SIGKILL)
    return str(busy)


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a signal")
def test_a_killed_worker_loses_and_doubles_nothing(
    client: Any, news: Path, local: dict[str, bytes], merge: Merge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "MOST_FILES", 3)
    out = str(tmp_path / "parts")
    tasks = make_plan([str(news)], out, Extractor(), ReadOptions(), UnreadFiles())
    told = run_tasks(tasks, out, on_dask(client), {"options": {}})
    next(told)
    killed(client)
    assert len(list(told)) == len(tasks.tasks) - 1
    assert merge(out) == local
    assert set(client.run(count_loaded).values()) <= {0, 1}  # a worker that came late may have had nothing to do


def test_a_frame_gives_the_facts_that_pandas_gives(client: Any, extractor: Extractor) -> None:
    news = pd.DataFrame({"text": [TOLD.format(number) for number in range(10, 30)], "date": "2019-05-08"})
    facts = factx.dask.extract(frames.from_pandas(news, npartitions=4), date="date", keep=["date"])
    alone = factx.extract_frame(news, date="date", keep=["date"], extractor=extractor)
    computed = facts.compute(scheduler=client)
    assert list(facts.columns) == list(computed.columns)
    assert computed.dtypes["value"] == "Float64"
    assert computed["fact_id"].tolist() == alone["fact_id"].tolist()
    claimed, claims, events = factx.dask.merge_claims(computed)
    assert claimed["claim_id"].unique().tolist() == claims["claim_id"].tolist()
    assert claims["mentions"].tolist() == [20]
    assert events["articles"].tolist() == [20]


def test_a_bag_gives_a_frame(client: Any) -> None:
    items = [TOLD.format(number) for number in (21, 22)] + [{"body": TOLD.format(23), "title": "Held"}]
    facts = factx.dask.extract(bags.from_sequence(items, npartitions=3))
    assert facts.compute(scheduler=client)["value"].tolist() == [21, 22, 23]


def test_what_is_no_collection_is_an_error() -> None:
    with pytest.raises(factx.FactxError, match="a DataFrame is no Dask bag or data frame"):
        factx.dask.extract(pd.DataFrame({"text": []}))


def test_the_command_shares_the_work_of_a_cluster(
    client: Any, news: Path, local: dict[str, bytes], merge: Merge, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["extract", str(news), "-o", str(tmp_path / "parts"), "--engine", "dask"]
    assert main([*command, "--scheduler", client.scheduler.address]) == 1
    told = capsys.readouterr().out
    assert "articles    1 failed, 2" in told
    assert f"next        factx merge {tmp_path / 'parts'} -o TABLES" in told
    assert merge(tmp_path / "parts") == local
    assert (tmp_path / "merged" / "run.json").read_bytes() == (tmp_path / "local" / "run.json").read_bytes()


def test_a_scheduler_that_does_not_answer_is_an_error(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["extract", str(news), "-o", str(tmp_path / "parts"), "--engine", "dask"]
    assert main([*command, "--scheduler", "nothing://here"]) == 2
    assert "factx: --scheduler nothing://here" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--excel", "--format=duckdb"])
def test_options_of_the_second_step_are_refused(option: str, news: Path, tmp_path: Path) -> None:
    assert main(["extract", str(news), "-o", str(tmp_path / "parts"), "--engine", "dask", option]) == 2
