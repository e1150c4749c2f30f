"""A data frame of any library as rows, and records as a frame of the same library: pandas and polars.

Frames of DuckDB, pyarrow and others that narwhals knows become frames of pandas.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from factx.base import InputError, columns
from factx.tables import cells_of, frame_of

if TYPE_CHECKING:
    import narwhals as nw
    import pandas as pd

_ELSEWHERE = {
    "dask": "factx.dask.extract takes a Dask frame",
    "pyspark": "mapInPandas hands the parts of a Spark frame to extract_frame",
}
"""What to do with a frame that lies on many machines, and perhaps on none wholly, by its package."""
_KEPT = "_kept"
"""Behind the name of a column that is taken over, where the table has one of that name: polars has no two."""


class AnyFrame(Protocol):
    """What the engines ask of a frame."""

    @property
    def names(self) -> Collection[Any]:
        """The names of the columns."""

    def rows(self, names: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """The rows, of some columns if they are named; empty cells are ``None``."""

    def of(self, records: Iterable[Any], record: type) -> Any:
        """Records of one class as a frame of this library with the types of the table."""

    def beside(self, keep: Sequence[str], rows: Sequence[int], made: Any) -> Any:
        """The cells of the columns ``keep`` in some rows, beside a frame made of them."""

    def assigned(self, cells: Mapping[str, Sequence[str | None]]) -> Any:
        """The frame with columns of text put in or replaced."""


def opened(frame: Any) -> AnyFrame:
    """Return a data frame of any library that narwhals knows; what is lazy is computed.

    Raises ``InputError`` for what is no data frame, and for one that another function takes.

    >>> opened({"text": ["Two fled."]})
    Traceback (most recent call last):
        ...
    factx.base.errors.InputError: a dict is no data frame; give one of pandas, polars, DuckDB or pyarrow
    """
    import pandas as pd

    if isinstance(frame, pd.DataFrame):
        return PandasFrame(frame)
    package = type(frame).__module__.split(".")[0]
    if package in _ELSEWHERE:
        raise InputError(f"{_ELSEWHERE[package]}; see docs/beyond-one-machine.md")
    import narwhals as nw

    given = nw.from_native(frame, pass_through=True)
    if isinstance(given, nw.LazyFrame):
        given = given.collect(backend="polars" if given.implementation.is_polars() else "pandas")
    if not isinstance(given, nw.DataFrame):
        raise InputError(f"a {type(frame).__name__} is no data frame; give one of pandas, polars, DuckDB or pyarrow")
    return PolarsFrame(given) if given.implementation.is_polars() else PandasFrame(given.to_pandas())


@dataclass(frozen=True, slots=True)
class PandasFrame:
    """A frame of pandas: what is made of rows has their index."""

    frame: pd.DataFrame

    @property
    def names(self) -> Collection[Any]:
        """The names of the columns."""
        return self.frame.columns

    def rows(self, names: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """The rows as those of a Parquet file are read."""
        some = self.frame if names is None else self.frame[[*names]]
        cells = some.astype(object).where(some.notna(), None)
        return [{str(name): cell for name, cell in row.items()} for row in cells.to_dict("records")]

    def of(self, records: Iterable[Any], record: type) -> pd.DataFrame:
        """A frame with the types of ``to_frames``."""
        return frame_of(records, record)

    def beside(self, keep: Sequence[str], rows: Sequence[int], made: pd.DataFrame) -> pd.DataFrame:
        """The frame with the index of the rows, and their cells as ``DataFrame.explode`` repeats them."""
        import pandas as pd

        made.index = self.frame.index[[*rows]]
        return pd.concat([self.frame[[*keep]].iloc[[*rows]], made], axis=1) if keep else made

    def assigned(self, cells: Mapping[str, Sequence[str | None]]) -> pd.DataFrame:
        """A new frame; columns keep their places."""
        import pandas as pd

        return self.frame.assign(**{name: pd.array([*some], dtype="string") for name, some in cells.items()})


@dataclass(frozen=True, slots=True)
class PolarsFrame:
    """A frame of polars, as narwhals holds it; what is made is handed out as one of polars itself."""

    frame: nw.DataFrame[Any]

    @property
    def names(self) -> Collection[Any]:
        """The names of the columns."""
        return self.frame.columns

    def rows(self, names: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """The rows; days are ``datetime.date``."""
        some = self.frame if names is None else self.frame.select([*names])
        return [dict(row) for row in some.rows(named=True)]

    def of(self, records: Iterable[Any], record: type) -> Any:
        """A frame with the types String, Int64, Float64, Boolean and Date; all may be null."""
        rows, described = list(records), columns(record)
        cells = {column.name: cells_of(rows, column) for column in described}
        return self._from(cells, {column.name: column.type for column in described}).to_native()

    def beside(self, keep: Sequence[str], rows: Sequence[int], made: Any) -> Any:
        """The cells repeated as ``DataFrame.explode`` does; ``title_kept``, where the table has a ``title``."""
        if not keep:
            return made
        others = made.columns
        kept = self.frame.select([*keep])[[*rows], :]
        kept = kept.rename({name: f"{name}{_KEPT}" for name in keep if name in others})
        return kept.to_native().hstack(made)

    def assigned(self, cells: Mapping[str, Sequence[str | None]]) -> Any:
        """A new frame; columns keep their places."""
        made = self._from(cells, dict.fromkeys(cells, "string"))
        return self.frame.with_columns(*(made[name] for name in cells)).to_native()

    def _from(self, cells: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> nw.DataFrame[Any]:
        """A frame of columns by their Table Schema types."""
        import narwhals as nw

        known = {
            "string": nw.String(),
            "integer": nw.Int64(),
            "number": nw.Float64(),
            "boolean": nw.Boolean(),
            "date": nw.Date(),
        }
        return nw.from_dict({**cells}, {name: known[type_] for name, type_ in types.items()}, backend="polars")
