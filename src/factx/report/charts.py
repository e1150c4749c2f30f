"""The charts as Vega-Lite, made with Altair: what is drawn is told in words beside it, and as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from factx.base import TOLLS
from factx.report.libraries import library

MONTHS_BY_NAME = 36
"""Months that fit on an axis one by one; with more, time runs as a scale."""
_ROW = 24
"""Height of a bar or a row of cells in pixels: a finger's width apart on a phone."""
_HEIGHT = 320
"""Height of charts whose height does not depend on the data."""
_MAP = 420
"""Height of the map: the world is about twice as wide as high."""
_DARK = 0.5
"""The share of the scale, by logarithms, from which a cell is dark enough for white figures."""
_BILLIONS = "datum.value == 0 ? '0' : '$' + replace(datum.label, 'G', 'B')"
"""News counts billions, not giga."""
_EDGE = 12
"""Pixels between the first mark and the axis, on which it would lie."""
_TENS = (0, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000)
"""Ticks of a scale on which one death and a million displaced are seen."""
_SHAPES = ("circle", "triangle-up", "square", "diamond", "cross")
"""A shape for each toll, so that none is told by its colour alone."""
_COLOURS = ("#d1495b", "#e08e1b", "#7b8cde", "#2a9d8f", "#a06cd5")
"""Colours of the tolls: 3 to 1 or better against white and against the dark ground."""
Spec = Mapping[str, Any]
"""A Vega-Lite specification."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its title, what it shows in a sentence, and the rows that it is drawn from."""

    name: str
    title: str
    told: str
    spec: Spec
    rows: Sequence[Mapping[str, Any]]


