"""What an installation of factx weighs, package by package: ``python -m benchmarks.weight``.

Makes an environment of its own with pip, as a user would, and adds up the files of each distribution, compiled ones
included. ``--extras formats,duckdb`` adds those; ``--python VENV/bin/python`` weighs an environment that there is.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LISTED = 1_000_000
"""Bytes of a package that has a line of its own."""
MEGABYTE = 1_000_000
SIZES = """
import json, importlib.metadata as metadata
sizes = {}
for found in metadata.distributions():
    files = (found.locate_file(file) for file in found.files or ())
    sizes[found.metadata["Name"]] = sum(file.stat().st_size for file in files if file.is_file())
print(json.dumps(sizes))
"""
WHY = {
    "pandas": "data frames (`to_frames`, `read_tables`)",
    "spacy": "pipeline, tokenizer",
    "numpy": "arrays, for spaCy, onnxruntime and pandas",
    "onnxruntime": "runs the network",
    "factx": "itself, with two models",
    "babel": "currencies and languages (CLDR)",
    "pycountry": "nations, languages",
    "holidays": "feasts by nation and year",
    "hf-xet": "downloads of models, for tokenizers; never called",
    "huggingface_hub": "the same",
    "lxml": "XML and HTML",
    "simplemma": "dictionary of English",
    "dateparser": "dates of metadata",
    "pip": "pip itself",
}
"""What the heavy ones are for."""


def fresh(folder: Path, extras: str) -> Path:
    """The Python of a new environment with factx installed as the README says."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    what = f"{ROOT}[{extras}]" if extras else str(ROOT)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", what], check=True)
    return python


def sizes_of(python: Path) -> dict[str, int]:
    """Bytes by distribution."""
    ran = subprocess.run([str(python), "-c", SIZES], check=True, capture_output=True, text=True, encoding="utf-8")
    found: dict[str, int] = json.loads(ran.stdout)
    return found


def page(sizes: dict[str, int]) -> str:
    """The table, the heaviest first."""
    heavy = sorted((size, name) for name, size in sizes.items() if size >= LISTED)[::-1]
    rest = sum(sizes.values()) - sum(size for size, _ in heavy)
    rows = [[name, f"{size / MEGABYTE:.0f}", WHY.get(name, WHY.get(name.lower(), ""))] for size, name in heavy]
    rows += [[f"{len(sizes) - len(heavy)} others", f"{rest / MEGABYTE:.0f}", ""]]
    rows += [["all", f"{sum(sizes.values()) / MEGABYTE:.0f}", ""]]
    return "\n".join("| " + " | ".join(row) + " |" for row in [["package", "MB", "what for"], ["---"] * 3, *rows])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--extras", default="", help="extras of factx to install as well")
    parser.add_argument("--python", type=Path, help="weigh this environment")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(page(sizes_of(options.python or fresh(Path(folder, "env"), options.extras))))


if __name__ == "__main__":
    main()
