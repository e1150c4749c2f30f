"""A run talks to nobody, and writes nothing but its tables."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src"
RUN = """
import sys
told = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request")
def refuse(event, details):
    if event in told:
        raise SystemExit(f"{event} {details}")
sys.addaudithook(refuse)
from factx.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_run_opens_no_connection_and_leaves_the_home_folder_alone(tmp_path: Path) -> None:
    for name in ("in", "home"):
        (tmp_path / name).mkdir()
    (tmp_path / "in" / "a.txt").write_text("Guards in Oran caught 14 smugglers on Friday.")
    given = {name: str(tmp_path / "home") for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    command = [sys.executable, "-c", RUN, "extract", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--quiet"]
    run = subprocess.run(
        command, env={**os.environ, **given, "PYTHONPATH": str(PACKAGE)}, capture_output=True, text=True
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert (tmp_path / "out" / "facts.csv").read_text().count("\n") == 2
    assert list((tmp_path / "home").iterdir()) == []
