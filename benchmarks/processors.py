"""The same numbers on every processor: what the models put out on emulated ones, beside this one.

    python -m benchmarks.processors [--cpu EPYC-Milan Haswell] [--digest]

Needs ``qemu-x86_64`` (Debian: qemu-user). Each model reads windows of numbers made by a seed, here and under each
emulated processor; a line says whether all outputs are equal to the last bit. Some processors add products of
eight bits in sixteen, where larger sums are cut off: that is why weights have seven bits. Others have registers of
another width, and add in another order: that is why Gelu and Softmax are made of smaller operators. ``--digest``
prints what stands for the outputs of this processor and the onnxruntime that is installed, to compare releases.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

MODELS = Path(__file__).resolve().parents[1] / "models"
FILES = tuple(f"{model}/factx_encoder/encoder.onnx" for model in ("accurate", "fast"))
WINDOWS = (24, 200)
"""Pieces of the windows that are read: rounding differs with how many are added."""


def main() -> int:
    """Print a table; 0 if all outputs are equal, 1 if not, 2 without the emulator."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.processors", description=__doc__)
    parser.add_argument("--cpu", nargs="+", default=["EPYC-Milan", "Haswell"], help="processors as qemu names them")
    parser.add_argument("--digest", action="store_true", help="only print a digest of each model's outputs")
    args = parser.parse_args()
    if args.digest:
        print(*(digest(MODELS / name) for name in FILES))
        return 0
    emulator = shutil.which("qemu-x86_64")
    if emulator is None:
        print("qemu-x86_64 is not installed; in Debian type: apt-get install qemu-user", file=sys.stderr)
        return 2
    here = digests([])
    print("| processor | " + " | ".join(FILES) + " |\n|---|" + "---|" * len(FILES))
    equal = True
    for cpu in args.cpu:
        there = digests([emulator, "-cpu", cpu])
        equal = equal and here == there
        print(
            f"| {cpu} | " + " | ".join("equal" if a == b else "other" for a, b in zip(here, there, strict=True)) + " |"
        )
    return 0 if equal else 1


def digests(before: list[str]) -> list[str]:
    """The digests of all models in a process of its own, under an emulator if its command is given."""
    command = [*before, os.path.realpath(sys.executable), "-m", "benchmarks.processors", "--digest"]
    known = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(command, env=os.environ | {"PYTHONPATH": known}, capture_output=True, text=True, check=True)
    return done.stdout.split()


def digest(model: Path) -> str:
    """A digest of all that a model puts out for some windows."""
    import numpy as np

    from factx.model.encoder.session import session

    opened = session(model.read_bytes())
    chance = np.random.default_rng(0)
    found = hashlib.sha256()
    for pieces in WINDOWS:
        given = {
            "ids": chance.integers(1_000, 20_000, pieces),
            "case": chance.integers(0, 3, pieces),
            "first": np.arange(pieces),
            "last": np.arange(pieces),
        }
        outputs = opened.run(None, {name: value.astype(np.int64) for name, value in given.items()})
        for value in outputs:
            found.update(np.ascontiguousarray(value).tobytes())
    return found.hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
