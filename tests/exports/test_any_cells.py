"""Any text, number and day in the tables: every export is read by a parser of its format, and loses no row unsaid."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from factx.base import ArticleRow, Claim, Event, Fact
from factx.exports import EXPORTS, Publisher
from factx.tables import read_tables
from tests.exports.conftest import ARTICLE, Made
from tests.io.test_tables import TEXT

NEEDED = ("articles", "claims", "events", "facts")
WORD = st.none() | TEXT
COUNT = st.none() | st.floats(min_value=0, max_value=1e12, allow_nan=False)
DAY = st.none() | st.dates().map(lambda day: day.isoformat())
STANDING = st.sampled_from([None, "requested", "pledged", "approved", "delivered"])
EVENT = st.builds(
    Event,
    event_id=st.just("v" + "1" * 16),
    incident=st.sampled_from([None, "bombing", "protest", "flood"]),
    location=WORD,
    country=st.sampled_from([None, "NGA", "XKX"]),
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    time_start=DAY,
    time_end=DAY,
    last_reported=DAY,
    killed=COUNT,
    killed_low=COUNT,
    killed_high=COUNT,
    told_by=WORD,
)
FACT = st.builds(
    Fact,
    fact_id=st.just("f" + "1" * 16),
    claim_id=st.just("c" + "1" * 16),
    event_id=st.just("v" + "1" * 16),
    article_id=st.sampled_from([None, ARTICLE]),
    kind=st.sampled_from(["killed", "pledge"]),
    agent=WORD,
    recipient=WORD,
    object=WORD,
    sentence=WORD,
    value=COUNT,
    currency=st.sampled_from([None, "NOK"]),
    modality=st.sampled_from([None, "asserted", "possible"]),
    status=STANDING,
    published=DAY,
    time_start=DAY,
    time_end=DAY,
)
CLAIM = st.builds(Claim, claim_id=st.just("c" + "1" * 16), kind=st.just("pledge"), agent=WORD, last_reported=DAY)


@settings(deadline=None, max_examples=15)
@given(EVENT, FACT, CLAIM)
def test_every_export_of_any_row_can_be_read(event: Event, fact: Fact, claim: Claim) -> None:
    icalendar = pytest.importorskip("icalendar")
    with TemporaryDirectory() as folder:
        made = Made(Path(folder)).add(ArticleRow(ARTICLE, "a.txt"), event, fact, claim).write()
        tables = read_tables(made, NEEDED)
    done = {name: export.write(tables, export.choice[0], Publisher()) for name, export in EXPORTS.items()}
    for one in done.values():
        assert one.rows + one.left_out.total() == 1
    features = json.loads(done["geojson"].content)["features"]
    assert len(features) == done["geojson"].rows
    assert len(etree.fromstring(done["iati"].content)) == done["iati"].rows
    assert len(icalendar.Calendar.from_ical(done["ics"].content).walk("VEVENT")) == done["ics"].rows
    for name, headers in (("acled", 1), ("ucdp", 1), ("hxl", 2)):
        rows = list(csv.reader(io.StringIO(done[name].content.decode("utf-8"), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert len(rows) == done[name].rows + headers
