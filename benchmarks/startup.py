"""How long the first answer takes: the help page, the import, loading, the first row; beside peers' first answers.

Each is a new Python process, measured from outside and, for its phases, from inside; the best of a few counts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

from benchmarks.report import NOT_INSTALLED, Section, Table
from benchmarks.setting import Setting

TITLE = "Start-up"
REPEATS = 5
SENTENCE = "Police in Accra arrested 33 people on Monday."
PHASES = ("import", "load", "first row")
FACTX = """
import json, time
clock = [time.perf_counter()]
from factx.run.extractor import Extractor
clock.append(time.perf_counter())
extractor = Extractor({model!r}).load()
clock.append(time.perf_counter())
assert extractor.extract({sentence!r}, published="2020-05-20").facts
clock.append(time.perf_counter())
print(json.dumps([after - before for before, after in zip(clock, clock[1:])]))
"""
PEERS = {
    "quantulum3, with classifier": ("quantities", "QUANTITY_FINDERS[{name!r}]()({sentence!r})"),
    "quantulum3, without": ("quantities", "QUANTITY_FINDERS[{name!r}]()({sentence!r})"),
    "text2num": ("numbers", "QUANTITY_FINDERS[{name!r}]()({sentence!r})"),
    "dateparser.search": ("dates", "DATE_FINDERS[{name!r}]()({sentence!r}, '2020-05-20')"),
    "timexy": ("dates", "DATE_FINDERS[{name!r}]()({sentence!r}, '2020-05-20')"),
}
PEER = "from benchmarks.peers import DATE_FINDERS, QUANTITY_FINDERS\nassert isinstance({call}, list)"


def wall(*command: str) -> tuple[float, str]:
    """Seconds that a Python process takes from start to end, and what it printed; raises where it fails."""
    began = time.perf_counter()
    done = subprocess.run([sys.executable, *command], check=True, capture_output=True, text=True)
    return time.perf_counter() - began, done.stdout


def fastest(repeats: int, *command: str) -> tuple[float, str]:
    """The fastest of some processes."""
    return min(wall(*command) for _ in range(repeats))


def peer_wall(repeats: int, name: str) -> float | str:
    """Seconds to a peer's first answer, or why there is none."""
    call = PEERS[name][1].format(name=name, sentence=SENTENCE)
    try:
        return fastest(repeats, "-c", PEER.format(call=call))[0]
    except subprocess.CalledProcessError as error:
        if "ImportError" in error.stderr or "ModuleNotFoundError" in error.stderr:
            return NOT_INSTALLED
        raise


def measure(setting: Setting) -> Section:
    """The page's section."""
    repeats = 1 if setting.quick else REPEATS
    python = fastest(repeats, "-c", "pass")[0]
    rows = [
        ["`python -c pass`", f"{python:.2f}", "", "", ""],
        ["`factx --help`", f"{fastest(repeats, '-m', 'factx', '--help')[0]:.2f}", "", "", ""],
        ["`import factx`", f"{fastest(repeats, '-c', 'import factx')[0]:.2f}", "", "", ""],
    ]
    for model in setting.models:
        seconds, printed = fastest(repeats, "-c", FACTX.format(model=model, sentence=SENTENCE))
        phases = [f"{one:.2f}" for one in json.loads(printed)]
        rows.append([f"first row, {model}", f"{seconds:.2f}", *phases])
    for name, (what, _) in PEERS.items():
        peer = peer_wall(repeats, name)
        rows.append([f"first {what}, {name}", peer if isinstance(peer, str) else f"{peer:.2f}", "", "", ""])
    return Section(
        TITLE,
        [
            f"Seconds of a new process, from its start to its end, and of its phases; the best of {repeats}. Files "
            "have been read before and are in memory.",
            Table(["", "in all", *PHASES], rows),
        ],
        "; ".join(f"{name} {seconds} s" for name, seconds, *_ in rows[1 : 3 + len(setting.models)]),
    )
