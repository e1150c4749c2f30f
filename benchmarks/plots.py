"""Draws the page's charts as small SVG files; where matplotlib is missing, nothing is drawn and the page says so."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from pathlib import Path

from benchmarks.report import Chart, Section

COLOURS = ("#2b6cb0", "#dd6b20", "#718096", "#38a169", "#805ad5", "#d69e2e", "#e53e3e", "#319795", "#b83280")


def charts(sections: Iterable[Section]) -> list[Chart]:
    """The charts of the sections, in order."""
    return [block for section in sections for block in section.blocks if isinstance(block, Chart)]


def draw(wanted: Iterable[Chart], folder: Path, keep: bool = False) -> frozenset[str]:
    """Draw the charts into the folder; returns the names of those drawn.

    They replace all that are there, or with ``keep`` those of their names.
    """
    if importlib.util.find_spec("matplotlib") is None:
        return frozenset()
    import matplotlib as mpl

    mpl.use("svg")
    # Words stay words and ids stay the same, so that files are small and a change of figures is a small difference.
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "factx", "font.size": 9, "axes.spines.top": False})
    mpl.rcParams.update({"axes.spines.right": False, "axes.axisbelow": True, "font.family": "sans-serif"})
    folder.mkdir(parents=True, exist_ok=True)
    for old in () if keep else folder.glob("*.svg"):
        old.unlink()
    names = []
    for chart in wanted:
        _draw(chart, folder / f"{chart.name}.svg")
        names.append(chart.name)
    return frozenset(names)


def _draw(chart: Chart, path: Path) -> None:
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(7.2, 3.2), layout="constrained")
    if all(isinstance(name, str) for name in chart.x):
        _bars(axes, chart)
    else:
        for colour, (name, values) in zip(COLOURS, chart.series.items(), strict=False):
            axes.plot(chart.x, values, marker="o", markersize=3, label=name, color=colour)
        axes.set_xlabel(chart.x_label)
        if all(0 <= value <= 1 for values in chart.series.values() for value in values) is False:
            axes.set_ylim(bottom=0)
    axes.set_title(chart.title, loc="left", fontsize=10)
    axes.set_ylabel(chart.y_label)
    axes.grid(axis="y", linewidth=0.4, color="#ccc")
    if len(chart.series) > 1:
        axes.legend(frameon=False, fontsize=7, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    plt.close(figure)


def _bars(axes: object, chart: Chart) -> None:
    """Bars side by side, a group for each name on the axis."""
    width = 0.8 / len(chart.series)
    for index, (name, values) in enumerate(chart.series.items()):
        left = [place - 0.4 + width * (index + 0.5) for place in range(len(chart.x))]
        axes.bar(left, values, width * 0.92, label=name, color=COLOURS[index % len(COLOURS)])  # type: ignore[attr-defined]
    turned = {"rotation": 30, "ha": "right"} if len(chart.x) > 6 else {}
    axes.set_xticks(range(len(chart.x)), chart.x, **turned)  # type: ignore[attr-defined]
