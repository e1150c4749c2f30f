"""The parts in their order, each measured on its own, and the one page that they make."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import ModuleType

from benchmarks import (
    ablation,
    cases,
    confidence,
    dates,
    facts,
    formats,
    growth,
    language,
    machine,
    models,
    older,
    phrases,
    plots,
    quantities,
    speed,
    startup,
)
from benchmarks.fresh import fresh
from benchmarks.report import Section, markdown
from benchmarks.setting import Setting

PARTS: dict[str, ModuleType] = {
    "facts": facts,
    "ablation": ablation,
    "quantities": quantities,
    "phrases": phrases,
    "dates": dates,
    "models": models,
    "cases": cases,
    "formats": formats,
    "language": language,
    "confidence": confidence,
    "speed": speed,
    "older": older,
    "startup": startup,
    "growth": growth,
}
BROKEN = "Not measured: "
QUICK = "A quick run, to see that everything works: **its figures mean nothing.**\n"
HOME = Path(__file__).parent
ABOUT = """\
# Results

Written by `python -m benchmarks`; do not edit. Accuracy is measured on development sets that are not in this
repository, and on the cases that are. Rules and reader were made with the development sets at hand: read those figures
as what has been reached, not as what unseen news will give, which *Rules and reader* tells. Peers are given the same
texts and judged by the same scorers; how each is called is in [peers.py](peers.py). F1 and shares are from 0 to 1. The
figures must not fall: `python -m benchmarks gate` holds them against their floors.
"""


def measured(names: Sequence[str], setting: Setting, told: Callable[[str], None]) -> list[Section]:
    """The sections of the parts named; a part that breaks is told of in its place, and the others go on."""
    found = []
    for name in names:
        began = time.monotonic()
        try:
            found.append(fresh(PARTS[name].measure, setting))
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            found.append(Section(PARTS[name].TITLE, [f"{BROKEN}{type(error).__name__}"]))  # its text may name paths
        told(f"{name}: {time.monotonic() - began:.0f} s")
    return found


def failed(sections: Iterable[Section]) -> list[str]:
    """The titles of the parts that broke."""
    return [one.title for one in sections if str(one.blocks[0]).startswith(BROKEN)]


def text(sections: Sequence[Section], drawn: frozenset[str], seconds: float, quick: bool) -> str:
    """The page: about it, the outcome of each part in a line, the parts, the machine."""
    brief = [f"* {one.title}: {one.summary}" for one in sections if one.summary]
    head = [ABOUT, *([QUICK] if quick else []), *(["\n".join([*brief, ""])] if brief else [])]
    return "\n".join([*head, *(markdown(one, drawn) for one in (*sections, machine.section(seconds)))])


def write(sections: Sequence[Section], folder: Path, seconds: float, quick: bool) -> Path:
    """Write ``RESULTS.md`` and ``plots`` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = plots.draw(plots.charts(sections), folder / "plots")
    page = text(sections, drawn, seconds, quick)
    if not drawn:
        page += "\nNo plots: matplotlib is not installed (`pip install '.[bench]'`).\n"
    (folder / "RESULTS.md").write_text(page, encoding="utf-8")
    return folder / "RESULTS.md"
