"""Try factx with the oldest and with the newest packages that pyproject.toml allows: ``nox -s bounds``.

Each end gets an environment of its own (uv resolves it, wheels only), in which factx reads data/raw. The newest must
make data/out to the byte; the oldest must do without an error, and its differences are counted: words that a library
brings (holidays, names of nations, currencies) change with it. ``--keep DIR`` keeps the environments for the next time.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENDS = {"oldest": "lowest-direct", "newest": "highest"}
EXTRAS = ("parquet", "duckdb", "formats", "xlsx", "ics")
TESTS = (
    "tests/io",
    "tests/dates/test_holidays.py",
    "tests/measure/test_currencies.py",
    "tests/measure/test_rates.py",
    "tests/measure/test_units.py",
    "tests/cli/test_provenance.py",
)
"""What touches most libraries and no fine point of the parse, which differs with the network's runtime."""


def uv(*arguments: str) -> None:
    """Run uv, which nox's own environment has."""
    paths = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    subprocess.run([sys.executable, "-m", "uv", "--quiet", *arguments], check=True, cwd=ROOT, env=paths)


def environment(folder: Path, resolution: str) -> Path:
    """The Python of an environment with factx's dependencies at one end of their bounds."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pins = folder.with_suffix(".txt")
    extras = [word for extra in EXTRAS for word in ("--extra", extra)]
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    target = ["--python-version", version, "--only-binary", ":all:", "--resolution", resolution]
    uv("pip", "compile", "pyproject.toml", *extras, *target, "--no-header", "--no-annotate", "-o", str(pins))
    uv("venv", "--allow-existing", "--python", sys.executable, str(folder))
    uv("pip", "sync", "--python", str(python), "--only-binary", ":all:", str(pins))
    uv("pip", "install", "--python", str(python), "pytest>=8", "hypothesis>=6")
    uv("pip", "install", "--python", str(python), "--no-deps", "--editable", ".")
    return python


def ran(python: Path, out: Path) -> int:
    """Cells of data/out that this environment makes otherwise, rows that only one has included."""
    paths = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | {"OMP_NUM_THREADS": "1"}
    formats = ("--format", "csv,parquet,duckdb,sqlite,xlsx")
    raw = str(ROOT / "data" / "raw")
    command = [str(python), "-m", "factx", "extract", raw, "-o", str(out), "--quiet", *formats]
    subprocess.run(command, env=paths, check=True)
    subprocess.run([str(python), "-m", "pytest", "--quiet", *TESTS], env=paths, check=True, cwd=ROOT)
    return sum(changed(ROOT / "data" / "out" / path.name, path) for path in out.glob("*.csv"))


def changed(committed: Path, made: Path) -> int:
    """Cells that differ in two tables of one name."""
    one, other = (list(csv.reader(path.open(encoding="utf-8", newline=""))) for path in (committed, made))
    pairs = [pair for rows in zip(one, other, strict=False) for pair in zip(*rows, strict=True)]
    return sum(a != b for a, b in pairs) + abs(len(one) - len(other))


def main() -> int:
    """Try both ends; 1 if the newest one makes other tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keep", metavar="DIR", type=Path, help="a folder for the environments")
    parser.add_argument("--only", choices=list(ENDS), help="try this end alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        home = options.keep or Path(passing)
        home.mkdir(parents=True, exist_ok=True)
        differences = {}
        for end in [options.only] if options.only else ENDS:
            differences[end] = ran(environment(home / end, ENDS[end]), Path(passing, f"tables-{end}"))
            print(f"{end}: runs; {differences[end]} cells of data/out differ")
    return int(differences.get("newest", 0) > 0)


if __name__ == "__main__":
    sys.exit(main())
