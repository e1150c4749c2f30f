"""Read news and write tables of facts with their sources.

Who pledged how much to whom, troops, arrests, casualties, the displaced, members.

>>> import factx
>>> result = factx.extract("Police arrested 33 people.", published="2017-03-22")  # doctest: +SKIP
>>> [(fact.kind, fact.value) for fact in result.facts]  # doctest: +SKIP
[('arrest', 33.0)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factx import dask as dask
    from factx.base import FactxError as FactxError
    from factx.base import Failure as Failure
    from factx.engines import columns_sql as columns_sql
    from factx.engines import extract_frame as extract_frame
    from factx.engines import merge_claims as merge_claims
    from factx.reading import Article as Article
    from factx.reading import ReadOptions as ReadOptions
    from factx.reading import read_articles as read_articles
    from factx.run import Extractor as Extractor
    from factx.run import extract as extract
    from factx.run import load as load
    from factx.tables import Result as Result
    from factx.tables import read_tables as read_tables
    from factx.tables import to_frames as to_frames
    from factx.who.nations import nation_names as nation_names

__version__ = "0.1.0"

_HOMES = {
    "Article": "factx.reading.article",
    "Extractor": "factx.run.extractor",
    "FactxError": "factx.base.errors",
    "Failure": "factx.base.records",
    "ReadOptions": "factx.reading.formats.parts",
    "Result": "factx.tables.result",
    "columns_sql": "factx.engines.frames",
    "extract": "factx.run.extractor",
    "extract_frame": "factx.engines.frames",
    "load": "factx.run.pipeline",
    "merge_claims": "factx.engines.frames",
    "nation_names": "factx.who.nations",
    "read_articles": "factx.reading.files",
    "read_tables": "factx.tables.stored",
    "to_frames": "factx.tables.dataframes",
}
__all__ = [
    "Article",
    "Extractor",
    "FactxError",
    "Failure",
    "ReadOptions",
    "Result",
    "__version__",
    "columns_sql",
    "extract",
    "extract_frame",
    "load",
    "merge_claims",
    "nation_names",
    "read_articles",
    "read_tables",
    "to_frames",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: ``import factx`` loads neither spaCy nor pandas."""
    from importlib import import_module

    if name == "dask":
        return import_module("factx.dask")
    if name not in _HOMES:
        raise AttributeError(f"module 'factx' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
