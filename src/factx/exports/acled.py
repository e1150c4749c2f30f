"""Events of violence and protest in the columns of ACLED, the Armed Conflict Location & Event Data.

Columns and codes are those of ACLED's codebook as of 2023. What a coder of ACLED would have to
judge (types of actors and of most events, whether violence is political) is empty; so is what the
articles do not tell.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from factx.base import lexicon
from factx.exports.event_rows import events_in, of_another, precision_of_day
from factx.exports.evidence import Evidence
from factx.exports.precision import Place, place_of
from factx.exports.rows import Exported, Row, Tables, country, days_between, subdivision

COLUMNS = [row["column"] for row in lexicon.read("exports/event_columns") if row["standard"] == "acled"]
"""The columns of ACLED since 20 March 2023."""
_TYPES = {row["incident"]: row for row in lexicon.read("exports/incidents")}
_GEO_PRECISION = {Place.TOWN: 1, Place.NEAR: 2, Place.UNIT: 3}
"""1 a town, 2 near a known place, 3 a region."""
_TIME_PRECISION = ((1, 1), (7, 2), (31, 3))
"""Days and their code: 1 the day, 2 a week, of which the middle is the date, 3 a month, likewise."""


def acled(tables: Tables) -> Exported:
    """Return the events whose sort of incident ACLED covers."""
    return events_in(tables, COLUMNS, _cells)


def _cells(row: Row, told: Evidence) -> dict[str, Any] | str:
    kind = _TYPES.get(row.get("incident", ""), {})
    if kind.get("acled") != "yes":
        return of_another(row)
    precision, nation = time_precision(row), country(row.get("country"))
    middle = row["time_start"] + timedelta(days=((days_between(row) or 1) - 1) // 2) if precision else None
    return {
        "event_id_cnty": row["event_id"],
        "event_date": middle,
        "year": middle and middle.year,
        "time_precision": precision,
        "disorder_type": kind["disorder_type"] or None,
        "event_type": kind["event_type"] or None,
        "sub_event_type": kind["sub_event_type"] or None,
        "actor1": told.agent,
        "iso": nation.get("numeric", "").lstrip("0") or None,
        "country": nation.get("name"),
        "admin1": subdivision(told.admin1),
        "location": row.get("location"),
        "latitude": row.get("latitude"),
        "longitude": row.get("longitude"),
        "geo_precision": _GEO_PRECISION.get(place_of(row, told)),
        "source": "; ".join(told.publishers) or None,
        "notes": told.sentence,
        "fatalities": row.get("killed_low", row.get("killed")),
    }


def time_precision(row: Row) -> int | None:
    """ACLED's code for how precisely the day is known; None for more than a month.

    >>> from datetime import date
    >>> time_precision({"time_start": date(2017, 3, 1), "time_end": date(2017, 3, 31)})
    3
    """
    return precision_of_day(row, _TIME_PRECISION)
