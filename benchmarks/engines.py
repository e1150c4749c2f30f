"""Engines of other people, run once: `python -m benchmarks.engines dask`, also `merge`, `spark`, `ray` and `duckdb`.

The articles are those of data/raw, told over so often, each time with a number of its own. What an engine makes is
compared with what one process makes of the same articles. Spark (with a Java of its own), Ray and DuckDB must be
installed beside factx: `pip install pyspark 'ray[data]' duckdb`.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd

import factx
from benchmarks.fresh import peak_memory
from benchmarks.workload import Workload
from factx.cli import main as command

RAW = Path(__file__).parents[1] / "data" / "raw"
SEED = 5
"""Of the moments at which workers are killed."""
FILES = 6
"""Of a partition, where workers are killed: a small part of what it is else, so that there are some."""
Row = dict[str, object]


def folder_of_news(folder: Path, copies: int) -> Path:
    """The articles as files; each has a number of its own, so that none is a copy of another."""
    made = folder / "news"
    made.mkdir()
    for number, item in enumerate(Workload(RAW, copies).told()):
        (made / f"{number:06}.txt").write_text(item.text, "utf-8", newline="")
    return made


def table_of_news(folder: Path, copies: int, parts: int = 8) -> tuple[Path, pd.DataFrame]:
    """The articles as Parquet partitions, and as one frame."""
    made = folder / "partitions"
    made.mkdir()
    rows = [{"id": at, "text": one.text, "date": one.published} for at, one in enumerate(Workload(RAW, copies).told())]
    frame = pd.DataFrame(rows)
    for part in range(parts):
        frame.iloc[part::parts].to_parquet(made / f"part-{part:02}.parquet", index=False)
    return made, frame


def tables(folder: Path) -> dict[str, bytes]:
    """The files of a folder of tables."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def timed(call: Callable[[], object]) -> float:
    """The seconds that a call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def dask(folder: Path, copies: int, kills: int) -> Iterator[Row]:
    """One process, Dask, and Dask whose workers are killed, over the same files."""
    from factx.engines import connected, make_plan, on_dask, plan, run_tasks
    from factx.reading import ReadOptions, UnreadFiles

    plan.MOST_FILES = FILES
    news = folder_of_news(folder, copies)
    files = len(list(news.iterdir()))
    alone = timed(lambda: command(["extract", str(news), "-o", str(folder / "alone"), "--quiet"]))
    yield {"run": "one process", "articles": files, "seconds": round(alone, 1), "killed": 0, "tables": "-"}
    for killed in (0, kills):
        out = str(folder / f"parts{killed}")
        moments = random.Random(SEED)
        with connected(None, workers=2) as client:
            tasks = make_plan([str(news)], out, factx.Extractor(), ReadOptions(), UnreadFiles())
            began, left = time.perf_counter(), killed
            for _ in run_tasks(tasks, out, on_dask(client), {"options": {}}):
                if left and any(client.processing().values()):
                    time.sleep(moments.uniform(0, 2))
                    kill_one(client)
                    left -= 1
            seconds = time.perf_counter() - began
        command(["merge", out, "-o", str(folder / "merged"), "--quiet"])
        made, wanted = tables(folder / "merged"), tables(folder / "alone")
        same = all(made[name] == wanted[name] for name in wanted.keys() - {"run.json"})
        told = "equal bytes" if same else "DIFFERENT"
        name = f"dask, 2 workers, {len(tasks.tasks)} partitions"
        yield {"run": name, "articles": files, "seconds": round(seconds, 1), "killed": killed - left, "tables": told}


def kill_one(client: Any) -> None:
    """Kill a worker that is at work."""
    busy = next((address for address, keys in client.processing().items() if keys), None)
    if busy is not None:
        os.kill(client.run(os.getpid, workers=[busy])[busy], signal.SIGKILL)


def merge(folder: Path, copies: int, kills: int) -> Iterator[Row]:
    """The second step alone: how fast, in how much memory."""
    from factx.engines import make_plan, run_tasks
    from factx.engines.task import do_task
    from factx.reading import ReadOptions, UnreadFiles

    news, out = folder_of_news(folder, copies), str(folder / "parts")
    plan = make_plan([str(news)], out, factx.Extractor(), ReadOptions(), UnreadFiles())
    told = list(run_tasks(plan, out, lambda tasks: map(do_task, tasks), {"options": {}}))
    words, articles = sum(one["words"] for one in told), sum(sum(one["articles"].values()) for one in told)
    seconds = timed(lambda: command(["merge", out, "-o", str(folder / "merged"), "--quiet"]))
    yield {
        "articles": articles,
        "words": words,
        "seconds": round(seconds, 1),
        "words/s": round(words / seconds),
        "kB of partitions an article": round(size(Path(out)) / articles / 1000, 1),
    }


def size(folder: Path) -> int:
    """The bytes of a folder's files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def spark(folder: Path, copies: int, kills: int) -> Iterator[Row]:
    """Spark on this machine, by ``mapInPandas``."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    partitions, frame = table_of_news(folder, copies)
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")

    def facts() -> pd.DataFrame:
        news = session.read.parquet(str(partitions))
        found = news.mapInPandas(
            lambda frames: (factx.extract_frame(one, keep=["id", "date"]) for one in frames),
            schema="id BIGINT, date STRING, " + factx.columns_sql(),
        )
        made: pd.DataFrame = found.toPandas()
        return made

    yield from compared(f"spark {session.version}, local[2]", facts, frame)
    session.stop()


def ray(folder: Path, copies: int, kills: int) -> Iterator[Row]:
    """Ray Data on this machine, by ``map_batches``."""
    import ray as engine

    partitions, frame = table_of_news(folder, copies)
    engine.init(num_cpus=2, include_dashboard=False, log_to_driver=False)

    def facts() -> pd.DataFrame:
        news = engine.data.read_parquet(str(partitions))
        found = news.map_batches(
            factx.extract_frame, fn_kwargs={"keep": ["id", "date"]}, batch_format="pandas", batch_size=100
        )
        made: pd.DataFrame = found.to_pandas()
        return made

    yield from compared(f"ray {engine.__version__}, 2 CPUs", facts, frame)
    engine.shutdown()


def duckdb(folder: Path, copies: int, kills: int) -> Iterator[Row]:
    """DuckDB reads and keeps the rows; the facts are found in this process, some articles at a time."""
    import duckdb as engine
    import pyarrow as pa

    partitions, frame = table_of_news(folder, copies)

    def facts() -> pd.DataFrame:
        database = engine.connect()
        batches = database.sql(f"FROM '{partitions}/*.parquet'").to_arrow_reader(100)
        found = (factx.extract_frame(batch.to_pandas(), keep=["id", "date"]) for batch in batches)
        made: pd.DataFrame = pd.concat(found)
        kept = pa.Table.from_pandas(made, preserve_index=False)
        database.execute("CREATE TABLE facts AS FROM kept")
        assert database.execute("SELECT count(*) FROM facts").fetchall() == [(len(kept),)]
        return made

    yield from compared(f"duckdb {engine.__version__}", facts, frame)


def compared(name: str, facts: Callable[[], pd.DataFrame], frame: pd.DataFrame) -> Iterator[Row]:
    """What an engine made beside what pandas makes, rows sorted."""
    made: list[pd.DataFrame] = []
    seconds = timed(lambda: made.append(facts()))
    wanted = factx.extract_frame(frame, keep=["id", "date"])
    same = sorted_text(made[0]).equals(sorted_text(wanted))
    claims = len(factx.merge_claims(made[0])[1])
    one = len(factx.merge_claims(wanted)[1])
    told = "equal" if same else "DIFFERENT"
    yield {
        "engine": name,
        "articles": len(frame),
        "facts": len(made[0]),
        "seconds": round(seconds, 1),
        "rows": told,
        "claims": f"{claims} of {one}",
    }


def sorted_text(facts: pd.DataFrame) -> pd.DataFrame:
    """The rows in one order, as text: engines have types of their own for numbers and empty cells."""
    texts = facts.astype(object).where(facts.notna(), "").map(lambda cell: str(cell))
    return texts.sort_values(["id", "fact_id"], ignore_index=True)


PARTS = {"dask": dask, "merge": merge, "spark": spark, "ray": ray, "duckdb": duckdb}


def main() -> None:
    """Run one part and print its rows as a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines", description=__doc__)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--copies", type=int, default=40, help="how often data/raw is told over (default: 40)")
    parser.add_argument("--kills", type=int, default=5, help="workers killed (default: 5)")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="factx-engines-"))
    try:
        rows = list(PARTS[options.part](folder, options.copies, options.kills))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    names = list(rows[0])
    for cells in (names, ["---"] * len(names), *([str(row[name]) for name in names] for row in rows)):
        print("| " + " | ".join(cells) + " |")
    print(f"most memory of the main process: {peak_memory():.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
