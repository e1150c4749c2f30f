"""What the figures were measured on: processor, cores, system, versions, day; no names of hosts or people."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.report import Section, Table

TITLE = "Machine"
PACKAGES = ("factx", "spacy", "onnxruntime", "numpy", "dateparser", "quantulum3", "scikit-learn", "text2num")
READERS = ("lxml", "trafilatura", "fastwarc", "striprtf", "pyarrow")
PEERS = ("price-parser", "timexy")


def processor() -> str:
    """The processor's model name."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def memory() -> str:
    """The machine's memory in GB, where the system tells."""
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    except (AttributeError, ValueError, OSError):
        return "unknown"


def installed(package: str) -> str:
    """A package's version, or that it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def section(seconds: float) -> Section:
    """The page's section."""
    rows = [
        ["day", datetime.now(UTC).date().isoformat()],
        ["processor", f"{processor()}, {os.cpu_count()} cores"],
        ["memory", memory()],
        ["system", f"{platform.system()} {platform.machine()}"],
        ["Python", platform.python_version()],
        *([package, installed(package)] for package in (*PACKAGES, *READERS, *PEERS)),
        ["this run", f"{seconds / 60:.1f} minutes"],
    ]
    return Section(TITLE, [Table(["", ""], rows)])
