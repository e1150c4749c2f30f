"""Reports of the repository's tables, as they are and with hostile names; and a browser, if there is one."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factx.report import write_report
from tests.report.spoil import HOSTILE, contradict, rewrite

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session", autouse=True)
def _extra() -> None:
    for package in ("altair", "vl_convert", "itables", "jinja2"):
        pytest.importorskip(package, reason="needs the extra: pip install '.[report]'")


@pytest.fixture(scope="session")
def page(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of data/out, with the texts of its articles."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(root / "data" / "out", path, [root / "data" / "raw"])
    return path


@pytest.fixture(scope="session")
def hostile_page(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of data/out whose names, titles, paths, sentences and messages are hostile, with a conflict."""
    folder = tmp_path_factory.mktemp("hostile") / "tables"
    shutil.copytree(root / "data" / "out", folder)

    def spoil(rows: list[dict[str, str]]) -> None:
        for row in rows:
            for name in {"title", "path", "agent", "object", "source", "location", "sentence", "message"} & set(row):
                row[name] = HOSTILE

    rewrite(folder / "facts.csv", spoil)
    with (folder / "facts.csv").open(encoding="utf-8", newline="") as file:
        facts = list(csv.DictReader(file))
    rewrite(folder / "claims.csv", lambda rows: contradict(rows, facts))
    rewrite(folder / "claims.csv", spoil)
    rewrite(folder / "events.csv", spoil)

    def fail(rows: list[dict[str, str]]) -> None:
        spoil(rows)
        rows[-1]["status"] = "failed"

    rewrite(folder / "articles.csv", fail)
    path = folder.parent / "report.html"
    write_report(folder, path)
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium without a window; tests that need it are skipped without it or Playwright."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("needs Chromium")
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()
