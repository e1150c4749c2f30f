"""What a hostile article, name or package could use, the package has not: no code from data, no network, no entities.

Bombs and broken files are in tests/io/bad_inputs.py, patterns in tests/test_patterns.py, terminals in tests/cli.
"""

from __future__ import annotations

import ast
import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import factx
from factx.cli import main
from factx.reading.encoding import written_name
from factx.tables.csv_format import original

PACKAGE = Path(factx.__file__).parent
MODULES = {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
RUNS_CODE = {"pickle", "marshal", "shelve", "dill", "joblib", "yaml", "code", "runpy", "ctypes", "subprocess", "pty"}
TALKS = {"socket", "ssl", "http", "ftplib", "smtplib", "poplib", "imaplib", "xmlrpc", "requests", "httpx", "urllib3"}
ALLOWED = {
    ("tables/work_folder.py", "socket"): "gethostname: which machine holds the lock",
    ("commands/rates.py", "urllib.request"): "factx rates update, which the user asks for",
    ("commands/rates.py", "urllib.error"): "the same",
}
"""Modules that import what others may not, and what for."""
CALLS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "extractall"}
SAFE_XML = ("resolve_entities=False", "no_network=True", "load_dtd=False")


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def called(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


@pytest.mark.parametrize("module", sorted(MODULES))
def test_no_code_comes_from_data_and_nothing_talks(module: str) -> None:
    for name in imports(MODULES[module]):
        root = name.partition(".")[0]
        barred = root in RUNS_CODE | TALKS or name.startswith(("urllib.request", "urllib.error"))
        assert not barred or (module, name) in ALLOWED, name
    for name, _ in called(MODULES[module]):
        assert name not in CALLS, name
        assert not name.endswith((".extractall", ".load_module")), name


def test_what_is_allowed_is_used() -> None:
    assert all(name in imports(MODULES[module]) for module, name in ALLOWED)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_no_parser_of_xml_follows_entities_or_addresses(module: str) -> None:
    for name, call in called(MODULES[module]):
        if name in ("etree.XMLParser", "etree.iterparse"):
            assert all(option in ast.unparse(call) for option in SAFE_XML), ast.unparse(call)
        assert name not in ("etree.parse", "etree.XML", "etree.XSLT", "ElementTree.parse", "minidom.parse"), name
        if name == "etree.fromstring":
            assert len(call.args) > 1, "give it a parser with safe options"


NAMES = (
    "=cmd|' C'!A0.txt",
    "+1.txt",
    "@SUM(A1).txt",
    "<script>alert(1)<.txt",
    '"quoted",\r\nrow.txt',
    "\x1b]0;title\x07.txt",
    "\u202etxt.exe.txt",
    "'; DROP TABLE facts; --.txt",
    "${HOME}`id`%s{0}.txt",
)


def test_hostile_names_are_only_names_in_every_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    for number, name in enumerate(NAMES):
        try:
            (tmp_path / "in" / name).write_text(
                f"Guards in Oran caught {number + 11} smugglers on Friday." * (number > 1)
            )
        except (OSError, ValueError):
            pytest.skip("no file can have such a name here")
    formats = "csv,parquet,duckdb"
    for package in ("duckdb", "pyarrow"):
        pytest.importorskip(package)
    arguments = ["extract", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--model", "fast", "--format", formats]
    assert main([*arguments, "--log", str(tmp_path / "log")]) == 1
    printed = capsys.readouterr()
    for told in (printed.out, printed.err, (tmp_path / "log").read_text("utf-8")):
        assert told.replace("\n", "").isprintable()
    json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    with (tmp_path / "out" / "articles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    tabled = set(map(written_name, NAMES))
    assert {original(row["path"]) for row in rows} == tabled
    assert all(row["path"].isprintable() or "\u202e" in row["path"] for row in rows)
    assert not any(cell.startswith(("=", "+", "@", "-", "\t", "\r")) for row in rows for cell in row.values())
    import duckdb

    with duckdb.connect(str(tmp_path / "out" / "factx.duckdb"), read_only=True) as database:
        assert {path for (path,) in database.execute("SELECT path FROM articles").fetchall()} == tabled


def test_an_explained_text_does_not_reach_the_terminal_raw(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Guards in \x1b[31mOran\x9b1m caught \u202e14 smugglers\x07 on Friday.")
    assert main(["explain", str(tmp_path / "a.txt"), "--model", "fast"]) == 0
    out = capsys.readouterr().out
    assert "smugglers" in out
    assert out.replace("\n", "").isprintable()