def kind_and_month(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """Cells by kind and month, darker with more facts, their numbers in them where months are few."""
    alt = library("altair")
    months = {row["month"] for row in rows}
    few = len(months) <= MONTHS_BY_NAME
    x = alt.X("month:O", title="month of publication") if few else alt.X("utcyearmonth(month):T", title=None)
    base = alt.Chart(alt.InlineData(list(rows) if few else [row for row in rows if row["month"][:1].isdigit()]))
    legend = None if few else alt.Legend(orient="top", title="facts")
    colour = alt.Color("facts:Q", scale=alt.Scale(range=["#cfe8f0", "#10475c"], type="symlog"), legend=legend)
    y = alt.Y("kind:N", title=None)
    cells = base.mark_rect().encode(x=x, y=y, color=colour, tooltip=["kind:N", "month:N", "facts:Q"])
    most = max(row["facts"] for row in rows)
    ink = alt.condition(alt.datum.facts > most**_DARK, alt.value("#ffffff"), alt.value("#17212b"))
    numbers = base.mark_text(fontSize=11).encode(x=x, y=y, text="facts:Q", color=ink)
    return _spec(cells + numbers if few else cells, max(3, len({row["kind"] for row in rows})) * _ROW)


def donors(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """A bar of dollars for each donor, with a line from the lowest to the highest sum."""
    alt = library("altair")
    base = alt.Chart(alt.InlineData(list(rows)))
    y = alt.Y("donor:N", sort=None, title=None)
    tooltip: list[Any] = ["donor:N", *(alt.Tooltip(f"{name}:Q", format=",.0f") for name in ("usd", "low", "high"))]
    bars = base.mark_bar(color="#2a7f9e").encode(
        x=alt.X("usd:Q", title="US dollars", axis=alt.Axis(format="~s", tickCount=5, labelExpr=_BILLIONS)),
        y=y,
        tooltip=[*tooltip, "pledges:Q"],
    )
    bounds = base.mark_rule(color="#e08e1b", strokeWidth=3).encode(x="low:Q", x2="high:Q", y=y, tooltip=tooltip)
    return _spec(bars + bounds, max(3, len(rows)) * _ROW)


def map_of(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """Points on a map of the world, larger with more facts; dots are where people live."""
    alt = library("altair")
    lines = alt.Chart(alt.graticule(step=[30, 30])).mark_geoshape(filled=False, stroke="#8a99a8", strokeOpacity=0.4)
    dots = alt.Chart(alt.InlineData(land())).mark_circle(size=5, color="#8a99a8", opacity=0.55)
    points = alt.Chart(alt.InlineData(list(rows))).mark_circle(
        color="#d1495b", opacity=0.75, stroke="white", strokeWidth=1
    )
    size = alt.Size("facts:Q", scale=alt.Scale(range=[60, 900]), legend=None)
    spots = points.encode(longitude="longitude:Q", latitude="latitude:Q", size=size, tooltip=["place:N", "facts:Q"])
    land_dots = dots.encode(longitude="e:Q", latitude="n:Q")
    return _spec((lines + land_dots + spots).project(type="equalEarth"), _MAP)


def toll_times(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """A point for each toll of an event at its day, with a line from the lowest to the highest told."""
    alt = library("altair")
    base = alt.Chart(alt.InlineData(list(rows)))
    told = [toll for toll in TOLLS if any(row["toll"] == toll for row in rows)]
    scale = {"domain": told, "range": [_COLOURS[TOLLS.index(toll)] for toll in told]}
    shapes = {"domain": told, "range": [_SHAPES[TOLLS.index(toll)] for toll in told]}
    x = alt.X("day:T", scale=alt.Scale(type="utc", padding=_EDGE), title=None, axis=alt.Axis(tickCount=8))
    y = alt.Y("newest:Q", scale=alt.Scale(type="symlog"), title="persons", axis=alt.Axis(format=",d", values=_TENS))
    colour = alt.Color("toll:N", scale=alt.Scale(**scale), title=None, legend=alt.Legend(orient="top", columns=3))
    tooltip = ["event:N", "day:N", "toll:N", "newest:Q", "low:Q", "high:Q"]
    points = base.mark_point(filled=True, size=70, opacity=0.85).encode(
        x=x, y=y, color=colour, shape=alt.Shape("toll:N", scale=alt.Scale(**shapes), title=None), tooltip=tooltip
    )
    ranges = base.mark_rule(strokeWidth=2, opacity=0.7).encode(x=x, y="low:Q", y2="high:Q", color=colour)
    return _spec(ranges + points, _HEIGHT)


def _spec(chart: Any, height: int) -> Spec:
    """The specification of a chart as wide as its page; ``height`` is that of the marks, without the axes."""
    made: Spec = chart.properties(width="container", height=height).to_dict()
    return {**made, "config": {}, "autosize": {"type": "fit-x", "contains": "padding"}}


def land() -> list[dict[str, float]]:
    """The cells of the map's ground: degrees east and north of their middles.

    As objects, not as CSV: Vega reads that by a function made of text, which the page may not do.
    """
    picture = (files("factx") / "report" / "page" / "land.txt").read_text("utf-8").splitlines()
    cell = 180 / len(picture)
    return [
        {"e": (column + 0.5) * cell - 180, "n": 90 - (row + 0.5) * cell}
        for row, line in enumerate(picture)
        for column, sign in enumerate(line)
        if sign == "#"
    ]


def charts(parts: Mapping[str, Sequence[Mapping[str, Any]]], notes: Mapping[str, str]) -> list[Chart]:
    """Return the charts of figures by name, of those that have rows: kinds, donors, places, tolls.

    ``notes`` has by name what is told beside what each chart shows.
    """
    return [
        Chart(name, title, f"{told} {notes.get(name, '')}".strip(), draw(parts[name]), parts[name])
        for name, title, told, draw in _CHARTS
        if parts.get(name)
    ]


_CHARTS: tuple[tuple[str, str, str, Callable[[Sequence[Mapping[str, Any]]], Spec]], ...] = (
    (
        "kinds",
        "Facts by kind and month",
        "How many facts of each kind the articles of each month have: the darker, the more.",
        kind_and_month,
    ),
    (
        "donors",
        "Pledges by donor, in US dollars",
        "The sum of each donor's pledges, by the numbers told last; the orange line goes from the lowest to the "
        "highest told. Left out is what is only possible or denied, asked for, withheld or withdrawn, and money in a "
        "currency without an exchange rate.",
        donors,
    ),
    (
        "places",
        "Places",
        "Where facts happened, as far as their place is clear: the more facts, the larger the red point. Point at it "
        "or touch it to see its name. The grey dots are land.",
        map_of,
    ),
    (
        "tolls",
        "Tolls over time",
        "How many people each event killed, injured and so on, by the number told last, on its day or else that of its "
        "first report; lines go from the lowest to the highest number told. On this scale ten and a hundred are as far "
        "apart as a hundred and a thousand.",
        toll_times,
    ),
)
TITLES = tuple(title for _, title, _, _ in _CHARTS)
"""Titles of all charts, in the order of the page."""
