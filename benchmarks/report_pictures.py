"""``python -m benchmarks.report_pictures``: pictures of the report of ``data/out``, for ``docs/report.md``."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.shared import ROOT

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
PICTURES = (
    ("report-desktop", (1200, 1950), "light", ""),
    ("report-phone", (390, 1100), "light", ""),
    ("report-article", (1000, 640), "dark", "article"),
    ("report-events", (1200, 1000), "light", "events"),
    ("report-facts", (1200, 900), "dark", "facts"),
)
"""Names, widths and heights, colours, and what is looked at: the top, an opened article or a section."""
COLOURS = 128
"""Enough for pages, and a third of the bytes."""
WAIT = 1500
"""Milliseconds in which the charts are drawn."""


def main() -> None:
    """Write the pictures."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    from factx.report import write_report

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        [page] = write_report(ROOT / "data" / "out", Path(folder, "report.html"), [ROOT / "data" / "raw"])
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, (width, height), scheme, where in PICTURES:
            look: Any = {"viewport": {"width": width, "height": height}, "color_scheme": scheme}
            view = chromium.new_page(**look)
            view.goto(page.as_uri())
            view.wait_for_timeout(WAIT)
            if where == "article":
                view.click("#fact-table tbody a[data-fact] >> nth=1")
            elif where:
                view.evaluate(f"document.getElementById('{where}').scrollIntoView()")
            view.wait_for_timeout(WAIT)
            picture = ROOT / "docs" / f"{name}.png"
            view.screenshot(path=picture)
            Image.open(picture).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)
        chromium.close()


if __name__ == "__main__":
    main()
