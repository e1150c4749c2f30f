"""Records as pandas data frames with explicit nullable types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from factx.records import TABLES, columns
from factx.views import VIEWS, views_of

if TYPE_CHECKING:
    import pandas as pd

    from factx.extraction import Result

DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "string"}


def frame(records: Iterable[Any], record: type) -> pd.DataFrame:
    """The records of one class as a data frame, one column per field; empty cells are ``<NA>``.

    >>> from factx.records import Failure
    >>> str(frame([Failure(path="a.txt")], Failure)["path"].dtype)
    'string'
    """
    import pandas as pd

    rows = list(records)
    return pd.DataFrame(
        {
            column.name: pd.array([getattr(row, column.name) for row in rows], dtype=DTYPES[column.type])  # type: ignore[call-overload]
            for column in columns(record)
        }
    )


def frames_of(result: Result) -> dict[str, pd.DataFrame]:
    """Every table and view of one result by its name; ``claims`` needs a whole run and stays empty."""
    found: dict[str, Sequence[Any]] = {
        "articles": [result.article],
        "entities": result.entities,
        "mentions": result.mentions,
        "officials": result.officials,
        "quantities": result.quantities,
        "dates": result.dates,
        "facts": result.facts,
        "claims": [],
        "errors": [result.failure] if result.failure else [],
        **views_of(result.facts),
    }
    return {name: frame(found[name], record) for name, record in (TABLES | VIEWS).items()}
