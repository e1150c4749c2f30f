"""Write ``locks``: exact versions with hashes of all that the README's commands install, for every system.

``nox -s lock`` renews them; ``nox -s lock -- --check`` says whether they still fit pyproject.toml. No address of a
registry is in them: pip asks the one that it is set up for, and takes nothing whose hash differs.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {"factx.txt": (), "all.txt": ("formats", "parquet", "duckdb", "xlsx", "ics"), "dev.txt": ("dev",)}
"""Files by the extras of factx that they have: the package, what users may add to it, what contributors need."""
HEAD = "# Made by .ci/lock.py of pyproject.toml{}: pip install --require-hashes -r locks/{}\n"
BUILD = "hatchling>=1.25"
"""What builds factx, so that `pip install --no-deps --no-build-isolation .` fetches nothing else."""


def locked(name: str, extras: tuple[str, ...]) -> str:
    """The text of a lock file; uv keeps the versions of the present one where they still fit."""
    target = ROOT / "locks" / name
    words = [word for extra in extras for word in ("--extra", extra)]
    flags = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"]
    command = [sys.executable, "-m", "uv", "--quiet", "pip", "compile", "pyproject.toml", "-", *words, *flags]
    if target.is_file():
        command += ["--output-file", str(target)]
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    ran = subprocess.run(
        command, cwd=ROOT, env=surroundings, input=BUILD, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if ran.returncode:
        raise SystemExit(ran.stderr)
    made = target.read_text(encoding="utf-8") if target.is_file() else ran.stdout
    pins = re.sub(r"^(?:#|--).*\n", "", made, flags=re.MULTILINE)
    return HEAD.format(f" with {', '.join(extras)}" if extras else "", name) + pins


def main() -> int:
    """Write the locks; with --check, 1 if one changes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="fail if a lock has to be renewed")
    options = parser.parse_args()
    changed = []
    for name, extras in LOCKS.items():
        target = ROOT / "locks" / name
        before = target.read_text(encoding="utf-8") if target.is_file() else ""
        after = locked(name, extras)
        target.parent.mkdir(exist_ok=True)
        target.write_text(before if options.check else after, encoding="utf-8", newline="")
        changed += [name] if before != after else []
    print("changed: " + (", ".join(changed) or "nothing"))
    return int(options.check and bool(changed))


if __name__ == "__main__":
    sys.exit(main())
