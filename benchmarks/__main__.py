"""The one command: ``python -m benchmarks`` measures everything and writes ``benchmarks/RESULTS.md``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import gate


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    # One thread each, as `factx extract` sets it, before anything loads numpy; the processes we start inherit it.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, module in {"gate": gate}.items():
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        command.add_argument("--shared", metavar="DIR", type=Path, help="the folder of shared sets")
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    options = parser.parse_args(arguments)
    return int(options.run(options))


if __name__ == "__main__":
    sys.exit(main())
