"""``python -m benchmarks fuzz``: hunts for texts, files and accidents that break a law."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

HELP = "try odd texts, damaged files and accidents of the run for so long; exit code 1 if one breaks a law"
SEED = 16
"""Of the runs that are to be the same each time."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("what", choices=("texts", "files", "run"), help="what is changed by chance")
    parser.add_argument("--minutes", metavar="N", type=float, default=1.0, help="how long (default: 1)")
    parser.add_argument(
        "--seed", metavar="N", type=int, default=SEED, help=f"another one, other inputs (default: {SEED})"
    )
    parser.add_argument("--first", metavar="N", type=int, default=0, help="the number of the first input")
    parser.add_argument("--most", metavar="N", type=int, help="the most inputs")
    parser.add_argument("--findings", metavar="DIR", type=Path, help="write each finding to a folder in DIR")


def run(options: argparse.Namespace) -> int:
    """Hunt, and say what was found."""
    if options.what == "run":
        from benchmarks.fuzz import accidents

        return accidents.hunt(60 * options.minutes, options.seed)
    from benchmarks.fuzz.hunt import hunt, write
    from benchmarks.fuzz.seeds import file_recipe, text_recipe

    recipes = partial(text_recipe if options.what == "texts" else file_recipe, options.seed)
    found = hunt(recipes, 60 * options.minutes, options.first, options.most)
    for sign, (recipe, fault) in sorted(found.smallest.items()):
        print(f"{sign}: {found.met[sign]} times, first in input {recipe.number}")
        print(f"    {recipe.text!r}\n    {recipe.damages}")
        print(f"    {fault.told.strip().splitlines()[-1] if fault.told else ''}")
    if options.findings:
        write(found, options.findings, options.seed)
    print(
        f"{found.tried} {options.what} in {found.seconds / 60:.1f} minutes, seed {options.seed}, "
        f"{found.pace:.4f} s a kB: {len(found.smallest)} kinds of faults"
    )
    return 1 if found.smallest else 0
