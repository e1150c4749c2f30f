"""``python -m benchmarks gate``: the figures against their floors, and the only way to change the floors."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from benchmarks.floors import (
    CHANGELOG,
    Verdict,
    judged,
    lowered,
    raised,
    read_floors,
    with_line,
    write_floors,
)
from benchmarks.scores import Metric
from benchmarks.shared import shared_at

HELP = "compare all figures with their floors in tests/gate/floors.json; exit code 1 if one fell"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.epilog = "A floor is raised to the value now; noise is how far below it a value may lie without alarm."
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--raise", dest="raise_", action="store_true", help="write every better value as a floor")
    change.add_argument(
        "--lower", metavar="METRIC", nargs="+", help="write the worse value of these metrics; needs --reason"
    )
    parser.add_argument("--reason", metavar="TEXT", help="why the floors are lowered: goes into CHANGELOG.md")


def run(options: argparse.Namespace) -> int:
    """Carry out the command."""
    if (options.lower is None) != (options.reason is None) or (
        options.reason is not None and not options.reason.strip()
    ):
        return _refuse('--lower METRIC and --reason "why" go together')
    shared = shared_at(options.shared)
    if shared is None:
        return _refuse("no shared sets beside the repository: name their folder with --shared DIR")
    unknown = [name for name in options.lower or () if name not in read_floors()]
    if unknown:
        return _refuse(f"no floor '{unknown[0]}'; there are: {', '.join(sorted(read_floors()))}")
    from benchmarks.accuracy import measured

    found = measured(shared, lambda line: print(f"# {line}", file=sys.stderr))
    if options.raise_:
        write_floors(raised(read_floors(), found))
    elif options.lower:
        try:
            _lower(options.lower, options.reason.strip(), found)
        except ValueError as error:
            return _refuse(str(error))
    verdicts = judged(read_floors(), found)
    print(table(verdicts))
    failed = [verdict for verdict in verdicts if verdict.failed]
    print(f"{len(verdicts)} metrics, {len(failed)} fail", *(one.message() for one in failed), sep="\n\n")
    return 1 if failed else 0


def table(verdicts: list[Verdict]) -> str:
    """Metric, floor, noise, value now, and how it stands, a line each."""
    width = max((len(verdict.metric) for verdict in verdicts), default=6)
    lines = [f"{'metric':<{width}}   floor   noise     now"]
    for one in verdicts:
        floor = f"{one.floor.floor:7.4f} {one.floor.noise:7.4f}" if one.floor else f"{'':15}"
        now = f"{one.now:7.4f}" if one.now is not None else f"{'':7}"
        lines.append(f"{one.metric:<{width}} {floor} {now}  {one.state}")
    return "\n".join(lines)


def _lower(names: Sequence[str], reason: str, found: dict[str, Metric]) -> None:
    """Lower the floors and say so in the changelog: all of them, or none where one cannot be lowered."""
    floors, changelog = read_floors(), CHANGELOG.read_text(encoding="utf-8")
    for name in names:
        before, floors = floors[name], lowered(floors, found, name)
        changelog = with_line(changelog, name, before, floors.get(name), reason)
    write_floors(floors)
    CHANGELOG.write_text(changelog, encoding="utf-8")


def _refuse(why: str) -> int:
    print(f"benchmarks: {why}", file=sys.stderr)
    return 2
