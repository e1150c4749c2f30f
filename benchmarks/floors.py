"""Floors under measured figures: what holds, what fell, how floors rise and how one is lowered. Pure but for the files.

A floor is the best value that a metric has been raised to; ``noise`` is how far below it a value may lie without
alarm, because the same model gives slightly other scores on other processors and with other library releases.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from benchmarks.scores import Metric
from benchmarks.shared import ROOT

FLOORS = ROOT / "tests" / "gate" / "floors.json"
CHANGELOG = ROOT / "CHANGELOG.md"
DIGITS = 4
LEAST_NOISE = 0.003
NOISY_ITEMS = 2
NOISY_ERRORS = 0.75
COMMAND = "python -m benchmarks gate"


@dataclass(frozen=True, slots=True)
class Floor:
    """The value that a metric must reach, and how far below it may lie without alarm."""

    floor: float
    noise: float


class State(StrEnum):
    """What a comparison says."""

    RISEN = "risen"
    HELD = "held"
    NOISE = "within noise"
    FALLEN = "FALLEN"
    NEW = "NO FLOOR"
    GONE = "NOT MEASURED"


FAILING = frozenset({State.FALLEN, State.NEW, State.GONE})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A metric, its floor and its value now; either may be missing."""

    metric: str
    floor: Floor | None
    now: float | None

    @property
    def state(self) -> State:
        """How the value stands to the floor."""
        if self.floor is None:
            return State.NEW
        if self.now is None:
            return State.GONE
        if self.now >= self.floor.floor:
            return State.HELD if self.now == self.floor.floor else State.RISEN
        return State.NOISE if self.now >= self.floor.floor - self.floor.noise else State.FALLEN

    @property
    def failed(self) -> bool:
        """Whether the gate must not let this pass."""
        return self.state in FAILING

    def message(self) -> str:
        """Metric, floor, value, and what to type.

        >>> print(Verdict("facts.all.f1", Floor(0.9, 0.01), 0.85).message())
        facts.all.f1 fell: floor 0.9000, noise 0.0100, now 0.8500
        to see all: python -m benchmarks gate
        to accept it: python -m benchmarks gate --lower facts.all.f1 --reason "why"
        """
        if self.floor is None:
            return f"{self.metric} has no floor: now {_shown(self.now)}\nto give it one: {COMMAND} --raise"
        if self.now is None:
            said = f"{self.metric} is measured no more: floor {_shown(self.floor.floor)}"
            return f'{said}\nto take its floor away: {COMMAND} --lower {self.metric} --reason "why"'
        return (
            f"{self.metric} {'fell' if self.failed else self.state}: floor {_shown(self.floor.floor)}, "
            f"noise {_shown(self.floor.noise)}, now {_shown(self.now)}\nto see all: {COMMAND}\n"
            f'to accept it: {COMMAND} --lower {self.metric} --reason "why"'
        )


def judged(floors: Mapping[str, Floor], measured: Mapping[str, Metric]) -> list[Verdict]:
    """A verdict for every metric that has a floor or is measured, sorted by name."""
    names = sorted(floors.keys() | measured.keys())
    return [
        Verdict(name, floors.get(name), rounded(measured[name].value) if name in measured else None) for name in names
    ]


def raised(floors: Mapping[str, Floor], measured: Mapping[str, Metric]) -> dict[str, Floor]:
    """The floors, each at least as high as the value now; a metric without a floor gets one; none is lowered."""
    found = dict(floors)
    for name, metric in measured.items():
        old = floors.get(name)
        floor = rounded(metric.value) if old is None else max(old.floor, rounded(metric.value))
        found[name] = Floor(floor, noise_of(metric) if old is None else old.noise)
    return found


def lowered(floors: Mapping[str, Floor], measured: Mapping[str, Metric], name: str) -> dict[str, Floor]:
    """The floors with one lowered to the value now, or taken away where it is measured no more.

    Raises ``ValueError`` where there is no such floor, or nothing to lower.
    """
    if name not in floors:
        raise ValueError(f"no floor '{name}'; to see all: {COMMAND}")
    if name not in measured:
        return {metric: floor for metric, floor in floors.items() if metric != name}
    now = rounded(measured[name].value)
    if now >= floors[name].floor:
        raise ValueError(f"{name} is at {_shown(now)}, not below its floor {_shown(floors[name].floor)}")
    return {**floors, name: Floor(now, floors[name].noise)}


def noise_of(metric: Metric) -> float:
    """The allowance of a new metric: three quarters of its standard error, at least two items and three per mille.

    The same model computed in another order (another processor, another release of onnxruntime) decides a few close
    calls otherwise: single labels and slots then move by half of their standard error, up and down.

    >>> noise_of(Metric(0.9, 30)), noise_of(Metric(0.9, 300)), noise_of(Metric(0.9, 50_000))
    (0.067, 0.014, 0.003)
    """
    expected = (metric.value * metric.items + 1) / (metric.items + 2)  # a perfect score on few items may be luck
    error = math.sqrt(expected * (1 - expected) / max(metric.items, 1))
    noise = max(LEAST_NOISE, NOISY_ITEMS / max(metric.items, 1), NOISY_ERRORS * error)
    return math.ceil(noise * 1000) / 1000


def rounded(value: float) -> float:
    """A value cut to the digits that floors have, so that a figure written is reached again.

    >>> rounded(0.92859)
    0.9285
    """
    scale: float = 10.0**DIGITS
    return math.floor(value * scale + 1e-9) / scale


def _shown(value: float | None) -> str:
    return "nothing" if value is None else f"{value:.{DIGITS}f}"


def read_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """The floors of the file; none where there is no file. Raises ``ValueError`` for an entry of another form."""
    if not path.exists():
        return {}
    found = {}
    for name, entry in json.loads(path.read_text(encoding="utf-8")).items():
        if set(entry) != {"floor", "noise"} or not entry["noise"] >= 0 or not 0 <= entry["floor"] <= 1:
            raise ValueError(f"{path.name}, {name}: must have 'floor' from 0 to 1 and 'noise' from 0, no more")
        found[name] = Floor(entry["floor"], entry["noise"])
    return found


def write_floors(floors: Mapping[str, Floor], path: Path = FLOORS) -> None:
    """Write the file: a metric a line, sorted."""
    lines = [
        f'  {json.dumps(name)}: {{"floor": {floor.floor}, "noise": {floor.noise}}}'
        for name, floor in sorted(floors.items())
    ]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def with_line(changelog: str, name: str, before: Floor, after: Floor | None, reason: str) -> str:
    """The changelog with a line about a lowered floor, first in its newest section.

    >>> print(with_line("# Changes\\n\\n## 0.2\\n\\n* New.\\n", "a.f1", Floor(0.9, 0), Floor(0.8, 0), "new gold"))
    # Changes
    <BLANKLINE>
    ## 0.2
    <BLANKLINE>
    * Floor of `a.f1` lowered from 0.9000 to 0.8000: new gold
    * New.
    <BLANKLINE>
    """
    told = (
        f"lowered from {_shown(before.floor)} to {_shown(after.floor)}"
        if after
        else f"({_shown(before.floor)}) dropped"
    )
    head, mark, rest = changelog.partition("\n## ")
    title, _, entries = rest.partition("\n")
    return f"{head}{mark}{title}\n\n* Floor of `{name}` {told}: {reason}\n{entries.lstrip(chr(10))}"
