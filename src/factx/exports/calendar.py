"""Events as all-day entries of a calendar, iCalendar (RFC 5545), written by the package icalendar."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from factx import __version__
from factx.base import TOLLS, needed
from factx.exports.rows import Exported, Row, Tables, days_between, rows_of

LONGEST = 31
"""Days of an entry: an event of which only the year is told would fill it."""


def calendar(tables: Tables) -> Exported:
    """Return the events whose day, week or month is told."""
    icalendar = needed("icalendar", "ics")
    done = Exported()
    book: Any = icalendar.Calendar()
    book.add("prodid", f"-//factx {__version__}//EN")
    book.add("version", "2.0")
    for row in rows_of(tables["events"]):
        if (days_between(row) or LONGEST + 1) > LONGEST:
            done.left_out["without a day, week or month"] += 1
        else:
            book.add_component(_entry(icalendar.Event(), row))
            done.rows += 1
    done.content = book.to_ical()
    return done


def _entry(entry: Any, row: Row) -> Any:
    """Fill an entry; its end is the day after the last, and its stamp the day of the last report."""
    entry.add("uid", f"{row['event_id']}@factx")
    reported = row.get("last_reported", row["time_end"])
    entry.add("dtstamp", datetime.combine(reported, time(), UTC))
    entry.add("dtstart", row["time_start"])
    entry.add("dtend", row["time_end"] + timedelta(days=1))
    entry.add("summary", headline(row))
    if "location" in row:
        entry.add("location", row["location"])
    if "latitude" in row and "longitude" in row:
        entry.add("geo", (row["latitude"], row["longitude"]))
    if "incident" in row:
        entry.add("categories", [row["incident"]])
    if "told_by" in row:
        entry.add("description", row["told_by"].replace("|", "\n"))
    return entry


def headline(row: Row) -> str:
    """An event in a line.

    >>> headline({"incident": "bombing", "location": "Kano", "killed": 15.0, "killed_low": 12.0, "killed_high": 15.0})
    'bombing, Kano: 15 killed (12 to 15)'
    """
    tolls = [f"{row[name]:g} {name}{_range(row, name)}" for name in TOLLS if name in row]
    what = ", ".join(row[name] for name in ("incident", "location") if name in row) or "event"
    return f"{what}: {', '.join(tolls)}" if tolls else what


def _range(row: Row, name: str) -> str:
    low, high = row.get(f"{name}_low"), row.get(f"{name}_high")
    return f" ({low:g} to {high:g})" if low is not None and high is not None and low != high else ""
