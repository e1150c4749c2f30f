"""9 engines: the pipeline over data frames, and over files that many machines share."""

from factx.engines.frames import columns_sql, extract_frame, merge_claims
from factx.engines.merge import Partitions
from factx.engines.on_dask import connected, extract_collection, on_dask
from factx.engines.plan import make_plan
from factx.engines.share import run_tasks

__all__ = [
    "Partitions",
    "columns_sql",
    "connected",
    "extract_collection",
    "extract_frame",
    "make_plan",
    "merge_claims",
    "on_dask",
    "run_tasks",
]
