"""The exports by name: which tables each reads, and what it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from factx.base import InputError, hint
from factx.exports.acled import acled
from factx.exports.calendar import calendar
from factx.exports.geojson import geojson
from factx.exports.hxl import hxl
from factx.exports.iati import Publisher, iati
from factx.exports.rows import Exported, Tables
from factx.exports.ucdp import ucdp
from factx.tables import read_tables


@dataclass(frozen=True, slots=True)
class Export:
    """One export: what it is, the tables it needs, and those of which one may be chosen."""

    about: str
    write: Callable[[Tables, str, Publisher], Exported]
    needs: tuple[str, ...] = ("articles", "events", "facts")
    choice: tuple[str, ...] = ("events",)


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "acled": Export("events of violence and protest in the columns of ACLED", lambda t, n, p: acled(t)),
        "geojson": Export("points on a map", lambda t, n, p: geojson(t, n), choice=("events", "facts")),
        "hxl": Export(
            "CSV with a row of HXL tags", lambda t, n, p: hxl(t, n), choice=("events", "claims", "facts", "pledges")
        ),
        "iati": Export(
            "pledges, commitments and disbursements as IATI activities",
            lambda t, n, p: iati(t, p),
            ("articles", "claims", "facts"),
            ("claims",),
        ),
        "ics": Export("the days of events as a calendar", lambda t, n, p: calendar(t)),
        "ucdp": Export("events of armed violence with dead in the columns of UCDP GED", lambda t, n, p: ucdp(t)),
    }
)
"""Every export by the name that ``--to`` takes."""


def exported(folder: str | Path, name: str, table: str | None = None, publisher: Publisher | None = None) -> Exported:
    """Return the tables of a folder in a format of ``EXPORTS``.

    ``table`` is one of those that the export lets choose, by default the first; ``publisher`` says who
    publishes IATI activities. Raises ``InputError`` for another name or table, and a folder without
    the tables needed, ``OutputError`` for a package that is not installed.

    >>> exported("data/out", "hxl").content.decode().splitlines()[1][:30]  # doctest: +SKIP
    '#event+id,#event+type,#loc+nam'
    """
    if name not in EXPORTS:
        raise InputError(f"no export '{name}'; {hint(name, list(EXPORTS), 'the exports are')}")
    export = EXPORTS[name]
    chosen = export.choice[0] if table is None else table
    if chosen not in export.choice:
        raise InputError(f"{name} has no table '{chosen}'; {hint(chosen, export.choice, 'its tables are')}")
    tables = read_tables(folder, dict.fromkeys([*export.needs, chosen]))
    return export.write(tables, chosen, publisher or Publisher())
