"""The one command of the benchmarks."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

DESCRIPTION = """\
Measures factx: accuracy on the shared development sets and on its own cases, beside other libraries; speed; growth.

Without options everything is measured and written to benchmarks/RESULTS.md and benchmarks/plots. With --only, --models
or --quick the page is printed instead, unless --out names a folder. For peers and plots: pip install '.[bench]'"""
EXAMPLES = """\
examples:
  python -m benchmarks                            everything, about a quarter of an hour
  python -m benchmarks --only facts dates         two parts, printed
  python -m benchmarks --only models --models DIR a pipeline of your own
  python -m benchmarks --quick                    a little of everything: does it run?
  python -m benchmarks gate                       every figure and its floor; exit code 1 if one fell
  python -m benchmarks gate --raise               write better figures as floors
  python -m benchmarks gate --lower METRIC … --reason "why"
  python -m benchmarks fuzz texts --minutes 60    odd texts by chance; also files, run
  python -m benchmarks kill --points 30           runs that are ended at random points, and go on
  python -m benchmarks memory --write             memory and cost a word, to benchmarks/RELIABILITY.md
  python -m benchmarks long --write               what a word of one long article costs, beside short ones
  python -m benchmarks remote --write             s3, gs, http and https, on servers of this machine
  python -m benchmarks events                     which articles on one incident are one event
  python -m benchmarks report --write             time and size of the HTML report
  python -m benchmarks confidence --write         fit the weights of `confidence` anew"""

SHARED_HELP = "the folder of shared sets (default: ../shared beside the repository)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command: 0 done, 1 a part broke or a figure fell, 2 it cannot be carried out."""
    # One thread each, as `factx extract` sets it, before anything loads numpy; the processes we start inherit it.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    from benchmarks import confidence, events, gate, kill_points, long_articles, memory, page, remote, report_cost
    from benchmarks.fuzz import command as fuzz

    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--shared", metavar="DIR", type=Path, help=SHARED_HELP)
    parser.add_argument("--only", metavar="PART", nargs="+", choices=page.PARTS, help=f"of: {', '.join(page.PARTS)}")
    parser.add_argument("--models", metavar="MODEL", nargs="+", help="names or folders (default: both of factx's own)")
    parser.add_argument("--quick", action="store_true", help="few articles, one repeat: figures mean nothing")
    parser.add_argument("--out", metavar="DIR", type=Path, help="write RESULTS.md and plots there")
    parser.set_defaults(run=measure)
    commands = parser.add_subparsers(title="other commands", metavar="COMMAND")
    others = {
        "gate": gate,
        "confidence": confidence,
        "events": events,
        "fuzz": fuzz,
        "kill": kill_points,
        "long": long_articles,
        "memory": memory,
        "remote": remote,
        "report": report_cost,
    }
    for name, module in others.items():
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        command.add_argument("--shared", metavar="DIR", type=Path, default=argparse.SUPPRESS, help=SHARED_HELP)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    options = parser.parse_args(arguments)
    return int(options.run(options))


def measure(options: argparse.Namespace) -> int:
    """Measure the parts, and print or write the page."""
    from benchmarks import page
    from benchmarks.setting import DEFAULT_FIRST, Setting
    from benchmarks.shared import shared_at

    found = shared_at(options.shared)
    if options.shared is not None and found is None:
        print(f"benchmarks: {options.shared} holds no shared sets (no folder 'tools')", file=sys.stderr)
        return 2
    began = time.monotonic()
    names = [name for name in page.PARTS if options.only is None or name in options.only]
    setting = Setting(found, options.quick, tuple(options.models or DEFAULT_FIRST))
    sections = page.measured(names, setting, lambda line: print(f"# {line}", file=sys.stderr))
    seconds = time.monotonic() - began
    partly = options.only or options.quick or options.models
    folder = options.out or (None if partly else page.HOME)
    if folder is None:
        print(page.text(sections, frozenset(), seconds, options.quick))
    else:
        print(page.write(sections, folder, seconds, options.quick))
    broken = page.failed(sections)
    print(f"# {len(names)} parts, {seconds / 60:.1f} minutes; broken: {', '.join(broken) or 'none'}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
