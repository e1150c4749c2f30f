"""Events of armed violence with dead in the columns of UCDP GED, the Georeferenced Event Dataset.

Columns and codes are those of its codebook, version 25.1. Conflict, dyad and sides are entries of
UCDP's own lists and stay empty, as does ``type_of_violence``, which follows from them.
"""

from __future__ import annotations

from typing import Any

from factx.base import lexicon
from factx.exports.event_rows import events_in, of_another, precision_of_day
from factx.exports.evidence import Evidence
from factx.exports.precision import Place, place_of
from factx.exports.rows import Exported, Row, Tables, country, subdivision

COLUMNS = [row["column"] for row in lexicon.read("exports/event_columns") if row["standard"] == "ucdp"]
"""The 49 columns of UCDP GED since version 23.1."""
_ARMED = frozenset(row["incident"] for row in lexicon.read("exports/incidents") if row["armed"] == "yes")
_WHERE_PREC = {Place.TOWN: 1, Place.NEAR: 2, Place.UNIT: 4, Place.NATION: 6}
"""1 an exact place, 2 near one, 4 a first-level unit, 6 the country alone."""
_DATE_PREC = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""Days and their code: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year."""


def ucdp(tables: Tables) -> Exported:
    """Return the events of armed violence that cost at least one life."""
    return events_in(tables, COLUMNS, _cells)


def _cells(row: Row, told: Evidence) -> dict[str, Any] | str:
    if row.get("incident") not in _ARMED:
        return of_another(row)
    if not row.get("killed"):
        return "without dead"
    precision, best = date_prec(row), row["killed"]
    days = {"date_start": row["time_start"], "date_end": row["time_end"]} if precision else {}
    place = (row.get("longitude"), row.get("latitude"))
    return days | {
        "id": row["event_id"],
        "year": days["date_start"].year if days else None,
        "number_of_sources": row.get("articles"),
        "source_article": "; ".join(told.articles) or None,
        "source_office": "; ".join(told.publishers) or None,
        "source_date": "; ".join(told.published) or None,
        "source_headline": "; ".join(told.titles) or None,
        "source_original": "; ".join(told.sources) or None,
        "where_prec": _WHERE_PREC.get(place_of(row, told)),
        "where_coordinates": row.get("location") if None not in place else None,
        "where_description": row.get("location"),
        "adm_1": subdivision(told.admin1),
        "latitude": place[1],
        "longitude": place[0],
        "geom_wkt": None if None in place else f"POINT ({place[0]} {place[1]})",
        "country": country(row.get("country")).get("name"),
        "date_prec": precision,
        "deaths_civilians": best if told.only_civilians else None,
        "deaths_unknown": None if told.only_civilians else best,
        "best": best,
        "high": row.get("killed_high"),
        "low": row.get("killed_low"),
    }


def date_prec(row: Row) -> int | None:
    """UCDP's code for how precisely the day is known; None for more than a year.

    >>> from datetime import date
    >>> date_prec({"time_start": date(2017, 3, 6), "time_end": date(2017, 3, 12)})
    3
    """
    return precision_of_day(row, _DATE_PREC)
