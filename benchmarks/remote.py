"""``python -m benchmarks remote``: s3, gs, http and https for real, against servers on this machine."""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import re
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.engines import folder_of_news, tables
from benchmarks.reliability import write_section
from benchmarks.report import Section, Table, markdown

HELP = "read and write addresses of s3, gs, http and https, on servers of this machine"
BUCKET = "press"
_PATIENCE = 60.0
"""Seconds in which a server must answer."""
_KEYS = {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "AWS_DEFAULT_REGION": "us-east-1"}
_CHANGE = " Then 7 divers were rescued."
_PARTITIONS = re.compile(r"^partitions +(\d+), (\d+) of them", re.MULTILINE)
COLUMNS = ("addresses", "server", "seconds", "nothing new", "one file changed", "tables", "no such address")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument(
        "--copies", type=int, default=1, help="how often the articles of data/raw are told (default: 1)"
    )
    parser.add_argument("--write", action="store_true", help="write the section of benchmarks/RELIABILITY.md")


def run(options: argparse.Namespace) -> int:
    """Run the command: 0 if all tables are those of a run over files of this machine, else 1."""
    rows = []
    for name, place in PLACES.items():
        with TemporaryDirectory() as folder:
            rows.append(tried(name, place, Path(folder), options.copies))
            print("#", *rows[-1], file=sys.stderr)
    section = Section("Remote files", [_TEXT, Table(COLUMNS, rows)])
    if options.write:
        write_section(section)
    else:
        print(markdown(section))
    return 0 if all(row[5] == "equal bytes" for row in rows) else 1


_TEXT = (
    "`nox -s remote` (`python -m benchmarks remote` where the servers are installed): `factx extract ADDRESS "
    "-o ADDRESS --engine dask` and `factx merge ADDRESS`, beside the tables of one process over the same files here; "
    "what http serves is written here. Then the same again, in which nothing is left to do, and again with one file "
    "changed, whose partition is read anew. Seconds are those of the first run, with the start of Dask. No service "
    "of Amazon or Google itself was asked."
)


def tried(name: str, place: Place, folder: Path, copies: int) -> list[str]:
    """A row of the table: what came of a kind of address."""
    news = folder_of_news(folder, copies)
    with place(news) as (address, out, server, put, env):
        out = out or str(folder / "parts")
        extract = ("extract", address, "-o", out, "--engine", "dask", "--workers", "1")
        began = time.perf_counter()
        said(env, *extract)
        seconds = time.perf_counter() - began
        again = _known(said(env, *extract))
        same = [_are_same(env, news, out, folder / "first")]
        changed = sorted(news.iterdir())[0]
        changed.write_text(changed.read_text("utf-8") + _CHANGE, "utf-8")
        put(changed)
        more = _known(said(env, *extract))
        same.append(_are_same(env, news, out, folder / "second"))
        lost = factx(env, "extract", f"{address}/none", "-o", str(folder / "none"), "--engine", "dask")
        wrong = lost.stderr.strip().splitlines()[-1].replace(f"{address}/none", "…")
    told = "equal bytes" if all(same) else "DIFFERENT"
    return [name, server, f"{seconds:.1f}", again, more, told, f"{lost.returncode}: {wrong}"]


def _known(text: str) -> str:
    """What a run says of its partitions: `1 of 2 known`."""
    made, known = _PARTITIONS.findall(text)[0]
    return f"{known} of {made} known"


def _are_same(env: Mapping[str, str], news: Path, out: str, folder: Path) -> bool:
    """True if the merged tables are those of one process."""
    said(env, "merge", out, "-o", str(folder / "merged"))
    said(env, "extract", str(news), "-o", str(folder / "alone"))
    made, wanted = tables(folder / "merged"), tables(folder / "alone")
    return all(made[name] == wanted[name] for name in wanted.keys() - {"run.json"})


def factx(env: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of factx's."""
    line = [sys.executable, "-m", "factx", *arguments]
    return subprocess.run(line, env={**os.environ, **env}, capture_output=True, text=True, check=False)


def said(env: Mapping[str, str], *arguments: str) -> str:
    """What a command says; raises ``RuntimeError`` if it fails."""
    done = factx(env, *arguments)
    if done.returncode:
        raise RuntimeError(f"factx {' '.join(arguments)}: exit code {done.returncode}: {done.stderr}")
    return done.stdout + done.stderr


Put = Callable[[Path], object]
Held = tuple[str, str | None, str, Put, Mapping[str, str]]
Place = Callable[[Path], AbstractContextManager[Held]]
"""Serves a folder: address, where tables go if not here, name of the server, what sends a file again, environment."""


@contextmanager
def _web(news: Path, tls: bool) -> Iterator[Held]:
    handler = functools.partial(_Quiet, directory=str(news.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, TemporaryDirectory() as folder:
        env = {}
        if tls:
            import trustme

            authority, file = trustme.CA(), Path(folder, "authority.pem")
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            authority.issue_cert("127.0.0.1").configure_cert(context)
            authority.cert_pem.write_to_path(str(file))
            server.socket = context.wrap_socket(server.socket, server_side=True)
            env = {"SSL_CERT_FILE": str(file)}
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}/{news.name}"
        yield address, None, "http.server of Python", lambda _: None, env
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def _s3(news: Path) -> Iterator[Held]:
    import fsspec

    with _server(lambda port: ["-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]) as url:
        env = {**_KEYS, "AWS_ENDPOINT_URL": url}
        system = fsspec.filesystem("s3", key="none", secret="none", endpoint_url=url)
        put = _filled(system, news)
        yield f"s3://{BUCKET}/news", f"s3://{BUCKET}/tables", f"moto {version('moto')}", put, env


@contextmanager
def _gs(news: Path) -> Iterator[Held]:
    os.environ["GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT"] = "false"  # which asks by gRPC, as emulators do not answer
    import fsspec

    code = "from gcp_storage_emulator.__main__ import main; main()"
    start = ["start", "--in-memory", "--host=127.0.0.1"]
    with _server(lambda port: ["-c", code, *start, f"--port={port}"]) as url:
        env = {"STORAGE_EMULATOR_HOST": url, "FSSPEC_GCS": '{"token": "anon"}'}
        system = fsspec.filesystem("gs", token="anon", endpoint_url=url, project="factx")
        put = _filled(system, news)
        server = f"gcp-storage-emulator {version('gcp-storage-emulator')}"
        yield f"gs://{BUCKET}/news", f"gs://{BUCKET}/tables", server, put, env


def _filled(system: Any, news: Path) -> Put:
    """Put a folder into a new bucket; return what sends a file again."""
    system.mkdir(BUCKET)

    def put(file: Path) -> None:
        system.pipe_file(f"{BUCKET}/news/{file.name}", file.read_bytes())

    for file in sorted(news.iterdir()):
        put(file)
    return put


@contextmanager
def _server(line: Callable[[int], list[str]]) -> Iterator[str]:
    """Hold a server of another program on a free port; its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, *line(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ}
    )
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"{' '.join(map(str, process.args))}: no answer")  # type: ignore[arg-type]


PLACES: dict[str, Place] = {
    "http://": functools.partial(_web, tls=False),
    "https://": functools.partial(_web, tls=True),
    "s3://": _s3,
    "gs://": _gs,
}
"""Kinds of addresses, and what serves them."""
