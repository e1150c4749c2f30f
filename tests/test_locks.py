"""The lock files fit pyproject.toml, have a hash for everything and name no registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = {"factx.txt": (), "all.txt": ("formats", "parquet", "duckdb", "xlsx", "ics"), "dev.txt": ("dev",)}
PIN = re.compile(r"^([a-z0-9][\w.-]*)==([^\s;]+)(.*)$", re.MULTILINE)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_fits_the_bounds(root: Path, name: str) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [
        *project["dependencies"],
        *(line for extra in LOCKS[name] for line in project["optional-dependencies"][extra]),
    ]
    pins = {canonicalize_name(found[1]): found[2] for found in PIN.finditer((root / "locks" / name).read_text("utf-8"))}
    for requirement in map(Requirement, needed):
        if requirement.name != "factx":
            pinned = pins[canonicalize_name(requirement.name)]
            assert pinned in requirement.specifier, f"{requirement}, locked {pinned}: run nox -s lock"


@pytest.mark.parametrize("name", LOCKS)
def test_everything_has_a_hash_and_nothing_an_address(root: Path, name: str) -> None:
    text = (root / "locks" / name).read_text("utf-8")
    assert "://" not in text
    assert "index" not in re.findall(r"^--\S*", text, re.MULTILINE)
    blocks = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert len(blocks) > 50
    assert all("--hash=sha256:" in block for block in blocks)
