"""Builds a pipeline from the data: teachers, what they label, the student, the package; see ../README.md.

    python build.py accurate --base BASE --data DATA --work WORK --out ../accurate

Each step runs once: what WORK already holds is not made again, so ``fast`` takes the teachers that ``accurate`` had.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

TEACHERS = {
    "names": ("--only", "entities", "--epochs", "6", "--seed", "1"),
    "trees": ("--only", "trees", "--epochs", "8", "--seed", "2"),
    "both": ("--epochs", "4", "--seed", "0"),
}
STUDENTS = {
    "accurate": ("--layers", "6", "--epochs", "5", "--seed", "3"),
    "fast": ("--layers", "3", "--epochs", "6", "--seed", "3"),
}
HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline", choices=STUDENTS)
    parser.add_argument(
        "--base", type=Path, required=True, help="folder with MiniLM's model.safetensors, tokenizer.json"
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/, ud/ and raw/")
    parser.add_argument("--work", type=Path, required=True, help="folder for teachers and silver data")
    parser.add_argument("--out", type=Path, required=True, help="folder of the finished pipeline")
    args = parser.parse_args()
    inputs = ("--base", args.base, "--data", args.data)
    for name, settings in TEACHERS.items():
        train(args.work / name, *inputs, *settings)
        export(args.work / name, args.work / name / "pipeline", args.pipeline, *inputs)
    names, trees, both = (args.work / name / "pipeline" for name in TEACHERS)
    silver = args.work / "silver.pkl"
    if not silver.exists():
        step("label.py", *inputs, "--entities", names, both, "--trees", trees, both, "--out", silver)
    train(args.work / args.pipeline, *inputs, "--silver", silver, *STUDENTS[args.pipeline])
    export(args.work / args.pipeline, args.out, args.pipeline, *inputs)


def train(out: Path, *settings: object) -> None:
    """Trains into ``out`` unless a training has ended there."""
    done = out / "done"
    if not done.exists():
        step("train.py", "--out", out, *settings)
        done.touch()


def export(trained: Path, out: Path, pipeline: str, *inputs: object) -> None:
    step("export.py", "--trained", trained, "--out", out, "--meta", HERE / f"{pipeline}.json", *inputs)


def step(script: str, *settings: object) -> None:
    """Runs a script of this folder; stops everything if it fails."""
    command = [sys.executable, str(HERE / script), *map(str, settings)]
    print("+", *command[1:], flush=True)
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
